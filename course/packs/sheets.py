"""The tables of a case pack as spreadsheets write them: commas or semicolons, points or commas.

Where the header is parted by semicolons, a spreadsheet that writes 0,5 has saved the table, so
commas in numbers are read as points.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from pathlib import Path

from course.errors import listed
from course.files import read_text

WHOLE = ("coder", "rating", "year")
"""Columns of whole numbers; 2.0 is read as 2."""
SHARES = ("value",)
"""Columns of numbers that may have a fraction."""
THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}([., '’\u00a0\u202f][0-9]{3})+")
"""Numbers that may have a mark for thousands, or a fraction of three digits: nobody can tell."""

Rows = list[tuple[int, dict[str, str]]]
Said = tuple[int, str]


def read(path: Path, columns: Sequence[str]) -> tuple[Rows, list[Said]]:
    """Read a table, and what is wrong with its form, each with its line.

    Raises
    ------
    CourseError
        If it is missing or not UTF-8.
    """
    lines = read_text(path).splitlines()
    skipped = 1 if lines and re.fullmatch(r"sep=.", lines[0]) else 0
    lines = lines[skipped:]
    first = lines[0] if lines else ""
    mark = max(",;\t", key=first.count)
    reader = csv.reader(lines, delimiter=mark, strict=True)
    found: list[tuple[int, list[str]]] = []
    try:
        found = [(reader.line_num + skipped, [cell.strip() for cell in row]) for row in reader]
    except csv.Error:
        return [], [_unclosed(lines, reader.line_num, skipped)]
    found = [(line, row) for line, row in found if any(row)]
    if not found:
        return [], [(1, "there is no row in this table; add the first.")]
    (line, header), *rest = found
    while header and not header[-1]:  # columns that a spreadsheet added at the end
        header.pop()
    if header != list(columns):
        return [], [(line, _columns(header, columns))]
    rows: Rows = []
    wrong: list[Said] = []
    for line, row in rest:
        while len(row) > len(columns) and not row[-1]:
            row.pop()
        if len(row) != len(columns):
            wrong.append((line, _cells(len(row), len(columns), mark)))
            continue
        cells = dict(zip(columns, row, strict=True))
        rows.append((line, {name: _plain(name, cell) for name, cell in cells.items()}))
    if not rows and not wrong:
        wrong.append((line, "there is no row in this table; add the first."))
    return rows, wrong


def _unclosed(lines: list[str], at: int, skipped: int) -> Said:
    odd = (n for n, line in enumerate(lines, start=1) if line.count('"') % 2)
    line = next(odd, at) + skipped
    return line, (
        'a quotation mark (") is opened and not closed, or one stands inside a text; inside a text '
        "write “ ” instead."
    )


def _columns(header: Sequence[str], columns: Sequence[str]) -> str:
    if not header:
        return f"the first line is empty; it has to name the columns {listed(columns)}."
    return f"the columns are {listed(header)}; they have to be {listed(columns)}."


def _cells(n: int, wanted: int, mark: str) -> str:
    name = {",": "comma", ";": "semicolon", "\t": "tab"}[mark]
    number = " and a number a point (0.5)" if mark == "," else ""
    return (
        f"the row has {n} cells and not {wanted}; a text with a {name} in it needs quotation "
        f"marks around it{number}."
    )


def _plain(column: str, cell: str) -> str:
    """Put a number as the course writes it; what cannot be one number only is left as it is.

    >>> _plain("rating", "2.0"), _plain("value", ",5"), _plain("value", "0,50")
    ('2', '0.5', '0.5')
    >>> _plain("value", "21.000")
    '21.000'
    """
    if column == "confirmed":
        return {"true": "yes", "false": "no"}.get(cell.lower(), cell.lower())
    if column == "source":
        return re.sub(r"\s*;\s*", " ; ", re.sub(r"^Judgement\b", "judgement", cell))
    if column in WHOLE and re.fullmatch(r"[0-9]+[.,]0*", cell):
        return re.split("[.,]", cell)[0]
    if column not in SHARES or not re.fullmatch(r"[+-]?[0-9]*[.,]?[0-9]*", cell):
        return cell
    if thousands(cell):
        return cell
    whole, point, rest = cell.replace(",", ".").partition(".")
    rest = rest.rstrip("0")
    sign = whole[:1] if whole[:1] in ("+", "-") else ""
    whole = whole.removeprefix(sign)
    return f"{sign}{whole or ('0' if point else '')}{'.' + rest if rest else ''}" if cell else cell


def thousands(cell: str) -> bool:
    """Say whether a number may have been written with a mark for thousands.

    >>> thousands("21.000"), thousands("0.284"), thousands("21000")
    (True, False, False)
    """
    return bool(THOUSANDS.fullmatch(cell)) and not re.match(r"[+-]?0[.,]", cell)
