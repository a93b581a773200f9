"""A journal that comes from elsewhere: from another computer, or from the course in a browser.

A learner may go on in two places. What is to be done with the journal that arrives is a pure
function of the two (`decide`); what is done with the files is in `bring_in`. The rule is that
nothing is ever lost: the longer of two takes the place of the shorter only where the shorter is its
beginning; else both stay, one of them under another name, and the learner chooses.

The same rule is written in JavaScript for the web site (``js/src/site/journal.js``); the cases in
``js/test/cases/journal.json`` hold the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from course import journal
from course.errors import CourseError
from course.files import cannot_write, my_work, write_whole
from course.journal import DamagedJournal, Entry

Head = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Decision:
    """What is to be done with a journal that arrives.

    Attributes
    ----------
    kind
        ``first``: nothing is here yet, so it becomes the journal. ``same``: it is here already.
        ``longer``: it goes on where the journal here ends, so it takes its place. ``shorter``: the
        journal here goes on where it ends. ``apart``: they have a common beginning and went on
        differently. ``other``: another journal.
    common
        How many entries both have.
    """

    kind: str
    common: int


def decide(
    head: Head, entries: Sequence[Entry], new_head: Head, new_entries: Sequence[Entry]
) -> Decision:
    """Compare the journal here with one that arrives; both have been verified.

    An entry's SHA-256 covers all that lies before it, the heading included. So two journals have as
    much in common as their numbers have from the start, and nothing after the first difference.
    """
    here = [journal.sha256(head), *(entry.sha256 for entry in entries)]
    there = [journal.sha256(new_head), *(entry.sha256 for entry in new_entries)]
    pairs = zip(here, there, strict=False)
    common = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(here), len(there)))
    both = max(common - 1, 0)
    if here == there:
        return Decision("same", both)
    if not entries:
        return Decision("first", 0)
    if common == len(here):
        return Decision("longer", both)
    if common == len(there):
        return Decision("shorter", both)
    one = isinstance(head.get("id"), str) and head["id"] == new_head.get("id")
    return Decision("apart" if one else "other", both)


def read(path: Path) -> tuple[Head, tuple[Entry, ...]]:
    """Read and verify a file that is to be brought in.

    Raises
    ------
    CourseError
        If it is missing, no file, too large, empty or no sound journal, saying which.
    """
    try:
        if path.is_dir():
            raise CourseError(f"{path} is a folder; name the journal file in it.")
        if path.exists() and not path.is_file():
            raise CourseError(f"{path} is not an ordinary file; copy the journal to one.")
        if path.exists() and (size := path.stat().st_size) > journal.LARGEST:
            raise CourseError(
                f"{path.name} has {size / 1e6:.0f} MB, and a journal has at most "
                f"{journal.LARGEST / 1e6:.0f}; look whether it is the right file."
            )
    except OSError as error:
        raise CourseError(f"{path} could not be read ({error.strerror}).") from error
    try:
        head, entries = journal.read_file(path)
    except DamagedJournal as damage:
        raise DamagedJournal(
            f"{str(damage).rstrip('.')}; nothing was changed.", damage.line, damage.kind
        ) from damage
    if not entries:
        raise CourseError(f"{path.name} holds no entries, so there is nothing to bring in.")
    return head, entries


def foreseen(path: Path, here: Path | None = None) -> str:
    """Say how the journal in `path` stands to the one here, and change nothing."""
    mine = here or my_work() / journal.NAME
    head, entries = read(path)
    try:
        old_head, old = journal.read_file(mine) if mine.exists() else ({}, ())
    except DamagedJournal:
        return "The journal here is damaged, so the two cannot be compared."
    decision = decide(old_head, old, head, entries)
    more, fewer = counted(len(entries) - decision.common), counted(len(old) - decision.common)
    return {
        "first": "There is no journal here yet; `course journal import` makes it the one here.",
        "same": "It is the same as the journal here.",
        "longer": f"It goes {more} further than the journal here; `course journal import` brings "
        "them in.",
        "shorter": f"It is an earlier copy of the journal here, which goes {fewer} further.",
        "apart": f"It has {counted(decision.common)} in common with the journal here; then the two "
        "went on differently.",
        "other": "It is another journal than the one here.",
    }[decision.kind]


def bring_in(path: Path, *, replace: bool = False, here: Path | None = None) -> str:
    """Bring the journal in `path` in, and say in a sentence or two what was done.

    With `replace` it becomes the journal here also where the two went on differently, or are two;
    the one that was here is kept under another name. A second time nothing more is done.

    Raises
    ------
    CourseError
        If nothing was done, saying why and what to do.
    """
    mine = here or my_work() / journal.NAME
    head, entries = read(path)
    try:
        mine.parent.mkdir(parents=True, exist_ok=True)
        with journal.alone(mine):
            return _place(mine, path, head, entries, replace)
    except OSError as error:
        raise CourseError(cannot_write(mine, error)) from error


def _place(mine: Path, path: Path, head: Head, entries: Sequence[Entry], replace: bool) -> str:
    text = journal.text_of(head, entries)
    there = counted(len(entries))
    again = f"`course journal import {_quoted(path)} --replace`"
    try:
        old_head, old = journal.read_file(mine) if mine.exists() else ({}, ())
    except DamagedJournal as damage:
        if not replace:
            raise CourseError(
                f"The journal here is damaged ({str(damage).rstrip('.')}), so nothing was changed; "
                f"to go on with {path.name}, say {again}, which keeps the damaged file under "
                "another name."
            ) from damage
        aside = _beside(mine, "damaged", _tag(()), mine.read_bytes())
        write_whole(mine, text)
        return f"{path.name} is your journal now, with {there}; what was here is kept as {aside}."
    decision = decide(old_head, old, head, entries)
    ahead = counted(len(old) - decision.common)
    if decision.kind == "first":
        write_whole(mine, text)
        return f"Your journal came in: {there}, the last of {day(entries[-1])}."
    if decision.kind == "same":
        return f"{path.name} is the same as the journal here ({there}); there is nothing to do."
    if decision.kind == "longer":
        write_whole(mine, text)
        came = counted(len(entries) - decision.common)
        return f"{came} came in; your journal has {there} now, the last of {day(entries[-1])}."
    if decision.kind == "shorter":
        return (
            f"{path.name} is an earlier copy of the journal here, which goes {ahead} further; "
            "there is nothing to do."
        )
    if replace:
        aside = _beside(mine, "replaced", _tag(old), mine.read_bytes())
        write_whole(mine, text)
        return (
            f"{path.name} is your journal now, with {there}; the one that was here ("
            f"{counted(len(old))}) is kept as {aside}."
        )
    if decision.kind == "other":
        raise CourseError(
            f"{path.name} is another journal ({there}, the first of {day(entries[0])}) than the "
            f"one here ({counted(len(old))}, the first of {day(old[0])}), somebody else's or a "
            f"second one of yours, so nothing was changed; to go on with it, say {again}, which "
            "keeps the one here under another name."
        )
    aside = _beside(mine, "from", _tag(entries), text.encode("utf-8"))
    return (
        f"{path.name} and the journal here have {counted(decision.common)} in common; then they "
        f"went on differently ({ahead} more here, {counted(len(entries) - decision.common)} "
        f"there). Both are kept: the journal here as it was, the other beside it as {aside}. To "
        f"go on with the other, say {again}; the one here is then kept under another name."
    )


def _beside(mine: Path, why: str, tag: str, data: bytes) -> str:
    """Keep a file beside the journal, unless it is there already; give its name."""
    for number in count(1):
        aside = mine.with_suffix(f".{why}-{tag}{'' if number == 1 else f'-{number}'}.jsonl")
        if not aside.exists():
            write_whole(aside, data)
            return aside.name
        if aside.is_file() and aside.read_bytes() == data:
            return aside.name
    raise AssertionError  # count() does not end


def _tag(entries: Sequence[Entry]) -> str:
    """Name a journal by its last entry, so that the same one gets the same name again."""
    if not entries:
        return "1"
    return f"{day(entries[-1]).replace(' ', '-')}-{entries[-1].sha256[:8]}"


def day(entry: Entry) -> str:
    """Give the day of an entry; a time that is none is not passed on."""
    try:
        return datetime.fromisoformat(entry.time).date().isoformat()
    except ValueError:
        return "no date"


def counted(n: int) -> str:
    """Say how many entries.

    >>> counted(1), counted(3)
    ('1 entry', '3 entries')
    """
    return "1 entry" if n == 1 else f"{n} entries"


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
