"""Our steps in nbgrader's own chains; see `course.grading.config` for where each one stands.

nbgrader runs a submission cell by cell in a kernel and then looks at the outputs of the cells that
carry points. Between the two stands `MarkAnswers`: it takes the answers out of those outputs as
plain data, marks them here, where no line of the student's code has run, and writes marks and
sentences in their place. So nothing hidden ever enters the kernel, and nothing in the kernel can
raise a mark.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor

from course.files import read_text
from course.grading import guide, keys
from course.grading.marks import ESSAY, UNREAD, Mark
from course.grading.mend import mend
from course.homework import items, writing
from course.homework.draws import COURSE
from course.homework.plain import ANSWER, Plain

MARK = "application/vnd.threat-power-loss.mark+json"
"""The type under which a marked cell carries its mark for programs."""
FOR_MARKER = "for-the-marker"
"""The tag of a cell that no student may see; feedback leaves it out."""
MOST_ANSWER = 100_000
"""Characters an answer may have as JSON."""
FILES = {"journal.jsonl": 5_000_000}
"""Files beside the notebook that a key may look at, and the most bytes each may have."""


class SetCourse(NbGraderPreprocessor):
    """When an assignment is generated: write the course id into the cell that makes the sheet."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Add the course id, unless it is the usual one."""
        course = _course(self)
        if course != COURSE and _grade_id(cell) == "sheet":
            cell.source = cell.source.replace("student_id)", f"student_id, course={course!r})")
        return cell, resources


class Mend(NbGraderPreprocessor):
    """Before anything is run: lay the submission on the notebook that was given out."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Mend the notebook, and keep what was repaired for whoever marks."""
        where = resources["nbgrader"]
        given = self._given(where["assignment"], where["notebook"])
        if given is None:
            return nb, resources
        mended, repairs = mend(nb, given)
        for repair in repairs:
            self.log.warning("%s: %s", where["student"], repair)
        mended.metadata["threat_power_loss"] = {"repairs": list(repairs)}
        return mended, resources

    def _given(self, assignment: str, notebook: str) -> Any:
        """Read the notebook as given out, from the course folder or from the repository."""
        root = Path(self.config.CourseDirectory.get("root", "."))
        for folder in (root / "release" / assignment, keys.FOLDER.parent / "release" / assignment):
            path = folder / f"{notebook}.ipynb"
            if path.is_file():
                return nbformat.reads(read_text(path), as_version=4)
        self.log.warning("The notebook %s as given out was not found; nothing is mended.", notebook)
        return None


class TakeFiles(NbGraderPreprocessor):
    """Before the notebook runs: read the files beside it, so that it cannot change them."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Keep their texts where `MarkAnswers` finds them."""
        folder = Path(resources["metadata"]["path"])
        found = {}
        for name, most in FILES.items():
            path = folder / name
            if path.is_symlink() or path.exists():
                found[name] = _text_of(path, most)
        resources["threat_power_loss"] = {"files": found}
        return nb, resources


class MarkAnswers(NbGraderPreprocessor):
    """After the notebook has run: mark its answers and put marks where nbgrader looks for them."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        """Mark every question, count the words of the essay, add a cell for whoever marks."""
        where = resources["nbgrader"]
        asked = items.assignment(where["assignment"])
        essay = _source(nb, asked.essay.name)
        files = {**resources.get("threat_power_loss", {}).get("files", {}), ESSAY: essay}
        answers, stated = answers_in(nb, asked)
        marks = keys.mark_answers(
            asked.id,
            unquote(where["student"]),
            answers,
            course=_course(self),
            stated=stated,
            files=files,
        )
        report = writing.report(asked.essay, essay)
        by_cell = {item.check_id: marks[item.name] for item in asked.items}
        for cell in nb.cells:
            if _grade_id(cell) in by_cell and cell.cell_type == "code":
                cell.outputs = outputs(by_cell[_grade_id(cell)])
            elif _grade_id(cell) == asked.essay.check_id and cell.cell_type == "code":
                cell.outputs = [_text(report.sentence)]
        repairs = nb.metadata.get("threat_power_loss", {}).get("repairs", [])
        notes = [mark.for_marker for mark in marks.values() if mark.for_marker]
        _after(nb, asked.essay.check_id, guide.text(asked, report, [*repairs, *notes]))
        return nb, resources


def _text_of(path: Path, most: int) -> str:
    """Read a file that was handed in, or say why it was not read."""
    if path.is_symlink() or not path.is_file():
        return f"{UNREAD}it is a link or a folder."
    try:
        if path.stat().st_size > most:
            size = path.stat().st_size / 1e6
            return f"{UNREAD}it has {size:.1f} MB, and at most {most / 1e6:g} MB are read."
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return f"{UNREAD}it is not text."
    except OSError as error:
        return f"{UNREAD}{error.strerror}."


def answers_in(nb: Any, asked: items.Assignment) -> tuple[dict[str, Plain], str]:
    """Take the answers out of the outputs of the check cells, and the id the notebook states.

    Only the cell of a question can answer it, and only its last answer counts.
    """
    by_cell = {item.check_id: item.name for item in asked.items}
    found: dict[str, Plain] = {}
    stated = ""
    for cell in nb.cells:
        name = by_cell.get(_grade_id(cell))
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
        MARK: {"misconception": mark.misconception, "answered": mark.answered},
    }
    return [_text(of), nbformat.v4.new_output("execute_result", data=data, execution_count=None)]


def _text(text: str) -> Any:
    return nbformat.v4.new_output("stream", name="stdout", text=text + "\n")


def _small(carried: dict[str, Any]) -> bool:
    try:
        return len(json.dumps(carried, allow_nan=False)) <= MOST_ANSWER
    except (ValueError, TypeError, RecursionError):
        return False


def _after(nb: Any, grade_id: str, text: str) -> None:
    """Put a cell for whoever marks after the cell of that id, in place of an earlier one."""
    cells = [cell for cell in nb.cells if FOR_MARKER not in cell.metadata.get("tags", [])]
    at = next((n for n, cell in enumerate(cells) if _grade_id(cell) == grade_id), len(cells) - 1)
    made = nbformat.v4.new_markdown_cell(text, metadata={"tags": [FOR_MARKER]})
    made["id"] = FOR_MARKER
    nb.cells = [*cells[: at + 1], made, *cells[at + 1 :]]


def _source(nb: Any, grade_id: str) -> str:
    return next((str(cell.source) for cell in nb.cells if _grade_id(cell) == grade_id), "")


def _grade_id(cell: Any) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _course(step: NbGraderPreprocessor) -> str:
    return str(step.config.CourseDirectory.get("course_id") or COURSE)
