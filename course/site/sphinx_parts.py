"""What we add to Sphinx: formulas as MathML, tables that scroll by keyboard, scripts where needed.

An extension of Sphinx (its own hooks: a math renderer, and a look at each page before it is
written). MathML is drawn and read aloud by the browser itself, so a page needs no script and no
font from elsewhere for its formulas.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path
from typing import Any

from latex2mathml.converter import convert

from course.errors import CourseError

SCRIPT = re.compile(r"(<script\b.*?</script>)", re.DOTALL)
TABLE = re.compile(
    r'(?P<wrapper><div class="table-wrapper[^"]*">\s*)?(?P<table><table\b.*?</table>)', re.DOTALL
)
CELL = re.compile(r"<(caption|th)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
FIGURE, LIVES, MY_WORK = '<figure class="tpl-figure"', 'type="application/json"', 'id="your-work"'
"""What a page must hold to be given the styles and scripts that go with it."""
NO_SHEETS = re.compile(r"mystnb|pygments|furo-extensions")
"""For coloured code and for extensions that the site does not use."""
UNUSED = (
    "_static/sphinx_highlight.js",  # it would rewrite the text of live figures under their feet
    "_static/translations.js",  # of British English there are gaps, at which the search stops
    "_static/scripts/furo-extensions.js",  # empty
)


def mathml(latex: str, *, block: bool = False) -> str:
    r"""Write a formula as MathML.

    Raises
    ------
    CourseError
        If the formula cannot be read.

    >>> "<msup>" in mathml("x^2")
    True
    """
    try:
        return str(convert(latex, display="block" if block else "inline"))
    except Exception as error:  # the converter raises whatever its parser raises
        raise CourseError(
            f"The formula {latex} cannot be read ({type(error).__name__})."
        ) from error


def scrollable(body: str) -> str:
    """Put every table of a page into a box of its own that scrolls, by keyboard too.

    >>> scrollable("<table><caption>Votes</caption></table>")[:72]
    '<div class="table-wrapper" role="region" tabindex="0" aria-label="Votes"'
    """
    number, used = 0, Counter[str]()

    def boxed(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        label = _label(found["table"]) or f"Table {number}"
        used[label] += 1
        label = html.escape(label if used[label] == 1 else f"{label} ({used[label]})")
        names = f'role="region" tabindex="0" aria-label="{label}"'
        if found["wrapper"]:
            return found["wrapper"].replace("<div ", f"<div {names} ", 1) + found["table"]
        return f'<div class="table-wrapper" {names}>{found["table"]}</div>'

    parts = SCRIPT.split(body)
    return "".join(part if SCRIPT.match(part) else TABLE.sub(boxed, part) for part in parts)


def _label(table: str) -> str:
    """Name a table by its caption, or else by its columns."""
    cells = [(kind, html.unescape(TAG.sub("", text)).strip()) for kind, text in CELL.findall(table)]
    caption = next((text for kind, text in cells if kind == "caption"), "")
    heads = [text for kind, text in cells if kind == "th" and text][:4]
    return caption[:120] or (f"Table: {', '.join(heads)}"[:120] if heads else "")


def _visit_inline(translator: Any, node: Any) -> None:
    from docutils.nodes import SkipNode

    translator.body.append(mathml(node.astext()))
    raise SkipNode


def _visit_block(translator: Any, node: Any) -> None:
    from docutils.nodes import SkipNode

    # A formula wider than a phone scrolls in its own box.
    label = html.escape(f"Formula: {node.astext().strip()}"[:160])
    start = f'<div class="formula" role="group" tabindex="0" aria-label="{label}">'
    translator.body.append(f"{start}{mathml(node.astext(), block=True)}</div>")
    raise SkipNode


def _name(asset: object) -> str:
    return str(getattr(asset, "filename", asset))


def _before_writing(
    app: Any, page: str, template: str, context: dict[str, Any], tree: object
) -> None:
    context["furo_navigation_tree"] = context.get("furo_navigation_tree", "").replace(
        'role="heading"', 'role="heading" aria-level="2"'
    )
    body = context.get("body", "")
    sheets = context.get("css_files", [])
    sheets[:] = [sheet for sheet in sheets if not NO_SHEETS.search(_name(sheet))]
    scripts = context.get("script_files", [])
    scripts[:] = [script for script in scripts if _name(script) not in UNUSED]
    if FIGURE in body:
        app.add_css_file("widgets.css")
        if LIVES in body:
            app.add_js_file("figures.js", loading_method="defer")
    if MY_WORK in body and (Path(app.srcdir) / "static" / "site.js").is_file():
        app.add_js_file("site.js", loading_method="defer")
    if body:
        context["body"] = scrollable(body)


def setup(app: Any) -> dict[str, bool]:
    """Register with Sphinx."""
    app.add_html_math_renderer("mathml", (_visit_inline, None), (_visit_block, None))
    app.connect("html-page-context", _before_writing, priority=900)  # after the theme's own
    return {"parallel_read_safe": True, "parallel_write_safe": True}
