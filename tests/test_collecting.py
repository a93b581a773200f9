"""What the platforms' downloads hold: everybody in a folder of their own, nobody in another's."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks
from course.__main__ import main
from course.errors import CourseError
from course.grading import collecting, intake, mend, release

FILE = "P3_prospect_lab.ipynb"
GIVEN = notebooks.read(release.release("P3"))
IDS = [mend.grade_id(cell) for cell in GIVEN.cells if mend.grade_id(cell)]


def notebook(student: str = "") -> bytes:
    text = nbformat.writes(GIVEN)
    made = nbformat.reads(text, as_version=4)
    for cell in made.cells:
        if mend.grade_id(cell) == "student-id" and student:
            cell.source = f'student_id = "{student}"'
    return nbformat.writes(made).encode()


def download(path: Path, files: dict[str, bytes]) -> Path:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())
    return path


CANVAS = {
    f"kovalanna_1234_98765_{FILE}": notebook("anna.k"),
    "lijun_LATE_77_98766_P3_prospect_lab-1.ipynb": notebook("li"),
    "lijun_LATE_77_98767_journal.jsonl": b"{}\n",
    "oneillzoe_78_98768_essay.docx": b"PK",
    f"oneillzoe_78_98769_{FILE}": notebook(),
}
CANVAS_TABLE = (
    "Student,ID,SIS User ID,SIS Login ID,Section,P3 (5)\n"
    "    Points Possible,,,,,45\n"
    '"Koval, Anna",1234,A1,akoval,1,\n"Li, Jun",77,A2,jli,1,\n"O\'Neill, Zoë",78,,,1,\n'
    '"Absent, Ada",79,A4,aabsent,1,\n'
)
MOODLE = {
    f"Anna Koval_11_assignsubmission_file_/{FILE}": notebook("anna.k"),
    f"Anna Koval_12_assignsubmission_file_/{FILE}": notebook("anna.k"),
    f"李 明_13_assignsubmission_file_{FILE}": notebook("li"),
    "李 明_13_assignsubmission_onlinetext_onlinetext.html": b"<p>",
}
MOODLE_TABLE = (
    "Identifier,Full name,ID number,Email address,Grade,Last modified (grade)\n"
    "Participant 11,Anna Koval,0042,a@x.org,,\nParticipant 12,Anna Koval,,b@x.org,,\n"
    "Participant 13,李 明,0044,c@x.org,,\n"
)
BLACKBOARD = {
    "P3 Lab_akoval_attempt_2026-11-20-17-03-59_P3_prospect_lab.ipynb": notebook("first"),
    "P3 Lab_akoval_attempt_2026-11-21-08-00-00_P3_prospect_lab.ipynb": notebook("akoval"),
    "P3 Lab_akoval_attempt_2026-11-21-08-00-00.txt": b"Name: Anna Koval",
    "P3 Lab_li_jun_attempt_2026-11-20-17-03-59_P3_prospect_lab.ipynb": notebook("li_jun"),
}
BLACKBOARD_TABLE = (
    '"Last Name","First Name","Username"\n"Koval","Anna","akoval"\n"Li","Jun","li_jun"\n'
)


def run(
    tmp_path: Path, files: dict[str, bytes], table: str = ""
) -> tuple[collecting.Sorted, dict[str, list[str]]]:
    roster = tmp_path / "table.csv"
    roster.write_text(table, encoding="utf-8")
    source, to = download(tmp_path / "submissions.zip", files), tmp_path / "sorted"
    found = collecting.collect(source, to, roster if table else None)
    return found, {p.name: sorted(f.name for f in p.iterdir()) for p in sorted(to.iterdir())}


def test_canvas_by_its_own_table(tmp_path: Path) -> None:
    found, there = run(tmp_path, CANVAS, CANVAS_TABLE)
    assert there == {
        "78": [FILE],  # without a login of the school, Canvas's own number is the id
        "akoval": [FILE],
        "jli": ["P3_prospect_lab-1.ipynb", "journal.jsonl"],
    }
    assert found.missing == ("aabsent",)
    said = " ".join(found.notes)
    assert "jli handed in late" in said and "essay.docx is no notebook" in said
    assert "kovalanna (akoval) wrote the id 'anna.k'" in said


def test_canvas_without_a_table_goes_by_what_students_wrote(tmp_path: Path) -> None:
    found, there = run(tmp_path, CANVAS)
    assert set(there) == {"anna.k", "li", "canvas-78"}
    assert any("no student id was found" in note for note in found.notes)


def test_moodle_keeps_two_of_one_name_apart(tmp_path: Path) -> None:
    found, there = run(tmp_path, MOODLE, MOODLE_TABLE)
    assert there == {"0042": [FILE], "b@x.org": [FILE], "0044": [FILE]}
    (tmp_path / "again").mkdir()
    found, there = run(tmp_path / "again", MOODLE)
    assert set(there) == {"anna.k", "moodle-12", "li"}
    assert any("both have the id 'anna.k'" in note for note in found.notes)


def test_blackboard_takes_the_last_attempt_and_odd_user_names(tmp_path: Path) -> None:
    found, there = run(tmp_path, BLACKBOARD, BLACKBOARD_TABLE)
    assert there == {"akoval": [FILE], "li_jun": [FILE]}
    assert any("akoval handed in 2 times" in note for note in found.notes)
    taken = intake.collect(tmp_path / "sorted", "P3_prospect_lab", IDS)
    assert intake.stated(taken[0].notebook) == "akoval"
    assert taken[0].when > taken[1].when, "the time of the platform was lost"


def test_a_folder_that_was_unpacked_is_the_same(tmp_path: Path) -> None:
    _, there = run(tmp_path, MOODLE, MOODLE_TABLE)
    folder = tmp_path / "unpacked"
    for name, data in MOODLE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    collecting.collect(folder, tmp_path / "other", tmp_path / "table.csv")
    assert {p.name for p in (tmp_path / "other").iterdir()} == set(there)
    alone = tmp_path / "alone"
    alone.mkdir()
    (tmp_path / "submissions.zip").rename(alone / "submissions.zip")
    collecting.collect(alone, tmp_path / "third", tmp_path / "table.csv")
    assert {p.name for p in (tmp_path / "third").iterdir()} == set(there)


def test_strangers_are_named_and_left_alone(tmp_path: Path) -> None:
    files = {**CANVAS, "../climbs_1_2_x.ipynb": b"x", "holiday.ipynb": b"x", ".DS_Store": b""}
    found, there = run(tmp_path, files)
    assert found.strangers == ("holiday.ipynb",) and "holiday.ipynb" not in str(there)
    assert any("leads out of the zip file" in note for note in found.notes)
    assert not (tmp_path / "climbs_1_2_x.ipynb").exists()
    assert any(
        "holiday.ipynb" in line for line in collecting.told(found, "P3", tmp_path / "sorted")
    )


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"notes.ipynb": b"x"}, "needs no sorting"),
        ({}, "needs no sorting"),
    ],
)
def test_where_nothing_is_a_platforms(tmp_path: Path, files: dict[str, bytes], said: str) -> None:
    with pytest.raises(CourseError, match=said):
        run(tmp_path, files)
    assert not (tmp_path / "sorted").exists()


def test_bad_input_is_one_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    zip_file, to = download(tmp_path / "d.zip", CANVAS), tmp_path / "to"
    broken = tmp_path / "broken.zip"
    broken.write_bytes(zip_file.read_bytes()[:2000])
    with pytest.raises(CourseError, match="download it again"):
        collecting.collect(broken, to)
    with pytest.raises(CourseError, match="name the zip file or folder you downloaded"):
        collecting.collect(tmp_path / "none.zip", to)
    table = tmp_path / "table.csv"
    table.write_text("Nom,Note\nAnna,3\n", encoding="utf-8")
    with pytest.raises(CourseError, match="is not a table of grades"):
        collecting.collect(zip_file, to, table)
    assert not to.exists() and not list(tmp_path.glob(".to*"))
    to.mkdir()
    (to / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match="is there already"):
        collecting.collect(zip_file, to)
    assert (to / "mine.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_table_is_read_as_the_platforms_write_it(tmp_path: Path, encoding: str) -> None:
    zip_file = download(tmp_path / "d.zip", BLACKBOARD)
    table = tmp_path / "table.xls"  # Blackboard calls text with tabs so
    table.write_text(BLACKBOARD_TABLE.replace(",", "\t"), encoding=encoding)
    found = collecting.collect(zip_file, tmp_path / "to", table)
    assert found.students == ("akoval", "li_jun") and not found.missing
    table.write_bytes(b"PK\x03\x04 a workbook")
    with pytest.raises(CourseError, match="a workbook"):
        collecting.collect(zip_file, tmp_path / "to2", table)
    with pytest.raises(CourseError, match="check its name and folder"):
        collecting.collect(zip_file, tmp_path / "to2", tmp_path / "none.csv")


def test_times_that_are_none_stop_nothing(tmp_path: Path) -> None:
    path = tmp_path / "d.zip"
    name = f"P3_akoval_attempt_2026-13-45-99-03-59_{FILE}"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo(name)
        entry.date_time = (1980, 0, 0, 0, 0, 0)
        archive.writestr(entry, notebook("akoval"))
    assert collecting.collect(path, tmp_path / "to").students == ("akoval",)


def test_one_damaged_file_costs_nobody_else_anything(tmp_path: Path) -> None:
    files = {f"kovalanna_1234_98765_{FILE}": notebook("a"), f"lijun_77_98766_{FILE}": notebook("b")}
    path = download(tmp_path / "d.zip", files)
    data = bytearray(path.read_bytes())
    data[200:260] = bytes(60)
    path.write_bytes(bytes(data))
    found = collecting.collect(path, tmp_path / "to")
    assert found.students == ("b",)
    assert any("kovalanna_1234_98765" in note and "damaged" in note for note in found.notes)


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    zip_file, to = download(tmp_path / "d.zip", BLACKBOARD), tmp_path / "handed in"
    assert main(["collect", "P3", str(zip_file), "--to", str(to)]) == 0
    assert "course grade P3" in capsys.readouterr().out
    assert main(["collect", "P9", str(zip_file), "--to", str(tmp_path / "x")]) == 1
    assert main(["assign", "P3", "--to", str(tmp_path / "P3.zip")]) == 0
    with zipfile.ZipFile(tmp_path / "P3.zip") as archive:
        assert archive.namelist() == [f"P3/{FILE}"]


@given(
    st.text("abcXYZéłЖ李 .'-", min_size=1).filter(str.strip),
    st.integers(1, 10**9),
    st.integers(1, 10**9),
)
def test_any_name_is_read_back(person: str, key: int, hand: int) -> None:
    plain = "".join(person.split()).lower() or "x"
    said = collecting.named(f"{plain}_{key}_{hand}_{FILE}")
    assert said is not None and (said.platform, said.key, said.file) == ("canvas", str(key), FILE)
    said = collecting.named(f"{person}_{key}_assignsubmission_file_/{FILE}")
    assert said is not None and (said.platform, said.key, said.file) == ("moodle", str(key), FILE)
    assert said.person == person.strip()
