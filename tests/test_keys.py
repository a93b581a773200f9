"""The keys, one answer at a time: every known slip, every other form of a right answer.

The rows are in ``submissions``, one file an assignment, as a student would type them. Whole
notebooks are marked in ``test_grading.py``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from course.errors import CourseError
from course.grading import keys, release
from course.homework import items
from course.homework.draws import COURSE, Draw
from course.homework.plain import as_plain

FOLDER = Path(__file__).parent / "submissions"
WRITTEN = release.written()


@dataclass(frozen=True)
class Row:
    """One answer as it is typed, and what it must earn and be told."""

    assignment: str
    student: str
    name: str
    item: str
    types: str
    points: float
    says: str
    beside: dict[str, str]
    files: dict[str, str]

    @property
    def id(self) -> str:
        return f"{self.assignment} {self.item}: {self.name}"


def rows(assignment: str) -> list[Row]:
    data = tomllib.loads((FOLDER / f"{assignment}.toml").read_text(encoding="utf-8"))
    # Answers on which others rest, and files beside the notebook: handed in with every row.
    beside = data.get("beside", {})
    model = release.model_files(assignment)
    files = {name: model[name].decode("utf-8") for name in data.get("files", [])}
    common = {"beside": beside, "files": files}
    return [Row(assignment, data["student"], **common, **row) for row in data["answer"]]


ROWS = [row for assignment in WRITTEN for row in rows(assignment)]


def marks(row: Row) -> Any:
    try:
        answer = as_plain(eval(row.types))
    except CourseError as error:
        pytest.fail(f"never leaves the notebook: {error}")
    beside = {name: as_plain(eval(types)) for name, types in row.beside.items()}
    answers = {**beside, row.item: answer}
    return keys.mark_answers(row.assignment, row.student, answers, files=row.files)


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_an_answer_earns_what_it_should_and_is_told_why(row: Row) -> None:
    found = marks(row)
    mark = found.pop(row.item)
    assert mark.points == pytest.approx(row.points, abs=1e-6), mark.message
    assert row.says in mark.message
    kinds = {item.name: item.kind for item in items.assignment(row.assignment).items}
    given = {*row.beside, *(name for name, kind in kinds.items() if kind == "journal")}
    left = [mark for name, mark in found.items() if name not in given]  # a file answers a journal
    assert all(other.points == 0 and not other.answered for other in left)


@pytest.mark.parametrize("assignment", WRITTEN)
def test_every_question_has_a_right_answer_a_wrong_one_and_other_forms(assignment: str) -> None:
    for item in items.assignment(assignment).items:
        mine = [row for row in rows(assignment) if row.item == item.name]
        full = [row for row in mine if row.points == item.points]
        assert len(full) >= 2, f"{item.name}: a right answer in at least two forms"
        assert len(mine) > len(full), f"{item.name}: at least one answer that loses points"


@pytest.mark.parametrize("assignment", WRITTEN)
def test_the_same_id_always_draws_the_same_and_others_draw_others(assignment: str) -> None:
    drawn = [items.variant(Draw(COURSE, assignment, f"student-{n}")) for n in range(60)]
    again = [items.variant(Draw(COURSE, assignment, f" STUDENT-{n} ")) for n in range(60)]
    assert drawn == again
    assert len({repr(variant) for variant in drawn}) >= 8
    elsewhere = [
        items.variant(Draw("another class", assignment, f"student-{n}")) for n in range(60)
    ]
    assert drawn != elsewhere


@pytest.mark.parametrize("assignment", WRITTEN)
def test_no_answer_and_nonsense_earn_nothing_for_anybody(assignment: str) -> None:
    asked = items.assignment(assignment)
    for n in range(20):
        none = keys.mark_answers(assignment, f"student-{n}", {})
        assert all(mark.points == 0 and not mark.answered for mark in none.values())
        for odd in (10**400 if n < 0 else "x", [], {}, {"?": 1}, [[[]]], True, "..."):
            marks = keys.mark_answers(assignment, f"student-{n}", dict.fromkeys(none, odd))
            assert sum(mark.points for mark in marks.values()) == 0, odd
            assert set(marks) == {item.name for item in asked.items}
