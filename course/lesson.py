"""What the cells of a lesson call: reading panels, questions, a look at the journal.

Every function returns something that a notebook shows as it is, with a plain text beside it for
places that show no HTML.
"""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from course import charts, checks, power, seeds, tables, threat
from course.errors import CourseError, listed
from course.files import IN_BROWSER
from course.journal import Entry, Journal
from course.widgets.questions import Check, Estimate, Note
from course.widgets.reader import Reader

OWN_COPY = (
    ", or add a copy of your own: in a terminal (File, New, Terminal) type "
    "<code>course seeds add FILE</code>"
)
"""What a reading says besides, where there is a terminal: not on the web site."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Something to read, as HTML and as plain text."""

    markup: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.markup


def reading(*ids: str) -> Panel | Reader:
    """Show paragraphs of the two articles: our paraphrase, and what speaks against their claims.

    The article's own words stand beside the paraphrase for a reader who has added a copy of their
    own (``course seeds add FILE``); without one there is the link.

    Raises
    ------
    CourseError
        If there is no such paragraph, or none is named.
    """
    if not ids:
        raise CourseError('Name the paragraphs to read, for example reading("A1", "B15").')
    parts, lines = [], []
    for id in ids:
        paragraph = seeds.paragraph(str(id))
        parts.append(_paragraph_html(paragraph.id, paragraph.paraphrase))
        lines.append(f"{seeds.cite(paragraph.id)}: {paragraph.paraphrase}")
    for letter in sorted({str(id)[0].upper() for id in ids}):
        document = seeds.document(letter)
        parts.append(
            f"<p><small>In our words. The article itself is under copyright: read "
            f'<a href="{document.url}">{html.escape(document.title)}</a> where it was published'
            f"{'' if IN_BROWSER else OWN_COPY}.</small></p>"
        )
    panel = Panel("\n".join(parts), "\n".join(lines))
    if any(seeds.passage(str(id)) is not None for id in ids):
        return Reader([str(id) for id in ids], panel.markup)
    return panel


def _paragraph_html(id: str, paraphrase: str) -> str:
    body = f"<p><strong>{html.escape(seeds.cite(id))}.</strong> {html.escape(paraphrase)}</p>"
    against = [claim for claim in seeds.claims() if claim.paragraph == id]
    if not against:
        return body
    items = "".join(
        f"<li><em>Claim {claim.id}:</em> {html.escape(claim.text)} "
        f"<em>Against it:</em> {html.escape(claim.counter)}</li>"
        for claim in against
    )
    return (
        f'{body}<details style="margin-bottom: 1em"><summary>What speaks against {id}</summary>'
        f"<ul>{items}</ul></details>"
    )


def about(*letters: str) -> Panel:
    """Show who wrote a document, where and when, about what, and from which standpoint."""
    rows, lines = [], []
    for letter in letters or ("A", "B"):
        d = seeds.document(letter)
        about_it = f"{', '.join(d.reviewed.authors)}: {d.reviewed.title} ({d.reviewed.year})"
        facts = {
            "Author": d.author,
            "Published": f"{d.outlet}, {d.published}",
            "About": about_it,
            "The author's standpoint": d.author_standpoint,
            "The outlet's standpoint": d.outlet_standpoint,
            "The reviewed authors' standpoint": d.reviewed.standpoint,
            "Rests on": d.evidence_base,
        }
        cells = "".join(
            f'<tr><th scope="row" style="text-align:left">{html.escape(name)}</th>'
            f'<td style="text-align:left">{html.escape(fact)}</td></tr>'
            for name, fact in facts.items()
            if fact
        )
        title = html.escape(f"Document {letter}: {d.title}")
        rows.append(f"<table><caption>{title}</caption><tbody>{cells}</tbody></table>")
        lines.append(f"Document {letter}: {d.author}, {d.title}, {d.outlet}, {d.published}.")
    return Panel("\n".join(rows), "\n".join(lines))


def leftovers(letter: str) -> Panel:
    """Show what a saved copy of the page holds besides the article, and the traps in it."""
    document = seeds.document(letter)
    kinds: dict[str, list[int]] = {}
    traps: dict[str, str] = {}
    for line in document.lines:
        kinds.setdefault(line.kind, []).append(line.copies)
        if line.trap:
            traps.setdefault(line.kind, line.trap)
    rows = [(kind, sum(copies), traps.get(kind, "")) for kind, copies in kinds.items()]
    head = ("What it is", "How many lines", "The trap in it")
    return table(head, rows, f"Lines in a saved copy of document {letter} that are not the article")


def table(head: Sequence[str], rows: Sequence[Sequence[object]], caption: str) -> Panel:
    """Show a table with a caption; numbers are set to the right, and so are their headings."""
    sides = ["right" if _numbers(rows, column) else "left" for column in range(len(head))]
    top = "".join(
        f'<th scope="col" style="text-align:{side}">{html.escape(name)}</th>'
        for name, side in zip(head, sides, strict=True)
    )
    body = []
    for row in rows:
        cells = (
            f'<td style="text-align:{"right" if isinstance(cell, int | float) else "left"}">'
            f"{html.escape(str(cell))}</td>"
            for cell in row
        )
        body.append(f"<tr>{''.join(cells)}</tr>")
    markup = (
        f"<table><caption>{html.escape(caption)}</caption><thead><tr>{top}</tr></thead>"
        f"<tbody>{''.join(body)}</tbody></table>"
    )
    text = "\n".join([caption, *(" | ".join(map(str, row)) for row in (head, *rows))])
    return Panel(markup, text)


def _numbers(rows: Sequence[Sequence[object]], column: int) -> bool:
    return bool(rows) and all(isinstance(row[column], int | float) for row in rows)


def my_journal(only: str = "") -> Panel:
    """Show what the learner has committed to so far, the newest first, and where it is kept.

    With the id of one question, show what was said to that, whole.
    """
    journal = Journal()
    entries = journal.entries()
    if only:
        said = [e for e in entries if e.key.rpartition(".")[0] == only]
        if not said:
            lesson = only.partition(".")[0].removeprefix("L")
            text = f"You have not answered {only} yet; lesson {lesson} asks it."
            return Panel(f"<p>{html.escape(text)}</p>", text)
        whole = [(_local(e.time), *_in_words(e, whole=True)) for e in reversed(said)]
        return table(("When", "Asked", "You said"), whole, f"What you said to {only}")
    if not entries:
        return Panel(
            "<p>Your journal is empty: you have not committed to anything yet.</p>",
            "Your journal is empty: you have not committed to anything yet.",
        )
    rows = [(e.number, _local(e.time), *_in_words(e)) for e in reversed(entries)]
    where = f"Your journal, newest first; it is the file {journal.path}"
    if IN_BROWSER:
        kept = "this browser keeps it, and the page “Your work” of this site saves a copy of it"
        where = f"Your journal, newest first; {kept}"
    return table(("No.", "When", "Asked", "You said"), rows, where)


def _in_words(entry: Entry, *, whole: bool = False) -> tuple[str, str]:
    """Say what was asked and what was answered; what is no catalogue question, as it is kept."""
    asked = checks.catalogue().get(entry.key.rpartition(".")[0])
    said = entry.value if isinstance(entry.value, dict) else {}
    if isinstance(asked, checks.Check) and "choice" in said:
        answer = asked.option(said["choice"]).text
    elif isinstance(asked, checks.Note) and "text" in said:
        answer = str(said["text"])
    elif isinstance(asked, checks.Estimate) and "number" in said:
        answer = f"{said['number']:g} {asked.unit}"
    else:
        return entry.key, _short(entry.value)
    if whole:
        return f"{asked.id}: {asked.prompt}", answer
    return f"{asked.id}: {_cut(asked.prompt, 60)}", _cut(answer, 90)


def _local(time: str) -> str:
    return datetime.fromisoformat(time).astimezone().strftime("%d %b %Y, %H:%M")


def _short(value: object) -> str:
    said = value if isinstance(value, dict) else {"": value}
    return _cut(", ".join(f"{name}: {part}" if name else str(part) for name, part in said.items()))


def _cut(text: str, most: int = 90) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def check(id: str) -> Check:
    """Ask a question of the catalogue that has options."""
    return Check(id)


def note(id: str) -> Note:
    """Ask a question of the catalogue that is answered in one's own words."""
    return Note(id)


def estimate(id: str) -> Estimate:
    """Ask a question of the catalogue that is answered with a number."""
    return Estimate(id)


def capabilities_chart(year: int) -> charts.Figure:
    """Draw the published CINC of the states in the course's table, largest first.

    Raises
    ------
    CourseError
        If the table has nothing for that year, saying which years there are.
    """
    standings = power.ranking(year)[:8]
    rows = [{"state": s.name, "cinc": round(100 * s.index, 1)} for s in standings]
    first, second = rows[0], rows[1]
    text = (
        f"In {year}, by CINC, {first['state']} comes first with {first['cinc']} % of the world's "
        f"capabilities, then {second['state']} with {second['cinc']} %. All six components count "
        "equally, by convention."
    )
    chart = charts.bars(rows, "state", "cinc", "percent of the world's capabilities (CINC)")
    return charts.figure(chart, f"National capabilities, {year}", text)


def shares_chart(*observers: str, after: str = "") -> charts.Figure | Panel:
    """Draw, for European observers, the share of weightings in which Russia outranks the US.

    The measures are the baseline of `course.threat`; the years are those in the tables. With
    `after`, the chart stays closed until the journal holds a commitment whose key begins so.

    Raises
    ------
    CourseError
        If there are no data for an observer, saying for whom there are.
    """
    if after and not any(entry.key.startswith(after) for entry in Journal().entries()):
        text = "This chart opens when you have kept your weights above; then run this cell again."
        return Panel(f"<p>{text}</p>", text)
    if not observers:
        named = listed(threat.observers())
        raise CourseError(f"Name at least one observer; there are {named}.")
    rows, shares = [], []
    for iso3 in observers:
        claim = threat.Claim(iso3, "RUS", "USA", "A5")
        for year in threat.years(iso3, "RUS", "USA"):
            shares.append(round(100 * threat.claim_share(claim, year), 1))
            rows.append({"observer": _name(iso3), "year": str(year), "share": shares[-1]})
    low, high = min(shares), max(shares)
    text = (
        f"Russia comes out as a greater threat than the United States in {low:g} to {high:g} % of "
        "all weightings, depending on the observer and the year. At 50 %, half of all weightings "
        "say one thing and half the other."
    )
    chart = charts.lines(rows, "year", "share", "observer", ("year", "percent of all weightings"))
    return charts.figure(chart, "Russia or the United States: who is the greater threat?", text)


def _name(iso3: str) -> str:
    return next(c.name for c in tables.capitals() if c.iso3 == iso3)
