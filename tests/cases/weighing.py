"""Weights, the security dilemma and CINC, as the Python models have them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict
from itertools import product
from typing import Any

from cases import short
from course import dilemma, power, threat, weights

BY_HAND = [
    [1.0],
    [-1.0],
    [0.0],
    [0.0, 0.0, 0.0, 0.0],
    [1.0, -1.0],
    [1.0, 0.0],
    [-1.0, 0.0],
    [1.0, 1.0, -1.0, -1.0],
    [1.0, 1.0, 1.0, -1.0],
    [0.5, -0.5, 0.5, -0.5, 0.0],
    [0.3, 0.3, -0.1, -0.1],
    [0.3, 0.300000001, -0.1, -0.1],
    [1e-9, -1.0, 2.0, -3.0],
    [0.0, 0.0, 1.0, -1.0],
    [0.4, 0.6, 0.9, 0.0],
    [-0.4, -0.6, -0.9, 0.0],
    [2.0, 1.0, 0.5, -4.0, -0.25, 0.125, -0.0625],
]
ORDERS: list[list[list[int]]] = [
    [[0, 1, 2, 3]],
    [[0], [1], [2], [3]],
    [[3], [2], [1], [0]],
    [[3], [0, 1, 2]],
    [[1, 3], [0, 2]],
    [[0, 1, 2], [3]],
    [[2], [0, 1], [3]],
]
EXACT_START = [[1, 1, 1, 1], [4, 3, 2, 1], [1, 3, 10, 1.5], [0, 0, 1, 1], [1, 0, 0, 0]]
GAMES = [
    dilemma.Game(5, 3, 1, 0),
    dilemma.Game(3, 4, 2, 0),
    dilemma.Game(4, 3, 0, 1),
    dilemma.Game(2, 4, 0, 1),
    dilemma.Game(3, 3, 1, 0),
    dilemma.Game(1, 1, 1, 1),
    *(dilemma.payoffs(o / 10) for o in range(11)),
]


def contrast_vectors() -> list[list[float]]:
    """Give vectors of contrasts: edge cases, the articles' claims, and some at random."""
    real = [
        list(threat.contrasts(c.observer, c.first, c.second, year, threat.Measures(form=form)))
        for c, year, form in product(
            threat.CLAIMS, (1992, 2004, 2014, 2022), ("additive", "geometric")
        )
    ]
    draw = random.Random(2).random
    chance = [[round(2 * draw() - 1, 2) for _ in range(size)] for size in (2, 3, 4, 4, 4, 5, 6, 7)]
    return BY_HAND + [[short(d) for d in four] for four in real] + chance


def of_four() -> list[list[float]]:
    """Give those of the vectors that have four contrasts."""
    return [vector for vector in contrast_vectors() if len(vector) == 4]


def flip(contrasts: list[float], start: list[float]) -> dict[str, Any] | None:
    """Give the nearest reversal as plain data."""
    found = weights.distance_to_flip(contrasts, start)
    return asdict(found) if found else None


def cases() -> dict[str, list[dict[str, Any]]]:
    """Work out every case, by the name of the Python function that it comes from."""
    vectors, fours = contrast_vectors(), of_four()
    draw = random.Random(3).random
    scores = [[0.2, 0.8, 0.4, 1.0], [0.2, 0.8, 0.4, 0.0], [1.0] * 4, [0.0] * 4]
    scores += [[round(draw(), 2) for _ in range(4)] for _ in range(4)]
    tenths = [n / 5 for n in range(6)]
    component_weights = [
        dict(zip(power.COMPONENTS, row, strict=True))
        for row in ([1] * 6, [1, 0, 0, 0, 0, 0], [3, 1, 1, 1, 1, 0], [0, 2, 0.5, 1, 7, 0.1])
    ]
    return {
        "share_holding": [
            {"contrasts": v, "share": weights.share_holding(v), "dominance": weights.dominance(v)}
            for v in vectors
        ],
        "share_in_order": [
            {"contrasts": v, "order": order, "share": weights.share_in_order(v, order)}
            for v, order in product(fours, ORDERS)
        ],
        "distance_to_flip": [
            {"contrasts": v, "weights": start, "flip": flip(v, start)}
            for v, start in product(fours, EXACT_START)
        ],
        "index": [
            {"scores": x, "weights": w, "form": form, "index": threat.index(x, w, form)}
            for x, w, form in product(
                scores, ([1, 1, 1, 1], [4, 3, 2, 1], [0, 1, 1, 0]), ("additive", "geometric")
            )
        ],
        "game": [
            {**asdict(game), "kind": game.kind, "critical_belief": game.critical_belief}
            | {"choices": [[q, game.choice(q)] for q in tenths]}
            for game in GAMES
        ],
        "belief_after_defensive_posture": [
            {"prior": m, "distinguishability": d, "belief": _belief(m, d)}
            for m, d in product(tenths, tenths)
        ],
        "four_worlds": [
            {"prior": prior, "worlds": [asdict(world) for world in dilemma.four_worlds(prior)]}
            for prior in (0.0, 0.2, 0.45, 0.6, 0.8, 1.0)
        ],
        "spiral": [
            {
                "offence": o,
                "distinguishability": d,
                "levels": [x for x, _ in dilemma.spiral(o, d)],
                "settles": dilemma.settles(o, d),
                "resting_level": dilemma.resting_level(o, d),
            }
            for o, d in product(tenths, tenths)
        ],
        "weighted_index": [
            {
                "state": state,
                "year": year,
                "shares": power.component_shares(state, year),
                "weights": chosen,
                "index": power.weighted_index(power.component_shares(state, year), chosen),
            }
            for state, year, chosen in product(
                ("USA", "RUS", "CHN", "NATO", "EST"), (1992, 2014, 2022), component_weights
            )
        ]
        # Latvia has no military spending in 2014: the other five components share its weight.
        + [
            {
                "state": "LVA",
                "year": 2014,
                "shares": power.component_shares("LVA", 2014),
                "weights": component_weights[0],
                "index": power.cinc("LVA", 2014),
            }
        ],
    }


_belief: Callable[[float, float], float] = dilemma.belief_after_defensive_posture
