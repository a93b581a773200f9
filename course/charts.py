"""Charts: Altair specifications, and one small renderer that shows them anywhere.

Altair's own renderers need a network, or a front end that knows the newest Vega-Lite; JupyterLab
bundles Vega-Lite 5. `figure` says the same chart in that dialect, and adds a still picture for
pages and programs that draw no charts. Every figure carries a sentence that says what it shows.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.files import quick_jsonschema

if TYPE_CHECKING:
    import altair

VEGALITE = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

# Blue and vermilion of Okabe & Ito's palette, told apart with every kind of colour vision; labels
# repeat what they say. Both are readable on white and on black (3.4:1 or more).
FIRST, SECOND, QUIET = "#2b7fb8", "#d2691e", "#8a8f98"
# For more lines than three; eight is the most, for there are eight shapes to tell them apart.
_MORE = ("#9467bd", "#3a9d6b", "#b0527f", "#948a2b", "#6d7bd6")

# A sentence broken after so many characters is as wide as an output on a phone.
PHONE = 33

_CONFIG: dict[str, Any] = {
    "background": "transparent",
    # Measured as Arial; the padding forgives a browser whose fallback font is wider.
    "font": "Arial, Helvetica, sans-serif",
    "padding": {"left": 16, "right": 16, "top": 5, "bottom": 5},
    "axis": {
        "labelColor": "currentColor",
        "titleColor": "currentColor",
        "domainColor": "currentColor",
        "tickColor": "currentColor",
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titleFontWeight": "normal",
        "labelLimit": 320,
        "grid": False,
    },
    "legend": {
        "labelColor": "currentColor",
        "titleColor": "currentColor",
        "labelFontSize": 13,
        "titleFontSize": 13,
    },
    "header": {"labelColor": "currentColor", "titleColor": "currentColor", "labelFontSize": 13},
    "text": {"color": "currentColor", "fontSize": 13},
    "title": {
        "anchor": "start",
        "color": "currentColor",
        "subtitleColor": "currentColor",
        "fontSize": 15,
        "subtitleFontSize": 13,
        "subtitlePadding": 4,
        "offset": 12,
    },
    "view": {"stroke": None},
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in Vega-Lite 5 and the sentence that says what it shows."""

    spec: Mapping[str, Any]
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        caption = html.escape(self.text)
        page = (
            f'<figure style="margin: 1em 0">{self.svg()}<figcaption>{caption}</figcaption></figure>'
        )
        return self.bundle(page)

    def bundle(self, page: str) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give the chart for notebooks, and `page` (HTML) for programs that draw no charts.

        The HTML goes out as Markdown: JupyterLab prefers its own drawing to Markdown, and exported
        pages pass what is in it through as it is. With text/html it would be the other way round.
        """
        bundle = {VEGALITE: dict(self.spec), "text/markdown": page, "text/plain": self.text}
        # An SVG in the page, not a canvas: its text can be read aloud, enlarged and recoloured.
        return bundle, {VEGALITE: {"embed_options": {"actions": False, "renderer": "svg"}}}

    def svg(self) -> str:
        """Draw a still picture, empty where the drawing library is absent."""
        return still_picture(self.spec) or ""


def figure(chart: altair.TopLevelMixin, title: str, text: str, width: int = 78) -> Figure:
    """Make a chart ready to show, with its title and, below that, the sentence `text`.

    Parameters
    ----------
    chart
        Any Altair chart whose data are plain values (a list of dictionaries).
    title
        A few words: what is drawn.
    text
        One or two sentences: what it shows. It is also the text for screen readers.
    width
        Where the sentence is broken into lines, in characters.
    """
    spec = chart.to_dict()
    spec["$schema"] = SCHEMA
    spec["config"] = _CONFIG
    spec["description"] = text
    spec["title"] = {"text": title, "subtitle": textwrap.wrap(text, width)}
    return Figure(spec, text)


def still_picture(spec: Mapping[str, Any]) -> str | None:
    """Draw a Vega-Lite specification as SVG, without its sentence, which stands below it.

    Returns None where the drawing library is absent, as in a browser kernel.
    """
    try:
        import vl_convert
    except ImportError:
        return None
    title = spec["title"]["text"]
    svg: str = vl_convert.vegalite_to_svg({**spec, "title": title}, vl_version="v5.21")
    # Scales down on a phone; named for screen readers, which find the contents in the caption.
    head = f'<svg role="img" aria-label="{html.escape(title)}" style="max-width:100%;height:auto" '
    return svg.replace("<svg ", head, 1)


def _altair() -> Any:
    """Import Altair when the first chart is drawn, not before."""
    with quick_jsonschema():
        import altair
    return altair


def bars(rows: Sequence[Mapping[str, Any]], label: str, value: str, unit: str) -> Any:
    """Draw labelled horizontal bars in the order of `rows`, each with its value beside it."""
    alt = _altair()
    base = alt.Chart(alt.Data(values=list(rows))).encode(
        y=alt.Y(f"{label}:N", sort=None, title=None),
        x=alt.X(f"{value}:Q", title=unit),
    )
    text = base.mark_text(align="left", dx=4).encode(text=alt.Text(f"{value}:Q", format=".3~f"))
    return (base.mark_bar(color=FIRST, height={"band": 0.7}) + text).properties(width=420)


def lines(
    rows: Sequence[Mapping[str, Any]],
    x: str,
    y: str,
    series: str,
    titles: tuple[str, str],
    *,
    narrow: bool = False,
) -> Any:
    """Draw one line with marked points for each value of `series`, told apart by shape too.

    `titles` names the horizontal and the vertical axis; `narrow` makes it fit a phone, with the
    names below.
    """
    alt = _altair()
    names = list(dict.fromkeys(row[series] for row in rows))
    palette = [FIRST, SECOND, QUIET, *_MORE][: len(names)]
    scale = alt.Scale(domain=names, range=palette)
    legend = alt.Legend(orient="bottom", columns=2, labelLimit=160) if narrow else alt.Legend()
    return (
        alt.Chart(alt.Data(values=list(rows)))
        .mark_line(point={"size": 70, "filled": True}, strokeWidth=2)
        .encode(
            x=alt.X(f"{x}:O", title=titles[0], axis=alt.Axis(labelAngle=0)),
            y=alt.Y(f"{y}:Q", title=titles[1]),
            color=alt.Color(f"{series}:N", scale=scale, title=None, legend=legend),
            shape=alt.Shape(
                f"{series}:N", scale=alt.Scale(domain=names), title=None, legend=legend
            ),
        )
        .properties(width=240 if narrow else 420, height=240)
    )
