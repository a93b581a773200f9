"""Special to the weighing of lesson 6: a point to drag, ratings that survive a restart."""

from __future__ import annotations

from playwright.sync_api import expect

from browser import lab
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


def test_cards_to_choose_from_and_to_rate_fit_a_phone(desk: Desk) -> None:
    desk.page.evaluate("() => sessionStorage.clear()")  # the draft of the test before
    words, widget, hand = messages("evidence_balance"), desk.fresh("evidence_balance"), Mouse()
    with desk.width(375):
        assert not lab.too_wide(desk.page)
    assert not desk.axe()
    hand.pick(widget.get_by_role("combobox", name=words["period"], exact=True), "2004-2013")
    expect(widget.get_by_role("checkbox", name="E1 ·")).to_be_visible()
    expect(widget.get_by_role("checkbox", name="E20 ·")).to_have_count(0)
    hand.pick(widget.get_by_role("combobox", name=words["period"], exact=True), "all")
    for card in CHOSEN:
        hand.press(widget.get_by_role("checkbox", name=f"{card} ·"))
    hand.press(button(widget, words["keep_cards"]))
    hand.choose(widget.get_by_role("radio").first)
    hand.press(button(widget, words["keep_prediction"]))
    expect(widget.get_by_text(words["step_rate"])).to_be_visible()
    with desk.width(375):
        assert not lab.too_wide(desk.page)
    assert not desk.axe()
