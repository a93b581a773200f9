"""What a case pack is: one set of material with the views that seven widgets need.

The Claim Sorter, the Threat Weigher, the Reference Point, the Evidence Balance, the Factor Weigher,
the Holdout Reveal and the Odds Diary ask a pack and nothing else. The course's own material is a
pack (`course.packs.first`), a folder with a teacher's material is one (`course.packs.folder`), and
the widgets cannot tell them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from course.accounts import Account
from course.casebook import Casebook
from course.checks import Check
from course.measures import Four, Measures
from course.rows import Evidence
from course.threat import Claim

Ratings = Mapping[str, Mapping[str, Mapping[str, int]]]
Words = Mapping[str, str]


class Comparisons(Protocol):
    """Who may be compared with whom as a threat, and the facts behind it.

    `claims` are the comparisons by id; `measures` names, for power, distance, offence and
    intentions, the measures there are data for, the plain one first.
    """

    claims: Mapping[str, Claim]
    measures: Mapping[str, tuple[str, ...]]

    def years(self, claim: Claim) -> tuple[int, ...]:
        """Give the years in which the two can be compared."""

    def contrasts(self, claim: Claim, year: int, measures: Measures) -> Four:
        """Give the four contrasts, as `course.threat.contrasts` does."""

    def fact(self, claim: Claim, actor: str, year: int, source: str, measure: str) -> Words:
        """Give a fact as the `key` of a message and the text `x` to fill in."""

    def named(self, actor: str) -> Words:
        """Give a `name` for a list and the `text` inside a sentence."""

    def nearness(self, claim: Claim) -> dict[str, Any] | None:
        """Say what else nearness could mean, where the material holds it."""

    def power(self) -> list[dict[str, Any]]:
        """Give rows of `year`, `share` (percent) and `who` for the picture of power."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What the Factor Weigher needs besides the casebook.

    Attributes
    ----------
    blind
        The factors that are coded from the cards.
    cards
        The crises on the cards, with force and without, in an order that gives nothing away.
    present
        The factor whose power is predicted from the crises with force.
    accounts
        By letter, the factors that an account puts forward. A judgement.
    """

    blind: tuple[str, ...]
    cards: tuple[str, ...]
    present: str
    accounts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What one paragraph of a document says, in our words."""

    id: str
    paraphrase: str
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Statement:
    """Something a document says that can be argued with, and the best argument against it."""

    id: str
    paragraph: str
    text: str
    type: str
    counter: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document as a record: no text of its own, only paraphrases and claims."""

    id: str
    title: str
    author: str
    date: str
    rights: str
    source: str
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the Threat Weigher with its source, as it stands in a pack."""

    measure: str
    actor: str
    observer: str
    year: int
    value: float
    source: str
    confirmed: bool
    note: str


@dataclass(frozen=True, eq=False)
class Pack:
    """A set of case material.

    Attributes
    ----------
    id
        A short name; it comes before every key in the journal. Empty for the course's own.
    made
        Who made the judgements in it, and how.
    ratings
        By card, account and rater ("R" and "C", two opposed readers), 1 to 5.
    readers
        From where the two read, in a sentence.
    size
        How many cards are to be chosen.
    asked
        By question, to which of the six lessons on a pack it belongs, where that is said.
    known
        Of the cases put away, those that every learner knows beforehand: they test nothing.
    words
        By kind of widget, what it says otherwise than it says about the course's own material.
    about
        What is in it, in a sentence or two.
    unconfirmed
        What could not be looked up, in words.
    """

    id: str
    title: str
    question: str
    authors: tuple[str, ...]
    licence: str
    made: str
    book: Casebook
    weighing: Weighing
    cards: tuple[Evidence, ...]
    ratings: Ratings
    size: int
    periods: tuple[tuple[int, int], ...]
    accounts: tuple[Account, ...]
    comparisons: Comparisons
    states: Mapping[str, float]
    asked: Mapping[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    words: Mapping[str, Words] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    questions: tuple[Check, ...] = ()
    references: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[Number, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    folder: Path | None = None
    about: str = ""
    readers: str = ""

    def key(self, key: str) -> str:
        """Put the pack's name before a key of the journal, so that lessons and packs keep apart."""
        return f"{self.id}.{key}" if self.id else key

    def say(self, kind: str, said: Words) -> Words:
        """Give what a kind of widget says, with this pack's own words in it."""
        return {**said, **self.words.get(kind, {})}
