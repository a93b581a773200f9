"""A journal in which a learner has done everything: what was committed, and what it opens."""

from __future__ import annotations

from collections.abc import Callable

from browser.stories import first_claim, start_of
from browser.stories_balance import BALANCE, CHOSEN, RATINGS
from course import checks, seeds
from course.journal import Journal
from course.widgets import sorter
from course.widgets.bridge import messages
from course.widgets.evidence_balance import EvidenceBalance, TestSquare
from course.widgets.questions import Check, Estimate, Note
from course.widgets.threat_weigher import ThreatWeigher
from course.widgets.weighers import FourWorlds, Reweigher

CLAIM, YEAR = first_claim()
KEYS = {
    "check": {"L0.1.answer"},
    "note": {"L0.exit.text"},
    "estimate": {"L0.slider.estimate"},
    "claim_sorter": {"L1.claim-sorter.predict", "L1.claim-sorter.sort"},
    "four_worlds": {"L2.four-worlds.predict"},
    "reweigher": {"L2.reweigher.predict"},
    "threat_weigher": {
        f"L3.threat-weigher.{stage}.{CLAIM}"
        for stage in ("predict", "weights", "intentions", "years")
    },
    "evidence_balance": set(BALANCE),
    "test_square": {"L6.test-square.predict"},
}
TEXT = "Because they fear what their neighbours may do to them."


def fill(journal: Journal) -> None:
    """Commit once to everything."""
    Check("L0.1", journal).commit("answer", {"choice": wrong().id, "sure": "fairly"})
    Note("L0.exit", journal).commit("text", {"text": TEXT})
    Estimate("L0.slider", journal).commit("estimate", {"number": 35})
    sorting = sorter.ClaimSorter(journal=journal)
    sorting.commit("predict", {"causal": 5})
    sorting.commit("sort", {"claims": guesses()})
    FourWorlds(journal=journal).commit("predict", {"choice": "hold"})
    reweigher = Reweigher(journal=journal)
    reweigher.commit("predict", {"choice": reweigher._config["options"][0]})
    _weigh(ThreatWeigher(journal=journal))
    balance = EvidenceBalance(journal=journal)
    balance.commit("cards", {"cards": list(CHOSEN)})
    balance.commit("predict", {"leader": "T"})
    balance.commit("ratings", {"cards": list(CHOSEN), "ratings": RATINGS})
    TestSquare(journal=journal).commit("predict", {"choice": "hoop"})


def _weigh(widget: ThreatWeigher) -> None:
    where = {"claim": CLAIM, "year": int(YEAR)}
    sources = [source["id"] for source in widget._config["sources"]]
    measured = {"measures": dict(widget._config["plain"]), "form": "additive"}
    widget.commit(f"predict.{CLAIM}", {**where, "choice": "first", "share": 70})
    three = dict(zip(sources[:3], (3, 8, 5), strict=True))
    widget.commit(f"weights.{CLAIM}", {**where, **measured, "weights": three})
    measured["measures"] = {**measured["measures"], "intentions": "votes"}
    four = {**three, sources[3]: 6}
    widget.commit(f"intentions.{CLAIM}", {**where, **measured, "weights": four})
    widget.commit(f"years.{CLAIM}", {"claim": CLAIM, "choice": "stays", **measured})


def wrong() -> checks.Option:
    """Give a wrong answer."""
    return next(option for option in checks.check("L0.1").options if not option.correct)


def guesses() -> dict[str, dict[str, str]]:
    """Sort the claims by turns."""
    types = [term["id"] for term in sorter._terms("type")]
    layers = [term["id"] for term in sorter._terms("layer")]
    return {
        id: {"type": types[n % len(types)], "layer": layers[n % len(layers)]}
        for n, id in enumerate(sorter.chosen())
    }


SHOWN: dict[str, Callable[[], list[str]]] = {
    "check": lambda: [wrong().feedback, messages("check")["not_yet"]],
    "note": lambda: [messages("note")["kept"].partition("{time}")[0].format(n=1).strip()],
    "estimate": lambda: ["35 ", messages("estimate")["kept"].partition("{n}")[0].strip()],
    "claim_sorter": lambda: [
        messages("claim_sorter")["outcome"],
        *(seeds.claim(id).text for id in sorter.chosen()),
    ],
    "four_worlds": lambda: [messages("four_worlds")["answer_hold"]],
    "reweigher": lambda: [start_of(messages("reweigher")["answer"])],
    "threat_weigher": lambda: [
        messages("threat_weigher")[f"step_{step}"] for step in ("see", "intentions", "years")
    ],
    "evidence_balance": lambda: [
        messages("evidence_balance")["step_see"],
        messages("evidence_balance")["bars_title"],
    ],
    "test_square": lambda: [messages("test_square")["answer_hoop"]],
}
