"""What a cell shows of the rival accounts and of the evidence: each case whole, each fact sourced.

The texts and tables are those of `course.accounts` and `course.tables`; nothing is added here, and
no account is shown before, larger or with fewer doubts than another.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from course import accounts, tables
from course.lesson import Panel, table

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def rivals() -> Panel:
    """Show the seven accounts with their claims, and what is also in the field."""
    seven = table(
        ("Letter", "Account", "What a holder of it would sign"),
        [(one.letter, one.name, one.claim) for one in accounts.accounts()],
        "Seven accounts of when Russia uses force",
    )
    rest = table(
        ("Account", "What it says", "What it expects", "Source"),
        [
            (other.name, other.claim, other.predicts, _cited(other.source))
            for other in accounts.others()
        ],
        "Seven is a selection: also in the field, and not weighed in this course",
    )
    return Panel(f"{seven.markup}\n{rest.markup}", f"{seven.text}\n\n{rest.text}")


def lawyer(letter: str) -> Panel:
    """Show one account's best case, what it alone expects, what hurts it, and its sources.

    >>> print(lawyer("S").text.splitlines()[0])
    S: Status and recognition

    Raises
    ------
    CourseError
        If there is no such account, naming those there are.
    """
    one = accounts.account(str(letter).strip().upper())
    parts = {
        "What it expects and the others do not": one.fingerprints,
        "What hurts it most": one.hurt_by,
        "What it rests on": tuple(_cited(source) for source in one.sources),
    }
    made = (
        "Put as a holder of the view would put it. The wording is ours, made with language models."
    )
    markup = "\n".join(
        (
            f"<p><strong>{html.escape(f'{one.letter}: {one.name}.')}</strong> "
            f"<em>{html.escape(one.claim)}</em></p>",
            f"<p>{html.escape(one.lawyer)}</p>",
            *(f"<p><strong>{head}</strong></p>{_list(items)}" for head, items in parts.items()),
            f"<p><small>{made}</small></p>",
        )
    )
    lines = [f"{one.letter}: {one.name}", one.claim, one.lawyer]
    for head, items in parts.items():
        lines += [head, *(f"- {item}" for item in items)]
    return Panel(markup, "\n".join([*lines, made]))


def evidence_table() -> Panel:
    """Show all evidence cards: the fact, its source, whether we saw it, and what it hangs with."""
    head = ("Card", "What happened", "Source")
    caption = "The evidence cards. Confirmed means that we saw the fact in the source"
    rows, lines = [], [caption, " | ".join(head)]
    for card in tables.evidence():
        date, seen = (
            _date(card.date),
            "confirmed" if card.confirmed else "not confirmed: from memory",
        )
        hangs = f"Hangs together with others: {card.cluster}." if card.cluster else ""
        cells = (
            f"<strong>{card.id}</strong><br>{date}",
            html.escape(card.text) + (f"<br><small>{html.escape(hangs)}</small>" if hangs else ""),
            f"{_linked(card.source)}<br><small>{seen}</small>",
        )
        places = ("", "; min-width:9em", "; min-width:7em; overflow-wrap:anywhere")
        rows.append(
            "".join(
                f'<td style="text-align:left; vertical-align:top{place}">{cell}</td>'
                for cell, place in zip(cells, places, strict=True)
            )
        )
        told = " ".join(filter(None, (card.text, hangs)))
        lines.append(f"{card.id}, {date} | {told} | {card.source} ({seen})")
    top = "".join(f'<th scope="col" style="text-align:left">{name}</th>' for name in head)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    markup = (
        f"<table><caption>{caption}</caption><thead><tr>{top}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )
    return Panel(markup, "\n".join(lines))


ADDRESS = re.compile(r"(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})/[^\s;,]+")


def _linked(source: str) -> str:
    """Escape a source for a page, with each address as a link that shows the site's name.

    >>> _linked("AFP: www.example.org/a/1.html; Reuters")
    'AFP: <a href="https://www.example.org/a/1.html">example.org</a>; Reuters'
    """

    def link(found: re.Match[str]) -> str:
        return f'<a href="https://{found.group()}">{found.group(1)}</a>'

    return ADDRESS.sub(link, html.escape(source))


def _cited(source: accounts.Citation) -> str:
    """Give a citation, with a warning where nobody looked it up."""
    return source.citation if source.seen == "looked up" else f"{source.citation} (from memory)"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{html.escape(item)}</li>' for item in items)}</ul>"


def _date(date: str) -> str:
    """Write a date of a table in words.

    >>> _date("2004-03-29"), _date("2014-12"), _date("2021")
    ('29 March 2004', 'December 2014', '2021')
    """
    year, *rest = date.split("-")
    month = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
