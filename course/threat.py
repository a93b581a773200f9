"""Balance of threat: is it power that frightens, or something more?

The argument. Walt holds that states balance against the most *threatening* state, not the most
powerful, and that four sources make a threat: aggregate power, geographic proximity, offensive
capability and perceived aggressive intentions. He gives no weights. So the honest question about
"A threatens this observer more than B" is: for which share of all weightings is that so?

For an observer and two possible threats each source k gives two scores that sum to 1,
x_A = a/(a+b) and x_B = b/(a+b), from the measures a and b. Four ways to put scores together:

- **additive**, T = Σ w_k x_k: sources make up for each other. Contrast: x_A − x_B.
- **geometric**, T = Π x_k^w_k: a source near zero drags everything down. Contrast: ln(x_A/x_B).
- **weakest link**, T = min x_k: a threat is only as great as its smallest source.
- **capability times intent**, T = (weighted mean of the other three) · intent.

Assumptions to notice: two actors are compared, not one measured; a measure stands for each
source, and which one is a choice (`Measures`); the *record* of intentions leans on alliances,
which is circular, for alignment is what Walt set out to explain.

**Sources:** Walt 1985, *International Security* 9:4, 3–43, and 1987, *The Origins of Alliances*
(the four sources; about alignment: using them for the use of force is an extension). The forms of
the index and the scores are **our own construction**: Walt has no formula.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from course import weights
from course.errors import CourseError, listed
from course.measures import (
    BASELINE,
    SOURCES,
    Four,
    LinearForm,
    Measures,
    combinations,
    measured,
    relations,
)

__all__ = [
    "BASELINE",
    "CLAIMS",
    "SOURCES",
    "Claim",
    "Form",
    "Measures",
    "claim_share",
    "combinations",
    "contrasted",
    "contrasts",
    "index",
    "observers",
    "scores",
    "share_by_form",
    "shared",
    "shares_by_measures",
    "threats",
    "weight_needed",
    "years",
]

Form = Literal["additive", "geometric", "weakest link", "capability times intent"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A comparison that an article makes: to `observer`, `first` is more of a threat."""

    observer: str
    first: str
    second: str
    paragraph: str


# A5 speaks of Europeans at large; that these three states stand for them is our choice.
CLAIMS = (
    Claim("POL", "RUS", "USA", "A5"),
    Claim("EST", "RUS", "USA", "A5"),
    Claim("DEU", "RUS", "USA", "A5"),
    Claim("RUS", "NATO", "CHN", "A7"),
)


def index(scores: Sequence[float], source_weights: Sequence[float], form: Form) -> float:
    """Put the four scores of one actor together, from 0 (no threat) to 1.

    Parameters
    ----------
    scores
        Four numbers from 0 to 1, in the order of `SOURCES`.
    source_weights
        Four weights, 0 or more; only their ratios matter. The weakest link asks only which
        weights are zero (such a source does not count); capability times intent leaves out the
        weight of intentions.
    form
        "additive", "geometric", "weakest link" or "capability times intent".

    >>> index([0.2, 0.8, 0.4, 1.0], [1, 1, 1, 1], "additive")
    0.6
    >>> index([0.2, 0.8, 0.4, 0.0], [1, 1, 1, 1], "geometric")
    0.0
    """
    x = _scores(scores)
    if len(source_weights) != len(SOURCES):
        raise CourseError(f"Give four weights, one each for {listed(SOURCES)}.")
    w = list(weights.normalise(dict(zip(SOURCES, source_weights, strict=True))).values())
    if form == "additive":
        return math.fsum(a * b for a, b in zip(w, x, strict=True))
    if form == "geometric":
        return math.prod(math.pow(b, a) for a, b in zip(w, x, strict=True))
    if form == "weakest link":
        return min(b for a, b in zip(w, x, strict=True) if a > 0)
    if form == "capability times intent":
        capability = weights.normalise(dict(zip(SOURCES[:3], w[:3], strict=True)))
        return math.fsum(a * b for a, b in zip(capability.values(), x, strict=False)) * x[3]
    raise CourseError(f"There is no form {form!r}; choose one of {listed(get_args(Form))}.")


def share_by_form(first: Sequence[float], second: Sequence[float], form: Form) -> float:
    """Find the exact share of weightings in which the first actor has the greater index.

    All four forms allow it: the geometric one is additive in logarithms, capability times intent
    is additive over the other three sources, and the weakest link does not depend on (positive)
    weights.

    >>> share_by_form([1, 1, 1, 0.5], [0.5, 0.5, 0.5, 1], "capability times intent")
    0.0
    """
    a, b = _scores(first), _scores(second)
    if form == "additive":
        return weights.share_holding([p - q for p, q in zip(a, b, strict=True)])
    if form == "geometric":
        if 0 in a or 0 in b:  # a zero annuls the product wherever its source weighs anything
            return float(0 not in a)
        return weights.share_holding([math.log(p / q) for p, q in zip(a, b, strict=True)])
    if form == "weakest link":
        return float(min(a) > min(b))
    if form == "capability times intent":
        pairs = zip(a[:3], b[:3], strict=True)
        return weights.share_holding([p * a[3] - q * b[3] for p, q in pairs])
    raise CourseError(f"There is no form {form!r}; choose one of {listed(get_args(Form))}.")


def observers() -> tuple[str, ...]:
    """List the states from which the tables let us look, by ISO code.

    >>> observers()[:3]
    ('DEU', 'EST', 'FIN')
    """
    return tuple(sorted({observer for observer, _, _ in relations()}))


def threats(observer: str) -> tuple[str, ...]:
    """List the possible threats that the tables hold for an observer.

    >>> threats("RUS")
    ('CHN', 'NATO', 'USA')
    """
    if observer not in observers():
        raise CourseError(
            f"There is no observer {observer!r}; choose one of {listed(observers())}."
        )
    return tuple(sorted({threat for seen_by, threat, _ in relations() if seen_by == observer}))


def years(observer: str, first: str, second: str) -> tuple[int, ...]:
    """List the years in which an observer can compare two possible threats.

    >>> years("POL", "RUS", "USA")
    (1992, 1999, 2004, 2008, 2014, 2022)
    """
    for threat in (first, second):
        if threat not in threats(observer):
            raise CourseError(
                f"There are no data on {threat!r} as a threat to {observer}; choose two of "
                f"{listed(threats(observer))}."
            )
    if first == second:
        raise CourseError("Choose two different threats to compare.")
    return tuple(y for o, t, y in relations() if (o, t) == (observer, first))


def scores(
    observer: str, first: str, second: str, year: int, measures: Measures = BASELINE
) -> tuple[Four, Four]:
    """Give each threat's four scores: what the two have between them, shared out.

    >>> first, second = scores("POL", "RUS", "USA", 2014)
    >>> [round(x, 2) for x in first]
    [0.23, 0.86, 0.08, 1.0]
    """
    when = years(observer, first, second)
    if year not in when:
        raise CourseError(
            f"There are no data on how {observer} sees {first} and {second} in {year}; choose "
            f"{listed(when)}."
        )
    one, two = (measured(observer, threat, year, measures) for threat in (first, second))
    return shared(one, two)


def shared(first: Four, second: Four) -> tuple[Four, Four]:
    """Share out between two threats what they have together, source by source.

    >>> shared((3.0, 1.0, 0.0, 5.0), (1.0, 1.0, 0.0, 0.0))
    ((0.75, 0.5, 0.5, 1.0), (0.25, 0.5, 0.5, 0.0))
    """
    # Two zeros (nobody has warheads, both are allies) favour neither.
    pairs = zip(first, second, strict=True)
    parts = [(a / (a + b), b / (a + b)) if a + b else (0.5, 0.5) for a, b in pairs]
    one, two = zip(*parts, strict=True)
    return (one[0], one[1], one[2], one[3]), (two[0], two[1], two[2], two[3])


def contrasts(
    observer: str, first: str, second: str, year: int, measures: Measures = BASELINE
) -> Four:
    """Give the four contrasts of `SOURCES`: above 0 where a source points to the first threat.

    Additive: the difference of the two scores, from −1 to 1. Geometric: the logarithm of their
    ratio.

    Raises
    ------
    CourseError
        For an unknown observer or threat, a year or measure without data (says which there are),
        and for a product with a zero in it.

    >>> [round(d, 2) for d in contrasts("RUS", "NATO", "CHN", 2008)]
    [0.21, 0.76, 0.85, 0.5]
    """
    both = scores(observer, first, second, year, measures)
    return contrasted(*both, measures.form, (first, second))


def contrasted(first: Four, second: Four, form: LinearForm, names: tuple[str, str]) -> Four:
    """Turn two threats' scores into contrasts, as `contrasts` does; `names` are for the error.

    Raises
    ------
    CourseError
        For a product with a zero in it.
    """
    pairs = list(zip(first, second, strict=True))
    if form == "additive":
        found = [a - b for a, b in pairs]
    else:
        for source, (a, b) in zip(SOURCES, pairs, strict=True):
            if a == 0 or b == 0:
                raise CourseError(
                    f"The {source} of {names[0] if a == 0 else names[1]} is zero by this measure, "
                    "and a product has no place for a zero; choose the additive form or another "
                    "measure."
                )
        found = [math.log(a / b) for a, b in pairs]
    return found[0], found[1], found[2], found[3]


def claim_share(claim: Claim, year: int, measures: Measures = BASELINE) -> float:
    """Find the exact share of all weightings in which a claim of the articles holds.

    >>> round(claim_share(CLAIMS[0], 2014), 3)
    0.583
    """
    return weights.share_holding(
        contrasts(claim.observer, claim.first, claim.second, year, measures)
    )


def shares_by_measures(claim: Claim, year: int) -> Mapping[Measures, float]:
    """Find the share in which a claim holds under each of the 72 combinations of measures.

    >>> shares = shares_by_measures(CLAIMS[3], 2008)  # NATO over China, as Russia sees it
    >>> len(shares), min(shares.values()) > 0.99
    (72, True)
    """
    return {measures: claim_share(claim, year, measures) for measures in combinations()}


def weight_needed(four: Sequence[float]) -> float | None:
    """How much weight must proximity and intentions have together for a claim to hold?

    The rest goes to power and offence; each pair splits its weight evenly. From 0 to 1: the
    claim holds above that weight. None: there is no such threshold (the claim holds at every
    weight, at none, or below one).

    >>> round(weight_needed(contrasts("POL", "RUS", "USA", 2014)), 2)
    0.44
    """
    power, proximity, offence, intentions = four
    without, alone = (power + offence) / 2, (proximity + intentions) / 2
    return -without / (alone - without) if without <= 0 < alone else None


def _scores(scores: Sequence[float]) -> list[float]:
    if len(scores) != len(SOURCES) or not all(0 <= score <= 1 for score in scores):
        raise CourseError(f"Give four scores from 0 to 1, one each for {listed(SOURCES)}.")
    return [float(score) for score in scores]
