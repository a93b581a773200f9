"""A rubric on the page, the same for the learner before writing and for whoever marks."""

from __future__ import annotations

from course.homework.items import LEVELS, Essay
from course.lesson import Panel, table


def panel(essay: Essay) -> Panel:
    """Show the rows of a rubric, from the lowest level up, with what each level earns."""
    head = ("Row", *(f"Level {level}" for level in range(LEVELS + 1)))
    rows = [
        (
            row.name,
            *(
                f"{earned(points, level):g} {'point' if earned(points, level) == 1 else 'points'}: "
                f"{row.levels[level]}"
                for level in range(LEVELS + 1)
            ),
        )
        for row, points in essay.rows
    ]
    caption = f"{essay.title}: {essay.points:g} points. Which side you take earns nothing."
    marked = table(head, rows, caption)
    asks = [(section.heading, section.asks) for section in essay.sections]
    parts = table(("Heading", "What to write under it"), asks, "The parts of the essay")
    return Panel(f"{parts.markup}\n{marked.markup}", f"{parts.text}\n{marked.text}")


def earned(points: float, level: int) -> float:
    """What a level of a row earns, in proportion.

    >>> [earned(3, level) for level in range(5)]
    [0.0, 0.75, 1.5, 2.25, 3.0]
    """
    return points * level / LEVELS
