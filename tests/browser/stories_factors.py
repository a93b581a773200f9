"""The story about the Factor Weigher: codebook, blind cards, the crises with force, weights."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from browser.hands import Hand
from course import casebook, crises, tables
from course.widgets.bridge import messages

KIND = "factor_weigher"
SWINGS = {"LOSS": "10", "FEAS": "10", "INTENT": "3", "PROX": "1_5"}


def button(widget: Locator, name: str) -> Locator:
    return widget.get_by_role("button", name=name, exact=True)


def markup(widget: Locator) -> str:
    return str(widget.evaluate("(el) => el.textContent"))


def answer_swings(widget: Locator, hand: Hand) -> None:
    """Answer the swing question for each factor, and say how they go together."""
    words = messages(KIND)
    for factor in tables.factors():
        legend = words["swing_legend"].format(id=factor.id, name=factor.name)
        group = widget.get_by_role("group", name=legend, exact=True)
        name = words[f"swing_{SWINGS.get(factor.id, '1')}"]
        expect(group.get_by_role("radio", checked=True)).to_have_count(0)
        hand.choose(group.get_by_role("radio", name=name, exact=True))
    hand.choose(widget.get_by_role("radio", name=words["rule_sum"], exact=True))


def factor_weigher(widget: Locator, hand: Hand) -> list[str]:
    """Walk the whole way, seeing at each step that the next one is closed."""
    words = messages(KIND)
    names = [casebook.label(case.crisis) for case in crises.cases("training")]
    without = [casebook.label(c.crisis) for c in crises.cases("training") if not c.outcome()]
    later = [crises.crisis(case.crisis.id).name for case in crises.cases("holdout")]
    assert not any(name in markup(widget) for name in (*names, *later, words["step_cards"]))
    for summary in widget.locator("details.tpl-factor > summary").all():
        hand.press(summary)
    expect(widget.get_by_text(words["step_cards"])).to_be_visible()
    cards = widget.locator("fieldset.tpl-card")
    for number in range(cards.count()):
        if number:
            hand.press(button(cards.nth(number - 1), words["next_card"]))
        for place in range(2):
            group = cards.nth(number).get_by_role("group").nth(place)
            hand.choose(group.get_by_role("radio", name=words["code_1"], exact=True))
    assert not any(name in markup(widget) for name in names)
    hand.press(button(widget, words["keep_cards"]))
    expect(widget.get_by_text("κ").first).to_be_visible()
    expect(widget.get_by_text(words["step_positives"])).to_be_visible()
    blind = ("adjara", "kyrgyzstan-2010", "moldova")
    closed = [n for n in without if not any(casebook.label(c.crisis) == n for c in
              crises.cases("training") if c.crisis.id.startswith(blind))]  # fmt: skip
    assert not any(name in markup(widget) for name in closed)
    hand.type(widget.get_by_role("spinbutton"), "90")
    hand.press(button(widget, words["keep_prediction"]))
    expect(widget.get_by_text(words["step_weights"])).to_be_visible()
    keep = button(widget, words["keep_weights"])
    expect(keep).to_have_attribute("aria-disabled", "true")
    answer_swings(widget, hand)
    assert words["step_result"] not in markup(widget)
    assert words["baselines_table"] not in markup(widget)
    hand.press(keep)
    expect(widget.get_by_text(words["step_result"])).to_be_visible()
    expect(widget.locator("[aria-live=polite]").filter(has_text="±").first).to_be_visible()
    hand.choose(widget.get_by_role("radio", name=words["half_present"], exact=True))
    boxes = widget.get_by_role("group", name=words["qca_pick"]).get_by_role("checkbox")
    for factor in ("LOSS", "FEAS"):
        hand.tick(boxes.and_(widget.get_by_role("checkbox", name=factor, exact=True)))
    expect(widget.get_by_text(words["truth_note"])).to_be_visible()
    hand.choose(widget.get_by_role("radio", name=words["account_t"], exact=True))
    expect(widget.get_by_text(words["lawyer_best"])).to_be_visible()
    hand.press(button(widget, words["register_button"]))
    expect(
        widget.get_by_text(words["registered_forecasts"].partition("{")[0].strip())
    ).to_be_visible()
    assert not any(name in markup(widget) for name in later)
    return [f"L7.factor-weigher.{s}" for s in ("cards", "positives", "weights", "register")]
