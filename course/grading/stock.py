"""Grading with nbgrader itself, one student after the other: the reference for our own engine.

Slow, and without a box around what students wrote. What it gives is what ours must give; a test
compares the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat

from course import notebooks
from course.errors import CourseError
from course.files import cannot_write, read_text, write_whole
from course.grading import intake, marking, release
from course.grading.results import Marked
from course.homework import items

SETTINGS = '''"""nbgrader's settings for this folder, written by `course grade`."""

from course.grading.config import configure

c = configure(get_config())
c.CourseDirectory.course_id = {course!r}
'''


@contextmanager
def prepared(assignment: str, to: Path, course: str = "", db_url: str = "") -> Iterator[Any]:
    """Make `to` a course folder in which the assignment can be graded, and open nbgrader on it."""
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CourseError(cannot_write(to, error)) from error
    with release.workspace(to, course, db_url) as api:
        settings = SETTINGS.format(course=api.course_id)
        if db_url:
            settings += f"c.CourseDirectory.db_url = {db_url!r}\n"
        write_whole(to / "nbgrader_config.py", settings)
        release.place_source(to, assignment)
        told = api.generate_assignment(assignment, create=True, force=True)
        if not told["success"]:
            raise CourseError(f"{assignment} could not be generated: {_last_line(told)}")
        yield api


def graded(api: Any, assignment: str, submission: intake.Submission, to: Path) -> Marked | str:
    """Put one submission into its place, have nbgrader run and mark it, and read the marks.

    If nbgrader could not: a sentence that says so.
    """
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
        return (
            "The notebook stopped the Python that ran it, or could not be run; look at it by "
            f"hand. nbgrader says: {_last_line(told)}"
        )
    if submission.notebook is None:
        _leave_open(api, asked, name)
    api.generate_feedback(asked.id, name, force=True)
    path = to / "autograded" / name / asked.id / f"{asked.file}.ipynb"
    return marking.read_marked(
        nbformat.reads(read_text(path), as_version=4), asked, submission.student
    )


def _leave_open(api: Any, asked: items.Assignment, student: str) -> None:
    """Give an essay that nobody could read no points: somebody has to say that it is worth 0."""
    with api.gradebook as book:
        grade = book.find_grade(asked.essay.name, asked.file, asked.id, student)
        grade.auto_score, grade.needs_manual_grade = None, True
        book.db.commit()


def _last_line(told: Any) -> str:
    lines = [line for line in str(told.get("error") or told.get("log") or "").splitlines() if line]
    return lines[-1].strip() if lines else "nothing"
