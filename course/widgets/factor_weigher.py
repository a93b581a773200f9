"""The Factor Weigher: crises with force and without, and weights committed before anything shows.

The browser counts (js/src/factors.js and the kind's own files): scores, hits, baselines, sets.
This module keeps what the learner commits, sends what each commitment opens, and draws weightings
with `course.robust`. Nothing about the holdout leaves it, but the chances of seven unnamed cases.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

from course import agreement, casebook, crises, factors, robust, tables
from course.errors import CourseError, listed
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "factor_weigher"
BLIND = ("LOSS", "FEAS")
"""The two factors that are coded from the cards; the ones that separate the cases most."""
CARDS = ("kyrgyzstan-2010", "tajikistan-1992", "adjara-2004", "abkhazia-1993", "moldova-2014")
"""The crises on the cards, with force and without, in an order that gives nothing away."""
PRESENT = "LOSS"
"""The factor whose power is predicted from the crises with force."""
CODES = (0, 0.5, 1)
ACCOUNTS: dict[str, tuple[str, ...]] = {
    "T": ("PROX", "ALLY"),
    "P": ("LOSS",),
    "I": ("IMP",),
    "D": ("MOB", "INTENT"),
    "O": ("FEAS",),
}
"""Which factors an account puts forward. Our judgement. O is opportunity, which is no account of
why; leader, diversion and status have no factor of their own in this codebook."""


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

    def __init__(self, key: str = "L7.factor-weigher", journal: Journal | None = None) -> None:
        super().__init__(key, _config(), journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Check a step; a later one needs all before it."""
        place = self.stages.index(stage)
        if not all(self.commits[earlier] for earlier in self.stages[:place]):
            raise CourseError("That step is not open yet; keep the step before it first.")
        if stage == "cards":
            return _coded(value)
        if stage == "positives":
            return {"chance": _chance(value.get("chance"))}
        if stage == "weights":
            swings, rule = _swings(value.get("swings")), _rule(value.get("rule"))
            shares = factors.from_swings(swings)
            hits = factors.fit(casebook.cases(), list(shares.values()), rule).hits
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
        found = _robust(_asked(chosen))
        cases, shares, rule = _model(chosen)
        fitted = factors.fit(cases, list(shares.values()), rule)
        yes, no = factors.chances(cases, fitted)
        holdout = casebook.cases("holdout", chosen["coder"], chosen["outcome"])
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
            shown |= {"cards": _compared(self.last("cards")["codes"]), "positives": _positives()}
        if self.commits["positives"]:
            shown["present"] = _present()
        if self.commits["weights"]:
            shown |= _everything()
        return shown or None

    def restore(self) -> dict[str, Any]:
        """Fill in what was kept, if it still fits."""
        cards, said, kept, registered = (self.last(stage) for stage in self.stages)
        value: dict[str, Any] = {}
        if self.commits["cards"]:
            value |= _coded(cards)
        if self.commits["positives"]:
            value["chance"] = _chance(said["chance"])
        if self.commits["weights"]:
            value |= {"swings": _swings(kept["swings"]), "rule": _rule(kept["rule"])}
            factors.from_swings(value["swings"])
        if self.commits["register"]:
            _swings(registered["swings"])  # of another version of the course, if it has none
            value |= {name: registered[name] for name in ("coder", "outcome", "half")}
        return value

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Draw weightings, or look for the rival's best; only for who has kept weights."""
        if not self.commits["weights"]:
            raise CourseError("That step is not open yet; keep your weights first.")
        if id == "robust":
            return _robust(_asked(question))
        if id == "lawyer":
            account = question.get("account")
            if account not in ACCOUNTS:
                raise CourseError(f"Choose one of the accounts {listed(ACCOUNTS)}.")
            return _lawyer(_asked(question), account)
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
        return messages(KIND)["sentence"]


@cache
def _config() -> dict[str, Any]:
    """All that is there before anything is committed: codebook, cards without names, choices."""
    rows = ("id", "name", "question", *_anchors())
    cards = enumerate((crises.crisis(id).card for id in CARDS), start=1)
    return {
        "factors": [{name: getattr(f, name) for name in rows} for f in tables.factors()],
        "cards": [{"id": str(n), "text": text} for n, text in cards],
        "blind": list(BLIND),
        "present": PRESENT,
        "swings": list(factors.SWINGS),
        "rules": list(factors.RULES),
        "accounts": {letter: list(names) for letter, names in ACCOUNTS.items()},
    }


def _anchors() -> list[str]:
    return [f"{part}_{at}" for at in ("0", "half", "1") for part in ("anchor", "example")]


def _chance(chance: Any) -> float:
    if isinstance(chance, bool) or not isinstance(chance, int | float):
        raise CourseError("Give your prediction as a number from 0 to 100.")
    if not 0 <= chance <= 100:
        raise CourseError(f"{chance:g} is off the scale; give a number from 0 to 100.")
    return chance


def _coded(value: Mapping[str, Any]) -> dict[str, Any]:
    """Take a complete coding of the cards, from someone who has read the codebook."""
    open_ = [name for name in crises.factors() if name not in (value.get("read") or [])]
    if open_:
        raise CourseError(f"Read the codebook first; {listed(open_)} is not open yet.")
    codes = value.get("codes") or {}
    found: dict[str, dict[str, float]] = {}
    for number in range(1, len(CARDS) + 1):
        said = codes.get(str(number)) or {}
        missing = [name for name in BLIND if said.get(name) not in CODES]
        if missing:
            raise CourseError(f"Card {number} still needs a code for {listed(missing)}.")
        found[str(number)] = {name: said[name] for name in BLIND}
    return {"read": list(crises.factors()), "codes": found}


def _swings(said: Any) -> dict[str, float]:
    answers = said if isinstance(said, dict) else {}
    names = list(crises.factors())
    missing = [name for name in names if answers.get(name) is None]
    if missing:
        raise CourseError(f"There is no answer yet for {listed(missing)}; choose one of the four.")
    wrong = [name for name in names if answers[name] not in factors.SWINGS]
    if wrong:
        raise CourseError(f"The answer for {listed(wrong)} is none of ×1, ×1.5, ×3 and ×10.")
    return {name: answers[name] for name in names}


def _rule(rule: Any) -> factors.Rule:
    if rule not in factors.RULES:
        raise CourseError("Say how the factors go together: sum, product or necessary.")
    return rule  # type: ignore[no-any-return]


def _compared(codes: Mapping[str, Mapping[str, float]]) -> dict[str, Any]:
    """Put the learner's codes beside those of the coders, now with names."""
    place = {name: k for k, name in enumerate(crises.factors())}
    theirs = {
        coder: {
            str(n): {name: casebook.values(id, coder)[place[name]] for name in BLIND}
            for n, id in enumerate(CARDS, start=1)
        }
        for coder in crises.coders()
    }
    agreed = {}
    for coder, rows in theirs.items():
        pairs = [(codes[n][name], rows[n][name]) for n in rows for name in BLIND]
        mine, other = zip(*pairs, strict=True)
        same = sum(a == b for a, b in pairs)
        agreed[str(coder)] = {"same": same, "of": len(pairs), "kappa": agreement.kappa(mine, other)}
    return {
        "names": {str(n): _label(id) for n, id in enumerate(CARDS, start=1)},
        "codes": {str(coder): rows for coder, rows in theirs.items()},
        "agreed": agreed,
    }


def _label(id: str) -> str:
    return casebook.label(crises.crisis(id))


def _positives() -> list[dict[str, Any]]:
    """Give the crises with force, and only these."""
    return [
        {"name": casebook.label(case.crisis), "x": case.values}
        for case in crises.cases("training")
        if case.outcome()
    ]


def _present() -> list[dict[str, Any]]:
    """Give all training crises with one factor and the outcome."""
    place = crises.factors().index(PRESENT)
    return [
        {"name": casebook.label(c.crisis), "x": c.values[place], "force": c.outcome()}
        for c in crises.cases("training")
    ]


@cache
def _everything() -> dict[str, Any]:
    """Give all training crises with all factors, by both coders, with reasons and sources."""
    story = {id: number for number, ids in enumerate(casebook.ONE_STORY) for id in ids}
    coders = crises.coders()
    return {
        "coders": list(coders),
        "kappas": crises.agreement_by_factor() or {},
        "cases": [
            {
                "id": c.id,
                "name": casebook.label(c),
                "force": c.force,
                "combat": c.combat,
                "borderline": c.borderline,
                "story": story.get(c.id),
                "x": {str(n): casebook.values(c.id, n) for n in coders},
                "why": {str(n): _reasons(c.id, n) for n in coders},
            }
            for c in (case.crisis for case in crises.cases("training"))
        ],
    }


def _reasons(id: str, coder: int) -> list[list[str]]:
    cells = crises.codings(coder)
    rows = [cells[id, name] for name in crises.factors()]
    return [[row.reason, row.source] for row in rows]


def _asked(question: Mapping[str, Any]) -> str:
    """Write a question in one form, so that the same is computed once."""
    coder, outcome = question.get("coder", 1), question.get("outcome", "force")
    if coder not in crises.coders():
        raise CourseError(f"There is no coding by coder {coder}; choose {listed(crises.coders())}.")
    return json.dumps(
        {
            "swings": _swings(question.get("swings")),
            "rule": _rule(question.get("rule")),
            "coder": coder,
            "outcome": outcome,
            "once": bool(question.get("once")),
            "turned": sorted(question.get("turned") or []),
        },
        sort_keys=True,
    )


def _model(chosen: Mapping[str, Any]) -> tuple[factors.Cases, dict[str, float], factors.Rule]:
    cases = casebook.cases(
        "training",
        chosen["coder"],
        chosen["outcome"],
        once=bool(chosen.get("once")),
        turned=chosen.get("turned") or (),
    )
    return cases, factors.from_swings(_swings(chosen["swings"])), _rule(chosen["rule"])


@cache
def _robust(asked: str) -> dict[str, Any]:
    """Draw weightings, those in the learner's order and all, and look for what reverses."""
    cases, shares, rule = _model(json.loads(asked))
    mine = list(shares.values())
    turn = robust.turn(cases, mine, rule)
    return {
        "order": _region(robust.region(cases, mine, rule)),
        "all": _region(robust.region(cases, mine, rule, in_order=False)),
        "bar": robust.bar(cases),
        "draws": robust.DRAWS,
        "turn": {"distance": round(turn.distance, 4), "weights": turn.weights} if turn else None,
        "turn_says": _turn_says(tuple(shares), mine, turn),
    }


def _region(found: robust.Region) -> dict[str, Any]:
    return {
        "agree": found.agree.value,
        "error": round(found.agree.error, 5),
        "as_good": found.as_good.value,
        "as_good_error": round(found.as_good.error, 5),
        "spread": [[hits, share] for hits, share in found.spread.items()],
    }


def _turn_says(names: Sequence[str], mine: Sequence[float], turn: robust.Turn | None) -> str:
    """Say in points of 100 what would have to move, at most, to reverse the conclusion."""
    words = messages(KIND)
    if turn is None:
        return words["turn_none"]
    moved = [
        (name, round(100 * (new - old)))
        for name, old, new in zip(names, mine, turn.weights, strict=True)
    ]
    changes = [f"{name} {'+' if n > 0 else '−'}{abs(n)}" for name, n in moved if n]
    if not changes:
        return words["turn_edge"]
    points = max(1, round(50 * turn.distance))
    return words["turn_says"].format(n=points, changes=listed(changes))


@cache
def _lawyer(asked: str, account: str) -> dict[str, Any]:
    """Find what the least liked account can make of the same cases, with no worse a fit."""
    cases, shares, rule = _model(json.loads(asked))
    places = [cases.factors.index(name) for name in ACCOUNTS[account]]
    hits = factors.fit(cases, list(shares.values()), rule).hits
    brief = robust.lawyer(cases, places, hits, rule)
    mine = sum(shares[name] for name in ACCOUNTS[account])
    if brief is None or brief.share <= mine:
        return {"account": account, "mine": mine, "share": mine, "weights": None, "hits": hits}
    weights = dict(zip(cases.factors, brief.weights, strict=True))
    return {
        "account": account,
        "mine": mine,
        "share": brief.share,
        "weights": weights,
        "hits": brief.hits,
    }
