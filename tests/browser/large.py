"""The large view of a widget, as the tests open, measure and leave it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from course.widgets.bridge import messages

WORDS = messages("large_view")
FRAME = "xpath=.."  # of a widget

MEASURED = """(frame) => {
  const words = document.createNodeIterator(frame, NodeFilter.SHOW_TEXT);
  const sizes = [];
  for (let word = words.nextNode(); word; word = words.nextNode()) {
    const el = word.parentElement;
    const seen = el.getClientRects().length && !el.closest(".tpl-out, option");
    if (!word.textContent.trim() || !seen) continue;
    const size = parseFloat(getComputedStyle(el).fontSize) * el.currentCSSZoom;
    const said = `${el.tagName} ${word.textContent.trim()}`.slice(0, 60);
    sizes.push([Math.round(size * 10) / 10, said]);
  }
  const right = frame.getBoundingClientRect().left + frame.clientWidth;
  const out = [...frame.querySelectorAll("*")]
    .filter((el) => !el.parentElement.closest(".tpl-scroll") && !el.closest(".tpl-out"))
    .filter((el) => el.getClientRects().length && el.getBoundingClientRect().right > right + 1)
    .map((el) => `${el.tagName} ${el.textContent.trim()}`.slice(0, 60));
  const lines = [...frame.querySelectorAll(".tpl p")].map((p) => {
    const size = parseFloat(getComputedStyle(p).fontSize) * p.currentCSSZoom;
    return p.getBoundingClientRect().width / size;
  });
  const box = frame.getBoundingClientRect();
  const fills = box.left === 0 && box.top === 0
    && box.width === innerWidth && box.height === innerHeight;
  return { texts: sizes.length, least: sizes.sort((a, b) => a[0] - b[0])[0], out,
    sideways: frame.scrollWidth - frame.clientWidth, longest: Math.max(0, ...lines),
    fills };
}"""


def opener(widget: Locator) -> Locator:
    """Find the button that opens a widget's large view."""
    return widget.locator(FRAME).get_by_role("button", name=WORDS["open"], exact=True)


def view(page: Page) -> Locator:
    """Find the large view that is open."""
    return page.get_by_role("dialog", name=WORDS["name"], exact=True)


def enlarge(widget: Locator) -> Locator:
    """Open a widget's large view by keyboard."""
    opener(widget).focus()
    widget.page.keyboard.press("Enter")
    frame = view(widget.page)
    expect(frame).to_be_visible()
    widget.page.wait_for_function(
        "() => document.querySelector('.tpl-large:is(:fullscreen, :popover-open)')"
    )
    return frame


def measure(frame: Locator) -> dict[str, Any]:
    """Measure what is in the view: letters, lines, and what sticks out."""
    frame.page.evaluate(
        "() => new Promise((ok) => requestAnimationFrame(() => requestAnimationFrame(ok)))"
    )
    found: dict[str, Any] = frame.evaluate(MEASURED)
    return found


def left(widget: Locator) -> None:
    """See that the page is as it was: the focus on the button, and everything within reach."""
    page = widget.page
    expect(view(page)).to_have_count(0)
    expect(opener(widget)).to_be_focused()
    expect(widget.locator(FRAME).get_by_role("status").first).to_have_text(WORDS["closed"])
    assert page.evaluate("() => document.querySelectorAll('[inert], [popover]').length") == 0
    assert page.evaluate("() => document.fullscreenElement === null")
