"""From a notebook that has run to one with marks in it.

The answers are in the outputs of the check cells, as plain data; nothing else of those outputs is
looked at. Marks and sentences take their place, in the form that nbgrader reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import nbformat

from course.grading import guide, keys, solutions
from course.grading.marks import ESSAY, Mark, nothing
from course.grading.mend import grade_id
from course.grading.results import EssayResult, ItemResult, Marked
from course.homework import items, public, writing
from course.homework.draws import Draw, student_key
from course.homework.plain import ANSWER, Plain

MARK = "application/vnd.threat-power-loss.mark+json"
"""The type under which a marked cell carries its mark for programs."""
FOR_MARKER = "for-the-marker"
"""The tag of a cell that no student may see; feedback leaves it out."""
HIDDEN = "# The student id was read and is hidden here: mark without knowing whose work it is."
"""What stands in the cell of the id in a marked notebook."""
MOST_ANSWER = 100_000
"""Characters an answer may have as JSON."""
MOST_SAID = 240
"""Characters of an error in a notebook that are told on."""


@dataclass(frozen=True, slots=True)
class Marking:
    """What came of marking one notebook."""

    answers: dict[str, Plain]
    marks: dict[str, Mark]
    essay: writing.Report
    notes: tuple[str, ...]
    """For whoever marks: repairs, and what a key wants somebody to look at."""


def mark_notebook(
    nb: Any,
    asked: items.Assignment,
    student: str,
    *,
    course: str,
    files: Mapping[str, str],
    repairs: Sequence[str] = (),
    seen: Sequence[str] = (),
) -> Marking:
    """Mark every question of a notebook that has run; the notebook is changed in place.

    The essay's words are counted, and a cell for whoever marks is put after it and after every
    check; the student's id, which has done its work by now, is hidden. `repairs` is what was
    mended, for the student too; `seen` is what whoever marks should know besides.
    """
    essay = _source(nb, asked.essay.name)
    files = {**files, ESSAY: essay}
    answers, stated = answers_in(nb, asked)
    marks = keys.mark_answers(asked.id, student, answers, course=course, stated=stated, files=files)
    marks = {item.name: _unread(nb, item, marks[item.name], answers) for item in asked.items}
    if stated and student_key(stated) != student_key(student):
        told = f"The notebook states the student id {stated!r}; the numbers of {student!r} counted."
        seen = (*seen, told)
    report = writing.report(asked.essay, essay)
    by_cell = {item.check_id: marks[item.name] for item in asked.items}
    for cell in nb.cells:
        if grade_id(cell) in by_cell and cell.cell_type == "code":
            cell.outputs = outputs(by_cell[grade_id(cell)])
        elif grade_id(cell) == asked.essay.check_id and cell.cell_type == "code":
            cell.outputs = [_text(report.sentence)]
    notes = (*repairs, *seen, *(mark.for_marker for mark in marks.values() if mark.for_marker))
    listed = [_nameless(note, student, stated) for note in notes]
    right = solutions.solutions(asked.id, student, course, answers)
    _for_marker(
        nb,
        {
            asked.essay.check_id: guide.text(asked, report, listed),
            **{
                one.item.check_id: solutions.as_markup(
                    one,
                    answers.get(one.item.name),
                    _nameless(marks[one.item.name].message, student, stated),
                )
                for one in right
            },
        },
    )
    _hide(nb)
    variant = items.variant(Draw(course, asked.id, student))
    entries = {item.name: solutions.shown_entries(item, variant) for item in asked.items}
    nb.metadata["threat_power_loss"] = {
        "notes": list(notes),
        "repairs": list(repairs),
        "questions": {
            name: {
                **asdict(mark),
                "answer": _written(answers.get(name)),
                "entries": entries[name],
            }
            for name, mark in marks.items()
        },
    }
    return Marking(answers, marks, report, notes)


def _unread(nb: Any, item: items.Item, mark: Mark, answers: Mapping[str, Plain]) -> Mark:
    """Say of an answer that did not arrive because of an error that it was not left open."""
    if mark.answered or not public.unanswered(answers.get(item.name)):
        return mark
    error = _error(nb, item.name.replace("_", "-"))
    if error is None:
        return mark if item.name in answers else _unplain(nb, item, mark)
    said = " ".join(f"{error.get('ename')}: {error.get('evalue')}".split())
    said = re.sub(r"\(<[^>]*>, (line \d+)\)", r"in \1", said)[:MOST_SAID]  # a cell has no file name
    message = (
        f"Something is written here, but Python could not read it ({said}), so there was no answer "
        "to mark. Most often a quote, a comma or a bracket is missing or too many."
    )
    return replace(mark, message=message, answered=True)


def _unplain(nb: Any, item: items.Item, mark: Mark) -> Mark:
    """Say of an answer that is no plain value (a function, a module) what is wrong with it.

    Its check then shows no answer, only its complaint; an open question shows that it is open.
    """
    error = _error(nb, item.check_id)
    if error is None or error.get("ename") != "NotYet":
        return mark
    said = " ".join(str(error.get("evalue")).split())[:MOST_SAID]
    message = f"Something is written here, but it cannot be marked. {said}"
    return replace(mark, message=message, answered=True)


def _error(nb: Any, id: str) -> Any:
    cell = next((cell for cell in nb.cells if grade_id(cell) == id), None)
    outputs = cell.get("outputs", []) if cell is not None else []
    return next((out for out in outputs if out.get("output_type") == "error"), None)


def answers_in(nb: Any, asked: items.Assignment) -> tuple[dict[str, Plain], str]:
    """Take the answers out of the outputs of the check cells, and the id the notebook states.

    Only the cell of a question can answer it, and only its last answer counts.
    """
    by_cell = {item.check_id: item.name for item in asked.items}
    found: dict[str, Plain] = {}
    stated = ""
    for cell in nb.cells:
        name = by_cell.get(grade_id(cell))
        if name is None or cell.cell_type != "code":
            continue
        for output in cell.get("outputs", []):
            carried = output.get("data", {}).get(ANSWER)
            if isinstance(carried, dict) and _small(carried):
                found[name] = carried.get("answer")
                said = carried.get("student")
                stated = said if isinstance(said, str) else stated
    return found, stated


def outputs(mark: Mark) -> list[Any]:
    """Write a mark as outputs that nbgrader reads: a sentence, then the points as a number."""
    of = f"{mark.points:g} of {mark.of:g} points. {mark.message}"
    data = {
        "text/plain": repr(float(mark.points)),
        MARK: {
            "misconception": mark.misconception,
            "also": list(mark.also),
            "answered": mark.answered,
        },
    }
    return [_text(of), nbformat.v4.new_output("execute_result", data=data, execution_count=None)]


def read_marked(nb: Any, asked: items.Assignment, student: str) -> Marked:
    """Read a marked notebook back as plain data; one without marks reads as unanswered."""
    kept = nb.metadata.get("threat_power_loss", {})
    found = []
    for item in asked.items:
        mark = kept.get("questions", {}).get(item.name) or asdict(nothing(item))
        found.append(
            ItemResult(
                item.name,
                item.title,
                mark["points"],
                item.points,
                mark["message"],
                mark.get("answer", ""),
                mark["misconception"],
                mark["answered"],
                also=tuple(mark.get("also", ())),
                entries=tuple(mark.get("entries", {}).items()),
            )
        )
    text = _source(nb, asked.essay.name)
    report = writing.report(asked.essay, text)
    essay = EssayResult(
        asked.essay.title,
        asked.essay.points,
        text,
        report.words,
        report.asked,
        report.missing,
        0.0 if report.blank else None,
    )
    repairs, notes = tuple(kept.get("repairs", ())), tuple(kept.get("notes", ()))
    if kept.get("unreadable") or kept.get("unsure"):
        essay = replace(essay, points=None)  # nothing was seen that could be judged, or not surely
    submitted = kept.get("submitted")
    return Marked(
        *(student, asked.id, asked.title, tuple(found), essay, repairs, notes, submitted),
        said_late=bool(kept.get("late")),
        changed=frozenset(kept.get("changed", ())),
    )


def _written(answer: Plain) -> str:
    return "" if answer is None else json.dumps(answer, ensure_ascii=False)


def _text(text: str) -> Any:
    return nbformat.v4.new_output("stream", name="stdout", text=text + "\n")


def _small(carried: dict[str, Any]) -> bool:
    try:
        return len(json.dumps(carried, allow_nan=False)) <= MOST_ANSWER
    except (ValueError, TypeError, RecursionError):
        return False


def _for_marker(nb: Any, texts: Mapping[str, str]) -> None:
    """Put cells for whoever marks after the cells of these ids, in place of earlier ones."""
    cells = []
    left = dict(texts)
    for cell in nb.cells:
        if FOR_MARKER in cell.metadata.get("tags", []):
            continue
        cells.append(cell)
        if text := left.pop(grade_id(cell), None):
            cells.append(_cell_for_marker(grade_id(cell), text))
    cells += [_cell_for_marker(id, text) for id, text in left.items()]
    nb.cells = cells


def _cell_for_marker(id: str, text: str) -> Any:
    made = nbformat.v4.new_markdown_cell(text, metadata={"tags": [FOR_MARKER]})
    made["id"] = f"{FOR_MARKER}-{id}"
    return made


def _hide(nb: Any) -> None:
    """Take the student's id out of what is shown to whoever marks: the cell and the header."""
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        if grade_id(cell) == "student-id":
            cell.source, cell.outputs = HIDDEN, []
        elif grade_id(cell) == "sheet":
            cell.outputs = []


def _nameless(note: str, student: str, stated: str) -> str:
    """Say a note without the ids in it."""
    for id, name in ((stated, "of somebody else"), (student, "of this submission")):
        note = note.replace(repr(id), name) if id else note
    return note


def _source(nb: Any, id: str) -> str:
    return next((str(cell.source) for cell in nb.cells if grade_id(cell) == id), "")
