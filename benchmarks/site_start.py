"""How long a lesson in the browser takes to start: from its address to its first widget.

    .venv/bin/python benchmarks/site_start.py [--times 5] [--site FOLDER]

Ours against the plain way, in turn, in the same run: pyodide as npm gives it, the same packages as
wheels that Python unpacks and compiles by itself, JupyterLite's own service worker, no cache.
Each visitor is a new browser profile; the first visit has an empty cache, the next ones have what
the earlier left. All cells of lesson 1 are run as soon as Python can be asked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from course.files import read_text, write_whole
from course.site import packing, wheels

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
from browser import lab, lite

RESULT = Path(__file__).parent / "results" / "site_start.md"
LESSON = "01_what_would_prove_this_wrong.ipynb"
VISITS = 3
READY = """
async () => {
  const panel = jupyterapp.shell.currentWidget;
  await panel.sessionContext.ready;
  const drawn = (cell) => cell.model.type !== "code" || cell.outputArea;
  while (!panel.content.widgets.every(drawn)) await new Promise((ok) => setTimeout(ok, 20));
  void jupyterapp.commands.execute("notebook:run-all-cells");
}
"""


def plain(ours: Path, to: Path, work: Path) -> Path:
    """Make the same site the plain way, from ours."""
    shutil.copytree(ours, to)
    do = to / "do"
    shutil.copyfile(do / "jupyterlite-service-worker.js", do / "service-worker.js")
    folder = do / "static" / "pyodide"
    for name in ("packages.tar.gz", "python.mjs"):
        (folder / name).unlink()
    shutil.copyfile(packing.PYODIDE / "python_stdlib.zip", folder / "python_stdlib.zip")
    stubs = [stub(work, name) for name in ("micropip", "jedi", "piplite")]
    own = wheels.own(work, print)
    others = [p for p in wheels.download(work, print) if not p.name.startswith(wheels.BUILDER)]
    held = [*others, *packing.kernel_wheels(work), *stubs, own]
    names = {path: path.name.split("-")[0].lower().replace("_", "-") for path in held}
    packages = {}
    for path, name in names.items():
        plain_name = re.sub(r"-cp\d.*\.whl", "-py3-none-any.whl", path.name)
        shutil.copyfile(path, folder / plain_name)
        mine = name == "threat-power-loss"
        packages[name] = {
            "name": name,
            "version": path.name.split("-")[1],
            "file_name": plain_name,
            "install_dir": "site",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "package_type": "package",
            "imports": ["course"] if mine else [name.replace("-", "_")],
            "depends": [n for n in names.values() if n != name] if mine else [],
            "unvendored_tests": False,
        }
    depends = {
        "ipython": "decorator matplotlib-inline prompt-toolkit pygments stack-data traitlets"
    }
    depends |= {"stack-data": "asttokens executing pure-eval", "prompt-toolkit": "wcwidth"}
    depends |= {"ipython": depends["ipython"] + " ipython-pygments-lexers typing-extensions"}
    for name, needed in depends.items():
        packages[name]["depends"] = [n for n in needed.split() if n in packages]
    lock = json.loads(read_text(folder / "pyodide-lock.json"))
    write_whole(folder / "pyodide-lock.json", json.dumps({**lock, "packages": packages}))
    settings = do / "jupyter-lite.json"
    write_whole(settings, read_text(settings).replace("pyodide/python.mjs", "pyodide/pyodide.mjs"))
    return to


def stub(work: Path, name: str) -> Path:
    """Make an empty wheel in place of what ours leaves out, in favour of the plain way."""
    path = work / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as into:
        for inside in ("__init__.py", "piplite.py"):
            into.writestr(f"{name}/{inside}", "")
        into.writestr(
            f"{name}-1.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n"
        )
        into.writestr(f"{name}-1.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
    return path


def visitor(chromium: Browser, address: str) -> list[tuple[float, float]]:
    """Visit the lesson some times as one person; give seconds to the text and to a widget."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(120_000)
    took = []
    for _ in range(VISITS):
        page = context.new_page()
        began = time.monotonic()
        page.goto(f"{address}/do/notebooks/index.html?path={LESSON}")
        page.wait_for_selector(".jp-Cell h1")
        text = time.monotonic() - began
        page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context?.isReady")
        page.evaluate(READY)
        page.wait_for_selector(lite.WIDGET)
        widget = time.monotonic() - began
        took.append((text, widget))
        page.wait_for_timeout(8_000)  # a reader stays longer; what is to be kept is kept by then
        page.close()
    context.close()
    return took


def main() -> None:
    """Measure, print, and write the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--site", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ours = options.site or lite.build(place / "ours")
        (place / "work").mkdir()
        other = plain(ours, place / "plain", place / "work")
        for rows in measure({"plain": other, "ours": ours}, options.times):
            text = report(rows, len(rows["ours"]))  # also of what there is when it is stopped
            write_whole(RESULT, text)
    print(text)


def measure(
    sites: dict[str, Path], times: int
) -> Iterator[dict[str, list[list[tuple[float, ...]]]]]:
    """Let visitors come to each site in turn; give what was found after each turn."""
    found: dict[str, list[list[tuple[float, ...]]]] = {name: [] for name in sites}
    with sync_playwright() as playwright:
        for number in range(times):
            for name, site in sites.items():
                chromium = lab.launch(playwright, str(lab.find_browser()))
                with lite.served(site) as address:
                    found[name].append([*visitor(chromium, address)])
                chromium.close()
                print(
                    number + 1,
                    name,
                    [f"{v[0]:.1f}/{v[1]:.1f}" for v in found[name][-1]],
                    flush=True,
                )
            yield found


def report(rows: dict[str, list[list[tuple[float, ...]]]], times: int) -> str:
    """Write the medians as a page."""
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    lines = [
        "# How long a lesson in the browser takes to start",
        "",
        "Seconds from the address to the lesson's text, and to its first widget (lesson 1, all",
        f"cells run as soon as Python can be asked); medians of {times} visitors with {VISITS}",
        "visits each, and the range.",
        "Plain: pyodide from npm, wheels unpacked and compiled by Python in the browser, no cache.",
        "Chromium without a window, files from this computer.",
        f"Written by `benchmarks/site_start.py`. {machine}.",
        "",
        "| visit | text, plain | ours | widget, plain | ours | times |",
        "|---|---|---|---|---|---|",
    ]
    for visit in range(VISITS):
        held = {name: [one[visit] for one in found] for name, found in rows.items()}

        def cell(name: str, part: int, held: dict[str, Any] = held) -> str:
            values = sorted(one[part] for one in held[name])
            return f"{median(values):.1f} ({values[0]:.1f}-{values[-1]:.1f})"

        ratio = median(v[1] for v in held["plain"]) / median(v[1] for v in held["ours"])
        name = ("first", "second", "third")[visit]
        texts = f"{cell('plain', 0)} | {cell('ours', 0)}"
        lines.append(
            f"| {name} | {texts} | {cell('plain', 1)} | {cell('ours', 1)} | **{ratio:.1f}** |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
