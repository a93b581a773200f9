"""The check of a pack against what a lecturer did who made one from the template alone."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from filling import fill, filled, filled_table

from course import EvidenceBalance, FactorWeigher, ThreatWeigher, __main__, evidence
from course.errors import CourseError
from course.files import CLONE
from course.journal import Journal
from course.packs import files, folder, numbers, syntax
from course.widgets.bridge import messages

CUBA = CLONE / "packs" / "cuba_1962"


@pytest.fixture
def cuba(tmp_path: Path) -> Path:
    to = tmp_path / "cuba_1962"
    shutil.copytree(CUBA, to, ignore=shutil.ignore_patterns("*.ipynb"))
    return to


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return folder.start(tmp_path / "my_pack")


def change(path: Path, old: str, new: str, n: int = 1) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    path.write_text(text.replace(old, new, n), encoding="utf-8")


def said(pack: Path) -> list[str]:
    return [str(fault) for fault in folder.check(pack) if not fault.placeholder]


def the_one(pack: Path) -> str:
    (found,) = said(pack)
    return found


# File by file -------------------------------------------------------------------------------------


def test_a_file_is_checked_while_others_hold_placeholders(new: Path) -> None:
    cases = new / "cases.toml"
    cases.write_text(filled(cases.read_text(encoding="utf-8")), encoding="utf-8")
    assert said(new) == []
    change(cases, 'decision = "1952-06"', 'decision = "24.6.1952"')
    assert the_one(new).endswith("“24.6.1952” is not written as a date is here; write 1952-06-24.")
    change(cases, 'decision = "24.6.1952"', 'decision = "1952-13"')
    assert "there is no day 1952-13 in the calendar" in the_one(new)
    change(cases, 'decision = "1952-13"', 'decision = "1952-06"')
    change(cases, 'id = "case-two"', 'id = "case-one"')
    assert "the case case-one is there twice" in the_one(new)
    change(new / "cards.toml", "FILL IN: a first fact", f"“{'word ' * 13}” in one")
    assert any("13 words are quoted" in text for text in said(new))


@pytest.mark.parametrize(
    ("name", "old", "fresh", "told"),
    [
        ("accounts.toml", 'letter = "B"', 'letter = "A"', "the account A is there twice"),
        ("accounts.toml", "B = ", "C = ", "account A has no reply to B"),
        ("documents.toml", 'paragraph = "K1"', 'paragraph = "K2"', "rests on K2"),
        ("reference_point.toml", "failure = 30", "failure = 70", "have to rise in this order"),
        ("questions.toml", "correct = true", "# correct", "has 0 correct answers"),
        ("references.toml", 'seen = "', '# seen = "', "does not say where it was seen"),
        ("pack.toml", "[[1950, 1955]", "[[1956, 1955]", "ends (1955) before it begins"),
    ],
)
def test_what_stands_in_one_file_needs_no_other(
    new: Path, name: str, old: str, fresh: str, told: str
) -> None:
    change(new / name, old, fresh)
    found = said(new)
    assert found and all(text.startswith(f"{name}, line ") for text in found)
    assert any(told in text for text in found)


def test_files_are_held_against_each_other_as_soon_as_both_are_filled(
    new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("references.toml", "factors.toml", "cases.toml", "cards.toml"):
        path = new / name
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    change(new / "cards.toml", '["source-two"]', '["source-tow"]')
    assert "cards.toml, line" in the_one(new) and "no reference source-tow" in the_one(new)
    change(new / "cards.toml", '["source-tow"]', '["source-two"]')
    codings = new / "codings.csv"
    change(codings, "case-one,LOSS", "case-one,LOOS")
    assert said(new) == []
    __main__.main(["pack", "check", str(new)])
    assert "a coding of each factor in each case (waits for codings.csv)" in capsys.readouterr().err
    codings.write_text(filled_table(codings.read_text(encoding="utf-8")), encoding="utf-8")
    assert the_one(new).startswith("codings.csv, line 2: there is no factor LOOS")
    __main__.main(["pack", "check", str(new)])
    assert "a coding of each factor" not in capsys.readouterr().err


def test_a_double_does_not_drown_in_what_follows(cuba: Path) -> None:
    change(cuba / "accounts.toml", 'letter = "W"', 'letter = "D"')
    assert "the account D is there twice" in the_one(cuba)


def test_faults_of_one_kind_are_told_a_few_times(
    cuba: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = cuba / "ratings.csv"
    path.write_text(
        re.sub(r",(\d)\n", r",\1 of 5\n", path.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert __main__.main(["pack", "check", str(cuba)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) < 8 and "There are 127 more of this kind in this file." in lines[2]
    assert "130 faults" in lines[3]


# Spreadsheets -------------------------------------------------------------------------------------


def same(pack: Path) -> bool:
    return [files.read(pack).rows[name] for name in files.TABLES] == [
        files.read(CUBA).rows[name] for name in files.TABLES
    ]


def european(path: Path) -> None:
    import csv

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for row in rows[1:]:
        at = 3 if path.stem == "codings" else 4
        row[at] = row[at].replace(".", ",")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


@pytest.mark.parametrize("name", ["codings", "numbers"])
def test_a_table_as_european_excel_writes_it_is_read(cuba: Path, name: str) -> None:
    path = cuba / f"{name}.csv"
    european(path)
    assert ";0," in path.read_text(encoding="utf-8-sig")
    assert said(cuba) == [] and same(cuba)
    text = path.read_text(encoding="utf-8-sig")
    path.write_text(f"sep=;\n{text}", encoding="utf-8")
    assert said(cuba) == []


def test_other_forms_of_a_table_are_read(cuba: Path) -> None:
    path = cuba / "ratings.csv"
    text = path.read_text(encoding="utf-8")
    for changed in (
        text.replace(",", "\t"),
        re.sub(r",(\d)\n", r", \1.0 ,,\n", text.replace("rating\n", "rating,,\n")),
        text + ",,,\n,,,\n",
    ):
        path.write_text(changed, encoding="utf-8")
        assert said(cuba) == [] and same(cuba)
    path = cuba / "codings.csv"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace(",0.5,", ",.5,").replace(",1,1,", ",1,1.00,"), encoding="utf-8")
    assert said(cuba) == [] and same(cuba)


@pytest.mark.parametrize(
    ("old", "fresh", "told"),
    [
        (",source\n", ",source\nx,y\n", "the row has 2 cells and not 6"),
        ("value,reason", "values,reason", "they have to be case, factor, coder, value"),
    ],
)
def test_a_table_of_another_shape_is_said(cuba: Path, old: str, fresh: str, told: str) -> None:
    change(cuba / "codings.csv", old, fresh)
    assert told in the_one(cuba)


def test_an_open_quotation_mark_is_said_where_it_stands(cuba: Path) -> None:
    path = cuba / "numbers.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[4].split(",")
    cells[-1] = f'"{cells[-1]}'.replace('""', '"')
    lines[4] = ",".join(cells).rstrip('"')
    path.write_text("\n".join(lines), encoding="utf-8")
    assert 'numbers.csv, line 5: a quotation mark (") is opened and not closed' in the_one(cuba)


# Numbers ------------------------------------------------------------------------------------------


def spending(pack: Path, actor: str = "USA") -> tuple[str, str]:
    """Give the measure, and one row of spending."""
    text = (pack / "numbers.csv").read_text(encoding="utf-8")
    row = re.search(rf"^spending,{actor},,(\d+),([\d.]+),", text, re.M)
    assert row is not None
    return row[0], row[2]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("21.000", "may mean two numbers; write it without a mark for thousands"),
        ('"21,000"', "may mean two numbers; write it without a mark for thousands"),
        ("21000000000", "it has to be from 0 to 5000000 million dollars"),
        ("21", "100 times as much or as little, or more; correct it"),
    ],
)
def test_spending_that_cannot_be_is_said(cuba: Path, value: str, told: str) -> None:
    row, old = spending(cuba)
    change(cuba / "numbers.csv", row, row.replace(f",{old},", f",{value},"))
    assert told in said(cuba)[0] and "spending" in said(cuba)[0]


def test_a_jump_that_the_note_explains_passes(cuba: Path) -> None:
    path = cuba / "numbers.csv"
    text = path.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("spending,USA")]
    made = text.replace(rows[0], "spending,USA,,1950,14,judgement,no,a note")
    path.write_text(made, encoding="utf-8")
    assert any("goes from 14 (1950)" in text for text in said(cuba))
    for row in rows[1:]:
        made = made.replace(row, f"{row}, a jump" if not row.endswith('"') else f'{row[:-1]} jump"')
    path.write_text(made.replace("a note", "a real jump"), encoding="utf-8")
    assert not any("goes from" in text for text in said(cuba))


def test_a_small_state_spends_more_than_a_tenth_of_a_billion() -> None:
    assert [numbers.billions(n) for n in (250, 130, 1000, 41512)] == ["0.25", "0.13", "1.0", "41.5"]


# Words for what the parser finds ------------------------------------------------------------------

SYNTAX = {
    "curly marks": ('name = "sudden loss ahead"', "name = “sudden loss ahead”", "curly quotation"),
    "curly marks in a list": ("factors = [", "factors = [“LOSS”, ", "curly quotation"),
    "no end": ('name = "sudden loss ahead"', 'name = "sudden loss ahead', "is not closed, or a"),
    "a line break": ("sudden loss ahead", "sudden\nloss ahead", "a line break stands inside"),
    "marks in marks": ("sudden loss ahead", 'sudden "loss" ahead', "inside a text write “ ”"),
    "single brackets": ("[[factor]]", "[factor]", "double brackets"),
    "True": ("force = false", "force = True", "write true, in small letters"),
    "False": ("force = false", "force = False", "write false, in small letters"),
    "a comma in a number": ("latitude = 38.895", "latitude = 38,895", "a point and no comma"),
    "a backslash": ("sudden loss ahead", r"C:\users\x", "a backslash stands in the text"),
    "no marks": ('name = "sudden loss ahead"', "name = sudden loss", "in straight quotation marks"),
    "a date": ('decision = "1948-', 'decision = 1.6.1948 # "', "write a date as"),
    "a colon": ("name = ", "name: ", "stands the sign ="),
    "no value": ('name = "sudden loss ahead"', "name =", "nothing after the sign ="),
    "twice": ('name = "sudden', 'name = "x"\nname = "sudden', "`name` is there twice"),
    "an open list": ('"geonames-org"]', '"geonames-org"', "a list is opened"),
    "no sign": ("# The codebook", "The codebook", "this line has no sign ="),
    "a bracket lost": ("[[factor]]", "[[factor]", "as many brackets"),
}


@pytest.mark.parametrize("slip", SYNTAX)
def test_a_slip_in_toml_is_said_in_words(cuba: Path, slip: str) -> None:
    old, fresh, told = SYNTAX[slip]
    if slip == "an open list":
        path = cuba / "reference_point.toml"
        old, fresh = '"radchenko-zubok-2023"]', '"radchenko-zubok-2023"'
    elif slip == "no sign":
        path = cuba / "factors.toml"
        old = path.read_text(encoding="utf-8").splitlines()[0]
        fresh = old.lstrip("# ")
    else:
        path = next(p for p in sorted(cuba.glob("*.toml")) if old in p.read_text(encoding="utf-8"))
        if "sudden" in old or old == "name = " or "factor]]" in old:
            path = cuba / "factors.toml"
    if slip == "single brackets":
        change(path, old, fresh, 2)
    else:
        change(path, old, fresh)
    found = the_one(cuba)
    assert told in found and found.startswith(f"{path.name}, line ")
    for jargon in ("TOML", "Invalid", "Illegal", "Expected", "statement", "('"):
        assert jargon not in found


def test_what_nobody_foresaw_still_gives_the_line() -> None:
    line, text = syntax.explained("a = 1\nb = ^", 2, "Invalid value")
    assert line == 2 and "compare it with the same line of the template" in text
    assert syntax.explained("", 1, "Invalid value")[0] == 1


def test_a_misspelt_field_is_said_where_it_stands(cuba: Path) -> None:
    change(cuba / "pack.toml", "licence =", "license =")
    line = next(
        n
        for n, text in enumerate((cuba / "pack.toml").read_text("utf-8").splitlines(), start=1)
        if text.startswith("license")
    )
    found = [text for text in said(cuba) if "license" in text]
    assert found == [
        f"pack.toml, line {line}: there is no field `license` in this file; did you mean `licence`?"
    ]


def test_a_file_under_another_name_is_found(cuba: Path) -> None:
    (cuba / "cases.toml").rename(cuba / "cases.toml.txt")
    assert "there is cases.toml.txt; rename it to cases.toml" in the_one(cuba)


def test_the_reply_that_is_too_short_is_named(cuba: Path) -> None:
    path = cuba / "accounts.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'(?m)^W = ".*"$', 'W = "No."', text, count=1), encoding="utf-8")
    assert "the reply to W of account D has 3 characters" in the_one(cuba)


# Texts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "fresh", "told"),
    [
        ("ends at {failure}", "ends at {fail}", "scene may not use {fail}; there are {success}"),
        ("ends at {failure}", "ends at {failure", "scene has a brace without its other half"),
        ("ends at {failure}", "ends badly", "the scene does not say {failure}"),
        ("send nothing", "send {nothing}", "end_nothing may not use {nothing}; it has none"),
    ],
)
def test_braces_that_nothing_fills_are_said(cuba: Path, old: str, fresh: str, told: str) -> None:
    change(cuba / "reference_point.toml", old, fresh)
    assert told in the_one(cuba)


def test_a_brace_in_a_title_or_a_word_is_said(cuba: Path) -> None:
    change(cuba / "pack.toml", 'title = "Cuba 1962"', 'title = "Cuba {1962}"')
    assert "title has a brace in it" in the_one(cuba)
    change(cuba / "pack.toml", 'title = "Cuba {1962}"', 'title = "Cuba 1962"')
    change(cuba / "pack.toml", "that is {eu} %.", "that is {eu %.")
    assert "scene_eu has a brace without its other half" in the_one(cuba)


@pytest.mark.parametrize("name", ["Soviet Union", "Turkey", "1958"])
def test_a_card_that_names_an_actor_or_a_year_is_said(cuba: Path, name: str) -> None:
    change(cuba / "cases.toml", 'card = "A poor', f'card = "In {name}, a poor')
    assert f"gives the case away ({name})" in the_one(cuba)


@pytest.mark.parametrize("marks", ["„ “", "« »", "» «", "‘ ’", "' '", "“ ”"])
def test_long_quotations_are_found_in_other_marks(cuba: Path, marks: str) -> None:
    start, end = marks.split()
    words = " ".join(["word"] * 6 + ["don’t" if "’" in marks else "don't"] + ["word"] * 6)
    change(cuba / "cards.toml", 'text = "', f'text = "He said: {start}{words}{end}. ')
    assert "13 words are quoted" in the_one(cuba)


def test_an_apostrophe_opens_no_quotation(cuba: Path) -> None:
    text = "The allies' fleet and the states' many friends of the other side's long war, boys' "
    change(cuba / "cards.toml", 'text = "', f'text = "{text * 2}')
    assert said(cuba) == []


# What the page says -------------------------------------------------------------------------------


@pytest.fixture
def plain(new: Path) -> Path:
    fill(new)
    return new


def test_nothing_of_the_course_is_said_over_another_pack(plain: Path, journal: Journal) -> None:
    spoken = {
        kind: kind(journal=journal, pack=str(plain))._config["messages"]
        for kind in (EvidenceBalance, FactorWeigher)
    }
    assert "R and C read the cards from opposed sides" in (spoken[EvidenceBalance]["experts_note"])
    for text in (spoken[EvidenceBalance]["experts_note"], spoken[FactorWeigher]["caveats"]):
        assert not re.search(r"realis|critic|[Ff]easibility|<|  ", text), text


def test_a_pack_says_it_of_its_own(plain: Path, journal: Journal) -> None:
    path = plain / "pack.toml"
    change(path, '# reader_r = "a friend of account A"', 'reader_r = "a friend of Norland"')
    assert "evidence names one reader only; add `reader_c`" in the_one(plain)
    change(path, "# reader_c", "reader_c")
    change(path, "# caution = ", "caution = ")
    assert said(plain) == []
    note = EvidenceBalance(journal=journal, pack=str(plain))._config["messages"]["experts_note"]
    assert note.startswith("R reads as a friend of Norland, C as its critic.")
    caveats = FactorWeigher(journal=journal, pack=str(plain))._config["messages"]["caveats"]
    assert "LOSS is coded from what was feared." in caveats


def test_cuba_says_of_itself_what_the_course_says() -> None:
    said = folder.chosen("cuba_1962").words
    assert said["evidence_balance"]["experts_note"].startswith(
        "R reads as a friend of realism, C as its critic."
    )
    assert (
        "Feasibility is coded on the resistance that was expected"
        in (said["factor_weigher"]["caveats"])
    )


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def test_a_choice_is_one_sided_only_if_no_card_helps_a_rival(journal: Journal) -> None:
    """Ratings as in the trial: O above the mean on each card, and behind A on one of them."""
    ahead = {"N": 4, "L": 4, "O": 4, "A": 1}
    behind = {"N": 1, "L": 2, "O": 4, "A": 5}
    chances = [{h: evidence.PUBLISHED[n] for h, n in row.items()} for row in (ahead, behind)]
    assert evidence.one_sided(chances) == ()
    assert evidence.one_sided(chances[:1]) == ("N", "L", "O")
    assert evidence.one_sided([{"A": 0.5, "B": 0.5}]) == (), "a card that tells nothing"
    widget = EvidenceBalance(journal=journal)
    split = [
        id
        for id in widget.cards
        if not {h for h in widget.letters if _top(widget, id, h, "R")}
        & {h for h in widget.letters if _top(widget, id, h, "C")}
    ]
    assert all(widget._favoured([id]) == () for id in split) and split, "both raters have to agree"
    assert (
        "every card you chose speaks for one and the same"
        in (messages("evidence_balance")["one_sided"])
    )


def _top(widget: EvidenceBalance, card: str, letter: str, who: str) -> bool:
    row = {h: widget.raters[card][h][who] for h in widget.letters}
    return row[letter] == max(row.values()) > min(row.values())


def test_a_pack_in_the_first_place_is_one_sentence(journal: Journal) -> None:
    for name in ("cuba_1962", "packs/cuba_1962", "../packs/cuba_1962"):
        with pytest.raises(CourseError, match=r'write ThreatWeigher\(pack="'):
            ThreatWeigher(name, journal=journal)
    assert ThreatWeigher("L3.mine", journal=journal).key == "L3.mine"


def test_blanks_around_the_variable_do_not_matter(
    monkeypatch: pytest.MonkeyPatch, journal: Journal
) -> None:
    monkeypatch.setenv("COURSE_PACK", "cuba_1962 ")
    assert ThreatWeigher(journal=journal).pack.id == "cuba_1962"


def test_an_unconfirmed_card_says_it_once(plain: Path) -> None:
    pack = folder.read(plain)
    assert [card.confirmed for card in pack.cards] == [True, True, False]
    assert "[unconfirmed]" not in pack.cards[2].source
    assert "[unconfirmed]" in " ".join(pack.references.values())


def test_the_template_tells_the_lengths_that_the_check_asks_for() -> None:
    told = {}
    for name in files.TEXTS:
        text = (folder.find("template") / f"{name}.toml").read_text(encoding="utf-8")
        for line in re.findall(r"Characters at least: (.*)", text):
            for field, least in re.findall(r"(\w+) (\d+)(?= \(|[,.])", line):
                told[name, field] = int(least)
    assert len(told) == 18
    for (name, field), least in told.items():
        schema = json.dumps(files._schema(name))
        part = re.search(rf'"{field}": (\{{(?:[^{{}}]|\{{[^{{}}]*\}})*\}})', schema)
        assert part is not None and f'"minLength": {least}' in part[1], (name, field, least)


def test_the_readme_says_what_the_check_cannot_find() -> None:
    text = (CLONE / "packs" / "README.md").read_text(encoding="utf-8")
    assert "`.venv/bin/course`" in text and ".venv\\Scripts\\course" in text
    assert "It does not find other names" in text


def test_the_hint_names_a_command_that_works(
    new: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for pack in ("template", str(new)):
        with pytest.raises(CourseError) as found:
            ThreatWeigher(pack=pack)
        hint = re.search(r"`course (pack check [^`]+)`", str(found.value))
        assert hint is not None
        assert __main__.main(hint[1].split()) == 1
        assert "placeholders" in capsys.readouterr().err
    monkeypatch.chdir(new)
    __main__.main(["pack", "check", "."])
    assert "my_pack: " in capsys.readouterr().err
