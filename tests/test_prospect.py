"""Prospect theory against published numbers, and by property."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course import prospect as pt
from course.errors import CourseError

STRAIGHT = pt.Parameters(alpha=1, beta=1, loss_aversion=1, gamma=1, delta=1)
KINK_ONLY = pt.Parameters(alpha=1, beta=1, loss_aversion=2.25, gamma=1, delta=1)
LAMBDAS = (1, 1.31, 1.955, 2.25)


def with_lambda(loss_aversion: float) -> pt.Parameters:
    return pt.Parameters(loss_aversion=loss_aversion)


def test_the_defaults_are_the_medians_of_1992():
    medians = pt.MEDIANS_1992
    assert (medians.alpha, medians.beta, medians.loss_aversion) == (0.88, 0.88, 2.25)
    assert (medians.gamma, medians.delta) == (0.61, 0.69)


@pytest.mark.parametrize(
    ("p", "gain", "loss"),
    [
        (0.01, 0.0553, 0.0397),
        (0.05, 0.1316, 0.1114),
        (0.10, 0.1863, 0.1701),
        (0.25, 0.2907, 0.2935),
        (0.50, 0.4206, 0.4540),
        (0.75, 0.5683, 0.6264),
        (0.90, 0.7117, 0.7749),
        (0.99, 0.9116, 0.9451),
    ],
)
def test_weighting_at_the_medians(p, gain, loss):
    assert pt.weighting(p, 0.61) == pytest.approx(gain, abs=5e-5)
    assert pt.weighting(p, 0.69) == pytest.approx(loss, abs=5e-5)


@pytest.mark.parametrize(("exponent", "fixed"), [(0.61, 0.3388), (0.69, 0.3776)])
def test_small_chances_are_overrated_and_large_ones_underrated(exponent, fixed):
    assert pt.weighting(fixed, exponent) == pytest.approx(fixed, abs=1e-4)
    assert pt.weighting(fixed - 0.05, exponent) > fixed - 0.05
    assert pt.weighting(fixed + 0.05, exponent) < fixed + 0.05


def test_indifference_between_200_by_chance_and_100_for_sure():
    """Needs .714 among gains and .638 among losses."""
    for sign, chance in ((1, 0.714), (-1, 0.638)):
        for p, better in ((chance - 0.001, "sure"), (chance + 0.001, "gamble")):
            gap = pt.prospect_value([(sign * 200, p)]) - pt.prospect_value([(sign * 100, 1)])
            assert (sign * gap > 0) == (better == "gamble")


MISSES = {"7", "7'", "13", "13'"}


def test_the_medians_of_1992_reproduce_twelve_of_sixteen_majorities_of_1979():
    outcomes = pt.problems_1979()
    assert len(outcomes) == 16
    assert {outcome.problem for outcome in outcomes if not outcome.matches} == MISSES


def test_expected_value_alone_reproduces_fewer():
    """It is right in three, wrong in three, and sees a tie in the other ten."""
    outcomes = pt.problems_1979(STRAIGHT)
    assert sum(outcome.matches for outcome in outcomes) == 3
    assert sum(outcome.predicted == "tie" for outcome in outcomes) == 10


def test_two_of_the_misses_are_narrow():
    found = {outcome.problem: outcome for outcome in pt.problems_1979()}
    assert found["7"].value_a == pytest.approx(835, abs=0.5)
    assert found["7"].value_b == pytest.approx(817, abs=0.5)
    assert found["7'"].value_a == pytest.approx(-2010, abs=0.5)
    assert found["7'"].value_b == pytest.approx(-2001, abs=0.5)


def test_problem_13_follows_from_the_value_function_alone_under_equal_weights():
    """The formula of 1979 gives each .25 the same weight, so only the values count."""
    assert pt.value(6000) == pytest.approx(2112, abs=0.5)
    assert pt.value(4000) + pt.value(2000) == pytest.approx(2282, abs=0.5)


@pytest.mark.parametrize(
    ("sure", "worst", "risk_neutral", "full", "curvature", "weights"),
    [
        (60, 80, 0.250, 0.099, 0.224, 0.120),
        (40, 70, 0.429, 0.269, 0.389, 0.322),
        (40, 80, 0.500, 0.362, 0.457, 0.428),
        (20, 80, 0.750, 0.748, 0.705, 0.809),
        (10, 100, 0.900, 0.934, 0.868, 0.958),
    ],
)
def test_intervention_thresholds(sure, worst, risk_neutral, full, curvature, weights):
    found = (
        pt.expected_utility_threshold(sure, worst),
        pt.intervention_threshold(sure, worst),
        pt.intervention_threshold(sure, worst, pt.Parameters(delta=1)),
        pt.intervention_threshold(sure, worst, pt.Parameters(beta=1)),
    )
    assert found == pytest.approx((risk_neutral, full, curvature, weights), abs=5e-4)


def test_the_crossover_parts_boldness_from_caution():
    ratio = pt.crossover()
    assert ratio == pytest.approx(0.245, abs=5e-4)
    for s, bolder in ((ratio - 0.02, False), (ratio + 0.02, True)):
        gap = pt.intervention_threshold(s, 1) - pt.expected_utility_threshold(s, 1)
        assert (gap < 0) == bolder
    assert pt.intervention_threshold(ratio, 1) == pytest.approx(1 - ratio)


def test_there_is_no_crossover_where_one_is_bolder_throughout():
    assert pt.crossover(STRAIGHT) is None
    assert pt.crossover(pt.Parameters(delta=1)) is None


@pytest.mark.parametrize(
    ("reference", "thresholds"),
    [
        (100, (0.269, 0.269, 0.269, 0.269)),
        (90, (0.275, 0.293, 0.314, 0.319)),
        (80, (0.299, 0.336, 0.383, 0.398)),
        (70, (0.340, 0.404, 0.490, 0.517)),
        (60, (0.432, 0.536, 0.678, 0.721)),
        (30, (0.601, 0.601, 0.601, 0.601)),
    ],
)
def test_the_reference_point_moves_the_threshold_with_final_states_fixed(reference, thresholds):
    found = [pt.threshold_with_reference(reference, with_lambda(x)) for x in LAMBDAS]
    assert found == pytest.approx(thresholds, abs=5e-4)
    assert pt.final_states_threshold() == pytest.approx(0.429, abs=5e-4)


def test_the_threshold_peaks_inside_and_not_at_the_new_status_quo():
    """At λ = 2.25 a reference a little below 60 asks for more than 60 itself does."""
    assert pt.threshold_with_reference(50) == pytest.approx(0.728, abs=5e-4)
    assert pt.threshold_with_reference(50) > pt.threshold_with_reference(60)


@pytest.mark.parametrize(("reference", "threshold"), [(100, 0.429), (80, 0.509), (60, 0.628)])
def test_loss_aversion_alone(reference, threshold):
    found = pt.threshold_with_reference(reference, KINK_ONLY)
    assert found == pytest.approx(threshold, abs=5e-4)


@given(st.floats(0, 130), st.floats(1, 5))
def test_loss_aversion_by_itself_never_makes_bolder_than_expected_utility(reference, lam):
    kink = pt.Parameters(alpha=1, beta=1, loss_aversion=lam, gamma=1, delta=1)
    assert pt.threshold_with_reference(reference, kink) >= pt.final_states_threshold() - 1e-9


def test_the_old_position_as_reference_is_the_sure_loss_problem():
    same = pt.intervention_threshold(sure_loss=40, worst_loss=70)
    assert pt.threshold_with_reference(100) == pytest.approx(same)


@pytest.mark.parametrize(
    ("lam", "ratio"), list(zip(LAMBDAS, (1.09, 1.48, 2.34, 2.74), strict=True))
)
def test_what_a_fair_coin_has_to_offer(lam, ratio):
    assert pt.acceptance_ratio(with_lambda(lam)) == pytest.approx(ratio, abs=5e-3)
    for stake, better in ((ratio - 0.01, False), (ratio + 0.01, True)):
        coin = [(100 * stake, 0.5), (-100, 0.5)]
        assert (pt.prospect_value(coin, with_lambda(lam)) > 0) == better


def test_one_choice_seen_from_three_reference_points():
    """20 for sure or 50 by the toss of a coin (a demonstration on television)."""
    found = [
        (pt.prospect_value([(20 - r, 1)]), pt.prospect_value([(50 - r, 0.5), (-r, 0.5)]))
        for r in (0, 20, 50)
    ]
    expected = [(13.96, 13.15), (0, -5.87), (-44.9, -31.9)]
    for (sure, gamble), (sure_expected, gamble_expected) in zip(found, expected, strict=True):
        assert sure == pytest.approx(sure_expected, abs=0.05)
        assert gamble == pytest.approx(gamble_expected, abs=0.05)


OUTCOME = st.floats(-1000, 1000).filter(lambda x: x == 0 or abs(x) > 1e-3)
PARAMETERS = st.builds(
    pt.Parameters,
    alpha=st.floats(0.3, 1.5),
    beta=st.floats(0.3, 1.5),
    loss_aversion=st.floats(0.5, 5),
    gamma=st.floats(pt.SMALLEST_EXPONENT, 1.5),
    delta=st.floats(pt.SMALLEST_EXPONENT, 1.5),
)


@st.composite
def prospects(draw, outcomes=OUTCOME):
    chosen = draw(st.lists(outcomes, min_size=1, max_size=5))
    parts = draw(st.lists(st.integers(0, 20), min_size=len(chosen), max_size=len(chosen)))
    rest = draw(st.integers(1, 20))
    total = sum(parts) + rest
    return [(x, part / total) for x, part in zip(chosen, parts, strict=True)]


@given(prospects(), PARAMETERS, st.randoms(use_true_random=False))
def test_the_order_in_which_outcomes_are_written_does_not_matter(gamble, parameters, random):
    mixed = list(gamble)
    random.shuffle(mixed)
    assert pt.prospect_value(mixed, parameters) == pytest.approx(
        pt.prospect_value(gamble, parameters), abs=1e-9
    )


@given(prospects(), PARAMETERS, st.data())
def test_a_better_outcome_never_lowers_the_value(gamble, parameters, data):
    k = data.draw(st.integers(0, len(gamble) - 1))
    better = list(gamble)
    better[k] = (gamble[k][0] + data.draw(st.floats(0, 500)), gamble[k][1])
    worth = pt.prospect_value(gamble, parameters)
    assert pt.prospect_value(better, parameters) >= worth - 1e-9 * (1 + abs(worth))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(pt.SMALLEST_EXPONENT, 2))
def test_weighting_rises_from_0_to_1(p, q, exponent):
    assert pt.weighting(0, exponent) == 0
    assert pt.weighting(1, exponent) == 1
    low, high = sorted((p, q))
    assert pt.weighting(low, exponent) <= pt.weighting(high, exponent) + 1e-12


def test_below_the_smallest_exponent_weighting_would_fall_in_places():
    steps = [pt.weighting(k / 1000, 0.25) for k in range(1001)]
    assert any(later < earlier for earlier, later in itertools.pairwise(steps))


@given(prospects(st.floats(0.01, 1000)), PARAMETERS)
def test_gains_alone_share_out_the_weight_of_winning_anything(gamble, parameters):
    total = math.fsum(pt.decision_weights(gamble, parameters))
    anything = min(1.0, math.fsum(p for _, p in gamble))
    assert total == pytest.approx(pt.weighting(anything, parameters.gamma), abs=1e-9)


@given(prospects(), prospects(), st.floats(0.05, 20))
def test_the_unit_of_money_does_not_change_a_preference(first, second, unit):
    """So long as alpha = beta, as in the medians of 1992."""
    in_unit = [[(unit * x, p) for x, p in gamble] for gamble in (first, second)]
    gap = pt.prospect_value(first) - pt.prospect_value(second)
    assume(abs(gap) > 1e-6)
    assert pt.preferred(*in_unit) == pt.preferred(first, second)


@given(
    prospects(st.floats(0, 1000)),
    prospects(st.floats(0, 1000)),
    st.floats(0.5, 5),
    st.sampled_from([-1, 1]),
)
def test_lambda_cancels_among_pure_losses_and_is_absent_among_pure_gains(a, b, lam, sign):
    a, b = [(sign * x, p) for x, p in a], [(sign * x, p) for x, p in b]
    assume(abs(pt.prospect_value(a) - pt.prospect_value(b)) > 1e-6)
    assert pt.preferred(a, b, with_lambda(lam)) == pt.preferred(a, b)


def test_lambda_does_turn_a_choice_that_mixes_gains_and_losses():
    coin = [(200, 0.5), (-100, 0.5)]
    assert pt.preferred(coin, [], with_lambda(1.31)) == "A"
    assert pt.preferred(coin, [], with_lambda(2.25)) == "B"


@given(st.floats(0.01, 0.99), st.floats(0.5, 5), st.floats(0.01, 1e6))
def test_neither_lambda_nor_the_unit_moves_the_intervention_threshold(ratio, lam, unit):
    found = pt.intervention_threshold(ratio * unit, unit, with_lambda(lam))
    assert found == pytest.approx(pt.intervention_threshold(ratio, 1), abs=1e-9)


@given(st.floats(0.01, 0.98), st.floats(0.001, 0.5), PARAMETERS)
def test_a_larger_sure_loss_makes_bolder(ratio, more, parameters):
    larger = min(0.99, ratio + more)
    assert (
        pt.intervention_threshold(larger, 1, parameters)
        <= pt.intervention_threshold(ratio, 1, parameters) + 1e-12
    )


@given(st.floats(0.01, 0.99))
def test_without_distortion_prospect_theory_is_expected_utility(ratio):
    found = pt.intervention_threshold(ratio, 1, STRAIGHT)
    assert found == pytest.approx(pt.expected_utility_threshold(ratio, 1))


@given(prospects(), PARAMETERS)
def test_the_certainty_equivalent_is_worth_the_prospect(gamble, parameters):
    worth = pt.prospect_value(gamble, parameters)
    assume(abs(worth) > 1e-6)
    sure = pt.certainty_equivalent(gamble, parameters)
    assert pt.value(sure, parameters) == pytest.approx(worth)
    low, high = min(0, *(x for x, _ in gamble)), max(0, *(x for x, _ in gamble))
    assert low - 1e-6 * abs(low) <= sure <= high + 1e-6 * high


@given(prospects())
def test_the_straight_line_is_the_expected_value(gamble):
    assert pt.prospect_value(gamble, STRAIGHT) == pytest.approx(pt.expected_value(gamble), abs=1e-9)


def test_equal_prospects_tie():
    assert pt.preferred([(10, 0.5)], [(10, 0.25), (10, 0.25)]) == "tie"


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: pt.Parameters(alpha=0), "alpha"),
        (lambda: pt.Parameters(beta=math.nan), "beta"),
        (lambda: pt.Parameters(loss_aversion=-1), "loss_aversion"),
        (lambda: pt.Parameters(gamma=0.2), "gamma has to be a number 0.28 or more"),
        (lambda: pt.Parameters(delta=math.inf), "delta"),
        (lambda: pt.weighting(1.01, 0.6), "probability"),
        (lambda: pt.weighting(math.nan, 0.6), "probability"),
        (lambda: pt.prospect_value([(1, -0.1)]), "probability"),
        (lambda: pt.prospect_value([(1, 0.6), (2, 0.5)]), "more than 1"),
        (lambda: pt.prospect_value([(math.nan, 0.5)]), "outcome"),
        (lambda: pt.intervention_threshold(80, 80), "S < L"),
        (lambda: pt.expected_utility_threshold(90, 80), "S < L"),
        (lambda: pt.intervention_threshold(-1, 80), "S < L"),
        (lambda: pt.intervention_threshold(10, math.nan), "S < L"),
        (lambda: pt.threshold_with_reference(60, nothing=20), "failure < nothing < success"),
        (lambda: pt.final_states_threshold(success=50), "failure < nothing < success"),
        (lambda: pt.threshold_with_reference(math.nan), "reference point"),
        (lambda: pt.acceptance_ratio(loss=0), "possible loss"),
    ],
)
def test_impossible_numbers_are_refused_in_one_sentence(ask, says):
    with pytest.raises(CourseError, match=says) as caught:
        ask()
    assert str(caught.value).endswith(".")
    assert ". " not in str(caught.value)
