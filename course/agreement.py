"""How far two people who sort the same things agree, and how far beyond chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from course.errors import CourseError


def agreement(first: Sequence[Hashable], second: Sequence[Hashable]) -> float:
    """Return the share of items that both put into the same category, from 0 to 1.

    >>> agreement(["causal", "factual", "causal"], ["causal", "causal", "causal"])
    0.6666666666666666

    Raises
    ------
    CourseError
        If there is nothing to compare, or one list is longer.
    """
    if not first or len(first) != len(second):
        raise CourseError(
            "Agreement needs two lists of the same items, at least one; "
            f"these have {len(first)} and {len(second)}."
        )
    return sum(a == b for a, b in zip(first, second, strict=True)) / len(first)


def kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Return Cohen's kappa: agreement beyond what two careless sorters would reach by chance.

    Chance is what two sorters would share who keep to their own frequencies of the categories but
    pay no attention to the items. 1 is full agreement, 0 no more than chance, below 0 less. It is
    None where both put everything into one same category: then chance alone agrees fully, and
    nothing can be said.

    Agreement is not truth: two coders can share a mistake.

    **Source**: Cohen 1960, "A coefficient of agreement for nominal scales", *Educational and
    Psychological Measurement* 20:37-46, equation 1: kappa = (p_o - p_c) / (1 - p_c).

    Two reviewers, 50 proposals: 20 times both say yes, 15 times both no.

    >>> first = ["yes"] * 25 + ["no"] * 25
    >>> second = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    >>> round(kappa(first, second), 3)
    0.4

    Raises
    ------
    CourseError
        If there is nothing to compare, or one list is longer.
    """
    observed = agreement(first, second)
    here, there = Counter(first), Counter(second)
    # In whole numbers, so that "full agreement by chance" is found exactly.
    pairs = len(first) ** 2
    by_chance = sum(here[category] * there[category] for category in here)
    if by_chance == pairs:
        return None
    chance = by_chance / pairs
    return (observed - chance) / (1 - chance)


def fleiss(items: Sequence[Sequence[Hashable]]) -> float | None:
    """Return Fleiss' kappa: agreement beyond chance among any number of sorters.

    `items` holds, for each thing that was sorted, the category that every sorter chose; the order
    of the sorters does not matter. Chance is here what sorters would share who all keep to the
    frequencies of the categories in the whole group. So for two sorters it is not Cohen's kappa,
    where each has frequencies of their own. It is None where everything is in one category.

    **Source**: Fleiss 1971, "Measuring nominal scale agreement among many raters", *Psychological
    Bulletin* 76:5, 378-382: the mean over the items of the share of pairs of sorters who agree,
    held against the sum of the squared frequencies.

    Three sorters, two things: all three say the same of the first, two of three of the second.

    >>> round(fleiss([["yes", "yes", "yes"], ["no", "no", "yes"]]), 3)
    0.25

    Raises
    ------
    CourseError
        If there is nothing to compare, fewer than two sorters, or not the same number for each.
    """
    sorters = {len(item) for item in items}
    if len(sorters) != 1 or min(sorters) < 2:
        raise CourseError(
            "Agreement among several needs at least one item, and for each item the categories of "
            "the same two sorters or more."
        )
    n = sorters.pop()
    counts = [Counter(item) for item in items]
    whole = Counter[Hashable]()
    for count in counts:
        whole.update(count)
    if len(whole) == 1:
        return None
    pairs = n * (n - 1)
    observed = sum(k * (k - 1) for count in counts for k in count.values()) / (pairs * len(items))
    chance = sum(k * k for k in whole.values()) / (n * len(items)) ** 2
    return (observed - chance) / (1 - chance)
