"""What stands beside an essay for whoever marks it: the rubric, examples, what to look at."""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course.files import CLONE, read_toml
from course.homework.items import LEVELS, Assignment, Essay
from course.homework.rubrics import earned
from course.homework.writing import Report

FOLDER = CLONE / "assignments" / "exemplars"


@dataclass(frozen=True, slots=True)
class Exemplar:
    """An essay of our own making, at one level, with the level each row of the rubric earns."""

    level: str
    thesis: str
    text: str
    levels: dict[str, int]
    why: str

    def points(self, essay: Essay) -> float:
        """What it earns."""
        return sum(earned(points, self.levels[row.id]) for row, points in essay.rows)


@cache
def exemplars(assignment: str, folder: Path = FOLDER) -> tuple[Exemplar, ...]:
    """Read the examples for an essay: three levels, each for another thesis.

    Raises
    ------
    CourseError
        If the file is missing or not well formed.
    """
    data = read_toml(folder / f"{assignment}.toml", folder / "exemplar.schema.json")
    return tuple(Exemplar(**example) for example in data["exemplar"])


def text(asked: Assignment, report: Report, notes: list[str]) -> str:
    """Write the marking guide of one submission, as Markdown."""
    essay = asked.essay
    parts = ["**For whoever marks; students do not see this cell.**", report.sentence]
    if notes:
        # A note may quote what a student wrote, and the formgrader shows it in a browser.
        listed = (f"- {html.escape(' '.join(note.split()))}" for note in notes)
        parts.append("Please look at:\n\n" + "\n".join(listed))
    head = "| Row | " + " | ".join(f"Level {level}" for level in range(LEVELS + 1)) + " |"
    rows = [head, "|---" * (LEVELS + 2) + "|"]
    for row, points in essay.rows:
        cells = (f"{earned(points, n):g}: {words}" for n, words in enumerate(row.levels))
        rows.append(f"| {row.name} | " + " | ".join(cells) + " |")
    parts.append("\n".join(rows))
    parts.append(
        f"Up to {essay.points:g} points. The side taken earns nothing and costs nothing. "
        "Three examples, written for this course:"
    )
    parts += [_example(example, essay) for example in exemplars(asked.id)]
    return "\n\n".join(parts)


def _example(example: Exemplar, essay: Essay) -> str:
    levels = ", ".join(f"{row.name.lower()} {example.levels[row.id]}" for row, _ in essay.rows)
    return (
        f"<details><summary>{example.level.capitalize()}: {example.thesis} "
        f"({example.points(essay):g} points)</summary>\n\n{example.text.strip()}\n\n"
        f"*Levels:* {levels}. *Why:* {example.why}\n\n</details>"
    )
