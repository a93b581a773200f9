"""nbgrader's gradebook, written by one writer, a batch of submissions in one transaction.

The rows are those that nbgrader itself writes when it grades; a test holds the two against each
other. With each submission goes its fingerprint, in a table of our own beside nbgrader's, in the
same transaction: what is in the book is whole, and a run that was broken off knows what is done.
What a person entered (points, extra points, comments) is never touched.

Works on whatever nbgrader's ``db_url`` may name: SQLite, PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any
from uuid import uuid4

import sqlalchemy as sa
from nbgrader import api

from course.errors import CourseError

_OWN = sa.MetaData()
GRADED = sa.Table(
    "threat_power_loss_graded",
    _OWN,
    sa.Column("assignment", sa.String(128), primary_key=True),
    sa.Column("student", sa.String(128), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
)
PATIENCE = 60
"""Seconds to wait for another program (the formgrader, say) that is writing to the book."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written for one submission.

    Attributes
    ----------
    fingerprint
        A checksum of all that its marks depend on.
    scores
        By grade cell: the points, or None where a person has to mark.
    comments
        By answer cell: a remark of the machine's, or None.
    changed
        Grade cells with another answer than the submission before: a mark by hand is to be looked
        at again.
    """

    student: str
    fingerprint: str
    scores: Mapping[str, float | None]
    comments: Mapping[str, str | None]
    submitted: datetime | None = None
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ByHand:
    """What a person entered for one cell."""

    points: float | None
    extra: float | None
    comment: str
    look: bool = False
    """Whether the book still says that a person has to look."""


def check(db_url: str) -> None:
    """Find out whether there is a gradebook that can be used, or room for a new one.

    Raises
    ------
    CourseError
        If it is no database, cannot be reached, or was made by another version of nbgrader.
    """
    try:
        engine = sa.create_engine(db_url)
        with engine.connect() as connection:
            tables = set(sa.inspect(connection).get_table_names())
            if "assignment" in tables:
                for table in (api.Assignment, api.Grade, api.BaseCell):
                    connection.execute(sa.select(table.__table__).limit(1)).all()
        engine.dispose()
    except (sa.exc.OperationalError, sa.exc.ProgrammingError) as error:
        if "no such " in str(error) or "does not exist" in str(error):
            raise CourseError(
                "The gradebook was made by another version of nbgrader; make a copy of it, then "
                "run `nbgrader db upgrade` in its folder."
            ) from error
        raise CourseError(f"The gradebook could not be opened: {_short(error)}.") from error
    except sa.exc.DatabaseError as error:
        raise CourseError(
            f"The gradebook is damaged ({_short(error)}); put a copy in its place, or move it "
            "away to begin a new one."
        ) from error
    except (sa.exc.ArgumentError, ModuleNotFoundError) as error:
        raise CourseError(
            f"{db_url!r} names no gradebook ({_short(error)}); write it as nbgrader's db_url, for "
            "example sqlite:///gradebook.db."
        ) from error


class Book:
    """The gradebook of one assignment, open for writing.

    Raises
    ------
    CourseError
        If it cannot be opened, or does not know the assignment.
    """

    def __init__(self, db_url: str, assignment: str) -> None:
        arguments = {"timeout": PATIENCE} if db_url.startswith("sqlite") else {}
        self._assignment = assignment
        try:
            self._engine = sa.create_engine(db_url, connect_args=arguments)
            _OWN.create_all(self._engine)
            with self._engine.connect() as connection:
                self._read_structure(connection)
        except sa.exc.SQLAlchemyError as error:
            raise CourseError(f"The gradebook could not be opened: {_short(error)}.") from error

    def __enter__(self) -> Book:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._engine.dispose()

    def _read_structure(self, connection: sa.Connection) -> None:
        """Read which notebook and cells the assignment has."""
        found = connection.execute(
            sa.select(api.Assignment.id, api.Notebook.id, api.Assignment.duedate)
            .join(api.Notebook, api.Notebook.assignment_id == api.Assignment.id)
            .where(api.Assignment.name == self._assignment)
        ).first()
        if found is None:
            raise CourseError(f"The gradebook does not know the assignment {self._assignment}.")
        self._assignment_id, self._notebook_id, self._due = found
        cells = api.BaseCell.__table__
        rows = connection.execute(
            sa.select(cells.c.id, cells.c.name, cells.c.type).where(
                cells.c.notebook_id == self._notebook_id
            )
        ).all()
        self._grade_cells = {name: id for id, name, kind in rows if kind == "GradeCell"}
        self._answer_cells = {name: id for id, name, kind in rows if kind == "SolutionCell"}

    def seconds_late(self, submitted: str | None) -> float | None:
        """Say by how many seconds a submission came after the due time; None if that is unknown."""
        if submitted is None or self._due is None:
            return None
        late: float = (datetime.fromisoformat(submitted) - self._due).total_seconds()
        return max(0.0, late)

    def graded(self) -> dict[str, str]:
        """Read which students' submissions are in the book, with their fingerprints."""
        with _said("read"), self._engine.connect() as connection:
            rows = connection.execute(
                sa.select(GRADED.c.student, GRADED.c.fingerprint).where(
                    GRADED.c.assignment == self._assignment
                )
            )
            return {row[0]: row[1] for row in rows}

    def by_hand(self) -> dict[tuple[str, str], ByHand]:
        """Read what people entered, by student and cell."""
        grade, comment = api.Grade.__table__, api.Comment.__table__
        found: dict[tuple[str, str], ByHand] = {}
        with _said("read"), self._engine.connect() as connection:
            columns = (grade.c.manual_score, grade.c.extra_credit, grade.c.needs_manual_grade)
            for student, name, points, extra, look in connection.execute(
                self._of_students(grade).add_columns(*columns)
            ):
                if points is not None or extra is not None:
                    found[student, name] = ByHand(points, extra, "", bool(look))
            for student, name, said in connection.execute(
                self._of_students(comment).add_columns(comment.c.manual_comment)
            ):
                if said:
                    old = found.get((student, name), ByHand(None, None, ""))
                    found[student, name] = ByHand(old.points, old.extra, said, old.look)
        return found

    def _of_students(self, table: Any) -> Any:
        """Select student and cell name of each row of `table` (grades or comments)."""
        notebook, cell = api.SubmittedNotebook.__table__, api.BaseCell.__table__
        handed_in = api.SubmittedAssignment.__table__
        return (
            sa.select(handed_in.c.student_id, cell.c.name)
            .select_from(table)
            .join(notebook, table.c.notebook_id == notebook.c.id)
            .join(handed_in, notebook.c.assignment_id == handed_in.c.id)
            .join(cell, table.c.cell_id == cell.c.id)
            .where(handed_in.c.assignment_id == self._assignment_id)
        )

    def write(self, entries: Iterable[Entry]) -> None:
        """Write submissions, all of them or none.

        Raises
        ------
        CourseError
            If another program holds the book for longer than a minute, or the disk is full.
        """
        with _said("written"), self._engine.begin() as connection:
            for entry in entries:
                self._write(connection, entry)

    def _write(self, connection: sa.Connection, entry: Entry) -> None:
        students, handed_in = api.Student.__table__, api.SubmittedAssignment.__table__
        if not _one(connection, students.c.id, students.c.id == entry.student):
            connection.execute(students.insert().values(id=entry.student))
        here = sa.and_(
            handed_in.c.assignment_id == self._assignment_id,
            handed_in.c.student_id == entry.student,
        )
        id = _one(connection, handed_in.c.id, here)
        if id is None:
            id = uuid4().hex
            connection.execute(
                handed_in.insert().values(
                    id=id, assignment_id=self._assignment_id, student_id=entry.student
                )
            )
            notebook = self._new_notebook(connection, id)
        else:
            table = api.SubmittedNotebook.__table__
            notebook = _one(connection, table.c.id, table.c.assignment_id == id)
        connection.execute(
            handed_in.update().where(handed_in.c.id == id).values(timestamp=entry.submitted)
        )
        self._scores(connection, notebook, entry.scores, entry.changed)
        self._comments(connection, notebook, entry.comments)
        mine = sa.and_(GRADED.c.assignment == self._assignment, GRADED.c.student == entry.student)
        connection.execute(GRADED.delete().where(mine))
        connection.execute(
            GRADED.insert().values(
                assignment=self._assignment,
                student=entry.student,
                fingerprint=entry.fingerprint,
            )
        )

    def _new_notebook(self, connection: sa.Connection, submission: str) -> str:
        """Add the rows that nbgrader wants to be there before anything is marked."""
        id = uuid4().hex
        connection.execute(
            api.SubmittedNotebook.__table__.insert().values(
                id=id, assignment_id=submission, notebook_id=self._notebook_id, flagged=False
            )
        )
        connection.execute(
            api.Grade.__table__.insert(),
            [
                {"id": uuid4().hex, "cell_id": cell, "notebook_id": id, "needs_manual_grade": True}
                for cell in self._grade_cells.values()
            ],
        )
        connection.execute(
            api.Comment.__table__.insert(),
            [
                {"id": uuid4().hex, "cell_id": cell, "notebook_id": id}
                for cell in self._answer_cells.values()
            ],
        )
        return id

    def _scores(
        self,
        connection: sa.Connection,
        notebook: str,
        scores: Mapping[str, float | None],
        changed: frozenset[str],
    ) -> None:
        """Write machine points; a person has to look where there are none, or marked other work."""
        table = api.Grade.__table__
        by_hand = table.c.manual_score.isnot(None) | table.c.extra_credit.isnot(None)
        anew = sa.bindparam("anew", type_=sa.Boolean) | table.c.needs_manual_grade
        look = sa.case((by_hand, anew), else_=sa.bindparam("open", type_=sa.Boolean))
        connection.execute(
            table.update()
            .where(table.c.notebook_id == notebook, table.c.cell_id == sa.bindparam("cell"))
            .values(auto_score=sa.bindparam("points"), needs_manual_grade=look),
            [
                {
                    "cell": self._grade_cells[name],
                    "points": points,
                    "open": points is None,
                    "anew": name in changed,
                }
                for name, points in scores.items()
            ],
        )

    def _comments(
        self, connection: sa.Connection, notebook: str, comments: Mapping[str, str | None]
    ) -> None:
        table = api.Comment.__table__
        connection.execute(
            table.update()
            .where(table.c.notebook_id == notebook, table.c.cell_id == sa.bindparam("cell"))
            .values(auto_comment=sa.bindparam("said")),
            [{"cell": self._answer_cells[name], "said": said} for name, said in comments.items()],
        )


@contextmanager
def _said(what: str) -> Iterator[None]:
    """Turn an error of the database into a sentence."""
    try:
        yield
    except sa.exc.SQLAlchemyError as error:
        raise CourseError(
            f"The gradebook could not be {what} ({_short(error)}); close other programs that use "
            "it and run the same command again: it goes on where it stopped."
        ) from error


def _one(connection: sa.Connection, column: Any, condition: Any) -> Any:
    return connection.execute(sa.select(column).where(condition)).scalar()


def _short(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0]
