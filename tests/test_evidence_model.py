"""Bayes' rule, decibels, flips and kinds of tests, with numbers worked out by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import evidence, tables
from course.errors import CourseError

LETTERS = "TPIDLVS"


def near(number: float) -> object:
    return pytest.approx(number, rel=1e-9)


def row(**steps: int) -> dict[str, int]:
    return {**dict.fromkeys(LETTERS, 3), **steps}


def test_the_example_of_the_lesson_is_bayes_rule() -> None:
    # .8, .4, .4, .1 from equal priors: .8 / 1.7
    scale = {1: 0.05, 2: 0.1, 3: 0.4, 4: 0.8, 5: 0.95}
    after = evidence.posterior({"E": {"a": 4, "b": 3, "c": 3, "d": 2}}, scale=scale)
    assert after["a"] == near(0.8 / 1.7)
    assert round(after["a"], 3) == 0.471


def test_two_cards_multiply_and_a_cluster_counts_once() -> None:
    rated = {"E16": {"a": 4, "b": 2}, "E17": {"a": 4, "b": 2}}
    assert evidence.posterior(rated)["a"] == near(16 / 17)
    counted = evidence.counts({"E16": "aims", "E17": "aims"}, once=True)
    assert counted == {"E16": 0.5, "E17": 0.5}
    assert evidence.posterior(rated, counted=counted)["a"] == near(4 / 5)


def test_only_chosen_cards_of_a_cluster_share_its_weight() -> None:
    assert evidence.counts({"E16": "aims", "E3": None}, once=True) == {"E16": 1.0, "E3": 1.0}
    assert evidence.counts({"E16": "aims", "E17": "aims"}, once=False) == {"E16": 1.0, "E17": 1.0}


def test_cards_rated_alike_leave_belief_where_it_was() -> None:
    rated = {"E4": row(), "E15": dict.fromkeys(LETTERS, 5)}
    assert all(share == near(1 / 7) for share in evidence.posterior(rated).values())
    assert evidence.tells_nothing(rated)
    assert not evidence.tells_nothing({"E4": row(T=4)})
    assert evidence.leaders(evidence.posterior(rated)) == tuple(LETTERS)
    assert evidence.flips(rated) == ()


def test_decibels() -> None:
    assert evidence.weight(0.8, 0.2) == near(10 * math.log10(4))
    assert evidence.weight(0.2, 0.8) == near(-evidence.weight(0.8, 0.2))
    assert evidence.diagnosticity({"T": 0.95, "I": 0.05, "P": 0.5}) == near(10 * math.log10(19))


@pytest.mark.parametrize(
    ("name", "p", "q", "passed", "passed_db", "failed", "failed_db"),
    [
        ("hoop", 0.95, 0.60, 1.58, 2.0, 0.125, -9.0),
        ("smoking_gun", 0.30, 0.02, 15, 11.8, 0.71, -1.5),
        ("doubly", 0.95, 0.02, 47.5, 16.8, 0.051, -12.9),
        ("straw", 0.60, 0.40, 1.5, 1.8, 0.67, -1.8),
    ],
)
def test_the_four_textbook_cases(
    name: str, p: float, q: float, passed: float, passed_db: float, failed: float, failed_db: float
) -> None:
    test = evidence.outcomes(p, q)
    assert evidence.kind(p, q) == name
    assert evidence.kind(q, p) == name  # as a test of "not H"
    assert test.passed == pytest.approx(passed, abs=0.005)
    assert test.failed == pytest.approx(failed, abs=0.008)
    assert round(evidence.decibels(test.passed), 1) == passed_db
    assert round(evidence.decibels(test.failed), 1) == failed_db


def test_our_reading_of_the_silence_is_a_straw() -> None:
    assert evidence.kind(0.90, 0.97) == "straw"
    assert abs(evidence.decibels(evidence.outcomes(0.90, 0.97).passed)) < 0.5


def test_the_smallest_flip_comes_first_and_is_one() -> None:
    rated = {"E1": row(T=4), "E2": row(I=2)}
    found = evidence.flips(rated)
    first = found[0]
    # One step only makes a tie here, and a tie is no new leader.
    assert abs(first.after - first.before) == 2
    for flip in found:
        changed = {card: dict(steps) for card, steps in rated.items()}
        assert changed[flip.card][flip.hypothesis] == flip.before
        changed[flip.card][flip.hypothesis] = flip.after
        assert evidence.leaders(evidence.posterior(changed)) == (flip.leader,)
        assert flip.leader != "T"
    sizes = [abs(flip.after - flip.before) for flip in found]
    assert sizes == sorted(sizes)


def test_a_wide_lead_flips_with_no_single_rating() -> None:
    rated = {f"E{n}": {**dict.fromkeys(LETTERS, 1), "T": 5} for n in range(1, 5)}
    assert evidence.flips(rated) == ()


STEP = st.integers(1, 5)
RATED = st.dictionaries(
    st.sampled_from(["E1", "E2", "E3"]),
    st.fixed_dictionaries(dict.fromkeys("TPI", STEP)),
    min_size=1,
)


@given(RATED)
def test_flips_are_all_single_changes_that_change_the_leader(
    rated: dict[str, dict[str, int]],
) -> None:
    before = evidence.leaders(evidence.posterior(rated))
    found = {(f.card, f.hypothesis, f.after): f.leader for f in evidence.flips(rated)}
    if len(before) > 1:
        assert not found
        return
    for card in rated:
        for letter in "TPI":
            for step in evidence.STEPS:
                changed = {**rated, card: {**rated[card], letter: step}}
                after = evidence.leaders(evidence.posterior(changed))
                flipped = len(after) == 1 and after != before
                assert ((card, letter, step) in found) == flipped


@given(RATED)
def test_bias_of_the_tolerance_on_every_card_makes_a_tie(rated: dict[str, dict[str, int]]) -> None:
    shares = evidence.posterior(rated)
    first, second, *_ = sorted(shares, key=lambda letter: -shares[letter])
    lead = evidence.decibels(shares[first] / shares[second])
    tolerance = evidence.bias_tolerance(lead, len(rated))
    assert tolerance >= 0
    assert lead - tolerance * len(rated) == pytest.approx(0, abs=1e-9)


def test_what_cannot_be_weighed_is_said_in_one_sentence() -> None:
    scale = dict(evidence.PUBLISHED)
    for bad in (0, 1, -0.1, True, float("nan")):
        with pytest.raises(CourseError, match="exactly 0 or 1"):
            evidence.posterior({"E1": row()}, scale={**scale, 1: bad})
    with pytest.raises(CourseError, match="in order"):
        evidence.check_scale({**scale, 2: 0.5})
    with pytest.raises(CourseError, match="each of the five"):
        evidence.check_scale({1: 0.5})
    with pytest.raises(CourseError, match="No card"):
        evidence.posterior({})
    with pytest.raises(CourseError, match="E1 needs"):
        evidence.posterior({"E1": row(T=6)})
    with pytest.raises(CourseError, match="E2 needs"):
        evidence.posterior({"E1": row(), "E2": {"T": 3}})
    with pytest.raises(CourseError, match="No card"):
        evidence.bias_tolerance(3, 0)
    with pytest.raises(CourseError, match="above 0"):
        evidence.decibels(0)
    with pytest.raises(CourseError, match="exactly 0 or 1"):
        evidence.outcomes(1, 0.5)


def test_one_sided_choices_are_seen() -> None:
    helps = {"T": 0.8, "P": 0.5, "I": 0.2}
    other = {"T": 0.2, "P": 0.5, "I": 0.8}
    assert evidence.one_sided([helps, helps]) == ("T",)
    assert evidence.one_sided([helps, other]) == ()
    assert evidence.one_sided([]) == ()


def test_every_account_can_be_favoured_by_the_key() -> None:
    # The warning must be able to speak against each side, or it is advocacy.
    by = {(r.rater, r.evidence, r.hypothesis): r.rating for r in tables.ratings()}
    rows = [
        {h: sum(evidence.PUBLISHED[by[who, c.id, h]] for who in "RC") / 2 for h in LETTERS}
        for c in tables.evidence()
    ]
    for letter in LETTERS:
        assert any(letter in evidence.one_sided([one]) for one in rows), letter
