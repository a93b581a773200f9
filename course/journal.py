"""The learner's journal: what was said, when, and in which order.

Every commitment (a prediction, a set of weights, the answer to a check) becomes one line of a
text file, ``journal.jsonl`` in the learner's own folder. Each line carries the SHA-256 of its own
contents *and* of the line before, so the file is a chain: nobody can slip in an earlier prediction
afterwards, or change one, without every later line showing it. Nothing is ever overwritten: who
changes their mind adds a revision.

A chain shows tampering; it cannot prevent it. Who rewrites the whole file from some point on makes
a new, valid chain, with new times. That is enough for an honest learner, and for a marker who has
an earlier copy.

Source: hash chains as in Haber & Stornetta 1991, "How to time-stamp a digital document",
*Journal of Cryptology* 3:99-111.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.files import cannot_write, my_work, not_kept, write_whole

FORMAT = "threat-power-loss journal"
VERSION = 1
NAME = "journal.jsonl"
LARGEST = 20_000_000  # bytes of a journal that is read: hundreds of times what the course writes
DEEPEST = 100  # brackets within brackets in one line; what a lesson keeps has a handful


@dataclass(frozen=True, slots=True)
class Entry:
    """One commitment.

    Attributes
    ----------
    number
        Its place in the journal, from 1.
    time
        When it was made: ISO 8601, UTC, to the second.
    key
        What it answers, for example ``L3.threat-weigher.predict``.
    value
        What the learner said: anything that JSON can hold.
    before
        SHA-256 of the entry before it (of the heading, for the first).
    sha256
        SHA-256 of all of the above.
    """

    number: int
    time: str
    key: str
    value: Any
    before: str
    sha256: str


class DamagedJournal(CourseError):
    """A journal that does not verify.

    Attributes
    ----------
    line
        The first line that is wrong.
    kind
        What is wrong with it: ``foreign`` (no journal of this course), ``version`` (of another
        version), ``cut`` (cut short or not an entry), ``chain`` (a line before it is missing, added
        or moved) or ``changed``.
    """

    def __init__(self, message: str, line: int, kind: str = "foreign") -> None:
        super().__init__(message)
        self.line = line
        self.kind = kind


class Journal:
    """The journal in a file; every call reads the file, so two notebooks see the same.

    >>> import tempfile
    >>> journal = Journal(Path(tempfile.mkdtemp()) / "journal.jsonl")
    >>> journal.commit("L2.predict", {"choice": "both arm"}).number
    1
    >>> journal.commit("L2.predict", {"choice": "neither"}).number
    2
    >>> [entry.value["choice"] for entry in journal.revisions("L2.predict")]
    ['both arm', 'neither']
    >>> journal.problem() is None
    True
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or my_work() / NAME
        self.last_notice = ""  # what the last commitment had to set aside, for the reader

    def entries(self) -> tuple[Entry, ...]:
        """Read all entries, oldest first.

        Raises
        ------
        CourseError
            If the file is damaged or not a journal of this course.
        """
        try:
            return self._read()[1]
        except DamagedJournal as damage:
            if damage.kind == "version":
                raise
            advice = "nothing is lost: the next commitment keeps it under another name and goes on"
            raise DamagedJournal(
                f"{str(damage).rstrip('.')}; {advice}.", damage.line, damage.kind
            ) from damage

    def revisions(self, key: str) -> tuple[Entry, ...]:
        """Read every entry for `key`: the first is what the learner said first."""
        return tuple(entry for entry in self.entries() if entry.key == key)

    def latest(self, key: str) -> Entry | None:
        """Read the last entry for `key`, or None if nothing was committed."""
        return next((entry for entry in reversed(self.entries()) if entry.key == key), None)

    def commit(self, key: str, value: Any) -> Entry:
        """Append one commitment and return it.

        A damaged or foreign file in the journal's place is set aside under another name, never
        overwritten; the sentence in `last_notice` says so.

        Raises
        ------
        CourseError
            If the value is not plain data, the file cannot be written, or it is a sound journal of
            another version of the course, which is left alone.
        """
        try:
            text = json.dumps({"value": value}, allow_nan=False, ensure_ascii=False)
            value = _data(text.encode("utf-8").decode("utf-8"))["value"]
        except (TypeError, ValueError, RecursionError) as error:
            raise CourseError(f"{key} cannot be saved: {error}.") from error
        self.last_notice = not_kept()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with alone(self.path):
                self._set_aside_if_damaged()
                head, entries = self._read()
                if not head:
                    head = self._begin()
                before = entries[-1].sha256 if entries else sha256(head)
                now = datetime.now(UTC).isoformat(timespec="seconds")
                body = {"number": len(entries) + 1, "time": now, "key": key, "value": value}
                body["before"] = before
                entry = Entry(**body, sha256=sha256(body))
                with self.path.open("a", encoding="utf-8", newline="\n") as file:
                    file.write(_line(asdict(entry)))
                    file.flush()
                    if not not_kept():  # there is a disk to wait for
                        os.fsync(file.fileno())
        except OSError as error:
            raise CourseError(cannot_write(self.path, error)) from error
        return entry

    def problem(self) -> str | None:
        """Say what is wrong with the file, or None if the chain holds."""
        try:
            self._read()
        except CourseError as error:
            return str(error)
        return None

    def mend(self) -> str:
        """Set a damaged file aside now, as the next commitment would, and say what was done.

        Raises
        ------
        CourseError
            If the file cannot be moved, or is a journal of another version.
        """
        self.last_notice = ""
        try:
            with alone(self.path):
                self._set_aside_if_damaged()
        except OSError as error:
            raise CourseError(cannot_write(self.path, error)) from error
        return self.last_notice

    def export(self, path: Path) -> Path:
        """Copy the journal to `path`, for handing in or for another computer.

        Raises
        ------
        CourseError
            If there is nothing to export, the journal is damaged, or `path` exists already.
        """
        if not self.entries():
            raise CourseError("The journal is empty; commit a prediction first.")
        if path.exists():
            raise CourseError(f"{path} exists already; choose another name.")
        write_whole(path, self.path.read_text(encoding="utf-8"))
        return path

    def delete(self) -> None:
        """Delete the journal file, for good."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise CourseError(f"{self.path} could not be deleted; delete it by hand.") from error

    def _set_aside_if_damaged(self) -> None:
        """Rename a file that does not verify; go on with a copy of its sound beginning."""
        try:
            self._read()
        except DamagedJournal as damage:
            if damage.kind == "version":
                raise  # nothing is wrong with it; this course is too old, or too new
            number = 1
            while (aside := self.path.with_suffix(f".damaged-{number}.jsonl")).exists():
                number += 1
            self.path.rename(aside)
            sound = aside.read_bytes().splitlines(keepends=True)[: damage.line - 1]
            if sound:
                write_whole(self.path, b"".join(sound).decode("utf-8"))
            notice = (
                f"{damage} It is kept as {aside.name}; the journal goes on with the "
                f"{max(len(sound) - 1, 0)} entries before the damage."
            )
            self.last_notice = f"{notice} {self.last_notice}".rstrip()

    def _begin(self) -> dict[str, Any]:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        head = {"format": FORMAT, "version": VERSION, "id": uuid.uuid4().hex, "begun": now}
        write_whole(self.path, _line(head))
        return head

    def _read(self) -> tuple[dict[str, Any], tuple[Entry, ...]]:
        return read_file(self.path) if self.path.exists() else ({}, ())


def read_file(path: Path) -> tuple[dict[str, Any], tuple[Entry, ...]]:
    """Read and verify a journal file, the learner's own or one that was handed in.

    Raises
    ------
    CourseError
        If there is no such file, it cannot be read, or it is not a sound journal.
    """
    try:
        return read_chain(path.read_text(encoding="utf-8"), path.name)
    except FileNotFoundError as error:
        raise CourseError(f"There is no file {path}; check its name and folder.") from error
    except UnicodeDecodeError as error:
        raise DamagedJournal(f"{path.name} is not a journal of this course.", 1) from error
    except OSError as error:
        raise CourseError(
            f"{path} could not be read ({error.strerror}); check the folder, or the variable "
            "COURSE_HOME if you have set it."
        ) from error


def read_chain(text: str, name: str = "The file") -> tuple[dict[str, Any], tuple[Entry, ...]]:
    """Read and verify the text of a journal: its heading and its entries.

    An empty text is an empty journal.

    Raises
    ------
    CourseError
        Naming the line at which it stops being a journal of this course, and why.
    """
    head: dict[str, Any] = {}
    entries: list[Entry] = []
    before = ""
    # Not splitlines(): an answer may hold characters that count as line ends elsewhere (U+0085).
    lines = text.removeprefix("\ufeff").removesuffix("\n").split("\n") if text else ()
    for number, line in enumerate(lines, start=1):
        try:
            data = _data(line)
            if number == 1:
                head = _heading(data, name)
                before = sha256(head)
                continue
            entry = Entry(**data)
            kinds = type(entry.number), type(entry.time), type(entry.key)
            if kinds != (int, str, str):
                raise TypeError("number, time or key is of another kind")
            body = {key: value for key, value in data.items() if key != "sha256"}
            right = sha256(body)
        except (ValueError, TypeError) as error:
            raise DamagedJournal(
                f"{name} is damaged at line {number}: it is cut short or not an entry.",
                number,
                "cut",
            ) from error
        if entry.before != before or entry.number != len(entries) + 1:
            raise DamagedJournal(
                f"{name} is damaged at line {number}: a line before it is missing, added or moved.",
                number,
                "chain",
            )
        if entry.sha256 != right:
            raise DamagedJournal(
                f"{name} is damaged at line {number}: it was changed afterwards.", number, "changed"
            )
        entries.append(entry)
        before = right
    return head, tuple(entries)


def text_of(head: dict[str, Any], entries: Sequence[Entry]) -> str:
    """Write a journal as text; `read_chain` reads it."""
    return _line(head) + "".join(_line(asdict(entry)) for entry in entries)


def _data(line: str) -> Any:
    """Read one line; brackets without end are no line of a journal, on whatever computer."""
    if line.count("[") + line.count("{") > DEEPEST:
        depth = 0
        for bracket in re.findall(r"[][{}]", re.sub(r'"(?:[^"\\]|\\.)*"', "", line)):
            depth += 1 if bracket in "[{" else -1
            if depth > DEEPEST:
                raise ValueError(f"brackets within brackets, more than {DEEPEST}")
    return json.loads(line)


def _heading(data: Any, name: str) -> dict[str, Any]:
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise DamagedJournal(f"{name} is not a journal of this course.", 1)
    version = data.get("version")
    if type(version) is not int or version != VERSION:
        shown = version if type(version) is int else "unknown"
        raise DamagedJournal(
            f"{name} was written by another version of the course (format {shown}, this is "
            f"{VERSION}); update the course to read it.",
            1,
            "version",
        )
    return data


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True) + "\n"


def sha256(data: dict[str, Any]) -> str:
    """Give the number of a heading, or of an entry without its own."""
    return hashlib.sha256(_line(data).encode("utf-8")).hexdigest()


@contextmanager
def alone(path: Path, patience: float = 5.0) -> Iterator[None]:
    """Hold a lock file, so that two notebooks never append at the same moment.

    A lock older than `patience` seconds belongs to a program that died, and is taken over.
    """
    lock = path.with_name(path.name + ".lock")
    deadline = time.monotonic() + patience
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if time.monotonic() > deadline:
                lock.unlink(missing_ok=True)
            time.sleep(0.01)
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
