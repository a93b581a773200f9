"""The pages that come out of grading, in a browser: everybody can read them, and nothing acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import pytest
from classroom import classroom, submission
from playwright.sync_api import Browser, Page
from test_feedback import HOSTILE

from browser import lab
from course.files import write_whole
from course.grading import feedback, report

PAGES = ("full", "low", "open", "hostile", "report", "few", "alarming")
GRAVE = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false });
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
      [id, html.slice(0, 200), failureSummary].join(": ")));
}"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as files, as a student or teacher opens them."""
    students = classroom()
    by_points = sorted(students, key=lambda one: one.points)
    everything = "\n\n".join(HOSTILE.values())
    bad = submission("anna.k", {}, essay=everything)
    items = tuple(replace(i, message=everything, answer=everything) for i in bad.items)
    bad = replace(bad, student=HOSTILE["event"], items=items, repairs=(everything,))
    bad = replace(bad, essay=replace(bad.essay, comment=everything, points=1.0))
    alarming = [replace(one, notes=(everything,)) for one in students[:11]]
    pages = {
        "full": feedback.page(by_points[-1]),
        "low": feedback.page(by_points[0]),
        "open": feedback.page(submission("anna.k", {}, essay="")),
        "hostile": feedback.page(bad),
        "report": report.page(students),
        "few": report.page(students[:4]),
        "alarming": report.page([*alarming, bad]),
    }
    assert set(pages) == set(PAGES)
    folder = tmp_path_factory.mktemp("pages")
    for name, page in pages.items():
        write_whole(folder / f"{name}.html", page)
    return folder


@pytest.fixture(params=[(1200, "light"), (1200, "dark"), (375, "light"), (375, "dark")])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A window, wide or as on a phone, light or dark; it notes what is asked for and what fails."""
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True
    )
    page = context.new_page()
    yield page
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_everybody_can_read_it_and_nothing_acts(name: str, page: Page, folder: Path) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.goto((folder / f"{name}.html").as_uri())
    assert len(asked) == 1 and said == []
    inside: dict[str, Any] = page.evaluate(
        """() => ({
          width: document.documentElement.scrollWidth - innerWidth,
          scripts: document.scripts.length,
          pictures: document.images.length,
          followed: document.querySelectorAll("a[href]:not([href^='#'])").length,
          display: getComputedStyle(document.body).display,
          ground: getComputedStyle(document.body).backgroundColor,
        })"""
    )
    assert inside["width"] <= 0, "the page is wider than the window"
    assert inside["scripts"] == inside["pictures"] == inside["followed"] == 0
    assert inside["display"] == "block"
    dark = page.evaluate("() => matchMedia('(prefers-color-scheme: dark)').matches")
    assert inside["ground"] == ("rgb(22, 25, 29)" if dark else "rgb(255, 255, 255)")
    page.evaluate(lab.AXE.read_text(encoding="utf-8"))
    assert page.evaluate(GRAVE) == []


@pytest.mark.parametrize("name", ["low", "report"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_black_on_white(
    name: str, scheme: Literal["light", "dark"], chromium: Browser, folder: Path
) -> None:
    page = chromium.new_page(viewport={"width": 750, "height": 900}, color_scheme=scheme)
    page.emulate_media(media="print")
    page.goto((folder / f"{name}.html").as_uri())
    colours = page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.body).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    wide = page.evaluate(
        """() => [...document.querySelectorAll("table")]
          .filter((t) => t.getBoundingClientRect().right > innerWidth).length"""
    )
    assert wide == 0
    assert page.locator("nav:visible").count() == 0
    page.close()


@pytest.mark.parametrize("name", ["full", "low", "open", "report", "few", "alarming"])
def test_on_a_phone_no_table_has_to_be_moved_sideways(
    name: str, chromium: Browser, folder: Path
) -> None:
    page = chromium.new_page(viewport={"width": 375, "height": 900})
    page.goto((folder / f"{name}.html").as_uri())
    tables = page.locator(".scroll")
    assert tables.count() >= 2
    wide = tables.evaluate_all(
        "(boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1)"
        ".map((box) => box.getAttribute('aria-label'))"
    )
    assert wide == []
    page.close()


def test_a_wide_table_scrolls_by_keyboard(chromium: Browser, folder: Path) -> None:
    page = chromium.new_page(viewport={"width": 260, "height": 900})
    page.goto((folder / "report.html").as_uri())
    wide = page.locator("#difficulty ~ .scroll")
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(box) => box.scrollLeft > 0", arg=wide.element_handle())
    page.close()
