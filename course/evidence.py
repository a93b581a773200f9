"""Weighing evidence between rival accounts: Bayes' rule, decibels, and kinds of tests.

The argument: a fact supports an account only by being *more likely* if that account is true than
if another is. A fact that all accounts lead us to expect supports none, however vivid it is. How
much a fact tells is therefore a ratio of two chances, best read on a scale of decibels, on which
the weights of independent facts add up.

What is assumed: the accounts are compared with each other and with nothing else; the cards are
independent once the account is given, unless they are counted as a cluster; the chances are
judgements. Fairfield and Charman warn that such chances cannot be fixed without ambiguity, and that
the method's main use is to show where two people disagree. Zaks holds that it has no guard against
a wished-for answer; so `bias_tolerance` says how much bias a lead survives.

**Source:** Fairfield & Charman 2017, *Political Analysis* 25:3, 363–380 (Bayes in process tracing);
Good 1950, *Probability and the Weighing of Evidence*, and Good 1985 (decibels); Van Evera 1997,
Bennett 2010 and Collier 2011, *PS* 44:4, 823–830 (four kinds of tests); Zaks 2021 (criticism).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from course.errors import CourseError

STEPS = (1, 2, 3, 4, 5)
"""The five ratings, from "would be surprising" to "must see"."""

PUBLISHED: Mapping[int, float] = MappingProxyType({1: 0.05, 2: 0.2, 3: 0.5, 4: 0.8, 5: 0.95})
"""From a rating to a chance. A convention of this course; the learner may change it."""

STRONG = 5.0
"""Odds must change by this factor for an outcome of a test to be called strong: our convention."""

NEAR = 1e-9  # differences of logarithms below this are rounding

Ratings = Mapping[str, Mapping[str, int]]
Kind = Literal["doubly", "hoop", "smoking_gun", "straw"]


@dataclass(frozen=True, slots=True)
class Flip:
    """One rating which, put to another step, makes another account lead.

    Attributes
    ----------
    before, after
        The rating as it is, and as it would have to be.
    leader
        The account that leads then.
    """

    card: str
    hypothesis: str
    before: int
    after: int
    leader: str


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What a test does to the odds of H: likelihood ratios when it is passed and when failed."""

    passed: float
    failed: float


def decibels(ratio: float) -> float:
    """Put a ratio of chances on Good's scale: 10 times its decimal logarithm.

    >>> round(decibels(10)), round(decibels(2), 1), decibels(1)
    (10, 3.0, 0.0)

    Raises
    ------
    CourseError
        If the ratio is not above 0.
    """
    if not (ratio > 0 and math.isfinite(ratio)):
        raise CourseError("A ratio of chances must be above 0; choose chances above 0 and below 1.")
    return 10 * math.log10(ratio)


def weight(first: float, second: float) -> float:
    """Weight of evidence in decibels for one account against another, from its two chances.

    >>> round(weight(0.8, 0.2), 1)
    6.0
    """
    return decibels(_chance(first) / _chance(second))


def chances(
    ratings: Ratings, scale: Mapping[int, float] = PUBLISHED
) -> dict[str, dict[str, float]]:
    """Turn ratings (card -> account -> 1 to 5) into chances through a scale.

    Raises
    ------
    CourseError
        If no card is rated, a rating is missing or is none of the five steps, or the scale does
        not rise from above 0 to below 1.
    """
    check_scale(scale)
    if not ratings:
        raise CourseError("No card is chosen yet; choose some evidence first.")
    letters = list(next(iter(ratings.values())))
    for card, row in ratings.items():
        if not letters or set(row) != set(letters) or not all(row[h] in STEPS for h in letters):
            raise CourseError(f"Card {card} needs a rating from 1 to 5 under every account.")
    return {card: {h: scale[row[h]] for h in letters} for card, row in ratings.items()}


def check_scale(scale: Mapping[int, float]) -> None:
    """See that five chances rise, all of them above 0 and below 1.

    Raises
    ------
    CourseError
        If they do not.
    """
    if set(scale) != set(STEPS):
        raise CourseError("Give one chance to each of the five ratings.")
    values = [_chance(scale[step]) for step in STEPS]
    if any(low >= high for low, high in pairwise(values)):
        raise CourseError("A higher rating must mean a higher chance; put the five in order.")


def counts(clusters: Mapping[str, str | None], *, once: bool) -> dict[str, float]:
    """Say how often each card counts: with `once`, cards of one cluster count as one together.

    `clusters` holds the *chosen* cards only; a cluster of which one card was chosen counts fully.

    >>> counts({"E1": None, "E16": "aims", "E17": "aims"}, once=True)
    {'E1': 1.0, 'E16': 0.5, 'E17': 0.5}
    """
    size = Counter(cluster for cluster in clusters.values() if cluster)
    return {
        card: 1 / size[cluster] if once and cluster else 1.0 for card, cluster in clusters.items()
    }


def posterior(
    ratings: Ratings,
    *,
    scale: Mapping[int, float] = PUBLISHED,
    counted: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Belief in each account after the cards, from equal priors: proportional to Π P(E|H)^c.

    Parameters
    ----------
    ratings
        By card and account, 1 to 5.
    counted
        By card, from 0 to 1, how often it counts (`counts`); 1 where it is missing.

    >>> after = posterior({"E": {"A": 4, "B": 3, "C": 3, "D": 2}})
    >>> {letter: round(share, 2) for letter, share in after.items()}
    {'A': 0.4, 'B': 0.25, 'C': 0.25, 'D': 0.1}
    """
    logs = _logs(chances(ratings, scale), counted or {})
    top = max(logs.values())
    parts = {letter: math.exp(log - top) for letter, log in logs.items()}
    total = math.fsum(parts.values())
    return {letter: part / total for letter, part in parts.items()}


def leaders(shares: Mapping[str, float]) -> tuple[str, ...]:
    """Name the account with the highest posterior, or all that share it.

    >>> leaders({"T": .4, "P": .4, "I": .2})
    ('T', 'P')
    """
    top = max(shares.values())
    return tuple(h for h, share in shares.items() if math.log(top / share) < NEAR) if top else ()


def diagnosticity(row: Mapping[str, float]) -> float:
    """How much a card can tell: decibels between its highest and its lowest chance.

    A card with the same chance under every account has 0: it tells nothing between them, whether
    or not it is true, vivid or important.

    >>> diagnosticity({"T": .5, "I": .5}), round(diagnosticity({"T": .95, "I": .05}), 1)
    (0.0, 12.8)
    """
    return weight(max(row.values()), min(row.values()))


def flips(
    ratings: Ratings,
    *,
    scale: Mapping[int, float] = PUBLISHED,
    counted: Mapping[str, float] | None = None,
) -> tuple[Flip, ...]:
    """Find every single rating which, changed, makes one other account lead; smallest change first.

    Small means: fewest steps, then fewest decibels, then the order of the cards and accounts. While
    two accounts share the lead there is nothing to flip, and the answer is empty.
    """
    by_card = chances(ratings, scale)
    counted = counted or {}
    logs = _logs(by_card, counted)
    ahead = _ahead(logs)
    if len(ahead) != 1:
        return ()
    found: list[tuple[int, float, int, Flip]] = []
    for card, row in ratings.items():
        for letter, before in row.items():
            for after in STEPS:
                moved = counted.get(card, 1.0) * math.log(scale[after] / scale[before])
                then = _ahead({**logs, letter: logs[letter] + moved})
                if len(then) == 1 and then != ahead:
                    flip = Flip(card, letter, before, after, then[0])
                    # Rounded, so that the order does not hang on the last bit of a logarithm.
                    found.append((abs(after - before), round(abs(moved), 9), len(found), flip))
    return tuple(flip for *_, flip in sorted(found, key=lambda item: item[:3]))


def bias_tolerance(lead: float, cards: float) -> float:
    """How many decibels each card may flatter the leader over the second before its lead is gone.

    `lead` is the leader's lead in decibels; `cards` how many cards count (a sum of `counts`).

    >>> bias_tolerance(8.0, 8)
    1.0

    Raises
    ------
    CourseError
        If no card counts.
    """
    if cards <= 0:
        raise CourseError("No card is chosen yet; choose some evidence first.")
    return lead / cards


def tells_nothing(ratings: Ratings) -> bool:
    """Whether every card has one and the same rating under all accounts: beliefs stay put."""
    return all(len(set(row.values())) < 2 for row in ratings.values())


def outcomes(if_true: float, if_false: float) -> Outcomes:
    """Likelihood ratios of a test of H, from P(E|H) and P(E|not H).

    >>> test = outcomes(0.95, 0.60)
    >>> round(test.passed, 2), round(test.failed, 3)
    (1.58, 0.125)

    Raises
    ------
    CourseError
        If a chance is not above 0 and below 1: then one outcome would settle all for ever.
    """
    p, q = _chance(if_true), _chance(if_false)
    return Outcomes(p / q, (1 - p) / (1 - q))


def kind(if_true: float, if_false: float) -> Kind:
    """Name the kind of test: what passing it and what failing it do to the odds of H.

    Passing is strong if it multiplies the odds by `STRONG`, failing if it divides them by as much.
    A smoking gun is strong only when passed, a hoop only when failed; the border is our convention,
    and tests lie on a continuum. If E is likelier without H than with it, it tests "not H", and the
    kind is that of this test.

    >>> kind(0.95, 0.60), kind(0.30, 0.02), kind(0.95, 0.02), kind(0.60, 0.40)
    ('hoop', 'smoking_gun', 'doubly', 'straw')
    """
    test = outcomes(max(if_true, if_false), min(if_true, if_false))
    helps = test.passed >= STRONG - NEAR
    hurts = test.failed <= 1 / STRONG + NEAR
    if helps and hurts:
        return "doubly"
    return "smoking_gun" if helps else "hoop" if hurts else "straw"


def one_sided(rows: Sequence[Mapping[str, float]]) -> tuple[str, ...]:
    """Name the accounts that no card of these sets back: all are likeliest under them.

    `rows` holds, for each card, a chance by account. A card speaks for an account if it is
    likelier under no other, and less likely under one at least. A card
    that is likelier under a rival helps the rival, and could have cost the account its lead.
    Evidence picked so that it can only help one account tests nothing.

    >>> one_sided([{"A": .8, "B": .2}, {"A": .5, "B": .2}])
    ('A',)
    >>> one_sided([{"A": .8, "B": .95, "C": .05}])  # above the mean, and behind B
    ('B',)
    """
    if not rows:
        return ()
    return tuple(
        letter
        for letter in rows[0]
        if all(
            row[letter] > max(row.values()) - NEAR and row[letter] > min(row.values()) + NEAR
            for row in rows
        )
    )


def _logs(
    by_card: Mapping[str, Mapping[str, float]], counted: Mapping[str, float]
) -> dict[str, float]:
    letters = next(iter(by_card.values()))
    return {
        h: math.fsum(counted.get(card, 1.0) * math.log(row[h]) for card, row in by_card.items())
        for h in letters
    }


def _ahead(logs: Mapping[str, float]) -> tuple[str, ...]:
    top = max(logs.values())
    return tuple(letter for letter, log in logs.items() if top - log < NEAR)


def _chance(number: float) -> float:
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number < 1:
        raise CourseError(
            "A chance of exactly 0 or 1 would let no later evidence count; choose one in between."
        )
    return float(number)
