"""Where a process cannot be forked safely (macOS, Windows): a Jupyter kernel for each submission.

Nothing keeps a submission apart from the computer there; `course.grading.engine` refuses unless
somebody asks for it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat


def run_cold(
    sources: list[str], files: Mapping[str, bytes], seconds: float, note: Callable[[str], None]
) -> tuple[dict[int, list[Any]], dict[int, int | None]]:
    """Run cells in a kernel of their own; give outputs and counts by cell."""
    from nbclient import NotebookClient

    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text) for text in sources])
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name, data in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        client = NotebookClient(
            made,
            timeout=seconds,
            interrupt_on_timeout=True,
            allow_errors=True,
            error_on_timeout={"ename": "TimeoutError", "evalue": "", "traceback": []},
            resources={"metadata": {"path": folder}},
        )
        try:
            client.execute()
        except Exception as error:  # nbclient raises many kinds; each is a result here
            note(f"The notebook could not be run to the end ({type(error).__name__}).")
    found = list(made.cells)
    outputs = {n: [dict(output) for output in cell.outputs] for n, cell in enumerate(found)}
    return outputs, {n: cell.execution_count for n, cell in enumerate(found)}
