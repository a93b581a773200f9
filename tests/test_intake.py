"""What a teacher's download folder can hold: every student gets a result, nobody another's."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks
from course.errors import CourseError
from course.grading import intake, mend, release

FILE = "P3_prospect_lab"
GIVEN = notebooks.read(release.release("P3"))
IDS = [mend.grade_id(cell) for cell in GIVEN.cells if mend.grade_id(cell)]
TEXT = nbformat.writes(GIVEN)


def put(path: Path, data: str | bytes = TEXT, when: float | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    if when is not None:
        os.utime(path, (when, when))
    return path


def zipped(**files: str | bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def only(folder: Path) -> intake.Submission:
    found = intake.collect(folder, FILE, IDS)
    assert len(found) == 1
    return found[0]


def marked(text: str) -> str:
    """Give the notebook with `text` as the student id, to know it again."""
    notebook = nbformat.reads(TEXT, as_version=4)
    _id_cell(notebook).source = f'student_id = "{text}"'
    return nbformat.writes(notebook)


def says(submission: intake.Submission) -> str:
    return str(_id_cell(submission.notebook).source)


def _id_cell(notebook: Any) -> Any:
    return next(cell for cell in notebook.cells if mend.grade_id(cell) == "student-id")


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("anna.k/P3_prospect_lab.ipynb", "anna.k"),
        ("anna.k/attempt 1/P3_prospect_lab.ipynb", "anna.k"),
        ("anna.k.ipynb", "anna.k"),
        ("anna.k_P3_prospect_lab.ipynb", "anna.k"),
        ("anna.k - P3_prospect_lab (2).ipynb", "anna.k"),
        ("Zoë Ångström/P3_prospect_lab.ipynb", "Zoë Ångström"),
        ("Ганна Коваль.ipynb", "Ганна Коваль"),
        ("李明.ipynb", "李明"),
        ("00123.ipynb", "00123"),
    ],
)
def test_a_notebook_is_found_and_its_student_known(tmp_path: Path, path: str, student: str) -> None:
    put(tmp_path / path)
    found = only(tmp_path)
    assert found.student == student and found.notes == ()
    assert len(found.notebook.cells) == len(GIVEN.cells)


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (b"garbage", "is damaged"),
        (b"", "is damaged"),
        (TEXT[: len(TEXT) // 2], "is damaged"),
        (b"\xff\xfe\x00", "is damaged"),
        ("[" * 100_000, "is damaged"),
        ("{}", "is JSON but no notebook"),
        ("[1, 2]", "is JSON but no notebook"),
        ('"text"', "is JSON but no notebook"),
        ('{"cells": 3}', "has no cells"),
        ('{"cells": {}}', "has no cells"),
        (json.dumps({"cells": [{}] * 2000}), "or more than 1000"),
    ],
)
def test_what_is_no_notebook_stands_as_blank_with_the_reason(
    tmp_path: Path, data: str | bytes, note: str
) -> None:
    put(tmp_path / "anna.k" / f"{FILE}.ipynb", data)
    found = only(tmp_path)
    assert found.notebook is None
    assert note in found.notes[0] and "stands as a blank one" in found.notes[-1]
    assert all(one.count("\n") == 0 for one in found.notes)


def test_a_notebook_with_fifty_megabytes_of_output_is_read(tmp_path: Path) -> None:
    notebook = nbformat.reads(TEXT, as_version=4)
    output = nbformat.v4.new_output("stream", name="stdout", text="spam " * 10_000_000)
    next(c for c in notebook.cells if c.cell_type == "code").outputs = [output]
    path = put(tmp_path / "anna.k.ipynb", nbformat.writes(notebook))
    assert path.stat().st_size > 50_000_000
    found = only(tmp_path)
    assert found.notes == ()
    assert len(nbformat.writes(found.notebook)) < 100_000  # its outputs are not kept


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 1000)
    put(tmp_path / "anna.k.ipynb")
    assert "was not read" in only(tmp_path).notes[0]


def test_a_zip_file_is_opened_whatever_it_is_called(tmp_path: Path) -> None:
    data = zipped(**{f"my work/{FILE}.ipynb": marked("one"), "journal.jsonl": "{}", "x.png": b"1"})
    put(tmp_path / "anna.k.zip", data)
    put(tmp_path / "ben" / f"{FILE}.ipynb", data)
    first, second = intake.collect(tmp_path, FILE, IDS)
    assert says(first) == says(second) == 'student_id = "one"'
    assert first.beside == {"journal.jsonl": b"{}"}
    assert first.notes == () and "is in truth a zip file" in second.notes[0]


def test_a_damaged_or_locked_zip_file_is_said(tmp_path: Path) -> None:
    put(tmp_path / "anna.k.zip", zipped(a="b")[:30])
    assert "cannot be opened" in only(tmp_path).notes[0]


def test_a_zip_file_that_swells_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "MOST_BYTES", 1_000_000)
    put(tmp_path / "anna.k.zip", zipped(**{"bomb.ipynb": b"0" * 50_000_000}))
    assert "is too large" in only(tmp_path).notes[0]


def test_paths_in_a_zip_file_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder / "anna.k.zip", zipped(**{f"../../{FILE}.ipynb": TEXT}))
    found = only(folder)
    assert found.notebook is not None
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["anna.k.zip", "in"]


def test_a_renamed_notebook_is_known_by_its_cells(tmp_path: Path) -> None:
    put(tmp_path / "anna.k" / "final FINAL (3).ipynb", marked("this one"))
    put(tmp_path / "anna.k" / "shopping.ipynb", nbformat.writes(nbformat.v4.new_notebook()))
    found = only(tmp_path)
    assert says(found) == 'student_id = "this one"'
    assert "is called final FINAL (3).ipynb" in found.notes[0]


def test_another_assignment_is_taken_and_said(tmp_path: Path) -> None:
    put(tmp_path / "anna.k.ipynb", nbformat.writes(nbformat.v4.new_notebook()))
    assert "none of its cells is there" in only(tmp_path).notes[0]


def test_a_notebook_of_a_known_other_assignment_stands_as_a_blank_one(tmp_path: Path) -> None:
    shutil.copy(release.release("P2"), tmp_path / "anna.k.ipynb")
    found = only(tmp_path)
    assert found.notebook is None and "is of assignment P2" in found.notes[0]
    # Handed in beside the right one, it is passed over.
    put(tmp_path / "ben" / "P3.ipynb", marked("right"), 1_000_000)
    shutil.copy(release.release("P2"), tmp_path / "ben" / "P2.ipynb")
    second = intake.collect(tmp_path, FILE, IDS)[1]
    assert says(second) == 'student_id = "right"'


def test_of_several_notebooks_the_latest_counts(tmp_path: Path) -> None:
    put(tmp_path / "anna.k" / f"{FILE}.ipynb", marked("old"), 1_000_000)
    put(tmp_path / "anna.k" / f"{FILE} (1).ipynb", marked("new"), 2_000_000)
    found = only(tmp_path)
    assert says(found) == 'student_id = "new"' and "the latest, was marked" in found.told[0]


@pytest.mark.parametrize("new_first", [True, False])
def test_of_two_submissions_by_one_student_the_latest_counts(
    tmp_path: Path, new_first: bool
) -> None:
    names = ("Anna.K", "anna.k ") if new_first else ("anna.k ", "Anna.K")
    put(tmp_path / names[0] / f"{FILE}.ipynb", marked("new"), 2_000_000)
    put(tmp_path / names[1] / f"{FILE}.ipynb", marked("old"), 1_000_000)
    found = only(tmp_path)
    assert says(found) == 'student_id = "new"'
    assert "Handed in more than once" in found.notes[-1]


def test_a_later_file_that_cannot_be_read_does_not_displace_one_that_can(tmp_path: Path) -> None:
    put(tmp_path / "anna.k" / f"{FILE}.ipynb", marked("good"), 1_000_000)
    put(tmp_path / "anna.k.zip", b"PK\x03\x04 damaged", 2_000_000)
    assert says(only(tmp_path)) == 'student_id = "good"'


def test_a_learner_alone_is_known_by_the_id_in_the_notebook(tmp_path: Path) -> None:
    put(tmp_path / f"{FILE}.ipynb", marked("anna.k"))
    put(tmp_path / "journal.jsonl", "{}")
    found = only(tmp_path)
    assert found.student == "anna.k" and "taken was the id 'anna.k'" in found.notes[-1]
    assert found.beside == {"journal.jsonl": b"{}"}


def test_a_journal_that_the_browser_numbered_is_taken(tmp_path: Path) -> None:
    put(tmp_path / "anna.k" / f"{FILE}.ipynb")
    put(tmp_path / "anna.k" / "journal.jsonl", "old", 1_000_000)
    put(tmp_path / "anna.k" / "journal (1).jsonl", "new", 2_000_000)
    assert only(tmp_path).beside == {"journal.jsonl": b"new"}


def test_links_hidden_files_and_other_things_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    secret = put(tmp_path / "gradebook.ipynb", marked("secret"))
    put(folder / "anna.k" / f"{FILE}.ipynb", marked("mine"))
    put(folder / ".DS_Store", b"x")
    put(folder / "__MACOSX" / "anna.ipynb")
    put(folder / "list.csv", b"x")
    put(folder / "anna.k" / ".ipynb_checkpoints" / f"{FILE}.ipynb", marked("older"))
    (folder / "anna.k" / "link.ipynb").symlink_to(secret)
    (folder / "ben.ipynb").symlink_to(secret)
    found = only(folder)
    assert says(found) == 'student_id = "mine"' and found.notes == ()


def test_an_empty_folder_and_none_at_all_are_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There are no submissions"):
        intake.collect(tmp_path, FILE, IDS)
    with pytest.raises(CourseError, match="There is no folder"):
        intake.collect(tmp_path / "none", FILE, IDS)


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.strip()))
def test_any_student_id_makes_a_safe_folder_name_and_comes_back(student: str) -> None:
    name = intake.folder_name(student)
    assert not set(name) & set('/\\:*?"<>|+[]\0') and name not in (".", "..")
    assert not name.startswith((".", " ")) and not name.endswith((".", " "))
    assert intake.folder_name(intake.student_name(name)) == name


@given(
    st.lists(
        st.fixed_dictionaries(
            {},
            optional={
                "cell_type": st.sampled_from(["code", "markdown", "heading", 3, None]),
                "source": st.one_of(st.text(), st.lists(st.text()), st.none(), st.integers()),
                "metadata": st.one_of(
                    st.none(),
                    st.just({"nbgrader": {"grade_id": "value-of-gamble", "solution": "yes"}}),
                    st.just({"nbgrader": 7}),
                    st.just({"nbgrader": {"grade_id": ["x"]}}),
                ),
                "id": st.one_of(st.text(), st.integers()),
                "outputs": st.just([{"output_type": 7}]),
            },
        ),
        max_size=8,
    )
)
def test_whatever_the_cells_are_the_mended_notebook_is_sound_and_complete(
    cells: list[dict[str, Any]],
) -> None:
    read = mend.read(json.dumps({"cells": cells, "nbformat": 4}).encode(), "x.ipynb")
    mended, _ = mend.mend(read, GIVEN)
    nbformat.validate(mended)
    ids = [mend.grade_id(cell) for cell in mended.cells if mend.grade_id(cell)]
    assert ids == IDS
    for cell in mended.cells:
        if mend.grade_id(cell):
            original = next(c for c in GIVEN.cells if mend.grade_id(c) == mend.grade_id(cell))
            assert cell.metadata == original.metadata
            assert cell.cell_type == original.cell_type


def test_mending_throws_nothing_of_the_student_away() -> None:
    notebook = nbformat.reads(TEXT, as_version=4)
    place = next(n for n, c in enumerate(notebook.cells) if mend.grade_id(c) == "value-of-gamble")
    for text in ("value_of_gamble = 1", "value_of_gamble = 2"):
        copy = nbformat.from_dict(json.loads(json.dumps(notebook.cells[place])))
        copy.source = text
        notebook.cells.insert(place, copy)
    mended, repairs = mend.mend(notebook, GIVEN)
    there = [(cell.cell_type, cell.source) for cell in mended.cells]
    assert there.count(("code", "value_of_gamble = 1")) == 1
    assert ("raw", "value_of_gamble = 2") in there
    assert len(repairs) == 1 and "3 times" in repairs[0]


def test_reading_and_mending_twice_gives_the_same() -> None:
    loose = json.loads(TEXT)
    for cell in loose["cells"]:
        cell.pop("id")
    loose["cells"].insert(3, {"cell_type": "code", "source": "1", "metadata": {}})
    data = json.dumps(loose).encode()
    first, second = (mend.mend(mend.read(data, "x.ipynb"), GIVEN)[0] for _ in range(2))
    assert first == second


def test_mending_a_sound_notebook_changes_nothing() -> None:
    mended, repairs = mend.mend(nbformat.reads(marked("anna"), as_version=4), GIVEN)
    assert repairs == ()
    assert nbformat.writes(mended) == marked("anna")


@given(at=st.floats(0, 1), by=st.integers(1, 255))
def test_a_zip_file_that_is_damaged_anywhere_is_no_more_than_a_note(at: float, by: int) -> None:
    data = bytearray(zipped(**{"P3_prospect_lab.ipynb": "abc def ghi " * 500}))
    data[min(int(at * len(data)), len(data) - 1)] ^= by
    notes: list[str] = []
    found = list(intake._unzipped(bytes(data), "a.zip", 0, notes, lambda name: True))
    assert found or notes
