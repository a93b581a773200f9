"""Widgets that ask: a choice, a text, a number. What is committed is kept in the journal."""

from __future__ import annotations

import html
from typing import Any

from course import checks
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import CourseWidget, figure_html, messages

__all__ = ["Check", "Estimate", "Note", "Question"]

LONGEST = 20_000  # characters; more is a file pasted by mistake


class Question(CourseWidget):
    """What the three kinds of question share: an item of the catalogue, which also is the key."""

    item: checks.Check | checks.Note | checks.Estimate

    def sentence(self) -> str:
        """Say what is asked."""
        text = messages(self.kind)["sentence"]
        return text.format(id=self.item.id, prompt=self.item.prompt)

    def still(self) -> str:
        """Give the question as plain HTML."""
        return "".join(self._around())

    def _around(self) -> tuple[str, str]:
        note = html.escape(messages(self.kind)["still"])
        return f"<p>{html.escape(self.sentence())}</p>", f"<p><small>{note}</small></p>"


class Check(Question):
    """A question with choices: hints on demand, feedback after the answer is committed.

    Without a correct option it is a prediction or an opinion: it is kept, and not judged.

    Attributes
    ----------
    value
        ``{"choice": "B", "sure": "guess" | "fairly" | "certain", "hints": 1}``; what has not been
        chosen is missing.
    """

    item: checks.Check
    kind = "check"
    stages = ("answer",)

    def __init__(self, item: checks.Check | str, journal: Journal | None = None) -> None:
        self.item = checks.check(item) if isinstance(item, str) else item
        config = {
            "prompt": self.item.prompt,
            "options": [{"id": option.id, "text": option.text} for option in self.item.options],
            "hints": list(self.item.hints),
            "sources": list(self.item.sources),
            "open": self.item.open,
        }
        super().__init__(self.item.id, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take one of the options; how sure, and hints opened, come along if there is any."""
        option = self.item.option(str(value.get("choice")))
        sure = value.get("sure")
        if sure not in (None, "guess", "fairly", "certain"):
            raise CourseError("How sure you are is one of: a guess, fairly sure, certain.")
        opened = min(int(value.get("hints") or 0), len(self.item.hints))
        said = {"choice": option.id, "sure": sure, "hints": opened}
        return {name: part for name, part in said.items() if part}

    def reveal(self) -> dict[str, Any] | None:
        """Judge the last answer; a second, different answer opens all explanations."""
        answers = [commit["choice"] for commit in self.commits["answer"]]
        if not answers:
            return None
        return checks.judge(self.item, answers[-1], len(set(answers)))

    def still(self) -> str:
        """Give the question and its options as plain HTML."""
        options = "".join(f"<li>{html.escape(option.text)}</li>" for option in self.item.options)
        return f"<ul>{options}</ul>".join(self._around())

    def to_html(self, *, with_feedback: bool = False) -> str:
        """Give a figure for a page; `with_feedback` puts the explanations (and the key) into it."""
        start = self.start()
        if with_feedback:
            feedback = [_feedback(self.item, option) for option in self.item.options]
            start = {**start, "config": {**start["config"], "feedback": feedback}}
        return figure_html(start, self.still(), live=True)


class Note(Question):
    """A question to answer in one's own words.

    Attributes
    ----------
    value
        ``{"text": "…"}``
    """

    item: checks.Note
    kind = "note"
    stages = ("text",)

    def __init__(
        self, item: checks.Note | str, journal: Journal | None = None, *, rows: int = 5
    ) -> None:
        self.item = checks.note(item) if isinstance(item, str) else item
        config = {
            "prompt": self.item.prompt,
            "rows": rows,
            "words": list(self.item.words),
            "starter": self.item.starter,
        }
        super().__init__(self.item.id, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take any text that is not empty; its length is the writer's affair."""
        text = str(value.get("text") or "").strip()
        if not text or text == self.item.starter.strip():
            raise CourseError("There is nothing to save yet; write something first.")
        if len(text) > LONGEST:
            raise CourseError(
                f"The text has {len(text)} characters; this box keeps up to {LONGEST}."
            )
        return {"text": text}


class Estimate(Question):
    """A question to answer with a number on a scale; the slider starts without a value.

    Attributes
    ----------
    value
        ``{"number": 60}``
    """

    item: checks.Estimate
    kind = "estimate"
    stages = ("estimate",)

    def __init__(self, item: checks.Estimate | str, journal: Journal | None = None) -> None:
        self.item = checks.estimate(item) if isinstance(item, str) else item
        fields = ("prompt", "low", "high", "step", "unit")
        super().__init__(self.item.id, {name: getattr(self.item, name) for name in fields}, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a number on the scale."""
        number = value.get("number")
        low, high = self.item.low, self.item.high
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise CourseError(f"Give a number from {low:g} to {high:g}.")
        if not low <= number <= high:
            raise CourseError(f"{number:g} is off the scale; it runs from {low:g} to {high:g}.")
        return {"number": number}


def _feedback(item: checks.Check, option: checks.Option) -> dict[str, Any]:
    judged = checks.judge(item, option.id)
    return {
        "id": option.id,
        **{name: judged.get(name) for name in ("correct", "feedback", "misconception", "repair")},
    }
