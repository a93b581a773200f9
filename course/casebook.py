"""The crises as cases: the course's tables in the form that `course.factors` takes.

Which crises (training or holdout), whose coding, which outcome, whether two crises of one story
count once, and which borderline outcomes are turned: each is a choice that a reader may make
otherwise, so each is an argument here.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from course import crises
from course.errors import CourseError, listed
from course.factors import Cases
from course.rows import Crisis

Outcome = Literal["force", "combat"]

ONE_STORY: tuple[tuple[str, ...], ...] = (
    ("georgia-2003", "adjara-2004"),
    ("crimea-2014", "donbas-2014"),
)
"""Crises of one country within a year, that a reader may want to count once. Our judgement."""


def label(crisis: Crisis) -> str:
    """Name a crisis with its year, once."""
    return crisis.name if str(crisis.year) in crisis.name else f"{crisis.name}, {crisis.year}"


def values(id: str, coder: int) -> tuple[float, ...]:
    """Give one coder's values of one crisis, in the order of the codebook.

    Raises
    ------
    CourseError
        If this coder did not code this crisis.
    """
    cells = crises.codings(coder)
    crises.crisis(id)
    return tuple(cells[id, factor].value for factor in crises.factors())


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
    which
        ``"training"`` (1992 to 2020) or ``"holdout"`` (later).
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
        If a crisis to be turned is not marked as borderline, or set, coder or outcome is unknown.

    >>> cases().of, cases(once=True).of, cases().always_no
    (19.0, 17.0, 12.0)
    """
    chosen = crises.cases(which, coder)
    wrong = set(turned) - {case.crisis.id for case in chosen if case.crisis.borderline}
    if wrong:
        raise CourseError(f"{listed(sorted(wrong))} is no borderline case here; leave it as it is.")
    size = {id: len(story) for story in ONE_STORY for id in story}
    return Cases(
        tuple(case.crisis.id for case in chosen),
        crises.factors(),
        tuple(case.values for case in chosen),
        tuple(case.outcome(outcome) is not (case.crisis.id in turned) for case in chosen),
        tuple(1 / size.get(case.crisis.id, 1) if once else 1.0 for case in chosen),
    )
