"""Each lesson, opened as it is saved, then run to its end, in both themes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import BrowserContext

import course
from browser import lab
from course.charts import VEGALITE
from course.journal import Journal

LESSONS = sorted(path.name for path in (lab.ROOT / "notebooks").glob("*.ipynb"))
BROKEN = ("Error displaying widget", "model not found", "Loading widget", "Error rendering")
NAMES = {"check", "note", "estimate", "diary"} | {n for n in course.__all__ if n[0].isupper()} - {
    "Game"
}
WIDGETS = re.compile(rf"^({'|'.join(sorted(NAMES))})\(", re.MULTILINE)


def squeezed(text: str) -> str:
    """Leave out white space: a picture breaks a sentence into lines."""
    return re.sub(r"\s+", "", text)


@dataclass
class Lesson:
    """A lesson in the browser, with what was seen before anything was run."""

    notebook: lab.Notebook
    trusted: bool
    before: dict[str, str]
    drawings: dict[str, int]

    def file(self) -> list[dict[str, Any]]:
        """Read the code cells of the lesson as it is saved."""
        path = self.notebook.server.folder / self.notebook.name
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return [cell for cell in cells if cell["cell_type"] == "code"]

    def saved(self, mime: str) -> dict[str, str]:
        """Give the plain sentence of each output of a kind, by cell id."""
        return {
            cell["id"]: "".join(output["data"]["text/plain"])
            for cell in self.file()
            for output in cell["outputs"]
            if mime in output.get("data", {})
        }

    def widgets(self) -> set[str]:
        """Name the cells that show a widget when they are run."""
        return {cell["id"] for cell in self.file() if WIDGETS.search("".join(cell["source"]))}


@pytest.fixture(scope="module", params=LESSONS, ids=lambda name: name[:2])
def lesson(
    window: BrowserContext, server: lab.Server, request: pytest.FixtureRequest
) -> Iterator[Lesson]:
    Journal(server.journal).delete()
    notebook = lab.Notebook(window.new_page(), server, request.param).open()
    notebook.wait_for_drawings(VEGALITE)
    seen = Lesson(notebook, notebook.trusted(), notebook.seen(), notebook.drawings())
    notebook.run_all()
    notebook.wait_for_drawings(VEGALITE)
    yield seen
    notebook.page.close()


def test_there_are_lessons() -> None:
    assert len(LESSONS) >= 4


def test_a_saved_lesson_can_be_read_before_it_is_trusted_or_run(lesson: Lesson) -> None:
    assert not lesson.trusted
    assert not [text for text in BROKEN if text in " ".join(lesson.before.values())]
    sentences, charts = lesson.saved("text/plain"), lesson.saved(VEGALITE)
    assert lesson.widgets() <= set(sentences)
    for id in lesson.widgets() | set(charts):
        assert squeezed(sentences[id]) in squeezed(lesson.before[id]), id
    for id in charts:
        assert lesson.drawings[id], f"there is no picture in {id}"


def test_it_runs_to_the_end(lesson: Lesson) -> None:
    cells = lesson.notebook.outputs()
    assert len(cells) == len(lesson.file())
    assert all(cell["count"] for cell in cells)
    for cell in cells:
        failed = [o for o in cell["outputs"] if o["output_type"] == "error"]
        noisy = [o for o in cell["outputs"] if o.get("name") == "stderr"]
        assert bool(failed) == ("raises-exception" in cell["tags"]), (cell["id"], failed)
        assert not noisy, (cell["id"], noisy)
    assert not [text for text in BROKEN if text in " ".join(lesson.notebook.seen().values())]


def test_every_widget_is_there(lesson: Lesson) -> None:
    wanted = lesson.widgets()
    assert wanted
    for id in wanted:
        assert lesson.notebook.cell(id).locator(".tpl[data-kind]").count() == 1, id
    assert lesson.notebook.widgets().count() == len(wanted)
    for chart in lesson.saved(VEGALITE):
        assert lesson.notebook.drawings()[chart] or chart in wanted


def test_axe_finds_nothing_serious_in_the_light(lesson: Lesson) -> None:
    lesson.notebook.theme(lab.LIGHT)
    found = lesson.notebook.axe()
    assert not found, "\n".join(found)


def test_axe_finds_nothing_serious_in_the_dark(lesson: Lesson) -> None:
    lesson.notebook.theme(lab.DARK)
    try:
        found = lesson.notebook.axe()
    finally:
        lesson.notebook.theme(lab.LIGHT)
    assert not found, "\n".join(found)


def test_nothing_sticks_out_on_a_phone(lesson: Lesson) -> None:
    with lesson.notebook.width(375):
        found = lab.too_wide(lesson.notebook.page)
    assert not found, "\n".join(found)


def test_the_browser_complains_of_nothing(lesson: Lesson) -> None:
    assert not lesson.notebook.errors
