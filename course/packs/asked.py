"""What the lessons on a case pack ask: questions that fit any pack, and the pack's own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from course.checks import Check, Note, Option
from course.errors import CourseError, listed
from course.files import PACKAGE, read_toml
from course.packs.pack import Pack

LESSONS = ("claims", "threat", "loss", "rivals", "force", "test")
"""The six lessons by what they are about; a pack's question may say to which it belongs."""

MESSAGES = PACKAGE / "messages"


def check(pack: Pack, id: str) -> Check:
    """Find a question with options: one of the pack's, or one of the lessons' on any pack.

    Its id begins with the pack's name, so that answers to different packs keep apart.

    Raises
    ------
    CourseError
        If there is no such question.
    """
    own = {one.id.removeprefix(f"{pack.id}."): one for one in pack.questions}
    if id in own:
        return own[id]
    found = catalogue().get(id)
    if isinstance(found, Check):
        return replace(found, id=pack.key(id))
    known = listed(own) if own else "none"
    raise CourseError(f"The pack {pack.title} has no question {id!r}; there are {known}.")


def note(pack: Pack, id: str) -> Note:
    """Find a question that is answered in one's own words.

    Raises
    ------
    CourseError
        If there is no such question.
    """
    found = catalogue().get(id)
    if isinstance(found, Note):
        return replace(found, id=pack.key(id))
    known = listed(name for name, item in catalogue().items() if isinstance(item, Note))
    raise CourseError(f"The lessons on a pack ask no note {id!r}; there are {known}.")


@cache
def catalogue() -> dict[str, Check | Note]:
    """Read the questions that fit any pack, by id."""
    data = read_toml(MESSAGES / "pack_lessons.toml", MESSAGES / "pack_lessons.schema.json")
    items: list[Check | Note] = [*map(_check, data["check"]), *map(_note, data["note"])]
    return {item.id: item for item in items}


def _check(data: dict[str, Any]) -> Check:
    options = tuple(Option(**option) for option in data["option"])
    hints, sources = tuple(data.get("hints", ())), tuple(data.get("sources", ()))
    return Check(data["id"], data["prompt"], options, hints, sources)


def _note(data: dict[str, Any]) -> Note:
    return Note(data["id"], data["prompt"], tuple(data["words"]))
