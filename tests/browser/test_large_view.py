"""Each widget alone on the screen, for a projector: letters, room, keys, and what stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browser import lab, large, yesterday
from browser.conftest import CELLS, Desk, write_desk
from browser.hands import Keys
from browser.stories import STORIES
from course.journal import Journal

SCREENS = {"1080": (1920, 1080), "720": (1280, 720), "768": (1024, 768)}
FINEST = 28 / 1080  # of the height of the screen
LONGEST = 44  # widths of a letter M: seventy letters of most fonts
REFUSE = """() => {
  window.allowed = Element.prototype.requestFullscreen;
  Element.prototype.requestFullscreen = () => Promise.reject(new TypeError("not here"));
}"""
WHERE = """() => document.activeElement === document.body ? "nothing"
  : document.activeElement.closest(".tpl-large") ? "inside"
  : document.activeElement.outerHTML.slice(0, 200)
"""
ALLOW = "() => { Element.prototype.requestFullscreen = window.allowed; }"


@pytest.fixture(scope="module")
def desk(chromium: Browser, server: lab.Server) -> Iterator[Desk]:
    """All widgets in a window of the size of a projector, by a learner whose journal is full."""
    context = chromium.new_context(viewport={"width": 1920, "height": lab.TALL})
    Journal(server.journal).delete()
    yesterday.fill(Journal(server.journal))
    desk = Desk(context.new_page(), server, write_desk(server, "large.ipynb"))
    desk.open()
    desk.run_all()
    desk.page.set_viewport_size({"width": 1920, "height": 1080})
    yield desk
    context.close()


@pytest.mark.parametrize("kind", CELLS)
def test_what_is_revealed_can_be_read_from_the_last_row(desk: Desk, kind: str) -> None:
    widget = desk.widgets(kind)
    frame = large.enlarge(widget)
    for width, height in SCREENS.values():
        desk.page.set_viewport_size({"width": width, "height": height})
        found = large.measure(frame)
        assert found["texts"] > 5
        assert found["fills"]
        assert found["least"][0] >= FINEST * height - 0.3, found["least"]
        assert found["longest"] <= LONGEST
        assert (found["out"], found["sideways"]) == ([], 0), (width, found["out"])
        assert lab.colliding(desk.page) == []
    desk.page.set_viewport_size({"width": 1920, "height": 1080})
    desk.page.keyboard.press("Escape")
    large.left(widget)


@pytest.mark.parametrize("theme", [lab.LIGHT, lab.DARK])
@pytest.mark.parametrize("kind", CELLS)
def test_axe_finds_nothing_serious(desk: Desk, kind: str, theme: str) -> None:
    desk.theme(theme)
    try:
        large.enlarge(desk.widgets(kind))
        found = desk.axe(".tpl-large")
        desk.page.keyboard.press("Escape")
    finally:
        desk.theme(lab.LIGHT)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("full", [True, False], ids=["full screen", "refused"])
def test_nothing_else_is_within_reach(desk: Desk, full: bool) -> None:
    widget = desk.widgets("check")
    desk.page.evaluate("() => {}" if full else REFUSE)
    frame = large.enlarge(widget)
    assert frame.evaluate("(el) => el.matches(':fullscreen')") == full
    assert large.measure(frame)["fills"]
    expect(frame).to_have_attribute("aria-modal", "true")
    expect(frame.get_by_role("status").first).to_have_text(large.WORDS["opened"])
    seen = set()
    for _ in range(20):
        desk.page.keyboard.press("Tab")
        seen.add(desk.page.evaluate(WHERE))
    assert "inside" in seen and seen <= {"inside", "nothing"}
    frame.get_by_role("radio").first.focus()
    desk.page.keyboard.press("Shift+Enter")  # JupyterLab would run the cell and go on to the next
    expect(frame).to_be_visible()
    desk.page.keyboard.press("Escape")
    large.left(widget)
    if not full:
        desk.page.evaluate(ALLOW)


def test_the_browsers_own_way_out_leads_back(desk: Desk) -> None:
    widget = desk.widgets("four_worlds")
    large.opener(widget).scroll_into_view_if_needed()
    before = widget.bounding_box()
    large.enlarge(widget)
    desk.page.evaluate("() => document.exitFullscreen()")
    large.left(widget)
    assert widget.bounding_box() == before


def test_letters_grow_on_request_and_back_closes(desk: Desk) -> None:
    widget = desk.widgets("note")
    frame = large.enlarge(widget)
    fit = large.measure(frame)["least"][0]
    for name, sign in (("larger", 1), ("smaller", 0), ("smaller", -1), ("larger", 0)):
        frame.get_by_role("button", name=large.WORDS[name], exact=True).click()
        now = large.measure(frame)["least"][0]
        assert (now > fit) - (now < fit) == sign
    frame.get_by_role("button", name=large.WORDS["back"], exact=True).click()
    large.left(widget)


def test_a_button_leads_to_each_step(desk: Desk) -> None:
    widget = desk.widgets("factor_weigher")
    frame = large.enlarge(widget)
    steps = frame.get_by_role("group", name=large.WORDS["steps"]).get_by_role("button")
    assert steps.all_inner_texts() == list("12345678")
    steps.nth(4).focus()
    desk.page.keyboard.press("Enter")
    title = widget.locator(".tpl-step").nth(4).locator(".tpl-head").first
    expect(title).to_contain_text("5 ·")
    expect(title).to_be_in_viewport()
    bar, box = frame.locator(".tpl-bar").bounding_box(), title.bounding_box()
    assert bar is not None and box is not None
    assert bar["y"] == 0 and bar["height"] < box["y"] < 200
    assert widget.evaluate("(el) => el.contains(document.activeElement)")
    desk.page.keyboard.press("Escape")
    large.left(widget)


def test_a_cell_that_is_run_anew_takes_its_view_along(desk: Desk) -> None:
    large.enlarge(desk.widgets("estimate"))
    desk.run_cell("estimate")
    expect(large.view(desk.page)).to_have_count(0)
    assert desk.page.evaluate("() => document.querySelectorAll('[inert]').length") == 0
    assert not desk.errors


@pytest.mark.parametrize("kind", CELLS)
def test_what_is_done_in_it_stays(desk: Desk, kind: str) -> None:
    widget = desk.fresh(kind)
    desk.command_mode(kind)
    frame = large.enlarge(widget)
    same = widget.element_handle()
    keys = STORIES[kind](widget, Keys(desk.page))
    expect(frame).to_be_visible()
    said = widget.get_by_role("status").all_text_contents()
    desk.page.keyboard.press("Escape")
    large.left(widget)
    assert widget.get_by_role("status").all_text_contents() == said
    assert [entry.key for entry in desk.journal.entries()] == keys
    assert widget.evaluate("(el, same) => el === same", same)
    assert not desk.errors
