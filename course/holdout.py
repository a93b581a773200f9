"""The holdout: seven crises that were kept back, how often they were opened, and the scores.

A rule that was fitted to cases cannot be tested on the same cases (guard G8 of the course). So the
crises of 2022 to 2024 were kept back. They can be opened once: the forecasts made in the first
complete pass count. Whoever opens them again already knows how they end; what is scored then is
exploratory, and is called so.

Assumptions: the outcome is yes or no, by one of three readings (`READINGS`). The base rate is the
share of the crises of 1992 to 2020 in which force was used, by the same reading. With seven cases
one case is 14 points of a hit rate, and a Brier score is mostly luck.

**Source:** keeping cases back is as old as Mosteller & Tukey 1968, "Data analysis, including
statistics" (from memory); the crises are the table `crises`, the scores `course.forecasts`. A case
pack has crises of its own: they come in as `Held`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from course import forecasts, tables
from course.errors import CourseError
from course.journal import Entry
from course.rows import Crisis

Reading = Literal["force", "combat", "other"]
READINGS: tuple[Reading, ...] = ("force", "combat", "other")
"""Any use of force; fighting only; force, with the borderline codings turned the other way."""

KNOWN = ("ukraine-2022",)
"""What every learner knows beforehand: it tests nothing, and is scored apart."""

RECOGNISED = ("yes", "no", "unsure")
"""Whether a learner knew which crisis a card is about: a case that is recognised tests nothing."""

KEY = "L8.holdout"
REGISTER = "L7.factor-weigher.register"


@dataclass(frozen=True, eq=False)
class Held:
    """What is kept back of a set of crises, and what it is tested against.

    Attributes
    ----------
    cases
        The crises kept back, in an order that tells neither year nor place.
    training
        The crises that the weights were fitted to.
    known
        Those that every learner knows beforehand.
    register
        Under which key the journal holds the model that is tested.
    """

    cases: tuple[Crisis, ...]
    training: tuple[Crisis, ...]
    known: tuple[str, ...]
    register: str


def held(crises: Sequence[Crisis], known: Sequence[str] = (), register: str = REGISTER) -> Held:
    """Part crises into those kept back, shuffled the same way each time, and the others."""
    kept = [crisis for crisis in crises if crisis.set == "holdout"]
    kept.sort(key=lambda c: hashlib.sha256(c.id.encode()).hexdigest())
    rest = tuple(crisis for crisis in crises if crisis.set == "training")
    return Held(tuple(kept), rest, tuple(known), register)


@cache
def own() -> Held:
    """Give what the course itself has kept back."""
    return held(tables.crises(), KNOWN)


def cases() -> tuple[Crisis, ...]:
    """Give the course's crises kept back, in an order that tells neither year nor place."""
    return own().cases


def training() -> tuple[Crisis, ...]:
    """Give the course's crises that the weights were fitted to."""
    return own().training


def outcome(crisis: Crisis, reading: Reading = "force") -> bool:
    """Say whether force was used, by one of the three readings."""
    if reading == "combat":
        return crisis.combat
    return crisis.force ^ (reading == "other" and crisis.borderline is not None)


def base_rate(reading: Reading = "force", of: Held | None = None) -> float:
    """Find the share of the training crises with force, by the same reading."""
    return forecasts.base_rate([outcome(crisis, reading) for crisis in (of or own()).training])


@dataclass(frozen=True, slots=True)
class View:
    """One opening of the holdout: its number, and the forecasts in percent, by crisis.

    `recognised` holds, where it was asked and answered, whether the learner recognised the card;
    `all_` says how many cards there are.
    """

    number: int
    chances: Mapping[str, float]
    recognised: Mapping[str, str]
    all_: int

    @property
    def complete(self) -> bool:
        """Whether all crises were opened."""
        return len(self.chances) == self.all_


def views(entries: Sequence[Entry], key: str = KEY, of: Held | None = None) -> tuple[View, ...]:
    """Read every opening from the journal; the first forecast for a crisis is the one that counts.

    An entry that holds no chance from 0 to 100 is passed over.
    """
    found: list[dict[str, float]] = [{}]
    known: list[dict[str, str]] = [{}]
    ids = {crisis.id for crisis in (of or own()).cases}
    for entry in entries:
        said = entry.value if isinstance(entry.value, dict) else {}
        if entry.key == f"{key}.open":
            found.append({})
            known.append({})
        elif entry.key.startswith(f"{key}.forecast."):
            id = entry.key.removeprefix(f"{key}.forecast.")
            if id in ids and is_chance(said.get("chance")) and id not in found[-1]:
                found[-1][id] = said["chance"]
                if said.get("recognised") in RECOGNISED:
                    known[-1][id] = said["recognised"]
    both = zip(found, known, strict=True)
    return tuple(View(n, *two, len(ids)) for n, two in enumerate(both, start=1))


def is_chance(number: Any) -> bool:
    """Say whether this is a chance in percent: a number from 0 to 100.

    >>> is_chance(35), is_chance(None), is_chance(101), is_chance(True)
    (True, False, False, False)
    """
    plain = isinstance(number, int | float) and not isinstance(number, bool)
    return plain and 0 <= number <= 100


@dataclass(frozen=True, slots=True)
class Registration:
    """The model a learner registered in lesson 7.

    Attributes
    ----------
    status
        "there"; "none"; "late": registered only after the holdout was opened; "unfit": it does
        not say a chance for each of the crises.
    chances
        By crisis, from 0 to 1; empty unless there (or late).
    """

    status: Literal["there", "none", "late", "unfit"]
    chances: Mapping[str, float]
    time: str = ""


def registration(entries: Sequence[Entry], key: str = KEY, of: Held | None = None) -> Registration:
    """Find the model that counts: the last one registered before the holdout was opened.

    Only what was written down before can be tested afterwards, so a later one is marked late.
    """
    opened = [e.number for e in entries if e.key.startswith(f"{key}.forecast.")]
    first = min(opened, default=None)
    kept_back = of or own()
    all_of_them = [entry for entry in entries if entry.key == kept_back.register]
    early = [entry for entry in all_of_them if first is None or entry.number < first]
    if not all_of_them:
        return Registration("none", {})
    entry = early[-1] if early else all_of_them[-1]
    said = entry.value.get("forecasts") if isinstance(entry.value, dict) else None
    given = said if isinstance(said, dict) else {}
    chances: dict[str, Any] = {crisis.id: given.get(crisis.id) for crisis in kept_back.cases}
    if not all(is_chance(chance) and chance <= 1 for chance in chances.values()):
        return Registration("unfit", {}, entry.time)
    return Registration("there" if early else "late", chances, entry.time)


@dataclass(frozen=True, slots=True)
class Scores:
    """Brier scores over the crises opened so far, from 0 (perfect) to 1.

    `skill` is the learner's against the base rate; `unknown` the learner's score without what
    everybody knows beforehand, None while nothing else is open or where nothing is so known.
    """

    n: int
    mine: float
    base: float
    model: float | None
    skill: float | None
    unknown: float | None


def scores(
    chances: Mapping[str, float],
    model: Mapping[str, float] | None = None,
    reading: Reading = "force",
    of: Held | None = None,
) -> Scores:
    """Score a learner's forecasts (in percent), the base rate, and a model (from 0 to 1).

    Raises
    ------
    CourseError
        If nothing has been forecast, or something is no chance.
    """
    kept_back = of or own()
    opened = [crisis for crisis in kept_back.cases if crisis.id in chances]
    if not opened:
        raise CourseError("There is no forecast to score yet; make one first.")
    happened = [outcome(crisis, reading) for crisis in opened]
    said = [chances[crisis.id] / 100 for crisis in opened]
    mine = forecasts.brier(said, happened)
    base = forecasts.brier([base_rate(reading, of)] * len(opened), happened)
    his = forecasts.brier([model[c.id] for c in opened], happened) if model else None
    rest = [
        (chance, out)
        for crisis, chance, out in zip(opened, said, happened, strict=True)
        if crisis.id not in kept_back.known
    ]
    told = rest and kept_back.known
    unknown = forecasts.brier(*map(list, zip(*rest, strict=True))) if told else None
    return Scores(len(opened), mine, base, his, forecasts.skill(mine, base), unknown)


def unrecognised(view: View, of: Held | None = None) -> Scores | None:
    """Score the forecasts for the cards that the learner did not recognise for certain.

    None if no card was said to be recognised (then this is the whole score), or all were.
    """
    known = {id for id, said in view.recognised.items() if said == "yes"}
    rest = {id: chance for id, chance in view.chances.items() if id not in known}
    return scores(rest, of=of) if known and rest else None


def calibration(chances: Mapping[str, float], of: Held | None = None) -> tuple[forecasts.Bin, ...]:
    """Group a learner's forecasts by size, and say how often force came in each group."""
    opened = [crisis for crisis in (of or own()).cases if crisis.id in chances]
    said = [chances[crisis.id] / 100 for crisis in opened]
    return forecasts.calibration(said, [outcome(crisis) for crisis in opened])


def counted(entries: Sequence[Entry], key: str = KEY, of: Held | None = None) -> Scores | None:
    """Score the pass that counts: the first, once it is complete."""
    first = views(entries, key, of)[0]
    if not first.complete:
        return None
    model = registration(entries, key, of)
    return scores(first.chances, model.chances if model.status == "there" else None, of=of)
