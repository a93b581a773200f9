"""The journals of a class: found among what was handed in, verified, one person counted once.

    handed in/anna.k/journal.jsonl      beside a notebook, in a folder a student
    handed in/anna.k.zip                in a zip file a student
    handed in/anna.k.jsonl              or the journal alone, named by the student

A journal that does not verify is named and left out, and the rest goes on. Nothing in the folder
is changed.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from course import journal
from course.errors import CourseError, listed
from course.grading.intake import File, handed, student_name
from course.homework.draws import student_key
from course.journal import DamagedJournal, Entry


@dataclass(frozen=True, slots=True)
class Student:
    """One person of the class, and what they committed to, oldest first."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The students of a class, and what a teacher should know, each in a sentence."""

    students: tuple[Student, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Journal:
    student: str
    file: str
    id: str
    entries: tuple[Entry, ...]


def gather(folder: Path) -> Gathered:
    """Read every journal in a folder of submissions.

    A journal that comes twice counts once, the longer copy; two journals of one student are put
    together. If two students hand in the same journal, it counts once, and a note says whose it is.

    Raises
    ------
    CourseError
        If there is no such folder, it is empty, or nothing in it is a journal that verifies.
    """
    if not folder.is_dir():
        raise CourseError(f"There is no folder {folder}; name the one with what was handed in.")
    if not any(_places(folder)):
        raise CourseError(
            f"There is nothing in {folder}; it should hold a folder, a zip file or a journal "
            "(name.jsonl) for each student."
        )
    notes: list[str] = []
    found: list[_Journal] = []
    for path in _places(folder):
        student = student_name(path.name if path.is_dir() else path.stem)
        told: list[str] = []
        files = list(handed(path, told, _is_journal))
        notes += [f"{student}: {note}" for note in told]
        for file in files:
            try:
                found.append(_read(student, file))
            except CourseError as error:
                where = f"{student}: " if file.name != path.name else ""
                notes.append(f"{where}{str(error).rstrip('.')}; it was left out.")
    if not found:
        why = f" ({notes[0].rstrip('.')})" if notes else ""
        raise CourseError(
            f"There is no journal in {folder} that can be read{why}; ask your students to hand in "
            "journal.jsonl from their folder my_work."
        )
    kept, said = _once(found)
    return Gathered(_people(kept, said), (*notes, *said))


def _places(folder: Path) -> Iterator[Path]:
    """List where a student's journal may be: folders, zip files, loose journals."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "__MACOSX")) or path.is_symlink():
            continue
        if path.is_dir() or path.suffix.lower() == ".zip" or _is_journal(path.name):
            yield path


def _is_journal(name: str) -> bool:
    # What the course itself set aside, because it was damaged, is no second journal.
    ends = name.lower().endswith
    renamed = name.lower().startswith("journal") and ends((".json", ".txt"))
    return (ends(".jsonl") or renamed) and ".damaged-" not in name


def _read(student: str, file: File) -> _Journal:
    """Verify one journal.

    Raises
    ------
    CourseError
        If it is too large, empty, damaged, of another program, or of another version.
    """
    if len(file.data) > journal.LARGEST:
        size = len(file.data) / 1e6
        raise CourseError(
            f"{file.name} has {size:.0f} MB, far more than any journal of this course"
        )
    try:
        head, entries = journal.read_chain(file.data.decode("utf-8"), file.name)
    except UnicodeDecodeError as error:
        raise DamagedJournal(f"{file.name} is not a journal of this course.", 1) from error
    if not entries:
        raise CourseError(f"{file.name} is empty: nothing was committed in it.")
    return _Journal(student, file.name, str(head.get("id")), entries)


def _once(found: Sequence[_Journal]) -> tuple[list[_Journal], list[str]]:
    """Count every journal once, and say which came from more than one student."""
    by_id: dict[str, list[_Journal]] = {}
    for one in found:
        by_id.setdefault(one.id, []).append(one)
    kept, notes = [], []
    for copies in by_id.values():
        longest = max(copies, key=lambda one: len(one.entries))
        owners = {student_key(one.student): one.student for one in copies}
        if len(owners) > 1:
            notes.append(
                f"{listed(sorted(owners.values()))} handed in one and the same journal; it counts "
                f"once, as {longest.student}'s. They may have worked at one computer; ask them."
            )
        elif len(copies) > 1:
            notes.append(
                f"{longest.student}: the same journal is there {len(copies)} times; the longest "
                "copy counts."
            )
        kept.append(longest)
    return kept, notes


def _people(kept: Sequence[_Journal], notes: list[str]) -> tuple[Student, ...]:
    """Make one person of all journals of a student."""
    by_student: dict[str, list[_Journal]] = {}
    for one in kept:
        by_student.setdefault(student_key(one.student), []).append(one)
    people = []
    for journals in by_student.values():
        entries = journals[0].entries
        if len(journals) > 1:
            notes.append(
                f"{journals[0].student}: {len(journals)} different journals; they were put "
                "together in the order of their times, as one person's."
            )
            # Within a journal the order stands, even if a clock was put back.
            both = heapq.merge(*(one.entries for one in journals), key=lambda e: e.time)
            entries = tuple(replace(e, number=n) for n, e in enumerate(both, start=1))
        people.append(Student(journals[0].student, entries))
    return tuple(people)


def by_key(entries: Sequence[Entry]) -> Mapping[str, list[Any]]:
    """Sort the values of a journal by what they answer, oldest first."""
    found: dict[str, list[Any]] = {}
    for entry in entries:
        found.setdefault(entry.key, []).append(entry.value)
    return found
