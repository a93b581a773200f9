"""A built site is held against what it promises; each promise can be broken here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.errors import CourseError
from course.site import inspect

PAGE = (
    '<!doctype html><html lang="en-GB"><head><title>T</title>{head}</head>'
    "<body>{body}</body></html>"
)


def site(folder: Path, body: str = "", head: str = "") -> Path:
    (folder / "sub").mkdir(exist_ok=True)
    (folder / "index.html").write_text(PAGE.format(body=body, head=head), encoding="utf-8")
    (folder / "sub" / "b.html").write_text(
        PAGE.format(body='<p id="here">x <a href="../index.html">back</a></p>', head=""),
        encoding="utf-8",
    )
    (folder / "p.svg").write_text("<svg/>", encoding="utf-8")
    return folder


FINE = [
    '<a href="sub/b.html#here">b</a>',
    '<a href="sub/">a folder</a>'.replace("sub/", "sub/b.html?x=1"),
    '<a href="https://example.org/">elsewhere, if the reader wants</a>',
    '<a href="mailto:a@example.org">m</a>',
    '<img src="p.svg" alt="a plan">',
    '<img src="p.svg" alt="">',
    '<img src="data:image/png;base64,x" alt="d">',
    '<svg role="img" aria-label="a curve"><svg></svg></svg>',
    "<svg><title>a curve</title></svg>",
    '<button aria-label="Menu"><svg><use href="#there"/></svg></button><i id="there"></i>',
    "<label for='nav'><svg></svg></label><input id='nav' type='checkbox' aria-label='Contents'>",
    "<a href='#x' id='x'><svg></svg> Back</a>",
    '<span aria-hidden="true"><svg></svg></span>',
    '<svg style="display: none"><symbol id="s"></symbol></svg>',
]


@pytest.mark.parametrize("body", FINE)
def test_what_is_right_is_let_be(tmp_path: Path, body: str) -> None:
    assert inspect.faults(site(tmp_path, body)) == []


WRONG = [
    ('<a href="sub/c.html">c</a>', "sub/c.html leads nowhere"),
    ('<a href="sub">c</a>', "leads nowhere"),
    ('<a href="sub/b.html#there">c</a>', "a place that is not on that page"),
    ('<a href="#there">c</a>', "a place that is not on that page"),
    ('<a href="../../x.html">c</a>', "leads out of the site"),
    ('<script src="https://cdn.example/x.js"></script>', "asks another host"),
    ('<script src="//cdn.example/x.js"></script>', "asks another host"),
    ('<script src="none.js"></script>', "none.js leads nowhere"),
    ('<iframe src="http://example.org"></iframe>', "asks another host"),
    ('<link rel="stylesheet" href="https://fonts.example/a.css">', "asks another host"),
    ('<link rel="preconnect" href="https://fonts.example">', "asks another host"),
    ('<p style="background: url(https://example.org/a.png)">x</p>', "asks another host"),
    ("<style>@import 'https://example.org/a.css';</style>", "asks another host"),
    ('<svg><use href="https://example.org/a.svg#b"/><title>t</title></svg>', "asks another host"),
    ('<img src="p.svg">', "has no text"),
    ("<svg><path/></svg>", "a drawing has no text"),
    ("<button><svg></svg></button>", "a drawing has no text"),
]


@pytest.mark.parametrize(("body", "said"), WRONG)
def test_what_is_wrong_is_named_with_its_page(tmp_path: Path, body: str, said: str) -> None:
    (found,) = inspect.faults(site(tmp_path, body))
    assert found.startswith("index.html: ") and said in found


def test_a_page_says_its_language_and_title(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "c.html").write_text("<html><body>x</body></html>", encoding="utf-8")
    assert inspect.faults(tmp_path) == [
        "c.html: the page does not say its language",
        "c.html: the page has no title",
    ]


def test_style_sheets_and_settings_ask_no_other_host(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "a.css").write_text("@font-face {src: url(//f.example/x.woff)}", encoding="utf-8")
    settings = {"litePluginSettings": {"kernel": {"pyodideUrl": "https://cdn.example/pyodide.js"}}}
    (tmp_path / "jupyter-lite.json").write_text(json.dumps(settings), encoding="utf-8")
    assert inspect.faults(tmp_path) == [
        "a.css: it asks another host for //f.example/x.woff",
        "jupyter-lite.json: its setting pyodideUrl names another host: "
        "https://cdn.example/pyodide.js",
    ]


def test_where_no_site_is_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="build it with `make site`"):
        inspect.faults(tmp_path)
