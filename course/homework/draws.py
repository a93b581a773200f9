"""Numbers of one's own: what each student works with, drawn from who they are.

Two students with different ids get different numbers and cases, so that an answer cannot be copied
blindly; the same student always gets the same ones, on every computer and in every Python, and
whoever marks can work them out again. Nothing is stored.

The draw is no secret: it is a checksum of three public words. It stops copying, not cheating.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
COURSE = "threat-power-loss"
"""The course id unless a teacher has chosen one; another id draws other numbers."""


def student_key(student: str) -> str:
    """Write an id as it is compared: without regard to case, outer spaces or Unicode form.

    >>> student_key(" Anna.K ") == student_key("anna.k")
    True
    """
    return unicodedata.normalize("NFKC", student).strip().casefold()


@dataclass(frozen=True, slots=True)
class Draw:
    """The draws of one student for one assignment of one course; each has a label of its own.

    >>> mine = Draw("threat-power-loss", "P3", "anna.k")
    >>> mine.pick("loss", (400, 800, 1000)) == mine.pick("loss", (400, 800, 1000))
    True
    """

    course: str
    assignment: str
    student: str

    def number(self, label: str, below: int) -> int:
        """Draw a whole number from 0 to `below` - 1, all equally likely.

        The SHA-256 of the four words as a number, modulo `below`.
        """
        words = (self.course, self.assignment, student_key(self.student), label)
        digest = hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest, "big") % below

    def pick(self, label: str, options: Sequence[T]) -> T:
        """Draw one of `options`."""
        return options[self.number(label, len(options))]

    def sample(self, label: str, options: Sequence[T], size: int) -> tuple[T, ...]:
        """Draw `size` different ones of `options`, in a random order (Fisher-Yates)."""
        left = list(options)
        return tuple(left.pop(self.number(f"{label}.{turn}", len(left))) for turn in range(size))
