"""Where a download's folders go: beside what is there already, never over something newer."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from course.grading import intake, kinds, who
from course.homework.draws import student_key


def put(
    made: Path,
    to: Path,
    persons: Sequence[who.Person],
    before: Sequence[who.Person],
    notes: list[str],
    *,
    older: bool,
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Put the folders in `made` into `to`; say who is new there, who is newer, who is the same."""
    to.mkdir(exist_ok=True)
    known = {(one.platform, one.key): one for one in before}
    added, anew, same = [], [], []
    for one in persons:
        name = intake.folder_name(one.student)
        old = known.pop((one.platform, one.key), None)
        there = to / name
        if old is not None and student_key(old.student) != student_key(one.student):
            was = to / intake.folder_name(old.student)
            notes.append(
                f"{old.student!r} is {one.student!r} now, for the notebook says so; if the former "
                "is in your gradebook already, it stays there beside the latter."
            )
            if was.is_dir() and not there.exists():
                was.rename(there)
        if not there.exists():
            (made / name).rename(there)
            added.append(one.student)
        elif old is None:
            notes.append(f"{one.student}: the folder that you had put there was left as it is.")
            continue
        elif _contents(made / name).items() <= _contents(there).items():
            same.append(one.student)
            one = replace(old, student=one.student, ids=one.ids or old.ids, late=one.late)
        elif older or _newer(made / name, there, one, old):
            shutil.rmtree(there)
            (made / name).rename(there)
            anew.append(one.student)
        else:
            same.append(one.student)
            notes.append(
                f"{one.student}: what is there is newer; it was left as it is (`--older` takes the "
                "older one)."
            )
            one = old
        known[one.platform, one.key] = one
    who.keep(to / kinds.TABLE, known.values())
    return tuple(sorted(added)), tuple(sorted(anew)), tuple(sorted(same))


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def _newer(new: Path, old: Path, now: who.Person, before: who.Person) -> bool:
    """Say whether a submission came after another: by the platform's numbers, else by the times."""
    if now.hand and before.hand:
        return now.hand > before.hand
    if now.when and before.when and now.when != before.when:
        return now.when > before.when
    return _last(new) >= _last(old)


def _last(folder: Path) -> float:
    return max((path.stat().st_mtime for path in folder.iterdir()), default=0.0)


def aside(folder: Path, to: Path) -> str:
    """Put the folders of people who are not in the table aside, and say where."""
    to.mkdir(exist_ok=True)
    for path in sorted(folder.iterdir()):
        shutil.rmtree(to / path.name, ignore_errors=True)
        path.rename(to / path.name)
    return (
        f"Who is not in the table of grades was put aside, into {to}; if somebody there belongs to "
        "the class, move their folder to the others."
    )
