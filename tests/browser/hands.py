"""Two ways to work a widget: with the mouse, and with the keyboard alone.

Both know the same six moves, so that one story about a widget can be told twice.
"""

from __future__ import annotations

from typing import Protocol

from playwright.sync_api import Locator, Page

FAR = 80  # presses of Tab after which something is out of reach


class Hand(Protocol):
    """The six moves."""

    def choose(self, radio: Locator) -> None:
        """Choose one of several."""

    def pick(self, select: Locator, value: str) -> None:
        """Pick from a list, by value."""

    def slide(self, slider: Locator, steps: int) -> None:
        """Move a slider to `steps` steps from its left end."""

    def type(self, box: Locator, text: str) -> None:
        """Type into a box, in place of what is there."""

    def press(self, button: Locator) -> None:
        """Press a button."""

    def tick(self, box: Locator) -> None:
        """Tick a box."""


class Mouse:
    """Only the mouse, but for typing."""

    def choose(self, radio: Locator) -> None:
        radio.click()

    def pick(self, select: Locator, value: str) -> None:
        # The list that opens belongs to the system, not to the page; no test can point into it.
        select.select_option(value)

    def slide(self, slider: Locator, steps: int) -> None:
        low, high, step = (float(slider.get_attribute(a) or 0) for a in ("min", "max", "step"))
        share = steps * step / (high - low)
        slider.scroll_into_view_if_needed()
        box = slider.bounding_box()
        assert box is not None
        thumb = 16  # the thumb's middle stays half its width away from both ends
        x = thumb / 2 + share * (box["width"] - thumb)
        slider.click(position={"x": x, "y": box["height"] / 2})

    def type(self, box: Locator, text: str) -> None:
        box.click()
        box.fill(text)

    def press(self, button: Locator) -> None:
        button.click()

    def tick(self, box: Locator) -> None:
        box.click()


class Keys:
    """Only the keyboard: Tab, arrows, Space, Enter and letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def _tab_to(self, target: Locator) -> None:
        target.wait_for()
        for _ in range(FAR):
            if target.evaluate("(el) => el === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {target}; it is at {self._where()}")

    def _where(self) -> str:
        return str(self.page.evaluate("() => document.activeElement?.outerHTML.slice(0, 300)"))

    def choose(self, radio: Locator) -> None:
        radio.wait_for()
        same = "(el) => el.name === document.activeElement.name"
        for _ in range(FAR):
            if radio.evaluate(same):
                break
            self.page.keyboard.press("Tab")
        else:
            raise AssertionError(f"Tab does not reach {radio}; it is at {self._where()}")
        if radio.evaluate("(el) => el === document.activeElement"):
            self.page.keyboard.press("Space")
        for _ in range(FAR):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not choose {radio}")

    def pick(self, select: Locator, value: str) -> None:
        self._tab_to(select)
        for _ in range(FAR):
            if select.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"The arrow keys do not pick {value}")

    def slide(self, slider: Locator, steps: int) -> None:
        self._tab_to(slider)
        self.page.keyboard.press("Home")
        for _ in range(steps):
            self.page.keyboard.press("ArrowRight")

    def type(self, box: Locator, text: str) -> None:
        self._tab_to(box)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)

    def press(self, button: Locator) -> None:
        self._tab_to(button)
        self.page.keyboard.press("Enter")

    def tick(self, box: Locator) -> None:
        self._tab_to(box)
        self.page.keyboard.press("Space")
