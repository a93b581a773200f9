"""The glossary: the words of the lessons, each in our own words, with lesson and source.

>>> entry("security-dilemma").lesson
2
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.files import line_of, read_text, read_toml, seeds_folder
from course.records import library


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, what it means here, and where that is from.

    Attributes
    ----------
    id
        Its name in addresses.
    term, also
        The word, and other words for the same.
    definition
        What it means, in our words.
    lesson
        The lesson that introduces it.
    sources
        Ids of works in ``references.toml``.
    cited
        A source that is not in that list, as the lesson cites it; or that the word is our own.
    see
        Ids of entries to compare.
    """

    id: str
    term: str
    definition: str
    lesson: int
    sources: tuple[str, ...] = ()
    cited: str = ""
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()


@cache
def entries(folder: Path | None = None) -> tuple[Entry, ...]:
    """Read the glossary, in the order of the alphabet.

    Raises
    ------
    CourseError
        Naming file and line, if an entry is not in order.
    """
    where = folder or seeds_folder()
    path = where / "glossary.toml"
    raw = read_toml(path, seeds_folder() / "schema" / "glossary.json")["entry"]
    made = [_entry(one) for one in raw]
    for number, fault in _faults(made):
        line = line_of(read_text(path), ["entry", number])
        raise CourseError(f"{path.name}, line {line}: {fault}.")
    return tuple(sorted(made, key=lambda one: one.term.casefold()))


def _entry(raw: dict[str, Any]) -> Entry:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()}
    return Entry(**fields)


def entry(id: str) -> Entry:
    """Give one entry.

    Raises
    ------
    CourseError
        If there is none with this id.
    """
    for one in entries():
        if one.id == id:
            return one
    raise CourseError(f"There is no entry {id!r} in the glossary; look in seeds/glossary.toml.")


def _faults(made: list[Entry]) -> Iterable[tuple[int, str]]:
    """Find names that are there twice, or that point at nothing."""
    works, ids = library().references, [one.id for one in made]
    for number, one in enumerate(made):
        if ids.index(one.id) != number:
            yield number, f"the entry {one.id} is there twice"
        for id in one.sources:
            if id not in works:
                yield number, f"there is no work {id} in references.toml"
        for id in one.see:
            if id not in ids:
                yield number, f"there is no entry {id}"
