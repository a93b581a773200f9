"""The key of P3: what is right, and what each known slip earns and is told.

The numbers follow Tversky & Kahneman 1992 (value, weighting, medians) through `course.prospect`;
the threshold is our own derivation from those equations. The slips are the ways in which the
formulas are most often misread; that they are frequent is our judgement.
"""

from __future__ import annotations

from collections.abc import Callable
from math import pow

from course import prospect
from course.grading.marks import Case, Mark, Slip, choice, number, table
from course.homework.items import Variant
from course.homework.plain import Plain, read_choice, read_number, read_whole
from course.prospect import MEDIANS_1992 as M
from course.prospect import weighting

BACK = "Go back to lesson 4, the Curve Lab."
LINE = "Go back to lesson 5, the Reference Point."
BRACKETS = (
    "The formula seems to be there without the brackets around 1/γ or 1/δ: **1/0.5 is a division "
    "by 0.5, **(1/0.5) is a power."
)


def value_right(v: Variant) -> float:
    """V = -λ x^β w(p), with w for losses."""
    return prospect.prospect_value([(-v["loss"], v["chance"])])


def value_slips(v: Variant) -> list[Slip]:
    """Know the ways to V that leave something out or take the wrong parameter."""
    x, p, scale = v["loss"], v["chance"], M.loss_aversion
    losses, gains, curved = weighting(p, M.delta), weighting(p, M.gamma), pow(v["loss"], M.beta)
    right = value_right(v)
    return [
        Slip(
            -scale * curved * p,
            0.5,
            f"The chance stands there as it is, not as a decision weight: w comes first. {BACK}",
            "M11",
        ),
        Slip(
            -scale * curved * gains,
            0.75,
            "You used γ, the exponent for gains, to weigh the chance of a loss; losses have δ. "
            f"{BACK}",
            "P3.gamma-for-losses",
        ),
        Slip(
            -curved * losses,
            0.5,
            "λ is missing: a loss weighs more than an equal gain, and here one outcome is a loss. "
            f"{BACK}",
            "P3.no-lambda",
        ),
        Slip(
            -pow(scale * x, M.beta) * losses,
            0.5,
            f"λ stands inside the power. The loss is curved first, then multiplied by λ. {BACK}",
            "P3.lambda-inside",
        ),
        Slip(
            -scale * curved * pow(p, M.delta) / (pow(p, M.delta) + pow(1 - p, M.delta)) / M.delta,
            0.75,
            f"{BRACKETS} {BACK}",
            "P3.no-brackets",
        ),
        Slip(-right, 0.5, "The size fits; mind on which side of zero a loss lies.", "P3.sign"),
        Slip(
            -scale * x * losses,
            0.5,
            "The loss is not curved: it has to be raised to the power β before anything else. "
            f"{BACK}",
            "P3.no-curvature",
        ),
        Slip(
            prospect.certainty_equivalent([(-x, p)]),
            0.75,
            "That is the sure loss that feels equally bad, in money. Asked for was the value V, "
            "which has no unit.",
            "P3.certainty-equivalent",
        ),
        Slip(
            -x * p,
            0.25,
            "That is the expected value, which prospect theory was made to replace: no curve, no "
            f"decision weight, no λ. {BACK}",
            "M11",
        ),
    ]


def weight_slips(v: Variant) -> list[Slip]:
    """Know the ways to w(p) that take the wrong exponent or only part of the formula."""
    p, g = v["rare"], M.gamma
    top, sum_ = pow(p, g), pow(p, g) + pow(1 - p, g)
    return [
        Slip(
            weighting(p, M.delta),
            0.75,
            f"You used δ, the exponent for losses; this is the chance of a gain. {BACK}",
            "P3.delta-for-gains",
        ),
        Slip(
            top / sum_,
            0.5,
            f"The sum below the line has to be raised to the power 1/γ. {BACK}",
            "P3.no-root",
        ),
        Slip(top / sum_ / g, 0.75, f"{BRACKETS} {BACK}", "P3.no-brackets"),
        Slip(
            top,
            0.25,
            f"That is what stands above the line; it has still to be divided. {BACK}",
            "P3.numerator-only",
        ),
        Slip(
            p,
            0.0,
            f"That is the chance itself. The question is what it weighs in the decision. {BACK}",
            "M11",
        ),
    ]


def threshold_right(v: Variant) -> float:
    """p* with w(1 - p*) = (S/L)^β."""
    return prospect.intervention_threshold(v["sure"], v["worst"])


def threshold_slips(v: Variant) -> list[Slip]:
    """Know the thresholds of half a theory, and of the wrong side of the gamble."""
    ratio = v["sure"] / v["worst"]
    right = threshold_right(v)
    gains = prospect.Parameters(delta=M.gamma)
    return [
        Slip(
            1 - right,
            0.75,
            "That is the chance of failure at which the two are equal; asked for was success. "
            f"{LINE}",
            "P3.failure-for-success",
        ),
        Slip(
            prospect.expected_utility_threshold(v["sure"], v["worst"]),
            0.5,
            "That is the threshold of a cold calculator, 1 − S/L: neither curve nor weights. "
            f"{LINE}",
            "P3.expected-utility",
        ),
        Slip(
            1 - pow(ratio, M.beta),
            0.5,
            f"The curve is in, the decision weights are not. {LINE}",
            "P3.curve-only",
        ),
        Slip(
            _solve(lambda q: weighting(q, M.delta), ratio),
            0.5,
            f"The decision weights are in, the curve is not. {LINE}",
            "P3.weights-only",
        ),
        Slip(
            prospect.intervention_threshold(v["sure"], v["worst"], gains),
            0.75,
            f"You used γ, the exponent for gains; both outcomes here are losses. {LINE}",
            "P3.gamma-for-losses",
        ),
        Slip(
            _solve(lambda q: weighting(q, M.delta), pow(ratio, M.beta) / M.loss_aversion),
            0.5,
            "λ stands on one side only. Write down what each of the two options is worth, and "
            f"look where λ appears. {LINE}",
            "M07",
        ),
        Slip(
            ratio,
            0.25,
            f"That is S/L itself. It is the place to start from, not the threshold. {LINE}",
            "P3.ratio",
        ),
    ]


def _solve(weight: Callable[[float], float], target: float) -> float:
    """Find the chance of success p at which the chance of failure, 1 - p, weighs `target`."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (low, middle) if weight(1 - middle) < target else (middle, high)
    return (low + high) / 2


def reproduced(answer: Plain, case: Case) -> Mark:
    """Mark the count of problems: the formula with the 1992 medians, against the table."""
    right = sum(outcome.matches for outcome in prospect.problems_1979())
    said, points = read_number(answer), case.item.points
    if said == right:
        return Mark(points, points, "Counted right.")
    if abs(said - right) == 1:
        return Mark(points / 2, points, "Off by one; count the rows of the table again.")
    if said == len(prospect.problems_1979()):
        text = "A fit to every row would be too good to be true. Count row by row."
        return Mark(0, points, f"{text} {BACK}", "M12")
    if 0 < said < 1:
        return Mark(0, points, "That is a share; asked for is a count, a whole number.")
    read_whole(answer)
    return Mark(
        0,
        points,
        "The table gives another count. Take it row by row: which V is higher, which option did "
        "more people choose, are the two the same? Of two values below zero, the one nearer to "
        f"zero is the higher. {BACK}",
    )


def coded(entry: str, said: Plain, case: Case) -> Mark:
    """Give the point for coding a statement at all: coders differ, and that is the lesson."""
    read_choice(said, tuple(option.id for option in case.item.options))
    return Mark(1, 1, "coded.")


KEY = {
    "value_of_gamble": number(
        value_right,
        value_slips,
        within=lambda right: max(0.5, abs(right) / 1000),
        well_done="Curve, λ and decision weight are all in their places.",
        otherwise="This is none of the values that come of a known slip; take it in steps: curve "
        f"the loss, multiply by λ, then by the weight of the chance. {BACK}",
    ),
    "decision_weight": number(
        lambda v: weighting(v["rare"], M.gamma),
        weight_slips,
        within=lambda right: 0.001,
        well_done="A small chance weighs more than it is.",
        otherwise="This does not follow from the formula with γ = 0.61, nor from a known slip; "
        f"work out what stands above the line first. {BACK}",
    ),
    "threshold": number(
        threshold_right,
        threshold_slips,
        within=lambda right: 0.005,
        well_done="Both mechanisms are in: the curve, and the weight of the chance of failure.",
        otherwise="This is neither the threshold nor one that comes of a known slip; find the "
        f"chance of failure whose weight is (S/L) to the power β. {LINE}",
    ),
    "more_loss_aversion": choice(
        lambda v: "B",
        {
            "A": Slip(
                "A",
                0,
                "λ does not weigh on the sure loss alone. Write down what each of the two options "
                f"is worth, once with each λ, and compare. {LINE}",
                "M07",
            ),
            "C": Slip(
                "C",
                0,
                "That is how it goes when one option can win something. Write down what each of "
                f"the two options here is worth, once with each λ, and compare. {LINE}",
                "M07",
            ),
        },
        well_done="λ multiplies both sides and cancels: what tempts to gamble in losses is not "
        "loss aversion.",
    ),
    "reproduced": reproduced,
    "domains": table(coded, well_done="All four are coded.", count="Coded"),
}
