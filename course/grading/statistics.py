"""What a class's marks say about the questions, and what they are too few to say.

Difficulty is the mean share of the points. Discrimination is the correlation between the points for
one question and those for all other questions together; for a question that is only right or wrong
this is the point-biserial correlation, corrected in that the question is not held against itself.
The range around it is Fisher's (1915): tanh(atanh r ± 1.96/√(n - 3)); it takes both sides to be
spread as a normal distribution, which points are not, so it is a guide and no more.

That nothing is worked out below 10 students, and that 0.2 is the line below which a question is
worth a look, are conventions and our judgement.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from course.errors import CourseError, listed
from course.grading.results import ItemResult, Marked
from course.homework.draws import student_key

LEAST = 10
"""Students below which no correlation is worked out."""
LINE = 0.2
"""A correlation below this is worth a look."""
Z = 1.959963984540054
"""The standard normal value that 2.5 % exceed."""
NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Discrimination:
    """How far a question tells students apart.

    Attributes
    ----------
    value
        A correlation from -1 to 1, or None; `why` then says what stands in the way: too_few
        students, alone (no other question), all_same (the same points for all), rest_same.
    low, high
        The 95 % range.
    """

    value: float | None
    low: float = math.nan
    high: float = math.nan
    why: str = ""


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """One question in numbers; a question left open counts as nothing earned.

    Attributes
    ----------
    share
        Mean share of the points, 0 to 1.
    full, none, missing
        Students who earned all points, no points, or left it open.
    """

    name: str
    title: str
    of: float
    n: int
    share: float
    full: int
    none: int
    missing: int
    discrimination: Discrimination

    @property
    def remark(self) -> str:
        """What the discrimination says, in a word: clear, likely, unclear, weak ..."""
        found = self.discrimination
        if found.value is None:
            return found.why
        if found.value >= LINE:
            return "clear" if found.low >= LINE else "likely"
        if self.share > 0.95:
            return "nearly_all"
        if found.high < 0:
            return "against"
        return "weak" if found.high < LINE else "unclear"


@dataclass(frozen=True, slots=True)
class SlipCount:
    """One misconception or slip in one question, and who made it."""

    id: str
    item: str
    students: tuple[str, ...]


def together(marked: Sequence[Marked]) -> Sequence[Marked]:
    """Make sure that submissions are of one assignment, with the same questions, one a student.

    Raises
    ------
    CourseError
        If they are not.
    """
    if not marked:
        raise CourseError("There are no marks here yet; grade some submissions first.")
    ids = sorted({one.assignment for one in marked})
    if len(ids) > 1:
        raise CourseError(f"The submissions are of {listed(ids)}; take one assignment at a time.")
    seen: set[str] = set()
    for one in marked:
        if student_key(one.student) in seen:
            raise CourseError(
                f"There are two submissions by {one.student!r}; leave out the one that does not "
                "count."
            )
        seen.add(student_key(one.student))
    asked = [item.name for item in marked[0].items]
    for one in marked:
        if [item.name for item in one.items] != asked:
            raise CourseError(
                f"The submissions of {marked[0].student!r} and {one.student!r} have different "
                "questions; grade all of them with the same version of the assignment."
            )
    return marked


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Work out Pearson's correlation; None where one side has no spread.

    >>> correlation([1, 2, 3], [2, 4, 6])
    1.0
    """
    n = len(xs)
    if n < 2:
        return None
    mean_x, mean_y = math.fsum(xs) / n, math.fsum(ys) / n
    dx, dy = [x - mean_x for x in xs], [y - mean_y for y in ys]
    spread = math.sqrt(math.fsum(d * d for d in dx) * math.fsum(d * d for d in dy))
    if spread < NEAR:
        return None
    return max(-1.0, min(1.0, math.fsum(a * b for a, b in zip(dx, dy, strict=True)) / spread))


def fisher(value: float, n: int) -> tuple[float, float]:
    """Give the 95 % range of a correlation from `n` > 3 pairs.

    >>> [round(end, 2) for end in fisher(0.5, 28)]
    [0.16, 0.74]
    """
    if abs(value) >= 1 - NEAR:
        return value, value
    centre, half = math.atanh(value), Z / math.sqrt(n - 3)
    return math.tanh(centre - half), math.tanh(centre + half)


def discrimination(points: Sequence[float], rest: Sequence[float], others: int) -> Discrimination:
    """Hold the points for one question against those for the rest of the test.

    `others` is how many questions the rest consists of.
    """
    if len(points) < LEAST:
        return Discrimination(None, why="too_few")
    if not others:
        return Discrimination(None, why="alone")
    if max(points) - min(points) < NEAR:
        return Discrimination(None, why="all_same")
    if max(rest) - min(rest) < NEAR:
        return Discrimination(None, why="rest_same")
    value = correlation(points, rest)
    if value is None:
        return Discrimination(None, why="all_same")
    return Discrimination(value, *fisher(value, len(points)))


def items(marked: Sequence[Marked]) -> tuple[ItemStatistics, ...]:
    """Work out every question of an assignment, in order; the same questions for all."""
    columns: list[list[ItemResult]] = [
        list(column) for column in zip(*(one.items for one in marked), strict=True)
    ]
    sums = [one.by_checks for one in marked]
    found = []
    for column in columns:
        points = [item.counts for item in column]
        rest = [whole - part for whole, part in zip(sums, points, strict=True)]
        first, n = column[0], len(column)
        shares = [item.counts / item.of if item.of else 0.0 for item in column]
        found.append(
            ItemStatistics(
                first.name,
                first.title,
                first.of,
                n,
                math.fsum(shares) / n,
                sum(item.counts >= item.of - NEAR for item in column),
                sum(item.counts <= NEAR for item in column),
                sum(not item.answered for item in column),
                discrimination(points, rest, len(columns) - 1),
            )
        )
    return tuple(found)


def slips(marked: Sequence[Marked]) -> tuple[SlipCount, ...]:
    """Count misconceptions and slips that cost points, the most frequent first."""
    met: dict[tuple[str, str], list[str]] = {}
    for one in marked:
        for item in one.items:
            for id in item.misconceptions if item.counts < item.of - NEAR else ():
                met.setdefault((id, item.title), []).append(one.student)
    counts = [SlipCount(id, item, tuple(who)) for (id, item), who in met.items()]
    return tuple(sorted(counts, key=lambda count: (-len(count.students), count.id)))


def quantile(values: Sequence[float], share: float) -> float:
    """Find the value below which `share` of the values lie, by linear interpolation.

    >>> quantile([1, 2, 3, 4], 0.5)
    2.5
    """
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def bins(values: Sequence[float], top: float, count: int) -> tuple[tuple[float, float, int], ...]:
    """Count values from 0 to `top` in bins of equal width; an edge belongs to the bin above it.

    >>> bins([0, 1, 5, 10], 10, 2)
    ((0.0, 5.0, 2), (5.0, 10.0, 2))
    """
    width = top / count
    found = [0] * count
    for value in values:
        found[max(0, min(count - 1, int(value / width + NEAR)))] += 1
    return tuple((n * width, (n + 1) * width, found[n]) for n in range(count))
