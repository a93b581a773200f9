"""How long a slider takes to answer in JupyterLab, measured in a real browser.

    python benchmarks/slider_latency.py

For each slider: from the key press to the first change on the page, and to the end of the frame
that paints it. Beside our widgets, in the same run, an ipywidgets `interact` slider that redraws a
chart through Python, which is how lessons are often made. Once as it is, and once with every
message to the kernel 200 ms late, as on a distant server.
"""

from __future__ import annotations

import math
import os
import platform
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

from browser import lab, yesterday  # noqa: E402

from course.journal import Journal  # noqa: E402
from course.notebooks import KERNEL  # noqa: E402

WARM_UP, PRESSES, DELAY, REST = 2, 24, 200, 300
RESULT = HERE / "results" / "slider_latency.md"

INTERACT = """import altair as alt
from ipywidgets import interact
from IPython.display import display
from course.charts import figure

def draw(weight=5):
    rows = [{"state": s, "index": 10 + weight * i} for i, s in enumerate("ABCDEFGH")]
    chart = alt.Chart(alt.Data(values=rows)).mark_bar().encode(x="index:Q", y="state:N")
    display(figure(chart, f"Weight {weight}", "Bars."))

interact(draw, weight=(0, 100))"""

CELLS = {
    "imports": "from course import *",
    "four_worlds": "FourWorlds()",
    "reweigher": "Reweigher()",
    "threat_weigher": "ThreatWeigher()",
    "curve_lab": "CurveLab()",
    "reference_point": "ReferencePoint()",
    "interact": INTERACT,
}
# What is measured: a name, the cell, and the slider in it (ipywidgets draws its own, not an input).
SLIDERS = (
    ("Four Worlds", "four_worlds", ".tpl input[type=range]"),
    ("CINC re-weighting", "reweigher", ".tpl input[type=range]"),
    ("Threat Weigher", "threat_weigher", ".tpl input[type=range]"),
    ("Curve Lab", "curve_lab", ".tpl input[type=range]"),
    ("Reference Point", "reference_point", ".tpl input[type=range]"),
    ("`interact`, chart through Python", "interact", ".noUi-handle"),
)

# A press is timed from the event's own time stamp. "First" is the first change in what the slider
# drives; "painted" is a task after the next frame. The slider's own number does not count.
TIMER = """([cell, handle]) => {
  const area = document.querySelector(`[data-id="${cell}"] .jp-Cell-outputArea`);
  const slider = area.querySelector(handle);
  const own = slider.closest(".tpl-slider") ?? slider.closest(".jupyter-widgets");
  const timer = { last: 0, start: null, first: null, painted: null };
  window.timer = timer;
  window.addEventListener("keydown", (event) => {
    Object.assign(timer, { start: event.timeStamp, first: null, painted: null });
  }, true);
  new MutationObserver((changes) => {
    timer.last = performance.now();
    if (timer.start === null || timer.first !== null) return;
    if (!changes.some((change) => !own.contains(change.target))) return;
    timer.first = performance.now() - timer.start;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { timer.painted = performance.now() - timer.start; };
      port2.postMessage(0);
    });
  }).observe(area, { subtree: true, childList: true, attributes: true, characterData: true });
  slider.focus();
}"""


def measure(notebook: lab.Notebook, cell: str, handle: str) -> list[tuple[float, float]]:
    """Press an arrow key again and again; return (first change, painted) in ms for each press."""
    page = notebook.page
    notebook.wait_until_idle()
    page.evaluate(TIMER, [cell, handle])
    page.keyboard.press("Home")  # away from the right end, where a press changes nothing
    page.wait_for_timeout(2 * REST)
    found = []
    for number in range(WARM_UP + PRESSES):
        # Four to the right, four to the left: the slider never rests at its end.
        page.keyboard.press("ArrowRight" if number % 8 < 4 else "ArrowLeft")
        page.wait_for_function("() => timer.painted !== null")
        found.append(page.evaluate("() => [timer.first, timer.painted]"))
        # What comes late must not be taken for the answer to the next press.
        notebook.wait_until_idle()
        page.wait_for_function("(rest) => performance.now() - timer.last > rest", arg=REST)
    return [(first, painted) for first, painted in found[WARM_UP:]]


def session(browser: Browser, server: lab.Server, delay: int) -> dict[str, list[Any]]:
    """Open the sliders in a new page and measure them all."""
    page = browser.new_page(viewport={"width": 1200, "height": lab.TALL})
    if delay:
        lab.slow_line(page, delay)
    notebook = lab.Notebook(page, server, "sliders.ipynb").open()
    notebook.run_all()
    notebook.page.wait_for_selector('[data-id="interact"] svg')
    found = {name: measure(notebook, cell, handle) for name, cell, handle in SLIDERS}
    page.close()
    return found


def p95(values: list[float]) -> float:
    """Give the smallest value that 95 of 100 do not exceed."""
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]


def table(found: dict[str, list[Any]]) -> str:
    """Write the times of a session as a table."""
    other = statistics.median(first for first, _ in found[SLIDERS[-1][0]])
    rows = [
        "| slider | first change: median | p95 | painted: median | p95 | `interact` / this |",
        "|---|---|---|---|---|---|",
    ]
    for name, times in found.items():
        first, painted = ([pair[k] for pair in times] for k in (0, 1))
        middle = statistics.median(first)
        rows.append(
            f"| {name} | {middle:.1f} | {p95(first):.1f} | {statistics.median(painted):.1f} "
            f"| {p95(painted):.1f} | {other / middle:.0f} |"
        )
    return "\n".join(rows)


def machine() -> str:
    """Describe the machine in one line."""
    return (
        f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}"
    )


def main() -> None:
    """Measure, print, and write the result."""
    path = lab.find_browser()
    if path is None:
        raise SystemExit("There is no Chromium here; name one in the variable COURSE_BROWSER.")
    with (
        tempfile.TemporaryDirectory() as place,
        lab.serve(Path(place)) as server,
        sync_playwright() as playwright,
    ):
        cells = [nbformat.v4.new_code_cell(source, id=id) for id, source in CELLS.items()]
        notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
        nbformat.write(notebook, server.folder / "sliders.ipynb")
        yesterday.fill(Journal(server.journal))
        browser = lab.launch(playwright, path)
        near = session(browser, server, 0)
        far = session(browser, server, DELAY)
        version = browser.version
        browser.close()
    text = f"""# Slider latency

Milliseconds from a key press to the first change in what the slider drives, and to the end of the
frame that paints it; {PRESSES} presses each after {WARM_UP} to warm up. Written by
`benchmarks/slider_latency.py`. {machine()}, Chromium {version} without a screen or a graphics card.

## Python on the same computer

{table(near)}

## Every message to Python {DELAY} ms late

{table(far)}
"""
    print(text)
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
