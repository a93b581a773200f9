"""Lessons as they were shipped, and what has become of them since.

A copy of the course has no history to ask, so the package carries its lessons a second time, small:
``course/shipped/lessons.zip`` holds each notebook without results. With it a lesson can be compared
and put back, without the internet.
"""

from __future__ import annotations

import ast
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.files import write_whole
from course.upkeep import findings, kept
from course.upkeep.findings import Finding, Place

SHIPPED = Path("course", "shipped", "lessons.zip")
FOLDERS = ("notebooks", "packs")
Notebook = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Compared:
    """How a notebook stands to the lesson as it was shipped.

    Attributes
    ----------
    state
        ``missing``, ``unreadable``, or ``there``.
    gone
        Ids of the lesson's cells that are not in it.
    broken
        Ids of code cells of the lesson that were changed and are no Python any more.
    changed
        Ids of the lesson's other cells whose text was changed.
    own
        How many cells somebody added.
    """

    state: str
    gone: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    own: int = 0

    @property
    def touched(self) -> bool:
        """Whether it holds more, or other words, than what was shipped and the results of it."""
        written = self.gone or self.broken or self.changed or self.own
        return self.state == "unreadable" or bool(written)


def without_results(notebook: Notebook) -> str:
    """Write a notebook as a file, with its cells as they are and nothing below them."""
    cells = []
    for cell in notebook["cells"]:
        clean = {k: v for k, v in cell.items() if k not in ("outputs", "execution_count")}
        if cell["cell_type"] == "code":
            clean |= {"outputs": [], "execution_count": None}
        cells.append(clean)
    return json.dumps({**notebook, "cells": cells}, ensure_ascii=False, indent=1, sort_keys=True)


def found(folder: Path) -> tuple[str, ...]:
    """List the lessons among the files that the course in a folder comes with."""
    starts = tuple(f"{name}/" for name in FOLDERS)
    names = findings.shipped(folder)
    return tuple(name for name in names if name.endswith(".ipynb") and name.startswith(starts))


def packed(folder: Path, names: tuple[str, ...]) -> bytes:
    """Pack lessons as they are shipped: the same lessons give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            text = without_results(json.loads((folder / name).read_text(encoding="utf-8")))
            info = zipfile.ZipInfo(name)  # the first of January 1980, whoever packs it
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, text + "\n", compresslevel=9)
    return buffer.getvalue()


def ship(folder: Path) -> None:
    """Write the small copies of the lessons anew, unless they say the same already."""
    data = packed(folder, found(folder))
    have = (folder / SHIPPED).read_bytes() if (folder / SHIPPED).is_file() else b""
    # Compared by what is in them: another computer may compress the same to other bytes.
    if unpacked(have) != unpacked(data):
        write_whole(folder / SHIPPED, data)
    shipped.cache_clear()


@cache
def shipped(folder: Path) -> dict[str, str]:
    """Read the lessons as they were shipped: path to text; empty if the copies are not there."""
    try:
        return unpacked((folder / SHIPPED).read_bytes())
    except OSError:
        return {}


def unpacked(data: bytes) -> dict[str, str]:
    """Read packed lessons; empty if they are no such thing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    except (zipfile.BadZipFile, UnicodeDecodeError, OSError, EOFError, ValueError):
        return {}


def read(text: str | bytes) -> Notebook | None:
    """Read a notebook; None if it is none."""
    try:
        notebook = json.loads(text)
        for cell in notebook["cells"]:
            str(cell["cell_type"]), source(cell)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return dict(notebook)


def source(cell: dict[str, Any]) -> str:
    """Give the text of a cell, which a file may hold in lines."""
    text = cell["source"]
    return ("".join(text) if isinstance(text, list) else str(text)).rstrip()


def compare(text: str | bytes | None, lesson: str) -> Compared:
    """Compare a notebook's text (None: there is no such file) with the lesson as shipped."""
    if text is None:
        return Compared("missing")
    mine, theirs = read(text), read(lesson)
    if mine is None or theirs is None:
        return Compared("unreadable")
    have = {str(cell.get("id")): cell for cell in mine["cells"]}
    wanted = {str(cell["id"]): cell for cell in theirs["cells"]}
    gone = tuple(id for id in wanted if id not in have)
    other = [id for id in wanted if id in have and source(have[id]) != source(wanted[id])]
    broken = tuple(
        id for id in other if wanted[id]["cell_type"] == "code" and not is_python(source(have[id]))
    )
    changed = tuple(id for id in other if id not in broken)
    added = [c for c in mine["cells"] if str(c.get("id")) not in wanted and source(c)]
    return Compared("there", gone, broken, changed, len(added))


def is_python(text: str) -> bool:
    """Say whether a cell can be run; what IPython adds to Python counts.

    >>> is_python("check('L3.w1')"), is_python("check('L3.w1'"), is_python("%time 1")
    (True, False, True)
    """
    try:
        ast.parse("\n".join(line for line in text.splitlines() if line.strip()[:1] not in "%!?"))
    except (SyntaxError, ValueError):
        return False
    return True


def same_words(one: str | bytes, other: str | bytes) -> bool:
    """Say whether two notebooks have the same cells, whatever their results."""
    a, b = read(one), read(other)
    if a is None or b is None:
        return False
    return [(c.get("id"), source(c)) for c in a["cells"]] == [
        (c.get("id"), source(c)) for c in b["cells"]
    ]


def check(place: Place) -> Iterator[Finding]:
    """Say which lessons are missing, damaged, or lack cells."""
    lessons = shipped(place.folder)
    if not lessons:
        yield Finding(
            "no-shipped-lessons",
            "The course's own copies of its lessons (course/shipped/lessons.zip) are missing or "
            "damaged.",
            "Download the course again and say "
            + place.command("update NEW.zip")
            + " here; your work stays.",
        )
    for name, lesson in lessons.items():
        path = place.folder / name
        try:
            text = path.read_bytes() if path.is_file() else None
        except OSError as error:
            yield Finding(
                "lesson-closed",
                f"{called(name)} cannot be read ({error.strerror}).",
                "Allow reading it, or wait until your cloud storage has fetched it.",
                about=path,
            )
            continue
        yield from _about(place, name, path, compare(text, lesson))


def _about(place: Place, name: str, path: Path, how: Compared) -> Iterator[Finding]:
    again = place.command(f"doctor --lesson {number(name)}")
    yours = "yours is kept in my_work/kept"
    if how.state == "missing":
        yield Finding(
            "lesson-missing",
            f"{called(name)} is missing; it was deleted, moved or renamed.",
            f"Say {place.command('doctor --mend')}: it puts a fresh one there.",
            "lesson",
            path,
        )
    elif how.state == "unreadable":
        yield Finding(
            "lesson-damaged",
            f"{called(name)} is no notebook any more: the file is damaged.",
            f"Say {place.command('doctor --mend')}: it puts a fresh one there, and {yours}.",
            "lesson",
            path,
        )
    elif how.gone or how.broken:
        parts = []
        if how.gone:
            parts.append(f"lacks {_cells(how.gone)} of the course")
        if how.broken:
            parts.append(f"has {_cells(how.broken)} that cannot be run any more")
        yield Finding(
            "lesson-incomplete",
            f"{called(name)} {' and '.join(parts)}.",
            f"If you miss something in it, say {again}: you get a fresh one, and {yours}.",
            about=path,
            note=True,
        )


def _cells(ids: tuple[str, ...]) -> str:
    return f'1 cell ("{ids[0]}")' if len(ids) == 1 else f'{len(ids)} cells (the first: "{ids[0]}")'


def number(name: str) -> str:
    """Give what a lesson is called for on the command line.

    >>> number("notebooks/05_whose_loss.ipynb"), number("packs/cuba_1962/3_whose_loss.ipynb")
    ('5', 'packs/cuba_1962/3_whose_loss.ipynb')
    """
    start = Path(name).name[:2]
    return str(int(start)) if name.startswith("notebooks/") and start.isdecimal() else name


def called(name: str) -> str:
    """Name a lesson in a sentence.

    >>> called("notebooks/03_from_power_to_threat.ipynb")
    'Lesson 3 (notebooks/03_from_power_to_threat.ipynb)'
    """
    short = number(name)
    return f"Lesson {short} ({name})" if short != name else f"The notebook {name}"


def restore(place: Place, wanted: str) -> str:
    """Put a fresh lesson where the learner's is, which is kept; say so.

    Raises
    ------
    CourseError
        If there is no such lesson, or the files cannot be written.
    """
    lessons = shipped(place.folder)
    names = {number(name): name for name in lessons} | {name: name for name in lessons}
    wanted = wanted.strip()
    name = names.get(wanted) or names.get(wanted.removeprefix("0"))
    if name is None:
        known = [number(n) for n in lessons if number(n).isdecimal()]
        between = f"; say a number from {known[0]} to {known[-1]}" if known else ""
        raise CourseError(f"There is no lesson {wanted}{between}.")
    path = place.folder / name
    moved = kept.set_aside(place, path) if path.exists() else None
    write_whole(path, lessons[name])
    was = f"; yours is kept as {place.shown(moved)}" if moved else ""
    return f"{called(name)} is fresh again{was}. Close its tab in JupyterLab and open it anew."
