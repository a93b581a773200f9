"""Is the environment, the folder ``.venv``, whole? Read from outside, without running it.

The environment's own Python is asked only at the end, when all that can be read is in order.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from course.errors import listed
from course.upkeep.findings import Finding, Place

LOCKS = {
    "learner": "requirements.lock",
    "site": "requirements-site.lock",
    "hub": "requirements-hub.lock",
    "tests": "requirements-dev.lock",
}
FEW = 4  # names in one sentence; the rest are counted
SENTENCE = "import course, altair, anywidget, ipywidgets, ipykernel, jupyterlab, nbformat, nbgrader"
ASK = f"{SENTENCE}; print(course.__file__)"


def check(place: Place) -> Iterator[Finding]:
    """Say what is wrong with the environment; the first fault that explains the rest ends it."""
    if sys.maxsize <= 2**32:
        yield Finding(
            "python-32-bit",
            "This Python is a 32-bit one, and some packages of the course exist for 64-bit only.",
            "Install the 64-bit Python from python.org, then say " + place.command("open") + ".",
        )
    found = _made(place)
    if found is not None:
        yield found
        return
    own = place.environment == place.folder / ".venv"
    # What somebody else's tool has made, conda for instance, has versions of its own.
    faults = [*_packages(place), *_linked(place)] if own else []
    yield from faults or _asked(place)


def _again(place: Place, code: str, wrong: str) -> Finding:
    return Finding(
        code,
        wrong,
        f"Say {place.command('doctor --mend')}: it installs anew, with the internet.",
        "install",
    )


def _made(place: Place) -> Finding | None:
    """Say whether there is an environment at all, made here, with a Python that is still there."""
    own = place.environment == place.folder / ".venv"
    if not place.environment.is_dir():
        return Finding(
            "not-installed",
            "The course is not installed in this folder yet: there is no folder `.venv`.",
            f"Say {place.command('open')}: it installs what is missing and needs the internet "
            "for half a minute.",
            "install",
        )
    if not own:
        return None  # made by somebody else's tool, conda for instance, who looks after it
    settings = pyvenv(place.environment)
    if not settings:
        wrong = "The folder `.venv` is no Python environment, or only half of one."
        return _again(place, "half-environment", wrong)
    home = Path(settings.get("home", ""))
    if not place.python.exists() or not home.is_dir():
        return _again(
            place,
            "python-gone",
            f"The Python that the course was installed with is gone (it was in {home}); that "
            "happens when Python is updated or removed.",
        )
    made = made_for(settings)
    if made is not None and not same(made, place.environment):
        return _again(
            place,
            "folder-moved",
            f"The folder was moved, renamed or copied since it was installed (it was {made.parent}"
            "), and what is installed still points there.",
        )
    if not (place.environment / "installed.json").is_file():
        wrong = "The installation was interrupted before it was finished."
        return _again(place, "half-installed", wrong)
    return None


def pyvenv(environment: Path) -> dict[str, str]:
    """Read what an environment says of itself; empty if it says nothing."""
    try:
        text = (environment / "pyvenv.cfg").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {key.strip(): value.strip() for key, value in pairs}


def made_for(settings: Mapping[str, str]) -> Path | None:
    """Find where an environment was made, if it says so.

    >>> made_for({"command": "/usr/bin/python3 -m venv --clear /home/a/my course/.venv"}).name
    '.venv'
    >>> str(made_for({"command": "/usr/bin/python3 -m venv --clear /home/a/my course/.venv"}))
    '/home/a/my course/.venv'
    """
    found = re.search(r" -m venv (?:--\S+ )*(.+)$", settings.get("command", ""))
    return Path(found.group(1).strip("'\"")) if found else None


def same(one: Path, other: Path) -> bool:
    """Say whether two paths lead to the same place."""
    try:
        return one.resolve() == other.resolve()
    except OSError:
        return False


def locked(text: str) -> dict[str, tuple[set[str], bool]]:
    """Read a lock: each package with its versions, and whether every computer has it.

    >>> locked('altair==6.0.0 \\\\\\n    --hash=sha256:0\\npywinpty==3.1 ; os_name == "nt"\\n')
    {'altair': ({'6.0.0'}, True), 'pywinpty': ({'3.1'}, False)}
    """
    found: dict[str, tuple[set[str], bool]] = {}
    for name, version, condition in re.findall(
        r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)[ \t]*(;?)", text, re.MULTILINE
    ):
        versions, everywhere = found.get(normal(name), (set(), True))
        found[normal(name)] = (versions | {version}, everywhere and not condition)
    return found


def normal(name: str) -> str:
    """Write a package's name as the locks do.

    >>> normal("Jupyter_Server")
    'jupyter-server'
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def installed(packages: Path) -> dict[str, tuple[str, Path]]:
    """List what is installed: each package with its version and its record."""
    found = {}
    for record in packages.glob("*.dist-info"):
        name, _, version = record.name.removesuffix(".dist-info").rpartition("-")
        found[normal(name)] = (version, record)
    return found


def level(environment: Path) -> str:
    """Say for what use the environment was made: ``learner``, ``site`` or ``tests``."""
    try:
        names = dict(json.loads((environment / "installed.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return "learner"
    return next((name for name in reversed(LOCKS) if name in names), "learner")


def _packages(place: Place) -> Iterator[Finding]:
    """Compare what is installed with the lock, and with its own lists of files."""
    lock = place.folder / LOCKS[level(place.environment)]
    if place.packages is None or not lock.is_file():
        wrong = "The environment holds no packages, or the list of what belongs into it is missing."
        yield _again(place, "no-packages", wrong)
        return
    wanted, have = locked(lock.read_text(encoding="utf-8")), installed(place.packages)
    missing = [n for n, (_, everywhere) in wanted.items() if everywhere and n not in have]
    if missing:
        yield _again(place, "packages-missing", f"Packages are missing: {few(missing)}.")
    other = [
        f"{n} is {have[n][0]} and not {' or '.join(sorted(versions))}"
        for n, (versions, _) in wanted.items()
        if n in have and have[n][0] not in versions
    ]
    if other:
        wrong = f"Packages have another version than the course was tested with: {few(other)}."
        yield _again(place, "packages-differ", wrong)
    damaged = [n for n in wanted if n in have and incomplete(have[n][1])]
    if damaged:
        wrong = f"Files of installed packages are missing or were changed: {few(damaged)}."
        yield _again(place, "packages-damaged", wrong)


def few(names: list[str]) -> str:
    """List a few names and count the others.

    >>> few(["a", "b", "c", "d", "e", "f"])
    'a, b, c, d and 2 more'
    """
    if len(names) > FEW + 1:
        return listed([", ".join(names[:FEW]), f"{len(names) - FEW} more"])
    return listed(names)


def incomplete(record: Path) -> bool:
    """Say whether a file that a package lists is missing or has another size."""
    try:
        rows = list(csv.reader((record / "RECORD").read_text(encoding="utf-8").splitlines()))
    except (OSError, UnicodeDecodeError, csv.Error):
        return True
    for row in rows:
        if len(row) < 3 or not row[2] or row[0].endswith(".pyc"):
            continue
        if row[0].startswith("..") and ("/bin/" in row[0] or "/Scripts/" in row[0]):
            continue  # a program: it is written anew for each folder
        try:
            if (record.parent / row[0]).stat().st_size != int(row[2]):
                return True
        except (OSError, ValueError):
            return True
    return False


def _linked(place: Place) -> Iterator[Finding]:
    """Say whether ``import course`` leads into this folder."""
    if place.packages is None:
        return
    links = sorted(place.packages.glob("*threat_power_loss*.pth"))
    goes = [link.read_text(encoding="utf-8").strip() for link in links]
    if not goes:
        yield _again(place, "not-linked", "The course's own package is not installed in `.venv`.")
    elif not any(same(Path(line), place.folder) for line in goes):
        wrong = f"`import course` takes the course from another folder, {goes[0]}."
        yield _again(place, "linked-elsewhere", wrong)


def _asked(place: Place) -> Iterator[Finding]:
    """Ask the environment's own Python to import what a lesson needs."""
    python = place.python if place.python.exists() else Path(sys.executable)
    left_out = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP")
    variables = {k: v for k, v in place.variables.items() if k not in left_out}
    try:
        done = subprocess.run(
            [str(python), "-P", "-c", ASK], capture_output=True, text=True, timeout=180,
            cwd=place.folder, env=variables, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        wrong = f"The Python in `.venv` does not start ({type(error).__name__})."
        yield _again(place, "python-does-not-start", wrong)
        return
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it says nothing"])[-1]
        wrong = f"The Python in `.venv` cannot load what a lesson needs ({last})."
        yield _again(place, "import-fails", wrong)
        return
    where = Path(done.stdout.strip().splitlines()[-1]).parent.parent
    if not same(where, place.folder):
        wrong = f"`import course` takes the course from another folder, {where}."
        yield _again(place, "linked-elsewhere", wrong)
