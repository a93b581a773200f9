"""What no schema can see in a case pack: names that lead nowhere, dates, gaps, and unfairness.

Each check yields one sentence with file and line. A check runs when the files it needs fit their
schema; one that holds files against each other also waits until they have no placeholder left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from course.errors import listed
from course.packs import files, gaps, texts
from course.packs.files import Fault, Place, Raw


@dataclass(frozen=True, slots=True)
class Rule:
    """A check, the files that it reads, and what it looks at, in words.

    Attributes
    ----------
    across
        Whether it holds files against each other; else it is run on each file of `needs` that can
        be read.
    """

    run: Callable[[Raw], Iterator[Fault]]
    needs: tuple[str, ...]
    what: str = ""
    across: bool = True


def faults(raw: Raw) -> tuple[list[Fault], list[str]]:
    """Find everything that can be found by now, and say what still waits to be checked."""
    found = list(_repeated(raw))
    for fault in found:  # what follows from a double is no news
        raw.sound.discard(fault.file.partition(".")[0])
    raw.filled &= raw.sound
    waiting: dict[str, list[str]] = {}
    for rule in RULES:
        left = [name for name in rule.needs if name not in raw.filled]
        if left and rule.what:
            names = listed(map(_name, left)) if len(left) < 5 else f"{len(left)} files"
            waiting.setdefault(names, []).append(rule.what)
        if not rule.across or not left:
            found += rule.run(raw)
    return found, [f"{listed(what)} (waits for {names})" for names, what in waiting.items()]


def _name(name: str) -> str:
    return f"{name}.{'toml' if name in files.TEXTS else 'csv'}"


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
        if name not in raw.sound:
            continue
        seen: set[str] = set()
        for n, record in enumerate(raw.data[name][kind]):
            if record[key] in seen:
                text = f"the {kind} {record[key]} is there twice; rename one, or take it away."
                yield raw.fault(name, [kind, n, key], text)
            seen.add(record[key])


def _cited(raw: Raw) -> Iterator[tuple[str, Place, Iterable[str]]]:
    """Give what each file cites, with its place; a row of a table has its line for a place."""
    have = raw.filled
    for name, kind in (
        ("cases", "case"),
        ("accounts", "account"),
        ("cards", "card"),
        ("questions", "check"),
    ):
        for n, record in enumerate(raw.data[name][kind] if name in have else ()):
            yield name, [kind, n, "sources"], record["sources"]
    for n, document in enumerate(raw.data["documents"]["document"] if "documents" in have else ()):
        yield "documents", ["document", n, "source"], [document["source"]]
        for k, claim in enumerate(document["claim"]):
            yield "documents", ["document", n, "claim", k, "sources"], claim["sources"]
    for n, actor in enumerate(raw.data["threat"]["actor"] if "threat" in have else ()):
        yield "threat", ["actor", n, "source"], [actor["source"]]
    if "reference_point" in have:
        yield "reference_point", ["sources"], raw.data["reference_point"]["sources"]
    for name in ("codings", "numbers"):
        for line, row in raw.rows[name] if name in have else ():
            yield name, [line], [id for id in row["source"].split(" ; ") if id != "judgement"]


def _dangling(raw: Raw) -> Iterator[Fault]:
    """Find references that are cited and not listed."""
    if "references" not in raw.filled:
        return
    known = {r["id"] for r in raw.data["references"]["reference"]}
    for name, place, ids in _cited(raw):
        for id in ids:
            if id not in known:
                text = (
                    f"there is no reference {id} in references.toml; correct the name, or add the "
                    "reference."
                )
                if name in raw.data:
                    yield raw.fault(name, place, text)
                else:
                    yield Fault(f"{name}.csv", int(place[0]), text)


def _unused(raw: Raw) -> Iterator[Fault]:
    """Find references that nothing cites: they look like support that is not there."""
    cited = "\n".join(text for name, text in raw.texts.items() if name != "references")
    used = set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", cited))
    for name in ("codings", "numbers"):
        used |= {id for _, row in raw.rows[name] for id in row["source"].split(" ; ")}
    for n, reference in enumerate(raw.data["references"]["reference"]):
        if reference["id"] not in used:
            text = f"nothing cites the reference {reference['id']}; cite it, or take it away."
            yield raw.fault("references", ["reference", n, "id"], text)


def _seen(raw: Raw) -> Iterator[Fault]:
    """Find references marked as confirmed that do not say where they were seen."""
    if "references" not in raw.sound:
        return
    for n, reference in enumerate(raw.data["references"]["reference"]):
        if reference["confirmed"] and not reference.get("seen"):
            text = (
                f"the reference {reference['id']} is marked as confirmed, but does not say where "
                "it was seen; add `seen`, or set confirmed = false."
            )
            yield raw.fault("references", ["reference", n, "confirmed"], text)


def _day(text: str) -> str:
    """Say what is wrong with a date, or nothing."""
    form = "write year, month and day as 1962-10-22, or 1962-10, or 1962"
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        dotted = re.fullmatch(r"([0-9]{1,2})\.\s*([0-9]{1,2})\.\s*([0-9]{4})", text)
        if dotted and not _day(iso := f"{dotted[3]}-{dotted[2]:0>2}-{dotted[1]:0>2}"):
            return f"“{text}” is not written as a date is here; write {iso}"
        return f"“{text}” is not a date; {form}"
    parts = [int(part) for part in text.split("-")]
    try:
        found = date(*([*parts, 1, 1])[:3])
    except ValueError:
        return f"there is no day {text} in the calendar; {form}: the month comes second"
    return f"{text} is still to come; correct it" if found > date.today() else ""


def _dates(raw: Raw) -> Iterator[Fault]:
    for name, kind, key in (
        ("cases", "case", "decision"),
        ("cards", "card", "date"),
        ("documents", "document", "date"),
    ):
        for n, record in enumerate(raw.data[name][kind] if name in raw.sound else ()):
            if wrong := _day(record[key]):
                yield raw.fault(name, [kind, n, key], f"{wrong}.")
            elif name == "cases" and not record["decision"].startswith(str(record["year"])):
                text = (
                    f"the case {record['id']} has the year {record['year']} and the decision "
                    f"{record['decision']}; make the two agree."
                )
                yield raw.fault(name, [kind, n, key], text)
    periods = raw.data["pack"]["evidence"]["periods"] if "pack" in raw.sound else ()
    for n, (low, high) in enumerate(periods):
        if low > high:
            text = f"the period number {n + 1} ends ({high}) before it begins ({low})."
            yield raw.fault("pack", ["evidence", "periods"], text)


def _cases(raw: Raw) -> Iterator[Fault]:
    if "cases" not in raw.sound:
        return
    cases = raw.data["cases"]["case"]
    for n, case in enumerate(cases):
        if case["combat"] and not case["force"]:
            text = f"the case {case['id']} has combat without force; combat is a kind of force."
            yield raw.fault("cases", ["case", n, "combat"], text)
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
    if "accounts" not in raw.sound:
        return
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
    if "documents" not in raw.sound:
        return
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
    if "reference_point" not in raw.sound:
        return
    states = raw.data["reference_point"]["states"]
    if not states["failure"] < states["nothing"] < states["success"]:
        text = (
            f"failure ({states['failure']}), nothing ({states['nothing']}) and success "
            f"({states['success']}) have to rise in this order, or nothing is to be decided."
        )
        yield raw.fault("reference_point", ["states", "failure"], text)


def _questions(raw: Raw) -> Iterator[Fault]:
    if "questions" not in raw.sound:
        return
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


def _folder(raw: Raw) -> Iterator[Fault]:
    if "pack" not in raw.sound:
        return
    if raw.data["pack"]["id"] != raw.folder.resolve().name:
        text = (
            f"the id is {raw.data['pack']['id']} and the folder {raw.folder.resolve().name}; "
            f"rename the folder {raw.data['pack']['id']}, or give the id the folder's name."
        )
        yield raw.fault("pack", ["id"], text)
    letters = Counter(account["letter"] for account in raw.data["pack"]["weigher"]["account"])
    for letter, n in letters.items():
        if n > 1:
            text = f"the account {letter} of the Factor Weigher is there twice."
            yield raw.fault("pack", ["account"], text)


EVERY = (*files.TEXTS, *files.TABLES)
RULES: tuple[Rule, ...] = (
    Rule(_folder, ("pack",), across=False),
    Rule(_seen, ("references",), across=False),
    Rule(_dates, ("cases", "cards", "documents", "pack"), across=False),
    Rule(_cases, ("cases",), across=False),
    Rule(_accounts, ("accounts",), across=False),
    Rule(_documents, ("documents",), across=False),
    Rule(_reference_point, ("reference_point",), across=False),
    Rule(_questions, ("questions",), across=False),
    Rule(texts.cards, ("cases", "threat"), across=False),
    Rule(texts.quotations, EVERY, across=False),
    Rule(texts.words, ("pack",), across=False),
    Rule(texts.braces, EVERY, across=False),
    Rule(gaps.series, ("numbers",), across=False),
    Rule(_dangling, EVERY, "whether every work that is cited is listed", across=False),
    Rule(gaps.codings, ("codings", "cases", "factors"), "a coding of each factor in each case"),
    Rule(gaps.weigher, ("pack", "cases", "factors"), "the cases and factors in pack.toml"),
    Rule(
        gaps.evidence,
        ("ratings", "cards", "accounts", "pack"),
        "a rating of each card under each account",
    ),
    Rule(
        gaps.threat,
        ("threat", "numbers", "documents"),
        "the numbers that each comparison needs",
    ),
    Rule(_unused, EVERY, "whether every reference is cited"),
)
