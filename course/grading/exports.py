"""Marks as files for other systems: a table for anybody, and the column forms of three platforms.

**Sources**, as far as they could be confirmed (not tried against a running server):

- Canvas: ``lib/gradebook_exporter.rb`` and ``lib/gradebook_importer.rb`` of instructure/canvas-lms.
  The header begins with Student, ID, then SIS User ID and SIS Login ID or the latter alone, and
  Section; a row "Points Possible" may follow; a student is looked up by ID, then by the SIS ids. A
  column is an assignment's by the number in brackets after its title, else by its title. Canvas
  reads decimal points and commas. It takes an id of digits and commas alone for a number.
- Moodle: https://docs.moodle.org/311/en/Grade_import (any columns; the teacher says which is which
  when importing), and ``mod/assign/feedback/offline`` of moodle/moodle for an assignment's own
  worksheet: it needs Identifier, Grade and Last modified (grade), the last unchanged. Confirmed
  for headings in English only; a site in another language translates them.
- Blackboard (Original): the vendor's help as kept at
  https://und.teamdynamix.com/TDClient/2048/IT/KB/ArticleDet?ID=59084 (a header row; the user name
  decides whose row it is, the number after the title whose column; a column without one becomes a
  new text column of 0 points; in comma form every cell in quotes). **Not confirmed:** the form of
  that heading, ``Title [Total Pts: 45 Score] |1234``, known here only from scripts that read such
  files; whether Ultra does the same; how a server with decimal commas reads a point.

Therefore the surest way is `fill`: take the file that the platform itself gives out and put the
points into its column, leaving every other cell as it was.

An id that a spreadsheet would take for a formula is written with an apostrophe before it, and
`read_back` takes it off again; a platform does not, and will not know such an id. A spreadsheet
that opens the file may still drop leading zeros or turn 12.5 into a date: import columns as text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course.errors import CourseError, listed
from course.grading.grids import Dialect, amount, guard, points, read, unguard, write
from course.grading.paper import texts
from course.grading.results import Marked
from course.grading.statistics import together
from course.homework.draws import student_key

FORMS = ("plain", "canvas", "moodle", "blackboard")
MOST_NAMES = 30  # names in a sentence
NOT_ASKED = ("EX", "N/A")  # what Canvas writes where nothing is to be marked
POSSIBLE = "    Points Possible"
READ_ONLY = "(read only)"
IDS = {
    "plain": ("student",),
    "canvas": ("SIS Login ID", "SIS User ID", "Integration ID", "ID"),
    "moodle": ("ID number", "Username", "Email address", "Identifier"),
    "blackboard": ("Username", "Student ID"),
}
"""The columns that may hold the student's id, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A platform's own file with the points put in.

    Attributes
    ----------
    text
        The file; only the cells of `column` have changed.
    filled, rows
        Rows that have points now, and all rows with a student.
    not_found
        Students who were graded and have no row.
    untouched
        Ids in the file that nobody graded.
    waiting
        Students whose essay is not marked yet; their cells were left as they were.
    kept
        Students whom the platform has as excused or as not asked (EX, N/A); left too.
    """

    text: str
    column: str
    filled: int
    rows: int
    not_found: tuple[str, ...]
    untouched: tuple[str, ...]
    waiting: tuple[str, ...]
    kept: tuple[str, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What happened, for whoever sends the file on."""
        text = texts("exports")
        told = [text["filled"].format(n=self.filled, of=self.rows, column=repr(self.column))]
        for name in ("not_found", "untouched", "waiting", "kept"):
            who = [repr(student) for student in getattr(self, name)]
            rest = len(who) - MOST_NAMES
            if rest > 0:
                who = [*who[:MOST_NAMES], text["more"].format(n=rest)]
            if who:
                told.append(text[name].format(students=", ".join(who)))
        return tuple(told)


def waiting(marked: Sequence[Marked]) -> tuple[str, ...]:
    """Name the students whose essay nobody has marked yet."""
    return tuple(one.student for one in marked if one.essay.points is None)


def csv(
    marked: Sequence[Marked],
    form: str = "plain",
    *,
    unfinished: bool = False,
    ids: Mapping[str, str] | None = None,
) -> str:
    """Write marks in one of `FORMS`; for a platform under its own `ids` of the students.

    The plain table has every student and all parts of the mark. For a platform, students whose
    essay is not marked yet are left out (see `waiting`), unless `unfinished` says that their points
    so far are to go in.

    Raises
    ------
    CourseError
        If there is no such form, nothing to write, or the submissions do not belong together.
    """
    _known(form, FORMS)
    together(marked)
    first = marked[0]
    if form == "plain":
        of_rows = max(len(one.essay.rows) for one in marked)
        table = [_plain_row(one, of_rows) for one in marked]
        return write([_plain_head(first, of_rows), *table], Dialect(mark=True))
    sent = [one for one in marked if unfinished or one.essay.points is not None]
    if not sent:
        raise CourseError(
            "No essay is marked yet, so there are no final points to send; mark them, or send the "
            "points so far as unfinished."
        )
    title = guard(f"{first.assignment} {first.title}")
    ids = ids or {}
    pairs = [
        (guard(ids.get(student_key(one.student), one.student)), points(one.points)) for one in sent
    ]
    if form == "canvas":
        rows = [
            ["Student", "ID", "SIS Login ID", "Section", title],
            [POSSIBLE, "", "", "", points(first.of)],
            *([id, "", id, "", earned] for id, earned in pairs),
        ]
    else:
        rows = [[IDS[form][0], title], *([id, earned] for id, earned in pairs)]
    return write(rows, Dialect(all_quoted=form == "blackboard"))


def read_back(text: str, form: str = "plain") -> dict[str, float | None]:
    """Read the points of each student out of a file that `csv` wrote.

    A spreadsheet may have changed separators and decimal points meanwhile; that does no harm.

    Raises
    ------
    CourseError
        If this is no such file.
    """
    _known(form, FORMS)
    rows, _ = read(text)
    head = rows[0]
    id = next((name for name in IDS[form] if name in head), None)
    if id is None or len(head) < 2:
        raise CourseError(f"This file has no column {IDS[form][0]!r}; is it of the form {form}?")
    at, end = head.index(id), head.index("points") if form == "plain" else len(head) - 1
    body = [row for row in rows[1:] if len(row) == len(head) and row[0] != POSSIBLE]
    return {unguard(row[at]): amount(row[end]) for row in body}


def fill(
    template: str,
    marked: Sequence[Marked],
    form: str,
    *,
    column: str | None = None,
    unfinished: bool = False,
    known: Mapping[str, str] | None = None,
) -> Filled:
    """Put points into a file that the platform itself gave out.

    Students are matched by the one column of ids in which most of them are found, compared without
    regard to case; `known` says by such ids who they are where their folder has another name. The
    column to fill is that of the assignment, by its id or title, unless `column` names one. What
    the platform says can be earned must be what can be earned here.

    Raises
    ------
    CourseError
        If nobody in the file was graded, the column cannot be told, it has other points, or the
        file cannot be read.
    """
    _known(form, FORMS[1:])
    together(marked)
    rows, dialect = read(template)
    head, body = rows[0], rows[1:]
    by_key = {student_key(one.student): one for one in marked}
    by_key = {**by_key, **{id: by_key[who] for id, who in (known or {}).items() if who in by_key}}
    ids = _ids(head, body, by_key, form)
    at = _column(head, body, marked[0], form, column)
    mine = {n for n, row in enumerate(body) if _cell(row, ids) and not _no_student(row)}
    _same_points(head, [body[n] for n in sorted(mine)], body, at, marked[0])
    found: set[str] = set()
    untouched: list[str] = []
    late: list[str] = []
    kept: list[str] = []
    filled = 0
    for n in sorted(mine):
        one = by_key.get(student_key(body[n][ids]))
        key = student_key(one.student if one else body[n][ids])
        if key in found:
            raise CourseError(f"{body[n][ids]!r} has two rows in the file; leave one of them out.")
        found.add(key)
        if one is None:
            untouched.append(body[n][ids])
        elif _cell(body[n], at).upper() in NOT_ASKED:
            kept.append(one.student)
        elif one.essay.points is None and not unfinished:
            late.append(one.student)
        else:
            body[n].extend([""] * (at + 1 - len(body[n])))
            body[n][at] = points(one.points)
            filled += 1
    missed = tuple(one.student for one in marked if student_key(one.student) not in found)
    text = write([head, *body], dialect)
    left = (tuple(untouched), tuple(late), tuple(kept))
    return Filled(text, head[at], filled, len(mine), missed, *left)


def _plain_head(first: Marked, rows: int) -> list[str]:
    """Name the columns; the essay's rows have some only if anybody's points for them are known."""
    names = [guard(item.name) for item in first.items]
    by_row = [f"essay row {n}" for n in range(1, rows + 1)]
    end = ["points", "of", "complete", "submitted", "seconds_late", "late"]
    return ["student", "assignment", *names, "questions", *by_row, "essay", *end]


def _plain_row(one: Marked, rows: int) -> list[str]:
    essay = one.essay.points
    return [
        guard(one.student),
        guard(one.assignment),
        *(points(item.counts) for item in one.items),
        points(one.by_checks),
        *(list(map(points, one.essay.rows)) or [""] * rows),
        "" if essay is None else points(essay),
        points(one.points),
        points(one.of),
        "no" if essay is None else "yes",
        guard(one.submitted or ""),
        "" if one.seconds_late is None else points(one.seconds_late),
        "yes" if one.late else "",
    ]


def _known(form: str, forms: Sequence[str]) -> None:
    if form not in forms:
        raise CourseError(f"There is no form {form!r} for this; there are {listed(forms)}.")


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _no_student(row: Sequence[str]) -> bool:
    return row[0].strip() == POSSIBLE.strip()


def _ids(head: list[str], body: list[list[str]], by_key: dict[str, Marked], form: str) -> int:
    """Choose the column of ids in which most students are found."""
    there = [head.index(name) for name in IDS[form] if name in head]
    if not there:
        raise CourseError(
            f"The file has none of the columns {listed(IDS[form])}; download it from the platform, "
            "in English, and do not change its first line."
        )
    hits = {at: sum(student_key(_cell(row, at)) in by_key for row in body) for at in there}
    best = max(there, key=lambda at: hits[at])
    if not hits[best]:
        names = listed(repr(head[at]) for at in there)
        n = len({one.student for one in by_key.values()})
        raise CourseError(
            f"Nobody in the file is one of the {n} students who were graded; compare their ids "
            f"with {names}."
        )
    return best


def _bare(title: str) -> str:
    """Take off what a platform adds to a title: a number, what can be earned, the kind."""
    title = re.sub(r"\s*\[[^\]]*\]\s*(\|\s*\d+)?\s*$|\s*\((\d+|Real)\)\s*$", "", title)
    return re.sub(r"^Assignment:\s+", "", title.strip()).casefold()


def _column(
    head: list[str], body: list[list[str]], first: Marked, form: str, named: str | None
) -> int:
    """Find the column to fill."""
    fixed = {name.casefold() for name in (*IDS[form], "Student", "Section", "Root Account")}
    closed = {n for row in body if _no_student(row) for n, c in enumerate(row) if c == READ_ONLY}
    free = [n for n, name in enumerate(head) if name.casefold() not in fixed and n not in closed]
    bare = {n: _bare(head[n]) for n in free}
    id, title = first.assignment.casefold(), first.title.casefold()
    if named is not None:
        fits = [n for n in free if head[n] == named]
        fits = fits or [n for n in free if bare[n] == _bare(named)]
    elif form == "moodle" and {"Identifier", "Grade"} <= set(head):
        fits = [head.index("Grade")]  # a worksheet is of one assignment
    else:
        fits = [n for n in free if bare[n] in (id, title, f"{id} {title}")]
        fits = fits or [n for n in free if re.match(rf"{re.escape(id)}\b", bare[n])]
    if len(fits) == 1:
        return fits[0]
    wanted = repr(named or f"{first.assignment} {first.title}")
    many = "more than one column" if fits else "no column"
    names = listed(repr(head[n]) for n in (fits or free)[:20]) if free else "none"
    raise CourseError(
        f"The file has {many} for {wanted}; name one of its own with --column, or make one on the "
        f"platform: {names}."
    )


def _same_points(
    head: list[str], students: list[list[str]], body: list[list[str]], at: int, first: Marked
) -> None:
    """Refuse a column in which something else can be earned than here."""
    said = [_cell(row, at) for row in body if _no_student(row)]
    total = re.search(r"\[Total Pts:\s*(?:up to )?([\d.,]+)", head[at])
    said += [total.group(1)] if total else []
    most = next((n for n, name in enumerate(head) if name.casefold() == "maximum grade"), None)
    if most is not None:
        said += [_cell(row, most) for row in students]
    for text in said:
        of = amount(text)
        if of is not None and abs(of - first.of) > 1e-6:
            raise CourseError(
                f"In the column {head[at]!r} {points(of)} points can be earned, and in "
                f"{first.assignment} {points(first.of)}; change the platform's to "
                f"{points(first.of)} and download the file again."
            )
