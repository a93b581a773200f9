"""The grading run around any runner: the gradebook, going on after a stop, nothing done twice."""

from __future__ import annotations

import ast
import io
import json
import shutil
import sqlite3
import threading
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import nbformat
import pytest

from course import notebooks
from course.errors import CourseError
from course.grading import command, intake, mend, release, run, stock
from course.grading.book import Book
from course.homework.plain import ANSWER, as_plain

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Ran:
    notebook: bytes
    notes: tuple[str, ...] = ()


def reader(notebook: bytes, files: dict[str, bytes]) -> Ran:
    """Read answers off the cells instead of running them: what a runner gives, in no time."""
    nb = nbformat.reads(notebook.decode(), as_version=4)
    said: dict[str, object] = {}
    for cell in nb.cells:
        name = mend.grade_id(cell).replace("-", "_")
        if cell.cell_type == "code" and cell.metadata.get("nbgrader", {}).get("solution"):
            value = ast.parse(cell.source).body[-1]
            assert isinstance(value, ast.Assign)
            said[name] = as_plain(eval(ast.unparse(value.value)))
        if name.startswith("check_") and cell.cell_type == "code":
            asked = name.removeprefix("check_")
            carried = {"name": asked, "student": said["student_id"], "answer": said.get(asked)}
            data = {"text/plain": "shown", ANSWER: carried}
            cell.outputs = [nbformat.v4.new_output("display_data", data=data)]
    return Ran(nbformat.writes(nb).encode())


def model(**changed: str) -> Any:
    """Give the model notebook of P3 with some answers typed otherwise."""
    notebook = notebooks.read(release.source("P3"))
    for cell in notebook.cells:
        name = mend.grade_id(cell).replace("-", "_")
        if name in changed:
            cell.source = f"{name} = {changed[name]}"
    return notebook


def handed_in(**classes: Any) -> tuple[intake.Submission, ...]:
    return tuple(intake.Submission(student, notebook) for student, notebook in classes.items())


CLASS = handed_in(
    anna=model(student_id='"model-89"'),
    ben=model(value_of_gamble="..."),
    carla=notebooks.read(release.release("P3")),
)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> run.Desk:
    """A course folder that knows P3 and in which nothing is graded yet."""
    return run.Desk.open("P3", tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def desk(prepared: run.Desk, tmp_path: Path) -> run.Desk:
    """A copy of it for one test."""
    shutil.copytree(prepared.to, tmp_path / "grading")
    return replace(prepared, to=tmp_path / "grading")


def book(desk: run.Desk) -> Book:
    return Book(command.sqlite(desk.to), "P3")


def graded(
    desk: run.Desk, submissions: Any = CLASS, runner: run.Runner = reader
) -> list[run.Result]:
    with book(desk) as open_book, ThreadPoolExecutor(2) as executor:
        return list(run.grade(desk, open_book, submissions, runner, executor))


def rows(path: Path, table: str) -> list[tuple[Any, ...]]:
    """Read a table of the gradebook by what it says, not by its random ids."""
    sql = {
        "grade": """select sa.student_id, c.name, g.auto_score, g.manual_score, g.extra_credit,
                    g.needs_manual_grade from grade g
                    join submitted_notebook n on g.notebook_id = n.id
                    join submitted_assignment sa on n.assignment_id = sa.id
                    join base_cell c on g.cell_id = c.id order by 1, 2""",
        "comment": """select sa.student_id, c.name, g.auto_comment, g.manual_comment from comment g
                    join submitted_notebook n on g.notebook_id = n.id
                    join submitted_assignment sa on n.assignment_id = sa.id
                    join base_cell c on g.cell_id = c.id order by 1, 2""",
        "submission": """select sa.student_id, a.name, sa.timestamp, sa.extension, n.flagged,
                    n.late_submission_penalty, m.name from submitted_assignment sa
                    join assignment a on sa.assignment_id = a.id
                    join submitted_notebook n on n.assignment_id = sa.id
                    join notebook m on n.notebook_id = m.id order by 1""",
        "student": "select id, first_name, last_name, email, lms_user_id from student order by 1",
    }[table]
    with sqlite3.connect(path) as connection:
        return connection.execute(sql).fetchall()


def test_everybody_gets_a_result_and_marks_are_right(desk: run.Desk) -> None:
    results = {result.marked.student: result for result in graded(desk)}
    assert results["anna"].marked.by_checks > 0
    assert set(results) == {"anna", "ben", "carla"}
    assert set(results["ben"].unanswered) == {"value_of_gamble"}
    assert len(results["carla"].unanswered) == 6
    assert not any(result.again for result in results.values())


def test_the_gradebook_holds_what_nbgrader_itself_writes(desk: run.Desk, tmp_path: Path) -> None:
    """The same three submissions, once by our writer and once by nbgrader with our steps."""
    graded(desk)
    other = tmp_path / "stock"
    with stock.prepared("P3", other) as api:
        for submission in CLASS:
            assert not isinstance(stock.graded(api, "P3", submission, other), str)
    for table in ("student", "submission", "grade", "comment"):
        ours, theirs = rows(desk.to / "gradebook.db", table), rows(other / "gradebook.db", table)
        assert ours and ours == theirs, table
    for name in ("anna", "ben", "carla"):
        file = f"{name}/P3/P3_prospect_lab.ipynb"
        ours = nbformat.read(desk.to / "autograded" / file, as_version=4)
        theirs = nbformat.read(other / "autograded" / file, as_version=4)
        assert [c.source for c in ours.cells] == [c.source for c in theirs.cells]
        mine, stocks = ([c.metadata.get("nbgrader") for c in nb.cells] for nb in (ours, theirs))
        assert mine == stocks
        checks = [mend.grade_id(c).startswith("check-") for c in ours.cells]
        for mine, stocks, check in zip(ours.cells, theirs.cells, checks, strict=True):
            if check:
                assert _bare(mine.outputs) == _bare(stocks.outputs)


def _bare(outputs: Any) -> Any:
    return [{k: v for k, v in output.items() if k != "execution_count"} for output in outputs]


def test_a_second_run_grades_only_what_is_new_or_changed(desk: run.Desk) -> None:
    graded(desk)
    ran: list[bytes] = []

    def counting(notebook: bytes, files: dict[str, bytes]) -> Ran:
        ran.append(notebook)
        return reader(notebook, files)

    again = graded(desk, runner=counting)
    assert ran == [] and all(result.again for result in again)
    assert [r.marked.by_checks for r in again] == [r.marked.by_checks for r in graded(desk)]
    changed = handed_in(anna=model(threshold="0.5"), dora=model())
    results = graded(desk, (*changed, *CLASS[1:]), counting)
    assert len(ran) == 2
    assert {r.marked.student for r in results if not r.again} == {"anna", "dora"}


def test_what_people_entered_is_kept_and_counts(desk: run.Desk) -> None:
    graded(desk)
    with sqlite3.connect(desk.to / "gradebook.db") as connection:
        connection.execute(
            """update grade set manual_score = 12, extra_credit = 1 where id in (
               select g.id from grade g join base_cell c on g.cell_id = c.id
               join submitted_notebook n on g.notebook_id = n.id
               join submitted_assignment sa on n.assignment_id = sa.id
               where c.name = 'essay' and sa.student_id = 'anna')"""
        )
        connection.execute("update comment set manual_comment = 'Well argued.'")
    results = graded(desk, handed_in(anna=model(threshold="0.5")))
    with book(desk) as open_book:
        marked = desk.with_hand(results[0].marked, open_book.by_hand())
    assert marked.essay.points == 13 and marked.essay.comment == "Well argued."
    kept = {row[:2]: row[3:] for row in rows(desk.to / "gradebook.db", "grade")}
    assert kept["anna", "essay"] == (12, 1, 1), "a person should look again: the answers changed"


def test_a_run_that_is_stopped_goes_on_where_it_was(desk: run.Desk) -> None:
    many = handed_in(**{f"s{n:02}": model(reproduced=str(n % 17)) for n in range(40)})
    ran: list[bytes] = []
    lock = threading.Lock()

    def counting(notebook: bytes, files: dict[str, bytes]) -> Ran:
        with lock:
            ran.append(notebook)
        return reader(notebook, files)

    seen = 0
    with book(desk) as open_book, ThreadPoolExecutor(2) as executor:
        for _ in run.grade(desk, open_book, many, counting, executor):
            seen += 1
            if seen == 11:
                break
    first = len(ran)
    assert 11 <= first < 40
    results = graded(desk, many, counting)
    assert len(results) == 40
    assert len(ran) - first == sum(not result.again for result in results)
    assert sum(result.again for result in results) >= 11
    assert len(rows(desk.to / "gradebook.db", "submission")) == 40


def test_a_worker_that_is_lost_costs_nobody_else_anything(desk: run.Desk) -> None:
    class Lossy(ThreadPoolExecutor):
        def submit(self, function: Any, /, *args: Any, **more: Any) -> Future[Any]:
            if b"unlucky" in args[0]:
                future: Future[Any] = Future()
                future.set_exception(BrokenPipeError("gone"))
                return future
            return super().submit(function, *args, **more)

    mixed = handed_in(anna=model(), ben=model(student_id='"unlucky"'), carla=model())
    with book(desk) as open_book:
        executor: Executor
        with Lossy(2) as executor:
            found = list(run.grade(desk, open_book, mixed, reader, executor))
    by_name = {result.marked.student: result.marked for result in found}
    assert "was lost (BrokenPipeError)" in by_name["ben"].notes[0]
    assert by_name["ben"].by_checks == 0 and by_name["anna"].by_checks > 0
    assert by_name["carla"].by_checks > 0


def test_a_runner_is_tried_before_it_is_trusted(desk: run.Desk) -> None:
    assert run.trial(desk, reader) == ""

    def forgetful(notebook: bytes, files: dict[str, bytes]) -> Ran:
        return Ran(notebook)

    assert "the model solution earned 0 of 30" in run.trial(desk, forgetful)


def test_a_gradebook_that_others_hold_is_said_and_nothing_is_half_written(
    desk: run.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from course.grading import book as module

    monkeypatch.setattr(module, "PATIENCE", 0.2)
    holder = sqlite3.connect(desk.to / "gradebook.db", isolation_level=None)
    with book(desk) as open_book:
        holder.execute("begin exclusive")
        with ThreadPoolExecutor(2) as executor, pytest.raises(CourseError, match="goes on where"):
            list(run.grade(desk, open_book, CLASS, reader, executor))
        holder.execute("rollback")
    assert rows(desk.to / "gradebook.db", "submission") == []
    assert len(graded(desk)) == 3


def test_a_book_without_the_assignment_is_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="does not know the assignment P3"):
        run.Desk.open("P4", tmp_path)
        Book(command.sqlite(tmp_path), "P3")


def test_progress_says_how_far_it_is_for_people_and_for_programs(desk: run.Desk) -> None:
    results = graded(desk)
    people, programs = io.StringIO(), io.StringIO()
    for out, as_json in ((people, False), (programs, True)):
        progress = command.Progress(3, out, as_json)
        for result in results:
            progress.say(result)
    assert people.getvalue().splitlines()[0].startswith("1/3 · ")
    lines = [json.loads(line) for line in programs.getvalue().splitlines()]
    assert [line["done"] for line in lines] == [1, 2, 3]
    assert lines[0]["of"] == 30 and len(lines[0]["questions"]) == 6


def by_hand(desk: run.Desk, cell: str, points: float) -> None:
    """Type points as the formgrader does: then nobody has to look any more."""
    with sqlite3.connect(desk.to / "gradebook.db") as connection:
        connection.execute(
            """update grade set manual_score = ?, needs_manual_grade = 0 where id in (
               select g.id from grade g join base_cell c on g.cell_id = c.id where c.name = ?)""",
            (points, cell),
        )


def essay(text: str, when: float = 0.0, **changed: str) -> Any:
    notebook = model(**changed)
    for cell in notebook.cells:
        if mend.grade_id(cell) == "essay":
            cell.source += f"\n\n{text}"
    return intake.Submission("anna", notebook, when=when)


def complete(desk: run.Desk, marked: Any) -> Any:
    with book(desk) as open_book:
        return desk.with_hand(marked, open_book.by_hand())


def test_a_mark_for_another_essay_waits_until_somebody_marks_again(desk: run.Desk) -> None:
    graded(desk, (essay("First."),))
    by_hand(desk, "essay", 3)
    same = complete(desk, graded(desk, (essay("First.", threshold="0.5"),))[0].marked)
    assert same.essay.points == 3, "the essay is the same one"
    graded(desk, (essay("Wholly new."),))
    graded(desk, (essay("Wholly new.", threshold="0.5"),))  # and once more, for another reason
    for _ in range(2):
        marked = complete(desk, desk.read_all()[0])
        assert marked.essay.points is None and "gave it 3 points" in marked.notes[-1]
        assert (
            marked.repairs[-1] == "Your essay changed after it had been marked; it is marked again."
        )
    by_hand(desk, "essay", 3)
    marked = complete(desk, desk.read_all()[0])
    assert marked.essay.points == 3 and not any("gave it" in note for note in marked.notes)


def test_points_changed_by_hand_are_to_be_looked_at_if_the_answer_changed(desk: run.Desk) -> None:
    graded(desk, (essay("x"),))
    by_hand(desk, "check-threshold", 1)
    graded(desk, (essay("x", value_of_gamble="1"),))
    assert not any("points before" in n for n in complete(desk, desk.read_all()[0]).notes)
    graded(desk, (essay("x", threshold="0.123"),))
    assert any("gave 1 points before" in n for n in complete(desk, desk.read_all()[0]).notes)


def test_older_or_blank_work_never_displaces_newer(desk: run.Desk) -> None:
    new, old = essay("New.", 2000), essay("Old.", 1000)
    blank = intake.Submission("anna", notebooks.read(release.release("P3")), when=3000)
    none = intake.Submission("anna", None, notes=("It is damaged.",), when=3000)
    graded(desk, (new,))
    for other, why in ((old, "older"), (blank, "blank"), (none, "cannot be read")):
        (left,) = graded(desk, (other,))
        assert left.again and why in left.marked.notes[-1] and "--older" in left.marked.notes[-1]
        assert "New." in desk.read_all()[0].essay.text
    with book(desk) as open_book, ThreadPoolExecutor(1) as executor:
        list(run.grade(desk, open_book, (old,), reader, executor, older=True))
    assert "Old." in desk.read_all()[0].essay.text


def test_the_same_work_from_a_copied_folder_is_no_older_work(desk: run.Desk) -> None:
    graded(desk, (essay("Same.", 2000),))
    (found,) = graded(desk, (replace(essay("Same.", 1000), notes=("Seen.",)),))
    assert not found.again and "--older" not in " ".join(found.marked.notes)


def test_where_it_is_a_guess_which_file_counts_the_row_is_not_complete(desk: run.Desk) -> None:
    blank = notebooks.read(release.release("P3"))
    told = ("2 different notebooks of the same time came in.",)
    guess = intake.Submission("anna", blank, told=told, unsure=True)
    (found,) = graded(desk, (guess,))
    assert found.marked.essay.points is None and found.marked.repairs == told
    assert set(told) <= set(found.marked.notes)


def test_who_wrote_no_id_gets_the_folders_numbers_and_it_is_said(desk: run.Desk) -> None:
    blank = mend.read(release.release("P3").read_bytes(), "given")
    for cell in blank.cells:
        if mend.grade_id(cell) == "threshold":
            cell.source = "threshold = 0.5"
    task = desk.task(intake.Submission("anna", blank))
    assert 'student_id = "anna"' in task.notebook.decode().replace('\\"', '"')
    assert "No student id stands in the first cell" in task.notes[0]


def test_what_a_platform_says_of_time_is_kept(desk: run.Desk) -> None:
    came = "2026-11-23T21:00:00+00:00"
    late = replace(essay("x"), came=came, late=True)
    (found,) = graded(desk, (late,))
    assert found.marked.late and str(found.marked.submitted).startswith("2026-11-23T21:00")
