"""The two entry points: `course` and `start.py`. A mistake gets one sentence, no traceback."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from course.__main__ import main
from course.journal import Journal

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import start  # noqa: E402 (the entry point beside the package)


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    out, err = capsys.readouterr()
    return out.strip(), err.strip()


def test_the_journal_can_be_seen_checked_copied_and_deleted(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["journal", "show"]) == 0
    assert "empty" in said(capsys)[0]
    Journal().commit("L1.1.answer", {"choice": "B"})
    assert main(["journal", "show"]) == 0
    assert "L1.1.answer" in said(capsys)[0]
    copy = tmp_path / "mine.jsonl"
    assert main(["journal", "export", str(copy)]) == 0
    assert main(["journal", "check", str(copy)]) == 0
    assert said(capsys)[0].splitlines()[-2:] == [
        "mine.jsonl: 1 entry, and the chain holds.",
        "It is the same as the journal here.",
    ]
    assert main(["journal", "delete"]) == 1
    assert "--yes" in said(capsys)[1]
    assert Journal().entries()
    assert main(["journal", "delete", "--yes"]) == 0
    assert not Journal().entries()


def test_a_changed_journal_is_found(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal().commit("L1.1.answer", {"choice": "B"})
    copy = tmp_path / "mine.jsonl"
    copy.write_text(
        Journal().path.read_text(encoding="utf-8").replace('"B"', '"C"'), encoding="utf-8"
    )
    assert main(["journal", "check", str(copy)]) == 1
    assert said(capsys)[1] == "mine.jsonl is damaged at line 2: it was changed afterwards."


def test_a_damaged_journal_says_that_nothing_is_lost(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal().commit("L1.1.answer", {"choice": "B"})
    path = Journal().path
    path.write_text(path.read_text(encoding="utf-8").replace('"B"', '"C"'), encoding="utf-8")
    assert main(["journal", "show"]) == 1
    assert "nothing is lost: the next commitment keeps it" in said(capsys)[1]
    path.unlink()
    path.mkdir()
    assert main(["journal", "delete", "--yes"]) == 1
    assert "delete it by hand" in said(capsys)[1]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["journal", "export", "x.jsonl"], "The journal is empty"),
        (["journal", "check", "no such file"], "There is no file no such file"),
        (["seeds", "add", "no such file.txt"], "There is no file"),
        (["seeds", "remove", "C"], "A and B"),
    ],
)
def test_each_mistake_gets_one_sentence(
    home: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    out, err = said(capsys)
    assert not out and sentence in err
    assert "Traceback" not in err and "\n" not in err


def test_the_records_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["seeds", "check"]) == 0
    assert "17 paragraphs, 25 claims" in said(capsys)[0]


def test_the_installed_command_is_this_one() -> None:
    command = Path(sys.executable).parent / ("course.exe" if os.name == "nt" else "course")
    result = subprocess.run(
        [command, "seeds", "check"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0 and "25 claims" in result.stdout


def test_a_busy_port_is_said_before_anything_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "install", lambda wanted: pytest.fail("too late"))
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        assert start.main(["open", "--port", str(port)]) == 1
    assert f"Port {port} is in use" in said(capsys)[1]


@pytest.mark.parametrize("port", ["0", "99999", "-1"])
def test_a_number_that_is_no_port_is_said(
    port: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "install", lambda wanted: pytest.fail("too late"))
    assert start.main(["open", f"--port={port}"]) == 1
    assert "from 1 to 65535" in said(capsys)[1]


def test_stopping_by_hand_is_no_accident(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(fast: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "checks", stop)
    assert start.main(["check"]) == 130
    assert "run the same command again" in said(capsys)[1]


def test_a_moved_folder_is_installed_anew(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = start.fingerprint("requirements.lock")
    for name in ("pyproject.toml", "requirements.lock"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    shutil.copytree(ROOT / "share", tmp_path / "share")
    monkeypatch.setattr(start, "HERE", tmp_path)
    assert start.fingerprint("requirements.lock") != before


def test_no_browser_means_an_address_to_copy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none() -> None:
        raise start.webbrowser.Error("could not locate runnable browser")

    commands: list[list[object]] = []
    monkeypatch.setattr(start, "install", lambda wanted: None)
    monkeypatch.setattr(start.webbrowser, "get", none)
    monkeypatch.setattr(start, "run", lambda command, why, more: commands.append(list(command)))
    assert start.main(["open"]) == 0
    assert "open the address below" in said(capsys)[0]
    assert "--no-browser" in commands[0]
    assert any(str(part).endswith(f"/lab/tree/{start.FIRST_LESSON}") for part in commands[0])
    assert (ROOT / start.FIRST_LESSON).is_file()


def test_a_second_run_installs_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(start, "STAMP", tmp_path / "installed.json")
    monkeypatch.setattr(start, "run", lambda command, why: ran.append([str(c) for c in command]))
    start.install("tests")
    assert any("--require-hashes" in command for command in ran)
    ran.clear()
    start.install("tests")
    start.install("learner")  # what the tests need holds what a learner needs
    assert ran == []


def test_where_uv_fails_pip_does_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def no_uv(command: list[object], why: str) -> None:
        ran.append([str(c) for c in command])
        if "uv" in Path(ran[-1][0]).name:
            raise start.Stop(why)

    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "run", no_uv)
    start.install_packages("requirements.lock")
    assert "slower way" in said(capsys)[0]
    assert [Path(command[-1]).name for command in ran] == [
        "uv.txt",
        "requirements.lock",
        "requirements.lock",
    ]
    assert all("--require-hashes" in command for command in ran)
    only_uv = (tmp_path / "uv.txt").read_text(encoding="utf-8")
    assert only_uv.startswith("uv==") and only_uv.count("==") == 1 and "--hash=sha256:" in only_uv


def test_an_interrupted_installation_is_done_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "STAMP", tmp_path / "installed.json")

    def fail(command: object, why: str) -> None:
        raise start.Stop(why)

    monkeypatch.setattr(start, "run", fail)
    assert start.main(["check"]) == 1
    assert said(capsys)[1].endswith("then run this again.")
    assert start.installed() == {}


def test_a_failing_command_stops_with_a_sentence() -> None:
    with pytest.raises(start.Stop, match="it went wrong"):
        start.run([sys.executable, "-c", "raise SystemExit(3)"], why="it went wrong")
