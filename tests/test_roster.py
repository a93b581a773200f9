"""The teacher's table of variants, and the class list it is made from."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from course.__main__ import main
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


@pytest.mark.parametrize(
    ("begins", "says"),
    [
        (b"PK\x03\x04\x14", "is a workbook"),
        (b"\xd0\xcf\x11\xe0", "an older Excel"),
        (b"%PDF-1.7 anna.k", "is a PDF"),
        (b"anna.k\0ben", "no text file"),
    ],
)
def test_a_file_that_is_no_text_is_told_what_to_save_it_as(
    tmp_path: Path, begins: bytes, says: str
) -> None:
    path = tmp_path / "class.xlsx"
    path.write_bytes(begins)
    with pytest.raises(CourseError, match=rf"class\.xlsx .*{says}.*CSV UTF-8") as told:
        roster.read(path)
    assert str(told.value).count(". ") == 0
    with pytest.raises(CourseError, match="There is no file"):
        roster.read(tmp_path / "none.csv")


@pytest.mark.parametrize("assignment", release.written())
def test_the_table_lists_what_each_student_gets(assignment: str) -> None:
    students = ("anna.k", "=cmd()", "Комма, с")
    rows = list(csv.DictReader(io.StringIO(roster.variants(assignment, students))))
    assert [row["student"] for row in rows] == ["anna.k", "'=cmd()", "Комма, с"]
    variant = items.variant(Draw(COURSE, assignment, "anna.k"))
    assert list(rows[0]) == ["student", *variant]
    other = roster.variants(assignment, students, "another class")
    assert other != roster.variants(assignment, students)


@pytest.mark.parametrize("assignment", release.written())
def test_in_a_terminal_each_student_has_one_line_that_fits(assignment: str) -> None:
    ids = ("anna.k", "an-id-that-is-longer-than-any-other-cell", "3")
    lines = roster.shown(roster.variants(assignment, ids), 90).splitlines()
    assert [line.split()[0] for line in lines[1:-1]] == list(ids)
    assert max(map(len, lines)) <= 90 and lines[0].startswith("student")
    assert "--to FILE.csv" in lines[-1]


def test_a_terminal_gets_the_short_table_and_a_pipe_the_whole(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "anna.k\nben\n")
    whole = roster.variants("P3", ("anna.k", "ben"))
    assert main(["assignments", "variants", "P3", str(path)]) == 0
    assert capsys.readouterr().out == whole
    to = tmp_path / "to.csv"
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["assignments", "variants", "P3", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.endswith(roster.SHORTENED + "\n") and "statements" in out and "{" not in out
    assert main(["assignments", "variants", "P3", str(path), "--to", str(to)]) == 0
    assert to.read_text(encoding="utf-8") == whole
