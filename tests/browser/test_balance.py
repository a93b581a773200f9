"""Special to the weighing of lesson 6: a point to drag, ratings that survive a restart."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.conftest import Desk
from browser.hands import Mouse
from browser.stories import button
from browser.stories_balance import CHOSEN
from course import accounts
from course.widgets.bridge import messages


def test_the_point_in_the_square_can_be_dragged(desk: Desk) -> None:
    words, widget, hand = messages("test_square"), desk.fresh("test_square"), Mouse()
    hand.choose(widget.get_by_role("radio").first)
    hand.press(button(widget, words["commit"]))
    catch = widget.locator(".tpl-catch")
    catch.scroll_into_view_if_needed()
    box = catch.bounding_box()
    assert box is not None
    mouse = desk.page.mouse
    mouse.move(box["x"] + 200, box["y"] + 200)
    mouse.down()
    mouse.move(box["x"] + 40, box["y"] + 20, steps=4)
    mouse.up()
    expect(widget.locator("[aria-live=polite]")).to_contain_text(words["kind_doubly"])
    before = widget.get_by_role("slider").first.input_value()
    mouse.move(box["x"] + 200, box["y"] + 200)  # let go: the point stays
    assert widget.get_by_role("slider").first.input_value() == before


def test_half_a_rating_survives_a_new_kernel(desk: Desk) -> None:
    words, widget, hand = messages("evidence_balance"), desk.fresh("evidence_balance"), Mouse()
    for card in CHOSEN:
        hand.press(widget.get_by_role("checkbox", name=f"{card} ·"))
    hand.press(button(widget, words["keep_cards"]))
    hand.choose(widget.get_by_role("radio").first)
    hand.press(button(widget, words["keep_prediction"]))
    name = accounts.accounts()[0].name
    row = widget.get_by_role("group", name=name, exact=True)
    hand.choose(row.get_by_role("radio").nth(3))
    desk.restart()
    desk.run_cell("imports")
    widget = desk.again("evidence_balance")
    row = widget.get_by_role("group", name=name, exact=True)
    expect(row.get_by_role("radio").nth(3)).to_be_checked()
    expect(widget).to_contain_text(words["restored"])
