"""What was handed in through an exchange, read without trust.

A submission is a folder that a student makes and arranges, and whoever collects can read more
than a student can. So a folder counts only if it belongs to the account whose name it bears, a
link is never followed, and a file counts only if it is the student's own.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from course.errors import CourseError
from course.grading import intake
from course.hub import rights
from course.hub.place import Exchange

SECRET, STAMP = "submission_secret.txt", "timestamp.txt"
MOST_FILES = 20
"""So many files of one submission are read, and so many left out are named."""
MOST_SECONDS = 600
"""A submission that was touched so long after the time it bears is pointed out."""


@dataclass(frozen=True, slots=True)
class Record:
    """One submission in the exchange, by the name and the owner of its folder."""

    student: str
    stamp: str
    when: datetime
    path: Path

    @property
    def place(self) -> str:
        """The name of the student's folder in a folder of submissions."""
        return intake.folder_name(self.student)


def printable(text: str) -> str:
    r"""Write a name so that it stays in its line: who hands in can call a file anything.

    >>> printable("a\nb\x1b[2J.ipynb")
    'a_b_[2J.ipynb'
    """
    return "".join(c if c.isprintable() else "_" for c in text)


def submissions(exchange: Exchange, assignment: str) -> tuple[list[Record], list[str]]:
    """List what was handed in, oldest first, and say what is not taken and why.

    A folder counts only if it belongs to the account whose name it bears.
    """
    found, notes = [], []
    for path in sorted(exchange.inbound.iterdir()):
        parts = path.name.rsplit("+", 3)
        if len(parts) < 3 or parts[1] != assignment:
            continue
        student, stamp = parts[0], parts[2]
        try:
            about = path.lstat()
        except OSError:
            continue  # taken back at this moment
        if not stat.S_ISDIR(about.st_mode):
            notes.append(f"{path.name} is no folder and was not taken.")
            continue
        owner = rights.account(about.st_uid)
        if owner != student:
            notes.append(
                f"A submission of {assignment} in the name of {student} was put there by {owner} "
                "and was not taken; ask both."
            )
            continue
        when = _when(stamp)
        if when is None:
            notes.append(f"{path.name} bears no time that can be read, and was not taken.")
            continue
        if about.st_ctime - when.timestamp() > MOST_SECONDS:
            touched = datetime.fromtimestamp(about.st_ctime).astimezone()
            notes.append(
                f"{student}: it bears the time {stamp}, and its folder was touched as late as "
                f"{touched:%Y-%m-%d %H:%M %Z}; such a time can be written by hand."
            )
        found.append(Record(student, stamp, when, path))
    return sorted(found, key=lambda record: record.when), [printable(note) for note in notes]


def _when(stamp: str) -> datetime | None:
    """Read the time in a folder's name, as nbgrader writes it.

    >>> _when("2026-11-25 15:20:00.500000 UTC").isoformat()
    '2026-11-25T15:20:00.500000+00:00'
    """
    try:
        return datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S.%f UTC").replace(tzinfo=UTC)
    except ValueError:
        return None


def files(record: Record, notes: list[str]) -> Iterator[tuple[str, bytes]]:
    """Read the files of a submission that grading wants, and no others, nor too much of them.

    What was left out is added to `notes`, each in a sentence. Each file comes under a name that
    can be printed.

    Raises
    ------
    CourseError
        If the folder cannot be read.
    """
    student, left = record.student, intake.MOST_BYTES
    with opened(record) as folder:
        there = [n for n in names(folder) if n not in (SECRET, STAMP) and not n.startswith(".")]
        wanted = [name for name in there if intake.taken_along(name)]
        others = [printable(name) for name in there if not intake.taken_along(name)]
        notes += [f"{student}: {n} is no notebook and was left out." for n in others[:MOST_FILES]]
        if len(others) > MOST_FILES:
            more = len(others) - MOST_FILES
            notes.append(f"{student}: {more} more files are no notebooks and were left out.")
        if len(wanted) > MOST_FILES:
            notes.append(
                f"{student}: of {len(wanted)} notebooks and journals only the first {MOST_FILES} "
                "were looked at."
            )
        for name in wanted[:MOST_FILES]:
            data = read(folder, name, left)
            if data is None:
                notes.append(
                    f"{student}: {printable(name)} is a link, somebody else's or too large (all "
                    f"together may have {intake.MOST_BYTES / 1e6:.0f} MB), and was left out."
                )
                continue
            left -= len(data)
            yield printable(name), data


@contextmanager
def opened(record: Record) -> Iterator[int]:
    """Open the folder of a submission, and hold it: what it is called may change, it may not."""
    try:
        folder = os.open(record.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        raise _unread(record, error) from error
    try:
        yield folder
    except OSError as error:
        raise _unread(record, error) from error
    finally:
        os.close(folder)


def _unread(record: Record, error: OSError) -> CourseError:
    return CourseError(
        f"The submission of {record.student} cannot be read ({error.strerror}); ask them to hand "
        "it in again."
    )


def names(folder: int) -> list[str]:
    """List an open folder: the one that is held, whatever bears its name by now."""
    with os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)


def read(folder: int, name: str, most: int) -> bytes | None:
    """Read a plain file of the owner of its folder; None if it is anything else, or too large."""
    try:
        handle = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except OSError:
        return None
    with os.fdopen(handle, "rb") as file:
        about = os.fstat(file.fileno())
        own = about.st_uid == os.fstat(folder).st_uid
        if not stat.S_ISREG(about.st_mode) or not own or about.st_size > most:
            return None
        data = file.read(most + 1)
    return data if len(data) <= most else None


def secret(record: Record) -> tuple[str, tuple[str, ...]]:
    """Read what only the student and whoever collects know, and how the notebooks are called."""
    with opened(record) as folder:
        said = (read(folder, SECRET, 10_000) or b"").decode("utf-8", "replace")
        called = [name for name in names(folder) if name.endswith(".ipynb")]
    return said, tuple(name.removesuffix(".ipynb") for name in called[:MOST_FILES])
