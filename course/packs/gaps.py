"""What no schema can see in the tables of a case pack: gaps, doubles, and names that lead nowhere.

Codings, ratings, numbers, and what the Factor Weigher takes from them; one sentence each.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from course.errors import listed
from course.packs.files import Fault, Place, Raw

PAIR_MEASURES = ("hostility", "pact", "disputes")
"""Measures of how one actor has treated another."""
TOP = {"cinc": 1, "hostility": 5, "pact": 1, "spending": 5e6, "warheads": 1e5}
"""The highest value that a measure can have, or has ever come near."""
UNIT = {"spending": " million dollars"}
JUMP = 100.0
"""A series that grows or falls by this factor from one entry to the next is looked at again."""


def codings(raw: Raw) -> Iterator[Fault]:
    """Find codings without a case or factor, twice, or missing."""
    cases = [case["id"] for case in raw.data["cases"]["case"]]
    factors = [factor["id"] for factor in raw.data["factors"]["factor"]]
    seen: dict[tuple[str, str, str], int] = {}
    last = 1
    for line, row in raw.rows["codings"]:
        last = line
        if row["case"] not in cases:
            text = f"there is no case {row['case']} in cases.toml; correct the name, or add it."
            yield Fault("codings.csv", line, text)
        if row["factor"] not in factors:
            text = f"there is no factor {row['factor']}; there are {listed(factors)}."
            yield Fault("codings.csv", line, text)
        key = (row["case"], row["factor"], row["coder"])
        if key in seen:
            text = (
                f"{row['factor']} in {row['case']} by coder {row['coder']} is already in line "
                f"{seen[key]}; take one of the two away."
            )
            yield Fault("codings.csv", line, text)
        seen[key] = line
    known = [k for k in seen if k[0] in cases and k[1] in factors]
    if len(known) < len(seen):
        return  # a misspelt name has been said; that its cell is missing then goes without saying
    for coder in sorted({coder for _, _, coder in seen}):
        for case in cases:
            gaps = [name for name in factors if (case, name, coder) not in seen]
            if gaps:
                text = f"coder {coder} has no value for {listed(gaps)} in {case}; add a row for it."
                yield Fault("codings.csv", last, text)
    if not any(coder == "1" for _, _, coder in seen):
        yield Fault("codings.csv", last, "there is no coding by coder 1; the widget needs it.")


def weigher(raw: Raw) -> Iterator[Fault]:
    """Find factors and cases that the Factor Weigher is told to use and that are not there."""
    said = raw.data["pack"]["weigher"]
    factors = [factor["id"] for factor in raw.data["factors"]["factor"]]
    outcome = {case["id"]: case for case in raw.data["cases"]["case"]}

    def unknown(names: Iterable[str], place: Place) -> Iterator[Fault]:
        for name in names:
            if name not in factors:
                text = f"there is no factor {name}; there are {listed(factors)}."
                yield raw.fault("pack", place, text)

    yield from unknown(said["blind"], ["weigher", "blind"])
    yield from unknown([said["present"]], ["weigher", "present"])
    for n, account in enumerate(said["account"]):
        yield from unknown(account["factors"], ["account", n, "factors"])
    places = [("cards", said["cards"]), *(("stories", ids) for ids in said.get("stories", []))]
    for key, ids in places:
        for id in ids:
            if id not in outcome:
                text = f"there is no case {id} in cases.toml; correct the name, or add it."
                yield raw.fault("pack", ["weigher", key], text)
            elif outcome[id]["set"] != "training":
                text = f"the case {id} is put away for the test; choose a training case."
                yield raw.fault("pack", ["weigher", key], text)
    for id in raw.data["pack"].get("holdout", {}).get("known", []):
        if id not in outcome or outcome[id]["set"] != "holdout":
            text = f'the case {id} is not put away for the test; name one with set = "holdout".'
            yield raw.fault("pack", ["holdout", "known"], text)
    if len({outcome[id]["force"] for id in said["cards"] if id in outcome}) < 2:
        text = "the cards all end alike; choose cases with force and without."
        yield raw.fault("pack", ["weigher", "cards"], text)


def evidence(raw: Raw) -> Iterator[Fault]:
    """Find ratings without a card or account, twice, missing, or against one account throughout."""
    cards = [card["id"] for card in raw.data["cards"]["card"]]
    letters = [account["letter"] for account in raw.data["accounts"]["account"]]
    size = raw.data["pack"]["evidence"]["choose"]
    if size > len(cards):
        text = f"{size} cards are to be chosen, but there are only {len(cards)}."
        yield raw.fault("pack", ["evidence", "choose"], text)
    seen: dict[tuple[str, str, str], int] = {}
    steps: dict[tuple[str, str], dict[str, int]] = {}
    last = 1
    strange = False
    for line, row in raw.rows["ratings"]:
        last = line
        if row["card"] not in cards:
            strange = True
            text = f"there is no card {row['card']}; there are {listed(cards)}."
            yield Fault("ratings.csv", line, text)
        if row["account"] not in letters:
            strange = True
            text = f"there is no account {row['account']}; there are {listed(letters)}."
            yield Fault("ratings.csv", line, text)
        key = (row["card"], row["account"], row["rater"])
        if key in seen:
            strange = True
            text = (
                f"{row['card']} under {row['account']} by {row['rater']} is already in line "
                f"{seen[key]}; take one of the two away."
            )
            yield Fault("ratings.csv", line, text)
        seen[key] = line
        steps.setdefault((row["card"], row["rater"]), {})[row["account"]] = int(row["rating"])
    if strange:
        return
    for card in cards:
        for rater in ("R", "C"):
            gaps = [letter for letter in letters if (card, letter, rater) not in seen]
            if gaps:
                text = f"rater {rater} has not rated {card} under {listed(gaps)}; add a row for it."
                yield Fault("ratings.csv", last, text)
    best = {h for row in steps.values() for h, n in row.items() if n == max(row.values())}
    for letter in letters:
        if letter not in best and len(seen) == len(cards) * len(letters) * 2:
            text = (
                f"no card speaks for account {letter}: neither rater gives it the highest rating "
                "anywhere; add evidence that its lawyer would choose."
            )
            yield Fault("ratings.csv", last, text)


def series(raw: Raw) -> Iterator[Fault]:
    """Find numbers out of any range, and such as jump within the series of one actor."""
    if "numbers" not in raw.sound:
        return
    had: dict[tuple[str, str], list[tuple[int, float, int]]] = {}
    for line, row in raw.rows["numbers"]:
        value = float(row["value"])
        if value > (top := TOP.get(row["measure"], math.inf)):
            unit = UNIT.get(row["measure"], "")
            text = f"{row['measure']} is {row['value']}; it has to be from 0 to {top:.10g}{unit}."
            yield Fault("numbers.csv", line, text)
        elif row["measure"] in ("cinc", "spending") and "jump" not in row["note"] and value > 0:
            one = had.setdefault((row["measure"], row["actor"]), [])
            one.append((int(row["year"]), value, line))
    for (measure, actor), found in had.items():
        for (year, low, _), (next_year, high, line) in pairwise(sorted(found)):
            if not 1 / JUMP < high / low < JUMP:
                text = (
                    f"{measure} of {actor} goes from {low:,g} ({year}) to {high:,g} ({next_year}), "
                    f"{JUMP:g} times as much or as little, or more; correct it, or say in the note "
                    "why it makes this jump."
                )
                yield Fault("numbers.csv", line, text)


def threat(raw: Raw) -> Iterator[Fault]:
    """Find numbers that are impossible, twice, or missing for a comparison."""
    actors = [actor["id"] for actor in raw.data["threat"]["actor"]]
    paragraphs = {
        p["id"] for document in raw.data["documents"]["document"] for p in document["paragraph"]
    }
    have: dict[str, set[tuple[str, str, int]]] = {}
    for line, row in raw.rows["numbers"]:
        names = [row["actor"], *([row["observer"]] if row["observer"] else [])]
        for name in names:
            if name not in actors:
                text = f"there is no actor {name} in threat.toml; there are {listed(actors)}."
                yield Fault("numbers.csv", line, text)
        if row["source"] == "judgement" and row["confirmed"] == "yes":
            text = "a judgement cannot be confirmed; name a reference, or put confirmed to no."
            yield Fault("numbers.csv", line, text)
        if (row["measure"] in PAIR_MEASURES) is not bool(row["observer"]):
            what = "needs an observer" if row["measure"] in PAIR_MEASURES else "has no observer"
            yield Fault("numbers.csv", line, f"{row['measure']} {what}; correct the row.")
        key = (row["observer"], row["actor"], int(row["year"]))
        if key in have.setdefault(row["measure"], set()):
            text = f"{row['measure']} of {row['actor']} in {row['year']} is there twice."
            yield Fault("numbers.csv", line, text)
        have[row["measure"]].add(key)
    for n, held in enumerate(raw.data["threat"]["actor"]):
        for name in ("latitude", "longitude"):
            if not math.isfinite(held[name]):
                text = f"{name} of {held['id']} is {held[name]}, which is no place on a map."
                yield raw.fault("threat", ["actor", n, name], text)
    for n, one in enumerate(raw.data["threat"]["comparison"]):
        place: Place = ["comparison", n, "observer"]
        three = (one["observer"], one["first"], one["second"])
        strange = [name for name in three if name not in actors]
        if strange:
            text = f"there is no actor {listed(strange)}; there are {listed(actors)}."
            yield raw.fault("threat", place, text)
            continue
        if len(set(three)) < 3:
            yield raw.fault("threat", place, "observer, first and second have to be three actors.")
            continue
        if one.get("paragraph", "") and one["paragraph"] not in paragraphs:
            text = f"there is no paragraph {one['paragraph']} in documents.toml."
            yield raw.fault("threat", ["comparison", n, "paragraph"], text)
        yield from _numbers(raw, n, one, have)


def _numbers(
    raw: Raw, n: int, one: Mapping[str, Any], have: Mapping[str, set[tuple[str, str, int]]]
) -> Iterator[Fault]:
    """Find the numbers that a comparison needs and the table does not have."""
    missing = []
    for measure in ("cinc", "spending", "hostility", "pact"):
        pair = measure in PAIR_MEASURES
        found = [
            f"{actor} {year}"
            for actor in (one["first"], one["second"])
            for year in one["years"]
            if (one["observer"] if pair else "", actor, year) not in have.get(measure, set())
        ]
        if found:
            seen_by = f" (seen by {one['observer']})" if pair else ""
            missing.append(f"{measure} of {listed(found)}{seen_by}")
    if missing:
        text = f"numbers.csv has no {'; no '.join(missing)}; add it, or take the year away."
        yield raw.fault("threat", ["comparison", n, "years"], text)
