"""Tables as files: text that no spreadsheet runs, points that no locale changes, any separator.

An id is text. Where a spreadsheet would take it for a formula it is written with an apostrophe
before it, by the rule of the roster and for a few signs more; `unguard` takes it off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from course.errors import CourseError
from course.grading.roster import cell, not_text

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written.

    Attributes
    ----------
    between, end
        What stands between cells, and after each row.
    all_quoted
        Whether every cell stands in quotes.
    mark
        Whether a byte order mark begins it, by which spreadsheets know that it is UTF-8.
    """

    between: str = ","
    end: str = "\r\n"
    all_quoted: bool = False
    mark: bool = False


def write(rows: Sequence[Sequence[str]], how: Dialect = Dialect()) -> str:
    """Write a table."""
    lines = []
    for row in rows:
        line = io.StringIO(newline="")
        # Written with both signs of a line's end, so that the one or the other in a cell is quoted.
        csv.writer(
            line,
            delimiter=how.between,
            quoting=csv.QUOTE_ALL if how.all_quoted else csv.QUOTE_MINIMAL,
            lineterminator="\r\n",
        ).writerow(row)
        lines.append(line.getvalue().removesuffix("\r\n") + how.end)
    return ("\ufeff" if how.mark else "") + "".join(lines)


def read(text: str) -> tuple[list[list[str]], Dialect]:
    """Read a table, whatever stands between its cells.

    Raises
    ------
    CourseError
        If it is none, or empty.
    """
    mark, text = text.startswith("\ufeff"), text.removeprefix("\ufeff")
    first = text.split("\n", 1)[0]
    end = "\r\n" if first.endswith("\r") else "\n"
    first = first.rstrip("\r")
    try:
        between = max(",;\t", key=lambda sign: len(next(csv.reader([first], delimiter=sign), [])))
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
        rows = [row for row in reader if row]
    except csv.Error as error:
        raise CourseError(f"The file is no table that can be read ({error}).") from error
    if not rows:
        raise CourseError("The file is empty; download it again from the platform.")
    quoted = all(c.startswith('"') and c.endswith('"') for c in first.split(between))
    return rows, Dialect(between, end, quoted, mark)


def decode(data: bytes) -> tuple[str, str]:
    """Read a downloaded file; give its text, and the encoding in which to write it again.

    Raises
    ------
    CourseError
        If it is no text, or neither UTF-8 nor UTF-16.
    """
    if what := not_text(data):
        raise CourseError(
            f"The file is {what}; download it from the platform again, as CSV, and name that one."
        )
    encoding = "utf-8-sig" if data.startswith(b"\xef\xbb\xbf") else "utf-8"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError:
        raise CourseError(
            "The file is neither UTF-8 nor UTF-16 text; download it again as CSV, and do not save "
            "it from a spreadsheet."
        ) from None


def points(value: float) -> str:
    """Write points with a decimal point, whatever the computer's own habits.

    >>> points(12.5), points(30.0), points(2 / 3)
    ('12.5', '30', '0.6667')
    """
    return f"{value:.4f}".rstrip("0").rstrip(".")


def amount(text: str) -> float | None:
    """Read points, with a decimal point or comma; None if there are none.

    >>> amount("12,5"), amount(" 45.00 "), amount("EX")
    (12.5, 45.0, None)
    """
    bare = text.strip().replace(",", "." if "." not in text else "")
    return float(bare) if re.fullmatch(r"\d+\.?\d*", bare, re.ASCII) else None


def guard(text: str) -> str:
    """Write text so that no spreadsheet takes it for a formula, and so that it can be undone.

    >>> guard("=1+1"), guard("'=1+1"), guard("-12.5"), guard("007")
    ("'=1+1", "''=1+1", '-12.5', '007')
    """
    return f"'{text}" if _formula(text.lstrip("'")) else text


def unguard(text: str) -> str:
    """Undo `guard`.

    >>> unguard("'=1+1"), unguard("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and _formula(text.lstrip("'")) else text


def _formula(text: str) -> bool:
    """Whether a spreadsheet might run it: by the rule of the roster, and a few signs more."""
    return cell(text) != text or (text.startswith(_FORMULA) and not _plain_number(text))


def _plain_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII) is not None
