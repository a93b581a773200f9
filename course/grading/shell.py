"""Inside the box: an IPython shell whose outputs leave as plain data.

Outputs have the shapes that a Jupyter kernel gives and nbclient writes into a notebook. They go to
the engine as frames of JSON, each after its length in four bytes, as soon as they are there: what a
cell showed before it was killed is not lost.
"""

from __future__ import annotations

import base64
import io
import json
import os
import socket
import threading
import time
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type
from traitlets.config import Config

LENGTH = 4
SOON, OFTEN = 16_000, 0.2  # characters, seconds after which printed text is sent on
LEFT_OUT = "\n… more was written than is kept; the rest was left out.\n"
NO_INPUT = "raw_input was called, but this frontend does not support input requests."


class Wire:
    """The way from a child to the engine; a process that the child starts cannot use it."""

    def __init__(self, link: socket.socket, most: int) -> None:
        self._link, self._most, self._owner = link, most, os.getpid()
        self._lock = threading.RLock()
        self._parts: list[str] = []
        self._name, self._size, self._sent, self._when = "", 0, 0, 0.0

    def begin(self) -> None:
        """Begin a cell: the count of what it writes starts anew."""
        self._sent = 0

    def send(self, message: dict[str, Any]) -> None:
        """Send a message, after whatever was printed before it."""
        if os.getpid() != self._owner:
            return
        with self._lock:
            self.flush()
            body = _json(message)
            if "output" in message:
                if self._sent > 4 * self._most or len(body) > 4 * self._most:
                    kind = message["output"]["output_type"]
                    text = f"({kind}: {len(body) / 1e6:.0f} MB, more than is kept.)\n"
                    message = {"output": _stream("stdout", text), "cut": True}
                    body = _json(message)
                self._sent += len(body)
            self._write(body)

    def text(self, name: str, text: str) -> None:
        """Take printed text; it is sent on when there is enough of it."""
        if os.getpid() != self._owner or not text:
            return
        with self._lock:
            if name != self._name:
                self.flush()
                self._name = name
            left = self._most - self._sent - self._size
            if left < 0:
                return
            self._parts.append(text[: left + 1])
            self._size += len(self._parts[-1])
            if len(text) > left:
                self._parts.append(LEFT_OUT)
                self._write(_json({"cut": True}))
            if self._size > SOON or time.monotonic() - self._when > OFTEN:
                self.flush()

    def flush(self) -> None:
        """Send on what was printed."""
        with self._lock:
            self._when = time.monotonic()
            if self._parts and os.getpid() == self._owner:
                text, self._parts = "".join(self._parts), []
                self._sent, self._size = self._sent + self._size, 0
                self._write(_json({"output": _stream(self._name, text)}))

    def receive(self) -> dict[str, Any]:
        """Wait for the next message from the engine; its end is the end of the child."""
        if os.getpid() != self._owner:
            os._exit(0)
        return receive(self._link)

    def _write(self, body: bytes) -> None:
        self._link.sendall(len(body).to_bytes(LENGTH, "big") + body)


def exactly(link: socket.socket, size: int) -> bytes:
    """Read so many bytes; the end of the link is the end of this process."""
    parts, left = [], size
    while left:
        part = link.recv(min(left, 1 << 20))
        if not part:
            os._exit(0)
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def receive(link: socket.socket) -> dict[str, Any]:
    """Wait for a frame."""
    message: dict[str, Any] = json.loads(
        exactly(link, int.from_bytes(exactly(link, LENGTH), "big"))
    )
    return message


def _json(message: Any) -> bytes:
    return json.dumps(message, default=_kept, skipkeys=True).encode("utf-8", "replace")


def _kept(value: Any) -> Any:
    """Write what JSON does not know as a kernel does: pictures in base64, the rest as text."""
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, set | frozenset | tuple):
        return list(value)
    if hasattr(value, "item") and getattr(value, "shape", None) == ():
        return value.item()
    return repr(value)


def _stream(name: str, text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": name, "text": text}


class Stream(io.TextIOBase):
    """What `sys.stdout` and `sys.stderr` are in a child."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, name: str, wire: Wire) -> None:
        self._name, self._wire = name, wire

    @property
    def name(self) -> str:
        """The name of the stream, as Python's own have one."""
        return f"<{self._name}>"

    def write(self, text: str) -> int:
        """Take text; anything else is an error, as it is for a file."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._wire.text(self._name, text)
        return len(text)

    def flush(self) -> None:
        """Send on what was printed."""
        self._wire.flush()

    def writable(self) -> bool:
        """A stream is for writing."""
        return True

    def fileno(self) -> int:
        """What is written there by other programs is not kept."""
        return 1 if self._name == "stdout" else 2


class Publisher(DisplayPublisher):
    """Sends what a cell displays."""

    def publish(
        self,
        data: Any,
        metadata: Any = None,
        source: Any = None,
        *,
        transient: Any = None,
        update: bool = False,
        **kwargs: Any,
    ) -> None:
        """Send a display; one with an id may replace an earlier one."""
        output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        id = (transient or {}).get("display_id")
        self.shell.wire.send({"output": output, "id": id, "update": update})

    def clear_output(self, wait: bool = False) -> None:
        """Take back what the cell has shown so far."""
        self.shell.wire.send({"clear": True, "wait": wait})


class Hook(DisplayHook):
    """Sends the value of a cell's last line."""

    def start_displayhook(self) -> None:
        """Begin a result."""
        self._is_active = True
        self.output: dict[str, Any] | None = None

    def write_output_prompt(self) -> None:
        """Print nothing."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Keep the result in all its forms."""
        self.output = {"data": format_dict, "metadata": md_dict or {}}

    def finish_displayhook(self) -> None:
        """Send the result."""
        if self.output and self.output["data"]:
            count = self.prompt_count
            kind = {"output_type": "execute_result", "execution_count": count}
            shell: Any = self.shell
            shell.wire.send({"output": {**kind, **self.output}})
        self._is_active = False


class Shell(InteractiveShell):
    """An IPython shell whose outputs go over a wire."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    wire: Any = None

    def _showtraceback(self, etype: Any, evalue: Any, stb: Any) -> None:
        try:
            said = str(evalue)
        except Exception:  # a student's own exception may fail at anything
            said = ""
        lines = stb if isinstance(stb, list) else [str(stb)]
        error = {"ename": str(etype.__name__), "evalue": said, "traceback": lines}
        if self.wire:
            self.wire.send({"output": {"output_type": "error", **error}})

    def init_io(self) -> None:
        """Leave the streams alone; a child gets its own."""

    def ask_exit(self) -> None:
        """Let `exit` do nothing: the next cell is still to be run."""


def make_shell() -> Shell:
    """Make the shell that all children start from; it keeps no history and starts no thread."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.xmode = "Plain"
    config.InteractiveShell.colors = "nocolor"
    shell: Shell = Shell.instance(config=config)
    return shell


def no_input(*args: object, **kwargs: object) -> Any:
    """Refuse to wait for somebody who is not there, as a kernel without a reader does."""
    raise StdinNotImplementedError(NO_INPUT)
