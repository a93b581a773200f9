"""How fast submissions are run and marked: nbgrader's own engine against the warm, boxed one.

    python benchmarks/grading.py            10 and 40 submissions, ten minutes
    python benchmarks/grading.py 10 40 160  half an hour

Both engines get the same submissions of P3, in turns: 60 of 100 perfect, 25 partly wrong, 5 blank,
5 with a syntax error, 5 with an exception. Once more with an endless loop in one of 40; a cell may
run as long in both. Both mend, run and mark; nbgrader's also writes its gradebook. The floor is the
cells alone, in a Python that has all loaded.
"""

from __future__ import annotations

import contextlib
import io
import os
import resource
import statistics
import sys
import tempfile
import threading
import time
import types
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import nbformat
from slider_latency import machine

from course import notebooks
from course.grading import engine, intake, keys, mend, release, run
from course.grading.steps import answers_in
from course.homework import items

HERE = Path(__file__).resolve().parent
RESULT = HERE / "results" / "grading.md"
ASSIGNMENT, SECONDS, REPEATS = "P3", 4.0, 3
ASKED = items.assignment(ASSIGNMENT)
WORKERS = os.cpu_count() or 1


def submissions(count: int, loops: int) -> list[tuple[str, Any]]:
    """Make a class's submissions; the same each time."""
    source = notebooks.read(release.source(ASSIGNMENT))
    model = {mend.grade_id(cell): cell.source for cell in source.cells}
    given = release.release(ASSIGNMENT)
    blank = [ASKED.items[n].name for n in range(3)]
    made = []
    for number in range(count):
        notebook = notebooks.read(given)
        kind = number % 20
        for cell in notebook.cells:
            id = mend.grade_id(cell)
            if cell.metadata.get("nbgrader", {}).get("solution") and kind != 17:
                lines = model[id].splitlines()
                cell.source = "\n".join(line for line in lines if " SOLUTION" not in line)
            name = id.replace("-", "_")
            if 12 <= kind < 17 and name in blank[: kind - 11]:
                cell.source = f"{name} = {kind / 20}"
            elif kind == 18 and name == blank[1]:
                cell.source = f"{name} = = 1"
            elif kind == 19 and name == blank[1]:
                cell.source = f"{name} = undefined + 1"
            elif number < loops and name == blank[2]:
                cell.source = "while True: pass"
        made.append((f"student {number}", notebook))
    return made


def stock(batch: list[tuple[str, Any]]) -> list[float]:
    """Grade with nbgrader, one after the other."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        to = Path(place)
        with run.prepared(ASSIGNMENT, to) as api:
            api.config.Execute.timeout = int(SECONDS)
            api.generate_feedback = lambda *args, **kwargs: None  # pages are not compared
            for who, notebook in batch:
                one = intake.Submission(who, notebook)
                found.append(run.graded(api, ASSIGNMENT, one, to).points or 0.0)
    return found


def ours(batch: list[tuple[str, Any]], workers: int = WORKERS) -> list[float]:
    """Mend here, run in the box, mark here; workers start within the time."""
    given = notebooks.read(release.release(ASSIGNMENT))
    limits = engine.Limits(cell=SECONDS)
    found = []
    with ProcessPoolExecutor(workers) as pool:
        waiting = []
        for _, notebook in batch:
            text = nbformat.writes(mend.mend(notebook, given)[0]).encode()
            waiting.append(pool.submit(engine.run_notebook, text, {}, limits))
        for (who, _), future in zip(batch, waiting, strict=True):
            ran = future.result()
            used["cpu"].append(ran.cpu)
            used["peak"].append(ran.peak)
            used["seconds"].append(ran.seconds)
            answers, stated = answers_in(nbformat.reads(ran.notebook.decode(), 4), ASKED)
            marks = keys.mark_answers(ASSIGNMENT, who, answers, stated=stated)
            found.append(round(sum(mark.points for mark in marks.values()), 4))
    return found


used: dict[str, list[float]] = {"cpu": [], "peak": [], "seconds": []}


def floor(batch: list[tuple[str, Any]]) -> list[float]:
    """Run the cells and nothing else; give the seconds of each submission."""
    times, main = [], sys.modules["__main__"]
    for _, notebook in batch:
        module = types.ModuleType("__main__")
        sys.modules["__main__"] = module
        began = time.perf_counter()
        with contextlib.redirect_stdout(io.StringIO()):
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    with contextlib.suppress(Exception):
                        exec(compile(cell.source, "cell", "exec"), vars(module))
        times.append(time.perf_counter() - began)
    sys.modules["__main__"] = main
    return times


def forked(batch: list[tuple[str, Any]]) -> list[float]:
    """Fork a warm IPython shell for each submission and run the cells: no box, no outputs kept."""
    from course.grading import shell, zygote

    made = shell.make_shell()
    zygote.warm(made)
    made.wire = zygote.Nowhere()
    times = []
    for _, notebook in batch:
        began = time.perf_counter()
        pid = os.fork()
        if pid == 0:
            with contextlib.redirect_stdout(io.StringIO()):
                for cell in notebook.cells:
                    if cell.cell_type == "code":
                        made.run_cell(cell.source, store_history=True)
            os._exit(0)
        os.waitpid(pid, 0)
        times.append(time.perf_counter() - began)
    return times


def cpu() -> float:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(u.ru_utime + u.ru_stime for u in map(resource.getrusage, who))


@contextlib.contextmanager
def memory() -> Iterator[list[int]]:
    """Sample the memory of this process and all below it (proportional share), in bytes."""
    found, done = [0], threading.Event()

    def watch() -> None:
        while not done.wait(0.3):
            found[0] = max(found[0], sum(map(share, below(os.getpid()))))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield found
    finally:
        done.set()
        thread.join()


def below(pid: int) -> list[int]:
    parents: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError, ValueError):
            words = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            parents.setdefault(int(words[1]), []).append(int(path.parent.name))
    found, ahead = [], [pid]
    while ahead:
        one = ahead.pop()
        found.append(one)
        ahead += parents.get(one, [])
    return found


def share(pid: int) -> int:
    with contextlib.suppress(OSError):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii", errors="replace")
        for line in text.splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def timed(do: Callable[[Any], Any], batch: Any) -> tuple[float, float, Any]:
    began, spent = time.perf_counter(), cpu()
    found = do(batch)
    return time.perf_counter() - began, cpu() - spent, found


def compare(count: int, loops: int) -> str:
    """Grade a batch with both engines in turns; give a row of the table."""
    batch = submissions(count, loops)
    repeats = REPEATS if count < 40 else 2 if count < 100 else 1
    rows = []
    for _ in range(repeats):
        for one in used.values():
            one.clear()
        one, one_cpu, marks = timed(stock, batch)
        two, _, same = timed(ours, batch)
        assert marks == same, [pair for pair in zip(marks, same, strict=True) if len(set(pair)) > 1]
        rows.append((one, one_cpu, two, statistics.mean(used["cpu"]), max(used["peak"])))
        print(f"  {count}: {one:.1f} s and {two:.2f} s, {one / two:.1f} times", flush=True)
    a, a_cpu, b, b_cpu, peak = (statistics.median(column) for column in zip(*rows, strict=True))
    return (
        f"| {count} | {loops} | {a:.1f} | {b:.2f} | **{a / b:.1f}** | {1000 * a / count:.0f} "
        f"| {1000 * b / count:.0f} | {a_cpu / count:.2f} | {b_cpu:.3f} | {peak / 1e6:.0f} |"
    )


def both(seconds: list[float]) -> str:
    return f"{1000 * statistics.median(seconds):.0f} | {1000 * statistics.mean(seconds):.0f}"


def main() -> None:
    """Measure, print, and write the result."""
    counts = [int(word) for word in sys.argv[1:]] or [10, 40]
    rows = []
    for count in counts:
        rows.append(compare(count, 0))
        if count >= 40:
            rows.append(compare(count, count // 40))
    batch = submissions(40, 0)
    floor(batch)
    plain = floor(batch)
    for one in used.values():
        one.clear()
    ours(batch, 1)
    inside = used["seconds"][1:]
    with ProcessPoolExecutor(1) as pool:
        shells = pool.submit(forked, batch).result()
    with memory() as of_ours:
        ours(batch)
    with memory() as of_stock:
        stock(batch[:3])
    box = engine.protection()
    text = f"""# Running and marking submissions

Submissions of P3, both engines in turns, medians; a cell may run {SECONDS:g} s. nbgrader's engine
runs one after the other, ours {WORKERS} at a time with the box on; its start is within its time.
nbgrader's time includes its gradebook, ours marks but does not write one. Both gave the same
marks. An endless loop costs its {SECONDS:g} s in both, whatever the engine.
Not protected: {" ".join(box) or "nothing"}. Written by `benchmarks/grading.py`. {machine()}.

| submissions | endless loops | nbgrader, s | ours, s | times | nbgrader, ms each | ours, ms each \
| CPU s each, nbgrader | CPU s each, ours (in the box) | peak MB in the box |
|---|---|---|---|---|---|---|---|---|---|
""" + "\n".join(rows)
    text += f"""

One submission at a time, milliseconds, median and mean:

| | median | mean |
|---|---|---|
| the cells alone, in a Python that has all loaded | {both(plain)} |
| the cells in a forked IPython shell, no box, no outputs | {both(shells)} |
| our engine, with the box and outputs | {both(inside)} |

The mean is {statistics.mean(inside) / statistics.mean(shells):.1f} times that of the forked shell.
Memory of all processes together (proportional share) at its highest: ours
{of_ours[0] / 1e6:.0f} MB with {WORKERS} workers, nbgrader {of_stock[0] / 1e6:.0f} MB.
"""
    print(text)
    RESULT.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
