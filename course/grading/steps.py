"""Our steps in nbgrader's own chains; see `course.grading.config` for where each one stands.

nbgrader runs a submission cell by cell in a kernel and then looks at the outputs of the cells that
carry points. Between the two stands `MarkAnswers`: it takes the answers out of those outputs as
plain data, marks them here, where no line of the student's code has run, and writes marks and
sentences in their place. So nothing hidden ever enters the kernel, and nothing in the kernel can
raise a mark.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import nbformat
from nbconvert.preprocessors import TagRemovePreprocessor
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Set

from course.files import read_text
from course.grading import keys, marking
from course.grading.marking import FOR_MARKER
from course.grading.marks import UNREAD
from course.grading.mend import grade_id, mend
from course.homework import items
from course.homework.draws import COURSE

FILES = {"journal.jsonl": 5_000_000}
"""Files beside the notebook that a key may look at, and the most bytes each may have."""


class SetCourse(NbGraderPreprocessor):
    """When an assignment is generated: write the course id into the cell that makes the sheet."""

    def preprocess_cell(self, cell: Any, resources: Any, cell_index: int) -> tuple[Any, Any]:
        """Add the course id, unless it is the usual one."""
        course = _course(self)
        if course != COURSE and grade_id(cell) == "sheet":
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
        marking.mark_notebook(
            nb,
            items.assignment(where["assignment"]),
            unquote(where["student"]),
            course=_course(self),
            files=resources.get("threat_power_loss", {}).get("files", {}),
            repairs=nb.metadata.get("threat_power_loss", {}).get("repairs", []),
        )
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


class LeaveOutGuide(TagRemovePreprocessor):
    """When feedback is made: leave out what is for whoever marks; the formgrader shows it."""

    enabled = Bool(True)
    remove_cell_tags = Set({FOR_MARKER})


def _course(step: NbGraderPreprocessor) -> str:
    return str(step.config.CourseDirectory.get("course_id") or COURSE)
