"""What came of one student's submission, as plain data: for feedback, reports and exports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One question: the answer as it was read, and what it earned.

    Attributes
    ----------
    answer
        What was handed in, as JSON text; empty if nothing was.
    misconception
        M01 to M26, or the id of a slip of the assignment's own; None if right or unknown.
    manual
        Points that a person gave in place of the machine's; None if nobody did.
    also
        Further misconceptions in the same answer, if it is a table.
    entries
        For a table: each entry's name with the sentence or number that stands beside it.
    comment
        What a person wrote about it, for the student.
    """

    name: str
    title: str
    points: float
    of: float
    message: str
    answer: str = ""
    misconception: str | None = None
    answered: bool = True
    manual: float | None = None
    also: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    comment: str = ""

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """All that were met in this answer, each once."""
        return (self.misconception, *self.also) if self.misconception else ()

    @property
    def counts(self) -> float:
        """The points that count."""
        return self.points if self.manual is None else self.manual


@dataclass(frozen=True, slots=True)
class EssayResult:
    """An essay: its text, its length, and what a person made of it.

    `points` is None until somebody has marked it; a blank one has 0. `rows` has what each row of
    the rubric earned, if whoever marked it said so, in the rubric's order.
    """

    title: str
    of: float
    text: str
    words: int
    asked: tuple[int, int]
    missing: tuple[str, ...]
    points: float | None = None
    comment: str = ""
    rows: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """One submission, marked.

    Attributes
    ----------
    repairs
        What was mended in the notebook, for the student too.
    notes
        What whoever marks should look at; never for the student.
    submitted
        When it was handed in (ISO 8601), if that is known.
    seconds_late
        How long after the due time; None if there is no due time, or the other is not known.
    said_late
        Whether a learning platform said that it was late.
    changed
        Cells whose answers were others in an earlier submission.
    comment
        What a person wrote about the whole, for the student.
    """

    student: str
    assignment: str
    title: str
    items: tuple[ItemResult, ...]
    essay: EssayResult
    repairs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    submitted: str | None = None
    seconds_late: float | None = None
    said_late: bool = False
    changed: frozenset[str] = frozenset()
    comment: str = ""

    @property
    def late(self) -> bool:
        """Whether it is known to have come after the due time, ours or a platform's."""
        return (self.seconds_late or 0.0) > 0 or self.said_late

    @property
    def by_checks(self) -> float:
        """Points for the questions."""
        return sum(item.counts for item in self.items)

    @property
    def points(self) -> float:
        """All points so far; an essay that nobody has marked counts nothing yet."""
        return self.by_checks + (self.essay.points or 0.0)

    @property
    def of(self) -> float:
        """What could be earned."""
        return sum(item.of for item in self.items) + self.essay.of
