"""The names that learning platforms give to what students handed in; see `collecting`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

CANVAS = re.compile(r"(?P<person>[^_/]+?)_(?P<late>LATE_)?(?P<key>\d+)_(?P<hand>\d+)_(?P<file>.+)")
MOODLE = re.compile(
    r"(?P<person>[^_/]+?)_(?P<key>\d+)_assignsubmission_(?:file|onlinetext)(?:_?/|_)(?P<file>.+)"
)
BLACKBOARD = re.compile(
    r"(?P<head>.+)_attempt_(?P<when>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<form>\.txt))"
)


@dataclass(frozen=True, slots=True)
class Named:
    """What a platform's name for a file says.

    Attributes
    ----------
    platform, key
        Which platform, and how it knows the person.
    person
        The person's name as it stands there; for Blackboard the user name.
    file
        The name that the student gave the file; empty for a form that goes with it.
    when
        The time that stands there (Blackboard: the server's), or empty.
    late
        Whether it says so.
    hand
        The number the platform gave the file (Canvas); a later file has a higher one.
    """

    platform: str
    key: str
    person: str
    file: str
    when: str = ""
    late: bool = False
    hand: int = 0


def named(path: str, users: Iterable[str] = ()) -> Named | None:
    """Read a name as one of the platforms gives it; None if it is none of theirs.

    A user name with ``_`` in it is known by the `users` of the class.

    >>> named("kovalanna_LATE_1234_98765_P3_prospect_lab-1.ipynb").key
    '1234'
    >>> named("Anna Koval_77_assignsubmission_file_/P3.ipynb").person
    'Anna Koval'
    >>> named("Lab 3_akoval_attempt_2026-11-20-17-03-59_P3.ipynb").person
    'akoval'
    >>> named("notes.ipynb") is None
    True
    """
    if found := MOODLE.search(path):
        return Named("moodle", found["key"], found["person"].strip(), found["file"])
    last = PurePosixPath(path).name
    if found := BLACKBOARD.fullmatch(last):
        head = found["head"]
        known = [user for user in users if head.endswith(f"_{user}")]
        user = max(known, key=len, default=head.rpartition("_")[2])
        return Named("blackboard", user, user, found["file"] or "", found["when"])
    if found := CANVAS.fullmatch(last):
        late, hand = bool(found["late"]), int(found["hand"])
        return Named("canvas", found["key"], found["person"], found["file"], "", late, hand)
    return None
