"""Prospect theory: choosing under risk, seen from a reference point.

The argument. People do not value final states but gains and losses from a reference point. They
grow less sensitive the further from it (curvature), weigh losses more than gains (loss aversion),
and treat probabilities as decision weights that overrate the rare and underrate the likely. From
this follows *when* a threatened loss makes someone gamble, and when it does not.

Assumptions: outcomes and their probabilities are given (in politics they are not); one person
decides; the reference point is known (whoever codes it chooses much of the answer: see
`threshold_with_reference`). The parameters are medians of 25 students of 1992, not constants of
nature; published averages of loss aversion run from about 1.3 (Walasek, Mullett & Stewart 2024,
*Journal of Economic Psychology* 103:102740) to about 2 (Brown, Imai, Vieider & Camerer 2024,
*Journal of Economic Literature*, doi 10.1257/jel.20221698).

**Sources:** Kahneman & Tversky 1979, *Econometrica* 47:2, 263–291 (the theory, the problems);
Tversky & Kahneman 1992, *Journal of Risk and Uncertainty* 5, 297–323 (the cumulative version used
here: value function, weighting functions, decision weights, medians). The thresholds for an
intervention and the crossover are our own derivations from those equations.

A prospect is a list of (outcome, probability) pairs; probability that is left over goes to the
outcome 0, "nothing changes": ``[(4000, 0.8)]`` wins 4000 with probability 0.8.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, fields
from typing import Literal

from course import tables
from course.errors import CourseError

Prospect = Sequence[tuple[float, float]]
Preference = Literal["A", "B", "tie"]
SMALLEST_EXPONENT = 0.28
"""Below this exponent the weighting function falls in places: more chance would weigh less."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """The five parameters; the defaults are the medians of Tversky & Kahneman 1992.

    `alpha`, `beta`: curvature for gains and for losses (1: straight; above 0). `loss_aversion`:
    λ, how much more a loss weighs than an equal gain (1: no more; above 0). `gamma`, `delta`:
    exponents of the weighting functions for gains and for losses (1: no distortion; 0.28 or
    more). With alpha ≠ beta the meaning of λ changes with the unit of money; keep them equal.
    """

    alpha: float = 0.88
    beta: float = 0.88
    loss_aversion: float = 2.25
    gamma: float = 0.61
    delta: float = 0.69

    def __post_init__(self) -> None:
        for field, number in zip(fields(self), astuple(self), strict=True):
            least = SMALLEST_EXPONENT if field.name in ("gamma", "delta") else math.ulp(0.0)
            if not least <= number < math.inf:  # NaN fails this test too
                asked = f"{least} or more" if least > 0.1 else "above 0"
                raise CourseError(f"The parameter {field.name} has to be a number {asked}.")


MEDIANS_1992 = Parameters()


def value(outcome: float, parameters: Parameters = MEDIANS_1992) -> float:
    """Value a gain or loss: x^α for gains, −λ(−x)^β for losses.

    **Source:** equation as in Tversky & Kahneman 1992.

    >>> round(value(100), 1), round(value(-100), 1)
    (57.5, -129.5)
    """
    if outcome >= 0:
        return math.pow(outcome, parameters.alpha)
    return -parameters.loss_aversion * math.pow(-outcome, parameters.beta)


def weighting(probability: float, exponent: float) -> float:
    """Turn a probability into the weight it gets: p^γ / [p^γ + (1−p)^γ]^(1/γ).

    `exponent` is gamma for gains and delta for losses.

    **Source:** equation as in Tversky & Kahneman 1992.

    >>> round(weighting(0.01, 0.61), 4), round(weighting(0.99, 0.61), 4)
    (0.0553, 0.9116)
    """
    p = _probability(probability)
    if p in (0, 1):
        return p
    for_it, against = math.pow(p, exponent), math.pow(1 - p, exponent)
    return for_it / math.pow(for_it + against, 1 / exponent)


def decision_weights(
    prospect: Prospect, parameters: Parameters = MEDIANS_1992
) -> tuple[float, ...]:
    """Find the decision weight of each outcome, in the order given.

    Weights depend on rank: a gain weighs w(chance of it or better) − w(chance of better), a loss
    w(chance of it or worse) − w(chance of worse). They need not sum to 1. The outcome 0 weighs
    nothing here, for its value is 0.

    **Source:** equation as in Tversky & Kahneman 1992.

    >>> [round(weight, 3) for weight in decision_weights([(100, 0.05), (50, 0.9), (-20, 0.05)])]
    [0.132, 0.662, 0.111]
    """
    pairs = _sound(prospect)
    weights = [0.0] * len(pairs)
    for sign, exponent in ((1, parameters.gamma), (-1, parameters.delta)):
        cumulated, weighed = 0.0, 0.0
        side = [i for i, (outcome, _) in enumerate(pairs) if sign * outcome > 0]
        for i in sorted(side, key=lambda i: -sign * pairs[i][0]):  # from the extreme inwards
            cumulated = min(1.0, cumulated + pairs[i][1])
            now = weighting(cumulated, exponent)
            weights[i], weighed = now - weighed, now
    return tuple(weights)


def prospect_value(prospect: Prospect, parameters: Parameters = MEDIANS_1992) -> float:
    """Value a prospect: the sum of decision weights times values.

    >>> round(prospect_value([(4000, 0.8)]), 1), round(prospect_value([(3000, 1)]), 1)
    (898.1, 1147.8)
    """
    weights = decision_weights(prospect, parameters)
    return math.fsum(
        weight * value(outcome, parameters)
        for weight, (outcome, _) in zip(weights, prospect, strict=True)
    )


def certainty_equivalent(prospect: Prospect, parameters: Parameters = MEDIANS_1992) -> float:
    """Find the sure outcome that is worth as much as the prospect.

    >>> round(certainty_equivalent([(100, 0.5)]), 1), round(certainty_equivalent([(-100, 0.5)]), 1)
    (37.4, -40.8)
    """
    worth = prospect_value(prospect, parameters)
    if worth >= 0:
        return math.pow(worth, 1 / parameters.alpha)
    return -math.pow(-worth / parameters.loss_aversion, 1 / parameters.beta)


def expected_value(prospect: Prospect) -> float:
    """Find the plain average outcome, the yardstick of a risk-neutral chooser."""
    return math.fsum(outcome * probability for outcome, probability in _sound(prospect))


def preferred(
    first: Prospect, second: Prospect, parameters: Parameters = MEDIANS_1992
) -> Preference:
    """Say which of two prospects the theory prefers: A (the first), B (the second) or neither.

    >>> preferred([(4000, 0.8)], [(3000, 1)]), preferred([(-4000, 0.8)], [(-3000, 1)])
    ('B', 'A')
    """
    a, b = prospect_value(first, parameters), prospect_value(second, parameters)
    if math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-12):
        return "tie"
    return "A" if a > b else "B"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the theory says of one problem of 1979, beside what most people chose."""

    problem: str
    value_a: float
    value_b: float
    predicted: Preference
    majority: Preference
    confirmed: bool

    @property
    def matches(self) -> bool:
        """Whether the theory predicts the choice of the majority."""
        return self.predicted == self.majority


def problems_1979(parameters: Parameters = MEDIANS_1992) -> tuple[Outcome, ...]:
    """Hold the theory against the choice problems of 1979.

    A sum handed over before the choice (problems 11 and 12) is taken as already pocketed: it is
    part of the reference point, as in the article. Where `confirmed` is false the percentages
    behind the majority are from memory (see the table ``problems_1979``).

    >>> outcomes = problems_1979()
    >>> sum(outcome.matches for outcome in outcomes), len(outcomes)
    (12, 16)
    """
    return tuple(
        Outcome(
            row.problem,
            prospect_value(row.option_a, parameters),
            prospect_value(row.option_b, parameters),
            preferred(row.option_a, row.option_b, parameters),
            "A" if row.percent_a > row.percent_b else "B",
            row.confirmed,
        )
        for row in tables.problems_1979()
    )


def acceptance_ratio(parameters: Parameters = MEDIANS_1992, loss: float = 100) -> float:
    """How much must a fair coin offer to win, per unit it may lose, to be worth accepting?

    With the 1992 medians 2.74, not λ = 2.25: the weight of one half differs between gains and
    losses, and the curvature enters too.

    >>> round(acceptance_ratio(), 2)
    2.74
    """
    if not 0 < loss < math.inf:
        raise CourseError("The possible loss has to be a number above 0.")
    fear = -value(-loss, parameters) * weighting(0.5, parameters.delta)
    return math.pow(fear / weighting(0.5, parameters.gamma), 1 / parameters.alpha) / loss


def expected_utility_threshold(sure_loss: float, worst_loss: float) -> float:
    """The chance of success from which a risk-neutral actor intervenes: 1 − S/L.

    Doing nothing loses S for sure; intervening loses nothing if it succeeds and L > S if it fails.

    >>> expected_utility_threshold(sure_loss=40, worst_loss=80)
    0.5
    """
    return 1 - _ratio(sure_loss, worst_loss)


def intervention_threshold(
    sure_loss: float, worst_loss: float, parameters: Parameters = MEDIANS_1992
) -> float:
    """The chance of success p* from which prospect theory predicts an intervention.

    Reference point: the old position, so that every outcome is a loss or nothing. Both sides then
    carry the factor λ, and it cancels: w(1 − p*) = (S/L)^β, with w for losses. Compare
    `expected_utility_threshold`: a lower p* means more readiness to use force.

    >>> round(intervention_threshold(sure_loss=60, worst_loss=80), 3)  # bolder than .250
    0.099
    >>> round(intervention_threshold(sure_loss=10, worst_loss=100), 3)  # more cautious than .900
    0.934
    """
    target = math.pow(_ratio(sure_loss, worst_loss), parameters.beta)
    return _bisect(lambda p: target - weighting(1 - p, parameters.delta))


def crossover(parameters: Parameters = MEDIANS_1992) -> float | None:
    """The S/L at which prospect theory and expected utility ask for the same chance of success.

    About 0.245 with the 1992 medians. Above it the sure loss is a large part of the worst case,
    and prospect theory is the bolder one; below it, the more cautious one. "In the domain of
    losses, hence force" is therefore wrong as it stands. None: one of them is bolder throughout,
    or they agree throughout (the crossover is where w(S/L) = (S/L)^β).

    >>> round(crossover(), 3)
    0.245
    """

    def boldness(ratio: float) -> float:
        gap = math.pow(ratio, parameters.beta) - weighting(ratio, parameters.delta)
        return gap if abs(gap) > 1e-12 else 0.0

    if boldness(1e-6) * boldness(1 - 1e-6) >= 0:
        return None
    sign = -1 if boldness(1e-6) > 0 else 1
    return _bisect(lambda ratio: sign * boldness(ratio), 1e-6, 1 - 1e-6)


def threshold_with_reference(
    reference: float,
    parameters: Parameters = MEDIANS_1992,
    *,
    nothing: float = 60,
    success: float = 100,
    failure: float = 30,
) -> float:
    """The same final states seen from another reference point: which p* does it ask for?

    Doing nothing ends at `nothing`, success at `success`, failure at `failure`; the defaults are
    our illustration. Only the point moves from which they count as gains or losses. Expected
    utility knows no reference point: its threshold stays at `final_states_threshold`.

    >>> round(threshold_with_reference(100), 3), round(threshold_with_reference(60), 3)
    (0.269, 0.721)
    """
    _in_order(nothing, success, failure)
    if not math.isfinite(reference):
        raise CourseError("The reference point has to be a number.")
    sure = value(nothing - reference, parameters)

    def advantage(p: float) -> float:
        gamble = [(success - reference, p), (failure - reference, 1 - p)]
        return prospect_value(gamble, parameters) - sure

    return _bisect(advantage)


def final_states_threshold(
    *, nothing: float = 60, success: float = 100, failure: float = 30
) -> float:
    """The risk-neutral threshold between three final states.

    >>> round(final_states_threshold(), 3)
    0.429
    """
    _in_order(nothing, success, failure)
    return (nothing - failure) / (success - failure)


def _bisect(rising: Callable[[float], float], low: float = 0.0, high: float = 1.0) -> float:
    """Halve the interval until the place where `rising` turns positive is known to 1e-15."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2


def _probability(probability: float) -> float:
    if not 0 <= probability <= 1:  # NaN fails this test too
        raise CourseError("A probability has to be a number from 0 to 1.")
    return float(probability)


def _sound(prospect: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    pairs = [(float(outcome), _probability(p)) for outcome, p in prospect]
    if not all(math.isfinite(outcome) for outcome, _ in pairs):
        raise CourseError("Every outcome of a prospect has to be a finite number.")
    if math.fsum(p for _, p in pairs) > 1 + 1e-9:
        raise CourseError("The probabilities of a prospect may not add up to more than 1.")
    return pairs


def _ratio(sure_loss: float, worst_loss: float) -> float:
    if not 0 < sure_loss < worst_loss < math.inf:
        raise CourseError(
            "The sure loss S and the worst loss L have to be numbers with 0 < S < L: if failing "
            "cost no more than doing nothing, there would be nothing to decide."
        )
    return sure_loss / worst_loss


def _in_order(nothing: float, success: float, failure: float) -> None:
    if not -math.inf < failure < nothing < success < math.inf:
        raise CourseError(
            "The final states have to be numbers with failure < nothing < success, or else there "
            "would be nothing to decide."
        )
