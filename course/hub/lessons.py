"""The lessons on their way into somebody's own folder on a server.

They lie once on the server, where nobody can change them. Each time a person's JupyterLab starts,
what is missing in their own folder is copied there. What they changed is never written over: a
newer version of such a lesson is laid beside it, under another name.

A lesson counts as changed when the text of a cell is another; to run it is not to change it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Literal

from course.errors import CourseError
from course.files import read_text, write_whole

RECORD = ".brought.json"
"""What was copied: the name of each file, and a checksum of what its cells said."""
FIRST = "00_start_here.ipynb"
MOST = 50
"""Newer versions of one lesson that are kept beside each other."""

Step = Literal["copy", "keep", "replace", "beside"]


def decide(there: str | None, brought: str | None, new: str) -> Step:
    """Decide what happens to one lesson, from three checksums.

    `there` is of the learner's file (None: there is none), `brought` of what was copied last,
    `new` of what the server has now.

    >>> decide(None, None, "1"), decide("1", "1", "1"), decide("1", "1", "2")
    ('copy', 'keep', 'replace')

    A learner's own version stays; the newer one is offered once.

    >>> decide("mine", "1", "1"), decide("mine", "1", "2"), decide("mine", "2", "2")
    ('keep', 'beside', 'keep')
    """
    if there is None:
        return "copy"
    if there == new or brought == new:
        return "keep"
    return "replace" if there == brought else "beside"


def said(text: str) -> str:
    """Give a checksum of what the cells of a notebook say, whatever they show.

    >>> cell = {"cell_type": "code", "source": ["a = 1"], "outputs": [1]}
    >>> ran = {**cell, "source": "a = 1", "outputs": [2], "execution_count": 7}
    >>> said(json.dumps({"cells": [cell]})) == said(json.dumps({"cells": [ran]}))
    True
    """
    try:
        cells = json.loads(text)["cells"]
        parts = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
        text = json.dumps(parts)
    except (ValueError, LookupError, TypeError):
        pass  # no notebook, or a damaged one: then every letter counts
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def bring(source: Path, to: Path) -> list[str]:
    """Copy the lessons of `source` into `to`; say in sentences what was laid beside.

    Raises
    ------
    CourseError
        If there are none, or a file cannot be read or written.
    """
    lessons = sorted(source.glob("*.ipynb"))
    if not lessons:
        raise CourseError(f"There are no lessons in {source}; is the course there as a whole?")
    before = _record(to)
    brought, sentences = dict(before), []
    for path in lessons:
        text = read_text(path)
        new, name = said(text), path.name
        step = decide(_said_there(to / name), brought.get(name), new)
        if step in ("copy", "replace"):
            write_whole(to / name, text)
        elif step == "beside":
            other = _beside(to, name, new, brought)
            write_whole(to / other, text)
            brought[other] = new
            sentences.append(f"{name} is yours and stays; the newer version is {other}.")
        brought[name] = new
    if brought != before:
        write_whole(to / RECORD, json.dumps(brought, indent=1) + "\n")
    return sentences


def _record(to: Path) -> dict[str, str]:
    """Read what was brought before; a damaged record counts as none, and nothing is lost."""
    try:
        found = json.loads((to / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def _said_there(path: Path) -> str | None:
    try:
        return said(path.read_text(encoding="utf-8", errors="surrogateescape"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return "cannot be read"  # then it is not touched


def _beside(to: Path, name: str, new: str, brought: dict[str, str]) -> str:
    """Find a name for a newer version: one that is free, or whose file nobody has changed."""
    stem = name.removesuffix(".ipynb")
    for number in range(1, MOST + 1):
        other = f"{stem} (new).ipynb" if number == 1 else f"{stem} (new {number}).ipynb"
        if _said_there(to / other) in (None, new, brought.get(other)):
            return other
    raise CourseError(f"There are {MOST} copies of {name} in {to}; delete those you do not need.")
