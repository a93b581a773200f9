"""An essay as HTML: its Markdown, and nothing else that it may hold.

No HTML of the writer's own, no pictures, no links that can be followed: an address is shown as
text. A page with feedback fetches nothing and leads nowhere.
"""

from __future__ import annotations

from typing import Any

import mistune

from course.grading.paper import Markup, clean, escape, shortened
from course.homework.writing import STUB

MOST = 30_000
"""Characters of an essay that a page shows; 350 words are some 2,500."""


class _Renderer(mistune.HTMLRenderer):
    """Markdown with everything taken out that could act or fetch."""

    def __init__(self) -> None:
        super().__init__(escape=True)

    def heading(self, text: str, level: int, **attrs: Any) -> str:
        return f"<h4>{text}</h4>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        shown = escape(url)
        return text if text == shown else f"{text} ({shown})"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return f"[{text or escape(url)}]"


_markdown = mistune.create_markdown(renderer=_Renderer())


def render(text: str, note: str) -> Markup:
    """Write an essay as HTML; `note` says that it was cut, if it is far too long.

    >>> render("## Claim\\n\\n[here](https://example.org) <b>so</b>", "")
    '<h4>Claim</h4>\\n<p>here (https://example.org) &lt;b&gt;so&lt;/b&gt;</p>\\n'
    """
    bare = shortened(clean(text.replace(STUB, "")), MOST, note)
    return Markup(_markdown(bare))
