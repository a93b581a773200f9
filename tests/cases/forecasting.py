"""Penalties of forecasts, and points as shares."""

from __future__ import annotations

from typing import Any

from course import beliefs, forecasts


def cases() -> dict[str, list[dict[str, Any]]]:
    """Give the cases."""
    chances = (0.0, 0.05, 0.3, 7 / 19, 0.5, 0.7, 0.99, 1.0)
    points = ([30, 10], [0, 0, 5], [1, 2, 3, 4, 5, 6, 7, 8], [100, 100, 100], [0.5, 99.5])
    return {
        "penalty": [
            {"chance": chance, "happened": happened, "penalty": forecasts.penalty(chance, happened)}
            for chance in chances
            for happened in (True, False)
        ],
        "shares": [
            {
                "points": given,
                "shares": list(beliefs.shares(dict(zip("TPIDLVSX", given, strict=False))).values()),
            }
            for given in points
        ],
    }
