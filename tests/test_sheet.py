"""What a learner is told who has never met a Python error, and what a check reads back."""

from __future__ import annotations

import html
import json
import math
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.errors import CourseError
from course.homework import items, public, sheet
from course.homework.draws import COURSE, Draw
from course.homework.plain import (
    NOTHING_CHANGED,
    Plain,
    as_plain,
    in_plain_words,
    read_choice,
    read_number,
)

TYPED = [
    ("letter = B", 'put it in quotes: "B"'),
    ('domains = {"1": gains, "2": ...}', 'put it in quotes: "gains"'),
    ("value = w(0.5)", "nothing called w here"),
    ('letter = "B', "A quote is missing"),
    ("letter = “B”", "straight ones"),
    ("value = −523", "the hyphen"),
    ("value = 2 × 3", "“times” as *"),
    ("value = 6 ÷ 3", "“divided by” as /"),
    ("value = 50%", "% does not mean per cent"),
    ("value = 3,5%", "% does not mean per cent"),
    ("value = 0,05", "with a point"),
    ("value = (2 * 3", "opened and not closed"),
    ('domains = {"1": "gains"', "opened and not closed"),
    ("value =", "nothing after an ="),
    ('domains = {"1": , "2": "gains"}', "nothing after an = or a colon"),
    ('domains = {"1": "gains" "2": "losses"}', "between two entries there is one comma"),
    ('domains = {"1": ""gains"", "2": "losses"}', "one quote before it"),
    ("value = 13 of 16", "a number stands alone"),
    ("value = -523 points", "a number stands alone"),
    ("value = -2.25 * 12**0.88 ^ 0.5", "Write ** for that"),
    ("value = ... * 2", "Three dots are still"),
    ("value = 2(3)", "Write * between"),
]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
@pytest.mark.parametrize(("typed", "says"), TYPED, ids=[typed for typed, _ in TYPED])
def test_what_everybody_mistypes_is_explained_in_plain_words(typed: str, says: str) -> None:
    try:
        exec(typed, {})
    except Exception as error:
        said = in_plain_words(error, typed)
    else:
        pytest.fail("Python takes it")
    assert says in said
    assert said.endswith(NOTHING_CHANGED)


ID = ["student_id = anna.k", 'student_id = "anna', "student_id = Anna Kowalski", "student_id = 012"]


@pytest.mark.parametrize("typed", [*ID, "sheet = Sheet('P3', student_id)", "sheet.ask('x')"])
def test_a_missing_id_is_asked_for_by_name(typed: str) -> None:
    with pytest.raises((NameError, SyntaxError)) as caught:
        exec(typed, {"Sheet": str})
    assert "student id is not there yet" in in_plain_words(caught.value, typed)


def test_a_power_that_python_reads_as_something_else_is_pointed_out() -> None:
    assert "not a power" in in_plain_words(None, "value = 2^3")
    assert in_plain_words(None, "value = 2**3") == ""
    assert in_plain_words(None, 'sheet.check("value")  # the ^ above') == ""


def test_what_is_not_the_learners_typing_is_left_to_python() -> None:
    assert in_plain_words(RuntimeError("x"), "value = 1") == ""
    assert in_plain_words(CourseError("said already"), "sheet.check('x')") == ""


def test_a_decimal_comma_and_a_broken_power_say_what_to_write() -> None:
    with pytest.raises(CourseError, match=r"write a point, as in 0\.25"):
        read_number([0, 4])
    with pytest.raises(CourseError, match="put the minus in front"):
        as_plain((-1200) ** 0.88)


COUNTS = [("P3", "reproduced"), ("P4", "flip"), ("P5", "hits"), ("P5", "baselines")]


@pytest.mark.parametrize(("assignment", "name"), COUNTS)
def test_a_count_has_to_be_a_whole_number(assignment: str, name: str) -> None:
    item = items.assignment(assignment).item(name)
    variant = items.variant(Draw(COURSE, assignment, "anna.k"))

    def checked(answer: Plain) -> str:
        entries = variant[item.entries] if item.entries else ()
        return public.check(item, variant, dict.fromkeys(entries, answer) if entries else answer)

    assert "entries are there" in checked("3.0") or "the number 3." in checked("3.0")
    for odd in (2.5, "12 %", "7/2"):
        with pytest.raises(CourseError, match="is not a whole number; write one such as 12"):
            checked(odd)
    with pytest.raises(CourseError, match="outside the range"):
        checked(20)
    assert "whole number" in item.form or "the number of the card" in item.form


def test_every_question_that_asks_for_a_whole_number_says_so_to_the_check() -> None:
    asked = [(a, i) for a in items.ASSIGNMENTS for i in items.assignment(a).items]
    whole = {(a, i.name) for a, i in asked if i.kind in ("whole", "wholes")}
    assert whole == set(COUNTS)
    assert {(a, i.name) for a, i in asked if "whole number" in i.form} <= whole


def test_a_bare_number_is_taken_where_one_option_has_it_and_nowhere_else() -> None:
    worlds = tuple(option.id for option in items.assignment("P2").item("worlds").options)
    for said in (1, 1.0, "1", " 1. ", "World1", "world-1"):
        assert read_choice(said, worlds) == "World 1"
    for said in (5, 12, 1.5, True, "11", "", "²", [1, 2]):
        with pytest.raises(CourseError, match="is not one of"):
            read_choice(said, worlds)
    with pytest.raises(CourseError):
        read_choice(1, ("1 of 2", "1 of 3"))
    with pytest.raises(CourseError):
        read_choice(1, ("A", "B"))


@pytest.mark.parametrize("answer", [print, math, pytest.raises, lambda: 3, object()])
def test_an_answer_of_a_wrong_kind_is_told_what_to_write(answer: object) -> None:
    with pytest.raises(CourseError, match="not a plain value; write a number, or a text in") as e:
        as_plain({"1": answer})
    assert len(str(e.value)) < 200


def test_a_check_says_so_too_and_shows_no_answer(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "_variables", lambda: {"threshold": print})
    with pytest.raises(sheet.NotYet, match="not a plain value"):
        sheet.Sheet("P3", "anna.k").check("threshold")
    assert capsys.readouterr().out == ""


def test_an_answer_is_read_back_without_the_marks_of_a_file_format() -> None:
    assert sheet._written({"1": "gains", "2": None}) == '1: "gains", 2: nothing yet'
    assert sheet._written(0.5) == "0.5"


def test_three_dots_in_quotes_are_no_id() -> None:
    assert "student id" in repr(sheet.Sheet("P3", "..."))


def test_an_error_below_a_cell_is_followed_by_plain_words_and_a_good_cell_by_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def ran(code: str, **errors: Exception) -> str:
        sheet._explain(SimpleNamespace(info=SimpleNamespace(raw_cell=code), **errors))
        return capsys.readouterr().out

    assert 'quotes: "B"' in ran("letter = B", error_in_exec=NameError(name="B"))
    assert ran('letter = "B"') == ""
    assert ran("sheet.check('x')", error_in_exec=CourseError("said already")) == ""
    sheet._explain(None)


@pytest.mark.parametrize("assignment", items.ASSIGNMENTS)
def test_the_rubric_shows_every_level_and_needs_no_wide_table(assignment: str) -> None:
    essay = items.assignment(assignment).essay
    panel = sheet.Sheet(assignment, "anna.k").rubric()
    for row, points in essay.rows:
        for level, words in enumerate(row.levels):
            assert f"Level {level}, {points * level / items.LEVELS:g} point" in panel.text
            assert words in panel.text and html.escape(words) in panel.markup
    assert panel.markup.count("<li>") == len(essay.rows) * (items.LEVELS + 1)
    assert panel.markup.count("<th ") == 2  # the parts of the essay; the levels are lists


def test_the_essay_of_this_assignment_is_read_among_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A student's folder holds several assignments, and Validate does not say which one runs."""
    for number, assignment in enumerate(("P1", "P3", "P5")):
        file = items.assignment(assignment).file
        cell = {"metadata": {"nbgrader": {"grade_id": "essay"}}, "source": f"of {assignment}"}
        path = tmp_path / f"{file}.ipynb"
        path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
        os.utime(path, (1_000_000_000 + number,) * 2)  # the last is the newest
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    for assignment in ("P1", "P3", "P5"):
        file = items.assignment(assignment).file
        assert sheet._cell_on_disk("essay", file) == f"of {assignment}"
    # One that a student has renamed is found as the newest, and the one that Jupyter names always.
    assert sheet._cell_on_disk("essay", "P2_worlds_and_threats") == "of P5"
    monkeypatch.setenv("JPY_SESSION_NAME", str(next(tmp_path.glob("P3_*"))))
    assert sheet._cell_on_disk("essay", items.assignment("P1").file) == "of P3"
