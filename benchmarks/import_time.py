"""How long a learner waits: for `import course`, for the first cells, and for `start.py open`.

    python benchmarks/import_time.py

Every time is that of a new Python, best and median of several; the start of the course is from the
command to the server saying that it listens, with everything installed already.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from slider_latency import machine

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESULT = HERE / "results" / "import_time.md"
RUNS = 7

STATEMENTS = {
    "nothing (Python itself)": "pass",
    "`import course`": "import course",
    "first cell of lesson 0 (names of functions)": (
        "from course import about, check, estimate, my_journal, note, reading"
    ),
    "first cell of lesson 3 (names of a widget and of charts)": (
        "from course import ThreatWeigher, capabilities_chart, check, note, reading, shares_chart"
    ),
    "the first chart, drawn": (
        "from course import capabilities_chart; capabilities_chart(2014)._repr_mimebundle_()"
    ),
    "`import altair` as it comes": "import altair",
    "`import altair` through `course.charts`": "from course import charts; charts._altair()",
}


def seconds(statement: str) -> list[float]:
    """Time a statement in a new Python, several times, after one run to warm the disk."""
    code = f"import time\nt = time.perf_counter()\n{statement}\nprint(time.perf_counter() - t)"
    found = []
    for _ in range(RUNS + 1):
        out = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        found.append(float(out.stdout.split()[-1]))
    return found[1:]


def start_of_the_course() -> float:
    """Time `start.py open`, run for the second time, until the server listens."""
    with tempfile.TemporaryDirectory() as place:
        names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "COURSE_HOME")
        environment = {**os.environ, **{name: str(Path(place) / name) for name in names}}
        environment["BROWSER"] = "true"  # a program that opens nothing
        began = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, ROOT / "start.py", "open"], env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if "is running at" in line:
                    return time.perf_counter() - began
        finally:
            # The server is a child of start.py; both are in one group of their own.
            os.killpg(process.pid, 15)
            process.wait()
    raise SystemExit("The course did not start.")


def main() -> None:
    """Measure, print, and write the result."""
    rows = ["| what | best, s | median, s |", "|---|---|---|"]
    for name, statement in STATEMENTS.items():
        times = seconds(statement)
        rows.append(f"| {name} | {min(times):.2f} | {statistics.median(times):.2f} |")
    starts = [start_of_the_course() for _ in range(3)]
    rows.append(
        f"| `start.py open`, second run, until the server listens | {min(starts):.1f} "
        f"| {statistics.median(starts):.1f} |"
    )
    text = f"""# Waiting times

Seconds inside a new Python, {RUNS} times each; the start of the course three times. Written by
`benchmarks/import_time.py`. {machine()}.

""" + "\n".join(rows)
    print(text)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
