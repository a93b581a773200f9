"""Journals for the tests of the capstone: one that is in order, and all that can befall it.

`example` walks through the pages themselves, with a clock of its own, so that what it holds is what
a learner's journal holds. `python tests/journals.py` writes it to ``assignments/keys``;
a test holds the file to it.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from course import crises, holdout, journal
from course.journal import Journal
from course.widgets.factor_weigher import CARDS, FactorWeigher
from course.widgets.holdout import HoldoutReveal

FILE = Path(__file__).parents[1] / "assignments" / "keys" / "P5.journal.jsonl"
ID = "5a1e0c7d9b3f4e2a8c6d1f0b7e9a3c54"
BEGUN = datetime.fromisoformat("2026-03-02T09:00:00+00:00")
SWINGS = {"LOSS": 10, "PROX": 1.5, "ALLY": 3, "INTENT": 3, "MOB": 1, "IMP": 1.5, "FEAS": 10}
OTHER = {"LOSS": 3, "PROX": 10, "ALLY": 1, "INTENT": 10, "MOB": 1.5, "IMP": 10, "FEAS": 1.5}
CHANCES = {
    "kazakhstan-2022": 35,
    "ukraine-2022": 85,
    "finland-sweden-2022": 10,
    "moldova-2022": 15,
    "armenia-2022": 20,
    "karabakh-2023": 65,
    "syria-2024": 25,
}


class Clock(datetime):
    """A clock that goes on by ninety seconds each time it is looked at."""

    current = BEGUN

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Clock:
        cls.current += timedelta(seconds=90)
        return cls.fromisoformat(cls.current.isoformat())


@contextmanager
def clock() -> Iterator[None]:
    Clock.current = BEGUN
    with (
        mock.patch.object(journal, "datetime", Clock),
        mock.patch.object(journal, "uuid", mock.Mock(uuid4=lambda: mock.Mock(hex=ID))),
    ):
        yield


def weigh(kept: Journal, swings: dict[str, float], rule: str = "sum", coder: int = 1) -> None:
    """Keep weights and register them, as step 4 and step 8 of the page do."""
    page = FactorWeigher(journal=kept)
    page.commit("weights", {"swings": swings, "rule": rule})
    page.commit("register", {"coder": coder, "outcome": "force", "half": "absent"})


def begin(kept: Journal) -> None:
    """Read the codebook, code the cards, predict."""
    page = FactorWeigher(journal=kept)
    codes = {str(n): {"LOSS": 1, "FEAS": 1} for n in range(1, len(CARDS) + 1)}
    page.commit("cards", {"read": list(crises.factors()), "codes": codes})
    page.commit("positives", {"chance": 60})


def forecast(kept: Journal, chances: dict[str, float] = CHANCES, only: int = 7) -> None:
    page = HoldoutReveal(journal=kept)
    for number, crisis in enumerate(holdout.cases()[:only], start=1):
        page.commit(f"case-{number}", {"chance": chances[crisis.id]})


def made(*steps: Any) -> str:
    """Write the text of the journal that these steps make."""
    with tempfile.TemporaryDirectory() as folder, clock():
        kept = Journal(Path(folder) / journal.NAME)
        kept.commit("L0.1.answer", {"choice": "B", "sure": "fairly"})
        for step in steps:
            step(kept)
        return kept.path.read_text(encoding="utf-8")


def register(kept: Journal) -> None:
    weigh(kept, SWINGS)


def register_other(kept: Journal) -> None:
    weigh(kept, OTHER)


def finish(kept: Journal) -> None:
    kept.commit("L8.exit.text", {"text": "Feasibility says when; it does not say why."})


@cache
def example() -> str:
    """Register, then forecast, then look back: a journal in order."""
    return made(begin, register, forecast, finish)


# What can befall it ------------------------------------------------------------------------------


def lines(text: str) -> list[dict[str, Any]]:
    # Not splitlines(): U+2028 in an answer is no line end.
    return [json.loads(line) for line in text.removesuffix("\n").split("\n")]


def written(rows: Sequence[dict[str, Any]]) -> str:
    """Write rows as they are, without mending the chain."""
    return "".join(journal._line(row) for row in rows)


def chained(rows: Sequence[dict[str, Any]]) -> str:
    """Write rows as a new chain, as somebody could who knows how it is made."""
    head, *rest = rows
    before, found = journal.sha256(head), [head]
    for number, row in enumerate(rest, start=1):
        body = {name: row[name] for name in ("time", "key", "value")}
        body |= {"number": number, "before": before}
        before = journal.sha256(body)
        found.append({**body, "sha256": before})
    return written(found)


def at(rows: Sequence[dict[str, Any]], key: str) -> int:
    """Find the first row whose key begins like this."""
    return next(n for n, row in enumerate(rows) if str(row.get("key", "")).startswith(key))


if __name__ == "__main__":
    FILE.write_text(example(), encoding="utf-8", newline="\n")
