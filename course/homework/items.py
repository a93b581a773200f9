"""What an assignment asks, as data: the questions, the essay, the rubric by which it is marked.

Everything here is for the learner's eyes. What is right, and what each mistake earns, is not here
and not in this package: see the folder ``assignments/keys`` of the repository.

The texts are in ``messages/assignments``, one file an assignment.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from course.errors import CourseError, listed
from course.files import PACKAGE, read_toml
from course.homework.draws import Draw

FOLDER = PACKAGE / "messages" / "assignments"
ASSIGNMENTS = ("P1", "P2", "P3", "P4", "P5")
LEVELS = 4
"""The best level of a rubric row; levels run from 0."""

Variant = Mapping[str, Any]
"""The numbers and cases of one student: names to plain data."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a question."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One graded question; the answer is the variable of its name.

    Attributes
    ----------
    kind
        number · whole (a number without a part after the point) · choice (one option) ·
        choices, numbers, wholes or paragraphs (a table, one for each entry; paragraphs are ids
        such as A14) ·
        ratings (a table of tables of numbers) · words (a text) · journal.
    prompt
        The question, with names of the variant in braces.
    form
        How to write the answer down.
    entries
        For a table: the part of the variant that holds its entries, and what each one says.
    columns
        For ratings: the part of the variant that holds the names within each entry.
    least, most
        For numbers: the range in which any answer must lie.
    """

    name: str
    title: str
    points: float
    kind: str
    prompt: str
    form: str
    options: tuple[Choice, ...] = ()
    entries: str = ""
    columns: str = ""
    least: float = -1e9
    most: float = 1e9

    @property
    def check_id(self) -> str:
        """The nbgrader id of the cell that checks it."""
        return f"check-{self.name.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a rubric; `levels` describes level 0, 1, ... up to the best."""

    id: str
    name: str
    levels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of an essay; `words` is the least that makes it more than a gesture."""

    heading: str
    asks: str
    words: int


@dataclass(frozen=True, slots=True)
class Essay:
    """What is written in one's own words and marked by a person, by rows of a rubric."""

    name: str
    title: str
    prompt: str
    words: tuple[int, int]
    sections: tuple[Section, ...]
    rows: tuple[tuple[Row, float], ...]
    """Each row of the rubric with the points that its best level earns."""

    @property
    def points(self) -> float:
        """What the whole essay can earn."""
        return sum(points for _, points in self.rows)

    @property
    def check_id(self) -> str:
        """The nbgrader id of the cell that counts its words."""
        return f"check-{self.name}"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment: questions that are marked by machine, and an essay that is not."""

    id: str
    title: str
    file: str
    """The name of its notebook, without the ending."""
    items: tuple[Item, ...]
    essay: Essay

    @property
    def points(self) -> float:
        """What the questions can earn together, without the essay."""
        return sum(item.points for item in self.items)

    def item(self, name: str) -> Item:
        """Find a question.

        Raises
        ------
        CourseError
            If there is none of that name.
        """
        for item in self.items:
            if item.name == name:
                return item
        names = listed(repr(item.name) for item in self.items)
        raise CourseError(f"{self.id} has no question {name!r}; there are {names}.")


def assignment(id: str) -> Assignment:
    """Find an assignment, P1 to P5.

    >>> assignment("P3").item("decision_weight").points
    6

    Raises
    ------
    CourseError
        If there is no such assignment, or its file is not well formed.
    """
    if id not in ASSIGNMENTS:
        raise CourseError(f"There is no assignment {id!r}; there are {listed(ASSIGNMENTS)}.")
    return _assignment(id)


@cache
def _assignment(id: str) -> Assignment:
    data = read_toml(FOLDER / f"{id}.toml", FOLDER / "assignment.schema.json")
    items = tuple(_item(item) for item in data["item"])
    return Assignment(id, data["title"], data["file"], items, _essay(data["essay"]))


def _item(data: dict[str, Any]) -> Item:
    options = tuple(Choice(**option) for option in data.pop("option", ()))
    return Item(**data, options=options)


def _essay(data: dict[str, Any]) -> Essay:
    sections = tuple(Section(**section) for section in data["section"])
    rows = tuple((rubric_rows()[row["id"]], row["points"]) for row in data["row"])
    words = (data["words"][0], data["words"][1])
    return Essay(data["name"], data["title"], data["prompt"], words, sections, rows)


@cache
def rubric_rows() -> dict[str, Row]:
    """Read the rows from which every rubric is made, by id."""
    data = read_toml(FOLDER / "rubric.toml", FOLDER / "rubric.schema.json")
    return {r["id"]: Row(r["id"], r["name"], tuple(r["levels"])) for r in data["row"]}


def variant(draw: Draw) -> Variant:
    """Work out the numbers and cases of one student for one assignment.

    The assignment's own module, `course.homework.p1` to ``p5``, says what is drawn from what.
    """
    return _module(draw.assignment).variant(draw)  # type: ignore[no-any-return]


def shown(assignment: str, name: str, variant: Variant) -> Any:
    """Make one of the tables that an assignment shows beside its questions.

    Raises
    ------
    CourseError
        If it shows nothing of that name.
    """
    there = _module(assignment).SHOWN
    if name not in there:
        raise CourseError(f"{assignment} shows no {name!r}; there are {listed(sorted(there))}.")
    return there[name](variant)


def _module(id: str) -> Any:
    assignment(id)
    return import_module(f"course.homework.{id.lower()}")
