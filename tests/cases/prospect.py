"""Prospect theory, as the Python model has it."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import Any

from course import prospect, tables
from course.prospect import MEDIANS_1992, Parameters

PARAMETERS = [
    MEDIANS_1992,
    Parameters(alpha=1, beta=1, loss_aversion=1, gamma=1, delta=1),
    Parameters(loss_aversion=1.31),
    Parameters(loss_aversion=1.955),
    Parameters(alpha=0.5, beta=0.5, loss_aversion=4, gamma=0.3, delta=0.3),
    Parameters(alpha=0.7, beta=0.95, loss_aversion=0.8, gamma=0.9, delta=0.45),
]


def _prospects() -> list[list[tuple[float, float]]]:
    by_hand: list[list[tuple[float, float]]] = [
        [],
        [(100, 1)],
        [(-100, 1)],
        [(100, 0.5), (-100, 0.5)],
        [(150, 0.5), (-100, 0.5)],
        [(-40, 1)],
        [(-70, 0.5)],
        [(0, 0.4), (50, 0.6)],
        [(50, 0.2), (50, 0.3), (-20, 0.1), (-30, 0.2)],
    ]
    chance = random.Random(4)
    for _ in range(40):
        outcomes = chance.randint(1, 4)
        cuts = sorted(chance.random() for _ in range(outcomes))
        sizes = [b - a for a, b in zip([0.0, *cuts], cuts, strict=False)]
        by_hand.append([(round(chance.uniform(-9000, 9000), 2), size) for size in sizes])
    rows = tables.problems_1979()
    return by_hand + [list(option) for row in rows for option in (row.option_a, row.option_b)]


def cases() -> dict[str, list[dict[str, Any]]]:
    """Work out cases for every function that js/src/prospect.js repeats."""
    chances = [0.0, 0.001, 0.01, 0.05, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1.0]
    ratios = [(1, 100), (10, 100), (24, 100), (25, 100), (40, 80), (60, 80), (99, 100)]
    problems = [
        {
            "problem": said.problem,
            "option_a": row.option_a,
            "option_b": row.option_b,
            "parameters": asdict(parameters),
            "predicted": said.predicted,
            "values": [said.value_a, said.value_b],
        }
        for parameters in PARAMETERS
        for said, row in zip(
            prospect.problems_1979(parameters), tables.problems_1979(), strict=True
        )
    ]
    return {
        "value": [
            {"outcome": x, "parameters": asdict(p), "value": prospect.value(x, p)}
            for p in PARAMETERS
            for x in (-5000.0, -100.0, -1.0, 0.0, 0.5, 1.0, 6000.0)
        ],
        "weighting": [
            {"probability": c, "exponent": e, "weight": prospect.weighting(c, e)}
            for e in (0.28, 0.45, 0.61, 0.69, 1.0, 1.4)
            for c in chances
        ],
        "prospect": [
            {
                "prospect": pairs,
                "parameters": asdict(p),
                "weights": prospect.decision_weights(pairs, p),
                "value": prospect.prospect_value(pairs, p),
                "equivalent": prospect.certainty_equivalent(pairs, p),
                "average": prospect.expected_value(pairs),
            }
            for p in PARAMETERS[:5]
            for pairs in _prospects()
        ],
        "problems": problems,
        "thresholds": [
            {
                "sure": s,
                "worst": w,
                "parameters": asdict(p),
                "threshold": prospect.intervention_threshold(s, w, p),
                "expected_utility": prospect.expected_utility_threshold(s, w),
            }
            for p in PARAMETERS
            for s, w in ratios
        ],
        "reference": [
            {
                "reference": r,
                "parameters": asdict(p),
                "threshold": prospect.threshold_with_reference(r, p),
            }
            for p in PARAMETERS
            for r in (30, 45, 60, 70, 85, 100)
        ],
        "summary": [
            {
                "parameters": asdict(p),
                "crossover": prospect.crossover(p),
                "acceptance": prospect.acceptance_ratio(p),
            }
            for p in PARAMETERS
        ],
    }
