"""Stories about the two places to argue: the argument map, and the controversy."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from browser.hands import Hand
from course import accounts
from course.widgets.bridge import messages
from course.widgets.controversy import STEPS

MAP = {
    "claim": "In 2008 Moscow wanted to keep Georgia out of NATO.",
    "grounds": "A11 and E3.",
    "warrant": "A state acts where the loss that it fears is near.",
    "qualifier": "probably",
    "rebuttal": "Papers of that summer show another aim.",
}


def argument_map(widget: Locator, hand: Hand) -> list[str]:
    """Write a map with flaws, mend it, save it."""
    from browser.stories import again, button, kept, saved

    words = messages("argument_map")
    save = button(widget, words["keep"])
    expect(save).to_have_attribute("aria-disabled", "true")
    expect(widget.get_by_text(words["diagram"])).to_have_count(0)

    def box(part: str) -> Locator:
        return widget.get_by_role("textbox", name=f"{words[part]} {words[f'{part}_asks']}")

    for part, text in MAP.items():
        hand.type(box(part), text if part != "grounds" else "A99, as everybody knows")
    expect(widget.get_by_text(words["flag_no_source"])).to_be_visible()
    expect(widget.get_by_text("there is no A99")).to_be_visible()
    hand.press(save)  # advice forbids nothing
    saved(widget, 1)
    kept(save)
    hand_back(widget, hand, box("grounds"))
    expect(widget.get_by_text(words["advice_none"])).to_be_visible()
    expect(widget.get_by_role("img")).to_have_attribute("aria-label", f"{drawn(words)}")
    hand.press(button(widget, again("argument_map", words["keep"], 2)))
    saved(widget, 2)
    take_away(widget, hand)
    return ["L6.argument-map.map"] * 2


def take_away(widget: Locator, hand: Hand) -> None:
    """Copy the map, or be told that the browser forbids it; download it: the same text."""
    from browser.stories import button
    from course import argument

    words = messages("argument_map")
    hand.press(button(widget, words["copy"]))
    told = widget.get_by_text(words["copied"], exact=True).or_(
        widget.get_by_text(words["not_copied"], exact=True)
    )
    expect(told).to_be_visible()
    with widget.page.expect_download() as download:
        hand.press(widget.get_by_role("link", name=words["download"], exact=True))
    assert download.value.suggested_filename == words["file_name"]
    text = download.value.path().read_text(encoding="utf-8")
    assert text == argument.markdown(MAP, words)


def hand_back(widget: Locator, hand: Hand, box: Locator) -> None:
    """Go back to a box above: by keyboard that is a long way round, so it is focused first."""
    box.focus()
    hand.type(box, MAP["grounds"])


def drawn(words: dict[str, str]) -> str:
    """Say what the drawing of the mended map says."""
    from course import argument

    return words["diagram_says"].format(sentence=argument.sentence(MAP, words))


def controversy(widget: Locator, hand: Hand) -> list[str]:
    """Argue for one account alone, hear the rival, change sides, drop both."""
    from browser.stories import button, saved, unseen

    words = messages("controversy")
    first, second = (accounts.account(letter) for letter in "TI")
    hand.pick(widget.get_by_role("combobox", name=words["first"], exact=True), "T")
    hand.pick(widget.get_by_role("combobox", name=words["second"], exact=True), "I")
    hand.choose(widget.get_by_role("radio", name=words["mode_alone"], exact=True))
    hand.press(button(widget, words["begin"]))
    names = {"first": first.name, "second": second.name}
    asks = ["ask_argue", "ask_reply_alone", "ask_swap_alone", "ask_answer_alone", "ask_joint"]
    for number, (step, ask) in enumerate(zip(STEPS, asks, strict=True)):
        region = widget.get_by_role("region", name=words[f"step_{step}"].format(**names))
        if number < 1:
            unseen(widget, words["replies"].format(name=second.name))
        for later in STEPS[number + 1 :]:
            unseen(widget, words[f"step_{later}"].format(**names))
        box = region.get_by_role("textbox", name=words[ask].format(**names), exact=True)
        hand.type(box, f"Step {number + 1}: E1 says so.")
        if step == "swap":
            hand.choose(region.get_by_role("radio", name=words["signed_changes"], exact=True))
        if step == "joint":
            hand.pick(region.get_by_role("combobox", name=words["ask_card"], exact=True), "E4")
        hand.press(button(region, words["keep"]))
        saved(region, 1)
    expect(widget.get_by_text(words["replies"].format(name=second.name))).to_be_visible()
    expect(widget.get_by_text(words["replies"].format(name=first.name))).to_be_visible()
    done = words["done"].partition("{card}")[0].strip()
    expect(widget.locator("[aria-live=polite]").filter(has_text=done)).to_be_visible()
    return ["L6.controversy.choose", *(f"L6.controversy.{step}.T-I" for step in STEPS)]
