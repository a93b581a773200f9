"""How much of a conclusion over cases rests on weights that nobody can measure?

The conclusion is whether a weighted model (`course.factors`) gets more cases right than each of the
three models that need no weights: "always no", the best single factor, and equal weights. (Against
"always no" alone nearly every weighting wins, since the threshold is fitted.) The number of hits is
no linear function of the weights, so no formula gives the share of weightings that agree with the
conclusion. This module draws weightings and counts.

Assumptions, stated because they decide the answer:

1. All weightings count alike (Dirichlet with all parameters 1: uniform on the simplex), or all
   weightings that keep the learner's order. Factors that the learner put level may fall either way.
2. For each weighting the threshold is chosen anew, with the same rule. Every weighting is given its
   best case; the share says nothing about any fixed threshold.
3. A share of weightings is no probability that the conclusion is true.

NumPy is used where it is installed, because it is some twenty times faster; without it the
standard library does the same with other draws, and the shares agree within their errors.

**Source:** share of weightings: Lahdelma & Salminen 2001, *Operations Research* 49:3, 444–454.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from course.errors import CourseError
from course.factors import DIGITS, Cases, Rule, baselines, fit
from course.weights import Share

numpy: Any = None  # only for speed; without it the standard library does the same
with suppress(ImportError):
    numpy = import_module("numpy")

DRAWS = 20_000
SEED = 20240530
Order = Sequence[Collection[int]]


@dataclass(frozen=True, slots=True)
class Region:
    """What all the weightings drawn make of the cases.

    `agree` is the share of them that reach the learner's conclusion, `as_good` the share with at
    least as many hits, `spread` the share by number of hits.
    """

    agree: Share
    as_good: Share
    spread: dict[float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """A weighting that reverses the conclusion, and how far away it is (0 to 2, see `Flip`).

    No nearer one was found; there may be one, so the distance is an upper bound.
    """

    distance: float
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The best a lawyer found for some factors: the weighting, their share in it, and its hits."""

    weights: tuple[float, ...]
    share: float
    hits: float


def order_of(weights: Sequence[float]) -> tuple[tuple[int, ...], ...]:
    """Give the order that weights state: groups of places, heaviest first.

    >>> order_of([0.2, 0.6, 0.2])
    ((1,), (0, 2))
    """
    levels = sorted({round(w, DIGITS) for w in weights}, reverse=True)
    return tuple(
        tuple(k for k, w in enumerate(weights) if round(w, DIGITS) == level) for level in levels
    )


def bar(cases: Cases) -> float:
    """Give the hits that weights have to beat: those of the best model without weights."""
    models = baselines(cases)
    return max(models.always_no, models.best_single, models.equal_weights)


def draw(size: int, order: Order | None = None, draws: int = DRAWS, seed: int = SEED) -> Any:
    """Draw weightings, uniformly from all that keep an order (None: from all).

    Exponential numbers divided by their sum are uniform on the simplex. All factors are alike in
    such a draw, so sorting it and handing the largest numbers to the first group, in random order
    within the group, is uniform on the weightings that keep the order.

    Returns
    -------
    An array of draws by size where there is NumPy, else a list of lists.
    """
    if size < 1 or draws < 1:
        raise CourseError("Sampling needs at least one factor and at least one draw.")
    groups = tuple(tuple(group) for group in order) if order else (tuple(range(size)),)
    if sorted(k for group in groups for k in group) != list(range(size)):
        raise CourseError("The order has to name each factor exactly once, by the numbers from 0.")
    rank = [0] * size
    for number, group in enumerate(groups):
        for k in group:
            rank[k] = number
    if numpy is not None:
        return _draw_fast(rank, draws, seed)
    uniform, found = random.Random(seed).random, []
    for _ in range(draws):
        parts = [-math.log(1.0 - uniform()) for _ in range(size)]
        total = sum(parts)
        parts = [part / total for part in parts]
        if len(groups) > 1:
            places = sorted(range(size), key=lambda k: (rank[k], -parts[k]))
            for k, part in zip(places, sorted(parts, reverse=True), strict=True):
                parts[k] = part
        found.append(parts)
    return found


def _draw_fast(rank: Sequence[int], draws: int, seed: int) -> Any:
    parts = numpy.random.default_rng(seed).standard_exponential((draws, len(rank)))
    parts /= parts.sum(axis=1, keepdims=True)
    if max(rank) == 0:
        return parts
    places = numpy.argsort(numpy.asarray(rank) - parts, axis=1)
    found = numpy.empty_like(parts)
    numpy.put_along_axis(found, places, -numpy.sort(-parts, axis=1), axis=1)
    return found


def most_hits(cases: Cases, weightings: Any, rule: Rule = "sum") -> list[float]:
    """Give for each weighting the hits of its best threshold, as `course.factors.fit` counts."""
    patterns, net = cases.patterns()
    if numpy is not None:
        return _most_hits_fast(cases, patterns, net, weightings, rule)
    base = cases.always_no
    found = []
    for weights in weightings:
        scores = _scores(patterns, weights, rule)
        best = hits = 0.0
        previous = math.inf
        for level, n in sorted(zip(scores, net, strict=True), reverse=True):
            if level < previous - 1e-9:
                best = max(best, hits)
                previous = level
            hits += n
        found.append(round(base + max(best, hits), 6))
    return found


def _scores(
    patterns: Iterable[Sequence[float]], weights: Sequence[float], rule: Rule
) -> list[float]:
    if rule == "sum":
        return [sum(map(float.__mul__, weights, row)) for row in patterns]
    top = max(weights)
    left = [w / top for w in weights]
    combine: Any = math.prod if rule == "product" else min
    return [combine([1 - r * (1 - x) for r, x in zip(left, row, strict=True)]) for row in patterns]


def _most_hits_fast(
    cases: Cases, patterns: Sequence[Sequence[float]], net: Sequence[float], drawn: Any, rule: Rule
) -> list[float]:
    table, weights = numpy.asarray(patterns), numpy.asarray(drawn)
    if rule == "sum":
        scores = table @ weights.T
    else:
        left = (weights / weights.max(axis=1, keepdims=True)).T
        combine = numpy.multiply if rule == "product" else numpy.minimum
        scores = numpy.ones((len(table), left.shape[1]))
        for row, target in zip(table, scores, strict=True):
            for r, x in zip(left, row, strict=True):
                if x < 1:
                    combine(target, 1 - r * (1 - x), out=target)
    count = numpy.asarray(net, dtype=numpy.float32)
    best = numpy.zeros(scores.shape[1], dtype=numpy.float32)
    for level in scores:
        numpy.maximum(best, count @ (scores >= level - 1e-9).astype(numpy.float32), out=best)
    return [float(h) for h in numpy.round(cases.always_no + best.astype(float), 6)]


def region(
    cases: Cases,
    weights: Sequence[float],
    rule: Rule = "sum",
    *,
    in_order: bool = True,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Region:
    """Find the share of weightings that agree with the learner's conclusion.

    Parameters
    ----------
    cases, weights, rule
        What the learner's own model is made of.
    in_order
        Whether only weightings that keep the order of `weights` are drawn, or all.

    Returns
    -------
    Region
        Shares with the standard error √(s(1−s)/draws), in which s counts one success and one
        failure more than were seen, so that all or none do not pass for certainty.
    """
    order = order_of(weights) if in_order else None
    mine = fit(cases, weights, rule).hits
    hits = most_hits(cases, draw(len(weights), order, draws, seed), rule)
    counted = Counter(hits)
    least = bar(cases) + 1e-6
    agree = sum(n for h, n in counted.items() if (h > least) is (mine > least))
    as_good = sum(n for h, n in counted.items() if h >= mine - 1e-6)
    spread = {h: n / draws for h, n in sorted(counted.items())}
    return Region(_share(agree, draws), _share(as_good, draws), spread)


def _share(n: int, draws: int) -> Share:
    careful = (n + 1) / (draws + 2)
    return Share(n / draws, math.sqrt(careful * (1 - careful) / draws), draws)


def turn(
    cases: Cases,
    weights: Sequence[float],
    rule: Rule = "sum",
    draws: int = 4_000,
    seed: int = SEED,
) -> Turn | None:
    """Find a near weighting that reverses the conclusion: more hits than `bar`, or not.

    Tried are the straight ways from the learner's weights to each single factor, to each pair of
    factors in equal parts, to all factors alike, and to the nearest of the weightings drawn that
    reverse it. On each way the first point that reverses is taken, in steps of one hundredth. The
    least distance found is an upper bound: something nearer may lie between these ways. None says
    that nothing tried reverses it, not that nothing could.
    """
    n = len(weights)
    least = bar(cases) + 1e-6
    said = fit(cases, weights, rule).hits > least
    corners = [[float(k == place) for k in range(n)] for place in range(n)]
    pairs = [
        [(a + b) / 2 for a, b in zip(corners[i], corners[j], strict=True)]
        for i in range(n) for j in range(i)
    ]  # fmt: skip
    drawn = _rows(draw(n, None, draws, seed))
    hits = most_hits(cases, drawn, rule)
    other = [w for w, h in zip(drawn, hits, strict=True) if (h > least) is not said]
    near = sorted(other, key=lambda w: _distance(w, weights))[:8]
    found: Turn | None = None
    for goal in (*corners, *pairs, [1 / n] * n, *near):
        steps = [_between(weights, goal, step / 100) for step in range(1, 101)]
        for there, h in zip(steps, most_hits(cases, steps, rule), strict=True):
            if (h > least) is not said:
                distance = _distance(there, weights)
                if found is None or distance < found.distance:
                    found = Turn(distance, tuple(there))
                break
    return found


def lawyer(
    cases: Cases,
    favoured: Collection[int],
    least: float,
    rule: Rule = "sum",
    draws: int = DRAWS,
    seed: int = SEED,
) -> Brief | None:
    """Find the weighting most favourable to some factors that fits the cases as well.

    Among weightings with at least `least` hits, the one that gives most weight to the `favoured`
    factors: searched among the weightings drawn, then from the best of them straight towards the
    favoured factors as far as the hits allow. It is the best found, so the true best favours them
    at least as much. None if no weighting drawn fits as well.
    """
    n = len(cases.factors)
    mine = sorted(set(favoured))
    if not mine or not all(0 <= k < n for k in mine):
        raise CourseError("Name at least one factor that the account puts forward.")

    def share(w: Sequence[float]) -> float:
        return math.fsum(w[k] for k in mine)

    goals = [[float(k == place) for k in range(n)] for place in mine]
    goals.append([1 / len(mine) if k in mine else 0.0 for k in range(n)])
    drawn = _rows(draw(n, None, draws, seed))
    hits = most_hits(cases, drawn, rule)
    able = [w for w, h in zip(drawn, hits, strict=True) if h >= least - 1e-6]
    best = sorted(able, key=share, reverse=True)[:40]
    tried = best + [_between(w, g, step / 50) for w in best for g in goals for step in range(1, 51)]
    if not tried:
        return None
    rows = zip(tried, most_hits(cases, tried, rule), strict=True)
    top, h = max(((w, h) for w, h in rows if h >= least - 1e-6), key=lambda row: share(row[0]))
    return Brief(tuple(map(float, top)), share(top), h)


def _rows(drawn: Any) -> list[list[float]]:
    return drawn if isinstance(drawn, list) else drawn.tolist()


def _distance(one: Sequence[float], other: Sequence[float]) -> float:
    return math.fsum(abs(a - b) for a, b in zip(one, other, strict=True))


def _between(start: Sequence[float], goal: Sequence[float], step: float) -> list[float]:
    return [(1 - step) * a + step * b for a, b in zip(start, goal, strict=True)]
