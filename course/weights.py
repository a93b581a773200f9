"""How much of a verdict rests on weights that nobody can measure?

A theory that adds up several sources ("threat is power and proximity and ...") does not say how
much each one counts. A verdict between two candidates then has this form: source k speaks for the
first candidate by the contrast d_k (negative: for the second), and the first one wins when
Σ w_k d_k > 0. Rather than pick the weights, this module asks about all of them at once.

Assumptions, stated because they decide the answer:

1. Weights are not negative and sum to 1. All such weightings form a simplex.
2. Every weighting counts the same (the uniform distribution on the simplex). That is our
   convention for "we know nothing about the weights", not a finding. A reader who knows an order
   ("intentions count at least as much as power") can say so with `share_in_order`.
3. A tie, Σ w_k d_k = 0, does not count as holding.

Every function raises a `CourseError` for numbers that are missing, infinite or not numbers, and
for negative or all-zero weights.

Reporting the share of weightings is the idea of stochastic multicriteria acceptability analysis
(Lahdelma & Salminen 2001, *Operations Research* 49:3, 444–454).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, permutations, product
from typing import Literal

from course.errors import CourseError, listed

MOST_ORDERS = 50_000
"""The largest number of strict orders that `share_in_order` averages over."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share of weightings found by sampling: its value, its standard error, the draws."""

    value: float
    error: float
    draws: int


@dataclass(frozen=True, slots=True)
class Flip:
    """The nearest weighting at which a verdict turns, and how far away it is.

    `distance` adds up how much every weight changes (from 0: the verdict is already on the edge,
    to 2: all the weight has to move). Moving 5 percentage points from one source to another is a
    distance of 0.10.
    """

    distance: float
    weights: tuple[float, ...]


def normalise(weights: Mapping[str, float | None]) -> dict[str, float]:
    """Scale weights so that they sum to 1.

    Parameters
    ----------
    weights
        One number, 0 or more, for each named source. None means "not answered yet".

    Raises
    ------
    CourseError
        If a weight is missing, not a number, infinite or negative, or if all of them are zero.

    >>> normalise({"aggregate power": 3, "geographic proximity": 1})
    {'aggregate power': 0.75, 'geographic proximity': 0.25}
    """
    if not weights:
        raise CourseError("There are no weights; give one number for each source.")
    sound = {name: _weight(name, weight) for name, weight in weights.items()}
    top = max(sound.values())
    if top == 0:
        raise CourseError("All weights are zero; give at least one source some weight.")
    scaled = {name: weight / top for name, weight in sound.items()}  # a sum cannot overflow now
    total = math.fsum(scaled.values())
    return {name: weight / total for name, weight in scaled.items()}


def share_holding(contrasts: Sequence[float]) -> float:
    """Find the exact share of all weightings for which Σ w_k d_k > 0.

    Parameters
    ----------
    contrasts
        d_k for each source: positive where it speaks for the claim, negative where against it.
        Only their ratios matter.

    Returns
    -------
    float
        From 0 to 1. If every contrast is zero nothing speaks for the claim, and the share is 0.

    Notes
    -----
    The weightings are points of a simplex whose corner k has the value d_k; the claim holds on
    one side of a plane. Take a corner with value y > 0 and one with x < 0. On the edge between
    them the value is 0 at one point, and cutting the simplex there gives two smaller ones with
    y/(y−x) and −x/(y−x) of its volume. In the first the corner x is replaced by a corner of value
    0, in the second the corner y. A corner of value 0 changes no share: the simplex is a cone
    over the face opposite to it, and the plane passes through the tip. So with k positive and h
    negative corners

        share(k, h) = y_k/(y_k−x_h) · share(k, h−1)  +  −x_h/(y_k−x_h) · share(k−1, h).

    Every step is an average of two shares, so nothing cancels and rounding stays near 1e-16,
    also with ties, where the formula in `share_closed_form` divides by zero.

    **Source:** Varsi 1973, *Pacific Journal of Mathematics* 46:1, 303–314; Ali 1973, same journal
    48:2, 313–322. The argument above is our own wording.

    >>> share_holding([1, -1])
    0.5
    >>> round(share_holding([3, -1, -1]), 4)  # (3/4)·(3/4)
    0.5625
    """
    values = _contrasts(contrasts)
    against = [d for d in values if d < 0]
    # shares[h] is share(k, h); with no positive corner it is 0, with no negative one it is 1.
    shares = [0.0] * (len(against) + 1)
    for y in (d for d in values if d > 0):
        shares[0] = 1.0
        for h, x in enumerate(against, start=1):
            # y/(y−x) and −x/(y−x), written so that neither overflow nor cancellation can harm
            shares[h] = shares[h - 1] / (1 - x / y) + shares[h] / (1 - y / x)
    return min(shares[-1], 1.0)


def share_closed_form(contrasts: Sequence[float]) -> float:
    """Find the same share by the textbook formula, for contrasts that all differ.

    Over the positive contrasts, the share is Σ_k d_k^(n−1) / Π_{j≠k} (d_k − d_j).
    It is here to check `share_holding` and to be read; where two contrasts nearly agree, it
    subtracts large numbers from each other and should not be trusted.

    >>> round(share_closed_form([3, -1, -2]), 4)
    0.45
    """
    values = _contrasts(contrasts)
    if len(set(values)) < len(values):
        raise CourseError("Two contrasts are equal; use share_holding, which allows ties.")
    return math.fsum(
        math.prod(d / (d - other) for j, other in enumerate(values) if j != k)
        for k, d in enumerate(values)
        if d > 0
    )


def share_in_order(contrasts: Sequence[float], order: Sequence[Collection[int]]) -> float:
    """Find the exact share among the weightings that respect a stated order.

    Parameters
    ----------
    contrasts
        As in `share_holding`.
    order
        Groups of source numbers (from 0), heaviest group first: ``[{3}, {0, 1, 2}]`` says that
        source 3 weighs at least as much as each other one, and nothing more.

    Notes
    -----
    The weightings with w_1 ≥ w_2 ≥ ... ≥ w_n form a simplex too. Its corners give all weight to
    the first source, half each to the first two, a third each to the first three, and so on; the
    value at a corner is therefore the running mean of the contrasts. A weak order is the union
    of the strict orders that extend it, which are simplices of the same size: average their
    shares. (Our own derivation; a test holds it against a million sampled weightings.)

    >>> share_in_order([1, -3], [{0}, {1}])  # only 0.75 and more on the first source will do
    0.5
    >>> share_in_order([1, -3], [{0, 1}]) == share_holding([1, -3])
    True
    """
    values = _contrasts(contrasts)
    named = sorted(k for group in order for k in group)
    if named != list(range(len(values))):
        raise CourseError(
            f"The order has to name each of the {len(values)} sources exactly once, "
            f"by the numbers 0 to {len(values) - 1}."
        )
    if len(list(order)) == 1:
        return share_holding(values)
    count = math.prod(math.factorial(len(group)) for group in order)
    if count > MOST_ORDERS:
        raise CourseError(
            f"This order leaves {count:,} strict orders open, more than the {MOST_ORDERS:,} that "
            "can be averaged; put some of the sources into different groups."
        )
    shares = [share_holding(_running_means(values, strict)) for strict in _strict_orders(order)]
    return math.fsum(shares) / len(shares)


def sampled_share(
    claim: Callable[[Sequence[float]], bool], size: int, draws: int = 20_000, seed: int = 20240530
) -> Share:
    """Estimate the share of weightings for which `claim` is true, when no formula will do.

    Parameters
    ----------
    claim
        A yes-or-no question about one weighting (a sequence of `size` weights that sum to 1).
    size
        The number of sources, 1 or more.
    draws
        How many weightings to try, 1 or more.
    seed
        The same seed gives the same draws, with every version of Python and on every machine.

    Returns
    -------
    Share
        With the standard error √(s(1−s)/draws). For the error only, s counts one success and one
        failure more than were seen, so that 0 or all successes do not pass for certainty.

    Notes
    -----
    Independent exponential numbers, divided by their sum, are uniform on the simplex. Only the
    standard library is used, also where numpy is installed: the claim is asked about one
    weighting at a time, so numpy would save little and would change the draws.

    >>> sampled_share(lambda w: w[0] > w[1], size=2).value
    0.50405
    """
    if size < 1 or draws < 1:
        raise CourseError("Sampling needs at least one source and at least one draw.")
    # Mersenne Twister's random() is the one method whose draws Python promises never to change.
    uniform = random.Random(seed).random
    hits = 0
    for _ in range(draws):
        parts = [-math.log(1.0 - uniform()) for _ in range(size)]
        total = sum(parts)
        hits += bool(claim([part / total for part in parts]))
    careful = (hits + 1) / (draws + 2)
    return Share(hits / draws, math.sqrt(careful * (1 - careful) / draws), draws)


def distance_to_flip(contrasts: Sequence[float], weights: Sequence[float]) -> Flip | None:
    """Find the smallest change of weights that reverses the verdict.

    Parameters
    ----------
    contrasts
        As in `share_holding`.
    weights
        The weighting to start from, in the same order; scaled to sum to 1.

    Returns
    -------
    Flip or None
        The weighting where Σ w_k d_k = 0 that is nearest when all changes of weights are added
        up. A verdict against the claim turns just beyond that point. None: no weighting turns it.

    Notes
    -----
    To turn a verdict that holds, weight has to move from supportive to unsupportive sources.
    Suppose the weight m moves, in whatever way. The score falls by (what the senders lose) −
    (what the receivers gain). The receivers gain least if all of m goes to the source with the
    lowest contrast, and the senders lose most if m is taken from the highest contrasts first. So
    no other way of moving m lowers the score more, and this way first reaches 0 at the smallest
    m. The distance is 2m: m leaves some sources and arrives at another.

    >>> distance_to_flip([1, -1], [0.75, 0.25])
    Flip(distance=0.5, weights=(0.5, 0.5))
    >>> distance_to_flip([1, 2], [0.5, 0.5]) is None  # dominance: nothing turns it
    True
    """
    values = _contrasts(contrasts)
    if len(weights) != len(values):
        raise CourseError(
            f"There are {len(values)} contrasts but {len(weights)} weights; give one for each."
        )
    named = {f"source {number}": weight for number, weight in enumerate(weights, start=1)}
    start = list(normalise(named).values())
    top = max(map(abs, values)) or 1.0
    values = tuple(d / top for d in values)
    score = math.fsum(w * d for w, d in zip(start, values, strict=True))
    holds = score > 0
    # Turning "does not hold" into "holds" is the same task with every sign reversed.
    support = values if holds else tuple(-d for d in values)
    receiver = min(range(len(values)), key=support.__getitem__)
    # A claim that holds is undone by a tie already; one that does not hold needs more than a tie.
    if support[receiver] > 0 or (support[receiver] == 0 and not holds):
        return None
    surplus, moved, new = abs(score), 0.0, list(start)
    for sender in sorted(range(len(values)), key=support.__getitem__, reverse=True):
        gain = support[sender] - support[receiver]
        if surplus <= 0 or gain <= 0:
            break
        amount = min(start[sender], surplus / gain)
        new[sender] -= amount
        moved += amount
        surplus -= amount * gain
    new[receiver] += moved
    return Flip(2 * moved, tuple(new))


def dominance(contrasts: Sequence[float]) -> Literal["always", "never", "depends"]:
    """Say whether the verdict depends on the weights at all.

    "always" if no source speaks against the claim and at least one speaks for it; "never" if
    none speaks for it. Where sources are tied, "always" excepts the weightings that put
    everything on the tied sources; these are a share of 0.

    >>> dominance([0.4, 0.6, 0.9, 0]), dominance([-1, 0, 0, 0]), dominance([0.7, -0.5])
    ('always', 'never', 'depends')
    """
    values = _contrasts(contrasts)
    if all(d <= 0 for d in values):
        return "never"
    return "always" if all(d >= 0 for d in values) else "depends"


def _weight(name: str, weight: float | None) -> float:
    if weight is None:
        raise CourseError(f"The weight of {name} is missing; answer it, or give it a zero.")
    try:
        number = float(weight)
    except (TypeError, ValueError):
        number = math.nan
    if not math.isfinite(number):
        raise CourseError(f"The weight of {name} is not a number; give 0 or a positive number.")
    if number < 0:
        raise CourseError(f"The weight of {name} is negative; give 0 or a positive number.")
    return number


def _contrasts(contrasts: Sequence[float]) -> tuple[float, ...]:
    values = tuple(float(d) for d in contrasts)
    if not values:
        raise CourseError("There are no contrasts; give one number for each source.")
    faulty = [number for number, d in enumerate(values, start=1) if not math.isfinite(d)]
    if faulty:
        raise CourseError(
            f"The contrast of source {listed(faulty)} is not a finite number; check the data."
        )
    return values


def _running_means(values: Sequence[float], strict: Sequence[int]) -> list[float]:
    sums = accumulate(values[k] for k in strict)
    return [total / number for number, total in enumerate(sums, start=1)]


def _strict_orders(order: Sequence[Collection[int]]) -> Iterator[tuple[int, ...]]:
    for parts in product(*(permutations(sorted(group)) for group in order)):
        yield tuple(k for part in parts for k in part)
