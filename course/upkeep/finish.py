"""Carry an update through, or go on with one that was interrupted.

`course.upkeep.update` prepares everything in the folder ``.update`` and changes nothing else. One
rename, of ``.update/preparing`` to ``.update/ready``, decides; from then on what is here moves each
file into its place, and may be stopped and begun again at any moment.

This file imports nothing of the course: half of the files beside it may be of the old version and
half of the new. For the same reason what lies in ``.update/ready`` keeps its form from version to
version: ``plan.json`` (its ``sums`` may be missing), ``files``, ``kept``.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import Any

FOLDER = ".update"
SINCE = "since"
"""Below the folder of what is kept: what was changed while the update waited."""


def waiting(folder: Path) -> bool:
    """Say whether an update was begun here and is not finished."""
    return (folder / FOLDER / "ready" / "plan.json").is_file()


def finish(folder: Path) -> dict[str, Any]:
    """Move everything that is ready into its place; give the plan that was carried out.

    Raises
    ------
    OSError
        If a file cannot be moved, being open elsewhere for instance; call it again later.
    """
    ready = folder / FOLDER / "ready"
    plan: dict[str, Any] = json.loads((ready / "plan.json").read_text(encoding="utf-8"))
    # First what is the learner's: copied, so that a second time finds it again.
    for file in everything(ready / "kept"):
        copy_whole(file, Path(plan["kept"]) / file.relative_to(ready / "kept"))
    # The code that does this goes first, the version last.
    new = everything(ready / "files")
    new.sort(key=lambda file: (file.name == "pyproject.toml", "upkeep" not in file.parts, file))
    for file in new:
        target = folder / file.relative_to(ready / "files")
        save(plan, folder, target, file)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file, target)  # noqa: PTH105 (one word for one step)
    for name in plan["gone"]:
        target = folder / name
        save(plan, folder, target)
        target.unlink(missing_ok=True)
        while target.parent != folder:
            target = target.parent
            try:
                target.rmdir()
            except OSError:
                break  # something of somebody's is in it
    clear(folder)
    return plan


def save(plan: dict[str, Any], folder: Path, target: Path, file: Path | None = None) -> None:
    """Copy what is about to go, if it was changed since the update was prepared."""
    if "sums" not in plan or not target.is_file():
        return
    name, now = target.relative_to(folder), fingerprint(target)
    if now != plan["sums"].get(name.as_posix()) and (file is None or now != fingerprint(file)):
        copy_whole(target, Path(plan["kept"]) / SINCE / name)


def fingerprint(file: Path) -> str:
    """Give one number for the contents of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def clear(folder: Path) -> None:
    """Remove the folder ``.update``, whatever of it is left."""
    ready = folder / FOLDER / "ready"
    if ready.exists():
        # In one step, so that no half of it is taken for an update that waits.
        shutil.rmtree(folder / FOLDER / "done", ignore_errors=True)
        ready.rename(folder / FOLDER / "done")
    shutil.rmtree(folder / FOLDER, ignore_errors=True)


def everything(folder: Path) -> list[Path]:
    """List all files below a folder."""
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def copy_whole(file: Path, target: Path) -> None:
    """Copy a file so that at any moment there is the whole of it or nothing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.half")
    shutil.copy2(file, half)
    os.replace(half, target)  # noqa: PTH105
