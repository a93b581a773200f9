"""The Threat Weigher: two possible threats, four sources, and weights that nobody can measure.

The browser computes every share that has a formula (js/src/kinds/threat_*.js). This module sends
it the contrasts and the facts behind them, checks what the learner commits, recomputes it with
`course.weights` for the journal, and samples the one share that has no formula.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

from course import measures, weights
from course.charts import Figure, figure, lines
from course.errors import CourseError, listed
from course.journal import Journal
from course.packs import first, folder
from course.packs.pack import Pack
from course.threat import Claim
from course.widgets.bridge import CourseWidget, messages

KIND = "threat_weigher"
STEPS = ("predict", "weights", "intentions", "years")
INTENTIONS = measures.SOURCES[3]
CLAIMS = first.CLAIMS
MEASURES = first.MEASURES
NAME_OF = dict(zip(measures.SOURCES, MEASURES, strict=True))


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

    def __init__(
        self,
        key: str = "L3.threat-weigher",
        journal: Journal | None = None,
        *,
        pack: Pack | str | None = None,
    ) -> None:
        self.pack = folder.chosen(pack)
        self.claims = self.pack.comparisons.claims
        self.words = self.pack.say(KIND, messages(KIND))
        stages = tuple(f"{step}.{claim}" for claim in self.claims for step in STEPS)
        self.stages = stages  # type: ignore[misc]  # of this pack's comparisons
        super().__init__(self.pack.key(key), _config(self.pack), journal)
        if not self.value:
            self.value = self._start()

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Check a step, and add what it says about the share of weightings."""
        words = self.words
        step, id = stage.split(".", 1)
        claim = self.claims[id]
        before = STEPS[: STEPS.index(step)]
        if value.get("claim") != id:
            raise CourseError(words["unknown_claim"])
        if not all(self.last(f"{earlier}.{id}") for earlier in before):
            raise CourseError(words["not_yet"])
        if step == "years":
            self._one_of(value.get("choice"), ("falls", "stays", "rises"))
            return {"claim": id, "choice": value["choice"]} | self._measured(value, MEASURES)
        year = value.get("year")
        have = self.pack.comparisons.years(claim)
        if year not in have:
            raise CourseError(words["unknown_year"].format(years=listed(have)))
        if step == "predict":
            self._one_of(value.get("choice"), ("first", "second"))
            share = value.get("share")
            if not isinstance(share, int | float) or not 0 <= share <= 100:
                raise CourseError(words["unknown_share"])
            return {"claim": id, "year": year, "choice": value["choice"], "share": share}
        chosen = measures.SOURCES if step == "intentions" else measures.SOURCES[:3]
        measured = self._measured(value, tuple(NAME_OF[source] for source in chosen))
        # Who leaves intentions out gives them no weight either.
        out = measured["measures"].get("intentions") == "neutral"
        sources = chosen[:3] if out else chosen
        said = {source: (value.get("weights") or {}).get(source) for source in sources}
        scaled = weights.normalise(said)
        found = self.pack.comparisons.contrasts(claim, year, _measures(measured))[: len(sources)]
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
            "measures": latest.get("measures", _plain(self.pack)),
            "form": latest.get("form", "additive"),
            "with_intentions": bool(four),
            "tried": self._tried(),
            "years_guess": years.get("choice"),
        }

    def _tried(self) -> dict[str, list[str]]:
        """List by comparison which measures of intentions were kept so far."""
        kept = {id: self.commits[f"intentions.{id}"] for id in self.claims}
        return {
            id: list(dict.fromkeys(commit["measures"]["intentions"] for commit in commits))
            for id, commits in kept.items()
            if commits
        }

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Sample in which share of weightings the claim holds in every year at once."""
        claim = question.get("claim")
        if claim not in self.claims:
            raise CourseError(self.words["unknown_claim"])
        measured = self._measured(question, MEASURES)
        return _joint(self.pack, claim, json.dumps(measured, sort_keys=True))

    def _one_of(self, choice: object, allowed: Sequence[str]) -> None:
        if choice not in allowed:
            raise CourseError(self.words["unknown_choice"])

    def _measured(self, value: Mapping[str, Any], needed: Iterable[str]) -> dict[str, Any]:
        """Take the form and the measures that a step needs, and nothing else."""
        form = value.get("form", "additive")
        chosen = {name: (value.get("measures") or {}).get(name) for name in needed}
        have = self.pack.comparisons.measures
        if form not in ("additive", "geometric") or any(
            id not in have[name] for name, id in chosen.items()
        ):
            raise CourseError(self.words["unknown_measure"])
        return {"measures": chosen, "form": form}

    def start(self) -> dict[str, Any]:
        """Give the start state: nothing chosen, nothing set."""
        return {**super().start(), "value": self._start()}

    def sentence(self) -> str:
        """Say what this is."""
        return self.words["sentence"]

    def picture(self) -> Figure:
        """Draw aggregate power over the years, which gives nothing away about threat."""
        return _picture(self.pack)

    def _start(self) -> dict[str, Any]:
        return {
            "claim": None,
            "year": None,
            "guess": None,
            "guess_share": None,
            "weights": {},
            "measures": _plain(self.pack),
            "form": "additive",
            "with_intentions": False,
            "tried": {},
            "years_guess": None,
        }


def _plain(pack: Pack) -> dict[str, str]:
    """Give the measures that are chosen at first: of the three sources, the plain one each."""
    return {name: pack.comparisons.measures[name][0] for name in ("power", "distance", "offence")}


@cache
def _picture(pack: Pack) -> Figure:
    labels = ("Year", "Share of the world's capabilities, %")
    chart = lines(pack.comparisons.power(), "year", "share", "who", labels)
    sentence = pack.say(KIND, messages(KIND))["sentence"]
    return figure(chart, "Aggregate power, one of Walt's four sources", sentence)


@cache
def _config(pack: Pack) -> dict[str, Any]:
    """Everything the browser needs: names, contrasts, and the facts behind them."""
    told = pack.comparisons
    config = {
        "sources": [{"id": source, "measure": name} for source, name in NAME_OF.items()],
        "measures": {name: list(ids) for name, ids in told.measures.items()},
        "plain": _plain(pack),
        "claims": [
            {
                "id": id,
                "observer": told.named(claim.observer),
                "first": told.named(claim.first),
                "second": told.named(claim.second),
                "paragraph": claim.paragraph,
                "years": list(told.years(claim)),
                "nearness": told.nearness(claim),
            }
            for id, claim in told.claims.items()
        ],
        "contrasts": {id: _contrasts(pack, claim) for id, claim in told.claims.items()},
        "facts": {id: _facts(pack, claim) for id, claim in told.claims.items()},
    }
    return {"messages": pack.say(KIND, messages(KIND)), **config}


def _contrasts(pack: Pack, claim: Claim) -> dict[str, Any]:
    """Each source's contrast by year, form and measure; None where there are no data."""
    have = pack.comparisons.measures
    return {
        str(year): {
            form: {
                source: {id: _contrast(pack, claim, year, form, name, id) for id in have[name]}
                for source, name in NAME_OF.items()
            }
            for form in ("additive", "geometric")
        }
        for year in pack.comparisons.years(claim)
    }


def _contrast(pack: Pack, claim: Claim, year: int, form: str, name: str, id: str) -> float | None:
    # The other sources are read too; by a measure that the pack has.
    chosen = _measures({"form": form, "measures": {**_plain(pack), name: id}})
    try:
        four = pack.comparisons.contrasts(claim, year, chosen)
    except CourseError:  # no data by this measure: the browser says so where it is chosen
        return None
    return round(four[list(MEASURES).index(name)], 6)


def _facts(pack: Pack, claim: Claim) -> dict[str, Any]:
    """What the material says of the two, in words, by year, source and measure."""
    words = pack.say(KIND, messages(KIND))

    def fact(actor: str, year: int, name: str, id: str) -> str:
        found = pack.comparisons.fact(claim, actor, year, name, id)
        return words[found["key"]].format(x=found["x"]) + found.get("mark", "")

    return {
        str(year): {
            source: {
                id: [fact(one, year, name, id) for one in (claim.first, claim.second)]
                for id in pack.comparisons.measures[name]
            }
            for source, name in NAME_OF.items()
        }
        for year in pack.comparisons.years(claim)
    }


def named(iso3: str) -> dict[str, str]:
    """Name a state of the course's tables for a list, and inside a sentence."""
    return dict(first.russia().comparisons.named(iso3))


def _measures(measured: Mapping[str, Any]) -> measures.Measures:
    chosen: dict[str, Any] = {"intentions": "neutral", **measured["measures"]}
    return measures.Measures(form=measured["form"], **chosen)


@cache
def _joint(pack: Pack, id: str, measured: str) -> dict[str, Any]:
    claim = pack.comparisons.claims[id]
    chosen = _measures(json.loads(measured))
    rows = [
        pack.comparisons.contrasts(claim, year, chosen) for year in pack.comparisons.years(claim)
    ]

    def always(weighting: Sequence[float]) -> bool:
        return all(sum(w * d for w, d in zip(weighting, row, strict=True)) > 0 for row in rows)

    found = weights.sampled_share(always, len(measures.SOURCES))
    return {"share": found.value, "error": found.error, "draws": found.draws}
