"""Scoring forecasts: how far a stated chance was from what happened.

A forecast of 70 % is neither right nor wrong by itself. But many forecasts can be scored: take the
distance between the chance that was stated and the outcome (1 it happened, 0 it did not), and
square it. The mean of these is the **Brier score**: 0 is perfect, .25 is what one gets for always
saying 50 %, 1 is certainty in the wrong every time. The square makes honesty pay: over many cases
nobody can do better than to state the chance they believe in.

A score alone says little, because easy cases give good scores to everybody. So it is held against
the **base rate**: the forecast of somebody who knows only how often the thing happened in earlier
cases and looks at nothing else. **Skill** is what share of that forecaster's penalty was saved.

**Source:** Brier 1950, *Monthly Weather Review* 78:1, 1-3. His own form adds up the squares over
all outcomes, so that for yes or no it is twice the one used here, from 0 to 2; Mellers et al. 2014,
*Psychological Science* 25:5, 1106-1115 (a tournament with forecasts of world politics), keep his.

Assumptions: the outcome is a plain yes or no, and cases count alike. With few cases a score is
mostly luck; the course has seven.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from course.errors import CourseError

__all__ = ["Bin", "base_rate", "brier", "calibration", "penalty", "skill"]


def penalty(chance: float, happened: bool) -> float:
    """Score one forecast: the squared distance between the chance and what happened.

    Parameters
    ----------
    chance
        The stated chance that it happens, from 0 to 1.
    happened
        Whether it did.

    Raises
    ------
    CourseError
        If the chance is no number from 0 to 1.

    >>> round(penalty(0.7, True), 2), round(penalty(0.7, False), 2)
    (0.09, 0.49)
    """
    return (_chance(chance) - happened) ** 2


def brier(chances: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Average the penalties of several forecasts: 0 is perfect, 1 is wrong with certainty.

    Raises
    ------
    CourseError
        If there is nothing to score, or not one outcome for each forecast.

    >>> brier([0.5, 0.5], [True, False])  # who always says 50 %
    0.25
    """
    if not chances:
        raise CourseError("There is no forecast to score yet; make one first.")
    if len(chances) != len(outcomes):
        raise CourseError(
            f"There are {len(chances)} forecasts and {len(outcomes)} outcomes; give one for each."
        )
    pairs = zip(chances, outcomes, strict=True)
    return math.fsum(penalty(chance, happened) for chance, happened in pairs) / len(chances)


def base_rate(outcomes: Sequence[bool]) -> float:
    """Find how often it happened: the forecast of somebody who looks at nothing else.

    Raises
    ------
    CourseError
        If there are no earlier cases.

    >>> round(base_rate([True] * 7 + [False] * 12), 2)  # 7 of the 19 crises of 1992 to 2020
    0.37
    """
    if not outcomes:
        raise CourseError("A base rate needs earlier cases, and there are none.")
    return sum(outcomes) / len(outcomes)


def skill(score: float, reference: float) -> float | None:
    """Say what share of a reference forecaster's penalty was saved: 1 all, 0 none, below 0 worse.

    None where the reference was perfect: then there was nothing to save.

    >>> skill(0.1, 0.2)
    0.5
    """
    return None if reference == 0 else 1 - score / reference


@dataclass(frozen=True, slots=True)
class Bin:
    """Forecasts of about the same size: what was said on average, and how often it came true."""

    low: float
    high: float
    n: int
    said: float
    came_true: float


def calibration(
    chances: Sequence[float],
    outcomes: Sequence[bool],
    edges: Sequence[float] = (0, 1 / 3, 2 / 3, 1),
) -> tuple[Bin, ...]:
    """Group forecasts by size and compare what was said with what came; empty groups are left out.

    Somebody is well calibrated if about 30 % of what they call 30 % comes true. A group holds its
    lower edge and not its upper one, but for the last.

    Raises
    ------
    CourseError
        As in `brier`.

    >>> calibration([0.1, 0.2, 0.9], [False, False, True])[0].came_true
    0.0
    """
    brier(chances, outcomes)  # checks both
    found = []
    for low, high in pairwise(edges):
        last = high == edges[-1]
        inside = [
            (chance, happened)
            for chance, happened in zip(chances, outcomes, strict=True)
            if low <= chance < high or (last and chance == high)
        ]
        if inside:
            n = len(inside)
            said = math.fsum(chance for chance, _ in inside) / n
            found.append(Bin(low, high, n, said, sum(happened for _, happened in inside) / n))
    return tuple(found)


def _chance(chance: float) -> float:
    number = isinstance(chance, int | float) and not isinstance(chance, bool)
    if not number or not 0 <= chance <= 1:
        raise CourseError(f"A chance runs from 0 to 1; {chance!r} is none.")
    return chance
