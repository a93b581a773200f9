"""Essays alone, numbered and shuffled, without ids: to be marked blind, or read a second time.

One text file for each essay, an empty table for the points, and apart from both, beside the
folder and not in it, the key that says whose each number is.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from course.errors import CourseError
from course.files import write_whole
from course.grading.grids import Dialect, guard, write
from course.grading.paper import clean
from course.grading.results import Marked
from course.homework import items


def write_essays(marked: Sequence[Marked], to: Path, rng: random.Random | None = None) -> Path:
    """Write the essays of a class into a new folder; give the path of the key.

    Essays in which nothing is written are left out. The order is drawn anew each time.

    Raises
    ------
    CourseError
        If there is no essay, or the folder or its key is there already.
    """
    there = [one for one in marked if one.essay.words]
    if not there:
        raise CourseError("Nobody has written an essay, so there is nothing to read.")
    key = to.with_name(f"{to.name}-key.csv")
    if key.exists() or (to.exists() and any(to.iterdir())):
        raise CourseError(f"{to} or {key.name} is there already; choose another name.")
    (rng or random.SystemRandom()).shuffle(there)
    width = max(2, len(str(len(there))))
    numbers = [f"{n:0{width}}" for n in range(1, len(there) + 1)]
    rubric = [row.name for row, _ in items.assignment(there[0].assignment).essay.rows]
    for n, one in zip(numbers, there, strict=True):
        text = _nameless(clean(one.essay.text), one.student)
        write_whole(to / f"essay-{n}.txt", f"Essay {n} · {one.essay.words} words\n\n{text}\n")
    points = [["essay", *rubric, "side taken"], *([n] + [""] * (len(rubric) + 1) for n in numbers)]
    write_whole(to / "points.csv", write(points, Dialect(mark=True)))
    pairs = [
        ["essay", "student"],
        *([n, guard(o.student)] for n, o in zip(numbers, there, strict=True)),
    ]
    write_whole(key, write(pairs, Dialect(mark=True)))
    return key


def _nameless(text: str, student: str) -> str:
    """Take a student's id out of the text, unless it is so short that it may be a word."""
    return text.replace(student, "[id]") if len(student) > 4 else text
