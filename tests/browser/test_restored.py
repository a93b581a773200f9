"""All widgets as a learner finds them who did everything yesterday, on paper of every kind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from browser import lab, yesterday
from browser.conftest import CELLS, Desk, write_desk
from browser.hands import Mouse
from course.journal import Journal
from course.widgets.bridge import messages

WIDTHS = {"light": 1200, "dark": 1200, "phone": 375, "wide": 1920}


@pytest.fixture(scope="module")
def desk(window: BrowserContext, server: lab.Server) -> Iterator[Desk]:
    """All widgets, run in a new kernel by a learner whose journal is full."""
    Journal(server.journal).delete()
    yesterday.fill(Journal(server.journal))
    desk = Desk(window.new_page(), server, write_desk(server, "restored.ipynb"))
    desk.open()
    desk.run_all()
    # Compare two states as well: what is chosen here is not committed, so it is not in the journal.
    words, widget = messages("reweigher"), desk.widgets("reweigher")
    for label, state in (("pair_a", "USA"), ("pair_b", "RUS")):
        Mouse().pick(widget.get_by_role("combobox", name=words[label], exact=True), state)
    worlds = messages("four_worlds")
    for name, steps in (("offence", 11), ("distinguishability", 6), ("trust", 16)):
        slider = desk.widgets("four_worlds").get_by_role("slider", name=worlds[f"{name}_label"])
        Mouse().slide(slider, steps)
    balance, words = desk.widgets("evidence_balance"), messages("evidence_balance")
    Mouse().press(balance.get_by_role("button", name=words["flip_button"], exact=True))
    Mouse().press(balance.get_by_role("checkbox", name=words["experts_label"], exact=True))
    expect(balance).to_contain_text(words["experts_note"])
    square, words = desk.widgets("test_square"), messages("test_square")
    Mouse().press(square.get_by_role("button", name=words["kind_hoop"], exact=True))
    for kind in ("reweigher", "threat_weigher"):  # what Python samples has come
        sampled = desk.widgets(kind).locator("[aria-live=polite]").filter(has_text="±")
        expect(sampled).to_be_visible(timeout=20_000)
    yield desk
    desk.page.close()


@pytest.mark.parametrize("kind", CELLS)
def test_a_full_journal_opens_everything(desk: Desk, kind: str) -> None:
    for text in yesterday.SHOWN[kind]():
        expect(desk.widgets(kind)).to_contain_text(text)
    keys = {entry.key for entry in Journal(desk.server.journal).entries()}
    assert yesterday.KEYS[kind] <= keys


def test_nothing_was_written_by_looking(desk: Desk) -> None:
    entries = Journal(desk.server.journal).entries()
    assert len(entries) == sum(map(len, yesterday.KEYS.values()))
    assert all(datetime.fromisoformat(entry.time) for entry in entries)


@pytest.mark.parametrize("theme", [lab.LIGHT, lab.DARK])
def test_axe_finds_nothing_serious_in_what_is_revealed(desk: Desk, theme: str) -> None:
    desk.theme(theme)
    unfold(desk.page)
    try:
        found = desk.axe()
    finally:
        desk.theme(lab.LIGHT)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [375, 768])
def test_nothing_sticks_out(desk: Desk, width: int) -> None:
    with desk.width(width):
        found = lab.too_wide(desk.page)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("width", [375, 1200])
def test_no_label_lies_on_another(desk: Desk, width: int) -> None:
    with desk.width(width):
        found = lab.colliding(desk.page)
    assert not found, "\n".join(found)


def test_text_in_drawings_is_large_enough(desk: Desk) -> None:
    sizes = desk.page.evaluate(
        """() => [...document.querySelectorAll(".tpl svg text")].map((text) => {
          const scale = text.getScreenCTM();
          return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(scale.a, scale.b);
        })"""
    )
    assert len(sizes) > 20
    assert min(sizes) >= 11.99


@pytest.mark.parametrize("look", WIDTHS)
def test_pictures_are_kept(desk: Desk, look: str) -> None:
    desk.theme(lab.DARK if look == "dark" else lab.LIGHT)
    lab.ARTIFACTS.mkdir(exist_ok=True)
    with desk.width(WIDTHS[look]):
        for kind in CELLS:
            path = lab.ARTIFACTS / f"{kind}-{look}.png"
            desk.widgets(kind).screenshot(path=path)
            assert path.stat().st_size > 3000
    desk.theme(lab.LIGHT)


def unfold(page: Page) -> None:
    """Open all that is folded, so that axe sees it."""
    page.evaluate("() => document.querySelectorAll('.tpl details').forEach((d) => (d.open = true))")
