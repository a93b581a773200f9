from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from course import files
from course.errors import CourseError

SCHEMA = {
    "type": "object",
    "properties": {
        "title": {"type": "string"},
        "claim": {
            "type": "array",
            "items": {"type": "object", "required": ["id"], "properties": {"n": {"minimum": 0}}},
        },
    },
}


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new folder" / "é.txt"
    files.write_whole(path, "first\n")
    assert path.read_bytes() == b"first\n"

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CourseError, match="no space left on device"):
        files.write_whole(path, "second\n")
    assert path.read_bytes() == b"first\n"
    assert [p.name for p in path.parent.iterdir()] == ["é.txt"], "nothing half-written stays"


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_permissions_are_the_usual_ones_and_are_kept(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("x", encoding="utf-8")
    path = tmp_path / "ours"
    files.write_whole(path, "x")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    path.chmod(0o640)
    files.write_whole(path, "y")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_my_work_follows_the_variable(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert files.my_work() == home
    monkeypatch.delenv("COURSE_HOME")
    assert files.my_work() == files.CLONE / "my_work"


def test_in_the_browser_work_is_among_the_files_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COURSE_HOME")
    monkeypatch.setattr(files, "IN_BROWSER", True)
    monkeypatch.setattr(files, "DRIVE", tmp_path / "drive")
    assert files.my_work() == tmp_path / "drive" / "my_work"
    assert files.not_kept() == ""
    monkeypatch.setattr(files, "UNKEPT", True)
    assert files.my_work() == Path.home() / "my_work"
    assert "ordinary window" in files.not_kept()
    said = files.cannot_write(tmp_path / "journal.jsonl", OSError(28, "No space left"))
    assert said.startswith("journal.jsonl could not be written (no space left): this browser's")
    assert "COURSE_HOME" not in said


def test_on_binder_it_is_said_that_nothing_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(files.BINDER, raising=False)
    assert files.not_kept() == ""
    monkeypatch.setenv(files.BINDER, "https://binder.example/")
    assert "download journal.jsonl" in files.not_kept()
    monkeypatch.setattr(files, "UNKEPT", True)  # the nearer reason
    assert "ordinary window" in files.not_kept()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe\x00", "not UTF-8"),
        (None, "There is no file"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "x.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CourseError, match=reason):
        files.read_text(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title = 3\n", r"x\.toml, line 1: title: 3 is not of type 'string'"),
        (
            'title = "a"\n\n[[claim]]\nid = 1\n[[claim]]\nn = 1\n',
            r"line 5: claim\.1: 'id' is a req",
        ),
        ("[[claim]]\nid = 1\n[[claim]]\nid = 2\nn = -1\n", r"line 5: claim\.1\.n: -1 is less than"),
        ("title = \n", r"not valid TOML.*line 1"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    with pytest.raises(CourseError, match=reason):
        files.read_toml(tmp_path / "x.toml", schema)


def test_an_error_in_a_notebook_is_one_sentence() -> None:
    assert CourseError("Do this.")._render_traceback_() == ["Please check: Do this."]
