"""Lesson 4: eight choices, the Curve Lab, and the numbers in its questions and panels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course import charts, checks, prospect, prospect_views, tables
from course.errors import CourseError
from course.journal import Journal
from course.widgets.choose_first import EFFECTS, PROBLEMS, ChooseFirst, shown
from course.widgets.curve_lab import GAMBLE, LOSS, CurveLab

MAJORITY = {"3": "B", "4": "A", "3'": "A", "4'": "B", "11": "B", "12": "A", "14": "A", "14'": "B"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


# Choose first -----------------------------------------------------------------------------------


def test_nothing_of_1979_is_sent_before_all_eight_are_kept(journal: Journal) -> None:
    widget = ChooseFirst(journal=journal)
    assert widget._record == {}
    widget.commit("begin", {})
    config = {name: part for name, part in widget._config.items() if name != "messages"}
    told = json.dumps([config, widget._record])
    assert "others" not in told and "effects" not in told and "percent" not in told
    widget.commit("choices", {"choices": MAJORITY})
    others = widget._record["reveal"]["others"]
    rows = {row.problem: row for row in tables.problems_1979()}
    assert {id: other["A"] for id, other in others.items()} == {
        id: rows[id].percent_a for id in PROBLEMS
    }
    assert not others["14"]["confirmed"] and others["3"]["confirmed"]


def test_the_order_is_drawn_once_and_stays(journal: Journal) -> None:
    widget = ChooseFirst(journal=journal)
    widget.commit("begin", {})
    order = widget._record["reveal"]["order"]
    assert sorted(order) == sorted(PROBLEMS)
    widget.commit("begin", {})
    assert widget._record["reveal"]["order"] == order
    assert ChooseFirst(journal=journal)._record["reveal"]["order"] == order


def test_orders_differ_between_learners(tmp_path: Path) -> None:
    orders = set()
    for number in range(6):
        widget = ChooseFirst(journal=Journal(tmp_path / f"{number}.jsonl"))
        widget.commit("begin", {})
        orders.add(tuple(widget._record["reveal"]["order"]))
    assert len(orders) > 1


def test_what_is_missing_is_named_and_nothing_is_kept(journal: Journal) -> None:
    widget = ChooseFirst(journal=journal)
    with pytest.raises(CourseError, match="Press the first button"):
        widget.commit("choices", {"choices": MAJORITY})
    widget.commit("begin", {})
    order = widget._record["reveal"]["order"]
    some = dict.fromkeys(order[2:], "A")
    with pytest.raises(CourseError, match="still open: 1 and 2"):
        widget.commit("choices", {"choices": some})
    assert len(journal.entries()) == 1


def test_majorities_show_all_four_effects_and_one_who_never_switches_shows_none() -> None:
    assert all(shown(MAJORITY).values())
    rows = {row.problem: row for row in tables.problems_1979()}
    for effect in EFFECTS:
        for problem, option in (effect.first, effect.second):
            percent = rows[problem].percent_a if option == "A" else rows[problem].percent_b
            assert percent > 50, "the answers that show an effect are those of the majority"
    assert not any(shown(dict.fromkeys(PROBLEMS, "A")).values())
    assert not any(shown(dict.fromkeys(PROBLEMS, "B")).values())


def test_a_journal_from_other_problems_is_said_not_thrown(journal: Journal) -> None:
    journal.commit("L4.choose-first.begin", {"order": ["3", "99"]})
    widget = ChooseFirst(journal=journal)
    assert widget.value == {} and "does not fit" in widget._message


# The Curve Lab ------------------------------------------------------------------------------------


def test_the_problems_come_with_the_prediction(journal: Journal) -> None:
    widget = CurveLab(journal=journal)
    assert widget._record == {} and "problems" not in widget._config
    widget.commit("predict", {"count": 14})
    problems = widget._record["reveal"]["problems"]
    assert len(problems) == 16
    missed = {
        one["id"] for one in problems if prospect.preferred(one["a"], one["b"]) != one["majority"]
    }
    assert missed == {"7", "7'", "13", "13'"}


def test_other_numbers_give_all_sixteen_and_lambda_changes_none() -> None:
    for loss_aversion in (1.0, 2.25, 4.0):
        found = prospect.Parameters(0.63, 0.63, loss_aversion, 0.62, 0.62)
        assert all(outcome.matches for outcome in prospect.problems_1979(found))
        at_medians = prospect.Parameters(loss_aversion=loss_aversion)
        assert sum(outcome.matches for outcome in prospect.problems_1979(at_medians)) == 12


@pytest.mark.parametrize("count", [None, -1, 17, 3.5, "12", True])
def test_a_prediction_is_a_whole_number(journal: Journal, count: object) -> None:
    with pytest.raises(CourseError, match="whole number from 0 to 16"):
        CurveLab(journal=journal).commit("predict", {"count": count})


def test_the_question_about_lambda_comes_second(journal: Journal) -> None:
    widget = CurveLab(journal=journal)
    with pytest.raises(CourseError, match="prediction first"):
        widget.commit("lambda", {"choice": "nothing"})
    widget.commit("predict", {"count": 12})
    with pytest.raises(CourseError, match="one of the three"):
        widget.commit("lambda", {"choice": "perhaps"})
    widget.commit("lambda", {"choice": "more"})
    again = CurveLab(journal=journal)
    assert again.value == {"count": 12, "guess": "more"}


def test_lambda_does_nothing_between_two_losses_and_decides_over_the_coin() -> None:
    chosen, taken = set(), set()
    for loss_aversion in (1.0, 1.31, 1.955, 2.25, 3.0):
        p = prospect.Parameters(loss_aversion=loss_aversion)
        sure, gamble = [(-LOSS, 1.0)], [(-GAMBLE[0], GAMBLE[1])]
        chosen.add(prospect.preferred(sure, gamble, p))
        taken.add(prospect.preferred([(100, 0.5), (-50, 0.5)], [], p))
    assert chosen == {"B"}
    assert taken == {"A", "B"}


# Numbers on the page ------------------------------------------------------------------------------


def test_the_numbers_in_the_questions_are_the_models() -> None:
    item = checks.check("L4.blanks")
    weight, worth = prospect.weighting(0.5, 0.69), prospect.value(-100)
    assert f"{weight:.3f}".removeprefix("0") in item.prompt
    assert f"−{-worth:.1f}" in item.prompt
    answers = [
        weight * worth,
        prospect.weighting(0.5, 0.61) * worth,  # the weight for gains
        weight * worth / 2.25,  # λ forgotten
    ]
    right = next(option for option in item.options if option.correct)
    assert right.text == f"−{-answers[0]:.1f}"
    assert {option.text for option in item.options} == {f"−{-a:.1f}" for a in answers}
    gain = prospect.prospect_value([(100, 0.5)])
    assert f"{gain:.1f}" in right.feedback
    assert checks.check("L4.w1").option("B").text.startswith("2/3")


def test_the_worked_example_adds_up() -> None:
    text = prospect_views.worked_prospect(100, 0.5).text
    for number in ("57.5", "0.421", "24.2", "37.4", "50.0"):
        assert number in text


def test_the_three_points_of_view_give_two_answers() -> None:
    text = prospect_views.frames().text
    for number in ("14.0", "13.2", "−5.9", "−44.9", "−31.9"):
        assert number in text
    assert text.count("the sure 20") >= 2 and "the coin" in text


def test_the_estimates_are_drawn_from_the_table() -> None:
    figure, said = prospect_views.loss_aversion_chart(), prospect_views.loss_aversion_table().text
    for row in tables.loss_aversion():
        assert f"{row.estimate:g} ({row.year})" in figure.text
        assert row.study in said and row.basis in said and f"{row.estimate:g}" in said
    assert "1.82 to 2.102" in said and "1.1 to 1.53" in said


def test_figures_of_this_lesson_and_the_diary_fit_a_phone() -> None:
    title = prospect_views.loss_aversion_chart().spec["title"]
    assert max(len(line) for line in title["subtitle"]) <= charts.PHONE
    assert prospect_views.loss_aversion_chart().spec["width"] <= 220


def test_the_weights_on_the_page_are_the_model_s() -> None:
    text = prospect_views.chance_weights().text
    half = [prospect.weighting(0.5, exponent) for exponent in (0.61, 0.69)]
    assert all(f"{weight:.3f}" in text for weight in half)
    assert "0.421" in text and "0.454" in text, "as the example and L4.blanks use them"


def test_the_insurance_is_taken_at_every_lambda() -> None:
    sure, gamble = [(-20, 1.0)], [(-200, 0.1)]
    chosen = {
        prospect.preferred(sure, gamble, prospect.Parameters(loss_aversion=x)) for x in (1, 1.5, 2)
    }
    assert chosen == {"A"}
    weight = prospect.weighting(0.1, prospect.MEDIANS_1992.delta)
    assert weight > 0.1, "as the feedback of L4.1 says"
    straight = prospect.Parameters(alpha=1, beta=1, gamma=1, delta=1)
    assert prospect.preferred(sure, gamble, straight) == "tie", "the averages are equal"
    assert {LOSS, *GAMBLE}.isdisjoint({20, 200, 0.1}), "not the numbers of the Curve Lab"


def test_what_the_widget_says_of_majorities_is_so() -> None:
    rows = [row for row in tables.problems_1979() if row.problem in PROBLEMS]
    fewest = [min(row.percent_a, row.percent_b) for row in rows]
    assert (min(fewest), max(fewest)) == (8, 42), "as in choose_first.toml"
