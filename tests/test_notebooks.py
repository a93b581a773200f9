"""The lessons as files: one form, one structure, and outputs that are really there.

What the cells give is compared by nbval itself (see pyproject.toml); these tests make sure that it
has something to compare.
"""

from __future__ import annotations

import ast
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from nbval.plugin import IPyNbCell

from course import notebooks
from course.errors import CourseError
from course.files import CLONE

LESSONS = notebooks.notebooks()
LONGEST_CELL = 12  # lines
LARGEST = 250_000  # bytes
IDS = [path.stem for path in LESSONS]


@pytest.fixture(params=LESSONS, ids=IDS)
def lesson(request: pytest.FixtureRequest) -> tuple[Path, Any]:
    path: Path = request.param
    return path, notebooks.read(path)


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def prose(notebook: Any) -> str:
    return "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def test_there_are_lessons_in_order() -> None:
    assert [path.name[:2] for path in LESSONS] == [f"{n:02}" for n in range(len(LESSONS))]
    assert len(LESSONS) >= 4


def test_it_is_in_canonical_form(lesson: tuple[Path, Any]) -> None:
    path, _ = lesson
    assert notebooks.not_canonical([path]) == [], "run `course notebooks write`"


def test_canonical_form_is_a_fixed_point(lesson: tuple[Path, Any], tmp_path: Path) -> None:
    path, notebook = lesson
    disturbed = tmp_path / path.name
    notebook.metadata["widgets"] = {"state": "of a browser"}
    notebook.cells[1].metadata["execution"] = {"iopub.status.busy": "then"}
    code_cells(notebook)[0].execution_count = 77
    disturbed.write_text(notebooks.canonical(notebook), encoding="utf-8")
    assert disturbed.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def test_nbval_has_something_to_compare(lesson: tuple[Path, Any]) -> None:
    path, notebook = lesson
    cells = code_cells(notebook)
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    silent = [cell.id for cell in cells if not cell.outputs]
    assert silent == [cells[0].id], "only the cell that imports may show nothing"
    for cell in cells[1:]:
        for output in cell.outputs:
            kinds = set(output.get("data", {})) or {output.output_type}
            assert kinds & {"text/plain", "error"}, f"{path.name} {cell.id}: nothing comparable"
            assert output.get("name") != "stderr"


def test_every_cell_is_run_when_everything_is_tested(request: pytest.FixtureRequest) -> None:
    collected = [item for item in request.session.items if isinstance(item, IPyNbCell)]
    if not collected:
        pytest.skip("the notebooks are not among the tests asked for")
    asked = {item.parent.path for item in collected if item.parent is not None}
    wanted = sum(len(code_cells(notebooks.read(path))) for path in asked)
    assert len(collected) == wanted and wanted > 10


def test_no_widget_state_and_no_large_output(lesson: tuple[Path, Any]) -> None:
    path, _ = lesson
    assert path.stat().st_size < LARGEST
    assert notebooks.WIDGET not in path.read_text(encoding="utf-8")


def test_the_first_cell_says_what_the_lesson_is(lesson: tuple[Path, Any]) -> None:
    path, notebook = lesson
    first = notebook.cells[0].source
    assert re.match(rf"# Lesson {int(path.name[:2])} · \S", first)
    for part in ("**Question.**", "**After this lesson you can**", "**Minutes:**", "**Sources:**"):
        assert part in first
    assert "**Before this lesson:**" in first


def test_the_minutes_of_the_sections_add_up(lesson: tuple[Path, Any]) -> None:
    _, notebook = lesson
    stated = re.search(r"\*\*Minutes:\*\* (\d+)", notebook.cells[0].source)
    assert stated is not None
    sections = re.findall(r"^## .*$", prose(notebook), re.MULTILINE)
    minutes = [re.search(r" · (\d+) min$", section) for section in sections]
    assert all(minutes), sections
    assert sum(int(m.group(1)) for m in minutes if m) == int(stated.group(1))


def test_code_cells_are_short_and_only_use_the_course(lesson: tuple[Path, Any]) -> None:
    _, notebook = lesson
    for number, cell in enumerate(code_cells(notebook)):
        assert len(cell.source.splitlines()) <= LONGEST_CELL, cell.id
        for node in ast.walk(ast.parse(cell.source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While)
            if isinstance(node, ast.Import | ast.ImportFrom):
                assert number == 0, f"{cell.id}: imports belong in the first code cell"
                assert isinstance(node, ast.ImportFrom) and node.module == "course"


def test_everything_imported_is_used(lesson: tuple[Path, Any]) -> None:
    _, notebook = lesson
    first, *rest = code_cells(notebook)
    names = {a.name for n in ast.parse(first.source).body for a in getattr(n, "names", [])}
    used = {n.id for c in rest for n in ast.walk(ast.parse(c.source)) if isinstance(n, ast.Name)}
    assert names <= used, names - used


def test_ids_are_readable_and_headings_never_skip(lesson: tuple[Path, Any]) -> None:
    _, notebook = lesson
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", id) for id in ids)
    assert not any(re.fullmatch(r"[0-9a-f]{8}", id) for id in ids), "an id made by a machine"
    levels = [len(h) for h in re.findall(r"^(#+) ", prose(notebook), re.MULTILINE)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(cell.source.strip() for cell in notebook.cells)


def test_links_resolve(lesson: tuple[Path, Any]) -> None:
    path, notebook = lesson
    links = re.findall(r"\]\(([^)]+)\)", prose(notebook))
    local = [link for link in links if not link.startswith("http")]
    assert local
    for link in local:
        assert (path.parent / link.partition("#")[0]).exists(), link


def test_paragraphs_and_questions_exist(lesson: tuple[Path, Any]) -> None:
    from course import checks, seeds

    path, notebook = lesson
    for id in set(re.findall(r"\b([AB]\d{1,2})\b", prose(notebook))) - {"A99"}:
        seeds.paragraph(id)
    asked = set(re.findall(r'(?:check|note|estimate)\("([^"]+)"\)', str(notebook.cells)))
    mine = {id for id in checks.catalogue() if id.startswith(f"L{int(path.name[:2])}.")}
    assert asked == mine, "each question of the lesson is asked, and no other"


def test_a_check_over_no_notebooks_does_not_pass(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There are no notebooks"):
        notebooks.notebooks(tmp_path)


def test_something_that_is_no_notebook_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "x.ipynb").write_text("{}", encoding="utf-8")
    with pytest.raises(CourseError, match=r"x\.ipynb is not a notebook"):
        notebooks.read(tmp_path / "x.ipynb")


def test_the_lessons_lie_where_the_readme_says() -> None:
    readme = (CLONE / "README.md").read_text(encoding="utf-8")
    for path in LESSONS:
        assert f"notebooks/{path.name}" in readme
