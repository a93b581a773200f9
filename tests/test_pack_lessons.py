"""Lessons for a case pack: made of one text for all packs, and never over somebody's work."""

from __future__ import annotations

import ast
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from filling import fill

from course import __main__, checks, holdout, notebooks, pack_lessons
from course.errors import CourseError
from course.files import CLONE
from course.packs import asked, folder
from course.packs.pack import Pack

CUBA = CLONE / "packs" / "cuba_1962"
SHIPPED = tuple(pack_lessons.lessons_of(CUBA))
WIDGETS = (
    "ClaimSorter", "ThreatWeigher", "ReferencePoint", "EvidenceBalance", "FactorWeigher",
    "HoldoutReveal",
)  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    to = tmp_path / "cuba_1962"
    shutil.copytree(CUBA, to, ignore=shutil.ignore_patterns("*.ipynb"))
    return to


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Give a small pack: the template, filled in."""
    to = folder.start(tmp_path / "my_pack")
    fill(to)
    return to


def written(pack: Path, to: Path | None = None) -> list[str]:
    return list(pack_lessons.write(pack, to, run=False))


def sources(path: Path) -> str:
    return "\n".join(cell.source for cell in notebooks.read(path).cells)


# The texts ----------------------------------------------------------------------------------------


def test_each_lesson_has_the_shape_of_a_lesson() -> None:
    assert len(pack_lessons.texts()) == len(asked.LESSONS) == len(SHIPPED) == 6
    for number, path in enumerate(SHIPPED, start=1):
        lesson = notebooks.read(path)
        first = lesson.cells[0].source
        assert re.match(rf"# \S.* · Cuba 1962\n\nLesson {number} of 6 on the case pack", first)
        for part in ("**Question.**", "**After this lesson you can**", "**Sources:**", "**Before"):
            assert part in first, (path.name, part)
        stated = re.search(r"\*\*Minutes:\*\* (\d+)", first)
        prose = [cell.source for cell in lesson.cells if cell.cell_type == "markdown"]
        heads = re.findall(r"^## .*$", "\n".join(prose), re.MULTILINE)
        minutes = [re.search(r" · (\d+) min$", head) for head in heads]
        assert stated and all(minutes), heads
        total = sum(int(m[1]) for m in minutes if m)
        assert total == int(stated[1]) and 30 <= total <= 65, (path.name, total)
        assert prose[-1].startswith("### What to take away")
        assert sum(name in sources(path).split("PACK =")[1] for name in WIDGETS) == 1


def test_the_readme_names_the_lessons_with_their_minutes() -> None:
    readme = (CLONE / "packs" / "README.md").read_text(encoding="utf-8")
    said = re.findall(r"^\| \d \| ([^.?:]+)[.?:].*\| (\d+) \|$", readme, re.MULTILINE)
    firsts = [notebooks.read(path).cells[0].source for path in SHIPPED]
    names = [re.match(r"# ([^·?]+)\??", first) for first in firsts]
    minutes = [re.search(r"\*\*Minutes:\*\* (\d+)", first) for first in firsts]
    assert said == [
        (name[1].strip(), n[1]) for name, n in zip(names, minutes, strict=True) if name and n
    ]
    low, high = min(int(n) for _, n in said), max(int(n) for _, n in said)
    guide = (CLONE / "docs" / "teaching" / "README.md").read_text(encoding="utf-8")
    assert f"{low} to {high} minutes each" in guide


def test_each_question_for_any_pack_is_asked_once_and_in_its_lesson() -> None:
    found: list[str] = []
    for lesson, path in zip(asked.LESSONS, pack_lessons.texts(), strict=True):
        text = path.read_text(encoding="utf-8")
        mine = re.findall(r'pack_(?:check|note)\(PACK, "([^"]+)"\)', text)
        assert all(id.startswith(f"{lesson}.") for id in mine), path.name
        assert text.count(f" questions={lesson}\n") == 1 and text.count(" questions=") == 1
        found += mine
    assert sorted(found) == sorted(asked.catalogue())


def test_the_questions_are_sound() -> None:
    letters = []
    for item in asked.catalogue().values():
        if not isinstance(item, checks.Check):
            continue
        right = [option for option in item.options if option.correct]
        assert len(right) == 1 and [o.id for o in item.options] == ["A", "B", "C"], item.id
        letters.append(right[0].id)
        for option in item.options:
            if option.misconception:
                assert not option.correct and checks.misconception(option.misconception)
    assert {letters.count(letter) for letter in "ABC"} <= set(range(4, 8)), letters
    longest = sum(
        max(item.options, key=lambda option: len(option.text)).correct
        for item in asked.catalogue().values()
        if isinstance(item, checks.Check)
    )
    assert longest <= len(letters) // 2 + 1
    assert round((0.8 - 0) ** 2, 2) == 0.64  # test.1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## Nothing first\n", "begins with “\\+\\+\\+ name”"),
        ("+++ a\n# A\n+++ Not A Name\n", "and not with “\\+\\+\\+ Not A Name”"),
        ("+++ a\n# <titel>\n", "asks for <titel>, which no pack has"),
    ],
)
def test_a_text_that_is_wrong_is_said_to_be(text: str, said: str) -> None:
    with pytest.raises(CourseError, match=said):
        pack_lessons.notebook(text, folder.chosen("cuba_1962"), "cuba_1962")


# The second pack's lessons ------------------------------------------------------------------------


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_lessons_on_cuba_are_what_the_command_writes(path: Path, tmp_path: Path) -> None:
    assert notebooks.not_canonical([path]) == []
    assert path.stat().st_size < 250_000
    assert pack_lessons.untouched(path)
    text = next(text for text in pack_lessons.texts() if text.stem == path.stem)
    pack, home = folder.chosen("cuba_1962"), pack_lessons.way_home(CUBA)
    made = pack_lessons.notebook(text.read_text(encoding="utf-8"), pack, "cuba_1962", home)
    shipped = notebooks.read(path)
    assert [c.source for c in made.cells] == [c.source for c in shipped.cells], "write them anew"
    code = [cell for cell in shipped.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not code[0].outputs and all(cell.outputs for cell in code[1:])
    for link in re.findall(r"\]\(([^)]+)\)", sources(path)):
        assert (CUBA / link).exists(), link
    names = {a.name for n in ast.parse(code[0].source).body for a in getattr(n, "names", [])}
    rest = "\n".join(cell.source for cell in code[1:])
    assert all(name in rest for name in names), names


def test_no_lesson_gives_away_a_case_that_is_put_away() -> None:
    pack = folder.chosen("cuba_1962")
    held = [case for case in pack.book.set("holdout") if case.id not in pack.known]
    assert len(held) == 2
    for path in SHIPPED:
        text = path.read_text(encoding="utf-8")
        for case in held:
            for secret in (case.id, case.name, case.card[:40], case.after[:30], case.before[:30]):
                assert json.dumps(secret, ensure_ascii=False)[1:-1] not in text, (path.name, secret)
        shut = [c.counter[:40] for d in pack.documents for c in d.claims]
        assert not any(one in text for one in shut), "arguments open after the claims are sorted"


def test_the_packs_own_questions_are_asked_where_it_says(copy: Path) -> None:
    text = (copy / "questions.toml").read_text(encoding="utf-8")
    (copy / "questions.toml").write_text(text.replace('lesson = "loss"\n', ""), encoding="utf-8")
    said = written(copy)
    places = {
        id: [path.stem[0] for path in SHIPPED if f'"{id}")' in sources(copy / path.name)]
        for id in ("secret", "half", "point")
    }
    assert places == {"secret": ["4"], "half": ["5"], "point": ["6"]}
    assert said[-1] == (
        "The pack asks nothing of its own in lesson 1, 2 and 3; a question in questions.toml can "
        'say where it belongs (lesson = "claims" for 1, "threat" for 2 and "loss" for 3).'
    )


# A teacher's pack ---------------------------------------------------------------------------------


def test_a_small_pack_gets_all_six(mine: Path, tmp_path: Path) -> None:
    said = written(mine)
    assert sum(line.endswith("was written.") for line in said) == 6
    pack = folder.read(mine)
    for path in pack_lessons.lessons_of(mine):
        text = sources(path)
        assert 'PACK = "."' in text, "they go with the pack's folder, wherever it is"
        assert "cuba" not in text.lower() and "00_start_here" not in text
        assert not re.search(r"<(?!/?(?:details|summary|strong))\w+>", text), path.name
        assert pack_lessons.plain(pack.title) in text
        assert notebooks.not_canonical([path]) == []
    elsewhere = tmp_path / "lessons of mine"
    written(mine, elsewhere)
    assert 'PACK = "../my_pack"' in sources(elsewhere / "1_what_is_claimed.ipynb")


@pytest.mark.slow
def test_the_lessons_on_a_small_pack_run(mine: Path) -> None:
    assert sum("was written" in line for line in pack_lessons.write(mine)) == 6
    for path in pack_lessons.lessons_of(mine):
        code = [cell for cell in notebooks.read(path).cells if cell.cell_type == "code"]
        assert all(cell.outputs for cell in code[1:])
        assert not any(o.output_type == "error" for cell in code for o in cell.outputs)
        assert holdout.own().cases[0].card[:40] not in path.read_text(encoding="utf-8")


def test_what_somebody_changed_is_left_alone(mine: Path) -> None:
    written(mine)
    first, second, third, *_ = pack_lessons.lessons_of(mine)
    lesson = notebooks.read(first)
    lesson.cells[2].source += "\n\nRead this in class."
    first.write_text(notebooks.canonical(lesson), encoding="utf-8")
    kept = first.read_bytes()
    run = notebooks.read(second)  # to run it is no change
    run.cells[-2].outputs = []
    run.metadata["widgets"] = {"of": "a browser"}
    second.write_text(json.dumps(run), encoding="utf-8")
    third.write_text("no notebook", encoding="utf-8")
    said = written(mine)
    assert first.read_bytes() == kept and third.read_text(encoding="utf-8") == "no notebook"
    assert notebooks.not_canonical([second]) == []
    assert [line.split(" ", 1)[1][:11] for line in said[:4]] == [
        "was changed", "was written", "was changed", "was written",
    ]  # fmt: skip
    assert "give it another name first" in said[0]


def test_a_pack_that_is_not_in_order_gets_no_lessons(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = copy / "cards.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('date = "1962-03"', 'date = "1962-13"'), encoding="utf-8")
    to = tmp_path / "out"
    assert __main__.main(["pack", "lessons", str(copy), "--to", str(to)]) == 1
    said = capsys.readouterr()
    assert "cuba_1962/cards.toml, line" in said.err and "there is no day 1962-13" in said.err
    assert len(said.err.strip().splitlines()) == 1 and not to.exists() and not said.out
    assert __main__.main(["pack", "lessons", "template"]) == 1
    assert "the template's placeholder is still here" in capsys.readouterr().err
    assert __main__.main(["pack", "lessons", "atlantis"]) == 1
    assert "There is no case pack 'atlantis'" in capsys.readouterr().err


def test_a_file_where_the_lessons_are_to_go_is_said(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match=r"notes\.txt is a file; give a folder"):
        written(copy, tmp_path / "notes.txt")


def test_a_packs_words_cannot_break_a_lesson(copy: Path) -> None:
    path = copy / "pack.toml"
    strange = 'title = "Cash $5, *stars* and <title>"'
    text = path.read_text(encoding="utf-8").replace('title = "Cuba 1962"', strange)
    path.write_text(text, encoding="utf-8")
    written(copy)
    assert r"# What is claimed? · Cash \$5, \*stars\* and \<title\>" in sources(
        copy / "1_what_is_claimed.ipynb"
    )


def test_an_unknown_question_or_note_is_one_sentence() -> None:
    pack: Pack = folder.chosen("cuba_1962")
    with pytest.raises(CourseError, match=r"no question 'x'; there are secret, half and point"):
        asked.check(pack, "x")
    with pytest.raises(CourseError, match=r"ask no note 'x'; there are claims\.exit"):
        asked.note(pack, "x")
    found: Any = asked.note(pack, "claims.exit")
    assert found.id == "cuba_1962.claims.exit"
