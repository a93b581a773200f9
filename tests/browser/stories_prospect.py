"""Stories about choosing under risk: choices, curves, the reference point, blind coding."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from browser.hands import Hand
from course import extracts
from course.widgets.bridge import messages
from course.widgets.reference_point import STATES


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


def reference_point(widget: Locator, hand: Hand) -> list[str]:
    """Predict both, move the reference point, look at the map and at the twin."""
    words = messages("reference_point")
    expect(widget.get_by_role("slider")).to_have_count(0)
    hand.choose(widget.get_by_role("radio", name=words["option_new"].format(**STATES), exact=True))
    hand.type(widget.get_by_role("spinbutton"), "50")
    assert "26.9" not in widget.evaluate("(el) => el.textContent")
    hand.press(_button(widget, words["commit"]))
    says = widget.locator(".tpl-says strong").first
    expect(says).to_contain_text("26.9")
    hand.slide(widget.get_by_role("slider", name=words["reference_label"], exact=True), 30)
    expect(says).to_contain_text("72.1")
    expect(says).to_contain_text(words["careful"])
    hand.choose(widget.get_by_role("radio", name=words["lambda_1_31"], exact=True))
    expect(says).to_contain_text("53.6")
    hand.choose(widget.get_by_role("radio", name=words["small_bolder"], exact=True))
    expect(widget.get_by_text(words["map_head"], exact=True)).to_have_count(0)
    hand.press(_button(widget, words["small_commit"]))
    expect(widget.get_by_text("93.4 %", exact=False).first).to_be_visible()
    expect(widget.get_by_text(words["map_head"], exact=True)).to_be_visible()
    hand.slide(widget.get_by_role("slider", name=words["ratio_label"], exact=True), 5)
    expect(widget.get_by_text(words["twin_fights"], exact=True)).to_be_visible()
    hand.slide(widget.get_by_role("slider", name=words["later_label"], exact=True), 60)
    expect(widget.get_by_text(words["twin_no_shift"], exact=True)).to_be_visible()
    return ["L5.reference-point.predict", "L5.reference-point.small"]


def domain_coder(widget: Locator, hand: Hand) -> list[str]:
    """Code all six, see agreement, and only then the names."""
    words, six = messages("domain_coder"), extracts.extracts()
    for number, one in enumerate(six, start=1):
        name = words["statement"].format(n=number, all=len(six), id=one.id)
        group = widget.get_by_role("group", name=re.compile(rf"^{re.escape(name)}"))
        hand.choose(group.get_by_role("radio", name=words["name_losses"], exact=True))
    text = widget.evaluate("(el) => el.textContent")
    assert not any(one.who in text or one.first.reason in text for one in six)
    hand.press(_button(widget, words["commit"]))
    expect(widget.get_by_text(words["kappa_note"])).to_be_visible()
    text = widget.evaluate("(el) => el.textContent")
    assert not any(one.who in text or one.outcome in text for one in six)
    hand.press(_button(widget, words["open"]))
    expect(widget.get_by_text(six[0].outcome)).to_be_visible()
    return ["L5.domain-coder.codes", "L5.domain-coder.open"]


STORIES = {
    "choose_first": choose_first,
    "curve_lab": curve_lab,
    "reference_point": reference_point,
    "domain_coder": domain_coder,
}
CELLS = {
    "choose_first": "ChooseFirst()",
    "curve_lab": "CurveLab()",
    "reference_point": "ReferencePoint()",
    "domain_coder": "DomainCoder()",
}
