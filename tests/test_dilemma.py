"""Games, critical beliefs, the four worlds and the arms spiral."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course import dilemma
from course.dilemma import Game
from course.errors import CourseError

FRACTION = st.floats(0, 1)
PAYOFF = st.integers(-20, 20)
GAME = st.builds(Game, PAYOFF, PAYOFF, PAYOFF, PAYOFF)


@pytest.mark.parametrize(
    ("t", "r", "p", "s", "kind", "critical"),
    [
        (5, 3, 1, 0, "Prisoner's Dilemma", None),
        (3, 4, 2, 0, "Stag Hunt", 2 / 3),
        (2, 4, 2, 0, "Stag Hunt", 1 / 2),
        (4, 3, 0, 1, "Chicken", None),
        (2, 4, 0, 1, "Harmony", 0),
        (2, 3, 1, 1, "Harmony", 0),
        (3, 3, 0, 1, "Harmony", 0),
        (3, 3, 1, 0, "other", 1),
        (1, 1, 1, 1, "other", 0),
        (4, 3, 1, 1, "other", None),
    ],
)
def test_games_are_named_by_the_order_of_their_payoffs(t, r, p, s, kind, critical):
    game = Game(t, r, p, s)
    assert game.kind == kind
    assert game.critical_belief == (None if critical is None else pytest.approx(critical))


def test_in_a_prisoners_dilemma_no_belief_suffices():
    game = Game(temptation=5, reward=3, punishment=1, sucker=0)
    assert {game.choice(q / 100) for q in range(101)} == {"defect"}


def test_in_chicken_cooperating_pays_below_a_belief():
    game = Game(temptation=4, reward=3, punishment=0, sucker=1)
    assert [game.choice(q) for q in (0, 0.49, 0.5, 0.51, 1)] == [
        "cooperate",
        "cooperate",
        "cooperate",
        "defect",
        "defect",
    ]


@given(GAME, FRACTION)
def test_choice_turns_at_the_critical_belief(game, belief):
    q = game.critical_belief
    if q is None:
        assume(game.kind == "Prisoner's Dilemma")
        assert game.choice(belief) == "defect"
    else:
        assume(abs(belief - q) > 1e-9)
        if game.kind != "other":
            assert game.choice(belief) == ("cooperate" if belief > q else "defect")


@given(GAME, st.integers(1, 9), PAYOFF, FRACTION)
def test_neither_unit_nor_zero_of_the_payoffs_matters(game, unit, zero, belief):
    t, r, p, s = game.temptation, game.reward, game.punishment, game.sucker
    other = Game(*(unit * value + zero for value in (t, r, p, s)))
    assert other.kind == game.kind
    assert other.critical_belief == pytest.approx(game.critical_belief)
    assert other.choice(belief) == game.choice(belief)


@given(GAME, FRACTION, st.integers(1, 9))
def test_more_temptation_never_makes_a_state_cooperate(game, belief, more):
    tempted = Game(game.temptation + more, game.reward, game.punishment, game.sucker)
    if game.choice(belief) == "defect":
        assert tempted.choice(belief) == "defect"


@given(FRACTION)
def test_the_one_screen_model_has_q_star_of_twice_the_offence_advantage(offence):
    assume(abs(offence - 0.5) > 1e-9 and not 0 < offence < 1e-9)
    game = dilemma.payoffs(offence)
    if offence < 0.5:
        assert game.kind == ("Stag Hunt" if offence else "Harmony")
        assert game.critical_belief == pytest.approx(2 * offence)
    else:
        assert game.kind == "Prisoner's Dilemma"
        assert game.critical_belief is None


def test_the_four_worlds_of_a_trusting_state():
    worlds = dilemma.four_worlds(prior=0.6)
    found = [
        (w.number, w.offence, w.distinguishability, w.game.critical_belief, w.belief, w.choice)
        for w in worlds
    ]
    assert found == [
        (1, 0.4, 0.0, pytest.approx(0.8), pytest.approx(0.6), "defect"),
        (2, 0.2, 0.0, pytest.approx(0.4), pytest.approx(0.6), "cooperate"),
        (3, 0.4, 0.8, pytest.approx(0.8), pytest.approx(0.882, abs=5e-4), "cooperate"),
        (4, 0.2, 0.8, pytest.approx(0.4), pytest.approx(0.882, abs=5e-4), "cooperate"),
    ]


@pytest.mark.parametrize(
    ("prior", "choices"),
    [(0.0, "DDDD"), (0.2, "DDDC"), (0.45, "DCCC"), (0.8, "CCCC"), (1.0, "CCCC")],
)
def test_trust_opens_the_worlds_one_by_one(prior, choices):
    found = "".join(w.choice[0].upper() for w in dilemma.four_worlds(prior))
    assert found == choices


@given(FRACTION, FRACTION, FRACTION)
def test_belief_rises_with_trust_and_with_distinguishability(prior, d, more):
    belief = dilemma.belief_after_defensive_posture
    assert 0 <= prior - 1e-12 <= belief(prior, d) + 1e-12 or prior <= 1e-12
    assert belief(prior, max(d, more)) >= belief(prior, min(d, more)) - 1e-12
    assert belief(max(prior, more), d) >= belief(min(prior, more), d) - 1e-12


def test_belief_at_the_boundaries():
    belief = dilemma.belief_after_defensive_posture
    assert belief(0.6, 0) == 0.6
    assert belief(0.01, 1) == 1
    assert belief(0, 1) == belief(0, 0.5) == 0
    assert belief(1, 0) == 1


def test_only_world_one_spirals():
    ends = []
    for _, _, offence, d in dilemma.FOUR:
        line = dilemma.spiral(offence, d)
        assert len(line) == 11
        assert all(x == y for x, y in line)
        ends.append([x for x, _ in line])
    assert ends[0][-1] > 10
    assert all(later > earlier for earlier, later in pairwise(ends[0]))
    for line in ends[1:]:
        assert all(later < earlier for earlier, later in pairwise(line))


@settings(deadline=None)
@given(FRACTION, FRACTION, st.floats(0.05, 1), st.floats(0.01, 1), st.floats(0, 3), st.floats(0, 3))
def test_the_stability_condition_tells_what_the_rounds_do(offence, d, fatigue, grievance, x, y):
    reaction = dilemma.reaction_strength(offence, d)
    assume(abs(reaction - fatigue) > 0.04)
    line = dilemma.spiral(
        offence, d, rounds=700, start=(x, y), fatigue=fatigue, grievance=grievance
    )
    rest = dilemma.resting_level(offence, d, fatigue, grievance)
    if dilemma.settles(offence, d, fatigue):
        assert line[-1] == (pytest.approx(rest), pytest.approx(rest))
    else:
        assert rest is None
        assert min(line[-1]) > 1000


@given(FRACTION, FRACTION, st.floats(0, 3), st.floats(0, 3))
def test_the_spiral_is_the_same_seen_from_the_other_side(offence, d, x, y):
    there = dilemma.spiral(offence, d, start=(x, y))
    back = dilemma.spiral(offence, d, start=(y, x))
    assert [(b, a) for a, b in there] == list(back)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: Game(math.nan, 1, 1, 1), "payoff"),
        (lambda: Game(1, 2, 3, 4).choice(1.2), "belief"),
        (lambda: dilemma.payoffs(-0.1), "offence advantage"),
        (lambda: dilemma.payoffs(math.nan), "offence advantage"),
        (lambda: dilemma.four_worlds(2), "prior trust"),
        (lambda: dilemma.belief_after_defensive_posture(0.5, -1), "distinguishability"),
        (lambda: dilemma.spiral(0.4, 0, rounds=-1), "rounds"),
        (lambda: dilemma.spiral(0.4, 0, start=(-1, 1)), "starting level"),
        (lambda: dilemma.spiral(0.4, 0, fatigue=1.5), "fatigue"),
        (lambda: dilemma.resting_level(0.4, 0, grievance=-1), "grievance"),
    ],
)
def test_impossible_numbers_are_refused_in_one_sentence(ask, says):
    with pytest.raises(CourseError, match=says) as caught:
        ask()
    assert str(caught.value).count(".") == 1
