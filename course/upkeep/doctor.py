"""Look at an installation, say in sentences what is wrong, and mend what can be mended."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from course.errors import CourseError
from course.files import write_whole
from course.upkeep import environment, jupyter, kept, lessons, own_work, surroundings
from course.upkeep.findings import (
    Finding,
    Place,
    about_this_computer,
    filled,
    private,
    version_of,
)
from course.upkeep.mending import Install, mend

Say = Callable[[str], None]


def look(place: Place, *, teacher: bool = False) -> tuple[Finding, ...]:
    """Make every check; what is wrong comes before what is only worth knowing."""
    if not (place.folder / "pyproject.toml").is_file():
        # Installed as a package alone: there is no folder of the course to look at.
        return tuple(own_work.check(place))
    found = [
        *environment.check(place),
        *surroundings.check(place),
        *jupyter.check(place),
        *lessons.check(place),
        *own_work.check(place),
        *(_teacher(place) if teacher else ()),
    ]
    return tuple(sorted(found, key=lambda finding: finding.note))


def _teacher(place: Place) -> Iterator[Finding]:
    """Is the box there in which `course grade` runs what students hand in?"""
    if place.system != "linux" or not shutil.which("bwrap"):
        linux = place.system == "linux"
        yield Finding(
            "no-box",
            "The protective box in which `course grade` runs what students hand in is not there"
            + ("." if linux else "; it exists for Linux only."),
            "Install the package bubblewrap, or read docs/grading.md before you say `--unsafe`."
            if linux
            else "Read docs/grading.md before you say `--unsafe`, or grade on a Linux computer.",
            note=True,
        )


def doctor(
    place: Place,
    say: Say,
    *,
    wish_mend: bool = False,
    lesson: str = "",
    report: Path | None = None,
    teacher: bool = False,
    install: Install | None = None,
) -> int:
    """Do what ``doctor`` on the command line was asked to; return the exit status.

    Raises
    ------
    CourseError
        If a lesson that is none was named, or the report could not be written.
    """
    if lesson:
        say(lessons.restore(place, lesson))
        return 0
    say("Looking at this installation; it takes a few seconds ...\n")
    found = look(place, teacher=teacher)
    if wish_mend:
        found = _mended(place, found, say, teacher, install)
    say("\n\n".join(told(found)))
    can = sum(bool(finding.mend) for finding in found)
    if can and not wish_mend:
        say(f"{place.command('doctor --mend')} mends what it can ({can} of these).")
    if report is not None:
        write_whole(report, private(as_report(place, found), place))
        say(
            f"\nThe report is in {report}. Read it, and send it to your teacher if you like; it "
            "holds nothing that you wrote."
        )
    return 1 if wrong(found) else 0


def wrong(found: tuple[Finding, ...]) -> int:
    """Count what is wrong, without what is only worth knowing."""
    return sum(not finding.note for finding in found)


def told(found: tuple[Finding, ...]) -> list[str]:
    """Write the findings as paragraphs, and the sum at the end."""
    paragraphs = []
    for number, finding in enumerate(found, start=1):
        start = "Worth knowing: " if finding.note else ""
        what = filled(f"{number}. {start}{finding.wrong}", " " * 3)
        paragraphs.append(f"{what}\n{filled(f'   -> {finding.do}', ' ' * 6)}")
    bad = wrong(found)
    if not bad:
        return [*paragraphs, "Everything is in order."]
    return [*paragraphs, "1 thing is wrong." if bad == 1 else f"{bad} things are wrong."]


def _mended(
    place: Place, found: tuple[Finding, ...], say: Say, teacher: bool, install: Install | None
) -> tuple[Finding, ...]:
    """Mend what can be mended, each thing once, and look again."""
    keep = kept.new_folder(place)
    done: set[tuple[str, Path | None]] = set()
    for finding in found:
        what = (finding.mend, None if finding.mend == "install" else finding.about)
        if not finding.mend or what in done:
            continue
        done.add(what)
        say(f"Mending: {finding.wrong}")
        try:
            say(f"   {mend(place, finding, keep, install)}\n")
        except CourseError as error:
            say(f"   {error}\n")
    if not done:
        say("There is nothing that can be mended from here.\n")
        return found
    lessons.shipped.cache_clear()
    return look(place, teacher=teacher)


def as_report(place: Place, found: tuple[Finding, ...]) -> str:
    """Write what a teacher needs to help, and nothing of what the learner wrote."""
    lines = [
        "Report of `doctor`, Threat, Power, Loss",
        f"Made {place.now.isoformat(timespec='minutes')}",
        f"Course {version_of(place.folder) or 'of unknown version'} in {place.folder}",
        f"Computer: {about_this_computer()} {platform.python_implementation()}",
        f"Environment: {place.environment} ({environment.level(place.environment)})",
        f"Journal: {own_work.size(place)}",
        "",
    ]
    for finding in found:
        kind = "worth knowing" if finding.note else "wrong"
        lines += [f"[{finding.code}] {kind}", f"  {finding.wrong}", f"  {finding.do}"]
    lines += ["", told(found)[-1], ""]
    return "\n".join(lines)
