"""P2, worlds and threats: which game, neighbours, shares and scores each student works with.

The neighbours of the four worlds, the states of `PAIRS_...` and `TWO_SOURCES` and the six shares
are invented; the scores of the threat index are those of lesson 3, from the tables.
"""

from __future__ import annotations

from collections.abc import Sequence

from course import tables, threat
from course.homework.draws import Draw
from course.homework.items import Variant
from course.lesson import Panel, table
from course.power import COMPONENTS
from course.threat import CLAIMS, SOURCES

# Payoffs R, T, P, S of Stag Hunts, none of them met in the lessons, and six shares of the world,
# for which every mistake that we know gives a number of its own (a test says so).
GAMES = (
    (6, 5, 3, 0), (7, 5, 4, 1), (10, 6, 5, 2), (9, 5, 3, 0), (8, 6, 5, 0), (6, 2, 1, 0),
    (7, 6, 5, 1), (9, 6, 5, 1), (10, 7, 6, 2), (8, 7, 4, 0), (9, 7, 3, 0), (7, 3, 1, 0),
)  # fmt: skip
SHARES = (
    (0.02, 0.05, 0.03, 0.04, 0.04, 0.03),
    (0.08, 0.04, 0.12, 0.01, 0.03, 0.02),
    (0.06, 0.08, 0.04, 0.07, 0.09, 0.02),
    (0.04, 0.07, 0.05, 0.01, 0.06, 0.07),
    (0.08, 0.07, 0.03, 0.02, 0.07, 0.09),
    (0.02, 0.06, 0.10, 0.12, 0.01, 0.05),
    (0.06, 0.09, 0.12, 0.05, 0.08, 0.05),
    (0.07, 0.12, 0.10, 0.02, 0.10, 0.04),
    (0.10, 0.08, 0.09, 0.12, 0.10, 0.02),
    (0.10, 0.05, 0.09, 0.01, 0.08, 0.06),
)

NEIGHBOURS = {
    "batteries": "Guns on the shore sink whatever enters the strait between the two, and shoot no "
    "further than the middle of it. To attack, a state would need troop ships; these cannot be "
    "hidden and are counted from the air.",
    "dawn": "Between these two a raid at dawn on the other's airfields would decide a war, so "
    "whoever flies first wins. The aircraft that guard the sky are the ones that would bomb.",
    "desert": "In the desert there is no line to hold, and whoever strikes first wins. But to "
    "strike, fuel and bridges have to be brought forward weeks before. A state that only wants to "
    "be safe leaves them at home, and everybody can see that.",
    "forts": "The fortresses along the border have never been stormed, and a fortress cannot "
    "march. A state that wants no more than to be left alone builds them. One with other plans "
    "would need siege guns, and those are seen at once.",
    "islands": "The islands between the two fall to whoever lands first; no garrison ever held "
    "one. A landing takes flat-bottomed ships that are good for nothing else, and each side knows "
    "that the other has none.",
    "mines": "Mines and cheap rockets stop every column of tanks at this border, and the two "
    "armies have little else. Inspectors from the other side count the tanks each month. One of "
    "the two has four times as many people.",
    "pass": "Ten soldiers in the pass hold off a hundred. Both keep light mountain troops there, "
    "who would be as useful in a raid as they are on guard, and whose purpose nobody can see.",
    "plain": "An armoured column crosses the open plain between the two in a day, and whoever "
    "waits for it loses. Each has tanks only, and says that they are for defence. One of the two "
    "is much richer.",
    "river": "Whoever crosses the river first stands in the other's capital before it has called "
    "up its army. The same fast brigades serve to hold the crossings and to use them.",
    "rockets": "Mobile rockets, fired first, would destroy most of what the other side has. A "
    "state that only wants to last buys shelters instead, which can hit nothing abroad, and "
    "satellites show which of the two is being built.",
    "ships": "No landing on these coasts has a chance against a garrison that is awake. Both "
    "build the same kind of ship, for escort as well as for landings, and nobody can say what "
    "they are meant for. One of the two has twice as many.",
    "trenches": "Infantry that has dug itself in stops three times its number. The same infantry "
    "could be told to march tomorrow, and no inspector can see what it is there for.",
}
"""Twelve pairs of neighbours, by a word; which world each one is, the key says."""
HANDS = (
    ("batteries", "dawn", "desert", "pass", "plain"),
    ("dawn", "desert", "forts", "ships", "trenches"),
    ("batteries", "islands", "pass", "plain", "rockets"),
    ("forts", "islands", "mines", "river", "ships"),
    ("dawn", "mines", "river", "rockets", "trenches"),
    ("batteries", "desert", "forts", "plain", "ships"),
    ("dawn", "islands", "mines", "pass", "trenches"),
    ("desert", "forts", "pass", "plain", "river"),
    ("batteries", "dawn", "islands", "rockets", "ships"),
    ("mines", "plain", "river", "rockets", "trenches"),
)
"""Five of them each; every world is among the five."""

SEEN = tuple((claim, year) for claim in range(len(CLAIMS)) for year in (1999, 2004, 2008, 2014))
"""A comparison of lesson 3, by its place in `CLAIMS`, and a year."""

Scores = tuple[float, float, float, float]
Pair = tuple[Scores, Scores]
PAIRS_ONE: tuple[Pair, ...] = (
    ((0.55, 0.40, 0.65, 0.30), (0.50, 0.35, 0.45, 0.25)),
    ((0.35, 0.70, 0.25, 0.50), (0.40, 0.80, 0.30, 0.55)),
    ((0.80, 0.20, 0.60, 0.45), (0.75, 0.15, 0.55, 0.35)),
    ((0.30, 0.45, 0.50, 0.65), (0.45, 0.50, 0.60, 0.70)),
    ((0.60, 0.60, 0.35, 0.20), (0.45, 0.55, 0.30, 0.15)),
)
PAIRS_TWO: tuple[Pair, ...] = (
    ((0.90, 0.75, 0.80, 0.40), (0.40, 0.35, 0.30, 0.45)),
    ((0.30, 0.45, 0.25, 0.35), (0.80, 0.40, 0.75, 0.85)),
    ((0.85, 0.70, 0.35, 0.90), (0.35, 0.30, 0.40, 0.40)),
    ((0.50, 0.35, 0.30, 0.35), (0.45, 0.75, 0.80, 0.85)),
    ((0.80, 0.85, 0.70, 0.30), (0.25, 0.40, 0.30, 0.35)),
)
PAIRS_THREE: tuple[Pair, ...] = (
    ((0.30, 0.95, 0.25, 0.60), (0.55, 0.10, 0.50, 0.45)),
    ((0.65, 0.15, 0.45, 0.60), (0.40, 0.90, 0.55, 0.35)),
    ((0.50, 0.90, 0.60, 0.20), (0.70, 0.20, 0.40, 0.45)),
    ((0.45, 0.10, 0.70, 0.55), (0.60, 0.85, 0.45, 0.40)),
    ((0.25, 0.85, 0.35, 0.50), (0.50, 0.05, 0.60, 0.30)),
)
"""One pair of each list goes to a student; what sets the lists apart, the tests say."""

TWO_SOURCES = (
    ((0.55, 0.30), (0.25, 0.50)),
    ((0.40, 0.70), (0.60, 0.40)),
    ((0.65, 0.25), (0.20, 0.40)),
    ((0.55, 0.75), (0.85, 0.30)),
    ((0.45, 0.30), (0.30, 0.65)),
    ((0.40, 0.75), (0.55, 0.40)),
    ((0.85, 0.20), (0.50, 0.35)),
    ((0.45, 0.60), (0.90, 0.30)),
    ((0.60, 0.30), (0.30, 0.75)),
    ((0.35, 0.80), (0.70, 0.65)),
)
"""Scores of X, then of Y, on two sources. The lead changes at a row of the table that is shown."""


def variant(draw: Draw) -> Variant:
    """Draw a game, five pairs of neighbours, six shares, one observer, three pairs, and two."""
    reward, temptation, punishment, sucker = draw.pick("game", GAMES)
    number, year = draw.pick("seen", SEEN)
    claim = CLAIMS[number]
    names = _names()
    scores = threat.scores(claim.observer, claim.first, claim.second, year)
    pairs = [draw.pick(name, pairs) for name, pairs in PAIRS.items()]
    hand = draw.pick("neighbours", HANDS)
    asked = draw.sample("order of neighbours", hand, len(hand))
    x, y = draw.pick("two sources", TWO_SOURCES)
    return {
        "reward": reward,
        "temptation": temptation,
        "punishment": punishment,
        "sucker": sucker,
        "neighbours": {str(n): NEIGHBOURS[name] for n, name in enumerate(asked, start=1)},
        "shares": list(draw.pick("shares", SHARES)),
        "observer": names[claim.observer],
        "first": names[claim.first],
        "second": names[claim.second],
        "year": year,
        "scores": [[round(score, 2) for score in one] for one in scores],
        "parts": {
            **{short: f"your weight for {source}, 0 or more" for short, source in SHORT.items()},
            "index": f"T, the threat index of {names[claim.first]} with these weights",
        },
        "pairs": dict(zip("ABC", draw.sample("order of pairs", pairs, 3), strict=True)),
        "two": [list(x), list(y)],
    }


PAIRS = {"pairs.1": PAIRS_ONE, "pairs.2": PAIRS_TWO, "pairs.3": PAIRS_THREE}
SHORT = dict(zip(("power", "proximity", "offence", "intentions"), SOURCES, strict=True))
"""The names that an answer uses for Walt's four sources, in his order."""


def _names() -> dict[str, str]:
    named = {row.iso3: row.name for row in tables.capabilities()}
    return {iso3: f"the {name}" if iso3 == "USA" else name for iso3, name in named.items()}


def shares(variant: Variant) -> Panel:
    """Show the six shares of the world of one invented state."""
    rows = zip(COMPONENTS, (f"{share:.2f}" for share in variant["shares"]), strict=True)
    return table(("Component", "Share of the world"), list(rows), "An invented state")


def scores(variant: Variant) -> Panel:
    """Show two states' scores on Walt's four sources, as an observer has them in one year.

    **Source:** `course.threat.scores` with the baseline measures, rounded to two decimals.
    """
    caption = (
        f"Seen from {variant['observer']} in {variant['year']}: of what the two states have "
        "between them on each source, how much belongs to each (measures of lesson 3)"
    )
    return _scores((variant["first"], variant["second"]), variant["scores"], caption)


def pairs(variant: Variant) -> Panel:
    """Show three pairs of invented states, X and Y in each, with their scores."""
    head = ("Pair", "State", *SOURCES)
    rows = [
        (letter, state, *(f"{score:.2f}" for score in one))
        for letter, pair in variant["pairs"].items()
        for state, one in zip("XY", pair, strict=True)
    ]
    return table(head, rows, "Scores from 0 to 1 of three pairs of invented states")


def two_sources(variant: Variant) -> Panel:
    """Show the index of X and of Y for every weight of the first source, in steps of 0.05."""
    x, y = variant["two"]
    rows = []
    for turn in range(21):
        w = turn / 20
        index = (w * one[0] + (1 - w) * one[1] for one in (x, y))
        rows.append((f"{w:.2f}", f"{1 - w:.2f}", *(f"{t:.4f}" for t in index)))
    head = (f"Weight of {SOURCES[0]}", f"Weight of {SOURCES[1]}", "T of X", "T of Y")
    caption = (
        f"X scores {x[0]:.2f} on {SOURCES[0]} and {x[1]:.2f} on {SOURCES[1]}, "
        f"Y {y[0]:.2f} and {y[1]:.2f}; what the index makes of it"
    )
    return table(head, rows, caption)


def _scores(states: Sequence[str], scores: Sequence[Sequence[float]], caption: str) -> Panel:
    head = ("Source", *(state[:1].upper() + state[1:] for state in states))
    rows = [
        (source, *(f"{score:.2f}" for score in both))
        for source, *both in zip(SOURCES, *scores, strict=True)
    ]
    return table(head, rows, caption)


SHOWN = {"shares": shares, "scores": scores, "pairs": pairs, "two_sources": two_sources}
