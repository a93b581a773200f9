"""Grading a folder of submissions: run apart, mark here, write once.

    course grade P3 "handed in" --to grading

Three hands. A **runner** executes a notebook in a box and gives back bytes; any executor of
`concurrent.futures` can call it, here or on other machines. **This process** mends before and
marks after; no line of a student's code runs in it. **One writer** puts a batch of marked
submissions into the gradebook in one transaction.

A submission is done when its fingerprint is in the gradebook: a checksum of everything its marks
depend on. Stop the run at any moment and start it again: what is done is not done twice.

The folder is an nbgrader course of its own afterwards: ``gradebook.db``, what was handed in under
``submitted``, marked notebooks under ``autograded``. Essays are marked there in the formgrader.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import nbformat
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, parse_utc

from course import notebooks
from course.errors import CourseError
from course.files import CLONE, read_text, write_whole
from course.grading import again, intake, keys, marking, mend, release, stock
from course.grading.book import Book, ByHand, Entry
from course.grading.results import Marked
from course.homework import items
from course.homework.draws import COURSE

BATCH, SECONDS = 16, 1.0
"""The gradebook is written when so many are marked, or after so many seconds."""
AHEAD = 3
"""Submissions that wait for each worker; more would only fill memory."""


class Ran(Protocol):
    """What a runner gives back: the notebook with its outputs, and what happened, in sentences."""

    @property
    def notebook(self) -> bytes:
        """Nbformat JSON, UTF-8."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What somebody should know."""


Runner = Callable[[bytes, dict[str, bytes]], Ran]
"""Runs a notebook, with the files beside it."""


@dataclass(frozen=True, slots=True)
class Task:
    """One submission, mended and ready to run."""

    student: str
    place: str
    notebook: bytes
    files: Mapping[str, bytes]
    repairs: tuple[str, ...]
    notes: tuple[str, ...]
    fingerprint: str
    submitted: datetime | None
    unreadable: bool = False
    work: str = ""
    """A checksum of what was handed in alone."""
    when: float = 0.0
    blank: bool = False
    """Whether nothing is written in it."""
    unsure: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one submission; `again` says that it was done in an earlier run."""

    marked: Marked
    again: bool = False
    seconds: float = 0.0

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The questions to which no answer was found."""
        return tuple(item.name for item in self.marked.items if not item.answered)

    @property
    def line(self) -> str:
        """The result in one line."""
        got = self.marked.by_checks
        of = sum(item.of for item in self.marked.items)
        empty = f" · left open: {len(self.unanswered)}" if self.unanswered else ""
        look = " · please look" if self.marked.notes else ""
        return f"{self.marked.student}: {got:g} of {of:g}{empty}{look}"


@dataclass(frozen=True, slots=True)
class Desk:
    """The course folder that is graded in, and the assignment."""

    asked: items.Assignment
    to: Path
    course: str
    given: Any
    """The notebook that was given out."""

    @classmethod
    def open(cls, assignment: str, to: Path, course: str = "", db_url: str = "") -> Desk:
        """Prepare the folder; nbgrader makes the assignment known to its gradebook."""
        asked = items.assignment(assignment)
        with stock.prepared(assignment, to, course, db_url):
            pass
        given = notebooks.read(to / "release" / assignment / f"{asked.file}.ipynb")
        return cls(asked, to, course or COURSE, given)

    def path(self, step: str, place: str) -> Path:
        """Where a student's notebook is in a step of nbgrader's."""
        return self.to / step / place / self.asked.id / f"{self.asked.file}.ipynb"

    def task(self, submission: intake.Submission) -> Task:
        """Mend a submission and make it ready; one that cannot be read stands as a blank one."""
        # What is wrong with a file that cannot be read is for the student to know, too.
        notebook, repairs = self.given, submission.notes
        if submission.notebook is not None:
            notebook, repairs = mend.mend(submission.notebook, self.given)
        repairs = (*submission.told, *repairs)
        blank = again.written_in(notebook) == again.written_in(self.given)
        notes = submission.notes
        if not blank and again.fill_id(notebook, self.given, submission.student):
            notes = (*notes, f"{again.NO_ID} {submission.student!r} were taken.")
        data = nbformat.v4.writes(notebook).encode("utf-8", "backslashreplace")
        stamp = submission.beside.get("timestamp.txt", b"").decode("utf-8", "replace").strip()
        beside = dict(submission.beside)
        parts = [submission.student.encode(), self.course.encode(), _rules(self.asked.id), data]
        parts += [text for name in sorted(beside) for text in (name.encode(), beside[name])]
        parts += [note.encode() for note in (*notes, *submission.told)]
        parts += [submission.came.encode(), b"late"] if submission.late or submission.came else []
        sizes = b",".join(str(len(part)).encode() for part in parts)
        return Task(
            submission.student,
            intake.folder_name(submission.student),
            data,
            beside,
            repairs,
            notes if submission.notebook is not None else (),
            hashlib.sha256(sizes + b"".join(parts)).hexdigest(),
            _when(stamp or submission.came),
            submission.notebook is None,
            hashlib.sha256(
                b"\0".join([data, *(beside[name] for name in sorted(beside))])
            ).hexdigest(),
            submission.when,
            blank,
            submission.unsure,
            submission.late,
        )

    def mark(self, task: Task, ran: Ran, booked: str = "") -> tuple[Marked, Entry, str]:
        """Mark what has run: the result, what goes into the gradebook, and the marked notebook.

        `booked` is the fingerprint under which the gradebook has an earlier submission.
        """
        nb = nbformat.v4.reads(ran.notebook.decode("utf-8"))
        marking.mark_notebook(
            nb,
            self.asked,
            task.student,
            course=self.course,
            files={name: data.decode("utf-8", "replace") for name, data in task.files.items()},
            repairs=(*task.repairs, *ran.notes),
            seen=task.notes,
        )
        kept = nb.metadata["threat_power_loss"]
        kept["fingerprint"] = task.fingerprint
        kept["student"] = task.student
        kept["unreadable"] = task.unreadable
        kept["submitted"] = task.submitted.isoformat() if task.submitted else None
        kept |= {"work": task.work, "when": task.when, "blank": task.blank}
        kept |= {"unsure": task.unsure, "late": task.late}
        path = self.path("autograded", task.place)
        changed, ever = again.changed(self.asked, path, nb, booked)
        kept["changed"] = sorted(ever)
        marked = marking.read_marked(nb, self.asked, task.student)
        scores, comments = {}, {}
        for cell in nb.cells:
            name = mend.grade_id(cell)
            if is_grade(cell):
                scores[name] = determine_grade(cell)[0]
            if is_solution(cell):
                blank = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
                comments[name] = "No response." if blank else None
        if task.unreadable:  # nobody has seen an essay, so somebody has to say that it is worth 0
            scores[self.asked.essay.name] = None
        entry = Entry(
            task.place, task.fingerprint, scores, comments, task.submitted, frozenset(changed)
        )
        return marked, entry, nbformat.v4.writes(nb)

    def read(self, task: Task) -> Marked:
        """Read a submission back that was marked in an earlier run."""
        nb = nbformat.reads(read_text(self.path("autograded", task.place)), as_version=4)
        return marking.read_marked(nb, self.asked, task.student)

    def read_all(self) -> tuple[Marked, ...]:
        """Read all submissions of this folder that are marked."""
        found = []
        for path in sorted(self.to.glob(f"autograded/*/{self.asked.id}/{self.asked.file}.ipynb")):
            nb = nbformat.reads(read_text(path), as_version=4)
            kept = nb.metadata.get("threat_power_loss", {})
            place = path.parent.parent.name
            student = kept.get("student") or intake.student_name(place)
            found.append(marking.read_marked(nb, self.asked, student))
        return tuple(found)

    def with_hand(self, marked: Marked, by_hand: Mapping[tuple[str, str], ByHand]) -> Marked:
        """Add to a result what people entered."""
        place = intake.folder_name(marked.student)
        hands = {cell: hand for (who, cell), hand in by_hand.items() if who == place}
        return again.with_hand(self.asked, marked, hands)


def grade(
    desk: Desk,
    book: Book,
    submissions: Sequence[intake.Submission],
    run: Runner,
    executor: Executor,
    workers: int = 2,
    *,
    older: bool = False,
) -> Iterator[Result]:
    """Grade submissions, giving each result once it is in the gradebook.

    At most a few wait for each worker, so that memory does not grow with the class. Work that is
    older than what is in the gradebook, or blank where there is some, is left out, unless `older`.
    """
    done = book.graded()
    waiting: dict[Future[Ran], tuple[Task, float]] = {}
    marked: list[tuple[Marked, Entry, str, float]] = []
    last = time.monotonic()
    tasks = iter(submissions)
    more = True
    while more or waiting or marked:
        while more and len(waiting) < AHEAD * workers:
            submission = next(tasks, None)
            if submission is None:
                more = False
                break
            task = desk.task(submission)
            path = desk.path("autograded", task.place)
            if done.get(task.place) == task.fingerprint and path.is_file():
                yield Result(desk.read(task), again=True)
                continue
            what = (task.work, task.when, task.blank)
            if task.place in done and not older and (why := again.stays(desk.asked, path, *what)):
                old = desk.read(task)
                yield Result(replace(old, notes=(*old.notes, why)), again=True)
                continue
            _put_submitted(desk, task, submission)
            waiting[executor.submit(run, task.notebook, dict(task.files))] = (
                task,
                time.monotonic(),
            )
        finished, _ = wait(waiting, timeout=SECONDS, return_when=FIRST_COMPLETED)
        for future in finished:
            task, began = waiting.pop(future)
            ran = _outcome(future, task)
            result = desk.mark(task, ran, done.get(task.place, ""))
            marked.append((*result, time.monotonic() - began))
        idle = not waiting and not more
        if marked and (idle or len(marked) >= BATCH or time.monotonic() - last >= SECONDS):
            yield from _written(desk, book, marked)
            marked, last = [], time.monotonic()


def _written(
    desk: Desk, book: Book, marked: Iterable[tuple[Marked, Entry, str, float]]
) -> list[Result]:
    """Write a batch: first the notebooks, then the gradebook, which says that they are done."""
    marked = list(marked)
    for _, entry, text, _ in marked:
        write_whole(desk.path("autograded", entry.student), text)
    book.write(entry for _, entry, _, _ in marked)
    return [Result(result, seconds=seconds) for result, _, _, seconds in marked]


@dataclass(frozen=True, slots=True)
class _Blank:
    """What stands for a notebook that no worker could run: as it was, without outputs."""

    notebook: bytes
    notes: tuple[str, ...]


def _outcome(future: Future[Ran], task: Task) -> Ran:
    """Take what a runner gave; if it broke off, the submission still gets a result."""
    try:
        return future.result()
    except CourseError as error:
        note = str(error)
    except Exception as error:  # a worker may be lost in ways that only its executor knows
        note = f"The worker that ran this notebook was lost ({type(error).__name__})."
    return _Blank(task.notebook, (f"{note} Nothing of it was run; grade it again.",))


def trial(desk: Desk, run: Runner) -> str:
    """Try a runner: the model solution must earn everything, the blank notebook nothing.

    Gives a sentence that says what is wrong, or nothing.
    """
    model = notebooks.read(release.source(desk.asked.id))
    student = intake.stated(model)
    for notebook, expected in ((model, desk.asked.points), (desk.given, 0.0)):
        submission = intake.Submission(student, notebook, release.model_files(desk.asked.id))
        if expected == 0:
            submission = replace(submission, beside={})
        task = desk.task(submission)
        marked, _, _ = desk.mark(task, run(task.notebook, dict(task.files)))
        if abs(marked.by_checks - expected) > 1e-9:
            return (
                f"the model solution earned {marked.by_checks:g} of {expected:g}"
                if expected
                else f"the blank notebook earned {marked.by_checks:g}"
            )
    return ""


def _put_submitted(desk: Desk, task: Task, submission: intake.Submission) -> None:
    """Keep what was handed in where nbgrader looks for it."""
    path = desk.path("submitted", task.place)
    notebook = submission.notebook if submission.notebook is not None else desk.given
    write_whole(path, nbformat.v4.writes(notebook))
    for name, data in submission.beside.items():
        write_whole(path.with_name(name), data.decode("utf-8", "replace"))


@cache
def _rules(assignment: str) -> bytes:
    """Read everything besides the submission that marks depend on."""
    texts = [read_text(keys.FOLDER / f"{assignment}.py")]
    texts += [read_text(items.FOLDER / f"{assignment}.toml")]
    folder = CLONE / "course"
    for part in ("homework", "grading"):
        texts += [read_text(path) for path in sorted((folder / part).glob("*.py"))]
    return hashlib.sha256("\0".join(texts).encode()).digest()


def _when(stamp: str) -> datetime | None:
    try:
        found: datetime | None = parse_utc(stamp) if stamp else None
    except (ValueError, TypeError, OverflowError):
        return None
    return found
