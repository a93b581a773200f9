"""Each widget worked by mouse and by keyboard alone: commit first, then see."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import CELLS, Desk
from browser.hands import Keys, Mouse
from browser.stories import STORIES, check_again, says
from course.widgets.bridge import messages


def test_there_is_a_story_for_every_widget() -> None:
    assert set(STORIES) == set(CELLS)


@pytest.mark.parametrize("kind", CELLS)
def test_by_mouse(desk: Desk, kind: str) -> None:
    widget = desk.fresh(kind)
    keys = STORIES[kind](widget, Mouse())
    assert [entry.key for entry in desk.journal.entries()] == keys
    assert desk.journal.problem() is None
    assert not desk.errors


@pytest.mark.parametrize("kind", CELLS)
def test_by_keyboard_alone(desk: Desk, kind: str) -> None:
    widget = desk.fresh(kind)
    desk.command_mode(kind)
    keys = STORIES[kind](widget, Keys(desk.page))
    assert [entry.key for entry in desk.journal.entries()] == keys
    assert desk.journal.problem() is None
    assert not desk.errors


def test_an_arrow_moves_the_slider_and_not_the_notebook(desk: Desk) -> None:
    widget = desk.fresh("estimate")
    desk.command_mode("estimate")
    slider = widget.get_by_role("slider")
    slider.focus()
    assert desk.in_command_mode()
    before = desk.active_cell()
    start = float(slider.input_value())
    for key in ("ArrowUp", "ArrowDown", "ArrowDown"):
        desk.page.keyboard.press(key)
    assert float(slider.input_value()) == start - float(slider.get_attribute("step") or 0)
    assert desk.active_cell() == before
    # A letter that is a command of JupyterLab (x cuts the cell) stays in the widget as well.
    desk.page.keyboard.press("x")
    assert widget.is_visible()


def test_a_second_answer_is_a_revision_and_the_first_stays(desk: Desk) -> None:
    widget = desk.fresh("check")
    STORIES["check"](widget, Mouse())
    check_again(widget, Mouse())
    revisions = desk.journal.revisions("L0.1.answer")
    assert len(revisions) == 2
    assert revisions[0].value["choice"] != revisions[1].value["choice"]
    assert desk.journal.problem() is None


@pytest.mark.parametrize("kind", ["four_worlds", "reweigher"])
def test_the_sentence_follows_the_slider_without_python(desk: Desk, kind: str) -> None:
    widget = desk.fresh(kind)
    hand = Mouse()
    hand.choose(widget.get_by_role("radio").first)
    hand.press(widget.get_by_role("button", name=messages(kind)["commit"], exact=True))
    slider = widget.get_by_role("slider").first
    expect(slider).to_be_visible()
    slider.focus()
    changed = says(widget).evaluate(
        """async (sentence) => {
          const slider = document.activeElement;
          const before = sentence.textContent;
          slider.value = slider.min;
          slider.dispatchEvent(new Event("input", { bubbles: true }));
          return sentence.textContent !== before;  // in the same task: nothing was asked
        }"""
    )
    assert changed
