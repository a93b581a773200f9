"""Inside the box: a warm Python that forks a child for each submission.

The worker imports what notebooks of this course need, once, and never runs a line of a student's.
For each submission it forks; the child is held to a folder of its own and runs the cells that the
engine sends, one at a time, in a shell made before the fork. The worker waits, passes on
interrupts, watches the memory, and ends whatever is left afterwards.

Between the engine and the worker go lines of JSON, on file descriptor 0, with the child's socket.
"""

from __future__ import annotations

import base64
import builtins
import contextlib
import gc
import getpass
import io
import json
import os
import select
import shutil
import signal
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from course.grading import sandbox
from course.grading.shell import Stream, Wire, make_shell, no_input, receive

DEVICES = ("shm", "null", "zero", "full", "tty", "ptmx", "pts")
"""What of /dev a submission may write to."""


def child(shell: Any, link: socket.socket, order: dict[str, Any], folder: Path) -> None:
    """Run a submission: lock this process up, then run the cells that the engine sends."""
    limits = order["limits"]
    link.set_inheritable(False)
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    wire = Wire(link, limits["output"])
    work = _own_folder(folder, receive(link))
    if order["landlock"]:
        write = [str(folder), *(f"/dev/{name}" for name in DEVICES)]
        own = "/proc" if order["boxed"] else f"/proc/{os.getpid()}"
        sandbox.hold([*order["read"], own, "/dev"], write, network=order["boxed"])
    sandbox.quiet()
    sandbox.die_with_parent()
    processes = limits["processes"] if order["boxed"] else None
    sandbox.limit(limits["memory"], processes, limits["file"], limits["total"])
    os.chdir(work)
    sys.path[:] = ["", *(path for path in sys.path if path)]
    shell.wire = wire
    sys.stdout, sys.stderr = Stream("stdout", wire), Stream("stderr", wire)
    builtins.input = no_input
    getpass.getpass = no_input
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    wire.send({"ready": True})
    while "cell" in (message := wire.receive()):
        wire.begin()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            shell.run_cell(message["cell"], store_history=True)
        except KeyboardInterrupt:
            shell.showtraceback()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        wire.send({"done": shell.execution_count - 1, "token": message["token"]})


def _own_folder(folder: Path, files: dict[str, str]) -> Path:
    """Make the folders that a submission may write in, and lay its files there."""
    work = folder / "work"
    for name in ("work", "home", "tmp"):
        (folder / name).mkdir(parents=True, mode=0o700)
    for name, text in files.items():
        path = work / name
        with suppress(OSError):  # a name that cannot be, or no space: not there then
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(text))
    os.environ.update(
        HOME=str(folder / "home"),
        COURSE_HOME=str(folder / "home" / "course"),
        IPYTHONDIR=str(folder / "home" / ".ipython"),
        TMPDIR=str(folder / "tmp"),
    )
    return work


# -- the worker ------------------------------------------------------------------------------------


class Worker:
    """Forks a child for each submission, and cleans up after it."""

    def __init__(self, control: socket.socket, settings: dict[str, Any]) -> None:
        self._control, self._settings = control, settings
        self._base = Path(settings["base"])
        self._count = 0
        self._boxed = bool(settings["boxed"]) and os.getpid() < 10  # only in a world of our own
        self._wake, woken = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(self._wake, False)
        signal.set_wakeup_fd(woken)
        signal.signal(signal.SIGCHLD, lambda number, frame: None)
        self._shell = make_shell()
        if settings["warm"]:
            warm(self._shell)
        sandbox.unseen()
        gc.collect()
        gc.freeze()

    def serve(self) -> None:
        """Take one order after the other, until the engine goes away."""
        self._say({"threads": len(os.listdir("/proc/self/task"))})  # noqa: PTH208
        while True:
            line, handles, _, _ = socket.recv_fds(self._control, 1 << 16, 1)
            if not line:
                return
            order = json.loads(line.splitlines()[-1])  # before it, at most a late interrupt
            if order["do"] == "run" and handles:
                self._run(order, handles[0])

    def _run(self, order: dict[str, Any], handle: int) -> None:
        for name in order["imports"]:
            if name not in sys.modules:
                with suppress(Exception):
                    __import__(name)
                gc.collect()
                gc.freeze()
        self._count += 1
        folder = self._base / f"s{self._count}"
        order.update(self._settings)
        began, least = time.monotonic(), _own_pages()
        pid = os.fork()
        if pid == 0:
            self._be_child(order, handle, folder)
        os.close(handle)
        status, used, why = self._wait(pid, order["limits"], least)
        left = self._end_all(pid)
        clean = self._sweep(folder)
        self._say(
            {
                "status": status,
                "why": why,
                "left": left,
                "clean": clean,
                "cpu": used.ru_utime + used.ru_stime,
                "peak": used.ru_maxrss * (1 if sys.platform == "darwin" else 1024),
                "seconds": time.monotonic() - began,
            }
        )

    def _be_child(self, order: dict[str, Any], handle: int, folder: Path) -> None:
        code = 70
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self._control.close()
            os.setsid()
            link = socket.socket(fileno=handle)
            child(self._shell, link, order, folder)
            code = 0
        finally:
            os._exit(code)

    def _wait(self, pid: int, limits: dict[str, Any], least: int) -> tuple[int, Any, str]:
        """Wait for the end of a child; pass on interrupts; watch the memory of all it started."""
        why = ""
        while True:
            both: list[Any] = [self._control, self._wake]
            ready, _, _ = select.select(both, [], [], 0.25)
            if self._wake in ready:
                with suppress(BlockingIOError):
                    os.read(self._wake, 512)
            if self._control in ready:
                line = self._control.recv(1 << 12)
                if not line:  # the engine is gone
                    self._end_all(pid)
                    os._exit(0)
                with suppress(ProcessLookupError):
                    if b"kill" in line:
                        self._end_all(pid)
                    elif b"interrupt" in line:
                        os.kill(pid, signal.SIGINT)
            if self._boxed and not why and _memory(least) > limits["memory"]:
                why = "memory"
                self._end_all(pid)
            done, status, used = os.wait4(pid, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status), used, why

    def _end_all(self, pid: int) -> bool:
        """End everything but this process and the box; say whether there was anything."""
        found = False
        for _ in range(50):
            try:
                if self._boxed:
                    os.kill(-1, signal.SIGKILL)
                else:
                    os.killpg(pid, signal.SIGKILL)
                found = True
                time.sleep(0.002)
            except (ProcessLookupError, PermissionError):
                break
        return found

    def _sweep(self, folder: Path) -> bool:
        """Leave nothing of a submission behind; False if something stays."""
        try:
            if folder.exists():
                shutil.rmtree(folder)
            if self._boxed:
                for path in Path("/dev/shm").iterdir():
                    path.unlink()
                return all(_lines(f"/proc/sysvipc/{kind}") <= 1 for kind in ("shm", "sem", "msg"))
        except (OSError, RecursionError):
            return False
        return True

    def _say(self, message: dict[str, Any]) -> None:
        self._control.sendall(json.dumps(message).encode() + b"\n")


def _lines(path: str) -> int:
    return len(Path(path).read_text(encoding="ascii", errors="replace").splitlines())


def _own_pages() -> int:
    return next(iter(_pages(str(os.getpid()))), 0)


def _pages(pid: str) -> Iterator[int]:
    """Read how many bytes of its own a process holds."""
    with suppress(OSError, ValueError, IndexError):
        words = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        yield (int(words[1]) - int(words[2])) * 4096


def _memory(least: int) -> int:
    """Add up what all processes hold beyond what they share with the worker; shared memory too."""
    names = [name for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208 (quick)
    total = sum(max(0, size - least) for name in names for size in _pages(name))
    with suppress(OSError, ValueError, IndexError):
        rows = Path("/proc/sysvipc/shm").read_text(encoding="ascii").splitlines()[1:]
        total += sum(int(row.split()[14]) for row in rows)
    return total


WARMING = """from course import Sheet
from course.homework import items
sheet = Sheet({id!r}, "warm")
sheet
for item in items.assignment({id!r}).items: display(sheet.ask(item.name))
for name in items._module({id!r}).SHOWN: display(sheet.show(name))
sheet.rubric()
sheet.check_essay()
sheet.check(item.name)
print(1)
= ="""
"""Cells that walk through an assignment: what they load and set up, no child has to again."""


class Nowhere:
    """A wire to nobody, for the cells that warm a worker."""

    def send(self, message: Any) -> None:
        """Drop it."""


def warm(shell: Any) -> None:
    """Load what notebooks of the course will want, and read the course's own files, once."""
    from course.files import quick_jsonschema

    with quick_jsonschema(), suppress(ImportError):
        import jsonschema  # noqa: F401
    from course.homework import items

    shell.wire = Nowhere()
    heard = list(shell.events.callbacks["post_run_cell"])
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for assignment in items.ASSIGNMENTS:
            for line in WARMING.format(id=assignment).splitlines():
                shell.run_cell(line, store_history=False)
        shell.reset(new_session=True, aggressive=False)
    # The sheet's module listens to a notebook from where it is imported, and not from before.
    shell.events.callbacks["post_run_cell"][:] = heard
    sys.modules.pop("course.homework.sheet", None)
    shell.wire = None


def main() -> None:
    """Be a worker, with the engine at the other end of file descriptor 0."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("800", encoding="ascii")
    control = socket.socket(fileno=os.dup(0))
    control.set_inheritable(False)
    settings = json.loads(sys.argv[1])
    sys.argv[:] = ["notebook"]
    Worker(control, settings).serve()
