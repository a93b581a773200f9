"""Grading a folder of submissions with nbgrader, one student after the other.

    course grade P3 "handed in" --to grading

The folder ``grading`` is an nbgrader course of its own afterwards: ``gradebook.db``, the notebooks
with marks in ``autograded``, a page for each student in ``feedback``. Marking essays goes on there,
in nbgrader's formgrader.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from course import notebooks
from course.errors import CourseError
from course.files import read_text, write_whole
from course.grading import intake, mend, release
from course.homework import items

SETTINGS = '''"""nbgrader's settings for this folder, written by `course grade`."""

from course.grading.config import configure

c = configure(get_config())
c.CourseDirectory.course_id = {course!r}
'''


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one submission.

    Attributes
    ----------
    points, of
        By the checks, without the essay; None if it could not be run to the end.
    unanswered
        The questions to which no answer was found.
    notes
        What somebody should know or look at, each in a sentence.
    """

    student: str
    points: float | None
    of: float
    unanswered: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def line(self) -> str:
        """The result in one line."""
        got = "not run to the end" if self.points is None else f"{self.points:g} of {self.of:g}"
        empty = f" · left open: {len(self.unanswered)}" if self.unanswered else ""
        look = " · please look" if self.notes else ""
        return f"{self.student}: {got}{empty}{look}"


def grade(assignment: str, folder: Path, to: Path, course: str = "") -> Iterator[Result]:
    """Grade every submission in `folder`, giving each result as it comes.

    Raises
    ------
    CourseError
        If there are no submissions, or the assignment cannot be generated.
    """
    asked = items.assignment(assignment)
    given = notebooks.read(release.release(assignment))
    ids = [mend.grade_id(cell) for cell in given.cells if mend.grade_id(cell)]
    submissions = intake.collect(folder, asked.file, ids)
    with prepared(assignment, to, course) as api:
        for submission in submissions:
            yield graded(api, assignment, submission, to)


@contextmanager
def prepared(assignment: str, to: Path, course: str = "") -> Iterator[Any]:
    """Make `to` a course folder in which the assignment can be graded, and open nbgrader on it."""
    to.mkdir(parents=True, exist_ok=True)
    with release.workspace(to, course) as api:
        write_whole(to / "nbgrader_config.py", SETTINGS.format(course=api.course_id))
        release.place_source(to, assignment)
        told = api.generate_assignment(assignment, create=True, force=True)
        if not told["success"]:
            raise CourseError(f"{assignment} could not be generated: {_last_line(told)}")
        yield api


def graded(api: Any, assignment: str, submission: intake.Submission, to: Path) -> Result:
    """Put one submission into its place, have nbgrader run and mark it, and read the marks."""
    asked = items.assignment(assignment)
    name = intake.folder_name(submission.student)
    folder = to / "submitted" / name / asked.id
    notebook = submission.notebook
    if notebook is None:
        notebook = notebooks.read(to / "release" / asked.id / f"{asked.file}.ipynb")
    write_whole(folder / f"{asked.file}.ipynb", nbformat.writes(notebook))
    for beside, data in submission.beside.items():
        write_whole(folder / beside, data.decode("utf-8", "replace"))
    told = api.autograde(asked.id, name, force=True, create=True)
    if not told["success"]:
        note = (
            "The notebook stopped the Python that ran it, or could not be run; look at it by "
            f"hand. nbgrader says: {_last_line(told)}"
        )
        return Result(submission.student, None, asked.points, (), (*submission.notes, note))
    api.generate_feedback(asked.id, name, force=True)
    marked = read_text(to / "autograded" / name / asked.id / f"{asked.file}.ipynb")
    points, unanswered, notes = _read_marks(nbformat.reads(marked, as_version=4), asked)
    return Result(submission.student, points, asked.points, unanswered, (*submission.notes, *notes))


def _read_marks(
    notebook: Any, asked: items.Assignment
) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
    """Read points, open questions and notes from a marked notebook."""
    from course.grading.marking import MARK

    by_cell = {item.check_id: item for item in asked.items}
    points, unanswered = 0.0, []
    for cell in notebook.cells:
        item = by_cell.get(mend.grade_id(cell))
        for output in cell.get("outputs", []) if item else []:
            carried = output.get("data", {}).get(MARK)
            if item and isinstance(carried, dict):
                points += float(output["data"]["text/plain"])
                if not carried["answered"]:
                    unanswered.append(item.name)
    notes = notebook.metadata.get("threat_power_loss", {}).get("notes", [])
    return round(points, 4), tuple(unanswered), tuple(notes)


def _last_line(told: Any) -> str:
    lines = [line for line in str(told.get("error") or told.get("log") or "").splitlines() if line]
    return lines[-1].strip() if lines else "nothing"
