"""Shares of the weight simplex: against a million samples, published runs, and by property."""

from __future__ import annotations

import math
from itertools import pairwise, permutations, product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course import weights
from course.errors import CourseError

SOURCES = 4
CONTRAST = st.floats(-1, 1).filter(lambda d: d == 0 or abs(d) > 1e-6)
VECTOR = st.lists(CONTRAST, min_size=1, max_size=7)

# The four contrasts of a Poland/Estonia/Germany/NATO claim as `threat` builds them, ties and
# zeros included, with made-up ones between.
LOOKED_AT = [
    (-0.38, 0.72, -0.87, 0.0),
    (-0.54, 0.72, -0.85, 1.0),
    (-0.47, 0.78, -0.94, 0.5),
    (0.43, 0.58, 0.94, 0.0),
    (0.5, 0.5, -0.5, -0.5),
    (1.0, 1.0, -0.2, -0.2),
    (0.3, 0.3, 0.3, -0.9),
    (0.3, 0.3 + 1e-12, -0.9, -0.9),
    (0.0, 0.0, 1.0, -1.0),
    (0.0, 0.0, 0.0, 1.0),
    (0.0, 0.0, 0.0, -1.0),
    (0.0, 0.0, 0.0, 0.0),
]


@pytest.fixture(scope="module")
def million() -> np.ndarray:
    return np.random.default_rng(1).dirichlet(np.ones(SOURCES), 1_000_000)


@pytest.mark.parametrize("contrasts", LOOKED_AT)
def test_share_agrees_with_a_million_weightings(million, contrasts):
    sampled = float((million @ np.array(contrasts) > 0).mean())
    exact = weights.share_holding(contrasts)
    assert exact == pytest.approx(sampled, abs=5 * math.sqrt(0.25 / 1_000_000))
    if sampled in (0, 1):
        assert exact == sampled


@pytest.mark.parametrize(
    "order",
    [
        [{0}, {1}, {2}, {3}],
        [{3}, {1}, {2}, {0}],
        [{3}, {0, 1, 2}],
        [{1, 3}, {0, 2}],
        [{0, 1, 2}, {3}],
    ],
)
@pytest.mark.parametrize("contrasts", LOOKED_AT[:6])
def test_share_in_order_agrees_with_the_samples_in_that_order(million, contrasts, order):
    respects = np.ones(len(million), dtype=bool)
    for heavier, lighter in pairwise(order):
        lowest = million[:, sorted(heavier)].min(axis=1)
        respects &= lowest >= million[:, sorted(lighter)].max(axis=1)
    chosen = million[respects]
    sampled = float((chosen @ np.array(contrasts) > 0).mean())
    exact = weights.share_in_order(contrasts, order)
    assert exact == pytest.approx(sampled, abs=5 * math.sqrt(0.25 / len(chosen)))


def test_illustrative_scores_of_the_european_observer():
    """Our own sampled results, 200,000 draws: .76 .71 .63 .49 (sum) and .89 (product).

    Scores from 0 to 10 made up for teaching: US 10, 2, 9, 2; Russia 6, 9, 7 and an intent that
    is lowered from 8.
    """
    us = (10, 2, 9, 2)
    for intent, sampled in ((8, 0.76), (6, 0.71), (4, 0.63), (2, 0.49)):
        russia = (6, 9, 7, intent)
        share = weights.share_holding([r - u for r, u in zip(russia, us, strict=True)])
        assert share == pytest.approx(sampled, abs=0.006)
    logs = [math.log(r / u) for r, u in zip((6, 9, 7, 8), us, strict=True)]
    assert weights.share_holding(logs) == pytest.approx(0.89, abs=0.006)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=7, unique=True))
def test_recursion_equals_closed_form_where_contrasts_are_distinct(contrasts):
    assert weights.share_holding(contrasts) == pytest.approx(
        weights.share_closed_form(contrasts), abs=1e-7
    )


def test_recursion_keeps_its_digits_where_the_closed_form_loses_them():
    near_ties = [1, 1 + 1e-9, 1 + 2e-9, -1, -1 - 1e-9]
    tied = weights.share_holding([1, 1, 1, -1, -1])
    assert tied == 11 / 16  # three of five uniform gaps exceed one half: P(Binomial(4, ½) ≥ 2)
    assert weights.share_holding(near_ties) == pytest.approx(tied, abs=1e-8)
    assert abs(weights.share_closed_form(near_ties) - tied) > 1e-8


@given(VECTOR, st.randoms(use_true_random=False))
def test_share_does_not_depend_on_the_order_of_the_sources(contrasts, random):
    mixed = list(contrasts)
    random.shuffle(mixed)
    assert weights.share_holding(mixed) == pytest.approx(weights.share_holding(contrasts))


@given(VECTOR, st.data())
def test_share_rises_with_every_contrast(contrasts, data):
    k = data.draw(st.integers(0, len(contrasts) - 1))
    more = list(contrasts)
    more[k] += data.draw(st.floats(0, 2))
    assert weights.share_holding(more) >= weights.share_holding(contrasts) - 1e-12


@given(VECTOR)
def test_claim_and_counter_claim_share_the_simplex(contrasts):
    assume(any(contrasts))
    both = weights.share_holding(contrasts) + weights.share_holding([-d for d in contrasts])
    assert both == pytest.approx(1)


@given(VECTOR)
def test_share_is_a_boundary_value_exactly_where_one_side_dominates(contrasts):
    share = weights.share_holding(contrasts)
    # A share next to 1 may round to it; what is left over is tiny then, and not zero.
    rest = weights.share_holding([-d for d in contrasts])
    says = {"always": share == 1, "never": share == 0, "depends": share > 0 and rest > 0}
    assert says[weights.dominance(contrasts)]


@given(VECTOR, st.sampled_from([1e-300, 1e-9, 3.7, 1e9, 1e300]))
def test_only_ratios_of_contrasts_matter(contrasts, factor):
    scaled = [factor * d for d in contrasts]
    assert weights.share_holding(scaled) == pytest.approx(weights.share_holding(contrasts))


@given(VECTOR)
def test_a_source_that_is_tied_changes_nothing(contrasts):
    share = weights.share_holding(contrasts)
    assert weights.share_holding([*contrasts, 0.0]) == pytest.approx(share)


@settings(deadline=None)
@given(st.lists(CONTRAST, min_size=1, max_size=5))
def test_all_strict_orders_together_are_the_whole_simplex(contrasts):
    orders = list(permutations(range(len(contrasts))))
    shares = [weights.share_in_order(contrasts, [{k} for k in order]) for order in orders]
    assert math.fsum(shares) / len(orders) == pytest.approx(weights.share_holding(contrasts))


@settings(deadline=None)
@given(st.lists(CONTRAST, min_size=3, max_size=5))
def test_a_weak_order_is_the_average_of_its_strict_orders(contrasts):
    first, rest = 0, range(1, len(contrasts))
    strict = [
        weights.share_in_order(contrasts, [{first}, *({k} for k in p)]) for p in permutations(rest)
    ]
    assert weights.share_in_order(contrasts, [{first}, set(rest)]) == pytest.approx(
        math.fsum(strict) / len(strict)
    )


@pytest.mark.parametrize("order", [[{0}, {1}], [{0}, {1}, {1}, {2}], [{0, 1}, {2, 3}], []])
def test_an_order_that_misses_a_source_is_refused(order):
    with pytest.raises(CourseError, match="exactly once"):
        weights.share_in_order([1, 2, -3], order)


def test_an_order_that_leaves_too_much_open_is_refused():
    with pytest.raises(CourseError, match="different groups"):
        weights.share_in_order([1.0] * 10, [{0}, set(range(1, 10))])


def test_sampling_repeats_and_states_an_error_that_covers_the_exact_share():
    contrasts = (-0.54, 0.72, -0.85, 1.0)

    def claim(w):
        return sum(a * b for a, b in zip(w, contrasts, strict=True)) > 0

    found = weights.sampled_share(claim, size=4)
    assert found == weights.sampled_share(claim, size=4)
    assert found != weights.sampled_share(claim, size=4, seed=2)
    assert found.error == pytest.approx(math.sqrt(0.58 * 0.42 / 20_000), rel=0.01)
    assert abs(found.value - weights.share_holding(contrasts)) < 4 * found.error


def test_sampling_does_not_pass_all_successes_for_certainty():
    found = weights.sampled_share(lambda w: True, size=3, draws=100)
    assert found.value == 1
    assert found.error > 0


def test_sampled_weights_are_uniform_on_the_simplex():
    """Of three uniform weights the first exceeds one half in a quarter of the cases."""
    found = weights.sampled_share(lambda w: w[0] > 0.5 and abs(sum(w) - 1) < 1e-12, size=3)
    assert abs(found.value - 0.25) < 4 * found.error


GRID = 20


def grid_distances(contrasts, start):
    """Every weighting in steps of 1/GRID at which the verdict is turned, with its distance."""
    n = len(contrasts)
    score = sum(w * d for w, d in zip(start, contrasts, strict=True))
    for cut in product(range(GRID + 1), repeat=n - 1):
        if sum(cut) <= GRID:
            w = [c / GRID for c in (*cut, GRID - sum(cut))]
            new = sum(a * d for a, d in zip(w, contrasts, strict=True))
            if (new <= 1e-12) if score > 0 else (new > 1e-12):
                yield sum(abs(a - b) for a, b in zip(w, start, strict=True))


WHOLE = st.integers(-6, 6)


@settings(deadline=None)
@given(
    st.lists(WHOLE, min_size=4, max_size=4),
    st.lists(st.integers(0, 8), min_size=4, max_size=4).filter(any),
)
@pytest.mark.slow
def test_no_weighting_of_a_grid_turns_the_verdict_nearer_than_distance_to_flip(contrasts, raw):
    start = [w / sum(raw) for w in raw]
    flip = weights.distance_to_flip(contrasts, raw)
    nearest = min(grid_distances(contrasts, start), default=None)
    if flip is None:
        assert nearest is None
        return
    if nearest is not None:
        assert flip.distance <= nearest + 1e-9
    moved = sum(abs(a - b) for a, b in zip(flip.weights, start, strict=True))
    assert flip.distance == pytest.approx(moved, abs=1e-12)
    assert sum(flip.weights) == pytest.approx(1)
    assert min(flip.weights) >= -1e-12
    reached = sum(w * d for w, d in zip(flip.weights, contrasts, strict=True))
    assert reached == pytest.approx(0, abs=1e-9)


def test_distance_to_flip_finds_the_grid_optimum_where_it_lies_on_the_grid():
    contrasts, start = (3, 1, -1, -3), (0.4, 0.4, 0.1, 0.1)
    flip = weights.distance_to_flip(contrasts, start)
    assert flip is not None
    # 1.2 of score to lose: 0.2 of weight from the contrast 3 to the contrast −3 loses 6 · 0.2
    assert flip.weights == pytest.approx((0.2, 0.4, 0.1, 0.3))
    assert flip.distance == pytest.approx(min(grid_distances(contrasts, start)))


def test_distance_to_flip_at_the_edges():
    assert weights.distance_to_flip([1, 0.5], [1, 1]) is None
    assert weights.distance_to_flip([-1, 0], [1, 1]) is None
    assert weights.distance_to_flip([0, 0], [1, 1]) is None
    on_the_edge = weights.distance_to_flip([1, -1], [1, 1])
    assert on_the_edge == weights.Flip(0.0, (0.5, 0.5))
    assert weights.distance_to_flip([1, 0], [1, 0]) == weights.Flip(2.0, (0.0, 1.0))


@given(
    st.lists(WHOLE, min_size=2, max_size=5),
    st.lists(st.integers(1, 8), min_size=5, max_size=5),
    st.sampled_from([1e-6, 7.0, 1e200]),
)
def test_distance_to_flip_ignores_the_scale_of_contrasts_and_weights(contrasts, raw, factor):
    raw = raw[: len(contrasts)]
    plain = weights.distance_to_flip(contrasts, raw)
    scaled = weights.distance_to_flip([factor * d for d in contrasts], [factor * w for w in raw])
    assert (plain is None) == (scaled is None)
    if plain and scaled:
        assert scaled.distance == pytest.approx(plain.distance, abs=1e-9)


@given(st.dictionaries(st.text(min_size=1), st.floats(1e-6, 1e6), min_size=1))
def test_normalised_weights_sum_to_one_and_keep_their_ratios(raw):
    done = weights.normalise(raw)
    assert math.fsum(done.values()) == pytest.approx(1)
    first = next(iter(raw))
    for name in raw:
        assert done[name] * raw[first] == pytest.approx(done[first] * raw[name])


def test_normalise_survives_numbers_whose_sum_overflows():
    assert weights.normalise({"a": 1.7e308, "b": 1.7e308}) == {"a": 0.5, "b": 0.5}


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({}, "no weights"),
        ({"distance": None}, "distance is missing"),
        ({"distance": -1, "power": 2}, "distance is negative"),
        ({"distance": math.nan}, "distance is not a number"),
        ({"distance": math.inf}, "distance is not a number"),
        ({"distance": "much"}, "distance is not a number"),
        ({"distance": 0, "power": 0.0}, "All weights are zero"),
    ],
)
def test_impossible_weights_are_refused_in_one_sentence(raw, says):
    with pytest.raises(CourseError, match=says) as caught:
        weights.normalise(raw)
    assert str(caught.value).count(".") == 1


@pytest.mark.parametrize("contrasts", [[], [1, math.nan], [math.inf, 1]])
@pytest.mark.parametrize(
    "ask",
    [
        weights.share_holding,
        weights.share_closed_form,
        weights.dominance,
        lambda d: weights.share_in_order(d, [set(range(len(d)))]),
        lambda d: weights.distance_to_flip(d, [1] * len(d)),
    ],
)
def test_impossible_contrasts_are_refused(ask, contrasts):
    with pytest.raises(CourseError, match="contrast"):
        ask(contrasts)


def test_other_impossible_questions_are_refused():
    with pytest.raises(CourseError, match="equal"):
        weights.share_closed_form([1, 1, -1])
    with pytest.raises(CourseError, match="one for each"):
        weights.distance_to_flip([1, -1], [1])
    with pytest.raises(CourseError, match="at least one draw"):
        weights.sampled_share(lambda w: True, size=2, draws=0)
