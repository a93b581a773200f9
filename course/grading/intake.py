"""Submissions as they come in: one folder, one file or one zip file a student.

    handed in/anna.k/P3_prospect_lab.ipynb      a folder a student
    handed in/anna.k.ipynb                      or a file a student
    handed in/anna.k.zip                        or a zip file a student

Whatever lies there, every student gets a result: a file that cannot be read stands as a blank one,
with the reason, and no student's files have any bearing on another's. Nothing in the folder is
changed.
"""

from __future__ import annotations

import io
import lzma
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote, unquote

from course.errors import CourseError
from course.grading import kinds, mend
from course.homework.draws import student_key

MOST_BYTES = 100_000_000
"""The largest file that is read, and the most that a zip file may unpack to."""
MOST_FILES = 500
UNREADABLE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, RuntimeError, NotImplementedError,
    EOFError, ValueError,
)  # fmt: skip
"""What a damaged zip file can raise, in its list or in the middle of a file."""


@dataclass(frozen=True, slots=True)
class File:
    """One file that was handed in; what is in it is read when it is wanted."""

    name: str
    when: float
    data: bytes


@dataclass(frozen=True, slots=True)
class Submission:
    """What one student handed in.

    Attributes
    ----------
    notebook
        The notebook, in today's format; None if there is none that can be read.
    beside
        Other files that marking needs, by name.
    notes
        What was unusual, each in a sentence.
    told
        What the student is told of it too.
    unsure
        Whether it is a guess that this is the file to mark.
    came, late
        When it came in (ISO 8601), and whether late, as a platform said.
    """

    student: str
    notebook: Any
    beside: dict[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    when: float = 0.0
    told: tuple[str, ...] = ()
    unsure: bool = False
    came: str = ""
    late: bool = False


def collect(folder: Path, file: str, ids: Iterable[str]) -> tuple[Submission, ...]:
    """Read every submission in a folder, in the order of student ids.

    `file` is the name of the notebook that was given out, without its ending; `ids` are the ids of
    its cells, by which a renamed copy is known.

    Raises
    ------
    CourseError
        If there is no such folder, or nothing was handed in.
    """
    if not folder.is_dir():
        raise CourseError(f"There is no folder {folder}; name the one with the submissions.")
    known = frozenset(ids)
    newest: dict[str, Submission] = {}
    for student, files, notes in _students(folder, file):
        found = _submission(student, files, notes, file, known)
        key = student_key(student)
        other = newest.get(key)
        if other is not None:
            first, last = sorted((other, found), key=lambda s: (s.notebook is not None, s.when))
            note = f"Handed in more than once; the latest that can be read counts ({last.student})."
            found = replace(
                last,
                student=first.student if last is other else last.student,
                notes=(*last.notes, note),
            )
        newest[key] = found
    if not newest:
        raise CourseError(
            f"There are no submissions in {folder}; it should hold a folder, a notebook or a zip "
            "file for each student, named by the student's id."
        )
    return tuple(newest[key] for key in sorted(newest))


def _students(folder: Path, file: str) -> Iterator[tuple[str, list[File], list[str]]]:
    """Walk through a folder: who handed in, which files, and what was wrong with them."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "__MACOSX")) or path.is_symlink():
            continue
        notes: list[str] = []
        if path.is_dir():
            files = list(handed(path, notes))
            yield path.name, files, notes
        elif path.suffix.lower() in (".ipynb", ".zip"):
            who = _who(path, file)
            files = list(handed(path, notes))
            if not who:  # a learner's own folder: what lies beside the notebook belongs to it
                for other in sorted(folder.iterdir()):
                    if kinds.beside(other.name) and other.is_file() and not other.is_symlink():
                        files += handed(other, notes)
            yield who, files, notes


def ignored(folder: Path) -> tuple[str, ...]:
    """Name the loose files of a folder that nobody's submission can be."""
    return tuple(
        path.name
        for path in sorted(folder.iterdir())
        if path.is_file()
        and not path.name.startswith((".", "__MACOSX"))
        and path.suffix.lower() not in (".ipynb", ".zip")
        and path.name != kinds.TABLE
        and not kinds.beside(path.name)
    )


def _who(path: Path, file: str) -> str:
    """Take the student's id from a file's name, without the name of the notebook if it is there.

    Empty if there is no more than that name: then the notebook has to say whose it is.

    >>> _who(Path("anna.k_P3_prospect_lab.ipynb"), "P3_prospect_lab")
    'anna.k'
    """
    stem = unicodedata.normalize("NFC", path.stem).strip()
    return re.sub(rf"[ _-]*{re.escape(file)}(?: ?\(\d+\))?$", "", stem, flags=re.IGNORECASE)


def _goes_with(name: str) -> bool:
    """Say whether to look at a file: a notebook, what may lie beside one, or come in its place."""
    ending = PurePosixPath(name).suffix.lower()
    looked_at = (".ipynb", *kinds.MAY_BE_JOURNALS, *kinds.KINDS)
    return (ending in looked_at and ".damaged-" not in name) or bool(kinds.beside(name))


def handed(
    path: Path, notes: list[str], wanted: Callable[[str], bool] = _goes_with
) -> Iterator[File]:
    """Read what one student handed in: the files of a folder, of a zip file, or the file itself.

    Files are taken whose name is `wanted`, within the limits above; what was left out is added to
    `notes`, each in a sentence.
    """
    if path.is_dir():
        yield from _inside(path, notes, wanted)
    else:
        yield from _opened(path, notes, wanted)


def _inside(folder: Path, notes: list[str], wanted: Callable[[str], bool]) -> Iterator[File]:
    paths = [p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink()]
    if len(paths) > MOST_FILES:
        notes.append(f"There are {len(paths)} files; only the first {MOST_FILES} were looked at.")
    for path in paths[:MOST_FILES]:
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and (path.suffix.lower() == ".zip" or wanted(path.name)):
            yield from _opened(path, notes, wanted)


def _opened(path: Path, notes: list[str], wanted: Callable[[str], bool]) -> Iterator[File]:
    """Read a file; of a zip file, whatever it is called, the files in it."""
    try:
        size, when = path.stat().st_size, path.stat().st_mtime
        if size > MOST_BYTES:
            notes.append(f"{path.name} has {size / 1e6:.0f} MB and was not read.")
            return
        data = path.read_bytes()
    except OSError as error:
        notes.append(f"{path.name} could not be read ({error.strerror}).")
        return
    if data[:4] == b"PK\x03\x04" and path.suffix.lower() not in kinds.KINDS:
        if path.suffix.lower() != ".zip":
            notes.append(f"{path.name} is in truth a zip file; what is in it was taken.")
        yield from _unzipped(data, path.name, when, notes, wanted)
    else:
        yield File(path.name, when, data)


def _unzipped(
    data: bytes,
    name: str,
    when: float,
    notes: list[str],
    wanted: Callable[[str], bool],
    left: list[int] | None = None,
) -> Iterator[File]:
    """Read what is wanted of a zip file, in memory: nothing is unpacked to the disk.

    A zip file in it is opened too, within the same limits (`left`: bytes, files); one in that is
    named.
    """
    within = left is not None
    left = left if left is not None else [MOST_BYTES, MOST_FILES]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in archive.infolist():
                inner = PurePosixPath(entry.filename.replace("\\", "/"))
                left[1] -= 1
                if left[1] < 0:
                    return
                odd = any(
                    part.startswith((".", "__MACOSX")) and part != ".." for part in inner.parts
                )
                packed = inner.suffix.lower() == ".zip"
                if entry.is_dir() or odd or not (packed or wanted(inner.name)):
                    continue
                if packed and within:
                    notes.append(f"{name} holds another zip file, {inner.name}; unpack it.")
                    continue
                if entry.file_size > left[0]:
                    notes.append(f"{inner.name} in {name} is too large and was not read.")
                    continue
                left[0] -= entry.file_size
                with archive.open(entry) as file:
                    read = file.read(entry.file_size)
                if packed:
                    yield from _unzipped(read, inner.name, when, notes, wanted, left)
                else:
                    yield File(inner.name, when, read)
    except UNREADABLE as error:
        notes.append(f"{name} is a zip file that cannot be opened ({error}).")


def taken_along(name: str) -> bool:
    """Say whether a file of this name is read: a notebook, a zip file, or one that goes with it."""
    return name.lower().endswith((".ipynb", ".zip", ".jsonl")) or bool(kinds.beside(name))


def files_of(file: File) -> list[File]:
    """Give a file, or the files in it if it is a zip file."""
    if file.data[:4] != b"PK\x03\x04" or not file.name.lower().endswith((".zip", ".ipynb")):
        return [file]
    return list(_unzipped(file.data, file.name, file.when, [], _goes_with))


def _submission(
    student: str, files: list[File], notes: list[str], wanted: str, known: frozenset[str]
) -> Submission:
    """Find the notebook among a student's files: with cells of this assignment, the newest."""
    found: list[kinds.Candidate] = []
    for file in files:
        if not file.name.lower().endswith(".ipynb"):
            continue
        try:
            notebook = mend.read(file.data, file.name)
        except CourseError as error:
            notes.append(str(error))
            continue
        cells = len(known & {mend.grade_id(cell) for cell in notebook.cells})
        if _made_for(notebook) not in ("", wanted.partition("_")[0]):
            cells = 0  # some cells have the same names in all assignments
        found.append(
            kinds.Candidate(file.name, file.when, notebook, cells, Path(file.name).stem == wanted)
        )
    beside = _laid_beside(files, notes)
    if not found:
        notes += [
            f"{file.name} is {kind}; the notebook is wanted, {wanted}.ipynb."
            for file in files
            if (kind := kinds.KINDS.get(PurePosixPath(file.name).suffix.lower()))
        ]
        notes.append("There is no notebook that can be read; it stands as a blank one.")
        return Submission(student or "unknown", None, beside, tuple(notes))
    best = max(found, key=lambda f: f.order)
    notebook = best.notebook
    other = _made_for(notebook)
    if other not in ("", wanted.partition("_")[0]):
        notes.append(f"{best.name} is of assignment {other}; it stands as a blank one here.")
        return Submission(student or stated(notebook) or "unknown", None, beside, tuple(notes))
    if not best.cells:
        notes.append(f"{best.name} does not look like this assignment: none of its cells is there.")
    elif not best.right and student not in best.name:
        notes.append(f"The notebook is called {best.name}; it was taken as {wanted}.ipynb.")
    told, unsure = kinds.chosen(best, found)
    if not student:
        student = stated(notebook) or Path(best.name).stem
        notes.append(f"No folder or file is named by a student; taken was the id {student!r}.")
    return Submission(student, notebook, beside, tuple(notes), best.when, told, unsure)


def _laid_beside(files: list[File], notes: list[str]) -> dict[str, bytes]:
    """Take the files that go with a notebook; a journal is known by what is in it."""
    beside: dict[str, bytes] = {}
    for file in sorted(files, key=lambda file: (file.when, kinds.number_of(file.name))):
        name = kinds.beside(file.name)
        renamed = not name and file.name.lower().endswith(kinds.MAY_BE_JOURNALS)
        if renamed and kinds.is_journal(file.data):
            notes.append(f"The journal is called {file.name}; it was taken as journal.jsonl.")
            name = "journal.jsonl"
        elif renamed and file.name.lower().endswith(".jsonl"):
            notes.append(f"{file.name} is no journal of this course and was not looked at.")
        if name:
            beside[name] = file.data
    return beside


def _made_for(notebook: Any) -> str:
    """Read from the cell that makes the sheet which assignment a notebook is of."""
    for cell in notebook.cells:
        found = re.search(r"""^sheet = Sheet\(["'](P\d)["'],""", cell.source, re.MULTILINE)
        if found:
            return found.group(1)
    return ""


def stated(notebook: Any) -> str:
    """Read the student id that stands in the first cell of a notebook."""
    for cell in notebook.cells:
        if mend.grade_id(cell) == "student-id":
            said = re.findall(r"""^student_id = (["'])(.+?)\1""", cell.source, re.MULTILINE)
            return str(said[-1][1]) if said else ""
    return ""


def folder_name(student: str) -> str:
    """Write a student id so that it can be a folder's name on every system, and be read back.

    >>> folder_name("O'Neil / Zoë"), student_name(folder_name("O'Neil / Zoë"))
    ("O'Neil %2F Zoë", "O'Neil / Zoë")
    """
    text = unicodedata.normalize("NFC", student).strip()
    name = "".join(c if c.isalnum() or c in "_-@' ." else quote(c, safe="") for c in text)
    if name.startswith("."):
        name = f"%2E{name[1:]}"
    if name.endswith((".", " ")):
        name = f"{name[:-1]}{quote(name[-1]) if name[-1] == ' ' else '%2E'}"
    return name


def student_name(folder: str) -> str:
    """Read a student id back from its folder's name."""
    return unquote(folder)
