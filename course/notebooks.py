"""Keep the notebooks in one canonical form (for those who write lessons).

    course notebooks write      run every lesson from the start and write it in canonical form
    course notebooks check      say which are not in canonical form

A notebook is plain ``.ipynb`` with its outputs, because nothing can be compared with outputs that
are not there. So that a change shows as a small difference, the form is fixed: readable cell ids,
metadata that matter only, execution counts from 1, no widget states, sorted keys.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat

from course.errors import CourseError
from course.files import CLONE, read_text, write_whole

FOLDER = CLONE / "notebooks"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
WIDGET = "application/vnd.jupyter.widget-view+json"


def notebooks(folder: Path = FOLDER) -> tuple[Path, ...]:
    """List the lessons, in order.

    Raises
    ------
    CourseError
        If there are none: a check over nothing must not pass.
    """
    found = tuple(sorted(folder.glob("*.ipynb")))
    if not found:
        raise CourseError(f"There are no notebooks in {folder}; check the folder.")
    return found


def read(path: Path) -> Any:
    """Read a notebook.

    Raises
    ------
    CourseError
        If the file is not a notebook.
    """
    text = read_text(path)
    try:
        return nbformat.reads(text, as_version=4)
    except Exception as error:  # nbformat raises whatever its parsers raise
        raise CourseError(f"{path.name} is not a notebook ({error}).") from error


def canonical(notebook: Any) -> str:
    """Write a notebook as text in the canonical form.

    Widgets' views point at a running kernel and mean nothing in a file; what is kept of a widget is
    its picture and its sentence.
    """
    cells, count = [], 0
    for cell in notebook.cells:
        clean: dict[str, Any] = {
            "cell_type": cell.cell_type,
            "id": cell.id,
            "metadata": {k: v for k, v in cell.metadata.items() if k in ("tags", "nbgrader")},
            "source": cell.source.rstrip(),
        }
        if cell.cell_type == "code":
            count += 1
            clean["execution_count"] = count
            clean["outputs"] = [_output(output, count) for output in cell.outputs]
        cells.append(clean)
    clean_notebook = nbformat.from_dict(
        {"cells": cells, "metadata": {"kernelspec": KERNEL}, "nbformat": 4, "nbformat_minor": 5}
    )
    nbformat.validate(clean_notebook)
    text: str = nbformat.writes(clean_notebook)
    return text.rstrip() + "\n"


def _output(output: Any, count: int) -> dict[str, Any]:
    clean = dict(output)
    if "data" in clean:
        clean["data"] = {k: v for k, v in clean["data"].items() if k != WIDGET}
        clean["metadata"] = {k: v for k, v in clean["metadata"].items() if k in clean["data"]}
    if "execution_count" in clean:
        clean["execution_count"] = count
    return clean


def run(notebook: Any, folder: Path) -> Any:
    """Run a notebook from the start as a learner with an empty journal would."""
    from nbclient import NotebookClient

    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "COURSE_HOME": home}
        resources = {"metadata": {"path": str(folder)}}
        client = NotebookClient(
            notebook,
            timeout=120,
            resources=resources,
            store_widget_state=False,
            extra_arguments=["--log-level=40"],  # what a kernel says to itself helps nobody here
        )
        client.execute(env=environment)
    return notebook


def write(paths: Iterable[Path]) -> None:
    """Run each notebook and write it in canonical form, saying which one it is at."""
    for path in paths:
        print(f"{path.name} ...", flush=True)
        notebook = run(read(path), path.parent)
        write_whole(path, canonical(notebook))


def not_canonical(paths: Iterable[Path]) -> list[str]:
    """Name the notebooks whose file is not what `canonical` writes."""
    return [path.name for path in paths if read_text(path) != canonical(read(path))]
