"""An assignment in JupyterLab: filled in by keyboard, validated by nbgrader's own button."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, expect

from browser import lab
from course.grading import release

P3 = release.release("P3")


@pytest.fixture
def opened(window: BrowserContext, server: lab.Server) -> Iterator[lab.Notebook]:
    """The notebook as it is given out, open in JupyterLab."""
    shutil.copy(P3, server.folder / P3.name)
    notebook = lab.Notebook(window.new_page(), server, P3.name).open()
    yield notebook
    notebook.page.close()


def type_into(notebook: lab.Notebook, id: str, old: str, new: str) -> None:
    """Select `old` in a cell and type over it, as somebody at a keyboard would."""
    line = notebook.page.locator(f'[data-id="{id}"] .cm-line', has_text=old).first
    line.click()
    notebook.page.keyboard.press("Home")
    for _ in range(line.inner_text().index(old)):
        notebook.page.keyboard.press("ArrowRight")
    for _ in old:
        notebook.page.keyboard.press("Shift+ArrowRight")
    notebook.page.keyboard.type(new)


def validate(notebook: lab.Notebook) -> Locator:
    """Press nbgrader's button and wait for its window."""
    notebook.page.get_by_role("button", name="Validate").click()
    dialog = notebook.page.get_by_role("dialog")
    expect(dialog.get_by_text("Validation Results")).to_be_visible(timeout=60_000)
    return dialog


def test_a_student_fills_in_answers_and_the_checks_answer(opened: lab.Notebook) -> None:
    dialog = validate(opened)
    expect(dialog).to_contain_text("Write your student id in quotes in the first cell")
    dialog.get_by_role("button", name="Ok").click()
    type_into(opened, "student-id", "...", "'anna.k'")  # the editor closes quotes by itself
    for id in ("student-id", "sheet"):
        opened.run_cell(id)
    asked = opened.run_cell("ask-value-of-gamble")
    expect(asked).to_contain_text("A government may lose")
    check = opened.run_cell("check-value-of-gamble")
    expect(check).to_contain_text("value_of_gamble is still empty")
    type_into(opened, "value-of-gamble", "...", "-123.4")
    opened.run_cell("value-of-gamble")
    check = opened.run_cell("check-value-of-gamble")
    expect(check).to_contain_text("Read as the number -123.4. That is the form; nothing else")
    assert "Traceback" not in check.inner_text()
    dialog = validate(opened)
    expect(dialog).not_to_contain_text("value_of_gamble")
    expect(dialog).to_contain_text("decision_weight is still empty")
    dialog.get_by_role("button", name="Ok").click()


def test_an_essay_is_counted_once_it_is_saved(opened: lab.Notebook) -> None:
    opened.run_cell("student-id")
    opened.run_cell("sheet")
    expect(opened.run_cell("check-essay")).to_contain_text("Nothing is written under the headings")
    path = opened.server.folder / opened.name
    text = path.read_text(encoding="utf-8")
    essay = next(c for c in json.loads(text)["cells"] if c["id"] == "essay")
    assert "".join(essay["source"]).count("*Write here.*") == 5
    cell = opened.page.locator('[data-id="essay"]')
    cell.dblclick()
    type_into(opened, "essay", "*Write here.*", "I claim that four words stand here.")
    opened.save()
    expect(opened.run_cell("check-essay")).to_contain_text("7 words; 250 to 350 are asked for")
    expect(opened.cell("check-essay")).to_contain_text("What would change my mind")


def test_the_model_passes_in_full(window: BrowserContext, server: lab.Server) -> None:
    shutil.copy(release.source("P3"), server.folder / "model.ipynb")
    notebook = lab.Notebook(window.new_page(), server, "model.ipynb").open()
    expect(validate(notebook)).to_contain_text("passes all the tests")
    notebook.page.close()
