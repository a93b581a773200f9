"""Where things are, and how files are read and written: whole, or not at all."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from course.errors import CourseError

PACKAGE = Path(__file__).resolve().parent
CLONE = PACKAGE.parent
IN_BROWSER = sys.platform == "emscripten"
"""Whether this Python runs in a web browser, as on the course's web site."""
DRIVE = Path("/drive")
"""Where that Python finds the files that the browser keeps."""
UNKEPT = IN_BROWSER and not DRIVE.is_dir()
"""Whether this window keeps none. Asked once: who writes there makes the folder, in memory."""
BINDER = "BINDER_LAUNCH_HOST"
"""A variable that is set on Binder, where everything is deleted when a session ends."""


def seeds_folder() -> Path:
    """Find the records of the two documents: beside a clone, inside an installed package."""
    inside = PACKAGE / "_seeds"
    return inside if inside.is_dir() else CLONE / "seeds"


def my_work() -> Path:
    """Find the learner's own folder: journal, answers, own copies of the articles.

    The variable ``COURSE_HOME`` decides; else it is ``my_work`` in a clone (git ignores it), or
    ``threat-power-loss`` in the home folder of someone who installed the package alone. On the web
    site it is ``my_work`` among the files that the browser keeps.
    """
    named = os.environ.get("COURSE_HOME")
    if named:
        return Path(named).expanduser()
    if IN_BROWSER:
        return (Path.home() if UNKEPT else DRIVE) / "my_work"
    if (CLONE / "pyproject.toml").is_file():
        return CLONE / "my_work"
    return Path.home() / "threat-power-loss"


def not_kept() -> str:
    """Say that nothing is kept: in a browser window that keeps no files, and on Binder.

    >>> not_kept()
    ''
    """
    if UNKEPT:
        return (
            "This window keeps no files (it is a private one, or the browser forbids it), so what "
            "you commit is lost when you close it; open the lesson in an ordinary window."
        )
    if os.environ.get(BINDER):
        return (
            "Binder deletes everything when you leave or do nothing for some minutes; before that, "
            "download journal.jsonl: in the list of files at the left, in my_work beside notebooks."
        )
    return ""


def write_whole(path: Path, text: str | bytes) -> None:
    """Write `text` to `path` so that at any moment the old or the new file is there, whole.

    Text is written as UTF-8, with its line ends as they are.

    Raises
    ------
    CourseError
        If the folder or file may not be written.
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise CourseError(cannot_write(path, error)) from error


def _mode(path: Path) -> int:
    """Keep a file's permissions; give a new file the ones that any new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    os.umask(mask := os.umask(0))
    return 0o666 & ~mask


def cannot_write(path: Path, error: OSError) -> str:
    """Say in one sentence that `path` could not be written, and what to do."""
    reason = error.strerror or type(error).__name__
    if IN_BROWSER:
        return (
            f"{path.name} could not be written ({reason.lower()}): this browser's storage is full "
            "or switched off; make room for it, or use an ordinary window, and try again."
        )
    return (
        f"{path} could not be written ({reason.lower()}); allow writing there, or set the "
        "variable COURSE_HOME to a folder of your own and start again."
    )


def read_text(path: Path) -> str:
    """Read a UTF-8 text file.

    Raises
    ------
    CourseError
        If it is missing, unreadable or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CourseError(f"There is no file {path}; check its name and folder.") from error
    except UnicodeDecodeError as error:
        raise CourseError(f"{path} is not UTF-8 text; save it as UTF-8 and try again.") from error
    except OSError as error:
        raise CourseError(f"{path} could not be read ({error.strerror}).") from error


def read_toml(path: Path, schema: Path) -> dict[str, Any]:
    """Read a TOML file and hold it against a JSON Schema.

    Raises
    ------
    CourseError
        Naming the file, the line and what is wrong there.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path.name} is not valid TOML: {error}.") from error
    if IN_BROWSER and path.is_relative_to(PACKAGE):
        return data  # the package's own files were checked when the site was built
    with quick_jsonschema():
        from jsonschema import Draft202012Validator
    validator = Draft202012Validator(json.loads(read_text(schema)))
    for fault in validator.iter_errors(data):
        line = line_of(text, list(fault.absolute_path))
        where = ".".join(str(p) for p in fault.absolute_path) or "the file"
        raise CourseError(f"{path.name}, line {line}: {where}: {fault.message}.")
    return data


def line_of(text: str, path: list[str | int]) -> int:
    """Find the line (from 1) of `path` in a TOML text of tables and arrays of tables.

    >>> line_of('a = 1\\n[[claim]]\\nid = "x"\\n[[claim]]\\nid = 3\\n', ["claim", 1, "id"])
    5
    >>> line_of("a = 1", [])  # a fault of the whole file
    1
    """
    lines = text.splitlines()
    at = 0
    for name, index in zip(path, [*path, None][1:], strict=True):
        if isinstance(name, int):
            continue
        header = re.compile(rf"\s*\[+\s*(?:[\w-]+\.)*{re.escape(name)}\s*\]+")
        heads = [i for i in range(at, len(lines)) if header.match(lines[i])]
        nth = index if isinstance(index, int) else 0
        if heads and nth < len(heads):
            at = heads[nth]
            continue
        key = re.compile(rf"\s*{re.escape(name)}\s*=")
        at = next((i for i in range(at, len(lines)) if key.match(lines[i])), at)
    return at + 1


def read_csv(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Read a CSV file with a header as (line number, row) pairs."""
    reader = csv.DictReader(read_text(path).splitlines(), strict=True)
    try:
        return [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        # The inner reader's line: DictReader's own still stands at the last good row.
        line = reader.reader.line_num
        raise CourseError(f"{path.name}, line {line}: {error}.") from error


@contextmanager
def quick_jsonschema() -> Iterator[None]:
    """Import jsonschema without the address parsers that the course never uses.

    Where JupyterLab is installed, jsonschema finds the package ``rfc3987_syntax`` and with it
    builds 35 grammars at import, over a second of waiting in a learner's first cell (reported
    upstream as jsonschema#1428). jsonschema handles the package's absence, so it is made to look
    absent while jsonschema is imported, and only then.
    """
    name = "rfc3987_syntax"
    hide = "jsonschema" not in sys.modules and name not in sys.modules
    if hide:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hide:
            del sys.modules[name]
