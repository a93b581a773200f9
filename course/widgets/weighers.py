"""Widgets that weigh: four worlds, six components of power, four sources of threat.

Everything is drawn and computed in the browser (js/src/kinds); this module sends the tables,
checks what the learner commits, and samples the shares for which there is no formula.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Sequence
from functools import cache
from typing import Any, ClassVar

from course import dilemma, power, tables, weights
from course.charts import FIRST, Figure, bars, figure
from course.errors import CourseError, listed
from course.files import quick_jsonschema
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages
from course.widgets.threat_weigher import ThreatWeigher, named

__all__ = ["FourWorlds", "Reweigher", "ThreatWeigher"]


class FourWorlds(CourseWidget):
    """Jervis's four worlds: predict World 1, then move three handles, one after the other.

    **Source:** Jervis 1978, *World Politics* 30:2, 167–214; the model is `course.dilemma`.

    Examples
    --------
    In a notebook: ``FourWorlds(key="L2.four-worlds")``. What the learner has set is in ``value``:
    ``offence``, ``distinguishability`` and ``trust``, each from 0 to 1, or missing while unmoved.
    """

    kind: ClassVar[str] = "four_worlds"
    stages: ClassVar[tuple[str, ...]] = ("predict",)
    lives_alone: ClassVar[bool] = True
    choices: ClassVar[tuple[str, ...]] = ("hold", "arm", "stronger")

    def __init__(self, key: str = "L2.four-worlds", journal: Journal | None = None) -> None:
        worlds = dilemma.four_worlds(prior=0.6)
        first = worlds[0]
        super().__init__(
            key,
            {
                "start": {
                    "offence": first.offence,
                    "distinguishability": first.distinguishability,
                    "trust": 0.6,
                },
                "worlds": [
                    {
                        "number": world.number,
                        "name": world.name,
                        "offence": world.offence,
                        "distinguishability": world.distinguishability,
                    }
                    for world in worlds
                ],
            },
            journal,
        )

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take one of the three answers to the opening question."""
        if value.get("choice") not in self.choices:
            raise CourseError(messages(self.kind)["unknown"])
        return {"choice": value["choice"]}

    def restore(self) -> dict[str, Any]:
        """Show the answer again; the handles start where they started."""
        return {"guess": self.last("predict")["choice"]}

    def picture(self) -> Figure:
        """Draw the four worlds by their two conditions; what happens in them is not said."""
        return _map_of_worlds()

    def sentence(self) -> str:
        """Say what this is."""
        return messages(self.kind)["sentence"]


class Reweigher(CourseWidget):
    """CINC with other weights: predict a ranking, then move six weights and see how it stands.

    **Source:** Singer, Bremer & Stuckey 1972; Singer 1987; National Material Capabilities 7.0
    (see `course.power`). Equal weights are the index's own convention.

    Examples
    --------
    In a notebook: ``Reweigher(key="L2.reweigher")``. ``value["weights"]`` holds the six weights,
    0 to 10, once one was moved; ``value["year"]`` the year.
    """

    kind: ClassVar[str] = "reweigher"
    stages: ClassVar[tuple[str, ...]] = ("predict",)
    lives_alone: ClassVar[bool] = True
    question_year: ClassVar[int] = 2014
    options: ClassVar[tuple[str, ...]] = ("CHN", "USA", "RUS", "IND")
    heads: ClassVar[tuple[str, ...]] = ("military personnel", "population", "urban population")

    def __init__(self, key: str = "L2.reweigher", journal: Journal | None = None) -> None:
        rows = power.ranking(self.question_year, groups=True)
        config = {
            "years": list(power.years()),
            "components": [{"id": name, "name": name.capitalize()} for name in power.COMPONENTS],
            "states": [
                {"id": row.iso3, **named(row.iso3), "group": row.iso3 == "NATO"} for row in rows
            ],
            "shares": {
                str(year): {row.iso3: _rounded(row.iso3, year) for row in rows}
                for year in power.years()
            },
            "presets": [
                {"id": "equal", "zero": []},
                {"id": "no_heads", "zero": list(self.heads)},
                {"id": "no_urban", "zero": ["urban population"]},
                {
                    "id": "spending",
                    "zero": [name for name in power.COMPONENTS if name != "military expenditure"],
                },
            ],
            "options": list(self.options),
            "answer": self._answer(),
            "notes": list(tables.provenance("capabilities").breaks),
        }
        super().__init__(key, config, journal)
        if not self.value:
            self.value = self._start()

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take one of the states offered."""
        if value.get("choice") not in self.options:
            raise CourseError(messages(self.kind)["unknown"])
        return {"choice": value["choice"]}

    def restore(self) -> dict[str, Any]:
        """Show the answer again; the weights start where CINC has them."""
        return {**self._start(), "guess": self.last("predict")["choice"]}

    def start(self) -> dict[str, Any]:
        """Give the start state with its year."""
        return {**super().start(), "value": self._start()}

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Sample in which share of all weightings each state is first."""
        year = question.get("year")
        if year not in power.years():
            raise CourseError(messages(self.kind)["ask_year"].format(years=listed(power.years())))
        return _firsts(year)

    def sentence(self) -> str:
        """Say what this is."""
        return messages(self.kind)["sentence"]

    def picture(self) -> Figure:
        """Draw the published index in the year of the question, which the question gives away."""
        return _published_ranking(self.question_year)

    def _start(self) -> dict[str, Any]:
        return {"year": self.question_year}

    def _answer(self) -> dict[str, Any]:
        """What the opening question needs to be asked and, afterwards, answered."""
        first, second, *_ = power.ranking(self.question_year)
        no_heads = {name: float(name not in self.heads) for name in power.COMPONENTS}
        order = power.ranking(self.question_year, no_heads)[:3]
        steel = power.component_shares("CHN", self.question_year)["iron and steel"] or 0.0
        return {
            "year": self.question_year,
            "first": named(first.iso3)["text"],
            "first_index": f"{first.index:.3f}",
            "second": named(second.iso3)["text"],
            "second_index": f"{second.index:.3f}",
            "order": ", ".join(f"{row.name} {row.index:.3f}" for row in order),
            "steel": f"{steel:.0%}".replace("%", " %"),
        }


@cache
def _map_of_worlds() -> Figure:
    rows = [
        {"world": f"World {w.number}", "O": w.offence, "D": w.distinguishability}
        for w in dilemma.four_worlds(prior=0.6)
    ]
    words = messages(FourWorlds.kind)
    titles = (words["offence_label"], words["distinguishability_label"])
    with quick_jsonschema():
        import altair
    alt: Any = altair  # whose own type hints have gaps
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("O:Q", title=titles[0], scale=alt.Scale(domain=[0, 1])),
        y=alt.Y("D:Q", title=titles[1], scale=alt.Scale(domain=[0, 1])),
    )
    chart = base.mark_circle(size=120, color=FIRST) + base.mark_text(align="left", dx=9).encode(
        text="world:N"
    )
    return figure(chart.properties(width=360, height=260), words["map_heading"], words["sentence"])


@cache
def _published_ranking(year: int) -> Figure:
    rows = [{"state": row.name, "CINC": round(row.index, 3)} for row in power.ranking(year)[:8]]
    words = messages(Reweigher.kind)
    title = words["picture"].format(year=year)
    return figure(bars(rows, "state", "CINC", "CINC"), title, words["sentence"])


def _rounded(iso3: str, year: int) -> list[float | None]:
    shares = power.component_shares(iso3, year)
    return [None if share is None else round(share, 6) for share in shares.values()]


@cache
def _firsts(year: int, draws: int = 20_000, seed: int = 20240530) -> dict[str, Any]:
    """Draw weightings of the six components and count who is first.

    A state that another one beats on every component is never first, which leaves few to count.
    So does a state with a component missing: it is too small for that component to matter.
    """
    rows = {
        row.name: [share or 0.0 for share in power.component_shares(row.iso3, year).values()]
        for row in power.ranking(year)
    }
    able = {
        name: row
        for name, row in rows.items()
        if not any(all(map(operator.gt, other, row)) for other in rows.values())
    }
    counts = dict.fromkeys(able, 0)

    def count(weighting: Sequence[float]) -> bool:
        first = max(able, key=lambda name: sum(map(operator.mul, weighting, able[name])))
        counts[first] += 1
        return True

    weights.sampled_share(count, len(power.COMPONENTS), draws, seed)
    found = sorted(((n, name) for name, n in counts.items() if n), reverse=True)
    # The error of the most uncertain of the shares, with the same care as in sampled_share.
    error = max(_standard_error(n, draws) for n, _ in found)
    return {
        "firsts": [{"name": name, "share": n / draws} for n, name in found],
        "error": error,
        "draws": draws,
    }


def _standard_error(hits: int, draws: int) -> float:
    careful = (hits + 1) / (draws + 2)
    return math.sqrt(careful * (1 - careful) / draws)
