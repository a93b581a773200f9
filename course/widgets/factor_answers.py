"""What the Factor Weigher asks Python for: shares of weightings, reversals, the rival's best.

Each question is written in one form (`asked`), so that the same is computed once for a pack.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from course import factors, robust
from course.errors import CourseError, listed
from course.packs.pack import Pack
from course.widgets.bridge import messages

KIND = "factor_weigher"


def swings(pack: Pack, said: Any) -> dict[str, float]:
    """Take an answer to every swing question.

    Raises
    ------
    CourseError
        If one is missing, or is none of the four.
    """
    answers = said if isinstance(said, dict) else {}
    names = pack.book.names
    missing = [name for name in names if answers.get(name) is None]
    if missing:
        raise CourseError(f"There is no answer yet for {listed(missing)}; choose one of the four.")
    wrong = [name for name in names if answers[name] not in factors.SWINGS]
    if wrong:
        raise CourseError(f"The answer for {listed(wrong)} is none of ×1, ×1.5, ×3 and ×10.")
    return {name: answers[name] for name in names}


def rule(said: Any) -> factors.Rule:
    """Take one of the three rules.

    Raises
    ------
    CourseError
        If it is none of them.
    """
    if said not in factors.RULES:
        raise CourseError("Say how the factors go together: sum, product or necessary.")
    return said  # type: ignore[no-any-return]


def asked(pack: Pack, question: Mapping[str, Any]) -> str:
    """Write a question in one form.

    Raises
    ------
    CourseError
        If there is no such coder, or weights or rule are not in order.
    """
    coder, outcome = question.get("coder", 1), question.get("outcome", "force")
    if coder not in pack.book.coders:
        raise CourseError(
            f"There is no coding by coder {coder}; choose {listed(pack.book.coders)}."
        )
    return json.dumps(
        {
            "swings": swings(pack, question.get("swings")),
            "rule": rule(question.get("rule")),
            "coder": coder,
            "outcome": outcome,
            "once": bool(question.get("once")),
            "turned": sorted(question.get("turned") or []),
        },
        sort_keys=True,
    )


def model(
    pack: Pack, chosen: Mapping[str, Any]
) -> tuple[factors.Cases, dict[str, float], factors.Rule]:
    """Give cases, weights and rule as chosen."""
    cases = pack.book.cases(
        "training",
        chosen["coder"],
        chosen["outcome"],
        once=bool(chosen.get("once")),
        turned=chosen.get("turned") or (),
    )
    return cases, factors.from_swings(swings(pack, chosen["swings"])), rule(chosen["rule"])


@cache
def robustness(pack: Pack, question: str) -> dict[str, Any]:
    """Draw weightings, those in the learner's order and all, and look for what reverses."""
    cases, shares, way = model(pack, json.loads(question))
    mine = list(shares.values())
    turn = robust.turn(cases, mine, way)
    return {
        "order": _region(robust.region(cases, mine, way)),
        "all": _region(robust.region(cases, mine, way, in_order=False)),
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
def lawyer(pack: Pack, question: str, account: str) -> dict[str, Any]:
    """Find what the least liked account can make of the same cases, with no worse a fit."""
    cases, shares, way = model(pack, json.loads(question))
    places = [cases.factors.index(name) for name in pack.weighing.accounts[account]]
    hits = factors.fit(cases, list(shares.values()), way).hits
    brief = robust.lawyer(cases, places, hits, way)
    mine = sum(shares[name] for name in pack.weighing.accounts[account])
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
