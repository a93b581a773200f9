"""What the crises say without weights, and what all weightings make of them: panels for a lesson.

All stay closed until the learner has kept weights of their own, so that nothing is given away.
"""

from __future__ import annotations

import html

from course import casebook, factors, robust, sets
from course.files import PACKAGE, read_toml
from course.journal import Journal
from course.lesson import Panel, table

WHAT_WE_SEE = PACKAGE / "messages" / "what_we_see.toml"
AFTER = "L7.factor-weigher.weights"


def _closed() -> Panel | None:
    if any(entry.key == AFTER for entry in Journal().entries()):
        return None
    text = "This opens when you have kept your weights above; then run this cell again."
    return Panel(f"<p>{text}</p>", text)


def presence_table() -> Panel:
    """Show for each factor how often it was there with force, and how often force came with it.

    A half counts as present in the first number of a pair and as absent in the second, where the
    two differ.
    """
    closed = _closed()
    if closed:
        return closed
    cases = casebook.cases()
    ways = [sets.relations(cases, half) for half in ("present", "absent")]
    rows = [
        (
            name,
            *(
                _either([getattr(way[name], part) for way in ways])
                for part in ("necessity", "sufficiency", "without")
            ),
        )
        for name in cases.factors
    ]
    head = (
        "Factor",
        "Present in what share of the crises with force",
        "Share with force where it was present",
        "Share with force where it was absent",
    )
    caption = (
        f"The {len(cases.names)} crises of 1992 to 2020 by factor, coder 1; two numbers where a "
        "half counts as present or as absent"
    )
    return table(head, rows, caption)


def _either(shares: list[float | None]) -> str:
    words = ["–" if share is None else f"{100 * share:.0f} %" for share in shares]
    return words[0] if len(set(words)) == 1 else " or ".join(words)


def weightings_table() -> Panel:
    """Show how many crises all weightings get right, by the rule that puts the factors together."""
    closed = _closed()
    if closed:
        return closed
    cases = casebook.cases()
    base = factors.baselines(cases)
    spreads = {
        rule: robust.region(cases, [1.0] * len(cases.factors), rule, in_order=False).spread
        for rule in factors.RULES
    }
    every = sorted({hits for spread in spreads.values() for hits in spread}, reverse=True)
    rows = [
        (
            f"{hits:g} of {cases.of:g}",
            *(f"{100 * spread.get(hits, 0):.0f} %" for spread in spreads.values()),
        )
        for hits in every
    ]
    caption = (
        f"Share of {robust.DRAWS:,} weightings by the number of crises they get right (each with "
        f"its best threshold). Always no gets {base.always_no:g}, the best single factor "
        f"{base.best_single:g}, equal weights {base.equal_weights:g}"
    )
    head = ("Crises right", "As a sum", "As a product", "By the weakest link")
    return table(head, rows, caption)


def what_we_see() -> Panel:
    """Say what the course itself sees in the two tables; judgement, and after the learner's own."""
    closed = _closed()
    if closed:
        return closed
    said = read_toml(WHAT_WE_SEE, WHAT_WE_SEE.with_suffix(".schema.json"))
    points = [(point["head"], point["text"]) for point in said["point"]]
    items = "".join(
        f"<li><strong>{html.escape(head)}</strong> {html.escape(text)}</li>"
        for head, text in points
    )
    title, end = said["title"], said["end"]
    return Panel(
        f"<p><strong>{html.escape(title)}</strong></p><ul>{items}</ul><p>{html.escape(end)}</p>",
        "\n".join([title, *(f"- {head} {text}" for head, text in points), end]),
    )
