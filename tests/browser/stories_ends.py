"""Stories about what ends a lesson and the course: the holdout, the diary, the verdict."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from browser.hands import Hand
from course import holdout
from course.widgets.bridge import messages


def press(widget: Locator, hand: Hand, name: str) -> None:
    """Press the button of that name."""
    hand.press(widget.get_by_role("button", name=name, exact=True))


def hidden(widget: Locator, *texts: str) -> None:
    """See that nothing of this is in the page, not even out of sight."""
    markup = widget.evaluate("(el) => el.textContent")
    for text in texts:
        assert text and text not in markup


def holdout_reveal(widget: Locator, hand: Hand) -> list[str]:
    """Go on without a model, forecast three cases, see them open one by one."""
    words, cases = messages("holdout"), holdout.cases()
    hidden(widget, *(case.name for case in cases), *(case.card for case in cases))
    press(widget, hand, words["go_without"])
    for number, case in enumerate(cases[:3], start=1):
        group = widget.get_by_role(
            "group", name=words["card"].format(n=number, all=len(cases)), exact=True
        )
        expect(group).to_contain_text(case.card[:60])
        hidden(widget, case.name, *(later.name for later in cases[number:]))
        keep = group.get_by_role("button", name=words["keep"], exact=True)
        expect(keep).to_have_attribute("aria-disabled", "true")
        hand.type(group.get_by_role("spinbutton"), str(20 * number))
        if number == 2:
            hand.choose(group.get_by_role("radio", name=words["recognised_no"], exact=True))
            expect(group.get_by_role("spinbutton")).to_have_value("40")
        hand.press(keep)
        opened = words["opened_case"].format(name=case.name, year=case.year)
        expect(widget).to_contain_text(opened)
    expect(widget).to_contain_text(words["views_now"])
    hidden(widget, words["reading"], words["again"], *(case.name for case in cases[3:]))
    return ["L8.holdout.without", *(f"L8.holdout.forecast.{case.id}" for case in cases[:3])]


def odds_diary(widget: Locator, hand: Hand) -> list[str]:
    """Give points to all eight lines."""
    words = messages("odds_diary")
    sliders = widget.get_by_role("slider")
    expect(sliders).to_have_count(8)
    keep = widget.get_by_role("button", name=words["commit"], exact=True)
    for number in range(8):
        expect(sliders.nth(number)).to_have_attribute(
            "aria-valuetext", messages("check")["not_set"]
        )
        expect(keep).to_have_attribute("aria-disabled", "true")
        hand.slide(sliders.nth(number), number)
    hidden(widget, words["others_none"])
    hand.press(keep)
    expect(widget).to_contain_text(words["others_none"])
    return ["L3.diary.belief"]


def verdict(widget: Locator, hand: Hand) -> list[str]:
    """Write a conclusion; with an empty journal nothing can carry it, and the page says why."""
    words = messages("verdict")
    hand.type(widget.get_by_role("textbox"), "Threat matters, but not alone.")
    expect(widget).to_contain_text(words["nothing"])
    for lesson in (3, 6, 7):
        expect(widget).to_contain_text(f"lesson {lesson} fills this in")
    keep = widget.get_by_role("button", name=words["commit"], exact=True)
    expect(keep).to_have_attribute("aria-disabled", "true")
    return []


STORIES = {"holdout": holdout_reveal, "odds_diary": odds_diary, "verdict": verdict}
CELLS = {"holdout": "HoldoutReveal()", "odds_diary": 'diary("L3")', "verdict": "Verdict()"}
