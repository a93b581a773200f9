"""Whole notebooks, run and marked by nbgrader with our steps: a matrix of what can go wrong.

Each submission starts from the notebook that was given out, filled in with the model answers, and
is named for what is then done to it. What it must earn is said in the questions it loses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import nbformat
import pytest

from course import notebooks
from course.grading import guide, intake, mend, release, stock
from course.grading.marking import FOR_MARKER
from course.grading.results import Marked
from course.homework import items
from course.homework.writing import STUB

pytestmark = pytest.mark.slow

WRITTEN = release.written()
SHORT = 4
"""Seconds a cell may run here; the endless loop takes as long."""
EMPTY = "No answer was found here."
PLAIN = "Something is written here, but it cannot be marked. The answer is a "
UNREAD = "Something is written here, but Python could not read it"


def source(assignment: str) -> Any:
    return notebooks.read(release.source(assignment))


def filled(assignment: str) -> Any:
    """Fill the notebook as given out with the model's answers, as a student would."""
    model = {mend.grade_id(cell): cell.source for cell in source(assignment).cells}
    notebook = notebooks.read(release.release(assignment))
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            lines = model[mend.grade_id(cell)].splitlines()
            cell.source = "\n".join(line for line in lines if " SOLUTION" not in line)
    return notebook


def student(assignment: str) -> str:
    """Read the student id of the model notebook."""
    text = next(c.source for c in source(assignment).cells if mend.grade_id(c) == "student-id")
    return str(text.split('"')[-2])


def at(notebook: Any, id: str) -> int:
    return next(n for n, cell in enumerate(notebook.cells) if mend.grade_id(cell) == id)


def answer_id(item: items.Item) -> str:
    return item.name.replace("_", "-")


@dataclass(frozen=True)
class Damage:
    """What was done to a notebook, which questions that loses, and what is said about it."""

    do: Callable[[Any, items.Item], Any]
    loses: str = "nothing"  # "nothing", "it" (the question it was done to) or "all"
    says: str = ""  # part of the sentence the question gets
    note: str = ""  # part of a note for whoever marks


def code(text: str, place: int = 0) -> Callable[[Any, items.Item], Any]:
    """Put a cell of one's own somewhere."""

    def do(notebook: Any, item: items.Item) -> Any:
        notebook.cells.insert(place, nbformat.v4.new_code_cell(text))
        return notebook

    return do


def typed(text: str) -> Callable[[Any, items.Item], Any]:
    """Write something else into the answer cell; {name} is the variable, {old} what was there."""

    def do(notebook: Any, item: items.Item) -> Any:
        cell = notebook.cells[at(notebook, answer_id(item))]
        cell.source = text.replace("{name}", item.name).replace("{old}", cell.source)
        return notebook

    return do


def without(check: bool) -> Callable[[Any, items.Item], Any]:
    def do(notebook: Any, item: items.Item) -> Any:
        del notebook.cells[at(notebook, item.check_id if check else answer_id(item))]
        return notebook

    return do


def doubled(check: bool) -> Callable[[Any, items.Item], Any]:
    def do(notebook: Any, item: items.Item) -> Any:
        place = at(notebook, item.check_id if check else answer_id(item))
        notebook.cells.insert(place, deepcopy(notebook.cells[place]))
        return notebook

    return do


def to_markdown(check: bool) -> Callable[[Any, items.Item], Any]:
    def do(notebook: Any, item: items.Item) -> Any:
        place = at(notebook, item.check_id if check else answer_id(item))
        old = notebook.cells[place]
        notebook.cells[place] = nbformat.v4.new_markdown_cell(old.source, metadata=old.metadata)
        return notebook

    return do


def check_rewritten(notebook: Any, item: items.Item) -> Any:
    notebook.cells[at(notebook, item.check_id)].source = "print('all right')\n1000"
    return notebook


def settings(**changed: object) -> Callable[[Any, items.Item], Any]:
    def do(notebook: Any, item: items.Item) -> Any:
        notebook.cells[at(notebook, item.check_id)].metadata.nbgrader.update(changed)
        return notebook

    return do


def pasted(notebook: Any, item: items.Item) -> Any:
    """Copy an answer into a fresh cell, as another program does, and delete the old one."""
    place = at(notebook, answer_id(item))
    notebook.cells[place] = nbformat.v4.new_code_cell(notebook.cells[place].source)
    return notebook


def old_format(notebook: Any, item: items.Item) -> Any:
    return nbformat.convert(notebook, 3)


def moved_up(notebook: Any, item: items.Item) -> Any:
    """Drag a check above the answer it checks."""
    check = notebook.cells.pop(at(notebook, item.check_id))
    notebook.cells.insert(1, check)
    return notebook


def settings_gone(notebook: Any, item: items.Item) -> Any:
    for cell in notebook.cells:
        cell.metadata.pop("nbgrader", None)
    return notebook


def id_cell(text: str) -> Callable[[Any, items.Item], Any]:
    """Write something else into the cell of the student id."""

    def do(notebook: Any, item: items.Item) -> Any:
        notebook.cells[at(notebook, "student-id")].source = text
        return notebook

    return do


EQUAL = """class Everything:
    def __eq__(self, other): return True
    def __float__(self): return 0.0
    def __repr__(self): return "0.0"
{name} = Everything()"""
FRAMES = """import sys
class Spy(float):
    def __float__(self):
        frame, seen = sys._getframe(), []
        while frame:
            seen += [v for v in frame.f_locals.values() if isinstance(v, float)]
            frame = frame.f_back
        return float.__float__(seen[0]) if seen else -1234.5
{name} = Spy(-1234.5)"""
PATCH = """import course.homework.public, course.homework.sheet as s
course.homework.public.check = lambda *a: "all right"
s.Sheet.check = lambda self, name: 1000.0
"""
FORGE = """from IPython.display import display
display({"text/plain": "x", "application/vnd.threat-power-loss.mark+json": {"answered": True}},
        raw=True)
30.0"""

MATRIX = {
    "perfect": Damage(lambda notebook, item: notebook),
    "syntax error in an answer": Damage(typed("{name} = = 3"), "it", UNREAD),
    "exception before an answer": Damage(typed("1 / 0\n{old}"), "it", UNREAD),
    "exception after an answer": Damage(typed("{old}\n1 / 0")),
    "exception in a cell of one's own": Damage(code("undefined_name")),
    "student id with a quote missing": Damage(id_cell('student_id = model-89"'), note="a quote"),
    "student id in curly quotes": Damage(id_cell("student_id = “model-89”"), note="a quote"),
    "student id never written": Damage(id_cell("student_id = ...  # your student id")),
    "endless loop in a cell of one's own": Damage(code("while True: pass")),
    "endless loop in an answer": Damage(typed("while True: pass"), "it", UNREAD),
    "answer cell deleted": Damage(without(False), "it", EMPTY, "was missing and was put back"),
    "check cell deleted": Damage(without(True), note="was missing and was put back"),
    "answer cell doubled": Damage(doubled(False), note="was there 2 times"),
    "check cell doubled": Damage(doubled(True), note="Copies of the cell"),
    "answer turned to text": Damage(to_markdown(False), note="had been turned to text"),
    "check turned to text": Damage(to_markdown(True)),
    "check rewritten": Damage(check_rewritten, note="was put back as it was"),
    "points raised": Damage(settings(points=1000)),
    "grading switched off": Damage(settings(grade=False)),
    "settings damaged": Damage(settings(grade_id=7, points="many", schema_version=99)),
    "answer pasted into a fresh cell": Damage(pasted, note="found in a pasted cell"),
    "all settings gone": Damage(settings_gone, note="found in a pasted cell"),
    "an older notebook format": Damage(old_format),
    "check dragged to the top": Damage(moved_up),
    "extra output": Damage(typed("{old}\nprint('spam ' * 200_000)")),
    "warning on stderr": Damage(typed("{old}\nimport warnings; warnings.warn('careful')")),
    "an object equal to everything": Damage(typed(EQUAL), "it", PLAIN),
    "an answer read from the frames": Damage(typed(FRAMES), "it"),
    "checks patched": Damage(code(PATCH, 3), "all", EMPTY),
    "a mark forged": Damage(typed(FORGE), "it", EMPTY),
    "the variable deleted": Damage(typed("{old}\ndel {name}"), "it", EMPTY),
    "an answer of the wrong kind": Damage(typed("{name} = print"), "it", PLAIN),
    "a module for an answer": Damage(
        typed("import math\n{name} = math"), "it", "write a number, or a text in quotes"
    ),
    "a text that is far too long": Damage(typed("{name} = 'x' * 5000"), "it", "at most 4000"),
    "sys.exit": Damage(typed("{old}\nimport sys; sys.exit()")),
    "waiting for input": Damage(code("input('your name? ')")),
}


@pytest.fixture(scope="module")
def courses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """Open a course folder for each assignment, once."""
    from contextlib import ExitStack

    with ExitStack() as stack:
        opened: dict[str, Any] = {}

        def course(assignment: str) -> Any:
            if assignment not in opened:
                to = tmp_path_factory.mktemp(assignment)
                api = stack.enter_context(stock.prepared(assignment, to))
                api.config.Execute.timeout = SHORT
                opened[assignment] = (api, to)
            return opened[assignment]

        yield course


def beside(assignment: str) -> dict[str, bytes]:
    """Read what is handed in beside the notebook: for P5 a journal."""
    return release.model_files(assignment)


def grade(
    course: Any,
    assignment: str,
    notebook: Any,
    who: str = "",
    files: dict[str, bytes] | None = None,
) -> tuple[Marked, Any]:
    """Grade one notebook; give the result and the marked notebook."""
    api, to = course
    who = who or student(assignment)
    result = stock.graded(api, assignment, handed_in(assignment, notebook, who, files), to)
    assert isinstance(result, Marked), result
    file = f"{items.assignment(assignment).file}.ipynb"
    return result, notebooks.read(to / "autograded" / intake.folder_name(who) / assignment / file)


def handed_in(
    assignment: str, notebook: Any, who: str, files: dict[str, bytes] | None = None
) -> intake.Submission:
    """Make a submission of a notebook, as the intake does."""
    text = nbformat.writes(notebook, version=nbformat.NO_CONVERT)
    read = mend.read(text.encode(), "handed in.ipynb")
    return intake.Submission(who, read, beside(assignment) if files is None else files)


def told(marked: Any, item: items.Item) -> str:
    outputs = marked.cells[at(marked, item.check_id)].outputs
    return "".join(output.get("text", "") for output in outputs)


# The first question of every assignment has everything done to it; P3, the model, is where all of
# it is tried, the others show that nothing depends on which assignment it is.
FEW = ("perfect", "answer cell deleted", "check rewritten", "an object equal to everything")
CASES = [(a, name) for a in WRITTEN for name in (MATRIX if a == "P3" else FEW)]


@pytest.mark.parametrize(("assignment", "name"), CASES, ids=[f"{a} {n}" for a, n in CASES])
def test_a_submission_gets_what_it_should(
    courses: Callable[[str], Any], assignment: str, name: str
) -> None:
    damage, asked = MATRIX[name], items.assignment(assignment)
    item = asked.items[0]
    notebook = damage.do(filled(assignment), item)
    result, marked = grade(courses(assignment), assignment, notebook)
    lost = {"nothing": 0, "it": item.points, "all": asked.points}[damage.loses]
    assert result.by_checks == pytest.approx(asked.points - lost), result.notes
    assert damage.says in told(marked, item)
    assert damage.note in " ".join(result.notes)
    assert bool(result.notes) == bool(damage.note) or damage.note == ""


@pytest.mark.parametrize("assignment", WRITTEN)
def test_the_untouched_release_earns_nothing_and_is_listed_as_unanswered(
    courses: Callable[[str], Any], assignment: str
) -> None:
    blank = notebooks.read(release.release(assignment))
    result, marked = grade(courses(assignment), assignment, blank, "somebody else", {})
    asked = items.assignment(assignment)
    assert result.by_checks == 0 and result.notes == ()
    assert not any(item.answered for item in result.items)
    assert STUB in marked.cells[at(marked, asked.essay.name)].source


def test_a_notebook_that_kills_python_is_a_result_and_hurts_nobody_else(
    courses: Callable[[str], Any],
) -> None:
    notebook = code("import os; os._exit(1)", 3)(filled("P3"), items.assignment("P3").items[0])
    api, to = courses("P3")
    result = stock.graded(api, "P3", handed_in("P3", notebook, student("P3")), to)
    assert isinstance(result, str) and "stopped the Python" in result
    assert grade(courses("P3"), "P3", filled("P3"))[0].by_checks == 30


@pytest.mark.parametrize("assignment", WRITTEN)
def test_whoever_marks_sees_the_guide_and_the_student_does_not(
    courses: Callable[[str], Any], assignment: str
) -> None:
    course = courses(assignment)
    who = student(assignment)
    _, marked = grade(course, assignment, filled(assignment))
    guides = [cell for cell in marked.cells if FOR_MARKER in cell.metadata.get("tags", [])]
    asked = items.assignment(assignment).items
    assert len(guides) == 1 + len(asked)  # beside the essay, and beside each question
    examples = guide.exemplars(assignment)
    assert all(example.thesis in guides[-1].source for example in examples)
    for item, beside in zip(asked, guides, strict=False):
        assert "what earns points here" in beside.source and item.name in beside.id.replace(
            "-", "_"
        )
    file = f"{items.assignment(assignment).file}.html"
    page = course[1] / "feedback" / who / assignment / file
    text = page.read_text(encoding="utf-8")
    assert "what earns points here" not in text
    assert all(item.check_id.startswith("check") for item in items.assignment(assignment).items)
    assert "points. " in text and not any(example.thesis in text for example in examples)
    # The student's own answers may be the model's; everything else of the marker's side may not.
    secret = [what for what in release.leaks(assignment, {"page": text}) if "solution" not in what]
    assert secret == []


@pytest.mark.parametrize("assignment", WRITTEN)
def test_every_check_of_the_release_says_that_nothing_is_there_yet(assignment: str) -> None:
    from nbclient import NotebookClient

    notebook = notebooks.read(release.release(assignment))
    NotebookClient(notebook, timeout=60, allow_errors=True).execute()
    cells = {mend.grade_id(cell): cell for cell in notebook.cells}
    for item in items.assignment(assignment).items:
        outputs = cells[item.check_id].outputs
        error = next(output for output in outputs if output.output_type == "error")
        told = " ".join(error.traceback)
        assert error.ename == "NotYet" and told == f"Please check: {error.evalue}"


@pytest.mark.parametrize("assignment", WRITTEN)
def test_an_error_in_the_cell_of_the_id_is_followed_by_plain_words(assignment: str) -> None:
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError

    notebook = notebooks.read(release.release(assignment))
    id_cell("student_id = anna.k")(notebook, items.assignment(assignment).items[0])
    end = at(notebook, "sheet")
    notebook.cells = notebook.cells[: end + 1]
    with pytest.raises(CellExecutionError):  # run all: on past the id, and stopped at the sheet
        NotebookClient(notebook, timeout=60).execute()
    shown = "".join(str(output.get("data")) for output in notebook.cells[end].outputs)
    assert "student id is not there yet" in shown and "first grey cell" in shown


def test_an_essay_that_nobody_has_marked_is_called_so_everywhere() -> None:
    for assignment in WRITTEN:
        text = release.release(assignment).read_text(encoding="utf-8")
        assert "stands at 0" not in text
        assert "You will get a page" in text and "not marked yet" in text


@pytest.mark.parametrize("assignment", ["P1", "P3"])
def test_run_all_cells_does_not_stop_at_an_open_question(assignment: str) -> None:
    # JupyterLab runs on after an error in a cell with this tag; all questions are then shown.
    for cell in notebooks.read(release.release(assignment)).cells:
        if (mend.grade_id(cell) or "").startswith("check-"):
            assert "raises-exception" in cell.metadata["tags"]
