"""The rival explanations, each stated as its own holder would state it.

An account that is put by its opponent is easily beaten. So each of the seven is written by its
best lawyer, with what it predicts and the others do not, what hurts it most, and a reply to
somebody who has just argued for another. That seven is a selection is said too: `others` are the
explanations that the course does not weigh.

The texts are in ``messages/hypotheses.toml``. **Source:** the scholars named there, each with how
the citation was seen. The wording is ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from course.errors import CourseError, listed
from course.files import PACKAGE, read_toml

PATH = PACKAGE / "messages" / "hypotheses.toml"

Seen = Literal["looked up", "from memory"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A work an account rests on, and whether we looked it up or name it from memory."""

    citation: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Account:
    """One explanation of when Russia uses force, in its strongest form.

    Attributes
    ----------
    letter
        T, P, I, D, L, V or S.
    name, short
        For headings, and for axes (three words at most).
    claim
        One sentence that a holder of the view would sign.
    lawyer
        Its best case.
    fingerprints
        What it expects and the others do not.
    hurt_by
        What it finds hardest to live with.
    replies
        By letter of another account: its answer to somebody who has just argued for that one.
    """

    letter: str
    name: str
    short: str
    claim: str
    lawyer: str
    fingerprints: tuple[str, ...]
    hurt_by: tuple[str, ...]
    sources: tuple[Citation, ...]
    replies: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Other:
    """An explanation from the field that the course names and does not weigh."""

    name: str
    claim: str
    predicts: str
    source: Citation


def accounts() -> tuple[Account, ...]:
    """Give the seven accounts, in the order in which all tables and pictures show them.

    >>> [account.letter for account in accounts()]
    ['T', 'P', 'I', 'D', 'L', 'V', 'S']
    """
    return _accounts()


def account(letter: str) -> Account:
    """Find an account by its letter.

    >>> account("S").short
    'Status'

    Raises
    ------
    CourseError
        If there is no such account, naming those there are.
    """
    for found in accounts():
        if found.letter == letter:
            return found
    known = listed(f"{found.letter} ({found.short})" for found in accounts())
    raise CourseError(f"There is no account {letter!r}; choose one of {known}.")


def reply(letter: str, against: str) -> str:
    """Give the answer of account `letter` to somebody who has just argued for `against`.

    Raises
    ------
    CourseError
        If one of the two is no account, or both are the same.
    """
    speaker, other = account(letter), account(against)
    if speaker is other:
        raise CourseError(f"{letter} cannot answer itself; name another account.")
    return speaker.replies[other.letter]


def others() -> tuple[Other, ...]:
    """Give the explanations that are also in the field: seven is a selection."""
    return tuple(
        Other(o["name"], o["claim"], o["predicts"], Citation(**o["source"]))
        for o in _read(PATH)["other"]
    )


@cache
def _accounts(path: Path = PATH) -> tuple[Account, ...]:
    found = tuple(_account(data) for data in _read(path)["account"])
    letters = [one.letter for one in found]
    for one in found:
        rest = {letter for letter in letters if letter != one.letter}
        if set(one.replies) != rest or len(set(letters)) != len(letters):
            raise CourseError(
                f"{path.name}: {one.letter} must have one reply to each other account and none "
                "to itself; put the file back as it was published."
            )
    return found


def _account(data: dict[str, Any]) -> Account:
    return Account(
        letter=data["letter"],
        name=data["name"],
        short=data["short"],
        claim=data["claim"],
        lawyer=data["lawyer"],
        fingerprints=tuple(data["fingerprints"]),
        hurt_by=tuple(data["hurt_by"]),
        sources=tuple(Citation(**source) for source in data["source"]),
        replies=MappingProxyType(dict(data["replies"])),
    )


@cache
def _read(path: Path) -> dict[str, Any]:
    return read_toml(path, path.with_name("hypotheses.schema.json"))
