"""P5, the capstone: which factor, whose coding, and what a half counts as, for each student.

The rest of the capstone differs by itself: it is the student's own journal.
"""

from __future__ import annotations

from collections.abc import Callable

from course import casebook, crises, tables
from course.homework.draws import Draw
from course.homework.items import Variant
from course.lesson import Panel, table

# Factor, what a half counts as, coder: those for which every mistake that we know gives a number
# of its own (a test says so).
SETS = (
    ("LOSS", "present", 1), ("LOSS", "absent", 1), ("LOSS", "present", 2), ("LOSS", "absent", 2),
    ("FEAS", "present", 1), ("FEAS", "absent", 1), ("FEAS", "absent", 2),
    ("PROX", "absent", 1), ("PROX", "absent", 2),
    ("ALLY", "present", 1), ("ALLY", "present", 2),
    ("INTENT", "absent", 2),
    ("MOB", "absent", 2), ("MOB", "present", 1),
    ("IMP", "absent", 2), ("IMP", "present", 2),
)  # fmt: skip
BASELINES = {
    "always no": 'the model that never says "force"',
    "best single": "the best of the seven models that look at one factor alone",
    "equal weights": "the model that adds up all seven factors alike",
}


def variant(draw: Draw) -> Variant:
    """Draw one factor, with a coder and with what a half counts as."""
    factor, half, coder = draw.pick("set", SETS)
    name = next(row.name for row in tables.factors() if row.id == factor)
    return {
        "factor": factor,
        "factor_name": name,
        "half": half,
        "coder": coder,
        "baselines": dict(BASELINES),
    }


def crises_table(variant: Variant) -> Panel:
    """Show the 19 crises with one coder's values, those with the largest sum first."""
    rows = []
    for case in crises.cases("training", variant["coder"]):
        outcome = "force" if case.outcome() else "none"
        values = (f"{value:g}" for value in case.values)
        rows.append((casebook.label(case.crisis), outcome, *values, f"{sum(case.values):g}"))
    rows.sort(key=lambda row: -float(row[-1]))
    head = ("Crisis", "Outcome", *crises.factors(), "Sum")
    return table(head, rows, f"Nineteen crises, 1992 to 2020, as coder {variant['coder']} saw them")


def counts_table(variant: Variant) -> Panel:
    """Show for each factor how many crises have which value, with force and without."""
    cases = casebook.cases("training", variant["coder"])
    rows = []
    for place, name in enumerate(cases.factors):
        pairs = [(row[place], y) for row, y in zip(cases.values, cases.outcomes, strict=True)]
        cells = (f"{pairs.count((x, True))} · {pairs.count((x, False))}" for x in (1, 0.5, 0))
        rows.append((name, *cells))
    head = ("Factor", "1: force · none", "½: force · none", "0: force · none")
    return table(head, rows, "Crises by the value of each factor: with force · with none")


SHOWN: dict[str, Callable[[Variant], Panel]] = {"crises": crises_table, "counts": counts_table}
