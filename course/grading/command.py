"""What ``course grade`` does: grade a folder, say how far it is, name what needs a person.

The lines go to the terminal as they come; with ``--json`` each is an object for a program. At the
end every student has a page of feedback, and the teacher a report and a file of marks.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TextIO

from course.errors import CourseError, listed
from course.files import write_whole
from course.grading import (
    again,
    book,
    engine,
    exports,
    feedback,
    grids,
    intake,
    marking,
    release,
    report,
    rows,
    stock,
    who,
)
from course.grading.results import Marked
from course.grading.run import Desk, Result, trial
from course.grading.run import grade as run
from course.grading.telling import Progress, summary
from course.homework import items
from course.homework.draws import student_key


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line."""

    assignment: str
    folder: Path
    to: Path
    course: str = ""
    db_url: str = ""
    engine: str = "warm"
    """warm: our own; nbgrader: stock nbgrader, slow and without a box."""
    jobs: int = 0
    """Submissions at a time; 0: one for each core."""
    scheduler: str = ""
    """The address of a Dask scheduler whose workers run the submissions."""
    unsafe: bool = False
    """Grade even where submissions cannot be kept apart from this computer."""
    older: bool = False
    """Take work that is older than what is in the gradebook, too."""


NOTHING = b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
Grading = Callable[[Request, Desk, book.Book, Sequence[intake.Submission]], Iterator[Result]]


def grade(request: Request, *, as_json: bool = False, out: TextIO | None = None) -> list[Marked]:
    """Grade a folder; give everybody's results, with what people entered.

    Raises
    ------
    CourseError
        If nothing was handed in, submissions cannot be kept apart here and nobody said that they
        need not, or the gradebook cannot be opened or written.
    """
    out = out or sys.stdout
    asked = items.assignment(request.assignment)
    submissions = intake.collect(request.folder, asked.file, release.ids(request.assignment))
    submissions = who.with_times(submissions, request.folder)
    progress = Progress(len(submissions), out, as_json)
    with alone(request.to), _hands(request) as grading:
        book.check(request.db_url or sqlite(request.to))
        desk = Desk.open(request.assignment, request.to, request.course, request.db_url)
        who.taken_over(request.folder, request.to, request.assignment)
        found, others = _graded(grading, request, desk, submissions, progress)
        write_pages(desk, found, others)
    if not as_json:
        ignored = intake.ignored(request.folder)
        out.write(summary(found, request.to, progress.gone, ignored))
    return found


def _graded(
    grading: Grading,
    request: Request,
    desk: Desk,
    submissions: Sequence[intake.Submission],
    progress: Progress,
) -> tuple[list[Marked], list[Marked]]:
    """Grade, say how far it is, and give the results with what people entered.

    The second list is of those who are in the gradebook and not in this folder.
    """
    found: list[Marked] = []
    fresh: set[str] = set()
    address = request.db_url or sqlite(request.to)
    with book.Book(address, request.assignment) as opened:
        entered = opened.by_hand()
        try:
            for result in grading(request, desk, opened, submissions):
                # What a person changed is what counts, so it is what is printed.
                progress.say(replace(result, marked=desk.with_hand(result.marked, entered)))
                found.append(result.marked)
                if not result.again:
                    fresh.add(result.marked.student)
        finally:
            progress.end()
        marked_by_hand = opened.by_hand()
        found = _complete(desk, opened, found)
        known = {intake.folder_name(marked.student) for marked in found}
        progress.gone = tuple(sorted(set(opened.graded()) - known))
        rest = [one for one in desk.read_all() if intake.folder_name(one.student) in progress.gone]
        others = _complete(desk, opened, rest)
    return [_look_again(marked, fresh, marked_by_hand) for marked in found], others


def _look_again(
    marked: Marked, fresh: set[str], by_hand: Mapping[tuple[str, str], book.ByHand]
) -> Marked:
    """Say so if somebody had marked an essay before the submission was graded anew."""
    place = intake.folder_name(marked.student)
    cells = {cell for student, cell in by_hand if student == place}
    if marked.student not in fresh or not cells or marked.changed & cells:
        return marked
    note = "Graded anew after a person had marked or commented on it; see whether that still fits."
    return replace(marked, notes=(*marked.notes, note))


@contextmanager
def alone(to: Path) -> Iterator[None]:
    """Hold a folder, so that two runs never grade in it at once; the system lets go at our end.

    Raises
    ------
    CourseError
        If another run is going on there.
    """
    try:
        to.mkdir(parents=True, exist_ok=True)
        file = (to / ".grading.lock").open("a")
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise CourseError(f"{to} cannot be used ({reason}); name another folder.") from error
    with file:
        try:
            _lock(file)
        except OSError as error:
            raise CourseError(
                f"Another run is grading in {to} at this moment; wait for its end."
            ) from error
        yield


def _lock(file: TextIO) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _complete(desk: Desk, opened: book.Book, found: Sequence[Marked]) -> list[Marked]:
    """Add to the results what people entered and how late they came, in the order of ids."""
    by_hand = opened.by_hand()
    complete = [
        replace(
            again.with_words(desk.asked, desk.with_hand(marked, by_hand), by_hand),
            seconds_late=opened.seconds_late(marked.submitted),
        )
        for marked in found
    ]
    return sorted(complete, key=lambda marked: student_key(marked.student))


def marked(assignment: str, graded: Path, db_url: str = "") -> tuple[list[Marked], tuple[str, ...]]:
    """Read the results of a folder that was graded, and write its pages anew.

    With them: sentences on points of rows that do not add up.

    Raises
    ------
    CourseError
        If nothing was graded there.
    """
    desk = Desk(items.assignment(assignment), graded, "", None)
    if not graded.is_dir():
        raise CourseError(f"There is no folder {graded}; name the one that `course grade` wrote.")
    with book.Book(db_url or sqlite(graded), assignment) as opened:
        found = _complete(desk, opened, desk.read_all())
    if not found:
        raise CourseError(f"Nothing of {assignment} is graded in {graded}; run `course grade`.")
    write_pages(desk, found)
    wrong = tuple(
        f"{one.student}: {note}"
        for one in found
        for note in one.notes
        if note.startswith(rows.BEGINNINGS)
    )
    return found, wrong


def marks(
    assignment: str,
    graded: Path,
    form: str = "plain",
    *,
    template: Path | None = None,
    column: str | None = None,
    unfinished: bool = False,
    db_url: str = "",
) -> tuple[str, tuple[str, ...]]:
    """Give the marks of a folder that was graded as a table, and sentences to read with it.

    With `template`, the file that a learning platform gives out, its column is filled in.

    Raises
    ------
    CourseError
        If nothing was graded there, or the template does not fit.
    """
    found, wrong = marked(assignment, graded, db_url)
    known = who.kept(who.place(graded, assignment))
    if template is None:
        text = exports.csv(found, form, unfinished=unfinished, ids=who.ids_of(known))
        late = () if unfinished else exports.waiting(found)
        if not late:
            return text, wrong
        if form == "plain":
            what = "Not complete (nothing that could be marked, or an essay that is not marked yet)"
        else:
            what = "Left out, because they are not complete"
        return text, (*wrong, f"{what}: {listed(late)}.")
    try:
        given, encoding = grids.decode(template.read_bytes())
    except OSError as error:
        raise CourseError(f"{template} could not be read ({error.strerror}).") from error
    if encoding == "utf-16":
        raise CourseError(f"{template.name} is UTF-16; save it as CSV in UTF-8 and try again.")
    filled = exports.fill(
        given, found, form, column=column, unfinished=unfinished, known=who.rows_of(known)
    )
    mark = "\ufeff" if encoding == "utf-8-sig" else ""
    return mark + filled.text, (*wrong, *filled.sentences)


@contextmanager
def _hands(request: Request) -> Iterator[Grading]:
    """Open what grades; our own workers warm up while nbgrader prepares the folder."""
    if request.engine == "nbgrader":
        yield _stock
        return
    if not request.scheduler:
        for sentence in engine.protection():
            print(f"NOT PROTECTED: {sentence}", file=sys.stderr)
    with _executor(request) as (executor, workers):
        if not request.scheduler:
            warm = Runner(engine.Limits(unsafe=request.unsafe))
            for _ in range(workers):
                executor.submit(warm, NOTHING, {})
        yield partial(_warm, executor, workers)


def _warm(
    executor: Executor,
    workers: int,
    request: Request,
    desk: Desk,
    opened: book.Book,
    submissions: Sequence[intake.Submission],
) -> Iterator[Result]:
    """Grade with our own engine, after it has shown that it marks rightly here."""
    problem = ""
    for cold in (False, True):
        runner = Runner(engine.Limits(unsafe=request.unsafe, cold=cold))
        problem = trial(desk, lambda *what, r=runner: executor.submit(r, *what).result())
        if not problem:
            break
    if problem:
        raise CourseError(
            f"Nothing was graded: on this computer {problem}. Try `--engine nbgrader`."
        )
    yield from run(desk, opened, submissions, runner, executor, workers, older=request.older)


@dataclass(frozen=True, slots=True)
class Runner:
    """Runs a notebook within limits; it can be sent to another process or computer."""

    limits: engine.Limits

    def __call__(self, notebook: bytes, files: dict[str, bytes]) -> engine.Ran:
        """Run it."""
        return engine.run_notebook(notebook, files, self.limits)


@contextmanager
def _executor(request: Request) -> Iterator[tuple[Executor, int]]:
    """Open what runs the submissions: threads here (each has a worker), or a Dask cluster."""
    if not request.scheduler:
        jobs = request.jobs or os.cpu_count() or 1
        with ThreadPoolExecutor(jobs) as executor:
            yield executor, jobs
        return
    try:
        from distributed import Client
    except ImportError as error:
        raise CourseError(
            "To grade on a cluster, install the package distributed beside the course."
        ) from error
    try:
        client = Client(request.scheduler, timeout=20)
    except OSError as error:
        raise CourseError(f"There is no scheduler at {request.scheduler} ({error}).") from error
    with client:
        yield client.get_executor(), max(1, len(client.ncores()))


def _stock(
    request: Request, desk: Desk, opened: book.Book, submissions: Sequence[intake.Submission]
) -> Iterator[Result]:
    """Grade with nbgrader itself, one after the other."""
    with stock.prepared(request.assignment, request.to, request.course, request.db_url) as api:
        for submission in submissions:
            began = time.monotonic()
            marked = stock.graded(api, request.assignment, submission, request.to)
            if isinstance(marked, str):
                blank = marking.read_marked(desk.given, desk.asked, submission.student)
                marked = replace(blank, notes=(marked,))
            notes = (*submission.told, *submission.notes, *marked.notes)
            marked = replace(marked, repairs=(*submission.told, *marked.repairs), notes=notes)
            yield Result(marked, seconds=time.monotonic() - began)


def write_pages(desk: Desk, found: Sequence[Marked], others: Sequence[Marked] = ()) -> None:
    """Write a page of feedback for each student, and the teacher's report and marks.

    Report and marks are of all in the gradebook: `found`, and the `others`.
    """
    for marked in found:
        place = intake.folder_name(marked.student)
        path = desk.path("feedback", place).with_suffix(".html")
        write_whole(path, feedback.page(marked))
    folder = desk.to / "reports"
    found = sorted((*found, *others), key=lambda marked: student_key(marked.student))
    write_whole(folder / f"{desk.asked.id}.html", report.page(found))
    write_whole(folder / f"{desk.asked.id}.csv", exports.csv(found, unfinished=True))


def sqlite(to: Path) -> str:
    """Give the address of the gradebook that nbgrader keeps in a course folder."""
    return f"sqlite:///{(to / 'gradebook.db').resolve().as_posix()}"
