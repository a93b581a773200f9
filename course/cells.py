"""One cell of a data table: what may stand in it, and its value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from course.errors import CourseError, listed
from course.rows import Prospect

# Written out, because float() also takes "nan", "1_000" and digits of other scripts.
NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
FORMS: dict[str, tuple[Any, re.Pattern[str], str]] = {
    "text": (str, re.compile(r"\S(?:.*\S)?"), "is not plain text"),
    "int": (int, re.compile(r"-?[0-9]+"), "is not a whole number"),
    "number": (float, re.compile(rf"{NUMBER}(?:e-?[0-9]+)?"), "is not a number"),
    "flag": (bool, re.compile(r"yes|no"), "is neither yes nor no"),
    "date": (
        str,
        re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"),
        "is not a date such as 2004, 2004-03 or 2004-03-29",
    ),
    "prospect": (
        Prospect,
        re.compile(rf"{NUMBER}:[01](?:\.[0-9]+)?(?: {NUMBER}:[01](?:\.[0-9]+)?)*"),
        "is not a prospect such as 4000:0.8 0:0.2",
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, unit, meaning, and what may stand in it.

    `missing` says what an empty cell means, or is None where no cell may be empty.
    """

    name: str
    type: str
    meaning: str
    unit: str | None = None
    missing: str | None = None
    min: float | None = None
    max: float | None = None
    allowed: tuple[str, ...] = ()


def python_type(column: Column) -> object:
    """Give the type of a record's field for a column."""
    plain = FORMS[column.type][0]
    return plain | None if column.missing else plain


def value(table: str, line: int, column: Column, cell: str) -> object:
    """Turn one cell into its value, or say why it cannot be right.

    >>> year = Column("year", "int", "calendar year", min=1992, max=2022)
    >>> value("spending", 2, year, "1066")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    course.errors.CourseError: spending.csv, line 2: year '1066' is below 1992, ...

    Raises
    ------
    CourseError
        With the table's file and the line, if the cell is empty but may not be, has the wrong
        form, or is outside the column's range or its allowed values.
    """
    if cell == "" and column.missing:
        return None
    plain, form, fault = FORMS[column.type]
    if form.fullmatch(cell):
        found = _converted(plain, cell)
        fault = _out_of_bounds(column, cell, found)
        if not fault:
            return found
    if cell == "":
        fault = "is empty, and may not be"
    raise CourseError(
        f"{table}.csv, line {line}: {column.name} {cell!r} {fault}; put back the value from the "
        f"source that {table}.toml names."
    )


def _converted(plain: Any, cell: str) -> Any:
    """Turn a cell of the right form into its type."""
    if plain is bool:
        return cell == "yes"
    if plain is Prospect:
        pairs = [pair.split(":") for pair in cell.split(" ")]
        return tuple((float(outcome), float(chance)) for outcome, chance in pairs)
    return plain(cell)


def _out_of_bounds(column: Column, cell: str, value: Any) -> str:
    """Say what is wrong with a well-formed value, or nothing."""
    if column.type == "prospect":
        total = sum(chance for _, chance in value)
        return "" if abs(total - 1) < 1e-9 else f"has chances that add up to {total:g}, not 1"
    if column.allowed and cell not in column.allowed:
        return f"is not one of {listed(column.allowed)}"
    if column.min is not None and value < column.min:
        return f"is below {column.min:g}, the least that is possible here"
    if column.max is not None and value > column.max:
        return f"is above {column.max:g}, the most that is possible here"
    return ""
