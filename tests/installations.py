"""Folders of the course to break: the real one without its environment, and tiny ones."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.upkeep import environment, lessons, surroundings
from course.upkeep.findings import Place, shipped

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime(2026, 12, 24, 12, tzinfo=UTC)
LEARNERS = (*surroundings.LEARNERS, "start.py", "CITATION.cff")
FEW = (
    *("start.py", "CITATION.cff", "pyproject.toml", "notebooks/", "packs/"),
    *("course/__init__", "course/errors", "course/files", "course/journal", "course/arrival"),
    *("course/lesson.py", "course/upkeep/", "course/static/", "course/shipped/", "course/data/cri"),
    *("course/data/schema.json", "course/messages/lesson3.toml", "requirements.lock"),
)
"""Enough of the course for most faults; a test is quicker with it."""
PACKAGES = ("altair", "anywidget", "ipykernel", "jupyterlab", "narwhals", "traitlets", "pywinpty")


def real(folder: Path, starts: tuple[str, ...] = LEARNERS) -> Path:
    """Copy what a learner needs of this checkout, or the part of it whose names begin so."""
    names = [name for name in shipped(ROOT) if name.startswith(starts)]
    for name in names:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    return folder


def part(folder: Path) -> Path:
    """Make a small but true course: few of its files and packages."""
    real(folder, FEW)
    names = [name for name in shipped(ROOT) if name.startswith(FEW)]
    write(folder / "course/shipped/files.txt", "".join(f"{name}\n" for name in names))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    wanted = "|".join(PACKAGES)
    blocks = re.findall(rf"^(?:{wanted})==.*?(?=^[a-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL)
    assert len(blocks) == len(PACKAGES)
    write(folder / "requirements.lock", "".join(blocks))
    return folder


def fake_environment(folder: Path) -> None:
    """Make a `.venv` that looks like the real one from outside."""
    venv = folder / ".venv"
    packages = venv / "lib" / "python3.11" / "site-packages"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    (venv / "pyvenv.cfg").write_text(
        f"home = {Path(sys.executable).parent}\ncommand = {sys.executable} -m venv --clear {venv}\n"
    )
    lock = environment.locked((folder / "requirements.lock").read_text(encoding="utf-8"))
    for name, (versions, everywhere) in lock.items():
        if not everywhere:
            continue
        module = packages / name.replace("-", "_") / "__init__.py"
        module.parent.mkdir(parents=True)
        module.write_text("x = 1\n")
        info = packages / f"{name.replace('-', '_')}-{max(versions)}.dist-info"
        info.mkdir()
        (info / "RECORD").write_text(f"{module.parent.name}/__init__.py,sha256=x,6\n")
    (packages / "_editable_impl_threat_power_loss.pth").write_text(str(folder))
    (venv / "installed.json").write_text('{"learner": "x"}')
    kernel = venv / "share/jupyter/kernels/python3/kernel.json"
    write(kernel, json.dumps({"argv": ["python", "-m", "ipykernel_launcher"]}))
    for name in ("anywidget", "@jupyter-widgets/jupyterlab-manager"):
        write(venv / "share/jupyter/labextensions" / name / "package.json", "{}")


def write(path: Path, text: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def place(folder: Path, **more: Any) -> Place:
    """Describe a folder for a check, with a home of its own and none of our variables."""
    given: dict[str, Any] = {
        "home": folder.parent / "home", "variables": {}, "system": "linux", "now": NOW,
    }  # fmt: skip
    return Place(folder, folder / ".venv", folder / "my_work", **{**given, **more})


def notebook(*cells: tuple[str, str], outputs: str = "") -> str:
    """Write a notebook; a cell is its id and its code."""
    made = [
        {
            "cell_type": "code",
            "id": id,
            "metadata": {},
            "source": text.splitlines(keepends=True),
            "execution_count": 1 if outputs else None,
            "outputs": [{"output_type": "stream", "name": "stdout", "text": outputs}]
            if outputs
            else [],
        }
        for id, text in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def tiny(folder: Path, version: str, files: dict[str, str]) -> Path:
    """Make a small course: what an update needs, and `files`."""
    own = {
        "pyproject.toml": f'[project]\nname = "threat-power-loss"\nversion = "{version}"\n',
        "start.py": f"# {version}\n",
        "course/__init__.py": f"# {version}\n",
        "course/upkeep/finish.py": f"# {version}\n",
        **files,
    }
    for name, text in own.items():
        write(folder / name, text)
    write(
        folder / lessons.SHIPPED,
        lessons.packed(folder, tuple(n for n in own if n.endswith(".ipynb"))),
    )
    names = sorted([*own, "course/shipped/files.txt", lessons.SHIPPED.as_posix()])
    write(folder / "course/shipped/files.txt", "# files\n" + "".join(f"{n}\n" for n in names))
    lessons.shipped.cache_clear()
    return folder


def zipped(folder: Path, to: Path, inside: str = "kit-main/") -> Path:
    """Pack a folder as a web page would give it out."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.writestr(inside + path.relative_to(folder).as_posix(), path.read_bytes())
    return to


def contents(folder: Path) -> dict[str, str]:
    """Every file with a fingerprint: two folders with the same are the same."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
