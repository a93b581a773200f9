"""Assignments to students and back, through nbgrader's exchange on a server.

    course exchange check
    course exchange release P1
    course exchange collect P1 --to "handed in/P1"
    course exchange return P1 grading

Students use JupyterLab's Assignment List, which is nbgrader's own. The teacher's side is here, in
nbgrader's layout, for three reasons. What is given out is checked first. What is collected is read
without trust: nbgrader's own collecting takes a folder under any student's name and only warns,
and it follows links, which a student can point at the teacher's files. And feedback comes from our
pages.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from datetime import datetime
from pathlib import Path

from course.errors import CourseError, listed
from course.files import cannot_write, read_text, write_whole
from course.grading import intake, release
from course.homework import items
from course.homework.draws import COURSE
from course.hub import handed
from course.hub.handed import STAMP, Record, submissions
from course.hub.place import Exchange, sound


def check(exchange: Exchange) -> list[str]:
    """Say how the exchange stands, in sentences.

    Raises
    ------
    CourseError
        With what is wrong and what to do.
    """
    sound(exchange)
    if not exchange.inbound.is_dir():
        return [f"{exchange.root} is in order. Nothing has been released there yet."]
    out = sorted(path.name for path in exchange.outbound.iterdir())
    lines = [f"{exchange.folder} is in order, and yours. Released: {listed(out or ['nothing'])}."]
    for assignment in out:
        found, notes = submissions(exchange, assignment)
        students = {record.student for record in found}
        lines += [f"{assignment}: handed in by {len(students)}.", *notes]
    return lines


def give_out(exchange: Exchange, assignment: str, *, again: bool = False) -> list[str]:
    """Release an assignment, after a look at whether it gives anything away.

    Raises
    ------
    CourseError
        If it does, if it is released already (and not `again`), or if the exchange does not allow.
    """
    from nbgrader.exchange import ExchangeError

    asked = items.assignment(assignment)
    sound(exchange)
    there = (exchange.outbound / assignment).exists()
    if there and not again:
        raise CourseError(
            f"{assignment} is released already; to lay it out anew say `--again` (who has fetched "
            "it keeps what they have)."
        )
    wrong = release.faults(assignment)
    if wrong:
        raise CourseError(" ".join(wrong))
    path = release.release(assignment)
    own = exchange.course != COURSE
    text = release.generate(assignment, exchange.course) if own else read_text(path)
    with tempfile.TemporaryDirectory() as folder:
        write_whole(Path(folder) / "release" / assignment / path.name, text)
        try:
            _nbgraders_release(exchange, assignment, Path(folder), there)
        except ExchangeError as error:
            raise CourseError(f"{assignment} was not released: {error}.") from error
        except OSError as error:
            raise CourseError(cannot_write(exchange.outbound, error)) from error
    _only_ones_own(exchange.inbound)
    _feedback_folder(exchange)
    return [
        f"{asked.id} · {asked.title} is in the exchange. In JupyterLab students choose Nbgrader, "
        "Assignment List, and there Fetch."
    ]


def _nbgraders_release(exchange: Exchange, assignment: str, root: Path, force: bool) -> None:
    """Let nbgrader lay out what students fetch, and make the folders that it wants."""
    import logging

    from nbgrader.coursedir import CourseDirectory
    from nbgrader.exchange.default import ExchangeReleaseAssignment
    from traitlets.config import Config

    config = Config()
    config.Exchange.root = str(exchange.root)
    config.CourseDirectory.root = str(root)
    config.CourseDirectory.course_id = exchange.course
    config.CourseDirectory.assignment_id = assignment
    quiet = logging.getLogger("course.hub.exchange")
    quiet.setLevel(logging.CRITICAL + 1)  # what matters comes as an error
    coursedir = CourseDirectory(config=config)
    ExchangeReleaseAssignment(coursedir=coursedir, config=config, log=quiet, force=force).start()


def _only_ones_own(folder: Path) -> None:
    """Let everybody add to a folder, and nobody rename or delete what another has put there."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    if not mode & stat.S_ISVTX:
        folder.chmod(mode | stat.S_ISVTX)


def _feedback_folder(exchange: Exchange) -> None:
    """Make the folder for feedback: who knows a page's name can read it, and nobody can list."""
    try:
        exchange.feedback.mkdir(exist_ok=True)
        exchange.feedback.chmod(0o711)
    except OSError as error:
        raise CourseError(cannot_write(exchange.feedback, error)) from error


def collect(exchange: Exchange, assignment: str, to: Path) -> list[str]:
    """Bring what students handed in last into `to`, a folder for each; say what was unusual.

    What is there already is replaced only by what was handed in later.

    Raises
    ------
    CourseError
        If nothing was handed in, or a folder cannot be read or written.
    """
    items.assignment(assignment)
    sound(exchange)
    if not (exchange.outbound / assignment).is_dir():
        raise CourseError(
            f"{assignment} is not released in {exchange.folder}; say `course exchange release "
            f"{assignment}` first."
        )
    found, notes = submissions(exchange, assignment)
    last = {record.student: record for record in found}
    if not last:
        raise CourseError(" ".join([*notes, f"Nobody has handed in {assignment} yet."]))
    fresh, kept = 0, 0
    for record in last.values():
        times = sum(other.student == record.student for other in found)
        if times > 1:
            notes.append(f"{record.student} handed in {times} times; the last time was taken.")
        if _there(to / record.place) == record.stamp:
            kept += 1
            continue
        try:  # what one student hands in must not keep the others' from the teacher
            files = list(handed.files(record, notes))
        except CourseError as error:
            notes.append(str(error))
            continue
        _bring(record, files, to / record.place, notes)
        fresh += 1
    if not fresh + kept:
        raise CourseError(" ".join(notes))
    course = "" if exchange.course == COURSE else f" --course {exchange.course}"
    return [
        f"{fresh + kept} students, each in a folder in {to}; {fresh} new since the last time.",
        *notes,
        f'Next: course grade {assignment} "{to}" --to grading{course}',
        *_formgrader(),
    ]


def _formgrader() -> list[str]:
    """Say where essays are marked: JupyterLab on a hub may not show that page inside itself."""
    mine = os.environ.get("JUPYTERHUB_SERVICE_PREFIX")
    if not mine:
        return []
    return [
        "Then mark the essays, in a browser tab of its own: the address of this hub, followed by "
        f"{mine}formgrader"
    ]


def _there(folder: Path) -> str:
    """Read which submission lies in a folder already, by its time."""
    try:
        return (folder / STAMP).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _bring(record: Record, files: list[tuple[str, bytes]], to: Path, notes: list[str]) -> None:
    """Write one submission, whole: into a folder beside first, which then takes its place."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(dir=to.parent, prefix=f".{to.name}."))
        try:
            for name, data in files:
                (new / name).write_bytes(data)
                os.utime(new / name, (record.when.timestamp(),) * 2)
            (new / STAMP).write_text(f"{record.stamp}\n", encoding="utf-8")
            if os.path.lexists(to):
                _make_room(to, notes)
            new.replace(to)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise CourseError(cannot_write(to, error)) from error


def _make_room(to: Path, notes: list[str]) -> None:
    """Delete what was collected before; anything else is the teacher's and gets another name."""
    if _collected(to):
        shutil.rmtree(to)
        return
    now = datetime.now()
    other = to.with_name(f"{to.name} (before {now:%Y-%m-%d %H.%M.%S.%f})")
    to.rename(other)
    notes.append(
        f"{to} held more than what is collected; it is called {other.name} now. Take from it what "
        "is yours, and move it away before you grade."
    )


def _collected(folder: Path) -> bool:
    """Say whether a folder holds what collecting writes, and copies that JupyterLab keeps of it."""
    if folder.is_symlink() or not folder.is_dir() or not (folder / STAMP).is_file():
        return False
    return all(
        path.name == ".ipynb_checkpoints" or (path.is_file() and intake.taken_along(path.name))
        for path in folder.iterdir()
    )


def give_back(exchange: Exchange, assignment: str, graded: Path) -> list[str]:
    """Put the pages of feedback where each student, and nobody else, can fetch them.

    Raises
    ------
    CourseError
        If nothing was graded there, or the exchange does not allow.
    """
    asked = items.assignment(assignment)
    sound(exchange)
    pages = sorted(graded.glob(f"feedback/*/{asked.id}/{asked.file}.html"))
    if not pages:
        raise CourseError(
            f"There is no feedback for {assignment} in {graded}; name the folder that `course "
            "grade` wrote."
        )
    if not exchange.inbound.is_dir():
        raise CourseError(f"{assignment} was not handed in through {exchange.folder}.")
    found, _ = submissions(exchange, assignment)
    _feedback_folder(exchange)
    given, without, unread = [], [], []
    for page in pages:
        place = page.parent.parent.name
        stamp = _there(graded / "submitted" / place / asked.id)
        record = next((r for r in found if r.place == place and r.stamp == stamp), None)
        try:
            secret, names = handed.secret(record) if record is not None else ("", ())
        except CourseError as error:  # one student's folder must not keep the others' pages back
            unread.append(str(error))
            continue
        if record is not None and secret and names:
            _lay_out(exchange, secret, names, page)
            given.append(record.student)
        else:
            without.append(intake.student_name(place))
    if not given:
        nothing = (
            f"Nothing in {graded} was handed in through {exchange.folder}, so nobody could be "
            "given anything back."
        )
        raise CourseError(" ".join(unread) or nothing)
    lines = [
        f"Feedback for {len(given)} of {len(pages)} is in the exchange. In the Assignment List "
        "students choose Fetch Feedback, and open the page in the folder that appears."
    ]
    if without:
        lines.append(
            f"Not handed in through the exchange, or not what was graded: {listed(without)}."
        )
    return [*lines, *unread]


def _lay_out(exchange: Exchange, secret: str, names: tuple[str, ...], page: Path) -> None:
    """Lay out one page under the names that only its student can work out."""
    from nbgrader.utils import notebook_hash

    data = page.read_bytes()
    for stem in names:  # whatever the student called it
        to = exchange.feedback / f"{notebook_hash(secret=secret, notebook_id=stem)}.html"
        try:
            handle, temporary = tempfile.mkstemp(dir=exchange.feedback)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                os.fchmod(file.fileno(), 0o644)
            Path(temporary).replace(to)
        except OSError as error:
            raise CourseError(cannot_write(to, error)) from error
