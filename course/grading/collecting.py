"""What a learning platform's download holds, sorted into a folder a student.

    course collect P3 submissions.zip --to "handed in" --roster grades.csv

The platforms put who handed in into the names of files, each in its own way:

    Canvas      kovalanna_LATE_1234_98765_P3_prospect_lab-1.ipynb
    Moodle      Anna Koval_1234_assignsubmission_file_/P3_prospect_lab.ipynb  (or one long name)
    Blackboard  P3_akoval_attempt_2026-11-20-17-03-59_P3_prospect_lab.ipynb

Canvas and Moodle know a person by a number of their own. The table of grades that the platform
gives out says whose number it is (``--roster``); without it, the id that the student wrote into the
notebook counts. Blackboard's names hold the user name. Beside the folders stands a table that keeps
who is who (see `course.grading.who`).

A second download goes into the same folder: what is new or newer is added, the rest stays.

**Sources**, as far as they could be confirmed (no server was there to try): Canvas: the README of
mikewesthad/canvas-unzipper, which shows such names; Moodle: ``mod/assign/submission/file`` and the
strings of ``mod/assign`` in moodle/moodle (folders, "Participant" and a number); Blackboard:
scripts that read ``gradebook_*.zip`` and look for ``_attempt_``. **Not confirmed** for Blackboard
Ultra.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from course.errors import CourseError, listed
from course.grading import intake, kinds, mend, placing, release, who
from course.grading.naming import Named, named
from course.homework import items
from course.homework.draws import student_key

READ = (".ipynb", ".zip", *kinds.MAY_BE_JOURNALS, *kinds.KINDS)
"""Endings of files that are opened; of others the name is enough."""
MOST_TIMES = 20  # times as much as of one student is read of a whole download
MOST_NAMES = 10  # names in a sentence
STAMP = "%Y-%m-%d-%H-%M-%S"


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
    added, anew, same
        In a folder that was there already: students who are new, who have handed in something
        newer, and of whom nothing new came.
    """

    students: tuple[str, ...]
    notes: tuple[str, ...]
    strangers: tuple[str, ...]
    missing: tuple[str, ...]
    added: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()
    same: tuple[str, ...] = ()


def collect(
    source: Path, to: Path, roster: Path | None = None, assignment: str = "", *, older: bool = False
) -> Sorted:
    """Sort a download (a zip file, or a folder) into `to`, a folder for each student.

    Nothing in the download is changed. If `to` holds an earlier download of the same `assignment`,
    only what is new or newer is added, and with `older` also what is older. Who is not in the
    table is put aside, into a folder beside `to`.

    Raises
    ------
    CourseError
        If there is no such download, nothing in it bears a platform's name, two tables do not fit,
        or `to` holds something else.
    """
    table = who.people(roster) if roster else {}
    if not source.exists():
        raise CourseError(f"There is no {source}; name the zip file or folder you downloaded.")
    before = _before(to, assignment)
    users = [key for platform, key in table if platform == "blackboard"]
    notes: list[str] = []
    strangers: list[str] = []
    groups: dict[who.Key, list[tuple[Named, intake.File]]] = {}
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
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=f".{to.name}.") as place:
        made, aside = Path(place) / "made", Path(place) / "aside"
        made.mkdir()
        persons = []
        for key, student in whose.items():
            listed_there = not table or key in table
            folder = (made if listed_there else aside) / intake.folder_name(student)
            _write(folder, student, groups[key], notes)
            if listed_there:
                persons.append(_person(key, student, groups[key], table, assignment))
        if assignment:
            notes += _seen(made, assignment)
        news = placing.put(made, to, persons, before, notes, older=older)
        if aside.is_dir():
            notes.append(placing.aside(aside, to.with_name(f"{to.name} - not in the table")))
    here = {student_key(person.student) for person in (*persons, *before)}
    found = {person.student: person for person in persons}
    keys = {(person.platform, person.key) for person in (*persons, *before)}
    missing = [
        person.ids[0]
        for key, person in table.items()
        if key not in keys and student_key(person.ids[0]) not in here
    ]
    return Sorted(tuple(sorted(found)), tuple(notes), tuple(strangers), tuple(missing), *news)


def _before(to: Path, assignment: str) -> tuple[who.Person, ...]:
    """Read what an earlier download left in `to`.

    Raises
    ------
    CourseError
        If something else is there.
    """
    if not to.exists() or (to.is_dir() and not any(to.iterdir())):
        return ()
    before = who.kept(to / kinds.TABLE)
    if not before:
        raise CourseError(f"{to} is there already; choose another name, so that nothing is mixed.")
    other = {person.assignment for person in before} - {assignment}
    if other:
        raise CourseError(
            f"{to} holds submissions of {listed(sorted(other))}; choose another name for "
            f"{assignment}, so that nothing is mixed."
        )
    return before


def _person(
    key: who.Key,
    student: str,
    files: list[tuple[Named, intake.File]],
    table: Mapping[who.Key, who.Person],
    assignment: str,
) -> who.Person:
    """Keep who somebody is, and what the platform said of when the work came in."""
    said = files[0][0]
    person = table.get(key) or who.unlisted(said.platform, said.key, said.person)
    last = max(one.when for one, _ in files)
    with suppress(ValueError):
        person = replace(person, when=who.utc(datetime.strptime(last, STAMP)))
    late = person.late or any(one.late for one, _ in files)
    hand = max(one.hand for one, _ in files)
    return replace(person, student=student, assignment=assignment, late=late, hand=hand)


def _seen(made: Path, assignment: str) -> list[str]:
    """Say now, while students can still be written to, what grading will say of their files."""
    if not any(made.iterdir()):
        return []
    file = items.assignment(assignment).file
    return [
        f"{one.student}: {note}"
        for one in intake.collect(made, file, release.ids(assignment))
        for note in (*one.notes, *one.told)
    ]


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


def _whose(
    groups: Mapping[who.Key, list[tuple[Named, intake.File]]],
    table: Mapping[who.Key, who.Person],
    notes: list[str],
) -> dict[who.Key, str]:
    """Decide for every person the platform knows which student that is."""
    wrote = {key: _stated(files) for key, files in groups.items()}
    known = dict(table) or {
        key: who.unlisted(*key, files[0][0].person)
        for key, files in groups.items()
        if key[0] == "blackboard"
    }
    settled, told = who.settle(known, wrote)
    notes += told
    whose: dict[who.Key, str] = {}
    taken: dict[str, who.Key] = {}
    for key, files in sorted(groups.items(), key=lambda pair: pair[0] not in settled):
        said = files[0][0]
        id = settled.get(key) or wrote[key]
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
        taken[student_key(id)] = key
        whose[key] = id
    return whose


def _stated(files: Iterable[tuple[Named, intake.File]]) -> str:
    """Find the student id that stands in the newest notebook, in a zip file too."""
    by_age = sorted(files, key=lambda pair: (pair[0].when, pair[1].when, pair[0].hand))
    for file in (inner for _, outer in reversed(by_age) for inner in intake.files_of(outer)):
        if file.name.lower().endswith(".ipynb"):
            with suppress(CourseError):
                wrote = intake.stated(mend.read(file.data, file.name)).strip()
                if wrote:
                    return wrote
    return ""


def _write(
    folder: Path, student: str, files: list[tuple[Named, intake.File]], notes: list[str]
) -> None:
    """Write what a student handed in last; other files than notebooks are named."""
    folder.mkdir(parents=True)
    last = max(said.when for said, _ in files)
    before = {said.when for said, _ in files} - {last}
    if before:
        notes.append(f"{student} handed in {len(before) + 1} times; the last time was taken.")
    if any(said.late for said, _ in files):
        notes.append(f"{student} handed in late, says the platform.")
    latest = 0.0
    for said, file in sorted(files, key=lambda pair: (pair[1].when, pair[0].hand)):
        name = PurePosixPath(said.file).name
        if said.when != last or not name:
            continue
        ending = PurePosixPath(name).suffix.lower()
        if not intake.taken_along(name) and not kinds.is_journal(file.data):
            kind = f" ({kinds.KINDS[ending]})" if ending in kinds.KINDS else ""
            kept = "was left out"
            if file.data and kind and not name.startswith("onlinetext"):
                kept = "is kept beside it"
            notes.append(f"{student}: {name} is no notebook{kind} and {kept}.")
            if kept == "was left out":
                continue
        path = folder / _free(folder, name)
        path.write_bytes(file.data)
        when = file.when
        with suppress(ValueError):  # without a time, or with one that is none
            when = datetime.strptime(said.when, STAMP).timestamp()
        if said.hand and when <= latest:
            when = latest + 1  # of one minute: in the order of the platform's numbers
        latest = max(latest, when)
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
    n = len(found.students)
    lines = ["1 student" if n == 1 else f"{n} students"]
    lines[0] += f", each in a folder in {to}."
    if found.anew or found.same:
        parts = (("New", found.added), ("newer than before", found.anew), ("unchanged", found.same))
        lines[0] += f" {'; '.join(f'{what}: {_some(names)}' for what, names in parts if names)}."
    lines += found.notes
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
