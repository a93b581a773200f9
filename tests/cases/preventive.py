"""Preventive war between calculators, as the Python model has it."""

from __future__ import annotations

from itertools import product
from typing import Any

from course import preventive
from course.prospect import Parameters


def cases() -> dict[str, list[Any]]:
    """Give shifts of all kinds: large and small, dear and cheap, and none."""
    rows = []
    steps = [0.0, 0.25, 0.5, 0.75, 1.0]
    for now, later, a, b in product(steps, steps, (0.0, 0.125, 0.375), (0.0, 0.125, 0.375)):
        shift = preventive.Shift(now, later, a, b)
        rows.append(
            {
                "shift": {"now": now, "later": later, "cost_a": a, "cost_b": b},
                "waiting": preventive.waiting(shift),
                "fights": preventive.fights_now(shift),
                "threshold": preventive.calculating_threshold(shift),
                "prospect": preventive.prospect_threshold(shift),
                "whole": preventive.prospect_threshold(shift, reference=1),
                "mild": preventive.prospect_threshold(shift, Parameters(loss_aversion=1.31)),
            }
        )
    return {"shift": rows}
