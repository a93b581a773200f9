"""From the journals of a class to counts that may be shown to that class.

**Small cells.** A number that counts one to four people says too much about them in a room where
all know each other. So whatever fewer than `LEAST` students answered is left out, and an answer
that fewer gave is put together with others until the group is large enough. Every count made here
is of at least that many people, or of nobody. The same holds for every step of a picture of numbers
and for every row of "from, to"; a row is never more finely cut than the answers it starts from, so
nothing can be worked out by subtraction. What this cannot hide: where all gave the same answer,
everybody's answer is known; the middle of a class is a number that somebody gave, though not whose;
and two pages, one with a person more than the other, can be compared.

What counts as the answer is the **first** one that was kept, for it was given before anything was
shown. Later ones count as changes of mind.

**Source:** five as the smallest cell is a custom of statistical offices (Hundepool et al. 2012,
*Statistical Disclosure Control*, from memory); there are stricter rules.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course import agreement
from course.grading.gathering import Student, by_key
from course.grading.statistics import NEAR, quantile
from course.journal import Entry

LEAST = 5
"""The fewest people that a number may stand for; more may be asked for, never fewer."""

UNREACHED = "-"
"""Stands for the answer of those who have not come to a later step."""

Reader = Callable[[Any], Any]
"""Takes an answer from the value of an entry; None if the value does not hold one."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the class; the name is empty unless everybody agreed to be named."""

    name: str
    entries: tuple[Entry, ...]
    said: Mapping[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody said first and last; `last` is None if the later step was not reached."""

    name: str
    first: Any
    last: Any


@dataclass(frozen=True, slots=True)
class Cell:
    """Answers, one or several put together, and how many people gave one of them."""

    ids: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Row:
    """Where those ended who began with one of `ids`: every cell by the answer they ended with."""

    ids: tuple[str, ...]
    to: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """How a class chose, and who changed to what; `cells` is empty if it may not be cut at all."""

    n: int
    cells: tuple[Cell, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """People whose number lies from `low` up to `high` (in the last step with `high`)."""

    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which numbers a class gave: the middle one, the steps, and who moved up or down later."""

    n: int
    median: float
    steps: tuple[Step, ...]
    moved: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a class agrees on items that all of them sorted.

    Attributes
    ----------
    n, items
        People and things sorted.
    among
        Fleiss' kappa of the class; None if everything is in one category.
    coders
        For each coder the median of the students' shares of equal codes, and of Cohen's kappas
        (None if there are too few).
    between
        Cohen's kappa of the two coders.
    """

    n: int
    items: int
    among: float | None
    coders: tuple[tuple[float, float | None], ...]
    between: float | None


def people(students: Iterable[Student], *, names: bool = False) -> tuple[Person, ...]:
    """Prepare a class; without `names` no name goes any further than here."""
    return tuple(Person(s.name if names else "", s.entries, by_key(s.entries)) for s in students)


def answers(
    everybody: Sequence[Person], key: str, read: Reader, then: tuple[str, Reader] | None = None
) -> list[Answer]:
    """Find everybody's first and last answer; an entry that holds none is passed over.

    `then` names a later step whose answer is the last one, if it is not a revision of the same.
    """
    found = []
    for person in everybody:
        first = _read(person.said.get(key, ()), read)
        if first:
            last = _read(person.said.get(then[0], ()), then[1]) if then else first
            found.append(Answer(person.name, first[0], last[-1] if last else None))
    return found


def _read(values: Iterable[Any], read: Reader) -> list[Any]:
    found = []
    for value in values:
        try:
            answer = read(value)
        except Exception:  # the chain vouches for the order of entries, not for what is in them
            continue
        if answer is not None:
            found.append(answer)
    return found


def pooled(counts: Mapping[str, int], least: int = LEAST) -> tuple[Cell, ...]:
    """Put small counts together until each stands for `least` people or for nobody.

    Empty if there are fewer than `least` in all.

    >>> [(cell.ids, cell.n) for cell in pooled({"A": 18, "B": 2, "C": 4, "D": 0})]
    [(('A',), 18), (('D',), 0), (('B', 'C'), 6)]
    >>> [(cell.ids, cell.n) for cell in pooled({"A": 18, "B": 2, "C": 9})]
    [(('A',), 18), (('B', 'C'), 11)]
    """
    if sum(counts.values()) < least:
        return ()
    small = {id for id, n in counts.items() if 0 < n < least}
    for id in sorted(counts, key=lambda id: counts[id]):
        if small and counts[id] >= least and sum(counts[one] for one in small) < least:
            small.add(id)
    cells = [Cell((id,), n) for id, n in counts.items() if id not in small]
    if small:
        together = tuple(id for id in counts if id in small)
        cells.append(Cell(together, sum(counts[id] for id in together)))
    return tuple(cells)


def choices(found: Sequence[Answer], ids: Sequence[str], least: int = LEAST) -> Choices | None:
    """Count a choice, and the changes from the first to the last; None if too few answered."""
    if len(found) < least:
        return None
    counts = {id: sum(one.first == id for one in found) for id in ids}
    cells = pooled(counts, least)
    rows = []
    for cell in cells:
        # Who did not get to the later step is counted too, lest they be found by subtraction.
        ended = [one.last or UNREACHED for one in found if one.first in cell.ids]
        to = tells(pooled({id: ended.count(id) for id in (*ids, UNREACHED)}, least))
        if to:
            rows.append(Row(cell.ids, to))
    return Choices(len(found), cells, tuple(rows)) if tells(cells) else Choices(len(found), ())


def tells(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Give the cells with people in them; none if all people are in one that was put together."""
    found = tuple(cell for cell in cells if cell.n)
    return () if len(found) == 1 and len(found[0].ids) > 1 else found


def steps(
    values: Sequence[float], low: float, high: float, width: float, least: int = LEAST
) -> tuple[Step, ...]:
    """Count numbers in steps of `width` from `low` to `high`, joined until none is small.

    A step that nobody is in stays one, so that gaps show.

    >>> [(s.low, s.high, s.n) for s in steps([1, 2, 11, 12, 13, 95, 96, 97, 98, 99], 0, 100, 10)]
    [(0, 20, 5), (20, 90, 0), (90, 100, 5)]
    """
    count = max(1, math.ceil((high - low) / width - NEAR))
    bins = [0] * count
    for value in values:
        bins[max(0, min(count - 1, int((value - low) / width + NEAR)))] += 1
    groups: list[list[int]] = []  # first bin, bin after the last, people
    for at, n in enumerate(bins):
        last = groups[-1] if groups else None
        if last and (0 < last[2] < least or (last[2] == 0 and n == 0)):
            last[1:] = [at + 1, last[2] + n]
        else:
            groups.append([at, at + 1, n])
    while len(groups) > 1 and any(0 < group[2] < least for group in groups):
        at = next(k for k, group in enumerate(groups) if 0 < group[2] < least)
        one, other = sorted((at, at - 1 if at else 1))
        first, second = groups[one], groups.pop(other)
        groups[one] = [first[0], second[1], first[2] + second[2]]
    return tuple(Step(low + a * width, min(high, low + b * width), n) for a, b, n in groups)


def numbers(
    found: Sequence[Answer], low: float, high: float, width: float, least: int = LEAST
) -> Numbers | None:
    """Summarise numbers, and count who moved them later; None if too few gave one."""
    if len(found) < least:
        return None
    values = [float(one.first) for one in found]
    moves = [one.last - one.first for one in found if one.last is not None]
    moved = {
        "up": sum(move > NEAR for move in moves),
        "down": sum(move < -NEAR for move in moves),
        "same": sum(abs(move) <= NEAR for move in moves),
    }
    return Numbers(
        len(found),
        quantile(values, 0.5),
        steps(values, low, high, width, least),
        tells(pooled(moved, least)),
    )


def agree(
    everybody: Sequence[Person],
    key: str,
    read: Reader,
    coders: Sequence[Mapping[str, Any]],
    least: int = LEAST,
) -> Agreement | None:
    """Work out agreement over first codings, each a complete mapping from item to category."""
    items = list(coders[0])
    rows = [
        [one.first[item] for item in items]
        for one in answers(everybody, key, read)
        if set(items) <= set(one.first)
    ]
    if len(rows) < least:
        return None
    with_coders = []
    for coder in coders:
        theirs = [coder[item] for item in items]
        found = [k for row in rows if (k := agreement.kappa(row, theirs)) is not None]
        same = quantile([agreement.agreement(row, theirs) for row in rows], 0.5)
        with_coders.append((same, quantile(found, 0.5) if len(found) >= least else None))
    both = [[coder[item] for item in items] for coder in coders]
    return Agreement(
        len(rows),
        len(items),
        agreement.fleiss(list(zip(*rows, strict=True))),
        tuple(with_coders),
        agreement.kappa(*both) if len(both) == 2 else None,
    )


def notes(everybody: Sequence[Person], key: str, field: str, least: int = LEAST) -> list[str]:
    """List what was written last in answer to a question, without names, in the order of text.

    The order tells nothing about who wrote what; it is the caller's to shuffle.
    """
    found = answers(everybody, key, lambda value: _text(value[field]))
    written = sorted(one.last for one in found)
    return written if len(written) >= least else []


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
