"""When work came in, and how late, as people say it."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from course.grading.paper import texts


def read(stamp: str | None) -> datetime | None:
    """Read a time (ISO 8601) as UTC; one without a zone is UTC already, as nbgrader keeps it.

    >>> read("2026-03-02T14:05:00+01:00")
    datetime.datetime(2026, 3, 2, 13, 5, tzinfo=datetime.timezone.utc)
    """
    if not stamp:
        return None
    try:
        found = datetime.fromisoformat(stamp.replace(" UTC", "+00:00"))
        zoned = found if found.tzinfo else found.replace(tzinfo=UTC)
        return zoned.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def moment(stamp: str | None) -> str | None:
    """Say a time in words; None if it is not known.

    >>> moment("2026-03-02T14:05:09")
    '2 March 2026, 14:05 UTC'
    """
    found = read(stamp)
    return None if found is None else f"{found.day} {found:%B %Y, %H:%M} UTC"


def lateness(seconds: float) -> str:
    """Say how long: minutes, then hours and minutes, from two days on days and hours.

    >>> lateness(1), lateness(3 * 3600 + 61), lateness(4 * 86400)
    ('1 min', '3 h 2 min', '4 d 0 h')
    """
    text = texts("time")
    minutes = max(1, math.ceil(seconds / 60))  # a minute that has begun counts
    hours, m = divmod(minutes, 60)
    if hours >= 48:
        return text["days"].format(d=hours // 24, h=hours % 24)
    return text["hours"].format(h=hours, m=m) if hours else text["minutes"].format(m=m)
