"""Stories about choosing under risk: eight choices, and the Curve Lab."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from browser.hands import Hand
from course.widgets.bridge import messages


def _button(widget: Locator, name: str) -> Locator:
    return widget.get_by_role("button", name=name, exact=True)


def choose_first(widget: Locator, hand: Hand) -> list[str]:
    """Begin, answer all eight with the first option, then see the others."""
    words = messages("choose_first")
    expect(widget.get_by_role("radio")).to_have_count(0)
    hand.press(_button(widget, words["begin"]))
    expect(widget.get_by_role("radio")).to_have_count(16)
    keep = _button(widget, words["commit"])
    for number in range(1, 9):
        name = words["problem"].format(n=number, all=8)
        problem = widget.get_by_role("group", name=re.compile(rf"^{name}\b"))
        expect(keep).to_have_attribute("aria-disabled", "true")
        hand.choose(problem.get_by_role("radio").first)
    assert words["effects"] not in widget.evaluate("(el) => el.textContent")
    hand.press(keep)
    expect(widget.get_by_text(words["effects"], exact=True)).to_be_visible()
    expect(widget.get_by_text(words["not_mad"])).to_be_visible()
    return ["L4.choose-first.begin", "L4.choose-first.choices"]


def curve_lab(widget: Locator, hand: Hand) -> list[str]:
    """Predict, look, bend a curve; then say what λ does between two losses."""
    words = messages("curve_lab")
    expect(widget.get_by_role("slider")).to_have_count(0)
    hand.type(widget.get_by_role("spinbutton"), "15")
    hand.press(_button(widget, words["commit"]))
    says = widget.locator(".tpl-says").first
    expect(says).to_contain_text(words["result"].format(n=12, all=16))
    expect(says).to_contain_text(words["result_predicted"].format(count=15))
    gamma = widget.get_by_role("slider", name=words["gamma_label"], exact=True)
    hand.slide(gamma, 70)
    expect(says).not_to_contain_text(words["result"].format(n=12, all=16))
    hand.press(_button(widget, words["preset_medians"]))
    expect(says).to_contain_text(words["result"].format(n=12, all=16))
    assert words["lambda_answer_more"] not in widget.evaluate("(el) => el.textContent")
    hand.choose(widget.get_by_role("radio", name=words["option_more"], exact=True))
    hand.press(_button(widget, words["lambda_commit"]))
    expect(widget.get_by_text(words["lambda_answer_more"])).to_be_visible()
    gamble = widget.get_by_text(words["lambda_better_gamble"] + " is preferred").first
    expect(gamble).to_be_visible()
    hand.slide(widget.get_by_role("slider", name=words["lambda_move"], exact=True), 2)
    expect(gamble).to_be_visible()
    return ["L4.curve-lab.predict", "L4.curve-lab.lambda"]


STORIES = {"choose_first": choose_first, "curve_lab": curve_lab}
CELLS = {"choose_first": "ChooseFirst()", "curve_lab": "CurveLab()"}
