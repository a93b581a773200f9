"""What the texts of a case pack give away, copy, or leave open: names, quotations and braces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from course.errors import listed
from course.packs import wording
from course.packs.files import PLACEHOLDER, Fault, Place, Raw

QUOTED = 12
"""The longest quotation in words; a pack speaks in its own words."""
QUOTES = re.compile(
    r"“([^”]*)”|\"([^\"]*)\"|„([^“”]*)[“”]|«([^»]*)»|»([^«]*)«"
    r"|(?<!\w)‘([^’]*(?:’\w[^’]*)*)’|(?<!\w)'(?=[^\W\d])([^']*(?:'\w[^']*)*)'(?!\w)"
)
SCENE = ("success", "nothing", "failure")
"""The numbers that the scene of the Reference Point says."""
FILLED = ("pack", "references", "cases", "accounts", "cards")
"""Files whose texts are put into sentences with braces, so they can hold none."""
YEAR = re.compile(r"\b(?:1[0-9]|20)[0-9]{2}\b")


def cards(raw: Raw) -> Iterator[Fault]:
    """Find cards of cases that name the case, its year, or an actor of the Threat Weigher."""
    if "cases" not in raw.sound:
        return
    actors = raw.data["threat"]["actor"] if "threat" in raw.filled else ()
    names = {actor["name"].removeprefix("the ") for actor in actors}
    for n, case in enumerate(raw.data["cases"]["case"]):
        if PLACEHOLDER in case["card"]:
            continue
        own = [w for w in re.findall(r"\w+", case["name"]) if len(w) > 3 and w[0].isupper()]
        told = [w for w in own if re.search(rf"\b{re.escape(w)}", case["card"])]
        told += YEAR.findall(case["card"])
        told += [
            name
            for name in sorted(names)
            if name not in told and re.search(rf"\b{re.escape(name)}\b", case["card"])
        ]
        if told:
            text = (
                f"the card of {case['id']} gives the case away ({listed(told)}); it has to hide "
                "names, places and years."
            )
            yield raw.fault("cases", ["case", n, "card"], text)


def _strings(here: Any, place: list[str | int]) -> Iterator[tuple[list[str | int], str]]:
    if isinstance(here, str):
        yield place, here
    elif isinstance(here, dict):
        for key, value in here.items():
            yield from _strings(value, [*place, key])
    elif isinstance(here, list):
        for n, value in enumerate(here):
            yield from _strings(value, [*place, n])


def quotations(raw: Raw) -> Iterator[Fault]:
    """Find quotations that are longer than a few words."""
    for name, data in raw.data.items():
        for place, text in _strings(data, []):
            for words in _long_quotes(text):
                yield raw.fault(name, place, words)
    for name, rows in raw.rows.items():
        for line, row in rows:
            for cell in row.values():
                for words in _long_quotes(cell):
                    yield Fault(f"{name}.csv", line, words)


def _long_quotes(text: str) -> Iterator[str]:
    for quoted in QUOTES.finditer(text):
        words = next(part for part in quoted.groups() if part is not None).split()
        if len(words) > QUOTED:
            yield (
                f"{len(words)} words are quoted (“{' '.join(words[:4])} …”); say it in your own "
                f"words, or quote {QUOTED} at most."
            )


def braces(raw: Raw) -> Iterator[Fault]:
    """Find braces that nothing fills, and numbers that the scene does not say."""
    for name in FILLED:
        for place, text in _strings(raw.data[name], []) if name in raw.sound else ():
            if place[0] != "words" and re.search("[{}]", text):
                wrong = f"{place[-1]} has a brace in it; write ( ) instead of {{ }}."
                if isinstance(place[-1], int):
                    wrong = "there is a brace in this text; write ( ) instead of { }."
                yield raw.fault(name, place, wrong)
    if "reference_point" not in raw.sound:
        return
    point = raw.data["reference_point"]
    for key, text in point.items():
        if not isinstance(text, str) or PLACEHOLDER in text:
            continue
        known = SCENE if key == "scene" else ()
        if wrong := _braced(key, text, known):
            yield raw.fault("reference_point", [key], wrong)
        elif gaps := [name for name in known if f"{{{name}}}" not in text]:
            said = listed("{" + name + "}" for name in gaps)
            text = f"the scene does not say {said}; write it where the number belongs."
            yield raw.fault("reference_point", [key], text)


def _braced(key: str, text: str, known: tuple[str, ...]) -> str:
    """Say what is wrong with the braces in a text, or nothing."""
    plain = re.sub(r"\{\w+\}", "", text)
    if re.search("[{}]", plain):
        return f"{key} has a brace without its other half; write both, as in {{success}}."
    extra = sorted(set(re.findall(r"\{(\w+)\}", text)) - set(known))
    if not extra:
        return ""
    there = f"there are {listed('{' + hole + '}' for hole in known)}" if known else "it has none"
    return f"{key} may not use {listed('{' + hole + '}' for hole in extra)}; {there}."


def words(raw: Raw) -> Iterator[Fault]:
    """Find own words that no widget says, or with braces that it does not fill."""
    if "pack" not in raw.sound:
        return
    for kind, said in raw.data["pack"].get("words", {}).items():
        known = wording.spoken(kind)
        for key, text in said.items():
            place: Place = ["words", kind, key]
            if key not in known and not key.startswith(("about_", "account_")):
                yield raw.fault("pack", place, f"the widget {kind} says nothing called {key}.")
                continue
            holes = tuple(dict.fromkeys(re.findall(r"\{(\w+)\}", known.get(key, ""))))
            if wrong := _braced(key, text, holes):
                yield raw.fault("pack", place, wrong)
