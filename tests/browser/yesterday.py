"""A journal in which a learner has done everything: what was committed, and what it opens."""

from __future__ import annotations

from collections.abc import Callable

from browser import ends
from browser.stories import first_claim, start_of
from browser.stories_argument import MAP
from browser.stories_balance import BALANCE, CHOSEN, RATINGS
from course import checks, crises, extracts, seeds
from course.journal import Journal
from course.widgets import sorter
from course.widgets.argument_map import ArgumentMap
from course.widgets.bridge import messages
from course.widgets.choose_first import PROBLEMS, ChooseFirst
from course.widgets.controversy import STEPS, Controversy
from course.widgets.curve_lab import CurveLab
from course.widgets.domain_coder import DomainCoder
from course.widgets.evidence_balance import EvidenceBalance, TestSquare
from course.widgets.factor_weigher import BLIND, CARDS, FactorWeigher
from course.widgets.questions import Check, Estimate, Note
from course.widgets.reference_point import ReferencePoint
from course.widgets.threat_weigher import ThreatWeigher
from course.widgets.weighers import FourWorlds, Reweigher

CLAIM, YEAR = first_claim()
KEYS = {
    "check": {"L0.1.answer"},
    "note": {"L0.exit.text"},
    "estimate": {"L0.slider.estimate"},
    "claim_sorter": {"L1.claim-sorter.predict", "L1.claim-sorter.sort"},
    "factor_weigher": {
        f"L7.factor-weigher.{stage}" for stage in ("cards", "positives", "weights", "register")
    },
    "four_worlds": {"L2.four-worlds.predict"},
    "reweigher": {"L2.reweigher.predict"},
    "threat_weigher": {
        f"L3.threat-weigher.{stage}.{CLAIM}"
        for stage in ("predict", "weights", "intentions", "years")
    },
    **ends.KEYS,
    "choose_first": {"L4.choose-first.begin", "L4.choose-first.choices"},
    "curve_lab": {"L4.curve-lab.predict", "L4.curve-lab.lambda"},
    "reference_point": {"L5.reference-point.predict", "L5.reference-point.small"},
    "domain_coder": {"L5.domain-coder.codes", "L5.domain-coder.open"},
    "argument_map": {"L6.argument-map.map"},
    "controversy": {
        "L6.controversy.choose",
        *(f"L6.controversy.{step}.T-I" for step in STEPS),
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
    weigher = FactorWeigher(journal=journal)
    codes = {str(n): dict.fromkeys(BLIND, 1) for n in range(1, len(CARDS) + 1)}
    weigher.commit("cards", {"read": crises.factors(), "codes": codes})
    weigher.commit("positives", {"chance": 80})
    swings = dict.fromkeys(crises.factors(), 1) | {"LOSS": 10, "FEAS": 3}
    weigher.commit("weights", {"swings": swings, "rule": "sum"})
    weigher.commit("register", {"coder": 1, "outcome": "force", "half": "present"})
    FourWorlds(journal=journal).commit("predict", {"choice": "hold"})
    reweigher = Reweigher(journal=journal)
    reweigher.commit("predict", {"choice": reweigher._config["options"][0]})
    _weigh(ThreatWeigher(journal=journal))
    balance = EvidenceBalance(journal=journal)
    balance.commit("cards", {"cards": list(CHOSEN)})
    balance.commit("predict", {"leader": "T"})
    balance.commit("ratings", {"cards": list(CHOSEN), "ratings": RATINGS})
    TestSquare(journal=journal).commit("predict", {"choice": "hoop"})
    _choose(journal)
    ends.fill(journal)
    ArgumentMap(journal=journal).commit("map", {**MAP, "grounds": "A99, as everybody knows"})
    _argue(Controversy(journal=journal))


def _choose(journal: Journal) -> None:
    choose = ChooseFirst(journal=journal)
    choose.commit("begin", {})
    choose.commit("choices", {"choices": dict.fromkeys(PROBLEMS, "A")})
    lab = CurveLab(journal=journal)
    lab.commit("predict", {"count": 9})
    lab.commit("lambda", {"choice": "fewer"})
    point = ReferencePoint(journal=journal)
    point.commit("predict", {"choice": "same", "chance": 43})
    point.commit("small", {"choice": "bolder"})
    coder = DomainCoder(journal=journal)
    coder.commit("codes", {"codes": dict.fromkeys(coder.extracts, "losses")})
    coder.commit("open", {})


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


def _argue(widget: Controversy) -> None:
    widget.commit("choose", {"first": "T", "second": "I", "mode": "alone"})
    for step in STEPS:
        said = {"text": f"{TEXT} See E1 and E13.", "signed": "changes", "card": "E13"}
        widget.commit(f"{step}.T-I", said)


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
    "factor_weigher": lambda: [
        messages("factor_weigher")["step_register"],
        messages("factor_weigher")["registered_forecasts"].partition("{")[0].strip(),
    ],
    "four_worlds": lambda: [messages("four_worlds")["answer_hold"]],
    "reweigher": lambda: [start_of(messages("reweigher")["answer"])],
    "threat_weigher": lambda: [
        messages("threat_weigher")[f"step_{step}"] for step in ("see", "intentions", "years")
    ],
    **ends.SHOWN,
    "choose_first": lambda: [
        messages("choose_first")["effects"],
        messages("choose_first")["memory"],
    ],
    "curve_lab": lambda: [
        messages("curve_lab")["result_predicted"].format(count=9),
        messages("curve_lab")["lambda_answer_fewer"],
    ],
    "reference_point": lambda: ["26.9", messages("reference_point")["twin_head"]],
    "domain_coder": lambda: [one.outcome for one in extracts.extracts()],
    "argument_map": lambda: [
        MAP["warrant"].rstrip("."),
        messages("argument_map")["flag_no_source"],
    ],
    "controversy": lambda: [start_of(messages("controversy")["done"])],
    "evidence_balance": lambda: [
        messages("evidence_balance")["step_see"],
        messages("evidence_balance")["bars_title"],
    ],
    "test_square": lambda: [messages("test_square")["answer_hoop"]],
}
