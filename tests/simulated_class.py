"""A class of students who do not exist, and whose journals the real pages have written.

Numbers are set by the student's place in the class and not by chance, so that a test can count them
by hand: student 0 to 29 chooses by turns, and every so often somebody changes their mind.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from course import beliefs, crises, holdout, seeds
from course.journal import NAME, Journal
from course.widgets import choose_first, sorter
from course.widgets.choose_first import ChooseFirst
from course.widgets.controversy import Controversy
from course.widgets.curve_lab import CurveLab
from course.widgets.domain_coder import DomainCoder
from course.widgets.evidence_balance import EvidenceBalance, TestSquare
from course.widgets.factor_weigher import BLIND, CARDS, FactorWeigher
from course.widgets.holdout import HoldoutReveal
from course.widgets.odds_diary import OddsDiary
from course.widgets.questions import Check, Estimate, Note
from course.widgets.reference_point import ReferencePoint
from course.widgets.threat_weigher import ThreatWeigher
from course.widgets.verdict import Verdict
from course.widgets.weighers import FourWorlds, Reweigher

SIZE = 30
CLAIM = "RUS-NATO-CHN"
NAMES = [f"quillfeather-{n:02d}" for n in range(SIZE)]
"""Names that stand in no text of the course, so that one on a page is a leak."""


def name_of(n: int) -> str:
    return NAMES[n]


def questions(n: int, kept: Journal) -> None:
    """L2.3: 18 say A, 10 B, 2 C; of those who said A, 8 say B in the end."""
    first = "A" if n < 18 else "B" if n < 28 else "C"
    Check("L2.3", kept).commit("answer", {"choice": first, "sure": ("guess", "certain")[n % 2]})
    if n < 8:
        Check("L2.3", kept).commit("answer", {"choice": "B"})
    Estimate("L0.slider", kept).commit("estimate", {"number": n})
    Note("L0.exit", kept).commit("text", {"text": f"They fear number {n} of their neighbours."})
    if n < 4:  # too few to be shown
        Check("L0.1", kept).commit("answer", {"choice": "C"})


def lessons_1_and_2(n: int, kept: Journal) -> None:
    page = sorter.ClaimSorter(journal=kept)
    page.commit("predict", {"causal": n % 8})
    claims = [seeds.claim(id) for id in sorter.chosen()]
    # Every third student sorts as coder 1, the others as coder 2; each is wrong about one claim.
    said = {
        claim.id: {"type": claim.type if n % 3 == 0 else claim.second_type, "layer": claim.layer}
        for claim in claims
    }
    said[claims[n % len(claims)].id]["type"] = "evaluative"
    page.commit("sort", {"claims": said})
    FourWorlds(journal=kept).commit("predict", {"choice": ("hold", "arm", "stronger")[n % 3]})
    Reweigher(journal=kept).commit("predict", {"choice": "USA" if n < 20 else "CHN"})


def weigh_threats(n: int, kept: Journal) -> None:
    """Weights 10, n/3 and 5 of power, distance, offence; intentions may turn the verdict."""
    page = ThreatWeigher(journal=kept)
    claim = CLAIM if n < 27 else "POL-RUS-USA"
    where = {"claim": claim, "year": 2014}
    page.commit(f"predict.{claim}", {**where, "choice": "first", "share": 3 * n})
    sources = [source["id"] for source in page._config["sources"]]
    three = dict(zip(sources, (10, n // 3, 5), strict=False))
    measured = {"measures": dict(page._config["plain"]), "form": "additive"}
    page.commit(f"weights.{claim}", {**where, **measured, "weights": three})
    if n < 6:  # later they give offence more, and so less of the whole to the others
        page.commit(f"weights.{claim}", {**where, **measured, "weights": {**three, sources[2]: 20}})
    if n % 2:
        measured["measures"] = {**page._config["plain"], "intentions": "votes"}
        four = {**three, sources[3]: 10}
        page.commit(f"intentions.{claim}", {**where, **measured, "weights": four})
        page.commit(f"years.{claim}", {"claim": claim, "choice": "stays", **measured})


def lessons_4_and_5(n: int, kept: Journal) -> None:
    choose = ChooseFirst(journal=kept)
    choose.commit("begin", {})
    answers = {id: "AB"[(n + k) % 3 == 0] for k, id in enumerate(choose_first.PROBLEMS)}
    choose.commit("choices", {"choices": answers})
    lab = CurveLab(journal=kept)
    lab.commit("predict", {"count": n % 17})
    lab.commit("lambda", {"choice": ("more", "fewer")[n % 2]})
    point = ReferencePoint(journal=kept)
    point.commit("predict", {"choice": ("old", "new", "same")[n % 3], "chance": 3 * n})
    point.commit("small", {"choice": ("bolder", "careful", "same")[n % 3]})
    coder = DomainCoder(journal=kept)
    codes = {id: ("losses", "gains", "neither")[(n % 3) * (k % 2)] for k, id in
             enumerate(coder.extracts)}  # fmt: skip
    coder.commit("codes", {"codes": codes})


def balance(n: int, kept: Journal) -> None:
    """All predict T or P by turns; rated so that 20 end with P and 10 with T."""
    page = EvidenceBalance(journal=kept)
    cards = list(page.cards)[:8]
    page.commit("cards", {"cards": cards})
    page.commit("predict", {"leader": "TP"[n % 2]})
    leader = "P" if n < 20 else "T"
    ratings = {card: {x: 5 if x == leader else 2 for x in page.letters} for card in cards}
    page.commit("ratings", {"cards": cards, "ratings": ratings})
    TestSquare(journal=kept).commit("predict", {"choice": ("hoop", "straw")[n % 2]})


def argue(n: int, kept: Journal) -> None:
    """12 argue for T, 18 for P first; 5 of the 12 later begin with P."""
    page = Controversy(journal=kept)
    first, second = "TP" if n < 12 else "PT"
    page.commit("choose", {"first": first, "second": second, "mode": "alone"})
    if n < 5:
        page.commit("choose", {"first": "P", "second": "T", "mode": "alone"})


def weigh_factors(n: int, kept: Journal) -> None:
    page = FactorWeigher(journal=kept)
    codes = {str(k): {BLIND[0]: 1, BLIND[1]: (n + k) % 2} for k in range(1, len(CARDS) + 1)}
    page.commit("cards", {"read": list(crises.factors()), "codes": codes})
    page.commit("positives", {"chance": 50 + n})
    swings = dict.fromkeys(crises.factors(), 1) | {"LOSS": 10, "FEAS": (3, 10)[n % 2]}
    swings["ALLY"] = (1, 1.5, 3)[n % 3]
    page.commit("weights", {"swings": swings, "rule": ("sum", "product")[n % 2]})


def forecast(n: int, kept: Journal) -> None:
    page = HoldoutReveal(journal=kept)
    page.commit("without", {})
    for number, _ in enumerate(holdout.cases(), start=1):
        page.commit(f"case-{number}", {"chance": (n * 7 + 11 * number) % 101})


def believe(n: int, kept: Journal) -> None:
    """60 points to T (else to P) for 20 students in lesson 1, 18 in lesson 4, 15 in lesson 8."""
    for lesson, early in (("L1", 20), ("L4", 18), ("L8", 15)):
        first = "T" if n < early else "P"
        points = dict.fromkeys(beliefs.LETTERS, 0) | {first: 60, "X": 20}
        OddsDiary(lesson, kept).commit("belief", {"points": points})


def conclude(n: int, kept: Journal) -> None:
    said = {"conclusion": f"Threat matters, says number {n}.", "tool": ("threat", "factors")[n % 2]}
    if said["tool"] == "threat":
        Verdict(journal=kept).commit("verdict", said)


PAGES: tuple[Callable[[int, Journal], None], ...] = (
    questions,
    lessons_1_and_2,
    weigh_threats,
    lessons_4_and_5,
    balance,
    argue,
    weigh_factors,
    forecast,
    believe,
    conclude,
)


def write(folder: Path, size: int = SIZE) -> Path:
    """Write the journals of a class: a folder a student, as `course grade` takes them."""
    for n in range(size):
        kept = Journal(folder / name_of(n) / NAME)
        for page in PAGES:
            page(n, kept)
    return folder
