"""What the pages that come out of grading share: one file, no script, no network, and their look.

Whatever a student wrote is a stranger's text. It is escaped, stripped of signs that no page should
show, and set apart, so that it can neither leave its place nor turn the text around it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from course.files import PACKAGE, read_text, read_toml

CSS = Path(__file__).with_name("page.css")
TEXTS = PACKAGE / "messages" / "grading.toml"
# Control characters, halves of characters, signs that turn the direction of what follows.
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
# No page may fetch anything, even if something slipped through.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class Markup(str):
    """HTML that was made here: not to be escaped again."""

    __slots__ = ()


@cache
def texts(part: str) -> Mapping[str, str]:
    """Read what a page says: one part of ``messages/grading.toml``."""
    data = read_toml(TEXTS, TEXTS.with_name("grading.schema.json"))
    found: Mapping[str, str] = data[part]
    return found


def clean(text: str) -> str:
    """Put a visible sign in place of characters that a page cannot show or should not obey.

    >>> clean("a\\u202eb\\x00")
    'a\ufffdb\ufffd'
    """
    return _UNFIT.sub("\ufffd", text)


def escape(text: object) -> Markup:
    """Make any text fit for HTML; what is `Markup` already stays as it is."""
    return text if isinstance(text, Markup) else Markup(html.escape(clean(str(text))))


def own(text: object) -> Markup:
    """Set a stranger's words apart, so that their direction stays with them."""
    return Markup(f"<bdi>{escape(text)}</bdi>")


def say(template: str, **values: object) -> Markup:
    """Fill a sentence; every value that is not `Markup` is escaped.

    >>> say("{n} & more", n="<b>")
    '&lt;b&gt; &amp; more'
    """
    filled = {name: escape(value) for name, value in values.items()}
    return Markup(html.escape(template, quote=False).format(**filled))


def number(value: float) -> str:
    """Write points: at most two decimals, none that say nothing.

    >>> number(7.5), number(30.0), number(2 / 3)
    ('7.5', '30', '0.67')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Write a share as whole percent, in a form that no line breaks.

    >>> percent(0.256).split()
    ['26', '%']
    """
    return f"{share:.0%}".replace("%", "\u00a0%")


def shortened(text: str, most: int, note: str) -> str:
    """Cut a text that is too long for a page, and say so with `note` ({n} characters in all)."""
    return text if len(text) <= most else f"{text[:most]}… {note.format(n=len(text))}"


def bar(share: float) -> Markup:
    """Draw a share from 0 to 1 as a bar; the same number must stand beside it in words."""
    width = 100 * min(1.0, max(0.0, share))
    return Markup(
        f'<span class="track" aria-hidden="true"><span class="fill" style="width:{width:.1f}%">'
        "</span></span>"
    )


def table(
    caption: object,
    head: Sequence[object],
    rows: Sequence[Sequence[object]],
    *,
    numbers: Sequence[int] = (),
    foot: Sequence[object] = (),
    caption_seen: bool = True,
) -> Markup:
    """Write a table with its caption; the first cell of each row is its heading.

    `numbers` are the columns that are set to the right. A table that is wider than the page scrolls
    by itself, by keyboard too. Where a heading beside it says the same, the caption is for screen
    readers only.
    """

    def cells(row: Sequence[object], tag: str, scope: str) -> str:
        made = []
        for n, content in enumerate(row):
            kind = ' class="number"' if n in numbers else ""
            if tag == "th" or n == 0:
                made.append(f'<th scope="{scope}"{kind}>{escape(content)}</th>')
            else:
                made.append(f"<td{kind}>{escape(content)}</td>")
        return f"<tr>{''.join(made)}</tr>"

    body = "".join(cells(row, "td", "row") for row in rows)
    end = f"<tfoot>{cells(foot, 'td', 'row')}</tfoot>" if foot else ""
    name = re.sub(r"<[^>]*>", "", escape(caption))
    seen = "" if caption_seen else ' class="unseen"'
    return Markup(
        f'<div class="scroll" role="group" tabindex="0" aria-label="{name}"><table>'
        f"<caption{seen}>{escape(caption)}</caption><thead>{cells(head, 'th', 'col')}</thead>"
        f"<tbody>{body}</tbody>{end}</table></div>"
    )


def items(parts: Sequence[object]) -> Markup:
    """Write a list."""
    return Markup(f"<ul>{''.join(f'<li>{escape(part)}</li>' for part in parts)}</ul>")


def paragraphs(*parts: object) -> Markup:
    """Write paragraphs; empty ones are left out."""
    return Markup("".join(f"<p>{escape(part)}</p>" for part in parts if part))


def section(id: str, heading: object, *parts: Any) -> Markup:
    """Write a section with its heading, as a landmark by that name."""
    inner = "\n".join(escape(part) for part in parts if part)
    return Markup(
        f'<section aria-labelledby="{id}">\n<h2 id="{id}">{escape(heading)}</h2>\n{inner}\n'
        "</section>"
    )


def frame(
    title: str,
    head: Sequence[object],
    body: Sequence[object],
    foot: object,
    *,
    also: Path | None = None,
) -> str:
    """Put a page together: its title, what stands above, the sections, a last word.

    `also` is a second style sheet, for a page that needs more than the others.
    """
    sheets = read_text(CSS) + (read_text(also) if also else "")
    style = re.sub(r"/\*.*?\*/\s*", "", sheets, flags=re.DOTALL)
    above, main = ("\n".join(map(escape, part)) for part in (head, body))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header>\n{above}\n</header>\n<main>\n{main}\n</main>\n"
        f"<footer>\n<p>{escape(foot)}</p>\n</footer>\n</body>\n</html>\n"
    )
