"""What Python needs in the browser: pure packages from a lock, and the course itself.

They arrive as wheels, through pip and with their hashes checked. One folder is made of them, as
``site-packages`` will look in the browser, without what is never used there.
"""

from __future__ import annotations

import fnmatch
import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from course.errors import CourseError
from course.files import CLONE, read_text, write_whole
from course.site.steps import Say

LOCK = CLONE / "requirements-browser.lock"
PYTHON = "3.14"
"""The Python that the pinned pyodide is."""

COMPILED = ("markupsafe",)
"""Packages with no wheel in pure Python; theirs holds the pure code beside a compiled file, which
is left out, and then they use the pure code."""
_PLATFORMS = ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")

UNUSED = (
    "*.so",
    "*.pyi",
    "*.data/*",
    "*/tests/*",
    "*/test/*",
    "*.dist-info/RECORD",
    "*.dist-info/WHEEL",
    "*.dist-info/entry_points.txt",
    "*.dist-info/top_level.txt",
    "*.dist-info/sboms/*",
    "IPython/sphinxext/*",
    "course/_packs/*.ipynb",
    "anywidget/nbextension/*",
    "anywidget/labextension/*",
    "jsonschema/benchmarks/*",
    "psygnal/_pyinstaller_util/*",
    "pygments/formatters/[!_]*",
    "pygments/lexers/[!_]*",
    "pygments/lexers/_*_builtins.py",
    "pygments/lexers/_*_stubs.py",
    "pygments/styles/[!_]*",
    # Of the course: what only a teacher or a builder uses.
    "course/grading/*",
    "course/messages/grading.*",
    "course/shipped/*",
    "course/site/*",
    "course/upkeep/*",
    "course/commands/*",
    "course/__main__.py",
)
"""Files of wheels that nothing reads in the browser."""
USED = (
    "pygments/formatters/html.py",
    "pygments/formatters/latex.py",
    "pygments/formatters/terminal.py",
    "pygments/formatters/terminal256.py",
    *(
        f"pygments/lexers/{name}.py"
        for name in (
            *("css", "data", "html", "javascript", "jvm", "markup", "perl", "python"),
            *("ruby", "shell", "special"),
        )
    ),
    "pygments/styles/default.py",
    "pygments/styles/monokai.py",
)
"""What is kept all the same: Python, the languages its kernel names, and two styles."""


BUILDER = "jupyterlite_pyodide_kernel-"
"""The wheel that the page is made with; the others are for Python."""


def pinned(lock: str) -> dict[str, str]:
    """Read the packages of a lock: name to version.

    >>> pinned("comm==0.2.3 \\\\\\n    --hash=sha256:00\\n# a remark\\n")
    {'comm': '0.2.3'}
    """
    return dict(re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^\s;]+)", lock, re.MULTILINE))


def parts(lock: str) -> Iterator[tuple[str, str]]:
    """Give each package of a lock with its lines."""
    for block in re.findall(r"^[a-z0-9].*?(?=^[a-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL):
        yield block.split("==")[0], block


def download(work: Path, say: Say) -> list[Path]:
    """Get the wheels that the lock names, unless they are in `work` already.

    Raises
    ------
    CourseError
        If they are not there and cannot be got.
    """
    lock = read_text(LOCK)
    folder, stamp = work / "wheels", work / "wheels.txt"
    now = hashlib.sha256(lock.encode()).hexdigest()
    if stamp.is_file() and read_text(stamp).strip() == now:
        have = sorted(folder.glob("*.whl"))
        if len(have) == len(pinned(lock)):
            return have
    say("  getting the packages that Python needs in the browser ...")
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    pure, compiled = work / "pure.txt", work / "compiled.txt"
    write_whole(pure, "".join(text for name, text in parts(lock) if name not in COMPILED))
    write_whole(compiled, "".join(text for name, text in parts(lock) if name in COMPILED))
    _pip(pure, folder, ["--implementation=py", "--abi=none", "--platform=any"])
    some = [f"--platform={name}" for name in _PLATFORMS]
    _pip(compiled, folder, ["--implementation=cp", *some])
    write_whole(stamp, now + "\n")
    return sorted(folder.glob("*.whl"))


def _pip(names: Path, folder: Path, options: Iterable[str]) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    command += ["--no-deps", "--require-hashes", "--only-binary=:all:"]
    command += [f"--python-version={PYTHON}", *options, "-r", str(names), "-d", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CLONE)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        why = said[-1].removeprefix("ERROR: ").rstrip(".") if said else "pip failed"
        raise CourseError(
            f"The packages for the browser could not be got ({why}); check that this computer is "
            "online and build again."
        )


def own(work: Path, say: Say) -> Path:
    """Build the course's own wheel from this copy of the repository.

    Raises
    ------
    CourseError
        If it cannot be built.
    """
    folder = work / "own"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=CLONE)
    made = sorted(folder.glob("*.whl"))
    if done.returncode or len(made) != 1:
        raise CourseError(
            f"The course's own package could not be built ({_last(done.stderr)}); mend that and "
            "build again."
        )
    return made[0]


def _last(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1].rstrip(".")


def used(name: str) -> bool:
    """Say whether a file of a wheel is used in the browser.

    >>> used("IPython/core/display.py"), used("traitlets/tests/test_traitlets.py")
    (True, False)
    """
    if any(fnmatch.fnmatchcase(name, pattern) for pattern in USED):
        return True
    return not any(fnmatch.fnmatchcase(name, pattern) for pattern in UNUSED)


def unpack(wheels: Iterable[Path], to: Path) -> list[str]:
    """Unpack what is used of the wheels into one folder; give the names of the files.

    Raises
    ------
    CourseError
        If a wheel is damaged, names a file outside, or two hold the same file.
    """
    names: list[str] = []
    for wheel in wheels:
        try:
            with zipfile.ZipFile(wheel) as held:
                for one in held.infolist():
                    if one.is_dir() or not used(one.filename):
                        continue
                    path = PurePosixPath(one.filename)
                    if path.is_absolute() or ".." in path.parts:
                        raise CourseError(f"{wheel.name} names the file {path} outside of itself.")
                    target = to / path
                    if target.exists():
                        raise CourseError(f"{wheel.name} holds {path}, as another package does.")
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(held.read(one))
                    names.append(one.filename)
        except (zipfile.BadZipFile, OSError) as error:
            raise CourseError(
                f"{wheel.name} could not be unpacked ({error}); delete {wheel.parent} and build "
                "again."
            ) from error
    return names
