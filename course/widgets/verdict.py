"""The Verdict: three lines, put together from the learner's own journal."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from course import verdict
from course.errors import CourseError
from course.files import write_whole
from course.journal import Entry, Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "verdict"
FILE = "verdict.md"
MARK = "Journal: "
LONGEST = 600  # characters: a conclusion, not an essay


class Verdict(CourseWidget):
    """Write a conclusion, choose the tool that carries it; the numbers come from the journal.

    Each time the verdict is kept it is also written to ``verdict.md`` beside the journal.

    Attributes
    ----------
    value
        ``{"conclusion": "…", "tool": "threat" | "evidence" | "factors"}``
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("verdict",)

    def __init__(self, key: str = "L8.verdict", journal: Journal | None = None) -> None:
        shelf = journal if journal is not None else Journal()
        entries: tuple[Entry, ...] = ()
        damage = ""
        try:
            entries = shelf.entries()
        except CourseError as error:
            damage = str(error)
        super().__init__(key, _pieces(verdict.assemble(entries)), shelf)
        if damage:
            self._message = damage

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a conclusion and a tool with something in the journal; add the other lines."""
        conclusion = str(value.get("conclusion") or "").strip()
        if len(conclusion) > LONGEST:
            raise CourseError(messages(KIND)["too_long"].format(n=len(conclusion), most=LONGEST))
        tool = str(value.get("tool") or "")
        assembled = verdict.assemble(self.journal.entries())
        three = verdict.lines(assembled, conclusion, tool)
        beside = [p.said for p in (assembled.forecasts, assembled.diary) if p.said]
        return {"conclusion": three[0], "tool": tool, "lines": list(three), "beside": beside}

    def commit(self, stage: str, value: Any) -> None:
        """Keep the verdict, then write the file; the entry stays if the file cannot be written."""
        super().commit(stage, value)
        try:
            self._export()
        except CourseError as error:
            self._message = str(error)

    def _export(self) -> None:
        path = self.path
        entries = self.journal.entries()
        mine = entries[0].before[:12]  # the SHA-256 of the heading, which holds the journal's id
        if path.exists() and (theirs := _journal_of(path)) and theirs != mine:
            raise CourseError(messages(KIND)["other_journal"].format(name=path.name))
        said = self.last("verdict")
        write_whole(path, verdict.text(said["lines"], verdict.assemble(entries), mine))

    @property
    def path(self) -> Path:
        """Where the verdict is written."""
        return self.journal.path.parent / FILE

    def reveal(self) -> dict[str, Any] | None:
        """Show the verdict as it was kept, and what the journal holds by now."""
        said = self.last("verdict")
        if not said:
            return None
        now = _pieces(verdict.assemble(self.journal.entries()))
        return {"lines": said["lines"], "beside": said["beside"], "file": FILE, "now": now}

    def restore(self) -> dict[str, Any]:
        """Fill in the last verdict."""
        said = self.last("verdict")
        return {"conclusion": said["conclusion"], "tool": said["tool"]}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"]


def _pieces(assembled: verdict.Assembled) -> dict[str, Any]:
    fields = ("said", "holds", "flips", "missing")
    return {
        "tools": [
            {"id": id, **{name: getattr(piece, name) for name in fields}}
            for id, piece in assembled.tools.items()
        ],
        "beside": [
            {"said": piece.said, "missing": piece.missing}
            for piece in (assembled.forecasts, assembled.diary)
        ],
    }


def _journal_of(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return "another program"  # not ours: leave it alone
    return next((x.removeprefix(MARK) for x in text.splitlines() if x.startswith(MARK)), "none")
