"""The one error that a reader of the course is meant to see."""

from __future__ import annotations

from collections.abc import Iterable


class CourseError(Exception):
    """Something the reader can put right; the message says what is wrong and what to do.

    In a notebook only the message is shown, without the traceback that would hide it.

    >>> raise CourseError("There is no paragraph A99; the paragraphs are A1 to A17.")
    Traceback (most recent call last):
    course.errors.CourseError: There is no paragraph A99; the paragraphs are A1 to A17.
    """

    def _render_traceback_(self) -> list[str]:
        """Give IPython the lines to show in place of a traceback (IPython's own hook)."""
        return [f"Please check: {self}"]


def listed(names: Iterable[object]) -> str:
    """Join names for a sentence: ``a, b and c``.

    >>> listed([1992, 1999, 2004])
    '1992, 1999 and 2004'
    """
    words = [str(name) for name in names]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
