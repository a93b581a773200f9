"""Python for the browser: its parts, its packages compiled beforehand, and what JupyterLite needs.

Python (pyodide) is npm's; its packages are our own lock's, in one archive.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from course.errors import CourseError
from course.files import CLONE, read_text, write_whole
from course.site import wheels
from course.site.steps import Say, files_below, fingerprint

JS = CLONE / "js"
OURS = JS / "src" / "do"
PYODIDE = JS / "node_modules" / "pyodide"
INSIDE = CLONE / "tools" / "browser"
KERNEL = ("pyodide_kernel", "ipykernel")
"""Wheels that come with JupyterLite's Python kernel."""
SITE_PACKAGES = "lib/python3.14/site-packages"
STARTUP = "home/pyodide/.ipython/profile_default/startup/00-lessons.py"


def packed(work: Path, say: Say) -> Path:
    """Make the folder that Python is loaded from: its parts, its library, and our archive."""
    libraries, library = compiled(work, say)
    folder = work / "pyodide"
    anew(folder)
    for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"):
        shutil.copyfile(PYODIDE / name, folder / name)
    shutil.copyfile(OURS / "python.mjs", folder / "python.mjs")
    info = json.loads(read_text(PYODIDE / "pyodide-lock.json"))["info"]
    write_whole(folder / "pyodide-lock.json", json.dumps({"info": info, "packages": {}}) + "\n")
    shutil.copyfile(library, folder / "python_stdlib.zip")
    (folder / "packages.tar.gz").write_bytes(archive(contents(libraries)))
    return folder


def compiled(work: Path, say: Say) -> tuple[list[tuple[Path, str]], Path]:
    """Compile the packages, the course and Python's own library for the browser.

    Returns the folders, each with its place there, and the library's archive. What comes from
    elsewhere is compiled again only when its lock or the way of doing it has changed.
    """
    others, course, plain = work / "others", work / "course", work / "stdlib"
    library, stamp = work / "python_stdlib.zip", work / "others.txt"
    got = wheels.download(work, say)
    got = [path for path in got if not path.name.startswith(wheels.BUILDER)]
    check_pyodide(kernel(work))
    got += kernel_wheels(work)
    how = [wheels.LOCK, Path(wheels.__file__), JS / "compile.mjs", PYODIDE / "package.json", *got]
    now = fingerprint([*how, *files_below(INSIDE)])
    jobs: list[str] = []
    if not (stamp.is_file() and read_text(stamp).strip() == now and library.is_file()):
        stamp.unlink(missing_ok=True)
        anew(others)
        wheels.unpack(got, others)
        shutil.copytree(INSIDE / "piplite", others / "piplite", ignore=_NO_CACHE)
        anew(plain)
        with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as held:
            held.extractall(plain)
        jobs += [f"{others}=/{SITE_PACKAGES}", f"{plain}=/lib/python314.zip"]
    anew(course)
    wheels.unpack([wheels.own(work, say)], course)
    jobs += ["--keep", f"{course}=/{SITE_PACKAGES}"]
    say("  compiling Python's packages ...")
    run([node(), JS / "compile.mjs", *jobs], "The packages could not be compiled")
    if not stamp.is_file():
        with zipfile.ZipFile(library, "w", zipfile.ZIP_DEFLATED) as into:
            for path in files_below(plain, but=()):
                into.writestr(
                    zipfile.ZipInfo(path.relative_to(plain).as_posix()),
                    path.read_bytes(),
                    zipfile.ZIP_DEFLATED,
                )
        write_whole(stamp, now + "\n")
    return [(others, SITE_PACKAGES), (course, SITE_PACKAGES)], library


_NO_CACHE = shutil.ignore_patterns("__pycache__")


def anew(folder: Path) -> None:
    """Make an empty folder, whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def kernel(work: Path) -> Path:
    """Unpack JupyterLab's side of Python in the browser from its wheel; give the folder."""
    (wheel,) = (work / "wheels").glob(f"{wheels.BUILDER}*.whl")
    place = work / "kernel"
    stamp = place / f"{wheel.stem}.txt"
    if not stamp.is_file():
        anew(place)
        with zipfile.ZipFile(wheel) as held:
            held.extractall(place)
        write_whole(stamp, f"{wheel.name}\n")
    return place


def kernel_extension(work: Path) -> Path:
    """Give JupyterLab's extension in it."""
    labextensions = "*.data/data/share/jupyter/labextensions"
    (found,) = kernel(work).glob(f"{labextensions}/@jupyterlite/pyodide-kernel-extension")
    return found


def check_pyodide(kernel: Path) -> None:
    """Hold the pinned pyodide against the one that JupyterLite's kernel was made for.

    Raises
    ------
    CourseError
        If they are not the same.
    """
    made_for = read_text(kernel / "jupyterlite_pyodide_kernel" / "constants.py")
    found = re.search(r'PYODIDE_VERSION\b[^"]*"([^"]+)"', made_for)
    ours = json.loads(read_text(PYODIDE / "package.json"))["version"]
    if found is None or found.group(1) != ours:
        wanted = found.group(1) if found else "unknown"
        raise CourseError(
            f"JupyterLite's Python was made for pyodide {wanted}, and js/package.json names "
            f"{ours}; name the same there, then `npm install` in the folder js."
        )


def kernel_wheels(work: Path) -> list[Path]:
    """Give the wheels that the kernel brings along and runs in the browser."""
    folder = kernel_extension(work) / "static" / "pypi"
    return [path for name in KERNEL for path in sorted(folder.glob(f"{name}-*.whl"))]


def contents(folders: Iterable[tuple[Path, str]]) -> Iterator[tuple[str, bytes]]:
    """Give the files of the archive: the name each has in the browser, and what it holds."""
    for folder, place in folders:
        for path in files_below(folder, but=()):
            yield f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes()
    yield STARTUP, (INSIDE / "startup.py").read_bytes()


def archive(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack files into a tar archive, so that the same files always give the same bytes.

    >>> archive([("a/b.txt", b"x")]) == archive([("a/b.txt", b"x")])
    True
    """
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, held in members:
            entry = tarfile.TarInfo(name)
            entry.size = len(held)
            tar.addfile(entry, io.BytesIO(held))
    return gzip.compress(whole.getvalue(), compresslevel=9, mtime=0)


def node() -> Path:
    """Find Node, which the site's packages bring along.

    Raises
    ------
    CourseError
        If it is not there.
    """
    beside = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if beside is None:
        raise CourseError("Node is missing; build with `python start.py site`, which installs it.")
    return Path(beside)


def run(
    command: Iterable[str | Path],
    fails: str,
    cwd: Path = JS,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Run a tool.

    Raises
    ------
    CourseError
        If it fails: `fails`, and the first thing it says of why.
    """
    done = subprocess.run(
        [str(c) for c in command],
        cwd=cwd,
        capture_output=True,
        text=True,
        env={**os.environ, **variables},
    )
    if done.returncode:
        said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        errors = [line for line in said if re.match(r"\w*Error\b|error\b", line)]
        why = (errors or said or ["no reason given"])[-1].rstrip(".")
        raise CourseError(f"{fails} ({why[:200]}); mend that and build again.")
