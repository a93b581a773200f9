"""One story about each widget: what a learner does with it, and what must and must not be seen.

Names of controls are read from the catalogue of messages, so that a new wording breaks nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, expect

from browser import stories_ends, stories_prospect
from browser.hands import Hand
from browser.stories_argument import argument_map, controversy
from browser.stories_factors import factor_weigher
from course import checks
from course.widgets.bridge import messages


def button(widget: Locator, name: str) -> Locator:
    """Find a button by its name."""
    return widget.get_by_role("button", name=name, exact=True)


def again(kind: str, label: str, number: int) -> str:
    """Name the button that commits a revision."""
    return messages(kind)["commit_again"].format(label=label, n=number)


def start_of(text: str) -> str:
    """Give the part of a message before its first blank to fill in."""
    return text.partition("{")[0].strip()


def kept(pressed: Locator) -> None:
    """See that the button rests: what it kept is no new revision."""
    expect(pressed).to_have_attribute("aria-disabled", "true")
    expect(pressed).not_to_contain_text("2")


def saved(widget: Locator, revision: int) -> None:
    """See that a commitment was kept as that revision."""
    sentence = messages("note")["kept"].partition("{time}")[0].format(n=revision).strip()
    expect(widget.get_by_role("status").filter(has_text=sentence).first).to_be_visible()


def unseen(widget: Locator, *texts: str) -> None:
    """See that nothing of the result is on the page: not even out of sight."""
    markup = widget.evaluate("(el) => el.textContent")
    assert texts
    for text in texts:
        assert text
        assert text not in markup


def check(widget: Locator, hand: Hand) -> list[str]:
    """Answer wrongly, read why, answer again."""
    words, item = messages("check"), checks.check("L0.1")
    wrong = next(option for option in item.options if not option.correct)
    right = next(option for option in item.options if option.correct)
    unseen(widget, *(option.feedback for option in item.options), words["not_yet"], words["right"])
    hand.choose(widget.get_by_role("radio", name=wrong.text, exact=True))
    hand.choose(widget.get_by_role("radio", name=words["sure_fairly"], exact=True))
    unseen(widget, *(option.feedback for option in item.options))
    hand.press(button(widget, words["check"]))
    expect(widget.get_by_text(wrong.feedback)).to_be_visible()
    expect(widget.get_by_text(words["not_yet"])).to_be_visible()
    unseen(widget, right.feedback)
    saved(widget, 1)
    return ["L0.1.answer"]


def check_again(widget: Locator, hand: Hand) -> None:
    """Answer rightly this time."""
    words, item = messages("check"), checks.check("L0.1")
    wrong = next(option for option in item.options if not option.correct)
    right = next(option for option in item.options if option.correct)
    hand.choose(widget.get_by_role("radio", name=right.text, exact=True))
    hand.press(button(widget, again("check", words["check"], 2)))
    expect(widget.get_by_text(right.feedback)).to_be_visible()
    saved(widget, 2)
    first = widget.locator("p").filter(has_text=start_of(words["first_said"]))
    expect(first).to_contain_text(wrong.text)


def note(widget: Locator, hand: Hand) -> list[str]:
    """Write two sentences and save them."""
    words = messages("note")
    save = button(widget, words["save"])
    expect(save).to_have_attribute("aria-disabled", "true")
    hand.type(widget.get_by_role("textbox"), "Because they fear what others may do. So I think.")
    hand.press(save)
    saved(widget, 1)
    kept(save)
    return ["L0.exit.text"]


def estimate(widget: Locator, hand: Hand) -> list[str]:
    """Move the slider and save the number."""
    words = messages("estimate")
    slider = widget.get_by_role("slider", name=words["label"])
    expect(widget.get_by_text(words["set_first"])).to_be_visible()
    expect(slider).to_have_attribute("aria-valuetext", words["not_set"])
    hand.slide(slider, 4)
    expect(slider).to_have_value("20")
    hand.press(button(widget, words["save"]))
    saved(widget, 1)
    return ["L0.slider.estimate"]


def claim_sorter(widget: Locator, hand: Hand) -> list[str]:
    """Predict, sort twelve claims, compare."""
    from course import seeds
    from course.widgets import sorter

    words = messages("claim_sorter")
    claims = [seeds.claim(id) for id in sorter.chosen()]
    unseen(widget, *(claim.text for claim in claims))
    hand.type(widget.get_by_role("spinbutton"), "5")
    hand.press(button(widget, words["commit_guess"]))
    kind = next(term for term in sorter._terms("type") if term["id"] == "factual")["name"]
    layer = sorter._terms("layer")[0]["id"]
    for number, claim in enumerate(claims, start=1):
        name = words["claim"].format(n=number, all=len(claims), paragraph=claim.paragraph)
        card = widget.get_by_role("group", name=name, exact=True)
        expect(card).to_contain_text(claim.text)
        hand.choose(card.get_by_role("radio", name=kind, exact=True))
        hand.pick(card.get_by_role("combobox"), layer)
    unseen(widget, words["outcome"], "κ", words["kappa_note"])
    hand.press(button(widget, words["commit_sort"]))
    expect(widget.get_by_text(words["outcome"])).to_be_visible()
    expect(widget.get_by_text("κ").first).to_be_visible()
    saved(widget, 1)
    return ["L1.claim-sorter.predict", "L1.claim-sorter.sort"]


def says(widget: Locator) -> Locator:
    """Find the sentence that says the current result."""
    return widget.locator("[aria-live=polite]").filter(has_text=".").first


def moves(widget: Locator, act: Callable[[], None]) -> None:
    """See that the current result changes when something is done."""
    before = says(widget).inner_text()
    act()
    expect(says(widget)).not_to_have_text(before)


def four_worlds(widget: Locator, hand: Hand) -> list[str]:
    """Predict, move one handle after the other, choose a world."""
    words = messages("four_worlds")
    unseen(widget, words["results"], words["answer_hold"], words["answer_arm"], words["takes"][:15])
    hand.choose(widget.get_by_role("radio", name=words["option_hold"], exact=True))
    hand.press(button(widget, words["commit"]))
    expect(widget.get_by_text(words["answer_hold"])).to_be_visible()
    saved(widget, 1)

    def slider(name: str) -> Locator:
        return widget.get_by_role("slider", name=words[f"{name}_label"], exact=True)

    assert slider("distinguishability").count() == 0
    moves(widget, lambda: hand.slide(slider("offence"), 4))
    moves(widget, lambda: hand.slide(slider("distinguishability"), 10))
    moves(widget, lambda: hand.slide(slider("trust"), 18))
    world = button(widget, words["preset"].format(n=1))
    moves(widget, lambda: hand.press(world))
    expect(world).to_have_attribute("aria-pressed", "true")
    expect(says(widget)).to_contain_text(world.inner_text())
    return ["L2.four-worlds.predict"]


def reweigher(widget: Locator, hand: Hand) -> list[str]:
    """Predict, weigh, compare two states."""
    words = messages("reweigher")
    unseen(widget, words["results"], words["pair_heading"], start_of(words["answer"]))
    hand.choose(widget.get_by_role("radio").first)
    hand.press(button(widget, words["commit"]))
    expect(widget.get_by_text(words["pair_heading"])).to_be_visible()
    saved(widget, 1)
    sliders = widget.get_by_role("slider")
    assert sliders.count() == 6
    moves(widget, lambda: hand.slide(sliders.nth(0), 9))
    hand.pick(widget.get_by_role("combobox", name=words["pair_a"], exact=True), "USA")
    hand.pick(widget.get_by_role("combobox", name=words["pair_b"], exact=True), "RUS")
    expect(widget.locator("[aria-live=polite]").filter(has_text="Russia").last).to_be_visible()
    draws = widget.locator("[aria-live=polite]").filter(has_text="±")
    expect(draws).to_be_visible()  # what only Python can compute has come
    return ["L2.reweigher.predict"]


def threat_weigher(widget: Locator, hand: Hand) -> list[str]:
    """Predict, weigh three sources, look, add intentions, look at other years."""
    words = messages("threat_weigher")
    claim, year = first_claim()
    unseen(widget, words["step_weigh"], words["step_see"], words["step_intentions"])
    hand.pick(widget.get_by_role("combobox", name=words["whose"], exact=True), claim)
    hand.pick(widget.get_by_role("combobox", name=words["year"], exact=True), year)
    hand.choose(widget.get_by_role("radio").first)
    hand.type(widget.get_by_role("spinbutton"), "70")
    assert widget.get_by_role("slider").count() == 0
    hand.press(button(widget, words["keep_prediction"]))
    sliders = widget.get_by_role("slider")
    expect(sliders).to_have_count(3)
    keep = button(widget, words["keep_weights"])
    expect(keep).to_have_attribute("aria-disabled", "true")
    for number, steps in enumerate((3, 8, 5)):
        expect(sliders.nth(number)).to_have_attribute("aria-valuetext", words["not_set"])
        hand.slide(sliders.nth(number), steps)
    unseen(widget, words["step_see"], words["triangle"], words["step_intentions"])
    hand.press(keep)
    expect(widget.get_by_text(words["step_see"])).to_be_visible()
    kept(keep)
    unseen(widget, words["measure_intentions_record"], words["step_years"])
    hand.press(button(widget, words["add_intentions"]))
    hand.choose(widget.get_by_role("radio", name=words["measure_intentions_votes"]))
    hand.slide(widget.get_by_role("slider").nth(3), 6)
    hand.press(button(widget, words["keep_all"]))
    expect(widget.get_by_text(words["step_years"])).to_be_visible()
    kept(button(widget, words["keep_all"]))
    title = words["years_title_plain"]
    unseen(widget, title)
    hand.choose(widget.get_by_role("radio", name=words["moves_stays"], exact=True))
    hand.press(button(widget, words["keep_prediction"]).last)
    expect(widget.get_by_text(title).first).to_be_attached()
    expect(widget.locator("[aria-live=polite]").filter(has_text="±")).to_be_visible()
    stages = ("predict", "weights", "intentions", "years")
    return [f"L3.threat-weigher.{stage}.{claim}" for stage in stages]


def first_claim() -> tuple[str, str]:
    """Give a comparison that the widget offers, and a year for it."""
    from course.widgets.threat_weigher import ThreatWeigher

    config: dict[str, Any] = ThreatWeigher()._config
    claim = config["claims"][0]
    return claim["id"], str(claim["years"][-2])


def _balance(name: str) -> Callable[[Locator, Hand], list[str]]:
    def told(widget: Locator, hand: Hand) -> list[str]:
        from browser import stories_balance  # it needs this module's helpers

        story: Callable[[Locator, Hand], list[str]] = getattr(stories_balance, name)
        return story(widget, hand)

    return told


STORIES: dict[str, Callable[[Locator, Hand], list[str]]] = {
    "check": check,
    "note": note,
    "estimate": estimate,
    "claim_sorter": claim_sorter,
    "factor_weigher": factor_weigher,
    "four_worlds": four_worlds,
    "reweigher": reweigher,
    "threat_weigher": threat_weigher,
    **stories_ends.STORIES,
    **stories_prospect.STORIES,
    "argument_map": argument_map,
    "controversy": controversy,
    "evidence_balance": _balance("evidence_balance"),
    "test_square": _balance("test_square"),
}
