"""What the platforms' downloads hold: everybody in a folder of their own, nobody in another's."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import notebooks
from course.__main__ import main
from course.errors import CourseError
from course.grading import collecting, intake, kinds, mend, naming, release, who

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
    return found, {
        p.name: sorted(f.name for f in p.iterdir()) for p in sorted(to.iterdir()) if p.is_dir()
    }


def test_canvas_by_its_own_table(tmp_path: Path) -> None:
    found, there = run(tmp_path, CANVAS, CANVAS_TABLE)
    assert there == {
        "78": [FILE, "essay.docx"],  # without a login of the school, Canvas's own number is the id
        "anna.k": [FILE],  # what the numbers were drawn from, and nobody else's
        "li": ["P3_prospect_lab-1.ipynb", "journal.jsonl"],
    }
    assert found.missing == ("aabsent",)
    said = " ".join(found.notes)
    assert "li handed in late" in said and "essay.docx is no notebook (a Word file)" in said
    assert "'anna.k' for 'akoval' and 'li' for 'jli'" in said


def test_canvas_without_a_table_goes_by_what_students_wrote(tmp_path: Path) -> None:
    found, there = run(tmp_path, CANVAS)
    assert set(there) == {"anna.k", "li", "canvas-78"}
    assert any("no student id was found" in note for note in found.notes)


def test_moodle_keeps_two_of_one_name_apart(tmp_path: Path) -> None:
    found, there = run(tmp_path, MOODLE, MOODLE_TABLE)
    assert there == {"0042": [FILE], "b@x.org": [FILE], "li": [FILE]}
    assert any("wrote the id 'anna.k' into the notebook, as somebody" in n for n in found.notes)
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
    assert {p.name for p in (tmp_path / "other").iterdir() if p.is_dir()} == set(there)
    alone = tmp_path / "alone"
    alone.mkdir()
    (tmp_path / "submissions.zip").rename(alone / "submissions.zip")
    collecting.collect(alone, tmp_path / "third", tmp_path / "table.csv")
    assert {p.name for p in (tmp_path / "third").iterdir() if p.is_dir()} == set(there)


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
        assert archive.namelist() == [f"P3/{FILE}", "P3/READ ME FIRST.txt"]


@given(
    st.text("abcXYZéłЖ李 .'-", min_size=1).filter(str.strip),
    st.integers(1, 10**9),
    st.integers(1, 10**9),
)
def test_any_name_is_read_back(person: str, key: int, hand: int) -> None:
    plain = "".join(person.split()).lower() or "x"
    said = naming.named(f"{plain}_{key}_{hand}_{FILE}")
    assert said is not None and (said.platform, said.key, said.file) == ("canvas", str(key), FILE)
    said = naming.named(f"{person}_{key}_assignsubmission_file_/{FILE}")
    assert said is not None and (said.platform, said.key, said.file) == ("moodle", str(key), FILE)
    assert said.person == person.strip()


ADDRESSES = (
    "Identifier,Full name,Email address,Status,Grade,Last modified (submission)\n"
    'Participant 1,Anna K,anna.k@uni.example,"Submitted for grading - , 2 hours late",,'
    '"Monday, 23 November 2026, 10:00 PM"\n'
    "Participant 2,Jan N,jan@uni.example,Submitted,,-\n"
    "Participant 3,Tom B,tom@uni.example,Submitted,,-\n"
    "Participant 4,Eve C,eve@uni.example,Submitted,,-\n"
)


def of(person: str, key: int, student: str, file: str = FILE) -> dict[str, bytes]:
    return {f"{person}_{key}_assignsubmission_file_/{file}": notebook(student)}


def test_who_kept_to_the_part_before_the_at_is_marked_by_it_and_found_again(tmp_path: Path) -> None:
    files = {
        **of("Anna K", 1, "anna.k"),
        **of("Jan N", 2, "jan"),
        **of("Tom B", 3, "jan@uni.example"),  # a neighbour's numbers are nobody's choice
        **of("Eve C", 4, ""),
    }
    found, there = run(tmp_path, files, ADDRESSES)
    assert set(there) == {"anna.k", "jan", "tom@uni.example", "eve@uni.example"}
    said = [note for note in found.notes if "Another id than the table's" in note]
    assert len(said) == 1 and "in 2 of the notebooks" in said[0]
    assert any("Tom B" in note and "another's" in note for note in found.notes)
    assert found.missing == ()
    known = who.kept(tmp_path / "sorted" / kinds.TABLE)
    rows = who.rows_of(known)
    assert rows["anna.k@uni.example"] == "anna.k" and rows["participant 2"] == "jan"
    first = next(one for one in known if one.student == "anna.k")
    assert first.late and first.when.startswith("2026-11-2") and first.name == "Anna K"


def test_an_id_that_is_in_no_row_counts_if_one_person_alone_wrote_it(tmp_path: Path) -> None:
    files = {**of("Anna K", 1, "sunny"), **of("Jan N", 2, "mine"), **of("Tom B", 3, "mine")}
    found, there = run(tmp_path, files, ADDRESSES)
    assert set(there) == {"sunny", "jan@uni.example", "tom@uni.example"}
    assert any("'sunny' for 'anna.k@uni.example'" in note for note in found.notes)


def test_of_two_files_of_one_minute_the_platforms_higher_number_is_marked(tmp_path: Path) -> None:
    old, new = notebook("tom"), notebook("tom").replace(b"threshold = ...", b"threshold = 0.5")
    stem = "P3_prospect_lab"
    files = {f"tom_5_5015_{stem}-1.ipynb": new, f"tom_5_5005_{stem}.ipynb": old}
    run(tmp_path, files)
    (taken,) = intake.collect(tmp_path / "sorted", stem, IDS)
    assert "threshold = 0.5" in nbformat.writes(taken.notebook)
    assert not taken.unsure and "-1.ipynb, the latest, was marked" in taken.told[0]


def test_a_guess_is_called_a_guess(tmp_path: Path) -> None:
    old, new = notebook("tom"), notebook("tom").replace(b"threshold = ...", b"threshold = 0.5")
    files = {
        "Tom_5_assignsubmission_file_/P3_prospect_lab (1).ipynb": new,
        f"Tom_5_assignsubmission_file_/{FILE}": old,
    }
    run(tmp_path, files)
    for path in (tmp_path / "sorted" / "tom").iterdir():
        os.utime(path, (5, 5))
    (taken,) = intake.collect(tmp_path / "sorted", "P3_prospect_lab", IDS)
    assert "threshold = 0.5" in nbformat.writes(taken.notebook)
    assert taken.unsure and "a guess" in taken.told[0] and "latest" not in taken.told[0]
    files = dict.fromkeys(files, old)  # two copies of one file are no question
    (tmp_path / "b").mkdir()
    run(tmp_path / "b", files)
    (taken,) = intake.collect(tmp_path / "b" / "sorted", "P3_prospect_lab", IDS)
    assert not taken.unsure and taken.told == ()


def test_a_second_download_adds_what_is_new_or_newer_and_says_what(tmp_path: Path) -> None:
    def put(files: dict[str, bytes], assignment: str = "P3") -> collecting.Sorted:
        source = download(tmp_path / "d.zip", files)
        return collecting.collect(source, tmp_path / "to", None, assignment)

    first = {f"anna_1_10_{FILE}": notebook("anna"), f"jan_2_11_{FILE}": notebook("jan")}
    put(first)
    changed = notebook("jan").replace(b"threshold = ...", b"threshold = 0.5")
    late = {f"jan_2_19_{FILE}": changed, f"tom_3_20_{FILE}": notebook("tom")}
    found = put({**first, **late} | {f"jan_2_11_{FILE}": b""})
    assert (found.added, found.anew, found.same) == (("tom",), ("jan",), ("anna",))
    assert (
        "New: tom; newer than before: jan; unchanged: anna."
        in collecting.told(found, "P3", tmp_path / "to")[0]
    )
    found = put(first)  # the first download once more: nobody falls back
    assert not found.anew and any("jan: what is there is newer" in note for note in found.notes)
    assert b"threshold = 0.5" in b"".join(p.read_bytes() for p in (tmp_path / "to/jan").iterdir())
    with pytest.raises(CourseError, match="holds submissions of P3"):
        put({f"anna_1_30_{FILE}": notebook("anna")}, "P1")


def test_a_folder_put_there_by_hand_is_left_alone(tmp_path: Path) -> None:
    zip_file, to = download(tmp_path / "d.zip", {f"anna_1_10_{FILE}": notebook("anna")}), "to"
    collecting.collect(zip_file, tmp_path / to, None, "P3")
    (tmp_path / to / "tom").mkdir()
    (tmp_path / to / "tom" / FILE).write_bytes(b"by mail")
    zip_file = download(tmp_path / "e.zip", {f"tom_3_12_{FILE}": notebook("tom")})
    found = collecting.collect(zip_file, tmp_path / to, None, "P3")
    assert (tmp_path / to / "tom" / FILE).read_bytes() == b"by mail"
    assert any("had put there was left as it" in note for note in found.notes)


JOURNAL = b'{"format": "threat-power-loss journal", "id": "x", "version": 1}\n'


def test_a_renamed_journal_is_known_by_its_content(tmp_path: Path) -> None:
    for n, name in enumerate(("journal-1.jsonl", "mine.jsonl", "journal.jsonl.txt")):
        place = tmp_path / str(n)
        place.mkdir()
        run(place, {f"anna_1_10_{FILE}": notebook("anna"), f"anna_1_11_{name}": JOURNAL})
        (taken,) = intake.collect(place / "sorted", "P3_prospect_lab", IDS)
        assert taken.beside == {"journal.jsonl": JOURNAL}, name
        assert any("taken as journal.jsonl" in note for note in taken.notes)
    run_of = {f"anna_1_10_{FILE}": notebook("anna"), "anna_1_11_other.jsonl": b"{}"}
    (tmp_path / "o").mkdir()
    run(tmp_path / "o", run_of)
    (taken,) = intake.collect(tmp_path / "o" / "sorted", "P3_prospect_lab", IDS)
    assert taken.beside == {} and any("no journal of this course" in n for n in taken.notes)


def packed(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_zip_file_in_a_zip_file_is_opened_and_a_third_is_named(tmp_path: Path) -> None:
    inner = packed({FILE: notebook("olu")})
    _, there = run(tmp_path, {"olu_1_10_P3 final.zip": packed({"P3.zip": inner})})
    assert set(there) == {"olu"}, "the id in it was not found"
    (taken,) = intake.collect(tmp_path / "sorted", "P3_prospect_lab", IDS)
    assert taken.notebook is not None
    (tmp_path / "b").mkdir()
    deep = packed({"b.zip": packed({"c.zip": inner})})
    run(tmp_path / "b", {"olu_1_10_a.zip": deep})
    (taken,) = intake.collect(tmp_path / "b" / "sorted", "P3_prospect_lab", IDS)
    assert taken.notebook is None and "another zip file, c.zip; unpack it" in taken.notes[0]


def test_a_word_file_is_named_when_it_is_graded(tmp_path: Path) -> None:
    run(tmp_path, {"elif_1_10_Essay P3.docx": packed({"word/document.xml": b"<x/>"})})
    (taken,) = intake.collect(tmp_path / "sorted", "P3_prospect_lab", IDS)
    assert "Essay P3.docx is a Word file; the notebook is wanted" in " ".join(taken.notes)


def test_who_is_not_in_the_table_is_put_aside(tmp_path: Path) -> None:
    files = {**of("Anna K", 1, "anna.k"), **of("Peter", 99, "anna.k")}
    found, there = run(tmp_path, files, ADDRESSES)
    assert set(there) == {"anna.k"} and found.students == ("anna.k",)
    (aside,) = (tmp_path / "sorted - not in the table").iterdir()
    assert (aside / FILE).is_file()
    assert any("put aside" in note for note in found.notes)


def test_mishaps_are_said_while_students_can_still_be_written_to(tmp_path: Path) -> None:
    source = download(
        tmp_path / "d.zip",
        {"li_7_1_P1_reading_for_claims.ipynb": release.release("P1").read_bytes()},
    )
    found = collecting.collect(source, tmp_path / "to", None, "P3")
    assert any("is of assignment P1" in note for note in found.notes)


def test_each_assignment_has_a_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    zip_file = download(tmp_path / "d.zip", {f"anna_1_10_{FILE}": notebook("anna")})
    assert main(["collect", "p3", str(zip_file)]) == 0
    assert (tmp_path / "handed in P3" / "anna").is_dir()
    assert 'course grade P3 "handed in P3" --to grading' in capsys.readouterr().out
    assert main(["collect", "P1", "none.zip"]) == 1
    assert "name the zip file" in capsys.readouterr().err


def test_which_id_to_write_is_said_before_anything_is_given_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "grades.csv"
    table.write_text(ADDRESSES, encoding="utf-8-sig")
    to = str(tmp_path / "P3.zip")
    assert main(["assign", "p3", "--to", to, "--roster", str(table)]) == 0
    said = capsys.readouterr().out
    assert "'Email address'" in said and 'student_id = "anna.k@uni.example"' in said
    table.write_text("anna.k\njan\n", encoding="utf-8")
    assert main(["assign", "P3", "--to", f"{to}2.zip", "--roster", str(table)]) == 0
    assert 'student_id = "jan"' in capsys.readouterr().out


def test_the_class_page_finds_a_journal_that_a_program_called_a_text(tmp_path: Path) -> None:
    from course.grading import gathering

    assert gathering._is_journal("journal.jsonl.txt") and gathering._is_journal("mine.jsonl")
    assert not gathering._is_journal("notes.txt")
