"""The Odds Diary: how much a learner believes each account, at the end of every lesson."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from course import accounts, beliefs
from course.errors import CourseError
from course.journal import Journal
from course.packs import folder
from course.packs.pack import Pack
from course.widgets.bridge import CourseWidget, messages

FIRST_WITH_NAMES = 3
"""Before this lesson the learner does not know the theories, and reads plain lines instead."""


class OddsDiary(CourseWidget):
    """Hand out points, 0 to 100, to the accounts and to something else.

    Earlier entries are shown only after the new one is kept, so that nobody copies them.

    Attributes
    ----------
    value
        ``{"points": {"T": 40, …}}``; a line without points yet is missing.
    """

    kind: ClassVar[str] = "odds_diary"
    stages: ClassVar[tuple[str, ...]] = ("belief",)

    def __init__(
        self, lesson: str, journal: Journal | None = None, *, pack: Pack | str | None = None
    ) -> None:
        self.lesson, self.pack = lesson, folder.chosen(pack)
        self.said = self.pack.say(self.kind, messages(self.kind))
        lines = _lines_of(self.pack, self.said) if self.pack.id else _lines(lesson)
        config = {"messages": self.said, "lesson": lesson[1:], "lines": lines}
        super().__init__(self.pack.key(f"{lesson}.diary"), config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take points for every line."""
        return {"points": self._points(value)}

    def reveal(self) -> dict[str, Any] | None:
        """Show what was kept in the other lessons, once something is kept in this one."""
        if not self.commits["belief"]:
            return None
        try:
            kept = beliefs.history(self.journal.entries(), self.pack)
        except CourseError:
            return {"others": []}
        return {
            "others": [
                {"lesson": one.lesson[1:], "shares": dict(one.shares)}
                for one in kept
                if one.lesson != self.lesson
            ]
        }

    def restore(self) -> dict[str, Any]:
        """Fill in the last entry of this lesson."""
        return {"points": self._points(self.last("belief"))}

    def _points(self, value: dict[str, Any]) -> dict[str, float]:
        return beliefs.points(value.get("points"), beliefs.letters(self.pack))

    def sentence(self) -> str:
        """Say what this is."""
        return self.said["sentence"].format(lesson=self.lesson[1:])


def diary(lesson: str, pack: Pack | str | None = None) -> OddsDiary:
    """Ask, at the end of a lesson, how much each account is believed: the course's, or a pack's.

    Raises
    ------
    CourseError
        If there is no such lesson.
    """
    if not re.fullmatch(r"L[1-8]", str(lesson)):
        raise CourseError(f'There is no lesson {lesson!r}; write for example diary("L3").')
    return OddsDiary(lesson, pack=pack)


def _lines_of(pack: Pack, words: Mapping[str, str]) -> list[dict[str, str]]:
    """Give the lines of a pack: its accounts with what they claim."""
    rest = {"id": beliefs.ELSE, "name": words["name_x"], "note": ""}
    named = [{"id": a.letter, "name": a.name, "note": a.claim} for a in pack.accounts]
    return [*named, rest]


def _lines(lesson: str) -> list[dict[str, str]]:
    words = messages(OddsDiary.kind)
    named = int(lesson[1:]) >= FIRST_WITH_NAMES
    lines = []
    for letter in beliefs.LETTERS:
        plain = words[f"plain_{letter.lower()}"]
        name = accounts.account(letter).name if letter != "X" else words["name_x"]
        lines.append(
            {
                "id": letter,
                "name": name if named else plain,
                "note": plain if named and letter != "X" else "",
            }
        )
    return lines
