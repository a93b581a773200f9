"""A new version, an interrupted one, work from an old folder, and goodbye: nothing is ever lost."""

from __future__ import annotations

import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from installations import ROOT, contents, notebook, place, tiny, write, zipped

from course import arrival
from course.errors import CourseError
from course.journal import Journal, read_file
from course.upkeep import clone, command, finish, kit, lessons, moving, removal, update
from course.upkeep.findings import Place, place_of, shipped

sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import shipped as maker  # noqa: E402 (a maintainer's script, not part of the package)

import start  # noqa: E402 (the entry point beside the package)

A, B, C, D, E, F = (f"notebooks/0{n}_{letter}.ipynb" for n, letter in enumerate("abcdef", 1))
OLD = {
    A: notebook(("x", "1"), ("y", "2")),  # changed by the new version only
    B: notebook(("x", "1")),  # changed by the learner only
    C: notebook(("x", "1")),  # changed by both
    D: notebook(("x", "1")),  # run by the learner, changed by the new version
    E: notebook(("x", "1")),  # gone in the new version, changed by the learner
    "course/lesson.py": "old = 1\n",
    "course/gone.py": "x = 1\n",
    "course/old_part/inner.py": "x = 1\n",
    "docs/same.md": "the same\n",
}
NEW = {
    A: notebook(("x", "1"), ("y", "3")),
    B: notebook(("x", "1")),
    C: notebook(("x", "2")),
    D: notebook(("x", "2")),
    F: notebook(("x", "1")),
    "course/lesson.py": "new = 1\n",
    "docs/same.md": "the same\n",
    "notebooks/data.csv": "1,2\n",
}
MINE = {
    B: notebook(("x", "1"), ("mine", "my_note = 'b'")),
    C: notebook(("x", "100"), ("mine", "my_note = 'c'")),
    E: notebook(("x", "1"), ("mine", "my_note = 'e'")),
    "notebooks/own.ipynb": notebook(("z", "1")),
    "notebooks/data.csv": "my own data\n",
    "grading/marks.csv": "a,1\n",
    "my_work/P3/answers.ipynb": notebook(("q1", "42")),
    "my_work/kept/2025-01-01/x.txt": "from another time\n",
}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A folder of an old version that somebody has worked in."""
    folder = tiny(tmp_path / "old", "0.1.0", OLD)
    for name, text in MINE.items():
        write(folder / name, text)
    write(folder / D, notebook(("x", "1"), outputs="1"))
    write(folder / ".venv/bin/python", "x")
    journal = Journal(folder / "my_work/journal.jsonl")
    for n in range(3):
        journal.commit(f"L{n}.p1.answer", {"choice": "B"})
    (tmp_path / "home").mkdir()
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return tiny(tmp_path / "new", "0.2.0", NEW)


@pytest.fixture
def download(new: Path, tmp_path: Path) -> Path:
    return zipped(new, tmp_path / "kit.zip")


def said(where: Place, source: Path) -> str:
    lines: list[str] = []
    update.update(where, source, lines.append)
    return "\n".join(lines)


def check_updated(folder: Path, new: Path, work: dict[str, str]) -> None:
    """Everything that must hold after the update, however it came about."""
    now = contents(folder)
    for name, sum_ in contents(new).items():
        if name not in (B, D):
            assert now[name] == sum_, name
    assert (folder / B).read_text() == MINE[B]
    assert lessons.same_words((folder / D).read_text(), NEW[D])
    for name in ("course/gone.py", "course/old_part/inner.py", E):
        assert name not in now
    assert not (folder / "course/old_part").exists() and not (folder / ".update").exists()
    for name in ("notebooks/own.ipynb", "grading/marks.csv"):
        assert (folder / name).read_text() == MINE[name]
    keep = folder / "my_work/kept/2026-12-24"
    assert (keep / C).read_text() == MINE[C] and (keep / E).read_text() == MINE[E]
    assert (keep / "notebooks/data.csv").read_text() == "my own data\n"
    with zipfile.ZipFile(keep / update.OLD) as archive:
        assert archive.read("course/lesson.py") == b"old = 1\n"
        assert archive.read("course/gone.py") == b"x = 1\n"
        assert b'"outputs": [{' in archive.read(D)  # what a run had given is there too
    kept = [name for name in contents(folder / "my_work/kept") if name.startswith("2026")]
    assert len(kept) == 4, kept
    left = {n: s for n, s in contents(folder / "my_work").items() if not n.startswith("kept/2026")}
    assert left == work  # byte for byte, the journal among them
    assert len(Journal(folder / "my_work/journal.jsonl").entries()) == 3


@pytest.mark.parametrize("as_folder", [False, True])
def test_the_new_version_comes_and_the_learners_work_stays(
    old: Path, new: Path, download: Path, as_folder: bool
) -> None:
    work = contents(old / "my_work")
    text = said(place(old), new if as_folder else download)
    check_updated(old, new, work)
    assert text.splitlines() == [
        "This folder has version 0.2.0 now (it was 0.1.0).",
        "You had changed lesson 3 and lesson 5, and the new version has changed too. Yours is kept "
        "in my_work/kept/2026-12-24; open it in JupyterLab and copy over what you need.",
        "Files of yours made room and are kept in my_work/kept/2026-12-24: notebooks/data.csv.",
        "You had changed lesson 2; the new version did not, so yours stays.",
        "What was replaced is kept in my_work/kept/2026-12-24/old_version.zip; delete it when you "
        "like.",
        "Your journal and all that is in `my_work` are as they were.",
        "Say `python3 start.py open` now; it installs what the new version needs.",
    ]
    before = contents(old)
    again = said(place(old), download)  # a second time there is nothing to do
    assert "as before" in again and "kept" not in again.replace("is kept", "")
    assert contents(old) == before


class Cut(BaseException):
    """The power goes; nothing after this moment happens, not even tidying up."""


STEPS = (
    (os, "replace"),
    (os, "rename"),
    (os, "unlink"),
    (shutil, "copy2"),
    (shutil, "rmtree"),
    (Path, "write_bytes"),
    (Path, "rename"),
    (Path, "unlink"),
    (Path, "mkdir"),
    (Path, "rmdir"),
)


def cut_at(monkeypatch: pytest.MonkeyPatch, at: int, after: bool) -> list[int]:
    """Let the power go at the `at`-th step that changes something on the disk."""
    count = [0]

    def step(real):  # type: ignore[no-untyped-def]
        def stepped(*args, **kwargs):  # type: ignore[no-untyped-def]
            count[0] += 1
            now = count[0] == at
            if now and not after:
                raise Cut
            result = real(*args, **kwargs)
            if now:
                raise Cut
            return result

        return stepped

    for owner, name in STEPS:
        monkeypatch.setattr(owner, name, step(getattr(owner, name)))
    return count


@pytest.mark.parametrize("after", [False, True])
def test_the_power_may_go_at_any_step(old: Path, new: Path, download: Path, after: bool) -> None:
    work = contents(old / "my_work")
    at, cuts = 0, 0
    while True:
        at += 1
        trial = old.with_name("trial")
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(old, trial)
        lessons.shipped.cache_clear()
        with pytest.MonkeyPatch.context() as patch:
            cut_at(patch, at, after)
            try:
                said(place(trial), download)
                break
            except Cut:
                cuts += 1
        # At this moment, too, everything that is the learner's is somewhere, whole.
        everywhere = set(contents(trial).values())
        assert set(work.values()) <= everywhere
        assert {contents(old)[name] for name in (B, C, E)} <= everywhere, at
        lessons.shipped.cache_clear()
        said(place(trial), download)
        check_updated(trial, new, work)
    assert cuts > 30


def test_a_copy_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine, kept = write(tmp_path / "mine", "all of it"), write(tmp_path / "kept", "before")

    def cut(source: Path, target: Path) -> None:
        Path(target).write_text("all")
        raise Cut

    monkeypatch.setattr(shutil, "copy2", cut)
    with pytest.raises(Cut):
        finish.copy_whole(mine, kept)
    assert kept.read_text() == "before"


@pytest.mark.slow
def test_a_killed_update_is_finished_by_the_next_command(tmp_path: Path) -> None:
    """The real course, the real command, and a real kill, at moments that chance chooses."""
    base = tmp_path / "base"
    for name in shipped(ROOT):
        target = base / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    download = zipped(base, tmp_path / "kit.zip")
    wanted = contents(base)
    for number, name in enumerate(n for n in wanted if n.startswith(("course/data", "docs"))):
        if number % 2:
            write(base / name, "an older text\n")
    write(base / "my_work/journal.jsonl", "{}\n")
    chance = random.Random(7)
    killed = 0
    for number in range(12):
        folder = tmp_path / f"trial {number}"
        shutil.copytree(base, folder)
        running = subprocess.Popen(
            [sys.executable, "start.py", "update", str(download)],
            cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        deadline = time.monotonic() + 30
        moment = ".update/ready" if number % 2 else ".update"
        while not (folder / moment).exists() and running.poll() is None:
            assert time.monotonic() < deadline
        time.sleep(chance.random() * 0.15)
        if running.poll() is None:
            running.send_signal(signal.SIGKILL)
            killed += 1
        running.communicate()
        done = subprocess.run(
            [sys.executable, "start.py", "update", str(download)],
            cwd=folder, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        now = contents(folder)
        assert {name: now[name] for name in wanted} == wanted
        assert (folder / "my_work/journal.jsonl").read_text() == "{}\n"
        assert not (folder / ".update").exists()
    assert killed > 3


def broken_zips(good: Path, tmp_path: Path) -> Iterator[tuple[str, Path, str]]:
    def with_name(name: str, text: str = "x") -> Path:
        path = tmp_path / "evil.zip"
        shutil.copy(good, path)
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(name, text)
        return path

    data = good.read_bytes()
    yield "no zip", write(tmp_path / "a.zip", "hello"), "is damaged, or no ZIP file"
    yield "cut", write(tmp_path / "b.zip", data[: len(data) // 2]), "is damaged, or no ZIP file"
    middle = data.index(b"PK", 40) - 5
    flipped = data[:middle] + bytes([data[middle] ^ 255]) + data[middle + 1 :]
    yield "flipped", write(tmp_path / "c.zip", flipped), "is damaged, or no ZIP file"
    for name in ("../evil.py", "/etc/evil", "kit-main/../../evil.py", "C:\\evil.py", "a\\..\\b"):
        yield name, with_name(name), "leads out of its folder"
    link = zipfile.ZipInfo("kit-main/course/link.py")
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    yield "link", write(tmp_path / "d.zip", buffer.getvalue()), "leads out of its folder"
    other = write(tmp_path / "other/readme.txt", "hello").parent
    yield "other", zipped(other, tmp_path / "e.zip"), "is not a copy of this course"
    empty = tmp_path / "f.zip"
    zipfile.ZipFile(empty, "w").close()
    yield "empty", empty, "is not a copy of this course"
    yield "nothing", tmp_path / "no such.zip", "There is no file or folder"


def test_a_download_that_is_none_changes_nothing(old: Path, download: Path, tmp_path: Path) -> None:
    before = contents(old)
    tried = 0
    for what, path, sentence in broken_zips(download, tmp_path):
        with pytest.raises(CourseError) as error:
            said(place(old), path)
        assert sentence in str(error.value), what
        assert contents(old) == before, what
        tried += 1
    assert tried == 12
    assert not (tmp_path / "evil.py").exists()


def test_a_copy_that_is_older_or_not_whole_changes_nothing(
    old: Path, new: Path, tmp_path: Path
) -> None:
    before = contents(old)
    for change, sentence in (
        (lambda f: write(f / "pyproject.toml", (f / "pyproject.toml").read_text().replace(
            '"0.2.0"', '"0.0.9"')), "is version 0.0.9, and this folder has 0.1.0 already"),
        (lambda f: (f / "course/lesson.py").unlink(), "is not complete (course/lesson.py"),
        (lambda f: (f / "course/shipped/files.txt").unlink(), "is an older version"),
        (lambda f: write(f / "course/shipped/files.txt", "# \n../../evil\n"), "is not complete"),
    ):  # fmt: skip
        copy = tmp_path / "changed"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(new, copy)
        change(copy)
        for source in (copy, zipped(copy, tmp_path / "changed.zip")):
            with pytest.raises(CourseError) as error:
                said(place(old), source)
            assert sentence in str(error.value)
            assert contents(old) == before


def test_a_bomb_is_not_unpacked(old: Path, download: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kit, "LARGEST", 100)
    with pytest.raises(CourseError, match="far more than the course"):
        said(place(old), download)


def test_a_disk_that_fills_up_changes_nothing(
    old: Path, download: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(old)

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(update, "_write", full)
    with pytest.raises(CourseError, match=r"No space left on device\); nothing was changed"):
        said(place(old), download)
    assert contents(old) == before


def test_a_file_in_use_is_gone_on_with_later(
    old: Path, new: Path, download: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = contents(old / "my_work")
    real = os.replace

    def busy(source: Path, target: Path) -> None:
        if Path(target).name == "lesson.py":
            raise PermissionError(13, "Permission denied", str(target))
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", busy)
        with pytest.raises(CourseError, match="it goes on where it stopped"):
            said(place(old), download)
    assert finish.waiting(old)
    lines: list[str] = []
    update.go_on(place(old), lines.append)
    assert lines[0].startswith("This folder has version 0.2.0 now")
    check_updated(old, new, work)


def test_every_command_first_finishes_an_update(
    old: Path, new: Path, download: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = contents(old / "my_work")
    with monkeypatch.context() as patch:
        patch.setattr(update, "go_on", lambda where, say: None)
        said(place(old), download)
    assert finish.waiting(old) and (old / "course/lesson.py").read_text() == "old = 1\n"
    seen: list[str] = []
    monkeypatch.setattr(start, "HERE", old)
    monkeypatch.setattr(
        start, "open_course", lambda port: seen.append((old / "course/lesson.py").read_text())
    )
    assert start.main(["open"]) == 0
    assert seen == ["new = 1\n"]
    check_updated(old, new, work)


def test_a_course_that_is_open_is_closed_first(
    old: Path, download: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "servers", lambda where: ("http://localhost:8888/lab",))
    before = contents(old)
    for act in (
        lambda: said(place(old), download),
        lambda: moving.bring_over(place(old), download.parent / "new", print),
        lambda: removal.uninstall(place(old), print),
        lambda: clone.pull(place(old), print),
    ):
        with pytest.raises(CourseError, match="press Ctrl\\+C twice"):
            act()
    assert contents(old) == before


def test_the_folder_itself_and_a_folder_in_a_files_place(old: Path, new: Path) -> None:
    with pytest.raises(CourseError, match="this folder itself"):
        said(place(old), old)
    (old / "notebooks/data.csv").unlink()
    (old / "notebooks/data.csv").mkdir()
    with pytest.raises(CourseError, match=r"There is a folder notebooks/data\.csv"):
        said(place(old), new)


def test_what_changes_while_an_update_waits_is_kept(
    old: Path, new: Path, download: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(update, "go_on", lambda where, say: None)
        said(place(old), download)
    later = {A: notebook(("x", "2"), ("y", "later")), E: notebook(("x", "later")), F: "my f"}
    for name, text in later.items():
        write(old / name, text)
    shutil.copy(new / D, old / D)  # what comes anyway need not be kept
    lines: list[str] = []
    update.go_on(place(old), lines.append)
    since = old / "my_work/kept/2026-12-24/since"
    assert set(contents(since)) == set(later)
    for name, text in later.items():
        assert (since / name).read_text() == text
    assert "While the update waited, lesson 1, lesson 5 and lesson 6 changed" in "\n".join(lines)
    assert (old / A).read_bytes() == (new / A).read_bytes() and not (old / E).exists()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("packs/suez", "There is a file packs/suez where"), ("my_work", "There is a file my_work")],
)
def test_a_file_in_a_folders_place_is_said_before_anything_changes(
    old: Path, new: Path, name: str, sentence: str
) -> None:
    tiny(new, "0.2.0", {**NEW, "packs/suez/pack.toml": "x = 1\n"})
    if (old / name).exists():
        shutil.rmtree(old / name)
    write(old / name, "mine")
    before = contents(old)
    with pytest.raises(CourseError, match=sentence):
        said(place(old), new)
    assert contents(old) == before and not finish.waiting(old)


@pytest.mark.parametrize("closed", ["notebooks", "course/old_part", "my_work/kept"])
def test_a_folder_that_may_not_be_written_is_said_before_anything_changes(
    old: Path, new: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(old)
    monkeypatch.setattr(update, "writable", lambda folder: folder != old / closed)
    with pytest.raises(CourseError, match=f"Nothing can be written in {closed}; "):
        said(place(old), new)
    assert contents(old) == before and not finish.waiting(old)


def test_the_doctor_looks_and_mends_where_an_update_cannot_go_on(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(update, "go_on", lambda where, say: None)
        said(place(old), new)
    (old / "my_work").rename(old / "away")
    write(old / "my_work", "in the way")
    looked: list[bool] = []

    def look(where: Place, args: object, install: object) -> int:
        looked.append(bool(args.mend))  # type: ignore[attr-defined]
        if looked[-1]:
            (old / "my_work").rename(old / "old_my_work")
        return 0

    monkeypatch.setattr(command, "run_doctor", look)
    assert command.main("doctor", [], old, lambda: None) == 1
    assert looked == [False] and "cannot be replaced now" in capsys.readouterr().out
    assert command.main("doctor", ["--mend"], old, lambda: None) == 0
    assert looked == [False, True] and not finish.waiting(old)
    assert (old / "course/lesson.py").read_text() == "new = 1\n"


# --- a folder that git made ----------------------------------------------------------------------


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def cloned(tmp_path: Path) -> tuple[Path, Path]:
    """Where the course comes from, one version ahead, and a clone of the version before."""
    source = tiny(tmp_path / "source", "0.1.0", OLD)
    git(source, "init", "--quiet", "-b", "main")
    git(source, "add", "-A")
    git(source, "commit", "--quiet", "-m", "old")
    git(tmp_path, "clone", "--quiet", str(source), "clone")
    for name in OLD.keys() - NEW.keys():
        (source / name).unlink()
    tiny(source, "0.2.0", NEW)
    git(source, "add", "-A")
    git(source, "commit", "--quiet", "-m", "new")
    for name, text in MINE.items():
        write(tmp_path / "clone" / name, text)
    write(tmp_path / "clone" / ".git/info/exclude", "my_work\n")
    return source, tmp_path / "clone"


def pulled(where: Path) -> str:
    lines: list[str] = []
    clone.pull(place(where, variables=dict(os.environ)), lines.append)
    return "\n".join(lines)


def test_git_brings_the_new_version_and_what_both_changed_is_kept(
    cloned: tuple[Path, Path],
) -> None:
    source, folder = cloned
    work = contents(folder / "my_work")
    text = pulled(folder)
    assert "version 0.2.0 now (it was 0.1.0)" in text and "lesson 3" in text
    keep = folder / "my_work/kept/2026-12-24"
    assert (folder / B).read_text() == MINE[B]  # the new version left it alone
    for name in (C, E, "notebooks/data.csv"):
        assert (keep / name).read_text() == MINE[name]
    for name in (A, C, F, "course/lesson.py", "notebooks/data.csv"):
        assert (folder / name).read_bytes() == (source / name).read_bytes()
    now = contents(folder / "my_work")
    assert {name: now[name] for name in work} == work
    assert "newest version already" in pulled(folder)


def test_git_with_commits_of_ones_own_or_without_its_source(cloned: tuple[Path, Path]) -> None:
    source, folder = cloned
    git(folder, "commit", "--quiet", "-am", "mine")
    before = contents(folder / "notebooks")
    with pytest.raises(CourseError, match="commits of your own"):
        pulled(folder)
    source.rename(source.with_name("away"))
    with pytest.raises(CourseError, match="check that this computer is online"):
        pulled(folder)
    assert contents(folder / "notebooks") == before


def test_a_clone_takes_no_zip(cloned: tuple[Path, Path], download: Path) -> None:
    with pytest.raises(CourseError, match="made with git"):
        said(place(cloned[1]), download)


# --- from an old folder into a new one -----------------------------------------------------------


def brought(where: Path, old: Path) -> str:
    lines: list[str] = []
    moving.bring_over(place(where), old, lines.append)
    return "\n".join(lines)


def test_work_comes_from_an_old_folder_which_stays_as_it_was(old: Path, new: Path) -> None:
    before, fresh = contents(old), contents(new)
    text = brought(new, old)
    assert contents(old) == before
    assert (new / "my_work/journal.jsonl").read_bytes() == (
        old / "my_work/journal.jsonl"
    ).read_bytes()
    assert (new / "my_work/P3/answers.ipynb").read_text() == MINE["my_work/P3/answers.ipynb"]
    assert (new / "notebooks/own.ipynb").is_file() and (new / "grading/marks.csv").is_file()
    keep = new / "my_work/kept/2026-12-24"
    for name in (B, C, E, "notebooks/data.csv"):
        assert (keep / name).read_text() == MINE[name], name
    assert not (keep / D).exists() and not (keep / A).exists()  # run, or untouched
    now = contents(new)
    assert {name: now[name] for name in fresh} == fresh
    assert not any(name.startswith((".venv", "course/gone")) for name in now)
    assert "Your journal came in: 3 entries." in text and "lesson 2, lesson 3 and lesson 5" in text
    again = brought(new, old)
    assert contents(new) == now and "came from" not in again and "the same" in again


def test_changed_files_of_the_course_come_along_in_one_zip(old: Path, new: Path) -> None:
    text = brought(new, old)
    with zipfile.ZipFile(new / "my_work/kept/2026-12-24/old_version.zip") as archive:
        assert archive.read("course/lesson.py") == b"old = 1\n"
        assert archive.read("course/gone.py") == b"x = 1\n"
        assert not {"docs/same.md", A, "notebooks/data.csv"} & set(archive.namelist())
    assert "my_work/kept/2026-12-24/old_version.zip" in text


@pytest.mark.parametrize("inside", ["new version", "my_work/new version"])
def test_a_new_version_that_was_unpacked_in_the_old_one(old: Path, new: Path, inside: str) -> None:
    before = contents(old)
    here = new.rename(old / inside)
    brought(here, old)
    assert (here / "my_work/P3/answers.ipynb").is_file()
    assert not list(here.rglob("new version"))
    now = contents(old)
    assert {name: now[name] for name in before} == before


def test_two_journals_are_both_kept(old: Path, new: Path) -> None:
    here = Journal(new / "my_work/journal.jsonl")
    here.commit("L1.other", 1)
    before = here.path.read_bytes()
    assert "another journal" in brought(new, old)
    assert here.path.read_bytes() == before
    shutil.copy(old / "my_work/journal.jsonl", here.path)
    Journal(old / "my_work/journal.jsonl").commit("L3.more", 1)
    assert "1 entry came in" in brought(new, old)
    assert len(here.entries()) == 4
    (old / "my_work/journal.jsonl").write_bytes(before[:-20])
    assert "did not come in" in brought(new, old)
    assert len(here.entries()) == 4


def test_answers_that_both_have_are_both_kept(old: Path, new: Path) -> None:
    write(new / "my_work/P3/answers.ipynb", "here")
    assert "were there in both" in brought(new, old)
    assert (new / "my_work/P3/answers.ipynb").read_text() == "here"
    other = new / "my_work/kept/2026-12-24/my_work/P3/answers.ipynb"
    assert other.read_text() == MINE["my_work/P3/answers.ipynb"]
    now = contents(new)
    brought(new, old)
    assert contents(new) == now


def test_an_old_folder_without_a_list_of_its_files(old: Path, new: Path) -> None:
    """A version from before there was one: what differs from a lesson of today counts as mine."""
    shutil.rmtree(old / "course/shipped")
    lessons.shipped.cache_clear()
    brought(new, old)
    keep = new / "my_work/kept/2026-12-24"
    assert (keep / C).read_text() == MINE[C] and (keep / B).read_text() == MINE[B]
    assert (new / "notebooks/own.ipynb").is_file()
    assert (new / "course/lesson.py").read_text() == "new = 1\n"
    assert not (new / "course/gone.py").exists()


@pytest.mark.parametrize("which", ["itself", "none", "no course"])
def test_an_old_folder_that_is_none(old: Path, new: Path, tmp_path: Path, which: str) -> None:
    where = {"itself": new, "none": tmp_path / "no such", "no course": tmp_path / "home"}[which]
    before = contents(new)
    with pytest.raises(CourseError):
        brought(new, where)
    assert contents(new) == before


def test_a_journal_of_a_later_version_is_not_brought_in(old: Path, new: Path) -> None:
    path = old / "my_work/journal.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"version": 1', b'"version": 2', 1))
    text = brought(new, old)
    assert "written by another version of the course" in text and "update the course" in text
    assert not (new / "my_work/journal.jsonl").exists()


def test_a_journal_of_today_is_read_as_it_was_written() -> None:
    """Kept from the version of November 2026; later versions go on reading it."""
    path = ROOT / "tests" / "cases" / "journal_v1.jsonl"
    head, entries = read_file(path)
    assert head["version"] == 1 and [entry.value for entry in entries] == [
        {"choice": "B"}, {"note": "Größe, «да», \u2028 and ☃"}, {"weights": {"power": 0.25}},
    ]  # fmt: skip
    assert arrival.counted(len(entries)) == "3 entries"


# --- goodbye -------------------------------------------------------------------------------------


def installed(folder: Path) -> None:
    for name in (".cache/uv/x", ".jupyter/runtime/x", "js/node_modules/a/x", "site/index.html"):
        write(folder / name, "x")
    for name in ("site/.reading.made", "artifacts/site-work/reading/x"):
        write(folder / name, "x")
    for name in ("course/__pycache__/a.pyc", ".ruff_cache/x", "threat.egg-info/x"):
        write(folder / name, "x")


def gone(where: Place, **more: bool) -> str:
    lines: list[str] = []
    removal.uninstall(where, lines.append, **more)
    return "\n".join(lines)


def test_uninstalling_removes_what_was_installed_and_nothing_else(
    old: Path, tmp_path: Path
) -> None:
    before = contents(old)
    outside = write(tmp_path / "outside/precious.txt", "x")
    installed(old)
    (old / ".cache/link").symlink_to(outside.parent)
    (old / "js/node_modules/a/x").chmod(0o400)
    text = gone(place(old))
    assert contents(old) == {n: s for n, s in before.items() if not n.startswith(".venv")}
    assert outside.is_file()
    assert "`my_work` with your journal" in text and "delete the folder" in text
    assert "3 other files of yours" in text
    assert "Nothing was installed here." in gone(place(old))


def test_an_environment_that_is_a_link_is_unlinked_only(old: Path, tmp_path: Path) -> None:
    shutil.rmtree(old / ".venv")
    other = write(tmp_path / "other environment/bin/python", "x")
    (old / ".venv").symlink_to(other.parent.parent)
    gone(place(old))
    assert other.is_file() and not (old / ".venv").is_symlink()


def test_everything_needs_a_yes_and_leaves_what_the_course_did_not_bring(
    old: Path, tmp_path: Path
) -> None:
    before = contents(old)
    with pytest.raises(CourseError, match="--everything --yes"):
        gone(place(old), everything=True)
    assert contents(old) == before
    text = gone(place(old), everything=True, yes=True)
    assert set(contents(old)) == {"notebooks/own.ipynb", "notebooks/data.csv", "grading/marks.csv"}
    assert "grading, notebooks" in text
    assert sorted(p.name for p in tmp_path.iterdir()) == ["home", "old"]


def test_work_that_is_kept_elsewhere_is_not_touched(old: Path, tmp_path: Path) -> None:
    write(tmp_path / "elsewhere/journal.jsonl", "x")
    there = place(old)
    there = Place(old, old / ".venv", tmp_path / "elsewhere", there.home, {}, "linux", there.now)
    assert "it was not touched" in gone(there, everything=True, yes=True)
    assert (tmp_path / "elsewhere/journal.jsonl").is_file()


@pytest.mark.parametrize("home", ["../outside", ".", "", "own work", "link", ".."])
def test_only_my_work_in_the_folder_is_deleted(
    old: Path, tmp_path: Path, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(removal, "closed", lambda where: None)
    write(tmp_path / "outside/precious.txt", "x")
    write(old / "own work/precious.txt", "x")
    write(old / "own work/.ipynb_checkpoints/x", "x")
    (old / "link").symlink_to(tmp_path / "outside")
    monkeypatch.setenv("COURSE_HOME", f"{old}/{home}")
    text = gone(place_of(old), everything=True, yes=True)
    assert (tmp_path / "outside/precious.txt").is_file()
    assert len(contents(old / "own work")) == (2 if home == "own work" else 1)
    assert (old / "notebooks/own.ipynb").is_file() and (old / "my_work/P3").is_dir()
    assert "The course is deleted." in text and "it was not touched" in text
    monkeypatch.setenv("COURSE_HOME", f"{old}/x/../my_work")
    tiny(old, "0.1.0", OLD)
    gone(place_of(old), everything=True, yes=True)
    assert not (old / "my_work").exists()


def test_what_a_link_leads_to_is_left_alone(old: Path, tmp_path: Path) -> None:
    tiny(old, "0.1.0", {**OLD, "packs/suez/pack.toml": "x = 1\n"})
    (old / "packs").rename(tmp_path / "packs")
    (old / "packs").symlink_to(tmp_path / "packs")
    shutil.rmtree(old / "my_work")
    (old / "my_work").symlink_to(write(tmp_path / "work/x", "x").parent)
    write(tmp_path / "packs/__pycache__/x.pyc", "x")
    gone(place(old))
    gone(place(old), everything=True, yes=True)
    assert set(contents(tmp_path / "packs")) == {"suez/pack.toml", "__pycache__/x.pyc"}
    assert (tmp_path / "work/x").is_file() and not (old / "start.py").exists()


def test_folders_of_the_learners_called_like_ours_stay(old: Path) -> None:
    mine = ("site/index.html", "artifacts/pot.txt")
    for name in mine:
        write(old / name, "mine")
    write(old / "artifacts/site-work/browser/x", "x")
    assert "5 other files of yours" in gone(place(old))
    assert all((old / name).is_file() for name in mine)
    assert not (old / "artifacts/site-work").exists()


def test_an_update_that_waits_is_finished_before_goodbye(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "go_on", lambda where, say: None)
    said(place(old), new)
    before = contents(old)
    for more in ({}, {"everything": True, "yes": True}):
        with pytest.raises(CourseError, match="An update was begun here"):
            gone(place(old), **more)
    assert contents(old) == before


def test_a_folder_that_is_no_course_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path / ".venv/x", "x")
    with pytest.raises(CourseError, match="not a folder of the course"):
        gone(place(tmp_path))
    assert (tmp_path / ".venv/x").is_file()


def test_it_does_not_saw_off_its_own_branch(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(old / ".venv"))
    with pytest.raises(CourseError, match="in a new terminal"):
        gone(place(old))


# --- the command line, and what is shipped -------------------------------------------------------


def test_mistakes_on_the_command_line(
    old: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments, sentence in (
        ([], "Download the new version as a ZIP file"),
        (["a.zip", "--from", "b"], "not both"),
        (["no such.zip"], "There is no file or folder"),
    ):
        assert command.main("update", arguments, old, lambda: None) == 1
        error = capsys.readouterr().err
        assert sentence in error.replace("\n", " ") and "Traceback" not in error


def test_the_list_of_files_is_that_of_the_repository() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this copy is no git checkout")
    text = maker.FILES.read_text(encoding="utf-8")
    assert text == maker.files(), "run `python tools/shipped.py`"
    assert len(shipped(ROOT)) > 500 and set(kit.NEEDED) <= set(shipped(ROOT))


def test_the_lessons_are_shipped_a_second_time() -> None:
    have = lessons.unpacked((ROOT / lessons.SHIPPED).read_bytes())
    assert have == maker.packed(), "run `python tools/shipped.py`"
    assert sum(name.startswith("notebooks/") for name in have) == 9
    for name, text in have.items():
        assert lessons.same_words(text, (ROOT / name).read_bytes()), name
        assert all(not cell.get("outputs") for cell in json.loads(text)["cells"])


def test_this_very_checkout_is_a_copy_that_can_be_installed(tmp_path: Path) -> None:
    found = kit.open_kit(ROOT)
    assert found.version and len(found.names) > 500
    assert json.loads(found.read(lessons.FOLDERS[0] + "/00_start_here.ipynb"))["nbformat"] == 4


def test_versions_are_compared_as_numbers() -> None:
    assert kit.older("0.1.0", "0.1.1") and not kit.older("0.1", "0.1.0")
    assert kit.older("0.9", "0.10") and not kit.older("1.0.0", "0.10")
