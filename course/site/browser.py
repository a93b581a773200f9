"""The half of the site where lessons are done: JupyterLite, with Python in the browser.

Everything comes from the site itself. Python (pyodide) is npm's; its packages are our own lock's,
compiled beforehand and in one archive; JupyterLite is set by its own settings, and gets one small
extension of ours and a service worker that keeps what was loaded for the next visit.
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
from typing import Any

import jupyter_server

from course.errors import CourseError
from course.files import CLONE, PACKAGE, read_text, write_whole
from course.lesson import OWN_COPY
from course.site import wheels
from course.site.steps import Say, Step, files_below, fingerprint, mirror

JS = CLONE / "js"
OURS = JS / "src" / "do"
PYODIDE = JS / "node_modules" / "pyodide"
INSIDE = CLONE / "tools" / "browser"
EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
    "jupyterlab_pygments",
)
"""What JupyterLite gets of what is installed here, for the widgets."""
APPS = ("notebooks", "tree")
KERNEL = ("pyodide_kernel", "ipykernel")
"""Wheels that come with JupyterLite's Python kernel."""
PACKAGES = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")
"""What the kernel would install when it starts; it is told that they are there. Of these micropip,
piplite and jedi are not: nothing is installed in the browser, and jedi's help is not worth its
4 MB (the kernel's own completion does without)."""
SITE_PACKAGES = "lib/python3.14/site-packages"
STARTUP = "home/pyodide/.ipython/profile_default/startup/00-lessons.py"
STORAGE = "Threat, Power, Loss"
"""The name of the browser's database with the learner's files."""
EXTENSION = "threat-power-loss"


def sources() -> Iterator[Path]:
    """Give the files that this half depends on."""
    yield from files_below(CLONE / "notebooks", CLONE / "assignments" / "release")
    yield from files_below(PACKAGE, CLONE / "seeds", OURS, INSIDE)
    names = ("pyproject.toml", "requirements-browser.lock", "requirements-site.lock")
    yield from (CLONE / name for name in names)
    yield from (JS / name for name in ("compile.mjs", "package-lock.json"))


def make(work: Path, to: Path, say: Say) -> None:
    """Build it in `work`, and bring the site's folder ``do`` to that state.

    Raises
    ------
    CourseError
        If something that it is made of is missing, or a tool fails.
    """
    if not (PYODIDE / "pyodide.asm.wasm").is_file():
        raise CourseError(
            "Python for the browser is missing (js/node_modules/pyodide); build with "
            "`python start.py site`, which gets it, on a computer that is online."
        )
    packages = packed(work, say)
    built = lite(work, packages, say)
    finish(built)
    say("  putting it in place ...")
    mirror(built, to / "do")


# Python and its packages --------------------------------------------------------------------------


def packed(work: Path, say: Say) -> Path:
    """Make the folder that Python is loaded from: its parts, its library, and our archive."""
    libraries, library = compiled(work, say)
    folder = work / "pyodide"
    _anew(folder)
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
    got += _kernel_wheels(work)
    how = [wheels.LOCK, Path(wheels.__file__), JS / "compile.mjs", PYODIDE / "package.json", *got]
    now = fingerprint([*how, *files_below(INSIDE)])
    jobs: list[str] = []
    if not (stamp.is_file() and read_text(stamp).strip() == now and library.is_file()):
        stamp.unlink(missing_ok=True)
        _anew(others)
        wheels.unpack(got, others)
        shutil.copytree(INSIDE / "piplite", others / "piplite", ignore=_NO_CACHE)
        _anew(plain)
        with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as held:
            held.extractall(plain)
        jobs += [f"{others}=/{SITE_PACKAGES}", f"{plain}=/lib/python314.zip"]
    _anew(course)
    wheels.unpack([wheels.own(work, say)], course)
    jobs += ["--keep", f"{course}=/{SITE_PACKAGES}"]
    say("  compiling Python's packages ...")
    _run([node(), JS / "compile.mjs", *jobs], "The packages could not be compiled")
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


def _anew(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def kernel(work: Path) -> Path:
    """Unpack JupyterLab's side of Python in the browser from its wheel; give the folder."""
    (wheel,) = (work / "wheels").glob(f"{wheels.BUILDER}*.whl")
    place = work / "kernel"
    stamp = place / f"{wheel.stem}.txt"
    if not stamp.is_file():
        _anew(place)
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


def _kernel_wheels(work: Path) -> list[Path]:
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


# JupyterLite --------------------------------------------------------------------------------------


def lite(work: Path, pyodide: Path, say: Say) -> Path:
    """Build JupyterLite with the lessons in it; give the folder."""
    source, built = work / "lite", work / "built"
    _anew(source)
    files = source / "files"
    files.mkdir()
    for path in sorted((CLONE / "notebooks").glob("*.ipynb")):
        write_whole(files / path.name, for_browser(read_text(path)))
    for path in sorted((CLONE / "assignments" / "release").glob("*/*.ipynb")):
        write_whole(files / "assignments" / path.name, for_browser(read_text(path)))
    shutil.copytree(pyodide, source / "static" / "pyodide")
    write_whole(source / "jupyter-lite.json", json.dumps(lite_settings(), indent=1))
    write_whole(source / "overrides.json", json.dumps(overrides(), indent=1))
    build = {
        "apps": APPS,
        "cache_dir": str(work / "cache"),
        "contents": [str(files)],
        "federated_extensions": [
            *(str(labextension(name)) for name in EXTENSIONS),
            str(kernel_extension(work)),
            str(OURS / "extension"),
        ],
        "ignore_sys_prefix": True,
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "output_dir": str(built),
    }
    write_whole(source / "jupyter_lite_config.json", json.dumps({"LiteBuildConfig": build}))
    shutil.rmtree(built, ignore_errors=True)
    say("  building JupyterLite ...")
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    # JupyterLite's builder finds the kernel's part of the work by its entry points.
    modules = os.pathsep.join([str(kernel(work)), os.environ.get("PYTHONPATH", "")])
    _run(command, "JupyterLite could not be built", source, {"PYTHONPATH": modules})
    return built


def for_browser(notebook: str) -> str:
    """Write a notebook as JupyterLite wants it: its kernel's name, texts whole, outputs trusted.

    A server would join the lines of outputs, and would say that our own notebooks are trusted.
    What saved readings say of a terminal goes, for there is none.

    >>> held = for_browser('{"metadata": {}, "cells": [{"cell_type": "code", "metadata": {}, '
    ...     '"source": ["a", "b"], "outputs": [{"data": {"text/html": ["<b>", "</b>"]}}]}]}')
    >>> cell = json.loads(held)["cells"][0]
    >>> cell["source"], cell["outputs"][0]["data"], cell["metadata"]
    ('ab', {'text/html': '<b></b>'}, {'trusted': True})
    """
    held = json.loads(notebook.replace(_in_json(OWN_COPY), ""))
    kernel = {"display_name": "Python", "language": "python", "name": "python"}
    held["metadata"]["kernelspec"] = kernel
    for cell in held["cells"]:
        cell["source"] = _joined(cell["source"])
        if cell["cell_type"] != "code":
            continue
        cell["metadata"]["trusted"] = True
        for output in cell["outputs"]:
            if "text" in output:
                output["text"] = _joined(output["text"])
            for kind, shown in output.get("data", {}).items():
                output["data"][kind] = _joined(shown)
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _joined(text: Any) -> Any:
    lines = isinstance(text, list) and all(isinstance(line, str) for line in text)
    return "".join(text) if lines else text


def lite_settings() -> dict[str, Any]:
    """Give the settings of JupyterLite: our names, our Python, no other host."""
    kernel = {
        "pyodideUrl": "./static/pyodide/python.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": list(PACKAGES)},
    }
    data = {
        "appName": "Threat, Power, Loss",
        "appUrl": "./tree",
        "contentsStorageName": STORAGE,
        "faviconUrl": "./static/favicons/favicon.ico",
        "exposeAppInBrowser": True,  # our page and the tests can speak to it
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": kernel},
    }
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": data}


def overrides() -> dict[str, Any]:
    """Give the settings of JupyterLab: those of the installed course, and the system's theme."""
    ours: dict[str, Any] = {}
    for path in sorted((CLONE / "share" / "jupyter" / "lab" / "settings").rglob("*.json")):
        ours.update(json.loads(read_text(path)))
    ours["@jupyterlab/apputils-extension:themes"] = {"adaptive-theme": True}
    return ours


def finish(built: Path) -> None:
    """Set what JupyterLite's builder has set otherwise, and add what is our own."""
    path = built / "jupyter-lite.json"
    config = json.loads(read_text(path))
    theirs = config["jupyter-config-data"]["litePluginSettings"]
    ours = lite_settings()["jupyter-config-data"]["litePluginSettings"]
    for plugin, settings in ours.items():
        theirs[plugin] = {**theirs.get(plugin, {}), **settings}
    write_whole(path, json.dumps(config, indent=1) + "\n")
    icons = Path(jupyter_server.__file__).parent / "static" / "favicons"
    shutil.copytree(icons, built / "static" / "favicons")
    for name in _NOT_SERVED:
        for one in built.glob(name):
            one.unlink()
    for name in ("sentences.js", "start.js", "lessons.css"):
        shutil.copyfile(OURS / name, built / name)
    for page in [built / "index.html", *(built / app / "index.html" for app in APPS)]:
        root = "./" if page.parent == built else "../"
        write_whole(page, with_ours(read_text(page), root))
    worker = built / "service-worker.js"
    worker.rename(built / "jupyterlite-service-worker.js")
    build = fingerprint(files_below(built, but=()))[:16]
    write_whole(worker, read_text(OURS / "service-worker.js").replace("__BUILD__", build))
    write_whole(built / "build.txt", build + "\n")


_NOT_SERVED = ("rspack.config*.js", "package.json", "doc/*/index.html")
"""What the builder leaves behind and no page asks for; `doc` leads on from addresses of old."""


def with_ours(page: str, root: str) -> str:
    """Put our style and our two first scripts into a page of JupyterLite, and our name.

    >>> with_ours("<head><title>Jupyter</title></head>", "../").count("../")
    3
    """
    head = (
        f'<link rel="stylesheet" href="{root}lessons.css">'
        f'<script src="{root}sentences.js"></script><script src="{root}start.js"></script>'
    )
    page = re.sub(r"<title>.*?</title>", "", page, count=1)
    page = page.replace("<html>", '<html lang="en">', 1)
    # What turns while it loads is no picture of anything.
    page = page.replace(
        '<div id="jupyterlite-galaxy">', '<div id="jupyterlite-galaxy" aria-hidden="true">'
    )
    return page.replace("<head>", f"<head><title>Threat, Power, Loss</title>{head}", 1)


# Tools --------------------------------------------------------------------------------------------


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


def labextension(name: str) -> Path:
    """Find an extension of JupyterLab that is installed beside this Python.

    Raises
    ------
    CourseError
        If it is not there.
    """
    folder = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / name
    if not (folder / "package.json").is_file():
        raise CourseError(
            f"The extension {name} of JupyterLab is missing; build with `python start.py site`, "
            "which installs it."
        )
    return folder


def _run(
    command: Iterable[str | Path],
    fails: str,
    cwd: Path = JS,
    variables: Mapping[str, str] = MappingProxyType({}),
) -> None:
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


STEP = Step("do", "Lessons to do in the browser", sources, make)
