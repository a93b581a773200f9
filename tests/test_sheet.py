"""What a learner is told who has never met a Python error, and what a check reads back."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from course.errors import CourseError
from course.homework import sheet
from course.homework.plain import NOTHING_CHANGED, as_plain, in_plain_words, read_number

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
