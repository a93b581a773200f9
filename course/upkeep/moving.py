"""From an old folder of the course into this one: what most people do with a new download.

The old folder is only read. What is here already stays; what comes is copied, each file whole, so
that the command can be stopped and said again.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

from course import arrival, journal
from course.errors import CourseError
from course.files import write_whole
from course.upkeep import kept, lessons
from course.upkeep.findings import Place, servers, shipped, version_of
from course.upkeep.finish import copy_whole
from course.upkeep.kit import safe
from course.upkeep.update import OLD, closed, is_lesson, named

Say = Callable[[str], None]
WORKSHOP = tuple(
    f"{name}/" for name in (".ci", "course", "js", "tests", "tools", "benchmarks", "docs", "share")
)
"""Where nobody who learns or teaches has files of their own."""


def bring_over(place: Place, old: Path, say: Say) -> None:
    """Bring journal, answers, changed lessons and own files from the folder `old` here.

    Raises
    ------
    CourseError
        If `old` is no folder of the course, is this one, or is open; or if a file could not be
        copied.
    """
    if not old.is_dir():
        raise CourseError(f"There is no folder {old}; check its name.")
    old = old.resolve()
    if old == place.folder:
        raise CourseError(
            "That is this folder itself; name the old one, from which your work is to come."
        )
    if not version_of(old):
        raise CourseError(
            f"{old} is not a folder of this course; name the one that holds start.py and my_work."
        )
    closed(place)
    there = Place(old, old / ".venv", old / "my_work", place.home, {}, place.system, place.now)
    if servers(there):
        raise CourseError("The course is open in the old folder; close it there, then try again.")
    try:
        _journal(place, old, say)
        _work(place, old, say)
        _rest(place, old, say)
    except OSError as error:
        raise CourseError(
            f"{error.filename} could not be copied ({error.strerror}); the old folder is as it "
            "was, and you may say the same again."
        ) from error
    say(f"The old folder, {old}, is as it was; delete it when you have seen that all is here.")


def _journal(place: Place, old: Path, say: Say) -> None:
    path = old / "my_work" / journal.NAME
    here = place.work / journal.NAME
    if not path.is_file():
        say("There is no journal in the old folder.")
        return
    try:
        if not here.exists():
            _, entries = arrival.read(path)
            copy_whole(path, here)  # byte for byte
            say(f"Your journal came in: {arrival.counted(len(entries))}.")
            return
        say(arrival.bring_in(path, here=here))
    except CourseError as error:
        say(f"The journal did not come in. {error}")


def _work(place: Place, old: Path, say: Say) -> None:
    """Copy what else is in ``my_work``; where both have a file of one name, both stay."""
    keep = kept.new_folder(place)
    came, beside = 0, 0
    for path in kept.files_in(old / "my_work"):
        if path.is_relative_to(place.folder):  # the new version was unpacked in there
            continue
        name = path.relative_to(old / "my_work")
        if name == Path(journal.NAME) or name.name.endswith(".lock"):
            continue
        target = place.work / name
        if target.exists() and _same(path, target):
            continue
        if not target.exists():
            came += 1
        elif _has(place, Path("my_work") / name, path):
            continue
        else:
            target, beside = keep / "my_work" / name, beside + 1
        copy_whole(path, target)
    if came:
        say(f"{_files(came)} came from the old `my_work`.")
    if beside:
        say(f"{_files(beside)} were there in both; the old ones are in {place.shown(keep)}.")


def _rest(place: Place, old: Path, say: Say) -> None:
    """Copy changed lessons to ``my_work/kept``, and files of one's own to where they were."""
    keep = kept.new_folder(place)
    before, now = lessons.shipped(old), lessons.shipped(place.folder)
    ours, now_ours = frozenset(shipped(old)), frozenset(shipped(place.folder))
    changed, own, differ = [], [], []
    for path in kept.own_files(old, ours - frozenset(n for n in ours if is_lesson(n))):
        if path.is_relative_to(place.folder):  # the new version was unpacked in the old one
            continue
        name = path.relative_to(old).as_posix()
        text, target = path.read_bytes(), place.folder / name
        if is_lesson(name) and (name in before or name in now):
            lesson = before.get(name) or now[name]
            if lessons.compare(text, lesson).touched and not _has(place, Path(name), path):
                copy_whole(path, keep / name)
                changed.append(name)
        elif not ours and (name.startswith(WORKSHOP) or name in now_ours):
            continue  # a version that did not list its files; this one is of the course
        elif not target.exists():
            copy_whole(path, target)
            own.append(name)
        elif not _same(path, target) and not _has(place, Path(name), path):
            copy_whole(path, keep / name)
            differ.append(name)
    if changed:
        what = f"You had changed {named(changed)}; yours is"
        if not ours:  # whether it was the learner or a version cannot be told
            what = f"What differs from the new version ({named(changed)}) is kept as it was"
        say(f"{what} in {place.shown(keep)}.")
    if own:
        say(f"{_files(len(own))} of your own came along (the first: {own[0]}).")
    if differ:
        say(f"{_files(len(differ))} of yours are in {place.shown(keep)}.")
    _kit(place, old, keep, say)


def _kit(place: Place, old: Path, keep: Path, say: Say) -> None:
    """Pack the old version's other files that differ, as an update does: some may be changed."""
    here = place.folder
    names = [n for n in shipped(old) if safe(n) and not is_lesson(n) and (old / n).is_file()]
    differ = {n: (old / n).read_bytes() for n in names if not _same(old / n, here / n)}
    for archive in sorted((place.work / "kept").glob(f"*/{OLD}")):
        have = _unpacked(archive)
        differ = {name: data for name, data in differ.items() if have.get(name) != data}
    if not differ:
        return
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in differ.items():
            made.writestr(name, data)
    write_whole(keep / OLD, buffer.getvalue())
    say(
        f"{_files(len(differ))} of the old version that differ from the new one are in "
        f"{place.shown(keep)}/{OLD}; delete it if you had changed none of them."
    )


def _unpacked(archive: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(archive) as held:
            return {name: held.read(name) for name in held.namelist()}
    except (OSError, zipfile.BadZipFile, EOFError, ValueError, RuntimeError):
        return {}


def _has(place: Place, name: Path, path: Path) -> bool:
    """Say whether an earlier run kept this very file already."""
    return any(_same(path, other) for other in (place.work / "kept").glob(f"*/{name.as_posix()}"))


def _same(one: Path, other: Path) -> bool:
    if not other.is_file() or one.stat().st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def _files(n: int) -> str:
    return "1 file" if n == 1 else f"{n} files"
