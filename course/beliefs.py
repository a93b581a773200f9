"""The Odds Diary as plain data: what a learner believed at the end of each lesson.

At the end of every lesson a learner hands out points, 0 to 100, to seven accounts and to
"something else". Points are easier to give than probabilities that must add up to 1; divided by
their sum they are the same thing. The diary keeps the points and shows the shares.

**Source:** asking for odds or points and scaling them is a standard way of eliciting a belief
(O'Hagan et al. 2006, *Uncertain Judgements*, from memory). That beliefs should be written down
before evidence comes in is the point of the course.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course.errors import CourseError
from course.journal import Entry
from course.packs.pack import Pack

LETTERS = ("T", "P", "I", "D", "L", "V", "S", "X")
"""The seven accounts in the order of the course, and X for something else."""

ELSE = "else"
"""Something else, on a case pack: its accounts may have any capital letter, X too."""

_KEY = re.compile(r"(L[0-8])\.diary\.belief")


@dataclass(frozen=True, slots=True)
class Belief:
    """What was believed at the end of a lesson: points as given, and shares that sum to 1."""

    lesson: str
    time: str
    points: Mapping[str, float]
    shares: Mapping[str, float]


def letters(pack: Pack) -> tuple[str, ...]:
    """Name what points are given to: the course's accounts or a pack's, and something else."""
    return (*(account.letter for account in pack.accounts), ELSE) if pack.id else LETTERS


def points(said: Any, lines: Sequence[str] = LETTERS) -> dict[str, float]:
    """Check the points handed out: a number from 0 to 100 for every account, not all of them 0.

    Raises
    ------
    CourseError
        Saying what is missing, off the scale, or why all zeros are no belief.
    """
    given = said if isinstance(said, Mapping) else {}
    missing = [letter for letter in lines if given.get(letter) is None]
    if missing:
        raise CourseError(
            f"Give points to every line first, 0 if you like; {len(missing)} of {len(lines)} "
            "are not set yet."
        )
    for letter in lines:
        number = given[letter]
        plain = isinstance(number, int | float) and not isinstance(number, bool)
        if not plain or not 0 <= number <= 100:
            raise CourseError("Points run from 0 to 100 on each line.")
    if not any(given[letter] for letter in lines):
        raise CourseError(
            'With 0 points everywhere nothing is left to believe; give some to "something else".'
        )
    return {letter: given[letter] for letter in lines}


def shares(given: Mapping[str, float]) -> dict[str, float]:
    """Turn points into shares of the total.

    >>> shares({"T": 30, "P": 10})
    {'T': 0.75, 'P': 0.25}
    """
    total = sum(given.values())
    if total <= 0:
        raise CourseError("There are no points to share out.")
    return {letter: number / total for letter, number in given.items()}


def history(entries: Sequence[Entry], pack: Pack | None = None) -> tuple[Belief, ...]:
    """Read the last belief kept in each lesson, in the order of the lessons.

    With a case pack, what was kept on that pack. An entry that does not hold a proper number for
    each line is passed over.
    """
    lines, before = (letters(pack), pack.key("")) if pack else (LETTERS, "")
    found: dict[str, Belief] = {}
    for entry in entries:
        key = _KEY.fullmatch(entry.key.removeprefix(before))
        if not key or not entry.key.startswith(before):
            continue
        try:
            given = points(entry.value["points"], lines)
        except (CourseError, KeyError, TypeError):
            continue
        found[key[1]] = Belief(key[1], entry.time, given, shares(given))
    return tuple(found[lesson] for lesson in sorted(found))
