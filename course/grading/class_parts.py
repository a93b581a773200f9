"""The pictures of the page for a class: bars, piles of dots, columns; plain HTML that anyone reads.

Each is a table, or has a sentence and a table beside it. They grow with the window and with the
reader's type, for they have to be read from the last row of a room as well as on a phone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from course.grading import paper
from course.grading.asked import Asked, Scale, texts
from course.grading.classroom import UNREACHED, Cell, Choices, Numbers
from course.grading.paper import Markup, escape, say

MOST_DOTS = 60
SIGNS = "◆▲■●"
NARROW = 0.08  # of a line: edges that are nearer to each other are not both named


def words(name: str, /, **values: object) -> Markup:
    """Fill a text of the page; what is filled in is escaped."""
    return say(texts("page")[name], **values)


def quiet(text: object) -> Markup:
    """Write a paragraph in smaller type."""
    return Markup(f'<p class="quiet">{escape(text)}</p>')


def figures(value: float, most: float = 100) -> str:
    """Write a number as finely as its scale deserves.

    >>> figures(36.84), figures(14.2857), figures(0.1849, 1)
    ('37', '14', '0.18')
    """
    return f"{value:.2f}" if most <= 1 else f"{value:.0f}"


def names_of(ids: Sequence[str], options: Mapping[str, str]) -> Markup:
    """Name an answer, or several that were put together."""
    if len(ids) == 1:
        return escape(options[ids[0]])
    return words("put_together", labels=_inside(ids, options))


def _inside(ids: Sequence[str], options: Mapping[str, str]) -> Markup:
    """Name answers inside a sentence: without the full stop of their own."""
    return Markup(texts("page")["or"].join(escape(options[id].rstrip(".")) for id in ids))


def bars(
    cells: Sequence[Cell],
    options: Mapping[str, str],
    title: str,
    beside: Mapping[str, str] | None = None,
) -> Markup:
    """Draw counts as bars inside their own table."""
    everybody = sum(cell.n for cell in cells)
    rows = []
    for cell in cells:
        share = 100 * cell.n / everybody
        kind = "" if cell.n else ' class="none"'
        length = (
            f'<div class="length"><b>{cell.n}</b><span aria-hidden="true">'
            f'<i{kind} style="width:{share:.1f}%"></i></span></div>'
        )
        other = ""
        if beside:
            told = [escape(beside[id]) for id in cell.ids if beside.get(id)]
            other = f'<td class="beside">{"; ".join(told)}</td>'
        rows.append(
            f'<tr><th scope="row">{names_of(cell.ids, options)}</th><td>{length}</td>{other}</tr>'
        )
    last = f'<th scope="col" class="beside">{words("others")}</th>' if beside else ""
    return Markup(
        f'<table class="bars{" wide" if beside else ""}"><caption class="unseen">{escape(title)}'
        f'</caption><thead><tr><th scope="col">{words("answer")}</th><th scope="col">'
        f"{words('students')}</th>{last}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def told(found: Choices, options: Mapping[str, str]) -> Markup:
    """Say in a sentence how a class chose."""
    if not found.cells:
        return words("not_apart", n=found.n)
    top = max(cell.n for cell in found.cells)
    first = [cell for cell in found.cells if cell.n == top]
    if len(first) > 1:
        labels = [_inside(cell.ids, options) for cell in first]
        return words("most_level", n=found.n, labels=Markup("; ".join(labels)), k=top)
    name = "most" if len(first[0].ids) == 1 else "together"
    return words(name, n=found.n, label=_inside(first[0].ids, options), k=top)


def changes(found: Choices, asked: Asked, options: Mapping[str, str]) -> Markup:
    """Show who ended with another answer than they began with: from, to, how many."""
    after = texts("page")[asked.after]
    if not found.cells:
        return Markup()
    options = {**options, UNREACHED: texts("page")["unreached"]}
    if all(cell.ids == row.ids and len(row.ids) == 1 for row in found.rows for cell in row.to):
        # A row is missing where fewer changed than may be shown.
        whole = len(found.rows) == sum(cell.n > 0 for cell in found.cells)
        return quiet(words("changed_none" if whole else "changed_few", after=after))
    rows = [
        (
            names_of(row.ids, options),
            words("stayed", label=_inside(cell.ids, options))
            if cell.ids == row.ids and len(row.ids) == 1
            else names_of(cell.ids, options),
            cell.n,
        )
        for row in found.rows
        for cell in row.to
    ]
    head = (words("from"), words("to"), words("students"))
    caption = words("changed_table", title=asked.title)
    table = paper.table(caption, head, rows, numbers=(2,), caption_seen=False)
    return Markup(f"<h4>{words('changed', after=after)}</h4>{table}")


def strip(
    found: Numbers, scale: Scale, title: object, marks: Sequence[tuple[str, float]] = ()
) -> Markup:
    """Draw a class as dots along a line, step by step; its name is the sentence beside it."""
    span = scale.high - scale.low
    per = max(1, -(-found.n // MOST_DOTS))
    piles = []
    for step in found.steps:
        dots = "<i></i>" * (max(1, round(step.n / per)) if step.n else 0)
        count = f"<b>{step.n}</b>" if step.n else ""
        width = 100 * (step.high - step.low) / span
        piles.append(
            f'<span class="pile" style="width:{width:.2f}%">{count}<span class="dots">{dots}'
            "</span></span>"
        )
    signs = [("▼", found.median, ' class="middle"')]
    signs += [(sign, value, "") for sign, (_, value) in zip(SIGNS, marks, strict=False)]
    placed = "".join(
        f'<span{kind} style="left:{min(99, max(1, 100 * (value - scale.low) / span)):.1f}%">{sign}'
        "</span>"
        for sign, value, kind in signs
    )
    edges = [scale.low]
    for step in found.steps:
        if step.high - edges[-1] >= NARROW * span:
            edges.append(step.high)
    if edges[-1] != scale.high:
        edges[-1:] = [scale.high] if len(edges) > 1 else [scale.low, scale.high]
    ends = "".join(
        f'<span style="left:{100 * (edge - scale.low) / span:.2f}%">'
        f"{figures(edge, scale.high)}</span>"
        for edge in edges
    )
    return Markup(
        f'<div class="strip" role="img" aria-label="{escape(title)}"><div class="piles">'
        f'{"".join(piles)}</div><div class="signs">{placed}</div>'
        f'<div class="ends">{ends}</div></div>'
    )


def legend(
    found: Numbers, scale: Scale, marks: Sequence[tuple[str, float]], *, values: bool = True
) -> Markup:
    """Say what the signs along a line stand for; without `values` for several lines at once."""
    per = max(1, -(-found.n // MOST_DOTS))

    def named(label: object, value: float) -> Markup:
        if not values:
            return escape(label)
        return words("legend_mark", label=label, value=_with(value, scale))

    parts = [f'<span class="middle">▼</span> {named(words("legend_median"), found.median)}']
    parts += [
        f"<span>{sign}</span> {named(label, value)}"
        for sign, (label, value) in zip(SIGNS, marks, strict=False)
    ]
    parts.append(words("legend_dot" if per == 1 else "legend_dots", k=per))
    return Markup(f'<ul class="legend">{"".join(f"<li>{part}</li>" for part in parts)}</ul>')


def _with(value: float, scale: Scale) -> Markup:
    return words("value", value=figures(value, scale.high), unit=scale.unit)


def number_text(found: Numbers, scale: Scale, marks: Sequence[tuple[str, float]] = ()) -> Markup:
    """Say in a sentence which numbers a class gave."""
    first = words("number_text", n=found.n, median=_with(found.median, scale))
    others = [words("mark", label=_upper(label), value=_with(v, scale)) for label, v in marks]
    return Markup(" ".join([first, *others]))


def _upper(label: str) -> str:
    return label[:1].upper() + label[1:]


def steps_table(found: Numbers, scale: Scale, title: object) -> Markup:
    """Write the steps of a picture of numbers as a table."""
    rows = [
        (
            words("step", low=figures(s.low, scale.high), high=figures(s.high, scale.high)),
            s.n or words("nobody"),
        )
        for s in found.steps
    ]
    head = (words("number"), words("students"))
    caption = words("steps_table", title=title)
    table = paper.table(caption, head, rows, numbers=(1,), caption_seen=False)
    return Markup(f'<details class="small"><summary>{words("as_table")}</summary>{table}</details>')


def columns(panels: Sequence[tuple[str, Sequence[tuple[str, float]]]], label: str) -> Markup:
    """Draw small columns, a panel for each name: shares from 0 to 1 by lesson."""
    top = max(share for _, values in panels for _, share in values)
    made = []
    for name, values in panels:
        told = ", ".join(
            words("diary_value", lesson=n, share=paper.percent(share)) for n, share in values
        )
        sentence = say(label, name=name, values=Markup(told))
        drawn = "".join(
            f'<span>{100 * share:.0f}<i style="height:{80 * share / top:.1f}%"></i></span>'
            for _, share in values
        )
        below = "".join(f"<span>{n}</span>" for n, _ in values)
        made.append(
            f'<div class="panel"><p>{escape(name)}</p><div role="img" aria-label="{sentence}">'
            f'<div class="columns">{drawn}</div><div class="below">{below}</div></div></div>'
        )
    return Markup(f'<div class="panels">{"".join(made)}</div>')
