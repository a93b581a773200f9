"""How well a class foresaw, how sure it was, and what it believed lesson by lesson.

The rule about small cells is that of `course.grading.classroom`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course import beliefs, forecasts, holdout, progress
from course.grading.classroom import LEAST, Answer, Choices, Numbers, Person, choices, numbers
from course.grading.statistics import NEAR


@dataclass(frozen=True, slots=True)
class Forecasts:
    """Forecasts of those who opened all cases: scores, calibration, and the class as one."""

    scores: Numbers
    base: float
    crowd: float
    bins: tuple[forecasts.Bin, ...]


@dataclass(frozen=True, slots=True)
class Belief:
    """The mean share of belief by account at the end of a lesson, of those who kept one."""

    lesson: str
    n: int
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Diary:
    """Beliefs lesson by lesson; and which account stood first in the first and last entry."""

    lessons: tuple[Belief, ...]
    top: Choices | None = None


EDGES = ((0, 1 / 3, 2 / 3, 1), (0, 1 / 2, 1), (0, 1))
"""How forecasts are grouped by size: as finely as there are people enough in every group."""


def scored(everybody: Sequence[Person], least: int = LEAST) -> Forecasts | None:
    """Score the first complete pass through the cases that were kept back."""
    found = [view.chances for p in everybody if (view := holdout.views(p.entries)[0]).complete]
    if len(found) < least:
        return None
    each = [holdout.scores(chances) for chances in found]
    mean = {c.id: math.fsum(one[c.id] for one in found) / len(found) for c in holdout.cases()}
    own = [Answer("", one.mine, None) for one in each]
    scores = numbers(own, 0, 1, 0.05, least)
    assert scores is not None  # as many as there are in `found`
    return Forecasts(scores, each[0].base, holdout.scores(mean).mine, _bins(found, least))


def _bins(found: Sequence[Mapping[str, float]], least: int) -> tuple[forecasts.Bin, ...]:
    """Group all forecasts by size, so that each group is of enough people."""
    happened = {crisis.id: holdout.outcome(crisis) for crisis in holdout.cases()}
    pairs = [(chance / 100, happened[id]) for one in found for id, chance in one.items()]
    chances, outcomes = map(list, zip(*pairs, strict=True))
    bins: tuple[forecasts.Bin, ...] = ()
    for edges in EDGES:
        bins = forecasts.calibration(chances, outcomes, edges)
        persons = [
            sum(any(_inside(chance / 100, one) for chance in mine.values()) for mine in found)
            for one in bins
        ]
        if min(persons) >= least:
            break
    return bins


def _inside(chance: float, one: forecasts.Bin) -> bool:
    return one.low <= chance < one.high or chance == one.high == 1


def sure(
    everybody: Sequence[Person], catalogue: progress.Catalogue, least: int = LEAST
) -> tuple[progress.Sure, ...]:
    """Compare how sure the class was at first answers with how often these were right.

    Left out is what fewer than `least` people ever said.
    """
    each = [progress.calibration(person.entries, catalogue) for person in everybody]
    found = []
    for said in ("guess", "fairly", "certain"):
        mine = [one for person in each for one in person if one.said == said]
        if len(mine) >= least:
            found.append(
                progress.Sure(said, sum(one.n for one in mine), sum(one.right for one in mine))
            )
    return tuple(found)


def diary(everybody: Sequence[Person], least: int = LEAST) -> Diary:
    """Average the beliefs lesson by lesson, and count which account moved to the first place."""
    kept = [beliefs.history(person.entries) for person in everybody]
    lessons = []
    for lesson in progress.LESSONS:
        mine = [one.shares for history in kept for one in history if one.lesson == lesson]
        if len(mine) >= least:
            shares = {
                letter: math.fsum(one[letter] for one in mine) / len(mine)
                for letter in beliefs.LETTERS
            }
            lessons.append(Belief(lesson, len(mine), shares))
    ends = [
        Answer(person.name, _top(history[0].shares), _top(history[-1].shares))
        for person, history in zip(everybody, kept, strict=True)
        if len(history) > 1
    ]
    return Diary(tuple(lessons), choices(ends, (*beliefs.LETTERS, LEVEL), least))


LEVEL = "level"
"""No single account stands first."""


def _top(shares: Mapping[str, float]) -> str:
    most = max(shares.values())
    first = [letter for letter, share in shares.items() if share >= most - NEAR]
    return first[0] if len(first) == 1 else LEVEL
