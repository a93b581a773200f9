"""The pictures of the item report: small enough for a phone, drawn once, with no script.

Beside each stands a sentence and a table; where the drawing library is absent those are enough.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from course import charts
from course.charts import FIRST, SECOND, Figure
from course.grading.paper import clean

WIDTH = 220
STEP = 26  # pixels for one line of a label
LINE = 20  # characters of a label in one line
MOST = 90  # characters of a label


def shares(rows: Sequence[tuple[str, float]], title: str, text: str) -> Figure:
    """Draw shares from 0 to 1 as bars, each with its percentage."""
    alt = charts._altair()
    data = [{"label": _lines(label), "value": share} for label, share in rows]
    base = _base(alt, data, "value", alt.Scale(domain=[0, 1]), alt.Axis(format="%", tickCount=5))
    words = base.mark_text(align="left", dx=4).encode(text=alt.Text("value:Q", format=".0%"))
    return _figure(_sized(base.mark_bar(color=FIRST, height=14) + words, data), title, text)


def counts(rows: Sequence[tuple[str, int]], title: str, text: str) -> Figure:
    """Draw how often something was met, each with its number."""
    alt = charts._altair()
    data = [{"label": _lines(label), "value": n} for label, n in rows]
    most = max(n for _, n in rows)
    axis = alt.Axis(format="d", values=list(range(0, most + 1, -(-most // 5))))
    base = _base(alt, data, "value", alt.Scale(domain=[0, most * 1.1]), axis)
    words = base.mark_text(align="left", dx=4).encode(text=alt.Text("value:Q", format="d"))
    return _figure(_sized(base.mark_bar(color=SECOND, height=14) + words, data), title, text)


def correlations(
    rows: Sequence[tuple[str, float, float, float]], line: float, title: str, text: str
) -> Figure:
    """Draw each correlation as a dot and its range as a line; `line` is drawn dashed."""
    alt = charts._altair()
    data = [
        {"label": _lines(label), "value": value, "low": low, "high": high}
        for label, value, low, high in rows
    ]
    scale = alt.Scale(domain=[min(-0.5, *(low for _, _, low, _ in rows)), 1], nice=False)
    base = _base(alt, data, "value", scale, alt.Axis(format=".1f", tickCount=4))
    ranges = base.mark_rule(color=FIRST, strokeWidth=2).encode(x="low:Q", x2="high:Q")
    dots = base.mark_point(color=FIRST, filled=True, size=90, opacity=1)
    limit = alt.Chart(alt.Data(values=[{"value": line}]))
    dashed = limit.mark_rule(strokeDash=[5, 4], stroke="currentColor").encode(x="value:Q")
    return _figure(_sized(dashed + ranges + dots, data), title, text)


def histogram(
    rows: Sequence[tuple[str, int]], axis: tuple[str, str], title: str, text: str
) -> Figure:
    """Draw how many fall into each bin; `axis` names the bins and the numbers."""
    alt = charts._altair()
    data = [{"label": label, "value": n} for label, n in rows]
    base = alt.Chart(alt.Data(values=data)).encode(
        x=alt.X("label:N", sort=None, title=axis[0], axis=alt.Axis(labelAngle=-50)),
        y=alt.Y("value:Q", title=axis[1], axis=alt.Axis(format="d", tickMinStep=1, tickCount=5)),
    )
    words = base.mark_text(dy=-8).encode(text=alt.Text("value:Q", format="d"))
    chart = (base.mark_bar(color=FIRST) + words).properties(width=WIDTH + 70, height=170)
    return _figure(chart, title, text)


def arrivals(
    rows: Sequence[tuple[str, str]], order: Sequence[str], title: str, text: str
) -> Figure:
    """Draw when work came in, a mark for each, in one line for each of `order`; times are UTC."""
    alt = charts._altair()
    data = [{"when": when, "label": label} for when, label in rows]
    scale = alt.Scale(domain=list(order), range=[FIRST, SECOND])
    chart = (
        alt.Chart(alt.Data(values=data))
        .mark_tick(thickness=2, size=26, opacity=1)
        .encode(
            x=alt.X(
                "when:T",
                title=None,
                scale=alt.Scale(type="utc"),
                axis=alt.Axis(tickCount=4, format="%d %b %H:%M", labelAngle=-40),
            ),
            y=alt.Y("label:N", sort=list(order), title=None, scale=alt.Scale(domain=list(order))),
            color=alt.Color("label:N", scale=scale, legend=None),
        )
        .properties(width=WIDTH + 50, height=40 * len(order))
    )
    return _figure(chart, title, text)


def _base(alt: Any, data: Sequence[Any], value: str, scale: Any, axis: Any) -> Any:
    # Room for the longest line: the renderer does not measure labels of several lines.
    longest = max(len(line) for row in data for line in str(row["label"]).split("\n"))
    labels = alt.Axis(
        labelExpr="split(datum.label, '\\n')", labelLineHeight=15, minExtent=8 * longest
    )
    return alt.Chart(alt.Data(values=list(data))).encode(
        y=alt.Y("label:N", sort=None, title=None, axis=labels),
        x=alt.X(f"{value}:Q", title=None, scale=scale, axis=axis),
    )


def _sized(chart: Any, data: Sequence[Any]) -> Any:
    most = max(str(row["label"]).count("\n") for row in data) + 1
    return chart.properties(width=WIDTH, height=len(data) * (8 + max(STEP, 17 * most)))


def _lines(label: str) -> str:
    """Break a label into lines; one that is far too long is cut, for the table has it whole."""
    label = clean(label)
    label = label if len(label) <= MOST else f"{label[:MOST]}…"
    return "\n".join(textwrap.wrap(label, LINE)) or label


def _figure(chart: Any, title: str, text: str) -> Figure:
    return charts.figure(chart, title, clean(text))
