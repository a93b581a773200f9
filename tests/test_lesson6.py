"""Lesson 6: what its questions and its prose say in numbers is what is computed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course import checks, prospect, tables
from course.errors import CourseError
from course.update_views import CHANCES, raters_table, update_table
from course.widgets.questions import Estimate

FIRST, SECOND = (0.8, 0.4, 0.4, 0.1), (0.1, 0.3, 0.2, 0.6)


def after(*cards: tuple[float, ...]) -> list[str]:
    """Update four equal explanations; give the shares as the questions write them."""
    products = [0.25] * 4
    for card in cards:
        products = [p * x for p, x in zip(products, card, strict=True)]
    return [f"{p / sum(products):.3f}".lstrip("0") for p in products]


def option(id: str, letter: str) -> checks.Option:
    return next(one for one in checks.check(id).options if one.id == letter)


def right(id: str) -> checks.Option:
    return next(one for one in checks.check(id).options if one.correct)


def test_one_step_of_bayes() -> None:
    assert all(f"{x:g}".lstrip("0") in checks.check("L6.4").prompt for x in FIRST)
    assert after(FIRST)[0] in right("L6.4").text


def test_two_steps_of_bayes_and_the_two_ways_of_getting_them_wrong() -> None:
    asked, shares = checks.check("L6.5"), after(FIRST, SECOND)
    assert shares == [".235", ".353", ".235", ".176"]
    assert shares[1] in right("L6.5").text
    assert ", ".join(shares[:3]) in right("L6.5").feedback
    assert all(f"{x:g}".lstrip("0") in asked.prompt for x in SECOND)
    for product in (".020", ".030"):
        assert product in asked.prompt
    averaged = [(a + b) / 2 for a, b in zip(FIRST, SECOND, strict=True)]
    assert f"{averaged[0] / sum(averaged):.3f}".lstrip("0") in option("L6.5", "A").text
    assert after(SECOND)[3] in option("L6.5", "B").text


def test_the_warm_up_from_lesson_5() -> None:
    bolder = prospect.intervention_threshold(30, 100)
    assert f"{bolder:.2f}".lstrip("0") in right("L6.w2").text
    assert bolder < prospect.expected_utility_threshold(30, 100) == pytest.approx(0.7)
    assert f"{prospect.intervention_threshold(8, 80):.2f}".lstrip("0") in option("L6.w2", "B").text
    assert ".245" in checks.check("L6.w2").hints[0]
    assert prospect.crossover() == pytest.approx(0.245, abs=5e-4)


def test_approval_is_what_the_table_says() -> None:
    approve = {row.month: row.approve for row in tables.approval()}
    prompt = checks.check("L6.3").prompt
    for month in ("2022-02", "2022-03"):
        assert f"{approve[month]} %" in prompt


def ratings() -> dict[tuple[str, str, str], int]:
    return {(r.evidence, r.hypothesis, r.rater): r.rating for r in tables.ratings()}


def test_what_the_questions_say_of_the_raters() -> None:
    rated = ratings()
    letters = {h for _, h, _ in rated}
    # E4 (L6.1): both gave it the same number throughout.
    assert len({rated["E4", h, r] for h in letters for r in "RC"}) == 1
    # E9 (L6.2): the critic sees no difference, the friend of realism a large one.
    assert len({rated["E9", h, "C"] for h in letters}) == 1
    others = {rated["E9", h, "R"] for h in letters - {"D"}}
    assert len(others) == 1 and others.pop() - rated["E9", "D", "R"] >= 2


def test_the_prediction_asks_for_as_many_ratings_as_there_are() -> None:
    prompt = checks.estimate("L6.p1").prompt
    count = len(tables.ratings()) // 2
    assert f"{len(tables.evidence())} cards" in prompt and f"{count} ratings" in prompt


def test_the_raters_agree_on_most_ratings_and_end_far_apart() -> None:
    """This is what the lesson says of the table, in words."""
    rated = ratings()
    same = sum(rated[e, h, "R"] == rated[e, h, "C"] for e, h, r in rated if r == "R")
    assert same * 2 > len(rated) / 2
    text = raters_table().text
    assert f"{same} of {len(rated) // 2} ratings" in text
    assert "made for this course with language models" in text
    leaders = {text.split(f"({r}) ends with ")[1][0] for r in "R"} | {text.split("(C) with ")[1][0]}
    assert len(leaders) == 2


def test_the_raters_stay_closed_until_there_is_a_prediction(home: Path) -> None:
    closed = raters_table(after="L6.p1.estimate")
    assert "opens when" in closed.text and "%" not in closed.text
    Estimate("L6.p1").commit("estimate", {"number": 40})
    assert raters_table(after="L6.p1.estimate").text == raters_table().text


def test_chances_grow_with_the_rating_and_are_never_certain() -> None:
    assert list(CHANCES) == sorted(CHANCES) and CHANCES[0] > 0 and CHANCES[-1] < 1


@pytest.mark.parametrize(
    ("before", "cards", "why"),
    [
        ({"a": 0.5, "b": 0.4}, [{"a": 0.1, "b": 0.2}], "add up to 1"),
        ({"a": 0.5, "b": 0.5}, [], "Give each card a chance for each of a, b"),
        ({"a": 0.5, "b": 0.5}, [{"a": 0.1}], "Give each card"),
        ({"a": 0.5, "b": 0.5}, [{"a": 0, "b": 0}], "No explanation allows"),
        ({"a": 0.5, "b": 0.5}, [{"a": 1.5, "b": 0.2}], "from 0 to 1"),
    ],
)
def test_a_table_that_makes_no_sense_says_why(before: Any, cards: Any, why: str) -> None:
    with pytest.raises(CourseError, match=why):
        update_table(before, *cards)


def test_the_worked_example_is_what_the_lesson_says_of_it() -> None:
    before = {"forgotten": 0.5, "flatmate": 0.4, "burglar": 0.1}
    drawer = {"forgotten": 0.1, "flatmate": 0.2, "burglar": 0.9}
    said = update_table(before, drawer).text.splitlines()[0]
    shares = [
        int(part.split()[-2]) for part in said.split("Afterwards: ")[1].rstrip(".").split(", ")
    ]
    assert max(shares) == shares[2] < 50  # least likely before, leads now, far from certain
    tame = update_table(before, {**drawer, "burglar": 0.2}).text.splitlines()[0]
    forgotten, flatmate, burglar = (
        int(part.split()[-2]) for part in tame.split("Afterwards: ")[1].rstrip(".").split(", ")
    )
    assert abs(flatmate - 4 * burglar) <= 2 and forgotten > 0  # as before: .4 against .1
