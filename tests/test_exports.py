"""Marks for other systems: ids and points come back as they were, and no spreadsheet runs them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from classroom import classroom
from hypothesis import given, settings
from hypothesis import strategies as st

from course.errors import CourseError
from course.grading import exports, grids
from course.grading.exports import FORMS, fill, read_back
from course.grading.results import EssayResult, ItemResult, Marked
from course.grading.roster import cell
from course.homework.draws import student_key

ODD = (
    "anna.k", "007412", "0", "1e5", "12,345", 'o"neill', "o'neill, r", "'tis", "''", "李雷", "نور",
    "σωφία", "a;b\tc", "line\nbreak", "car\rriage", "  spaces  ", "=1+1", "'=1+1", "''=1+1", "@sum",
    "+49 30 1234", "-12.5", "-12.5-1", "-", "\t=1", "＝2+2", "=cmd|' /C calc'!A0", '"', ",", "Ünï",
    "nan",
)  # fmt: skip


def made(student: str, points: float = 7.5, essay: float | None = 5.0) -> Marked:
    items = (ItemResult("q", "Question", points, 30, ""),)
    written = EssayResult("Essay", 15, "", 0, (1, 2), (), essay)
    return Marked(student, "P3", "Prospect lab", items, written)


ID = st.one_of(st.text(max_size=12), st.sampled_from(ODD))
IDS = st.lists(ID, min_size=1, max_size=8, unique_by=student_key)


@pytest.mark.parametrize("form", FORMS)
def test_odd_ids_come_back(form: str) -> None:
    marked = [made(id, n / 4) for n, id in enumerate(ODD)]
    text = exports.csv(marked, form)
    assert read_back(text, form) == {m.student: m.points for m in marked}


@pytest.mark.parametrize("form", FORMS)
@given(ids=IDS)
def test_any_id_comes_back(form: str, ids: list[str]) -> None:
    marked = [made(id, n / 4) for n, id in enumerate(ids)]
    assert read_back(exports.csv(marked, form), form) == {m.student: m.points for m in marked}


@given(st.text(max_size=20))
def test_a_guard_can_be_undone_and_is_never_weaker_than_the_rosters(text: str) -> None:
    guarded = grids.guard(text)
    assert grids.unguard(guarded) == text
    assert cell(guarded) == guarded
    assert cell(text) == text or guarded == cell(text)


@pytest.mark.parametrize("form", FORMS)
@given(ids=IDS)
def test_no_cell_of_a_file_is_a_formula(form: str, ids: list[str]) -> None:
    marked = [replace(made(id), title="=HYPERLINK(1)", submitted="=1") for id in ids]
    text = exports.csv(marked, form).removeprefix("\ufeff")
    for row in csv.reader(io.StringIO(text, newline="")):
        for one in row:
            assert not one.startswith(("=", "+", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")), (
                one
            )
            assert not one.startswith("-") or float(one) < 0


@given(st.floats(0, 1000).map(lambda x: round(x, 4)))
def test_points_are_not_lost(value: float) -> None:
    assert grids.amount(grids.points(value)) == value
    assert grids.amount(grids.points(value).replace(".", ",")) == value


def test_a_file_that_a_spreadsheet_has_written_again_is_read() -> None:
    marked = [made("müller", 12.25), made("o'neill, r", 3), made("=1+1", 0.5)]
    rows = list(csv.reader(io.StringIO(exports.csv(marked).removeprefix("\ufeff"), newline="")))
    again = io.StringIO(newline="")
    comma = [rows[0], *([one.replace(".", ",") for one in row] for row in rows[1:])]
    csv.writer(again, delimiter=";").writerows(comma)
    assert read_back(again.getvalue()) == {m.student: m.points for m in marked}


def test_the_plain_table_has_every_part_of_a_mark() -> None:
    students = classroom()
    text = exports.csv(students)
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == 40
    for row, one in zip(rows, students, strict=True):
        assert [float(row[i.name]) for i in one.items] == [i.counts for i in one.items]
        assert float(row["points"]) == one.points and float(row["of"]) == one.of
        assert row["complete"] == ("yes" if one.essay.points is not None else "no")
        assert (row["essay"] == "") is (one.essay.points is None)


@pytest.mark.parametrize("form", FORMS[1:])
def test_points_that_are_not_final_are_not_sent_unless_asked_for(form: str) -> None:
    marked = [made("a", 3, None), made("b", 4)]
    assert read_back(exports.csv(marked, form), form) == {"b": 9}
    assert read_back(exports.csv(marked, form, unfinished=True), form) == {"a": 3, "b": 9}
    assert exports.waiting(marked) == ("a",)
    with pytest.raises(CourseError, match="No essay is marked"):
        exports.csv(marked[:1], form)


def test_the_forms_are_the_documented_ones() -> None:
    marked = [made("anna.k")]
    canvas = exports.csv(marked, "canvas").split("\r\n")
    # What lib/gradebook_importer.rb asks of the header row.
    head = canvas[0].split(",")
    assert "Student" in head[0] and "ID" in head[1] and head[2:4] == ["SIS Login ID", "Section"]
    assert canvas[1] == "    Points Possible,,,,45" and canvas[2] == "anna.k,,anna.k,,12.5"
    assert exports.csv(marked, "moodle") == "ID number,P3 Prospect lab\r\nanna.k,12.5\r\n"
    assert exports.csv(marked, "blackboard").startswith('"Username","P3 Prospect lab"\r\n"anna.k"')


# Files that the platforms gave out ------------------------------------------------------------

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Essay 1 (71),P3 Prospect lab (72),Final Score
,,,,,,Manual Posting,
    Points Possible,,,,,10,45.0,(read only)
"Kovač, Anna",901,s-01,Anna.K,"Seminar, Tuesday",7,,70
"李, 雷",902,s-02,007412,Tuesday,,,
"Student, Test",903,,,Tuesday,,,
"Nobody, N",904,s-04,nobody,Tuesday,3,40,50
"""
MOODLE = (
    'Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",'
    '"Last modified (submission)","Last modified (grade)","Feedback comments"\n'
    '"Participant 11","Anna Kovač",anna.k,"Submitted for grading",,45.00,Yes,'
    '"Monday, 2 March 2026, 9:00 AM",-,\n'
    '"Participant 12","李 雷",007412,"Submitted for grading",3.00,45.00,Yes,-,-,"=1+1, ""so"""\n'
)
GRADEBOOK = (
    "First name,Surname,ID number,Email address,Assignment: P3 Prospect lab (Real),"
    "Course total (Real)\nAnna,Kovač,anna.k,a@example.org,-,-\nLei,Li,007412,l@example.org,-,-\n"
)
BLACKBOARD = (
    '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"P3 Prospect lab [Total Pts: 45 Score] '
    '|1702"\r\n"Kovač"\t"Anna"\t"anna.k"\t"0001"\t""\r\n"Li"\t"Lei"\t"007412"\t"0002"\t"1"\r\n'
)
OURS = [made("anna.k", 10.25), made("007412", 30, 15.0), made("gone", 1)]


@pytest.mark.parametrize(
    ("form", "template", "column"),
    [
        ("canvas", CANVAS, "P3 Prospect lab (72)"),
        ("canvas", CANVAS.replace("\n", "\r\n"), "P3 Prospect lab (72)"),
        ("moodle", MOODLE, "Grade"),
        ("moodle", "\ufeff" + MOODLE, "Grade"),
        ("moodle", GRADEBOOK, "Assignment: P3 Prospect lab (Real)"),
        ("blackboard", BLACKBOARD, "P3 Prospect lab [Total Pts: 45 Score] |1702"),
    ],
)
def test_only_the_points_change_in_a_platforms_own_file(
    form: str, template: str, column: str
) -> None:
    done = fill(template, OURS, form)
    assert done.column == column and done.filled == 2 and done.not_found == ("gone",)
    before, how = grids.read(template)
    after, same = grids.read(done.text)
    assert how == same and done.text.startswith("\ufeff") is template.startswith("\ufeff")
    at = before[0].index(column)
    changed = {
        (row, k): after[row][k]
        for row in range(len(before))
        for k in range(len(before[0]))
        if before[row][k] != after[row][k]
    }
    assert all(k == at for _, k in changed) and sorted(changed.values()) == ["15.25", "45"]
    # Nothing else has changed, not even how it is written.
    blank = [[c for k, c in enumerate(row) if k != at] for row in before]
    assert [[c for k, c in enumerate(row) if k != at] for row in after] == blank
    assert fill(done.text, OURS, form).text == done.text


def test_what_was_done_is_told() -> None:
    done = fill(CANVAS, [*OURS, made("nobody", 3, None)], "canvas")
    assert done.rows == 3 and done.untouched == () and done.waiting == ("nobody",)
    assert any("'gone'" in one for one in done.sentences)
    assert fill(CANVAS, OURS, "canvas").untouched == ("nobody",)
    assert ",40,50" in done.text, "points that stand there stay"
    more = fill(CANVAS, [made("nobody", 3, None)], "canvas", unfinished=True)
    assert ",3,3,50" in more.text and more.waiting == ()


def test_who_is_excused_stays_excused() -> None:
    for said in ("EX", "N/A"):
        excused = CANVAS.replace("nobody,Tuesday,3,40", f"nobody,Tuesday,3,{said}")
        done = fill(excused, [*OURS, made("nobody", 3)], "canvas")
        assert done.kept == ("nobody",) and f",3,{said},50" in done.text
        assert any("'nobody'" in one and "EX" in one for one in done.sentences)


def test_no_sentence_names_a_whole_university() -> None:
    many = [made(f"gone-{n}", 1) for n in range(500)]
    told = fill(CANVAS, [*OURS, *many], "canvas").sentences
    assert "'gone-5'" in told[1] and "and 471 more" in told[1] and len(told[1]) < 600


def test_students_are_found_by_the_ids_that_most_of_them_have() -> None:
    by_sis = [made("s-01", 1), made("s-02", 2), made("901", 3)]
    done = fill(CANVAS, by_sis, "canvas")
    assert done.filled == 2 and done.not_found == ("901",)


def test_a_column_can_be_named() -> None:
    two = CANVAS.replace("Essay 1 (71)", "P3 trial (71)").replace(",10,45.0,", ",45,45.0,")
    assert fill(two, OURS, "canvas").column == "P3 Prospect lab (72)"
    assert fill(two, OURS, "canvas", column="P3 trial").column == "P3 trial (71)"
    assert fill(two, OURS, "canvas", column="P3 trial (71)").column == "P3 trial (71)"


@pytest.mark.parametrize(
    ("template", "form", "says"),
    [
        ("", "canvas", "empty"),
        ("\n\n", "canvas", "empty"),
        ("a,b\n1,2\n", "canvas", "none of the columns"),
        (CANVAS.replace("Anna.K", "x").replace("007412", "y"), "canvas", "Nobody in the file"),
        (CANVAS.replace("P3 Prospect lab", "Week 9"), "canvas", "no column"),
        (CANVAS.replace("Essay 1 (71)", "P3 Prospect lab (71)"), "canvas", "more than one column"),
        (CANVAS.replace("45.0", "100"), "canvas", "100 points can be earned"),
        (MOODLE.replace("45.00", "100,00"), "moodle", "100 points can be earned"),
        (BLACKBOARD.replace(": 45", ": 50"), "blackboard", "50 points can be earned"),
        (CANVAS.replace("nobody", "anna.k"), "canvas", "two rows"),
        ('Student,ID\n"never closed,1\n', "canvas", "no table"),
        (CANVAS, "plain", "no form"),
        (CANVAS, "excel", "no form"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_in_one_sentence(
    template: str, form: str, says: str
) -> None:
    with pytest.raises(CourseError, match=says) as told:
        fill(template, OURS, form)
    assert ". " not in str(told.value).replace("P3.", "")


@pytest.mark.parametrize("form", [*FORMS, "excel"])
def test_marks_that_do_not_belong_together_are_refused(form: str) -> None:
    for marked in ([], [made("a"), made(" A")], [made("a"), replace(made("b"), assignment="P1")]):
        with pytest.raises(CourseError):
            exports.csv(marked, form)


def test_a_file_of_another_form_is_not_read_back() -> None:
    with pytest.raises(CourseError, match="no column"):
        read_back(MOODLE, "blackboard")


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        fill(text, OURS, "canvas")
    except CourseError:
        return


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_download_is_read_in_the_encodings_that_platforms_use(encoding: str) -> None:
    text, found = grids.decode(BLACKBOARD.encode(encoding))
    assert (text, found) == (BLACKBOARD, encoding)
    with pytest.raises(CourseError, match="neither"):
        grids.decode("Kovač".encode("iso-8859-2"))


@pytest.mark.parametrize(("begins", "is_a"), [(b"PK\x03\x04", "workbook"), (b"%PDF", "PDF")])
def test_a_template_that_is_no_text_is_asked_for_as_csv(begins: bytes, is_a: str) -> None:
    with pytest.raises(CourseError, match=rf"is a {is_a}.*again, as CSV") as told:
        grids.decode(begins + b"\x14\0\xff")
    assert str(told.value).count(". ") == 0
