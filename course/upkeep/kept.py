"""What is the learner's own, and where it is kept when something has to take its place.

Nothing of the learner's is ever deleted. What makes room is moved, whole, to a folder of its own in
``my_work/kept``, with the day in its name.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from course.errors import CourseError
from course.upkeep.findings import Place
from course.upkeep.finish import copy_whole

OURS = (
    *(".git", ".venv", ".venv-old", ".cache", ".jupyter", ".update", ".ipynb_checkpoints"),
    *("__pycache__", "node_modules", ".mypy_cache", ".pytest_cache", ".ruff_cache"),
    *(".hypothesis", ".conda"),
)
"""Folders that hold nothing of the learner's, wherever they are."""


def built(folder: Path) -> Iterator[Path]:
    """List what building the web site has made in a folder of the course, by what it leaves there.

    A learner's own folder called ``site`` has none of the stamps of `course.site.steps`.
    """
    if any((folder / "site").glob(".*.made")):
        yield folder / "site"
    work = folder / "artifacts" / "site-work"
    if work.is_dir():
        yield work if len(list(work.parent.iterdir())) > 1 else work.parent


def new_folder(place: Place) -> Path:
    """Name a folder in ``my_work/kept`` that is not there yet; it is made when it is needed."""
    day = place.now.date().isoformat()
    for number in count(1):
        folder = place.work / "kept" / (day if number == 1 else f"{day}-{number}")
        if not folder.exists():
            return folder
    raise AssertionError  # count() does not end


def set_aside(place: Place, file: Path, to: Path | None = None) -> Path:
    """Move a file or folder of the learner's to ``my_work/kept``; give its new place.

    Raises
    ------
    CourseError
        If it cannot be moved; then it is where it was.
    """
    inside = file.is_relative_to(place.folder)
    name = file.relative_to(place.folder) if inside else Path(file.name)
    target = (to or new_folder(place)) / name
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.is_file() and not file.is_symlink():
            copy_whole(file, target)
            file.unlink()
        else:
            file.rename(target)
    except OSError as error:
        raise CourseError(
            f"{place.shown(file)} could not be moved to {place.shown(target.parent)} "
            f"({error.strerror}); close what has it open and try again."
        ) from error
    return target


def files_in(folder: Path, *, without: tuple[str, ...] = OURS) -> Iterator[Path]:
    """List the files below a folder; links are not followed, and left out."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name not in without and not (Path(root) / name).is_symlink()
        )
        for name in sorted(names):
            path = Path(root) / name
            if path.is_file() and not path.is_symlink():
                yield path


def own_files(folder: Path, listed: frozenset[str]) -> Iterator[Path]:
    """List the files in a folder of the course that it did not come with."""
    made = (*built(folder), folder / "my_work")
    for path in files_in(folder):
        name = path.relative_to(folder)
        if any(path != top and path.is_relative_to(top) for top in made):
            continue
        if any(part.endswith(".egg-info") for part in name.parts):
            continue
        if name.as_posix() not in listed:
            yield path
