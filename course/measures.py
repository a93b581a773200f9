"""What stands for each of Walt's four sources of threat, read from the tables.

Every line of this module is a choice that somebody could contest, which is why each source has
more than one measure and why `combinations` lists them all. What is measured is never the source
itself: CINC is not power, a budget is not the ability to attack, and nobody has seen an intention.

**Sources:** see the records of the tables (`course.tables.provenance`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal, get_args

from course import tables
from course.errors import CourseError, listed
from course.rows import Relation

SOURCES = (
    "aggregate power",
    "geographic proximity",
    "offensive capability",
    "perceived intentions",
)

Power = Literal["cinc", "no_upop"]
Distance = Literal["inverse", "exponential", "logarithmic"]
Offence = Literal["spending", "warheads"]
Intentions = Literal["record", "disputes", "votes", "neutral"]
LinearForm = Literal["additive", "geometric"]
Four = tuple[float, float, float, float]

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Measures:
    """Which measure stands for each source, and how scores are put together.

    - `power`: "cinc", or "no_upop", the mean of five shares without the broken urban population.
    - `distance` between capitals (to NATO: its capital nearest to Moscow): "inverse" 1/km;
      "exponential" e^(−km/1000); "logarithmic" 1/ln(km), which makes far and near much alike.
    - `offence`: military "spending", or nuclear "warheads".
    - `intentions`: "record", deeds first: 4 for war, 3 for use of force, 2 for a threat or
      display of it in ten years; else 0 with a defence pact and 1 without. "disputes":
      dispute-years in ten years, plus 1. "votes": distance in UN votes. "neutral": the source
      says nothing.
    - `form`: "additive" or "geometric".

    The scale of "record" is our own judgement.
    """

    power: Power = "cinc"
    distance: Distance = "inverse"
    offence: Offence = "spending"
    intentions: Intentions = "record"
    form: LinearForm = "additive"

    def __post_init__(self) -> None:
        known = (
            ("power", self.power, get_args(Power)),
            ("distance", self.distance, get_args(Distance)),
            ("offence", self.offence, get_args(Offence)),
            ("intentions", self.intentions, get_args(Intentions)),
            ("form", self.form, get_args(LinearForm)),
        )
        for source, chosen, allowed in known:
            if chosen not in allowed:
                raise CourseError(
                    f"There is no measure {chosen!r} for {source}; choose one of {listed(allowed)}."
                )


BASELINE = Measures()


def combinations() -> tuple[Measures, ...]:
    """List all combinations of measures, without "neutral", which is no measure.

    >>> len(combinations())
    72
    """
    informative = [how for how in get_args(Intentions) if how != "neutral"]
    return tuple(
        Measures(power, distance, offence, intentions, form)
        for power, distance, offence, intentions, form in product(
            get_args(Power),
            get_args(Distance),
            get_args(Offence),
            informative,
            get_args(LinearForm),
        )
    )


def measured(observer: str, threat: str, year: int, measures: Measures = BASELINE) -> Four:
    """Read off one threat's four sources as an observer has them, each in its own unit.

    Raises
    ------
    CourseError
        If a measure has no value there; says which have.

    >>> [round(reading, 4) for reading in measured("POL", "RUS", 2014)]
    [0.0392, 0.0009, 69865.8, 2.0]
    """
    return (
        _capabilities()[threat, year][measures.power],
        _proximity(observer, threat, year, measures.distance),
        _offence(threat, year, measures.offence),
        _intentions(observer, threat, year, measures),
    )


@cache
def relations() -> Mapping[tuple[str, str, int], Relation]:
    """Give the record of every pair by observer, threat and year."""
    return {(row.observer, row.threat, row.year): row for row in tables.relations()}


@cache
def _capabilities() -> dict[tuple[str, int], dict[Power, float]]:
    return {
        (row.iso3, row.year): {"cinc": row.cinc, "no_upop": row.cinc_no_urban}
        for row in tables.capabilities()
    }


@cache
def _spending() -> dict[tuple[str, int], float]:
    return {(row.iso3, row.year): row.spending for row in tables.spending()}


@cache
def _warheads() -> dict[tuple[str, int], int]:
    held = {(row.iso3, row.year): row.warheads for row in tables.warheads()}
    for year in {year for _, year in held}:
        held["NATO", year] = sum(held[iso3, year] for iso3 in ("USA", "GBR", "FRA"))
    return held


@cache
def _votes() -> dict[tuple[str, int], float]:
    return {(r.iso3, r.year): r.ideal_point for r in tables.votes() if r.ideal_point is not None}


@cache
def kilometres(observer: str, threat: str, year: int) -> float:
    """Measure the great circle between two capitals; to NATO, the capital nearest to Moscow.

    >>> round(kilometres("POL", "RUS", 2014))
    1151
    """
    if threat == "NATO":
        near = {row.year: row.km_moscow_to_nearest_capital for row in tables.nato_proximity()}
        return float(near[year])
    places = {row.iso3: (row.latitude, row.longitude) for row in tables.capitals()}
    return great_circle(places[observer], places[threat])


def great_circle(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Measure the way between two places, each given as degrees of latitude and longitude.

    >>> round(great_circle((0, 0), (0, 90)))
    10008
    """
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*one, *other))
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half))


def _proximity(observer: str, threat: str, year: int, how: Distance) -> float:
    return nearness(kilometres(observer, threat, year), how)


def nearness(km: float, how: Distance) -> float:
    """Turn a distance into nearness by one of three measures."""
    if how == "inverse":
        return 1 / km
    return math.exp(-km / 1000) if how == "exponential" else 1 / math.log(km)


def _offence(threat: str, year: int, how: Offence) -> float:
    return _spending()[threat, year] if how == "spending" else float(_warheads()[threat, year])


def _intentions(observer: str, threat: str, year: int, measures: Measures) -> float:
    how = measures.intentions
    if how == "neutral":
        return 1.0
    if how == "votes":
        return abs(_ideal_point(observer, year) - _ideal_point(threat, year))
    relation = relations()[observer, threat, year]
    if relation.dispute_years is None or relation.highest_hostility is None:
        raise CourseError(
            f"The dispute data do not cover {observer} and {threat}; choose votes or neutral as "
            "the measure of intentions."
        )
    if how == "disputes":
        return relation.dispute_years + 1.0
    return record(relation.highest_hostility, bool(relation.defence_pact), measures.form)


def record(hostility: int, pact: bool, form: LinearForm) -> float:
    """Turn deeds and alliance into a level: 4 war, 3 force, 2 threat or display, 1 none, 0 pact.

    >>> record(5, pact=False, form="additive"), record(0, pact=True, form="geometric")
    (4.0, 1.0)
    """
    deeds = {2: 2.0, 3: 2.0, 4: 3.0, 5: 4.0}
    level = deeds.get(hostility, 0.0 if pact else 1.0)
    # A product needs a scale without a zero, so there every level is one higher.
    return level + 1 if form == "geometric" else level


def _ideal_point(iso3: str, year: int) -> float:
    if (iso3, year) not in _votes():
        have = sorted(y for code, y in _votes() if code == iso3)
        raise CourseError(
            f"There is no record of votes of {iso3} in {year}; choose {listed(have)}, or another "
            "measure of intentions."
        )
    return _votes()[iso3, year]
