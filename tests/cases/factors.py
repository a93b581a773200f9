"""Scores, thresholds, baselines and crisp sets, as the Python models have them."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import Any

from course import factors, robust, sets
from course.factors import Cases

SWINGS = [
    [10, 1.5, 3, 3, 1, 1.5, 1],
    [10, 1.5, 1, 3, 1, 1, 10],
    [3, 3, 3, 3, 3, 3, 3],
    [1, 1, 1, 1, 1, 1, 1.5],
    [1, 10, 1.5, 1, 3, 10, 1],
]


def tables() -> list[Cases]:
    """Give tables of cases at random: crisp ones, with halves, with counts, all of one outcome.

    The course's own crises are left out on purpose: a new coding is no new arithmetic.
    """
    drawn = random.Random(7)
    made = []
    plans = ((1, 1.0), (2, 0.0), (6, 0.4), (15, 0.4), (19, 0.37), (19, 0.5), (26, 0.35))
    for place, (n, share) in enumerate(plans):
        codes = (0.0, 1.0) if place % 2 else (0.0, 0.5, 1.0)
        rows = tuple(tuple(drawn.choice(codes) for _ in range(7)) for _ in range(n))
        outcomes = tuple(drawn.random() < share for _ in rows)
        counts = tuple(drawn.choice((1.0, 1.0, 0.5)) for _ in rows)
        made.append(
            Cases(tuple(f"c{k}" for k in range(n)), tuple("ABCDEFG"), rows, outcomes, counts)
        )
    return made


def given(cases: Cases) -> dict[str, Any]:
    """Write a table as the browser has it."""
    return {name: list(part) for name, part in asdict(cases).items()}


def cases() -> dict[str, list[Any]]:
    """Work out all cases."""
    models, crisp = [], []
    for place, table in enumerate(tables()):
        models += [
            {"table": place, **_model(table, swings, rule)}
            for swings in SWINGS
            for rule in factors.RULES
        ]
        for half in ("absent", "present"):
            crisp.append({"table": place, **_crisp(table, half)})
    return {
        "tables": [given(table) for table in tables()],
        "models": models,
        "baselines": [{"table": n, **_baselines(table)} for n, table in enumerate(tables())],
        "sets": crisp,
    }


def _model(table: Cases, swings: list[float], rule: factors.Rule) -> dict[str, Any]:
    shares = factors.from_swings(dict(zip(table.factors, swings, strict=True)))
    weights = list(shares.values())
    fitted = factors.fit(table, weights, rule)
    return {
        "swings": swings,
        "rule": rule,
        "weights": weights,
        "scores": [factors.score(row, weights, rule) for row in table.values],
        "threshold": fitted.threshold,
        "says": list(fitted.says),
        "hits": fitted.hits,
        "of": fitted.of,
        "chances": list(factors.chances(table, fitted)),
    }


def _baselines(table: Cases) -> dict[str, Any]:
    return {
        **asdict(factors.baselines(table)),
        "bar": robust.bar(table),
        "separation": list(factors.separation(table).values()),
    }


def _crisp(table: Cases, half: sets.Half) -> dict[str, Any]:
    chosen = [table.factors[k] for k in (0, 3, 6)]
    rows = [
        {**asdict(row), "contradictory": row.contradictory}
        for row in sets.truth_table(table, chosen, half)
    ]
    return {
        "chosen": chosen,
        "half": half,
        "rows": rows,
        "relations": [asdict(r) for r in sets.relations(table, half).values()],
    }
