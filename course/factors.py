"""A weighted model over cases: what the weights mean, and what the model gets right.

Each case has a value from 0 (absent) to 1 (present) on each factor, and an outcome: force or none.
A rule turns values and weights into a score; the model says "force" where the score reaches a
threshold. None of it is measured: the weights are the learner's, and the threshold is fitted.

Assumptions, stated because they decide the answer:

1. Weights come from a swing question, "if this moved from absent to present, all else equal, by
   what would the odds of force be multiplied?", as logarithms, because odds multiply and sums add.
2. The threshold is chosen on the same cases that are then counted. Hits are therefore fit, not
   foresight; only cases that were put away (the holdout) can test it.
3. A case counts once, unless `Cases.counts` says that two cases are one story.

Every function raises a `CourseError` for values off the scale, rows of the wrong length or weights
that cannot be used.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from course import weights as weightings
from course.errors import CourseError, listed

Rule = Literal["sum", "product", "necessary"]
RULES: tuple[Rule, ...] = get_args(Rule)
SWINGS = (1.0, 1.5, 3.0, 10.0)
NEVER = 2.0
"""The threshold of a model that never says "force": no score exceeds 1."""
DIGITS = 9
"""Scores that agree to so many digits are equal: a sum in another order is no other score."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases by factors, with the outcome of each, and how much each counts.

    `counts` is 1 for a case that stands for itself; two cases of one story count one half each.
    """

    names: tuple[str, ...]
    factors: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]
    outcomes: tuple[bool, ...]
    counts: tuple[float, ...]

    def __post_init__(self) -> None:
        if not self.names or not self.factors:
            raise CourseError("There are no cases or no factors; give at least one of each.")
        lengths = {len(self.values), len(self.outcomes), len(self.counts)}
        if lengths != {len(self.names)}:
            raise CourseError(
                f"There are {len(self.names)} cases; give values, an outcome and a count for each."
            )
        for name, row in zip(self.names, self.values, strict=True):
            if len(row) != len(self.factors) or not all(0 <= value <= 1 for value in row):
                raise CourseError(
                    f"{name} needs a value from 0 to 1 on each of {listed(self.factors)}."
                )
        if not all(count > 0 and math.isfinite(count) for count in self.counts):
            raise CourseError("Each case has to count more than 0.")

    @property
    def of(self) -> float:
        """How much all cases count together."""
        return math.fsum(self.counts)

    @property
    def always_no(self) -> float:
        """Hits of the rule that says "no force" whatever the factors."""
        return math.fsum(c for c, y in zip(self.counts, self.outcomes, strict=True) if not y)

    def patterns(self) -> tuple[tuple[tuple[float, ...], ...], tuple[float, ...]]:
        """Give the rows that differ, and for each its cases with force less those without.

        Cases with the same values cannot be told apart by any weights; counting them together
        saves time.
        """
        net: dict[tuple[float, ...], float] = {}
        for row, y, count in zip(self.values, self.outcomes, self.counts, strict=True):
            net[row] = net.get(row, 0.0) + (count if y else -count)
        return tuple(net), tuple(net.values())


@dataclass(frozen=True, slots=True)
class Fit:
    """A threshold, the answers it gives, and how many of them are right."""

    threshold: float
    says: tuple[bool, ...]
    hits: float
    of: float


def from_swings(swings: Mapping[str, float | None]) -> dict[str, float]:
    """Turn the answers to the swing question into weights that sum to 1.

    A factor that multiplies the odds by m gets the weight log m, divided by the sum of all of
    them. So ×1 is a weight of 0, and ×10 weighs as much as ×3 and ×3.33 together.

    Raises
    ------
    CourseError
        If an answer is missing or below 1, or if all are ×1.

    >>> {k: round(w, 3) for k, w in from_swings({"LOSS": 10, "PROX": 1, "FEAS": 3}).items()}
    {'LOSS': 0.677, 'PROX': 0.0, 'FEAS': 0.323}
    """
    if not swings:
        raise CourseError("There are no answers; give one for each factor.")
    missing = [name for name, swing in swings.items() if swing is None]
    if missing:
        raise CourseError(f"There is no answer yet for {listed(missing)}; choose one of the four.")
    wrong = [n for n, s in swings.items() if not (isinstance(s, int | float) and 1 <= s < math.inf)]
    if wrong:
        raise CourseError(f"The answer for {listed(wrong)} has to be a number of 1 or more.")
    logs = {name: math.log(float(swing or 1)) for name, swing in swings.items()}
    if not any(logs.values()):
        raise CourseError(
            "All your answers are ×1, so no factor would change anything; "
            "give at least one factor a larger number."
        )
    return weightings.normalise(logs)


def score(values: Sequence[float], weights: Sequence[float], rule: Rule = "sum") -> float:
    """Score one case, from 0 to 1.

    Parameters
    ----------
    values
        One value from 0 to 1 for each factor.
    weights
        One weight for each factor, in the same order; only their ratios matter.
    rule
        - ``"sum"``: Σ w_k x_k with weights that sum to 1. Factors make up for each other.
        - ``"product"``: Π (1 − r_k (1 − x_k)), where r_k is the weight divided by the heaviest
          weight. An absent factor leaves 1 − r_k of the score: the heaviest leaves nothing, and
          several absent factors pull the score down together.
        - ``"necessary"``: the least of the same numbers 1 − r_k (1 − x_k). The weakest link
          decides alone; r_k says how necessary a factor is.

    Notes
    -----
    The last two are our construction, close to the weighted minimum of fuzzy set theory. With
    values of only 0 and 1, a geometric mean would rank the cases as the sum does, so that a switch
    between the two would show nothing.

    >>> score([1, 1, 0], [2, 1, 1]), score([1, 1, 0], [2, 1, 1], "product")
    (0.75, 0.5)
    >>> score([1, 0, 0], [2, 1, 1], "product"), score([1, 0, 0], [2, 1, 1], "necessary")
    (0.25, 0.5)
    """
    if len(values) != len(weights) or not values:
        raise CourseError(
            f"There are {len(values)} values but {len(weights)} weights; give one for each factor."
        )
    top, total = max(weights), math.fsum(weights)
    if not all(w >= 0 for w in weights) or not 0 < total < math.inf:
        raise CourseError("Weights are 0 or more, and at least one is above 0; change one of them.")
    if rule == "sum":
        return round(sum(w * x for w, x in zip(weights, values, strict=True)) / total, DIGITS)
    left = [1 - w / top * (1 - x) for w, x in zip(weights, values, strict=True)]
    if rule == "product":
        return round(math.prod(left), DIGITS)
    if rule == "necessary":
        return round(min(left), DIGITS)
    raise CourseError(f"There is no rule {rule!r}; choose one of {listed(RULES)}.")


def fit(cases: Cases, weights: Sequence[float], rule: Rule = "sum") -> Fit:
    """Choose the threshold that gets most cases right, and count them.

    Tried are the scores of the cases themselves ("force from this score on") and `NEVER`. Where
    several do equally well, the highest is taken: the model that says "force" least often. So no
    weighting does worse than "always no".

    >>> crises = Cases(("a", "b", "c"), ("LOSS",), ((1,), (1,), (0,)), (True, True, False), (1,)*3)
    >>> fit(crises, [1])
    Fit(threshold=1.0, says=(True, True, False), hits=3.0, of=3.0)
    """
    scores = [score(row, weights, rule) for row in cases.values]
    threshold, hits = best_threshold(scores, cases.outcomes, cases.counts)
    return Fit(threshold, tuple(s >= threshold for s in scores), hits, cases.of)


def best_threshold(
    scores: Sequence[float], outcomes: Sequence[bool], counts: Sequence[float]
) -> tuple[float, float]:
    """Find the best threshold and its hits; of equally good ones, the highest."""
    best = math.fsum(c for c, y in zip(counts, outcomes, strict=True) if not y)
    threshold, hits = NEVER, best
    by = sorted(zip(scores, outcomes, counts, strict=True), key=lambda row: -row[0])
    for place, (level, y, count) in enumerate(by):
        hits += count if y else -count
        last = place + 1 == len(by) or by[place + 1][0] < level
        if last and hits > best + 1e-9:
            threshold, best = level, hits
    return threshold, round(best, DIGITS)


@dataclass(frozen=True, slots=True)
class Baselines:
    """What a weighted model has to beat: no factor, one factor, all factors alike."""

    always_no: float
    best_single: float
    best_factors: tuple[str, ...]
    equal_weights: float


def baselines(cases: Cases) -> Baselines:
    """Count the hits of three models that need no weights from anybody.

    "Always no"; the best single factor (with the factors that reach it; none where none beats
    "always no"); and all factors added with equal weights.

    **Source:** on equal weights, Dawes 1979, "The robust beauty of improper linear models in
    decision making", *American Psychologist* 34:7, 571–582.
    """
    n = len(cases.factors)
    single = [fit(cases, [float(k == place) for k in range(n)]).hits for place in range(n)]
    best = max(single)
    reach = [name for name, hits in zip(cases.factors, single, strict=True) if hits == best]
    named = tuple(reach) if best > cases.always_no + 1e-9 else ()
    return Baselines(cases.always_no, best, named, fit(cases, [1.0] * n).hits)


def chances(cases: Cases, fitted: Fit) -> tuple[float, float]:
    """Give the chance of force where the model says "force", and where it does not.

    Laplace's rule: of n cases k with force give (k + 1) / (n + 2), so that few cases never give 0
    or 1. Found on the cases the model was fitted to; forecasts for others borrow it.

    **Source:** Laplace 1814, *Essai philosophique sur les probabilités*, the rule of succession.

    >>> crises = Cases(("a", "b", "c"), ("LOSS",), ((1,), (1,), (0,)), (True, True, False), (1,)*3)
    >>> yes, no = chances(crises, fit(crises, [1]))
    >>> round(yes, 3), round(no, 3)
    (0.75, 0.333)
    """
    found = []
    for said in (True, False):
        rows = zip(cases.outcomes, cases.counts, fitted.says, strict=True)
        mine = [(y, count) for y, count, says in rows if says is said]
        n = math.fsum(count for _, count in mine)
        found.append((math.fsum(count for y, count in mine if y) + 1) / (n + 2))
    return found[0], found[1]


def separation(cases: Cases) -> dict[str, float]:
    """Give for each factor its mean where force followed less its mean where none did.

    1: the factor was always present with force and never without; 0: it tells nothing apart;
    below 0: it went with restraint. One factor at a time, so it says nothing of combinations.
    """
    found = {}
    for place, name in enumerate(cases.factors):
        means = []
        for outcome in (True, False):
            rows = zip(cases.values, cases.outcomes, cases.counts, strict=True)
            mine = [(row[place], count) for row, y, count in rows if y is outcome]
            n = math.fsum(count for _, count in mine)
            means.append(math.fsum(x * count for x, count in mine) / n if n else 0.0)
        found[name] = means[0] - means[1]
    return found


def case_flip(
    values: Sequence[float], weights: Sequence[float], threshold: float
) -> weightings.Flip | None:
    """Find the smallest change of weights that turns the model's answer on one case.

    Exact, for the sum rule with the threshold held where it is: the answer is the sign of
    Σ w_k (x_k − threshold), and `course.weights.distance_to_flip` finds the nearest zero. None if
    no weights turn it.

    >>> case_flip([1, 0], [0.8, 0.2], 0.5).distance
    0.6000000000000001
    """
    return weightings.distance_to_flip([x - threshold for x in values], weights)
