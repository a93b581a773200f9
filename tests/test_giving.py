"""The way out: pages, what is right for whoever marks, words and rows by hand, ids hidden."""

from __future__ import annotations

import json
import random
import sqlite3
import zipfile
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import nbformat
import pytest
import test_run as around
from classroom import submission
from test_run import desk, prepared  # noqa: F401

from course import seeds
from course.__main__ import main
from course.errors import CourseError
from course.files import read_text
from course.grading import (
    command,
    essays,
    exports,
    feedback,
    giving,
    intake,
    keys,
    marking,
    opening,
    release,
    rows,
    solutions,
    who,
)
from course.grading.results import Marked
from course.homework import items
from course.homework.draws import COURSE, Draw


def marked(student: str, points: float | None = 9) -> Marked:
    one = submission(student, {"reproduced": 12, "domains": {"1": "gains"}})
    return replace(one, essay=replace(one.essay, points=points))


CLASS = (marked("anna.k"), marked("b/o"), marked("late", None))


def names(to: Path) -> set[str]:
    with zipfile.ZipFile(to) as archive:
        return set(archive.namelist())


def download(path: Path, files: dict[str, str]) -> Path:
    """Make a download in which each notebook states an id."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, student in files.items():
            notebook = around.model(student_id=repr(student))
            archive.writestr(name, nbformat.writes(notebook))
    return path


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_pages_are_named_by_the_student_and_unmarked_ones_wait(tmp_path: Path, name: str) -> None:
    to = tmp_path / name
    given = giving.give(CLASS, to)
    there = names(to) if to.is_file() else {path.name for path in to.iterdir()}
    assert there == {"anna.k_P3.html", f"{intake.folder_name('b/o')}_P3.html"}
    assert given == giving.Given(2, ("late",))
    assert "late" in "\n".join(giving.told(given, to))
    asked = giving.give(CLASS, tmp_path / f"all-{name}", unfinished=True)
    assert asked.pages == 3 and not asked.waiting


def test_moodle_gets_the_names_it_cuts_at_underscores(tmp_path: Path) -> None:
    came = download(
        tmp_path / "came.zip",
        {
            "Anna Koval_77_assignsubmission_file_/P3 (1).ipynb": "somebody",
            "Bo O_78_assignsubmission_file/P3.ipynb": "b/o",
            "Eve_79_assignsubmission_file/P3.ipynb": "eve",
        },
    )
    table = tmp_path / "grades.csv"
    table.write_text("Identifier,Full name,Email address\nParticipant 77,A,ANNA.K@uni.example\n")
    to = tmp_path / "back.zip"
    given = giving.give(CLASS, to, "moodle", download=came, roster=table)
    there = names(to)
    assert there == {
        "Anna Koval_77_assignsubmission_file_feedback-P3.html",
        "Bo O_78_assignsubmission_file_feedback-P3.html",
    }
    for name in there:  # as Moodle's importer reads them
        _, number, kind, plugin, rest = name.split("_", 4)
        assert number.isdecimal() and (kind, plugin) == ("assignsubmission", "file")
        assert rest == "feedback-P3.html"
    assert given.by_hand == ()


def test_an_id_that_stands_in_no_row_goes_back_to_whoever_wrote_it(tmp_path: Path) -> None:
    files = {"C R_80_assignsubmission_file_/P3.ipynb": "nobody"}
    came = download(tmp_path / "came.zip", files)
    table = tmp_path / "grades.csv"
    table.write_text("Identifier,Full name,Email address\nParticipant 80,C R,c.r@uni.example\n")
    with pytest.raises(CourseError, match="could be matched"):
        giving.give(CLASS, tmp_path / "no.zip", "moodle", download=came, roster=table)
    known = [who.Person("moodle", "80", "C R", ("c.r@uni.example",), "anna.k", "P3")]
    to = tmp_path / "back.zip"
    giving.give(CLASS, to, "moodle", download=came, roster=table, known=known)
    assert names(to) == {"C R_80_assignsubmission_file_feedback-P3.html"}


def test_canvas_gets_notebooks_under_the_names_of_the_files_handed_in(tmp_path: Path) -> None:
    came = download(
        tmp_path / "came.zip",
        {
            "kovalanna_LATE_1234_5005_P3_prospect_lab.ipynb": "anna.k",
            "kovalanna_LATE_1234_5015_P3_prospect_lab-1.ipynb": "anna.k",
            "obo_99_5016_P3.zip": "b/o",
        },
    )
    to = tmp_path / "back.zip"
    given = giving.give(CLASS, to, "canvas", download=came)
    assert names(to) == {"kovalanna_LATE_1234_5015_P3_prospect_lab-1.ipynb"}
    assert given.by_hand == ("b/o",), "under .zip Canvas would show what opens nothing"
    with zipfile.ZipFile(to) as archive:
        notebook = nbformat.reads(archive.read(*names(to)).decode(), as_version=4)
    nbformat.validate(notebook)
    assert "Your marks" in notebook.cells[0].outputs[0]["data"]["text/html"]
    assert "<dl" not in notebook.cells[0].outputs[0]["data"]["text/html"]
    assert notebook.metadata.kernelspec.name == "python3", "nobody should be asked for a kernel"
    assert "style" not in notebook.cells[0].outputs[0]["data"]["text/html"][:200]


def test_a_table_of_another_platform_is_said(tmp_path: Path) -> None:
    came = download(tmp_path / "came.zip", {"A_77_assignsubmission_file_/P3.ipynb": "anna.k"})
    table = tmp_path / "grades.csv"
    table.write_text("Student,ID,SIS Login ID,Section\nKoval,77,anna.k,one\n")
    with pytest.raises(CourseError, match="not the table of grades of moodle"):
        giving.give(CLASS, tmp_path / "no.zip", "moodle", download=came, roster=table)


def test_two_persons_with_one_id_get_nothing_by_guess(tmp_path: Path) -> None:
    files = {f"X_{n}_assignsubmission_file_/P3.ipynb": "anna.k" for n in (1, 2)}
    came = download(tmp_path / "came.zip", {**files, "B_3_assignsubmission_file_/P3.ipynb": "b/o"})
    given = giving.give(CLASS, tmp_path / "back.zip", "moodle", download=came)
    assert given.pages == 1 and given.by_hand == ("anna.k",)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"platform": "blackboard"}, "attach each page"),
        ({"platform": "moodle"}, "--download"),
        ({"platform": "moodle", "download": Path(__file__)}, "not a zip file"),
    ],
)
def test_what_cannot_be_given_is_said(tmp_path: Path, more: dict[str, Any], says: str) -> None:
    with pytest.raises(CourseError, match=says):
        giving.give(CLASS, tmp_path / "back.zip", **more)
    with pytest.raises(CourseError, match="--unfinished"):
        giving.give(CLASS[2:], tmp_path / "back.zip")
    (tmp_path / "full").mkdir()
    (tmp_path / "full/x").touch()
    with pytest.raises(CourseError, match="is there already"):
        giving.give(CLASS, tmp_path / "full")


@pytest.mark.parametrize("assignment", release.written())
def test_what_is_said_to_be_right_earns_what_it_says(assignment: str) -> None:
    for student in ("anna.k", "007412"):
        variant = items.variant(Draw(COURSE, assignment, student))
        for found in solutions.solutions(assignment, student):
            item, full = found.item, {e.name: e.full for e in found.entries if e.full}
            if item.kind not in ("choices", "paragraphs", "wholes", "choice", "whole", "number"):
                continue
            if len(full) < len(found.entries):
                assert assignment == "P5", f"{item.name}: only a journal leaves it open"
                continue
            right = {name: answers[-1] for name, answers in full.items()}
            if item.kind in ("wholes", "whole"):
                right = {name: int(answer) for name, answer in right.items()}
            if item.kind == "number":
                right = {"": float(right[""].split()[0])}
            answer = right if item.entries else right[""]
            mark = keys.mark_answers(assignment, student, {item.name: answer})[item.name]
            assert mark.points == mark.of, (item.name, answer, mark.message)
            if item.entries:
                assert set(right) == {str(name) for name in variant[item.entries]}


def test_the_second_coders_type_is_right_too_and_why_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    two = [c for c in seeds.claims() if c.second_type and c.second_type != c.type]
    for n in range(40):
        entries = solutions.solutions("P1", f"s{n}")[0].entries
        for entry in entries:
            claim = next((c for c in two if entry.why.startswith(f"{c.id}:")), None)
            if claim is not None:
                assert set(entry.full) == {claim.type, claim.second_type}
    assert main(["key", "P1", "anna.k"]) == 0
    said = capsys.readouterr().out
    assert "Students must not get this" in said and "the first coder said" in said
    assert all(entry.text in said for entry in solutions.solutions("P1", "anna.k")[0].entries)


def test_what_follows_from_other_answers_is_worked_out_from_them() -> None:
    after = {s.item.name: s for s in solutions.solutions("P4", "anna.k")}
    assert after["posterior_two"].entries[0].full == ()
    variant = items.variant(Draw(COURSE, "P4", "anna.k"))
    accounts = list(variant["accounts"])
    row = dict(zip(accounts, (0.8, 0.4, 0.2, 0.2), strict=True))
    rated = {"likelihoods": dict.fromkeys(variant["cards"], row)}
    found = {s.item.name: s for s in solutions.solutions("P4", "anna.k", answers=rated)}
    right = {e.name: float(e.full[0]) for e in found["posterior_two"].entries}
    assert right[accounts[0]] == pytest.approx(0.64 / (0.64 + 0.16 + 0.04 + 0.04), abs=6e-4)
    mark = keys.mark_answers("P4", "anna.k", {**rated, "posterior_two": right})["posterior_two"]
    assert mark.points == mark.of


def test_the_markers_cell_shows_strangers_text_as_text() -> None:
    found = solutions.solutions("P1", "anna.k")[0]
    shown = solutions.as_markup(found, {"1": "<script>x</script> $a$ | *b*"}, "1: said\n\n2: more")
    assert "<script" not in shown and "$a$" not in shown and "\n\n" not in shown
    assert "&lt;script&gt;" in shown and found.entries[0].text in unescape(shown)


def test_students_see_what_each_number_was_about() -> None:
    one = submission("anna.k", {"domains": {"1": "gains"}})
    about = solutions.solutions("P3", "anna.k")[5].entries[0].text
    item = replace(one.items[5], entries=(("1", about),))
    page = unescape(feedback.page(replace(one, items=(*one.items[:5], item))))
    assert about in page and about not in unescape(feedback.page(one))


def test_the_id_is_hidden_in_what_is_marked_and_marks_are_the_same(desk: Any) -> None:  # noqa: F811
    results = around.graded(desk, around.handed_in(anna=around.model(student_id='"model-89"')))
    marked = results[0].marked
    # The numbers are anna's, the answers model-89's: had the id not been read, nobody would know.
    assert any("'model-89'" in note and "'anna'" in note for note in marked.notes)
    nb = nbformat.reads(read_text(desk.path("autograded", "anna")), as_version=4)
    shown = json.dumps([[c.source, c.get("outputs", [])] for c in nb.cells])
    assert "model-89" not in shown and "anna" not in shown and "id was read and is hidden" in shown
    assert "model-89" in read_text(desk.path("submitted", "anna"))
    again = marking.read_marked(nb, desk.asked, "anna")
    assert again.by_checks == marked.by_checks > 0


def enter(desk: Any, cell: str, comment: str = "", points: float | None = None) -> None:  # noqa: F811
    """Type a comment or points, as the formgrader writes them."""
    where = """(select x.id from {0} x join base_cell c on x.cell_id = c.id where c.name = ?)"""
    with sqlite3.connect(desk.to / "gradebook.db") as connection:
        if comment:
            connection.execute(
                "update comment set manual_comment = ? where id in " + where.format("comment"),
                (comment, cell),
            )
        if points is not None:
            connection.execute(
                "update grade set manual_score = ?, needs_manual_grade = 0 where id in "
                + where.format("grade"),
                (points, cell),
            )


def test_every_comment_reaches_the_student_and_a_person_has_the_first_word(desk: Any) -> None:  # noqa: F811
    around.graded(desk, around.CLASS[:1])
    enter(desk, "value-of-gamble", "You were <right> about this.")
    enter(desk, "check-value-of-gamble", points=7)
    enter(desk, "threshold", "No change here.")
    enter(desk, "student-id", "On the whole: good.")
    found, _ = command.marked("P3", desk.to)
    page = feedback.page(found[0])
    assert "You were &lt;right&gt; about this." in page and "No change here." in page
    assert page.index("On the whole: good.") < page.index('id="question-1"')
    first = page[page.index('id="question-1"') : page.index('id="question-2"')]
    assert (
        first.index("points were changed from") < first.index("You were") < first.index("<details>")
    )
    assert "<details>" not in page[page.index('id="question-2"') :]
    assert "You were" in read_text(desk.path("feedback", "anna").with_suffix(".html"))


ESSAY = items.assignment("P3").essay
MOST = [points for _, points in ESSAY.rows]


@pytest.mark.parametrize(
    ("line", "given", "points", "problem"),
    [
        (" ".join(f"{p:g}" for p in MOST), sum(MOST), tuple(MOST), ""),
        (" + ".join(f"{p - 0.5:g}".replace(".", ",") for p in MOST), sum(MOST) - 0.5 * len(MOST),
         tuple(p - 0.5 for p in MOST), ""),
        (" ".join(f"{p:g}" for p in MOST), sum(MOST) - 1, (), "correct one of the two"),
        (" ".join(f"{p:g}" for p in MOST), None, (), "none are entered"),
        ("1 2", 3, (), "one number for each row"),
        (" ".join(f"{p + 9:g}" for p in MOST), sum(MOST), (), "at most"),
        ("2 of your points are good", 3, (), ""),
        ("", 3, (), ""),
    ],
)  # fmt: skip
def test_points_of_rows_are_read_and_added_up(
    line: str, given: float | None, points: tuple[float, ...], problem: str
) -> None:
    read = rows.read(f"{line}\nWell argued.", ESSAY, given)
    assert read.points == points and problem in read.problem and bool(problem) == bool(read.problem)
    assert "Well argued." in read.rest and (not points or line not in read.rest)
    assert not read.problem or read.problem.startswith(rows.BEGINNINGS)


def test_points_of_rows_reach_the_student_and_the_table(desk: Any) -> None:  # noqa: F811
    around.graded(desk, around.CLASS[:1])
    half = [p / 2 for p in MOST]
    enter(desk, "essay", " ".join(f"{p:g}" for p in half) + "\nTwo good rows.", sum(half))
    found, problems = command.marked("P3", desk.to)
    assert problems == () and found[0].essay.rows == tuple(half)
    page = feedback.page(found[0])
    assert "Your points" in page and "Two good rows." in page
    head, row = exports.csv(found).splitlines()[:2]
    assert "essay row 1" in head and len(head.split(",")) == len(row.split(","))
    assert exports.read_back(exports.csv(found))["anna"] == found[0].points
    enter(desk, "essay", points=1)
    found, problems = command.marked("P3", desk.to)
    assert found[0].essay.rows == () and problems[0].startswith("anna: ")
    assert found[0].essay.points is None, "a mark that its rows contradict waits"
    assert command.marks("P3", desk.to)[1][0] == problems[0]
    enter(desk, "essay", points=sum(half))
    assert command.marked("P3", desk.to)[0][0].essay.points == sum(half)


def test_essays_to_be_marked_blind_say_nothing_of_who_wrote_them(tmp_path: Path) -> None:
    first, *_ = CLASS
    told = replace(first, essay=replace(first.essay, text="I am anna.k and hold this."))
    empty = replace(first, student="empty", essay=replace(first.essay, words=0, text=""))
    to = tmp_path / "essays"
    key = essays.write_essays((told, *CLASS[1:], empty), to, random.Random(1))
    texts = sorted(to.glob("essay-*.txt"))
    assert len(texts) == 3 and key.parent == to.parent
    assert not any(one.student in read_text(path) for one in CLASS[:2] for path in to.iterdir())
    pairs = [line.split(",") for line in read_text(key).splitlines()[1:]]
    assert {who for _, who in pairs} == {one.student for one in CLASS}
    number = next(n for n, who in pairs if who == "anna.k")
    assert "I am [id] and hold this." in read_text(to / f"essay-{number}.txt")
    orders = set()
    for n in range(12):
        made = essays.write_essays(CLASS, tmp_path / f"e{n}", random.Random(n))
        orders.add(read_text(made))
    assert len(orders) > 1, "the order would say who wrote what"
    with pytest.raises(CourseError, match="is there already"):
        essays.write_essays(CLASS, to)
    with pytest.raises(CourseError, match="nothing to read"):
        essays.write_essays((empty,), tmp_path / "none")


def test_where_nothing_can_be_marked_everybody_says_the_same(desk: Any) -> None:  # noqa: F811
    around.graded(desk, (intake.Submission("dora", None, notes=("It is damaged.",)),))
    found, _ = command.marked("P3", desk.to)
    assert found[0].essay.points is None
    grade = {row[:2]: row[2:] for row in around.rows(desk.to / "gradebook.db", "grade")}
    assert grade["dora", "essay"] == (None, None, None, 1), "the formgrader lists it as open"
    assert "type 0" in read_text(desk.to / "reports" / "P3.html")
    enter(desk, "essay", points=0)
    found, _ = command.marked("P3", desk.to)
    assert found[0].essay.points == 0 and exports.waiting(found) == ()


def test_a_line_says_the_points_that_count(desk: Any) -> None:  # noqa: F811
    result = around.graded(desk, around.CLASS[:1])[0]
    enter(desk, "check-reproduced", points=1.5)
    with around.book(desk) as book:
        counts = desk.with_hand(result.marked, book.by_hand())
    assert f"{counts.by_checks:g} of" in replace(result, marked=counts).line
    assert counts.by_checks != result.marked.by_checks


def test_the_formgrader_opens_where_marking_is_done(
    desk: Any,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran: list[tuple[list[str], Path]] = []
    opening.formgrader(desk.to, 8899, show=False, run=lambda c, p: ran.append((list(c), p)) or 0)
    line, where = ran[0]
    assert where == desk.to and "--port=8899" in line and "--no-browser" in line
    assert "--ServerApp.default_url=/formgrader/gradebook" in line
    assert "Use Manual Grading only" in capsys.readouterr().out
    with pytest.raises(CourseError, match="course grade"):
        opening.formgrader(desk.to / "source")
    with pytest.raises(CourseError, match="could not be started"):
        opening.formgrader(desk.to, run=lambda c, p: 1)
