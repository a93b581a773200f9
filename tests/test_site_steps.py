"""Steps of building the site: made when needed, and never half."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.errors import CourseError
from course.site import steps


def a_step(source: Path, words: list[str] | None = None) -> steps.Step:
    def make(work: Path, to: Path, say: steps.Say) -> None:
        made = work / "made"
        made.mkdir(exist_ok=True)
        (made / "page.html").write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
        if words is not None:
            words.append("made")
        if source.read_text(encoding="utf-8") == "bad":
            raise CourseError("This cannot be made.")
        steps.mirror(made, to, but=["do"])

    return steps.Step("read", "Pages", lambda: [source], make)


def test_a_step_is_made_once_and_again_when_a_source_changes(tmp_path: Path) -> None:
    source, to, made, said = tmp_path / "a.txt", tmp_path / "site", [], []
    source.write_text("one", encoding="utf-8")
    step = a_step(source, made)
    assert steps.run(step, tmp_path / "work", to, said.append)
    assert not steps.run(step, tmp_path / "work", to, said.append)
    assert said[-1] == "Pages: nothing has changed."
    source.write_text("two", encoding="utf-8")
    assert steps.run(step, tmp_path / "work", to, said.append)
    assert (to / "page.html").read_text(encoding="utf-8") == "two"
    assert steps.run(step, tmp_path / "work", to, said.append, anew=True)
    assert len(made) == 3


def test_a_step_that_fails_leaves_the_old_page_and_is_made_again(tmp_path: Path) -> None:
    source, to, made = tmp_path / "a.txt", tmp_path / "site", []
    source.write_text("one", encoding="utf-8")
    step = a_step(source, made)
    steps.run(step, tmp_path / "work", to, str)
    source.write_text("bad", encoding="utf-8")
    with pytest.raises(CourseError):
        steps.run(step, tmp_path / "work", to, str)
    assert (to / "page.html").read_text(encoding="utf-8") == "one"
    source.write_text("one", encoding="utf-8")
    assert steps.run(step, tmp_path / "work", to, str), "the stamp of a failed build counted"


def test_mirroring_removes_what_is_gone_and_keeps_what_it_is_told_to(tmp_path: Path) -> None:
    made, to = tmp_path / "made", tmp_path / "to"
    for path in (made / "a" / "one.html", to / "do" / "kept.js", to / "old" / "gone.html"):
        path.parent.mkdir(parents=True)
        path.write_text("x", encoding="utf-8")
    (to / ".do.made").write_text("stamp", encoding="utf-8")
    assert steps.mirror(made, to, but=["do"]) == 1
    assert steps.mirror(made, to, but=["do"]) == 0
    left = {p.relative_to(to).as_posix() for p in to.rglob("*") if p.is_file()}
    assert left == {"a/one.html", "do/kept.js", ".do.made"}
    assert not (to / "old").exists()


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    source = tmp_path / "a.txt"
    source.write_text("one", encoding="utf-8")
    with pytest.raises(CourseError, match="choose another folder with --to"):
        steps.run(a_step(source), tmp_path / "work", tmp_path / "file" / "site", str)


def test_the_same_files_give_the_same_fingerprint_and_others_another(tmp_path: Path) -> None:
    one = tmp_path / "one"
    one.write_text("1", encoding="utf-8")
    first = steps.fingerprint([one])
    assert first == steps.fingerprint([one, one])
    one.write_text("2", encoding="utf-8")
    assert first != steps.fingerprint([one])
