"""A case pack from a folder: checked, read, and chosen."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from course.accounts import Account, Citation
from course.casebook import Casebook
from course.checks import Check, Option
from course.errors import CourseError, listed
from course.files import CLONE, PACKAGE, read_text, write_whole
from course.packs import faults, files, first, wording
from course.packs.files import Fault, Raw
from course.packs.numbers import Numbers
from course.packs.pack import Document, Number, Pack, Paragraph, Statement, Weighing
from course.rows import Coding, Crisis, Evidence, Factor

VARIABLE = "COURSE_PACK"
SAME = 3
"""How many faults of one kind in one file are told one by one."""
CLOSED = ("references", "cases")
PLACES = (CLONE / "packs", PACKAGE / "_packs")


def chosen(pack: Pack | str | None = None) -> Pack:
    """Give the pack that was asked for, by name, by folder, or by the variable COURSE_PACK.

    Without any it is the course's own material.

    Raises
    ------
    CourseError
        If there is no such pack, or it has a fault.
    """
    if isinstance(pack, Pack):
        return pack
    wanted = (pack or os.environ.get(VARIABLE, "")).strip()
    return read(find(wanted)) if wanted else first.russia()


def find(name: str) -> Path:
    """Find a pack's folder: a path, or the name of a folder in ``packs``.

    Raises
    ------
    CourseError
        If there is none, saying which there are.
    """
    for path in (Path(name).expanduser(), CLONE / name, *(place / name for place in PLACES)):
        if (path / "pack.toml").is_file():
            return path.resolve()
    there = sorted({p.parent.name for place in PLACES for p in place.glob("*/pack.toml")})
    raise CourseError(
        f"There is no case pack {name!r}; give a folder that holds pack.toml, or one of "
        f"{listed(there) if there else 'those that come with the course'}."
    )


def place(name: str) -> Path:
    """Find the folder that is to be checked: also one in which files are missing.

    Raises
    ------
    CourseError
        If there is none, or it holds no file of a pack.
    """
    path = Path(name).expanduser()
    if path.is_dir() and any((path / file).is_file() for file in files.FILES):
        return path
    return find(name)


def start(to: Path) -> Path:
    """Copy the template to a new folder; its name becomes the id of the pack.

    Raises
    ------
    CourseError
        If there is something of that name, or it cannot be the name of a pack.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", to.name):
        raise CourseError(
            f"{to.name!r} cannot be the name of a pack; begin with a small letter, and use small "
            "letters, digits and underscores."
        )
    if to.exists():
        raise CourseError(f"There is already something called {to}; choose another name.")
    template = find("template")
    for path in sorted(template.glob("*.*")):
        text = read_text(path)
        if path.name == "pack.toml":
            text = text.replace('id = "template"', f'id = "{to.name}"')
        write_whole(to / path.name, text)
    return to


def check(folder: Path) -> tuple[Fault, ...]:
    """Find everything that is missing or wrong in a pack's folder.

    Raises
    ------
    CourseError
        If there is no such folder.
    """
    return examined(folder)[0]


def examined(folder: Path) -> tuple[tuple[Fault, ...], list[str]]:
    """Find what is missing or wrong, what is wrong first; and say what cannot be checked yet.

    Raises
    ------
    CourseError
        If there is no such folder.
    """
    raw = files.read(folder)
    found, waiting = faults.faults(raw)

    def order(fault: Fault) -> tuple[bool, int, int]:
        return fault.placeholder, files.FILES.index(fault.file), fault.line

    return tuple(sorted([*raw.faults, *found], key=order)), waiting


def told(found: Sequence[Fault]) -> list[str]:
    """Put faults as lines: of a file's placeholders the first, of faults of one kind a few."""
    lines = []
    left = Counter(fault.file for fault in found if fault.placeholder)
    alike = Counter((fault.file, fault.shape) for fault in found)
    seen: Counter[tuple[str, str]] = Counter()
    for fault in found:
        if not fault.placeholder:
            kind = (fault.file, fault.shape)
            seen[kind] += 1
            if alike[kind] <= SAME + 1 or seen[kind] < SAME:
                lines.append(str(fault))
            elif seen[kind] == SAME:
                rest = alike[kind] - SAME
                lines.append(f"{fault} There are {rest} more of this kind in this file.")
        elif count := left.pop(fault.file, 0):
            more = f" There are {count - 1} more in this file." if count > 1 else ""
            lines.append(f"{fault}{more}")
    return lines


def read(folder: Path) -> Pack:
    """Read a pack.

    Raises
    ------
    CourseError
        If something is missing or wrong: the first fault, and how many there are.
    """
    stamp = tuple(sorted((p.name, p.stat().st_mtime_ns) for p in folder.glob("*.*")))
    return _read(folder, stamp)


@cache
def _read(folder: Path, stamp: tuple[tuple[str, int], ...]) -> Pack:
    found = check(folder)
    if found:
        name = folder.name if folder.parent in PLACES else folder
        more = f" There are {len(found)} faults in all; see `course pack check {name}`."
        raise CourseError(f"{folder.name}/{found[0]}{more if len(found) > 1 else ''}")
    return _pack(files.read(folder))


def _pack(raw: Raw) -> Pack:
    data = raw.data
    listed_ = data["references"]["reference"]
    works = {r["id"]: wording.reference(r["text"], r.get("url", ""), True) for r in listed_}
    cited = {
        r["id"]: wording.reference(r["text"], r.get("url", ""), r["confirmed"]) for r in listed_
    }
    said = data["pack"]
    weigher = said["weigher"]
    numbers = tuple(_number(row, cited) for _, row in raw.rows["numbers"])
    return Pack(
        id=said["id"],
        title=said["title"],
        question=said["question"],
        authors=tuple(said["authors"]),
        licence=said["licence"],
        made=said["made"],
        book=_book(raw, cited),
        weighing=Weighing(
            tuple(weigher["blind"]),
            tuple(weigher["cards"]),
            weigher["present"],
            {a["letter"]: tuple(a["factors"]) for a in weigher["account"]},
        ),
        cards=tuple(
            Evidence(
                c["id"],
                c["date"],
                c["text"],
                # A card that was not looked up says so itself; its works need not say it again.
                _texts(c["sources"], cited if c["confirmed"] else works),
                c["confirmed"],
                c.get("cluster"),
            )
            for c in data["cards"]["card"]
        ),
        ratings=_ratings(raw),
        size=said["evidence"]["choose"],
        periods=tuple((low, high) for low, high in said["evidence"]["periods"]),
        accounts=tuple(_account(a, data) for a in data["accounts"]["account"]),
        comparisons=Numbers(data["threat"], numbers),
        states=data["reference_point"]["states"],
        documents=tuple(_document(d, cited) for d in data["documents"]["document"]),
        questions=tuple(_question(q, said["id"], cited) for q in data["questions"]["check"]),
        references={id: text for id, text in cited.items() if id in _open(raw)},
        numbers=numbers,
        unconfirmed=tuple(
            f"{c['name']}: {c['unconfirmed']}" for c in data["cases"]["case"] if "unconfirmed" in c
        ),
        folder=raw.folder,
        about=said["about"],
        readers=wording.readers(said["evidence"]),
        asked={q["id"]: q["lesson"] for q in data["questions"]["check"] if "lesson" in q},
        known=tuple(said.get("holdout", {}).get("known", ())),
        words=wording.words(data, cited),
    )


def _open(raw: Raw) -> set[str]:
    """Give the references that more than the cases put away rest on; the others would name them."""
    held = {case["id"] for case in raw.data["cases"]["case"] if case["set"] == "holdout"}
    used = {
        id for case in raw.data["cases"]["case"] if case["id"] not in held for id in case["sources"]
    }
    for name, rows in raw.rows.items():
        for _, row in rows:
            if row.get("case") not in held and name != "ratings":
                used |= set(row["source"].split(" ; "))
    others = "\n".join(text for name, text in raw.texts.items() if name not in CLOSED)
    return used | set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", others))


def _texts(ids: list[str], cited: Mapping[str, str]) -> str:
    return " ; ".join(cited[id] for id in ids)


def _source(source: str, cited: Mapping[str, str]) -> str:
    return " ; ".join(cited.get(id, id) for id in source.split(" ; "))


def _number(row: Mapping[str, str], cited: Mapping[str, str]) -> Number:
    return Number(
        row["measure"],
        row["actor"],
        row["observer"],
        int(row["year"]),
        float(row["value"]),
        _source(row["source"], cited),
        row["confirmed"] == "yes",
        row["note"],
    )


def _book(raw: Raw, cited: Mapping[str, str]) -> Casebook:
    crises = tuple(
        Crisis(
            borderline=case.get("borderline"),
            unconfirmed=case.get("unconfirmed"),
            sources=_texts(case["sources"], cited),
            **{k: v for k, v in case.items() if k not in ("borderline", "unconfirmed", "sources")},
        )
        for case in raw.data["cases"]["case"]
    )
    factors = tuple(Factor(**factor) for factor in raw.data["factors"]["factor"])
    codings: dict[int, dict[tuple[str, str], Coding]] = {}
    for _, row in raw.rows["codings"]:
        coder = int(row["coder"])
        codings.setdefault(coder, {})[row["case"], row["factor"]] = Coding(
            row["case"],
            row["factor"],
            coder,
            float(row["value"]),
            row["reason"],
            _source(row["source"], cited),
        )
    stories = tuple(tuple(ids) for ids in raw.data["pack"]["weigher"].get("stories", []))
    return Casebook(crises, factors, codings, stories)


def _ratings(raw: Raw) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for _, row in raw.rows["ratings"]:
        by = found.setdefault(row["card"], {}).setdefault(row["account"], {})
        by[row["rater"]] = int(row["rating"])
    return found


def _account(data: Mapping[str, Any], all_: Mapping[str, Any]) -> Account:
    held = {r["id"]: r for r in all_["references"]["reference"]}
    return Account(
        data["letter"],
        data["name"],
        data["short"],
        data["claim"],
        data["lawyer"],
        tuple(data["fingerprints"]),
        tuple(data["hurt_by"]),
        tuple(
            Citation(held[id]["text"], "looked up" if held[id]["confirmed"] else "from memory")
            for id in data["sources"]
        ),
        dict(data["replies"]),
    )


def _document(data: Mapping[str, Any], cited: Mapping[str, str]) -> Document:
    return Document(
        data["id"],
        data["title"],
        data["author"],
        data["date"],
        data["rights"],
        cited[data["source"]],
        tuple(
            Paragraph(p["id"], p["paraphrase"], not p.get("unconfirmed", False))
            for p in data["paragraph"]
        ),
        tuple(
            Statement(
                c["id"],
                c["paragraph"],
                c["text"],
                c["type"],
                c["counter"],
                tuple(cited[id] for id in c["sources"]),
            )
            for c in data["claim"]
        ),
    )


def _question(data: Mapping[str, Any], pack: str, cited: Mapping[str, str]) -> Check:
    options = tuple(
        Option(o["id"], o["text"], o["feedback"], o.get("correct", False)) for o in data["option"]
    )
    sources = tuple(cited[id] for id in data["sources"])
    return Check(
        f"{pack}.{data['id']}", data["prompt"], options, tuple(data.get("hints", ())), sources
    )
