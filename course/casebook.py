"""The crises as cases: the course's tables in the form that `course.factors` takes.

Which crises (training or holdout), whose coding, which outcome, whether two crises of one story
count once, and which borderline outcomes are turned: each is a choice that a reader may make
otherwise, so each is an argument here.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Literal

from course import agreement, tables
from course.errors import CourseError, listed
from course.factors import Cases
from course.rows import Coding, Crisis, Factor

Outcome = Literal["force", "combat"]

ONE_STORY: tuple[tuple[str, ...], ...] = (
    ("georgia-2003", "adjara-2004"),
    ("crimea-2014", "donbas-2014"),
)
"""Crises of one country within a year, that a reader may want to count once. Our judgement."""


def crises(which: str = "training") -> tuple[Crisis, ...]:
    """Give the crises of one set, in the order of the table: training or holdout."""
    return tuple(crisis for crisis in _crises() if crisis.set == which)


@cache
def _crises() -> tuple[Crisis, ...]:
    return tables.crises()


@cache
def factors() -> tuple[Factor, ...]:
    """Give the codebook."""
    return tables.factors()


@cache
def codings() -> dict[tuple[str, str, int], Coding]:
    """Give the codings by crisis, factor and coder."""
    return {(c.crisis, c.factor, c.coder): c for c in tables.codings()}


@cache
def coders() -> tuple[int, ...]:
    """Name the coders who coded every factor of every crisis."""
    cells = [(crisis.id, factor.id) for crisis in _crises() for factor in factors()]
    return tuple(n for n in (1, 2) if all((*cell, n) in codings() for cell in cells))


def values(crisis: str, coder: int) -> tuple[float, ...]:
    """Give one coder's values of one crisis, in the order of the codebook.

    Raises
    ------
    CourseError
        If this coder did not code this crisis.
    """
    found = [codings().get((crisis, factor.id, coder)) for factor in factors()]
    if coder not in coders() or None in found:
        raise CourseError(
            f"There is no complete coding of {crisis} by coder {coder}; "
            f"choose coder {listed(coders())}."
        )
    return tuple(coding.value for coding in found if coding)


def cases(
    which: str = "training",
    coder: int = 1,
    outcome: Outcome = "force",
    *,
    once: bool = False,
    turned: Collection[str] = (),
) -> Cases:
    """Put the crises of one set together.

    Parameters
    ----------
    coder
        Whose coding of the factors, 1 or 2.
    outcome
        ``"force"``: regular forces decided the outcome, with a shot or without; ``"combat"``: only
        where they fought or took ground.
    once
        Whether the crises of `ONE_STORY` share one count between them.
    turned
        Borderline crises whose outcome is counted the other way round.

    Raises
    ------
    CourseError
        If a crisis to be turned is not marked as borderline, or the outcome is unknown.
    """
    if outcome not in ("force", "combat"):
        raise CourseError("The outcome is either force or combat; choose one of the two.")
    chosen = crises(which)
    wrong = set(turned) - {crisis.id for crisis in chosen if crisis.borderline}
    if wrong:
        raise CourseError(f"{listed(sorted(wrong))} is no borderline case here; leave it as it is.")
    size = {id: len(story) for story in ONE_STORY for id in story}
    return Cases(
        tuple(crisis.id for crisis in chosen),
        tuple(factor.id for factor in factors()),
        tuple(values(crisis.id, coder) for crisis in chosen),
        tuple(getattr(c, outcome) is not (c.id in turned) for c in chosen),
        tuple(1 / size.get(c.id, 1) if once else 1.0 for c in chosen),
    )


def kappas() -> dict[str, float | None]:
    """Give Cohen's kappa of the two coders for each factor, over the training crises.

    Empty while there is only one coder; None for a factor where chance alone agrees fully.
    """
    if coders() != (1, 2):
        return {}
    first, second = (cases(coder=coder).values for coder in (1, 2))
    return {
        factor.id: agreement.kappa([row[k] for row in first], [row[k] for row in second])
        for k, factor in enumerate(factors())
    }
