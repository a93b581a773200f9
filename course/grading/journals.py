"""A journal that was handed in: what it says, and what in it a person should look at.

Nothing here accuses anybody. A file can be cut short by a full disk, sorted by a helpful editor, or
written by a clock that was put right; it can also have been changed on purpose. Which of these it
was cannot be told from the file, so it is said what is there, and where.

What this can find: a line that was changed, left out, added or moved; entries of another journal;
a registration later than the opening of the cases it was to be tested on; times that run backwards;
numbers that do not follow from the weights beside them; entries without those that the page asks
for first. **What it cannot find: a chain that was written anew, from some point on or as a whole,
by somebody who knows how it is made.** Only an earlier copy of the journal could show that.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

from course import casebook, crises, factors, holdout, journal, robust
from course.errors import CourseError, listed
from course.grading.marks import UNREAD
from course.journal import DamagedJournal, Entry

WEIGHTS = "L7.factor-weigher.weights"
FORECAST = f"{holdout.KEY}.forecast."
HURRY = 60  # seconds: seven cards cannot be read in less
MOST = 20  # registrations that are looked at one by one


@dataclass(frozen=True, slots=True)
class Handed:
    """A journal as it was handed in.

    Attributes
    ----------
    there
        Whether a file of that name came with the notebook.
    entries
        All entries, if the chain holds.
    fault
        Why nothing that rests on it is scored by machine; empty if it can be.
    sound
        If the chain breaks: the text up to where it does.
    notes
        What else a person should look at.
    """

    there: bool
    entries: tuple[Entry, ...] = ()
    fault: str = ""
    sound: str = ""
    notes: tuple[str, ...] = ()
    about: str = ""

    @property
    def opened(self) -> Entry | None:
        """The first forecast for a case that was kept back: it opens the case."""
        return next((e for e in self.entries if e.key.startswith(FORECAST)), None)

    @property
    def registrations(self) -> tuple[Entry, ...]:
        """Every registered model, oldest first."""
        return tuple(entry for entry in self.entries if entry.key == holdout.REGISTER)

    @property
    def tested(self) -> Entry | None:
        """The model that counts: the last one before the first case was opened, else the first."""
        first = self.opened
        early = [e for e in self.registrations if first is None or e.number < first.number]
        return early[-1] if early else next(iter(self.registrations), None)

    @property
    def late(self) -> bool:
        """Whether the model that counts was registered only after a case had been opened."""
        return bool(self.opened and self.tested and self.tested.number > self.opened.number)

    @property
    def revised(self) -> Entry | None:
        """The first model registered after a case had been opened, besides the one that counts."""
        first = self.opened
        after = [e for e in self.registrations if first and e.number > first.number]
        return next((entry for entry in after if entry != self.tested), None)


@lru_cache(maxsize=8)
def read(text: str | None) -> Handed:
    """Read the text of ``journal.jsonl`` as it was handed in; None if there was no such file."""
    if text is None:
        return Handed(False)
    if text.startswith(UNREAD):
        return Handed(True, fault=f"journal.jsonl was not read: {text.removeprefix(UNREAD)}")
    if not text.strip():
        return Handed(True, fault="journal.jsonl is an empty file.")
    try:
        head, entries = journal.read_chain(text, "journal.jsonl")
    except DamagedJournal as damage:
        # Not splitlines(): an answer may hold characters that count as line ends elsewhere.
        sound = "".join(line + "\n" for line in text.split("\n")[: damage.line - 1])
        before = f" The {damage.line - 2} entries before it verify." if damage.line > 2 else ""
        return Handed(True, fault=f"{damage}{before}", sound=sound)
    except Exception as error:  # whatever a made-up file can do to a parser
        kind = type(error).__name__
        return Handed(True, fault=f"journal.jsonl cannot be read as a journal ({kind}).")
    if not entries:
        return Handed(True, fault="journal.jsonl has a heading and no entries.")
    handed = Handed(True, entries, about=_about(head, entries))
    fault, notes = _times(handed)
    notes += _order(handed)
    return Handed(True, entries, fault, "", tuple(notes), handed.about)


def _about(head: Mapping[str, Any], entries: Sequence[Entry]) -> str:
    number = re.sub(r"[^0-9A-Za-z]", "", str(head.get("id")))[:12]
    return (
        f"Journal {number}, begun {_time(str(head.get('begun')))}, {len(entries)} entries up to "
        f"{_time(entries[-1].time)} (UTC). Two submissions with the same number come from one "
        "journal. That a chain holds shows that no line was changed by itself; it cannot show that "
        "the whole was not written anew."
    )


def _times(handed: Handed) -> tuple[str, list[str]]:
    """Compare the times of the entries with their order."""
    notes = []
    times = [(entry, _when(entry.time)) for entry in handed.entries]
    unread = [entry.number for entry, when in times if when is None]
    if unread:
        notes.append(f"Entry {unread[0]} has no time that can be read.")
    known = [(entry, when) for entry, when in times if when is not None]
    back = [(one, two) for (one, a), (two, b) in pairwise(known) if b < a]
    if back:
        one, two = back[0]
        notes.append(
            f"Entry {two.number} ({_time(two.time)}) bears an earlier time than entry {one.number} "
            f"before it ({_time(one.time)}). A clock that was put right does this too."
        )
    fault = ""
    tested, opened = handed.tested, handed.opened
    if tested and opened and not handed.late:
        registered, first = _when(tested.time), _when(opened.time)
        if registered is None or first is None or registered > first:
            fault = (
                f"By its place the model of entry {tested.number} was registered before the first "
                f"case was opened (entry {opened.number}); their times do not show it "
                f"({_time(tested.time)} and {_time(opened.time)})."
            )
    return fault, notes


def _order(handed: Handed) -> list[str]:
    """Look for entries that the pages would not have written at that place."""
    notes = []
    tested, opened = handed.tested, handed.opened
    if handed.late and tested and opened:
        notes.append(
            f"The model was first registered at entry {tested.number} ({_time(tested.time)}), "
            f"after the first case had been opened (entry {opened.number}, {_time(opened.time)})."
        )
    revised = handed.revised
    if revised and opened:
        notes.append(
            f"A model was registered again at entry {revised.number} ({_time(revised.time)}), "
            f"after the first case had been opened (entry {opened.number}, {_time(opened.time)})."
        )
    for entry in handed.registrations[:MOST]:
        kept = [e for e in handed.entries if e.key == WEIGHTS and e.number < entry.number]
        said = entry.value if isinstance(entry.value, dict) else {}
        if not kept:
            notes.append(
                f"Entry {entry.number} registers a model, and no weights were kept before it; the "
                "page asks for them first."
            )
        elif isinstance(kept[-1].value, dict) and kept[-1].value.get("swings") != said.get(
            "swings"
        ):
            notes.append(
                f"Entry {entry.number} registers other weights than were last kept (entry "
                f"{kept[-1].number}); the page takes them from there."
            )
    if opened and not any(
        e.number < opened.number and e.key in (holdout.REGISTER, f"{holdout.KEY}.without")
        for e in handed.entries
    ):
        notes.append(
            f"Entry {opened.number} opens the first case without a registration before it, or a "
            "statement that there is none; the page asks for one of the two."
        )
    passed = [e for e in handed.entries if e.key.startswith(FORECAST)][: len(holdout.cases())]
    if len(passed) == len(holdout.cases()):
        start, end = _when(passed[0].time), _when(passed[-1].time)
        if start and end and 0 <= (end - start).total_seconds() < HURRY:
            notes.append(
                f"The seven forecasts were kept within {(end - start).total_seconds():.0f} seconds."
            )
    return notes


def _time(time: str) -> str:
    """Write a time for a reader; whatever else stands there is not passed on."""
    when = _when(time)
    return when.strftime("%Y-%m-%d %H:%M:%S") if when else "no time"


def _when(time: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Model:
    """A registered model, worked out again from its weights.

    `hits`, `bar`, `always_no` and `of` are of the training cases, `later` and `later_of` of those
    kept back; `points` is how many of 100 points of weight turn its conclusion (None: nothing that
    was tried turns it). `odd` says what the entry states otherwise.
    """

    hits: float
    of: float
    always_no: float
    bar: float
    share: float
    error: float
    share_all: float
    as_good: float
    distance: float | None
    threshold: float
    later: int
    later_of: int
    stated: Mapping[str, Any] = field(default_factory=dict)
    odd: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """The distance as the page says it, in points of 100; 100 if nothing turns it."""
        return _points(self.distance)


def _points(distance: float | None) -> float:
    return 100 if distance is None else max(1, round(50 * distance))


def model(entry: Entry) -> Model:
    """Work out again what a registration says.

    Raises
    ------
    CourseError
        If it does not hold what is needed: another version of the course, or no registration.
    """
    said = entry.value if isinstance(entry.value, dict) else {}
    rule, coder, outcome = said.get("rule"), said.get("coder"), said.get("outcome")
    known = (
        rule in factors.RULES
        and type(coder) is int
        and coder in crises.coders()
        and outcome in crises.OUTCOMES
    )
    weights = _weights(said)
    if not known or weights is None:
        raise CourseError(
            f"Entry {entry.number} registers a model in a form that this version does not know."
        )
    found = _model(weights, rule, coder, outcome)
    return replace(found, stated=said, odd=_odd(entry.number, said, weights, found))


def _weights(said: Mapping[str, Any]) -> tuple[float, ...] | None:
    """Take the weights from the swings, which are exact; else as they stand, rounded."""
    names = crises.factors()
    swings, given = said.get("swings"), said.get("weights")
    try:
        if isinstance(swings, dict) and all(swings.get(name) in factors.SWINGS for name in names):
            found = factors.from_swings({name: swings[name] for name in names})
            return tuple(found[name] for name in names)
        if isinstance(given, dict) and all(_is_number(given.get(name)) for name in names):
            return tuple(float(given[name]) for name in names) if sum(given.values()) > 0 else None
    except (CourseError, TypeError, ValueError, OverflowError):
        return None
    return None


def _is_number(x: Any) -> bool:
    return isinstance(x, int | float) and not isinstance(x, bool) and 0 <= x < 1e6


@cache
def _model(weights: tuple[float, ...], rule: Any, coder: Any, outcome: Any) -> Model:
    cases = casebook.cases("training", coder, outcome)
    kept = casebook.cases("holdout", coder, outcome)
    fitted = factors.fit(cases, weights, rule)
    region = robust.region(cases, weights, rule)
    everything = robust.region(cases, weights, rule, in_order=False)
    turn = robust.turn(cases, weights, rule)
    says = [factors.score(row, weights, rule) >= fitted.threshold for row in kept.values]
    later = sum(said is y for said, y in zip(says, kept.outcomes, strict=True))
    return Model(
        hits=fitted.hits,
        of=fitted.of,
        always_no=cases.always_no,
        bar=robust.bar(cases),
        share=region.agree.value,
        error=region.agree.error,
        share_all=everything.agree.value,
        as_good=region.as_good.value,
        distance=turn.distance if turn else None,
        threshold=fitted.threshold,
        later=later,
        later_of=len(says),
    )


def _odd(
    number: int, said: Mapping[str, Any], weights: Sequence[float], found: Model
) -> tuple[str, ...]:
    """List the numbers of a registration that do not follow from its weights."""
    wide = {"share": 6 * found.error + 1e-3, "flip": 0.1}
    again = {
        "hits": found.hits,
        "of": found.of,
        "always_no": found.always_no,
        "threshold": found.threshold,
        "share": found.share,
        "flip": found.distance,
    }
    odd = []
    for name, right in again.items():
        stated = said.get(name)
        if stated is None and right is None:
            continue
        fits = _is_number(stated) and right is not None
        if not fits or not math.isclose(stated, right, abs_tol=wide.get(name, 2e-3)):  # type: ignore[arg-type]
            shown = f"{stated:g}" if _is_number(stated) else "no number"
            odd.append(f"{name} ({shown}; from the weights {_short(right)})")
    given = said.get("weights")
    if isinstance(given, dict):
        pairs = zip(crises.factors(), weights, strict=True)
        if not all(
            _is_number(given.get(name)) and math.isclose(given[name], w, abs_tol=1e-3)
            for name, w in pairs
        ):
            odd.append("weights (they are not those of the answers to the swing questions)")
    if not odd:
        return ()
    return (
        f"Entry {number} states what does not follow from its weights: {listed(odd)}. Another "
        "version of the tables does this too; the points rest on the weights.",
    )


def _short(number: Any) -> str:
    return "none" if number is None else f"{number:.4g}"
