"""The three-line verdict, put together from the learner's own journal.

A verdict that names no number of one's own is an opinion with a uniform on. So the second and third
line come from what the learner committed to, and from nothing else: the share of weightings in
which a tool's verdict holds, and the smallest change that turns it. Only the first line, the
conclusion, is written by the learner, who also chooses which tool carries it.

    1. My conclusion.
    2. It holds in __ % of weightings.
    3. It flips if __.

The Evidence Balance of lesson 6 has no weightings; its second line says what the learner's own
ratings give, and says that this is no share of weightings. What is missing names the lesson that
fills it. Nothing is ever filled in by the course.

**Source:** shares of weightings as in `course.weights`; the frame of the three lines is our own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from course import accounts, beliefs, holdout, measures, tables, threat, weights
from course.errors import CourseError
from course.journal import Entry

Tool = Literal["threat", "evidence", "factors"]
TOOLS: tuple[Tool, ...] = ("threat", "evidence", "factors")
NAMES = {
    "threat": "the Threat Weigher of lesson 3",
    "evidence": "the Evidence Balance of lesson 6",
    "factors": "the Factor Weigher of lesson 7",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """What one tool contributes.

    Attributes
    ----------
    said
        What the learner's verdict with this tool was.
    holds, flips
        The second and third line, as they would stand if this tool carries the verdict.
    missing
        Why there is nothing, and which lesson fills it; else empty.
    """

    said: str = ""
    holds: str = ""
    flips: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Assembled:
    """All that a verdict can draw on, by tool, with the forecasts and the diary beside it."""

    tools: Mapping[Tool, Piece]
    forecasts: Piece
    diary: Piece


def assemble(entries: Sequence[Entry]) -> Assembled:
    """Put together what a journal holds; what does not fit is said, not thrown."""
    return Assembled(
        {
            "threat": _try(_threat, entries, 3),
            "evidence": _try(_evidence, entries, 6),
            "factors": _try(_factors, entries, 7),
        },
        _try(_forecasts, entries, 8),
        _try(_diary, entries, 8),
    )


def lines(assembled: Assembled, conclusion: str, tool: str) -> tuple[str, str, str]:
    """Write the three lines.

    Raises
    ------
    CourseError
        If there is no conclusion, no such tool, or the tool has nothing in the journal.
    """
    text = " ".join(conclusion.split())
    if not text:
        raise CourseError("Write your conclusion first: one sentence is enough.")
    if tool not in TOOLS:
        raise CourseError("Choose first which of the three tools carries your conclusion.")
    piece = assembled.tools[tool]
    if piece.missing:
        raise CourseError(piece.missing)
    return text, piece.holds, piece.flips


def text(three: Sequence[str], assembled: Assembled, journal: str = "") -> str:
    """Write the verdict as a file: the three lines, and what else the journal says."""
    beside = [piece.said for piece in (assembled.forecasts, assembled.diary) if piece.said]
    parts = [
        "# My verdict",
        "\n".join(f"{n}. {line}" for n, line in enumerate(three, start=1)),
        *(["## Beside it", "\n".join(f"- {line}" for line in beside)] if beside else []),
        "Lines 2 and 3 were put together from my journal; line 1 is mine.",
        *([f"Journal: {journal}"] if journal else []),
    ]
    return "\n\n".join(parts) + "\n"


# The pieces ------------------------------------------------------------------------------------


def _try(make: Callable[[Sequence[Entry]], Piece], entries: Sequence[Entry], lesson: int) -> Piece:
    try:
        return make(entries)
    except Exception:  # a journal may hold any shape: of another version, or edited by hand
        return Piece(
            missing=f"Your entries of lesson {lesson} do not fit this version of the course; "
            f"they stay in your journal. Commit once more in lesson {lesson}."
        )


def _threat(entries: Sequence[Entry]) -> Piece:
    entry = _last(entries, "L3.threat-weigher.weights.", "L3.threat-weigher.intentions.")
    if entry is None:
        return Piece(missing="There is no verdict with weights yet: lesson 3 fills this in.")
    said = entry.value
    observer, first, second = said["claim"].split("-")
    chosen = {"intentions": "neutral", **said["measures"]}
    measured = measures.Measures(form=said["form"], **chosen)
    given = said["weights"]
    used = measures.SOURCES[: len(given)]
    row = threat.contrasts(observer, first, second, said["year"], measured)[: len(given)]
    share, leads = said["share"], said["leads"]
    holds = {"first": share, "second": 1 - share}.get(leads, 0.0)
    mine = [given[source] for source in used]
    flip = weights.distance_to_flip(row, mine)
    who = {"first": _name(first), "second": _name(second)}.get(leads, "neither of the two")
    return Piece(
        said=f"For {_name(observer)} in {said['year']}, {who} comes out as the greater threat.",
        holds=f"It holds in {percent(holds)} of all weightings of {_number(len(used))} sources of "
        f"threat (for {_name(observer)} in {said['year']}, {who} is the greater threat).",
        flips=_moves(used, mine, flip),
    )


def _moves(sources: Sequence[str], given: Sequence[float], flip: weights.Flip | None) -> str:
    if flip is None:
        return "It never flips: no change of weights turns it."
    if flip.distance < 1e-9:
        return "It is on the edge: the smallest change of weights flips it."
    start = weights.normalise(dict(zip(sources, given, strict=True)))
    change = {s: new - start[s] for s, new in zip(sources, flip.weights, strict=True)}
    to = max(change, key=change.__getitem__)
    away = " and ".join(s for s, moved in change.items() if moved < -1e-9)
    points = 50 * flip.distance
    much = "less than 1" if points < 0.5 else f"about {points:.0f}"
    return f"It flips if I move {much} of 100 points of weight from {away} to {to}."


def _evidence(entries: Sequence[Entry]) -> Piece:
    entry = _last(entries, "L6.evidence-balance.ratings")
    if entry is None:
        return Piece(missing="There are no rated cards yet: lesson 6 fills this in.")
    said = entry.value
    first = said.get("tied") or [said["leader"]]
    names = " and ".join(f'"{_account(letter)}"' for letter in first)
    chance, cards = said["posterior"][first[0]], len(said["cards"])
    flip, shared = said.get("flip"), len(first) > 1
    if shared:
        turns = "It is on the edge: any change that parts the first two gives it a single leader."
    elif flip:
        turns = (
            f"It flips if I rate card {flip['card']} at {flip['to']} and not {flip['from']} under "
            f'"{_account(flip["hypothesis"])}": then "{_account(flip["leader"])}" leads.'
        )
    else:
        turns = (
            "No single rating puts another account alone in the lead; several would have to change."
        )
    return Piece(
        said=f"{names} {'share the lead' if shared else 'leads'} on my ratings of {cards} cards.",
        holds=f"It holds on my own ratings of {cards} cards, which give {names} "
        f"{percent(chance)} of the belief{' each' if shared else ''}. That is no share of "
        "weightings.",
        flips=turns,
    )


def _factors(entries: Sequence[Entry]) -> Piece:
    entry = _last(entries, holdout.REGISTER)
    if entry is None:
        return Piece(missing="There is no registered model yet: lesson 7 fills this in.")
    said = entry.value
    share, error = float(said["share"]), float(said["error"])
    about = f" (± {100 * error:.1f} points)" if error > 0 else ""
    hits, of, no = (float(said[name]) for name in ("hits", "of", "always_no"))
    bar = float(said.get("bar", no))  # the best model without weights; always saying no is one
    best = "always saying no" if bar == no else "the best model without weights"
    does = "more cases right than" if hits > bar else "no more cases right than"
    fits = f"My weights get {does} {best}: {hits:g} against {bar:g} of {of:g} training cases"
    return Piece(
        said=f"{fits}.",
        holds=f"{fits}. That holds in {percent(share)}{about} of the weightings in my own order of "
        "the seven factors.",
        flips=f"What flips it: {str(said['flip_says']).strip()}",
    )


def _forecasts(entries: Sequence[Entry]) -> Piece:
    found = holdout.counted(entries)
    if found is None:
        return Piece(
            missing="There is no complete pass through the seven kept-back cases yet: lesson 8 "
            "fills this in."
        )
    beside = f", my registered model {found.model:.2f}" if found.model is not None else ""
    known = f" Without February 2022: {found.unknown:.2f}." if found.unknown is not None else ""
    return Piece(
        said=f"My forecasts of seven kept-back cases: Brier score {found.mine:.2f}, base rate "
        f"{found.base:.2f}{beside} (0 is perfect).{known}"
    )


def _diary(entries: Sequence[Entry]) -> Piece:
    kept = beliefs.history(entries)
    if not kept:
        return Piece(missing="Your Odds Diary is empty: the end of any lesson fills it in.")
    first, last = kept[0], kept[-1]
    if first.lesson == last.lesson:
        return Piece(said=f"My diary has one entry: {_leader(first)}.")
    return Piece(said=f"My diary: {_leader(first)}; {_leader(last)}.")


def _leader(belief: beliefs.Belief) -> str:
    top = max(belief.shares.values())
    names = [f'"{_account(x)}"' for x, share in belief.shares.items() if share == top]
    return f"in lesson {belief.lesson[1:]} most on {' and '.join(names)} ({percent(top)})"


# Words -----------------------------------------------------------------------------------------


def percent(share: float) -> str:
    """Write a share in whole percent, never rounded to certainty.

    >>> percent(0.583), percent(0.998), percent(1)
    ('58 %', 'more than 99 %', '100 %')
    """
    points = round(100 * share)
    if points == 100 and share < 1:
        return "more than 99 %"
    if points == 0 and share > 0:
        return "less than 1 %"
    return f"{points} %"


def _last(entries: Sequence[Entry], *starts: str) -> Entry | None:
    return next((entry for entry in reversed(entries) if entry.key.startswith(starts)), None)


def _account(letter: Any) -> str:
    if letter == "X":
        return "something else"
    return accounts.account(str(letter)).name


def _name(iso3: str) -> str:
    found = next(row.name for row in tables.capabilities() if row.iso3 == iso3)
    return f"the {found}" if found.startswith("United") else found


def _number(n: int) -> str:
    return {3: "three", 4: "four"}.get(n, str(n))
