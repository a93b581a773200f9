"""P3, the prospect lab: which gamble, which chance, which losses each student works with."""

from __future__ import annotations

from collections.abc import Sequence

from course import extracts, prospect, tables
from course.homework.draws import Draw
from course.homework.items import Variant
from course.lesson import Panel, table
from course.prospect import MEDIANS_1992, weighting

# The pairs for which every mistake that we know gives a number of its own (a test says so).
GAMBLES = ((1000, 0.5), (800, 0.5), (1200, 0.5), (600, 0.4), (1500, 0.4), (900, 0.6), (2000, 0.6))
RARE = (0.10, 0.08, 0.12, 0.15, 0.05)
# A sure loss of 0.6 of the worst would make a forgotten 1 - p and a λ on one side look the same.
CRISES = ((40, 70), (45, 80), (50, 80), (60, 95), (35, 60), (55, 95))
STATEMENTS = 4


def variant(draw: Draw) -> Variant:
    """Draw one gamble, one small chance, one crisis, and four statements to code."""
    loss, chance = draw.pick("gamble", GAMBLES)
    sure, worst = draw.pick("crisis", CRISES)
    said = draw.sample("statements", extracts.extracts(), STATEMENTS)
    return {
        "loss": loss,
        "chance": chance,
        "rare": draw.pick("rare", RARE),
        "sure": sure,
        "worst": worst,
        "statements": {str(n): e.text for n, e in enumerate(said, start=1)},
    }


def weights(variant: Variant) -> Panel:
    """Show decision weights for losses, for chances from 0.500 to 0.895, to look up one in.

    δ is the 1992 median, 0.69. The first column gives the chance to two decimals, the others add
    to it.
    """
    steps = [round(0.005 * turn, 3) for turn in range(10)]
    head = ("Chance", *(f"+ {step:.3f}" for step in steps))
    rows = []
    for turn in range(8):
        chance = 0.5 + 0.05 * turn
        found = (weighting(chance + step, MEDIANS_1992.delta) for step in steps)
        rows.append((f"{chance:.2f}", *(f"{weight:.3f}" for weight in found)))
    return table(head, rows, "What the chance of a loss weighs in the decision (δ = 0.69)")


def problems(variant: Variant) -> Panel:
    """Show what people chose in the problems of 1979, and the value the formula gives each option.

    **Source:** the table ``problems_1979``; values by `course.prospect` with the 1992 medians.
    """
    rows = []
    for row, outcome in zip(tables.problems_1979(), prospect.problems_1979(), strict=True):
        options = (_in_words(row.option_a), _in_words(row.option_b))
        values = (f"{outcome.value_a:.1f}", f"{outcome.value_b:.1f}")
        rows.append((row.problem, *options, f"{row.percent_a} %", f"{row.percent_b} %", *values))
    head = ("Problem", "A", "B", "chose A", "chose B", "V of A", "V of B")
    return table(head, rows, "The sixteen problems of 1979, and V with the 1992 medians")


def _in_words(option: Sequence[tuple[float, float]]) -> str:
    """Write a prospect for the table: 2500 with 33 %, else 0."""
    parts = [f"{x:g}" if p == 1 else f"{x:g} with {100 * p:g} %" for x, p in option if x or p == 1]
    return ", ".join(parts)


SHOWN = {"weights": weights, "problems": problems}
