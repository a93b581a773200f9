"""Lessons for a case pack: written once for all packs, and made into notebooks for one of them.

Each lesson is a text in ``packs/lessons``: cells, parted by lines that begin with ``+++`` and give
the cell's name. After the name may stand

``code``
    the cell is code;
``minutes=9`` or ``minutes=<name>``
    how long the section takes; it is put behind its heading, and all of them are added up;
``questions=threat``
    here the pack's own questions for this lesson go, a cell each; without any, nothing does.

A name in angles, such as ``<title>``, is filled in from the pack. The prose teaches a step of
theory in general words, and the cells read the pack: so nothing of a case that is put away can
stand in it.

What was written carries a fingerprint of its texts. A notebook whose texts have changed since is
somebody's work, and is left as it is.
"""

from __future__ import annotations

import hashlib
import math
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import nbformat

from course import notebooks
from course.errors import CourseError, listed
from course.files import CLONE, PACKAGE, cannot_write, read_text, write_whole
from course.packs import asked, folder
from course.packs.pack import Pack

PLACES = (CLONE / "packs" / "lessons", PACKAGE / "_packs" / "lessons")
MARK = "from-pack-"
"""The tag that carries the fingerprint begins so."""
SLOW = 120
"""Words read in a minute by somebody who reads in a second language and thinks about it."""
HEAD = re.compile(r"\+\+\+ (?P<name>[a-z0-9-]+)(?P<rest>(?: [a-z]+(?:=\S+)?)*)")
HOLE = re.compile(r"<([a-z_]+)>")
HTML = ("details", "summary", "strong", "ul", "li")
SPECIAL = re.compile(r"([\\`*_\[\]<>#$])")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands in the text of a lesson."""

    name: str
    source: str
    code: bool = False
    minutes: str = ""
    questions: str = ""


def texts() -> tuple[Path, ...]:
    """List the lessons' texts, in order.

    Raises
    ------
    CourseError
        If they are not there.
    """
    for place in PLACES:
        if found := tuple(sorted(place.glob("*.md"))):
            return found
    raise CourseError("The lessons for case packs are missing; get the course anew.")


def cells(text: str) -> tuple[Cell, ...]:
    r"""Read the cells of a lesson's text.

    >>> cells("+++ a minutes=3\n## A\n+++ b code\nf()\n")[1]
    Cell(name='b', source='f()', code=True, minutes='', questions='')
    """
    found: list[tuple[re.Match[str], list[str]]] = []
    for line in text.splitlines():
        head = HEAD.fullmatch(line)
        if head:
            found.append((head, []))
        elif line.startswith("+++") or not found:
            raise CourseError(f"A lesson's cell begins with “+++ name”, and not with “{line}”.")
        else:
            found[-1][1].append(line)
    made = []
    for head, lines in found:
        said = dict((part.partition("=")[::2]) for part in head["rest"].split())
        source = "\n".join(lines).strip()
        made.append(
            Cell(
                head["name"],
                source,
                "code" in said,
                said.get("minutes", ""),
                said.get("questions", ""),
            )
        )
    return tuple(made)


def notebook(text: str, pack: Pack, name: str, home: str = "") -> Any:
    """Make a lesson for a pack of its text; nothing is run.

    Parameters
    ----------
    name
        How the notebook is to call the pack: its name, or the way to its folder.
    home
        The way from the notebook to the course's own lessons; without one there is no link.
    """
    read = cells(text)
    own = {lesson: questions_of(pack, lesson) for lesson in asked.LESSONS}
    filled = {**_filled(pack), "pack": name.replace("\\", "\\\\").replace('"', '\\"'), "home": home}
    mine = next((cell.questions for cell in read if cell.questions), "")
    filled["min_checks"] = str(2 * (_in_checks(read) + len(own.get(mine, ()))))
    minutes = {c.name: int(_fill(c.minutes, filled)) for c in read if c.minutes}
    filled["minutes"] = str(sum(minutes.values()))
    made = []
    for cell in read:
        if cell.questions:
            made += [
                nbformat.v4.new_code_cell(f'pack_check(PACK, "{id}")', id=f"question-{id}")
                for id in own[cell.questions]
            ]
            continue
        source = _fill(cell.source, filled)
        if cell.code:
            made.append(nbformat.v4.new_code_cell(source, id=cell.name))
            continue
        if cell.name in minutes:
            head, _, rest = source.partition("\n")
            source = f"{head} · {minutes[cell.name]} min\n{rest}".rstrip()
        if not home:
            source = re.sub(r"\[([^\]]*)\]\(00_start_here\.ipynb\)", r"\1", source)
        made.append(nbformat.v4.new_markdown_cell(source, id=cell.name))
    whole = nbformat.v4.new_notebook(cells=made)
    made[0].metadata["tags"] = [MARK + fingerprint(whole)]
    return whole


def _in_checks(read: Sequence[Cell]) -> int:
    """Count the questions that stand in the section "Check yourself"."""
    inside = 0
    section = ""
    for cell in read:
        section = cell.name if cell.minutes else section
        inside += section == "checks" and cell.code
    return inside


def questions_of(pack: Pack, lesson: str) -> tuple[str, ...]:
    """Give the pack's own questions for a lesson; the last one has those that name no lesson."""
    ids = [one.id.removeprefix(f"{pack.id}.") for one in pack.questions]
    return tuple(id for id in ids if pack.asked.get(id, asked.LESSONS[-1]) == lesson)


def _fill(text: str, filled: Mapping[str, str]) -> str:
    def one(found: re.Match[str]) -> str:
        if found[1] in HTML:
            return found[0]
        if found[1] not in filled:
            raise CourseError(f"A lesson for packs asks for {found[0]}, which no pack has.")
        return filled[found[1]]

    return HOLE.sub(one, text)


def plain(text: str) -> str:
    r"""Write a pack's text so that Markdown shows it as it is, on one line.

    >>> plain("Who paid $5\n and *why*?")
    'Who paid \\$5 and \\*why\\*?'
    """
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _words(*parts: str) -> int:
    return sum(len(part.split()) for part in parts)


def _reading(words: int) -> int:
    return math.ceil(words / SLOW)


def _filled(pack: Pack) -> dict[str, str]:
    """Give what the texts may ask for: names, counts, and minutes by how much there is to do."""
    training, held = pack.book.set("training"), pack.book.set("holdout")
    force = sum(crisis.force for crisis in training)
    claims = sum(len(document.claims) for document in pack.documents)
    said = [p.paraphrase for document in pack.documents for p in document.paragraphs]
    lawyers = [part for a in pack.accounts for part in (a.claim, a.lawyer, *a.hurt_by)]
    codebook = [
        getattr(factor, f"{part}_{at}")
        for factor in pack.book.factors
        for part in ("anchor", "example")
        for at in ("0", "half", "1")
    ]
    cards = [pack.book.crisis(id).card for id in pack.weighing.cards]
    ratings = pack.size * len(pack.accounts)
    few = min(claims, 12)
    comparisons = len(pack.comparisons.claims)
    return {
        "title": plain(pack.title),
        "question": plain(pack.question),
        "made": plain(pack.made),
        "n_claims": str(few),
        "n_accounts": str(len(pack.accounts)),
        "n_cards": str(len(pack.cards)),
        "readers": plain(pack.readers),
        "choose": str(pack.size),
        "comparisons": "one comparison" if comparisons == 1 else f"{comparisons} comparisons",
        "n_training": str(len(training)),
        "n_force": str(force),
        "n_without": str(len(training) - force),
        "n_factors": str(len(pack.book.factors)),
        "n_blind": str(len(cards)),
        "n_held_cards": (
            "There is one case." if len(held) == 1 else f"There are {len(held)} cases."
        ),
        "min_documents": str(3 + _reading(_words(*said))),
        "min_reread": str(4 + math.ceil(_reading(_words(*said)) / 2)),
        "min_sort": str(math.ceil(5 + 1.5 * few)),
        "min_accounts": str(2 + _reading(_words(*lawyers))),
        "min_balance": str(
            math.ceil(10 + _reading(_words(*(card.text for card in pack.cards))) + 0.5 * ratings)
        ),
        "min_weigher": str(
            math.ceil(20 + _reading(_words(*codebook, *cards)) + len(cards) + len(pack.book.names))
        ),
        "min_holdout": str(
            math.ceil(6 + 3 * len(held) + _reading(_words(*(f"{c.card} {c.after}" for c in held))))
        ),
    }


# Written once, and never over somebody's work -----------------------------------------------------


def fingerprint(whole: Any) -> str:
    """Give the fingerprint of a notebook's texts, whatever was run in it."""
    said = "\0".join(f"{cell.cell_type}\n{cell.source.rstrip()}" for cell in whole.cells)
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]


def untouched(path: Path) -> bool:
    """Say whether a file is a lesson as it was written here: its texts are those of its mark."""
    try:
        whole = notebooks.read(path)
        tags = whole.cells[0].metadata.get("tags", []) if whole.cells else []
        return MARK + fingerprint(whole) in tags
    except (CourseError, AttributeError):
        return False


def write(pack_folder: Path, to: Path | None = None, *, run: bool = True) -> Iterator[str]:
    """Write the lessons for a pack, and say of each what was done.

    Raises
    ------
    CourseError
        If the pack is not in order, or a file cannot be written.
    """
    pack = folder.read(pack_folder.resolve())
    there = (to or pack_folder).resolve()
    if there.exists() and not there.is_dir():
        raise CourseError(f"{there.name} is a file; give a folder for the lessons.")
    try:
        there.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CourseError(cannot_write(there, error)) from error
    name, home = called(pack_folder.resolve(), there), way_home(there)
    for source in texts():
        path = there / f"{source.stem}.ipynb"
        if path.exists() and not untouched(path):
            yield (
                f"{path.name} was changed since it was written, so it was left as it is; to have "
                "it anew, give it another name first."
            )
            continue
        made = notebook(read_text(source), pack, name, home)
        if run:
            made = _run(made, there, path.name)
        write_whole(path, notebooks.canonical(made))
        yield f"{path.name} was written."
    bare = {n: one for n, one in enumerate(asked.LESSONS, start=1) if not questions_of(pack, one)}
    if bare:
        where = listed(f'"{lesson}" for {n}' for n, lesson in bare.items())
        yield (
            f"The pack asks nothing of its own in lesson {listed(bare)}; a question in "
            f"questions.toml can say where it belongs (lesson = {where})."
        )


def _run(made: Any, there: Path, name: str) -> Any:
    from nbclient.exceptions import CellExecutionError

    try:
        return notebooks.run(made, there)
    except CellExecutionError as error:
        why = f"{error.ename}: {error.evalue}"
        raise CourseError(f"{name} could not be run ({why.rstrip('.')}).") from error


def called(pack_folder: Path, there: Path) -> str:
    """Say how a notebook calls a pack: by its name if that finds it, else by the way to it."""
    if any(pack_folder == (place / pack_folder.name).resolve() for place in folder.PLACES):
        return pack_folder.name
    return _way(pack_folder, there)


def way_home(there: Path) -> str:
    """Give the way to the course's own lessons from a folder inside this copy of the course."""
    if not (notebooks.FOLDER.is_dir() and there.is_relative_to(CLONE)):
        return ""
    return f"{_way(notebooks.FOLDER, there)}/"


def _way(to: Path, start: Path) -> str:
    try:
        return PurePath(os.path.relpath(to, start)).as_posix()
    except ValueError:  # another drive of Windows
        return to.as_posix()


def lessons_of(there: Path) -> Iterable[Path]:
    """Give the lessons on a pack that stand in a folder, in order."""
    return [path for source in texts() if (path := there / f"{source.stem}.ipynb").is_file()]
