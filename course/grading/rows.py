"""Points for the rows of a rubric, typed as the first line of the comment on an essay.

Formgrader takes one number for an essay. Whoever wants the rows kept types them before the comment,
in the rubric's order and with spaces between: ``2 1 2 1.5 2``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.grading.paper import number
from course.homework.items import Essay

LINE = re.compile(r"\s*((?:\d+(?:[.,]\d+)?)(?:(?:\s*[+;/|]\s*|\s+)\d+(?:[.,]\d+)?)+)\s*(?:\n|$)")
"""A first line with nothing on it but two numbers or more."""
BEGINNINGS = ("The comment on the essay ", "The points of the essay's rows ")
"""How a problem begins among other notes."""
NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Rows:
    """What a comment says: the points of the rows, if any, and the rest, which is for the student.

    `problem` is a sentence for whoever marks; the points are then left out. `waits` says that rows
    and mark contradict each other, so that neither can count before one is corrected.
    """

    points: tuple[float, ...] = ()
    rest: str = ""
    problem: str = ""
    waits: bool = False


def read(comment: str, essay: Essay, given: float | None) -> Rows:
    """Take the points of the rows off a comment, and hold them against the points `given`."""
    found = LINE.match(comment)
    if found is None:
        return Rows(rest=comment)
    said = tuple(float(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)?", found[1]))
    rest = comment[found.end() :].strip()
    if len(said) != len(essay.rows):
        return Rows(
            rest=comment,
            problem=f"The comment on the essay begins with {len(said)} numbers, and the rubric has "
            f"{len(essay.rows)} rows; write one number for each row, or begin with a word.",
        )
    for points, (row, most) in zip(said, essay.rows, strict=True):
        if points > most + NEAR:
            return Rows(
                rest=rest,
                problem=f"The comment on the essay gives {number(points)} points for the row "
                f"{row.name!r}, which has at most {number(most)}; correct the line.",
                waits=True,
            )
    if given is None or abs(sum(said) - given) > NEAR:
        entered = "none are entered" if given is None else f"{number(given)} are entered"
        return Rows(
            rest=rest,
            problem=f"The points of the essay's rows add up to {number(sum(said))}, and {entered}; "
            "correct one of the two.",
            waits=True,
        )
    return Rows(said, rest)
