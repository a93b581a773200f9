"""P1, reading for claims: which claims each student finds, attributes and tests.

The claims are those of the ledger in ``seeds``. Chosen were those that a reader can find in our
paraphrase of their paragraph, and whose type two coders agree on (or, for one, either coding is
taken). What is found, what is attributed and what is tested never overlap, so that no question
answers another.

The observations to choose among are in ``messages/assignments/P1_observations.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from course import seeds
from course.files import read_toml
from course.homework.draws import Draw
from course.homework.items import FOLDER, Variant
from course.lesson import Panel, table

# fmt: off
TO_FIND = (
    "A-c2", "A-c3", "A-c5", "A-c6", "A-c9", "A-c11", "A-c12", "A-c13", "A-c14", "A-c15", "A-c16",
    "A-c17", "A-c19", "A-c20", "A-c22", "A-c24", "B-c4", "B-c11", "B-c14", "B-c15", "B-c21",
    "B-c22", "B-c23", "B-c24",
)
TO_ATTRIBUTE = (
    "A-c4", "A-c9", "A-c10", "A-c18", "A-c22", "B-c4", "B-c7", "B-c8", "B-c10", "B-c13", "B-c18",
    "B-c19", "B-c20", "B-c24",
)
# fmt: on
TYPES = {"factual": 3, "causal": 4, "predictive": 1, "normative": 1, "evaluative": 1}
"""How many claims of each type a student finds."""
LAYERS = {"quoted": 2, "reported": 2, "own": 2}
"""How many claims of each speaker a student attributes."""
TESTED = 2
LETTERS = ("A", "B", "C")


def variant(draw: Draw) -> Variant:
    """Draw ten claims to find, six to attribute, and two to test with three observations each."""
    find = [
        id
        for type, size in TYPES.items()
        for id in draw.sample(type, [c for c in TO_FIND if seeds.claim(c).type == type], size)
    ]
    # A paragraph that has to be found is not named beside another claim.
    places = {seeds.claim(id).paragraph for id in find}
    left = [id for id in TO_ATTRIBUTE if seeds.claim(id).paragraph not in places]
    attribute = [
        id
        for layer, size in LAYERS.items()
        for id in draw.sample(layer, [c for c in left if seeds.claim(c).layer == layer], size)
    ]
    found = draw.sample("order", find, len(find))
    attributed = draw.sample("layer order", attribute, len(attribute))
    tested = draw.sample("tested", tuple(observations()), TESTED)
    columns = {
        n: dict(zip(LETTERS, draw.sample(f"observations.{n}", observations()[id], 3), strict=True))
        for n, id in _numbered(tested).items()
    }
    return {
        "claims": {n: seeds.claim(id).text for n, id in _numbered(found).items()},
        "claims_are": _numbered(found),
        "attributed": {
            n: f"{seeds.claim(id).paragraph}: {seeds.claim(id).text}"
            for n, id in _numbered(attributed).items()
        },
        "attributed_are": _numbered(attributed),
        "tested": {n: seeds.claim(id).text for n, id in _numbered(tested).items()},
        "tested_are": _numbered(tested),
        "observations": columns,
    }


def _numbered(ids: Iterable[str]) -> dict[str, str]:
    return {str(n): id for n, id in enumerate(ids, start=1)}


@cache
def observations() -> dict[str, tuple[str, ...]]:
    """Read the three observations for each claim that can be tested, by claim."""
    path = FOLDER / "P1_observations.toml"
    data = read_toml(path, FOLDER / "P1_observations.schema.json")
    return {claim["id"]: tuple(claim["observations"]) for claim in data["claim"]}


def document_a(variant: Variant) -> Panel:
    """Show every paragraph of document A, in our words, without the claims."""
    return _paragraphs("A")


def document_b(variant: Variant) -> Panel:
    """Show every paragraph of document B, in our words, without the claims."""
    return _paragraphs("B")


def _paragraphs(letter: str) -> Panel:
    document = seeds.document(letter)
    rows = [(paragraph.id, paragraph.paraphrase) for paragraph in document.paragraphs]
    caption = f"Document {letter} in our words. The article: {document.reference}"
    return table(("Paragraph", "What it says"), rows, caption)


def to_choose(variant: Variant) -> Panel:
    """Show the claims to test, with the observations to choose among."""
    rows = [
        (f"{n} {letter}", claim if letter == LETTERS[0] else "", variant["observations"][n][letter])
        for n, claim in variant["tested"].items()
        for letter in LETTERS
    ]
    head = ("Entry", "Claim", "Observation")
    return table(head, rows, "Two causal claims, and what one could look for")


SHOWN = {"document_a": document_a, "document_b": document_b, "observations": to_choose}
