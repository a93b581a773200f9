"""Hold a built site against what it promises: links lead somewhere, pictures have words, and no
page asks another host for anything.

What is read is what stands in the files: HTML pages, style sheets and JupyterLite's settings. What
scripts ask for while they run is watched in a real browser, in the tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from course.errors import CourseError
from course.files import read_text

LOADED = (
    ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("audio", "src"),
    ("video", "src"), ("embed", "src"), ("object", "data"), ("use", "href"), ("image", "href"),
)  # fmt: skip
"""Elements that load what their attribute names, without being asked."""
FOLLOWED = ("canonical", "license", "author", "next", "prev", "search", "help")
"""Kinds of <link> that a browser loads nothing for."""
ELSEWHERE = re.compile(r"^(?:https?:)?//", re.IGNORECASE)
IN_STYLE = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])((?:https?:)?//[^"')\s]+)""", re.IGNORECASE
)
SETTINGS = ("jupyter-lite.json", "jupyter-lite.ipynb", "pyodide-lock.json", "all.json")
HARMLESS = ("docs_url",)


def faults(site: Path) -> list[str]:
    """Name everything that is wrong with a built site, a sentence each.

    Raises
    ------
    CourseError
        If there is no site in that folder.
    """
    if not (site / "index.html").is_file():
        raise CourseError(f"There is no site in {site}; build it with `make site` first.")
    found: list[str] = []
    for path in sorted(site.rglob("*")):
        if not path.is_file():
            continue
        name = path.relative_to(site).as_posix()
        if path.suffix == ".html":
            found += (f"{name}: {fault}" for fault in page_faults(path, site))
        elif path.suffix == ".css":
            found += (f"{name}: {fault}" for fault in style_faults(read_text(path)))
        elif path.name in SETTINGS:
            found += (f"{name}: {fault}" for fault in setting_faults(path))
    return found


def page_faults(path: Path, site: Path) -> Iterator[str]:
    """Name what is wrong with one page."""
    soup = _soup(path)
    for name, attribute in LOADED:
        for element in soup.find_all(name):
            address = element.get(attribute) or element.get("xlink:href")
            if isinstance(address, str):
                yield from _loads(address, path, site)
    for element in soup.find_all("link"):
        kinds = element.get_attribute_list("rel")
        address = element.get("href")
        if isinstance(address, str) and not set(kinds) & set(FOLLOWED):
            yield from _loads(address, path, site)
    for element in soup.find_all(["a", "area"]):
        address = element.get("href")
        if isinstance(address, str) and not ELSEWHERE.match(address):
            yield from _leads(address, path, site)
    for element in soup.find_all(style=True):
        yield from style_faults(str(element["style"]))
    for element in soup.find_all("style"):
        yield from style_faults(element.get_text())
    yield from _pictures(soup)
    if not (soup.html and soup.html.get("lang")):
        yield "the page does not say its language"
    if not (soup.title and soup.title.get_text(strip=True)):
        yield "the page has no title"


def style_faults(text: str) -> Iterator[str]:
    """Name what a style sheet loads from another host.

    >>> list(style_faults("@import '//fonts.example/a.css'; a {background: url(own.png)}"))
    ['it asks another host for //fonts.example/a.css']
    """
    for address in IN_STYLE.findall(text):
        yield f"it asks another host for {address}"


def setting_faults(path: Path) -> Iterator[str]:
    """Name addresses of other hosts in settings of the browser's JupyterLab."""
    try:
        data = json.loads(read_text(path))
    except ValueError:
        yield "it is not valid JSON"
        return
    for key, value in _strings(data, ""):
        is_address = key.lower().endswith(("url", "urls")) and key not in HARMLESS
        if is_address and ELSEWHERE.match(value):
            yield f"its setting {key} names another host: {value}"


def _strings(data: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _strings(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value, key)
    elif isinstance(data, str):
        yield key, data


def _loads(address: str, page: Path, site: Path) -> Iterator[str]:
    """Check something that the browser fetches by itself."""
    if ELSEWHERE.match(address):
        yield f"it asks another host for {address}"
    elif not address.startswith(("data:", "blob:", "#")):
        yield from _leads(address, page, site)


def _leads(address: str, page: Path, site: Path) -> Iterator[str]:
    """Check a link within the site."""
    parts = urlsplit(address)
    if parts.scheme:  # mailto: and the like
        return
    target = page
    if parts.path:
        start = site if parts.path.startswith("/") else page.parent
        target = (start / unquote(parts.path).lstrip("/")).resolve()
        if target.is_dir():
            target = target / "index.html"
        if not target.is_relative_to(site.resolve()):
            yield f"the link {address} leads out of the site"
            return
        if not target.is_file():
            yield f"the link {address} leads nowhere"
            return
    if (
        parts.fragment
        and target.suffix == ".html"
        and not _scripted(target)
        and unquote(parts.fragment) not in _anchors(target.resolve())
    ):
        yield f"the link {address} leads to a place that is not on that page"


def _pictures(soup: BeautifulSoup) -> Iterator[str]:
    """Name pictures without words beside them."""
    for element in soup.find_all("img"):
        if element.get("alt") is None:
            yield f"the picture {str(element.get('src'))[:60]} has no text"
    for element in soup.find_all("svg"):
        if _hidden(element) or element.find_parent("svg") or _named_by_control(element):
            continue
        words = element.get("aria-label") or element.get("aria-labelledby")
        if not words and not element.find("title"):
            yield f"a drawing has no text: {' '.join(str(element)[:80].split())}"


def _named_by_control(element: Tag) -> bool:
    """Say whether a drawing is the face of a button or link that has a name of its own."""
    control = element.find_parent(["button", "a", "label", "summary"])
    if control is None:
        return False
    target = control.get("for")
    of = [control, *(control.find_parents()[-1].find_all(id=target) if target else [])]
    return any(one.get("aria-label") or one.get("title") or one.get_text(strip=True) for one in of)


def _hidden(element: Tag) -> bool:
    """Say whether something is not meant to be seen or read."""
    around = [element, *element.parents]
    return any(
        one.get("aria-hidden") == "true" or one.get("hidden") is not None or "display: none" in
        str(one.get("style", "")) or one.name == "template"
        for one in around
    )  # fmt: skip


def _scripted(path: Path) -> bool:
    """Say whether a page is a program that makes its own places: JupyterLite's are."""
    return "jupyter-config-data" in read_text(path)


@cache
def _anchors(path: Path) -> frozenset[str]:
    soup = _soup(path)
    named = [str(one.get("id")) for one in soup.find_all(id=True)]
    return frozenset(
        [*named, *(str(one.get("name")) for one in soup.find_all("a", attrs={"name": True}))]
    )


def _soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(read_text(path), "html.parser")
