"""The six widgets on the second case pack, in a real notebook."""

from __future__ import annotations

from collections.abc import Iterator

import nbformat
import pytest
from playwright.sync_api import BrowserContext, expect

from browser import lab
from browser.conftest import IMPORTS, Desk
from browser.hands import Mouse
from browser.stories import button
from browser.stories_ends import hidden
from course.journal import Journal
from course.notebooks import KERNEL
from course.packs import folder
from course.widgets.holdout import held_of

PACK = folder.chosen("cuba_1962")
CELLS = {
    "claim_sorter": "ClaimSorter(pack='cuba_1962')",
    "holdout": "HoldoutReveal(pack='cuba_1962')",
    "evidence_balance": "EvidenceBalance(pack='cuba_1962')",
    "factor_weigher": "FactorWeigher(pack='cuba_1962')",
    "reference_point": "ReferencePoint(pack='cuba_1962')",
    "threat_weigher": "ThreatWeigher(pack='cuba_1962')",
}


@pytest.fixture(scope="module")
def packed(window: BrowserContext, server: lab.Server) -> Iterator[Desk]:
    """A notebook with the six widgets on the pack, run once, with an empty journal."""
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


def test_claims_are_sorted_by_type_alone(packed: Desk) -> None:
    widget, hand = packed.fresh("claim_sorter"), Mouse()
    claims = [claim for document in PACK.documents for claim in document.claims]
    hidden(widget, *(claim.text for claim in claims), *(claim.counter for claim in claims))
    hand.type(widget.get_by_role("spinbutton"), "2")
    hand.press(button(widget, "Commit my prediction"))
    expect(widget.get_by_role("combobox")).to_have_count(0)
    for number in range(1, len(claims) + 1):
        card = widget.get_by_role("group", name=f"Claim {number} of {len(claims)}")
        hand.choose(card.get_by_role("radio", name="causal", exact=True))
    hidden(widget, *(claim.counter for claim in claims))
    hand.press(button(widget, "Commit my sorting"))
    expect(widget).to_contain_text("You differ from the pack's authors on claims 2, 3, 5 and 6.")
    expect(widget).to_contain_text(f"The best argument against it: {claims[0].counter}")


def test_a_case_that_was_put_away_opens_after_its_forecast(packed: Desk) -> None:
    widget, hand = packed.fresh("holdout"), Mouse()
    held = held_of(PACK).cases
    hidden(widget, *(case.name for case in held), *(case.card for case in held))
    hand.press(button(widget, "Go on without a model"))
    for number, case in enumerate(held, start=1):
        hidden(widget, *(later.name for later in held[number - 1 :]))
        card = widget.get_by_role("group", name=f"Case {number} of 3, closed")
        hand.type(card.get_by_role("spinbutton"), "50")
        hand.press(button(card, "Keep my forecast and open the case"))
        expect(widget).to_contain_text(f"{case.name}, {case.year}")
    expect(widget).to_contain_text("After 3 of 3: your Brier score is .25, the base rate's .33.")
