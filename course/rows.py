"""What one row of each table is: a plain, frozen record with named and typed fields.

The fields have the order and names of the columns; units, ranges and sources are in the table's
own record (`course.tables.provenance`). A field that may be missing is None then, never 0.
"""

from __future__ import annotations

from dataclasses import dataclass

# Outcomes, each with its probability.
Prospect = tuple[tuple[float, float], ...]


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


@dataclass(frozen=True, slots=True)
class Opinion:
    """One published percentage of an opinion poll.

    `may_hide` warns that respondents may not dare to say what they think: Russians since 2014.
    """

    organisation: str
    began: str
    ended: str
    respondents: str
    target: str
    question: str
    percent: float
    may_hide: bool
    grade: str
    source: str


@dataclass(frozen=True, slots=True)
class Event:
    """An accession to NATO or another key date; `date` goes as far as `precision` says."""

    date: str
    precision: str
    kind: str
    iso3: str | None
    event: str
    source: str


@dataclass(frozen=True, slots=True)
class Approval:
    """Approval of Putin's work in a month, in whatever office he held, in percent."""

    month: str
    leader: str
    office: str
    approve: int
    disapprove: int


@dataclass(frozen=True, slots=True)
class Intervention:
    """One Russian deployment abroad in our own reconstruction; not RAND's list.

    `rand_status` says what is known of RAND's own count of 25, which was not recovered.
    """

    id: str
    name: str
    iso3: str
    start_year: int
    end_year: int | None
    ongoing_end_2020: str | None
    leader: str
    activities: str
    post_soviet: bool
    multilateral_mandate: bool
    personnel_low: int | None
    personnel_high: int | None
    size_threshold: str
    merge_group: str
    rand_status: str
    confidence: str
    unconfirmed: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Episode:
    """A decision to use force or not, with our proposed and contestable coding.

    `approval_before` is the mean of the three months before `decision_month`, in percent.
    `unconfirmed` names what in the episode was not seen in a source.
    """

    id: str
    episode: str
    began: str
    ended: str | None
    force: str
    troops_there: str
    invitation: str
    rival_gain: str
    pro_russian_ruler: str
    loss_imminent: str
    remarks: str | None
    decision_month: str | None
    approval_before: float | None
    dates: str
    summary: str
    unconfirmed: str | None
    coding: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A choice problem of 1979: two prospects, and how many percent chose each.

    A prospect is a tuple of (outcome, probability), probabilities adding up to 1. `given_first`
    is the sum handed over before the choice. Where `confirmed` is false the row is from memory.
    """

    problem: str
    respondents: int
    option_a: Prospect
    option_b: Prospect
    percent_a: int
    percent_b: int
    given_first: int
    confirmed: bool
    seen_in: str | None


@dataclass(frozen=True, slots=True)
class LossAversion:
    """A published estimate of λ, with its 95 percent interval where one was given."""

    study: str
    year: int
    estimate: float
    low: float | None
    high: float | None
    basis: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact that explanations must live with, in neutral words.

    `confirmed` is False where the fact is from memory; cards of one `cluster` come from one chain
    of events and are not independent.
    """

    id: str
    date: str
    text: str
    source: str
    confirmed: bool
    cluster: str | None


@dataclass(frozen=True, slots=True)
class Rating:
    """How likely one rater finds a card if an explanation is the main driver, 1 to 5.

    The raters are opposed on purpose: "R" is friendly to realism, "C" critical of it.
    """

    evidence: str
    hypothesis: str
    rater: str
    rating: int


ROWS: dict[str, type] = {
    "capabilities": Capability,
    "world_totals": WorldTotal,
    "spending": Spending,
    "warheads": Warheads,
    "capitals": Capital,
    "nato_proximity": NatoProximity,
    "relations": Relation,
    "votes": Vote,
    "opinion": Opinion,
    "events": Event,
    "approval": Approval,
    "interventions": Intervention,
    "episodes": Episode,
    "problems_1979": Problem,
    "loss_aversion": LossAversion,
    "evidence": Evidence,
    "ratings": Rating,
}
