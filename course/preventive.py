"""Preventive war without psychology: when does a calculating state fight now rather than later?

Two states, A and B, divide a good of size 1. A war gives the whole good to the winner. A wins with
probability p; the war costs A `cost_a` and B `cost_b`, in shares of the good. Both only calculate.

If nothing changes, some division always leaves both better off than war: that is the bargaining
range. If A expects to win less often later, B cannot promise today not to use its strength then.
A compares war now, worth p − cost_a, with the most that B would still leave it later, p′ + cost_b.
It fights now if the first is larger: the shift in power has to outweigh the costs of both.

Assumptions: A and B agree on all numbers; what A receives before the shift and the discount on
later years are left out, so the condition is approximate; losing means losing everything.

**Source:** Fearon 1995, *International Organization* 49:3, 379–414 (bargaining range; commitment
problems and preventive war); Powell 2006, *International Organization* 60:1, 169–203. The
comparison with prospect theory on the same three outcomes is ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from course.errors import CourseError
from course.prospect import MEDIANS_1992, Parameters, threshold_with_reference


@dataclass(frozen=True, slots=True)
class Shift:
    """A shift in power that A expects: all four numbers are shares, from 0 to 1.

    Attributes
    ----------
    now, later
        A's chance to win a war fought today, and one fought after the shift.
    cost_a, cost_b
        What a war costs each side, in shares of the good.
    """

    now: float
    later: float
    cost_a: float
    cost_b: float

    def __post_init__(self) -> None:
        for part in (self.now, self.later, self.cost_a, self.cost_b):
            if not 0 <= part <= 1:  # NaN fails this test too
                raise CourseError("Chances and costs of a war have to be numbers from 0 to 1.")


def bargaining_range(chance: float, cost_a: float, cost_b: float) -> tuple[float, float]:
    """Return the shares for A that both sides prefer to war: p − cost_a to p + cost_b.

    Cut at 0 and 1, since nobody can get less than nothing or more than all.

    >>> low, high = bargaining_range(0.5, 0.125, 0.25)
    >>> low, high
    (0.375, 0.75)
    """
    shift = Shift(chance, chance, cost_a, cost_b)
    return max(0.0, shift.now - shift.cost_a), min(1.0, shift.now + shift.cost_b)


def waiting(shift: Shift) -> float:
    """Return the most that B would leave A after the shift without a war, at most 1.

    >>> waiting(Shift(now=0.75, later=0.25, cost_a=0.125, cost_b=0.125))
    0.375
    """
    return bargaining_range(shift.later, shift.cost_a, shift.cost_b)[1]


def fights_now(shift: Shift) -> bool:
    """Say whether a calculating A fights now: p − cost_a > p′ + cost_b.

    >>> fights_now(Shift(now=0.75, later=0.25, cost_a=0.125, cost_b=0.125))
    True
    >>> fights_now(Shift(now=0.5, later=0.375, cost_a=0.125, cost_b=0.125))  # too small a shift
    False
    """
    return shift.now - shift.cost_a > waiting(shift)


def calculating_threshold(shift: Shift) -> float:
    """Return the chance to win today from which a calculating A fights: p′ + cost_b + cost_a.

    Above 1: no chance would do. With the same three outcomes it is the threshold of expected
    utility, `prospect.final_states_threshold`.

    >>> calculating_threshold(Shift(now=0.75, later=0.25, cost_a=0.125, cost_b=0.125))
    0.5
    """
    return waiting(shift) + shift.cost_a


def prospect_threshold(
    shift: Shift, parameters: Parameters = MEDIANS_1992, *, reference: float | None = None
) -> float | None:
    """Return the chance to win from which prospect theory predicts that the same A fights now.

    `reference` is the share that A counts as its own; if none is given, what A can expect from a
    war today, the share p. Which one it is, is our choice, and much hangs on it: seen from p a war
    can still win something, and prospect theory is hardly ever the bolder one; seen from the
    whole, 1, everything but victory is a loss, and it often is. Waiting ends at p′ + cost_b for
    sure, war at 1 − cost_a or at −cost_a. None: waiting gives more than victory would, or less
    than defeat, so there is nothing to weigh.

    >>> shift = Shift(now=0.75, later=0.25, cost_a=0.125, cost_b=0.125)  # waiting is a loss
    >>> calculating_threshold(shift), round(prospect_threshold(shift), 3)
    (0.5, 0.42)
    >>> round(prospect_threshold(shift, reference=1), 3)
    0.385
    """
    nothing, success, failure = waiting(shift), 1 - shift.cost_a, -shift.cost_a
    if not failure < nothing < success:
        return None
    seen_from = shift.now if reference is None else reference
    return threshold_with_reference(
        seen_from, parameters, nothing=nothing, success=success, failure=failure
    )
