"""How long 20,000 weightings over 26 cases take, with NumPy and without, and that both agree.

    python benchmarks/weightings.py

The cases are the course's 26 crises with seven factors. For each weighting the best threshold is
found and the hits are counted, as the Factor Weigher does for the share beside a score.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

from slider_latency import machine

from course import casebook, robust
from course.factors import RULES, Cases, Rule

HERE = Path(__file__).resolve().parent
RESULT = HERE / "results" / "weightings.md"
RUNS = 9
WEIGHTS = [0.377, 0.066, 0.0, 0.18, 0.0, 0.0, 0.377]  # swings of ×10, ×1.5, ×1, ×3, ×1, ×1, ×10


def all_crises() -> Cases:
    """Put the training and the holdout crises into one table."""
    sets = [casebook.cases(which) for which in ("training", "holdout")]
    rows: list[Any] = [
        sum((getattr(part, name) for part in sets), ())
        for name in ("names", "values", "outcomes", "counts")
    ]
    return Cases(rows[0], sets[0].factors, *rows[1:])


def measure(cases: Cases, rule: Rule, *, in_order: bool) -> tuple[list[float], robust.Region]:
    """Time the region several times, after one run to warm up."""
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        found = robust.region(cases, WEIGHTS, rule, in_order=in_order)
        times.append(1000 * (time.perf_counter() - began))
    return times[1:], found


def main() -> None:
    """Measure, print, and write the result."""
    cases, fast = all_crises(), robust.numpy
    rows = [
        "| rule | weightings | with NumPy, ms | without, ms | share with | share without | "
        "standard errors apart |",
        "|---|---|---|---|---|---|---|",
    ]
    for rule in RULES:
        for in_order in (True, False):
            robust.numpy = fast
            quick, one = measure(cases, rule, in_order=in_order)
            robust.numpy = None
            slow, other = measure(cases, rule, in_order=in_order)
            gap = abs(one.agree.value - other.agree.value)
            error = (one.agree.error**2 + other.agree.error**2) ** 0.5
            rows.append(
                f"| {rule} | {'in an order' if in_order else 'all'} "
                f"| {statistics.median(quick):.0f} (worst {max(quick):.0f}) "
                f"| {statistics.median(slow):.0f} (worst {max(slow):.0f}) "
                f"| {one.agree.value:.4f} | {other.agree.value:.4f} | {gap / error:.1f} |"
            )
    robust.numpy = fast
    text = f"""# Weightings

{robust.DRAWS:,} weightings over {len(cases.names)} cases and {len(cases.factors)} factors: drawing
them, fitting each one's threshold and counting. Median of {RUNS} runs. Written by
`benchmarks/weightings.py`. {machine()}.

""" + "\n".join(rows)
    print(text)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
