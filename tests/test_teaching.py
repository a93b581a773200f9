"""The teacher's guide: its links, ids, minutes and arithmetic against the lessons themselves."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from course import notebooks

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "teaching"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}
PLANS = {int(name[7]): text for name, text in PAGES.items() if name.startswith("lesson_")}


def sections() -> dict[int, dict[str, int]]:
    """The headings of every lesson with their minutes."""
    found: dict[int, dict[str, int]] = {}
    for path in notebooks.notebooks():
        text = "\n".join(c.source for c in notebooks.read(path).cells if c.cell_type == "markdown")
        parts = re.findall(r"^## (.*) · (\d+) min$", text, re.MULTILINE)
        found[int(path.name[:2])] = {name: int(minutes) for name, minutes in parts}
    return found


LESSONS = sections()


def rows(text: str) -> list[list[str]]:
    """The rows of all tables in a text, without heads and rulers."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    heads = {i for i, line in enumerate(lines) if re.fullmatch(r"[|\s:-]+", line)}
    keep = [line for i, line in enumerate(lines) if i not in heads and i + 1 not in heads]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in keep]


def part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its level or above."""
    level = heading.split(" ")[0]
    found = re.search(
        rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.M | re.S
    )
    assert found is not None, heading
    return found.group(1)


def sessions(start: str) -> dict[str, list[list[str]]]:
    text = PAGES["syllabi.md"]
    heads = re.findall(rf"^### ({start}.*)$", text, re.MULTILINE)
    return {head: rows(part(text, f"### {head}")) for head in heads}


def named(what: str) -> tuple[int, list[str]] | None:
    found = re.fullmatch(r"Lesson (\d): (.*)", what)
    if found is None:
        return None
    lesson = int(found.group(1))
    names = list(LESSONS[lesson]) if found.group(2) == "all" else found.group(2).split("; ")
    return lesson, names


def test_the_sessions_of_each_syllabus_fit_and_hold_every_section_once() -> None:
    for start, number, least, most in (("8 × 60", 8, 60, 60), ("4 × 90", 4, 90, 90)):
        found = sessions(start)
        assert len(found) == number
        for head, table in found.items():
            in_class = sum(int(minutes) for when, _, minutes in table if when == "class")
            assert least <= in_class <= most, (head, in_class)
            assert {when for when, _, _ in table} <= {"before", "class", "after", "cut"}
    alone = sessions("Alone")
    assert max(int(minutes) for table in alone.values() for *_, minutes in table) == 78
    for start in ("8 × 60", "4 × 90", "Alone"):
        seen: Counter[tuple[int, str]] = Counter()
        for head, table in sessions(start).items():
            for _, what, minutes in table:
                lesson = named(what)
                if lesson is not None:
                    number, names = lesson
                    assert set(names) <= set(LESSONS[number]), (head, what)
                    assert sum(LESSONS[number][n] for n in names) == int(minutes), (head, what)
                    seen.update((number, name) for name in names)
        assert seen == Counter((n, name) for n, parts in LESSONS.items() for name in parts), start
