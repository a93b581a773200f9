"""Twenty-six crises coded on seven factors: who coded what, and where two coders differ.

Argument: a claim about when force is used needs crises in which it was not used as well. Each
crisis is coded from what was known before Moscow decided, factor by factor, 0, 0.5 or 1.

Assumptions: the codings are judgements. Coder 1 knew the outcomes; agreement between coders says
how far they share a reading, not whether it is right. A half must be counted one way or the other
before a yes-or-no rule can use it, and that choice is the reader's.

**Source**: the tables ``crises``, ``factors`` and ``codings`` of this course, with their records.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course import tables
from course.agreement import kappa
from course.errors import CourseError, listed
from course.rows import Coding, Crisis
from course.tables import DATA

OUTLETS = {
    "tass.com": "russian_state",
    "sputnikglobe.com": "russian_state",
    "kremlin.ru": "russian_government",
    "irna.ir": "iranian_state",
    "trtworld.com": "turkish_state",
    "rferl.org": "us_government",
    "azatutyun.am": "us_government",
    "voanews.com": "us_government",
    "voa.pangea-cms.com": "us_government",
    "dw.com": "german_public",
    "1lurer.am": "armenian_public",
    "armradio.am": "armenian_public",
    "tvpworld.com": "polish_public",
    "belsat.eu": "polish_public",
    "orf.at": "austrian_public",
    "rtp.pt": "portuguese_public",
}
"""The state that owns or pays for a news site; from general knowledge, not looked up."""

SETS = ("training", "holdout")
OUTCOMES = ("force", "combat")
HALVES = ("absent", "present")


@dataclass(frozen=True, slots=True)
class Case:
    """A crisis with one coder's values, in the order of `factors`: each 0, 0.5 or 1."""

    crisis: Crisis
    coder: int
    values: tuple[float, ...]

    def outcome(self, switch: str = "force") -> bool:
        """Tell the outcome: any use of regular forces ("force"), or only fighting ("combat").

        Raises
        ------
        CourseError
            If the switch is neither.
        """
        _one_of("outcome", switch, OUTCOMES)
        return self.crisis.force if switch == "force" else self.crisis.combat


@dataclass(frozen=True, slots=True)
class Tally:
    """How often force followed with a factor and without it, in numbers of crises."""

    with_factor: int
    force_with: int
    without: int
    force_without: int

    @property
    def force_given_factor(self) -> float | None:
        """Share of crises with the factor in which force was used; None if there are none."""
        return self.force_with / self.with_factor if self.with_factor else None

    @property
    def factor_given_force(self) -> float | None:
        """Share of the uses of force that had the factor; None if there are none."""
        used = self.force_with + self.force_without
        return self.force_with / used if used else None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A cell that the two coders coded differently; both readings are kept."""

    first: Coding
    second: Coding


def factors(folder: Path = DATA) -> tuple[str, ...]:
    """Give the short names of the factors, in the order of the codebook.

    >>> factors()
    ('LOSS', 'PROX', 'ALLY', 'INTENT', 'MOB', 'IMP', 'FEAS')
    """
    return tuple(factor.id for factor in tables.factors(folder))


def coders(folder: Path = DATA) -> tuple[int, ...]:
    """Give the numbers of the coders whose codings are there."""
    return tuple(sorted({coding.coder for coding in tables.codings(folder)}))


@cache
def codings(coder: int = 1, folder: Path = DATA) -> Mapping[tuple[str, str], Coding]:
    """Give one coder's codings by crisis and factor: every cell once.

    Raises
    ------
    CourseError
        If there is no such coder, or a cell is missing or belongs to no crisis in the table.
    """
    if coder not in coders(folder):
        raise CourseError(
            f"There is no coder {coder} in codings.csv; there is only {listed(coders(folder))}."
        )
    found = {(c.crisis, c.factor): c for c in tables.codings(folder) if c.coder == coder}
    known = [crisis.id for crisis in tables.crises(folder)]
    for name, factor in found:
        if name not in known:
            raise CourseError(
                f"codings.csv codes {factor} for {name!r}, which is no crisis in crises.csv; "
                "correct the name, or add the crisis there."
            )
    for name in known:
        missing = [factor for factor in factors(folder) if (name, factor) not in found]
        if missing:
            raise CourseError(
                f"codings.csv has no value of coder {coder} for {listed(missing)} in {name!r}; "
                "add a line for each, with a reason."
            )
    return found


def cases(set: str | None = None, coder: int = 1, folder: Path = DATA) -> tuple[Case, ...]:
    """Give the crises with one coder's values, all or only the training or holdout set.

    >>> [len(cases(which)) for which in (None, "training", "holdout")]
    [26, 19, 7]
    >>> sum(case.outcome() for case in cases("training"))
    7

    Raises
    ------
    CourseError
        If there is no such set or coder, or the table has gaps.
    """
    if set is not None:
        _one_of("set", set, SETS)
    cells = codings(coder, folder)
    names = factors(folder)
    return tuple(
        Case(crisis, coder, tuple(cells[crisis.id, factor].value for factor in names))
        for crisis in tables.crises(folder)
        if set in (None, crisis.set)
    )


def matrix(
    coder: int = 1, half: str = "absent", set: str | None = None, folder: Path = DATA
) -> dict[str, tuple[int, ...]]:
    """Give 0 or 1 for each factor by crisis, with a half counted as absent or as present.

    >>> matrix()["karabakh-2020"], matrix(half="present")["karabakh-2020"]
    ((0, 0, 0, 0, 0, 0, 0), (1, 0, 0, 0, 0, 0, 1))

    Raises
    ------
    CourseError
        If `half` is neither word, or `cases` refuses.
    """
    _one_of("half", half, HALVES)
    least = 1 if half == "absent" else 0.5
    return {
        case.crisis.id: tuple(int(value >= least) for value in case.values)
        for case in cases(set, coder, folder)
    }


def tally(
    *names: str,
    set: str | None = "training",
    coder: int = 1,
    half: str = "absent",
    switch: str = "force",
    folder: Path = DATA,
) -> Tally:
    """Count force with and without a factor, or with several factors together.

    >>> tally("LOSS").force_with, tally("LOSS", "INTENT", "FEAS").with_factor
    (7, 8)

    Raises
    ------
    CourseError
        If there is no such factor, or `matrix` refuses.
    """
    order = factors(folder)
    for name in names:
        _one_of("factor", name, order)
    values = matrix(coder, half, set, folder)
    counts = {True: [0, 0], False: [0, 0]}
    for case in cases(set, coder, folder):
        there = all(values[case.crisis.id][order.index(name)] for name in names)
        counts[there][0] += 1
        counts[there][1] += case.outcome(switch)
    return Tally(*counts[True], *counts[False])


def agreement_by_factor(folder: Path = DATA) -> dict[str, float | None] | None:
    """Give Cohen's kappa between the two coders for each factor; None while there is one coder.

    A factor's kappa is None where both coders gave every crisis the same one value. Kappa treats
    0, 0.5 and 1 as names: a half and a whole differ as much as nothing and a whole.

    **Source**: `course.agreement.kappa`, after Cohen 1960, equation 1.
    """
    if len(coders(folder)) < 2:
        return None
    first, second = (cases(coder=coder, folder=folder) for coder in coders(folder)[:2])
    return {
        name: kappa([case.values[at] for case in first], [case.values[at] for case in second])
        for at, name in enumerate(factors(folder))
    }


def disagreements(folder: Path = DATA) -> tuple[Disagreement, ...]:
    """Give the cells that the two coders coded differently; empty while there is one coder."""
    if len(coders(folder)) < 2:
        return ()
    first, second = (codings(coder, folder) for coder in coders(folder)[:2])
    return tuple(
        Disagreement(one, second[cell])
        for cell, one in first.items()
        if one.value != second[cell].value
    )


def crisis(id: str, folder: Path = DATA) -> Crisis:
    """Give one crisis by its short name.

    Raises
    ------
    CourseError
        If there is none of that name, saying which there are.
    """
    found = {row.id: row for row in tables.crises(folder)}
    _one_of("crisis", id, tuple(found))
    return found[id]


def _one_of(what: str, given: object, known: tuple[str, ...]) -> None:
    if given not in known:
        raise CourseError(f"There is no {what} {given!r}; choose one of {listed(known)}.")


def outlet(source: str) -> str | None:
    """Say which state stands behind a source, as a name of `OUTLETS`; None where none is known.

    >>> outlet("https://tass.com/world/1387771"), outlet("https://www.jpost.com/breaking-news/1")
    ('russian_state', None)
    """
    hosts = re.findall(r"https?://([^/\s)]+)", source)
    return next(
        (
            mark
            for host in hosts
            for site, mark in OUTLETS.items()
            if host == site or host.endswith("." + site)
        ),
        None,
    )
