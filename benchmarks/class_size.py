"""How grading grows with the class: the whole of `course grade`, from files to reports.

    .venv/bin/python benchmarks/class_size.py 10 40 160 640
    .venv/bin/python benchmarks/class_size.py --stock 160 10 40 160 640

With `--stock`, classes up to that size are graded by nbgrader itself too, in the same run. With
`--imports`, one class of that size more, whose notebooks import pandas and altair and use both.

Submissions of P3 in a realistic mix: right, partly wrong, blank, a syntax error, an exception, a
deleted cell, a damaged file. Engines alone, without gradebook and pages: see `grading.py`.
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import random
import tempfile
import time
from pathlib import Path

import nbformat

from course import notebooks
from course.files import write_whole
from course.grading import command, mend, release, sandbox

RESULT = Path(__file__).parent / "results" / "class_size.md"
ANSWERS = {
    "value_of_gamble": ("-445.89", "-491.08", "-413.14", "-500", "..."),
    "decision_weight": ("0.1863", "'18.6 %'", "0.1701", "0.10"),
    "threshold": ("0.27", "0.731", "0.429", "1 / 0", "(("),
    "more_loss_aversion": ("'B'", "'A'", "'C'"),
    "reproduced": ("12", "11", "16"),
}


HEAVY = """import altair as alt
import pandas as pd
table = pd.DataFrame({"outcome": [-900, -100], "chance": [0.4, 0.6]})
alt.Chart(table).mark_bar().encode(x="outcome:Q", y="chance:Q").to_dict()["mark"]"""
"""A cell of the student's own that loads two large packages and uses them."""


def hand_in(folder: Path, count: int, *, heavy: bool = False) -> None:
    """Write `count` submissions, the same each time."""
    draw = random.Random(3)
    for number in range(count):
        path = folder / f"s{number:04}" / "P3_prospect_lab.ipynb"
        if draw.random() < 0.02:
            write_whole(path, "damaged")
            continue
        blank = draw.random() < 0.05
        notebook = notebooks.read(release.release("P3") if blank else release.source("P3"))
        for cell in () if blank else notebook.cells:
            name = mend.grade_id(cell).replace("-", "_")
            if name == "student_id":
                cell.source = f'student_id = "s{number:04}"'
            if name in ANSWERS and draw.random() < 0.4:
                cell.source = f"{name} = {draw.choice(ANSWERS[name])}"
        if draw.random() < 0.03:
            del notebook.cells[draw.randrange(6, 20)]
        if heavy:
            notebook.cells.insert(2, nbformat.v4.new_code_cell(HEAVY))
        write_whole(path, nbformat.writes(notebook))


def peak() -> float:
    """Give the most memory that this process has had, in MB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(request: command.Request) -> float:
    """Grade, and give the seconds it took."""
    began = time.perf_counter()
    command.grade(request, out=io.StringIO())
    return time.perf_counter() - began


def main(sizes: list[int], stock: int, imports: int) -> None:
    """Grade a class of each size and write the table."""
    rows = []
    classes = [(size, False) for size in sizes] + ([(imports, True)] if imports else [])
    for size, heavy in classes:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "in"
            hand_in(folder, size, heavy=heavy)
            request = command.Request("P3", folder, Path(place) / "to")
            first, again = timed(request), timed(request)
            slow, times = "", ""
            if size <= stock or heavy:
                other = command.Request("P3", folder, Path(place) / "stock", engine="nbgrader")
                seconds = timed(other)
                slow, times = f"{seconds:.0f}", f"**{seconds / first:.0f}**"
        name = f"{size}, importing pandas and altair" if heavy else f"{size}"
        cells = (name, f"{first:.1f}", f"{1000 * first / size:.0f}", f"{again:.1f}")
        rows.append(f"| {' | '.join(cells)} | {peak():.0f} | {slow} | {times} |")
        print(rows[-1], flush=True)
    missing = "; ".join(sandbox.state().missing) or "nothing"
    head = [
        "# Grading and the size of the class",
        "",
        "All of `course grade` for P3: intake, mending, running in the box, marking, gradebook,",
        'feedback pages, report. "Again" is the same command with nothing changed. Memory is the',
        "most that the grading process itself has had so far; each worker adds about 40 MB.",
        "nbgrader: the same command with `--engine nbgrader`, in the same run, without a box.",
        "",
        f"Not protected: {missing}. Written by `benchmarks/class_size.py`. {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}.",
        "",
        "| submissions | seconds | ms each | again, s | peak MB | nbgrader, s | times |",
        "|---|---|---|---|---|---|---|",
    ]
    write_whole(RESULT, "\n".join([*head, *rows]) + "\n")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("sizes", nargs="*", type=int, default=[10, 40, 160, 640])
    arguments.add_argument("--stock", type=int, default=0)
    arguments.add_argument("--imports", type=int, default=0)
    asked = arguments.parse_args()
    main(asked.sizes, asked.stock, asked.imports)
