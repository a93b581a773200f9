"""The teacher's guide: its links, ids, minutes and arithmetic against the lessons themselves."""

from __future__ import annotations

import argparse
import math
import re
import statistics
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

import course
from course import __main__ as command_line
from course import accounts, checks, notebooks, seeds, tables
from course.files import PACKAGE, read_toml
from course.grading.statistics import fisher

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import prepost_files  # noqa: E402 (a maintainer's script, not part of the package)

GUIDE = ROOT / "docs" / "teaching"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))}
PLANS = {int(name[7]): text for name, text in PAGES.items() if name.startswith("lesson_")}


def sections() -> dict[int, dict[str, int]]:
    """The headings of every lesson with their minutes."""
    found: dict[int, dict[str, int]] = {}
    for path in notebooks.notebooks():
        text = "\n".join(c.source for c in notebooks.read(path).cells if c.cell_type == "markdown")
        parts = re.findall(r"^## (.*) · (\d+) min$", text, re.MULTILINE)
        found[int(path.name[:2])] = {name: int(minutes) for name, minutes in parts}
    return found


LESSONS = sections()
PARTS = (
    "## Minutes",
    "## What to say",
    "## Discussion prompts",
    "## Where students get stuck",
    "## Board plan",
    "## On the projector",
    "## When time is short",
)
FAMILIES = (("M07", "M08"), ("M13", "M14"), ("M15", "M16"), ("M18", "M19"), ("M20", "M22"))
TEST = read_toml(GUIDE / "prepost.toml", PACKAGE / "messages" / "lesson.schema.json")["check"]
QUESTIONS = {item["id"].removeprefix("L0.test-"): item for item in TEST}
CATALOGUE = checks.catalogue()


def rows(text: str) -> list[list[str]]:
    """The rows of all tables in a text, without heads and rulers."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    heads = {i for i, line in enumerate(lines) if re.fullmatch(r"[|\s:-]+", line)}
    keep = [line for i, line in enumerate(lines) if i not in heads and i + 1 not in heads]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in keep]


def part(text: str, heading: str) -> str:
    """What stands under a heading, up to the next of its level or above."""
    level = heading.split(" ")[0]
    found = re.search(
        rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.M | re.S
    )
    assert found is not None, heading
    return found.group(1)


def sessions(start: str) -> dict[str, list[list[str]]]:
    text = PAGES["syllabi.md"]
    heads = re.findall(rf"^### ({start}.*)$", text, re.MULTILINE)
    return {head: rows(part(text, f"### {head}")) for head in heads}


def named(what: str) -> tuple[int, list[str]] | None:
    found = re.fullmatch(r"Lesson (\d): (.*)", what)
    if found is None:
        return None
    lesson = int(found.group(1))
    names = list(LESSONS[lesson]) if found.group(2) == "all" else found.group(2).split("; ")
    return lesson, names


def test_the_sessions_of_each_syllabus_fit_and_hold_every_section_once() -> None:
    for start, number, least, most in (("8 × 60", 8, 60, 60), ("4 × 90", 4, 90, 90)):
        found = sessions(start)
        assert len(found) == number
        for head, table in found.items():
            in_class = sum(int(minutes) for when, _, minutes in table if when == "class")
            assert least <= in_class <= most, (head, in_class)
            assert {when for when, _, _ in table} <= {"before", "class", "after", "cut"}
    alone = sessions("Alone")
    assert max(int(minutes) for table in alone.values() for *_, minutes in table) == 78
    for start in ("8 × 60", "4 × 90", "Alone"):
        seen: Counter[tuple[int, str]] = Counter()
        for head, table in sessions(start).items():
            for _, what, minutes in table:
                lesson = named(what)
                if lesson is not None:
                    number, names = lesson
                    assert set(names) <= set(LESSONS[number]), (head, what)
                    assert sum(LESSONS[number][n] for n in names) == int(minutes), (head, what)
                    seen.update((number, name) for name in names)
        assert seen == Counter((n, name) for n, parts in LESSONS.items() for name in parts), start


def test_the_totals_stated_are_those_of_the_tables() -> None:
    text = PAGES["syllabi.md"]
    everything = sum(sum(parts.values()) for parts in LESSONS.values())
    assert f"together they are {everything}, all nine lessons" in text
    for start, stated in (
        ("8 × 60", "In class 480 minutes, at home 532"),
        ("4 × 90", "In class 360 minutes, at home 563"),
    ):
        table = [row for session in sessions(start).values() for row in session]
        total = Counter({when: 0 for when, _, _ in table})
        for when, _, minutes in table:
            total[when] += int(minutes)
        at_home = total["before"] + total["after"]
        assert f"In class {total['class']} minutes, at home {at_home}" == stated
        assert stated in text
        between = []
        left = 0
        for session in sessions(start).values():
            sums = {w: sum(int(m) for x, _, m in session if x == w) for w in ("before", "after")}
            between.append(left + sums["before"])
            left = sums["after"]
        said = re.search(
            r"At home: (\d+) minutes before session 1; then,? ([^;]*); (\d+) at the end",
            part(
                text, next(h for h in re.findall(r"^## .*$", text, re.M) if h[3:].startswith(start))
            ),
        )
        assert said is not None
        numbers = [int(said.group(1)), *map(int, re.findall(r"\d+", said.group(2)))]
        assert [*numbers, int(said.group(3))] == [*between, left]
    minimal = re.search(r"\*\*If nobody will work at home,\*\*.*?\n\n", text, re.DOTALL)
    assert minimal is not None
    whole = {n: sum(parts.values()) for n, parts in LESSONS.items()}
    short = whole[7] - LESSONS[7]["Warm-up"] - LESSONS[7]["Before you leave"]
    said_there = list(map(int, re.findall(r"\d+", minimal.group(0))))
    lessons = (1, whole[1], 90 - whole[1], 3, whole[3], 90 - whole[3], 7, short, 8, whole[8])
    assert said_there[1:] == [*lessons, 6]


def test_the_assignments_take_what_they_say() -> None:
    said = []
    for path in sorted((ROOT / "assignments" / "release").glob("P*/*.ipynb")):
        found = re.search(r"\*\*Minutes:\*\* about (\d+)", path.read_text(encoding="utf-8"))
        assert found is not None
        said.append(int(found.group(1)))
    text = PAGES["syllabi.md"]
    assert len(said) == 5 and f"{sum(said)} in all" in text
    for number, minutes in enumerate(said, start=1):
        assert re.search(
            rf"\b{minutes}(?: minutes)? \(P{number}\)|\b{minutes} minutes\s\(P5\)", text
        )


# The plans -------------------------------------------------------------------------------------


def test_there_is_a_plan_for_each_lesson_and_the_start_page_names_every_page() -> None:
    assert sorted(PLANS) == sorted(LESSONS)
    linked = set(re.findall(r"\]\((\w+\.md)", PAGES["README.md"]))
    assert set(PAGES) - {"README.md"} <= linked


@pytest.mark.parametrize("number", sorted(LESSONS))
def test_a_plan_has_all_parts_and_the_minutes_of_its_notebook(number: int) -> None:
    text = PLANS[number]
    assert re.findall(r"^## .*$", text, re.MULTILINE) == list(PARTS)
    for heading in PARTS:
        assert len(part(text, heading).split()) >= 15, heading
    minutes = {row[0]: int(row[1]) for row in rows(part(text, "## Minutes"))}
    assert minutes == LESSONS[number]
    assert list(minutes) == list(LESSONS[number])
    stated = re.search(r"\b(\d+) minutes", text)
    assert stated is not None and int(stated.group(1)) == sum(minutes.values())
    assert f"({notebook(number)})" in text
    prompts = re.findall(r"^\d\. ", part(text, "## Discussion prompts"), re.MULTILINE)
    assert 3 <= len(prompts) <= 5
    assert "```" in part(text, "## Board plan")
    spoken = [
        re.findall(r"^   - \*\*(.*?):\*\* (.{20,})", prompt, re.MULTILINE)
        for prompt in re.split(r"^\d\. ", part(text, "## Discussion prompts"), flags=re.MULTILINE)
    ][1:]
    for under in spoken:
        assert [what for what, _ in under] == ["Listen for", "If nobody speaks"]
    assert "not skip" in part(text, "## When time is short")


def notebook(number: int) -> str:
    found = [path.name for path in notebooks.notebooks() if int(path.name[:2]) == number]
    return f"../../notebooks/{found[0]}"


@pytest.mark.parametrize("number", sorted(LESSONS))
def test_where_students_get_stuck_names_question_widget_and_misconception(number: int) -> None:
    text = part(PLANS[number], "## Where students get stuck")
    table = rows(text)
    assert len(table) >= 5 and all(len(row) == 3 and all(row) for row in table)
    assert re.search(rf"`L{number}\.", text)
    if number:
        widgets = {w for w in re.findall(r"`([A-Z]\w+)`", PLANS[number]) if w in course.__all__}
        assert widgets and "(" in text and re.search(r"\bM\d\d \(", text)
        for name in widgets:
            assert f"{name}(" in (ROOT / "docs" / "teaching" / notebook(number)).read_text("utf-8")


def test_the_misconceptions_of_a_plan_are_those_of_the_questions_it_names() -> None:
    """`L2.2` and M06 in one row: some answer to L2.2 names M06."""
    pairs = 0
    for text in PLANS.values():
        for where, seen, todo in rows(part(text, "## Where students get stuck")):
            asked = [CATALOGUE[id] for id in re.findall(r"`(L\d\.[\w-]+)`", f"{where} {todo}")]
            met = {o.misconception for q in asked if isinstance(q, checks.Check) for o in q.options}
            wanted = set(re.findall(r"\bM\d\d\b", f"{seen} {todo}"))
            if met:
                assert wanted <= met, (where, wanted, met)
                pairs += len(wanted)
    assert pairs >= 25


def test_a_question_that_is_named_has_its_right_answer_beside_it() -> None:
    found = 0
    for name, text in PLANS.items():
        table = rows(part(text, "## Where students get stuck"))
        asked = {id for row in table for id in re.findall(r"`(L\d\.[\w-]+)`", row[0])}
        for id in asked:
            question = CATALOGUE[id]
            if isinstance(question, checks.Check):
                option = next(o for o in question.options if o.correct)
                right = option.text.replace("*", r"\*").rstrip(".")
                assert f"Right in `{id}`: {option.id} ({right})." in text, (name, id)
                found += 1
    assert found >= 25


# Names and links -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(PAGES))
def test_everything_named_exists(name: str) -> None:
    text = PAGES[name]
    for id in re.findall(r"`(L\d\.[\w-]+)`", text):
        assert id in CATALOGUE, id
    for id in re.findall(r"\bM\d\d\b", text):
        checks.misconception(id)
    for id in re.findall(r"\b[AB]\d{1,2}\b", text.replace("B2 to B11", "").replace("C2", "")):
        if not re.search(rf"[:(;]{id}", text):  # a cell of a spreadsheet
            seeds.paragraph(id)
    cards = {card.id for card in tables.evidence()}
    for id in re.findall(r"\bE\d{1,2}\b", text):
        assert id in cards
    for word in re.findall(r"`([A-Za-z_]+)(?:\([^`]*\))?`", text):
        known = word in course.__all__ or word in ITEMS or word in OTHER
        assert known, word


ITEMS = {
    item["name"]
    for path in sorted((PACKAGE / "messages" / "assignments").glob("P[1-5].toml"))
    for item in read_toml(path, path.with_name("assignment.schema.json"))["item"]
}
OTHER = {
    "try",
    "grade",
    "collect",
    "notebooks",
    "reports",
    "grading",
    "course",
    "my_work",
    "levels",
    "why",
    "cmd",
    "cd",
    "site",
}


def test_a_misconception_is_named_as_the_course_names_it() -> None:
    seen = 0
    for name, text in PAGES.items():
        words = re.sub(r"\s+", " ", text)
        for id, said in re.findall(r"\b(M\d\d) \(([^)]*)\)", words):
            assert said == checks.misconception(id).name, (name, id)
            seen += 1
        if name.startswith("lesson_"):
            assert not re.search(r"\bM\d\d\b(?! \()", words), f"{name}: an id without its name"
    assert seen >= 40


def commands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def test_commands_are_those_of_the_command_line() -> None:
    top = commands(command_line.parser())
    said = {c for text in PAGES.values() for c in re.findall(r"`course ([^`]+)`", text)}
    assert len(said) >= 5
    for command in said:
        first, *rest = command.split()
        assert first in top, command
        below = commands(top[first])
        assert not below or (rest and rest[0] in below), command
        verb = below.get(rest[0]) if rest else None
        options = {o for a in (verb or top[first])._actions for o in a.option_strings}
        assert {word for word in rest if word.startswith("--")} <= options, command


def slug(heading: str) -> str:
    words = re.sub(r"[^\w\s-]", "", heading.replace("`", "").lower())
    return re.sub(r"\s", "-", words.strip())


def test_links_resolve() -> None:
    found = 0
    for name, text in PAGES.items():
        for target in re.findall(r"\]\(([^)\s]+)\)", text):
            if target.startswith("https://"):
                continue
            path, _, anchor = unquote(target).partition("#")
            file = (GUIDE / path).resolve() if path else GUIDE / name
            assert file.exists() and file.is_relative_to(ROOT), (name, target)
            if anchor:
                heads = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
                assert anchor in {slug(head) for head in heads}, (name, target)
            found += 1
    assert found >= 60


def test_the_names_of_the_accounts_are_those_of_the_course() -> None:
    strip = {row[0]: row[1] for row in rows(part(PLANS[6], "## Board plan"))}
    assert strip == {account.letter: account.name for account in accounts.accounts()}
    said = " ".join(PAGES["does_it_work.md"].split())
    for letter, name in strip.items():
        assert f"{letter} {name.split(':')[0]}".lower().replace("the ", "") in said.lower().replace(
            "the ", ""
        ), letter
    board = re.findall(r"E\d+", re.search(r"```text(.*?)```", PLANS[6], re.S).group(1))  # type: ignore[union-attr]
    assert len(board) == 4
    told = re.search(r"\*\*The four cards on the board\.\*\*.*?\n\n", PLANS[6], re.S)
    assert told is not None and re.findall(r"E\d+", told.group(0)) == board


def test_the_way_from_platform_to_platform() -> None:
    text = PAGES["platforms.md"]
    steps = [row[0] for row in rows(part(text, "## The way, in eight steps"))]
    assert [re.findall(r"\*\*(\d)\.", step)[0] for step in steps] == list("12345678")
    said = {c for text in PAGES.values() for c in re.findall(r"`course ([^`]+)`", text)}
    said |= set(re.findall(r"^course (.*)$", text, re.MULTILINE))
    assert not any(c.startswith("assignments bundle") for c in said)
    known = commands(command_line.parser())
    for line in re.findall(r"^course (.*)$", text, re.MULTILINE):
        options = {o for a in known[line.split()[0]]._actions for o in a.option_strings}
        assert set(re.findall(r"--[\w-]+", line)) <= options, line
    assert "P1_reading_for_claims.ipynb" in text


# Minutes, points and parts that stand elsewhere ------------------------------------------------


def test_the_formats_take_the_minutes_of_their_headings() -> None:
    text = PAGES["discussion.md"]
    first = rows(part(text, "## Format 1: structured controversy (26 minutes, or 60)"))
    assert [sum(int(row[n]) for row in first) for n in (1, 2)] == [26, 60]
    assert LESSONS[6]["Argue, change sides, argue again"] == 26
    others = re.findall(r"^## (Format [2-9].*\((\d+) minutes\))$", text, re.MULTILINE)
    assert len(others) == 3
    for heading, minutes in others:
        table = rows(part(text, f"## {heading}"))
        assert sum(int(row[1]) for row in table) == int(minutes), heading
    norming = rows(part(PAGES["marking.md"], "## A norming session of 30 minutes"))
    assert sum(int(row[1]) for row in norming) == 30


def assignment(id: str) -> dict[str, float]:
    folder = PACKAGE / "messages" / "assignments"
    data = read_toml(folder / f"{id}.toml", folder / "assignment.schema.json")
    points = {item["name"]: item["points"] for item in data["item"]}
    return points | {
        "": sum(points.values()),
        "essay": sum(r["points"] for r in data["essay"]["row"]),
    }


def test_points_are_those_of_the_assignments() -> None:
    text = PAGES["sensitive.md"]
    p4 = assignment("P4")
    on_cards = sum(p4[n] for n in ("favourite", "likelihoods", "posterior_two", "posterior_all"))
    assert f"({on_cards} of {p4['']} points) rest on the cards" in text
    assert f"({p4[''] - on_cards}) do not" in text
    assert p4["two_step"] + p4["test_types"] + p4["flip"] == p4[""] - on_cards
    p2, p3, p5 = assignment("P2"), assignment("P3"), assignment("P5")
    assert f"`threat_index` ({p2['threat_index']} of {p2['']} points)" in text
    assert f"`domains` ({p3['domains']} of {p3['']} points)" in text
    part_one = sum(p5[n] for n in ("baselines", "necessity", "sufficiency"))
    journal = p5[""] - part_one
    assert f"({part_one} points), the journal ({journal}), the essay ({p5['essay']})" in text
    whole = p3[""] + p3["essay"]
    left = whole - p3["domains"]
    assert f"36 of the {left} points that are left of {whole}" in text
    assert f"36 ÷ {left} × {whole}, which is {36 / left * whole:.1f}" in text
    for row in rows(part(PAGES["marking.md"], "## The rubric in short")):
        points = assignment(row[0])["essay"]
        number, each = map(int, row[2].split(" × "))
        assert points == int(row[1]) == number * each
    both = [assignment(f"P{n}") for n in range(1, 6)]
    essays, all_points = sum(p["essay"] for p in both), sum(p["essay"] + p[""] for p in both)
    assert f"{essays} of the {all_points} points" in PAGES["README.md"]
    assert f"earn {part_one} of its {p5['']} points" in " ".join(PAGES["README.md"].split())


def test_the_item_report_is_read_part_by_part() -> None:
    said = read_toml(
        PACKAGE / "messages" / "grading.toml", PACKAGE / "messages" / "grading.schema.json"
    )["report"]
    names = (
        "human",
        "marks",
        "difficulty",
        "discrimination",
        "slips",
        "work",
        "student_by_student",
    )
    table = rows(part(PAGES["marking.md"], "## The item report"))
    assert [row[0].split(" (")[0] for row in table] == [said[name] for name in names]
    keys = "".join(p.read_text("utf-8") for p in (ROOT / "assignments" / "keys").glob("P*.py"))
    advice = re.search(r"\*\*When the longest bar is.*?\n\n", PAGES["marking.md"], re.DOTALL)
    assert advice is not None
    named_there = re.findall(r"M\d\d", advice.group(0))
    assert len(named_there) >= 10 and all(f'"{id}"' in keys for id in named_there)


def test_ranges_for_small_classes() -> None:
    text = " ".join(PAGES["marking.md"].replace("−", "-").split())
    for value, n, before in ((0.2, 10, "has a range from"), (0.3, 30, "one of .30 from")):
        ends = [f"{end:.2f}".replace("0.", ".") for end in fisher(value, n)]
        assert f"{before} {ends[0]} to {ends[1]}" in text
    for right, n in ((3, 10), (9, 30)):
        z, share = 1.96, right / n
        middle = share + z * z / 2 / n
        half = z * math.sqrt(share * (1 - share) / n + z * z / 4 / n**2)
        low, high = (round(100 * (middle + s * half) / (1 + z * z / n)) for s in (-1, 1))
        assert f"between {low} and {high} %" in text, (low, high)


# The test before and after ---------------------------------------------------------------------


def test_two_parallel_questions_for_each_family_with_one_right_answer() -> None:
    assert list(QUESTIONS) == [f"{form}{n}" for n in range(1, 6) for form in "ab"]
    assert not {item["id"] for item in TEST} & set(CATALOGUE)
    for key, item in QUESTIONS.items():
        options = item["option"]
        assert [o["id"] for o in options] == ["A", "B", "C"]
        assert sum(o.get("correct", False) for o in options) == 1
        wrong = {o["misconception"] for o in options if not o.get("correct")}
        assert wrong == set(FAMILIES[int(key[1]) - 1]), key
        assert all(len(o["feedback"]) >= 60 for o in options)
        assert not any("misconception" in o for o in options if o.get("correct"))
    right = [answer(key) for key in QUESTIONS]
    assert max(Counter(right).values()) <= 4 and set(right) == set("ABC")
    longest = [max(q["option"], key=lambda o: len(o["text"])) for q in QUESTIONS.values()]
    assert sum(o.get("correct", False) for o in longest) <= 3


def answer(key: str) -> str:
    return next(o["id"] for o in QUESTIONS[key]["option"] if o.get("correct"))


def test_the_printed_form_is_the_test_and_holds_no_key() -> None:
    text = PAGES["test_form.md"]
    order = [f"{form}{n}" for form in "ab" for n in range(1, 6)]
    for number, key in enumerate(order, start=1):
        asked = part(text, f"## Question {number}")
        item = QUESTIONS[key]
        assert item["prompt"] in asked
        assert [f"- {o['id']}: {o['text']}" for o in item["option"]] == re.findall(
            r"^- .*$", asked, re.MULTILINE
        )
    assert "feedback" not in text.lower() and not re.search(r"\bM\d\d\b", text)
    key_lines = [
        line for line in PAGES["does_it_work.md"].splitlines() if re.match(r"\| (In |Right )", line)
    ]
    names, letters = ([c.strip() for c in line.strip("|").split("|")][1:] for line in key_lines)
    assert names == order and letters == [answer(key) for key in order]


def test_the_quiz_and_the_sheet_are_those_of_the_questions() -> None:
    assert (GUIDE / "prepost_quiz.txt").read_text(encoding="utf-8") == prepost_files.aiken()
    shipped, made = load_workbook(GUIDE / "prepost_sheet.xlsx"), prepost_files.workbook()
    assert shipped.sheetnames == made.sheetnames
    for name in made.sheetnames:
        for one, other in zip(shipped[name].values, made[name].values, strict=True):
            assert [cell or None for cell in one] == [cell or None for cell in other]
    questions = prepost_files.aiken().strip().split("\n\n")
    form = [part(PAGES["test_form.md"], f"## Question {n}") for n in range(1, 11)]
    key = re.findall(r"^\| Right answer \|(.*)\|$", PAGES["does_it_work.md"], re.MULTILINE)[0]
    letters = [letter.strip() for letter in key.split("|")]
    for question, page, letter in zip(questions, form, letters, strict=True):
        prompt, *options, answer = question.split("\n")
        assert prompt in page and answer == f"ANSWER: {letter}"
        assert [f"- {o[0]}: {o[3:]}" in page for o in options] == [True] * 3


def test_families_and_where_the_course_works_on_them() -> None:
    table = rows(PAGES["does_it_work.md"].split("**How to give it.**")[0])
    keys = {
        f"P{n}": (ROOT / "assignments" / "keys" / f"P{n}.py").read_text("utf-8")
        for n in range(1, 6)
    }
    assert len(table) == 5
    for number, (row, family) in enumerate(zip(table, FAMILIES, strict=True), start=1):
        assert row[0] == str(number) and tuple(re.findall(r"M\d\d", row[1])) == family
        lessons = {
            item.id[1]
            for item in CATALOGUE.values()
            if isinstance(item, checks.Check)
            for option in item.options
            if option.misconception in family
        }
        assert row[2] == ", ".join(sorted(lessons))
        assert row[3] == ", ".join(p for p, key in keys.items() if any(m in key for m in family))
        assert row[4] == f"{number}, {number + 5}"


T = {4: 2.776, 7: 2.365, 9: 2.262, 10: 2.228, 14: 2.145, 19: 2.093, 24: 2.064, 29: 2.045}
"""Student's t, 97.5 %, by degrees of freedom (any table)."""


def below(t: float, freedom: int) -> float:
    """The share of Student's distribution below `t`, by Simpson's rule."""
    steps = 2000
    top = math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)
    scale = math.exp(top) / math.sqrt(freedom * math.pi)
    at = [scale * (1 + (t * k / steps) ** 2 / freedom) ** (-(freedom + 1) / 2) for k in range(2001)]
    inner = sum((4 if k % 2 else 2) * at[k] for k in range(1, steps))
    return 0.5 + t / steps / 3 * (at[0] + inner + at[-1])


def test_the_arithmetic_of_does_it_work() -> None:
    text = " ".join(PAGES["does_it_work.md"].replace("−", "-").split())
    lines = [line.strip("| ").split(" | ") for line in PAGES["does_it_work.md"].splitlines()]
    cells = {line[0]: line[1:] for line in lines if len(line) > 3}
    n_and_t = [
        pair
        for name, values in zip(lines, lines[2:], strict=False)
        if name[0] == "n"
        for pair in zip(name[1:], values[1:], strict=True)
    ]
    assert [int(n) for n, _ in n_and_t] == list(range(5, 31))
    for n, t in n_and_t:
        assert abs(below(float(t), int(n) - 1) - 0.975) < 0.0006
        assert abs(float(t) - T.get(int(n) - 1, float(t))) <= 0.0051
    example = re.search(r"eight students have d = ([\d, -]+)\. The mean is ([\d.]+)", text)
    assert example is not None
    d = [int(n) for n in example.group(1).split(", ")]
    mean, s = statistics.mean(d), statistics.stdev(d)
    half = T[7] * s / math.sqrt(len(d))
    assert len(d) == 8 and float(example.group(2)) == mean
    assert (
        f"s is {s:.2f}, and the interval runs from {mean - half:.2f} to {mean + half:.2f}" in text
    )
    factor = (1.960 + 0.842) ** 2
    assert f"{(1.959964 + 0.841621) ** 2:.2f} · (σ / Δ)²" in text and abs(factor - 7.85) < 0.005
    deltas, needed = cells["Δ, questions of ten"], cells["students with both sheets"]
    assert len(deltas) == 4
    for delta, n in zip(deltas, needed, strict=True):
        assert math.ceil(7.849 * (2 / float(delta)) ** 2) == int(n)
    one, two, plain = (math.ceil(2 * 7.849 * s**2) for s in (1, 2, 4))
    assert f"that is {one} essays in each group; if σ is 2, it is {two}" in text
    assert f"would take {plain} in each group" in text
    guess = [(c - 1) ** 2 / 3 + c**2 * 2 / 3 for c in (0.33, 0.95)]
    assert f"gets {guess[0]:.2f} on" in text.replace("gets .", "gets 0.")
    assert f"95 %, {guess[1]:.2f}".replace("0.", ".") in text


def test_the_example_of_two_markers() -> None:
    text = PAGES["does_it_work.md"]
    table = rows(part(text, "### An example, made up"))
    groups = {row[0]: [int(n.replace("−", "-")) for n in row[1].split(", ")] for row in table}
    for name, said_mean, said_s2 in ((row[0], row[2], row[3]) for row in table):
        assert float(said_mean) == statistics.mean(groups[name])
        assert float(said_s2) == pytest.approx(statistics.variance(groups[name]))
    difference = statistics.mean(groups["A"]) - statistics.mean(groups["B"])
    error = math.sqrt(sum(statistics.variance(g) / len(g) for g in groups.values()))
    low, high = difference - T[10] * error, difference + T[10] * error
    flat = " ".join(text.replace("−", "-").split())
    assert f"The difference is {difference:.1f}. Its standard error" in flat
    assert f"= {error:.2f}; with 10 degrees" in flat
    assert f"the interval runs from {low:.2f} to {high:.2f} points" in flat
