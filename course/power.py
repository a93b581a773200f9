"""Aggregate power: what a state has, as a share of what the whole world has.

The argument. Structural realism says that behaviour follows capability, so capability has to be
counted. The Composite Index of National Capability (CINC) counts six things, takes each as a share
of the world total, and averages the six shares with equal weights:

    share_k = x_k / Σ over states of x_k,      CINC = (share_1 + ... + share_6) / 6.

Assumptions to notice: six components stand for power; a share of the world's steel counts as much
as a share of its spending; mass is measured, not skill, wealth net of needs, or reach. Equal
weights are a convention, and `weighted_index` shows what hangs on it.

**Sources:** Singer, Bremer & Stuckey 1972 and Singer 1987 (the index); National Material
Capabilities 7.0 (the values, to 2022). Limits: Beckley 2018, *International Security* 43:2 (net,
not gross, resources). The world totals are our own recovery from the published indices: see the
table ``world_totals``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from course import tables, weights
from course.errors import CourseError, listed

COMPONENTS = (
    "military expenditure",
    "military personnel",
    "iron and steel",
    "energy",
    "population",
    "urban population",
)
EQUAL = dict.fromkeys(COMPONENTS, 1.0)


@dataclass(frozen=True, slots=True)
class Standing:
    """A state's place in a ranking: rank (1 is first; equals share a rank), code, name, index."""

    rank: int
    iso3: str
    name: str
    index: float


def years() -> tuple[int, ...]:
    """List the years for which all states of the course can be compared.

    >>> years()
    (1992, 1999, 2004, 2008, 2014, 2022)
    """
    held = {(row.iso3, row.year) for row in tables.capabilities()}
    everyone = {iso3 for iso3, _ in held}
    found = {year for _, year in held if all((iso3, year) in held for iso3 in everyone)}
    return tuple(sorted(found))


def shares_of_total(
    values: Mapping[str, float | None], totals: Mapping[str, float]
) -> dict[str, float | None]:
    """Divide each component by the total of all states; None stays None (no value published).

    >>> shares_of_total({"energy": 25.0, "population": None}, {"energy": 100.0, "population": 9.0})
    {'energy': 0.25, 'population': None}
    """
    missing = [name for name in values if not totals.get(name, 0) > 0]
    if missing:
        raise CourseError(f"There is no total above 0 for {listed(missing)}; give one.")
    return {name: None if value is None else value / totals[name] for name, value in values.items()}


@cache
def _all_shares() -> dict[tuple[str, int], dict[str, float | None]]:
    totals: dict[int, dict[str, float]] = {}
    for total in tables.world_totals():
        totals.setdefault(total.year, {})[total.component.replace("_", " ")] = total.total
    return {
        (row.iso3, row.year): shares_of_total(
            {name: getattr(row, name.replace(" ", "_")) for name in COMPONENTS}, totals[row.year]
        )
        for row in tables.capabilities()
    }


def component_shares(iso3: str, year: int) -> dict[str, float | None]:
    """Give a state's six shares of the world total; None where no value was published.

    Parameters
    ----------
    iso3
        ISO code such as "RUS", or NATO, NATO16 (its members of 1992), NATO_EUR (in Europe).
    year
        A year of the table ``capabilities``; `years` lists those that all states have.

    Raises
    ------
    CourseError
        If the table does not have this state in this year; says which there are.

    >>> round(component_shares("USA", 1992)["military expenditure"], 3)
    0.377
    """
    found = _all_shares()
    if (iso3, year) not in found:
        have = sorted(y for code, y in found if code == iso3)
        if not have:
            codes = sorted({code for code, _ in found})
            raise CourseError(f"There are no capabilities for {iso3!r}, only for {listed(codes)}.")
        raise CourseError(f"There are no capabilities of {iso3} in {year}; choose {listed(have)}.")
    return dict(found[iso3, year])


def weighted_index(
    shares: Mapping[str, float | None], component_weights: Mapping[str, float | None]
) -> float:
    """Average component shares with any weights; equal weights give CINC.

    A component without a published value drops out and the others share its weight, as in CINC.

    Raises
    ------
    CourseError
        If a weight is missing, negative or not a number, if all are zero, or if no weight is
        left on a component that has a value.

    >>> round(weighted_index(component_shares("USA", 1992), EQUAL), 4)  # its published CINC
    0.1485
    """
    strange = [name for name in component_weights if name not in shares]
    if strange:
        raise CourseError(
            f"There is no component named {listed(strange)}; they are {listed(shares)}."
        )
    share_of_weight = weights.normalise({name: component_weights.get(name) for name in shares})
    known = {name: share for name, share in shares.items() if share is not None}
    left = math.fsum(share_of_weight[name] for name in known)
    if left <= 0:
        raise CourseError(
            "All weight is on components without a published value; give another one some weight."
        )
    return math.fsum(share_of_weight[name] * share for name, share in known.items()) / left


def cinc(iso3: str, year: int) -> float:
    """Recompute a state's CINC as the mean of its component shares.

    >>> round(cinc("RUS", 2014), 3)
    0.039
    """
    return weighted_index(component_shares(iso3, year), EQUAL)


def ranking(
    year: int, component_weights: Mapping[str, float | None] = EQUAL, *, groups: bool = False
) -> tuple[Standing, ...]:
    """Rank the states of the table by their index under any weights, strongest first.

    Parameters
    ----------
    year
        One of `years`.
    component_weights
        One weight for each of `COMPONENTS`, 0 or more.
    groups
        Whether NATO as a whole is ranked beside the states.

    A state is left out if no value was published for any component that has weight.

    >>> [standing.iso3 for standing in ranking(2014)][:3]
    ['CHN', 'USA', 'IND']
    """
    if year not in years():
        raise CourseError(f"There is no full ranking for {year}; choose {listed(years())}.")
    asked = weights.normalise({name: component_weights.get(name) for name in COMPONENTS})
    heavy = [name for name, weight in asked.items() if weight > 0]
    members = []
    for row in tables.capabilities():
        if row.year == year and (row.kind == "state" or (groups and row.iso3 == "NATO")):
            shares = component_shares(row.iso3, year)
            if any(shares.get(name) is not None for name in heavy):
                members.append((weighted_index(shares, component_weights), row))
    members.sort(key=lambda member: -member[0])
    values = [value for value, _ in members]
    return tuple(
        Standing(values.index(value) + 1, row.iso3, row.name, value) for value, row in members
    )


def discounted(power: float, kilometres: float, loss_per_1000_km: float) -> float:
    """Discount power by distance: power · e^(−δ · km / 1000).

    Parameters
    ----------
    power
        Any measure of capability, 0 or more.
    kilometres
        Distance, 0 or more.
    loss_per_1000_km
        δ, 0 or more: 0 means that distance does not matter; 1 leaves 37 % after 1000 km.

    **Source:** that strength falls with distance is Boulding's loss-of-strength gradient (1962,
    *Conflict and Defense*). The exponential form is a common simple choice and here our own; δ
    was not estimated from anything.

    >>> round(discounted(0.13, kilometres=7000, loss_per_1000_km=0.3), 3)
    0.016
    """
    for name, number in (
        ("power", power),
        ("distance", kilometres),
        ("loss of strength", loss_per_1000_km),
    ):
        if not 0 <= number < math.inf:  # NaN fails this test too
            raise CourseError(f"The {name} has to be a number of 0 or more.")
    return power * math.exp(-loss_per_1000_km * kilometres / 1000)
