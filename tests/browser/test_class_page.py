"""The page that shows a class to itself, in a browser: on the projector and on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
import simulated_class
from playwright.sync_api import Browser

from browser import lab
from browser.test_grading_pages import GRAVE
from course.files import write_whole
from course.grading import class_page
from course.grading.class_page import Wishes
from course.grading.gathering import gather


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a whole class, and one with names and notes."""
    folder = tmp_path_factory.mktemp("class")
    students = gather(simulated_class.write(folder / "in")).students
    write_whole(folder / "plain.html", class_page.page(students))
    write_whole(folder / "all.html", class_page.page(students, Wishes(names=True, notes=True)))
    return folder


@pytest.mark.parametrize("name", ["plain", "all"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1920, 375])
def test_everybody_can_read_it_and_nothing_acts(
    width: int, scheme: Literal["light", "dark"], name: str, chromium: Browser, folder: Path
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 1080}, color_scheme=scheme, offline=True
    )
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto((folder / f"{name}.html").as_uri())
    assert len(asked) == 1 and said == []
    # What is folded has to be readable too.
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    inside: dict[str, Any] = page.evaluate(
        """() => ({
          wider: document.documentElement.scrollWidth - innerWidth,
          scripts: document.scripts.length,
          type: parseFloat(getComputedStyle(document.querySelector("main p")).fontSize),
          cut: [...document.querySelectorAll(".ends span, .length b")]
            .filter((e) => e.getClientRects().length > 1 || e.offsetHeight > 60).length,
        })"""
    )
    assert inside["wider"] <= 0 and inside["scripts"] == inside["cut"] == 0
    assert inside["type"] >= (24 if width == 1920 else 16)
    page.evaluate(lab.AXE.read_text(encoding="utf-8"))
    assert page.evaluate(GRAVE) == []
    context.close()


def test_by_keyboard_and_on_paper(chromium: Browser, folder: Path) -> None:
    page = chromium.new_page(viewport={"width": 1000, "height": 900})
    page.goto((folder / "plain.html").as_uri())
    folded = page.locator("summary").first
    folded.focus()
    page.keyboard.press("Enter")
    assert page.locator("details").first.get_attribute("open") is not None
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        "() => [getComputedStyle(document.body).backgroundColor,"
        " getComputedStyle(document.body).color]"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert page.locator("nav:visible").count() == 0
    page.close()
