"""What no schema can check in the records of the documents: order, and names that are declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from course.errors import listed

FILES = {"A": "mott2024", "B": "robinson2021"}
"""Each document's file in ``seeds/``, without ``.toml``."""
TAGS = ("theory", "factor", "case", "layer")
"""The vocabularies that tag a paragraph."""

Place = list[str | int]
Fault = tuple[str, Place, str]
"""File, place in it, what is wrong."""
Raw = Mapping[str, Any]


def faults(raw: Mapping[str, Raw]) -> Iterator[Fault]:
    """Find what is wrong across the files, given by name as parsed from TOML."""
    terms = {kind: {t["id"] for t in held} for kind, held in raw["vocabulary"].items()}
    paragraphs = {p["id"] for name in FILES.values() for p in raw[name]["paragraph"]}
    sources = paragraphs | {r["id"] for r in raw["references"]["reference"]}
    for name in ("vocabulary", "references", "comparison"):
        for kind, records in raw[name].items():
            yield from _repeated(name, kind, records)
    for key, name in FILES.items():
        yield from _out_of_order(key, name, raw[name])
        own = {p["id"] for p in raw[name]["paragraph"]}
        for kind, field, known, what in (
            *(("paragraph", tag, terms[tag], tag) for tag in TAGS),
            ("claim", "paragraph", own, "paragraph"),
            ("claim", "also", own, "paragraph"),
            ("claim", "type", terms["type"], "type"),
            ("claim", "second_type", terms["type"], "type"),
            ("claim", "layer", terms["layer"], "layer"),
            ("claim", "sources", sources, "source"),
            ("gap", "paragraph", own, "paragraph"),
            ("gap", "sources", sources, "source"),
            ("tension", "paragraphs", own, "paragraph"),
            ("line", "kind", terms["line_kind"], "line kind"),
        ):
            yield from _unknown(name, raw[name], kind, field, known, what)
    for field, known, what in (
        ("a_paragraphs", paragraphs, "paragraph"),
        ("b_paragraphs", paragraphs, "paragraph"),
        ("relation", terms["relation"], "relation"),
    ):
        yield from _unknown("comparison", raw["comparison"], "question", field, known, what)


def _repeated(name: str, kind: str, records: Sequence[Raw]) -> Iterator[Fault]:
    seen: set[str] = set()
    for i, one in enumerate(records):
        if one["id"] in seen:
            yield name, [kind, i, "id"], f"the {kind} {one['id']} is there twice"
        seen.add(one["id"])


def _out_of_order(key: str, name: str, raw: Raw) -> Iterator[Fault]:
    if raw["id"] != key:
        yield name, ["id"], f"this file holds document {key}, not {raw['id']}"
    for kind, middle in (("paragraph", ""), ("claim", "-c"), ("tension", "-t")):
        for i, one in enumerate(raw[kind]):
            wanted = f"{key}{middle}{i + 1}"
            if one["id"] != wanted:
                message = f"{wanted} is expected here, not {one['id']}; ids are in order, each once"
                yield name, [kind, i, "id"], message


def _unknown(
    name: str, raw: Raw, kind: str, field: str, known: Iterable[str], what: str
) -> Iterator[Fault]:
    there = sorted(known)
    for i, one in enumerate(raw[kind]):
        value = one.get(field, [])
        for used in [value] if isinstance(value, str) else value:
            if used not in there:
                some = f"; there are {listed(there)}" if len(there) < 50 else ""
                yield name, [kind, i, field], f"there is no {what} “{used}”{some}"
