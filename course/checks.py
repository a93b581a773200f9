"""The catalogue of questions: what is asked, and what each wrong answer gives away.

Every wrong option names a misconception and says why it tempts, because feedback that explains
teaches several times more than "right" or "wrong" does (Van der Kleij, Feskens & Eggen 2015,
*Review of Educational Research* 85:475-511: mean effects .49 against .05).

All texts are in the folder ``messages``, one file a lesson, so that they can be translated without
touching code.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from course.errors import CourseError, listed
from course.files import PACKAGE, read_toml

FOLDER = PACKAGE / "messages"


@dataclass(frozen=True, slots=True)
class Misconception:
    """A way of getting it wrong that many learners share, and what repairs it."""

    id: str
    name: str
    repair: str


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose from, with what to say to a learner who chooses it."""

    id: str
    text: str
    feedback: str
    correct: bool = False
    misconception: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A question with options. One option is correct; in an open question none is.

    Attributes
    ----------
    id
        For example ``L2.1``; warm-up questions are ``L2.w1``, predictions ``L2.p1``.
    hints
        From a nudge to nearly the answer; shown one at a time.
    sources
        Paragraphs (``A16``) or citations the question rests on.
    """

    id: str
    prompt: str
    options: tuple[Option, ...]
    hints: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether this asks for an opinion or a prediction: there is no right answer to give."""
        return not any(option.correct for option in self.options)

    def option(self, id: str) -> Option:
        """Find an option by its letter.

        Raises
        ------
        CourseError
            If there is no such option.
        """
        for option in self.options:
            if option.id == id:
                return option
        letters = listed(option.id for option in self.options)
        raise CourseError(f"{self.id} has no answer {id!r}; choose one of {letters}.")


@dataclass(frozen=True, slots=True)
class Note:
    """A question to answer in one's own words.

    Attributes
    ----------
    words
        The length that is asked for: fewest and most words.
    """

    id: str
    prompt: str
    words: tuple[int, int]
    starter: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A question to answer with a number on a scale, such as a forecast from 0 to 100."""

    id: str
    prompt: str
    low: float
    high: float
    step: float
    unit: str


def judge(check: Check, answer: str, tries: int = 1) -> dict[str, Any]:
    """Say what an answer earns: the feedback that opens after a commitment.

    The other options' explanations are added once the answer is right, or after the second try.

    Raises
    ------
    CourseError
        If `answer` is none of the options.
    """
    chosen = check.option(answer)
    if check.open:
        return {"correct": None, "feedback": chosen.feedback, "all": None}
    mistake = misconception(chosen.misconception) if chosen.misconception else None
    done = chosen.correct or tries >= 2
    rest = [
        {"id": o.id, "correct": o.correct, "feedback": o.feedback}
        for o in check.options
        if o is not chosen
    ]
    return {
        "correct": chosen.correct,
        "feedback": chosen.feedback,
        "misconception": {"id": mistake.id, "name": mistake.name} if mistake else None,
        "repair": mistake.repair if mistake else "",
        "all": rest if done else None,
    }


def check(id: str) -> Check:
    """Find a question by its id.

    >>> check("L2.3").option("A").misconception
    'M02'
    """
    return _find(id, "check")  # type: ignore[no-any-return]


def note(id: str) -> Note:
    """Find a question that is answered in words by its id."""
    return _find(id, "note")  # type: ignore[no-any-return]


def estimate(id: str) -> Estimate:
    """Find a question that is answered with a number by its id."""
    return _find(id, "estimate")  # type: ignore[no-any-return]


def catalogue(folder: Path = FOLDER) -> dict[str, Check | Note | Estimate]:
    """Read every question of every lesson, by id.

    Raises
    ------
    CourseError
        Naming file and line of a question that is not well formed.
    """
    found: dict[str, Check | Note | Estimate] = {}
    for path in sorted(folder.glob("lesson*.toml")):
        data = read_toml(path, folder / "lesson.schema.json")
        for item in (*map(_check, data.get("check", [])), *map(_other, _others(data))):
            if item.id in found:
                raise CourseError(f"{path.name}: the id {item.id} is used twice.")
            found[item.id] = item
    return found


@cache
def misconceptions() -> dict[str, Misconception]:
    """Read the 26 misconceptions, by id."""
    path = FOLDER / "misconceptions.toml"
    data = read_toml(path, FOLDER / "misconceptions.schema.json")
    return {m["id"]: Misconception(**m) for m in data["misconception"]}


def misconception(id: str) -> Misconception:
    """Find a misconception by its id (M01 to M26)."""
    try:
        return misconceptions()[id]
    except KeyError:
        raise CourseError(f"There is no misconception {id}; they run from M01 to M26.") from None


_catalogue = cache(catalogue)


def _find(id: str, kind: str) -> Any:
    wanted = {"check": Check, "note": Note, "estimate": Estimate}[kind]
    found = _catalogue().get(id)
    if isinstance(found, wanted):
        return found
    there = listed(sorted(i for i, item in _catalogue().items() if isinstance(item, wanted)))
    raise CourseError(f"There is no {kind} {id}; there are {there}.")


def _check(data: dict[str, Any]) -> Check:
    options = tuple(Option(**option) for option in data["option"])
    hints, sources = tuple(data.get("hints", ())), tuple(data.get("sources", ()))
    return Check(data["id"], data["prompt"], options, hints, sources)


def _others(data: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(kind, item) for kind in ("note", "estimate") for item in data.get(kind, [])]


def _other(kind_and_data: tuple[str, dict[str, Any]]) -> Note | Estimate:
    kind, data = kind_and_data
    if kind == "note":
        return Note(data["id"], data["prompt"], tuple(data["words"]), data.get("starter", ""))
    return Estimate(**data)
