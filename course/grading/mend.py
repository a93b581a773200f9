"""Mend a submitted notebook, so that an accident costs no more than the work it destroyed.

People delete a cell, copy it, turn it to text, change a check, or come with a file of an older
format. Here a submission is laid on the notebook that was given out: every cell that matters gets
its place, kind and settings back, what the student wrote in it is kept, and every repair is said in
a sentence. Nothing of the student's is thrown away: what has no place is kept as a raw cell, which
does not run.
"""

from __future__ import annotations

import ast
import json
import re
from copy import deepcopy
from typing import Any

import nbformat

from course.errors import CourseError

MOST_CELLS = 1000


def read(data: bytes, name: str) -> Any:
    """Read a submitted notebook of any format, or say why it cannot be one.

    Raises
    ------
    CourseError
        If it is no JSON, or JSON but no notebook.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CourseError(
            f"{name} is damaged: it is not the file that Jupyter saves. Ask for it again."
        ) from error
    return _as_notebook(found, name)


def _as_notebook(found: Any, name: str) -> Any:
    if not isinstance(found, dict) or not ({"cells", "worksheets"} & set(found)):
        raise CourseError(f"{name} is JSON but no notebook; ask for the notebook again.")
    try:
        if "worksheets" in found:  # format 3, of 2011 to 2015
            notebook = nbformat.reads(json.dumps(found), as_version=4)
        else:
            notebook = nbformat.from_dict({"metadata": {}, **found, "nbformat": 4})
    except Exception as error:  # nbformat raises whatever its converters raise
        raise CourseError(f"{name} is no notebook that can be read ({error}).") from error
    cells = notebook.get("cells")
    if not isinstance(cells, list) or len(cells) > MOST_CELLS:
        raise CourseError(f"{name} has no cells, or more than {MOST_CELLS}; ask for it again.")
    notebook.cells = [cell for cell in map(_cell, cells) if cell is not None]
    return notebook


def _cell(cell: Any) -> Any:
    """Make one submitted cell a sound one: a kind, a source, settings, no outputs."""
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", "")
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    metadata = cell.get("metadata")
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown") else "raw"
    made = {"cell_type": kind, "metadata": metadata if isinstance(metadata, dict) else {}}
    # nbformat would make an id up, another each time, and hold each cell against its schema.
    made |= {"source": text, "id": cell.get("id", "")}
    if kind == "code":
        made |= {"outputs": [], "execution_count": None}
    return nbformat.from_dict(made)


def mend(submitted: Any, given: Any) -> tuple[Any, tuple[str, ...]]:
    """Lay a submission on the notebook that was given out; say what was repaired.

    The result has every graded, locked or answer cell of `given`, once, in that order, and the
    student's own cells where they were.
    """
    repairs: list[str] = []
    wanted = [grade_id(cell) for cell in given.cells if grade_id(cell)]
    theirs: dict[str, list[Any]] = {id: [] for id in wanted}
    own: dict[str, list[Any]] = {"": []}  # other cells, by the known cell they follow
    last = ""
    for cell in submitted.cells:
        id = grade_id(cell)
        if id in theirs:
            theirs[id].append(cell)
            last = id
        else:
            cell = deepcopy(cell)
            cell.metadata.pop("nbgrader", None)
            own.setdefault(last, []).append(cell)
    _adopt_lost_answers(given, theirs, own, repairs)
    cells = list(own.get("", []))
    for original in given.cells:
        id = grade_id(original)
        if id:
            cells += _placed(id, original, theirs[id], repairs)
            cells += own.get(id, [])
    cells = [part for cell in cells for part in _with_readable_id(cell, given, repairs)]
    mended = deepcopy(given)
    mended.cells = _with_ids(cells)
    mended.nbformat_minor = 5
    return mended, tuple(repairs)


def _with_readable_id(cell: Any, given: Any, repairs: list[str]) -> list[Any]:
    """Put back an id cell that Python could not run: the folder says whose work it is anyway."""
    if grade_id(cell) != "student-id" or _sets_id(cell.source):
        return [cell]
    blank = next(other for other in given.cells if grade_id(other) == "student-id")
    if cell.source.strip() == blank.source.strip():
        return [cell]
    repairs.append(
        "The student id in the first cell could not be read (is a quote missing?); the id under "
        "which the work was handed in was taken."
    )
    kept = _cell({"cell_type": "raw", "source": cell.source})
    cell.source = blank.source
    return [cell, kept]


def _sets_id(source: str) -> bool:
    """Say whether a cell sets the student id to a text or a number, and has no error in it."""
    try:
        body = ast.parse(source[:2000]).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return False
    last = body[-1] if body else None
    return (
        len(source) <= 2000
        and isinstance(last, ast.Assign)
        and isinstance(last.targets[0], ast.Name)
        and last.targets[0].id == "student_id"
        and isinstance(last.value, ast.Constant)
        and isinstance(last.value.value, str | int)
    )


def grade_id(cell: Any) -> str:
    """Read the nbgrader id of a cell; empty if it has none."""
    settings = cell.metadata.get("nbgrader")
    found = settings.get("grade_id") if isinstance(settings, dict) else None
    return found if isinstance(found, str) else ""


def _placed(id: str, original: Any, found: list[Any], repairs: list[str]) -> list[Any]:
    """Put back one cell; what is too many comes after it, as raw cells."""
    made = deepcopy(original)
    if made.cell_type == "code":
        made.outputs, made.execution_count = [], None
    if not found:
        repairs.append(f"The cell {id!r} was missing and was put back.")
        return [made]
    if not original.metadata.nbgrader.get("solution"):
        if any(cell.source.strip() != original.source.strip() for cell in found):
            repairs.append(f"The cell {id!r}, which is not for editing, was put back as it was.")
        if len(found) > 1:
            repairs.append(f"Copies of the cell {id!r} were left out.")
        return [made]
    changed = [cell for cell in found if cell.source.strip() != original.source.strip()]
    chosen = (changed or found)[-1]
    made.source = chosen.source
    if chosen.cell_type != original.cell_type:
        kinds = {"code": "code", "markdown": "text", "raw": "raw text"}
        was, now = (kinds.get(c.cell_type, c.cell_type) for c in (chosen, original))
        repairs.append(f"The cell {id!r} had been turned to {was} and is {now} again.")
    rest = [cell for cell in found if cell is not chosen and cell.source != made.source]
    if len(found) > 1:
        repairs.append(
            f"The cell {id!r} was there {len(found)} times; the last one with an answer counts."
        )
    return [made, *(_cell({"cell_type": "raw", "source": cell.source}) for cell in rest)]


def _adopt_lost_answers(
    given: Any, theirs: dict[str, list[Any]], own: dict[str, list[Any]], repairs: list[str]
) -> None:
    """Find an answer in a cell that lost its settings (by copy and paste, or another program)."""
    for original in given.cells:
        id = grade_id(original)
        if not id or theirs[id] or not original.metadata.nbgrader.get("solution"):
            continue
        mark = _first_words(original)
        for cells in own.values():
            for cell in cells:
                if mark and re.match(mark, cell.source.lstrip()):
                    cells.remove(cell)
                    theirs[id].append(cell)
                    repairs.append(f"The answer of the cell {id!r} was found in a pasted cell.")
                    break
            if theirs[id]:
                break


def _first_words(cell: Any) -> str:
    """Say how to know an answer cell by its text: its variable, or its first heading."""
    variable = re.search(r"^(\w+) = .*\.\.\.", cell.source, re.MULTILINE)
    if variable:
        return rf"(?:#.*\n)*{variable.group(1)}\s*=(?!=)"
    first = cell.source.strip().partition("\n")[0]
    return re.escape(first) if first.startswith(("#", "*")) else ""


def _with_ids(cells: list[Any]) -> list[Any]:
    seen: set[str] = set()
    for number, cell in enumerate(cells):
        id = cell.get("id")
        sound = isinstance(id, str) and re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", id)
        cell["id"] = id if sound and id not in seen else f"cell-{number}"
        seen.add(cell["id"])
    return cells
