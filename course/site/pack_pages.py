"""The lessons on a case pack as pages: a page about the pack, and one for each lesson."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

from course import notebooks, pack_lessons
from course.errors import CourseError
from course.files import CLONE
from course.packs import folder
from course.packs.pack import Pack
from course.site import links, staging

ROOT = "../../"
"""The way from these pages to the top of the site."""
FOLDER = CLONE / "packs"
NAME = re.compile(r"^# (?P<name>.+?) · ", re.MULTILINE)
HOME = "](../../notebooks/"
"""How a lesson on a pack in the repository links to the course's own; pages lie elsewhere."""


def shipped() -> tuple[Path, ...]:
    """Give the packs' folders that hold lessons."""
    there = sorted(path.parent for path in FOLDER.glob("*/pack.toml"))
    return tuple(path for path in there if pack_lessons.lessons_of(path))


def pages(words: Mapping[str, str]) -> dict[str, str]:
    """Write every page on packs, by its path, and the part of the contents that names them."""
    made: dict[str, str] = {}
    named = []
    for path in shipped():
        pack, place = folder.read(path), f"packs/{path.name}"
        named.append(f"{pack.title} <{place}/index>")
        made[f"{place}/index.md"] = about(pack, path, words)
        for lesson in pack_lessons.lessons_of(path):
            read = notebooks.read(lesson)
            for cell in read.cells:
                cell.source = cell.source.replace(HOME, "](../../lessons/")
            staged = staging.page(f"{place}/{lesson.name}", read, words, root=ROOT, articles=False)
            text = json.dumps(staged, ensure_ascii=False, sort_keys=True)
            made[f"{place}/{lesson.name}"] = text
    tree = "\n".join(named)
    made["parts/packs.md"] = (
        f"```{{toctree}}\n:hidden:\n:caption: {words['other_case']}\n\n{tree}\n```\n"
    )
    return made


def about(pack: Pack, path: Path, words: Mapping[str, str]) -> str:
    """Write the page about a pack: its question, what is in it, and its lessons."""
    items, tree = [], []
    for number, lesson in enumerate(pack_lessons.lessons_of(path), start=1):
        first = notebooks.read(lesson).cells[0].source
        name, question, minutes = (
            found.search(first) for found in (NAME, staging.QUESTION, staging.MINUTES)
        )
        if not (name and question and minutes):
            raise CourseError(
                f"{path.name}/{lesson.name}: the first cell must hold a name, the question and "
                "the minutes; write the lessons anew with `course pack lessons`."
            )
        tree.append(f"{number} · {name['name']} · {minutes[1]}\u00a0min <{lesson.stem}>")
        items.append(
            f'<li><a href="{lesson.stem}.html">{number} · {html.escape(name["name"])}</a> '
            f'<span class="minutes">{words["minutes"].format(n=minutes[1])}</span>'
            f"<p>{html.escape(question[1].strip())}</p></li>"
        )
    said = {
        name: links.plain(getattr(pack, name)) for name in ("title", "question", "made", "licence")
    }
    return "\n\n".join(
        (
            f"# {words['pack_title'].format(**said)}",
            words["pack_intro"].format(**said),
            links.plain(pack.about),
            words["pack_how"],
            f'<ol class="lesson-list">\n{chr(10).join(items)}\n</ol>',
            words["pack_made"].format(**said),
            "```{toctree}\n:hidden:\n\n" + "\n".join(tree) + "\n```\n",
        )
    )
