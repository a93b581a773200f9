"""The built site's JupyterLite, driven from outside: a server for the files, a lesson in a browser.

Everything that only JupyterLite's own names can reach is in this file, as `lab` is for JupyterLab.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from course.site import browser, serve, steps

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "artifacts" / "site-work"
WIDGET = ".tpl[data-kind]"
STATUS = ".do-status"
NOTE = ".do-note"

RUN = """
async () => {
  const panel = jupyterapp.shell.currentWidget;
  await panel.context.ready;
  const drawn = (cell) => cell.model.type !== "code" || cell.outputArea; // one after the other
  while (!panel.content.widgets.every(drawn)) await new Promise((ok) => setTimeout(ok, 50));
  await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
  await jupyterapp.commands.execute("notebook:run-all-cells");
  // JupyterLite forgets the cells after one that fails, even if that is meant: go on below it.
  const code = panel.content.widgets.filter((cell) => cell.model.type === "code");
  const next = () => code.findIndex((cell) => cell.model.executionCount === null);
  for (let at = next(); at > 0; at = next()) {
    const meant = (code[at - 1].model.getMetadata("tags") ?? []).includes("raises-exception");
    if (!meant) break;
    panel.content.activeCellIndex = panel.content.widgets.indexOf(code[at]);
    await jupyterapp.commands.execute("notebook:run-all-below");
  }
  return panel.content.widgets.filter((cell) => cell.model.type === "code").map((cell) => ({
    id: cell.model.id,
    tags: cell.model.getMetadata("tags") ?? [],
    count: cell.model.executionCount,
    outputs: cell.model.outputs.toJSON(),
  }));
}
"""
SAY = """
async (code) => {
  const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const future = kernel.requestExecute({ code });
  let said = "";
  future.onIOPub = (message) => {
    const c = message.content;
    said += c.text ?? (c.evalue ? `${c.ename}: ${c.evalue}` : "");
  };
  await future.done;
  return said;
}
"""
FILES = """
async (name) => {
  const db = await new Promise((ok, no) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => ok(asked.result);
    asked.onerror = () => no(asked.error);
  });
  const files = db.transaction("files").objectStore("files");
  const asked = (request) => new Promise((ok) => (request.onsuccess = () => ok(request.result)));
  const held = Object.fromEntries(
    (await Promise.all((await asked(files.getAllKeys())).map(async (key) => [key, await asked(
      db.transaction("files").objectStore("files").get(key))]))));
  db.close();
  return held;
}
"""


class _Quiet(serve.Handler):
    def log_message(self, *_: Any) -> None:
        pass


def build(to: Path) -> Path:
    """Build the half of the site that is done in the browser; its working folder is kept."""
    steps.run(browser.STEP, WORK, to, print)
    return to


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this computer; give its address."""
    running = serve.Server((serve.HOST, 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=running.serve_forever, daemon=True).start()
    try:
        yield f"http://{serve.HOST}:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()


class Lesson:
    """A lesson open in the site's JupyterLite."""

    def __init__(self, page: Page, address: str, name: str) -> None:
        self.page = page
        self.address = f"{address}/do/notebooks/index.html?path={name}"

    def open(self) -> None:
        """Open it, and wait until its cells are there."""
        self.page.goto(self.address)
        self.page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context?.isReady")
        self.page.wait_for_selector(".jp-Cell")

    def run(self) -> list[dict[str, Any]]:
        """Run all cells; give each code cell's id, number and outputs."""
        cells: list[dict[str, Any]] = self.page.evaluate(RUN)
        return cells

    def say(self, code: str) -> str:
        """Run a line in the lesson's Python; give what it says."""
        said: str = self.page.evaluate(SAY, code)
        return said

    def files(self) -> dict[str, Any]:
        """Read what the browser keeps."""
        held: dict[str, Any] = self.page.evaluate(FILES, browser.STORAGE)
        return held

    def text(self, name: str) -> str:
        """Read one text file that the browser keeps."""
        record = self.files()[name]
        held: str = record["content"]
        return base64.b64decode(held).decode() if record["format"] == "base64" else held

    def widget(self, text: str) -> Locator:
        """Find a widget by words in it."""
        return self.page.locator(WIDGET).filter(has_text=text).first
