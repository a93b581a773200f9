"""A lesson notebook as the source of a page: what is said stays, what only runs is put aside.

The page shows the lesson as it was saved, and nothing is run. So the code stands folded, or is left
out where it is only a name; a figure that can live without Python keeps its data, and one that
cannot says where to go. Notebook in, notebook out: pure functions.
"""

from __future__ import annotations

import ast
import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import nbformat

from course.errors import CourseError
from course.notebooks import KERNEL
from course.site.links import with_links
from course.widgets.bridge import messages

ROOT = "../"
"""The way from a lesson's page to the top of the site."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies.

    Attributes
    ----------
    root
        The way from it to the top of the site.
    address
        Where the same can be done in the browser.
    articles
        Whether ids such as A4 in it are paragraphs of the two articles, to be linked.
    """

    root: str
    address: str
    articles: bool = True

    def linked(self, text: str, *, markup: bool = False) -> str:
        """Turn ids of paragraphs and claims into links, where they are ids of these."""
        return with_links(text, self.root, markup=markup) if self.articles else text


ID = re.compile(r"(?:L\d+(?:\.\w+)*|[AB]\d+)")
RUN_FIRST = re.compile(r"^\*Run the next cell first.*?\*$", re.MULTILINE | re.DOTALL)
MINUTES = re.compile(r"\*\*Minutes:\*\*\s*(\d+)")
TITLE = re.compile(r"^# (?P<title>Lesson (?P<number>\d+) · (?P<name>.+))$", re.MULTILINE)
QUESTION = re.compile(r"\*\*Question\.\*\*\s*(.+)")
FIGURE = re.compile(r'<figure class="tpl-figure".*?</figure>', re.DOTALL)
OWN_COPY = re.compile(r", or add a copy of your own: in a terminal .*?(?=</small>)", re.DOTALL)
"""What only the installed course can do; on a page it would mislead."""
SHELF = "shelf()"
"""Every lesson holds the same shelf; the site has pages for what lies on it."""
DATA = re.compile(r'<script type="application/json">(.*?)</script>', re.DOTALL)
CHART = re.compile(
    r'<figure style="margin: 1em 0">(?P<svg><svg role="img" aria-label="(?P<name>[^"]*)".*?</svg>)',
    re.DOTALL,
)
KIND = re.compile(r'data-kind="(\w+)"')
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the table of contents says of a lesson."""

    file: str
    number: int
    title: str
    name: str
    question: str
    minutes: int

    @property
    def stem(self) -> str:
        """The name of its page, without an ending."""
        return self.file.removesuffix(".ipynb")


def lesson(file: str, notebook: Any) -> Lesson:
    """Read a lesson's number, name, question and minutes from its first cell.

    Raises
    ------
    CourseError
        If the first cell does not hold them.
    """
    first = notebook.cells[0].source if notebook.cells else ""
    title, question, minutes = (p.search(first) for p in (TITLE, QUESTION, MINUTES))
    if not (title and question and minutes):
        raise CourseError(
            f"{file}: the first cell must hold a title (“# Lesson 1 · Name”), the question and the "
            "minutes; add what is missing."
        )
    return Lesson(
        file,
        int(title["number"]),
        title["title"],
        title["name"],
        question[1].strip(),
        int(minutes[1]),
    )


def do_address(file: str, root: str = ROOT) -> str:
    """Give the address at which a lesson can be done in the browser.

    >>> do_address("00_start_here.ipynb", "")
    'do/notebooks/index.html?path=00_start_here.ipynb'
    """
    return f"{root}do/notebooks/index.html?path={file}"


def page(
    file: str,
    notebook: Any,
    words: Mapping[str, str],
    *,
    root: str = ROOT,
    articles: bool = True,
) -> Any:
    """Turn a lesson notebook into the notebook that Sphinx makes a page of.

    Parameters
    ----------
    file
        The lesson's file, with its folders among the lessons to do.
    notebook
        The saved lesson.
    words
        What the site itself says: ``reading_note``, ``do_this``, ``show_code``, ``not_kept``.
    root
        The way from the page to the top of the site.
    articles
        Whether ids such as A4 in it are paragraphs of the two articles.
    """
    place = Place(root, do_address(file, root), articles)
    cells = []
    for number, cell in enumerate(notebook.cells):
        if cell.cell_type == "markdown":
            source = place.linked(RUN_FIRST.sub("", cell.source).rstrip())
            if number == 0:
                source += f"\n\n{note(words, place, lives=_lives(notebook))}"
            cells.append(nbformat.v4.new_markdown_cell(source, id=cell.id))
        elif cell.cell_type == "code":
            cells += _code(cell, number, words, place)
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


def note(words: Mapping[str, str], place: Place, *, lives: bool) -> str:
    """Say once what a page does not do, and where that is done; `lives`: some exercises work."""
    works = words["some_work" if lives else "none_work"]
    work = f"{place.root}your_work.html"
    said = words["reading_note"].format(do=place.address, work=work, works=works)
    return (
        f'<div class="reading-note" role="note" aria-label="{words["reading_label"]}">{said}</div>'
    )


def _lives(notebook: Any) -> bool:
    """Say whether a lesson has a figure that lives on a page."""
    return any(
        DATA.search(str(text))
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        for text in output.get("data", {}).values()
    )


def _code(cell: Any, number: int, words: Mapping[str, str], place: Place) -> list[Any]:
    """Give a code cell's source, folded, and its outputs; nothing if it only fetches tools."""
    outputs = [_output(output, words, place) for output in cell.outputs]
    if not outputs and number == 1 and is_import(cell.source):
        return []
    if cell.source.strip() == SHELF:
        return [nbformat.v4.new_markdown_cell(words["shelf"].format(root=place.root), id=cell.id)]
    made = []
    if not is_id(cell.source):
        folded = (
            f'<details class="code"><summary>{words["show_code"]}</summary>\n\n'
            f"```text\n{cell.source.strip()}\n```\n\n</details>"
        )
        made.append(nbformat.v4.new_markdown_cell(folded, id=f"{cell.id}-code"))
    if outputs:
        new = nbformat.v4.new_code_cell(cell.source, outputs=outputs, id=cell.id)
        new.metadata["tags"] = ["remove-input"]
        made.append(new)
    return made


def is_import(source: str) -> bool:
    """Say whether a cell only fetches tools, and says perhaps on which pack they are to work.

    >>> is_import("from course import check"), is_import("check('L0.1')")
    (True, False)
    >>> is_import("from course import pack_card\\nPACK = 'cuba_1962'")
    True
    """
    kinds = [
        type(line)
        for line in ast.parse(source).body
        if not (isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "PACK")
    ]
    return bool(kinds) and all(kind in (ast.Import, ast.ImportFrom) for kind in kinds)


def is_id(source: str) -> bool:
    """Say whether a cell is no more than the name of a question, a widget or some paragraphs.

    >>> is_id('check("L1.w1")'), is_id('reading("A1", "B15")'), is_id("ClaimSorter()")
    (True, True, True)
    >>> is_id('pack_check(PACK, "loss.1")'), is_id("ClaimSorter(pack=PACK)")
    (True, True)
    >>> is_id('lawyer("D")'), is_id("capabilities_chart(2014)"), is_id("Game(reward=3).kind")
    (False, False, False)
    """
    body = ast.parse(source).body
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        return False
    call = body[0].value
    if not isinstance(call, ast.Call) or any(word.arg != "pack" for word in call.keywords):
        return False
    given = [*call.args, *(word.value for word in call.keywords)]
    on_pack = any(isinstance(one, ast.Name) and one.id == "PACK" for one in given)
    ids = [one for one in given if not isinstance(one, ast.Name)]
    return len(given) - len(ids) == on_pack and all(
        isinstance(one, ast.Constant) and (on_pack or ID.fullmatch(str(one.value))) for one in ids
    )


def _output(output: Any, words: Mapping[str, str], place: Place) -> Any:
    """Give an output in the one form that a page shows."""
    if output.output_type == "error":
        lines = (COLOURS.sub("", line) for line in output.get("traceback", ()))
        text = "\n".join(lines).strip() or f"{output.ename}: {output.evalue}"
        return _shown(f'<pre class="error-output">{html.escape(text)}</pre>')
    if output.output_type == "stream":
        return _shown(f"<pre>{html.escape(output.text)}</pre>")
    data = output.data
    # A chart's page form goes out as Markdown (see course.charts); it is HTML all the same.
    markup = data.get("text/html") or data.get("text/markdown")
    if markup is None:
        return _shown(f"<pre>{html.escape(data.get('text/plain', ''))}</pre>")
    markup = CHART.sub(_chart, OWN_COPY.sub(".", markup))
    markup = FIGURE.sub(lambda found: figure(found[0], words, place.address), markup)
    return _shown(place.linked(markup, markup=True))


def _chart(found: re.Match[str]) -> str:
    """Put a chart into a box that scrolls, so that its letters stay readable on a phone."""
    return (
        f'<figure class="chart"><div class="picture" role="group" tabindex="0" '
        f'aria-label="{found["name"]}">{found["svg"]}</div>'
    )


def _shown(markup: str) -> Any:
    return nbformat.v4.new_output("display_data", data={"text/html": markup})


def figure(markup: str, words: Mapping[str, str], address: str) -> str:
    """Give a saved widget: as it is if it can live on the page, else with the way to do it."""
    if DATA.search(markup):
        return DATA.sub(lambda found: _data(found[1]), markup)
    kind = KIND.search(markup)
    still = html.escape(messages(kind[1])["still"]) if kind else ""
    without = markup.replace(f"<p><small>{still}</small></p>", "")
    link = f'<p class="do-this"><a href="{address}">{words["do_this"]}</a></p>'
    return without.replace("</figure>", f"{link}</figure>")


def _data(text: str) -> str:
    pack = json.dumps(packed(json.loads(text)), ensure_ascii=False, separators=(",", ":"))
    safe = pack.replace("</", "<\\/")  # nothing in a text may end the script
    return f'<script type="application/json" data-packed>{safe}</script>'


def packed(data: Any) -> dict[str, Any]:
    """Write data so that a text that recurs stands once; `unpack` in js/src/packed.js reads it.

    >>> packed({"a long name": ["a long name", "~0"]})
    {'words': ['a long name'], 'data': {'~0': ['~0', '~~0']}}
    """
    seen = Counter(_texts(data))
    words = [word for word, n in seen.most_common() if n > 1 and (n - 1) * len(word) > 4 * n]
    short = {word: f"~{number:x}" for number, word in enumerate(words)}

    def written(value: Any) -> Any:
        if isinstance(value, dict):
            return {written(name): written(part) for name, part in value.items()}
        if isinstance(value, list):
            return [written(part) for part in value]
        if not isinstance(value, str):
            return value
        return short.get(value) or (f"~{value}" if value.startswith("~") else value)

    return {"words": words, "data": written(data)}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def contents(lessons: Iterable[Lesson], words: Mapping[str, str]) -> str:
    """Write the lessons as a list with their questions and minutes, and as the order of pages."""
    kept = list(lessons)
    if not kept:
        raise CourseError("There are no lessons for the site; check the folder notebooks.")
    tree = "\n".join(f"{one.title} · {one.minutes}\u00a0min <lessons/{one.stem}>" for one in kept)
    items = "\n".join(
        f'<li><a href="lessons/{one.stem}.html">{html.escape(one.title)}</a> '
        f'<span class="minutes">{words["minutes"].format(n=one.minutes)}</span>'
        f"<p>{html.escape(one.question)}</p></li>"
        for one in kept
    )
    return (
        f'<ol class="lesson-list">\n{items}\n</ol>\n\n'
        f"```{{toctree}}\n:hidden:\n:caption: {words['lessons']}\n\n{tree}\n```\n"
    )
