"""One learner's whole way: from the first page to the verdict, with a night's sleep in between.

Every lesson is opened, run, and worked in its own page: each question answered, each tool used.
After lesson 4 JupyterLab is closed and started again. At the end the verdict has to hold this
learner's own numbers, and no others.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from browser import lab
from browser.hands import Mouse
from browser.stories import STORIES, saved
from course import holdout, progress, verdict
from course.checks import catalogue
from course.journal import Journal
from course.widgets.bridge import messages

LESSONS = sorted(path.name for path in (lab.ROOT / "notebooks").glob("*.ipynb"))
NIGHT = 5  # lessons before JupyterLab is closed
TEXT = "I think that this depends on what each side expected, and on what it could see."
CONCLUSION = "Loss makes force possible, and an open road makes it likely."
ASKED = ("check", "note", "estimate", "odds_diary")
# What is worked through by a story of its own; the end of the course has one below.
TOOLS = tuple(kind for kind in STORIES if kind not in (*ASKED, "holdout", "verdict"))
HAND = Mouse()


def press(widget: Locator, name: str) -> None:
    """Press a button by its name."""
    HAND.press(widget.get_by_role("button", name=name, exact=True))


def answer(notebook: lab.Notebook) -> None:
    """Answer every question of a lesson: the second option, a sentence, a number, some points."""
    for widget in notebook.widgets("check").all():
        HAND.choose(widget.get_by_role("radio").nth(1))
        sure = widget.get_by_role("radio", name=messages("check")["sure_fairly"], exact=True)
        if sure.count():
            HAND.choose(sure)
        HAND.press(widget.locator(".tpl-commit button"))
    for widget in notebook.widgets("note").all():
        HAND.type(widget.get_by_role("textbox"), TEXT)
        press(widget, messages("note")["save"])
    for widget in notebook.widgets("estimate").all():
        HAND.slide(widget.get_by_role("slider"), 4)
        press(widget, messages("estimate")["save"])
    for widget in notebook.widgets("odds_diary").all():
        for number, slider in enumerate(widget.get_by_role("slider").all()):
            HAND.slide(slider, number)
        press(widget, messages("odds_diary")["commit"])
    for kind in ASKED:
        for widget in notebook.widgets(kind).all():
            expect(widget.locator(".tpl-commit button").first).to_have_attribute(
                "aria-disabled", "true"
            )


def forecast(widget: Locator) -> None:
    """Forecast all seven cases, one after the other."""
    words = messages("holdout")
    expect(widget).to_contain_text(words["model_there"])
    for number in range(1, 8):
        HAND.type(widget.get_by_role("spinbutton"), str(12 * number))
        press(widget, words["keep"])
        expect(widget).to_contain_text(holdout.cases()[number - 1].name)


def lesson(browser: Browser, server: lab.Server, name: str) -> lab.Notebook:
    """Open a lesson, run it, and do everything in it but the verdict."""
    page = browser.new_page(viewport={"width": 1200, "height": lab.TALL})
    notebook = lab.Notebook(page, server, name).open()
    notebook.run_all()
    for kind in TOOLS:
        if notebook.widgets(kind).count():
            STORIES[kind](notebook.widgets(kind), HAND)
    if notebook.widgets("holdout").count():
        forecast(notebook.widgets("holdout"))
    answer(notebook)
    assert not notebook.errors, name
    return notebook


@pytest.mark.slow
def test_from_the_first_page_to_the_verdict(chromium: Browser, tmp_path: Path) -> None:
    with lab.serve(tmp_path) as server:
        for name in LESSONS[:NIGHT]:
            lesson(chromium, server, name).page.close()
        evening = Journal(server.journal).entries()
    assert len(evening) > 40
    with lab.serve(tmp_path) as server:
        # What was said yesterday is there again, and saying nothing adds nothing.
        again = lab.Notebook(chromium.new_page(), server, LESSONS[3]).open()
        again.run_all()
        kept = messages("threat_weigher")["kept"].partition("{")[0].strip()
        expect(again.widgets("threat_weigher")).to_contain_text(kept)
        again.page.close()
        assert Journal(server.journal).entries() == evening
        for name in LESSONS[NIGHT:-1]:
            lesson(chromium, server, name).page.close()
        last = lesson(chromium, server, LESSONS[-1])
        entries = Journal(server.journal).entries()
        assert Journal(server.journal).problem() is None
        holds_the_learners_numbers(last, entries)
        everything_is_in_the_progress(last)
        last.page.close()


def holds_the_learners_numbers(last: lab.Notebook, entries: tuple[verdict.Entry, ...]) -> None:
    """Write the verdict, carried by each tool in turn; hold it against the journal."""
    last.run_cell("three-line-verdict")
    widget, words = last.widgets("verdict"), messages("verdict")
    HAND.type(widget.get_by_role("textbox"), CONCLUSION)
    found = verdict.assemble(entries)
    registered = Journal(last.server.journal).latest(holdout.REGISTER)
    rated = Journal(last.server.journal).latest("L6.evidence-balance.ratings")
    assert registered is not None and rated is not None
    own = {
        "threat": "of all weightings of",
        "evidence": verdict.percent(rated.value["posterior"][rated.value["leader"]]),
        "factors": verdict.percent(registered.value["share"]),
    }
    for number, tool in enumerate(verdict.TOOLS, start=1):
        assert not found.tools[tool].missing
        assert own[tool] in found.tools[tool].holds
        HAND.choose(widget.get_by_role("radio", name=words[f"tool_{tool}"]))
        HAND.press(widget.locator(".tpl-commit button").last)
        saved(widget, number)
        expect(widget).to_contain_text(found.tools[tool].holds)
        expect(widget).to_contain_text(found.tools[tool].flips)
        text = last.server.journal.with_name("verdict.md").read_text(encoding="utf-8")
        assert CONCLUSION in text and found.tools[tool].holds in text
    written = last.server.journal.with_name("verdict.md").read_text(encoding="utf-8")
    assert own["factors"] in written and registered.value["flip_says"] in written
    score = holdout.counted(entries)
    assert score is not None and f"Brier score {score.mine:.2f}" in written
    assert score.model is not None and f"my registered model {score.model:.2f}" in written


def everything_is_in_the_progress(last: lab.Notebook) -> None:
    """See that each lesson counts all its questions as answered."""
    entries = Journal(last.server.journal).entries()
    answered = {entry.key.rpartition(".")[0] for entry in entries}
    assert set(catalogue()) <= answered
    text = last.run_cell("progress").inner_text()
    for row in progress.lessons(entries, catalogue()):
        assert row.answered == row.questions > 0, row.id
        assert f"{row.answered} of {row.questions}" in text, row.id
