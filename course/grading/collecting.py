"""What a learning platform's download holds, sorted into a folder a student.

    course collect P3 submissions.zip --to "handed in" --roster grades.csv

The platforms put who handed in into the names of files, each in its own way:

    Canvas      kovalanna_LATE_1234_98765_P3_prospect_lab-1.ipynb
    Moodle      Anna Koval_1234_assignsubmission_file_/P3_prospect_lab.ipynb  (or one long name)
    Blackboard  P3_akoval_attempt_2026-11-20-17-03-59_P3_prospect_lab.ipynb

Canvas and Moodle know a person by a number of their own. The table of grades that the platform
gives out says whose number it is (``--roster``); without it, the id that the student wrote into the
notebook counts. Blackboard's names hold the user name.

**Sources**, as far as they could be confirmed (no server was there to try): Canvas: the README of
mikewesthad/canvas-unzipper, which shows such names; Moodle: ``mod/assign/submission/file`` and the
strings of ``mod/assign`` in moodle/moodle (folders, "Participant" and a number); Blackboard:
scripts that read ``gradebook_*.zip`` and look for ``_attempt_``. **Not confirmed** for Blackboard
Ultra.
"""

from __future__ import annotations

import os
import re
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from course.errors import CourseError, listed
from course.grading import grids, intake, mend
from course.grading.exports import IDS
from course.homework.draws import student_key

CANVAS = re.compile(r"(?P<person>[^_/]+?)_(?P<late>LATE_)?(?P<key>\d+)_(?P<hand>\d+)_(?P<file>.+)")
MOODLE = re.compile(
    r"(?P<person>[^_/]+?)_(?P<key>\d+)_assignsubmission_(?:file|onlinetext)(?:_?/|_)(?P<file>.+)"
)
BLACKBOARD = re.compile(
    r"(?P<head>.+)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<form>\.txt))"
)
KEYS = {"canvas": "ID", "moodle": "Identifier", "blackboard": "Username"}
"""The column of a platform's table that holds what its file names hold."""
READ = (".ipynb", ".zip", ".jsonl", ".txt")
"""Endings of files that are opened; of others the name is enough."""
MOST_TIMES = 20  # times as much as of one student is read of a whole download
MOST_NAMES = 10  # names in a sentence


@dataclass(frozen=True, slots=True)
class Named:
    """What a platform's name for a file says.

    Attributes
    ----------
    platform, key
        Which platform, and how it knows the person.
    person
        The person's name as it stands there; for Blackboard the user name.
    file
        The name that the student gave the file; empty for a form that goes with it.
    when
        The time that stands there (Blackboard: the server's), or empty.
    late
        Whether it says so.
    """

    platform: str
    key: str
    person: str
    file: str
    when: str = ""
    late: bool = False


def named(path: str, users: Iterable[str] = ()) -> Named | None:
    """Read a name as one of the platforms gives it; None if it is none of theirs.

    A user name with ``_`` in it is known by the `users` of the class.

    >>> named("kovalanna_LATE_1234_98765_P3_prospect_lab-1.ipynb").key
    '1234'
    >>> named("Anna Koval_77_assignsubmission_file_/P3.ipynb")
    Named(platform='moodle', key='77', person='Anna Koval', file='P3.ipynb', when='', late=False)
    >>> named("Lab 3_akoval_attempt_2026-11-20-17-03-59_P3.ipynb").person
    'akoval'
    >>> named("notes.ipynb") is None
    True
    """
    if found := MOODLE.search(path):
        return Named("moodle", found["key"], found["person"].strip(), found["file"])
    last = PurePosixPath(path).name
    if found := BLACKBOARD.fullmatch(last):
        head = found["head"]
        known = [user for user in users if head.endswith(f"_{user}")]
        user = max(known, key=len, default=head.rpartition("_")[2])
        return Named("blackboard", user, user, found["file"] or "", found["when"])
    if found := CANVAS.fullmatch(last):
        return Named(
            "canvas", found["key"], found["person"], found["file"], late=bool(found["late"])
        )
    return None


@dataclass(frozen=True, slots=True)
class Sorted:
    """What became of a download: who is in it, and what somebody should know.

    Attributes
    ----------
    students
        Their ids, one for each folder.
    notes
        For a student, or for nobody in particular: a sentence each.
    strangers
        Files that bear no platform's name.
    missing
        Ids of the class of whom there is nothing.
    """

    students: tuple[str, ...]
    notes: tuple[str, ...]
    strangers: tuple[str, ...]
    missing: tuple[str, ...]


def collect(source: Path, to: Path, roster: Path | None = None) -> Sorted:
    """Sort a download (a zip file, or a folder) into `to`, a folder for each student.

    Nothing in the download is changed; `to` is there whole, or not at all.

    Raises
    ------
    CourseError
        If there is no such download, nothing in it bears a platform's name, two tables do not fit,
        or `to` is there already.
    """
    if to.exists() and not (to.is_dir() and not any(to.iterdir())):
        raise CourseError(f"{to} is there already; choose another name, so that nothing is mixed.")
    table = _table(roster) if roster else {}
    users = [key for platform, key in table if platform == "blackboard"]
    notes: list[str] = []
    strangers: list[str] = []
    groups: dict[tuple[str, str], list[tuple[Named, intake.File]]] = {}
    for path, file in _files(source, notes):
        said = named(path, users)
        if said is None:
            strangers.append(path)
        else:
            groups.setdefault((said.platform, said.key), []).append((said, file))
    if not groups:
        raise CourseError(
            f"Nothing in {source} is named as Canvas, Moodle or Blackboard name submissions; a "
            "folder, notebook or zip file for each student, named by the student's id, needs no "
            "sorting: give it to `course grade` as it is."
        )
    whose = _whose(groups, table, notes)
    found = {student: groups[key] for key, student in whose.items()}
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=f".{to.name}.") as place:
        made = Path(place) / "made"
        for student, files in found.items():
            _write(made / intake.folder_name(student), student, files, notes)
        if to.exists():
            to.rmdir()
        made.rename(to)
    here = {student_key(student) for student in found}
    missing = [id for id in dict.fromkeys(table.values()) if student_key(id) not in here]
    return Sorted(tuple(sorted(found)), tuple(notes), tuple(strangers), tuple(missing))


def _files(source: Path, notes: list[str]) -> Iterator[tuple[str, intake.File]]:
    """Read a download's files, each with its path in it."""
    if source.is_file():
        yield from _from_zip(source, notes)
        return
    if not source.is_dir():
        raise CourseError(f"There is no {source}; name the zip file or folder you downloaded.")
    paths = [
        path
        for path in sorted(source.rglob("*"))
        if path.is_file() and not path.is_symlink() and not _hidden(path.relative_to(source).parts)
    ]
    if len(paths) == 1 and paths[0].suffix.lower() == ".zip" and named(paths[0].name) is None:
        yield from _from_zip(paths[0], notes)
        return
    for path in paths:
        name = path.relative_to(source).as_posix()
        try:
            state = path.stat()
            if state.st_size > intake.MOST_BYTES:
                notes.append(f"{name} has {state.st_size / 1e6:.0f} MB and was not taken.")
                continue
            data = path.read_bytes() if name.lower().endswith(READ) else b""
        except OSError as error:
            notes.append(f"{name} could not be read ({error.strerror}) and was not taken.")
            continue
        yield name, intake.File(path.name, state.st_mtime, data)


def _hidden(parts: tuple[str, ...]) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def _from_zip(source: Path, notes: list[str]) -> Iterator[tuple[str, intake.File]]:
    """Read a zip file in memory; what is damaged in it is named, and the rest goes on."""
    left = MOST_TIMES * intake.MOST_BYTES
    try:
        archive = zipfile.ZipFile(source)
        when = source.stat().st_mtime
    except intake.UNREADABLE as error:
        raise CourseError(
            f"{source.name} is not a zip file that can be opened ({error}); download it again."
        ) from error
    with archive:
        for entry in archive.infolist():
            name = entry.filename.replace("\\", "/")
            parts = PurePosixPath(name).parts
            if ".." in parts:
                notes.append(f"{name} leads out of the zip file and was not taken.")
            if entry.is_dir() or _hidden(parts):
                continue
            if entry.file_size > min(left, intake.MOST_BYTES):
                notes.append(f"{name} is too large and was not taken.")
                continue
            left -= entry.file_size
            try:
                data = archive.read(entry) if name.lower().endswith(READ) else b""
            except intake.UNREADABLE as error:
                notes.append(f"{name} is damaged ({error}) and was not taken.")
                continue
            with suppress(ValueError):  # some programs write no date
                when = datetime(*entry.date_time).timestamp()
            yield name, intake.File(PurePosixPath(name).name, when, data)


def _table(path: Path) -> dict[tuple[str, str], str]:
    """Read from a platform's table of grades who is who: how it knows a person, and the id."""
    try:
        text, _ = grids.decode(path.read_bytes())
    except OSError as error:
        raise CourseError(
            f"{path} could not be read ({error.strerror}); check its name and folder."
        ) from error
    rows, _ = grids.read(text)
    head = [cell.strip() for cell in rows[0]] if rows else []
    for platform, key in KEYS.items():
        if key not in head or (platform == "canvas" and "Student" not in head):
            continue
        columns = [head.index(name) for name in IDS[platform] if name in head]
        found = {}
        for row in rows[1:]:
            cells = [grids.unguard(cell.strip()) for cell in row] + [""] * len(head)
            who = cells[head.index(key)].removeprefix("Participant ").strip()
            id = next((cells[column] for column in columns if cells[column]), "")
            if who and id:
                found[platform, who] = id
        if found:
            return found
    raise CourseError(
        f"{path.name} is not a table of grades as Canvas (with the column ID), Moodle (Identifier) "
        "or Blackboard (Username) gives it out; download it there as CSV, in English."
    )


def _whose(
    groups: Mapping[tuple[str, str], list[tuple[Named, intake.File]]],
    table: Mapping[tuple[str, str], str],
    notes: list[str],
) -> dict[tuple[str, str], str]:
    """Decide for every person the platform knows which student that is."""
    whose: dict[tuple[str, str], str] = {}
    taken: dict[str, tuple[str, str]] = {}
    for key, files in groups.items():
        said = files[0][0]
        wrote = _stated(file for _, file in files)
        id = table.get(key) or (said.person if said.platform == "blackboard" else wrote)
        if table and key not in table:
            notes.append(f"{said.person} ({said.key}) is not in the table of grades.")
        own = f"{said.platform}-{said.key}"
        if not id:
            notes.append(f"{said.person}: no student id was found; the folder is called {own}.")
            id = own
        elif student_key(id) in taken:
            notes.append(
                f"{said.person} and {groups[taken[student_key(id)]][0][0].person} both have the "
                f"id {id!r}; the folder of the first-named is called {own}: see who is who."
            )
            id = own
        elif wrote and student_key(wrote) != student_key(id):
            notes.append(f"{said.person} ({id}) wrote the id {wrote!r} into the notebook.")
        taken[student_key(id)] = key
        whose[key] = id
    return whose


def _stated(files: Iterable[intake.File]) -> str:
    """Find the student id that stands in a notebook."""
    for file in files:
        if file.name.lower().endswith(".ipynb"):
            with suppress(CourseError):
                wrote = intake.stated(mend.read(file.data, file.name)).strip()
                if wrote:
                    return wrote
    return ""


def _write(
    folder: Path, student: str, files: list[tuple[Named, intake.File]], notes: list[str]
) -> None:
    """Write what a student handed in last; other files than notebooks are named and left out."""
    folder.mkdir(parents=True)
    last = max(said.when for said, _ in files)
    before = {said.when for said, _ in files} - {last}
    if before:
        notes.append(f"{student} handed in {len(before) + 1} times; the last time was taken.")
    if any(said.late for said, _ in files):
        notes.append(f"{student} handed in late, says the platform.")
    for said, file in files:
        name = PurePosixPath(said.file).name
        if said.when != last or not name:
            continue
        if not intake.taken_along(name):
            notes.append(f"{student}: {name} is no notebook and was left out.")
            continue
        path = folder / _free(folder, name)
        path.write_bytes(file.data)
        when = file.when
        with suppress(ValueError):  # without a time, or with one that is none
            when = datetime.strptime(said.when, "%Y-%m-%d-%H-%M-%S").timestamp()
        os.utime(path, (when, when))


def _free(folder: Path, name: str) -> str:
    """Give a name that is free in a folder: the first of two files keeps its own."""
    stem, dot, ending = name.rpartition(".")
    number = 1
    while (folder / name).exists():
        number += 1
        name = f"{stem} ({number}){dot}{ending}"
    return name


def told(found: Sorted, assignment: str, to: Path) -> list[str]:
    """Say what was sorted, what was not, and what comes next: a sentence each."""
    lines = [f"{len(found.students)} students, each in a folder in {to}.", *found.notes]
    if found.strangers:
        lines.append(
            f"Not taken, for no platform names files so: {_some(found.strangers)}. If one is a "
            f"submission, put it into {to}, in a folder named by the student's id."
        )
    if found.missing:
        lines.append(f"Nothing was handed in by {_some(found.missing)}.")
    return [*lines, f'Next: course grade {assignment} "{to}" --to grading']


def _some(names: tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMES
    return listed(names) if more <= 0 else f"{', '.join(names[:MOST_NAMES])} and {more} more"
