"""The crises as cases: tables of crises, factors and codings in the form `course.factors` takes.

Which crises (training or holdout), whose coding, which outcome, whether two crises of one story
count once, and which borderline outcomes are turned: each is a choice that a reader may make
otherwise, so each is an argument here. A `Casebook` holds one set of material; the functions of
this module read the course's own (`own`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from course import crises, tables
from course.agreement import kappa
from course.errors import CourseError, listed
from course.factors import Cases
from course.rows import Coding, Crisis, Factor

Outcome = Literal["force", "combat"]
Story = tuple[str, ...]

ONE_STORY: tuple[Story, ...] = (
    ("georgia-2003", "adjara-2004"),
    ("crimea-2014", "donbas-2014"),
)
"""Crises of one country within a year, that a reader may want to count once. Our judgement."""


@dataclass(frozen=True, eq=False)
class Casebook:
    """Crises, codebook and codings that belong together; `stories` are crises to count once."""

    crises: tuple[Crisis, ...]
    factors: tuple[Factor, ...]
    codings: Mapping[int, Mapping[tuple[str, str], Coding]]
    stories: tuple[Story, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Short names of the factors, in the order of the codebook."""
        return tuple(factor.id for factor in self.factors)

    @property
    def coders(self) -> tuple[int, ...]:
        """Numbers of the coders."""
        return tuple(sorted(self.codings))

    def crisis(self, id: str) -> Crisis:
        """Find a crisis by its short name.

        Raises
        ------
        CourseError
            If there is none of that name.
        """
        known = {crisis.id: crisis for crisis in self.crises}
        _one_of("crisis", id, known)
        return known[id]

    def set(self, which: str) -> tuple[Crisis, ...]:
        """Give the crises of the training or of the holdout set."""
        _one_of("set", which, crises.SETS)
        return tuple(crisis for crisis in self.crises if crisis.set == which)

    def cells(self, coder: int) -> Mapping[tuple[str, str], Coding]:
        """Give one coder's codings by crisis and factor.

        Raises
        ------
        CourseError
            If there is no such coder.
        """
        _one_of("coder", coder, self.coders)
        return self.codings[coder]

    def values(self, id: str, coder: int) -> tuple[float, ...]:
        """Give one coder's values of one crisis, in the order of the codebook."""
        cells = self.cells(coder)
        self.crisis(id)
        return tuple(cells[id, name].value for name in self.names)

    def cases(
        self,
        which: str = "training",
        coder: int = 1,
        outcome: Outcome = "force",
        *,
        once: bool = False,
        turned: Collection[str] = (),
    ) -> Cases:
        """Put the crises of one set together; `cases` says what each choice means."""
        _one_of("outcome", outcome, crises.OUTCOMES)
        chosen = self.set(which)
        wrong = set(turned) - {crisis.id for crisis in chosen if crisis.borderline}
        if wrong:
            raise CourseError(
                f"{listed(sorted(wrong))} is no borderline case here; leave it as it is."
            )
        size = {id: len(story) for story in self.stories for id in story}
        return Cases(
            tuple(crisis.id for crisis in chosen),
            self.names,
            tuple(self.values(crisis.id, coder) for crisis in chosen),
            tuple(getattr(crisis, outcome) is not (crisis.id in turned) for crisis in chosen),
            tuple(1 / size.get(crisis.id, 1) if once else 1.0 for crisis in chosen),
        )

    def kappas(self) -> dict[str, float | None] | None:
        """Give Cohen's kappa between the first two coders by factor; None with one coder."""
        if len(self.coders) < 2:
            return None
        first, second = (
            [self.values(crisis.id, coder) for crisis in self.crises] for coder in self.coders[:2]
        )
        return {
            name: kappa([row[at] for row in first], [row[at] for row in second])
            for at, name in enumerate(self.names)
        }


@cache
def own() -> Casebook:
    """Give the course's own crises, with their codebook and codings."""
    codings = {coder: crises.codings(coder) for coder in crises.coders()}
    return Casebook(tables.crises(), tables.factors(), codings, ONE_STORY)


def label(crisis: Crisis) -> str:
    """Name a crisis with its year, once."""
    return crisis.name if str(crisis.year) in crisis.name else f"{crisis.name}, {crisis.year}"


def values(id: str, coder: int) -> tuple[float, ...]:
    """Give one coder's values of one of the course's crises, in the order of the codebook.

    Raises
    ------
    CourseError
        If this coder did not code this crisis.
    """
    return own().values(id, coder)


def cases(
    which: str = "training",
    coder: int = 1,
    outcome: Outcome = "force",
    *,
    once: bool = False,
    turned: Collection[str] = (),
) -> Cases:
    """Put the course's crises of one set together.

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
    return own().cases(which, coder, outcome, once=once, turned=turned)


def _one_of(what: str, given: object, known: Collection[object]) -> None:
    if given not in known:
        raise CourseError(f"There is no {what} {given!r}; choose one of {listed(known)}.")
