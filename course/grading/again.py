"""Work that comes in again: what changed, what stays, and what a mark by hand is still worth.

A mark that a person typed belongs to the text that the person read. If another text comes, the mark
waits until somebody has marked again. Older or blank work never takes the place of newer work
unasked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.utils import is_solution

from course.files import read_text
from course.grading import intake, marking, mend, rows
from course.grading.book import ByHand
from course.grading.paper import texts
from course.grading.results import Marked
from course.homework import items


def changed(asked: items.Assignment, path: Path, nb: Any, booked: str) -> tuple[set[str], set[str]]:
    """Name the cells with points whose answers are others than in the marked copy at `path`.

    `booked` is the fingerprint under which the gradebook has an earlier submission. The second set
    is of all that ever changed.
    """
    if not booked or not path.is_file():
        return set(), set()
    before = nbformat.reads(read_text(path), as_version=4)
    old = before.metadata.get("threat_power_loss", {})
    # A run that was broken off wrote that copy, and the gradebook never heard of it.
    ever = set(old.get("changed", ()))
    found = set(ever) if old.get("fingerprint") != booked else set()
    answers = [
        {name: q.get("answer", "") for name, q in kept.get("questions", {}).items()}
        for kept in (old, nb.metadata["threat_power_loss"])
    ]
    found |= {_cell(name) for name, said in answers[1].items() if answers[0].get(name) != said}
    essay = asked.essay.name
    if _sources(before).get(essay, "").strip() != _sources(nb).get(essay, "").strip():
        found.add(essay)
    return found, found | ever


def stays(asked: items.Assignment, path: Path, work: str, when: float, blank: bool) -> str:
    """Say why the work in the gradebook is to stay; empty if this work is to take its place."""
    if not path.is_file():
        return ""
    nb = nbformat.reads(read_text(path), as_version=4)
    old = nb.metadata.get("threat_power_loss", {})
    if old.get("work") == work:
        return ""
    before = marking.read_marked(nb, asked, "")
    written = bool(before.essay.words) or any(item.answered for item in before.items)
    text = texts("changed")
    if blank and written:
        return text["blank"]
    return text["older"] if 0 < when < old.get("when", 0) and written else ""


def with_hand(asked: items.Assignment, marked: Marked, hands: Mapping[str, ByHand]) -> Marked:
    """Add to a result what people entered, by cell."""
    found = tuple(
        replace(item, manual=_sum(hands[cell])) if (cell := _cell(item.name)) in hands else item
        for item in marked.items
    )
    essay, hand = marked.essay, hands.get(asked.essay.name)
    notes, repairs, text = list(marked.notes), list(marked.repairs), texts("changed")
    for item in found:
        if (old := hands.get(cell := _cell(item.name))) and old.look and cell in marked.changed:
            said = text["question"].format(title=item.title, points=f"{_sum(old) or 0:g}")
            notes.append(said)
    stale = hand is not None and hand.look and asked.essay.name in marked.changed
    if hand is not None and stale and _sum(hand) is not None:
        # The mark was given to another text; whoever marks sees it, and nobody counts it.
        essay = replace(essay, points=None)
        notes.append(text["essay"].format(points=f"{_sum(hand):g}"))
        repairs.append(text["for_student"])
    elif hand is not None:
        points = _sum(hand) if _sum(hand) is not None else essay.points
        essay = replace(essay, points=points, comment=hand.comment)
    return replace(marked, items=found, essay=essay, notes=tuple(notes), repairs=tuple(repairs))


def with_words(
    asked: items.Assignment, marked: Marked, by_hand: Mapping[tuple[str, str], ByHand]
) -> Marked:
    """Add every comment that people typed, and the points of the essay's rows."""
    place = intake.folder_name(marked.student)
    said = {cell: hand.comment for (who, cell), hand in by_hand.items() if who == place}
    # A comment belongs to the cell of the answer, points to that of its check.
    found = tuple(
        replace(item, comment=said.get(item.name.replace("_", "-"), "") or said.get(item.name, ""))
        for item in marked.items
    )
    essay = marked.essay
    read = rows.read(essay.comment, asked.essay, essay.points)
    essay = replace(essay, comment=read.rest, rows=read.points)
    if read.waits:  # which of the two was meant, only whoever typed them knows
        essay = replace(essay, points=None)
    notes = (*marked.notes, read.problem) if read.problem else marked.notes
    whole = said.get("student-id", "")  # the one box that belongs to no question
    return replace(marked, items=found, essay=essay, notes=notes, comment=whole)


NO_ID = "No student id stands in the first cell; the numbers of"


def _sources(nb: Any) -> dict[str, str]:
    return {mend.grade_id(cell): str(cell.source) for cell in nb.cells}


def written_in(nb: Any) -> dict[str, str]:
    """Read the answers, apart from the student's id."""
    return {
        mend.grade_id(cell): cell.source.strip()
        for cell in nb.cells
        if mend.grade_id(cell) != "student-id"
        and (is_solution(cell) or (not mend.grade_id(cell) and cell.cell_type == "code"))
    }


def fill_id(nb: Any, given: Any, student: str) -> bool:
    """Write the id that counts where nobody wrote one, so that the questions can be seen."""
    for cell in nb.cells:
        if mend.grade_id(cell) == "student-id":
            if cell.source.strip() != _sources(given)["student-id"].strip():
                return False
            cell.source = f"student_id = {json.dumps(student, ensure_ascii=False)}"
            return True
    return False


def _cell(name: str) -> str:
    return f"check-{name.replace('_', '-')}"


def _sum(hand: ByHand) -> float | None:
    if hand.points is None and hand.extra is None:
        return None
    return (hand.points or 0.0) + (hand.extra or 0.0)
