"""Progress: what a learner's journal says about their way through the course.

Everything here is read from the journal and the catalogue of questions, and nothing is guessed:

- **lessons**: how many of a lesson's questions were answered, and the minutes between entries
  (a pause of more than twenty minutes counts as none, so it is a lower bound);
- **commitments**: what else was kept (predictions, weights, forecasts), and the revisions;
- **misconceptions**: met when a wrong answer was chosen that names one; repaired when the same
  question, or another one with that misconception among its answers, was answered rightly later;
- **calibration**: how sure a learner was at the first answer, against how often it was right.

**Source:** the misconceptions are the course's own catalogue; on calibration Lichtenstein,
Fischhoff & Phillips 1982 (from memory). The rule for "repaired" is ours, and a weak one: one right
answer is enough for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from course import beliefs, checks
from course.journal import Entry

PAUSE = 20 * 60  # seconds
LESSONS = tuple(f"L{n}" for n in range(9))


@dataclass(frozen=True, slots=True)
class Lesson:
    """How far a learner is with a lesson."""

    id: str
    answered: int
    questions: int
    minutes: int
    commitments: int
    revisions: int


@dataclass(frozen=True, slots=True)
class Met:
    """A misconception a learner's answer named, where, and where it was repaired, if it was."""

    id: str
    name: str
    where: tuple[str, ...]
    repaired: str | None


@dataclass(frozen=True, slots=True)
class Sure:
    """First answers given with one degree of certainty: how many, and how many were right."""

    said: str
    n: int
    right: int


Catalogue = Mapping[str, checks.Check | checks.Note | checks.Estimate]


def lessons(entries: Sequence[Entry], catalogue: Catalogue) -> tuple[Lesson, ...]:
    """Count answers, minutes and commitments, lesson by lesson."""
    found = []
    for lesson in LESSONS:
        mine = [entry for entry in entries if entry.key.startswith(f"{lesson}.")]
        asked = {id for id in catalogue if id.startswith(f"{lesson}.")}
        answered = {_question(entry.key) for entry in mine} & asked
        others = [entry.key for entry in mine if _question(entry.key) not in asked]
        different = len(set(others))
        found.append(
            Lesson(
                lesson,
                len(answered),
                len(asked),
                _minutes(mine),
                different,
                len(others) - different,
            )
        )
    return tuple(found)


def met(entries: Sequence[Entry], catalogue: Catalogue) -> tuple[Met, ...]:
    """List the misconceptions met, and whether a later right answer repaired them."""
    where: dict[str, list[str]] = {}
    repaired: dict[str, str | None] = {}
    for entry in entries:
        answer = _answer(entry, catalogue)
        if answer is None:
            continue
        item, option = answer
        if option.correct:
            for id in {o.misconception for o in item.options} & where.keys():
                if id is not None and repaired[id] is None:
                    repaired[id] = item.id
        elif option.misconception:
            seen = where.setdefault(option.misconception, [])
            if item.id not in seen:
                seen.append(item.id)
            repaired[option.misconception] = None  # met again: it needs repair again
    return tuple(
        Met(id, checks.misconception(id).name, tuple(where[id]), repaired[id])
        for id in sorted(where)
    )


def calibration(entries: Sequence[Entry], catalogue: Catalogue) -> tuple[Sure, ...]:
    """Compare how sure a learner was, at the first answer to each question, with being right."""
    first: dict[str, tuple[str, bool]] = {}
    for entry in entries:
        answer = _answer(entry, catalogue)
        if answer is None or answer[0].id in first:
            continue
        item, option = answer
        first[item.id] = (str(entry.value.get("sure") or ""), option.correct)
    found = []
    for said in ("guess", "fairly", "certain"):
        right = [correct for sure, correct in first.values() if sure == said]
        if right:
            found.append(Sure(said, len(right), sum(right)))
    return tuple(found)


def as_text(entries: Sequence[Entry], catalogue: Catalogue | None = None) -> str:
    """Write the whole as plain text, for the command line and for a screen reader."""
    known = catalogue if catalogue is not None else checks.catalogue()
    parts = []
    for title, head, rows in sections(entries, known):
        parts.append(title)
        if rows:
            parts += ["  " + " | ".join(map(str, row)) for row in (head, *rows)]
        else:
            parts.append("  nothing yet")
    return "\n".join(parts)


Rows = list[tuple[object, ...]]


def sections(
    entries: Sequence[Entry], catalogue: Catalogue
) -> list[tuple[str, tuple[str, ...], Rows]]:
    """Give the tables of the progress page: title, heads, rows."""
    sure = {"guess": "a guess", "fairly": "fairly sure", "certain": "certain"}
    kept = beliefs.history(entries)
    return [
        (
            "Lessons",
            ("Lesson", "Questions answered", "Minutes, at least", "Other commitments", "Revisions"),
            [
                (x.id[1:], f"{x.answered} of {x.questions}", x.minutes, x.commitments, x.revisions)
                for x in lessons(entries, catalogue)
            ],
        ),
        (
            "Misconceptions met (one right answer later counts as repaired: a weak rule, and ours)",
            ("Misconception", "Met in", "Repaired"),
            [
                (x.name, ", ".join(x.where), f"in {x.repaired}" if x.repaired else "not yet")
                for x in met(entries, catalogue)
            ],
        ),
        (
            "How sure, and how often right (first answers)",
            ("You said", "Answers", "Right"),
            [(sure[x.said], x.n, f"{x.right} of {x.n}") for x in calibration(entries, catalogue)],
        ),
        (
            "Odds Diary, in percent of the points given (X: something else)",
            ("Lesson", *beliefs.LETTERS),
            [(b.lesson[1:], *(round(100 * b.shares[x]) for x in beliefs.LETTERS)) for b in kept],
        ),
    ]


def _answer(entry: Entry, catalogue: Catalogue) -> tuple[checks.Check, checks.Option] | None:
    """Find the question with a right answer that an entry answers, and the option chosen."""
    item = catalogue.get(_question(entry.key))
    if not isinstance(item, checks.Check) or item.open or not isinstance(entry.value, dict):
        return None
    chosen = entry.value.get("choice")
    return next(((item, o) for o in item.options if o.id == chosen), None)


def _question(key: str) -> str:
    """Strip the stage from the key of a question: L2.1.answer -> L2.1."""
    return key.rpartition(".")[0]


def _minutes(entries: Sequence[Entry]) -> int:
    times = sorted(filter(None, (_seconds(entry.time) for entry in entries)))
    gaps = (after - before for before, after in pairwise(times))
    return round(sum(gap for gap in gaps if gap <= PAUSE) / 60)


def _seconds(time: str) -> float | None:
    try:
        return datetime.fromisoformat(time).timestamp()
    except ValueError:
        return None
