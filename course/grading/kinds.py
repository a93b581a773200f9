"""What kinds of files people hand in, and which of several notebooks is the one to mark."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from course.journal import FORMAT

BESIDE = ("journal.jsonl", "timestamp.txt")
"""Files beside the notebook that are taken along; a browser may have numbered them."""
TABLE = "who is who.csv"
"""What `course collect` writes beside the folders; no submission."""
MAY_BE_JOURNALS = (".jsonl", ".json", ".txt")
"""How a journal may end that somebody has renamed; what is in it decides."""
KINDS = {
    ".docx": "a Word file", ".doc": "a Word file", ".odt": "a text document", ".rtf": "a text",
    ".pages": "a Pages file", ".pdf": "a PDF", ".html": "a web page", ".htm": "a web page",
    ".py": "a Python file", ".md": "a text", ".png": "a picture", ".jpg": "a picture",
    ".jpeg": "a picture",
}  # fmt: skip
"""What is handed in by mistake in place of a notebook, by the end of its name."""


def beside(name: str) -> str:
    """Give the name under which a file is taken along; empty if it is not.

    >>> beside("journal (1).jsonl")
    'journal.jsonl'
    """
    plain = re.sub(r" ?\(\d+\)(?=\.\w+$)", "", name)
    return plain if plain in BESIDE else ""


def is_journal(data: bytes) -> bool:
    """Say by its first line whether a file is a journal of this course, whatever it is called.

    >>> is_journal(b'{"format": "threat-power-loss journal"}'), is_journal(b"{}")
    (True, False)
    """
    try:
        head = json.loads(data[:2000].removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(head, dict) and head.get("format") == FORMAT


def number_of(name: str) -> int:
    """Read the number that a browser or a platform put behind a name; 0 without one.

    >>> number_of("P3 (2).ipynb"), number_of("P3-1.ipynb"), number_of("P3.ipynb")
    (2, 1, 0)
    """
    found = re.search(r"(?: ?\((\d{1,2})\)|-(\d{1,2}))$", PurePosixPath(name).stem)
    return int(found[1] or found[2]) if found else 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A notebook that may be the one to mark."""

    name: str
    when: float
    notebook: Any
    cells: int
    right: bool

    @property
    def order(self) -> tuple[object, ...]:
        """By what of two notebooks one is taken: the assignment, the time, then the number."""
        number = number_of(self.name)
        return self.cells > 0, self.when, number, self.right, self.cells

    @property
    def text(self) -> tuple[str, ...]:
        """All that is written in it; copies are no second version."""
        return tuple(cell.source.strip() for cell in self.notebook.cells)


def chosen(best: Candidate, found: Sequence[Candidate]) -> tuple[tuple[str, ...], bool]:
    """Say which of several notebooks was taken, and whether that is a guess."""
    others = [one for one in found if one.text != best.text]
    if not others:
        return (), False
    n, name = len(others) + 1, best.name
    rivals = [one for one in others if bool(one.cells) == bool(best.cells)]
    if all(one.when < best.when for one in rivals):
        why = "the latest" if rivals else "the one of this assignment"
        return (f"{n} different notebooks came in; {name}, {why}, was marked.",), False
    return (
        f"{n} different notebooks of the same time came in; {name} was marked, and that is a "
        "guess. Whoever marks looks at both.",
    ), True
