"""A rubric on the page, the same for the learner before writing and for whoever marks."""

from __future__ import annotations

import html

from course.homework.items import LEVELS, Essay, Row
from course.lesson import Panel, table

SIDE_BY_SIDE = (
    "list-style: none; padding: 0; margin: 0.2em 0 1em; display: grid; gap: 0.4em 1em; "
    "grid-template-columns: repeat(auto-fit, minmax(9em, 1fr))"
)
"""Levels beside each other where there is room, and below each other on a phone."""


def panel(essay: Essay) -> Panel:
    """Show the rows of a rubric, from the lowest level up, with what each level earns."""
    caption = f"“{essay.title}”: {essay.points:g} points. Which side you take earns nothing."
    asks = [(section.heading, section.asks) for section in essay.sections]
    parts = table(("Heading", "What to write under it"), asks, "The parts of the essay")
    markup = [parts.markup, f"<p><strong>{html.escape(caption)}</strong></p>"]
    lines = [parts.text, caption]
    for row, points in essay.rows:
        levels = _levels(row, points)
        listed = "".join(
            f"<li><em>{html.escape(head)}</em><br>{html.escape(words)}</li>"
            for head, words in levels
        )
        name = html.escape(row.name)
        markup.append(f'<p style="margin: 0.8em 0 0"><strong>{name}</strong></p>')
        markup.append(f'<ul style="{SIDE_BY_SIDE}">{listed}</ul>')
        lines += [row.name, *(f"  {head}: {words}" for head, words in levels)]
    return Panel("\n".join(markup), "\n".join(lines))


def _levels(row: Row, points: float) -> list[tuple[str, str]]:
    """Name each level with what it earns, and what it is."""
    found = []
    for level in range(LEVELS + 1):
        worth = earned(points, level)
        head = f"Level {level}, {worth:g} {'point' if worth == 1 else 'points'}"
        found.append((head, row.levels[level]))
    return found


def earned(points: float, level: int) -> float:
    """What a level of a row earns, in proportion.

    >>> [earned(3, level) for level in range(5)]
    [0.0, 0.75, 1.5, 2.25, 3.0]
    """
    return points * level / LEVELS
