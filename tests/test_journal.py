from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.errors import CourseError
from course.journal import Journal, read_chain


@pytest.fixture
def journal(home: Path) -> Journal:
    return Journal()


def test_a_journal_lives_in_the_learners_folder(home: Path) -> None:
    Journal().commit("L0.note", "hello")
    assert (home / "journal.jsonl").is_file()


def test_revisions_are_kept_and_numbered(journal: Journal) -> None:
    for answer in ("A", "B", "C"):
        journal.commit("L1.check", answer)
    journal.commit("L2.check", "A")
    assert [e.value for e in journal.revisions("L1.check")] == ["A", "B", "C"]
    assert [e.number for e in journal.entries()] == [1, 2, 3, 4]
    latest = journal.latest("L1.check")
    assert latest is not None and latest.value == "C"
    assert journal.latest("L9.nothing") is None


def test_a_new_process_sees_what_was_committed(journal: Journal) -> None:
    journal.commit("L1.check", {"answer": "B", "sure": "certain"})
    assert Journal().entries() == journal.entries()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@settings(max_examples=25, deadline=None)
@given(values=st.lists(VALUES, min_size=1, max_size=4))
def test_any_plain_value_comes_back(
    values: list[object], tmp_path_factory: pytest.TempPathFactory
) -> None:
    journal = Journal(tmp_path_factory.mktemp("journal") / "journal.jsonl")
    for value in values:
        journal.commit("key", value)
    assert [entry.value for entry in journal.entries()] == values


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, object(), "\ud800"])
def test_a_value_that_is_no_plain_data_is_refused(journal: Journal, value: object) -> None:
    with pytest.raises(CourseError, match="cannot be saved"):
        journal.commit("key", value)
    assert journal.entries() == ()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_any_changed_character_is_found(data: st.DataObject, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    journal = Journal(tmp_path_factory.mktemp("journal") / "journal.jsonl")
    for n in range(3):
        journal.commit(f"L{n}", {"answer": n})
    text = journal.path.read_text(encoding="utf-8")
    heading, _, rest = text.partition("\n")
    at = data.draw(st.integers(0, len(rest) - 2))
    new = data.draw(st.sampled_from('0a"}{:x ').filter(lambda c: c != rest[at]))
    changed = rest[:at] + new + rest[at + 1 :]
    before = [json.loads(line) for line in rest.splitlines()]
    try:
        after = [json.loads(line) for line in changed.splitlines()]
    except ValueError:
        after = None
    if after == before:  # a blank more between two tokens is no change
        return
    with pytest.raises(CourseError, match="damaged at line"):
        read_chain(f"{heading}\n{changed}")


@pytest.mark.parametrize("operation", ["drop first", "drop middle", "swap", "repeat"])
def test_missing_added_and_moved_lines_are_found(journal: Journal, operation: str) -> None:
    for n in range(4):
        journal.commit("key", n)
    head, *lines = journal.path.read_text(encoding="utf-8").splitlines()
    if operation == "drop first":
        del lines[0]
    elif operation == "drop middle":
        del lines[2]
    elif operation == "swap":
        lines[1], lines[2] = lines[2], lines[1]
    else:
        lines.append(lines[-1])
    with pytest.raises(CourseError, match="missing, added or moved"):
        read_chain("\n".join([head, *lines]))


def test_a_damaged_journal_is_set_aside_and_its_sound_part_kept(journal: Journal) -> None:
    for n in range(3):
        journal.commit("key", n)
    damaged = journal.path.read_text(encoding="utf-8")[:-20]  # the power went out
    journal.path.write_text(damaged, encoding="utf-8")
    problem = journal.problem()
    assert problem is not None and "line 4" in problem

    journal.commit("key", "after")

    assert [e.value for e in journal.entries()] == [0, 1, "after"]
    assert "journal.damaged-1.jsonl" in journal.last_notice
    aside = journal.path.with_name("journal.damaged-1.jsonl")
    assert aside.read_text(encoding="utf-8") == damaged


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"shopping list: eggs\n", "cut short or not an entry"),
        (b'{"format": "someone else\'s"}\n', "not a journal of this course"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", "not a journal of this course"),
    ],
)
def test_a_foreign_file_is_refused_and_never_overwritten(
    journal: Journal, content: bytes, reason: str
) -> None:
    journal.path.parent.mkdir(parents=True)
    journal.path.write_bytes(content)
    with pytest.raises(CourseError, match=reason):
        journal.entries()
    journal.commit("key", 1)
    journal.path.write_bytes(content)
    journal.commit("key", 2)
    kept = sorted(journal.path.parent.glob("journal.damaged-*.jsonl"))
    assert [p.read_bytes() for p in kept] == [content, content]
    assert [e.value for e in journal.entries()] == [2]


def test_a_journal_of_another_version_is_left_alone(journal: Journal) -> None:
    journal.commit("key", 1)
    later = journal.path.read_bytes().replace(b'"version": 1', b'"version": 2', 1)
    journal.path.write_bytes(later)
    for use in (journal.entries, lambda: journal.commit("key", 2), journal.mend):
        with pytest.raises(CourseError, match=r"another version .*update the course to read it\.$"):
            use()
    assert journal.path.read_bytes() == later
    assert [path.name for path in journal.path.parent.iterdir()] == [journal.path.name]


def test_no_permission_gives_one_sentence_and_loses_nothing(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.commit("key", 1)
    before = journal.path.read_bytes()

    def refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(CourseError, match=r"could not be written \(permission denied\)"):
        journal.commit("key", 2)
    monkeypatch.undo()
    assert journal.path.read_bytes() == before


def test_a_folder_that_cannot_be_made_gives_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(CourseError, match="COURSE_HOME"):
        Journal(tmp_path / "file" / "journal.jsonl").commit("key", 1)


def test_two_notebooks_may_commit_at_once(journal: Journal) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: Journal().commit("key", n), range(40)))
    assert sorted(e.value for e in journal.entries()) == list(range(40))
    assert journal.problem() is None


def test_a_lock_left_by_a_dead_program_does_not_stop_the_learner(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.commit("key", 1)
    journal.path.with_name("journal.jsonl.lock").touch()
    ticks = iter(range(0, 1000, 3))
    monkeypatch.setattr("course.journal.time.monotonic", lambda: float(next(ticks)))
    journal.commit("key", 2)
    assert len(journal.entries()) == 2


def test_export_and_delete(journal: Journal, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="empty"):
        journal.export(tmp_path / "out.jsonl")
    journal.commit("key", 1)
    out = journal.export(tmp_path / "out.jsonl")
    assert read_chain(out.read_text(encoding="utf-8"))[1] == journal.entries()
    with pytest.raises(CourseError, match="exists already"):
        journal.export(out)
    journal.delete()
    assert journal.entries() == ()
    journal.delete()


def test_a_window_that_keeps_nothing_says_so_at_every_commitment(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.files.UNKEPT", True)
    for n in range(2):
        journal.commit("key", n)
        assert "lost when you close it" in journal.last_notice
    journal.path.write_text("[]", encoding="utf-8")
    journal.commit("key", 2)
    assert "lost when you close it" in journal.last_notice
    assert "journal.damaged-1.jsonl" in journal.last_notice


def test_on_binder_a_commitment_is_kept_and_its_end_is_announced(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BINDER_LAUNCH_HOST", "https://binder.example/")
    journal.commit("key", 1)
    assert journal.last_notice.startswith("Binder deletes everything")
    assert [entry.value for entry in journal.entries()] == [1]
    monkeypatch.delenv("BINDER_LAUNCH_HOST")
    journal.commit("key", 2)
    assert journal.last_notice == ""
