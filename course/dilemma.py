"""The security dilemma: can two states that only want to be safe end up as enemies?

The argument in three steps, each a few lines of arithmetic.

1. **A game.** Each of two states cooperates (stays restrained) or defects (arms, moves first).
   Payoffs carry the usual names: T temptation (I defect, you cooperate), R reward (both
   cooperate), P punishment (both defect), S sucker's payoff (I cooperate, you defect). Whoever
   believes with probability q that the other cooperates should cooperate if
   q(R−T) ≥ (1−q)(P−S).
2. **Jervis's two conditions.** Does offence or defence have the advantage? Can a defensive
   posture be told from an offensive one? They span four worlds.
3. **An arms spiral** in Richardson's sense: each state answers the other's arms.

**Sources:** Jervis 1978, "Cooperation under the Security Dilemma", *World Politics* 30:2,
167–214 (the conditions and the four worlds); Richardson 1960, *Arms and Insecurity* (the
action–reaction equations). **Our own construction, not Jervis's or Richardson's:** the payoffs as
functions of offence advantage in `payoffs`, the signal in `belief_after_defensive_posture`, and
the reaction strength in `reaction_strength`. They put the words on one screen; nothing in them
was estimated from data.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from course.errors import CourseError

Kind = Literal["Prisoner's Dilemma", "Stag Hunt", "Chicken", "Harmony", "other"]
Choice = Literal["cooperate", "defect"]


@dataclass(frozen=True, slots=True)
class Game:
    """A symmetric two-by-two game, seen by one player; the payoffs are any finite numbers."""

    temptation: float
    reward: float
    punishment: float
    sucker: float

    def __post_init__(self) -> None:
        payoffs = (self.temptation, self.reward, self.punishment, self.sucker)
        if not all(math.isfinite(value) for value in payoffs):
            raise CourseError("Every payoff (T, R, P and S) has to be a finite number.")

    @property
    def kind(self) -> Kind:
        """The name of the game, by the order of its payoffs.

        Prisoner's Dilemma T>R>P>S; Stag Hunt R>T≥P>S; Chicken T>R>S>P; Harmony R≥T and S≥P with
        at least one of them strict (cooperating is never worse, whatever the other does).

        >>> Game(temptation=3, reward=4, punishment=2, sucker=0).kind
        'Stag Hunt'
        """
        t, r, p, s = self.temptation, self.reward, self.punishment, self.sucker
        if t > r > p > s:
            return "Prisoner's Dilemma"
        if r > t >= p > s:
            return "Stag Hunt"
        if t > r > s > p:
            return "Chicken"
        if r >= t and s >= p and (r > t or s > p):
            return "Harmony"
        return "other"

    @property
    def critical_belief(self) -> float | None:
        """The belief q* from which on cooperating pays, or None if no belief suffices.

        q* = (P−S) / [(R−T) + (P−S)]. In Harmony it is 0: any belief will do. In a Prisoner's
        Dilemma it is None: however sure I am that you cooperate, defecting pays more. In Chicken
        there is no such threshold either: cooperating pays *below* a belief, not above (see
        `choice`), so it is None.

        >>> round(Game(temptation=3, reward=4, punishment=2, sucker=0).critical_belief, 3)
        0.667
        """
        trust = self.reward - self.temptation
        fear = self.punishment - self.sucker
        if trust < 0:
            return None
        if fear <= 0:
            return 0.0
        return fear / (trust + fear)

    def choice(self, belief: float) -> Choice:
        """Say what pays for a player who believes that the other cooperates with this probability.

        Equal expected payoffs count as cooperating.

        >>> Game(temptation=3, reward=4, punishment=2, sucker=0).choice(0.5)
        'defect'
        """
        q = _fraction("belief", belief)
        cooperate = q * self.reward + (1 - q) * self.sucker
        defect = q * self.temptation + (1 - q) * self.punishment
        close = math.isclose(cooperate, defect, rel_tol=1e-12, abs_tol=1e-12)
        return "cooperate" if cooperate > defect or close else "defect"


def payoffs(offence: float) -> Game:
    """Turn the offence advantage into a game (our own construction).

    R = 3 and P = 1 stay fixed; T = 2 + 2·O and S = 1 − 2·O. The more the offence is favoured, the
    more striking first brings and the more being struck costs. So q* = 2·O below O = ½ (a Stag
    Hunt); above ½ the game is a Prisoner's Dilemma, and trust no longer helps.

    Parameters
    ----------
    offence
        From 0 (defence has every advantage) to 1 (offence has).

    >>> payoffs(0.4).kind, round(payoffs(0.4).critical_belief, 3)
    ('Stag Hunt', 0.8)
    >>> payoffs(0.6).kind, payoffs(0.6).critical_belief
    ("Prisoner's Dilemma", None)
    """
    o = _fraction("offence advantage", offence)
    return Game(temptation=2 + 2 * o, reward=3.0, punishment=1.0, sucker=1 - 2 * o)


def belief_after_defensive_posture(prior: float, distinguishability: float) -> float:
    """Update the belief that the other only wants security, after seeing a defensive posture.

    Security-seekers always show one; greedy states imitate it with probability 1 − D (our own
    construction). Bayes' rule then gives q = m / [m + (1 − m)(1 − D)]. A state taken to be greedy
    for certain (m = 0) cannot reassure anybody.

    Parameters
    ----------
    prior
        m, from 0 to 1: the belief before anything was seen.
    distinguishability
        D, from 0 (all postures look alike) to 1 (greed cannot hide).

    >>> round(belief_after_defensive_posture(prior=0.6, distinguishability=0.8), 3)
    0.882
    """
    m = _fraction("prior trust", prior)
    d = _fraction("distinguishability", distinguishability)
    return m / (m + (1 - m) * (1 - d)) if m else 0.0


@dataclass(frozen=True, slots=True)
class World:
    """One of Jervis's four worlds, with what the one-screen model makes of it."""

    number: int
    name: str
    offence: float
    distinguishability: float
    game: Game
    belief: float
    choice: Choice


def world(
    offence: float, distinguishability: float, prior: float, number: int = 0, name: str = "yours"
) -> World:
    """Work out one world: its game, the belief after a defensive posture, and the choice.

    >>> world(offence=0.4, distinguishability=0.8, prior=0.6).choice
    'cooperate'
    """
    game = payoffs(offence)
    belief = belief_after_defensive_posture(prior, distinguishability)
    return World(number, name, offence, distinguishability, game, belief, game.choice(belief))


# Numbering as in Jervis 1978; the names are our paraphrase, the values of O and D our choice.
FOUR = (
    (1, "doubly dangerous", 0.4, 0.0),
    (2, "a dilemma, but security needs may be compatible", 0.2, 0.0),
    (3, "no dilemma, but aggression is possible; there is warning", 0.4, 0.8),
    (4, "doubly stable", 0.2, 0.8),
)


def four_worlds(prior: float) -> tuple[World, World, World, World]:
    """Work out Jervis's four worlds for one level of prior trust (0 to 1).

    >>> [w.choice for w in four_worlds(prior=0.6)]
    ['defect', 'cooperate', 'cooperate', 'cooperate']
    """
    one, two, three, four = (world(o, d, prior, number, name) for number, name, o, d in FOUR)
    return one, two, three, four


def reaction_strength(offence: float, distinguishability: float) -> float:
    """How strongly a state answers the other's arms: 2·O·(1 − D) (our own construction).

    Below O = ½ this is q*·(1 − D): the belief that restraint demands, times how badly a posture
    can be read. With distinguishable postures, defensive arms frighten nobody.
    """
    o = _fraction("offence advantage", offence)
    return 2 * o * (1 - _fraction("distinguishability", distinguishability))


def spiral(
    offence: float,
    distinguishability: float,
    rounds: int = 10,
    *,
    start: tuple[float, float] = (1.0, 1.0),
    fatigue: float = 0.5,
    grievance: float = 0.05,
) -> tuple[tuple[float, float], ...]:
    """Play Richardson's arms race between two states.

    Each round, x' = x − fatigue·x + reaction·y + grievance, and the same for y: arms wear out or
    are paid for (fatigue), answer the other's arms (reaction, see `reaction_strength`) and grow
    from standing mistrust (grievance). Units are arbitrary; only the direction means something.
    `fatigue` = ½ and `grievance` = 0.05 are our choice.

    Returns the levels of both states, from the start to round `rounds`.

    **Source:** Richardson 1960 writes dx/dt = ky − ax + g; this is the same in whole rounds.

    >>> [round(x, 2) for x, y in spiral(offence=0.4, distinguishability=0, rounds=3)]
    [1.0, 1.35, 1.81, 2.4]
    """
    k = reaction_strength(offence, distinguishability)
    a = _fraction("fatigue", fatigue)
    _not_negative("grievance", (grievance,))
    _not_negative("starting level of arms", start)
    if not 0 <= rounds <= 1000:  # 1000 doublings are about as much as a number can hold
        raise CourseError("The number of rounds has to be from 0 to 1000.")
    levels = [start]
    for _ in range(rounds):
        x, y = levels[-1]
        levels.append(((1 - a) * x + k * y + grievance, (1 - a) * y + k * x + grievance))
    return tuple(levels)


def settles(offence: float, distinguishability: float, fatigue: float = 0.5) -> bool:
    """Say whether the arms race of `spiral` comes to rest.

    It does if reaction < fatigue. The sum x + y is multiplied by 1 − fatigue + reaction each
    round, the difference x − y by 1 − fatigue − reaction; both have to stay between −1 and 1, and
    with fatigue from 0 to 1 the first condition implies the second. In Richardson's continuous
    form with two different states the same condition reads: the product of the fatigues exceeds
    the product of the reactions.

    >>> [settles(o, d) for _, _, o, d in FOUR]
    [False, True, True, True]
    """
    return reaction_strength(offence, distinguishability) < _fraction("fatigue", fatigue)


def resting_level(
    offence: float, distinguishability: float, fatigue: float = 0.5, grievance: float = 0.05
) -> float | None:
    """The level where the arms race comes to rest: grievance / (fatigue − reaction), or None.

    >>> round(resting_level(offence=0.2, distinguishability=0), 3)
    0.5
    """
    _not_negative("grievance", (grievance,))
    if not settles(offence, distinguishability, fatigue):
        return None
    return grievance / (fatigue - reaction_strength(offence, distinguishability))


def _fraction(name: str, value: float) -> float:
    if not 0 <= value <= 1:  # NaN fails this test too
        raise CourseError(f"The {name} has to be a number from 0 to 1.")
    return float(value)


def _not_negative(name: str, values: Iterable[float]) -> None:
    if not all(0 <= value < math.inf for value in values):
        raise CourseError(f"The {name} has to be a number of 0 or more.")
