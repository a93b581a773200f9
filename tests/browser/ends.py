"""What somebody's journal holds who has come to the end of the course."""

from __future__ import annotations

from typing import Any

from course import beliefs, holdout
from course.journal import Journal
from course.widgets.bridge import messages
from course.widgets.holdout import HoldoutReveal
from course.widgets.odds_diary import OddsDiary
from course.widgets.verdict import Verdict

CONCLUSION = "Feasibility decides when, and loss decides where."
RATINGS: dict[str, Any] = {
    "cards": ["E3", "E13", "E16"],
    "ratings": {},
    "once": False,
    "posterior": {"T": 0.42, "P": 0.2, "I": 0.2, "D": 0.05, "L": 0.05, "V": 0.03, "S": 0.05},
    "leader": "T",
    "flip": {"card": "E16", "hypothesis": "I", "from": 3, "to": 5, "leader": "I"},
}
MODEL: dict[str, Any] = {
    "weights": {"LOSS": 0.4, "FEAS": 0.6},
    "rule": "sum",
    "threshold": 0.5,
    "outcome": "force",
    "coder": 1,
    "half": "absent",
    "hits": 14,
    "of": 19,
    "always_no": 12,
    "share": 0.31,
    "error": 0.003,
    "flip": 0.2,
    "flip_says": "A shift of about 10 of 100 points turns the conclusion: FEAS −10 and PROX +10.",
    "forecasts": {case.id: 0.3 for case in holdout.cases()},
}
KEYS = {
    "holdout": {f"L8.holdout.forecast.{case.id}" for case in holdout.cases()},
    "odds_diary": {"L1.diary.belief", "L3.diary.belief"},
    "verdict": {"L8.verdict.verdict"},
}


def points(first: int) -> dict[str, int]:
    """Give points to all lines, most to the first."""
    return {letter: first if n == 0 else 10 for n, letter in enumerate(beliefs.LETTERS)}


def fill(journal: Journal, *, models: bool = False) -> None:
    """Commit to all of it; with `models`, as if lessons 6 and 7 had given certain round numbers."""
    if models:
        journal.commit("L6.evidence-balance.ratings", RATINGS)
        journal.commit(holdout.REGISTER, MODEL)
    OddsDiary("L1", journal).commit("belief", {"points": points(60)})
    OddsDiary("L3", journal).commit("belief", {"points": points(30)})
    reveal = HoldoutReveal(journal=journal)
    for number in range(1, len(holdout.cases()) + 1):
        reveal.commit(f"case-{number}", {"chance": 10 * number})
    Verdict(journal=journal).commit("verdict", {"conclusion": CONCLUSION, "tool": "factors"})


SHOWN = {
    "holdout": lambda: [
        messages("holdout")["views_counted"],
        *(case.name for case in holdout.cases()),
    ],
    "odds_diary": lambda: [messages("odds_diary")["others"]],
    "verdict": lambda: [CONCLUSION, "of the weightings in my own order", "What flips it"],
}
