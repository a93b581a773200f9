"""JupyterLab, driven from outside: a server of its own, and a notebook in a browser.

Everything that only JupyterLab's own names can reach (commands, class names of its page) is in
this file. A change of JupyterLab is mended here.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Playwright,
    WebSocketRoute,
)

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "js" / "node_modules" / "axe-core" / "axe.min.js"
ARTIFACTS = ROOT / "artifacts"
LOCAL = ("127.0.0.1", "localhost")
TALL = 7500  # pixels: every cell of a lesson is in view, so that all outputs are drawn

LIGHT, DARK = "JupyterLab Light", "JupyterLab Dark"

# The names of JupyterLab that the tests rely on.
NOTEBOOK = ".jp-Notebook"
OUTPUT = ".jp-OutputArea-output"
ERROR = '.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.stderr"]'
PANEL = "jupyterapp.shell.currentWidget"
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"

# A server needs neither a screen nor Google; these keep the browser from looking for either.
ARGUMENTS = [
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]  # fmt: skip


# The browser ---------------------------------------------------------------------------------


def find_browser() -> str | None:
    """Find a Chromium: what COURSE_BROWSER names, else one on the path, else the usual places."""
    named = os.environ.get("COURSE_BROWSER")
    if named:
        return shutil.which(named)
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    places = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ]
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            places += [
                rf"{folder}\Google\Chrome\Application\chrome.exe",
                rf"{folder}\Microsoft\Edge\Application\msedge.exe",
            ]
    found = (shutil.which(name) for name in (*names, "msedge", "microsoft-edge", *places))
    return next((path for path in found if path), None)


def launch(playwright: Playwright, path: str) -> Browser:
    """Start the browser without a window."""
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


@dataclass
class Wire:
    """What the pages asked for: of this computer, and of others."""

    local: int = 0
    foreign: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Record every request and connection; the browser itself cannot reach another host."""
        context.on("request", lambda request: self._asked(request.url))
        context.on("page", self._watch_page)

    def _watch_page(self, page: Page) -> None:
        page.on("websocket", lambda socket: self._asked(socket.url))

    def _asked(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https", "ws", "wss"):
            return
        if parts.hostname in LOCAL:
            self.local += 1
        else:
            self.foreign.append(url)


# The server ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Server:
    """A running JupyterLab on a copy of the lessons, with a learner's folder of its own."""

    address: str
    token: str
    folder: Path
    home: Path

    @property
    def journal(self) -> Path:
        """The learner's journal."""
        return self.home / "journal.jsonl"

    def url(self, notebook: str, workspace: str) -> str:
        """Give the address of a notebook; each workspace has tabs of its own."""
        path = f"/lab/workspaces/{quote(workspace)}/tree/{quote(notebook)}"
        return f"{self.address}{path}?token={self.token}"


def free_port() -> int:
    """Ask the system for a port that nobody listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port


# The server ends when its standard input does: also when these tests are killed.
UNTIL_ALONE = """
import os, signal, sys, threading
from jupyterlab.labapp import main
def wait():
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGTERM)
threading.Thread(target=wait, daemon=True).start()
main()
"""


@contextmanager
def serve(place: Path) -> Iterator[Server]:
    """Start JupyterLab on a copy of the lessons inside `place`; stop it at the end.

    A second time in the same place it takes up what the first time left there.
    """
    folder, home = place / "notebooks", place / "my work"
    if not folder.exists():
        shutil.copytree(
            ROOT / "notebooks", folder, ignore=shutil.ignore_patterns(".ipynb_checkpoints", ".*")
        )
    home.mkdir(exist_ok=True)
    port, token = free_port(), secrets.token_hex(16)
    environment = {**os.environ, "COURSE_HOME": str(home), "JUPYTER_TOKEN": token}
    for name in (
        "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR",
        "JUPYTERLAB_WORKSPACES_DIR", "JUPYTERLAB_SETTINGS_DIR",
    ):  # fmt: skip
        environment[name] = str(place / name.lower())
    command = [
        sys.executable, "-c", UNTIL_ALONE, "--no-browser", f"--port={port}",
        "--ServerApp.ip=127.0.0.1", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={folder}",
        "--LabApp.expose_app_in_browser=True",
    ]  # fmt: skip
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    process = subprocess.Popen(
        command, env=environment, cwd=place, text=True, encoding="utf-8", errors="replace",
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    try:
        _wait_until_it_listens(process)
        yield Server(f"http://127.0.0.1:{port}", token, folder, home)
    finally:
        process.terminate()  # the server ends its kernels; a kernel also ends without its server
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_it_listens(process: subprocess.Popen[str], patience: float = 90) -> None:
    """Read what the server says until it names its address; go on reading, or it would block."""
    said: list[str] = []
    ready = threading.Event()

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if "is running at" in line:
                ready.set()
        ready.set()

    threading.Thread(target=read, daemon=True).start()
    ready.wait(patience)
    if process.poll() is not None or not any("is running at" in line for line in said):
        raise RuntimeError("JupyterLab did not start:\n" + "".join(said[-30:]))


# A notebook ----------------------------------------------------------------------------------


class Notebook:
    """A notebook open in JupyterLab."""

    def __init__(self, page: Page, server: Server, name: str, workspace: str | None = None) -> None:
        self.page, self.server, self.name = page, server, name
        self.workspace = workspace or f"{Path(name).stem}-{secrets.token_hex(4)}"
        page.set_default_timeout(30_000)
        self.errors: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")

    def open(self, *, theme: str = LIGHT) -> Notebook:
        """Open it, with nothing run."""
        self.page.goto(self.server.url(self.name, self.workspace))
        self._settle()
        self.command("application:toggle-left-area")
        self.theme(theme)
        return self

    def reload(self) -> None:
        """Load the page anew, as F5 does, whatever is not saved."""
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.reload()
        self._settle()

    def _settle(self) -> None:
        self.page.wait_for_selector(f"{NOTEBOOK} .jp-Cell", timeout=60_000)
        self._do(
            f"""async () => {{
              await jupyterapp.restored;
              const panel = {PANEL};
              await panel.context.ready;
              await panel.sessionContext.ready;
            }}"""
        )
        self.mark_cells()

    def _do(self, script: str, argument: Any = None) -> Any:
        """Run a script in the page to its end, but for no longer than a minute."""
        return self.page.evaluate(
            f"""(argument) => Promise.race([
              ({script})(argument),
              new Promise((_, stop) => setTimeout(() => stop(new Error("no end")), 60_000)),
            ])""",
            argument,
        )

    def mark_cells(self) -> None:
        """Write each cell's id where a selector finds it."""
        self.page.wait_for_function(
            f"() => {PANEL}.content.widgets.every((cell) => cell.node.isConnected)"
        )
        self.page.evaluate(
            f"""() => {{
              for (const cell of {PANEL}.content.widgets) cell.node.dataset.id = cell.model.id;
            }}"""
        )

    def command(self, id: str, **arguments: Any) -> None:
        """Run one of JupyterLab's commands to its end."""
        self._do(
            """async ([id, args]) => { await jupyterapp.commands.execute(id, args); }""",
            [id, arguments],
        )

    def theme(self, name: str) -> None:
        """Choose a theme and wait until it is on the page."""
        self.command("apputils:change-theme", theme=name)
        self.page.wait_for_function(
            "(name) => document.body.dataset.jpThemeName === name", arg=name
        )

    def run_all(self) -> None:
        """Run all cells, and wait until every widget is drawn."""
        self.command("notebook:run-all-cells")  # it comes back at the first error, meant or not
        self.page.wait_for_function(
            f"""() => [...{PANEL}.model.cells].every((cell) => cell.type !== "code"
              || !cell.sharedModel.source.trim()
              || (cell.executionCount !== null && cell.executionState !== "running"))""",
            timeout=90_000,
        )
        self.wait_for_widgets()

    def run_cell(self, id: str) -> Locator:
        """Run one cell anew; return its outputs."""
        self._do(
            f"""async (id) => {{
              const notebook = {PANEL}.content;
              notebook.deselectAll();
              notebook.activeCellIndex = notebook.widgets.findIndex((w) => w.model.id === id);
              await jupyterapp.commands.execute("notebook:run-cell");
            }}""",
            id,
        )
        self.wait_for_widgets()
        return self.cell(id)

    def wait_until_idle(self) -> None:
        """Wait until the kernel has nothing to do, as far as the page knows."""
        self.page.wait_for_function(
            f"() => {PANEL}.sessionContext.session.kernel.status === 'idle'"
        )

    def restart(self) -> None:
        """Give the notebook a new kernel."""
        self._do(f"async () => {{ await {PANEL}.sessionContext.restartKernel(); }}")

    def save(self) -> None:
        """Save the notebook to its file."""
        self._do(f"async () => {{ await {PANEL}.context.save(); }}")

    def wait_for_widgets(self) -> None:
        """Wait until every widget that was sent is drawn: none is still loading."""
        self.page.wait_for_function(
            f"""() => {{
              const cells = {PANEL}.content.widgets.filter((cell) => cell.model.type === "code");
              return cells.every((cell) => {{
                const sent = cell.model.outputs.toJSON().filter((o) => o.data?.["{WIDGET_VIEW}"]);
                const drawn = cell.node.querySelectorAll(".tpl[data-kind], .widget-interact");
                return drawn.length === sent.length;
              }});
            }}"""
        )

    def wait_for_drawings(self, mime: str) -> None:
        """Wait until every chart of a kind that is shown has been drawn."""
        self.page.wait_for_function(
            """(mime) => [...document.querySelectorAll(`[data-mime-type="${mime}"]`)]
              .every((output) => output.querySelector("svg, canvas, img"))""",
            arg=mime,
        )

    def drawings(self) -> dict[str, int]:
        """Count the pictures in the outputs of each code cell, by cell id."""
        found: dict[str, int] = self.page.evaluate(
            f"""() => Object.fromEntries({PANEL}.content.widgets
              .filter((cell) => cell.model.type === "code")
              .map((cell) => [cell.model.id,
                cell.node.querySelectorAll("{OUTPUT} :is(svg, canvas, img)").length]))"""
        )
        return found

    @contextmanager
    def width(self, pixels: int) -> Iterator[None]:
        """Make the window that wide for a while, and wait until all widgets have noticed."""
        before = self.page.viewport_size
        assert before is not None
        self._resize(pixels, before["height"])
        yield
        self._resize(before["width"], before["height"])

    def _resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.wait_for_function(
            """() => [...document.querySelectorAll(".tpl[data-kind]")]
              .every((root) => root.getBoundingClientRect().right <= window.innerWidth)"""
        )
        # Widgets hear of their width between a layout and the next frame; two frames are enough.
        self._do(
            """() => new Promise((done) =>
              requestAnimationFrame(() => requestAnimationFrame(done)))"""
        )

    def trusted(self) -> bool:
        """Say whether JupyterLab trusts every cell of the notebook."""
        return bool(
            self.page.evaluate(
                f"() => [...{PANEL}.model.cells].every((c) => c.type !== 'code' || c.trusted)"
            )
        )

    def cell(self, id: str) -> Locator:
        """Find the outputs of a cell."""
        return self.page.locator(f'[data-id="{id}"] .jp-Cell-outputArea')

    def widgets(self, kind: str | None = None) -> Locator:
        """Find the widgets, or those of one kind."""
        return self.page.locator(f'.tpl[data-kind="{kind}"]' if kind else ".tpl[data-kind]")

    def outputs(self) -> list[dict[str, Any]]:
        """Read the outputs of all code cells, with the tags of the cell, from the notebook."""
        found: list[dict[str, Any]] = self.page.evaluate(
            f"""() => [...{PANEL}.model.cells].filter((c) => c.type === "code").map((c) => ({{
              id: c.id, tags: c.getMetadata("tags") ?? [], outputs: c.outputs.toJSON(),
              count: c.executionCount,
            }}))"""
        )
        return found

    def seen(self) -> dict[str, str]:
        """Read what can be read in the outputs of each code cell, by cell id."""
        found: dict[str, str] = self.page.evaluate(
            f"""() => Object.fromEntries({PANEL}.content.widgets
              .filter((cell) => cell.model.type === "code")
              .map((cell) => [cell.model.id,
                cell.node.querySelector(".jp-Cell-outputArea")?.innerText ?? ""]))"""
        )
        return found

    def command_mode(self, id: str) -> None:
        """Select a cell without editing it: single keys are JupyterLab's commands then."""
        self.page.evaluate(
            f"""(id) => {{
              const notebook = {PANEL}.content;
              notebook.activeCellIndex = notebook.widgets.findIndex((w) => w.model.id === id);
              notebook.mode = "command";
              notebook.activate();
            }}""",
            id,
        )

    def in_command_mode(self) -> bool:
        """Say whether single keys are JupyterLab's commands now."""
        return bool(self.page.evaluate(f"() => {PANEL}.content.mode === 'command'"))

    def active_cell(self) -> int:
        """Give the place of the selected cell."""
        return int(self.page.evaluate(f"() => {PANEL}.content.activeCellIndex"))

    def axe(self, inside: str = OUTPUT) -> list[str]:
        """Let axe look at the outputs; return its serious and critical findings."""
        if not self.page.evaluate("() => Boolean(window.axe)"):
            # Some parts of JupyterLab define AMD's `define`; axe would register there instead.
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self._do(
            """async (inside) => {
              const grave = ["serious", "critical"];
              const { violations } = await axe.run({ include: [[inside]] },
                { resultTypes: ["violations"] });
              return violations.filter(({ impact }) => grave.includes(impact))
                .flatMap(({ id, nodes }) => nodes.map(({ target, html, failureSummary }) =>
                  [id, target.join(" "), html.slice(0, 200), failureSummary].join(": ")));
            }""",
            inside,
        )
        return list(found)


def too_wide(page: Page) -> list[str]:
    """Name what inside a widget sticks out of it sideways; a region that scrolls may hold more."""
    found = page.evaluate(
        """() => [...document.querySelectorAll(".tpl[data-kind]")].flatMap((root) => {
          const right = root.getBoundingClientRect().right;
          return [...root.querySelectorAll("*")]
            .filter((el) => !el.parentElement.closest(".tpl-scroll") && el.getClientRects().length)
            .map((el) => [el, Math.round(el.getBoundingClientRect().right - right)])
            .filter(([, by]) => by > 1)
            .map(([el, by]) => `${root.dataset.kind}: ${el.tagName} ${el.getAttribute("class")} ` +
              `"${el.textContent.trim().slice(0, 40)}" sticks out by ${by} px`);
        })"""
    )
    return list(found)


def colliding(page: Page) -> list[str]:
    """Name labels in the widgets' drawings that lie on one another."""
    found = page.evaluate(
        """() => [...document.querySelectorAll(".tpl[data-kind] svg")].flatMap((drawing) => {
          const labels = [...drawing.querySelectorAll("text")].filter((t) => t.textContent.trim());
          const boxes = labels.map((text) => text.getBoundingClientRect());
          const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left),
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
          return labels.flatMap((one, i) => labels.slice(i + 1).flatMap((other, j) => {
            const [across, down] = shared(boxes[i], boxes[i + 1 + j]);
            const kind = drawing.closest("[data-kind]").dataset.kind;
            return across > 2 && down > 4  // line boxes are taller than letters
              ? [`${kind}: "${one.textContent}" and "${other.textContent}"`] : [];
          }));
        })"""
    )
    return list(found)


# A slow line -----------------------------------------------------------------------------------


def slow_line(page: Page, milliseconds: int) -> None:
    """Let every message from the page to a kernel arrive `milliseconds` later, in order."""
    import asyncio

    def relay(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def later(message: str | bytes) -> None:
            loop = asyncio.get_event_loop()
            loop.call_later(milliseconds / 1000, server.send, message)

        socket.on_message(later)

    page.route_web_socket(re.compile(r".*/api/kernels/.*"), relay)
