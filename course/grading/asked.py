"""What is asked of a class, in general: a choice, a number, weights, codes, words.

What an entry holds is checked once more when it is read, so that a made-up journal can bring no
text of its own onto a page; only words (`Written`) are a student's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from course import weights
from course.files import PACKAGE, read_toml
from course.grading.classroom import Reader

TEXTS = PACKAGE / "messages" / "classroom.toml"


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where numbers run, in steps of which width they are counted, their unit."""

    low: float
    high: float
    width: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that was asked: a choice between `options`, or a number on a `scale`.

    Attributes
    ----------
    key, read
        Where the answer stands, and how it is taken from there.
    beside
        What is shown beside an option, by its id: what others chose.
    marks
        Numbers shown beside those of the class, each with its name.
    then
        A later step whose answer is the last one, if it is no revision of the same.
    after
        What came between the first answer and the last: a text by its name.
    """

    title: str
    key: str
    read: Reader
    options: tuple[tuple[str, str], ...] = ()
    scale: Scale | None = None
    beside: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[str, float], ...] = ()
    then: tuple[str, Reader] | None = None
    after: str = "after_result"


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights that were asked for together, with a note on what stands beside them."""

    title: str
    parts: tuple[Asked, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Coded:
    """Things that students and two coders sorted: by item what it is, and each coder's category."""

    title: str
    key: str
    read: Reader
    items: tuple[tuple[str, str], ...]
    categories: tuple[tuple[str, str], ...]
    coders: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A question that is answered in words."""

    title: str
    key: str
    field: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that one lesson asks."""

    number: int
    predictions: tuple[Asked, ...] = ()
    weights: tuple[Weights, ...] = ()
    coded: tuple[Coded, ...] = ()
    questions: tuple[Asked, ...] = ()
    written: tuple[Written, ...] = ()


@cache
def texts(part: str) -> Mapping[str, str]:
    """Read what the page of a class says: one part of ``messages/classroom.toml``."""
    found: Mapping[str, str] = read_toml(TEXTS, TEXTS.with_name("classroom.schema.json"))[part]
    return found


def chosen(options: Sequence[tuple[str, str]], *path: str) -> Reader:
    """Take one of the options at a place in an entry."""
    ids = {id for id, _ in options}

    def read(value: Any) -> str | None:
        found = _dig(value, path)
        return found if isinstance(found, str) and found in ids else None

    return read


def number(low: float, high: float, *path: str) -> Reader:
    """Take a number on a scale at a place in an entry."""

    def read(value: Any) -> float | None:
        found = _dig(value, path)
        plain = isinstance(found, int | float) and not isinstance(found, bool)
        return found if plain and low <= found <= high else None

    return read


def _dig(value: Any, path: Sequence[str]) -> Any:
    for name in path:
        value = value[name]
    return value


def scaled(name: str, sources: Sequence[str], source: str) -> Reader:
    """Take a weight in points of 100 from weights on any scale."""

    def read(value: Any) -> float:
        return 100 * weights.normalise({one: value[name][one] for one in sources})[source]

    return read


def coding(
    items: Sequence[tuple[str, str]],
    categories: Sequence[tuple[str, str]],
    find: Callable[[Any, str], Any],
) -> Reader:
    """Take a complete coding: for each item one of the categories."""
    ids = {id for id, _ in categories}

    def read(value: Any) -> dict[str, str] | None:
        found = {id: find(value, id) for id, _ in items}
        return found if all(isinstance(x, str) and x in ids for x in found.values()) else None

    return read
