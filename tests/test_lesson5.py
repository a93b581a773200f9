"""Lesson 5: the reference point, the rational twin, blind coding, and the numbers on the page."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from course import checks, extracts, preventive, prospect, prospect_views
from course.errors import CourseError
from course.journal import Journal
from course.widgets.domain_coder import DomainCoder
from course.widgets.reference_point import START, STATES, ReferencePoint

CODES = {one.id: one.first.domain for one in extracts.extracts()}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


# The reference point ----------------------------------------------------------------------------


def test_the_design_s_numbers_are_the_model_s() -> None:
    at = {ref: prospect.threshold_with_reference(ref, **STATES) for ref in (100, 60, 30)}
    assert [round(p, 3) for p in at.values()] == [0.269, 0.721, 0.601]
    assert round(prospect.final_states_threshold(**STATES), 3) == 0.429
    crossing = prospect.crossover()
    assert crossing is not None and round(crossing, 3) == 0.245


def test_the_prediction_needs_both_halves(journal: Journal) -> None:
    widget = ReferencePoint(journal=journal)
    with pytest.raises(CourseError, match="three answers"):
        widget.commit("predict", {"choice": "both", "chance": 30})
    for chance in (None, -1, 101, "30", True, math.nan):
        with pytest.raises(CourseError, match="from 0 to 100"):
            widget.commit("predict", {"choice": "old", "chance": chance})
    with pytest.raises(CourseError, match="first prediction before"):
        widget.commit("small", {"choice": "bolder"})
    widget.commit("predict", {"choice": "old", "chance": 30})
    with pytest.raises(CourseError, match="three answers"):
        widget.commit("small", {"choice": "perhaps"})
    widget.commit("small", {"choice": "bolder"})
    assert len(journal.entries()) == 2
    again = ReferencePoint(journal=journal)
    assert again.value == {"guess": "old", "guess_chance": 30, "guess_small": "bolder"}


def test_no_handle_is_set_and_no_picture_drawn_before(journal: Journal) -> None:
    widget = ReferencePoint(journal=journal)
    assert widget.value == {} and widget._record == {} and widget.picture() is None


# The rational twin --------------------------------------------------------------------------------


def test_without_a_shift_nobody_fights() -> None:
    for chance in (0.1, 0.5, 0.9):
        low, high = preventive.bargaining_range(chance, 0.1, 0.1)
        assert low < high, "some division is better than war for both"
        assert not preventive.fights_now(preventive.Shift(chance, chance, 0.1, 0.1))


def test_the_shift_has_to_outweigh_both_costs() -> None:
    for shift, fights in ((0.19, False), (0.21, True)):
        one = preventive.Shift(0.75, 0.75 - shift, 0.1, 0.1)
        assert preventive.fights_now(one) is fights
        assert (one.now > preventive.calculating_threshold(one)) is fights


def test_the_calculator_s_threshold_is_that_of_the_three_endings() -> None:
    one = preventive.Shift(0.75, 0.25, 0.125, 0.125)
    states = {"nothing": preventive.waiting(one), "success": 0.875, "failure": -0.125}
    assert preventive.calculating_threshold(one) == prospect.final_states_threshold(**states)


def test_there_is_nothing_to_weigh_where_waiting_beats_victory() -> None:
    assert preventive.prospect_threshold(preventive.Shift(0.9, 0.9, 0.2, 0.2)) is None


def test_the_reference_point_decides_between_the_twins() -> None:
    shift = preventive.Shift(0.45, START["later"], START["cost_a"], START["cost_b"])
    today, whole = (preventive.prospect_threshold(shift, reference=r) for r in (None, 1))
    assert today is not None and whole is not None
    assert not preventive.fights_now(shift) and whole < shift.now < today, "as twin_try says"
    bolder = {None: 0, 1: 0}
    steps = [n / 20 for n in range(21)]
    for now, later in ((a, b) for a in steps for b in steps if b < a):
        for cost in (0.05, 0.1, 0.15, 0.2):
            one = preventive.Shift(now, later, cost, cost)
            for reference in bolder:
                asked = preventive.prospect_threshold(one, reference=reference)
                if asked is not None and asked < now < preventive.calculating_threshold(one):
                    bolder[reference] += 1
    assert bolder[None] == 0 and bolder[1] > 50, "hardly ever, and often"


@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan])
def test_a_chance_is_a_number_from_0_to_1(wrong: float) -> None:
    with pytest.raises(CourseError, match="numbers from 0 to 1"):
        preventive.Shift(wrong, 0.5, 0.1, 0.1)


def test_the_twins_agree_where_document_b_looks_and_part_elsewhere() -> None:
    rows = prospect_views.TWINS
    assert set(rows[0][1:]) == {"yes"}, "a shock is expected by all"
    assert any(row[1] == "no" and row[3] == "yes" for row in rows)
    text = prospect_views.twins().text
    assert "our own judgement" in text
    assert "| all four | none" in text
    for name in prospect_views.ACCOUNTS:
        assert name in text


def test_a_calculator_may_take_poor_odds_so_they_tell_nothing() -> None:
    poor = preventive.Shift(now=0.35, later=0.05, cost_a=0.1, cost_b=0.1)
    assert preventive.fights_now(poor), "as the notebook and L5.4 say"


# Blind coding -------------------------------------------------------------------------------------


def test_names_and_codings_stay_closed_until_their_time(journal: Journal) -> None:
    coder = DomainCoder(journal=journal)
    secret = [one.who for one in coder.extracts.values()]
    secret += [one.first.reason for one in coder.extracts.values()]
    secret += [one.outcome for one in coder.extracts.values()]
    assert not any(text in json.dumps(coder._config, ensure_ascii=False) for text in secret)
    with pytest.raises(CourseError, match="Code all statements first"):
        coder.commit("open", {})
    coder.commit("codes", {"codes": CODES})
    told = json.dumps(coder._record, ensure_ascii=False)
    assert "agreement" in told and "who" not in coder._record["reveal"]
    assert not any(one.outcome in told for one in coder.extracts.values())
    coder.commit("open", {})
    assert set(coder._record["reveal"]["who"]) == set(CODES)


def test_agreement_with_coder_1_is_full_for_his_twin(journal: Journal) -> None:
    coder = DomainCoder(journal=journal)
    coder.commit("codes", {"codes": CODES})
    first, second, coders = coder._record["reveal"]["agreement"]
    assert first["share"] == 1 and first["kappa"] == pytest.approx(1)
    assert 0 < second["share"] == coders["share"] < 1


def test_a_coding_after_the_names_does_not_replace_the_blind_one(journal: Journal) -> None:
    coder = DomainCoder(journal=journal)
    coder.commit("codes", {"codes": CODES})
    coder.commit("open", {})
    late = dict.fromkeys(CODES, "losses")
    coder.times["open"][0] = coder.times["codes"][0]  # the same second at the latest
    coder.times["codes"].append("9999-01-01T00:00:00+00:00")
    coder.commits["codes"].append({"codes": late})
    assert coder.reveal()["blind"] == CODES  # type: ignore[index]


def test_what_is_missing_is_named(journal: Journal) -> None:
    coder = DomainCoder(journal=journal)
    some = {id: code for id, code in CODES.items() if id not in ("X2", "X5")}
    with pytest.raises(CourseError, match="still open: X2 and X5"):
        coder.commit("codes", {"codes": some})
    with pytest.raises(CourseError, match="still open: X1"):
        coder.commit("codes", {"codes": {**CODES, "X1": "fear"}})
    assert not journal.entries()


def test_a_journal_with_other_statements_is_said_not_thrown(journal: Journal) -> None:
    journal.commit("L5.domain-coder.codes", {"codes": {"X1": "gains", "Y7": "gains"}})
    coder = DomainCoder(journal=journal)
    assert coder.value == {} and "does not fit" in coder._message


# Numbers in the questions -------------------------------------------------------------------------


def test_the_numbers_in_the_questions_are_the_model_s() -> None:
    item = checks.check("L5.1")
    careful = prospect.intervention_threshold(12, 150)
    assert f"{careful:.3f}".removeprefix("0") in item.option("B").text
    calm = prospect.expected_utility_threshold(12, 150)
    assert f"{calm:.3f}".removeprefix("0") in item.prompt
    curve_alone = prospect.intervention_threshold(12, 150, prospect.Parameters(delta=1))
    assert f"{curve_alone:.3f}".removeprefix("0") in item.option("A").text
    assert f"{calm:.3f}".removeprefix("0") in item.option("C").text
    assert "(.245," in item.option("B").feedback
    gamble, sure = [(-110, 0.5)], [(-60, 1.0)]
    chosen = {
        prospect.preferred(gamble, sure, prospect.Parameters(loss_aversion=x)) for x in (1.3, 2)
    }
    assert len(chosen) == 1, "as L5.w1 says, nothing changes"
