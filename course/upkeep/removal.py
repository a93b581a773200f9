"""Goodbye: what the course installed goes; what the learner made stays, unless they say otherwise.

Nothing outside the folder is touched. `start.py` lets Jupyter, IPython, uv and pip keep their own
files inside it, so there should be nothing outside.
"""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.upkeep import finish, kept
from course.upkeep.findings import Place, shipped, version_of
from course.upkeep.update import closed

Say = Callable[[str], None]
FOLDERS = (
    *(
        ".venv",
        ".venv-old",
        ".cache",
        ".jupyter",
        ".update",
        "js/node_modules",
        "hub/node_modules",
    ),
    *(".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis"),
)
STARTS = ("course", "notebooks", "packs", "tests", "tools", "benchmarks", "js", "docs", ".")


def installed(folder: Path) -> Iterator[Path]:
    """List what the kit has made in the folder and can make again."""
    for name in FOLDERS:
        if (folder / name).exists() or (folder / name).is_symlink():
            yield folder / name
    yield from kept.built(folder)
    yield from sorted(folder.glob("*.egg-info"))
    for start in STARTS:
        caches = (folder / start).rglob("__pycache__") if start != "." else folder.glob("__py*__")
        yield from sorted(p for p in caches if "node_modules" not in p.parts and p.is_dir())


def uninstall(place: Place, say: Say, *, everything: bool = False, yes: bool = False) -> None:
    """Remove what was installed; with `everything` the course and the learner's work too.

    Raises
    ------
    CourseError
        If this is no folder of the course, it is open, or `yes` is missing.
    """
    if not version_of(place.folder):
        raise CourseError("This is not a folder of the course, so nothing was removed.")
    if Path(sys.prefix).resolve() == (place.folder / ".venv").resolve():
        raise CourseError(
            f"The Python that runs this is the one that would be removed; say "
            f"{place.command('uninstall')} in a new terminal."
        )
    if finish.waiting(place.folder):
        raise CourseError(
            f"An update was begun here and is not finished; say {place.command('update')} first, "
            "then say this again. Nothing was removed."
        )
    closed(place)
    if everything and not yes:
        raise CourseError(
            "This deletes the course and all of your work in it, journal and answers too, for "
            "good. To keep the journal, say `course journal export` first; then say "
            f"{place.command('uninstall --everything --yes')}."
        )
    removed = [name for path in [*installed(place.folder)] if (name := _remove(place, path))]
    if removed:
        say(f"Removed: {', '.join(removed[:6])}{' and more' if len(removed) > 6 else ''}.")
    else:
        say("Nothing was installed here.")
    if everything:
        _everything(place, say)
        return
    say(f"Left here: {', '.join(_left(place))}.")
    say(
        f"To remove the rest, delete the folder {place.folder}; keep `my_work` first if you still "
        f"need your journal and answers. To use the course again, say {place.command('open')}."
    )
    _elsewhere(place, say)


def _left(place: Place) -> list[str]:
    own = list(kept.own_files(place.folder, frozenset(shipped(place.folder))))
    names = ["the lessons with what you did in them", "the rest of the course"]
    if place.work.is_dir() and place.work_inside:
        names.insert(0, "`my_work` with your journal and answers")
    if own:
        names.insert(
            1, "1 other file of yours" if len(own) == 1 else f"{len(own)} other files of yours"
        )
    return names


def _remove(place: Place, path: Path) -> str:
    """Remove a folder or a link; a link's target is left alone."""
    if not _inside(place, path):
        return ""
    try:
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif sys.version_info >= (3, 12):
            shutil.rmtree(path, onexc=_allow)
        else:
            shutil.rmtree(path, onerror=_allow)
    except OSError as error:
        raise CourseError(
            f"{error.filename} could not be removed ({error.strerror}); close the programs that "
            "use this folder and say the same again."
        ) from error
    return place.shown(path)


def _inside(place: Place, path: Path) -> bool:
    """Say whether a path lies in the folder even when every link on the way is followed."""
    return path.parent.resolve().is_relative_to(place.folder.resolve())


def _allow(function: Callable[..., Any], path: str, _error: object) -> None:
    """Allow writing and try once more: Windows refuses to delete a file that is read-only."""
    for one in (Path(path).parent, Path(path)):
        if one.exists() and not one.is_symlink():
            one.chmod(one.stat().st_mode | stat.S_IRWXU)
    function(path)


def _everything(place: Place, say: Say) -> None:
    for name in shipped(place.folder):
        if _inside(place, place.folder / name):
            (place.folder / name).unlink(missing_ok=True)
    usual = place.folder / "my_work"
    if place.work_inside and place.work.resolve() == usual.resolve() and usual.is_dir():
        _remove(place, usual)
    stays = place.work.resolve() if place.work_inside and place.work.is_dir() else None
    for root, _, _ in sorted(os.walk(place.folder), reverse=True):
        path = Path(root)
        if path == place.folder or ".git" in path.relative_to(place.folder).parts:
            continue
        if stays is not None and path.resolve().is_relative_to(stays):
            continue
        if path.name == ".ipynb_checkpoints":
            _remove(place, path)
        elif not any(path.iterdir()):
            path.rmdir()
    left = [p.name for p in sorted(place.folder.iterdir())]
    here = place.work.is_dir()
    say("The course is deleted." if here else "The course and your work in it are deleted.")
    if left:
        say(
            f"Left in {place.folder}, because the course did not bring it: {', '.join(left)}. "
            "Delete the folder if you do not need it."
        )
    else:
        say(f"The folder {place.folder} is empty now; delete it.")
    _elsewhere(place, say)


def _elsewhere(place: Place, say: Say) -> None:
    if place.work.is_dir() and place.work.resolve() != place.folder.resolve() / "my_work":
        say(f"Your work is kept in {place.work.resolve()}; it was not touched.")
