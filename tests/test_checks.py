from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course import checks, notebooks, seeds
from course.errors import CourseError

CATALOGUE = checks.catalogue()
CHECKS = [item for item in CATALOGUE.values() if isinstance(item, checks.Check)]


def test_there_are_questions_for_each_lesson() -> None:
    lessons = {item.id[:2] for item in CATALOGUE.values()}
    assert lessons == {f"L{int(path.name[:2])}" for path in notebooks.notebooks()}
    assert len(CHECKS) >= 20
    for lesson in lessons:
        assert f"{lesson}.exit" in CATALOGUE


@pytest.mark.parametrize("item", CHECKS, ids=lambda item: item.id)
def test_each_question_has_one_right_answer_and_explains_every_wrong_one(
    item: checks.Check,
) -> None:
    assert [option.id for option in item.options] == list("ABCDE")[: len(item.options)]
    assert sum(option.correct for option in item.options) == 1
    assert item.hints
    for option in item.options:
        assert len(option.feedback) >= 60, "an explanation, not a verdict"
        if option.correct:
            assert option.misconception is None
        else:
            assert option.misconception in {None, *checks.misconceptions()}


@pytest.mark.parametrize("item", CATALOGUE.values(), ids=lambda item: item.id)
def test_a_question_has_no_marks_of_emphasis(
    item: checks.Check | checks.Note | checks.Estimate,
) -> None:
    """They are shown as they stand: as asterisks."""
    words = item.prompt.replace("q*", "q")
    options = item.options if isinstance(item, checks.Check) else ()
    assert "*" not in words + "".join(option.text.replace("q*", "q") for option in options)


def test_most_wrong_answers_name_a_misconception() -> None:
    """Not all: a slip of arithmetic is none, and a wrong label would teach a wrong thing."""
    wrong = [
        option
        for item in CHECKS
        for option in item.options
        if not option.correct and not item.id.startswith("L0")
    ]
    assert sum(option.misconception is not None for option in wrong) >= len(wrong) * 2 / 3 > 20


def test_every_misconception_is_met_somewhere() -> None:
    met = {option.misconception for item in CHECKS for option in item.options}
    assert set(checks.misconceptions()) <= met


def test_the_right_answer_is_no_habit() -> None:
    """Neither a letter nor the longest option gives the answer away."""
    letters = [next(o.id for o in item.options if o.correct) for item in CHECKS]
    assert max(letters.count(letter) for letter in "ABC") <= len(CHECKS) * 0.55
    longest = sum(max(item.options, key=lambda o: len(o.text)).correct for item in CHECKS)
    assert longest <= len(CHECKS) * 0.6


@pytest.mark.parametrize("item", CHECKS, ids=lambda item: item.id)
def test_sources_that_look_like_paragraphs_exist(item: checks.Check) -> None:
    for source in item.sources:
        if source[0] in "AB" and source[1:].isdigit():
            seeds.paragraph(source)
    assert item.sources or item.id.startswith(("L0", "L1.w", "L1.4"))


def test_warm_ups_draw_on_earlier_lessons() -> None:
    draws_on = {1: "0", 2: "1", 3: "12", 4: "23", 5: "41", 6: "35", 7: "624", 8: "753"}
    for number in range(1, len(notebooks.notebooks())):
        lesson, earlier = f"L{number}", draws_on[number]
        warm_ups = [item for item in CHECKS if item.id.startswith(f"{lesson}.w")]
        assert len(warm_ups) == (1 if lesson == "L1" else 3)
        for item in warm_ups:
            assert any(f"lesson {n}" in item.prompt for n in earlier), item.id


def test_feedback_opens_step_by_step() -> None:
    item = checks.check("L2.1")
    wrong = checks.judge(item, "A", tries=1)
    assert wrong["correct"] is False and wrong["all"] is None
    assert wrong["misconception"] is None and not wrong["repair"]
    named = checks.judge(checks.check("L2.3"), "A")
    assert named["misconception"]["id"] == "M02" and named["repair"]
    again = checks.judge(item, "B", tries=2)
    assert {other["id"] for other in again["all"]} == {"A", "C"}
    right = checks.judge(item, "C")
    assert right["correct"] is True and right["misconception"] is None and right["all"]


def test_an_answer_that_is_no_option_says_which_there_are() -> None:
    with pytest.raises(CourseError, match="choose one of A, B and C"):
        checks.judge(checks.check("L2.1"), "Z")


def test_an_unknown_question_says_which_there_are() -> None:
    with pytest.raises(CourseError, match=r"no check L9\.9; there are L0\.1, "):
        checks.check("L9.9")
    with pytest.raises(CourseError, match="M01 to M26"):
        checks.misconception("M99")


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('misconception = "M04"', 'misconception = "4"', r"lesson2\.toml, line \d+: check"),
        ('id = "L2.1"', 'id = "lesson two"', r"lesson2\.toml, line \d+: check\.\d+\.id"),
        ('id = "L2.2"', 'id = "L2.1"', r"the id L2\.1 is used twice"),
        ("correct = true", "correct = yes", r"lesson2\.toml is not valid TOML.*line \d+"),
    ],
)
def test_a_spoiled_catalogue_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    folder = tmp_path / "messages"
    shutil.copytree(checks.FOLDER, folder)
    path = folder / "lesson2.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseError, match=reason):
        checks.catalogue(folder)


def test_all_26_misconceptions_are_there() -> None:
    assert list(checks.misconceptions()) == [f"M{n:02}" for n in range(1, 27)]
