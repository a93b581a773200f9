"""The sheet of one student: what the cells of an assignment call.

    sheet = Sheet("P3", student_id)
    sheet.ask("decision_weight")        the question, with this student's numbers
    sheet.check("decision_weight")      the public check of the variable of that name
    sheet.bring_journal()               a copy of the learner's journal, beside the notebook
    sheet.rubric()                      how the essay will be marked
    sheet.check_essay()                 its length and what is still missing

A check looks at the learner's variables and at nothing else. What it shows carries the answer as
plain data, and that is all that whoever marks will see.
"""

from __future__ import annotations

import html
import json
import os
import sys
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from course.errors import CourseError
from course.homework import items, journals, public, rubrics, writing
from course.homework.draws import COURSE, Draw
from course.homework.plain import ANSWER, Plain, as_plain, in_plain_words
from course.lesson import Panel, table

NO_ID = (
    "Write your student id in quotes in the first cell, in place of the three dots; then choose "
    "Run, Run All Cells."
)


class NotYet(CourseError):
    """An answer that is not there yet, or not in the form asked for."""

    def _render_traceback_(self) -> list[str]:
        """Break the sentence into lines: nbgrader's own window shows them unbroken."""
        return textwrap.wrap(f"Please check: {self}", 76)


class Sheet:
    """One assignment as one student gets it.

    Without a student id everything still runs; the questions then say that the id comes first.

    >>> sheet = Sheet("P3", "anna.k")
    >>> print(sheet)
    P3 · Prospect lab, for student anna.k: 30 points by checks, 15 for the essay.
    """

    def __init__(self, assignment: str, student: object, course: str = COURSE) -> None:
        self._assignment = items.assignment(assignment)
        self._student = _id(student)
        draw = Draw(course, assignment, self._student)
        self._variant = items.variant(draw) if self._student else None

    def __repr__(self) -> str:
        a = self._assignment
        if not self._student:
            return f"{a.id} · {a.title}. {NO_ID}"
        return (
            f"{a.id} · {a.title}, for student {self._student}: {a.points:g} points by checks, "
            f"{a.essay.points:g} for the essay."
        )

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(repr(self))}</p>"

    def ask(self, name: str) -> Panel:
        """Show a question with this student's numbers and cases."""
        item = self._assignment.item(name)
        if self._variant is None:
            return Panel(f"<p>{html.escape(NO_ID)}</p>", NO_ID)
        prompt = item.prompt.format_map(dict(self._variant))
        parts = [f"<p><strong>{html.escape(item.title)}</strong> ({_points(item.points)})</p>"]
        parts.append(f"<p>{html.escape(prompt)}</p>")
        lines = [f"{item.title} ({_points(item.points)})", prompt]
        if item.entries:
            rows = list(dict(self._variant[item.entries]).items())
            shown = table(("Entry", "Text"), rows, item.title)
            parts.append(shown.markup)
            lines.append(shown.text)
        if item.options:
            listed = "".join(
                f"<li><strong>{html.escape(o.id)}</strong>: {html.escape(o.text)}</li>"
                for o in item.options
            )
            parts.append(f'<ul style="list-style: none">{listed}</ul>')
            lines += [f"{option.id}: {option.text}" for option in item.options]
        parts.append(f"<p>{html.escape(_sentence(item.form))}</p>")
        lines.append(_sentence(item.form))
        return Panel("\n".join(parts), "\n".join(lines))

    def show(self, name: str) -> Panel:
        """Show a table that goes with the questions, as this student needs it."""
        if self._variant is None:
            return Panel(f"<p>{html.escape(NO_ID)}</p>", NO_ID)
        panel: Panel = items.shown(self._assignment.id, name, self._variant)
        return panel

    def check(self, name: str) -> None:
        """Show the answer that will be marked, and whether it has the form asked for.

        Raises
        ------
        CourseError
            If it is missing or has another form; what is there is handed in all the same.
        """
        item = self._assignment.item(name)
        try:
            answer = as_plain(_variables().get(name))
        except CourseError as error:
            raise NotYet(str(error)) from error
        said, problem = "", NO_ID
        try:
            if self._variant is not None:
                said, problem = public.check(item, self._variant, answer), ""
                if item.kind == "journal":
                    said = journals.check(item, answer, _folder())
        except CourseError as error:
            problem = str(error)
        _show(name, answer, self._student, said)
        if problem:
            raise NotYet(problem)

    def bring_journal(self) -> Panel:
        """Copy the learner's journal beside the notebook, and say what can be read in it.

        Raises
        ------
        CourseError
            If something else lies in its place, or it cannot be read or written.
        """
        return journals.bring(_folder())

    def rubric(self) -> Panel:
        """Show by what rows the essay is marked, and what each level earns."""
        return rubrics.panel(self._assignment.essay)

    def check_essay(self) -> Panel:
        """Count the words of the essay and say which parts are missing; save the notebook first.

        Raises
        ------
        CourseError
            If nothing has been written, or the notebook cannot be found.
        """
        essay = self._assignment.essay
        report = writing.report(essay, _cell_on_disk(essay.name, self._assignment.file))
        if report.blank:
            raise NotYet(
                "Nothing is written under the headings yet; write there, save the notebook "
                "(Ctrl+S), and run this cell again."
            )
        text = f"As last saved: {report.sentence} How good it is, a person will say."
        return Panel(f"<p>{html.escape(text)}</p>", text)


def _id(student: object) -> str:
    """Read a student id; three dots are none."""
    if student is None or student is ...:
        return ""
    if isinstance(student, bool) or not isinstance(student, str | int):
        raise CourseError(
            'The student id has to be a text in quotes, for example student_id = "anna.k".'
        )
    return "" if not str(student).strip(" .") else str(student).strip()


def _variables() -> Mapping[str, Any]:
    """Find the learner's variables: those of the notebook."""
    return vars(sys.modules["__main__"])


def _folder() -> Path:
    """Find the folder of the notebook."""
    known = Path(os.environ.get("JPY_SESSION_NAME", ""))
    return known.parent if known.suffix == ".ipynb" and known.is_file() else Path.cwd()


def _show(name: str, answer: Plain, student: str, text: str) -> None:
    """Show a sentence that carries the answer."""
    from IPython.display import display

    whether = "That is the form; nothing else has been checked." if text else ""
    shown = f"{name}: {_written(answer)}. {text} {whether}".strip()
    carried = {"name": name, "student": student, "answer": answer}
    markup = f"<p>{html.escape(shown)}</p>"
    display({"text/plain": shown, "text/html": markup, ANSWER: carried}, raw=True)


def _written(answer: Plain) -> str:
    """Write an answer as it is read back to the learner."""
    if public.unanswered(answer):
        return "nothing yet"
    if isinstance(answer, dict):
        return ", ".join(f"{name}: {_written(part)}" for name, part in answer.items())
    return json.dumps(answer, ensure_ascii=False)


def _explain(result: Any) -> None:
    """Add plain words to an error that Python has just shown below a cell."""
    from IPython.display import display

    error = getattr(result, "error_before_exec", None) or getattr(result, "error_in_exec", None)
    code = getattr(getattr(result, "info", None), "raw_cell", None) or ""
    if text := in_plain_words(error, code):
        display(Panel(f"<p><strong>In plain words:</strong> {html.escape(text)}</p>", text))


def _listen() -> None:
    """Hear of every cell that has run in this notebook; elsewhere there is nothing to hear."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None:
        shell.events.register("post_run_cell", _explain)


def _cell_on_disk(name: str, file: str) -> str:
    """Read the essay cell out of the notebook as it was last saved.

    Where Jupyter does not say which notebook this is (Validate does not), one called `file` comes
    first: other assignments may lie beside it, and their essays have the same name.
    """
    known = os.environ.get("JPY_SESSION_NAME", "")
    paths = [Path(known)] if known.endswith(".ipynb") else []
    paths += sorted(
        Path.cwd().glob("*.ipynb"),
        key=lambda path: (not path.stem.startswith(file), -path.stat().st_mtime),
    )
    for path in paths:
        try:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            for cell in cells:
                if cell["metadata"].get("nbgrader", {}).get("grade_id") == name:
                    source = cell["source"]
                    return source if isinstance(source, str) else "".join(source)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            continue
    raise CourseError(
        "The essay could not be found in the saved notebook; save it (Ctrl+S), leave the cell "
        "with the headings where it was, and run this cell again."
    )


def _points(points: float) -> str:
    return f"{points:g} point{'' if points == 1 else 's'}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


# On import, so that it also hears of an error in the cell that makes the first sheet.
_listen()
