"""A journal that arrives from elsewhere: nothing is lost, and each bad file gets its sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from journals import chained, example, lines, written

from course import arrival, journal
from course.__main__ import main
from course.errors import CourseError
from course.journal import Journal, read_chain, read_file


def text(id: str, *answers: str) -> str:
    """Write a journal with these answers; the same answers give the same journal."""
    head = {"format": journal.FORMAT, "version": 1, "id": id * 8, "begun": "2026-03-02T09:00:00"}
    rows = [
        {"time": f"2026-03-02T10:{n:02}:00+00:00", "key": f"L{n % 9}.1.answer", "value": answer}
        for n, answer in enumerate(answers)
    ]
    return chained([head, *rows])


def file(folder: Path, content: str | bytes, name: str = "mine.jsonl") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


@pytest.fixture
def here(home: Path) -> Path:
    return home / journal.NAME


def folder_of(path: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(path.parent.glob("*"))}


# What is done -------------------------------------------------------------------------------------


def test_the_first_to_arrive_becomes_the_journal(here: Path, tmp_path: Path) -> None:
    path = file(tmp_path, text("a", "x", "y"))
    assert "2 entries, the last of 2026-03-02" in arrival.bring_in(path)
    assert here.read_text(encoding="utf-8") == text("a", "x", "y")
    assert "nothing to do" in arrival.bring_in(path)


def test_a_heading_without_entries_makes_way(here: Path, tmp_path: Path) -> None:
    file(here.parent, text("b"), journal.NAME)
    arrival.bring_in(file(tmp_path, text("a", "x")))
    assert here.read_text(encoding="utf-8") == text("a", "x")


def test_of_two_the_longer_stays_and_it_says_how_many_came(here: Path, tmp_path: Path) -> None:
    file(here.parent, text("a", "x"), journal.NAME)
    longer = file(tmp_path, text("a", "x", "y", "z"))
    said = arrival.bring_in(longer)
    assert said.startswith("2 entries came in; your journal has 3 entries now")
    shorter = file(tmp_path, text("a", "x", "y"), "old.jsonl")
    for replace in (False, True):
        said = arrival.bring_in(shorter, replace=replace)
        assert "earlier copy of the journal here, which goes 1 entry further" in said
    assert folder_of(here) == {journal.NAME: longer.read_bytes()}


def test_two_that_went_on_differently_are_both_kept(here: Path, tmp_path: Path) -> None:
    file(here.parent, text("a", "x", "here"), journal.NAME)
    path = file(tmp_path, text("a", "x", "there", "more"))
    said = arrival.bring_in(path)
    assert "1 entry in common" in said and "(1 entry more here, 2 entries there)" in said
    assert here.read_text(encoding="utf-8") == text("a", "x", "here")
    (beside,) = here.parent.glob("journal.from-*.jsonl")
    assert beside.name in said and beside.read_bytes() == path.read_bytes()
    assert f"course journal import {path} --replace" in said.replace('"', "")
    arrival.bring_in(path)
    assert len(folder_of(here)) == 2


def test_the_learner_chooses_and_may_choose_again(here: Path, tmp_path: Path) -> None:
    one, two = text("a", "x", "here"), text("a", "x", "there")
    file(here.parent, one, journal.NAME)
    arrival.bring_in(file(tmp_path, two))
    (beside,) = here.parent.glob("journal.from-*.jsonl")
    said = arrival.bring_in(beside, replace=True)
    assert here.read_text(encoding="utf-8") == two
    (aside,) = here.parent.glob("journal.replaced-*.jsonl")
    assert aside.name in said and aside.read_text(encoding="utf-8") == one
    arrival.bring_in(aside, replace=True)
    assert here.read_text(encoding="utf-8") == one
    assert {p.read_text(encoding="utf-8") for p in here.parent.glob("*.jsonl")} == {one, two}


def test_another_journal_is_refused_until_asked_for(here: Path, tmp_path: Path) -> None:
    file(here.parent, text("a", "x"), journal.NAME)
    path = file(tmp_path, text("b", "x", "y"))
    before = folder_of(here)
    with pytest.raises(CourseError, match=r"another journal .* --replace") as refused:
        arrival.bring_in(path)
    assert folder_of(here) == before and str(refused.value).count(". ") == 0
    arrival.bring_in(path, replace=True)
    assert here.read_bytes() == path.read_bytes()
    (aside,) = here.parent.glob("journal.replaced-*.jsonl")
    assert aside.read_text(encoding="utf-8") == text("a", "x")


def test_a_name_that_is_taken_is_never_overwritten(here: Path, tmp_path: Path) -> None:
    file(here.parent, text("a", "x", "here"), journal.NAME)
    path = file(tmp_path, text("a", "x", "there"))
    arrival.bring_in(path)
    (beside,) = here.parent.glob("journal.from-*.jsonl")
    beside.write_text("my own notes", encoding="utf-8")
    said = arrival.bring_in(path)
    assert beside.read_text(encoding="utf-8") == "my own notes"
    assert f"{beside.stem}-2.jsonl" in said


def test_a_damaged_journal_here_makes_way_only_when_asked(here: Path, tmp_path: Path) -> None:
    damaged = text("a", "x", "y")[:-20].encode() + b"\xff"
    file(here.parent, damaged, journal.NAME)
    path = file(tmp_path, text("a", "x", "y"))
    with pytest.raises(CourseError, match=r"is damaged .* --replace"):
        arrival.bring_in(path)
    said = arrival.bring_in(path, replace=True)
    assert here.read_bytes() == path.read_bytes()
    (aside,) = here.parent.glob("journal.damaged-*.jsonl")
    assert aside.name in said and aside.read_bytes() == damaged


def test_what_an_editor_did_to_blanks_and_line_ends_is_put_right(
    here: Path, tmp_path: Path
) -> None:
    plain = text("a", "x", "y")
    loose = "\r\n".join(
        json.dumps(row, indent=None, separators=(" ,", " : ")) for row in lines(plain)
    )
    path = file(tmp_path, b"\xef\xbb\xbf" + loose.encode("utf-8"))  # and no line end at the end
    arrival.bring_in(path)
    assert here.read_text(encoding="utf-8") == plain
    Journal().commit("L1.1.answer", "z")  # goes on a line of its own
    assert len(Journal().entries()) == 3


def test_the_lock_is_kept_and_given_back(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = here.with_name("journal.jsonl.lock")
    seen = []
    real = arrival.write_whole
    monkeypatch.setattr(
        arrival, "write_whole", lambda p, t: (seen.append(lock.exists()), real(p, t))
    )
    arrival.bring_in(file(tmp_path, text("a", "x")))
    assert seen == [True] and not lock.exists()


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_entry_that_was_anywhere_is_gone(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("arrival")
    here = folder / "my work" / journal.NAME
    journals = st.builds(text, st.sampled_from("ab"), *[st.sampled_from("xy")] * 3) | st.builds(
        lambda id, answers: text(id, *answers),
        st.sampled_from("ab"),
        st.lists(st.sampled_from("xy"), max_size=4),
    )
    first = data.draw(journals)
    if data.draw(st.booleans()):
        file(here.parent, first, journal.NAME)
    for n in range(data.draw(st.integers(1, 4))):
        path = file(folder, data.draw(journals), f"{n}.jsonl")
        replace = data.draw(st.booleans())
        known = all_entries(here.parent)
        arriving = {e.sha256 for e in read_file(path)[1]}
        foresaw = arrival.foreseen(path, here) if arriving else ""
        try:
            arrival.bring_in(path, replace=replace, here=here)
        except CourseError:
            assert all_entries(here.parent) == known
            continue
        assert foresaw
        assert all_entries(here.parent) == known | arriving
        assert Journal(here).problem() is None
        once = folder_of(here)
        arrival.bring_in(path, replace=replace, here=here)
        assert folder_of(here) == once


def all_entries(folder: Path) -> set[str]:
    """Find every entry of every journal in a folder."""
    return {e.sha256 for p in folder.glob("*.jsonl") for e in read_file(p)[1]}


# Bad input ----------------------------------------------------------------------------------------


def cut(whole: str) -> str:
    return whole[:-30]


def changed(whole: str) -> str:
    return whole.replace('"B"', '"C"', 1)


def missing(whole: str) -> str:
    rows = lines(whole)
    return written([*rows[:3], *rows[4:]])


BAD: list[tuple[str, Callable[[str], str | bytes], str]] = [
    ("cut short", cut, "damaged at line 14: it is cut short"),
    ("changed", changed, "damaged at line 2: it was changed afterwards; nothing was changed"),
    ("a line missing", missing, "damaged at line 4: a line before it is missing"),
    ("newer", lambda t: t.replace('"version": 1', '"version": 2', 1), "another version .*update"),
    ("empty", lambda t: "", "holds no entries"),
    ("a heading alone", lambda t: t.split("\n")[0] + "\n", "holds no entries"),
    ("a picture", lambda t: b"\x89PNG\r\n\x1a\n\xff\xfe", "is not a journal of this course"),
    ("a notebook", lambda t: '{"cells": []}\n', "is not a journal of this course"),
    ("text", lambda t: "milk, bread\n", "damaged at line 1: it is cut short or not an entry"),
    ("deep", lambda t: t + "[" * 100_000, "damaged at line 15: it is cut short or not an entry"),
    ("half a character", lambda t: t.replace('"L0.1', '"\\ud800', 1), "damaged at line 2"),
    ("huge", lambda t: b"\0" * (journal.LARGEST + 1), "has 20 MB, and a journal has at most 20"),
]


@pytest.mark.parametrize("mine", [True, False], ids=["with a journal", "with none"])
@pytest.mark.parametrize(("name", "do", "told"), BAD, ids=[row[0] for row in BAD])
def test_each_bad_file_gets_one_sentence_and_changes_nothing(
    here: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    mine: bool,
    name: str,
    do: Callable[[str], str | bytes],
    told: str,
) -> None:
    if mine:
        file(here.parent, text("a", "x"), journal.NAME)
    before = folder_of(here) if mine else {}
    path = file(tmp_path, do(example()))
    for more in ([], ["--replace"]):
        with pytest.raises(CourseError, match=told) as refused:
            arrival.bring_in(path, replace=bool(more))
        assert str(refused.value).count(". ") == 0
        assert main(["journal", "import", str(path), *more]) == 1
        assert capsys.readouterr().err.strip() == str(refused.value)
    assert (folder_of(here) if here.parent.exists() else {}) == before


def test_what_is_no_file_gets_one_sentence(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CourseError, match="is a folder; name the journal file in it"):
        arrival.bring_in(tmp_path)
    with pytest.raises(CourseError, match="There is no file"):
        arrival.bring_in(tmp_path / "nothing.jsonl")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(CourseError, match="not an ordinary file"):
            arrival.bring_in(tmp_path / "pipe")
    path = file(tmp_path, text("a", "x"))

    def refuse(*args: object, **kwargs: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(CourseError, match=r"could not be read \(Permission denied\)"):
        arrival.bring_in(path)
    assert not here.parent.exists()


def test_a_full_disk_loses_nothing(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(here.parent, text("a", "x", "here"), journal.NAME)
    before = folder_of(here)
    path = file(tmp_path, text("a", "x", "there"))

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    for replace in (False, True):
        with pytest.raises(CourseError, match="no space left"):
            arrival.bring_in(path, replace=replace)
    monkeypatch.undo()
    assert folder_of(here) == before


def test_something_else_in_the_journals_place_is_said(here: Path, tmp_path: Path) -> None:
    here.mkdir(parents=True)
    with pytest.raises(CourseError, match="could not be read"):
        arrival.bring_in(file(tmp_path, text("a", "x")))
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(CourseError, match="COURSE_HOME"):
        arrival.bring_in(tmp_path / "mine.jsonl", here=tmp_path / "file" / "journal.jsonl")


# The command --------------------------------------------------------------------------------------


def test_check_says_how_a_file_stands_to_the_journal_here(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(tmp_path, text("a", "x", "y"))

    def told() -> str:
        assert main(["journal", "check", str(path)]) == 0
        first, second = capsys.readouterr().out.splitlines()
        assert first == "mine.jsonl: 2 entries, and the chain holds."
        return second

    assert "no journal here yet" in told()
    for mine, said in (
        (text("a", "x"), "1 entry further than the journal here"),
        (text("a", "x", "y"), "the same as the journal here"),
        (text("a", "x", "y", "z"), "an earlier copy of the journal here, which goes 1 entry"),
        (text("a", "x", "z"), "1 entry in common with the journal here"),
        (text("b", "x"), "another journal than the one here"),
        ("milk", "The journal here is damaged"),
    ):
        file(here.parent, mine, journal.NAME)
        before = folder_of(here)
        assert said in told()
        assert folder_of(here) == before


def test_a_journal_comes_in_by_the_command(
    here: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = file(tmp_path, text("a", "x"))
    assert main(["journal", "import", str(path)]) == 0
    assert capsys.readouterr().out.startswith("Your journal came in: 1 entry")
    assert main(["journal", "import", str(file(tmp_path, text("b", "y"))), "--replace"]) == 0
    assert "kept as journal.replaced-2026-03-02-" in capsys.readouterr().out


def test_a_journal_from_elsewhere_shows_no_date_that_is_none(here: Path, tmp_path: Path) -> None:
    rows = lines(text("a", "x"))
    rows[1]["time"] = "\x1b[31mnow"
    assert "the last of no date" in arrival.bring_in(file(tmp_path, chained(rows)))


def test_what_is_read_is_what_was_written() -> None:
    head, entries = read_chain(example())
    assert journal.text_of(head, entries) == example()


@pytest.mark.parametrize("field", ["number", "time", "key"])
@pytest.mark.parametrize("value", [True, 1.0, None, [1]])
def test_a_field_of_another_kind_is_no_entry(field: str, value: object) -> None:
    head, row = lines(text("a", "x"))
    body = {**row, field: value}
    del body["sha256"]
    made = written([head, {**body, "sha256": journal.sha256(body)}])
    with pytest.raises(journal.DamagedJournal, match="line 2: it is cut short") as damage:
        read_chain(made)
    assert damage.value.kind == "cut"


def test_a_value_too_deep_for_another_computer_is_not_saved(home: Path) -> None:
    deep: object = 1
    for _ in range(journal.DEEPEST - 1):
        deep = [deep]
    Journal().commit("key", deep)
    assert Journal().latest("key") is not None
    with pytest.raises(CourseError, match="brackets within brackets"):
        Journal().commit("key", [deep])
    nested: list[object] = []
    nested.append(nested)
    with pytest.raises(CourseError, match="cannot be saved"):
        Journal().commit("key", nested)
    assert len(Journal().entries()) == 1
