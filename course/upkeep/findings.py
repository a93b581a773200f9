"""What a check looks at (`Place`) and what it says (`Finding`).

Everything about the computer that a check may ask is a field of `Place`, so that a test can give it
another folder, home or system.
"""

from __future__ import annotations

import json
import os
import platform
import re
import sys
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, or that may matter.

    Attributes
    ----------
    code
        Its short name, for tests and for a teacher who gets many reports.
    wrong
        What is wrong, in one sentence.
    do
        What to do about it, in one sentence.
    mend
        What ``--mend`` does: a word of `course.upkeep.mending`; empty where only a person can.
    about
        The file or folder that it is about, where there is one.
    note
        Whether it is only worth knowing: it may matter, and the course works all the same.
    """

    code: str
    wrong: str
    do: str
    mend: str = ""
    about: Path | None = None
    note: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A folder of the course on a computer.

    Attributes
    ----------
    folder
        The folder that holds ``start.py``.
    environment
        Where its Python packages are: ``.venv`` in it, or wherever ``course`` runs.
    work
        The learner's own folder.
    home
        The home folder of whoever is at the keyboard.
    variables
        The environment variables.
    system
        As `sys.platform` names it.
    now
        What the clock says.
    """

    folder: Path
    environment: Path
    work: Path
    home: Path = field(default_factory=Path.home)
    variables: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    system: str = sys.platform
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def python(self) -> Path:
        """Give the Python of the environment."""
        if self.system == "win32":
            return self.environment / "Scripts" / "python.exe"
        return self.environment / "bin" / "python"

    @property
    def packages(self) -> Path | None:
        """Find the folder of the installed packages."""
        if self.system == "win32":
            found = [self.environment / "Lib" / "site-packages"]
        else:
            found = sorted(self.environment.glob("lib/python3*/site-packages"))
        return next((folder for folder in found if folder.is_dir()), None)

    @property
    def work_inside(self) -> bool:
        """Say whether the learner's own folder truly lies within the folder of the course."""
        work, folder = self.work.resolve(), self.folder.resolve()
        return work != folder and work.is_relative_to(folder)

    @property
    def jupyter(self) -> Path:
        """Give the folder in which Jupyter keeps its own files when ``start.py`` opens it."""
        return self.folder / ".jupyter"

    def shown(self, path: Path) -> str:
        """Name a path as briefly as it can be understood."""
        if path.is_relative_to(self.folder) and path != self.folder:
            return path.relative_to(self.folder).as_posix()
        return str(path)

    def command(self, what: str) -> str:
        """Give the command to type: ``python3 start.py doctor``, or as Windows has it."""
        return f"`{'py' if self.system == 'win32' else 'python3'} start.py {what}`"


def place_of(folder: Path, environment: Path | None = None) -> Place:
    """Describe the installation in `folder` as it is on this computer."""
    folder = folder.resolve()
    named = os.environ.get("COURSE_HOME")
    work = Path(named).expanduser() if named else folder / "my_work"
    return Place(folder, environment or folder / ".venv", Path(os.path.abspath(work)))  # noqa: PTH100


def version_of(folder: Path) -> str:
    """Read the version of the course in `folder`; empty where there is no course.

    A text search and no TOML parser, so that half a file is no accident.
    """
    try:
        text = (folder / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
    return version_in(text)


def version_in(project: str) -> str:
    """Read the version out of the text of a ``pyproject.toml``; empty if it is another project.

    >>> version_in('[project]\\nname = "threat-power-loss"\\nversion = "0.2.0"\\n')
    '0.2.0'
    >>> version_in('[project]\\nname = "something"\\nversion = "3"\\n')
    ''
    """
    if not re.search(r'^name = "threat-power-loss"$', project, re.MULTILINE):
        return ""
    found = re.search(r'^version = "([^"]+)"$', project, re.MULTILINE)
    return found.group(1) if found else ""


def shipped(folder: Path) -> tuple[str, ...]:
    """List the files that the course in `folder` came with; empty if it does not say."""
    try:
        text = (folder / "course" / "shipped" / "files.txt").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def servers(place: Place) -> tuple[str, ...]:
    """Give the addresses of the JupyterLabs that run on this folder, without their secrets."""
    import socket

    found = []
    for runtime in runtime_folders(place):
        for file in sorted(runtime.glob("jpserver-*.json")):
            try:
                data = json.loads(file.read_text(encoding="utf-8"))
                root, port, pid = Path(data["root_dir"]), int(data["port"]), int(data["pid"])
            except (OSError, ValueError, KeyError, TypeError):
                continue
            inside = root == place.folder or root.is_relative_to(place.folder)
            if not inside or not runs(pid):
                continue
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    found.append(f"http://localhost:{port}/lab")
    return tuple(found)


def runs(pid: int) -> bool:
    """Say whether a process may be there; on Windows only its port can tell."""
    if os.name == "nt" or pid <= 0:  # there, os.kill would end it
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass  # somebody else's, and there
    return True


def runtime_folders(place: Place) -> tuple[Path, ...]:
    """List where a running Jupyter writes down that it runs."""
    named = place.variables.get("JUPYTER_RUNTIME_DIR")
    homes = {
        "win32": place.home / "AppData/Roaming/jupyter/runtime",
        "darwin": place.home / "Library/Jupyter/runtime",
    }
    usual = homes.get(place.system, place.home / ".local/share/jupyter/runtime")
    return (place.jupyter / "runtime", *([Path(named)] if named else []), usual)


def about_this_computer() -> str:
    """Say in a line what this computer is, for a report."""
    bits = 64 if sys.maxsize > 2**32 else 32
    system = f"{platform.system()} {platform.release()}".strip()
    return f"{system} ({platform.machine()}), Python {platform.python_version()}, {bits} bit"


def private(text: str, place: Place) -> str:
    """Take the home folder and the name of whoever is at the keyboard out of a text."""
    roots: Iterable[tuple[Path, str]] = ((place.folder, "COURSE"), (place.home, "~"))
    for path, short in roots:
        for form in {str(path), path.as_posix(), str(path.resolve())}:
            if len(form) > 1:
                text = text.replace(form, short)
    name = place.home.name
    return re.sub(rf"\b{re.escape(name)}\b", "(name)", text) if len(name) > 2 else text


def writable(folder: Path) -> bool:
    """Say whether a file can be made in `folder`: tried, for permissions say little."""
    import tempfile

    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".try-"):
            return True
    except OSError:
        return False


def filled(text: str, margin: str = "") -> str:
    """Break a sentence into lines; what is to be typed is not broken within."""
    whole = re.sub(r"`[^`]*`", lambda code: code.group().replace(" ", "\0"), text)
    return textwrap.fill(
        whole, 78, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
    ).replace("\0", " ")
