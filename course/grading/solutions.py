"""What is right, and why, for whoever marks: never for students.

A key is a function of an answer. For a choice, a table of choices or paragraphs and a small whole
number every possible answer is held against it, so what stands here is what the key does and not
a second list beside it. A number says its own right answer and the known slips. What follows from
a student's own other answers has no right answer before these are known, and is said to be so.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from course import seeds
from course.errors import CourseError
from course.grading import keys
from course.grading.marks import Case, Mark, Marker, Number, Table
from course.grading.paper import clean, number, texts
from course.homework import items
from course.homework.draws import COURSE, Draw
from course.homework.plain import Plain

MOST_WHOLE = 200
"""The most whole numbers that are tried one after the other."""
MOST_SAID = 300
STYLE = "text-align:left;vertical-align:top;padding:0.3em 0.6em;border-bottom:1px solid #999"


@dataclass(frozen=True, slots=True)
class Part:
    """An answer that earns a part of the points, the share of them, and what is said to it."""

    answer: str
    share: float
    says: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to answer: its name and text, what earns everything, what a part, and why.

    `full` and `part` are empty where the right answer follows from the student's other answers.
    """

    name: str
    text: str
    full: tuple[str, ...] = ()
    part: tuple[Part, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Solution:
    """What is right in one question, for one student."""

    item: items.Item
    prompt: str
    entries: tuple[Entry, ...]


def solutions(
    assignment: str,
    student: str,
    course: str = COURSE,
    answers: Mapping[str, Plain] | None = None,
) -> tuple[Solution, ...]:
    """Work out what is right for a student, question by question.

    With the student's own `answers`, so is what follows from them, where a key says how.

    >>> solutions("P3", "anna.k")[3].entries[0].full
    ('B',)

    Raises
    ------
    CourseError
        If there is no such assignment.
    """
    asked, markers = items.assignment(assignment), keys.key(assignment)
    variant = items.variant(Draw(course, assignment, student))
    found = []
    for item in asked.items:
        case = Case(item, variant, answers or {})
        marker = markers[item.name]
        follows = keys.following(assignment).get(item.name)
        prompt = item.prompt.format_map(dict(variant))
        if follows is not None:
            entries = _following(follows, case)
        elif isinstance(marker, Table):
            why = keys.reasons(assignment).get(item.name)
            entries = tuple(
                _entry(marker, name, text, case, why(name, case) if why else "")
                for name, text in shown_entries(item, variant).items()
            )
        elif isinstance(marker, Number):
            entries = (_number(marker, item, variant),)
        else:
            entries = (_tried(marker, case),)
        found.append(Solution(item, prompt, entries))
    return tuple(found)


def _following(follows: Callable[[Case], Mapping[str, str]], case: Case) -> tuple[Entry, ...]:
    """Ask the key what follows from the other answers, if they are there and can be read."""
    texts = shown_entries(case.item, case.variant)
    try:
        found = follows(case)
    except CourseError:
        return (Entry("", ""),)
    return tuple(Entry(name, texts.get(name, ""), (right,)) for name, right in found.items())


def shown_entries(item: items.Item, variant: items.Variant) -> dict[str, str]:
    """Give what stands beside each entry of a table, as one line of text each."""
    return (
        {str(n): _said(t) for n, t in dict(variant[item.entries]).items()} if item.entries else {}
    )


def _said(text: object) -> str:
    plain = text if isinstance(text, str) else json.dumps(text, ensure_ascii=False)
    return " ".join(plain.split())


def _candidates(item: items.Item) -> list[Plain]:
    if item.options:
        return [option.id for option in item.options]
    if item.kind == "paragraphs":
        return [paragraph.id for paragraph in seeds.paragraphs()]
    if item.kind in ("whole", "wholes") and item.most - item.least <= MOST_WHOLE:
        return list(range(int(item.least), int(item.most) + 1))
    return []


def _entry(marker: Table, name: str, text: str, case: Case, why: str) -> Entry:
    """Try every possible answer to one entry of a table, alone in it."""
    entries = tuple(case.variant[case.item.entries])
    tries: list[tuple[Plain, Mark]] = []
    for candidate in _candidates(case.item):
        answer: Plain = {other: candidate if other == name else None for other in entries}
        alone = Case(case.item, case.variant, {**case.answers, case.item.name: answer})
        try:
            tries.append((candidate, marker.one(name, candidate, alone)))
        except CourseError:
            continue
    return _sorted(name, text, tries, why)


def _tried(marker: Marker, case: Case) -> Entry:
    """Try every possible answer to a question that is no table."""
    tries: list[tuple[Plain, Mark]] = []
    for candidate in _candidates(case.item):
        alone = Case(case.item, case.variant, {**case.answers, case.item.name: candidate})
        try:
            tries.append((candidate, marker(candidate, alone)))
        except (CourseError, LookupError, TypeError, ValueError):  # it rests on other answers
            return Entry("", "")
    full = [mark.message for _, mark in tries if mark.points >= mark.of]
    return _sorted("", "", tries, full[0] if len(full) == 1 else "")


def _sorted(name: str, text: str, tries: Sequence[tuple[Plain, Mark]], why: str) -> Entry:
    full = tuple(str(answer) for answer, mark in tries if mark.points >= mark.of)
    if not full:
        return Entry(name, text)
    part = tuple(
        Part(str(answer), mark.points / mark.of, " ".join(mark.message.split()))
        for answer, mark in tries
        if 0 < mark.points < mark.of
    )
    return Entry(name, text, full, part, why)


def _number(marker: Number, item: items.Item, variant: items.Variant) -> Entry:
    true = marker.right(variant)
    within = marker.within(true)
    said = texts("key")["within"].format(right=f"{true:.6g}", within=f"{within:.2g}")
    part = tuple(
        Part(f"{slip.answer:.6g}", slip.credit, " ".join(slip.message.split()))
        for slip in marker.slips(variant)
        if abs(slip.answer - true) > within
    )
    return Entry("", "", (said,), part, marker.well_done)


def as_text(assignment: str, student: str, course: str = COURSE) -> str:
    """Write what is right for a student as plain text."""
    text = texts("key")
    asked = items.assignment(assignment)
    lines = [text["title"].format(id=asked.id, title=asked.title, student=student), text["private"]]
    for n, solution in enumerate(solutions(assignment, student, course), 1):
        item = solution.item
        lines += ["", f"{n}. {item.title} ({number(item.points)})", solution.prompt]
        for entry in solution.entries:
            if entry.name:
                lines.append(f"  {entry.name}: {entry.text}")
            if not entry.full:
                lines.append(f"     {text['rests']}")
                continue
            lines.append(f"     {text['right']}: {_or(entry.full)}")
            lines += [f"     {text['part'].lower()}: {_part(part)}" for part in entry.part]
            if entry.why:
                lines.append(f"     {text['why'].lower()}: {entry.why}")
    return clean("\n".join(lines)) + "\n"


def _or(answers: Sequence[str]) -> str:
    return texts("key")["or"].join(answers)


def _part(part: Part) -> str:
    share = f"{part.share:.0%}".replace("%", " %")
    return texts("key")["earns"].format(answer=part.answer, share=share, says=part.says)


def as_markup(solution: Solution, answer: Plain, message: str) -> str:
    """Write what is right in one question beside what was answered, to be folded out (HTML).

    It stands in a notebook as a cell of text: no line of it may be empty.
    """
    text = texts("key")
    said = answer if isinstance(answer, Mapping) else {"": answer}
    head = [text["entry"], text["said"], text["right"], text["part"], text["why"]]
    rows = []
    for entry in solution.entries:
        name = f"{entry.name}: {entry.text}" if entry.name else solution.item.title
        given = said.get(entry.name)
        right = _or(entry.full) if entry.full else text["rests"]
        wrote = "–" if given is None else _said(given)[:MOST_SAID]
        rows.append(
            [name, wrote, right, "<br>".join(_safe(_part(p)) for p in entry.part), entry.why]
        )
    cells = "".join(
        "<tr>"
        + "".join(
            f"<td style='{STYLE}'>{cell if n == 3 else _safe(cell)}</td>"
            for n, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    heads = "".join(f"<th style='{STYLE}'>{_safe(name)}</th>" for name in head)
    told = "".join(f"<p>{_safe(line)}</p>" for line in message.splitlines() if line.strip())
    return (
        f"<details><summary><strong>{_safe(text['summary'])}</strong></summary>"
        f"<p>{_safe(solution.prompt)}</p><table><thead><tr>{heads}</tr></thead>"
        f"<tbody>{cells}</tbody></table><p>{_safe(text['told'])}</p>{told}</details>"
    )


def _safe(text: str) -> str:
    """Make a text fit for a cell of text: no markup, no formula, no line of its own."""
    escaped = html.escape(clean(" ".join(text.split())))
    return escaped.replace("$", "&#36;").replace("*", "&#42;").replace("_", "&#95;")
