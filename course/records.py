"""The two documents as records: read from ``seeds/``, held against schemas and each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from course.errors import CourseError, listed
from course.faults import FILES, faults
from course.files import line_of, read_text, read_toml, seeds_folder

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Term:
    """A word used as a tag, and what it means here."""

    id: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A work or report that a claim is held against."""

    id: str
    text: str
    confirmed: bool
    """False: known from memory only; look it up before relying on it."""
    url: str = ""
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a document: what it says in our words, and how to recognise it."""

    id: str
    words: int
    sha256: str
    sketch: tuple[str, ...]
    paraphrase: str
    theory: tuple[str, ...]
    factor: tuple[str, ...]
    case: tuple[str, ...]
    layer: tuple[str, ...]
    layer_note: str = ""

    @property
    def document(self) -> str:
        """A or B."""
        return self.id[0]

    @property
    def order(self) -> int:
        """Its place in the document, from 1."""
        return int(self.id[1:])


@dataclass(frozen=True, slots=True)
class Claim:
    """Something a document says that can be argued with."""

    id: str
    paragraph: str
    text: str
    type: str
    layer: str
    test: str
    counter: str
    sources: tuple[str, ...]
    also: tuple[str, ...] = ()
    detail: str = ""
    second_type: str = ""
    """The type given by a second coder who had not seen the first coding; empty if none."""
    confirmed: bool = True
    to_check: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Every paragraph it rests on, the main one first."""
        return (self.paragraph, *self.also)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or wrong in a document or its text file."""

    paragraph: str
    kind: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tension:
    """Two things a document says that do not go together easily."""

    id: str
    paragraphs: tuple[str, ...]
    title: str
    text: str
    question: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the saved page that is no part of the article."""

    sha256: str
    words: int
    copies: int
    kind: str
    trap: str = ""
    """Why a careless reader, or program, would be misled by it."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The study that a document is about."""

    kind: str
    authors: tuple[str, ...]
    title: str
    subtitle: str
    publisher: str
    year: int
    number: str
    summary: str
    standpoint: str
    seen: str
    url: str = ""

    @property
    def reference(self) -> str:
        """The full reference."""
        names = f"{listed(self.authors)}. {self.year}. {self.title}: {self.subtitle}"
        end = "" if names.endswith("?") else "."
        return f"{names}{end} {self.publisher}. {self.number}. {self.url}".rstrip()


@dataclass(frozen=True, slots=True)
class Document:
    """One of the two articles the course reads."""

    id: str
    author: str
    title: str
    outlet: str
    outlet_kind: str
    published: str
    """The day of publication, as 2021-09-28."""
    url: str
    seen: str
    author_standpoint: str
    outlet_standpoint: str
    evidence_base: str
    written_knowing: str
    rights: str
    reviewed: Reviewed
    paragraphs: tuple[Paragraph, ...]
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    tensions: tuple[Tension, ...]
    lines: tuple[Line, ...]

    @property
    def short(self) -> str:
        """Author and year, as in a citation."""
        return f"{self.author.split()[-1]} {self.published[:4]}"

    @property
    def reference(self) -> str:
        """The full reference."""
        return f"{self.author}. “{self.title}” {self.outlet}, {self.published}. {self.url}"


@dataclass(frozen=True, slots=True)
class Question:
    """One question put to both documents."""

    id: str
    question: str
    a: str
    a_paragraphs: tuple[str, ...]
    b: str
    b_paragraphs: tuple[str, ...]
    relation: str
    note: str


@dataclass(frozen=True, slots=True)
class Library:
    """All that ``seeds/`` holds."""

    documents: Mapping[str, Document]
    comparison: tuple[Question, ...]
    references: Mapping[str, Reference]
    vocabulary: Mapping[str, Mapping[str, Term]]


def library() -> Library:
    """Read everything in ``seeds/`` once.

    Raises
    ------
    CourseError
        Naming file and line, if a record is missing or wrong.
    """
    return read(seeds_folder())


@cache
def read(folder: Path) -> Library:
    """Read and check the records in `folder`."""
    raw = {
        name: read_toml(folder / f"{name}.toml", folder / "schema" / f"{schema}.json")
        for name, schema in (
            ("vocabulary", "vocabulary"),
            ("references", "references"),
            *((name, "document") for name in FILES.values()),
            ("comparison", "comparison"),
        )
    }
    for name, where, message in faults(raw):
        path = folder / f"{name}.toml"
        line = line_of(read_text(path), where)
        raise CourseError(f"{path.name}, line {line}: {message}.")
    return Library(
        {key: _document(raw[name]) for key, name in FILES.items()},
        tuple(_make(Question, q) for q in raw["comparison"]["question"]),
        {r["id"]: _make(Reference, r) for r in raw["references"]["reference"]},
        {kind: {t["id"]: Term(**t) for t in terms} for kind, terms in raw["vocabulary"].items()},
    )


def _document(raw: dict[str, Any]) -> Document:
    record = dict(raw["record"])
    return Document(
        id=raw["id"],
        reviewed=_make(Reviewed, record.pop("reviewed")),
        **record,
        paragraphs=tuple(_make(Paragraph, p) for p in raw["paragraph"]),
        claims=tuple(_make(Claim, c) for c in raw["claim"]),
        gaps=tuple(_make(Gap, g) for g in raw["gap"]),
        tensions=tuple(_make(Tension, t) for t in raw["tension"]),
        lines=tuple(_make(Line, n) for n in raw["line"]),
    )


def _make(kind: type[T], raw: Mapping[str, Any]) -> T:
    """Build a record; its lists become tuples, so that nobody can change it."""
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in raw.items()})
