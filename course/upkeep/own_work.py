"""What is the learner's own: the journal and the folder around it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from course import journal
from course.arrival import counted
from course.errors import CourseError
from course.journal import DamagedJournal, Entry
from course.upkeep.findings import Finding, Place

STALE = 60  # seconds after which a lock is a dead program's
AHEAD = timedelta(days=1)


def check(place: Place) -> Iterator[Finding]:
    """Say what is wrong with the journal."""
    path = place.work / journal.NAME
    if not place.work.is_dir():
        return
    lock = path.with_name(path.name + ".lock")
    if lock.exists() and time.time() - lock.stat().st_mtime > STALE:
        yield Finding(
            "stale-lock",
            "A program that wrote in your journal stopped half way and left its lock there.",
            f"It does no harm; {place.command('doctor --mend')} takes it away.",
            "lock",
            lock,
            note=True,
        )
    if path.is_dir():
        yield Finding(
            "journal-is-a-folder",
            f"{place.shown(path)} is a folder, and the course keeps its journal in a file of that "
            "name.",
            f"Give the folder another name, or say {place.command('doctor --mend')}: it moves it.",
            "aside",
            path,
        )
        return
    if not path.exists():
        return
    try:
        _, entries = journal.read_file(path)
    except DamagedJournal as damage:
        yield _damaged(place, path, damage)
    except CourseError as error:
        yield Finding("journal-closed", str(error), "Then try again.", about=path)
    else:
        yield from _dates(place, entries)


def _damaged(place: Place, path: Path, damage: DamagedJournal) -> Finding:
    if damage.kind == "version":
        return Finding(
            "journal-newer",
            "Your journal was written by another version of the course than the one in this "
            "folder.",
            "Nothing is lost; take the newer version, with "
            + place.command("update NEW.zip")
            + ", and go on with it there.",
            about=path,
        )
    sound = counted(max(damage.line - 2, 0))
    why = {
        "cut": f"line {damage.line} is cut short, as when the computer stops in the middle",
        "chain": f"before line {damage.line} a line is missing, added or moved",
        "changed": f"line {damage.line} was changed after it was written",
    }.get(damage.kind, "the file in its place is something else")
    return Finding(
        "journal-damaged",
        f"Your journal is damaged: {why}; the {sound} before it can be read.",
        f"If you have a copy made with `course journal export`, bring it in with `course journal "
        f"import --replace`; else say {place.command('doctor --mend')}, which keeps the damaged "
        "file under another name and goes on with the part that can be read.",
        "journal",
        path,
    )


def _dates(place: Place, entries: tuple[Entry, ...]) -> Iterator[Finding]:
    times = []
    for entry in entries:
        try:
            when = datetime.fromisoformat(entry.time)
        except ValueError:
            continue
        times.append(when if when.tzinfo else when.replace(tzinfo=UTC))
    ahead = [when for when in times if when > place.now + AHEAD]
    if ahead:
        yield Finding(
            "journal-ahead",
            f"Your journal has {counted(len(ahead))} with a date in the future (the last "
            f"{max(ahead).date().isoformat()}; the clock says {place.now.date().isoformat()}).",
            "Look whether the computer's date is right; what is in the journal stays as it is.",
            note=True,
        )


def size(place: Place) -> str:
    """Say how much the journal holds, and nothing of what: for a report."""
    path = place.work / journal.NAME
    try:
        return counted(len(journal.read_file(path)[1])) if path.exists() else "none yet"
    except CourseError:
        return "damaged"
