#!/usr/bin/env python3
"""Open the course, or test it: the one entry point, on every system, with nothing but Python.

    python start.py open     install what is missing, open JupyterLab on the first lesson
    python start.py test     install what is missing, pass every test
    python start.py check    the fast part of the tests, for someone who is editing
    python start.py site     build the course as a web site, in the folder `site`
    python start.py hub      start a JupyterHub for a class (on Linux, as root; see hub/README.md)
    python start.py lock     write the lock files anew after a change in pyproject.toml

When something is wrong, a new version, goodbye (each with --help):

    python start.py doctor      say what is wrong with this installation; --mend mends it
    python start.py update      bring a new version here; your work stays
    python start.py uninstall   remove what was installed; your work stays

Everything goes into folders beside this file (`.venv`, `.cache`, `.jupyter`), nothing elsewhere.
"""

from __future__ import annotations

import sys

if __name__ == "__main__" and not getattr(sys.flags, "safe_path", False):
    del sys.path[0]  # so that a file saved beside this one, random.py say, is no library

import argparse
import hashlib
import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import webbrowser
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# -P: a file in this folder that has a library's name must not take its place.
PIP = [PYTHON, "-P", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
STAMP = VENV / "installed.json"
FIRST_LESSON = "notebooks/00_start_here.ipynb"
HELP = "`python3 start.py doctor` (Windows: `py start.py doctor`) looks for the cause."
LOCKS = {
    "learner": "requirements.lock",
    "site": "requirements-site.lock",
    "hub": "requirements-hub.lock",
    "tests": "requirements-dev.lock",
}
"""What each kind of use installs; the last holds all of the others."""
BROWSER_LOCK = "requirements-browser.lock"
"""What the web site gives to Python in the browser; nothing of it is installed here."""
UPKEEP = ("doctor", "update", "uninstall")
"""What `course.upkeep` does, which needs no environment."""


class Stop(Exception):
    """A sentence for the person at the keyboard: what is wrong and what to do."""


def run(command: Sequence[str | Path], *, why: str, more: Mapping[str, str] | None = None) -> None:
    """Run `command` in the project folder; on failure stop with the sentence `why`."""
    env = {**(more or {}), **variables()}
    result = subprocess.run([str(c) for c in command], cwd=HERE, env=env)
    if result.returncode:
        raise Stop(why)


def variables() -> dict[str, str]:
    """Give the variables for what is run: nothing of another Python, nothing kept elsewhere."""
    strange = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP")
    own = {name: value for name, value in os.environ.items() if name not in strange}
    own["PATH"] = os.pathsep.join([str(BIN), own.get("PATH", "")])
    for name in ("UV_CACHE_DIR", "PIP_CACHE_DIR", "NPM_CONFIG_CACHE"):
        own.setdefault(name, str(HERE / ".cache" / name.split("_")[0].lower()))
    return own


def fingerprint(lock: str) -> str:
    """What an installation depends on: this Python, the lock, and how the package is built."""
    files = [HERE / lock, HERE / "pyproject.toml"]
    files += [p for p in sorted((HERE / "share").rglob("*")) if p.is_file()]
    # The folder too: what is installed holds its address, so a moved folder is installed anew.
    parts = [sys.version.encode(), str(HERE).encode(), *(file.read_bytes() for file in files)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed() -> dict[str, str]:
    """Read which sets of packages are in `.venv`, each with the fingerprint it was made from."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def install(wanted: str) -> None:
    """Create `.venv` and install the locked packages, unless that is done already."""
    have = installed()
    fresh = any(have.get(level) == fingerprint(LOCKS[level]) for level in {wanted, "tests"})
    if fresh and PYTHON.exists():
        return
    if not PYTHON.exists() or not have:
        print("Making a Python environment in the folder .venv ...", flush=True)
        why = (
            "Could not make a Python environment; on Debian or Ubuntu install the package "
            "python3-venv, then run this again."
        )
        run([sys.executable, "-P", "-m", "venv", "--clear", VENV], why=why)
    STAMP.unlink(missing_ok=True)
    print("Installing the pinned packages (well under a minute on most computers) ...", flush=True)
    install_packages(LOCKS[wanted])
    why = f"The course could not be installed in place; the lines above say why. {HELP}"
    run([*PIP, "--no-deps", "--no-build-isolation", "--editable", HERE], why=why)
    have = {wanted: fingerprint(LOCKS[wanted])}
    STAMP.write_text(json.dumps(have) + "\n", encoding="utf-8")


def install_packages(lock: str) -> None:
    """Install what the lock names: with uv, which is many times faster, or else with pip.

    uv knows nothing of pip's settings (a campus mirror, say), so pip is what we fall back on.
    """
    uv = re.search(r"^uv==.*?(?=^\S)", (HERE / lock).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    only_uv = VENV / "uv.txt"
    only_uv.write_text(uv.group() if uv else "", encoding="utf-8")
    try:
        run([*PIP, "--no-deps", "--require-hashes", "-r", only_uv], why="")
        uv_install = [
            BIN / "uv",
            "pip",
            "install",
            "--quiet",
            "--compile-bytecode",
            "--python",
            PYTHON,
        ]
        run([*uv_install, "--no-deps", "--require-hashes", "-r", HERE / lock], why="")
    except Stop:
        print("Trying the slower way ...", flush=True)
        why = (
            "The packages could not be installed; look at the lines above, check that this "
            "computer is online, and run the same command again: it goes on where it stopped."
        )
        run([*PIP, "--no-deps", "--require-hashes", "-r", HERE / lock], why=why)


def install_javascript(folder: str = "js") -> None:
    """Install the JavaScript packages of a folder, from its own lock, with the Node in `.venv`."""
    lock = HERE / folder / "package-lock.json"
    stamp = HERE / folder / "node_modules" / ".installed"
    want = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == want:
        return
    why = "The JavaScript packages could not be installed; check the network and run this again."
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    run([BIN / "npm", "ci", "--prefix", HERE / folder, *quiet], why=why)
    stamp.write_text(want, encoding="utf-8")


def port_is_free(port: int) -> bool:
    """Say whether a server can listen on `port` of this computer."""
    with socket.socket() as s:
        return s.connect_ex(("127.0.0.1", port)) != 0


def open_course(port: int | None) -> None:
    """Open JupyterLab on the first lesson; it stays until Ctrl+C."""
    if port is not None and not 0 < port < 65536:
        raise Stop("A port is a number from 1 to 65535; leave out --port, and a free one is found.")
    if port is not None and not port_is_free(port):
        raise Stop(f"Port {port} is in use; leave out --port, and a free one is found.")
    install("learner")
    # By its address, and not as a file, so that the address that is printed leads there too.
    command: list[str | Path] = [PYTHON, "-P", "-m", "jupyterlab"]
    command.append(f"--LabApp.default_url=/lab/tree/{FIRST_LESSON}")
    command.append("--log-level=ERROR")  # of all that is said, the address is still there
    if port is not None:
        command += [f"--port={port}", "--ServerApp.port_retries=0"]
    if getattr(os, "geteuid", lambda: 1)() == 0:
        command.append("--allow-root")  # in a container there is often no other user
    try:
        webbrowser.get()
    except webbrowser.Error:
        command.append("--no-browser")
        print("No web browser was found here; open the address below in one.", flush=True)
    print(
        "The course opens; leave this window open while you work. Ctrl+C here ends it.", flush=True
    )
    try:
        # What Jupyter writes stays here, and no other Jupyter's settings break this one.
        own = upkeep("jupyter").own_folders(HERE)
        run(command, why=f"JupyterLab stopped; the lines above say why. {HELP}", more=own)
    except KeyboardInterrupt:
        print("\nClosed. Your notebooks and your journal are saved in this folder.")


def checks(fast: bool) -> None:
    """Run the style, type and test commands in turn; stop at the first that fails."""
    install("tests")
    install_javascript()
    if sys.platform == "linux":
        install_javascript("hub")
    run([BIN / "ruff", "check", "."], why="ruff found something to mend; see above.")
    run([BIN / "ruff", "format", "--check", "."], why="Run `ruff format .` and commit the result.")
    run([PYTHON, "-m", "mypy"], why="mypy found something to mend; see above.")
    pytest = [PYTHON, "-m", "pytest"]
    # Cells of one notebook share a kernel, so a file stays on one core.
    parallel = [*pytest, "-n", "auto", "--dist", "loadfile", "--ignore=tests/browser"]
    run([*parallel, "-m", "not slow"] if fast else parallel, why="Some tests failed; see above.")
    if not fast:
        run([*pytest, "tests/browser"], why="Some tests in the browser failed; see above.")


def site() -> None:
    """Build the web site: what has not changed since the last time is left alone."""
    install("site")
    install_javascript()
    run([PYTHON, "-m", "course", "site"], why="The site is not finished; the lines above say why.")


def hub() -> None:
    """Start a JupyterHub for a class; it stays until Ctrl+C."""
    if sys.platform != "linux":
        raise Stop("A hub needs a server with Linux; on this computer use `python start.py open`.")
    install("hub")
    install_javascript("hub")
    try:
        why = "The hub has stopped; the lines above say why."
        run([PYTHON, "-m", "jupyterhub", "-f", "hub/jupyterhub_config.py"], why=why)
    except KeyboardInterrupt:
        print("\nThe hub is closed, and everybody's server with it.")


def lock() -> None:
    """Write the lock files from pyproject.toml, with hashes and without addresses."""
    install("tests")
    levels = {
        "learner": ["lab"],
        "site": ["lab", "site"],
        "hub": ["lab", "hub"],
        "tests": ["lab", "site", "hub", "test"],
    }
    for level, extras in levels.items():
        command: list[str | Path] = [BIN / "uv", "pip", "compile", "--quiet", "--universal"]
        command += ["--python-version=3.11", "--generate-hashes", "--no-emit-index-url"]
        command += ["--no-header", "--upgrade", "pyproject.toml", "-o", LOCKS[level]]
        command += [f"--extra={e}" for e in extras]
        if level != "learner":
            command += ["--constraint", LOCKS["learner"]]
        run(command, why="The lock could not be written; see above.")
    run([PYTHON, "tools/environment.py"], why="environment.yml could not be written; see above.")
    browser_lock()


def browser_lock() -> None:
    """Write the lock of what Python needs in the browser, from tools/browser.in."""
    command: list[str | Path] = [BIN / "uv", "pip", "compile", "--quiet", "--upgrade"]
    # The Python in the pinned pyodide, which is WebAssembly.
    command += ["--python-version=3.14", "--python-platform=wasm32-pyodide2025"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header"]
    command += ["--excludes=tools/browser-without.in", "tools/browser.in", "-o", BROWSER_LOCK]
    run(command, why="The lock for the browser could not be written; see above.")


def upkeep(module: str) -> Any:
    """Import a module of `course.upkeep` from this folder, and from nowhere else.

    They need the standard library only, so they work where the environment does not.
    """
    try:
        if "course" not in sys.modules:
            spec = importlib.util.spec_from_file_location("course", HERE / "course" / "__init__.py")
            assert spec is not None and spec.loader is not None
            sys.modules["course"] = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(sys.modules["course"])
        return importlib.import_module(f"course.upkeep.{module}")
    except (ImportError, OSError, SyntaxError, ValueError) as error:
        raise Stop(
            f"The folder of the course is not complete ({error}); download the course again, "
            "unpack it elsewhere, and say `python3 start.py update --from THIS-FOLDER` there (on "
            "Windows `py` in place of `python3`): it brings your work over."
        ) from error


def reinstall() -> None:
    """Install anew, for the use it was made for; where that fails, the old environment stays."""
    level = next((level for level in reversed(LOCKS) if level in installed()), "learner")
    old = VENV.with_name(".venv-old")
    try:
        shutil.rmtree(old, ignore_errors=True)
        if VENV.exists() or VENV.is_symlink():
            VENV.rename(old)
        install(level)
    except (Stop, OSError) as error:
        if old.exists():
            shutil.rmtree(VENV, ignore_errors=True)
            old.rename(VENV)
        raise upkeep("mending").CourseError(f"It could not be installed anew. {error}") from error
    shutil.rmtree(old, ignore_errors=True)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["open", "test", "check", "site", "hub", "lock", *UPKEEP])
    parser.add_argument("--port", type=int, help="with open: the port JupyterLab listens on")
    given = list(sys.argv[1:] if arguments is None else arguments)
    what = given[0] if given[:1] and given[0] in UPKEEP else ""
    args = parser.parse_args(given[:1] if what else given)
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an older Python meets first)
            raise Stop("The course needs Python 3.11 or newer; install one and run this with it.")
        if what:
            return int(upkeep("command").main(what, given[1:], HERE, reinstall))
        begun = (HERE / ".update" / "ready" / "plan.json").is_file()
        if begun and upkeep("command").main("update", [], HERE, reinstall):
            return 1
        if args.what == "open":
            open_course(args.port)
        elif args.what == "lock":
            lock()
        elif args.what == "site":
            site()
        elif args.what == "hub":
            hub()
        else:
            checks(fast=args.what == "check")
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; run the same command again to go on.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
