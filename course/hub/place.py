"""Where the exchange of a course is, and whether whoever runs this may use it.

Layout: ``ROOT/COURSE/outbound/P1`` is what students fetch, ``inbound/STUDENT+P1+TIME+RANDOM`` what
they hand in, ``feedback/CHECKSUM.html`` what they get back. Nobody but the teacher can list
``inbound``, and the checksum is of a secret that is in the submission.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError
from course.homework.draws import COURSE
from course.hub import rights

ROOT, ID = "COURSE_EXCHANGE", "COURSE_ID"
"""The variables that name the exchange and the course."""
USUAL = "/srv/course/exchange"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One course's part of an exchange."""

    root: Path
    course: str = COURSE

    @property
    def folder(self) -> Path:
        """What belongs to the course."""
        return self.root / self.course

    @property
    def outbound(self) -> Path:
        """What students fetch."""
        return self.folder / "outbound"

    @property
    def inbound(self) -> Path:
        """What students hand in."""
        return self.folder / "inbound"

    @property
    def feedback(self) -> Path:
        """What students get back."""
        return self.folder / "feedback"


def here(root: str = "", course: str = "") -> Exchange:
    """Find the exchange: what is named, else what the hub says, else the usual place.

    Raises
    ------
    CourseError
        On a system without one.
    """
    if sys.platform == "win32":
        raise CourseError(
            "An exchange needs a server with Linux; here use `course assign` and `course collect`."
        )
    root = root or os.environ.get(ROOT) or USUAL
    return Exchange(Path(root).absolute(), course or os.environ.get(ID) or COURSE)


def fault(exchange: Exchange) -> str:
    """Say what stands in the way of whoever runs this: a sentence, or nothing."""
    problem = rights.exchange(exchange.root)
    if problem:
        return problem
    if exchange.folder.exists():
        owner, me = rights.owner(exchange.folder), rights.me()
        if owner != me:
            return (
                f"{exchange.folder} belongs to {owner}, and you are {me}: only {owner} can release "
                "and collect there; do it in that account, or use another course id (--course)."
            )
    return ""


def sound(exchange: Exchange) -> None:
    """See that whoever runs this can use the exchange.

    Raises
    ------
    CourseError
        With what is wrong and what to do.
    """
    if problem := fault(exchange):
        raise CourseError(problem)
