"""`course grade` as a teacher runs it: the box on, progress, stops, a cluster, another database."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
import test_run as around

from course import notebooks
from course.errors import CourseError
from course.grading import collecting, command, release, sandbox
from course.grading.command import Request

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not sandbox.state().boxed and not os.environ.get("CI"),
        reason="submissions cannot be kept apart on this computer",
    ),
]


def hand_in(folder: Path, count: int) -> Path:
    """Fill a folder with submissions: some right, some wrong, one blank, one damaged."""
    for n in range(count):
        notebook = around.model(reproduced=str(n % 17))
        path = folder / f"s{n:03}" / "P3_prospect_lab.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
    (folder / "s000" / "P3_prospect_lab.ipynb").write_text("damaged", encoding="utf-8")
    shutil.copy(release.release("P3"), folder / "blank.ipynb")
    return folder


@pytest.fixture(scope="module")
def class_of(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hand_in(tmp_path_factory.mktemp("handed in"), 11)


@pytest.fixture(scope="module")
def graded(class_of: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("grading")
    command.grade(Request("P3", class_of, to), out=io.StringIO())
    return to


def test_everything_that_grading_promises_is_there(graded: Path) -> None:
    students = {path.parent.parent.name for path in graded.glob("autograded/*/P3/*.ipynb")}
    assert len(students) == 12
    for student in students:
        page = (graded / "feedback" / student / "P3" / "P3_prospect_lab.html").read_text("utf-8")
        assert student in page and "For whoever marks" not in page
        assert (graded / "submitted" / student / "P3" / "P3_prospect_lab.ipynb").is_file()
    marks = list(csv.reader(io.StringIO((graded / "reports" / "P3.csv").read_text("utf-8"))))
    assert len(marks) == 13
    assert "s000" in (graded / "reports" / "P3.html").read_text("utf-8")
    with sqlite3.connect(graded / "gradebook.db") as connection:
        assert connection.execute("select count(*) from submitted_assignment").fetchone() == (12,)


def test_our_engine_and_nbgrader_write_the_same_gradebook(
    graded: Path, class_of: Path, tmp_path: Path
) -> None:
    command.grade(Request("P3", class_of, tmp_path, engine="nbgrader"), out=io.StringIO())
    for table in ("student", "submission", "grade", "comment"):
        ours = around.rows(graded / "gradebook.db", table)
        theirs = around.rows(tmp_path / "gradebook.db", table)
        assert ours and ours == theirs, table


def test_marks_go_into_a_platforms_own_file(graded: Path, tmp_path: Path) -> None:
    text, told = command.marks("P3", graded)
    assert len(text.splitlines()) == 13 and "Not complete" in told[0]
    text, told = command.marks("P3", graded, "canvas")
    assert "Left out, because they are not complete" in told[0]
    template = tmp_path / "canvas.csv"
    head = "Student,ID,SIS Login ID,Section,P3 Prospect lab (77)\n"
    rows = "    Points Possible,,,,45\nA,1,s001,x,\nB,2,s002,x,\nC,3,nobody,x,\n"
    template.write_text(head + rows, encoding="utf-8")
    text, told = command.marks("P3", graded, "canvas", template=template, unfinished=True)
    assert len(list(csv.reader(io.StringIO(text)))) == 5
    assert any("'nobody'" in sentence for sentence in told)
    with pytest.raises(CourseError, match="Nothing of P3 is graded"):
        command.marks("P3", empty(tmp_path))


def empty(folder: Path) -> Path:
    """Make a course folder in which nothing is graded."""
    return around.run.Desk.open("P3", folder / "empty").to


def test_late_work_is_known_by_the_due_time(graded: Path, class_of: Path, tmp_path: Path) -> None:
    folder, to = tmp_path / "in", tmp_path / "to"
    shutil.copytree(class_of / "s003", folder / "s003")
    (folder / "s003" / "timestamp.txt").write_text("2026-11-20 12:00:30 UTC", encoding="utf-8")
    around.run.Desk.open("P3", to)
    with sqlite3.connect(to / "gradebook.db") as connection:
        connection.execute("update assignment set duedate = '2026-11-20 12:00:00.000000'")
    (one,) = command.grade(Request("P3", folder, to), out=io.StringIO())
    assert one.submitted == "2026-11-20T12:00:30" and one.seconds_late == 30 and one.late


def test_lines_for_programs(class_of: Path, graded: Path) -> None:
    out = io.StringIO()
    command.grade(Request("P3", class_of, graded), as_json=True, out=out)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    assert len(lines) == 12 and all(line["again"] for line in lines)
    assert {line["total"] for line in lines} == {12}


def test_where_nothing_is_kept_apart_it_says_so_and_asks(
    class_of: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lost = sandbox.State(False, 0, (sandbox.NO_BOX,))
    monkeypatch.setattr(sandbox, "state", lambda: lost)
    with pytest.raises(CourseError, match="kept apart"):
        command.grade(Request("P3", class_of, tmp_path), out=io.StringIO())
    assert "NOT PROTECTED: Submissions are not kept apart" in capsys.readouterr().err
    assert not list(tmp_path.glob("autograded/*"))


def start(folder: Path, to: Path) -> subprocess.Popen[bytes]:
    program = [
        sys.executable,
        "-m",
        "course",
        "grade",
        "P3",
        str(folder),
        "--to",
        str(to),
        "--json",
    ]
    return subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_run_that_is_killed_at_any_moment_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    """Kill the whole run at random moments until it gets through, then compare with a calm run."""
    folder = hand_in(tmp_path / "in", 60)
    to, calm = tmp_path / "killed", tmp_path / "calm"
    command.grade(Request("P3", folder, calm), out=io.StringIO())
    moments = random.Random(7)
    kills, done_before = 0, 0
    while kills < 6:
        process = start(folder, to)
        book = to / "gradebook.db"
        until = time.monotonic() + 120
        # Let it come as far as marking something, then kill it a little later, wherever it is.
        while process.poll() is None and time.monotonic() < until:
            if count(book) > done_before:
                break
            time.sleep(0.01)
        time.sleep(moments.uniform(0, 0.5))
        if process.poll() is not None:
            break
        process.send_signal(signal.SIGKILL)
        process.wait()
        kills += 1
        done = count(book)
        assert done >= done_before, "what was in the gradebook is still there"
        done_before = done
    process = start(folder, to)
    assert process.wait(300) == 0
    assert kills >= 1
    for table in ("student", "submission", "grade", "comment"):
        assert around.rows(to / "gradebook.db", table) == around.rows(calm / "gradebook.db", table)
    names = [sorted(p.name for p in (where / "autograded").iterdir()) for where in (to, calm)]
    assert names[0] == names[1]
    assert not list(to.rglob(".*.ipynb*")), "no half-written file is left"


def count(book: Path) -> int:
    try:
        with sqlite3.connect(f"file:{book}?mode=ro", uri=True) as connection:
            asked = "select count(*) from threat_power_loss_graded"
            return int(connection.execute(asked).fetchone()[0])
    except sqlite3.Error:
        return 0


def test_ctrl_c_stops_in_good_order(class_of: Path, tmp_path: Path) -> None:
    process = start(class_of, tmp_path / "to")
    while count(tmp_path / "to" / "gradebook.db") == 0 and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    assert process.wait(60) in (0, 130)


# -- what a folder and a gradebook can be ----------------------------------------------------------


def refused(request: Request, says: str) -> None:
    with pytest.raises(CourseError, match=says) as told:
        command.grade(request, out=io.StringIO())
    assert "\n" not in str(told.value)


def test_folders_and_gradebooks_that_cannot_be_used_are_said(
    class_of: Path, tmp_path: Path
) -> None:
    (tmp_path / "nothing").mkdir()
    refused(Request("P3", tmp_path / "nothing", tmp_path / "a"), "There are no submissions")
    refused(Request("P3", tmp_path / "none", tmp_path / "a"), "There is no folder")
    refused(Request("P9", class_of, tmp_path / "a"), "There is no assignment 'P9'")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    refused(Request("P3", class_of, tmp_path / "file"), "cannot be used")
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "gradebook.db").write_bytes(b"garbage" * 1000)
    refused(Request("P3", class_of, tmp_path / "damaged"), "is damaged")
    assert (tmp_path / "damaged" / "gradebook.db").read_bytes() == b"garbage" * 1000
    (tmp_path / "older").mkdir()
    with sqlite3.connect(tmp_path / "older" / "gradebook.db") as connection:
        connection.execute("create table assignment (id text)")
    refused(Request("P3", class_of, tmp_path / "older"), "made by another version of nbgrader")
    refused(Request("P3", class_of, tmp_path / "b", db_url="nonsense"), "names no gradebook")
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:1/x"
    refused(Request("P3", class_of, tmp_path / "c", db_url=nowhere), "could not be opened")


def test_two_runs_never_grade_in_one_folder(class_of: Path, tmp_path: Path) -> None:
    with command.alone(tmp_path):
        refused(Request("P3", class_of, tmp_path), "Another run is grading")
    assert not (tmp_path / "gradebook.db").exists()


def test_a_full_disk_stops_the_run_and_what_was_written_is_whole(
    class_of: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, written = around.run.write_whole, []

    def full(path: Path, text: str) -> None:
        if "autograded" in path.parts:
            written.append(path)
            if len(written) > 5:
                raise CourseError(f"{path} could not be written (no space left on device).")
        real(path, text)

    monkeypatch.setattr(around.run, "write_whole", full)
    refused(Request("P3", class_of, tmp_path), "no space left")
    monkeypatch.undo()
    found = command.grade(Request("P3", class_of, tmp_path), out=io.StringIO())
    assert len(found) == 12


# -- past one machine ------------------------------------------------------------------------------


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real Dask scheduler and three worker processes."""
    pytest.importorskip("distributed")
    address = tmp_path / "scheduler.json"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    scheduler = subprocess.Popen(
        [*dask, "--port", "0", "--no-dashboard", "--scheduler-file", str(address)],
        **quiet,  # type: ignore[call-overload]
    )
    until = time.monotonic() + 60
    while not (address.exists() and address.read_text()) and time.monotonic() < until:
        time.sleep(0.1)
    place = json.loads(address.read_text())["address"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", place]
    options = ["--nthreads", "1", "--no-dashboard", "--no-nanny"]
    options += ["--local-directory", str(tmp_path / "workers")]
    workers = [subprocess.Popen([*worker, *options], **quiet) for _ in range(3)]  # type: ignore[call-overload]
    yield place, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_a_cluster_grades_and_may_lose_a_worker(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    place, workers = cluster
    folder = hand_in(tmp_path / "in", 30)
    out = io.StringIO()

    class Watch(io.StringIO):
        """Kills a worker when a few submissions are done."""

        lines = 0

        def write(self, text: str) -> int:
            self.lines += text.count("\n")
            if self.lines >= 3 and workers[0].poll() is None:
                workers[0].kill()
            return super().write(text)

    out = Watch()
    found = command.grade(
        Request("P3", folder, tmp_path / "to", scheduler=place), as_json=True, out=out
    )
    assert workers[0].poll() is not None
    assert len(found) == 31
    assert not [marked for marked in found if "was lost" in " ".join(marked.notes)]
    calm = command.grade(Request("P3", folder, tmp_path / "calm"), out=io.StringIO())
    plain = [replace(marked, notes=()) for marked in found]
    assert plain == [replace(marked, notes=()) for marked in calm]


def test_a_scheduler_that_is_not_there_is_said(class_of: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with pytest.raises(CourseError, match=r"There is no scheduler at tcp://127\.0\.0\.1:1"):
        command.grade(
            Request("P3", class_of, tmp_path, scheduler="tcp://127.0.0.1:1"), out=io.StringIO()
        )


@pytest.fixture
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL server of the test's own."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed here")
        pytest.skip("PostgreSQL is not installed here")
    place = Path("/tmp") / f"course-postgres-{os.getpid()}"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    if os.geteuid() == 0:
        shutil.chown(place, "postgres")
    bin = programs[-1].parent

    def run(*words: str) -> None:
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*as_user, *words], check=True, capture_output=True, cwd="/")

    data = str(place / "data")
    run(str(bin / "initdb"), "-D", data, "-A", "trust", "-U", "marker")
    options = f"-k {place} -c listen_addresses= -c fsync=off"
    run(str(bin / "pg_ctl"), "-D", data, "-l", str(place / "log"), "-o", options, "-w", "start")
    try:
        run(str(bin / "createdb"), "-h", str(place), "-U", "marker", "course")
        yield f"postgresql+psycopg://marker@/course?host={place}"
    finally:
        run(str(bin / "pg_ctl"), "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(place, ignore_errors=True)


def test_the_gradebook_may_be_in_postgresql(postgres: str, class_of: Path, tmp_path: Path) -> None:
    found = command.grade(Request("P3", class_of, tmp_path, db_url=postgres), out=io.StringIO())
    assert len(found) == 12
    again = io.StringIO()
    command.grade(Request("P3", class_of, tmp_path, db_url=postgres), as_json=True, out=again)
    assert all(json.loads(line)["again"] for line in again.getvalue().splitlines())
    assert not (tmp_path / "gradebook.db").exists()
    from nbgrader.api import Gradebook

    with Gradebook(postgres, "threat-power-loss") as book:
        scores = {s.student.id: s.score for s in book.assignment_submissions("P3")}
    assert scores == {marked.student: marked.by_checks for marked in found}


MOODLE = (
    "Identifier,Full name,Email address,Status,Grade,Last modified (grade)\n"
    "Participant 1,Anna K,model-89@uni.example,Submitted,,-\n"
    'Participant 2,Jan N,jan@uni.example,"Submitted, 1 hour late",,-\n'
)


def test_the_whole_way_in_and_back_for_students_who_wrote_less_than_their_address(
    tmp_path: Path,
) -> None:
    download, table = tmp_path / "download", tmp_path / "grades.csv"
    table.write_text(MOODLE, encoding="utf-8")
    for name, key, notebook in (
        ("Anna K", 1, around.model()),
        ("Jan N", 2, notebooks.read(release.release("P3"))),
    ):
        path = download / f"{name}_{key}_assignsubmission_file_" / "P3_prospect_lab.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(notebook), encoding="utf-8")
    came, to = tmp_path / "came", tmp_path / "to"
    collecting.collect(download, came, table, "P3")
    found = command.grade(Request("P3", came, to), out=io.StringIO())
    points = {one.student: one.by_checks for one in found}
    assert points == {"model-89": 30, "jan@uni.example": 0}, "an honest student lost points"
    text, told = command.marks("P3", to, "moodle", template=table, unfinished=True)
    assert ",30,-" in text.splitlines()[1] and told[0].startswith("2 of 2 rows")
    plain, _ = command.marks("P3", to, "moodle", unfinished=True)
    assert "model-89@uni.example,30" in plain
    # One student again: the report stays the class's, and the summary can count to one.
    one = tmp_path / "one"
    shutil.copytree(came / "jan@uni.example", one / "jan@uni.example")
    out = io.StringIO()
    command.grade(Request("P3", one, to), out=out)
    assert "1 submission in this folder, 2 in the gradebook" in out.getvalue()
    report = list(csv.DictReader(io.StringIO((to / "reports" / "P3.csv").read_text("utf-8-sig"))))
    assert [row["student"] for row in report] == ["jan@uni.example", "model-89"]
