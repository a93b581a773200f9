"""The pages to read: what is staged, and what Sphinx makes of it."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup

from course import checks, glossary, notebooks, records, seeds, tables, widgets
from course.errors import CourseError
from course.files import CLONE, write_whole
from course.packs import asked, folder
from course.site import (
    excerpts,
    inspect,
    links,
    pack_pages,
    reading,
    shelf,
    sphinx_parts,
    staging,
    steps,
)
from course.widgets.bridge import CourseWidget, figure_html, messages

WORDS = reading.site_words()
LESSONS = notebooks.notebooks()
TITLE = "# Lesson 1 · A name\n\n**Question.** Why?\n\n**Minutes:** 58, with a break · **Before**"


def lesson_of(*cells: Any, first: str = TITLE) -> Any:
    made = [nbformat.v4.new_markdown_cell(first, id="title"), *cells]
    return nbformat.v4.new_notebook(cells=made)


def code(source: str, markup: str | None = None, **output: Any) -> Any:
    outputs = []
    if markup is not None:
        output = {"text/html": markup}
    if output:
        outputs = [nbformat.v4.new_output("execute_result", data=output)]
    return nbformat.v4.new_code_cell(source, outputs=outputs, id="cell")


def staged(*cells: Any, first: str = TITLE) -> str:
    """Stage a small lesson; give everything on its page as one text."""
    page = staging.page("01_x.ipynb", lesson_of(*cells, first=first), WORDS)
    nbformat.validate(page)
    parts = []
    for cell in page.cells:
        parts.append(cell.source if cell.cell_type == "markdown" else "")
        parts += [output.data["text/html"] for output in cell.get("outputs", ())]
    return "\n".join(parts)


# Lessons -----------------------------------------------------------------------------------------


def test_the_contents_know_number_question_and_minutes() -> None:
    one = staging.lesson("01_x.ipynb", lesson_of())
    assert (one.number, one.name, one.question, one.minutes) == (1, "A name", "Why?", 58)
    assert one.stem == "01_x"


@pytest.mark.parametrize(
    "missing", ["# Lesson 1 · A name", "**Question.** Why?", "**Minutes:** 58"]
)
def test_a_lesson_without_title_question_or_minutes_is_named(missing: str) -> None:
    with pytest.raises(CourseError, match=r"01_x\.ipynb: the first cell must hold"):
        staging.lesson("01_x.ipynb", lesson_of(first=TITLE.replace(missing, "")))


def test_the_contents_say_the_minutes_that_the_readme_says() -> None:
    readme = (CLONE / "README.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"\(notebooks/(\S+?\.ipynb)\).*?\| (\d+) \|", readme))
    found = {p.name: str(staging.lesson(p.name, notebooks.read(p)).minutes) for p in LESSONS}
    assert said == found
    assert len(found) == 9


def test_what_is_for_a_running_notebook_only_is_not_on_the_page() -> None:
    first = f"{TITLE}\n\n*Run the next cell first, each\ntime ([lesson 0](00_start_here.ipynb)).*"
    text = staged(code("from course import check"), first=first)
    assert "Run the next cell" not in text
    assert "import" not in text
    assert text.count("here they can only be read") == 1
    assert '"../do/notebooks/index.html?path=01_x.ipynb"' in text
    assert '"../your_work.html"' in text


def test_code_stands_folded_unless_it_is_only_a_name() -> None:
    shown = staged(code('Game(reward=5).kind # "<x>"', **{"text/plain": "Stag Hunt <1>"}))
    assert "<details" in shown and "Game(reward=5)" in shown and WORDS["show_code"] in shown
    assert "<pre>Stag Hunt &lt;1&gt;</pre>" in shown
    hidden = staged(code('check("L1.1")', "<p>Question</p>"))
    assert "<details" not in hidden and "L1.1" not in hidden and "<p>Question</p>" in hidden


def test_an_import_that_is_talked_about_stays() -> None:
    text = nbformat.v4.new_markdown_cell("Run the next cell.", id="text")
    assert "from course import check" in staged(text, code("from course import check"))


def test_an_error_made_on_purpose_is_shown_as_text() -> None:
    cell = code("reading('A99')")
    traceback = ["\x1b[31mPlease check:\x1b[0m There is no <A99>."]
    cell.outputs = [
        nbformat.v4.new_output("error", ename="E", evalue="no", traceback=traceback),
        nbformat.v4.new_output("stream", name="stdout", text="a < b"),
    ]
    text = staged(cell)
    assert '<pre class="error-output">Please check: There is no &lt;A99&gt;.</pre>' in text
    assert "<pre>a &lt; b</pre>" in text


def test_a_figure_with_data_keeps_them_and_another_says_where_to_go() -> None:
    data = {"kind": "four_worlds", "config": {"messages": {"a": "</script> ~0"}}}
    live = staged(code("X()", figure_html(data, "<p>Still.</p>", live=False)))
    assert "do-this" not in live
    assert live.count("nothing you do on this page is kept") == 1
    held = re.search(r'<script type="application/json" data-packed>(.*?)</script>', live)
    assert held is not None
    assert unpacked(json.loads(held[1])) == data
    note = messages("check")["still"]
    markup = figure_html({"kind": "check"}, f"<p>Q</p><p><small>{note}</small></p>", live=False)
    still = staged(code('check("L1.1")', markup))
    assert note not in still and still.count("do-this") == 1
    assert still.index("do-this") < still.index("</figure>")


def unpacked(pack: dict[str, Any]) -> Any:
    """Read packed data as js/src/packed.js does."""

    def text(said: str) -> str:
        if not said.startswith("~"):
            return said
        return said[1:] if said.startswith("~~") else pack["words"][int(said[1:], 16)]

    def read(value: Any) -> Any:
        if isinstance(value, str):
            return text(value)
        if isinstance(value, list):
            return [read(part) for part in value]
        if isinstance(value, dict):
            return {text(name): read(part) for name, part in value.items()}
        return value

    return read(pack["data"])


def test_packing_loses_nothing_of_any_lesson_and_saves_much() -> None:
    found, before, after = 0, 0, 0
    for path in LESSONS:
        for cell in notebooks.read(path).cells:
            for output in cell.get("outputs", ()):
                data = output.get("data", {})
                text = data.get("text/html") or data.get("text/markdown") or ""
                for raw in staging.DATA.findall(text):
                    found += 1
                    pack = staging.packed(json.loads(raw))
                    assert unpacked(pack) == json.loads(raw)
                    before += len(raw)
                    after += len(json.dumps(pack, ensure_ascii=False))
    assert found == 6
    assert after < 0.75 * before


def test_what_only_the_installed_course_can_do_is_not_offered() -> None:
    from course.lesson import reading as panel

    text = staged(code('reading("A1")', panel("A1")._repr_html_()))
    assert "under copyright" in text
    assert "terminal" not in text and "seeds add" not in text


def test_a_lesson_on_a_pack_lies_deeper_and_its_ids_are_its_own() -> None:
    cells = [code('pack_check(PACK, "loss.1")', "<p>A4 of this pack</p>")]
    start = code("from course import pack_check\n\nPACK = 'mine'")
    page = staging.page(
        "packs/mine/3_x.ipynb",
        lesson_of(start, *cells, first=f"{TITLE}\n\nSee A4."),
        WORDS,
        root="../../",
        articles=False,
    )
    text = str(page)
    assert "A4 of this pack" in text and "See A4." in text and "documents/a" not in text
    assert "../../do/notebooks/index.html?path=packs/mine/3_x.ipynb" in text
    assert '"../../your_work.html"' in text
    assert "import" not in text and "<details" not in text


def test_the_page_about_a_pack_names_its_lessons_and_no_case_that_is_put_away() -> None:
    made = pack_pages.pages(WORDS)
    about = made["packs/cuba_1962/index.md"]
    assert about.startswith("# Another conflict: Cuba 1962\n")
    lessons = [name for name in made if name.endswith(".ipynb")]
    assert len(lessons) == 6
    for name in lessons:
        stem = Path(name).stem
        assert f'<a href="{stem}.html">' in about and f"<{stem}>" in about
        assert "../../notebooks/" not in made[name]
    assert about.count("minutes</span>") == 6
    assert "Cuba 1962 <packs/cuba_1962/index>" in made["parts/packs.md"]
    assert "Dominican" not in "".join(made.values()) and "Berlin wall" not in "".join(made.values())


def test_a_lesson_on_a_pack_without_a_question_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "cuba_1962"
    shutil.copytree(CLONE / "packs" / "cuba_1962", to)
    path = to / "2_who_is_the_threat.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("**Question.**", ""), encoding="utf-8")
    monkeypatch.setattr(pack_pages, "FOLDER", tmp_path)
    with pytest.raises(CourseError, match=r"cuba_1962/2_who_is_the_threat\.ipynb: the first cell"):
        pack_pages.pages(WORDS)


def test_the_shelf_is_links() -> None:
    text = staged(code("shelf()", "<details><summary>My progress</summary></details>"))
    assert "details" not in text and '"../comparison.html#seven-accounts"' in text


# Links -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "`A4`", "# About A4", "[A4](x.html)", "A99", "A4-sized", "xA4", "A4x", "$A4$", "A4.5",
        "see https://x.example/A4", "<b title='A4'>", "```\nA4\n```", "A-c99",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_paragraph_is_left_alone(text: str) -> None:
    assert links.with_links(text, "../") == text


def test_paragraphs_and_claims_are_linked_in_text_and_in_outputs() -> None:
    text = links.with_links("A4–A9; (B15), A-c4. Again A4.", "../")
    assert text.count("<a ") == 5
    assert '<a href="../claims.html#a-c4">A-c4</a>' in text
    markup = links.with_links(
        '<p>¶A4.</p><summary>A5</summary><a href="x">A6</a><svg><text>A7</text></svg>',
        "",
        markup=True,
    )
    assert re.findall(r"#(\w+)", markup) == ["a4"]


def test_text_with_signs_of_markdown_is_shown_as_it_is() -> None:
    from markdown_it import MarkdownIt

    for text in ("*a* _b_ [c](d) `e` $f$", "# g", "- h", "1. i", "a < b & c > d", "~x~ ^y^"):
        shown = MarkdownIt().renderInline(links.plain(text))
        assert html.unescape(shown) == text
        assert "<" not in shown.replace("&lt;", "")
    assert MarkdownIt().render(links.plain("- h")).startswith("<p>")


# Records -----------------------------------------------------------------------------------------


def test_every_paragraph_and_claim_has_its_place_and_its_counter_argument() -> None:
    held = seeds.library()
    ledger = shelf.claims(seeds.documents(), held.references)
    for document in seeds.documents():
        page = shelf.document(document)
        assert document.url in page and "under copyright" in page
        for paragraph in document.paragraphs:
            assert f"({paragraph.id.lower()})=" in page
            assert links.plain(paragraph.paraphrase) in page
        for claim in document.claims:
            assert f"({claim.id.lower()})=" in ledger
            for text in (claim.text, claim.test, claim.counter):
                assert links.plain(text) in ledger


def test_what_is_not_confirmed_says_so() -> None:
    unsure = records.Reference("x-2000", "X, Y. 2000. Title.", confirmed=False)
    assert "not confirmed" in shelf.references([unsure], [], [])
    document = seeds.document("A")
    claim = replace(document.claims[0], confirmed=False, to_check="Look it up.")
    ledger = shelf.claims([replace(document, claims=(claim,))], seeds.library().references)
    assert "*Not confirmed:* Look it up." in ledger


def test_every_table_says_its_source_and_terms() -> None:
    every = [tables.provenance(name) for name in tables.names()]
    page = shelf.data(every)
    for one in every:
        assert links.plain(one.licence) in page
        for source in one.sources:
            assert links.plain(source.citation) in page
        assert not one.notice or links.plain(one.notice) in page
    assert page.count("terms not known") == sum(not one.terms_known for one in every) > 0


# The glossary ------------------------------------------------------------------------------------


def test_each_word_is_used_in_the_lesson_that_is_named() -> None:
    texts = []
    for path in LESSONS:
        cells = notebooks.read(path).cells
        told = [cell.source for cell in cells if cell.cell_type == "markdown"]
        kinds = set(re.findall(r'data-kind=\\?"(\w+)', path.read_text(encoding="utf-8")))
        told += [said for kind in kinds for said in messages(kind).values()]
        texts.append(" ".join(told).casefold())
    questions = {
        n: " ".join(str(one) for id, one in checks.catalogue().items() if id.startswith(f"L{n}."))
        for n in range(9)
    }
    assert 40 <= len(glossary.entries()) <= 90
    for one in glossary.entries():
        there = texts[one.lesson] + questions[one.lesson].casefold()
        # The words may stand in another form: realists, or the certainty and the isolation effect.
        if any(name.casefold() in there for name in one.also):
            continue
        parts = re.findall(r"\w{4,}", one.term.casefold()) or [one.term.casefold()]
        for part in parts:
            assert part[:6] in there, f"{one.term}: lesson {one.lesson}"


BAD = {
    "is there twice": ('id = "b"', 'id = "a"'),
    "no work nobody-1900": ('sources = ["walt-1985"]', 'sources = ["nobody-1900"]'),
    "no entry c": ('see = ["a"]', 'see = ["c"]'),
    "lesson: 9 is greater": ("lesson = 2", "lesson = 9"),
    "is not valid under any": ('sources = ["walt-1985"]\n', ""),
}
GOOD = """
[[entry]]
id = "a"
term = "one"
definition = "The first."
lesson = 1
cited = "ours"

[[entry]]
id = "b"
term = "two"
definition = "The second."
lesson = 2
sources = ["walt-1985"]
see = ["a"]
"""


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_in_the_glossary_is_named_with_its_line(fault: str, tmp_path: Path) -> None:
    old, new = BAD[fault]
    assert old in GOOD
    (tmp_path / "glossary.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(CourseError, match=rf"glossary\.toml, line \d+: .*{fault}"):
        glossary.entries(tmp_path)


def test_a_good_glossary_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_text(GOOD, encoding="utf-8")
    assert [one.term for one in glossary.entries(tmp_path)] == ["one", "two"]
    with pytest.raises(CourseError, match="no entry 'zzz'"):
        glossary.entry("zzz")


# Parts of the repository's own texts -------------------------------------------------------------


def test_links_of_the_repository_lead_to_pages_or_are_no_links() -> None:
    text = (
        "[a](notebooks/00_start_here.ipynb) [b](course/data/README.md) [c](LICENSE) "
        "[d](https://x.example/y) ![e](docs/lesson.png)"
    )
    found = excerpts.on_site(text)
    assert "[a](lessons/00_start_here.ipynb)" in found and "[b](data.md)" in found
    assert " c " in found and "[d](https://x.example/y)" in found
    assert "LICENSE" not in found
    assignments = (CLONE / "assignments" / "README.md").read_text(encoding="utf-8")
    assert "links above" not in excerpts.on_site(assignments, "assignments")


def test_the_guides_own_pictures_are_shown_and_others_left_out() -> None:
    text = "One.\n\n![a](large_view.png)\n\n![b](docs/lesson.png)\n\nTwo.\n"
    assert excerpts.on_site(text, excerpts.GUIDE, "teaching") == (
        "One.\n\n![a](large_view.png)\n\n\nTwo.\n"
    )
    shown = "".join(path.read_text(encoding="utf-8") for path in reading.guide())
    assert reading.pictures()
    for picture in reading.pictures():
        assert f"]({picture.name})" in shown


def test_a_section_that_is_gone_from_the_readme_is_named() -> None:
    with pytest.raises(CourseError, match="no section “For teachers”"):
        excerpts.for_teachers("# X\n\n## Other\n\ntext\n")
    with pytest.raises(CourseError, match="no text before its first section"):
        excerpts.about("no heading at all")


# Sphinx ------------------------------------------------------------------------------------------


def test_every_formula_of_the_lessons_becomes_mathml() -> None:
    found = []
    for path in LESSONS:
        for cell in notebooks.read(path).cells:
            if cell.cell_type == "markdown":
                found += re.findall(r"\$\$(.+?)\$\$|\$(.+?)\$", cell.source, re.DOTALL)
    assert len(found) > 30
    for block, inline in found:
        made = BeautifulSoup(sphinx_parts.mathml(block or inline, block=bool(block)), "html.parser")
        assert made.math is not None and made.math["display"] == ("block" if block else "inline")
        assert "\\" not in made.get_text() and not made.find("merror")


def test_a_formula_that_cannot_be_read_is_named() -> None:
    with pytest.raises(CourseError, match="cannot be read"):
        sphinx_parts.mathml(r"\left( x")


def test_tables_scroll_and_have_names_of_their_own() -> None:
    head = "<table><tr><th>A</th><th>B &amp; C</th></tr></table>"
    data = '<script type="application/json">"<table>"</script>'
    body = sphinx_parts.scrollable(
        f'<div class="table-wrapper docutils container">\n{head}</div>{data}{head}<table></table>'
    )
    soup = BeautifulSoup(body, "html.parser")
    boxes = soup.select("div.table-wrapper[tabindex='0'][role=region]")
    names = [box["aria-label"] for box in boxes]
    assert names == ["Table: A, B & C", "Table: A, B & C (2)", "Table 3"]
    assert data in body


def test_the_page_s_script_knows_the_figures_that_live_alone() -> None:
    for path in Path(str(widgets.__file__)).parent.glob("*.py"):
        __import__(f"course.widgets.{path.stem}")
    live = {k.kind for k in subclasses(CourseWidget) if k.lives_alone}
    text = (CLONE / "js" / "src" / "kinds" / "alone.js").read_text(encoding="utf-8")
    assert set(re.findall(r"^  (\w+),$", text, re.MULTILINE)) == live
    assert len(live) == 6


def subclasses(kind: type[CourseWidget]) -> Iterator[type[CourseWidget]]:
    for one in kind.__subclasses__():
        if "kind" in vars(one) and one.__module__.startswith("course."):
            yield one
        yield from subclasses(one)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages, built once; beside `site` the working folder."""
    place = tmp_path_factory.mktemp("read")
    (place / "site" / "do").mkdir(parents=True)
    (place / "site" / "do" / "kept.txt").write_text("another step's", encoding="utf-8")
    steps.run(reading.STEP, place / "work", place / "site", str)
    return place


@pytest.mark.slow
def test_every_link_leads_somewhere_and_no_other_host_is_asked(built: Path) -> None:
    found = inspect.faults(built / "site")
    assert [fault for fault in found if "/do/notebooks/" not in fault] == []
    assert len(found) >= 9, "the lessons in the browser are not there in this test"


@pytest.mark.slow
def test_there_is_a_page_for_everything(built: Path) -> None:
    names = {p.relative_to(built / "site").as_posix() for p in built.rglob("site/**/*.html")}
    wanted = {f"lessons/{path.stem}.html" for path in LESSONS}
    wanted |= {f"documents/{letter}.html" for letter in "ab"}
    wanted |= {f"teaching/{path.stem}.html" for path in (CLONE / "docs" / "teaching").glob("*.md")}
    mine = CLONE / "packs" / "cuba_1962"
    wanted |= {f"packs/cuba_1962/{path.stem}.html" for path in mine.glob("*.ipynb")}
    wanted.add("packs/cuba_1962/index.html")
    assert len(list(mine.glob("*.ipynb"))) == 6
    wanted |= {
        f"{name}.html"
        for name in (
            "index", "claims", "comparison", "references", "data", "glossary", "grading", "search",
            "assignments", "hub", "kubernetes", "packs", "teachers", "your_work", "about",
        )
    }  # fmt: skip
    assert names == wanted
    assert (built / "site" / "do" / "kept.txt").is_file()
    for name in tables.names():
        assert (built / "site" / "data" / f"{name}.csv").is_file()


@pytest.mark.slow
def test_a_page_says_its_language_and_has_one_heading_of_the_first_level(built: Path) -> None:
    for path in (built / "site").rglob("*.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert soup.html is not None and soup.html["lang"] == "en-GB"
        assert len(soup.find_all("h1")) == 1, path.name
        assert not soup.find("meta", attrs={"name": "robots"})
        assert soup.find("link", rel="icon") or soup.select("link[rel~=icon]"), path.name
        ids = [one["id"] for one in soup.find_all(id=True)]
        assert len(ids) == len(set(ids)), (path.name, [i for i in ids if ids.count(i) > 1])


LIMIT = 300_000


@pytest.mark.slow
@pytest.mark.parametrize("lesson", [path.stem for path in LESSONS])
def test_a_lesson_is_under_300_kilobytes_before_pictures(built: Path, lesson: str) -> None:
    """Count the page, and every style sheet and script that it names, uncompressed; no drawings."""
    path = built / "site" / "lessons" / f"{lesson}.html"
    text = path.read_text(encoding="utf-8")
    pictures = re.findall(r'<svg role="img".*?</svg>', text, re.DOTALL)
    named = re.findall(r'(?:src|href)="([^"#?]+\.(?:css|js))', text)
    assert len(named) >= 7
    size = len(text.encode()) - sum(len(picture.encode()) for picture in pictures)
    size += sum((path.parent / name).resolve().stat().st_size for name in named)
    assert size < LIMIT, f"{lesson}: {size} bytes"


@pytest.mark.slow
def test_no_page_holds_an_explanation_that_an_answer_opens(built: Path) -> None:
    pages = [path.read_text(encoding="utf-8") for path in (built / "site").rglob("*.html")]
    text = html.unescape(" ".join(pages))
    kept = [
        option.feedback
        for one in (
            *checks.catalogue().values(),
            *asked.catalogue().values(),
            *folder.chosen("cuba_1962").questions,
        )
        if isinstance(one, checks.Check)
        for option in one.options
        if option.feedback and len(option.feedback) > 40
    ]
    assert len(kept) > 160
    assert [said for said in kept if said in text] == []


@pytest.mark.slow
def test_what_has_not_changed_is_not_written_and_a_new_text_is(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    steps.run(reading.STEP, built / "work", built / "site", said.append, anew=True)
    assert any(re.search(r"\b50 pages, 0 files written", line) for line in said), said
    changed = {**reading.pages(), "grading.md": "# How far grading carries\n\nA new sentence.\n"}
    monkeypatch.setattr(reading, "pages", lambda: changed)
    steps.run(reading.STEP, built / "work", built / "site", said.append, anew=True)
    assert "A new sentence." in (built / "site" / "grading.html").read_text(encoding="utf-8")
    written = re.search(r"pages, (\d+) files", said[-2])
    assert written is not None and 1 <= int(written[1]) <= 3, said


@pytest.mark.slow
def test_a_warning_stops_the_build_each_time_and_the_old_pages_stay(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = reading.pages()
    broken = {**pages, "grading.md": "# Grading\n\n[nowhere](no_such_page.md)\n"}
    monkeypatch.setattr(reading, "pages", lambda: broken)
    steps.mirror(built / "site", tmp_path / "site")
    before = (tmp_path / "site" / "grading.html").read_bytes()
    for _ in range(2):
        with pytest.raises(
            CourseError, match=r"The pages were not made: .*grading\.md.*no_such_page"
        ):
            reading.make(tmp_path / "work", tmp_path / "site", str)
        assert (tmp_path / "site" / "grading.html").read_bytes() == before
    monkeypatch.setattr(reading, "pages", lambda: pages)
    reading.make(tmp_path / "work", tmp_path / "site", str)


@pytest.mark.slow
def test_the_page_on_one_s_work_loads_its_script_if_there_is_one(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = built / "site" / "your_work.html"
    there = (reading.STATIC / reading.OURS).is_file()
    assert ("_static/site.js" in page.read_text(encoding="utf-8")) == there
    static = tmp_path / "static"
    for name in reading.SHARED:
        write_whole(static / name, (reading.STATIC / name).read_text(encoding="utf-8"))
    write_whole(static / reading.OURS, "'use strict';\n")
    monkeypatch.setattr(reading, "STATIC", static)
    reading.make(tmp_path / "work", tmp_path / "site", str)
    text = (tmp_path / "site" / "your_work.html").read_text(encoding="utf-8")
    assert "_static/site.js" in text and 'id="your-work"' in text
    assert "_static/site.js" not in (tmp_path / "site" / "about.html").read_text(encoding="utf-8")
