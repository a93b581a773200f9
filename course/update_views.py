"""Bayes' rule as a table to read, and what two opposed raters make of the same cards."""

from __future__ import annotations

import math
from collections.abc import Mapping

from course import accounts, evidence, tables
from course.errors import CourseError
from course.journal import Journal
from course.lesson import Panel, table

# How a rating from 1 to 5 becomes a chance: a convention, which the learner may change.
CHANCES = tuple(evidence.PUBLISHED.values())


def update_table(before: Mapping[str, float], *cards: Mapping[str, float]) -> Panel:
    """Work Bayes' rule out, step by step: before, times each chance, shared out anew.

    Parameters
    ----------
    before
        How likely each explanation was before, from 0 to 1; the numbers add up to 1.
    cards
        For each card: how likely one sees it, if the explanation is true.

    Raises
    ------
    CourseError
        If the numbers before do not add up to 1, a card leaves an explanation out, or a number is
        no chance.

    Examples
    --------
    >>> shown = update_table({"rain": 0.5, "hose": 0.5}, {"rain": 0.9, "hose": 0.3})
    >>> shown.text.splitlines()[0]
    'Before: rain 50 %, hose 50 %. Afterwards: rain 75 %, hose 25 %.'
    """
    if not math.isclose(math.fsum(before.values()), 1, abs_tol=1e-9):
        raise CourseError("The numbers before the evidence must add up to 1; change one of them.")
    if not cards or any(set(card) != set(before) for card in cards):
        raise CourseError(f"Give each card a chance for each of {', '.join(before)}.")
    if not all(0 <= x <= 1 for numbers in (before, *cards) for x in numbers.values()):
        raise CourseError("A chance is a number from 0 to 1; change the one that is not.")
    products = {name: p * math.prod(c[name] for c in cards) for name, p in before.items()}
    total = math.fsum(products.values())
    if not total > 0:
        raise CourseError("No explanation allows for these cards; give at least one a chance.")
    after = {name: p / total for name, p in products.items()}
    chances = [f"Chance {n}" if len(cards) > 1 else "Chance" for n in range(1, len(cards) + 1)]
    rows = [
        (name, p, *(card[name] for card in cards), round(products[name], 4), round(after[name], 3))
        for name, p in before.items()
    ]
    said = f"Before: {_shares(before)}. Afterwards: {_shares(after)}."
    head = ("Explanation", "Before", *chances, "Product", "After")
    shown = table(head, rows, f"Before × chance, then shared out (sum {total:.4g})")
    return Panel(f"{shown.markup}<p>{said}</p>", f"{said}\n{shown.text}")


def _shares(shares: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {100 * share:.0f} %" for name, share in shares.items())


def raters_table(after: str = "") -> Panel:
    """Show how far two opposed raters agree, and where each of them ends.

    With `after`, the table stays closed until the journal holds an entry under that key.
    """
    if after and Journal().latest(after) is None:
        text = "This table opens when you have saved your prediction; then run this cell again."
        return Panel(f"<p>{text}</p>", text)
    rated = {(r.evidence, r.hypothesis, r.rater): r.rating for r in tables.ratings()}
    cards = [card.id for card in tables.evidence()]
    ends = {rater: _ends(rated, cards, rater) for rater in ("R", "C")}
    rows, same = [], 0
    for one in accounts.accounts():
        pairs = [tuple(rated[card, one.letter, rater] for rater in "RC") for card in cards]
        alike = sum(r == c for r, c in pairs)
        same += alike
        percents = (_percent(ends[rater][one.letter]) for rater in "RC")
        rows.append((f"{one.letter} · {one.name}", alike, *percents))
    asked = len(cards) * len(rows)
    first = {rater: max(shares, key=lambda x: shares[x]) for rater, shares in ends.items()}
    said = (
        f"The two raters give the same number in {same} of {asked} ratings "
        f"({100 * same / asked:.0f} %). From equal odds before, the friend of realism (R) ends "
        f"with {first['R']} at {100 * ends['R'][first['R']]:.0f} %, the critic (C) with "
        f"{first['C']} at {100 * ends['C'][first['C']]:.0f} %, all cards counted as independent."
    )
    head = ("Account", f"Same rating, of {len(cards)} cards", "R ends at", "C ends at")
    shown = table(head, rows, "Two opposed raters, the same cards")
    note = (
        "Both ratings were made for this course with language models, which were asked to read as "
        "a friend of realism and as its critic. That they end apart is by construction; how much "
        "they agree on the way is not."
    )
    return Panel(f"{shown.markup}<p>{said}</p><p><small>{note}</small></p>", f"{said}\n{note}")


def _percent(share: float) -> str:
    """Write a share as whole percent, and never as nothing.

    >>> _percent(0.965), _percent(0.0003)
    ('96 %', 'less than 1 %')
    """
    return "less than 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"


def _ends(
    rated: Mapping[tuple[str, str, str], int], cards: list[str], rater: str
) -> dict[str, float]:
    letters = [one.letter for one in accounts.accounts()]
    products = {h: math.prod(CHANCES[rated[card, h, rater] - 1] for card in cards) for h in letters}
    total = math.fsum(products.values())
    return {h: product / total for h, product in products.items()}
