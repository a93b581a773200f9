"""The Factor Weigher: crises with force and without, and weights committed before anything shows.

The browser counts (js/src/factors.js and the kind's own files): scores, hits, baselines, sets.
This module keeps what the learner commits, sends what each commitment opens, and draws weightings
with `course.robust`. Nothing about the holdout leaves it, but the chances of seven unnamed cases.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

from course import agreement, factors
from course.casebook import label
from course.errors import CourseError, listed
from course.journal import Journal
from course.packs import first, folder
from course.packs.pack import Pack
from course.widgets import factor_answers as answers
from course.widgets.bridge import CourseWidget, messages

KIND = answers.KIND
ACCOUNTS, BLIND, CARDS, PRESENT = first.ACCOUNTS, first.BLIND, first.CARDS, first.PRESENT
CODES = (0, 0.5, 1)


class FactorWeigher(CourseWidget):
    """Read the codebook, code blind, predict from the cases with force, weigh, look, register.

    **Source:** on asking for weights: Weber & Borcherding 1993, *European Journal of Operational
    Research* 67:1, 1–12 (the swing in odds is our form of it); equal weights: Dawes 1979; sets:
    Ragin 2008; shares of weightings: Lahdelma & Salminen 2001. Arithmetic: `course.factors`,
    `course.robust`, `course.sets`; cases: `course.casebook`.

    Examples
    --------
    In a notebook: ``FactorWeigher()``. ``value["swings"]`` holds the learner's answers by factor:
    1, 1.5, 3 or 10.
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("cards", "positives", "weights", "register")

    def __init__(
        self,
        key: str = "L7.factor-weigher",
        journal: Journal | None = None,
        *,
        pack: Pack | str | None = None,
    ) -> None:
        self.pack = folder.chosen(pack)
        super().__init__(self.pack.key(key), _config(self.pack), journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Check a step; a later one needs all before it."""
        place = self.stages.index(stage)
        if not all(self.commits[earlier] for earlier in self.stages[:place]):
            raise CourseError("That step is not open yet; keep the step before it first.")
        if stage == "cards":
            return _coded(self.pack, value)
        if stage == "positives":
            return {"chance": _chance(value.get("chance"))}
        if stage == "weights":
            swings = answers.swings(self.pack, value.get("swings"))
            rule = answers.rule(value.get("rule"))
            shares = factors.from_swings(swings)
            hits = factors.fit(self.pack.book.cases(), list(shares.values()), rule).hits
            return {"swings": swings, "rule": rule, "hits": hits}
        return self._registered(value)

    def _registered(self, value: dict[str, Any]) -> dict[str, Any]:
        """Work out everything a pre-registration says, from the weights last kept."""
        coder, outcome, half = (value.get(name) for name in ("coder", "outcome", "half"))
        if half not in ("absent", "present"):
            raise CourseError(
                "Say first whether a half counts as absent or as present; then register."
            )
        kept = self.last("weights")
        chosen = {**kept, "coder": coder, "outcome": outcome}
        found = answers.robustness(self.pack, answers.asked(self.pack, chosen))
        cases, shares, rule = answers.model(self.pack, chosen)
        fitted = factors.fit(cases, list(shares.values()), rule)
        yes, no = factors.chances(cases, fitted)
        holdout = self.pack.book.cases("holdout", chosen["coder"], chosen["outcome"])
        scores = [factors.score(row, list(shares.values()), rule) for row in holdout.values]
        forecasts = {
            id: round(yes if score >= fitted.threshold else no, 4)
            for id, score in zip(holdout.names, scores, strict=True)
        }
        return {
            "weights": {name: round(share, 4) for name, share in shares.items()},
            "swings": kept["swings"],
            "rule": rule,
            "threshold": fitted.threshold,
            "outcome": outcome,
            "coder": coder,
            "half": half,
            "hits": fitted.hits,
            "of": fitted.of,
            "always_no": cases.always_no,
            "bar": found["bar"],
            "share": found["order"]["agree"],
            "error": found["order"]["error"],
            "flip": found["turn"]["distance"] if found["turn"] else None,
            "flip_says": found["turn_says"],
            "forecasts": forecasts,
        }

    def reveal(self) -> dict[str, Any] | None:
        """Open what each commitment opens, and nothing else."""
        shown: dict[str, Any] = {}
        if self.commits["cards"]:
            shown["cards"] = _compared(self.pack, self.last("cards")["codes"])
            shown["positives"] = _positives(self.pack)
        if self.commits["positives"]:
            shown["present"] = _present(self.pack)
        if self.commits["weights"]:
            shown |= _everything(self.pack)
        return shown or None

    def restore(self) -> dict[str, Any]:
        """Fill in what was kept, if it still fits."""
        cards, said, kept, registered = (self.last(stage) for stage in self.stages)
        value: dict[str, Any] = {}
        if self.commits["cards"]:
            value |= _coded(self.pack, cards)
        if self.commits["positives"]:
            value["chance"] = _chance(said["chance"])
        if self.commits["weights"]:
            value["swings"] = answers.swings(self.pack, kept["swings"])
            value["rule"] = answers.rule(kept["rule"])
            factors.from_swings(value["swings"])
        if self.commits["register"]:
            answers.swings(
                self.pack, registered["swings"]
            )  # of another version of the course, if it has none
            value |= {name: registered[name] for name in ("coder", "outcome", "half")}
        return value

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Draw weightings, or look for the rival's best; only for who has kept weights."""
        if not self.commits["weights"]:
            raise CourseError("That step is not open yet; keep your weights first.")
        if id == "robust":
            return answers.robustness(self.pack, answers.asked(self.pack, question))
        if id == "lawyer":
            account = question.get("account")
            if account not in self.pack.weighing.accounts:
                raise CourseError(
                    f"Choose one of the accounts {listed(self.pack.weighing.accounts)}."
                )
            return answers.lawyer(self.pack, answers.asked(self.pack, question), account)
        return super().answer(id, question)

    def _publish(self, stage: str) -> None:
        """Publish the record with the holdout's chances, but without the names of its cases."""
        with self.hold_sync():
            super()._publish(stage)
            record = json.loads(json.dumps(self._record))
            kept = record["stages"].get("register")
            for place in (kept or {}, record["committed"]):
                for said in place.values():
                    if isinstance(said, dict) and isinstance(said.get("forecasts"), dict):
                        said["forecasts"] = sorted(said["forecasts"].values(), reverse=True)
            self._record = record

    def sentence(self) -> str:
        """Say what this is."""
        return self.pack.say(KIND, messages(KIND))["sentence"]


@cache
def _config(pack: Pack) -> dict[str, Any]:
    """All that is there before anything is committed: codebook, cards without names, choices."""
    rows = ("id", "name", "question", *_anchors())
    cards = enumerate((pack.book.crisis(id).card for id in pack.weighing.cards), start=1)
    return {
        "messages": pack.say(KIND, messages(KIND)),
        "factors": [{name: getattr(f, name) for name in rows} for f in pack.book.factors],
        "cards": [{"id": str(n), "text": text} for n, text in cards],
        "blind": list(pack.weighing.blind),
        "present": pack.weighing.present,
        "swings": list(factors.SWINGS),
        "rules": list(factors.RULES),
        "accounts": {letter: list(names) for letter, names in pack.weighing.accounts.items()},
    }


def _anchors() -> list[str]:
    return [f"{part}_{at}" for at in ("0", "half", "1") for part in ("anchor", "example")]


def _chance(chance: Any) -> float:
    if isinstance(chance, bool) or not isinstance(chance, int | float):
        raise CourseError("Give your prediction as a number from 0 to 100.")
    if not 0 <= chance <= 100:
        raise CourseError(f"{chance:g} is off the scale; give a number from 0 to 100.")
    return chance


def _coded(pack: Pack, value: Mapping[str, Any]) -> dict[str, Any]:
    """Take a complete coding of the cards, from someone who has read the codebook."""
    open_ = [name for name in pack.book.names if name not in (value.get("read") or [])]
    if open_:
        raise CourseError(f"Read the codebook first; {listed(open_)} is not open yet.")
    codes = value.get("codes") or {}
    found: dict[str, dict[str, float]] = {}
    for number in range(1, len(pack.weighing.cards) + 1):
        said = codes.get(str(number)) or {}
        missing = [name for name in pack.weighing.blind if said.get(name) not in CODES]
        if missing:
            raise CourseError(f"Card {number} still needs a code for {listed(missing)}.")
        found[str(number)] = {name: said[name] for name in pack.weighing.blind}
    return {"read": list(pack.book.names), "codes": found}


def _compared(pack: Pack, codes: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    """Put the learner's codes beside those of the coders, now with names."""
    book, blind = pack.book, pack.weighing.blind
    place = {name: k for k, name in enumerate(book.names)}
    theirs = {
        coder: {
            str(n): {name: book.values(id, coder)[place[name]] for name in blind}
            for n, id in enumerate(pack.weighing.cards, start=1)
        }
        for coder in book.coders
    }
    agreed = {}
    for coder, rows in theirs.items():
        pairs = [(codes[n][name], rows[n][name]) for n in rows for name in blind]
        mine, other = zip(*pairs, strict=True)
        same = sum(a == b for a, b in pairs)
        agreed[str(coder)] = {"same": same, "of": len(pairs), "kappa": agreement.kappa(mine, other)}
    cards = enumerate(pack.weighing.cards, start=1)
    return {
        "names": {str(n): label(book.crisis(id)) for n, id in cards},
        "codes": {str(coder): rows for coder, rows in theirs.items()},
        "agreed": agreed,
    }


def _positives(pack: Pack) -> list[dict[str, Any]]:
    """Give the crises with force, and only these."""
    return [
        {"name": label(crisis), "x": pack.book.values(crisis.id, 1)}
        for crisis in pack.book.set("training")
        if crisis.force
    ]


def _present(pack: Pack) -> list[dict[str, Any]]:
    """Give all training crises with one factor and the outcome."""
    place = pack.book.names.index(pack.weighing.present)
    return [
        {"name": label(c), "x": pack.book.values(c.id, 1)[place], "force": c.force}
        for c in pack.book.set("training")
    ]


@cache
def _everything(pack: Pack) -> dict[str, Any]:
    """Give all training crises with all factors, by all coders, with reasons and sources."""
    book = pack.book
    story = {id: number for number, ids in enumerate(book.stories) for id in ids}
    return {
        "coders": list(book.coders),
        "kappas": book.kappas() or {},
        "cases": [
            {
                "id": c.id,
                "name": label(c),
                "force": c.force,
                "combat": c.combat,
                "borderline": c.borderline,
                "story": story.get(c.id),
                "x": {str(n): book.values(c.id, n) for n in book.coders},
                "why": {str(n): _reasons(pack, c.id, n) for n in book.coders},
            }
            for c in book.set("training")
        ],
    }


def _reasons(pack: Pack, id: str, coder: int) -> list[list[str]]:
    cells = pack.book.cells(coder)
    rows = [cells[id, name] for name in pack.book.names]
    return [[row.reason, row.source] for row in rows]
