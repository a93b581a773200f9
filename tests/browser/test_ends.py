"""The end of the course in a browser: a whole pass through the holdout, and the verdict."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser import ends
from browser.conftest import Desk
from browser.hands import Hand, Keys, Mouse
from course import holdout
from course.widgets.bridge import messages

HANDS = ["mouse", "keyboard"]


def hand_of(desk: Desk, name: str) -> Hand:
    return Mouse() if name == "mouse" else Keys(desk.page)


@pytest.mark.parametrize("name", HANDS)
def test_seven_forecasts_then_a_second_view_that_is_exploratory(desk: Desk, name: str) -> None:
    desk.journal.delete()
    desk.journal.commit(holdout.REGISTER, ends.MODEL)
    widget, words, hand = desk.again("holdout"), messages("holdout"), hand_of(desk, name)
    desk.command_mode("holdout")
    expect(widget).to_contain_text(words["model_there"])
    for number in range(1, 8):
        box = widget.get_by_role("spinbutton")
        expect(box).to_have_value("")  # nothing is left over from the case before
        hand.type(box, "101")
        expect(widget.get_by_role("status")).to_contain_text(words["set_first"])
        hand.type(box, str(10 * number))
        hand.press(widget.get_by_role("button", name=words["keep"], exact=True))
        expect(widget).to_contain_text(holdout.cases()[number - 1].name)
    expect(widget).to_contain_text(words["views"].format(n=1))
    expect(widget).to_contain_text(words["views_counted"])
    hand.choose(widget.get_by_role("radio", name=words["reading_combat"], exact=True))
    before = widget.get_by_text(words["reading_says_model"].partition("{")[0]).inner_text()
    hand.choose(widget.get_by_role("radio", name=words["reading_other"], exact=True))
    expect(widget).not_to_contain_text(before)
    hand.press(widget.get_by_role("button", name=words["again"], exact=True))
    expect(widget).to_contain_text(words["views"].format(n=2))
    expect(widget).to_contain_text(words["views_exploratory"])
    desk.command_mode("holdout")  # the button that was pressed is gone, and the focus with it
    hand.type(widget.get_by_role("spinbutton"), "5")
    hand.press(widget.get_by_role("button", name=words["keep"], exact=True))
    expect(widget).to_contain_text(words["counted"].partition("{")[0])
    found = holdout.counted(desk.journal.entries())
    assert found is not None and found.model is not None
    assert holdout.views(desk.journal.entries())[0].chances[holdout.cases()[0].id] == 10
    assert not desk.errors


@pytest.mark.parametrize("name", HANDS)
def test_a_verdict_from_the_learners_own_journal(desk: Desk, name: str) -> None:
    desk.journal.delete()
    path = desk.server.journal.with_name("verdict.md")
    path.unlink(missing_ok=True)
    desk.journal.commit(holdout.REGISTER, ends.MODEL)
    desk.journal.commit("L6.evidence-balance.ratings", ends.RATINGS)
    widget, words, hand = desk.again("verdict"), messages("verdict"), hand_of(desk, name)
    desk.command_mode("verdict")
    keep = widget.get_by_role("button", name=words["commit"], exact=True)
    expect(widget).to_contain_text("lesson 3 fills this in")
    hand.choose(widget.get_by_role("radio", name=words["tool_factors"]))
    expect(keep).to_have_attribute("aria-disabled", "true")
    hand.type(widget.get_by_role("textbox"), ends.CONCLUSION)
    hand.press(keep)
    expect(widget).to_contain_text(words["file"].format(name="verdict.md"))
    expect(widget).to_contain_text(ends.MODEL["flip_says"])
    assert ends.CONCLUSION in path.read_text(encoding="utf-8")
    kept = desk.journal.latest("L8.verdict.verdict")
    assert kept is not None and "31 %" in kept.value["lines"][1]
    assert not desk.errors
