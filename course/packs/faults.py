"""What no schema can see in a case pack: names that lead nowhere, dates, gaps, and unfairness.

Each check yields one sentence with file and line. They assume that every file fits its schema.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from course.errors import listed
from course.packs import gaps, wording
from course.packs.files import Fault, Place, Raw

QUOTED = 12
"""The longest quotation in words; a pack speaks in its own words."""


def faults(raw: Raw) -> Iterator[Fault]:
    """Find everything across the files of a pack."""
    for check in CHECKS:
        yield from check(raw)


def _repeated(raw: Raw) -> Iterator[Fault]:
    for name, kind, key in (
        ("references", "reference", "id"),
        ("documents", "document", "id"),
        ("cases", "case", "id"),
        ("factors", "factor", "id"),
        ("accounts", "account", "letter"),
        ("cards", "card", "id"),
        ("threat", "actor", "id"),
        ("questions", "check", "id"),
    ):
        seen: set[str] = set()
        for n, record in enumerate(raw.data[name][kind]):
            if record[key] in seen:
                text = f"the {kind} {record[key]} is there twice; rename one, or take it away."
                yield raw.fault(name, [kind, n, key], text)
            seen.add(record[key])


def _dangling(raw: Raw) -> Iterator[Fault]:
    """Find references that are cited and not listed."""
    known = {r["id"] for r in raw.data["references"]["reference"]}

    def missing(cited: Iterable[str]) -> list[str]:
        return [id for id in cited if id not in known]

    text = "there is no reference {id} in references.toml; correct the name, or add the reference."
    for name, kind in (("cases", "case"), ("accounts", "account"), ("cards", "card")):
        for n, record in enumerate(raw.data[name][kind]):
            for id in missing(record["sources"]):
                yield raw.fault(name, [kind, n, "sources"], text.format(id=id))
    for n, document in enumerate(raw.data["documents"]["document"]):
        for id in missing([document["source"]]):
            yield raw.fault("documents", ["document", n, "source"], text.format(id=id))
        for k, claim in enumerate(document["claim"]):
            for id in missing(claim["sources"]):
                place: Place = ["document", n, "claim", k, "sources"]
                yield raw.fault("documents", place, text.format(id=id))
    for n, actor in enumerate(raw.data["threat"]["actor"]):
        for id in missing([actor["source"]]):
            yield raw.fault("threat", ["actor", n, "source"], text.format(id=id))
    for id in missing(raw.data["reference_point"]["sources"]):
        yield raw.fault("reference_point", ["sources"], text.format(id=id))
    for n, check in enumerate(raw.data["questions"]["check"]):
        for id in missing(check["sources"]):
            yield raw.fault("questions", ["check", n, "sources"], text.format(id=id))
    for name in ("codings", "numbers"):
        for line, row in raw.rows[name]:
            cited = [id for id in row["source"].split(" ; ") if id != "judgement"]
            for id in missing(cited):
                yield Fault(f"{name}.csv", line, text.format(id=id))


def _unused(raw: Raw) -> Iterator[Fault]:
    """Find references that nothing cites, and confirmed ones that do not say where they were seen.

    A reference without a use is not wrong, but it looks like support that is not there.
    """
    cited = "\n".join(text for name, text in raw.texts.items() if name != "references")
    used = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", cited))
    for name in ("codings", "numbers"):
        used |= {id for _, row in raw.rows[name] for id in row["source"].split(" ; ")}
    for n, reference in enumerate(raw.data["references"]["reference"]):
        if reference["id"] not in used:
            text = f"nothing cites the reference {reference['id']}; cite it, or take it away."
            yield raw.fault("references", ["reference", n, "id"], text)
        if reference["confirmed"] and not reference.get("seen"):
            text = (
                f"the reference {reference['id']} is marked as confirmed, but does not say where "
                "it was seen; add `seen`, or set confirmed = false."
            )
            yield raw.fault("references", ["reference", n, "confirmed"], text)


def _day(text: str) -> str:
    """Say what is wrong with a date, or nothing."""
    form = "write it as 1962, 1962-10 or 1962-10-22"
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return f"“{text}” is not a date; {form}"
    parts = [int(part) for part in text.split("-")]
    try:
        found = date(*([*parts, 1, 1])[:3])
    except ValueError:
        return f"there is no day {text} in the calendar; {form}"
    return f"{text} is still to come; correct it" if found > date.today() else ""


def _dates(raw: Raw) -> Iterator[Fault]:
    for name, kind, key in (
        ("cases", "case", "decision"),
        ("cards", "card", "date"),
        ("documents", "document", "date"),
    ):
        for n, record in enumerate(raw.data[name][kind]):
            if wrong := _day(record[key]):
                yield raw.fault(name, [kind, n, key], f"{wrong}.")
            elif name == "cases" and not record["decision"].startswith(str(record["year"])):
                text = (
                    f"the case {record['id']} has the year {record['year']} and the decision "
                    f"{record['decision']}; make the two agree."
                )
                yield raw.fault(name, [kind, n, key], text)
    for n, (low, high) in enumerate(raw.data["pack"]["evidence"]["periods"]):
        if low > high:
            text = f"the period number {n + 1} ends ({high}) before it begins ({low})."
            yield raw.fault("pack", ["evidence", "periods"], text)


def _cases(raw: Raw) -> Iterator[Fault]:
    cases = raw.data["cases"]["case"]
    for n, case in enumerate(cases):
        if case["combat"] and not case["force"]:
            text = f"the case {case['id']} has combat without force; combat is a kind of force."
            yield raw.fault("cases", ["case", n, "combat"], text)
        words = [w for w in re.findall(r"\w+", case["name"]) if len(w) > 3 and w[0].isupper()]
        told = [w for w in (*words, str(case["year"])) if re.search(rf"\b{w}", case["card"])]
        if told:
            text = (
                f"the card of {case['id']} gives the case away ({listed(told)}); it has to hide "
                "names, places and years."
            )
            yield raw.fault("cases", ["case", n, "card"], text)
    training = [case for case in cases if case["set"] == "training"]
    with_force = sum(case["force"] for case in training)
    without = len(training) - with_force
    if without < with_force:
        text = (
            f"there are {without} training cases without force and {with_force} with it; add cases "
            "in which force could have been used and was not, until they are at least as many."
        )
        yield raw.fault("cases", ["case"], text)
    if not with_force:
        yield raw.fault("cases", ["case"], "no training case has force; add one at least.")
    if len(training) == len(cases):
        text = 'no case is put away for the test; give one at least set = "holdout".'
        yield raw.fault("cases", ["case"], text)


def _accounts(raw: Raw) -> Iterator[Fault]:
    accounts = raw.data["accounts"]["account"]
    letters = [account["letter"] for account in accounts]
    for n, account in enumerate(accounts):
        rest = [letter for letter in letters if letter != account["letter"]]
        gaps = [letter for letter in rest if letter not in account["replies"]]
        extra = [letter for letter in account["replies"] if letter not in rest]
        if gaps:
            text = (
                f"account {account['letter']} has no reply to {listed(gaps)}; every account gets "
                "to answer every other."
            )
            yield raw.fault("accounts", ["account", n, "replies"], text)
        for letter in extra:
            text = f"account {account['letter']} replies to {letter}, which is no other account."
            yield raw.fault("accounts", ["account", n, "replies", letter], text)


def _documents(raw: Raw) -> Iterator[Fault]:
    for n, document in enumerate(raw.data["documents"]["document"]):
        own = [paragraph["id"] for paragraph in document["paragraph"]]
        for k, id in enumerate(own):
            if id != f"{document['id']}{k + 1}":
                text = f"{document['id']}{k + 1} is expected here, not {id}; number them in order."
                yield raw.fault("documents", ["document", n, "paragraph", k, "id"], text)
        for k, claim in enumerate(document["claim"]):
            if claim["paragraph"] not in own:
                text = (
                    f"the claim {claim['id']} rests on {claim['paragraph']}, which is no paragraph "
                    f"of this document; there are {listed(own)}."
                )
                yield raw.fault("documents", ["document", n, "claim", k, "paragraph"], text)


def _reference_point(raw: Raw) -> Iterator[Fault]:
    states = raw.data["reference_point"]["states"]
    if not states["failure"] < states["nothing"] < states["success"]:
        text = (
            f"failure ({states['failure']}), nothing ({states['nothing']}) and success "
            f"({states['success']}) have to rise in this order, or nothing is to be decided."
        )
        yield raw.fault("reference_point", ["states", "failure"], text)


def _questions(raw: Raw) -> Iterator[Fault]:
    for n, check in enumerate(raw.data["questions"]["check"]):
        right = [option["id"] for option in check["option"] if option.get("correct")]
        if len(right) != 1:
            text = (
                f"the question {check['id']} has {len(right)} correct answers; exactly one option "
                "gets correct = true."
            )
            yield raw.fault("questions", ["check", n, "id"], text)
        wanted = list("ABCD"[: len(check["option"])])
        if [option["id"] for option in check["option"]] != wanted:
            text = f"the options of {check['id']} have to be {listed(wanted)}, in this order."
            yield raw.fault("questions", ["check", n, "id"], text)


def _copied(raw: Raw) -> Iterator[Fault]:
    """Find quotations that are longer than a few words."""

    def strings(here: Any, place: list[str | int]) -> Iterator[tuple[list[str | int], str]]:
        if isinstance(here, str):
            yield place, here
        elif isinstance(here, dict):
            for key, value in here.items():
                yield from strings(value, [*place, key])
        elif isinstance(here, list):
            for n, value in enumerate(here):
                yield from strings(value, [*place, n])

    for name, data in raw.data.items():
        for place, text in strings(data, []):
            for words in _long_quotes(text):
                yield raw.fault(name, place, words)
    for name, rows in raw.rows.items():
        for line, row in rows:
            for cell in row.values():
                for words in _long_quotes(cell):
                    yield Fault(f"{name}.csv", line, words)


def _long_quotes(text: str) -> Iterator[str]:
    for quoted in re.findall(r"“([^”]*)”|\"([^\"]*)\"", text):
        words = (quoted[0] or quoted[1]).split()
        if len(words) > QUOTED:
            yield (
                f"{len(words)} words are quoted (“{' '.join(words[:4])} …”); say it in your own "
                f"words, or quote {QUOTED} at most."
            )


def _words(raw: Raw) -> Iterator[Fault]:
    for kind, said in raw.data["pack"].get("words", {}).items():
        known = wording.spoken(kind)
        for key, text in said.items():
            place: Place = ["words", kind, key]
            if key not in known and not key.startswith(("about_", "account_")):
                yield raw.fault("pack", place, f"the widget {kind} says nothing called {key}.")
                continue
            holes = set(re.findall(r"\{(\w+)\}", text))
            extra = sorted(holes - set(re.findall(r"\{(\w+)\}", known.get(key, ""))))
            if extra:
                text = f"{key} may not use {listed('{' + hole + '}' for hole in extra)}."
                yield raw.fault("pack", place, text)


def _folder(raw: Raw) -> Iterator[Fault]:
    if raw.data["pack"]["id"] != raw.folder.resolve().name:
        text = (
            f"the id is {raw.data['pack']['id']} and the folder {raw.folder.resolve().name}; give "
            "both the same name."
        )
        yield raw.fault("pack", ["id"], text)
    letters = Counter(account["letter"] for account in raw.data["pack"]["weigher"]["account"])
    for letter, n in letters.items():
        if n > 1:
            text = f"the account {letter} of the Factor Weigher is there twice."
            yield raw.fault("pack", ["account"], text)


CHECKS: tuple[Callable[[Raw], Iterator[Fault]], ...] = (
    _folder,
    _repeated,
    _dangling,
    _unused,
    _dates,
    _cases,
    gaps.codings,
    gaps.weigher,
    gaps.evidence,
    _accounts,
    _documents,
    gaps.threat,
    _reference_point,
    _questions,
    _copied,
    _words,
)
