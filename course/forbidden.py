"""The two documents held to what they ruled out, and forecasts that were published beforehand.

A text that mentions Ukraine has not predicted a war there. What a text predicts is what it rules
out: only then can it be wrong, and only then does being right say something (Popper 1959, *The
Logic of Scientific Discovery*, from memory). So each row asks what a document led one to expect,
what that forbade, and what happened in 2022 to 2024, for it and against it.

What was expected follows the paragraphs named in the row; what it forbade, and the reading of
events, is our own judgement, which the panel says. The texts are in ``messages/forbade.toml``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from course import crises, forecasts, holdout, seeds
from course.errors import CourseError
from course.files import PACKAGE, read_toml
from course.lesson import Panel, table
from course.packs import folder
from course.packs.pack import Pack
from course.widgets.bridge import messages
from course.widgets.holdout import held_of

PATH = PACKAGE / "messages" / "forbade.toml"
_ADDRESS = re.compile(r"https?://\S+")


@cache
def judged() -> dict[str, Any]:
    """Read the judgements, by document, and the published forecasts."""
    return read_toml(PATH, PATH.with_name("forbade.schema.json"))


def forbade(*letters: str) -> Panel:
    """Show what each document led one to expect, what that forbade, and what happened.

    Raises
    ------
    CourseError
        If there is no such document.
    """
    parts = []
    for letter in letters or ("A", "B"):
        found = next((d for d in judged()["document"] if d["letter"] == letter), None)
        if found is None:
            raise CourseError(f"There is no document {letter!r}; there are A and B.")
        parts.append(_document(found))
    return Panel("\n".join(p.markup for p in parts), "\n".join(p.text for p in parts))


def _document(found: dict[str, Any]) -> Panel:
    letter, when = found["letter"], found["when"]
    blocks = [
        (
            f"It led one to expect: {x['expected']} ({', '.join(x['paragraphs'])})",
            [
                ("That forbade (our judgement)", x["forbade"]),
                ("What happened, for it", x["for"]),
                ("What happened, against it", x["against"]),
            ],
        )
        for x in found["item"]
    ]
    one = _blocks(blocks, f"Document {letter}: {seeds.document(letter).title}")
    defence = (
        f"The best defence its author could offer (our words, not the author's): {found['defence']}"
    )
    return Panel(
        f"<p>{html.escape(when)}</p>{one.markup}<p>{html.escape(defence)}</p>"
        + _sources([source for x in found["item"] for source in x["sources"]]),
        "\n".join([when, one.text, defence]),
    )


def forecasts_compared() -> Panel:
    """Show forecasts that were published before February 2022, one below the other."""
    blocks = [
        (
            f"{x['who']}, {x['when']}",
            [
                ("By which rule", x["rule"]),
                ("What they said", x["said"]),
                ("What happened", x["happened"]),
                ("What to learn (ours)", x["lesson"]),
            ],
        )
        for x in judged()["forecast"]
    ]
    one = _blocks(blocks, "Three forecasts that were published before February 2022")
    sources = _sources([source for x in judged()["forecast"] for source in x["sources"]])
    return Panel(one.markup + sources, one.text)


def _blocks(blocks: Sequence[tuple[str, Sequence[tuple[str, str]]]], caption: str) -> Panel:
    """Set blocks of named texts below each other: two columns, so that a phone can show them."""
    left = 'style="text-align:left"'
    rows, lines = [], [caption]
    for title, parts in blocks:
        rows.append(f'<tr><th colspan="2" scope="colgroup" {left}>{html.escape(title)}</th></tr>')
        lines.append(title)
        for name, text in parts:
            rows.append(
                f'<tr><th scope="row" {left}><small>{html.escape(name)}</small></th>'
                f"<td {left}>{html.escape(text)}</td></tr>"
            )
            lines.append(f"  {name}: {text}")
    head = f"<table><caption>{html.escape(caption)}</caption>"
    return Panel(f"{head}<tbody>{''.join(rows)}</tbody></table>", "\n".join(lines))


def _sources(sources: Sequence[str]) -> str:
    items = "".join(f"<li>{_linked(source)}</li>" for source in dict.fromkeys(sources))
    return f"<details><summary>Sources</summary><ul>{items}</ul></details>"


def _linked(text: str) -> str:
    """Escape a text and turn its addresses into links: the site's name, and which state's it is."""
    parts, last = [], 0
    for found in _ADDRESS.finditer(text):
        parts.append(html.escape(text[last : found.start()]))
        site = found[0].split("/")[2].removeprefix("www.")
        parts.append(f'<a href="{html.escape(found[0])}">{html.escape(site)}</a>')
        if mark := crises.outlet(found[0]):
            parts.append(f" [{html.escape(messages('holdout')[f'outlet_{mark}'])}]")
        last = found.end()
    return "".join([*parts, html.escape(text[last:])])


def penalties(*percents: float, pack: Pack | str | None = None) -> Panel:
    """Show what a forecast costs if force follows, and if it does not; the base rate last.

    The base rate is that of the course's own crises, or of a pack's.

    Raises
    ------
    CourseError
        If something is no chance from 0 to 100, or none is given.
    """
    if not percents or not all(map(holdout.is_chance, percents)):
        raise CourseError("Give forecasts from 0 to 100, for example penalties(0, 50, 90).")
    held = held_of(folder.chosen(pack))
    rate = holdout.base_rate(of=held)
    chances = [*((f"{percent:g} %", percent / 100) for percent in percents)]
    chances.append((f"{100 * rate:.0f} % (the base rate)", rate))
    rows = [
        (said, f"{forecasts.penalty(x, True):.2f}", f"{forecasts.penalty(x, False):.2f}")
        for said, x in chances
    ]
    yes = sum(map(holdout.outcome, held.training))
    years = [crisis.year for crisis in held.training]
    caption = (
        f"What a forecast costs (0 is best, 1 worst); the base rate: force in {yes} of "
        f"{len(held.training)} crises, {min(years)} to {max(years)}"
    )
    return table(("You say", "If force follows", "If it does not"), rows, caption)
