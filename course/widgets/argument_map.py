"""The argument map: six parts in the learner's own words, and advice about their structure."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any, ClassVar

from course import argument, seeds, tables
from course.errors import CourseError
from course.files import read_text, write_whole
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "argument_map"
FILE = messages(KIND)["file_name"]
LONGEST = 4_000  # characters of one part; more is a file pasted by mistake


class ArgumentMap(CourseWidget):
    """Fill in claim, grounds, warrant, backing, qualifier and rebuttal; take the map to an essay.

    **Source:** Toulmin 1958; what is checked is the structure alone, in `course.argument`.

    Examples
    --------
    In a notebook: ``ArgumentMap(key="L6.argument-map")``. Each save is kept in the journal and
    written as ``argument_map.md`` into the folder in which the journal lies.

    Attributes
    ----------
    value
        The text of each part by its name; a part that was not touched is missing.
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("map",)
    lives_alone: ClassVar[bool] = True

    def __init__(self, key: str = "L6.argument-map", journal: Journal | None = None) -> None:
        super().__init__(key, {"ids": known_ids(), "names": known_names()}, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take any map with something in it; the advice that it got goes with it."""
        said = {part: str(value.get(part) or "").strip() for part in argument.PARTS}
        if not any(said.values()):
            raise CourseError(messages(KIND)["nothing"])
        for part, text in said.items():
            if len(text) > LONGEST:
                raise CourseError(
                    f"The {part} has {len(text)} characters; this box keeps up to {LONGEST}."
                )
        advice = argument.flags(said, self._config["ids"], self._config["names"])
        return {**said, "flags": [f"{flag.id}.{flag.part}" for flag in advice]}

    def commit(self, stage: str, value: Mapping[str, Any]) -> None:
        """Keep the map in the journal, then write it as a file for the learner's essay."""
        earlier = [_text(kept) for kept in self.commits["map"]]
        super().commit(stage, value)
        try:
            aside = self._write(_text(self.last("map")), earlier)
        except CourseError as error:  # the journal has it all the same
            self._message = str(error)
            return
        if aside:
            self._message = messages(KIND)["set_aside"].format(name=FILE, aside=aside)

    def _write(self, text: str, earlier: list[str]) -> str:
        """Write the file; one that somebody else changed is kept under another name."""
        path, aside = self.journal.path.with_name(FILE), ""
        if path.exists() and read_text(path) not in [text, *earlier]:
            number = 1
            while (kept := path.with_stem(f"{path.stem}.mine-{number}")).exists():
                number += 1
            write_whole(kept, read_text(path))
            aside = kept.name
        write_whole(path, text)
        return aside

    def restore(self) -> dict[str, Any]:
        """Fill in the map as it was saved last."""
        kept = self.last("map")
        return {part: str(kept[part]) for part in argument.PARTS}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"]

    def still(self) -> str:
        """Give the six questions as plain HTML."""
        words = messages(KIND)
        asked = "".join(
            f"<dt>{html.escape(words[part])}</dt><dd>{html.escape(words[f'{part}_asks'])}</dd>"
            for part in argument.PARTS
        )
        return f"{super().still()}<dl>{asked}</dl>"


def _text(kept: Mapping[str, Any]) -> str:
    return argument.markdown(kept, messages(KIND))


def known_ids() -> list[str]:
    """List the evidence cards and the paragraphs of both articles."""
    return [*(row.id for row in tables.evidence()), *(one.id for one in seeds.paragraphs())]


def known_names() -> list[str]:
    """List what else can be looked up: the data tables, and the crises in them by name."""
    named = [f"table {name.replace('_', ' ')}" for name in tables.names()]
    cases = [row.episode for row in tables.episodes()]
    if "crises" in tables.names():
        cases += [row.name for row in tables.load("crises").records]
    return [*named, *dict.fromkeys(cases)]
