"""The Threat Weigher: two possible threats, four sources, and weights that nobody can measure.

The browser computes every share that has a formula (js/src/kinds/threat_*.js). This module sends
it the contrasts and the facts behind them, checks what the learner commits, recomputes it with
`course.weights` for the journal, and samples the one share that has no formula.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar, get_args

from course import measures, tables, threat, weights
from course.charts import Figure, figure, lines
from course.errors import CourseError, listed
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "threat_weigher"
STEPS = ("predict", "weights", "intentions", "years")
INTENTIONS = measures.SOURCES[3]

# Pairs beside those the articles name; the same data serve them.
# Ukraine and Georgia are left out: their dispute record ends in 2014 and is coded coarsely, so the
# index would call an invader and a partner nearly even. That is a fault of the index, not news.
OTHERS = (
    *(
        threat.Claim(observer, "RUS", "USA", "")
        for observer in ("FIN", "SWE", "LVA", "GBR", "FRA", "TUR")
    ),
    threat.Claim("POL", "RUS", "DEU", ""),
    threat.Claim("RUS", "USA", "CHN", ""),
)
CLAIMS = {f"{c.observer}-{c.first}-{c.second}": c for c in (*threat.CLAIMS, *OTHERS)}

MEASURES: dict[str, tuple[str, ...]] = {
    "power": get_args(measures.Power),
    "distance": get_args(measures.Distance),
    "offence": get_args(measures.Offence),
    "intentions": get_args(measures.Intentions),
}
NAME_OF = dict(zip(measures.SOURCES, MEASURES, strict=True))
PLAIN = {"power": "cinc", "distance": "inverse", "offence": "spending"}


class ThreatWeigher(CourseWidget):
    """Weigh the sources of threat on the real tables: predict, weigh, look, add intentions.

    **Source:** Walt 1985, *International Security* 9:4, 3–43; Walt 1987. Index, contrasts and
    data: `course.threat`; shares of weightings: `course.weights`.

    Examples
    --------
    In a notebook: ``ThreatWeigher(key="L3.threat-weigher")``. ``value["weights"]`` holds the
    learner's weights by source, 0 to 10; a source without an answer is missing from it.
    """

    kind: ClassVar[str] = KIND
    # What is kept belongs to one comparison, so each step exists once for each of them.
    stages: ClassVar[tuple[str, ...]] = tuple(f"{s}.{claim}" for claim in CLAIMS for s in STEPS)
    lives_alone: ClassVar[bool] = True

    def __init__(self, key: str = "L3.threat-weigher", journal: Journal | None = None) -> None:
        super().__init__(key, _config(), journal)
        if not self.value:
            self.value = self._start()

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Check a step, and add what it says about the share of weightings."""
        words = messages(KIND)
        step, id = stage.split(".", 1)
        claim = CLAIMS[id]
        before = STEPS[: STEPS.index(step)]
        if value.get("claim") != id:
            raise CourseError(words["unknown_claim"])
        if not all(self.last(f"{earlier}.{id}") for earlier in before):
            raise CourseError(words["not_yet"])
        if step == "years":
            _one_of(value.get("choice"), ("falls", "stays", "rises"))
            return {"claim": id, "choice": value["choice"]} | _measured(value, tuple(MEASURES))
        year = value.get("year")
        have = threat.years(claim.observer, claim.first, claim.second)
        if year not in have:
            raise CourseError(words["unknown_year"].format(years=listed(have)))
        if step == "predict":
            _one_of(value.get("choice"), ("first", "second"))
            share = value.get("share")
            if not isinstance(share, int | float) or not 0 <= share <= 100:
                raise CourseError(words["unknown_share"])
            return {"claim": id, "year": year, "choice": value["choice"], "share": share}
        chosen = measures.SOURCES if step == "intentions" else measures.SOURCES[:3]
        measured = _measured(value, tuple(NAME_OF[source] for source in chosen))
        # Who leaves intentions out gives them no weight either.
        out = measured["measures"].get("intentions") == "neutral"
        sources = chosen[:3] if out else chosen
        said = {source: (value.get("weights") or {}).get(source) for source in sources}
        scaled = weights.normalise(said)
        found = threat.contrasts(
            claim.observer, claim.first, claim.second, year, _measures(measured)
        )[: len(sources)]
        total = math.fsum(w * d for w, d in zip(scaled.values(), found, strict=True))
        leader = "neither" if abs(total) < 1e-12 else "first" if total > 0 else "second"
        return {
            "claim": id,
            "year": year,
            "weights": said,
            **measured,
            "leads": leader,
            "share": round(weights.share_holding(found), 4),
        }

    def restore(self) -> dict[str, Any]:
        """Rebuild the comparison that was worked on last."""
        moments = [
            (self.times[stage][-1], n) for n, stage in enumerate(self.stages) if self.commits[stage]
        ]
        if not moments:
            return self._start()
        _, id = self.stages[max(moments)[1]].split(".", 1)
        predict, three, four, years = (self.last(f"{step}.{id}") for step in STEPS)
        latest = four or three or predict
        return self._start() | {
            "claim": id,
            "year": latest["year"],
            "guess": predict["choice"],
            "guess_share": predict["share"],
            "weights": latest.get("weights", {}),
            "measures": latest.get("measures", PLAIN),
            "form": latest.get("form", "additive"),
            "with_intentions": bool(four),
            "tried": self._tried(),
            "years_guess": years.get("choice"),
        }

    def _tried(self) -> dict[str, list[str]]:
        """List by comparison which measures of intentions were kept so far."""
        kept = {id: self.commits[f"intentions.{id}"] for id in CLAIMS}
        return {
            id: list(dict.fromkeys(commit["measures"]["intentions"] for commit in commits))
            for id, commits in kept.items()
            if commits
        }

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Sample in which share of weightings the claim holds in every year at once."""
        claim = question.get("claim")
        if claim not in CLAIMS:
            raise CourseError(messages(KIND)["unknown_claim"])
        measured = _measured(question, tuple(MEASURES))
        return _joint(claim, json.dumps(measured, sort_keys=True))

    def start(self) -> dict[str, Any]:
        """Give the start state: nothing chosen, nothing set."""
        return {**super().start(), "value": self._start()}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"]

    def picture(self) -> Figure:
        """Draw aggregate power over the years, which gives nothing away about threat."""
        return _picture()

    def _start(self) -> dict[str, Any]:
        return {
            "claim": None,
            "year": None,
            "guess": None,
            "guess_share": None,
            "weights": {},
            "measures": dict(PLAIN),
            "form": "additive",
            "with_intentions": False,
            "tried": {},
            "years_guess": None,
        }


@cache
def _picture() -> Figure:
    rows = [
        {"year": row.year, "share": round(100 * row.cinc, 1), "who": row.name}
        for row in tables.capabilities()
        if row.iso3 in ("USA", "RUS", "CHN", "NATO")
        and row.year in threat.years("RUS", "NATO", "CHN")
    ]
    chart = lines(rows, "year", "share", "who", ("Year", "Share of the world's capabilities, %"))
    return figure(chart, "Aggregate power, one of Walt's four sources", messages(KIND)["sentence"])


@cache
def _config() -> dict[str, Any]:
    """Everything the browser needs: names, contrasts, and the facts behind them."""
    return {
        "sources": [{"id": source, "measure": name} for source, name in NAME_OF.items()],
        "measures": {name: list(ids) for name, ids in MEASURES.items()},
        "plain": PLAIN,
        "claims": [
            {
                "id": id,
                "observer": named(claim.observer),
                "first": named(claim.first),
                "second": named(claim.second),
                "paragraph": claim.paragraph,
                "years": list(threat.years(claim.observer, claim.first, claim.second)),
                "nearness": _nearness(claim) if id == "RUS-NATO-CHN" else None,
            }
            for id, claim in CLAIMS.items()
        ],
        "contrasts": {id: _by_year(claim, _contrasts) for id, claim in CLAIMS.items()},
        "facts": {id: _by_year(claim, _facts) for id, claim in CLAIMS.items()},
    }


def _nearness(claim: threat.Claim) -> dict[str, Any]:
    """Say between which capitals nearness is measured, and what land borders would make of it.

    The shares are in whole percent, lowest and highest of the years with dispute data of their
    own; all measures but nearness are the plain ones, intentions the record.
    """
    nato = {row.year: row for row in tables.nato_proximity()}
    china = next(row.border_km_with_russia or 0 for row in tables.capitals() if row.iso3 == "CHN")
    have = threat.years(claim.observer, claim.first, claim.second)
    last = max(row.window_end for row in tables.relations())
    covered = [year for year in have if year <= last]
    shares: dict[str, list[float]] = {"three": [], "four": []}
    for year in covered:
        near = nato[year].land_border_km
        power, _, offence, intentions = threat.contrasts(
            claim.observer, claim.first, claim.second, year
        )
        row = (power, (near - china) / (near + china), offence, intentions)
        shares["three"].append(weights.share_holding(row[:3]))
        shares["four"].append(weights.share_holding(row))
    spans = {name: [round(100 * min(x)), round(100 * max(x))] for name, x in shares.items()}
    return {
        "capitals": {str(year): nato[year].nearest_capital for year in have},
        "border": {"from": covered[0], "to": covered[-1], **spans},
    }


def _by_year(claim: threat.Claim, table: Any) -> dict[str, Any]:
    have = threat.years(claim.observer, claim.first, claim.second)
    return {str(year): table(claim, year) for year in have}


def _contrasts(claim: threat.Claim, year: int) -> dict[str, Any]:
    """Each source's contrast by form and measure; None where there are no data."""
    return {
        form: {
            source: {id: _contrast(claim, year, form, name, id) for id in MEASURES[name]}
            for source, name in NAME_OF.items()
        }
        for form in ("additive", "geometric")
    }


def _contrast(claim: threat.Claim, year: int, form: str, name: str, id: str) -> float | None:
    chosen = _measures({"form": form, "measures": {name: id}})
    try:
        four = threat.contrasts(claim.observer, claim.first, claim.second, year, chosen)
    except CourseError:  # no data by this measure: the browser says so where it is chosen
        return None
    return round(four[list(MEASURES).index(name)], 6)


def _facts(claim: threat.Claim, year: int) -> dict[str, Any]:
    """What the tables say of the two, in words, by source and measure."""
    pair = (claim.first, claim.second)
    return {
        source: {
            id: [_fact(claim.observer, one, year, name, id) for one in pair]
            for id in MEASURES[name]
        }
        for source, name in NAME_OF.items()
    }


def _fact(observer: str, actor: str, year: int, name: str, id: str) -> str:
    words = messages(KIND)
    if name == "power":
        row = next(r for r in tables.capabilities() if (r.iso3, r.year) == (actor, year))
        share = row.cinc if id == "cinc" else row.cinc_no_urban
        return words["fact_power"].format(x=f"{100 * share:.1f}")
    if name == "distance":
        return words["fact_distance"].format(x=f"{measures.kilometres(observer, actor, year):,.0f}")
    if id == "spending":
        million = next(r.spending for r in tables.spending() if (r.iso3, r.year) == (actor, year))
        return words["fact_spending"].format(x=f"{million / 1000:,.0f}")
    if id == "warheads":
        members = ("USA", "GBR", "FRA") if actor == "NATO" else (actor,)
        held = sum(r.warheads for r in tables.warheads() if r.iso3 in members and r.year == year)
        return words["fact_warheads"].format(x=f"{held:,}")
    if id == "votes":
        points = {r.iso3: r.ideal_point for r in tables.votes() if r.year == year}
        one, other = points.get(observer), points.get(actor)
        if one is None or other is None:
            return words["no_data"]
        return words["fact_votes"].format(x=f"{abs(one - other):.2f}")
    if id == "neutral":
        return words["fact_neutral"]
    key = (observer, actor, year)
    row_ = next(r for r in tables.relations() if (r.observer, r.threat, r.year) == key)
    if row_.dispute_years is None or row_.highest_hostility is None:
        return words["no_data"]
    if id == "disputes":
        return words["fact_disputes"].format(x=row_.dispute_years)
    if row_.highest_hostility >= 2:
        return words[f"fact_record_{row_.highest_hostility}"]
    return words["fact_record_pact" if row_.defence_pact else "fact_record_none"]


@cache
def _names() -> dict[str, str]:
    return {row.iso3: row.name for row in tables.capabilities()}


def named(iso3: str) -> dict[str, str]:
    """A name for a list, and the same name inside a sentence."""
    name = _names()[iso3]
    return {"name": name, "text": f"the {name}" if name.startswith("United") else name}


def _one_of(choice: object, allowed: Sequence[str]) -> None:
    if choice not in allowed:
        raise CourseError(messages(KIND)["unknown_choice"])


def _measured(value: Mapping[str, Any], needed: Sequence[str]) -> dict[str, Any]:
    """Take the form and the measures that a step needs, and nothing else."""
    form = value.get("form", "additive")
    chosen = {name: (value.get("measures") or {}).get(name) for name in needed}
    if form not in ("additive", "geometric") or any(
        id not in MEASURES[name] for name, id in chosen.items()
    ):
        raise CourseError(messages(KIND)["unknown_measure"])
    return {"measures": chosen, "form": form}


def _measures(measured: Mapping[str, Any]) -> measures.Measures:
    chosen: dict[str, Any] = {"intentions": "neutral", **measured["measures"]}
    return measures.Measures(form=measured["form"], **chosen)


@cache
def _joint(id: str, measured: str) -> dict[str, Any]:
    claim = CLAIMS[id]
    chosen = _measures(json.loads(measured))
    rows = [
        threat.contrasts(claim.observer, claim.first, claim.second, year, chosen)
        for year in threat.years(claim.observer, claim.first, claim.second)
    ]

    def always(weighting: Sequence[float]) -> bool:
        return all(sum(w * d for w, d in zip(weighting, row, strict=True)) > 0 for row in rows)

    found = weights.sampled_share(always, len(measures.SOURCES))
    return {"share": found.value, "error": found.error, "draws": found.draws}
