"""Statements of leaders before a decision, without names: do they speak of gains or of losses?

Prospect theory is only tested if the domain, gains or losses, is coded from what was said before
the decision, by somebody who does not know the outcome. So each extract is paraphrased in our own
words, with country, person, year and outcome left out. Who spoke, and what was done, is kept apart
and shown after the learner has coded.

The paraphrase is ours, and so is the choice of extracts. Who chose them knew the outcomes; public
words are meant for an audience and need not be what a leader thinks.

The texts are in ``messages/domain_extracts.toml``, each with the place where it was seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from course.errors import CourseError, listed
from course.files import PACKAGE, read_toml

PATH = PACKAGE / "messages" / "domain_extracts.toml"

Domain = Literal["gains", "losses", "neither"]
# In the order in which they are offered; "neither" stands for neither or unclear.
DOMAINS: tuple[Domain, ...] = get_args(Domain)


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's domain for an extract, with the reason in one line."""

    domain: Domain
    reason: str


@dataclass(frozen=True, slots=True)
class Extract:
    """A statement before a decision, in our words and without names.

    Attributes
    ----------
    id
        X1 to X6.
    text
        What a learner codes. Everything else opens only after that.
    first, second
        The codings of our coders; the second is None until another person has coded.
    who, when, audience
        Who said it, on which date, and to whom.
    source
        Where it was seen.
    outcome, force
        What was done, and whether that was force.
    confirmed
        Whether the statement was seen in a source for this course.
    """

    id: str
    text: str
    first: Coding
    second: Coding | None
    who: str
    when: str
    audience: str
    source: str
    outcome: str
    force: bool
    confirmed: bool


def extracts() -> tuple[Extract, ...]:
    """Give the extracts in the order in which they are coded.

    >>> [extract.id for extract in extracts()]
    ['X1', 'X2', 'X3', 'X4', 'X5', 'X6']
    """
    return _extracts()


def extract(id: str) -> Extract:
    """Find an extract by its id.

    Raises
    ------
    CourseError
        If there is no such extract, naming those there are.
    """
    for found in extracts():
        if found.id == id:
            return found
    raise CourseError(
        f"There is no extract {id!r}; there are {listed(found.id for found in extracts())}."
    )


@cache
def _extracts(path: Path = PATH) -> tuple[Extract, ...]:
    data = read_toml(path, path.with_name("domain_extracts.schema.json"))
    return tuple(_extract(one) for one in data["extract"])


def _extract(data: dict[str, Any]) -> Extract:
    second = data.get("second")
    codings = {"first": Coding(**data["first"]), "second": Coding(**second) if second else None}
    return Extract(**{**data, **codings})
