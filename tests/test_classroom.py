"""A class, shown to itself: what is counted, what is never shown, and what comes as bad input."""

from __future__ import annotations

import json
import random
import re
import shutil
import zipfile
from html import unescape
from itertools import pairwise
from math import log
from pathlib import Path
from statistics import median

import journals
import pytest
import simulated_class
from hypothesis import given
from hypothesis import strategies as st
from simulated_class import CLAIM, NAMES, SIZE
from test_feedback import HOSTILE, sound

from course import accounts, agreement, beliefs, holdout, journal, seeds, tables
from course.__main__ import main
from course.errors import CourseError
from course.files import CLONE
from course.grading import asked, class_scores, classroom
from course.grading.class_lessons import lessons
from course.grading.class_page import Wishes, page
from course.grading.classroom import Answer, Person, choices, numbers, pooled, steps
from course.grading.gathering import Student, gather
from course.widgets import sorter


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What thirty students handed in."""
    return simulated_class.write(tmp_path_factory.mktemp("handed in"))


@pytest.fixture(scope="module")
def people(folder: Path) -> tuple[Person, ...]:
    return classroom.people(gather(folder).students)


@pytest.fixture(scope="module")
def shown(folder: Path) -> str:
    return page(gather(folder).students, Wishes(notes=True))


def found(title: str) -> asked.Asked:
    every = [a for one in lessons() for a in (*one.predictions, *one.questions)]
    return next(a for a in every if title in a.title or title == a.key)


def counted(people: tuple[Person, ...], title: str) -> classroom.Choices:
    one = found(title)
    answers = classroom.answers(people, one.key, one.read, one.then)
    made = choices(answers, [id for id, _ in one.options])
    assert made is not None
    return made


# Small cells ------------------------------------------------------------------------------------

tallies = st.dictionaries(st.sampled_from("ABCDEF"), st.integers(0, 12), min_size=1)


@given(tallies, st.integers(5, 9))
def test_no_count_stands_for_fewer_than_asked(counts: dict[str, int], least: int) -> None:
    cells = pooled(counts, least)
    assert all(cell.n == 0 or cell.n >= least for cell in cells)
    if sum(counts.values()) < least:
        assert not cells
    else:
        assert sorted(id for cell in cells for id in cell.ids) == sorted(counts)
        assert all(cell.n == sum(counts[id] for id in cell.ids) for cell in cells)


@given(st.lists(st.floats(0, 100), max_size=40), st.integers(5, 9))
def test_no_step_stands_for_fewer_than_asked(values: list[float], least: int) -> None:
    made = steps(values, 0, 100, 10, least)
    assert (made[0].low, made[-1].high) == (0, 100)
    assert all(a.high == b.low for a, b in pairwise(made))
    assert sum(step.n for step in made) == len(values)
    if len(values) >= least:
        assert all(step.n == 0 or step.n >= least for step in made)


letters = st.sampled_from("ABC")
pairs = st.lists(st.tuples(letters, st.one_of(st.none(), letters)), max_size=40)


@given(pairs)
def test_from_and_to_cannot_be_worked_out_by_subtraction(
    said: list[tuple[str, str | None]],
) -> None:
    made = choices([Answer("", a, b) for a, b in said], "ABC")
    if len(said) < 5:
        assert made is None
        return
    assert made is not None
    first = {cell.ids: cell.n for cell in made.cells}
    for row in made.rows:
        assert all(cell.n >= 5 for cell in row.to)
        # Each row adds up to a count that is shown: nothing is left over.
        assert sum(cell.n for cell in row.to) == first[row.ids]


def test_one_against_many_is_not_shown_apart() -> None:
    made = choices([Answer("", "A", "A")] * 20 + [Answer("", "B", "B")], "AB")
    assert made == classroom.Choices(21, ())
    made = choices([Answer("", "A", "A")] * 20 + [Answer("", "A", "B")] * 3, "AB")
    assert made is not None and made.cells and made.rows == ()


# The numbers of a class, by hand ------------------------------------------------------------------


@pytest.mark.slow
def test_choices_and_changes_by_hand(people: tuple[Person, ...]) -> None:
    made = counted(people, "L2.3.answer")
    # 18 A, 10 B, 2 C: C is too small and is put together with the next smallest.
    assert [(cell.ids, cell.n) for cell in made.cells] == [(("A",), 18), (("B", "C"), 12)]
    assert [(row.ids, [(c.ids, c.n) for c in row.to]) for row in made.rows[:1]] == [
        (("A",), [(("A",), 10), (("B",), 8)])
    ]
    # Those who began with B or C stayed: 10 and 2, which may not be told apart.
    assert len(made.rows) == 1
    made = counted(people, "Which account will lead")
    assert {cell.ids[0]: cell.n for cell in made.cells if cell.n} == {"T": 15, "P": 15}
    # 0 to 19 end with P: of those who predicted T (even numbers) 10, of the others 10.
    assert {row.ids[0]: {c.ids[0]: c.n for c in row.to} for row in made.rows} == {
        "T": {"T": 5, "P": 10},
        "P": {"T": 5, "P": 10},
    }


@pytest.mark.slow
def test_numbers_by_hand(people: tuple[Person, ...]) -> None:
    one = found("L0.slider.estimate")
    made = numbers(classroom.answers(people, one.key, one.read), 0, 100, 10)
    assert made is not None and (made.n, made.median) == (30, 14.5)
    assert [(s.low, s.high, s.n) for s in made.steps] == [
        (0, 10, 10), (10, 20, 10), (20, 30, 10), (30, 100, 0)
    ]  # fmt: skip
    assert made.moved == (classroom.Cell(("same",), 30),)


@pytest.mark.slow
def test_weights_by_hand(people: tuple[Person, ...]) -> None:
    third = next(one for one in lessons() if one.number == 3)
    group = next(w for w in third.weights if w.parts[0].key.endswith(CLAIM))
    shares = [[10 / (15 + n // 3), (n // 3) / (15 + n // 3), 5 / (15 + n // 3)] for n in range(27)]
    for k, part in enumerate(group.parts):
        answers = classroom.answers(people, part.key, part.read)
        made = numbers(answers, 0, 100, 5)
        assert made is not None and made.n == 27
        assert made.median == pytest.approx(100 * median(row[k] for row in shares))
        assert part.marks[0][1] == pytest.approx(100 / 3)
    seventh = next(one for one in lessons() if one.number == 7)
    loss = seventh.weights[0].parts[0]
    # LOSS ×10; FEAS ×3 or ×10; ALLY ×1, ×1.5 or ×3: a sixth of the class each. In logarithms.
    by_hand = [
        100 * log(10) / (log(10) + log((3, 10)[n % 2]) + log((1, 1.5, 3)[n % 3]))
        for n in range(SIZE)
    ]
    answers = classroom.answers(people, loss.key, loss.read)
    assert [one.first for one in answers] == pytest.approx(by_hand)
    assert loss.marks[0][1] == pytest.approx(100 / 7)


@pytest.mark.slow
def test_agreement_is_that_of_the_journals(people: tuple[Person, ...]) -> None:
    coded = next(one for one in lessons() if one.number == 1).coded[0]
    made = classroom.agree(people, coded.key, coded.read, coded.coders)
    claims = [seeds.claim(id) for id in sorter.chosen()]
    rows = []
    for n in range(SIZE):
        row = [c.type if n % 3 == 0 else c.second_type for c in claims]
        row[n % len(claims)] = "evaluative"
        rows.append(row)
    first, second = [c.type for c in claims], [c.second_type for c in claims]
    assert made is not None and (made.n, made.items) == (SIZE, 12)
    assert made.between == agreement.kappa(first, second)
    kappas = [agreement.kappa(row, first) for row in rows]
    assert made.coders[0][1] == pytest.approx(median(k for k in kappas if k is not None))
    # Pairs of students who agree, counted one by one.
    same = [
        sum(a[i] == b[i] for a in rows for b in rows if a is not b) / (SIZE * (SIZE - 1))
        for i in range(12)
    ]
    whole = [x for row in rows for x in row]
    chance = sum((whole.count(x) / len(whole)) ** 2 for x in set(whole))
    assert made.among == pytest.approx((sum(same) / 12 - chance) / (1 - chance))


@pytest.mark.slow
def test_forecasts_and_calibration(people: tuple[Person, ...]) -> None:
    made = class_scores.scored(people)
    assert made is not None and made.scores.n == SIZE
    cases = holdout.cases()
    said = [
        {c.id: (n * 7 + 11 * k) % 101 for k, c in enumerate(cases, start=1)} for n in range(SIZE)
    ]
    briers = [sum((one[c.id] / 100 - holdout.outcome(c)) ** 2 for c in cases) / 7 for one in said]
    assert made.scores.median == pytest.approx(median(briers))
    mean = {c.id: sum(one[c.id] for one in said) / SIZE / 100 for c in cases}
    crowd = sum((mean[c.id] - holdout.outcome(c)) ** 2 for c in cases) / 7
    assert made.crowd == pytest.approx(crowd)
    assert sum(one.n for one in made.bins) == 7 * SIZE


@pytest.mark.slow
def test_who_weighs_otherwise_later_is_counted(people: tuple[Person, ...]) -> None:
    weights = lessons()[3].weights
    part = next(p for w in weights for p in w.parts if p.key.endswith(CLAIM))
    assert part.scale is not None
    answers = classroom.answers(people, part.key, part.read)
    made = numbers(answers, part.scale.low, part.scale.high, part.scale.width)
    assert made is not None
    assert made.moved == (classroom.Cell(("down",), 6), classroom.Cell(("same",), 21))


def test_who_argued_for_which_account_first(people: tuple[Person, ...]) -> None:
    made = counted(people, "L6.controversy.choose")
    assert {cell.ids: cell.n for cell in made.cells if cell.n} == {("T",): 12, ("P",): 18}
    row = next(row for row in made.rows if row.ids == ("T",))
    assert {cell.ids: cell.n for cell in row.to} == {("T",): 7, ("P",): 5}


def test_ratings_beside_the_raters_by_hand(people: tuple[Person, ...]) -> None:
    made = class_scores.ratings(people)
    assert made is not None
    assert (made.n, len(made.cards)) == (30, 8)
    for card in made.cards:
        assert card.n == 30
        assert card.medians == dict.fromkeys(card.medians, 2) | {"P": 5}
    theirs = {(r.evidence, r.hypothesis): r.rating for r in tables.ratings() if r.rater == "R"}
    cells = [(card.card, letter) for card in made.cards for letter in card.medians]
    shares = [
        sum(abs((5 if x == leader else 2) - theirs[card, x]) <= 1 for card, x in cells) / len(cells)
        for leader in "P" * 20 + "T" * 10
    ]
    assert made.near["R"] == pytest.approx(median(shares))


def test_a_card_that_few_rated_is_not_shown(people: tuple[Person, ...]) -> None:
    assert class_scores.ratings(people[:4]) is None
    few = class_scores.ratings(people, least=31)
    assert few is None
    four = [made_up({"L6.evidence-balance.ratings": {"ratings": {"E1": {"T": 9, "P": True}}}})]
    made_ones = classroom.people([student(f"s{n}", four[0]) for n in range(6)])
    assert class_scores.ratings(made_ones) is None


def test_the_ratings_are_on_the_page_beside_the_raters(shown: str) -> None:
    assert "Cards rated: we and two opposed raters" in shown
    assert shown.count("If this account were the main driver") == 8


def test_the_diary_by_hand(people: tuple[Person, ...]) -> None:
    made = class_scores.diary(people)
    assert [(one.lesson, one.n) for one in made.lessons] == [("L1", 30), ("L4", 30), ("L8", 30)]
    # 60 of 80 points to one account: 20 of 30 give them to T in lesson 1, 15 in lesson 8.
    assert made.lessons[0].shares["T"] == pytest.approx(20 / 30 * 0.75)
    assert made.lessons[2].shares["T"] == pytest.approx(15 / 30 * 0.75)
    assert made.top is not None
    rows = {row.ids[0]: {c.ids[0]: c.n for c in row.to} for row in made.top.rows}
    assert rows == {"T": {"T": 15, "P": 5}, "P": {"P": 10}}


def test_fleiss_is_that_of_the_paper() -> None:
    # Fleiss 1971, table 1, as it is usually reprinted: ten patients, fourteen raters; κ .21.
    table = """
        0 0 0 0 14
        0 2 6 4 2
        0 0 3 5 6
        0 3 9 2 0
        2 2 8 1 1
        7 7 0 0 0
        3 2 6 3 0
        2 5 3 2 2
        6 5 2 1 0
        0 2 2 3 7
    """
    rows = [
        [k for k, n in enumerate(map(int, line.split())) for _ in range(n)]
        for line in table.strip().splitlines()
    ]
    assert agreement.fleiss(rows) == pytest.approx(0.2099, abs=1e-4)
    assert agreement.fleiss([["a", "a"], ["a", "a"]]) is None
    assert agreement.fleiss([["a"] * 5, ["b"] * 5]) == pytest.approx(1)
    for wrong in ([], [["a"]], [["a", "b"], ["a"]]):
        with pytest.raises(CourseError, match="two sorters"):
            agreement.fleiss(wrong)


# The page ----------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_page_is_sound_and_shows_every_lesson(shown: str) -> None:
    read = sound(shown)
    assert len(shown) < 400_000
    for one in lessons():
        assert f"Lesson {one.number} · " in read.words
    for said in ("Fleiss' κ", "Calibration", "What we believe", "equal weights", "As a table"):
        assert said in read.words
    assert read.count("h2") == 10
    pictures = [a for _, a in read.tags if a.get("role") == "img"]
    assert len(pictures) > 30 and all(a.get("aria-label") for a in pictures)


@pytest.mark.slow
def test_nobody_can_be_found_on_the_page(folder: Path, shown: str) -> None:
    text = unescape(shown)
    for name in NAMES:
        assert name not in text
    assert "quillfeather" not in text
    for path in folder.rglob("journal.jsonl"):
        head, *rest = path.read_text(encoding="utf-8").splitlines()
        assert json.loads(head)["id"] not in text
        for line in rest:
            entry = json.loads(line)
            assert entry["sha256"][:12] not in text and entry["before"][:12] not in text
            assert entry["time"] not in text and entry["time"][11:16] not in text


@pytest.mark.slow
def test_small_cells_are_not_in_the_source(folder: Path, people: tuple[Person, ...]) -> None:
    text = unescape(page(gather(folder).students))
    # Four answered L0.1; three chose the other comparison of the Threat Weigher.
    assert "What happens to your first answer?" not in text
    assert "Poland: Russia or" not in text
    counts = [int(n) for n in re.findall(r"<b>(\d+)</b>", text)]
    assert len(counts) > 100 and all(n == 0 or n >= 5 for n in counts)
    # As many dots as students, so none stands alone.
    for pile in re.findall(r'<span class="dots">((?:<i></i>)*)</span>', text):
        assert pile.count("<i>") == 0 or pile.count("<i>") >= 5
    # The order in which students come in changes nothing.
    mixed = list(gather(folder).students)
    random.Random(1).shuffle(mixed)
    assert unescape(page(mixed)) == text


@pytest.mark.slow
def test_notes_are_shown_only_when_asked_for_and_shuffled(folder: Path) -> None:
    students = gather(folder).students
    note, conclusion = "They fear number 7 of", "Threat matters, says number 8"
    plain = page(students)
    assert "They fear number" not in plain and conclusion not in plain
    shown = page(students, Wishes(notes=True))
    assert note in shown and conclusion in shown
    order = re.findall(r"They fear number (\d+) of", shown)
    assert sorted(map(int, order)) == list(range(SIZE))
    assert order != [str(n) for n in range(SIZE)]
    once, other = (
        page(students, Wishes(notes=True), shuffle=random.Random(k).shuffle) for k in (1, 2)
    )
    assert once != other


@pytest.mark.slow
def test_a_higher_limit_and_fewer_lessons(folder: Path) -> None:
    students = gather(folder).students
    strict = page(students, Wishes(least=11))
    counts = [int(n) for n in re.findall(r"<b>(\d+)</b>", strict)]
    assert counts and all(n == 0 or n >= 11 for n in counts)
    early = page(students, Wishes(up_to=3))
    assert "Lesson 3 ·" in early and "Lesson 4 ·" not in early
    # What a later lesson opens, or believed then, is not there either.
    assert "Kazakhstan" not in early and "lesson 8" not in early
    with pytest.raises(CourseError, match="never shown"):
        page(students, Wishes(least=4))
    with pytest.raises(CourseError, match="0 to 8"):
        page(students, Wishes(up_to=9))


@pytest.mark.slow
def test_names_are_shown_only_to_a_class_that_agreed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "class.html"
    assert main(["class", str(folder), "--to", str(to), "--names"]) == 1
    assert "everybody said yes" in capsys.readouterr().err and not to.exists()
    assert main(["class", str(folder), "--to", str(to), "--names", "--everybody-agreed"]) == 0
    text = to.read_text(encoding="utf-8")
    assert all(name in text for name in NAMES)
    sound(text)


def test_nothing_says_which_explanation_is_favoured() -> None:
    said = " ".join(asked.texts("page").values()).casefold()
    for word in ("correct", "best", "should", "surprising"):
        assert word not in re.findall(r"\w+", said), word
    # Accounts come in the order of the course, whoever leads.
    balance = found("Which account will lead")
    assert [id for id, _ in balance.options] == [a.letter for a in accounts.accounts()]
    assert tuple(id for id, _ in balance.options) == beliefs.LETTERS[:7]


def test_every_text_is_used() -> None:
    folder = CLONE / "course" / "grading"
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("class_*.py"))
    built = ("moved_", "sure_", "bins_", "left_out_", "after_", "lesson_", "rule")
    for part in ("page", "lessons", "asked"):
        unused = [
            name
            for name in asked.texts(part)
            if not re.search(f"[\"']{name}[\"']", source) and not name.startswith(built)
        ]
        assert not unused, unused
    assert all(asked.texts("lessons")[f"lesson_{n}"] for n in range(9))
    assert {a.after for one in lessons() for a in one.predictions} <= set(asked.texts("page"))


# Made-up journals --------------------------------------------------------------------------------


def made_up(values: dict[str, object]) -> str:
    """A chain that holds, with anything in it."""
    rows = journals.lines(journals.made())
    more = [
        {"time": "2026-03-02T10:00:00+00:00", "key": key, "value": value}
        for key, value in values.items()
    ]
    return journals.chained([*rows[:1], *more])


def student(name: str, text: str) -> Student:
    return Student(name, journal.read_chain(text)[1])


KEYS = [
    "L2.3.answer", "L0.slider.estimate", "L1.claim-sorter.predict", "L1.claim-sorter.sort",
    f"L3.threat-weigher.predict.{CLAIM}", f"L3.threat-weigher.weights.{CLAIM}",
    "L4.choose-first.choices", "L5.domain-coder.codes", "L6.evidence-balance.ratings",
    "L7.factor-weigher.cards", "L7.factor-weigher.weights", "L8.holdout.forecast.syria-2024",
    "L8.verdict.verdict", "L1.diary.belief", "L0.exit.text", "L8.holdout.open", "", "L", "X9.y",
]  # fmt: skip


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "control"])
def test_hostile_text_stays_text(name: str) -> None:
    text = HOSTILE[name]
    shapes: list[object] = [
        text,
        [text],
        {"choice": text, "number": text, "text": text, "conclusion": text, "leads": text},
        {"choice": {"A": text}, "claims": {text: 1}, "codes": [text], "weights": {text: 1e308}},
        {"swings": dict.fromkeys(("LOSS", "PROX"), text), "points": {text: 1}, "chance": True},
        10**400,
    ]
    people = [
        student(f"{n}{text[:50]}", made_up(dict.fromkeys(KEYS, shapes[n])))
        for n in range(len(shapes))
    ] + [student(f"same {n}", made_up({"L0.exit.text": {"text": text}})) for n in range(5)]
    plain = page(people)
    sound_or_empty(plain)
    assert text[:40] not in unescape(plain) or name == "braces"
    sound_or_empty(page(people, Wishes(notes=True, names=True)))


def sound_or_empty(text: str) -> None:
    """A page on which nothing may be shown has no table; else it is held to all rules."""
    if "<table" in text:
        sound(text)
    else:
        sound(text.replace("<main>", "<main><table><caption>none</caption></table>"))


def test_one_answer_is_taken_from_a_journal_with_many_that_do_not_fit() -> None:
    text = made_up({"L2.3.answer": {"choice": "Z"}})
    rows = journals.lines(text)
    good = {**rows[1], "value": {"choice": "B"}}
    people = classroom.people([student("a", journals.chained([*rows, good]))])
    one = found("L2.3.answer")
    assert classroom.answers(people, one.key, one.read) == [Answer("", "B", "B")]


# What comes in -----------------------------------------------------------------------------------


def plain_class(folder: Path, size: int = 6) -> Path:
    """A folder of loose journals, each with one answer."""
    folder.mkdir(exist_ok=True)
    for n in range(size):
        kept = journal.Journal(folder / f"s{n}.jsonl")
        kept.commit("L2.3.answer", {"choice": "A"})
        kept.commit("L2.3.answer", {"choice": "B"})
    return folder


def test_journals_in_folders_zip_files_and_alone(tmp_path: Path) -> None:
    folder = plain_class(tmp_path / "in")
    (folder / "anna.k").mkdir()
    shutil.move(folder / "s0.jsonl", folder / "anna.k" / "journal (1).jsonl")
    (folder / "anna.k" / "journal.damaged-1.jsonl").write_text("set aside", encoding="utf-8")
    with zipfile.ZipFile(folder / "b.okafor.zip", "w") as archive:
        archive.write(folder / "s1.jsonl", "my_work/journal.jsonl")
        archive.writestr("__MACOSX/._journal.jsonl", "x")
    (folder / "s1.jsonl").unlink()
    (folder / "readme.txt").write_text("hello", encoding="utf-8")
    made = gather(folder)
    assert made.notes == ()
    assert [s.name for s in made.students] == ["anna.k", "b.okafor", "s2", "s3", "s4", "s5"]
    assert all(len(s.entries) == 2 for s in made.students)


def damaged(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace('"A"', '"C"'), encoding="utf-8")


def foreign(path: Path) -> None:
    path.write_text('{"hello": "world"}\n', encoding="utf-8")


def newer(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace('"version": 1', '"version": 2')
    path.write_text(text, encoding="utf-8")


def huge(path: Path) -> None:
    path.write_bytes(b" " * 5000)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def binary(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00\x01")


def deep(path: Path) -> None:
    path.write_text("[" * 200_000, encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (damaged, "changed afterwards"),
        (foreign, "not a journal of this course"),
        (newer, "update the course"),
        (huge, "far more than any journal"),
        (empty, "is empty"),
        (binary, "not a journal of this course"),
        (deep, "line 1|not a journal"),
    ],
)
def test_a_journal_that_cannot_be_read_is_named_and_the_rest_goes_on(
    harm: object, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = plain_class(tmp_path / "in")
    harm(folder / "s3.jsonl")  # type: ignore[operator]
    monkeypatch.setattr(journal, "LARGEST", 4000 if harm is huge else journal.LARGEST)
    made = gather(folder)
    assert len(made.students) == 5 and len(made.notes) == 1
    assert made.notes[0].startswith("s3.jsonl") and re.search(says, made.notes[0])
    assert made.notes[0].endswith("it was left out.") and made.notes[0].count(". ") == 0
    sound(page(made.students))


def test_a_copied_journal_counts_once_and_the_teacher_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    folder = plain_class(tmp_path / "in")
    shutil.copy(folder / "s2.jsonl", folder / "zoe.jsonl")
    journal.Journal(folder / "zoe.jsonl").commit("L0.slider.estimate", {"number": 3})
    made = gather(folder)
    assert len(made.students) == 6
    assert [s.name for s in made.students if len(s.entries) == 3] == ["zoe"]
    assert "s2 and zoe handed in one and the same journal" in made.notes[0]
    assert main(["class", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert "s2 and zoe" in err and "6 students" in out
    text = (home / "class.html").read_text(encoding="utf-8")
    assert "zoe" not in text


def test_the_same_journal_twice_and_two_of_one_student(tmp_path: Path) -> None:
    folder = plain_class(tmp_path / "in")
    for name in ("P2", "P5"):
        (folder / "s0" / name).mkdir(parents=True)
        shutil.copy(folder / "s0.jsonl", folder / "s0" / name / "journal.jsonl")
    (folder / "S1").mkdir()
    later = made_up({"L2.3.answer": {"choice": "C"}}).replace("2026-", "2999-")
    rows = journals.lines(later)
    (folder / "S1" / "journal.jsonl").write_text(journals.chained(rows), encoding="utf-8")
    made = gather(folder)
    assert len(made.students) == 6
    assert any("3 times" in note for note in made.notes)
    assert any("2 different journals" in note for note in made.notes)
    both = next(s for s in made.students if s.name.casefold() == "s1")
    assert [e.value["choice"] for e in both.entries] == ["A", "B", "C"]
    assert [e.number for e in both.entries] == [1, 2, 3]


@pytest.mark.parametrize(
    ("size", "says"),
    [(0, "There is nothing in"), (1, "There is 1 journal"), (4, "There are 4 journals")],
)
def test_too_few_get_one_sentence(
    size: int, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plain_class(tmp_path / "in", size)
    assert main(["class", str(folder), "--to", str(tmp_path / "x.html")]) == 1
    err = capsys.readouterr().err.strip()
    assert says in err and "\n" not in err and not (tmp_path / "x.html").exists()


def test_other_mistakes_get_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = plain_class(tmp_path / "in")
    without = tmp_path / "without" / "anna.k"
    without.mkdir(parents=True)
    (without / "P1.ipynb").write_text("{}", encoding="utf-8")
    for arguments, says in (
        (["nowhere"], "There is no folder nowhere"),
        ([str(without.parent)], "There is no journal in"),
        ([str(folder), "--to", str(folder / "s1.jsonl")], "end in .html"),
        ([str(folder), "--to", str(tmp_path / "x.html"), "--least", "3"], "never shown"),
    ):
        assert main(["class", *arguments]) == 1
        err = capsys.readouterr().err.strip()
        assert says in err and "\n" not in err
    assert gather(folder).notes == ()


def test_the_page_names_its_limit() -> None:
    people = [student(f"n{k}", made_up({"L2.3.answer": {"choice": "A"}})) for k in range(7)]
    assert "stands for 5 students or more" in page(people)
    assert "stands for 6 students or more" in page(people, Wishes(least=6))
    with pytest.raises(CourseError, match="needs 8"):
        page(people, Wishes(least=8))
    assert Wishes().least == classroom.LEAST == 5
