"""The item report: its numbers against hand and numpy, and what it says and leaves out."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import asdict, replace
from html import unescape

import nbformat
import numpy
import pytest
from classroom import classroom, submission
from hypothesis import given
from hypothesis import strategies as st
from test_feedback import HOSTILE, Page, sound

from course import seeds
from course.errors import CourseError
from course.grading import feedback, marking, report, slips, statistics
from course.grading.marks import Mark
from course.grading.results import EssayResult, ItemResult, Marked
from course.homework import items
from course.homework.draws import COURSE, Draw

# Twelve students, four questions: an easy one, one that goes with ability, one that goes against
# it, and one that all have right.
TABLE = """
    1 1 0 1
    1 1 0 1
    1 1 0 1
    1 1 0 1
    1 1 0 1
    1 1 1 1
    1 0 0 1
    1 0 1 1
    1 0 1 1
    0 0 1 1
    0 0 1 1
    0 0 1 1
"""
ROWS = [[float(cell) for cell in line.split()] for line in TABLE.strip().splitlines()]


def made(rows: Sequence[Sequence[float]], **more: object) -> list[Marked]:
    essay = EssayResult("Essay", 10, "", 0, (1, 2), (), 0.0)
    return [
        Marked(
            f"s{n:02d}",
            "P3",
            "Made up",
            tuple(ItemResult(f"q{k}", f"Question {k}", x, 1, "") for k, x in enumerate(row)),
            essay,
            **more,  # type: ignore[arg-type]
        )
        for n, row in enumerate(rows)
    ]


def test_a_class_worked_out_by_hand() -> None:
    easy, along, against, same = statistics.items(made(ROWS))
    assert easy.share == 9 / 12 and (easy.full, easy.none, easy.missing) == (9, 3, 0)
    assert along.share == against.share == 0.5 and same.share == 1
    # For `along`: rest = easy + against + same. It is 2,2,2,2,2,3 where `along` is right (mean
    # 13/6) and 2,3,3,2,2,2 where it is not (mean 14/6). Both halves have six students, so the
    # point-biserial is (13/6 - 14/6) / s * 1/2 with s² the population variance of the rest:
    # nine 2s and three 3s: 3/12 - (3/12)² = 3/16.
    by_hand = (13 / 6 - 14 / 6) / math.sqrt(3 / 16) / 2
    assert along.discrimination.value == pytest.approx(by_hand)
    assert same.discrimination.value is None and same.remark == "all_same"


def test_correlations_are_those_of_numpy() -> None:
    marks = numpy.array(ROWS)
    for k, item in enumerate(statistics.items(made(ROWS))[:3]):
        rest = marks.sum(axis=1) - marks[:, k]
        assert item.discrimination.value == pytest.approx(numpy.corrcoef(marks[:, k], rest)[0, 1])


@given(st.lists(st.tuples(*[st.sampled_from((0.0, 0.25, 0.5, 1.0))] * 3), min_size=10, max_size=30))
def test_any_class_agrees_with_numpy(rows: list[tuple[float, ...]]) -> None:
    marks = numpy.array(rows)
    for k, item in enumerate(statistics.items(made(rows))):
        rest = marks.sum(axis=1) - marks[:, k]
        assert item.share == pytest.approx(marks[:, k].mean())
        if numpy.ptp(marks[:, k]) == 0 or numpy.ptp(rest) == 0:
            assert item.discrimination.value is None
        else:
            want = numpy.corrcoef(marks[:, k], rest)[0, 1]
            found = item.discrimination
            assert found.value == pytest.approx(want, abs=1e-9)
            assert found.low - 1e-9 <= found.value <= found.high + 1e-9


@given(st.lists(st.floats(0, 30), min_size=1, max_size=50), st.floats(0, 1))
def test_quantiles_are_those_of_numpy(values: list[float], share: float) -> None:
    assert statistics.quantile(values, share) == pytest.approx(numpy.quantile(values, share))


@given(st.lists(st.integers(0, 120).map(lambda n: n / 4), min_size=1, max_size=60))
def test_bins_are_those_of_numpy(values: list[float]) -> None:
    found = [n for _, _, n in statistics.bins(values, 30, 10)]
    assert found == list(numpy.histogram(values, bins=10, range=(0, 30))[0])


def test_fishers_range_is_the_textbook_one() -> None:
    z, half = math.atanh(0.4), 1.959964 / math.sqrt(40 - 3)
    low, high = statistics.fisher(0.4, 40)
    assert low == pytest.approx(math.tanh(z - half)) and high == pytest.approx(math.tanh(z + half))
    assert statistics.fisher(1.0, 12) == (1.0, 1.0)


@pytest.mark.parametrize(("n", "there"), [(1, False), (9, False), (10, True)])
def test_too_few_students_give_no_correlation(n: int, there: bool) -> None:
    rows = [[float(k % 2), float(k % 3 == 0), float(k % 5 < 3)] for k in range(n)]
    for item in statistics.items(made(rows)):
        assert (item.discrimination.value is not None) is there
        assert there or item.remark == "too_few"
    words = sound(report.page(made(rows))).words
    assert ("to say which questions tell students apart" in words) is not there
    assert ("The marks stand in the table" in words) is not there


def test_a_question_alone_and_a_rest_without_spread() -> None:
    alone = [[float(k % 2)] for k in range(12)]
    assert [i.remark for i in statistics.items(made(alone))] == ["alone"]
    flat = [[float(k % 2), 1.0] for k in range(12)]
    assert [i.remark for i in statistics.items(made(flat))] == ["rest_same", "all_same"]
    sound(report.page(made(alone)))
    sound(report.page(made(flat)))


@pytest.mark.parametrize(
    ("value", "low", "high", "share", "remark"),
    [
        (0.5, 0.3, 0.7, 0.5, "clear"),
        (0.3, 0.1, 0.5, 0.5, "likely"),
        (0.1, -0.2, 0.4, 0.5, "unclear"),
        (-0.1, -0.3, 0.15, 0.5, "weak"),
        (-0.4, -0.6, -0.1, 0.5, "against"),
        (0.0, -0.3, 0.3, 0.97, "nearly_all"),
    ],
)
def test_what_a_correlation_says(
    value: float, low: float, high: float, share: float, remark: str
) -> None:
    found = statistics.Discrimination(value, low, high)
    item = statistics.ItemStatistics("q", "Q", 1, 40, share, 20, 20, 0, found)
    assert item.remark == remark


def test_the_question_that_was_made_to_tell_nothing_is_named_first() -> None:
    students = classroom(200)
    found = {item.name: item for item in statistics.items(students)}
    assert found["more_loss_aversion"].remark in ("weak", "unclear")
    assert found["value_of_gamble"].remark == "clear"
    words = sound(report.page(students)).words
    looks = words[words.index("Look at these first") :][:200]
    assert "Turning λ up" in looks and "What a gamble is worth" not in looks


def test_a_class_of_forty_on_one_page() -> None:
    students = classroom()
    page = report.page(students)
    read = sound(page)
    assert len(page) < 300_000
    assert read.count("svg") == read.count("figure") == read.count("figcaption") == 5
    assert read.count("table") >= 6
    waiting = [m for m in students if m.essay.points is None]
    assert f"{len(waiting)} of 40 essays are not marked yet" in read.words
    for marked in students:
        assert marked.student in read.words
        assert not marked.notes or marked.notes[0] in read.words
    late = [m for m in students if m.seconds_late > 0]
    assert f"{40 - len(late)} in time, {len(late)} late" in read.words


def test_a_title_that_is_a_question_is_set_apart_and_no_zero_has_a_minus() -> None:
    students = classroom()
    words = sound(report.page(students)).words
    assert "?," not in words and "?:" not in words and "“" in words
    item = replace(
        statistics.items(students)[0],
        discrimination=statistics.Discrimination(0.3, -0.004, 0.6),
    )
    assert report._values(item) == ("0.30", "0.00 to 0.60")


def test_without_a_due_time_nobody_is_in_time_or_late() -> None:
    when = "2026-03-02T10:00:00+00:00"
    no_due = made(ROWS, submitted=when)
    words = sound(report.page(no_due)).words
    assert "knows no due time" in words and "in time" not in words
    assert "In time" not in sound(feedback.page(submission("a", {}, submitted=when))).words
    in_time = submission("a", {}, submitted=when, seconds_late=0.0)
    assert "UTC. In time." in sound(feedback.page(in_time)).words
    words = sound(report.page([replace(one, seconds_late=0.0) for one in no_due])).words
    assert "12 in time, 0 late" in words and "due time" not in words


def test_a_repair_is_told_once() -> None:
    told = replace(
        made(ROWS)[0], repairs=("A cell was put back.",), notes=("A cell was put back.",)
    )
    words = sound(report.page([told, *made(ROWS)[1:]])).words
    assert words.count("A cell was put back.") == 1 and "were mended" not in words
    quiet = replace(told, notes=())
    assert "mended before marking: s00" in sound(report.page([quiet, *made(ROWS)[1:]])).words


def test_slips_are_counted_with_who_made_them() -> None:
    students = classroom()
    counted = statistics.slips(students)
    met = [
        (id, m.student)
        for m in students
        for item in m.items
        for id in item.misconceptions
        if item.counts < item.of
    ]
    assert sorted((c.id, who) for c in counted for who in c.students) == sorted(met)
    assert counted[0].id == "M07" and len(counted[0].students) >= len(counted[1].students)


def test_every_misconception_of_a_table_is_counted_and_named() -> None:
    v = items.variant(Draw(COURSE, "P1", "anna.k"))
    layers = {n: seeds.claim(id).layer for n, id in v["attributed_are"].items()}
    said = {n: {"own": "quoted", "quoted": "reported"}.get(x, x) for n, x in layers.items()}
    one = submission("anna.k", {"layers": said}, assignment="P1")
    item = next(item for item in one.items if item.name == "layers")
    assert sorted(item.misconceptions) == ["M21", "P1.quoted-reported"]
    counted = {count.id: count.students for count in statistics.slips([one])}
    assert counted == {"M21": ("anna.k",), "P1.quoted-reported": ("anna.k",)}
    words = sound(feedback.page(one)).words
    assert "The misconception behind it" in words and "The slip by name" in words
    assert all(named.name in words for id in counted if (named := slips.named(id)))
    whole = replace(one, items=tuple(replace(i, manual=i.of) for i in one.items))
    assert statistics.slips([whole]) == ()


def test_all_misconceptions_are_kept_in_a_marked_notebook() -> None:
    asked = items.assignment("P1")
    mark = Mark(1, 6, "x", "M21", also=("P1.quoted-reported",))
    kept = {"questions": {"layers": json.loads(json.dumps({**asdict(mark), "answer": ""}))}}
    nb = nbformat.v4.new_notebook(metadata={"threat_power_loss": kept})
    read = {i.name: i.misconceptions for i in marking.read_marked(nb, asked, "a").items}
    assert read["layers"] == ("M21", "P1.quoted-reported") and read["types"] == ()
    assert "P1.quoted-reported" in str(marking.outputs(mark))


def test_a_page_with_nothing_to_say_says_so() -> None:
    words = sound(report.page(made(ROWS))).words
    for said in (
        "Nothing: all essays",
        "None of the known",
        "No times are known",
        "No question was",
    ):
        assert said in words


def test_marks_by_hand_count() -> None:
    rows = made(ROWS)
    rows[0] = replace(rows[0], items=(replace(rows[0].items[0], manual=0.0), *rows[0].items[1:]))
    assert statistics.items(rows)[0].share == 8 / 12


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name: str) -> None:
    students = made(ROWS, notes=(HOSTILE[name],), repairs=("x",), submitted=HOSTILE[name])
    odd = replace(students[0].items[0], misconception=HOSTILE[name], points=0.0)
    students[0] = replace(
        students[0],
        student=HOSTILE[name],
        items=(odd, *students[0].items[1:]),
        essay=replace(students[0].essay, points=None),
        seconds_late=99.0,
    )
    page = report.page(students)
    sound(page)
    assert name == "long word" or len(page) < 100_000


def test_pictures_are_left_out_where_the_library_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "vl_convert", None)
    read = sound(report.page(classroom(12)))
    assert read.count("svg") == 0 and read.count("figcaption") == 5


@pytest.mark.parametrize(
    ("students", "says"),
    [
        ([], "no marks here"),
        ([submission("a", {}), submission("b", {}, assignment="P1")], "P1 and P3"),
        ([made(ROWS)[0], replace(made([[1.0]])[0], student="x")], "different questions"),
        ([made(ROWS)[0], replace(made(ROWS)[1], student=" S00")], "two submissions"),
    ],
)
def test_what_cannot_be_reported_is_said_in_one_sentence(students: list[Marked], says: str) -> None:
    with pytest.raises(CourseError, match=says) as told:
        report.page(students)
    assert str(told.value).count(". ") == 0


def test_the_labels_of_a_picture_are_whole() -> None:
    page = unescape(report.page(classroom()))
    picture = page[page.index("<svg", page.index('id="difficulty"')) :]
    words = Page(f"<x>{picture[: picture.index('</svg>')]}</svg></x>").words
    for word in ("gamble", "medians", "success on?"):
        assert word in words
