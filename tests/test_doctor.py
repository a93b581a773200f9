"""Each fault is made for real in a copy of the course; the doctor says it and mends what it can."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest
from installations import NOW, ROOT, fake_environment, notebook, part, place, real, write

from course.__main__ import main
from course.errors import CourseError
from course.journal import Journal
from course.upkeep import command, doctor, environment, jupyter, lessons, mending, surroundings
from course.upkeep.findings import Finding, Place, place_of, private

sys.path.insert(0, str(ROOT))

import start

L2 = "notebooks/02_power_and_the_security_dilemma.ipynb"
L3 = "notebooks/03_from_power_to_threat.ipynb"


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return part(tmp_path_factory.mktemp("sound") / "course kit")


@pytest.fixture
def folder(sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = tmp_path / "course kit"
    shutil.copytree(sound, copy)
    fake_environment(copy)
    (tmp_path / "home").mkdir()
    monkeypatch.setattr(environment, "ASK", f"print({str(copy / 'course' / '__init__.py')!r})")
    monkeypatch.setattr(jupyter, "SYSTEM", ())
    monkeypatch.setattr(surroundings, "MEMORY", 0)
    lessons.shipped.cache_clear()
    return copy


def codes(where: Place) -> list[str]:
    return [finding.code for finding in doctor.look(where)]


def only(where: Place) -> Finding:
    found = doctor.look(where)
    assert len(found) == 1, [finding.code for finding in found]
    return found[0]


LOOKING = "Looking at this installation; it takes a few seconds ...\n\n"


def see(where: Place, **more: Any) -> tuple[int, str]:
    said: list[str] = []
    status = doctor.doctor(where, said.append, **more)
    return status, "\n".join(said).removeprefix(LOOKING)


def test_a_sound_installation_is_in_order(folder: Path) -> None:
    assert see(place(folder)) == (0, "Everything is in order.")


def test_the_whole_course_is_in_order(folder: Path) -> None:
    shutil.rmtree(folder)
    fake_environment(real(folder))
    assert see(place(folder)) == (0, "Everything is in order.")
    assert len(environment.installed(packages(folder))) > 100


# --- the environment -----------------------------------------------------------------------------


def packages(folder: Path) -> Path:
    return folder / ".venv/lib/python3.11/site-packages"


def gone(folder: Path) -> None:
    shutil.rmtree(folder / ".venv")


def half(folder: Path) -> None:
    (folder / ".venv/pyvenv.cfg").unlink()


def interrupted(folder: Path) -> None:
    (folder / ".venv/installed.json").unlink()


def no_python(folder: Path) -> None:
    path = folder / ".venv/bin/python"
    path.unlink()
    path.symlink_to(folder / "no such python")


def python_removed(folder: Path) -> None:
    path = folder / ".venv/pyvenv.cfg"
    path.write_text(path.read_text().replace("home = ", "home = /no/such"))


def moved(folder: Path) -> None:
    path = folder / ".venv/pyvenv.cfg"
    path.write_text(path.read_text().replace("course kit/.venv", "old place/.venv"))


def package_missing(folder: Path) -> None:
    shutil.rmtree(next(packages(folder).glob("altair-*.dist-info")))


def other_version(folder: Path) -> None:
    path = next(packages(folder).glob("traitlets-*.dist-info"))
    path.rename(path.with_name("traitlets-4.0.dist-info"))


def file_of_a_package_gone(folder: Path) -> None:
    (packages(folder) / "narwhals/__init__.py").unlink()


def file_of_a_package_changed(folder: Path) -> None:
    (packages(folder) / "narwhals/__init__.py").write_text("something longer")


def linked_elsewhere(folder: Path) -> None:
    write(packages(folder) / "_editable_impl_threat_power_loss.pth", str(folder.parent))


def not_linked(folder: Path) -> None:
    (packages(folder) / "_editable_impl_threat_power_loss.pth").unlink()


def no_packages(folder: Path) -> None:
    shutil.rmtree(packages(folder))


def no_kernel(folder: Path) -> None:
    write(folder / ".venv/share/jupyter/kernels/python3/kernel.json", "{")


def no_extension(folder: Path) -> None:
    packages(folder).joinpath("jupyterlab").mkdir(exist_ok=True)
    shutil.rmtree(folder / ".venv/share/jupyter/labextensions/anywidget")


@pytest.mark.parametrize(
    ("fault", "code", "sentence"),
    [
        (gone, "not-installed", "there is no folder `.venv`"),
        (half, "half-environment", "only half of one"),
        (interrupted, "half-installed", "interrupted"),
        (no_python, "python-gone", "happens when Python is updated or removed"),
        (python_removed, "python-gone", "happens when Python is updated or removed"),
        (moved, "folder-moved", "old place"),
        (package_missing, "packages-missing", "missing: altair."),
        (other_version, "packages-differ", "traitlets is 4.0 and not "),
        (file_of_a_package_gone, "packages-damaged", "narwhals"),
        (file_of_a_package_changed, "packages-damaged", "narwhals"),
        (linked_elsewhere, "linked-elsewhere", "from another folder"),
        (not_linked, "not-linked", "is not installed in `.venv`"),
        (no_packages, "no-packages", "holds no packages"),
        (no_kernel, "kernel-missing", "how to start the course's Python"),
        (no_extension, "extension-missing", "draws the exercises (anywidget)"),
    ],
)
def test_each_fault_of_the_environment_is_one_finding_that_installing_mends(
    folder: Path, fault: Callable[[Path], None], code: str, sentence: str
) -> None:
    fault(folder)
    found = only(place(folder))
    assert found.code == code and found.mend == "install"
    assert sentence in found.wrong and not found.note

    def install() -> None:
        shutil.rmtree(folder / ".venv", ignore_errors=True)
        fake_environment(folder)

    status, said = see(place(folder), wish_mend=True, install=install)
    assert status == 0 and said.endswith("Everything is in order.")


def test_what_cannot_be_imported_is_said_with_pythons_last_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "ASK", "import no_such_library")
    assert "No module named 'no_such_library'" in only(place(folder)).wrong
    monkeypatch.setattr(environment, "ASK", "print('/elsewhere/course/__init__.py')")
    assert "from another folder" in only(place(folder)).wrong


def test_the_question_to_python_names_what_lessons_import() -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", environment.ASK], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0 and done.stdout.strip().endswith("__init__.py"), done.stderr


def test_from_inside_the_environment_cannot_be_mended(folder: Path) -> None:
    interrupted(folder)
    status, said = see(place(folder), wish_mend=True)
    assert status == 1 and "cannot be mended from inside" in said


def test_a_python_of_32_bits_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "maxsize", 2**31 - 1)
    assert only(place(folder)).code == "python-32-bit"


def test_windows_keeps_its_python_elsewhere(folder: Path) -> None:
    there = place(folder, system="win32")
    assert there.python.parts[-2:] == ("Scripts", "python.exe")
    assert there.command("doctor") == "`py start.py doctor`"


# --- the folder ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "system", "expected"),
    [
        (r"C:\Users\a\AppData\Local\Temp\Temp1_kit.zip\kit-main", "win32", ["inside-zip"]),
        (r"C:\Users\a\AppData\Local\Temp\kit.zip.f3a\kit-main", "win32", ["inside-zip"]),
        (r"C:\Users\a\OneDrive - University\course", "win32", ["in-the-cloud"]),
        (r"C:\Users\a\Documents\my course (2)", "win32", []),
        ("C:\\Users\\a\\" + "b" * 70, "win32", ["path-too-long"]),
        ("C:\\Users\\a\\" + "b" * 64, "win32", []),
        (r"\\server\home\a\course", "win32", ["network-folder"]),
    ],
)
def test_a_windows_folder_is_judged_by_its_address(
    path: str, system: str, expected: list[str]
) -> None:
    found = list(surroundings.where(PureWindowsPath(path), system))
    assert [finding.code for finding in found] == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/Users/a/Library/Mobile Documents/com~apple~CloudDocs/course", ["in-the-cloud"]),
        ("/Users/a/Library/CloudStorage/Dropbox/course", ["in-the-cloud"]),
        ("/private/var/folders/x/T/AppTranslocation/y/d/course", ["inside-zip"]),
        ("/Users/a/Documents/" + "b" * 200, []),
    ],
)
def test_a_mac_folder_is_judged_by_its_address(path: str, expected: list[str]) -> None:
    found = list(surroundings.where(PurePosixPath(path), "darwin"))
    assert [finding.code for finding in found] == expected


def test_files_that_are_only_in_the_cloud_are_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = {folder / L2, folder / "course/lesson.py"}
    monkeypatch.setattr(surroundings, "in_the_cloud", lambda path: path in away)
    found = only(place(folder))
    assert found.code == "files-in-the-cloud" and "course/lesson.py and " + L2 in found.wrong


def test_what_windows_and_macos_say_of_a_file_in_the_cloud(tmp_path: Path) -> None:
    class Far:
        def __init__(self, **fields: int) -> None:
            self.fields = fields

        def stat(self) -> Any:
            return type("Stat", (), self.fields)()

    far = surroundings.in_the_cloud
    assert far(Far(st_file_attributes=0x400020))  # type: ignore[arg-type]
    assert far(Far(st_flags=0x40000040))  # type: ignore[arg-type]
    assert not far(Far(st_file_attributes=0x20))  # type: ignore[arg-type]
    assert not far(write(tmp_path / "here", "x"))


@pytest.mark.parametrize(
    ("name", "damage", "code"),
    [
        ("course/lesson.py", None, "files-missing"),
        ("course/lesson.py", b"def f(:\n", "files-damaged"),
        ("course/lesson.py", b"\0" * 300, "files-damaged"),
        ("course/static/widgets.js", b"", "files-damaged"),
        ("course/messages/lesson3.toml", b"[[check]\n", "files-damaged"),
        ("course/data/schema.json", b"{", "files-damaged"),
        ("course/data/crises.csv", b"", "files-damaged"),
        ("course/data/crises.csv", b"\0" * 300, "files-damaged"),
        ("course/shipped/lessons.zip", b"PK", "no-shipped-lessons"),
        ("course/shipped/files.txt", None, "no-list"),
    ],
)
def test_a_copy_that_is_not_whole_names_the_file_and_the_way(
    folder: Path, name: str, damage: bytes | None, code: str
) -> None:
    if damage is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(damage)
    found = only(place(folder))
    assert found.code == code and name in found.wrong
    assert "update NEW.zip" in found.do and not found.mend


def test_a_cut_bundle_is_found(folder: Path) -> None:
    path = folder / "course/static/widgets.js"
    assert surroundings.sound(path)
    path.write_bytes(path.read_bytes()[:-1000])
    assert only(place(folder)).code == "files-damaged"


def test_little_room_and_little_memory_are_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    usage = shutil.disk_usage(folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=9_000_000))
    assert "9 MB free, and the course needs 200 MB" in only(place(folder)).wrong
    monkeypatch.undo()
    table = write(tmp_path / "meminfo", "MemTotal: 9 kB\nMemAvailable:  1000 kB\n")
    assert surroundings.free_memory("linux", table) == 1_024_000
    assert surroundings.free_memory("win32", table) is None


def test_a_folder_in_which_nothing_can_be_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = folder / "notebooks"
    monkeypatch.setattr(surroundings, "writable", lambda path: path != closed)
    found = only(place(folder))
    assert found.code == "not-writable" and found.mend == "permission"
    closed.chmod(0o555)
    (folder / L3).chmod(0o444)
    mending.mend(place(folder), found, folder / "kept", None)
    assert closed.stat().st_mode & 0o200 and (folder / L3).stat().st_mode & 0o200


def test_a_lesson_that_may_only_be_read(folder: Path) -> None:
    (folder / L3).chmod(0o444)
    assert only(place(folder)).code == "lesson-read-only"
    assert see(place(folder), wish_mend=True)[0] == 0


def test_a_file_in_place_of_my_work(folder: Path) -> None:
    write(folder / "my_work", "my notes")
    assert only(place(folder)).code == "work-is-no-folder"
    assert see(place(folder), wish_mend=True)[0] == 0
    assert (folder / "old_my_work").read_text() == "my notes"


def test_a_file_elsewhere_that_course_home_names_keeps_its_name(
    folder: Path, tmp_path: Path
) -> None:
    thesis = write(tmp_path / "thesis.txt", "mine")
    where = replace(place(folder), work=thesis)
    assert only(where).code == "work-is-no-folder" and "COURSE_HOME" in only(where).do
    see(where, wish_mend=True)
    assert thesis.read_text() == "mine"


@pytest.mark.parametrize(
    "name", ["random.py", "notebooks/altair.py", "token.py", "my_work/P3/csv.py"]
)
def test_a_file_named_like_a_library_gets_another_name(folder: Path, name: str) -> None:
    mine = write(folder / name, "x = 1")
    assert only(place(folder)).code == "shadow"
    assert see(place(folder), wish_mend=True)[0] == 0
    assert not mine.exists() and mine.with_name(f"my_{mine.name}").read_text() == "x = 1"


def test_files_of_other_projects_keep_their_names(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = [tmp_path / "documents" / name for name in ("random.py", "thesis/csv.py")]
    for path in other:
        write(path, "x = 1")
    mine = write(folder / "token.py", "x = 1")
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "documents"))
    where = place(folder, system="linux")
    where = replace(where, work=place_of(folder).work)
    found = [finding for finding in doctor.look(where) if finding.code == "shadow"]
    assert [bool(finding.note) for finding in found] == [False, True, True]
    see(where, wish_mend=True)
    assert all(path.is_file() for path in other) and not mine.exists()
    # The course's own folder, or the one above it: what is in the course is said once.
    for work in (folder, tmp_path):
        write(folder / "course/random.py", "x = 1")
        names = [f.about for f in doctor.look(replace(where, work=work)) if f.code == "shadow"]
        assert folder / "course/random.py" not in names


def test_a_link_that_leads_nowhere_is_no_lesson(folder: Path) -> None:
    (folder / "notebooks/.#x.ipynb").symlink_to("somebody@somewhere.123")
    (folder / L3).chmod(0o400)
    assert only(place(folder)).code == "lesson-read-only"
    assert see(place(folder), wish_mend=True)[0] == 0


def test_files_with_names_of_their_own_are_left_alone(folder: Path) -> None:
    write(folder / "notebooks/my_thoughts.py", "x = 1")
    write(folder / "notebooks/random/notes.txt", "a folder, and no package")
    write(folder / "site/index.html", "built")
    assert codes(place(folder)) == []


def test_variables_for_another_python_are_worth_knowing(folder: Path) -> None:
    there = place(folder, variables={"PYTHONPATH": "/x", "PYTHONHOME": "/y", "COURSE_HOME": "/z"})
    status, said = see(there)
    assert status == 0 and "PYTHONPATH and PYTHONHOME" in said and "kept in /z" in said


def test_a_clock_that_is_far_behind(folder: Path) -> None:
    assert only(place(folder, now=NOW.replace(year=2019))).code == "clock"


def test_a_computer_that_does_not_reach_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: socket.socket, address: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(surroundings.socket.socket, "bind", refuse)
    assert only(place(folder)).code == "no-loopback"


def test_a_course_that_is_open_already(folder: Path) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        about = {"root_dir": str(folder), "port": port, "token": "secret", "pid": os.getpid()}
        write(folder / ".jupyter/runtime/jpserver-1.json", json.dumps(about))
        write(folder / ".jupyter/runtime/jpserver-2.json", "{")
        dead = subprocess.Popen([sys.executable, "-c", ""])
        dead.wait()
        left = json.dumps({**about, "pid": dead.pid})  # its port went to somebody else
        write(folder / ".jupyter/runtime/jpserver-3.json", left)
        status, said = see(place(folder))
        assert status == 0 and f"open already, at http://localhost:{port}/lab." in said
        assert "secret" not in said
    assert codes(place(folder)) == []  # it has ended, and its file was left


# --- Jupyter's settings --------------------------------------------------------------------------

OFF = {"disabledExtensions": {"anywidget": True, "something": True}}


def test_a_switched_off_extension_is_switched_on(folder: Path) -> None:
    path = write(folder / ".jupyter/labconfig/page_config.json", json.dumps(OFF))
    assert only(place(folder)).code == "extension-off"
    assert see(place(folder), wish_mend=True)[0] == 0
    assert json.loads(path.read_text()) == {"disabledExtensions": {"something": True}}


@pytest.mark.parametrize("name", ["jupyter_server_config.py", "jupyter_lab_config.json"])
def test_settings_that_cannot_be_read_are_moved(folder: Path, name: str) -> None:
    write(folder / ".jupyter" / name, "c.X = (")
    assert only(place(folder)).code == "jupyter-settings"
    assert see(place(folder), wish_mend=True)[0] == 0
    assert (folder / "my_work/kept/2026-12-24/.jupyter" / name).read_text() == "c.X = ("


def test_another_jupyters_settings_and_kernel_are_notes_and_left_alone(folder: Path) -> None:
    home = folder.parent / "home"
    write(home / ".jupyter/jupyter_server_config.py", "c.X = (")
    write(home / ".jupyter/labconfig/page_config.json", json.dumps(OFF))
    write(home / ".local/share/jupyter/kernels/python3/kernel.json", '{"argv": ["/old/python"]}')
    found = doctor.look(place(folder))
    assert [f.code for f in found] == ["jupyter-settings", "extension-off", "kernel-elsewhere"]
    assert all(f.note and not f.mend for f in found)
    assert "/old/python" in found[2].wrong


def test_a_kernel_of_that_name_in_the_courses_own_folder_is_moved(folder: Path) -> None:
    write(folder / ".jupyter/data/kernels/python3/kernel.json", '{"argv": ["/old/python"]}')
    found = only(place(folder))
    assert found.code == "kernel-elsewhere" and not found.note
    assert see(place(folder), wish_mend=True)[0] == 0


# --- lessons -------------------------------------------------------------------------------------


def test_a_damaged_lesson_is_made_fresh_and_the_damaged_one_kept(folder: Path) -> None:
    (folder / L3).write_bytes(b'{"cells": [')
    found = only(place(folder))
    assert found.code == "lesson-damaged" and found.wrong.startswith("Lesson 3 (")
    assert see(place(folder), wish_mend=True)[0] == 0
    assert (folder / "my_work/kept/2026-12-24" / L3).read_bytes() == b'{"cells": ['
    assert lessons.same_words((folder / L3).read_bytes(), (ROOT / L3).read_bytes())


def test_a_missing_lesson_comes_back(folder: Path) -> None:
    (folder / L3).unlink()
    assert only(place(folder)).code == "lesson-missing"
    assert see(place(folder), wish_mend=True)[0] == 0
    assert lessons.same_words((folder / L3).read_bytes(), (ROOT / L3).read_bytes())
    assert not (folder / "my_work").exists()  # there was nothing to keep


def test_a_lesson_that_lacks_cells_is_a_note_and_left_to_the_learner(folder: Path) -> None:
    data = json.loads((folder / L2).read_text(encoding="utf-8"))
    lost = data["cells"].pop(3)["id"]
    code = next(cell for cell in data["cells"] if cell["cell_type"] == "code")
    code["source"] = "check("
    text = json.dumps(data)
    write(folder / L2, text)
    status, said = see(place(folder), wish_mend=True)
    assert status == 0 and "nothing that can be mended" in said
    assert f'lacks 1 cell ("{lost}")' in said.replace("\n   ", " ")
    assert (folder / L2).read_text(encoding="utf-8") == text
    status, said = see(place(folder), lesson="2")
    assert status == 0 and f"kept as my_work/kept/2026-12-24/{L2}" in said
    assert (folder / "my_work/kept/2026-12-24" / L2).read_text(encoding="utf-8") == text
    assert codes(place(folder)) == []


def test_running_a_lesson_and_writing_into_it_is_no_fault(folder: Path) -> None:
    data = json.loads((folder / L2).read_text(encoding="utf-8"))
    own = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": "My own note."}
    data["cells"].insert(2, own)
    write(folder / L2, json.dumps(data))
    assert codes(place(folder)) == []
    how = lessons.compare((folder / L2).read_bytes(), lessons.shipped(folder)[L2])
    assert how.touched and how.own == 1


@pytest.mark.parametrize("name", ["9", "-1", "three", ""])
def test_a_lesson_that_is_none(folder: Path, name: str) -> None:
    with pytest.raises(CourseError, match="say a number from 0 to 8"):
        lessons.restore(place(folder), name)


def test_lessons_are_compared_by_words_and_not_by_results() -> None:
    lesson = notebook(("a", "1 + 1"), ("b", "check('x')"))
    ran = notebook(("a", "1 + 1"), ("b", "check('x')\n"), outputs="2")
    assert not lessons.compare(ran, lesson).touched and lessons.same_words(ran, lesson)
    for other in (notebook(("a", "1 + 2"), ("b", "check('x')")), notebook(("a", "1 + 1"))):
        assert lessons.compare(other, lesson).touched and not lessons.same_words(other, lesson)
    assert lessons.compare("", lesson).state == "unreadable"
    assert lessons.compare('{"cells": [7]}', lesson).state == "unreadable"


# --- the journal ---------------------------------------------------------------------------------


@pytest.fixture
def journal(folder: Path) -> Journal:
    made = Journal(folder / "my_work" / "journal.jsonl")
    for n in range(3):
        made.commit(f"L1.{n}.answer", {"choice": "B", "why": "my secret"})
    return made


@pytest.mark.parametrize(
    ("damage", "sentence", "left"),
    [
        (lambda t: t[:-30], "line 4 is cut short, as when the computer stops", 2),
        (lambda t: t.replace("L1.1.answer", "L1.1.other"), "line 3 was changed after", 1),
        (lambda t: "\n".join(x for x in t.split("\n") if "L1.0" not in x), "a line is missing", 0),
        (lambda t: "shopping list", "line 1 is cut short", 0),
        (lambda t: '{"format": "x"}\n', "the file in its place is something else", 0),
    ],
)
def test_a_damaged_journal_is_explained_and_set_aside_when_asked(
    folder: Path, journal: Journal, damage: Callable[[str], str], sentence: str, left: int
) -> None:
    text = damage(journal.path.read_text(encoding="utf-8"))
    write(journal.path, text)
    found = only(place(folder))
    assert found.code == "journal-damaged" and sentence in found.wrong
    status, said = see(place(folder), wish_mend=True)
    assert status == 0 and "journal.damaged-1.jsonl" in said
    assert journal.path.with_name("journal.damaged-1.jsonl").read_text(encoding="utf-8") == text
    assert len(journal.entries()) == left


def test_a_journal_of_a_later_version_is_left_alone(folder: Path, journal: Journal) -> None:
    later = journal.path.read_bytes().replace(b'"version": 1', b'"version": 2', 1)
    journal.path.write_bytes(later)
    found = only(place(folder))
    assert found.code == "journal-newer" and not found.mend and "Nothing is lost" in found.do
    assert see(place(folder), wish_mend=True)[0] == 1
    assert journal.path.read_bytes() == later


def test_a_lock_that_was_left_and_dates_in_the_future(folder: Path, journal: Journal) -> None:
    lock = write(folder / "my_work/journal.jsonl.lock", "")
    assert codes(place(folder, now=NOW)) == []  # somebody may be writing at this moment
    os.utime(lock, (1, 1))
    long_ago = NOW - timedelta(days=4000)
    found = doctor.look(place(folder, now=long_ago))
    assert {f.code for f in found} == {"stale-lock", "journal-ahead", "clock"}
    assert see(place(folder), wish_mend=True)[0] == 0
    assert not lock.exists() and len(journal.entries()) == 3


def test_a_folder_in_place_of_the_journal(folder: Path) -> None:
    write(folder / "my_work/journal.jsonl/notes.txt", "mine")
    assert only(place(folder)).code == "journal-is-a-folder"
    assert see(place(folder), wish_mend=True)[0] == 0
    assert [p.read_text() for p in (folder / "my_work/kept").rglob("notes.txt")] == ["mine"]


# --- what is said --------------------------------------------------------------------------------


def test_the_report_holds_nothing_private(folder: Path, journal: Journal, tmp_path: Path) -> None:
    home = tmp_path / "home" / "maria.lopez"
    write(home / ".jupyter/jupyter_server_config.py", "c.X = (")
    (folder / L3).unlink()
    report = tmp_path / "report.txt"
    there = place(folder, home=home, variables={"COURSE_HOME": str(home / "work")})
    status, said = see(there, report=report)
    text = report.read_text(encoding="utf-8")
    assert status == 1 and "holds nothing that you wrote" in said
    assert "[lesson-missing] wrong" in text and "3 entries" in text and "~/.jupyter" in text
    for hidden in ("maria", "lopez", "secret", str(tmp_path), "choice"):
        assert hidden not in text
    assert "(name)" in private("file of maria.lopez", there)


def test_faults_come_first_and_are_counted(folder: Path) -> None:
    (folder / L3).unlink()
    write(folder / "random.py", "")
    there = place(folder, variables={"PYTHONPATH": "/x"})
    status, said = see(there)
    assert status == 1 and "2 things are wrong." in said
    assert said.index("1. random.py") < said.index("2. Lesson 3") < said.index("3. Worth knowing")
    assert said.endswith("`python3 start.py doctor --mend` mends what it can (2 of these).")
    assert max(len(line) for line in said.splitlines()) <= 80


def test_only_a_teacher_hears_of_the_box(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "bubblewrap" in see(place(folder), teacher=True)[1]
    assert "Linux only" in see(place(folder, system="darwin"), teacher=True)[1]
    assert "box" not in see(place(folder))[1]


def test_a_package_alone_has_only_a_journal_to_look_at(tmp_path: Path) -> None:
    write(tmp_path / "my_work/journal.jsonl", "x")
    assert codes(place(tmp_path)) == ["journal-damaged"]


def test_the_command_runs_from_inside(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[Place] = []
    monkeypatch.setattr(doctor, "look", lambda where, teacher=False: seen.append(where) or ())
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out.strip().endswith("\nEverything is in order.")
    assert seen[0].folder == ROOT and seen[0].work == home


def test_the_three_commands_need_no_package_and_no_environment(folder: Path) -> None:
    """As a learner's own Python would: without site packages, with a file named random.py."""
    shutil.rmtree(folder / ".venv")
    write(folder / "random.py", "raise SystemExit('this is no library')")
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", RUN, str(folder), "doctor"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1 and "not installed in this folder yet" in done.stdout, done.stderr
    plain = subprocess.run(
        [sys.executable, "start.py", "doctor"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert plain.returncode == 1 and "random.py has the name of a library" in plain.stdout


RUN = """
import runpy, sys
folder, *rest = sys.argv[1:]
sys.argv = [folder + "/start.py", *rest]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def test_half_a_copy_says_what_to_do(folder: Path) -> None:
    (folder / "course/upkeep/doctor.py").write_bytes(b"def f(:")
    done = subprocess.run(
        [sys.executable, "start.py", "doctor"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1 and "is not complete" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_place_is_read_from_this_computer(home: Path) -> None:
    there = place_of(ROOT)
    assert there.folder == ROOT and there.work == home
    assert command.parser("doctor").parse_args(["--mend"]).mend


def test_an_installation_that_fails_leaves_the_old_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupted(folder)
    monkeypatch.setattr(start, "HERE", folder)
    monkeypatch.setattr(start, "VENV", folder / ".venv")

    def offline(level: str) -> None:
        write(folder / ".venv/half", "x")
        raise start.Stop("Check that this computer is online.")

    monkeypatch.setattr(start, "install", offline)
    status, said = see(place(folder), wish_mend=True, install=start.reinstall)
    assert status == 1 and "computer is online" in said and "1 thing is wrong" in said
    assert (folder / ".venv/pyvenv.cfg").is_file() and not (folder / ".venv/half").exists()
    monkeypatch.setattr(start, "install", lambda level: fake_environment(folder))
    assert see(place(folder), wish_mend=True, install=start.reinstall)[0] == 0
    assert not (folder / ".venv-old").exists()


def test_what_is_run_keeps_within_the_folder_and_knows_no_other_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("UV_CACHE_DIR", "PIP_CACHE_DIR", "NPM_CONFIG_CACHE", "JUPYTER_CONFIG_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP"):
        monkeypatch.setenv(name, "/elsewhere")
    given: list[dict[str, str]] = []
    monkeypatch.setattr(start, "install", lambda wanted: None)
    monkeypatch.setattr(
        start.subprocess, "run",
        lambda *a, env, **k: given.append(env) or subprocess.CompletedProcess([], 0),
    )  # fmt: skip
    assert start.main(["open"]) == 0
    (env,) = given
    assert not {"PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP"} & env.keys()
    kept = [name for name in env if name.endswith(("_CACHE_DIR", "_CACHE")) or "JUPYTER_" in name]
    assert {"UV_CACHE_DIR", "PIP_CACHE_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"} <= {*kept}
    own = [name for name in (*kept, "IPYTHONDIR") if not name.startswith("HYPOTHESIS")]
    assert all(Path(env[name]).is_relative_to(ROOT) for name in own)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", "/mine")  # who says so keeps settings elsewhere
    start.main(["open"])
    assert given[-1]["JUPYTER_CONFIG_DIR"] == "/mine"


@pytest.mark.slow
def test_a_real_environment_is_broken_and_mended(tmp_path: Path) -> None:
    folder = real(tmp_path / "kit")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "start.py", "doctor", *arguments],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip

    made = run("--mend")
    assert made.returncode == 0, made.stdout + made.stderr
    (harmed,) = (folder / ".venv").rglob("site-packages/narwhals")
    shutil.rmtree(harmed)
    found = run()
    assert found.returncode == 1 and "narwhals" in found.stdout
    mended = run("--mend")
    assert mended.returncode == 0 and mended.stdout.strip().endswith("Everything is in order.")
