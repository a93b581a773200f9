"""The engine's end of a worker: starting it, talking to it, throwing it away."""

from __future__ import annotations

import atexit
import base64
import dataclasses
import json
import os
import selectors
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from course.errors import CourseError
from course.files import PACKAGE
from course.grading import sandbox

PROGRAM = "from course.grading.zygote import main; main()"
START, END = 60.0, 5.0
"""Seconds that a worker has to start, and to clean up."""
NONSENSE = "The notebook sent something other than outputs, and was stopped."
FRAME = 50_000_000
"""The largest message that is read."""


class Gone(Exception):
    """The child, or the worker, is no more, or talks nonsense; `why` is a sentence or empty."""

    def __init__(self, why: str = "") -> None:
        super().__init__(why)
        self.why = why


class Worker:
    """A program in a box that runs one submission after the other."""

    def __init__(self, *, warm: bool) -> None:
        here = sandbox.state()
        self.spoilt = False
        self._place = "" if here.boxed else tempfile.mkdtemp(prefix="course-grading-")
        settings = {
            "base": self._place or "/tmp",
            "boxed": here.boxed,
            "landlock": here.landlock > 0,
            "warm": warm,
            "read": [str(path) for path in (*sandbox.shown(), *sandbox.SYSTEM, "/etc")],
        }
        program = [sys.executable, "-c", PROGRAM, json.dumps(settings)]
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                sandbox.boxed(program, nested=here.nested) if here.boxed else program,
                stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                env={"PATH": os.defpath} if here.boxed else sandbox.environment(PACKAGE.parent),
                start_new_session=True,
            )  # fmt: skip
        self._link: socket.socket | None = None
        self._frames, self._lines = bytearray(), bytearray()
        self._end: dict[str, Any] | None = None
        self._taken = 0
        self.size = 0
        said = self._report(START)
        self.threads = (said or {}).get("threads", 0)
        if said is None:
            self._process.kill()
            why = self._complaint()
            self.discard()
            raise CourseError(f"The worker that runs notebooks did not start: {why}")

    def _complaint(self) -> str:
        errors = self._process.stderr
        text = errors.read().decode("utf-8", "replace").strip() if errors else ""
        return text.splitlines()[-1] if text else "it said nothing."

    def alive(self) -> bool:
        """Say whether it can take a submission."""
        return self._process.poll() is None

    def begin(self, files: Mapping[str, bytes], limits: Any, imports: list[str]) -> None:
        """Fork a child and give it its files."""
        self._frames.clear()
        self._end, self._taken = None, 0
        self._link, theirs = socket.socketpair()
        order = {"do": "run", "limits": dataclasses.asdict(limits), "imports": imports}
        with theirs:
            try:
                line = json.dumps(order).encode() + b"\n"
                socket.send_fds(self._control, [line], [theirs.fileno()])
            except OSError as error:
                raise Gone from error
        self.send({name: base64.b64encode(data).decode("ascii") for name, data in files.items()})
        ready = self.receive(time.monotonic() + START, FRAME)
        if ready is None or not ready.get("ready"):
            raise Gone

    def send(self, message: Mapping[str, Any]) -> None:
        """Send the child a message."""
        body = json.dumps(message).encode("utf-8", "replace")
        assert self._link is not None
        try:
            self._link.settimeout(START)
            self._link.sendall(len(body).to_bytes(4, "big") + body)
        except OSError as error:
            raise Gone from error

    def receive(self, until: float, most: int) -> dict[str, Any] | None:
        """Wait for the child's next message; None if there is none in time.

        Raises
        ------
        Gone
            If the child has ended, or what it sends is more than `most` or no message.
        """
        while True:
            message = self._frame()
            if message is not None:
                return message
            left = until - time.monotonic()
            if left <= 0:
                return None
            if not self._wait(left):
                raise Gone
            if self._taken > most:
                raise Gone("The notebook wrote more than can be taken in, and was stopped.")

    def _frame(self) -> dict[str, Any] | None:
        """Take one whole message from what has come, if there is one."""
        if len(self._frames) < 4:
            return None
        size = int.from_bytes(self._frames[:4], "big")
        if size > FRAME:
            raise Gone(NONSENSE)
        if len(self._frames) < 4 + size:
            return None
        self.size = size
        body = bytes(self._frames[4 : 4 + size])
        del self._frames[: 4 + size]
        try:
            message = json.loads(body)
        except (ValueError, RecursionError):
            message = None
        if not isinstance(message, dict):
            raise Gone(NONSENSE)
        if "done" in message:
            self._taken = 0
        return message

    def _wait(self, seconds: float) -> bool:
        """Wait until something comes from the child; False if it has ended and all is read."""
        assert self._link is not None
        with selectors.DefaultSelector() as selector:
            selector.register(self._link, selectors.EVENT_READ)
            if self._end is None:
                selector.register(self._control, selectors.EVENT_READ)
            ready = [key.fileobj for key, _ in selector.select(0 if self._end else seconds)]
        if self._link in ready:
            try:
                part = self._link.recv(1 << 18)
            except OSError:
                part = b""
            self._frames += part
            self._taken += len(part)
            return bool(part)
        if self._control in ready:
            self._end = self._report(0.5) or {}
            return True
        return self._end is None

    def interrupt(self) -> None:
        """Interrupt the child, as the stop button does."""
        self._order("interrupt")

    def _order(self, what: str) -> None:
        with suppress(OSError):
            self._control.sendall(json.dumps({"do": what}).encode() + b"\n")

    def end(self) -> dict[str, Any]:
        """End the child and all it started; say what the worker reports of it."""
        if self.spoilt:
            self._order("kill")
        elif self._link is not None:
            with suppress(Gone):
                self.send({"bye": True})
        said = self._end if self._end is not None else self._report(END)
        if said is None and not self.spoilt:  # it does not go by itself
            self._order("kill")
            said = self._report(END)
        if self._link is not None:
            self._link.close()
            self._link = None
        said = said or {}
        if said.get("status") != 0 or said.get("left") or not said.get("clean"):
            self.spoilt = True
        return said

    def _report(self, seconds: float) -> dict[str, Any] | None:
        """Read a line from the worker, or None if none comes."""
        until = time.monotonic() + seconds
        while b"\n" not in self._lines:
            self._control.settimeout(max(0.01, until - time.monotonic()))
            try:
                part = self._control.recv(1 << 16)
            except OSError:
                part = b""
            if not part or len(self._lines) > 1 << 20:
                return None
            self._lines += part
        line, _, rest = bytes(self._lines).partition(b"\n")
        self._lines = bytearray(rest)
        try:
            said = json.loads(line)
        except ValueError:
            return None
        finally:
            self._control.settimeout(None)
        return said if isinstance(said, dict) else None

    def release(self, *, keep: bool) -> None:
        """Put it back to those that wait, or throw it away."""
        if keep and not self.spoilt and self.alive():
            with _LOCK:
                _IDLE.append(self)
        else:
            self.discard()

    def forget(self) -> None:
        """Let go of it, as a copy of this process that did not start it."""
        self._control.close()
        if self._process.stderr:
            self._process.stderr.close()
        self._process.returncode = 0  # nothing to wait for

    def discard(self) -> None:
        """End the worker, its box, and all in it."""
        self._control.close()
        with suppress(OSError):
            self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        if self._process.stderr:
            self._process.stderr.close()
        if self._place:
            shutil.rmtree(self._place, ignore_errors=True)


_IDLE: list[Worker] = []
_LOCK = threading.Lock()


def idle(cold: bool) -> Worker:
    """Take a worker that waits, or start one."""
    while not cold:
        with _LOCK:
            worker = _IDLE.pop() if _IDLE else None
        if worker is None:
            break
        if worker.alive():
            return worker
        worker.discard()
    return Worker(warm=not cold)


def _forget() -> None:
    """In a process that was forked with workers waiting: they belong to the other process."""
    global _LOCK
    _LOCK = threading.Lock()
    for worker in _IDLE:
        worker.forget()
    _IDLE.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


@atexit.register
def discard_all() -> None:
    """Throw away all workers that wait."""
    with _LOCK:
        found, _IDLE[:] = list(_IDLE), []
    for worker in found:
        worker.discard()
