"""The four widgets on the second case pack, in a real notebook."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat
import pytest
from playwright.sync_api import BrowserContext, expect

from browser import lab
from browser.conftest import IMPORTS, Desk
from browser.hands import Mouse
from browser.stories import button
from course.journal import Journal
from course.notebooks import KERNEL
from course.packs import folder

PACK = folder.chosen("cuba_1962")
CELLS = {
    "evidence_balance": "EvidenceBalance(pack='cuba_1962')",
    "factor_weigher": "FactorWeigher(pack='cuba_1962')",
    "reference_point": "ReferencePoint(pack='cuba_1962')",
    "threat_weigher": "ThreatWeigher(pack='cuba_1962')",
}


@pytest.fixture(scope="module")
def packed(window: BrowserContext, server: lab.Server) -> Iterator[Desk]:
    """A notebook with the four widgets on the pack, run once, with an empty journal."""
    Journal(server.journal).delete()
    sources = {"imports": IMPORTS, **CELLS}
    cells = [nbformat.v4.new_code_cell(source, id=id) for id, source in sources.items()]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    nbformat.write(notebook, server.folder / "packs.ipynb")
    desk = Desk(window.new_page(), server, "packs.ipynb")
    desk.open()
    desk.run_all()
    yield desk
    desk.page.close()


@pytest.mark.parametrize("kind", CELLS)
def test_it_is_drawn_and_fits_a_phone(packed: Desk, kind: str) -> None:
    widget = packed.widgets(kind)
    expect(widget).to_be_visible()
    with packed.width(375):
        assert not lab.too_wide(packed.page)
    assert not packed.axe()


def test_a_prediction_is_kept_under_the_packs_name(packed: Desk) -> None:
    words = PACK.words["reference_point"]
    widget, hand = packed.fresh("reference_point"), Mouse()
    expect(widget).to_contain_text("whether to send missiles in secret")
    hand.choose(widget.get_by_role("radio").first)
    widget.get_by_role("spinbutton").first.fill("40")
    hand.press(button(widget, "Keep my prediction"))
    expect(widget).to_contain_text(words["end_nothing"])
    assert [entry.key for entry in packed.journal.entries()] == [
        "cuba_1962.L5.reference-point.predict"
    ]


def test_the_cards_and_the_accounts_are_those_of_the_pack(packed: Desk) -> None:
    widget, hand = packed.fresh("evidence_balance"), Mouse()
    for card in PACK.cards[: PACK.size]:
        hand.press(widget.get_by_role("checkbox", name=f"{card.id} ·"))
    hand.press(button(widget, "Keep these cards"))
    for account in PACK.accounts:
        expect(widget).to_contain_text(account.name)
    expect(widget).to_contain_text("All 5 start equal")
