"""Feedback on its way back: one page for each student, in a folder or in a zip file.

Without a platform a page is called by the student's id (``anna.k_P1.html``). With one, the zip
file is named as its download was, so that it can be given back whole:

- Moodle, "Upload multiple feedback files in a zip": ``mod/assign/feedback/file/importziplib.php``
  of moodle/moodle. A name is cut at its underscores: full name, number of the participant, type and
  name of a plug-in; what is left is the name that the student sees.
- Canvas, "Re-Upload Submissions": ``app/models/assignment.rb`` of instructure/canvas-lms. The first
  two parts of a name that are whole numbers are the person and the file handed in, and the page is
  shown under that file's own name and ending (issue 2406 there: a PDF given back for a ZIP is shown
  as a ZIP). Therefore what goes back to Canvas is a notebook that shows the page.
- **Not confirmed:** neither was tried against a running server, and no way was found to give
  Blackboard feedback files for a whole class.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import nbformat

from course.errors import CourseError, listed
from course.files import write_whole
from course.grading import feedback, intake, mend, who
from course.grading.naming import Named, named
from course.grading.paper import texts
from course.grading.results import Marked
from course.homework.draws import student_key

PLATFORMS = ("moodle", "canvas")
WHEN = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the zip, so that the same feedback gives the same file."""


@dataclass(frozen=True, slots=True)
class Given:
    """What was written: how many pages, and who is left out and why."""

    pages: int
    waiting: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()


def give(
    marked: Sequence[Marked],
    to: Path,
    platform: str = "",
    *,
    download: Path | None = None,
    roster: Path | None = None,
    known: Iterable[who.Person] = (),
    unfinished: bool = False,
) -> Given:
    """Write the pages into a new folder or, if `to` ends in .zip, into a zip file.

    Pages on which the essay is not marked yet are left out, unless `unfinished`. For a platform
    `download` is what came in from it, `roster` its table of grades, and `known` what `course
    collect` found out about who is who.

    Raises
    ------
    CourseError
        If there is nothing to give, `to` is there already, or the download does not fit.
    """
    if platform and platform not in PLATFORMS:
        raise CourseError(
            f"No way is known to give {platform} feedback for a whole class; leave out --as, and "
            "attach each page where you enter the student's grade."
        )
    if platform and download is None:
        raise CourseError(
            f"Name what you downloaded from {platform} with --download: the pages have to bear "
            "its names."
        )
    if platform and to.suffix.lower() != ".zip":
        raise CourseError(f"{platform} takes a zip file; let {to.name} end in .zip.")
    ready = [one for one in marked if unfinished or one.essay.points is not None]
    waiting = tuple(one.student for one in marked if one not in ready)
    if not ready:
        raise CourseError(
            "No essay is marked yet, so every page would say so; mark them, or say --unfinished."
        )
    if download is None:
        names = {one.student: f"{_safe(one.student)}_{one.assignment}.html" for one in ready}
    else:
        persons = _persons(roster, platform)
        for one in known:  # the id that counted may stand in no row
            if one.platform == platform and one.student:
                persons[one.key] = (one.student, *persons.get(one.key, ()))
        names = _names(ready, platform, _paths(download), persons)
    files = {
        names[one.student]: _notebook(one) if platform == "canvas" else feedback.page(one)
        for one in ready
        if one.student in names
    }
    if not files:
        raise CourseError(
            f"Nothing in {download} could be matched with the students who were graded; name the "
            "table of grades with --roster."
        )
    _write(files, to)
    by_hand = tuple(one.student for one in ready if one.student not in names)
    return Given(len(files), waiting, by_hand)


def told(given: Given, to: Path, platform: str = "") -> list[str]:
    """Say what was written, and what to do with it."""
    text = texts("giving")
    kind = "for_platform" if platform else "given_one" if given.pages == 1 else "given"
    lines = [text[kind].format(n=given.pages, to=to)]
    if platform:
        lines.append(text[platform].format(to=to))
    for name in ("waiting", "by_hand"):
        if who := getattr(given, name):
            lines.append(text[name].format(students=listed(who)))
    return [*lines, text["report"]]


def _safe(student: str) -> str:
    return intake.folder_name(student)


def _write(files: Mapping[str, str], to: Path) -> None:
    if to.suffix.lower() == ".zip":
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in sorted(files.items()):
                archive.writestr(zipfile.ZipInfo(name, WHEN), content, zipfile.ZIP_DEFLATED)
        try:
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(made.getvalue())
        except OSError as error:
            raise CourseError(f"{to} could not be written ({error.strerror}).") from error
        return
    if to.exists() and not (to.is_dir() and not any(to.iterdir())):
        raise CourseError(f"{to} is there already; choose another name, so that nothing is mixed.")
    for name, content in files.items():
        write_whole(to / name, content)


def _paths(download: Path) -> dict[str, bytes]:
    """Read a download: the paths in it, with the notebooks' bytes (they may hold an id)."""
    if download.is_dir():
        found = {p.relative_to(download).as_posix(): p for p in sorted(download.rglob("*"))}
        return {
            name: path.read_bytes() if name.lower().endswith(".ipynb") else b""
            for name, path in found.items()
            if path.is_file()
        }
    try:
        with zipfile.ZipFile(download) as archive:
            return {
                entry.filename.replace("\\", "/"): archive.read(entry)
                if entry.filename.lower().endswith(".ipynb")
                and entry.file_size <= intake.MOST_BYTES
                else b""
                for entry in archive.infolist()
                if not entry.is_dir()
            }
    except (OSError, *intake.UNREADABLE) as error:
        raise CourseError(
            f"{download} is not a zip file that can be opened; name what you downloaded."
        ) from error


def _persons(roster: Path | None, platform: str) -> dict[str, tuple[str, ...]]:
    """Read from a table of grades all ids of each person, by the platform's number."""
    if roster is None:
        return {}
    found = {one.key: one.ids for one in who.people(roster).values() if one.platform == platform}
    if not found:
        raise CourseError(
            f"{roster.name} is not the table of grades of {platform}; download it there as CSV, in "
            "English."
        )
    return found


def _names(
    ready: Iterable[Marked],
    platform: str,
    paths: Mapping[str, bytes],
    persons: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """Decide under which name each student's page goes back.

    A person of the platform is the student who was graded under one of the ids in the person's row,
    under the platform's own number, or under the id in the notebook, in this order. If two persons
    come to the same student, neither is taken.
    """
    graded = {student_key(one.student): one for one in ready}
    files: dict[str, list[tuple[str, Named]]] = {}
    for path in paths:
        said = named(path)
        if said is not None and said.platform == platform:
            files.setdefault(said.key, []).append((path, said))
    claimed: dict[str, list[str]] = {}
    for key, theirs in files.items():
        ids = [*persons.get(key, ()), f"{platform}-{key}"]
        if key not in persons:
            ids += [_stated(paths[path]) for path, _ in theirs]
        else:  # an id that is part of an address of the same person
            ids += [id.partition("@")[0] for id in persons[key] if "@" in id]
        one = next((graded[student_key(id)] for id in ids if student_key(id) in graded), None)
        if one is not None:
            claimed.setdefault(one.student, []).append(key)
    names = {}
    for one in graded.values():
        keys = claimed.get(one.student, [])
        name = _name(one, platform, files[keys[0]]) if len(keys) == 1 else ""
        if name:
            names[one.student] = name
    return names


def _name(one: Marked, platform: str, files: Sequence[tuple[str, Named]]) -> str:
    """Give the name for one page; empty if the platform could not match it."""
    if platform == "moodle":
        said = files[0][1]
        own = f"feedback-{one.assignment}.html"
        return f"{said.person}_{said.key}_assignsubmission_file_{own}"
    notebooks = [path for path, said in files if said.file.lower().endswith(".ipynb")]
    if not notebooks:
        return ""  # Canvas would show the page under an ending that opens nothing
    return PurePosixPath(max(notebooks, key=_attachment)).name


def _attachment(path: str) -> int:
    numbers = [part for part in PurePosixPath(path).name.split("_") if part.isdecimal()]
    return int(numbers[1]) if len(numbers) > 1 else 0


def _stated(data: bytes) -> str:
    with suppress(CourseError):
        return intake.stated(mend.read(data, "notebook")).strip()
    return ""


def _notebook(one: Marked) -> str:
    """Write the page as a notebook whose one cell shows it."""
    page = feedback.page(one)
    body = re.sub(r"(?s).*<body>\n(.*)</body>.*", r"\1", page)
    # JupyterLab sets lists of terms side by side, so they are written as headings here.
    for old, new in (("dl", "div"), ("dt", "h4"), ("dd", "div")):
        body = re.sub(rf"<(/?){old}( [^>]*)?>", rf"<\1{new}>", body)
    shown = nbformat.v4.new_output("display_data", data={"text/html": body})
    cell = nbformat.v4.new_code_cell("# Your feedback stands below.", outputs=[shown])
    cell["id"] = "feedback"
    python = {"name": "python3", "display_name": "Python 3", "language": "python"}
    made = nbformat.v4.new_notebook(cells=[cell], metadata={"kernelspec": python})
    return str(nbformat.v4.writes(made))
