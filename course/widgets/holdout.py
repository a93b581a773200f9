"""The Holdout Reveal: crises kept back, opened one at a time, each after a forecast."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, ClassVar

from course import crises, holdout
from course.errors import CourseError
from course.journal import Entry, Journal
from course.packs import folder
from course.packs.pack import Pack
from course.widgets.bridge import CourseWidget, messages

KIND = "holdout"


class HoldoutReveal(CourseWidget):
    """Forecast, open, compare; the first complete pass counts, every later one is exploratory.

    Until its forecast is kept, a case is known to the page by its number alone: neither name nor
    year nor outcome is in the page's data. The browser commits ``case-3``; the journal holds
    ``L8.holdout.forecast.<id of the crisis>``.

    **Source:** `course.holdout` for the rules, `course.forecasts` for the scores.

    Attributes
    ----------
    value
        ``{"case": "case-3", "chance": 40, "recognised": "no"}``: the card in hand, the forecast
        being made, and whether the learner recognises the card (may be left out).
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = (
        "without",
        "open",
        *(f"forecast.{crisis.id}" for crisis in holdout.cases()),
    )

    def __init__(
        self,
        key: str = holdout.KEY,
        journal: Journal | None = None,
        *,
        pack: Pack | str | None = None,
    ) -> None:
        self.pack = folder.chosen(pack)
        self.held = held_of(self.pack)
        self.words = self.pack.say(KIND, messages(KIND))
        self.alias = {f"case-{n}": c.id for n, c in enumerate(self.held.cases, start=1)}
        stages = ("without", "open", *(f"forecast.{crisis.id}" for crisis in self.held.cases))
        self.stages = stages  # type: ignore[misc]  # of this pack's cases
        super().__init__(self.pack.key(key), _config(self.pack, self.held), journal)
        # Where one stands before the first commitment: whether there is a registered model.
        self._config = {**self._config, "begin": self.reveal()}

    # Commit ------------------------------------------------------------------------------------

    def commit(self, stage: str, value: Mapping[str, Any]) -> None:
        """Commit under the crisis's own id; the browser knows only the number of the card."""
        if stage in self.alias:
            stage = f"forecast.{self.alias[stage]}"
        self._catch_up()
        super().commit(stage, value)
        self.value = {}

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a forecast for a closed case, the wish to go on without a model, or to open again.

        Raises
        ------
        CourseError
            If a case is open already, the forecast is no number from 0 to 100, or it is not time.
        """
        words = self.words
        now = self._views()[-1]
        if stage == "without":
            if self._model().status in ("there", "late"):
                raise CourseError(words["has_model"])
            return {"model": "none"}
        if stage == "open":
            if not now.complete:
                raise CourseError(words["not_complete"])
            return {"view": now.number + 1}
        id = stage.removeprefix("forecast.")
        if self._needs_model():
            raise CourseError(words["model_first"])
        if id in now.chances:
            said = f"{now.chances[id]:g}"
            raise CourseError(words["already_open"].format(n=said))
        chance = value.get("chance")
        if chance is None or chance == "":
            raise CourseError(words["empty"])
        if not holdout.is_chance(chance):
            raise CourseError(words["off_scale"])
        kept = {"chance": chance, "view": now.number, "exploratory": now.number > 1}
        recognised = value.get("recognised")
        if recognised is not None and recognised not in holdout.RECOGNISED:
            raise CourseError(words["no_such_answer"])
        return kept if recognised is None else {**kept, "recognised": recognised}

    def _catch_up(self) -> None:
        """Read what another notebook may have committed since: a case is opened once."""
        entries = self._entries()
        for stage in self.stages:
            mine = [entry for entry in entries if entry.key == f"{self.key}.{stage}"]
            self.commits[stage] = [entry.value for entry in mine]
            self.times[stage] = [entry.time for entry in mine]

    def _entries(self) -> tuple[Entry, ...]:
        """Read the journal; a damaged one is set aside by the next commitment, so it is empty."""
        try:
            return self.journal.entries()
        except CourseError:
            return ()

    # Reveal ------------------------------------------------------------------------------------

    def reveal(self) -> dict[str, Any]:
        """Open the cases forecast in the present view, and score them."""
        model, views = self._model(), self._views()
        now = views[-1]
        # What was registered after the opening is shown, marked, and kept out of what counts.
        chances = model.chances if model.status in ("there", "late") else None
        opened = [self._opened(id, now, chances) for id in now.chances]
        found = holdout.calibration(now.chances, self.held) if now.complete else ()
        return {
            "view": now.number,
            "views": now.number if now.chances or now.number > 1 else 0,
            "model": {"status": model.status, "ready": not self._needs_model()},
            "opened": opened,
            "scores": _scores(self.held, now, chances) if opened else None,
            "done": now.complete,
            "counted": self._counted(),
            "recognised": _recognised(self.held, now) if now.complete else None,
            "calibration": [asdict(one) for one in found] if now.complete else None,
        }

    def _opened(
        self, id: str, view: holdout.View, model: Mapping[str, float] | None
    ) -> dict[str, Any]:
        crisis = next(crisis for crisis in self.held.cases if crisis.id == id)
        return {
            "case": next(alias for alias, mine in self.alias.items() if mine == id),
            "name": crisis.name,
            "year": crisis.year,
            "outcome": {r: holdout.outcome(crisis, r) for r in holdout.READINGS},
            "borderline": crisis.borderline,
            "after": crisis.after,
            "sources": [
                {"text": source, "mark": crises.outlet(source)}
                for source in crisis.sources.split(" ; ")
            ],
            "unconfirmed": crisis.unconfirmed,
            "known": id in self.held.known,
            "chance": view.chances[id],
            "recognised": view.recognised.get(id),
            "model": None if model is None else model[id],
        }

    def _counted(self) -> dict[str, Any] | None:
        found = holdout.counted(self._entries(), self.key, self.held)
        return asdict(found) if found else None

    def restore(self) -> dict[str, Any]:
        """Start with the next closed case, and with nothing set."""
        return {}

    def _views(self) -> tuple[holdout.View, ...]:
        return holdout.views(self._entries(), self.key, self.held)

    def _model(self) -> holdout.Registration:
        return holdout.registration(self._entries(), self.key, self.held)

    def _needs_model(self) -> bool:
        return self._model().status in ("none", "unfit") and not self.commits["without"]

    # Words -------------------------------------------------------------------------------------

    def sentence(self) -> str:
        """Say what this is."""
        return self.words["sentence"].format(n=len(self.alias))


def held_of(pack: Pack) -> holdout.Held:
    """Give what a pack has kept back; the model is the one registered on the same pack."""
    if not pack.id:
        return holdout.own()
    return holdout.held(pack.book.crises, pack.known, pack.key(holdout.REGISTER))


def _scores(
    held: holdout.Held, view: holdout.View, model: Mapping[str, float] | None
) -> dict[str, Any]:
    """Score a view by the three readings; all but the first only once nothing is left to open."""
    readings = holdout.READINGS if view.complete else holdout.READINGS[:1]
    return {
        reading: {
            **asdict(holdout.scores(view.chances, model, reading, held)),
            "rate": holdout.base_rate(reading, held),
        }
        for reading in readings
    }


def _recognised(held: holdout.Held, view: holdout.View) -> dict[str, Any]:
    """Count the answers to "did you recognise it?", and score the cards that were new."""
    said = list(view.recognised.values())
    rest = holdout.unrecognised(view, held)
    return {
        **{name: said.count(name) for name in holdout.RECOGNISED},
        "rest": {"n": rest.n, "mine": rest.mine, "base": rest.base} if rest else None,
    }


def _config(pack: Pack, held: holdout.Held) -> dict[str, Any]:
    """Give the cards without a name, the coders' values, and the base rate."""
    values: dict[str, dict[str, dict[str, float]]] = {}
    for coder in pack.book.coders:
        for (crisis, factor), coding in pack.book.cells(coder).items():
            values.setdefault(crisis, {}).setdefault(factor, {})[str(coder)] = coding.value
    return {
        "messages": pack.say(KIND, messages(KIND)),
        "factors": [{"id": f.id, "name": f.name} for f in pack.book.factors],
        "cases": [
            {"id": f"case-{n}", "card": crisis.card, "values": values.get(crisis.id, {})}
            for n, crisis in enumerate(held.cases, start=1)
        ],
        "base": {
            "rate": holdout.base_rate(of=held),
            "n": len(held.training),
            "yes": sum(holdout.outcome(crisis) for crisis in held.training),
        },
    }
