"""A copy of the course as it is given out: a ZIP file or a folder, read and judged.

Nothing is unpacked before the whole of it has been judged, and no name in it may lead out of it.
"""

from __future__ import annotations

import re
import stat
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from course.errors import CourseError
from course.upkeep.findings import version_in

LIST = "course/shipped/files.txt"
LESSONS = "course/shipped/lessons.zip"
NEEDED = ("start.py", "pyproject.toml", "course/__init__.py", "course/upkeep/finish.py", LIST)
LARGEST = 300_000_000  # bytes unpacked: dozens of times the course
MOST = 20_000  # files


@dataclass(frozen=True, slots=True)
class Kit:
    """A copy of the course.

    Attributes
    ----------
    version
        As its ``pyproject.toml`` says.
    names
        The files it came with, as its own list says.
    read
        Gives the contents of one of them.
    """

    version: str
    names: tuple[str, ...]
    read: Callable[[str], bytes]


def open_kit(path: Path) -> Kit:
    """Read a ZIP file or a folder as a copy of the course.

    Raises
    ------
    CourseError
        If it is none, is damaged, or holds names that lead elsewhere.
    """
    try:
        if path.is_dir():
            return _judged(path.name, _from_folder(path))
        if not path.is_file():
            raise CourseError(f"There is no file or folder {path}; check its name.")
        return _judged(path.name, _from_zip(path))
    except OSError as error:
        raise CourseError(f"{path} could not be read ({error.strerror}).") from error


def safe(name: str) -> bool:
    """Say whether a name in a ZIP file stays within the folder that it is unpacked to.

    >>> [safe(n) for n in ("a/b.py", "../b.py", "/b.py", "C:/b.py", "a\\\\..\\\\..\\\\b.py")]
    [True, False, False, False, False]
    """
    parts = PurePosixPath(name).parts
    return bool(parts) and not (
        ".." in parts or name.startswith("/") or "\\" in name or re.search(r":|\0", name)
    )


def _from_zip(path: Path) -> dict[str, Callable[[], bytes]]:
    no_zip = CourseError(
        f"{path.name} is damaged, or no ZIP file; download it again. Nothing was changed."
    )
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        raise no_zip from error
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        links = [info.filename for info in infos if stat.S_ISLNK(info.external_attr >> 16)]
        wrong = [*links, *(i.filename for i in infos if not safe(i.filename))]
        if wrong:
            raise CourseError(
                f"{path.name} holds a name that leads out of its folder ({wrong[0]}), so it is "
                "not what the course gives out; nothing was changed."
            )
        if len(infos) > MOST or sum(info.file_size for info in infos) > LARGEST:
            raise CourseError(
                f"{path.name} unpacks to far more than the course; look whether it is the right "
                "file. Nothing was changed."
            )
        try:
            # Read whole, checked by the ZIP file's own sums, before anything is judged by it.
            held = {info.filename: archive.read(info) for info in infos}
        except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, NotImplementedError) as e:
            raise no_zip from e
    project = "pyproject.toml"
    starts = [n.removesuffix(project) for n in held if PurePosixPath(n).name == project]
    start = min(starts, key=len, default="")  # what is downloaded lies in a folder of the ZIP
    inside = {name[len(start) :]: data for name, data in held.items() if name.startswith(start)}
    return {name: lambda data=data: data for name, data in inside.items()}  # type: ignore[misc]


def _from_folder(path: Path) -> dict[str, Callable[[], bytes]]:
    listing = path / LIST
    names = listing.read_text(encoding="utf-8").splitlines() if listing.is_file() else []
    found = {name: path / name for name in {*names, *NEEDED} if safe(name)}
    return {name: file.read_bytes for name, file in found.items() if file.is_file()}


def _judged(called: str, held: dict[str, Callable[[], bytes]]) -> Kit:
    def text(name: str) -> str:
        return held[name]().decode("utf-8", errors="replace") if name in held else ""

    version = version_in(text("pyproject.toml"))
    if not version:
        raise CourseError(
            f"{called} is not a copy of this course; choose the ZIP file that you downloaded, or "
            "the folder that it was unpacked to. Nothing was changed."
        )
    if LIST not in held:
        raise CourseError(
            f"{called} is an older version of the course than this one; nothing was changed."
        )
    names = tuple(n for n in text(LIST).splitlines() if n and not n.startswith("#"))
    missing = [name for name in {*names, *NEEDED} if name not in held]
    unsafe = [name for name in names if not safe(name) or name.startswith("my_work/")]
    if missing or unsafe:
        raise CourseError(
            f"{called} is not complete ({sorted(missing or unsafe)[0]} is not as it should be); "
            "download it again. Nothing was changed."
        )
    return Kit(version, names, lambda name: held[name]())


def older(one: str, other: str) -> bool:
    """Say whether version `one` comes before `other`.

    >>> older("0.1.0", "0.2.0"), older("0.10.0", "0.9.1"), older("1.0", "1.0.0")
    (True, False, False)
    """

    def parts(version: str) -> list[int]:
        numbers = [int(n) for n in re.findall(r"\d+", version)]
        while numbers and numbers[-1] == 0:
            numbers.pop()
        return numbers

    return parts(one) < parts(other)
