"""From a name to its place on the site: paragraphs, claims, works; and text that is safe in a page.

Everything here is text in, text out. `root` is the way from a page to the top of the site: empty,
or ``../`` once for each folder that the page lies in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from course import seeds

SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#$|~^])")
# What a link must not be put into: code, formulas, links that are there, tags, addresses.
CLOSED_MARKDOWN = re.compile(
    r"(```.*?```|`[^`]*`|\$\$.*?\$\$|\$[^$\n]*\$|!?\[[^\]]*\]\([^)]*\)|<[^>]+>|https?://\S+|^#[^\n]*$)",
    re.DOTALL | re.MULTILINE,
)
CLOSED_HTML = re.compile(
    r"(<(?P<name>a|script|style|svg|summary|code|pre|button|h[1-6])\b.*?</(?P=name)>|<[^>]+>)",
    re.DOTALL,
)
NAME = re.compile(r"(?<![\w/.-])(?P<id>[AB]\d{1,2}(?:\b(?![.-]?\w))|[AB]-c\d{1,2}\b)")


def plain(text: str) -> str:
    r"""Write text so that MyST Markdown shows it as it is.

    >>> plain("a_b [c] 5 * 3")
    'a\\_b \\[c\\] 5 \\* 3'
    """
    escaped = SPECIAL.sub(r"\\\1", text)
    # A line of text is no list and no heading, whatever it begins with.
    return re.sub(r"^(\s*\d*)([-+.)])(?=\s)", r"\1\\\2", escaped)


def where(id: str, root: str = "") -> str:
    """Give the address of a paragraph, claim or work.

    >>> where("B15", "../")
    '../documents/b.html#b15'
    >>> where("A-c4"), where("walt-1985")
    ('claims.html#a-c4', 'references.html#walt-1985')
    """
    if re.fullmatch(r"[AB]\d+", id):
        return f"{root}documents/{id[0].lower()}.html#{id.lower()}"
    page = "claims" if re.fullmatch(r"[AB]-c\d+", id) else "references"
    return f"{root}{page}.html#{id.lower()}"


def linked(id: str, root: str = "", text: str = "") -> str:
    """Write a link to a paragraph, claim or work, as HTML (which Markdown takes as well)."""
    return f'<a href="{where(id, root)}">{text or id}</a>'


def with_links(text: str, root: str, *, markup: bool = False) -> str:
    """Turn the ids of paragraphs and claims in Markdown (or HTML) into links.

    Code, headings, links and names that only look like an id are left alone.

    >>> with_links("Read A4 and `A5`.", "")
    'Read <a href="documents/a.html#a4">A4</a> and `A5`.'
    >>> with_links("A99 is no paragraph.", "")
    'A99 is no paragraph.'
    """
    known = {p.id for p in seeds.paragraphs()} | {c.id for c in seeds.claims()}

    def one(found: re.Match[str]) -> str:
        id = found["id"]
        return linked(id, root) if id in known else id

    return outside(CLOSED_HTML if markup else CLOSED_MARKDOWN, lambda t: NAME.sub(one, t), text)


def outside(closed: re.Pattern[str], change: Callable[[str], str], text: str) -> str:
    """Change a text everywhere but where `closed` matches."""
    parts, last = [], 0
    for found in closed.finditer(text):
        parts += [change(text[last : found.start()]), found[0]]
        last = found.end()
    return "".join([*parts, change(text[last:])])
