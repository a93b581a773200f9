"""Where the folder lies, and what around it gets in the way: disk, cloud, names, variables."""

from __future__ import annotations

import ast
import json
import re
import shutil
import socket
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePath, PureWindowsPath

from course.errors import listed
from course.upkeep.environment import few
from course.upkeep.findings import Finding, Place, servers, shipped, writable

DEEPEST = 180  # characters of the longest path within the folder, once everything is installed
WINDOWS_LONGEST = 259
NEEDED = 1_500_000_000  # bytes for an installation with its cache
ENOUGH = 200_000_000  # bytes to go on working
MEMORY = 700_000_000  # bytes for JupyterLab, one lesson and a browser's tab
CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
}
LIBRARIES = frozenset(
    {"IPython", "altair", "anywidget", "course", "ipykernel", "ipywidgets", "jinja2", "jupyter"}
    | {"jupyterlab", "narwhals", "nbconvert", "nbformat", "nbgrader", "notebook", "numpy"}
    | {"pandas", "tornado", "traitlets"}
)
LEARNERS = (
    *("course/", "notebooks/", "packs/", "seeds/", "share/", "pyproject.toml", "requirements"),
    *("README.md", "LICENSE"),  # without which the package cannot be built
)
"""What of the course somebody needs who learns with it."""
ELSEWHERE = 0x1000 | 0x400000  # Windows: offline, or fetched when it is read
DATALESS = 0x40000000  # macOS: the contents are in the cloud


def check(place: Place) -> Iterator[Finding]:
    """Say what is wrong with the folder and its surroundings."""
    yield from where(place.folder, place.system)
    yield from _room(place)
    yield from _writing(place)
    yield from _whole(place)
    yield from _shadows(place)
    yield from _variables(place)
    yield from _clock(place)
    yield from _loopback(place)
    yield from _open_already(place)


def where(folder: PurePath, system: str) -> Iterator[Finding]:
    """Judge the folder by its path alone.

    >>> temp = PureWindowsPath(r"C:\\Users\\a\\AppData\\Local\\Temp\\Temp1_kit.zip\\kit")
    >>> [finding.code for finding in where(temp, "win32")]
    ['inside-zip']
    """
    parts = [part.lower() for part in folder.parts]
    if any(re.fullmatch(r".+\.zip(\..*)?", part) for part in parts) and "temp" in parts:
        yield Finding(
            "inside-zip",
            "The course was started from inside the ZIP file; Windows keeps such a folder for a "
            "short time only.",
            "Click the ZIP file with the right button, choose Extract All, and start from the "
            "folder that this makes.",
        )
    elif system == "darwin" and "apptranslocation" in parts:
        yield Finding(
            "inside-zip",
            "The folder is a temporary copy that macOS made.",
            "Move the folder to your Documents in the Finder, and start from there.",
        )
    longest = len(str(folder)) + DEEPEST
    if isinstance(folder, PureWindowsPath) and longest > WINDOWS_LONGEST:
        yield Finding(
            "path-too-long",
            f"The folder's address has {len(str(folder))} characters, and with more than "
            f"{WINDOWS_LONGEST - DEEPEST} some files of the course get longer addresses than "
            "Windows allows.",
            f"Move the folder to a shorter address, for example "
            f"{PureWindowsPath(folder.anchor) / 'course'}, and start from there; your work moves "
            "with it.",
        )
    if isinstance(folder, PureWindowsPath) and folder.drive.startswith("\\\\"):
        yield Finding(
            "network-folder",
            "The folder lies on another computer of the network.",
            "If the course is slow or does not start, copy the folder to this computer.",
            note=True,
        )
    cloud = next((CLOUDS[name] for part in parts for name in CLOUDS if name in part), "")
    if cloud:
        yield Finding(
            "in-the-cloud",
            f"The folder lies in {cloud}, which copies thousands of small files and may take some "
            "away to save room.",
            f"If the course is slow or a file is missing, move the folder out of {cloud}, and "
            "start from there; your work moves with it.",
            note=True,
        )


def _room(place: Place) -> Iterator[Finding]:
    try:
        free = shutil.disk_usage(place.folder).free
    except OSError:
        return
    need = ENOUGH if place.environment.is_dir() else NEEDED
    if free < need:
        yield Finding(
            "disk-full",
            f"The disk has {free / 1e6:.0f} MB free, and the course needs {need / 1e6:.0f} MB.",
            "Empty the bin or delete what you do not need, then try again.",
        )
    memory = free_memory(place.system)
    if memory is not None and memory < MEMORY:
        yield Finding(
            "memory-low",
            f"Only {memory / 1e6:.0f} MB of memory are free.",
            "If the course is slow or a lesson stops, close other programs and browser tabs.",
            note=True,
        )


def free_memory(system: str, table: Path = Path("/proc/meminfo")) -> int | None:
    """Say how many bytes of memory are free; None where that cannot be asked simply."""
    if system != "linux":
        return None
    try:
        found = re.search(r"^MemAvailable:\s+(\d+) kB", table.read_text("utf-8"), re.MULTILINE)
    except OSError:
        return None
    return int(found.group(1)) * 1024 if found else None


def _writing(place: Place) -> Iterator[Finding]:
    """Try to write where the course and the learner write."""
    if place.work.exists() and not place.work.is_dir():
        mends = f", or say {place.command('doctor --mend')}: it becomes old_{place.work.name}"
        yield Finding(
            "work-is-no-folder",
            f"{place.shown(place.work)} is a file, and the course keeps your work in a folder of "
            "that name.",
            f"Give the file another name{mends}."
            if place.work_inside
            else "Let the variable COURSE_HOME name a folder, or remove the variable.",
            "rename" if place.work_inside else "",
            place.work,
        )
    for folder in (place.folder, place.folder / "notebooks", place.work):
        if folder.is_dir() and not writable(folder):
            yield Finding(
                "not-writable",
                f"Nothing can be written in {place.shown(folder)}, so nothing that you do there is "
                "kept.",
                f"Say {place.command('doctor --mend')}; if that does not help, move the folder to "
                "your Documents.",
                "permission",
                folder,
            )
            return
    closed = [
        path
        for path in sorted((place.folder / "notebooks").glob("*.ipynb"))
        if path.is_file() and not path.stat().st_mode & 0o200
    ]
    if closed:
        yield Finding(
            "lesson-read-only",
            f"Lessons may only be read and not saved: {few([p.name for p in closed])}.",
            f"Say {place.command('doctor --mend')}: it allows writing.",
            "permission",
            closed[0].parent,
        )


def _whole(place: Place) -> Iterator[Finding]:
    """Are the course's own files there, here, and not cut short?"""
    names = [name for name in shipped(place.folder) if name.startswith(LEARNERS)]
    anew = f"Download the course again and say {place.command('update NEW.zip')} here; your work "
    anew += "stays as it is."
    if (place.folder / ".git").exists():
        anew = "Say `git status` to see what was changed, and `git restore` with the file's name."
    if not names:
        yield Finding(
            "no-list", "The list of the course's files (course/shipped/files.txt) is missing.", anew
        )
    lessons = ("notebooks/", "packs/")
    missing, away, damaged = [], [], []
    for name in names:
        path = place.folder / name
        if name.startswith(lessons) and name.endswith(".ipynb"):
            if path.is_file() and in_the_cloud(path):
                away.append(name)
        elif not path.is_file():
            missing.append(name)
        elif in_the_cloud(path):
            away.append(name)
        elif not sound(path):
            damaged.append(name)
    if missing:
        yield Finding("files-missing", f"Files of the course are missing: {few(missing)}.", anew)
    if damaged:
        yield Finding("files-damaged", f"Files of the course are damaged: {few(damaged)}.", anew)
    if away:
        yield Finding(
            "files-in-the-cloud",
            f"Files of the course are not on this computer but in the cloud: {few(away)}.",
            "Click the folder with the right button and choose to keep it always on this device, "
            "or move it out of the cloud folder.",
        )


def in_the_cloud(path: Path) -> bool:
    """Say whether a file's contents would first have to be fetched."""
    try:
        stat = path.stat()
    except OSError:
        return False
    attributes = getattr(stat, "st_file_attributes", 0)
    return bool(attributes & ELSEWHERE or getattr(stat, "st_flags", 0) & DATALESS)


def sound(path: Path) -> bool:
    """Say whether a file can be read as what its name says; a cut or emptied one cannot."""
    try:
        data = path.read_bytes()
        if b"\0" in data and path.suffix in (".py", ".json", ".toml", ".csv", ".js", ".css"):
            return False
        if path.suffix == ".py":
            return parses(data)
        if path.suffix == ".json":
            json.loads(data)
        elif path.suffix == ".toml":
            tomllib.loads(data.decode("utf-8"))
        elif path.suffix in (".csv", ".css", ".lock"):
            return data.strip() != b""
        elif path.name == "widgets.js":  # what a bundle ends with, see js/build.mjs
            return data.rstrip().endswith(b"};") and b"export{" in data[-200:]
    except (ValueError, OSError, RecursionError):
        return False
    return True


@cache
def parses(data: bytes) -> bool:
    """Say whether this is Python."""
    try:
        ast.parse(data)
    except (SyntaxError, ValueError, RecursionError):
        return False
    return True


def _shadows(place: Place) -> Iterator[Finding]:
    """Look for files of the learner's that take the place of a library."""
    ours = frozenset(shipped(place.folder))
    answers = sorted(place.work.iterdir()) if place.work.is_dir() else []
    mine = [place.work, *(path for path in answers if path.name != "kept")]
    if not place.work_inside:  # COURSE_HOME may be anything, with other projects in it
        here = place.folder.resolve()
        mine = [path for path in mine if not path.resolve().is_relative_to(here)]
    for folder in (place.folder, place.folder / "notebooks", *mine):
        if not folder.is_dir():
            continue
        elsewhere = folder in mine and not place.work_inside
        for path in sorted(folder.iterdir()):
            name = path.stem if path.suffix == ".py" else path.name
            package = path.suffix == ".py" or (path.is_dir() and (path / "__init__.py").is_file())
            known = name in sys.stdlib_module_names or name in LIBRARIES
            own = place.shown(path) not in ours
            if not (package and known and own) or path == place.folder / "course":
                continue
            if elsewhere:
                yield Finding(
                    "shadow",
                    f"{place.shown(path)} has the name of a library, and Python may take it in "
                    "place of the library.",
                    "If lessons stop with strange errors, give it another name.",
                    about=path,
                    note=True,
                )
            else:
                yield Finding(
                    "shadow",
                    f"{place.shown(path)} has the name of a library: Python takes it in place "
                    "of the library, and lessons stop with strange errors.",
                    f"Give it another name, or say {place.command('doctor --mend')}: it becomes "
                    f"my_{path.name}.",
                    "rename",
                    path,
                )


def _variables(place: Place) -> Iterator[Finding]:
    there = [name for name in ("PYTHONPATH", "PYTHONHOME") if place.variables.get(name)]
    if there:
        word = "variable" if len(there) == 1 else "variables"
        yield Finding(
            "variables",
            f"The {word} {listed(there)} of this computer may make Python take libraries from "
            "elsewhere.",
            f"{place.command('open')} leaves them out; where you start Jupyter in another way, "
            "remove them first.",
            note=True,
        )
    home = place.variables.get("COURSE_HOME")
    if home:
        yield Finding(
            "course-home",
            f"The variable COURSE_HOME says that your work is kept in {home}, not in `my_work`.",
            "That is fine if you meant it; else remove the variable.",
            note=True,
        )


def released(folder: Path) -> datetime | None:
    """Read the day on which this version was released."""
    try:
        text = (folder / "CITATION.cff").read_text(encoding="utf-8")
        found = re.search(r"^date-released: (\S+)$", text, re.MULTILINE)
        return datetime.fromisoformat(found.group(1)).replace(tzinfo=UTC) if found else None
    except (OSError, ValueError):
        return None


def _clock(place: Place) -> Iterator[Finding]:
    day = released(place.folder)
    if day is not None and place.now < day:
        yield Finding(
            "clock",
            f"This computer's clock says {place.now.date().isoformat()}, which is before this "
            f"version of the course was made ({day.date().isoformat()}).",
            "Set date and time in the computer's settings; your journal writes them down.",
        )


def _loopback(place: Place) -> Iterator[Finding]:
    try:
        with socket.socket() as listener, socket.socket() as caller:
            listener.bind(("127.0.0.1", 0))
            listener.listen()
            caller.settimeout(5)
            caller.connect(listener.getsockname())
    except OSError as error:
        yield Finding(
            "no-loopback",
            f"A program on this computer cannot reach another one on it ({error.strerror}), and "
            "JupyterLab and your browser have to.",
            "Allow Python in the firewall or the security program, or ask whoever looks after "
            "this computer.",
        )


def _open_already(place: Place) -> Iterator[Finding]:
    running = servers(place)
    if running:
        yield Finding(
            "open-already",
            f"The course is open already, at {listed(running)}.",
            "Go on in that browser tab; or press Ctrl+C in the terminal where it runs, and open "
            "it anew.",
            note=True,
        )
