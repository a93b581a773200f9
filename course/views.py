"""Tables to read in a lesson: the crises and their codings, the two articles' tensions, motives.

Every function gives a `Panel`. A judgement is called a judgement where it stands, and where two
coders differ both values are shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from course import crises, seeds, tables
from course.errors import listed
from course.lesson import Panel, table
from course.rows import Coding, Crisis

VALUES = {0.0: "0", 0.5: "½", 1.0: "1"}
RELATIONS = {"agree": "They agree", "partly": "In part", "conflict": "They conflict"}
ADDRESS = re.compile(r"https?://[^\s;]*[^\s;.)]")


def codebook() -> Panel:
    """Show the seven factors: the question, and when the value is 0, ½ or 1, with an example."""
    parts = [
        _say(
            "Answer each question from what was known before Moscow decided. What happened "
            "afterwards is no evidence. Examples are from outside the 26 crises, or invented."
        )
    ]
    for factor in tables.factors():
        rows = (
            ("0", factor.anchor_0, factor.example_0),
            ("½", factor.anchor_half, factor.example_half),
            ("1", factor.anchor_1, factor.example_1),
        )
        caption = f"{factor.id}, {factor.name}. {factor.question}"
        parts.append(table(("Value", "When", "Example"), rows, caption))
    return _joined(parts)


def crises_table(set: str | None = None, *, outcomes: bool = True) -> Panel:
    """Show the crises with their values, all or one set; without outcomes for coding or forecasts.

    Where a second coder differs, the cell holds both values, the first coder's first.

    Raises
    ------
    CourseError
        If there is no such set.
    """
    every = [crises.cases(set, coder) for coder in crises.coders()]
    rows: list[tuple[object, ...]] = []
    for same in zip(*every, strict=True):
        one = same[0].crisis
        cells = [_both(values) for values in zip(*(case.values for case in same), strict=True)]
        ends = [_yes(one.force, one.borderline), _yes(one.combat)] if outcomes else []
        rows.append((f"{one.name} ({one.year})", *cells, *ends))
    head = ("Crisis", *crises.factors(), *(("Force", "Combat only") if outcomes else ()))
    which = f"The {set} crises" if set else "The crises"
    caption = f"{which}, as {_coders()}: a judgement in every cell, with its reason"
    parts = [table(head, rows, caption)]
    argued = [case.crisis for case in every[0] if case.crisis.borderline]
    if outcomes and argued:
        parts.append(_say("* The outcome may be argued:"))
        parts.append(_items(f"{one.name} ({one.year}): {one.borderline}" for one in argued))
    return _joined(parts)


def crisis_card(id: str) -> Panel:
    """Show a crisis without names, place and year, as a coder sees it who must not recognise it.

    Raises
    ------
    CourseError
        If there is no such crisis.
    """
    return _say(crises.crisis(id).card)


def chronology(id: str, *, after: bool = False) -> Panel:
    """Show what happened up to the decision; with `after` also what followed.

    Raises
    ------
    CourseError
        If there is no such crisis.
    """
    one = crises.crisis(id)
    parts = [_say(f"{one.name} ({one.year}), up to the decision:"), _items(_split(one.before))]
    if after:
        parts += [_say("What followed:"), _items(_split(one.after))]
    parts += [_sources(one.sources), *_open_points(one)]
    return _joined(parts)


def coding_reasons(id: str) -> Panel:
    """Show, for one crisis, each factor's value with its reason and source, by coder.

    Raises
    ------
    CourseError
        If there is no such crisis.
    """
    one = crises.crisis(id)
    lines, marked = [], []
    for factor in tables.factors():
        for coder in crises.coders():
            said, shown = _reason(crises.codings(coder)[one.id, factor.id])
            lines.append(said)
            marked.append(f"<li>{shown}</li>")
    head = _say(f"{one.name} ({one.year}), as {_coders()}. Each value is a judgement.")
    body = Panel(f"<ul>{''.join(marked)}</ul>", "\n".join(lines))
    differ = [d.first.factor for d in crises.disagreements() if d.first.crisis == one.id]
    ends = [_say(f"The two coders differ on {listed(differ)}; both values stay.")] if differ else []
    return _joined([head, body, *ends])


def tension_map() -> Panel:
    """Show where the two articles clash and where each does not fit itself, by paragraph."""
    rows = [
        (
            q.question,
            f"{q.a} ({', '.join(q.a_paragraphs)})",
            f"{q.b} ({', '.join(q.b_paragraphs)})",
            RELATIONS[q.relation],
            q.note,
        )
        for q in seeds.comparison()
    ]
    head = ("Question", "Document A says", "Document B says", "Together", "Note")
    parts = [table(head, rows, "Between the two documents, in our words")]
    for document in seeds.documents():
        inside = [(t.title, ", ".join(t.paragraphs), t.text, t.question) for t in document.tensions]
        caption = f"Inside document {document.id}, in our words"
        parts.append(table(("Tension", "Paragraphs", "What does not fit", "Ask"), inside, caption))
    return _joined(parts)


def motives() -> Panel:
    """Show, motive by motive, RAND's verdict as document B reports it, and what speaks against."""
    rows = [
        (
            one.motive,
            one.verdict.capitalize(),
            f"{one.reported} ({one.paragraphs.replace(' ', ', ')})",
            one.against,
        )
        for one in tables.motives()
    ]
    head = ("Motive", "Verdict as reported", "Evidence as reported", "Against it")
    parts = [
        table(head, rows, "Motives: RAND as quoted by Robinson, and what speaks against it"),
        _say(
            "The report itself was not read: verdicts and evidence are as document B gives them, "
            "and its author likes the report. The last column is ours."
        ),
    ]
    marked = [f"<li>{html.escape(m.motive)}: {_linked(m.sources)}</li>" for m in tables.motives()]
    plain = [f"{m.motive}: {m.sources}" for m in tables.motives()]
    unseen = [f"{m.motive}: {m.unconfirmed}" for m in tables.motives() if m.unconfirmed]
    parts.append(_folded("Sources of the last column", f"<ul>{''.join(marked)}</ul>", plain))
    parts += [_say("Not confirmed:"), _items(unseen)]
    return _joined(parts)


def _coders() -> str:
    first = "coded by coder 1, who knew the outcomes and worked with language models"
    if len(crises.coders()) == 1:
        return first
    return f"{first}, and by coder 2, who saw only the codebook and what was known before"


def _both(values: Sequence[float]) -> str:
    shown = [VALUES[value] for value in values]
    return shown[0] if len({*shown}) == 1 else " / ".join(shown)


def _yes(outcome: bool, borderline: str | None = None) -> str:
    return ("yes" if outcome else "no") + ("*" if borderline else "")


def _reason(coding: Coding) -> tuple[str, str]:
    """Give one coding as plain text and as HTML."""
    start = f"{coding.factor} = {VALUES[coding.value]} (coder {coding.coder})"
    if coding.source == "judgement":
        source = shown = "our judgement"
    else:
        source, shown = coding.source, _linked(coding.source)
    plain = f"{start}: {coding.reason} Source: {source}."
    return plain, f"<strong>{start}:</strong> {html.escape(coding.reason)} Source: {shown}."


def _open_points(one: Crisis) -> list[Panel]:
    return [_say(f"Not confirmed: {one.unconfirmed}")] if one.unconfirmed else []


def _sources(text: str) -> Panel:
    items = "".join(f"<li>{_linked(source)}</li>" for source in _split(text))
    return _folded("Sources", f"<ul>{items}</ul>", _split(text))


def _split(text: str) -> list[str]:
    return text.split(" ; ")


def _linked(text: str) -> str:
    """Escape a text and turn its addresses into links that show the site's name."""
    parts, last = [], 0
    for found in ADDRESS.finditer(text):
        parts.append(html.escape(text[last : found.start()]))
        site = found[0].split("/")[2].removeprefix("www.")
        parts.append(f'<a href="{html.escape(found[0])}">{html.escape(site)}</a>')
        last = found.end()
    return "".join([*parts, html.escape(text[last:])])


def _folded(title: str, markup: str, lines: Iterable[str]) -> Panel:
    shown = f"<details><summary>{html.escape(title)}</summary>{markup}</details>"
    return Panel(shown, "\n".join([f"{title}:", *lines]))


def _say(text: str) -> Panel:
    return Panel(f"<p>{html.escape(text)}</p>", text)


def _items(lines: Iterable[str]) -> Panel:
    kept = list(lines)
    markup = "".join(f"<li>{html.escape(line)}</li>" for line in kept)
    return Panel(f"<ul>{markup}</ul>", "\n".join(kept))


def _joined(parts: Iterable[Panel]) -> Panel:
    kept = list(parts)
    return Panel("\n".join(p.markup for p in kept), "\n".join(p.text for p in kept))
