"""The teacher's table of variants, and the class list it is made from."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from course.errors import CourseError
from course.grading import release, roster
from course.homework import items
from course.homework.draws import COURSE, Draw


def put(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "class.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    [
        "anna.k\n00123\nZoë\n",
        "id,name\nanna.k,Anna\n00123,Ben\nZoë,Zoë\n",
        "Name,Student\nA,anna.k\n\nB,00123\nC, Zoë \n",
        "Surname;Username\nA;anna.k\nB;00123\nC;Zoë\n",
        "Student,ID,SIS Login ID\nA,11,anna.k\nB,12,00123\nC,13,Zoë\n",
        "\ufeffid\nanna.k\n00123\nZoë",
    ],
)
def test_the_ids_of_a_class_are_read(tmp_path: Path, text: str) -> None:
    assert roster.read(put(tmp_path, text)) == ("anna.k", "00123", "Zoë")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("id,name\n", "holds no student ids"),
        ("Name,Matriculation\nA,1\n", "has several columns"),
        ("anna.k\nben\nAnna.K\n", "'anna.k' and 'Anna.K' are the same"),
    ],
)
def test_a_roster_that_cannot_be_used_is_said(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(CourseError, match=says):
        roster.read(put(tmp_path, text))


@pytest.mark.parametrize("assignment", release.written())
def test_the_table_lists_what_each_student_gets(assignment: str) -> None:
    students = ("anna.k", "=cmd()", "Комма, с")
    rows = list(csv.DictReader(io.StringIO(roster.variants(assignment, students))))
    assert [row["student"] for row in rows] == ["anna.k", "'=cmd()", "Комма, с"]
    variant = items.variant(Draw(COURSE, assignment, "anna.k"))
    assert list(rows[0]) == ["student", *variant]
    other = roster.variants(assignment, students, "another class")
    assert other != roster.variants(assignment, students)
