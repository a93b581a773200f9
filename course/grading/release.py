"""From the source of an assignment to what students get, by nbgrader's own chain.

course assignments write P3     run the source, write it in canonical form, make the release
course assignments check        say which release is stale, or gives too much away
course assignments bundle P3 P3.zip
"""

from __future__ import annotations

import json
import logging
import os
import re
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from course import notebooks
from course.errors import CourseError
from course.files import CLONE, read_text, write_whole
from course.grading import guide, mend
from course.homework import items

FOLDER = CLONE / "assignments"
JOURNAL = """
   With it goes your journal, unless you would rather not: the file journal.jsonl in my_work.
   Whoever marks can read all of it."""


def source(assignment: str) -> Path:
    """Find the source notebook of an assignment."""
    return FOLDER / "source" / assignment / f"{items.assignment(assignment).file}.ipynb"


def release(assignment: str) -> Path:
    """Find the notebook that students get."""
    return FOLDER / "release" / assignment / source(assignment).name


def ids(assignment: str) -> tuple[str, ...]:
    """List the ids of the cells by which a copy of the notebook is known."""
    cells = notebooks.read(release(assignment)).cells
    return tuple(id for id in map(mend.grade_id, cells) if id)


def model_files(assignment: str) -> dict[str, bytes]:
    """Read what the model solution is handed in with, by name: for P5 a journal."""
    paths = sorted((FOLDER / "keys").glob(f"{assignment}.*.jsonl"))
    return {path.name.removeprefix(f"{assignment}."): path.read_bytes() for path in paths}


def written() -> tuple[str, ...]:
    """List the assignments that there are.

    Raises
    ------
    CourseError
        If there are none: a check over nothing must not pass.
    """
    found = tuple(id for id in items.ASSIGNMENTS if (FOLDER / "source" / id).is_dir())
    if not found:
        raise CourseError(f"There are no assignments in {FOLDER}; work in the whole repository.")
    return found


def generate(assignment: str, course: str = "") -> str:
    """Make the release of an assignment afresh, and give its text.

    Raises
    ------
    CourseError
        If nbgrader refuses the source, with what it says.
    """
    with tempfile.TemporaryDirectory() as root, workspace(Path(root), course) as api:
        place_source(Path(root), assignment)
        told = api.generate_assignment(assignment, create=True)
        if not told["success"]:
            raise CourseError(f"{assignment} could not be generated: {told.get('log', told)}")
        return read_text(Path(root) / "release" / assignment / source(assignment).name)


def place_source(root: Path, assignment: str) -> None:
    """Copy the source of an assignment into a course folder."""
    path = source(assignment)
    write_whole(root / "source" / assignment / path.name, read_text(path))


@contextmanager
def workspace(root: Path, course: str = "", db_url: str = "") -> Iterator[Any]:
    """Open nbgrader on a course folder, set up as this course wants it, without its chatter."""
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory
    from sqlalchemy.exc import SAWarning
    from traitlets.config import Config

    from course.grading.config import configure

    config = configure(Config())
    config.CourseDirectory.root = str(root.resolve())
    if course:
        config.CourseDirectory.course_id = course
    if db_url:
        config.CourseDirectory.db_url = db_url
    logging.getLogger("traitlets").setLevel(logging.CRITICAL)
    # nbgrader calls the program alembic by name, which lies beside this Python.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    before = os.environ.get("PATH")
    os.environ["PATH"] = path
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", category=SAWarning)
            yield NbGraderAPI(CourseDirectory(config=config), config=config)
    finally:
        if before is None:
            del os.environ["PATH"]
        else:
            os.environ["PATH"] = before


def write(assignments: Iterable[str]) -> None:
    """Run each source, write it in canonical form, and make its release."""
    for assignment in assignments:
        print(f"{assignment} ...", flush=True)
        path = source(assignment)
        notebook = notebooks.run(notebooks.read(path), path.parent)
        write_whole(path, notebooks.canonical(notebook))
        write_whole(release(assignment), generate(assignment))


def faults(assignment: str) -> list[str]:
    """Say what is wrong with a release: stale, or more than students may see."""
    path = release(assignment)
    if not path.is_file() or read_text(path) != generate(assignment):
        return [f"{path.name} is not what its source gives; run `course assignments write`."]
    return leaks(assignment, {path.name: read_text(path)})


def bundle(assignment: str, to: Path, course: str = "") -> Path:
    """Write what students get as one zip file: the notebook, and what to do with it.

    With a `course` id of its own, a class gets numbers that no other class has.

    Raises
    ------
    CourseError
        If the release gives something away, or `to` is there already.
    """
    wrong = faults(assignment)
    if wrong:
        raise CourseError(" ".join(wrong))
    if to.exists():
        raise CourseError(f"{to} is there already; choose another name.")
    path = release(assignment)
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "bundle.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
            # A fixed date, so that the same release gives the same file.
            entry = zipfile.ZipInfo(f"{assignment}/{path.name}", (2026, 1, 1, 0, 0, 0))
            file.writestr(entry, generate(assignment, course) if course else read_text(path))
            entry = zipfile.ZipInfo(f"{assignment}/READ ME FIRST.txt", (2026, 1, 1, 0, 0, 0))
            file.writestr(entry, read_me(assignment, course))
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(made.read_bytes())
    return to


def read_me(assignment: str, course: str = "") -> str:
    """Say to students what to do with an assignment: where to put it, and what to hand in.

    With a `course` id the copy that `course assignments start` makes has other numbers.
    """
    return read_text(FOLDER / "for_students.txt").format(
        id=assignment,
        file=release(assignment).name,
        own=" Not in your course: the zip file has its own numbers." if course else "",
        journal=JOURNAL if model_files(assignment) else "",
    )


def start(assignment: str, home: Path) -> Path:
    """Copy an assignment into a learner's own folder; one that is there already is left alone.

    Raises
    ------
    CourseError
        If it is there already.
    """
    path = release(assignment)
    to = home / assignment / path.name
    if to.exists():
        raise CourseError(f"{to} is there already; open it, or rename it to begin anew.")
    write_whole(to, read_text(path))
    return to


def leaks(assignment: str, files: dict[str, str]) -> list[str]:
    """Say what in these files no student may see: solutions, keys, examples, addresses.

    Compared is without spaces and case, so that a line broken elsewhere is found too.
    """
    found = []
    for name, text in files.items():
        flat = _flat(_all_text(text))
        for what, secret in _secrets(assignment):
            if _flat(secret) in flat:
                found.append(f"{name} gives away {what}: {secret.strip()[:60]!r}.")
        if re.search(r"/(?:home|root|work|tmp|Users)/\w|[A-Z]:\\\\", text):
            found.append(f"{name} holds an address of somebody's computer.")
        if "SOLUTION" in text or "HIDDEN TESTS" in text or "course.grading" in text:
            found.append(f"{name} holds a mark of the marker's side.")
    return found


def _secrets(assignment: str) -> Iterator[tuple[str, str]]:
    """List what must stay hidden: solution lines, lines of the key, sentences of the examples."""
    notebook = json.loads(read_text(source(assignment)))
    for cell in notebook["cells"]:
        text = "".join(cell["source"])
        for region in re.findall(r"BEGIN SOLUTION.*?\n(.*?)\n.*?END SOLUTION", text, re.DOTALL):
            for line in region.splitlines():
                for part in re.split(r"(?<=[.!?]) ", line):
                    if len(_flat(part)) >= 12:
                        yield "a solution", part
    for line in read_text(FOLDER / "keys" / f"{assignment}.py").splitlines():
        if len(_flat(line)) >= 25 and not line.startswith(("from ", "import ")):
            yield "the key", line
    for example in guide.exemplars(assignment):
        for part in re.split(r"(?<=[.!?])\s+", example.text):
            if len(_flat(part)) >= 25:
                yield "an example", part


def _all_text(text: str) -> str:
    """Undo the escapes of a notebook file, so that its text reads as it is shown."""
    try:
        return "\n".join(_strings(json.loads(text)))
    except ValueError:
        return text


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        if all(isinstance(part, str) for part in value):
            yield "".join(value)
        else:
            for part in value:
                yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()
