"""A step of building the site: what it depends on, and how it is made.

A step is skipped when nothing that it depends on has changed since it was last made, by a
fingerprint of its files. It works in a folder of its own, which is kept, and moves what is finished
into the site; so a build that is stopped leaves whole pages, and the next one goes on.
"""

from __future__ import annotations

import filecmp
import hashlib
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError
from course.files import CLONE, write_whole

Say = Callable[[str], None]
"""Takes a line of progress."""


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the site.

    Attributes
    ----------
    name
        Its short name; its working folder and stamp are called so.
    says
        What it does, for the line of progress.
    sources
        Gives the files that it depends on (those that are there).
    make
        Makes it: gets its working folder, the folder of the site, and where to say how it goes.
    """

    name: str
    says: str
    sources: Callable[[], Iterable[Path]]
    make: Callable[[Path, Path, Say], None]


def files_below(*places: Path, but: tuple[str, ...] = ("__pycache__",)) -> Iterator[Path]:
    """Give the files in these folders (or these files), in a fixed order.

    >>> from course.files import PACKAGE
    >>> PACKAGE / "errors.py" in set(files_below(PACKAGE))
    True
    """
    for place in places:
        if place.is_file():
            yield place
        for path in sorted(place.rglob("*")):
            if path.is_file() and not set(but) & set(path.parts):
                yield path


def fingerprint(paths: Iterable[Path]) -> str:
    """Give one number for the names and contents of files."""
    total = hashlib.sha256()
    for path in sorted(set(paths)):
        name = path.relative_to(CLONE) if path.is_relative_to(CLONE) else path
        total.update(f"{name.as_posix()}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def run(step: Step, work: Path, to: Path, say: Say, *, anew: bool = False) -> bool:
    """Make a step unless it is there already; say whether it was made.

    Raises
    ------
    CourseError
        If it cannot be made, saying why; what was there before is still there.
    """
    stamp = to / f".{step.name}.made"
    now = fingerprint(step.sources())
    if not anew and stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == now:
        say(f"{step.says}: nothing has changed.")
        return False
    say(f"{step.says} ...")
    began = time.monotonic()
    place = work / step.name
    try:
        place.mkdir(parents=True, exist_ok=True)
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CourseError(
            f"{error.filename} cannot be made ({(error.strerror or 'unknown reason').lower()}); "
            "choose another folder with --to."
        ) from error
    stamp.unlink(missing_ok=True)
    step.make(place, to, say)
    write_whole(stamp, now + "\n")
    say(f"{step.says}: {time.monotonic() - began:.0f} s.")
    return True


def mirror(made: Path, to: Path, *, but: Iterable[str] = ()) -> int:
    """Make folder `to` hold what `made` holds, file by whole file; give how many were written.

    What is the same already is not touched; what is not in `made` goes, except the entries of `to`
    named in `but` and the stamps of steps.

    Raises
    ------
    CourseError
        If a file cannot be written; each file is then the old one or the new one.
    """
    kept = {*but}
    wanted = {path.relative_to(made) for path in files_below(made, but=())}
    written = 0
    try:
        for name in sorted(wanted):
            source, target = made / name, to / name
            if target.is_file() and filecmp.cmp(source, target, shallow=False):
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            half = target.with_name(f".{target.name}.half")
            shutil.copyfile(source, half)
            half.replace(target)
            written += 1
        for path in sorted(to.rglob("*"), reverse=True):
            name = path.relative_to(to)
            if name.parts[0] in kept or path.name.endswith(".made"):
                continue
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif name not in wanted:
                path.unlink()
    except OSError as error:
        raise CourseError(
            f"{error.filename} could not be written ({(error.strerror or 'why unknown').lower()}); "
            "make room or close what has it open, and build again."
        ) from error
    return written
