"""The two documents: find, cite and compare what they say, and add your own copy of the text.

>>> cite("B15")
'Robinson 2021, ¶B15'
>>> paragraph("A16").layer
('own',)
"""

from __future__ import annotations

from collections.abc import Iterable

from course.alignment import normalise
from course.errors import CourseError, listed
from course.faults import TAGS
from course.own_copy import AddReport, add, remove, report, stored
from course.records import (
    Claim,
    Document,
    Gap,
    Library,
    Line,
    Paragraph,
    Question,
    Reference,
    Reviewed,
    Tension,
    Term,
    library,
)

__all__ = [
    "AddReport", "Claim", "Document", "Gap", "Library", "Line", "Paragraph", "Question",
    "Reference", "Reviewed", "Tension", "Term", "add", "check", "cite", "claim", "claims",
    "comparison", "document", "documents", "library", "paragraph", "paragraphs", "passage",
    "reference", "remove", "report", "search", "terms",
]  # fmt: skip


def documents() -> tuple[Document, ...]:
    """Give both documents, A before B."""
    return tuple(library().documents.values())


def document(id: str) -> Document:
    """Give one document.

    Raises
    ------
    CourseError
        If there is none with this letter.

    >>> document("B").published
    '2021-09-28'
    """
    found = library().documents.get(id.strip().upper())
    if not found:
        raise CourseError(f"There is no document {id}; the documents are A and B.")
    return found


def paragraph(id: str) -> Paragraph:
    """Give one paragraph by its id, for example B15.

    Raises
    ------
    CourseError
        If there is none with this id; says which there are.
    """
    wanted = id.strip().upper()
    for one in paragraphs():
        if one.id == wanted:
            return one
    spans = [f"{d.paragraphs[0].id} to {d.paragraphs[-1].id}" for d in documents()]
    raise CourseError(f"There is no paragraph {id}; the paragraphs are {listed(spans)}.")


def cite(id: str) -> str:
    """Give the short reference for a paragraph.

    >>> cite("a5")
    'Mott 2024, ¶A5'
    """
    one = paragraph(id)
    return f"{document(one.document).short}, ¶{one.id}"


def paragraphs(
    *,
    document: str | None = None,
    theory: str | None = None,
    factor: str | None = None,
    case: str | None = None,
    layer: str | None = None,
) -> tuple[Paragraph, ...]:
    """Find the paragraphs that carry all the tags asked for, in order.

    Parameters
    ----------
    document
        A or B; both if not given.
    theory, factor, case, layer
        A tag each; `terms` lists them.

    Raises
    ------
    CourseError
        If there is no such document or tag; says which there are.

    >>> [p.id for p in paragraphs(theory="preventive war")]
    ['B15']
    """
    wanted = {
        kind: _term(kind, tag)
        for kind, tag in zip(TAGS, (theory, factor, case, layer), strict=True)
        if tag is not None
    }
    return tuple(
        one
        for held in _chosen(document)
        for one in held.paragraphs
        if all(tag in getattr(one, kind) for kind, tag in wanted.items())
    )


def claims(
    *, type: str | None = None, document: str | None = None, paragraph: str | None = None
) -> tuple[Claim, ...]:
    """Find claims by type, document and paragraph, in order.

    Raises
    ------
    CourseError
        If there is no such type, document or paragraph; says which there are.

    >>> [c.id for c in claims(type="normative")]
    ['A-c22', 'B-c24']
    """
    kind = None if type is None else _term("type", type)
    place = None if paragraph is None else _paragraph_id(paragraph)
    return tuple(
        one
        for held in _chosen(document)
        for one in held.claims
        if kind in (None, one.type) and (place is None or place in one.paragraphs)
    )


def claim(id: str) -> Claim:
    """Give one claim by its id, for example A-c5.

    Raises
    ------
    CourseError
        If there is none with this id.
    """
    wanted = id.strip().casefold()
    for one in claims():
        if one.id.casefold() == wanted:
            return one
    spans = [f"{d.claims[0].id} to {d.claims[-1].id}" for d in documents()]
    raise CourseError(f"There is no claim {id}; the claims are {listed(spans)}.")


def search(words: str) -> tuple[Paragraph, ...]:
    """Find the paragraphs with these words in a tag or in our paraphrase.

    Raises
    ------
    CourseError
        If nothing is found; says which tags there are.

    >>> "A5" in [p.id for p in search("NATO")]
    True
    """
    wanted = f" {normalise(words)} "
    found = tuple(
        one
        for one in paragraphs()
        if wanted.strip() and any(wanted in f" {normalise(text)} " for text in _texts(one))
    )
    if not found:
        tags = listed(t.id for kind in TAGS for t in terms(kind))
        raise CourseError(f"Nothing is tagged or paraphrased with “{words}”; the tags are {tags}.")
    return found


def comparison() -> tuple[Question, ...]:
    """Give the questions put to both documents, with what each says."""
    return library().comparison


def terms(kind: str) -> tuple[Term, ...]:
    """List a vocabulary: theory, factor, case, layer, type, line_kind or relation.

    >>> [t.id for t in terms("layer")]
    ['quoted', 'reported', 'own']
    """
    vocabulary = library().vocabulary
    if kind not in vocabulary:
        raise CourseError(f"There is no vocabulary {kind}; there are {listed(vocabulary)}.")
    return tuple(vocabulary[kind].values())


def reference(id: str) -> str:
    """Spell out a claim's source: a paragraph of the documents, or a work.

    >>> reference("B15")
    'Robinson 2021, ¶B15'
    """
    held = library().references.get(id)
    if held is None:
        return cite(id)
    return held.text if held.confirmed else f"{held.text} [not confirmed]"


def passage(id: str) -> str | None:
    """Give a paragraph's original wording from the reader's own copy; None without a copy.

    Raises
    ------
    CourseError
        If there is no such paragraph, or the copy is damaged.
    """
    one = paragraph(id)
    return stored(one.document).get(one.id)


def check() -> list[str]:
    """Check the records and own copies; give the sentences to print.

    Raises
    ------
    CourseError
        Naming file and line of the first fault.
    """
    lines = [
        f"{d.short}: {len(d.paragraphs)} paragraphs, {len(d.claims)} claims, "
        f"{len(d.tensions)} tensions, {len(d.gaps)} gaps and faults noted."
        for d in documents()
    ]
    return [*lines, *report()]


def _chosen(id: str | None) -> tuple[Document, ...]:
    return documents() if id is None else (document(id),)


def _paragraph_id(id: str) -> str:
    return paragraph(id).id


def _texts(one: Paragraph) -> Iterable[str]:
    return (*one.theory, *one.factor, *one.case, *one.layer, one.paraphrase)


def _term(kind: str, tag: str) -> str:
    """Give the tag as the vocabulary writes it, whatever the case it was typed in."""
    known = {normalise(t.id): t.id for t in terms(kind)}
    found = known.get(normalise(tag))
    if found is None:
        raise CourseError(f"There is no {kind} “{tag}”; there are {listed(known.values())}.")
    return found
