"""What the site's own pages say: held to a schema, read alike in both languages, all of it used."""

from __future__ import annotations

import json
import re

import pytest
from test_javascript import JS, STATIC, node

from course import journal, notebooks
from course.files import DRIVE, PACKAGE, my_work, read_toml
from course.site import browser

FILE = PACKAGE / "messages" / "site.toml"
WORDS: dict[str, str] = read_toml(FILE, FILE.with_suffix(".schema.json"))


def test_every_text_is_used_and_every_text_asked_for_is_there() -> None:
    script = (JS / "src" / "site" / "your_work.js").read_text(encoding="utf-8")
    families = re.findall(r"words\[`(\w+_)\$\{", script)
    assert {"lesson_", "would_", "is_", "done_", "fault_", "what_", "here_"} <= set(families)
    named = set(re.findall(r"\bwords\.(\w+)", script))
    assert named <= set(WORDS)
    unused = [w for w in WORDS if w not in named and not w.startswith(tuple(families))]
    assert not unused


def test_lessons_are_called_as_their_pages_are() -> None:
    titles = [
        notebooks.read(path).cells[0].source.splitlines()[0] for path in notebooks.notebooks()
    ]
    assert titles == [f"# Lesson {n} · {WORDS[f'lesson_{n}']}" for n in range(9)]


def test_the_page_looks_where_lessons_in_the_browser_write(monkeypatch: pytest.MonkeyPatch) -> None:
    script = (JS / "src" / "site" / "storage.js").read_text(encoding="utf-8")
    assert f'DATABASE = "{browser.STORAGE}"' in script
    monkeypatch.delenv("COURSE_HOME", raising=False)
    monkeypatch.setattr("course.files.IN_BROWSER", True)
    folder = my_work().relative_to(DRIVE).as_posix()
    assert f'FOLDER = "{folder}"' in script
    assert f"`${{FOLDER}}/{journal.NAME}`" in script


def test_both_languages_have_the_same_limits() -> None:
    site = JS / "src" / "site"
    assert f"LARGEST = {journal.LARGEST:_};" in (site / "journal.js").read_text(encoding="utf-8")
    canonical = (site / "canonical.js").read_text(encoding="utf-8")
    assert f"DEEPEST = {journal.DEEPEST};" in canonical


@pytest.mark.node
def test_javascript_reads_the_same() -> None:
    code = (
        'import { readFileSync } from "node:fs"; import { plainToml } from "./toml.mjs";'
        "console.log(JSON.stringify(plainToml(readFileSync(process.argv[1], 'utf8'))))"
    )
    done = node("--input-type=module", "-e", code, str(FILE))
    assert json.loads(done.stdout) == WORDS


def test_the_script_asks_for_nothing() -> None:
    script = (STATIC / "site.js").read_text(encoding="utf-8")
    for word in ("fetch(", "XMLHttpRequest", "WebSocket", "importScripts", "import(", "url("):
        assert word not in script
    assert len(script.encode()) < 60_000  # it is loaded by one page, which has nothing else to load
