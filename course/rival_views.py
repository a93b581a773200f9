"""What a cell shows of the rival accounts and of the evidence: each case whole, each fact sourced.

The texts and tables are those of `course.accounts` and `course.tables`; nothing is added here, and
no account is shown before, larger or with fewer doubts than another.
"""

from __future__ import annotations

import html
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
        ("", "Account", "What a holder of it would sign"),
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
    rows = [
        (
            card.id,
            _date(card.date),
            card.text,
            card.source,
            "seen in a source" if card.confirmed else "from memory",
            card.cluster or "",
        )
        for card in tables.evidence()
    ]
    head = ("Card", "Date", "What happened", "Source", "Confirmed", "Not independent")
    return table(
        head, rows, "The evidence cards. Cards with the same entry on the right hang together"
    )


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
