"""The comparisons of a case pack: what its table of numbers says of two possible threats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from course import measures, threat
from course.errors import CourseError
from course.measures import Four, Measures
from course.packs import first, wording
from course.packs.pack import Number, Words
from course.threat import Claim


class Numbers:
    """The comparisons of a pack, from its table of numbers."""

    def __init__(self, data: Mapping[str, Any], numbers: tuple[Number, ...]) -> None:
        self.actors = {actor["id"]: actor for actor in data["actor"]}
        self.claims: Mapping[str, Claim] = {
            f"{c['observer']}-{c['first']}-{c['second']}": Claim(
                c["observer"], c["first"], c["second"], c.get("paragraph", "")
            )
            for c in data["comparison"]
        }
        self._years = {
            (c["observer"], c["first"], c["second"]): tuple(sorted(c["years"]))
            for c in data["comparison"]
        }
        self.numbers = {(n.measure, n.observer, n.actor, n.year): n for n in numbers}
        had = {n.measure for n in numbers}
        self.measures: Mapping[str, tuple[str, ...]] = {
            "power": ("cinc",),
            "distance": first.MEASURES["distance"],
            "offence": tuple(name for name in ("spending", "warheads") if name in had),
            "intentions": (
                "record",
                *(("disputes",) if "disputes" in had else ()),
                "neutral",
            ),
        }

    def years(self, claim: Claim) -> tuple[int, ...]:
        """Give the years that the pack names for a comparison."""
        return self._years[claim.observer, claim.first, claim.second]

    def _value(self, measure: str, actor: str, year: int, observer: str = "") -> float:
        found = self.numbers.get((measure, observer, actor, year))
        if found is None:
            raise CourseError(
                f"There is no {measure} of {actor} in {year}; choose another measure."
            )
        return found.value

    def _km(self, observer: str, actor: str) -> float:
        one, other = (self.actors[name] for name in (observer, actor))
        places = [(float(a["latitude"]), float(a["longitude"])) for a in (one, other)]
        return measures.great_circle(places[0], places[1])

    def _measured(self, claim: Claim, actor: str, year: int, how: Measures) -> Four:
        observer = claim.observer
        if how.intentions == "neutral":
            intent = 1.0
        elif how.intentions == "disputes":
            intent = self._value("disputes", actor, year, observer) + 1
        else:
            hostility = int(self._value("hostility", actor, year, observer))
            pact = bool(self._value("pact", actor, year, observer))
            intent = measures.record(hostility, pact, how.form)
        return (
            self._value("cinc", actor, year),
            measures.nearness(self._km(observer, actor), how.distance),
            self._value(how.offence, actor, year),
            intent,
        )

    def contrasts(self, claim: Claim, year: int, measures: Measures) -> Four:
        """Give the four contrasts, as for the course's own tables."""
        one, two = (self._measured(claim, a, year, measures) for a in (claim.first, claim.second))
        names = (self.named(claim.first)["name"], self.named(claim.second)["name"])
        return threat.contrasted(*threat.shared(one, two), measures.form, names)

    def fact(self, claim: Claim, actor: str, year: int, source: str, measure: str) -> Words:
        """Give a fact of the table, with a mark where it is not confirmed."""
        if source == "distance":
            return {"key": "fact_distance", "x": f"{self._km(claim.observer, actor):,.0f}"}
        if measure == "neutral":
            return {"key": "fact_neutral", "x": ""}
        if measure == "record":
            level, pact = (
                self.numbers["hostility", claim.observer, actor, year],
                self.numbers["pact", claim.observer, actor, year],
            )
            # Where there was force or a threat of it, a pact does not matter.
            mark = wording.mark(level.confirmed and (level.value >= 2 or pact.confirmed))
            return {
                "key": first.record_key(int(level.value), bool(pact.value)),
                "x": "",
                "mark": mark,
            }
        observer = claim.observer if measure == "disputes" else ""
        found = self.numbers.get((measure, observer, actor, year))
        if found is None:
            return {"key": "no_data", "x": ""}
        value = {
            "cinc": f"{100 * found.value:.1f}",
            "spending": billions(found.value),
        }.get(measure, f"{found.value:,.0f}")
        key = "fact_power" if measure == "cinc" else f"fact_{measure}"
        return {"key": key, "x": value, "mark": wording.mark(found.confirmed)}

    def named(self, actor: str) -> Words:
        """Name an actor as the pack does."""
        return {"name": self.actors[actor]["name"], "text": self.actors[actor]["text"]}

    def nearness(self, claim: Claim) -> dict[str, Any] | None:
        """Say nothing more: a pack has distances between capitals only."""
        return None

    def power(self) -> list[dict[str, Any]]:
        """Give all power that the table holds."""
        return [
            {"year": n.year, "share": round(100 * n.value, 1), "who": self.named(n.actor)["name"]}
            for n in self.numbers.values()
            if n.measure == "cinc"
        ]


def billions(million: float) -> str:
    """Give millions as billions, with two figures at least, so that a small state is not 0.1.

    >>> billions(250), billions(130), billions(6200), billions(41512)
    ('0.25', '0.13', '6.2', '41.5')
    """
    return f"{million / 1000:,.1f}" if million >= 1000 else f"{million / 1000:.2g}"
