"""Nothing is lost: not by a reload, a new kernel, or a journal that cannot be written."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from browser import stories
from browser.conftest import Desk
from browser.hands import Mouse
from course import checks
from course.widgets.bridge import messages


@contextmanager
def blocked(folder: Path) -> Iterator[Path]:
    """Put a file where the learner's folder is: nothing can be written in it then."""
    aside = folder.with_name("aside")
    folder.rename(aside)
    folder.write_text("in the way\n", encoding="utf-8")
    try:
        yield aside
    finally:
        folder.unlink()
        aside.rename(folder)


def answered(widget: Locator) -> None:
    """See the answer that the story gives, its feedback, and that it is kept."""
    wrong = next(option for option in checks.check("L0.1").options if not option.correct)
    expect(widget.get_by_role("radio", name=wrong.text, exact=True)).to_be_checked()
    expect(widget.get_by_text(wrong.feedback)).to_be_visible()
    stories.saved(widget, 1)


def test_after_a_reload_the_answer_is_still_there(desk: Desk) -> None:
    stories.check(desk.fresh("check"), Mouse())
    desk.save()
    desk.reload()
    desk.wait_for_widgets()
    answered(desk.widgets("check"))


def test_after_a_reload_without_saving_the_cell_brings_it_back(desk: Desk) -> None:
    stories.check(desk.fresh("check"), Mouse())
    desk.reload()
    answered(desk.again("check"))
    assert len(desk.journal.entries()) == 1


def test_a_new_kernel_takes_up_the_journal(desk: Desk) -> None:
    stories.check(desk.fresh("check"), Mouse())
    stories.estimate(desk.again("estimate"), Mouse())
    desk.restart()
    desk.run_all()
    answered(desk.widgets("check"))
    expect(desk.widgets("estimate").get_by_role("slider")).to_have_value("20")
    assert [entry.number for entry in desk.journal.entries()] == [1, 2]


@pytest.mark.parametrize("kind", ["check", "note"])
def test_a_journal_that_cannot_be_written_loses_nothing(desk: Desk, kind: str) -> None:
    stories.check(desk.fresh("check"), Mouse())
    widget = desk.again(kind)
    if kind == "check":
        right = next(option for option in checks.check("L0.1").options if option.correct)
        made = widget.get_by_role("radio", name=right.text, exact=True)
        made.click()
        button = stories.button(widget, stories.again("check", messages("check")["check"], 2))
        held = expect(made).to_be_checked
    else:
        made = widget.get_by_role("textbox")
        made.fill("Out of fear, mostly.")
        button = stories.button(widget, messages("note")["save"])

        def held() -> None:
            expect(made).to_have_value("Out of fear, mostly.")

    with blocked(desk.server.home) as aside:
        kept = (aside / "journal.jsonl").read_bytes()
        button.click()
        alert = widget.get_by_role("alert").locator("p")
        expect(alert).to_be_visible()
        sentence = alert.inner_text()
        assert "COURSE_HOME" in sentence
        assert sentence.count(". ") == 0  # one sentence
        assert sentence.endswith(".")
        assert "Traceback" not in sentence
        held()
        assert (aside / "journal.jsonl").read_bytes() == kept
    button.click()  # the same button, once the way is free
    expect(alert).to_have_count(0)
    stories.saved(widget, 2 if kind == "check" else 1)
    held()
    assert len(desk.journal.entries()) == 2
    assert desk.journal.problem() is None
