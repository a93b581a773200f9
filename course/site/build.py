"""Build the whole site: the steps in their order, then hold it against what it promises."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from course.errors import CourseError
from course.files import CLONE
from course.site import inspect, steps

WORK = CLONE / "artifacts" / "site-work"
SITE = CLONE / "site"
MOST = 20
"""So many faults are named; more help nobody."""


def all_steps() -> tuple[steps.Step, ...]:
    """Give the steps of the site, in their order.

    Raises
    ------
    CourseError
        If this is no copy of the repository, or packages for building are missing.
    """
    if not (CLONE / "notebooks").is_dir():
        raise CourseError(
            "The site is built from a copy of the repository; get one, and run `make site` there."
        )
    try:
        from course.site import browser, reading
    except ImportError as error:
        raise CourseError(
            f"Building the site needs the package {error.name}; run `make site` (on Windows "
            "`py start.py site`), which installs what is missing."
        ) from error
    return reading.STEP, browser.STEP


def build(
    to: Path = SITE,
    say: steps.Say = print,
    *,
    only: Sequence[str] = (),
    anew: bool = False,
    work: Path = WORK,
) -> None:
    """Build what has changed, and check the site.

    Raises
    ------
    CourseError
        If a step fails, or the finished site is not what it promises, naming what is wrong.
    """
    wanted = [step for step in all_steps() if not only or step.name in only]
    if not wanted:
        raise CourseError(
            f"There is no part {', '.join(only)}; there are "
            f"{' and '.join(step.name for step in all_steps())}."
        )
    try:
        for step in wanted:
            steps.run(step, work, to, say, anew=anew)
    except KeyboardInterrupt:
        say("Stopped; what was finished is kept, and the same command goes on from there.")
        raise
    say("Checking links, pictures and hosts ...")
    found = inspect.faults(to)
    if only:  # the other part may not be there: its links lead nowhere yet
        found = [fault for fault in found if "leads nowhere" not in fault]
    if found:
        more = f"\n... and {len(found) - MOST} more." if len(found) > MOST else ""
        raise CourseError("The site is built but not right:\n" + "\n".join(found[:MOST]) + more)
    pages = sum(1 for _ in to.rglob("*.html"))
    size = sum(path.stat().st_size for path in to.rglob("*") if path.is_file()) / 1e6
    say(
        f"The site is in {to}: {pages} pages, {size:.0f} MB. Look at it with `course site --serve`."
    )
