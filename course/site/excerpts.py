"""Parts of the repository's own texts as pages of the site: included, never written twice."""

from __future__ import annotations

import posixpath
import re

from course.errors import CourseError

LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<to>[^)\s]+)\)")
ABOUT_LINKS = re.compile(r"\(The links above[^)]*\)\s*")
"""Of links that are none on the site, nothing is said."""
PICTURE = re.compile(r"^!\[[^\]]*\]\([^)]*/[^)]*\)\n?", re.MULTILINE)
"""A picture that lies elsewhere is left out; the guide's own lie beside its pages."""
GUIDE = "docs/teaching"
"""The teacher's guide in the repository; on the site it is the folder ``teaching``."""
PAGES = {
    "assignments/README.md": "assignments.md",
    "course/data/README.md": "data.md",
    "docs/grading.md": "grading.md",
    "hub/README.md": "hub.md",
    "hub/kubernetes/README.md": "kubernetes.md",
    "packs/README.md": "packs.md",
    "README.md": "about.md",
}
"""Which text of the repository has which page."""


def on_site(text: str, folder: str = "", page: str = "") -> str:
    """Rewrite a text's links for the site; what is not on the site is named and not linked.

    Parameters
    ----------
    text
        Markdown.
    folder
        Where in the repository the text lies.
    page
        In which folder of the site its page will lie.

    >>> on_site("See [it](../docs/grading.md) and [keys](keys).", "assignments")
    'See [it](grading.md) and keys.'
    >>> on_site("[It](../grading.md), [next](lesson_1.md#board)", GUIDE, "teaching")
    '[It](../grading.md), [next](lesson_1.md#board)'
    """

    def one(found: re.Match[str]) -> str:
        to = found["to"]
        if to.startswith(("http://", "https://", "#", "mailto:")):
            return found[0]
        to, _, place = to.partition("#")
        there = _page(posixpath.normpath(posixpath.join(folder, to)))
        if not there:
            return found["text"]
        there = posixpath.relpath(there, page or ".") + (f"#{place}" if place else "")
        # Where a file's name stands for it, its page's title does.
        text = "" if found["text"].endswith((".md", ".ipynb")) else found["text"]
        return f"[{text}]({there})"

    return LINK.sub(one, ABOUT_LINKS.sub("", PICTURE.sub("", text)))


def _page(path: str) -> str:
    """Give the page that a file of the repository has on the site; empty if it has none."""
    for folder, there in (("notebooks/", "lessons/"), (f"{GUIDE}/", "teaching/")):
        if path.startswith(folder) and path.endswith((".ipynb", ".md")):
            return there + path.removeprefix(folder)
    return PAGES.get(path, "")


def section(text: str, heading: str) -> str:
    """Give what stands under a heading of the second level.

    Raises
    ------
    CourseError
        If there is no such heading.
    """
    pattern = rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)"
    found = re.search(pattern, text, re.DOTALL | re.MULTILINE)
    if not found:
        raise CourseError(f"README.md has no section “{heading}”, which the site shows; add it.")
    return found[1].strip()


def about(readme: str) -> str:
    """Put together the page about the course from the README."""
    opening = re.search(r"^# .*?\n(.*?)(?=^## )", readme, re.DOTALL | re.MULTILINE)
    if not opening:
        raise CourseError("README.md has no text before its first section; the site shows it.")
    parts = [opening[1].strip()]
    later = "When something is wrong, a new version, goodbye"
    for heading in ("Two commands", "The lessons", "For learners", later, "Licences"):
        parts.append(f"## {heading}\n\n{section(readme, heading)}")
    return on_site("\n\n".join(parts)) + "\n"


def for_teachers(readme: str) -> str:
    """Give the README's section for teachers."""
    return on_site(section(readme, "For teachers")) + "\n"
