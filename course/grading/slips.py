"""What a slip is called on a page, and where in the lessons to go back to.

The 26 misconceptions of the course are in its catalogue; the slips of an assignment's own are named
in ``assignments/keys/slips.toml``, on the marker's side.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from course import checks
from course.files import read_toml
from course.grading.keys import FOLDER


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a lesson, by its heading."""

    lesson: int
    heading: str


@dataclass(frozen=True, slots=True)
class Named:
    """A slip or misconception by its name.

    What the catalogue says to repair one is not shown with a mark: it may give the answer away.
    """

    id: str
    name: str


def named(id: str | None) -> Named | None:
    """Find what a slip is called.

    One that nobody has named yet is called by nothing: the sentence of the mark says enough.

    >>> named("M11").name, named("P3.no-lambda").name, named("P9.unheard-of")
    ('A decision weight is a mistaken belief about odds', 'A loss without λ', None)
    """
    if id is None:
        return None
    if id in checks.misconceptions():
        found = checks.misconception(id)
        return Named(id, found.name)
    return _read()[0].get(id)


def place(assignment: str, item: str) -> Place | None:
    """Find where a question was taught; None if that was not written down.

    >>> place("P3", "threshold")
    Place(lesson=5, heading='Move the reference point')
    """
    return _read()[1].get((assignment, item))


@cache
def _read() -> tuple[dict[str, Named], dict[tuple[str, str], Place]]:
    data = read_toml(FOLDER / "slips.toml", FOLDER / "slips.schema.json")
    slips = {slip["id"]: Named(slip["id"], slip["name"]) for slip in data["slip"]}
    places = {
        (row["assignment"], row["name"]): Place(row["lesson"], row["place"])
        for row in data["question"]
    }
    return slips, places
