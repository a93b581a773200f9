from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import forecasts
from course.errors import CourseError

chance = st.floats(0, 1)


@given(chance, chance)
def test_honesty_pays(belief: float, said: float) -> None:
    """In expectation, nobody does better than to state the chance they believe in."""

    def expected(stated: float) -> float:
        yes, no = forecasts.penalty(stated, True), forecasts.penalty(stated, False)
        return belief * yes + (1 - belief) * no

    assert expected(belief) <= expected(said) + 1e-12


def test_the_scores_of_the_design() -> None:
    """The base rate of 7 in 19 scores .211 on two yes and five no."""
    outcomes = [True, True, *[False] * 5]
    rate = forecasts.base_rate([True] * 7 + [False] * 12)
    assert forecasts.brier([rate] * 7, outcomes) == pytest.approx(0.211, abs=0.0005)


def test_skill_is_the_share_of_the_penalty_that_was_saved() -> None:
    assert forecasts.skill(0.0, 0.2) == 1
    assert forecasts.skill(0.2, 0.2) == 0
    assert forecasts.skill(0.3, 0.2) == pytest.approx(-0.5)
    assert forecasts.skill(0.3, 0.0) is None


def test_calibration_groups_what_was_said_with_what_came() -> None:
    bins = forecasts.calibration([0.0, 0.2, 0.5, 1.0], [False, True, True, True])
    assert [(b.n, b.came_true) for b in bins] == [(2, 0.5), (1, 1.0), (1, 1.0)]
    assert sum(b.n for b in bins) == 4  # the upper edge belongs to the last group


@pytest.mark.parametrize("wrong", [-0.01, 1.01, float("nan"), None, True, "0.5"])
def test_what_is_no_chance_is_said_to_be_none(wrong: object) -> None:
    with pytest.raises(CourseError, match="runs from 0 to 1"):
        forecasts.penalty(wrong, True)  # type: ignore[arg-type]


def test_nothing_to_score_is_said() -> None:
    with pytest.raises(CourseError, match="no forecast to score"):
        forecasts.brier([], [])
    with pytest.raises(CourseError, match="2 forecasts and 1 outcomes"):
        forecasts.brier([0.1, 0.2], [True])
    with pytest.raises(CourseError, match="needs earlier cases"):
        forecasts.base_rate([])
