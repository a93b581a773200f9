"""How far a grading run is: lines that are rewritten in a terminal, plain ones elsewhere."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TextIO

from course.errors import listed
from course.grading.results import Marked
from course.grading.run import Result


@dataclass(slots=True)
class Progress:
    """How far a run is: lines that are rewritten in a terminal, and plain lines elsewhere."""

    total: int
    out: TextIO = field(default_factory=lambda: sys.stdout)
    as_json: bool = False
    began: float = field(default_factory=time.monotonic)
    done: int = 0
    look: int = 0
    fresh: int = 0
    gone: tuple[str, ...] = ()
    """Students in the gradebook who are not in the folder any more."""

    def say(self, result: Result) -> None:
        """Count a result and show it."""
        self.done += 1
        self.fresh += not result.again
        self.look += bool(result.marked.notes)
        if self.as_json:
            self._put(json.dumps({**_plain(result), "done": self.done, "total": self.total}))
        elif self.out.isatty():
            self.out.write(f"\r\x1b[K{self.line}")
            self.out.flush()
        else:
            self._put(f"{self.done}/{self.total} · {result.line}")

    @property
    def line(self) -> str:
        """How far it is: done, to look at, how fast, how long still.

        >>> progress = Progress(10, began=time.monotonic() - 60)
        >>> progress.done, progress.fresh, progress.look = 6, 6, 1
        >>> progress.line
        '6 of 10 · 1 to look at · 6 a minute · 40 s left'
        """
        seconds = max(time.monotonic() - self.began, 1e-6)
        rate = self.fresh / seconds
        parts = [f"{self.done} of {self.total}", f"{self.look} to look at"]
        if rate:
            left = (self.total - self.done) / rate
            shown = f"{left:.0f} s" if left < 100 else f"{left / 60:.0f} min"
            parts += [f"{60 * rate:.0f} a minute", f"{shown} left"]
        return " · ".join(parts)

    def end(self) -> None:
        """Leave the line that was rewritten."""
        if self.out.isatty() and not self.as_json and self.done:
            self.out.write("\n")

    def _put(self, text: str) -> None:
        self.out.write(text + "\n")
        self.out.flush()


def _plain(result: Result) -> dict[str, object]:
    marked = result.marked
    return {
        "student": marked.student,
        "points": marked.by_checks,
        "of": sum(item.of for item in marked.items),
        "again": result.again,
        "seconds": round(result.seconds, 3),
        "unanswered": list(result.unanswered),
        "notes": list(marked.notes),
        "questions": [asdict(item) for item in marked.items],
    }


def summary(
    found: list[Marked], to: Path, gone: Sequence[str] = (), ignored: Sequence[str] = ()
) -> str:
    """Say what a person should look at, and where everything is."""
    lines = []
    if ignored:
        lines += ["", f"Not looked at, for it is no notebook and no zip file: {listed(ignored)}."]
    if gone:
        lines += ["", f"In the gradebook from earlier runs, not in this folder: {listed(gone)}."]
    look = [marked for marked in found if marked.notes]
    if look:
        lines += ["", "Please look at:"]
    for marked in look:
        lines.append(f"  {marked.student}")
        lines += [f"    - {note}" for note in marked.notes]
    essays = sum(marked.essay.points is None for marked in found)
    lines.append("")
    if essays:
        are, them = ("essay is", "it") if essays == 1 else ("essays are", "them")
        lines.append(f'{essays} {are} not marked yet; mark {them}: course formgrader "{to}"')
    count = "1 submission" if len(found) == 1 else f"{len(found)} submissions"
    if gone:
        count += f" in this folder, {len(found) + len(gone)} in the gradebook"
    lines.append(f"{count}. Everything is in {to}: feedback, reports, gradebook.")
    return "\n".join(lines) + "\n"
