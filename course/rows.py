"""What one row of each table is: a plain, frozen record with named and typed fields.

The fields have the order and names of the columns; units, ranges and sources are in the table's
own record (`course.tables.provenance`). A field that may be missing is None then, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capability:
    """The six National Material Capabilities components of a state or group in a year.

    Spending is in thousand current US dollars, persons in thousands, steel in thousand tons,
    energy in thousand tons of coal equivalent. `cinc` is the published index; `cinc_no_urban`
    is the mean of the five shares without the broken urban series.
    """

    iso3: str
    name: str
    kind: str
    year: int
    members: int
    military_expenditure: float | None
    military_personnel: float | None
    iron_and_steel: float
    energy: float
    population: float
    urban_population: float
    cinc: float
    cinc_no_urban: float
    missing_components: str | None


@dataclass(frozen=True, slots=True)
class WorldTotal:
    """The world total of one component in one year, recovered by us from published indices.

    `standard_error` is relative: 1e-5 means one part in a hundred thousand.
    """

    year: int
    component: str
    total: float
    standard_error: float
    states_used: int
    largest_residual: float


@dataclass(frozen=True, slots=True)
class Spending:
    """Military spending in million constant (2023) US dollars."""

    iso3: str
    name: str
    kind: str
    year: int
    spending: float


@dataclass(frozen=True, slots=True)
class Warheads:
    """Nuclear warheads in a state's military stockpile, retired ones left out."""

    iso3: str
    name: str
    year: int
    warheads: int


@dataclass(frozen=True, slots=True)
class Capital:
    """A capital, its distances and the state's border with Russia, all in kilometres."""

    iso3: str
    name: str
    capital: str
    latitude: float
    longitude: float
    km_to_moscow: int
    km_to_washington: int
    km_to_beijing: int
    border_km_with_russia: int | None
    min_km_to_russia: float
    min_km_to_usa: float


@dataclass(frozen=True, slots=True)
class NatoProximity:
    """How near NATO was to Russia in a year; `members_bordering` joins codes with ``;``."""

    year: int
    members: int
    members_bordering: str
    land_border_km: int
    nearest_capital: str
    km_moscow_to_nearest_capital: int
    nearest_territory: str
    km_moscow_to_nearest_territory: int


@dataclass(frozen=True, slots=True)
class Relation:
    """An observer's record with a possible threat over the ten years to `window_end`.

    `dispute_years` counts militarised disputes year by year; `highest_hostility` is the highest
    level the threat reached: 0 no dispute, 1 none, 2 threat, 3 display, 4 use of force, 5 war.
    None means that the sources do not cover the pair, not that nothing happened.
    """

    observer: str
    threat: str
    year: int
    window_start: int
    window_end: int
    dispute_source: str | None
    dispute_years: int | None
    highest_hostility: int | None
    defence_pact: bool | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A state's ideal point in the votes of the UN General Assembly in a year."""

    iso3: str
    name: str
    kind: str
    year: int
    ideal_point: float | None


ROWS: dict[str, type] = {
    "capabilities": Capability,
    "world_totals": WorldTotal,
    "spending": Spending,
    "warheads": Warheads,
    "capitals": Capital,
    "nato_proximity": NatoProximity,
    "relations": Relation,
    "votes": Vote,
}
