"""What somebody's journal holds who has come to the end of the course."""

from __future__ import annotations

from course import beliefs, holdout
from course.journal import Journal
from course.widgets.bridge import messages
from course.widgets.holdout import HoldoutReveal
from course.widgets.odds_diary import OddsDiary
from course.widgets.verdict import Verdict

CONCLUSION = "Feasibility decides when, and loss decides where."
KEYS = {
    "holdout": {f"L8.holdout.forecast.{case.id}" for case in holdout.cases()},
    "odds_diary": {"L1.diary.belief", "L3.diary.belief"},
    "verdict": {"L8.verdict.verdict"},
}


def points(first: int) -> dict[str, int]:
    """Give points to all lines, most to the first."""
    return {letter: first if n == 0 else 10 for n, letter in enumerate(beliefs.LETTERS)}


def fill(journal: Journal) -> None:
    """Commit to all of it, after a model has been registered in lesson 7."""
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
