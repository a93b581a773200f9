"""P5, the capstone: a journal in order, and everything that can befall one on its way.

A marker is told what was found, in words that accuse nobody; a machine decides nothing about it.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import journals as made_journals
import pytest
from journals import (
    CHANCES,
    FILE,
    OTHER,
    at,
    begin,
    chained,
    example,
    finish,
    forecast,
    lines,
    made,
    register,
    register_other,
    weigh,
    written,
)

from course import casebook, crises, factors, holdout, journal, notebooks, robust
from course.errors import CourseError
from course.files import CLONE
from course.grading import guide, journals, keys, marking, release, steps
from course.grading.marks import ESSAY, UNREAD, Mark
from course.homework import items, p5, writing
from course.homework import journals as bringing
from course.homework.draws import COURSE, Draw
from course.homework.sheet import Sheet
from course.journal import NAME, Journal

STUDENT = "model-4"
ASKED = items.assignment("P5")
KEY = keys.key("P5")
FREE = {"baselines": 3.0, "necessity": 2.0, "sufficiency": 2.0}
RIGHT: dict[str, Any] = {
    "baselines": {"always no": 12, "best single": 13, "equal weights": 15},
    "necessity": 1.0,
    "sufficiency": 7 / 15,
    "revised": "no",
    "hits": 16,
    "compared": "more",
    "robust_share": "61 %",
    "points_to_flip": 4,
    "performance": 6 / 7,
    "brier": 0.143,
}
SAID = "yes: after Karabakh 2023 I gave less weight to LOSS"


def marks(text: str | None, essay: str = "", **changed: Any) -> dict[str, Mark]:
    files = {ESSAY: essay} | ({} if text is None else {NAME: text})
    return keys.mark_answers("P5", STUDENT, {**RIGHT, **changed}, files=files)


def total(found: dict[str, Mark]) -> float:
    return sum(mark.points for mark in found.values())


# A journal in order ------------------------------------------------------------------------------


def test_the_journal_of_the_tests_is_what_the_pages_write() -> None:
    assert FILE.read_text(encoding="utf-8") == example(), "run `python tests/journals.py`"


def test_the_points_are_those_of_the_design() -> None:
    assert ASKED.points == 25 and ASKED.essay.points == 35
    assert [points for _, points in ASKED.essay.rows] == [5] * 7


def test_the_model_solution_earns_everything_with_its_journal() -> None:
    notebook = notebooks.read(release.source("P5"))
    answers, student = marking.answers_in(notebook, ASKED)
    assert student == STUDENT
    found = keys.mark_answers("P5", student, answers, files={NAME: example()})
    assert {name: mark.points for name, mark in found.items()} == {
        item.name: item.points for item in ASKED.items
    }
    notes = [mark.for_marker for mark in found.values() if mark.for_marker]
    assert len(notes) == 1 and "Please" not in notes[0] and notes[0].startswith("Journal 5a1e0c7d")


def test_the_model_essay_has_the_length_that_is_asked_for_and_every_part() -> None:
    notebook = notebooks.read(release.source("P5"))
    essay = next(c.source for c in notebook.cells if c.id == "essay")
    report = writing.report(ASKED.essay, re.sub("### (BEGIN|END) SOLUTION", "", essay))
    least, most = ASKED.essay.words
    assert least <= report.words <= most and not report.missing
    strong = guide.exemplars("P5")[0]
    assert least <= writing.report(ASKED.essay, strong.text).words <= most


def test_the_numbers_of_the_essays_are_those_of_the_tables() -> None:
    found = factors.baselines(casebook.cases())
    assert (found.always_no, found.best_single, found.equal_weights) == (12, 13, 15)
    kept = casebook.cases("holdout")
    assert kept.always_no == 5 and factors.baselines(kept).best_single == 7
    assert factors.baselines(kept).best_factors == ("FEAS",)
    loss = crises.tally("LOSS", half="present")
    assert (loss.force_with, loss.with_factor) == (7, 15)
    assert crises.tally("FEAS", coder=2).force_with == 5
    tested = journals.read(example()).tested
    assert tested is not None
    model = journals.model(tested)
    assert (model.hits, round(model.share, 2), round(model.share_all, 2)) == (16, 0.61, 0.08)
    assert (model.points, model.later) == (4, 6)
    scores = holdout.scores(CHANCES)
    assert (round(scores.mine, 2), round(scores.base, 2)) == (0.14, 0.21)
    # The strong example's weights, and what it states of them.
    swings = {"LOSS": 1.5, "PROX": 10, "ALLY": 10, "INTENT": 10, "MOB": 1, "IMP": 1.5, "FEAS": 1.5}
    strong = journals.read(made(begin, lambda kept: weigh(kept, swings))).tested
    assert strong is not None
    other = journals.model(strong)
    text = guide.exemplars("P5")[0].text
    assert f"my weights get {other.hits:g} of 19" in text
    assert other.share == 1 and "in every weighting drawn in my order" in text
    assert f"in {100 * other.share_all:.0f} % of all weightings" in text
    assert f"about {other.points:g} points" in text and other.later == 5 and other.bar == 15


@pytest.mark.parametrize("rule", factors.RULES)
@pytest.mark.parametrize("coder", crises.coders())
@pytest.mark.parametrize("swings", [made_journals.SWINGS, OTHER], ids=["one", "the opposite"])
def test_opposite_models_honestly_reported_earn_the_same(
    rule: str, coder: int, swings: dict[str, float]
) -> None:
    text = made(begin, lambda kept: weigh(kept, swings, rule, coder), forecast)
    tested = journals.read(text).tested
    assert tested is not None
    said = tested.value
    against = "as many" if said["hits"] == said["bar"] else "more"
    kept = casebook.cases("holdout", coder)
    pairs = zip(kept.names, kept.outcomes, strict=True)
    right = sum((said["forecasts"][id] > 0.5) is y for id, y in pairs)
    stated = {
        "hits": said["hits"],
        "compared": "fewer" if said["hits"] < said["bar"] else against,
        "robust_share": f"{round(100 * said['share'])} %",
        "points_to_flip": 100 if said["flip"] is None else max(1, round(50 * said["flip"])),
        "performance": right / 7,
    }
    found = marks(text, **stated)
    assert total(found) == 25, {name: m.message for name, m in found.items() if m.points < m.of}


# What befalls a journal --------------------------------------------------------------------------


def edited(text: str) -> str:
    """Change a number in the registration."""
    rows = lines(text)
    rows[at(rows, "L7.factor-weigher.register")]["value"]["hits"] = 17
    return written(rows)


def edited_at_the_end(text: str) -> str:
    rows = lines(text)
    rows[-1]["value"]["text"] = "I knew it all along."
    return written(rows)


def without_a_line(text: str) -> str:
    rows = lines(text)
    del rows[at(rows, "L8.holdout.forecast")]
    return written(rows)


def reordered(text: str) -> str:
    rows = lines(text)
    a, b = at(rows, "L7.factor-weigher.register"), at(rows, "L8.holdout.forecast")
    rows[a], rows[b] = rows[b], rows[a]
    return written(rows)


def with_entries_of_another(text: str) -> str:
    """Put the registration of another journal in."""
    other = lines(text.replace(made_journals.ID, "0" * 32))
    foreign = lines(chained(other))
    rows = lines(text)
    place = at(rows, "L7.factor-weigher.register")
    rows[place] = foreign[place]
    return written(rows)


def under_another_heading(text: str) -> str:
    return text.replace(made_journals.ID, "f" * 32)


def backwards(text: str) -> str:
    """Let the clock fall back a year after the last forecast."""
    rows = lines(text)
    rows[-1]["time"] = "2025-03-02T09:21:00+00:00"
    return chained(rows)


def registered_later_by_the_clock(text: str) -> str:
    rows = lines(text)
    rows[at(rows, "L7.factor-weigher.register")]["time"] = "2026-05-02T09:21:00+00:00"
    return chained(rows)


def without_times(text: str) -> str:
    rows = lines(text)
    for row in rows[1:]:
        row["time"] = "some day"
    return chained(rows)


def better_hits_chained(text: str) -> str:
    """Raise the hits, and write the chain anew."""
    rows = lines(text)
    rows[at(rows, "L7.factor-weigher.register")]["value"] |= {"hits": 18.0, "share": 0.95}
    return chained(rows)


def other_swings_chained(text: str) -> str:
    rows = lines(text)
    rows[at(rows, "L7.factor-weigher.register")]["value"]["swings"] = dict(OTHER)
    return chained(rows)


def in_a_hurry(text: str) -> str:
    rows = lines(text)
    for row in rows[at(rows, "L8.holdout.forecast") :]:
        row["time"] = "2026-03-02T09:15:00+00:00"
    return chained(rows)


def keyed_by_number(text: str) -> str:
    rows = lines(text)
    rows[3]["key"] = 7
    return chained(rows)


def of_another_form(text: str) -> str:
    rows = lines(text)
    rows[at(rows, "L7.factor-weigher.register")]["value"] = {"weights": {"LOSS": "much"}}
    return chained(rows)


BROKEN = [
    # name, what is done, what the marker is told, the place
    ("an edited line", edited, "line 6: it was changed afterwards"),
    ("an edited last line", edited_at_the_end, "line 14: it was changed afterwards"),
    ("a missing line", without_a_line, "a line before it is missing, added or moved"),
    ("lines in another order", reordered, "a line before it is missing, added or moved"),
    ("entries of another journal", with_entries_of_another, "line 6: a line before it is missing"),
    ("another heading", under_another_heading, "line 2: a line before it is missing"),
    ("cut short", lambda text: text[:-40], "line 14: it is cut short"),
    ("an empty file", lambda text: "", "is an empty file"),
    ("only spaces", lambda text: " \n\n", "is an empty file"),
    ("a heading alone", lambda text: text.split("\n")[0] + "\n", "no entries"),
    ("a shopping list", lambda text: "milk\nbread\n", "cut short or not an entry"),
    ("another JSON file", lambda text: '{"cells": []}\n', "not a journal of this course"),
    ("a list", lambda text: "[1, 2]\n", "not a journal of this course"),
    ("a newer version", lambda text: text.replace('"version": 1', '"version": 2', 1), "format 2"),
    ("too large", lambda text: f"{UNREAD}it has 50.0 MB, and at most 5 MB are read.", "50.0 MB"),
    ("no text", lambda text: f"{UNREAD}it is not text.", "it is not text"),
    ("brackets without end", lambda text: text + "[" * 100_000, "line 15: it is cut short"),
    ("half a character", lambda text: text.replace('"L0.1', '"\\ud800', 1), "line 2: it is cut"),
    ("a key that is no text", keyed_by_number, "line 4: it is cut short or not an entry"),
    ("registered later by the clock", registered_later_by_the_clock, "their times do not show it"),
    ("times that are none", without_times, "their times do not show it"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "do", "told"), BROKEN, ids=[row[0] for row in BROKEN])
def test_what_cannot_be_verified_waits_for_a_person(
    name: str, do: Callable[[str], str], told: str
) -> None:
    found = marks(do(example()))
    assert {name: m.points for name, m in found.items() if m.points} == FREE
    note = found["revised"].for_marker
    assert told in note and "Not scored, for you to decide: the 18 points" in note
    for item, mark in found.items():
        if item not in FREE:
            assert "a person will look at it" in mark.message and mark.misconception is None
    assert sum(bool(mark.for_marker) for mark in found.values()) == 1


def test_the_marker_is_told_what_the_sound_part_would_earn() -> None:
    late = marks(edited_at_the_end(example()))["revised"].for_marker
    assert "The 12 entries before it verify" in late
    assert "hits 2, compared 1, robust_share 2" in late.replace("revised 6, ", "")
    assert "brier 3" in late and "revised 6" in late
    early = marks(edited(example()))["revised"].for_marker
    assert "The 4 entries before it verify" in early and "hits 0" in early


SEEN = [
    # what is done, what the answers then are, the points, what the marker is told, what the student
    ("a clock that falls back", backwards, {}, 25, "bears an earlier time than entry 12", ""),
    ("numbers that do not follow", better_hits_chained, {}, 25, "hits (18; from the", ""),
    (
        "numbers that do not follow, and are stated",
        better_hits_chained,
        {"hits": 18, "robust_share": 0.95},
        21,
        "does not follow from its weights: hits (18; from the weights 16) and share",
        "a person will look at it",
    ),
    (
        "other weights than were kept",
        other_swings_chained,
        {},
        16.5,
        "registers other weights than were last kept (entry 4)",
        "a person will look at it",
    ),
    ("forecasts in no time", in_a_hurry, {}, 25, "seven forecasts were kept within 0 seconds", ""),
    (
        "a form that is not known",
        of_another_form,
        {},
        16,
        "in a form that this version does not know. What rests on it waits for you",
        "a person will look at it",
    ),
]


@pytest.mark.parametrize(
    ("name", "do", "changed", "points", "told", "says"), SEEN, ids=[row[0] for row in SEEN]
)
def test_what_verifies_and_looks_odd_is_scored_and_reported(
    name: str,
    do: Callable[[str], str],
    changed: dict[str, Any],
    points: float,
    told: str,
    says: str,
) -> None:
    found = marks(do(example()), **changed)
    assert told in found["revised"].for_marker
    assert total(found) == pytest.approx(points), {n: m.message for n, m in found.items()}
    assert any(says in mark.message for mark in found.values())


def test_a_chain_written_anew_is_not_found_and_that_is_said() -> None:
    """Nobody should rest more on the chain than it bears."""
    rows = lines(made(begin, register_other, forecast))
    mine = lines(example())
    for row in rows[1:]:
        row["time"] = mine[min(row["number"], len(mine) - 1)]["time"]
    found = journals.read(chained(rows))
    assert not found.fault and not found.notes
    assert "cannot find" in str(journals.__doc__) and "written anew" in str(journals.__doc__)


ACCUSING = re.compile(
    r"cheat|fraud|tamper|forge|fake|dishonest|manipulat|lied|lying|suspici|trick|guilt|plagiar",
    re.IGNORECASE,
)


def test_nothing_of_a_file_reaches_the_marker_but_numbers_times_and_plain_words() -> None:
    bad = "<script>alert(1)</script>[x](javascript:y)"
    rows = lines(example())
    rows[0] |= {"id": bad, "begun": bad}
    rows[5]["time"] = bad
    rows[-1]["time"] = bad
    rows[at(rows, "L7.factor-weigher.register")]["value"] |= {"hits": bad, "share": [bad]}
    note = marks(chained(rows), f"NATO is 40 % of the cause {bad}.")["revised"].for_marker
    assert "M19" in note and "no number" in note and "no time" in note
    assert not set("<>[]`") & set(note)


def test_a_journal_with_thousands_of_registrations_is_read_in_a_moment() -> None:
    rows = lines(example())
    place = at(rows, "L7.factor-weigher.register")
    started = time.monotonic()
    found = marks(chained([*rows[:place], *[rows[place]] * 3000, *rows[place:]]))
    assert total(found) == 25 and time.monotonic() - started < 20


def test_no_sentence_accuses_anybody() -> None:
    texts = [do(example()) for _, do, _ in BROKEN] + [row[1](example()) for row in SEEN]
    for text in [*texts, None, made(begin, forecast_first, register)]:
        for mark in marks(text).values():
            assert not ACCUSING.search(f"{mark.message} {mark.for_marker}")


# Before and after the reveal ---------------------------------------------------------------------


def forecast_first(kept: Journal) -> None:
    """Go on without a registered model, as the page allows."""
    from course.widgets.holdout import HoldoutReveal

    HoldoutReveal(journal=kept).commit("without", {})
    forecast(kept)


REVISED = made(begin, register, forecast, register_other, finish)
LATE = made(begin, forecast_first, register, finish)


@pytest.mark.parametrize(
    ("text", "said", "points", "says"),
    [
        (REVISED, SAID, 6, "that is how it should be"),
        (REVISED, "Yes. I found that alliances mattered less than I thought", 6, "should be"),
        (REVISED, "no", 3, "Three points are lost"),
        (REVISED, None, 3, "Three points are lost"),
        (REVISED, "none", 3, "Three points are lost"),
        (REVISED, "yes", 5, "what, and why"),
        (LATE, SAID, 4, "only after the first case"),
        (LATE, "no", 1, "Three points are lost"),
        (made(begin, register, register_other, forecast), "no", 6, "before the first case"),
        (made(begin, register), "no", 6, "before the first case"),
        (made(begin, forecast_first), "no", 2, "No model is registered"),
        (made(finish), "no", 2, "No model is registered"),
    ],
    ids=[
        "revised and said so", "revised and said so in other words", "revised and said no",
        "revised and said nothing", "revised and said none", "revised and said only yes",
        "registered late and said so", "registered late and said no",
        "revised before the reveal", "never opened", "never registered", "lessons 7 and 8 missing",
    ],
)  # fmt: skip
def test_a_change_after_the_reveal_is_free_if_it_is_told(
    text: str, said: str | None, points: float, says: str
) -> None:
    mark = marks(text, revised=said)["revised"]
    assert mark.points == points and says in mark.message
    assert ("registered again at entry 14" in mark.for_marker) is (text is REVISED)


def test_what_is_registered_late_is_reported_and_tests_nothing() -> None:
    found = marks(LATE, revised=SAID)
    assert "first registered at entry 13" in found["revised"].for_marker
    assert found["performance"].points == 1 and found["performance"].misconception == "M20"
    assert found["hits"].points == 2 and found["brier"].points == 3


def test_the_model_that_was_tested_counts_and_not_a_later_one() -> None:
    assert marks(REVISED)["hits"].points == 2
    later = marks(REVISED, hits=14)["hits"]
    assert later.points == 1 and later.misconception == "P5.later-model"
    twice = made(begin, register_other, register, forecast)
    assert marks(twice)["hits"].points == 2


def test_a_second_pass_does_not_count() -> None:
    def again(kept: Journal) -> None:
        from course.widgets.holdout import HoldoutReveal

        page = HoldoutReveal(journal=kept)
        page.commit("open", {})
        known = {c.id: 100 if c.force else 0 for c in holdout.cases()}
        forecast(kept, known)

    text = made(begin, register, forecast, again)
    assert marks(text)["brier"].points == 3
    perfect = marks(text, brier=0)["brier"]
    assert perfect.points == 0.75 and perfect.misconception == "M20"


def test_some_cases_opened_earn_half_for_the_score_so_far() -> None:
    def three(kept: Journal) -> None:
        forecast(kept, only=3)

    text = made(begin, register, three)
    opened = {c.id: CHANCES[c.id] for c in holdout.cases()[:3]}
    mark = marks(text, brier=round(holdout.scores(opened).mine, 3))["brier"]
    assert mark.points == 1.5 and "4 of the seven" in mark.message
    assert "not opened in your journal" in marks(made(begin, register))["performance"].message


def test_weights_no_better_than_always_no_are_told_apart() -> None:
    text = made(begin, register_other, forecast)
    assert marks(text, compared="fewer")["compared"].points == 1
    half = marks(text, compared="more")["compared"]
    assert half.points == 0.5 and half.misconception == "M24"


# Without a journal -------------------------------------------------------------------------------


def test_without_a_journal_part_1_counts_and_the_rest_says_what_to_do() -> None:
    found = marks(None, revised="none")
    assert {name: m.points for name, m in found.items() if m.points} == FREE
    for name in set(found) - set(FREE):
        assert "sheet.bring_journal()" in found[name].message
        assert "lesson 7" in found[name].message
        assert not found[name].for_marker
    assert not marks(None, revised=None)["revised"].answered


# Parts of a cause --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("essay", "flagged"),
    [
        ("LOSS is 45 % of the cause.", True),
        ("NATO explains 40 percent of it, ideas the rest.", True),
        ("About 30 % of the invasion was due to status.", True),
        ("My conclusion holds in 61 % of weightings, and this explains nothing yet.", False),
        ("I gave February 2022 a chance of 85 %. It happened.", False),
        ("The cause was loss. In 47 % of the crises with loss force followed.", False),
    ],
)
def test_a_percentage_of_the_cause_is_shown_to_the_marker(essay: str, flagged: bool) -> None:
    plain, found = marks(example()), marks(example(), essay)
    assert ("M19" in found["revised"].for_marker) is flagged
    assert total(found) == total(plain) == 25
    assert all("M19" not in mark.message for mark in found.values())
    answer = marks(example(), revised=f"yes: {essay}")
    assert ("M19" in answer["revised"].for_marker) is flagged


def test_the_model_essay_gives_no_part_of_the_cause_and_the_weak_example_does() -> None:
    notebook = notebooks.read(release.source("P5"))
    essay = next(c.source for c in notebook.cells if c.id == "essay")
    assert "M19" not in marks(example(), essay)["revised"].for_marker
    strong, _, weak = guide.exemplars("P5")
    assert "M19" not in marks(example(), strong.text)["revised"].for_marker
    assert "LOSS is 45 % of the cause" in marks(example(), weak.text)["revised"].for_marker


# Numbers of one's own ----------------------------------------------------------------------------


@pytest.mark.parametrize("drawn", p5.SETS, ids=[" ".join(map(str, s)) for s in p5.SETS])
def test_right_answers_and_slips_are_told_apart_for_every_factor(drawn: Any) -> None:
    factor, half, coder = drawn
    v = {"factor": factor, "half": half, "coder": coder}
    p5_key = KEY["revised"].__globals__
    for name in ("necessity", "sufficiency"):
        right = p5_key[name](v)
        slips = p5_key[f"{name}_slips"](v)
        assert len(slips) >= 3
        for slip in slips:
            assert abs(slip.answer - right) > 0.011, slip.message
        for one, two in combinations(slips, 2):
            if one.credit != two.credit:
                assert abs(one.answer - two.answer) > 0.011, (one.message, two.message)


def test_the_design_has_seven_of_seven_and_seven_of_fifteen() -> None:
    v = items.variant(Draw(COURSE, "P5", STUDENT))
    assert (v["factor"], v["half"], v["coder"]) == ("LOSS", "present", 1)
    p5_key = KEY["revised"].__globals__
    assert p5_key["necessity"](v) == 1 and p5_key["sufficiency"](v) == pytest.approx(7 / 15)


@pytest.mark.parametrize("coder", crises.coders())
def test_the_three_models_are_told_apart_for_both_coders(coder: int) -> None:
    found = factors.baselines(casebook.cases("training", coder))
    assert found.always_no < found.best_single <= found.equal_weights


def test_what_is_shown_gives_the_counts_and_not_the_answers() -> None:
    sheet = Sheet("P5", STUDENT)
    assert "LOSS | 7 · 7 | 0 · 1 | 0 · 4" in str(sheet.show("counts"))
    assert str(sheet.show("crises")).count(" | force | ") == 7


# On the way: beside the notebook -----------------------------------------------------------------


@pytest.fixture
def beside(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a notebook, with the learner's journal at home."""
    folder = tmp_path / "P5"
    folder.mkdir()
    home.mkdir()
    (home / NAME).write_text(example(), encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    return folder


def test_the_journal_is_copied_whole_and_described(beside: Path) -> None:
    said = str(Sheet("P5", STUDENT).bring_journal())
    assert (beside / NAME).read_text(encoding="utf-8") == example()
    assert "13 entries" in said and "L8 | 8" in said and "its chain holds" in said
    assert "can read all of it" in said and "BOTH files" in said and "zip" in said
    assert list(beside.iterdir()) == [beside / NAME]


def test_who_registered_more_than_once_sees_each_with_its_place(beside: Path, home: Path) -> None:
    assert "registered a model" not in str(Sheet("P5", STUDENT).bring_journal())
    (beside / NAME).unlink()
    rows = lines(REVISED)
    rows[-1] |= {"key": holdout.REGISTER, "value": ["nonsense"]}
    (home / NAME).write_text(chained(rows), encoding="utf-8")
    said = str(Sheet("P5", STUDENT).bring_journal())
    assert "registered a model 3 times; the first case was opened at entry 6" in said
    assert "5 | 2026-03-02T09:09 | 16 of 19 | 61 % | A shift of about 4 of 100 points" in said
    assert "14 | 2026-03-02T09:22 | 14 of 19" in said and "15 | 2026-03-02T09:24 | – | –" in said


def test_an_earlier_copy_is_brought_up_to_date(beside: Path, home: Path) -> None:
    Sheet("P5", STUDENT).bring_journal()
    assert "already" in str(Sheet("P5", STUDENT).bring_journal())
    Journal(home / NAME).commit("L8.exit.text", {"text": "More."})
    assert "brought up to date" in str(Sheet("P5", STUDENT).bring_journal())
    assert (beside / NAME).read_bytes() == (home / NAME).read_bytes()


def test_a_copy_that_goes_further_is_left(beside: Path) -> None:
    longer = Journal(beside / NAME)
    (beside / NAME).write_text(example(), encoding="utf-8")
    longer.commit("L8.exit.text", {"text": "On another computer."})
    before = (beside / NAME).read_bytes()
    assert "goes further" in str(Sheet("P5", STUDENT).bring_journal())
    assert (beside / NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("there", "says"),
    [
        (chained(lines(example().replace(made_journals.ID, "0" * 32))), "another journal"),
        (made(begin, register_other), "went on differently"),
        ("notes of my own\n", "not an earlier copy"),
        (edited(example()), "not an earlier copy"),
    ],
    ids=["somebody else's", "another way on", "something else", "damaged"],
)
def test_nothing_else_is_overwritten(beside: Path, there: str, says: str) -> None:
    (beside / NAME).write_text(there, encoding="utf-8")
    with pytest.raises(CourseError, match=says):
        Sheet("P5", STUDENT).bring_journal()
    assert (beside / NAME).read_text(encoding="utf-8") == there


def test_a_link_in_its_place_is_not_followed(beside: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("", encoding="utf-8")
    (beside / NAME).symlink_to(precious)
    with pytest.raises(CourseError, match="a link or a folder"):
        Sheet("P5", STUDENT).bring_journal()
    assert precious.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("kind", ["autograde", "validate"])
def test_nothing_is_copied_while_it_is_marked(
    beside: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", kind)
    assert "Nothing is copied" in str(Sheet("P5", STUDENT).bring_journal())
    assert not list(beside.iterdir())


def test_an_empty_journal_is_said_and_a_damaged_one_goes_as_it_is(beside: Path, home: Path) -> None:
    (home / NAME).write_text(edited(example()), encoding="utf-8")
    assert "does not verify" in str(Sheet("P5", STUDENT).bring_journal())
    assert (beside / NAME).read_text(encoding="utf-8") == edited(example())
    (beside / NAME).unlink()
    (home / NAME).unlink()
    assert "empty on this computer" in str(Sheet("P5", STUDENT).bring_journal())
    (home / NAME).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CourseError, match="is no text"):
        Sheet("P5", STUDENT).bring_journal()
    assert not list(beside.iterdir())


def test_the_copy_goes_beside_the_notebook_that_is_open(
    beside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "Abgabe 5 – Ü"
    elsewhere.mkdir()
    (elsewhere / "P5_capstone.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(elsewhere / "P5_capstone.ipynb"))
    Sheet("P5", STUDENT).bring_journal()
    assert (elsewhere / NAME).is_file() and not list(beside.iterdir())


def test_no_journal_can_be_given_out_with_the_assignment(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """nbgrader copies whatever lies beside a source into the release and over submissions."""
    folder = release.source("P5").parent
    assert [path.name for path in folder.iterdir() if path.name != ".ipynb_checkpoints"] == [
        release.source("P5").name
    ]
    home.mkdir()
    (home / NAME).write_text(example(), encoding="utf-8")
    source = tmp_path / "source" / "P5"
    source.mkdir(parents=True)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    assert "would be given out" in str(bringing.bring(source)) and not list(source.iterdir())
    assert "journal.jsonl" in (CLONE / ".gitignore").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "there", "says"),
    [
        ("no", False, "There is no journal.jsonl"),
        ("yes: more weight to FEAS", False, "There is no journal.jsonl"),
        ("none", False, "questions about your journal wait"),
        ("none", True, "though a journal.jsonl lies beside"),
        ("no", True, "13 entries"),
        ("maybe", True, "Begin with one of the words"),
    ],
)
def test_the_public_check_says_whether_statement_and_file_fit(
    beside: Path, answer: str, there: bool, says: str
) -> None:
    if there:
        bringing.bring(beside)
    try:
        said = bringing.check(ASKED.item("revised"), answer, beside)
    except CourseError as error:
        said = str(error)
    assert says in said


# On the way: into the marker's hands -------------------------------------------------------------


def test_a_file_that_cannot_be_taken_is_told_and_not_passed_over(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(example(), encoding="utf-8")
    assert steps._text_of(path, 5_000_000) == example()
    assert steps._text_of(path, 100).startswith(f"{UNREAD}it has ")
    path.write_bytes(b"\xff\xfe")
    assert steps._text_of(path, 5_000_000) == f"{UNREAD}it is not text."
    path.unlink()
    path.symlink_to(FILE)
    assert steps._text_of(path, 5_000_000) == f"{UNREAD}it is a link or a folder."
    path.unlink()
    path.mkdir()
    assert steps._text_of(path, 5_000_000) == f"{UNREAD}it is a link or a folder."


@pytest.mark.slow
def test_nbgrader_marks_the_model_with_its_journal(tmp_path: Path) -> None:
    with release.workspace(tmp_path) as api:
        release.place_source(tmp_path, "P5")
        assert api.generate_assignment("P5", create=True)["success"]
        folder = tmp_path / "submitted" / STUDENT / "P5"
        folder.mkdir(parents=True)
        source = release.source("P5")
        (folder / source.name).write_bytes(source.read_bytes())
        (folder / NAME).write_text(example(), encoding="utf-8", newline="\n")
        told = api.autograde("P5", STUDENT, force=True, create=True)
        assert told["success"], told.get("error") or told.get("log")
        with api.gradebook as gradebook:
            found = gradebook.find_submission("P5", STUDENT)
            assert found.score == pytest.approx(25)
    graded = tmp_path / "autograded" / STUDENT / "P5"
    assert (graded / NAME).read_text(encoding="utf-8") == example()
    text = (graded / source.name).read_text(encoding="utf-8")
    assert "Journal 5a1e0c7d9b3f" in text
    assert os.environ.get("NBGRADER_EXECUTION") is None
    assert json.loads(text)["nbformat"] == 4 and journal.VERSION == 1


@pytest.mark.slow
def test_a_marker_without_numpy_gives_the_same_points(monkeypatch: pytest.MonkeyPatch) -> None:
    """The draws are others then; the tolerances have to bear it."""
    monkeypatch.setattr(robust, "numpy", None)
    journals._model.cache_clear()
    try:
        found = marks(example())
    finally:
        journals._model.cache_clear()
    assert total(found) == 25, {name: m.message for name, m in found.items() if m.points < m.of}
    assert "does not follow" not in found["revised"].for_marker
