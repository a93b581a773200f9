"""Weighing evidence, as `course.evidence` has it: for js/src/evidence.js."""

from __future__ import annotations

import random
from dataclasses import asdict
from typing import Any

from cases import short
from course import evidence, tables

LETTERS = "TPIDLVS"
SCALES = [dict(evidence.PUBLISHED), {1: 0.01, 2: 0.3, 3: 0.5, 4: 0.6, 5: 0.99}]
CLUSTERS = {card.id: card.cluster for card in tables.evidence()}


def ratings() -> list[dict[str, dict[str, int]]]:
    """Give sets of ratings: all alike, a tie, the two raters' own, and some at random."""
    chosen = ("E3", "E12", "E13", "E16", "E18", "E20", "E21", "E23")
    by = {(r.rater, r.evidence, r.hypothesis): r.rating for r in tables.ratings()}
    raters = [{c: {h: by[who, c, h] for h in LETTERS} for c in chosen} for who in ("R", "C")]
    rng = random.Random(6)
    wild = [
        {c: {h: rng.choice(evidence.STEPS) for h in LETTERS} for c in rng.sample(list(CLUSTERS), n)}
        for n in (1, 2, 4, 8, 8, 8, 12)
    ]
    alike = {"E1": dict.fromkeys(LETTERS, 3), "E2": dict.fromkeys(LETTERS, 5)}
    tie = {"E1": {**dict.fromkeys(LETTERS, 2), "T": 4, "S": 4}}
    return [alike, tie, *raters, *wild]


def cases() -> dict[str, list[Any]]:
    """Give all cases."""
    return {
        "balance": [
            balance(rated, scale, once)
            for rated in ratings()
            for scale in SCALES
            for once in (False, True)
        ],
        "tests": [
            {
                "p": p / 20, "q": q / 20,
                "outcomes": asdict(evidence.outcomes(p / 20, q / 20)),
                "kind": evidence.kind(p / 20, q / 20),
            }
            for p in range(1, 20)
            for q in range(1, 20)
        ],
    }  # fmt: skip


def balance(
    rated: dict[str, dict[str, int]], scale: dict[int, float], once: bool
) -> dict[str, Any]:
    """Work out one case."""
    counted = evidence.counts({card: CLUSTERS[card] for card in rated}, once=once)
    shares = evidence.posterior(rated, scale=scale, counted=counted)
    spread = {c: evidence.diagnosticity(r) for c, r in evidence.chances(rated, scale).items()}
    return {
        "cards": [{"id": card, "cluster": CLUSTERS[card]} for card in rated],
        "ratings": rated,
        "scale": {str(step): short(p) for step, p in scale.items()},
        "once": once,
        "counted": counted,
        "posterior": shares,
        "leaders": list(evidence.leaders(shares)),
        "diagnosticity": spread,
        "flips": [asdict(flip) for flip in evidence.flips(rated, scale=scale, counted=counted)[:6]],
        "nothing": evidence.tells_nothing(rated),
    }
