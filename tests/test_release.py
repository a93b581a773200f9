"""What students get: a bundle that gives nothing away, with numbers of one's own class."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from course.errors import CourseError
from course.grading import release

pytestmark = pytest.mark.slow


def text_of(bundle: Path) -> str:
    with zipfile.ZipFile(bundle) as archive:
        name, beside = archive.namelist()
        assert name == "P3/P3_prospect_lab.ipynb" and beside == "P3/READ ME FIRST.txt"
        assert archive.read(beside).decode("utf-8").startswith("Read me first: assignment P3\n")
        return archive.read(name).decode("utf-8")


@pytest.mark.parametrize("assignment", release.written())
def test_a_release_is_what_its_source_gives_and_gives_nothing_away(assignment: str) -> None:
    assert release.faults(assignment) == []


def test_a_leak_is_found_however_it_is_broken(tmp_path: Path) -> None:
    text = release.release("P3").read_text(encoding="utf-8")
    secrets = {
        "a solution": "threshold = 1 -\\n 0.73",
        "the key": "within=lambda right: max(0.5,\\n  abs(right) / 1000),",
        "an example": "By this rule the fall of the government in Kyiv is a prospective loss, "
        "whatever Moscow did next.",
        "an address": "/home/somebody/keys",
        "a mark": "### BEGIN SOLUTION",
    }
    for what, secret in secrets.items():
        notebook = json.loads(text)
        notebook["cells"][0]["source"] += [secret.replace("\\n", "\n")]
        assert release.leaks("P3", {"x.ipynb": json.dumps(notebook)}), what
    assert release.leaks("P3", {"x.ipynb": text}) == []


def test_a_bundle_is_notebook_and_read_me_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = tmp_path / "a" / "P3.zip", tmp_path / "b.zip"
    release.bundle("P3", first)
    release.bundle("P3", second)
    assert first.read_bytes() == second.read_bytes()
    assert text_of(first) == release.release("P3").read_text(encoding="utf-8")
    with pytest.raises(CourseError, match="is there already"):
        release.bundle("P3", first)


def test_a_class_may_have_numbers_of_its_own(tmp_path: Path) -> None:
    text = text_of(release.bundle("P3", tmp_path / "P3.zip", "IR-2027"))
    assert "student_id, course='IR-2027')" in text


def test_the_read_me_says_what_to_hand_in_and_gives_nothing_away() -> None:
    for assignment in release.written():
        text = release.read_me(assignment)
        assert text.count(release.release(assignment).name) == 2 and "{" not in text
        assert f"course assignments start {assignment}" in text
        assert ("journal.jsonl" in text) == (assignment == "P5")
        assert release.leaks(assignment, {"READ ME FIRST.txt": json.dumps(text)}) == []
        assert max(map(len, text.splitlines())) <= 100
    assert "own numbers" in release.read_me("P3", "IR-2027") and "own numbers" not in text


def test_starting_an_assignment_never_overwrites_ones_work(tmp_path: Path) -> None:
    path = release.start("P3", tmp_path)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match="is there already"):
        release.start("P3", tmp_path)
    assert path.read_text(encoding="utf-8") == "mine"
