"""Running a submitted notebook, fast and apart from everything else: bytes in, bytes out.

    ran = run_notebook(notebook, {"journal.jsonl": data})

A worker (see `course.grading.zygote`) is kept warm for each thread that asks; it is a program of
its own, in a box (see `course.grading.sandbox`), and holds nothing of the marker's: no key, no
gradebook, no other submission. The engine sends it the cells and takes back outputs, as plain data
that is checked and capped here. Whatever a submission does, there is a result: a cell that runs too
long is stopped; if that does not help, or it stops Python, the rest runs again without it. After
anything unusual the worker is thrown away and a new one started.

`run_notebook` is a plain function that any executor of `concurrent.futures` can call.
"""

from __future__ import annotations

import json
import math
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from course.errors import CourseError
from course.grading import sandbox
from course.grading.worker import NONSENSE, Gone, Worker, idle

WARM = ("numpy", "pandas", "altair")
"""What a worker imports beforehand if a notebook speaks of it; imported, never used there."""
GRACE = 2.0
"""Seconds that a cell has to end after it was interrupted."""
MOST_OUTPUTS = 500
"""Outputs that are kept of a cell."""
OF_CELL, OF_ALL, OF_LINK = 16, 64, 32
"""Bytes kept of a cell and of a notebook, and taken from the child in one cell, per character of
`Limits.output`; the child keeps to less by itself, unless somebody meddled with it."""
DEEPEST = 60
"""Levels that the data of a display may have."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one submission may use.

    Attributes
    ----------
    cell, total
        Seconds for one cell, and for all.
    memory, file
        Bytes: of all its processes together, and of one file.
    output
        Characters of printed text kept of one cell; of displays four times as many.
    replays
        How often the rest may run again after a cell stopped Python.
    unsafe
        Run even where submissions cannot be kept apart from this computer.
    cold
        Start a fresh Python for each submission.
    """

    cell: float = 30.0
    total: float = 300.0
    memory: int = 2_000_000_000
    processes: int = 64
    file: int = 50_000_000
    output: int = 500_000
    replays: int = 3
    unsafe: bool = False
    cold: bool = False


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of running a notebook.

    Attributes
    ----------
    notebook
        With its outputs.
    notes
        What somebody should know, a sentence each.
    seconds, cpu, peak
        Seconds it took, seconds of computing in it, and the most memory that its Python had.
    """

    notebook: bytes
    notes: tuple[str, ...]
    seconds: float
    cpu: float = 0.0
    peak: int = 0


def protection() -> tuple[str, ...]:
    """Say what is not protected on this computer, a sentence each; empty if all is."""
    return sandbox.state().missing


def run_notebook(
    notebook: bytes, files: Mapping[str, bytes] | None = None, limits: Limits | None = None
) -> Ran:
    """Run a notebook (of format 4) with these files beside it.

    Raises
    ------
    CourseError
        If submissions cannot be kept apart here and `limits` does not say that they need not, or
        no worker can be started. Nothing that a submission does raises anything.
    """
    limits = limits or Limits()
    here = sandbox.state()
    if not here.boxed and not limits.unsafe:
        raise CourseError(f"{here.missing[0]} To grade all the same, add --unsafe.")
    began = time.monotonic()
    try:
        read = json.loads(notebook, parse_constant=lambda name: None)
        cells = [cell for cell in read["cells"] if cell.get("cell_type") == "code"]
        sources = [_source(cell) for cell in cells]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Ran(notebook, ("The notebook could not be read, so nothing of it was run.",), 0.0)
    beside = {name: data for name, data in (files or {}).items() if _plain(name)}
    if not any(name.endswith(".ipynb") for name in beside):
        beside["notebook.ipynb"] = notebook
    run = _Run(sources, [_name(cell, n) for n, cell in enumerate(cells)], beside, limits)
    if sandbox.can_fork():
        try:
            run.all()
        except CourseError:
            raise
        except Exception as error:  # whatever else a submission may bring about is a result
            run.note(f"The notebook could not be run to the end ({type(error).__name__}).")
    else:
        from course.grading.cold import run_cold

        run.outputs, run.counts = run_cold(sources, beside, limits.cell, run.note)
    for number, cell in enumerate(cells):
        cell["outputs"] = run.outputs.get(number, [])
        cell["execution_count"] = run.counts.get(number)
    written = json.dumps(read, ensure_ascii=False).encode("utf-8", "replace")
    return Ran(written, tuple(run.notes), time.monotonic() - began, run.cpu, run.peak)


def _source(cell: Mapping[str, Any]) -> str:
    """Read what is to be run of a cell; as in nbclient, a cell can be marked as not for running."""
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    if isinstance(tags, list) and "skip-execution" in tags:
        return ""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def _plain(name: str) -> bool:
    """Say whether a file's name stays in its folder."""
    path = PurePosixPath(name.replace("\\", "/"))
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _name(cell: Mapping[str, Any], number: int) -> str:
    """Name a cell for a reader."""
    metadata = cell.get("metadata")
    settings = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    id = settings.get("grade_id") if isinstance(settings, dict) else None
    return f"the cell {id[:60]!r}" if isinstance(id, str) and id else f"code cell {number + 1}"


@dataclass
class _Run:
    """One submission on its way through one or more workers."""

    sources: list[str]
    names: list[str]
    files: dict[str, bytes]
    limits: Limits
    outputs: dict[int, list[Any]] = field(default_factory=dict)
    counts: dict[int, int | None] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    cpu: float = 0.0
    peak: int = 0
    kept: int = 0
    left_out: dict[int, list[Any]] = field(default_factory=dict)

    def note(self, text: str) -> None:
        """Keep a sentence, once."""
        if text not in self.notes:
            self.notes.append(text)

    def all(self) -> None:
        """Run all cells; again without a cell that stopped Python, as often as allowed."""
        until = time.monotonic() + self.limits.total
        for attempt in range(self.limits.replays + 1):
            self.outputs, self.counts, self.kept = dict(self.left_out), {}, 0
            at = self._once(until)
            if at is None:
                return
            name = self.names[at]
            if time.monotonic() >= until:
                self.note(f"The notebook took more than {self.limits.total:g} s and was stopped.")
                return
            again = attempt < self.limits.replays
            rest = "the rest ran again without it" if again else "what comes after it did not run"
            self.note(f"{name[0].upper()}{name[1:]} stopped Python; {rest}.")
            said = "This cell stopped Python."
            self.left_out[at] = [*self.outputs.get(at, []), _error("PythonStopped", said)]
            self.outputs[at] = self.left_out[at]

    def _once(self, until: float) -> int | None:
        """Run all cells in one child; give the cell that stopped it, or None."""
        with self._begun() as worker:
            at, ended = 0, False
            try:
                for at, source in enumerate(self.sources):
                    if at not in self.left_out and source.strip():
                        if time.monotonic() > until:
                            return at
                        self._cell(worker, at, source, until)
                ended = True
            except Gone as gone:
                worker.spoilt = True
                if gone.why:
                    self.note(gone.why)
            end = worker.end()
            self.cpu += end.get("cpu", 0.0)
            self.peak = max(self.peak, end.get("peak", 0))
            if end.get("left"):
                self.note("Programs that the notebook had started were still there; ended.")
            if end.get("why") == "memory":
                self.note(f"More than {self.limits.memory / 1e9:.3g} GB of memory were taken.")
            return None if ended else at

    @contextmanager
    def _begun(self) -> Iterator[Worker]:
        """Have a worker ready for the first cell; one that is no good is replaced."""
        text = "\n".join(self.sources)
        imports = [] if self.limits.cold else [name for name in WARM if name in text]
        for attempt in range(3):
            worker = idle(self.limits.cold)
            try:
                worker.begin(self.files, self.limits, imports)
                break
            except Gone as gone:
                worker.discard()
                if attempt == 2:
                    raise CourseError("The worker that runs notebooks does not work.") from gone
        try:
            yield worker
        except BaseException:
            worker.spoilt = True
            raise
        finally:
            worker.release(keep=not self.limits.cold)

    def _cell(self, worker: Worker, at: int, source: str, until: float) -> None:
        """Run one cell; its outputs are kept as they come."""
        kept = _Outputs(self.outputs.setdefault(at, []), OF_CELL * self.limits.output)
        ends = min(time.monotonic() + self.limits.cell, until)
        token = secrets.token_hex(4)
        worker.send({"cell": source, "token": token})
        stopped = False
        while True:
            message = worker.receive(ends, OF_LINK * self.limits.output)
            if message is None and not stopped:
                name = self.names[at]
                took = f"ran longer than {self.limits.cell:g} s and was stopped."
                self.note(f"{name[0].upper()}{name[1:]} {took}")
                worker.interrupt()
                stopped, ends = True, time.monotonic() + GRACE
            elif message is None:
                raise Gone
            elif "done" in message:
                if message.get("token") != token:
                    raise Gone(NONSENSE)
                self.counts[at] = _count(message["done"])
                return
            elif not self._room(worker.size) or not kept.take(message, worker.size):
                name = self.names[at]
                self.note(f"The output of {name} was cut: it was more than is kept.")

    def _room(self, size: int) -> bool:
        """Take so many bytes of what may be kept of the whole notebook, if they are left."""
        self.kept += size
        return self.kept <= OF_ALL * self.limits.output


@dataclass
class _Outputs:
    """The outputs of a cell, as far as they are sound and not too many."""

    kept: list[Any]
    room: int
    by_id: dict[str, list[Any]] = field(default_factory=dict)
    wipe: bool = False

    def take(self, message: Mapping[str, Any], size: int) -> bool:
        """Take a message of that size in; False if something was or is left out."""
        self.room -= size
        if self.room < 0:
            return False
        if message.get("clear"):
            self.wipe = bool(message.get("wait"))
            if not self.wipe:
                self.kept.clear()
            return True
        output = sound(message.get("output"))
        if output is None:
            return False
        id = message.get("id")
        if message.get("update") is True:
            for old in self.by_id.get(id, []) if isinstance(id, str) else []:
                old.update(data=output.get("data", {}), metadata=output.get("metadata", {}))
            return True
        if self.wipe:
            self.kept.clear()
            self.wipe = False
        last = self.kept[-1] if self.kept else {}
        stream = output["output_type"] == "stream" == last.get("output_type")
        if stream and output["name"] == last["name"]:
            last["text"] += output["text"]
            return message.get("cut") is not True
        if len(self.kept) >= MOST_OUTPUTS:
            return False
        self.kept.append(output)
        if isinstance(id, str):
            self.by_id.setdefault(id, []).append(output)
        return message.get("cut") is not True


def sound(output: Any) -> dict[str, Any] | None:
    """Write an output afresh in one of the four shapes that a notebook may hold, or give None.

    >>> sound({"output_type": "stream", "name": "stdout", "text": "x", "more": 1})
    {'output_type': 'stream', 'name': 'stdout', 'text': 'x'}
    >>> sound({"output_type": "stream", "name": "stdout", "text": 5}) is None
    True
    """
    if not isinstance(output, dict):
        return None
    kind = output.get("output_type")
    if kind == "stream":
        name, text = output.get("name"), output.get("text")
        if name in ("stdout", "stderr") and isinstance(text, str):
            return {"output_type": kind, "name": name, "text": text}
    elif kind in ("display_data", "execute_result"):
        data, metadata = _shallow(output.get("data")), _shallow(output.get("metadata"))
        if isinstance(data, dict) and isinstance(metadata, dict):
            data = {mime: part for mime, part in data.items() if _fits(mime, part)}
            made = {"output_type": kind, "data": data, "metadata": metadata}
            if kind == "execute_result":
                made["execution_count"] = _count(output.get("execution_count"))
            return made
    elif kind == "error":
        said = [output.get("ename"), output.get("evalue")]
        lines = output.get("traceback")
        if all(isinstance(s, str) for s in said) and isinstance(lines, list):
            shown = [str(line) for line in lines]
            return {"output_type": kind, "ename": said[0], "evalue": said[1], "traceback": shown}
    return None


def _count(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 10**9 else None


def _fits(mime: str, part: Any) -> bool:
    """Say whether a form of a display is text, or JSON where JSON may be."""
    if mime == "application/json" or mime.endswith("+json"):
        return True
    parts = part if isinstance(part, list) else [part]
    return all(isinstance(text, str) for text in parts)


def _shallow(value: Any, level: int = 0) -> Any:
    """Put nothing in place of numbers that JSON does not have, and of what is nested too deep."""
    if (isinstance(value, float) and not math.isfinite(value)) or level > DEEPEST:
        return None
    if isinstance(value, dict):
        return {name: _shallow(part, level + 1) for name, part in value.items()}
    return [_shallow(part, level + 1) for part in value] if isinstance(value, list) else value


def _error(name: str, said: str) -> dict[str, Any]:
    return {"output_type": "error", "ename": name, "evalue": said, "traceback": [said]}
