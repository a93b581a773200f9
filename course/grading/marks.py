"""What an answer earns, and the sentence that goes with it.

Marks teach: a known slip earns part of the points and is named, so that the learner sees what went
wrong and where to go back to. A key (in ``assignments/keys``) says what is right and which slips
are known; the functions here hold an answer against it. They take plain data, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from course.errors import CourseError, listed
from course.homework import public
from course.homework.items import Item, Variant
from course.homework.plain import Plain, read_choice, read_number, read_table


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer earns.

    Attributes
    ----------
    points, of
        Earned, and what could be earned.
    message
        For the learner: what is right, or what went wrong and where to go back to. It never says
        the right answer.
    misconception
        The id in the catalogue (M01 to M26), or of a slip of the assignment's own; None if it is
        right or not known.
    answered
        False if there was nothing to mark.
    for_marker
        What a person should look at; empty if nothing.
    also
        Further misconceptions in the same answer, if it is a table.
    """

    points: float
    of: float
    message: str
    misconception: str | None = None
    answered: bool = True
    for_marker: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """All that marking an answer may look at.

    `answers` holds every answer of this submission, by name; `files` the files handed in beside
    the notebook that a key may want (the journal), by name.
    """

    item: Item
    variant: Variant
    answers: Mapping[str, Plain] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


UNREAD = "not read: "
"""How a file begins in `Case.files` that was there and could not be taken; the reason follows."""
ESSAY = "essay"
"""Under which name `Case.files` holds the text of the essay."""

Marker = Callable[[Plain, Case], Mark]
"""How a key marks one answer."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A known wrong answer: what it is, what it earns (0 to 1), and what to say."""

    answer: Any
    credit: float
    message: str
    misconception: str | None = None


def nothing(item: Item) -> Mark:
    """Give the mark of a question that was left open."""
    return Mark(0, item.points, "No answer was found here.", answered=False)


def mark(marker: Marker, answer: Plain, case: Case) -> Mark:
    """Mark one answer; whatever is wrong with its form is said and earns nothing."""
    if public.unanswered(answer) and case.item.kind != "journal":
        return nothing(case.item)
    try:
        return marker(answer, case)
    except CourseError as error:
        return Mark(0, case.item.points, str(error))


@dataclass(frozen=True, slots=True)
class Number:
    """Marks a number; made by `number`. Its parts say what is right."""

    right: Callable[[Variant], float]
    slips: Callable[[Variant], Iterable[Slip]]
    within: Callable[[float], float]
    well_done: str
    otherwise: str

    def __call__(self, answer: Plain, case: Case) -> Mark:
        """Mark one answer."""
        item, said = case.item, read_number(answer)
        true = self.right(case.variant)
        if item.most == 1 and said > 1:
            said = said / 100
        full = Slip(true, 1.0, self.well_done)
        near = min((full, *self.slips(case.variant)), key=lambda slip: abs(said - slip.answer))
        if abs(said - near.answer) > self.within(true):
            return Mark(0, item.points, self.otherwise)
        return Mark(near.credit * item.points, item.points, near.message, near.misconception)


def number(
    right: Callable[[Variant], float],
    slips: Callable[[Variant], Iterable[Slip]],
    *,
    within: Callable[[float], float],
    well_done: str,
    otherwise: str,
) -> Number:
    """Mark a number: right within rounding, a known slip, or neither.

    `within(right)` is how far off still counts as rounding. The nearest of the right answer and
    the slips counts. A probability above 1 that would be right as a percentage is taken as one.
    """
    return Number(right, slips, within, well_done, otherwise)


def choice(right: Callable[[Variant], str], slips: Mapping[str, Slip], *, well_done: str) -> Marker:
    """Mark a choice among options; each wrong one has its own sentence."""

    def marker(answer: Plain, case: Case) -> Mark:
        options = tuple(option.id for option in case.item.options)
        said = read_choice(answer, options)
        points = case.item.points
        if said == right(case.variant):
            return Mark(points, points, well_done)
        slip = slips[said]
        return Mark(slip.credit * points, points, slip.message, slip.misconception)

    return marker


@dataclass(frozen=True, slots=True)
class Table:
    """Marks a table; made by `table`. `one` marks a single entry out of 1 point."""

    one: Callable[[str, Plain, Case], Mark]
    well_done: str
    count: str

    def __call__(self, answer: Plain, case: Case) -> Mark:
        """Mark one answer, entry by entry."""
        names = tuple(case.variant[case.item.entries])
        said = read_table(answer, names)
        marks = {name: _entry(self.one, name, said[name], case) for name in names}
        share = sum(mark.points for mark in marks.values()) / len(marks)
        faults: dict[str, list[str]] = {}
        for name, mark in marks.items():
            if mark.points < 1:
                faults.setdefault(mark.message, []).append(name)
        lines = [f"{listed(names)}: {message}" for message, names in faults.items()]
        met = dict.fromkeys(m.misconception for m in marks.values() if m.misconception)
        first, *also = met or (None,)
        points = round(share * case.item.points, 4)
        right = sum(mark.points == 1 for mark in marks.values())
        head = self.well_done if right == len(marks) else f"{self.count}: {right} of {len(marks)}."
        message = "\n".join([head, *lines])
        return Mark(points, case.item.points, message, first, also=tuple(filter(None, also)))


def table(
    one: Callable[[str, Plain, Case], Mark],
    *,
    well_done: str = "All entries are right.",
    count: str = "Right",
) -> Table:
    """Mark a table entry by entry; each is worth the same.

    `one(entry, said, case)` marks one entry out of 1 point; the sentences of those that are not
    right are put together, equal ones once.
    """
    return Table(one, well_done, count)


def _entry(one: Callable[[str, Plain, Case], Mark], name: str, said: Plain, case: Case) -> Mark:
    if public.unanswered(said):
        return Mark(0, 1, "left open.", answered=False)
    try:
        return one(name, said, case)
    except CourseError as error:
        return Mark(0, 1, str(error))


def with_note(mark: Mark, note: str, message: str = "") -> Mark:
    """Add a sentence for whoever marks, and one for the learner."""
    told = f"{mark.message} {message}".strip()
    return replace(mark, for_marker=f"{mark.for_marker} {note}".strip(), message=told)
