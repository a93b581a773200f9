"""Capability shares, CINC, re-weighting and the distance discount."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course import power, tables
from course.errors import CourseError

STATES = [row for row in tables.capabilities() if row.kind == "state"]
WEIGHTS = st.fixed_dictionaries({name: st.floats(0.01, 10) for name in power.COMPONENTS})
YEAR = st.sampled_from(power.years())


def test_the_mean_of_six_shares_is_the_published_cinc():
    for row in STATES:
        assert power.cinc(row.iso3, row.year) == pytest.approx(row.cinc, abs=1e-6), row


def test_without_weight_on_urban_population_it_is_the_mean_of_five():
    for row in STATES:
        shares = power.component_shares(row.iso3, row.year)
        found = power.weighted_index(shares, {**power.EQUAL, "urban population": 0})
        assert found == pytest.approx(row.cinc_no_urban, abs=1.5e-6), row


def test_a_component_without_a_value_drops_out():
    """Latvia has no military spending in 2014; its CINC is the mean of five shares."""
    shares = power.component_shares("LVA", 2014)
    assert shares["military expenditure"] is None
    known = [share for share in shares.values() if share is not None]
    assert power.cinc("LVA", 2014) == pytest.approx(sum(known) / 5)


def test_published_ratios():
    """From our earlier run on the same source: US over Russia, NATO over China."""
    for year, us_russia, nato_china in (
        (1992, 2.2, 2.48),
        (1999, 2.8, 1.94),
        (2004, 3.2, 1.83),
        (2008, 3.6, 1.52),
        (2014, 3.3, 1.08),
        (2022, 3.2, 0.96),
    ):
        assert power.cinc("USA", year) / power.cinc("RUS", year) == pytest.approx(
            us_russia, abs=0.05
        )
        ratio = power.cinc("NATO", year) / power.cinc("CHN", year)
        assert ratio == pytest.approx(nato_china, abs=0.006)


def test_equal_weights_are_a_convention_that_decides_who_comes_first():
    assert [s.iso3 for s in power.ranking(2014)][:2] == ["CHN", "USA"]
    spending = {**dict.fromkeys(power.COMPONENTS, 0.0), "military expenditure": 1.0}
    by_spending = power.ranking(2014, spending)
    assert by_spending[0].iso3 == "USA"
    assert "LVA" not in [s.iso3 for s in by_spending]  # its spending is not in the source
    assert power.ranking(2022, groups=True)[0].iso3 == "CHN"
    assert (
        power.ranking(2022, {**power.EQUAL, "urban population": 0}, groups=True)[0].iso3 == "NATO"
    )


@settings(deadline=None)
@given(YEAR, WEIGHTS)
def test_ranking_is_complete_sorted_and_numbered(year, weights):
    found = power.ranking(year, weights)
    assert {s.iso3 for s in found} == {row.iso3 for row in STATES}
    values = [s.index for s in found]
    assert values == sorted(values, reverse=True)
    assert [s.rank for s in found] == [1 + sum(v > s.index for v in values) for s in found]


@settings(deadline=None)
@given(YEAR, WEIGHTS, st.sampled_from([1e-3, 2.0, 1e6]))
def test_only_ratios_of_weights_matter(year, weights, factor):
    scaled = {name: factor * weight for name, weight in weights.items()}
    for one, other in zip(power.ranking(year, weights), power.ranking(year, scaled), strict=True):
        assert one.index == pytest.approx(other.index)


@settings(deadline=None)
@given(WEIGHTS, st.permutations(power.COMPONENTS))
def test_components_may_be_listed_in_any_order(weights, order):
    shares = power.component_shares("RUS", 2014)
    mixed = {name: weights[name] for name in order}
    found = power.weighted_index({name: shares[name] for name in order}, mixed)
    assert found == pytest.approx(power.weighted_index(shares, weights))


@settings(deadline=None)
@given(WEIGHTS)
def test_an_index_lies_between_the_least_and_the_greatest_share(weights):
    shares = power.component_shares("USA", 2014)
    index = power.weighted_index(shares, weights)
    assert min(shares.values()) - 1e-12 <= index <= max(shares.values()) + 1e-12


@settings(deadline=None)
@given(WEIGHTS, st.sampled_from(power.COMPONENTS), st.floats(0, 5))
def test_more_weight_on_the_strongest_component_never_lowers_the_index(weights, name, more):
    shares = power.component_shares("USA", 2014)
    before = power.weighted_index(shares, weights)
    after = power.weighted_index(shares, {**weights, name: weights[name] + more})
    gain = shares[name] - before
    assert (after - before) * gain >= -1e-12


@given(st.floats(0, 10), st.floats(0, 20_000), st.floats(0, 20_000), st.floats(0, 2))
def test_distance_only_takes_away(strength, near, more, loss):
    close = power.discounted(strength, near, loss)
    assert 0 <= power.discounted(strength, near + more, loss) <= close <= strength
    assert power.discounted(strength, near, 0) == strength
    assert power.discounted(strength, 0, loss) == strength


def test_discount_in_numbers():
    assert power.discounted(1, 1000, 1) == pytest.approx(math.exp(-1))
    assert power.discounted(0.13, 7000, 0.3) == pytest.approx(0.13 * math.exp(-2.1))


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: power.component_shares("ITA", 2014), "only for CHN, DEU"),
        (lambda: power.component_shares("RUS", 2013), "choose 1992, 1999, 2004, 2007"),
        (lambda: power.ranking(2007), "choose 1992, 1999, 2004, 2008, 2014 and 2022"),
        (lambda: power.ranking(2014, {**power.EQUAL, "energy": -1}), "energy is negative"),
        (lambda: power.ranking(2014, {**power.EQUAL, "energy": None}), "energy is missing"),
        (lambda: power.ranking(2014, {"energy": 1}), "is missing"),
        (lambda: power.ranking(2014, {**power.EQUAL, "energy": math.nan}), "not a number"),
        (lambda: power.ranking(2014, dict.fromkeys(power.COMPONENTS, 0)), "All weights are zero"),
        (lambda: power.ranking(2014, {**power.EQUAL, "gold": 1}), "no component named gold"),
        (
            lambda: power.weighted_index(
                {"energy": 0.1, "population": None}, {"energy": 0, "population": 1}
            ),
            "without a published value",
        ),
        (lambda: power.shares_of_total({"energy": 1.0}, {}), "no total above 0 for energy"),
        (lambda: power.shares_of_total({"energy": 1.0}, {"energy": 0.0}), "no total above 0"),
        (lambda: power.discounted(-1, 1, 1), "power"),
        (lambda: power.discounted(1, math.nan, 1), "distance"),
        (lambda: power.discounted(1, 1, math.inf), "loss of strength"),
    ],
)
def test_impossible_questions_are_refused_in_one_sentence(ask, says):
    with pytest.raises(CourseError, match=says) as caught:
        ask()
    assert str(caught.value).endswith(".")
    assert ". " not in str(caught.value)
