"""The controversy: each step is kept before the next opens, and no rival speaks too early."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from course import accounts
from course.errors import CourseError
from course.journal import Journal
from course.widgets import controversy
from course.widgets.controversy import STEPS, Controversy


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


@pytest.fixture(autouse=True)
def telling(monkeypatch: pytest.MonkeyPatch) -> None:
    """Accounts whose every text says whose it is, whatever the real ones say."""
    from dataclasses import replace

    letters = [one.letter for one in accounts.accounts()]
    told = tuple(
        replace(
            one,
            lawyer=f"case of {one.letter}",
            fingerprints=(f"mark of {one.letter}",),
            replies={x: f"{one.letter} answers {x}" for x in letters if x != one.letter},
        )
        for one in accounts.accounts()
    )
    monkeypatch.setattr(accounts, "accounts", lambda: told)


def begun(
    journal: Journal, mode: str = "alone", first: str = "T", second: str = "I"
) -> Controversy:
    widget = Controversy(journal=journal)
    widget.commit("choose", {"first": first, "second": second, "mode": mode})
    return widget


def value(step: str) -> dict[str, Any]:
    return {"text": f"my {step}", "signed": "changes", "card": "E13"}


def shown(widget: Controversy) -> str:
    return json.dumps([widget._config, widget.value, widget._record.get("reveal")])


def test_alone_the_rival_speaks_only_after_ones_own_argument(journal: Journal) -> None:
    widget = Controversy(journal=journal)
    assert "case of" not in shown(widget) and "answers" not in shown(widget)
    widget.commit("choose", {"first": "T", "second": "I", "mode": "alone"})
    assert "case of T" in shown(widget)
    assert "case of I" not in shown(widget) and "answers" not in shown(widget)
    widget.commit("argue.T-I", value("argue"))
    assert "I answers T" in shown(widget)
    assert "case of I" not in shown(widget) and "T answers I" not in shown(widget)
    widget.commit("reply.T-I", value("reply"))
    assert "case of I" in shown(widget) and "T answers I" not in shown(widget)
    widget.commit("swap.T-I", value("swap"))
    assert "T answers I" in shown(widget)


def test_in_a_pair_the_partner_has_the_second_case_and_no_reply_is_written(
    journal: Journal,
) -> None:
    widget = begun(journal, "pair")
    assert "case of I" not in shown(widget)
    widget.commit("argue.T-I", value("argue"))
    assert "case of I" in shown(widget)
    for step in STEPS[1:]:
        widget.commit(f"{step}.T-I", value(step))
    assert "answers" not in shown(widget)


@pytest.mark.parametrize("step", STEPS[1:])
def test_no_step_opens_before_the_one_before_it(journal: Journal, step: str) -> None:
    widget = begun(journal)
    for before in STEPS[: STEPS.index(step) - 1]:
        widget.commit(f"{before}.T-I", value(before))
    count = len(journal.entries())
    with pytest.raises(CourseError, match="keep the step before it first"):
        widget.commit(f"{step}.T-I", value(step))
    assert len(journal.entries()) == count


@pytest.mark.parametrize(
    ("step", "changed", "why"),
    [
        ("argue", {"text": "  "}, "Write something first"),
        ("argue", {"text": "x" * 8001}, "8001 characters"),
        ("swap", {"signed": None}, "holder would sign it"),
        ("joint", {"card": "E99"}, "Choose one card of E1 to E24"),
    ],
)
def test_what_cannot_be_kept_says_why(
    journal: Journal, step: str, changed: dict[str, Any], why: str
) -> None:
    widget = begun(journal)
    for before in STEPS[: STEPS.index(step)]:
        widget.commit(f"{before}.T-I", value(before))
    with pytest.raises(CourseError, match=why):
        widget.commit(f"{step}.T-I", value(step) | changed)


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        ({"first": "T", "second": "T", "mode": "alone"}, "two different accounts"),
        ({"first": "T", "second": "X", "mode": "alone"}, "no account 'X'"),
        ({"first": "T", "second": "I"}, "alone or in a pair"),
    ],
)
def test_a_choice_that_makes_no_sense_is_refused(
    journal: Journal, choice: dict[str, Any], why: str
) -> None:
    with pytest.raises(CourseError, match=why):
        Controversy(journal=journal).commit("choose", choice)


def test_another_pair_begins_anew_and_the_first_stays(journal: Journal) -> None:
    widget = begun(journal)
    widget.commit("argue.T-I", value("argue"))
    widget.commit("choose", {"first": "P", "second": "D", "mode": "alone"})
    with pytest.raises(CourseError, match="Another pair"):
        widget.commit("reply.T-I", value("reply"))
    assert "answers" not in json.dumps(widget._record["reveal"])
    widget.commit("choose", {"first": "T", "second": "I", "mode": "alone"})
    assert widget._record["reveal"]["reply"] == "I answers T"


def test_every_two_of_the_seven_can_be_chosen_either_way_round(journal: Journal) -> None:
    letters = [one.letter for one in accounts.accounts()]
    assert len(list(combinations(letters, 2))) == 21
    for first, second in combinations(letters, 2):
        for pair in ((first, second), (second, first)):
            widget = begun(journal, "alone", *pair)
            widget.commit(f"argue.{'-'.join(pair)}", value("argue"))
            assert widget._record["reveal"]["reply"] == f"{pair[1]} answers {pair[0]}"


def test_where_no_reply_is_written_the_rival_states_its_case(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    dumb = tuple(replace(one, replies={}) for one in accounts.accounts())
    monkeypatch.setattr(accounts, "accounts", lambda: dumb)
    widget = begun(journal)
    widget.commit("argue.T-I", value("argue"))
    assert widget._record["reveal"]["reply"] == "case of I"


def test_a_new_kernel_goes_on_where_the_last_one_stopped(journal: Journal) -> None:
    widget = begun(journal)
    for step in STEPS:
        widget.commit(f"{step}.T-I", value(step))
    again = Controversy(journal=journal)
    assert again.value == {
        "first": "T", "second": "I", "mode": "alone",
        "texts": {f"{step}.T-I": f"my {step}" for step in STEPS},
        "signed": {"T-I": "changes"}, "cards": {"T-I": "E13"},
    }  # fmt: skip
    assert again._record["reveal"] == widget._record["reveal"]


def test_the_real_accounts_have_a_reply_for_every_pair() -> None:
    assert len(controversy.PAIRS) == 42
