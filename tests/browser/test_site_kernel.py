"""Each lesson in the browser's own Python: run to its end, and what is committed is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from browser import lab, lite
from course import checks
from course.journal import read_file
from course.site import wheels
from course.widgets.bridge import messages

pytestmark = pytest.mark.slow
LESSONS = sorted(path.name for path in (lite.ROOT / "notebooks").glob("*.ipynb"))
ON_PACKS = sorted((lite.ROOT / "packs").glob("*/*.ipynb"))
ASSIGNMENTS = sorted((lite.ROOT / "assignments" / "release").glob("*/*.ipynb"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lite.build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with lite.served(site) as address:
        yield address


@pytest.fixture(scope="module")
def wire() -> lab.Wire:
    return lab.Wire()


@pytest.fixture(scope="module")
def learner(chromium: Browser, wire: lab.Wire) -> Iterator[BrowserContext]:
    """One learner's browser: what it keeps lasts from lesson to lesson."""
    context = chromium.new_context(viewport={"width": 1200, "height": lab.TALL})
    context.set_default_timeout(90_000)
    wire.watch(context)
    yield context
    context.close()


def opened(learner: BrowserContext, address: str, name: str) -> lite.Lesson:
    lesson = lite.Lesson(learner.new_page(), address, name)
    lesson.open()
    return lesson


@pytest.mark.parametrize(
    "name", [*LESSONS, *(path.relative_to(lite.ROOT).as_posix() for path in ON_PACKS)]
)
def test_a_lesson_runs_to_its_end(learner: BrowserContext, address: str, name: str) -> None:
    lesson = opened(learner, address, name)
    cells = lesson.run()
    assert len(cells) > 5
    assert [cell["id"] for cell in cells if cell["count"] is None] == []
    outputs = [(cell["id"], output) for cell in cells for output in cell["outputs"]]
    wrong = [(id, o) for id, o in outputs if o["output_type"] in ("error", "stream")]
    meant = [cell["id"] for cell in cells if "raises-exception" in cell["tags"]]
    assert [id for id, _ in wrong] == meant, wrong
    views = sum(lab.WIDGET_VIEW in o.get("data", {}) for _, o in outputs)
    assert views > 3
    expect(lesson.page.locator(lite.WIDGET)).to_have_count(views)
    expect(lesson.page.locator(".jp-mod-rejected, .vega-embed .error")).to_have_count(0)
    lesson.page.close()


@pytest.mark.parametrize("path", ASSIGNMENTS, ids=lambda path: path.stem)
def test_an_assignment_opens(learner: BrowserContext, address: str, path: Path) -> None:
    lesson = opened(learner, address, f"assignments/{path.name}")
    cells = lesson.run()
    errors = [o for cell in cells for o in cell["outputs"] if o["output_type"] == "error"]
    # Nobody has written a student id yet: that is all that is wrong, and what follows from it.
    assert errors and "NotYet" in errors[0]["ename"]
    assert all("NotYet" in e["ename"] or "'sheet'" in e["evalue"] for e in errors), errors
    lesson.page.close()


def test_an_answer_is_kept(learner: BrowserContext, address: str, tmp_path: Path) -> None:
    lesson = opened(learner, address, LESSONS[1])
    lesson.run()
    question, words = lesson.page.locator(lite.WIDGET).first, messages("check")
    question.get_by_role("radio").first.check()
    question.get_by_role("radio", name=words["sure_fairly"], exact=True).check()
    assert "my_work/journal.jsonl" not in lesson.files()
    question.get_by_role("button", name=words["check"], exact=True).click()
    answered = checks.check("L1.w1").options[0]
    expect(question.get_by_text(answered.feedback)).to_be_visible()
    kept = lesson.text("my_work/journal.jsonl")
    copy = tmp_path / "journal.jsonl"
    copy.write_bytes(kept.encode("utf-8"))
    _, entries = read_file(copy)
    assert [entry.key for entry in entries] == ["L1.w1.answer"]
    lesson.page.reload()
    lesson.page.wait_for_selector(".jp-Cell")
    lesson.page.wait_for_function("window.jupyterapp?.shell.currentWidget?.context?.isReady")
    lesson.run()
    assert "L1.w1.answer" in lesson.say(
        "from course.journal import Journal; print([e.key for e in Journal().entries()])"
    )
    again = lesson.page.locator(lite.WIDGET).first
    expect(again.get_by_role("radio").first).to_be_checked()
    expect(again.get_by_text(answered.feedback)).to_be_visible()
    lesson.page.close()


def test_what_is_optional_may_be_left_open(learner: BrowserContext, address: str) -> None:
    """A null of JavaScript is no None of Python where Python runs in the browser."""
    lesson = opened(learner, address, LESSONS[2])
    lesson.run()
    question, words = lesson.page.locator(lite.WIDGET).first, messages("check")
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name=words["check"], exact=True).click()
    expect(question.get_by_text(checks.check("L2.w1").options[0].feedback)).to_be_visible()
    lesson.page.close()


def test_links_lead_to_lessons_and_back_to_the_course(
    learner: BrowserContext, address: str
) -> None:
    lesson = opened(learner, address, LESSONS[3])
    with learner.expect_page() as opening:
        lesson.page.locator(".jp-RenderedMarkdown a[href*='.ipynb']").first.click()
    opening.value.wait_for_selector(".jp-Cell h1")
    assert f"notebooks/index.html?path={LESSONS[2]}" in opening.value.url
    back = lesson.page.get_by_role("navigation", name="Back to the pages")
    links = back.get_by_role("link").evaluate_all("all => all.map(a => a.href)")
    assert links == [f"{address}/index.html", f"{address}/your_work.html"]
    # A folder's address without its last slash leads there too.
    opening.value.goto(f"{address}/do/tree")
    assert opening.value.url == f"{address}/do/tree/"
    opening.value.close()
    lesson.page.close()


def test_python_there_is_as_locked(learner: BrowserContext, address: str) -> None:
    lesson = opened(learner, address, LESSONS[0])
    lesson.run()
    said = lesson.say(
        "import sys, importlib.metadata as m\n"
        "print(sys.platform, '%d.%d' % sys.version_info[:2], sys.path[-1])\n"
        "print({d.metadata['Name'].lower().replace('_', '-'): d.version"
        " for d in m.distributions()})"
    )
    assert said.startswith(f"emscripten {wheels.PYTHON} ")
    locked = wheels.pinned(wheels.LOCK.read_text(encoding="utf-8"))
    missing = {name: version for name, version in locked.items() if f"'{version}'" not in said}
    assert not missing
    assert "Nothing can be installed here" in lesson.say("%pip install numpy")
    lesson.page.close()


def test_no_other_host_was_asked(wire: lab.Wire) -> None:
    assert wire.local > 100
    assert wire.foreign == []


def test_from_a_file_the_page_says_why_not(site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / "do" / "notebooks" / "index.html").as_uri())
    expect(page.get_by_role("alert")).to_contain_text("cannot start from a file")
    page.close()


def test_a_new_build_is_seen_at_once(learner: BrowserContext, address: str, site: Path) -> None:
    lesson = opened(learner, address, LESSONS[1])
    lesson.run()
    lesson.page.wait_for_function(
        "caches.keys().then((k) => k.some((n) => n.startsWith('threat')))"
    )
    names = {
        name: site / "do" / name for name in ("sentences.js", "service-worker.js", "build.txt")
    }
    before = {path: path.read_text(encoding="utf-8") for path in names.values()}
    build = before[names["build.txt"]].strip()
    try:
        for path, text in before.items():
            text = text.replace(build, "0123456789abcdef").replace("Python is ready", "It is ready")
            path.write_text(text, encoding="utf-8")
        lesson.page.reload()
        lesson.page.wait_for_function("tplSays.running.startsWith('It is ready.')")
        lesson.page.wait_for_function(
            "caches.keys().then((k) => k.filter((n) => n.startsWith('threat')).join() === "
            "'threat-power-loss 0123456789abcdef')"
        )
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")
    lesson.page.close()


def test_a_lesson_seen_once_opens_without_a_network(chromium: Browser, site: Path) -> None:
    context = chromium.new_context()
    context.set_default_timeout(90_000)
    with lite.served(site) as address:
        lesson = opened(context, address, LESSONS[1])
        lesson.run()
        kept = (
            "caches.open(%s).then((c) => c.keys())"
            ".then((k) => k.some((r) => /packages/.test(r.url)))"
        )
        build = (site / "do" / "build.txt").read_text(encoding="utf-8").strip()
        lesson.page.wait_for_function(kept % f"'threat-power-loss {build}'")
        lesson.page.wait_for_timeout(3000)
        lesson.page.close()
    context.set_offline(True)
    lesson = opened(context, address, LESSONS[1])
    assert len(lesson.run()) > 5
    context.close()


def test_packages_that_do_not_come_are_told_of(chromium: Browser, site: Path) -> None:
    packages = site / "do" / "static" / "pyodide" / "packages.tar.gz"
    away = packages.with_suffix(".away")
    packages.rename(away)
    context = chromium.new_context()
    try:
        with lite.served(site) as address:
            lesson = opened(context, address, LESSONS[1])
            told = lesson.page.locator(lite.STATUS)
            expect(told).to_contain_text("Python could not start", timeout=60_000)
    finally:
        away.rename(packages)
        context.close()


def test_a_window_that_keeps_no_files_says_so_and_works(chromium: Browser, address: str) -> None:
    context = chromium.new_context(service_workers="block")
    context.set_default_timeout(90_000)
    lesson = opened(context, address, LESSONS[1])
    lesson.run()
    expect(lesson.page.locator(lite.NOTE)).to_contain_text("keeps no files")
    said = lesson.say(
        "from course.journal import Journal; j = Journal(); j.commit('L1.x', {}); "
        "print(len(j.entries()), j.last_notice)"
    )
    assert said.startswith("1") and "lost when you close it" in said
    context.close()


FULL = """() => {
  IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
}"""
COMMIT = """() => {
  const code = "from course.journal import Journal; Journal().commit('L1.x', {})";
  jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({ code });
}"""


def test_full_storage_is_told_of(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    context.set_default_timeout(90_000)
    lesson = opened(context, address, LESSONS[1])
    lesson.run()
    lesson.page.evaluate(FULL)
    lesson.page.evaluate(COMMIT)
    expect(lesson.page.locator(lite.NOTE)).to_contain_text("storage is full")
    context.close()
