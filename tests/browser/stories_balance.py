"""The stories of lesson 6's weighing: the Evidence Balance and the square of tests."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from browser.hands import Hand
from browser.stories import button, kept, moves, saved, start_of, unseen
from course import accounts
from course.widgets.bridge import messages

CHOSEN = ("E3", "E8", "E12", "E13", "E16", "E17", "E18", "E20")
LETTERS = tuple(account.letter for account in accounts.accounts())
# By turns, so that cards tell something and no account is first by the order of the table.
RATINGS = {
    card: {letter: 1 + (2 * n + 3 * k) % 5 for k, letter in enumerate(LETTERS)}
    for n, card in enumerate(CHOSEN)
}
BALANCE = [f"L6.evidence-balance.{stage}" for stage in ("cards", "predict", "ratings")]


def evidence_balance(widget: Locator, hand: Hand) -> list[str]:
    """Choose eight cards, predict, rate each under seven accounts, look, and turn the switches."""
    words = messages("evidence_balance")
    unseen(widget, words["step_predict"], words["step_rate"], words["step_see"])
    keep = button(widget, words["keep_cards"])
    expect(keep).to_have_attribute("aria-disabled", "true")
    for card in CHOSEN:
        box = widget.get_by_role("checkbox", name=f"{card} ·")
        hand.press(box) if not hasattr(hand, "page") else _tick(hand, box)
        expect(box).to_be_checked()
    hand.press(keep)
    expect(widget.get_by_text(words["step_predict"])).to_be_visible()
    unseen(widget, words["step_rate"])
    hand.choose(widget.get_by_role("radio").first)
    hand.press(button(widget, words["keep_prediction"]))
    expect(widget.get_by_text(words["step_rate"])).to_be_visible()
    update = button(widget, words["update"])
    expect(update).to_have_attribute("aria-disabled", "true")
    for n, card in enumerate(CHOSEN):
        title = widget.get_by_text(start_of(words["card_title"]) + f" {card} (")
        expect(title).to_be_visible()
        for account in accounts.accounts():
            row = widget.get_by_role("group", name=account.name, exact=True)
            assert row.locator("input:checked").count() == 0 or n
            step = RATINGS[card][account.letter]
            hand.choose(row.get_by_role("radio").nth(step - 1))
        if n < len(CHOSEN) - 1:
            hand.press(button(widget, words["next"]))
    unseen(widget, words["step_see"], words["bars_title"], words["experts_label"])
    hand.press(update)
    expect(widget.get_by_text(words["step_see"])).to_be_visible()
    kept(update)
    saved(widget, 1)
    assert widget.get_by_text(start_of(words["experts_note"])).count() == 0
    hand.press(button(widget, words["flip_button"]))
    expect(widget.get_by_text(words["flip_button"])).to_be_visible()
    return list(BALANCE)


def _tick(hand: Hand, box: Locator) -> None:
    hand._tab_to(box)  # type: ignore[attr-defined]
    hand.page.keyboard.press("Space")  # type: ignore[attr-defined]


def test_square(widget: Locator, hand: Hand) -> list[str]:
    """Say what kind of evidence a silence is, then move the point with two sliders."""
    words = messages("test_square")
    unseen(
        widget, words["answer_straw"], words["answer_hoop"], words["controls"], words["continuum"]
    )
    assert widget.get_by_role("slider").count() == 0
    hand.choose(widget.get_by_role("radio", name=words["option_hoop"], exact=True))
    hand.press(button(widget, words["commit"]))
    expect(widget.get_by_text(words["answer_hoop"])).to_be_visible()
    saved(widget, 1)
    expect(widget.get_by_text(words["set_both"])).to_be_visible()
    sliders = widget.get_by_role("slider")
    expect(sliders.first).to_have_attribute("aria-valuetext", words["not_set"])
    hand.slide(sliders.nth(0), 40)
    hand.slide(sliders.nth(1), 20)
    says = widget.locator("[aria-live=polite]")
    expect(says).to_contain_text("dB")
    moves(widget, lambda: hand.press(button(widget, words["kind_smoking_gun"])))
    expect(says).to_contain_text("+11.8 dB")
    return ["L6.test-square.predict"]


test_square.__test__ = False  # type: ignore[attr-defined]
