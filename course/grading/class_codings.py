"""What students and two coders sorted, in lessons 1, 5 and 7, with the coders' own categories."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from course import casebook, crises, extracts, seeds, tables
from course.grading.asked import Coded, coding, texts
from course.widgets import factor_weigher, sorter
from course.widgets.bridge import messages


def claims() -> tuple[Coded, ...]:
    """Give the claims of lesson 1, by type."""
    found = [seeds.claim(id) for id in sorter.chosen()]
    items = tuple((claim.id, claim.text) for claim in found)
    categories = tuple((term.id, term.id) for term in seeds.terms("type"))
    first = {claim.id: claim.type for claim in found}
    second = {claim.id: claim.second_type for claim in found}
    read = coding(items, categories, lambda value, id: value["claims"][id]["type"])
    return (
        Coded(texts("asked")["coded_claims"], "L1.claim-sorter.sort", read, items, categories,
              (first, second)),
    )  # fmt: skip


def domains() -> tuple[Coded, ...]:
    """Give the statements of lesson 5, by domain."""
    found, words = extracts.extracts(), messages("domain_coder")
    items = tuple((one.id, f"{one.id}: {one.text}") for one in found)
    categories = tuple((domain, words[f"name_{domain}"]) for domain in extracts.DOMAINS)
    coders: list[Mapping[str, str]] = [{one.id: one.first.domain for one in found}]
    second = {one.id: one.second.domain for one in found if one.second}
    if len(second) == len(found):
        coders.append(second)
    read = coding(items, categories, lambda value, id: value["codes"][id])
    return (
        Coded(texts("asked")["coded_domain"], "L5.domain-coder.codes", read, items, categories,
              tuple(coders)),
    )  # fmt: skip


def cards() -> tuple[Coded, ...]:
    """Give the blind codes of lesson 7, card by card and factor by factor."""
    words, order = messages("factor_weigher"), crises.factors()
    names = {row.id: row.name for row in tables.factors()}
    both = {f"{n}.{factor}": (id, factor) for n, id in enumerate(factor_weigher.CARDS, start=1)
             for factor in factor_weigher.BLIND}  # fmt: skip
    items = tuple(
        (item, f"{casebook.label(crises.crisis(id))}: {factor}, {names[factor]}")
        for item, (id, factor) in both.items()
    )
    categories = tuple((_code(x), words[f"code_{'half' if x == 0.5 else x}"]) for x in (0, 0.5, 1))
    coders = tuple(
        {item: _code(casebook.values(id, coder)[order.index(factor)])
         for item, (id, factor) in both.items()}
        for coder in crises.coders()
    )  # fmt: skip

    def find(value: Any, item: str) -> str | None:
        card, factor = item.split(".")
        found = value["codes"][card][factor]
        plain = isinstance(found, int | float) and not isinstance(found, bool)
        return _code(found) if plain and found in factor_weigher.CODES else None

    read = coding(items, categories, find)
    title = texts("asked")["coded_cards"]
    return (Coded(title, "L7.factor-weigher.cards", read, items, categories, coders),)


def _code(x: float) -> str:
    return f"{x:g}"
