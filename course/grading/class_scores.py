"""How well a class foresaw, how sure it was, and what it believed lesson by lesson.

The rule about small cells is that of `course.grading.classroom`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course import beliefs, evidence, forecasts, holdout, progress, tables
from course.grading.asked import number
from course.grading.classroom import (
    LEAST,
    Answer,
    Choices,
    Numbers,
    Person,
    answers,
    choices,
    numbers,
)
from course.grading.statistics import NEAR, quantile


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


@dataclass(frozen=True, slots=True)
class Rated:
    """One card as the class rated it first: for each account the median step, 1 to 5."""

    card: str
    n: int
    medians: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings of the evidence, beside those of the two opposed raters.

    Attributes
    ----------
    n
        Students who rated cards.
    cards
        The cards that enough of them rated.
    near
        For each rater the share of a student's own ratings that are one step away at most: the
        median student's.
    between
        The same share for the two raters with each other, over all cards.
    """

    n: int
    cards: tuple[Rated, ...]
    near: Mapping[str, float]
    between: float


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


def ratings(everybody: Sequence[Person], least: int = LEAST) -> Ratings | None:
    """Set first ratings of the cards beside the raters'; None if too few students rated any."""
    raters: dict[str, dict[tuple[str, str], int]] = {}
    for row in tables.ratings():
        raters.setdefault(row.rater, {})[row.evidence, row.hypothesis] = row.rating
    cells = list(next(iter(raters.values())))
    each = [mine for person in everybody if (mine := _rated(person, cells))]
    if len(each) < least:
        return None
    near = {}
    for rater, theirs in raters.items():
        close = [sum(abs(mine[c] - theirs[c]) <= 1 for c in mine) / len(mine) for mine in each]
        near[rater] = quantile(close, 0.5)
    one, other = raters.values()
    between = sum(abs(one[cell] - other[cell]) <= 1 for cell in cells) / len(cells)
    rated = []
    for card in dict.fromkeys(card for card, _ in cells):
        found = {
            letter: [mine[card, letter] for mine in each if (card, letter) in mine]
            for name, letter in cells
            if name == card
        }
        if (n := min(map(len, found.values()))) >= least:
            medians = {letter: quantile(said, 0.5) for letter, said in found.items()}
            rated.append(Rated(card, n, medians))
    return Ratings(len(each), tuple(rated), near, between)


def _rated(person: Person, cells: Sequence[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Take somebody's first rating of each card under each account, if there is one."""
    found = {}
    for cell in cells:
        read = number(evidence.STEPS[0], evidence.STEPS[-1], "ratings", *cell)
        for answer in answers([person], RATINGS, read):
            found[cell] = answer.first
    return found


RATINGS = "L6.evidence-balance.ratings"
"""Where the journal keeps the ratings of lesson 6."""

LEVEL = "level"
"""No single account stands first."""


def _top(shares: Mapping[str, float]) -> str:
    most = max(shares.values())
    first = [letter for letter, share in shares.items() if share >= most - NEAR]
    return first[0] if len(first) == 1 else LEVEL
