"""Which numbers and cases each student of a class has: a table for the teacher.

    course assignments variants P3 roster.csv --to P3.csv

The roster is a text file with one student id a line, or a CSV file with a column of ids: called
``student``, ``username``, ``SIS Login ID`` or the like.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from course.errors import CourseError
from course.files import read_text
from course.homework import items
from course.homework.draws import COURSE, Draw, student_key

ID_COLUMNS = (
    "sis login id", "sis user id", "student_id", "student id", "username", "user name", "login",
    "student", "id",
)  # fmt: skip
"""What a column of ids may be called; the first of these that is there is taken."""


AS_CSV = "open it in a spreadsheet program, save the sheet as CSV (in Excel: CSV UTF-8), and name"
BEGINNINGS = {
    b"PK\x03\x04": "a workbook (as of Excel or LibreOffice) or another packed file, not CSV",
    b"\xd0\xcf\x11\xe0": "a workbook of an older Excel, not CSV",
    b"%PDF": "a PDF, not CSV",
}
"""How files begin that are often given in place of CSV, and what they are."""


def not_text(data: bytes) -> str:
    """Say what a file is that is no text; empty if it may be text.

    >>> not_text(b"id,name"), not_text(b"%PDF-1.7")
    ('', 'a PDF, not CSV')
    """
    found = next((what for begins, what in BEGINNINGS.items() if data.startswith(begins)), "")
    if found or data[:2] in (b"\xff\xfe", b"\xfe\xff"):  # the mark of UTF-16, full of zeros
        return found
    return "no text file, and so not CSV" if b"\0" in data else ""


def read(path: Path) -> tuple[str, ...]:
    """Read the ids of a class, in order.

    Raises
    ------
    CourseError
        If there is none, one stands there twice, or the file is no text.
    """
    try:
        what = not_text(path.read_bytes())
    except OSError:
        what = ""  # it cannot be read at all; that is said next
    if what:
        raise CourseError(f"{path.name} is {what}; {AS_CSV} the new file.")
    text = read_text(path)
    first = text.lstrip().partition("\n")[0]
    between = max(",;\t", key=first.count)
    table = csv.reader(io.StringIO(text), delimiter=between)
    rows = [row for row in table if any(map(str.strip, row))]
    if not rows:
        raise CourseError(f"{path.name} is empty; write one student id on each line.")
    head = [cell.strip().casefold() for cell in rows[0]]
    column = next((head.index(name) for name in ID_COLUMNS if name in head), None)
    if column is None and len(head) > 1:
        raise CourseError(
            f"{path.name} has several columns, and none is called student or username; give the "
            "column of ids one of these names, or leave only the ids."
        )
    body = rows if column is None else rows[1:]
    ids = [row[column or 0].strip() for row in body if len(row) > (column or 0)]
    ids = [id for id in ids if id]
    seen: dict[str, str] = {}
    for id in ids:
        if student_key(id) in seen:
            raise CourseError(
                f"{path.name}: {seen[student_key(id)]!r} and {id!r} are the same student id; "
                "leave one out."
            )
        seen[student_key(id)] = id
    if not ids:
        raise CourseError(f"{path.name} holds no student ids; write one on each line.")
    return tuple(ids)


def variants(assignment: str, students: Iterable[str], course: str = COURSE) -> str:
    """Write as CSV what each student works with: a row a student, a column a number or case."""
    drawn = {student: items.variant(Draw(course, assignment, student)) for student in students}
    columns = list(next(iter(drawn.values())))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["student", *columns])
    for student, variant in drawn.items():
        writer.writerow([cell(student), *(cell(_plain(variant, name)) for name in columns)])
    return text.getvalue()


SHORTENED = "Shortened to fit; --to FILE.csv writes the whole table."


def shown(table: str, width: int) -> str:
    """Write a table for a terminal: a line for each row, its cells cut, and how to get all of it.

    >>> print(shown("student,loss,claims\\nanna.k,1000,a long text of a claim\\n", 40))
    student  loss  claims
    anna.k   1000  a long text of a…
    Shortened to fit; --to FILE.csv writes the whole table.
    """
    rows = list(csv.reader(io.StringIO(table)))
    most = max(len(row[0]) for row in rows)  # an id stands there whole
    bare = [
        [row[0], *(" ".join(c.strip("{}").replace('"', "").split()) for c in row[1:])]
        for row in rows
    ]
    short = [[_cut(cell, MOST_SHOWN if n else most) for n, cell in enumerate(r)] for r in bare]
    wide = [max(map(len, column)) for column in zip(*short, strict=True)]
    lines = [
        "  ".join(cell.ljust(w) for cell, w in zip(row, wide, strict=True)).rstrip()
        for row in short
    ]
    return "\n".join([*(_cut(line, width) for line in lines), SHORTENED])


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


MOST_SHOWN = 17
"""Characters of a cell in a terminal."""


def _plain(variant: Mapping[str, object], name: str) -> str:
    value = variant[name]
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def cell(text: str) -> str:
    """Write text so that no spreadsheet takes it for a formula.

    >>> cell("=1+1"), cell("-12.5"), cell("@anna")
    ("'=1+1", '-12.5', "'@anna")
    """
    try:
        float(text)
    except ValueError:
        return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
    return text
