"""The shelf: what belongs to the whole course and can be opened from any lesson."""

from __future__ import annotations

import html
from collections.abc import Sequence

from course import accounts, beliefs, charts, checks, progress, views
from course.errors import CourseError
from course.journal import Entry, Journal
from course.lesson import Panel, table

EMPTY = "Your journal is empty: you have not committed to anything yet."


def my_progress() -> Panel:
    """Show lessons, commitments, misconceptions met and repaired, calibration, and the diary."""
    try:
        entries = Journal().entries()
    except CourseError as error:
        return _say(str(error))
    return _progress(entries) if entries else _say(EMPTY)


def _progress(entries: Sequence[Entry]) -> Panel:
    parts, lines = [], []
    for title, head, rows in progress.sections(entries, checks.catalogue()):
        one = table(head, rows, title) if rows else _say(f"{title}: nothing yet.")
        parts.append(one.markup)
        lines.append(one.text)
    return Panel("\n".join(parts), "\n".join(lines))


def shelf() -> Panel:
    """Show, folded: your progress, the map of tensions, the motives, and the seven accounts."""
    books = (
        ("My progress", my_progress()),
        ("Where the two articles agree, and where they pull apart", views.tension_map()),
        (
            "Motive by motive: what RAND is reported to say, and what speaks against it",
            views.motives(),
        ),
        ("The seven accounts in one sentence each", _accounts()),
    )
    folded = "\n".join(
        f"<details><summary>{html.escape(title)}</summary>{book.markup}</details>"
        for title, book in books
    )
    # The plain text names the books only: what is folded here is not to be read in passing.
    return Panel(folded, "\n".join(["Your shelf:", *(f"- {title}" for title, _ in books)]))


def _accounts() -> Panel:
    rows = [(one.letter, one.name, one.claim) for one in accounts.accounts()]
    return table(("", "Account", "What its holders say"), rows, "Seven accounts; the list is open")


def diary_chart() -> charts.Figure | Panel:
    """Draw what you believed at the end of each lesson, in percent of the points you gave."""
    kept = _kept()
    if isinstance(kept, Panel):
        return kept
    rows = [
        {"lesson": belief.lesson[1:], "percent": round(100 * belief.shares[x]), "account": name}
        for x, name in _short_names().items()
        for belief in kept
    ]
    titles = ("lesson", "percent of your points")
    chart = charts.lines(rows, "lesson", "percent", "account", titles, narrow=True)
    return charts.figure(chart, "Your Odds Diary", diary_sentence(kept), charts.PHONE)


def diary_table() -> Panel:
    """Give the numbers of the chart."""
    kept = _kept()
    if isinstance(kept, Panel):
        return kept
    head = ("Account", *(f"Lesson {belief.lesson[1:]}" for belief in kept))
    rows = [
        (name, *(round(100 * belief.shares[x]) for belief in kept)) for x, name in _names().items()
    ]
    return table(head, rows, "Your Odds Diary, in percent of the points you gave")


def diary_sentence(kept: Sequence[beliefs.Belief]) -> str:
    """Say what moved most between the first entry and the last, and how many there are."""
    first, last = kept[0], kept[-1]
    if len(kept) == 1:
        return f"Your diary has one entry, of lesson {first.lesson[1:]}; a line needs two."
    moved = {x: round(100 * (last.shares[x] - first.shares[x])) for x in beliefs.LETTERS}
    most = max(moved, key=lambda x: abs(moved[x]))
    if moved[most] == 0:
        change = "nothing moved by a whole point"
    else:
        way = "up" if moved[most] > 0 else "down"
        change = f'"{_names()[most]}" moved most, {way} by {abs(moved[most])} points'
    return (
        f"Your diary has {len(kept)} entries. From lesson {first.lesson[1:]} to lesson "
        f"{last.lesson[1:]}, {change}."
    )


def _kept() -> tuple[beliefs.Belief, ...] | Panel:
    try:
        kept = beliefs.history(Journal().entries())
    except CourseError as error:
        return _say(str(error))
    if kept:
        return kept
    return _say("Your Odds Diary is empty: keep an entry above, then run this cell again.")


def _names() -> dict[str, str]:
    return {**{one.letter: one.name for one in accounts.accounts()}, "X": "Something else"}


def _short_names() -> dict[str, str]:
    return {**{one.letter: one.short for one in accounts.accounts()}, "X": "Something else"}


def _say(text: str) -> Panel:
    return Panel(f"<p>{html.escape(text)}</p>", text)
