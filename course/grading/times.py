"""When work came in, and how late, as people say it."""

from __future__ import annotations

from datetime import UTC, datetime

from course.grading.paper import texts

MINUTE, HOUR, DAY = 60, 3600, 86400


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
    """Say how long: minutes up to two hours, hours up to two days, then days.

    >>> lateness(61), lateness(3 * 3600), lateness(4 * 86400)
    ('2 minutes', '3 hours', '4 days')
    """
    for unit, one, many, most in (
        (MINUTE, "minute", "minutes", 2 * HOUR),
        (HOUR, "hour", "hours", 2 * DAY),
        (DAY, "day", "days", float("inf")),
    ):
        if seconds < most:
            n = max(1, int(-(-seconds // unit)))  # a late minute that has begun counts
            return texts("time")[one] if n == 1 else texts("time")[many].format(n=n)
    raise AssertionError("unreachable")
