"""Marking a whole submission from its answers as plain data.

The keys are Python files in ``assignments/keys``, one an assignment, outside this package and
outside all that students get; each defines ``KEY``, a marker for every question.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType

from course.errors import CourseError, listed
from course.files import CLONE
from course.grading.marks import Case, Mark, Marker, mark, with_note
from course.homework import items
from course.homework.draws import COURSE, Draw, student_key
from course.homework.plain import Plain

FOLDER = CLONE / "assignments" / "keys"
OTHER_ID = (
    "The notebook states a student id that is not yours; numbers depend on it. If that was a slip, "
    "tell whoever marks."
)


@cache
def _module(assignment: str, folder: Path) -> ModuleType:
    path = folder / f"{assignment}.py"
    spec = importlib.util.spec_from_file_location(f"assignments.keys.{assignment}", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise CourseError(f"There is no key {path}; marking needs the whole repository.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def key(assignment: str, folder: Path = FOLDER) -> Mapping[str, Marker]:
    """Load the key of an assignment.

    Raises
    ------
    CourseError
        If there is none, or it does not mark exactly the questions that are asked.
    """
    asked = {item.name for item in items.assignment(assignment).items}
    found: Mapping[str, Marker] = _module(assignment, folder).KEY
    if set(found) != asked:
        odd = listed(sorted(set(found) ^ asked))
        raise CourseError(f"{assignment}.py and {assignment}.toml do not agree on {odd}.")
    return found


def reasons(assignment: str, folder: Path = FOLDER) -> Mapping[str, Callable[[str, Case], str]]:
    """Load what a key says, for whoever marks, of why an entry's answer is right; may be empty."""
    found: Mapping[str, Callable[[str, Case], str]]
    found = getattr(_module(assignment, folder), "WHY", {})
    return found


def following(
    assignment: str, folder: Path = FOLDER
) -> Mapping[str, Callable[[Case], Mapping[str, str]]]:
    """Load how a key works out right answers from a student's other ones, entry by entry."""
    found: Mapping[str, Callable[[Case], Mapping[str, str]]]
    found = getattr(_module(assignment, folder), "FOLLOWS", {})
    return found


def mark_answers(
    assignment: str,
    student: str,
    answers: Mapping[str, Plain],
    *,
    course: str = COURSE,
    stated: str = "",
    files: Mapping[str, str] | None = None,
) -> dict[str, Mark]:
    """Mark every question of a submission, by name.

    `student` is who handed it in; it decides the numbers. `stated` is the id that the notebook
    itself gives; if it is another one, and an answer fits that one's numbers better, whoever marks
    is told, and no points are given for it.
    """
    asked = items.assignment(assignment)
    markers = key(assignment)
    variant = items.variant(Draw(course, assignment, student))
    other = stated and student_key(stated) != student_key(student)
    theirs = items.variant(Draw(course, assignment, stated)) if other else {}
    marks = {}
    for item in asked.items:
        answer = answers.get(item.name)
        case = Case(item, variant, answers, files or {})
        marks[item.name] = mark(markers[item.name], answer, case)
        if other:
            foreign = mark(markers[item.name], answer, Case(item, theirs, answers, files or {}))
            if foreign.points > marks[item.name].points:
                note = (
                    f"{item.title}: the answer would earn {foreign.points:g} points with the "
                    f"numbers of {stated!r}, which the notebook states."
                )
                marks[item.name] = with_note(marks[item.name], note, OTHER_ID)
    return marks
