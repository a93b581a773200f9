"""What the widgets say on a pack: the course's words, made neutral and filled in from the pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from course.files import PACKAGE, read_toml
from course.packs.pack import Words

MESSAGES = PACKAGE / "messages"


def words(data: Mapping[str, Any], cited: Mapping[str, str]) -> Mapping[str, Words]:
    """Give by kind of widget what it says otherwise on this pack."""
    filled = _filled(data, cited)
    said = {
        kind: {
            key: re.sub(r"  +", " ", re.sub(r"<(\w+)>", lambda hole: filled[hole[1]], text).strip())
            for key, text in neutral.items()
        }
        for kind, neutral in _neutral().items()
        if kind != "fill"
    }
    point = data["reference_point"]
    names = ("scene", "end_success", "end_nothing", "end_failure", "option_old", "option_new")
    said["reference_point"] |= {name: point[name] for name in names if name in point}
    said["factor_weigher"] |= {
        f"account_{a['letter'].lower()}": f"{a['name']} ({', '.join(a['factors'])})"
        for a in data["pack"]["weigher"]["account"]
    }
    about = said["threat_weigher"].pop("about_paragraph")
    for comparison in data["threat"]["comparison"]:
        if place := comparison.get("paragraph"):
            text = comparison.get("about", about.format(paragraph=place))
            said["threat_weigher"][f"about_{place.lower()}"] = text
    for kind, own in data["pack"].get("words", {}).items():
        said[kind] |= own
    return said


def spoken(kind: str) -> dict[str, str]:
    """Read what a kind of widget says on the course's own material, to hold a pack's against it."""
    names = (kind, "common")
    found = [
        read_toml(MESSAGES / "widgets" / f"{name}.toml", MESSAGES / "widgets.schema.json")
        for name in names
    ]
    return {**found[1], **found[0]}


def reference(text: str, url: str, confirmed: bool) -> str:
    """Spell a reference out, with a mark where it was not confirmed."""
    whole = f"{text} {url}".rstrip()
    if confirmed:
        return whole
    return _neutral()["fill"]["unconfirmed_reference"].format(text=whole)


def readers(said: Mapping[str, Any]) -> str:
    """Say from where the two readers of the cards read, as far as the pack says it."""
    fill = _neutral()["fill"]
    if "reader_r" not in said:
        return fill["no_readers"]
    return fill["readers"].format(r=said["reader_r"], c=said["reader_c"])


def mark(confirmed: bool) -> str:
    """Give what stands behind a number that was not confirmed."""
    return "" if confirmed else f" {_neutral()['threat_weigher']['unconfirmed'].strip()}"


@cache
def _neutral() -> dict[str, dict[str, str]]:
    return read_toml(MESSAGES / "packs.toml", MESSAGES / "packs.schema.json")


def _filled(data: Mapping[str, Any], cited: Mapping[str, str]) -> dict[str, str]:
    fill = _neutral()["fill"]
    pack, cases = data["pack"], data["cases"]["case"]
    training = [case for case in cases if case["set"] == "training"]
    held = len(cases) - len(training)
    names = {case["id"]: case["name"] for case in cases}
    told = [" / ".join(names[id] for id in ids) for ids in pack["weigher"].get("stories", [])]
    years = sorted(case["year"] for case in training)
    point = data["reference_point"]
    return {
        "title": pack["title"],
        "question": pack["question"],
        "made": pack["made"],
        "accounts": str(len(data["accounts"]["account"])),
        "factors": str(len(data["factors"]["factor"])),
        "cards": str(len(pack["weigher"]["cards"])),
        "training": str(len(training)),
        "holdout": fill["crises_one"] if held == 1 else fill["crises_many"].format(n=held),
        "step": f"{100 / held:.0f}",
        "period": f"{years[0]} to {years[-1]}",
        "stories": fill["stories"].format(names="; ".join(told)) if told else fill["no_stories"],
        "judgement": point["judgement"],
        "sources": " ; ".join(cited[id] for id in point["sources"]),
        "readers": readers(pack["evidence"]),
        "caution": pack["weigher"].get("caution", ""),
        "unconfirmed_numbers": fill["unconfirmed_numbers"],
        # No names here: these words are there before the cards are coded.
        "unconfirmed_cases": (
            fill["unconfirmed_cases"] if any("unconfirmed" in c for c in cases) else ""
        ),
    }
