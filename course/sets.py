"""Crisp sets: which factors, or which combinations, were there whenever force was used?

Nothing is weighted here. A case is in a set ("loss present") or out of it, and one asks whether one
set lies inside another: force inside loss (loss is necessary) or loss inside force (loss is
sufficient). The method is csQCA, qualitative comparative analysis with crisp sets.

Assumptions: each value is in or out; the learner says which a half is, because a half that is
rounded silently is a coding nobody made. Few cases: a consistency of 1 from one case is one case.

**Source:** Ragin 2008, *Redesigning Social Inquiry*, chapters 3 and 7 (consistency and coverage).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from course.errors import CourseError, listed
from course.factors import Cases

Half = Literal["absent", "present"]


@dataclass(frozen=True, slots=True)
class Row:
    """One combination of factors that occurs: its cases, how many with force, what they say.

    `consistency` is the share of its cases with force, `coverage` its share of all force.
    """

    present: tuple[bool, ...]
    cases: tuple[str, ...]
    force: float
    n: float
    consistency: float
    coverage: float | None

    @property
    def contradictory(self) -> bool:
        """Whether the same combination went with force here and without it there."""
        return 0 < self.consistency < 1


@dataclass(frozen=True, slots=True)
class Relation:
    """How far one factor is necessary, and sufficient; None where there is nothing to divide by."""

    necessity: float | None
    sufficiency: float | None
    without: float | None
    """The share with force among the cases where the factor is absent."""


def consistency(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Find how far x lies inside y: Σ min(x, y) / Σ x. With crisp sets, the share of x in y.

    >>> consistency([1, 1, 0], [1, 0, 1])
    0.5
    """
    return _part(x, y, x)


def coverage(x: Sequence[float], y: Sequence[float]) -> float | None:
    """Find how much of y is x: Σ min(x, y) / Σ y. It is also the consistency of "x is necessary".

    >>> coverage([1, 1, 0], [1, 0, 0])
    1.0
    """
    return _part(x, y, y)


def _part(x: Sequence[float], y: Sequence[float], whole: Sequence[float]) -> float | None:
    total = math.fsum(whole)
    return math.fsum(map(min, x, y)) / total if total else None


def dichotomise(cases: Cases, half: Half | None = None) -> tuple[tuple[bool, ...], ...]:
    """Turn values into in or out: above one half is in, below is out.

    Raises
    ------
    CourseError
        If a value is exactly one half and `half` does not say what that counts as.
    """
    halves = [n for n, row in zip(cases.names, cases.values, strict=True) if 0.5 in row]
    if halves and half is None:
        raise CourseError(
            f"{listed(halves)} {'has' if len(halves) == 1 else 'have'} a factor coded one half; "
            "say first whether a half counts as absent or as present."
        )
    if half not in (None, "absent", "present"):
        raise CourseError("A half counts either as absent or as present; choose one of the two.")
    return tuple(
        tuple(x > 0.5 or (x == 0.5 and half == "present") for x in row) for row in cases.values
    )


def truth_table(cases: Cases, factors: Sequence[str], half: Half | None = None) -> tuple[Row, ...]:
    """List the combinations of some factors that occur, those with most force first.

    Contradictory rows are kept: they say that something else made the difference, or that a coding
    is wrong.
    """
    unknown = [name for name in factors if name not in cases.factors]
    if unknown or not factors:
        raise CourseError(f"Choose factors from {listed(cases.factors)}.")
    places = [cases.factors.index(name) for name in factors]
    found: dict[tuple[bool, ...], list[int]] = {}
    for number, row in enumerate(dichotomise(cases, half)):
        found.setdefault(tuple(row[k] for k in places), []).append(number)
    all_force = math.fsum(c for c, y in zip(cases.counts, cases.outcomes, strict=True) if y)
    rows = []
    for present, numbers in found.items():
        n = math.fsum(cases.counts[k] for k in numbers)
        force = math.fsum(cases.counts[k] for k in numbers if cases.outcomes[k])
        named = tuple(cases.names[k] for k in numbers)
        covered = force / all_force if all_force else None
        rows.append(Row(present, named, force, n, force / n, covered))
    return tuple(sorted(rows, key=lambda r: (-r.consistency, -r.n, [not p for p in r.present])))


def relations(cases: Cases, half: Half | None = None) -> dict[str, Relation]:
    """Say for each factor how far it is necessary for force, and sufficient for it."""
    crisp = dichotomise(cases, half)
    y = [c if o else 0.0 for c, o in zip(cases.counts, cases.outcomes, strict=True)]
    found = {}
    for place, name in enumerate(cases.factors):
        x = [c if row[place] else 0.0 for c, row in zip(cases.counts, crisp, strict=True)]
        out = [c - there for c, there in zip(cases.counts, x, strict=True)]
        found[name] = Relation(coverage(x, y), consistency(x, y), consistency(out, y))
    return found
