"""The half of the site where lessons are done: JupyterLite, with Python in the browser.

Everything comes from the site itself. Python (pyodide) is npm's; its packages are our own lock's,
compiled beforehand and in one archive; JupyterLite is set by its own settings, and gets one small
extension of ours and a service worker that keeps what was loaded for the next visit.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupyter_server

from course.errors import CourseError
from course.files import CLONE, PACKAGE, read_text, write_whole
from course.lesson import OWN_COPY
from course.pack_lessons import lessons_of
from course.site.pack_pages import HOME, shipped
from course.site.packing import (
    INSIDE,
    JS,
    OURS,
    PYODIDE,
    anew,
    kernel,
    kernel_extension,
    packed,
    run,
)
from course.site.steps import Say, Step, files_below, fingerprint, mirror

EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "anywidget",
    "jupyterlab_pygments",
)
"""What JupyterLite gets of what is installed here, for the widgets."""
APPS = ("notebooks", "tree")
PACKAGES = ("micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython")
"""What the kernel would install when it starts; it is told that they are there. Of these micropip,
piplite and jedi are not: nothing is installed in the browser, and jedi's help is not worth its
4 MB (the kernel's own completion does without)."""
STORAGE = "Threat, Power, Loss"
"""The name of the browser's database with the learner's files."""


def sources() -> Iterator[Path]:
    """Give the files that this half depends on."""
    yield from files_below(CLONE / "notebooks", CLONE / "assignments" / "release", CLONE / "packs")
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


def lite(work: Path, pyodide: Path, say: Say) -> Path:
    """Build JupyterLite with the lessons in it; give the folder."""
    source, built = work / "lite", work / "built"
    anew(source)
    files = source / "files"
    files.mkdir()
    for path in sorted((CLONE / "notebooks").glob("*.ipynb")):
        write_whole(files / path.name, for_browser(read_text(path)))
    for path in sorted((CLONE / "assignments" / "release").glob("*/*.ipynb")):
        write_whole(files / "assignments" / path.name, for_browser(read_text(path)))
    for folder in shipped():
        for path in lessons_of(folder):
            text = for_browser(read_text(path)).replace(HOME, "](../../")
            write_whole(files / "packs" / folder.name / path.name, text)
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
    run(command, "JupyterLite could not be built", source, {"PYTHONPATH": modules})
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
        cell["execution_count"] = None  # a number would say that it was run here
        for output in cell["outputs"]:
            if "execution_count" in output:
                output["execution_count"] = None
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


STEP = Step("do", "Lessons to do in the browser", sources, make)
