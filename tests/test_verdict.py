"""The verdict, the diary, progress and the shelf: all of it from the learner's own journal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from browser import ends

from course import __main__ as command_line
from course import (
    accounts,
    beliefs,
    bookshelf,
    checks,
    forbidden,
    holdout,
    progress,
    seeds,
    verdict,
    weights,
)
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import messages
from course.widgets.odds_diary import OddsDiary, diary
from course.widgets.questions import Check
from course.widgets.threat_weigher import ThreatWeigher
from course.widgets.verdict import Verdict

SAID = {"conclusion": "Threat, and not only threat.", "tool": "threat"}


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    monkeypatch.setenv("COURSE_HOME", str(tmp_path))
    return Journal()


def weigh(journal: Journal, given: Mapping[str, float]) -> None:
    weigher = ThreatWeigher(journal=journal)
    where = {"claim": "POL-RUS-USA", "year": 2014}
    weigher.commit("predict.POL-RUS-USA", {**where, "choice": "first", "share": 70})
    measured = {"measures": dict(weigher._config["plain"]), "form": "additive"}
    weigher.commit("weights.POL-RUS-USA", {**where, **measured, "weights": dict(given)})


SOURCES = [source["id"] for source in ThreatWeigher()._config["sources"]][:3]


# The verdict -----------------------------------------------------------------------------------


def test_an_empty_journal_fills_in_nothing_and_names_the_lessons() -> None:
    found = verdict.assemble([])
    pieces = [*found.tools.values(), found.forecasts, found.diary]
    assert all(piece.missing and not piece.holds and not piece.flips for piece in pieces)
    for tool, lesson in (("threat", 3), ("evidence", 6), ("factors", 7)):
        assert f"lesson {lesson} fills this in" in found.tools[tool].missing  # type: ignore[index]
        with pytest.raises(CourseError, match=f"lesson {lesson}"):
            verdict.lines(found, "So it is.", tool)


def test_the_threat_weigher_carries_its_own_share_and_flip(journal: Journal) -> None:
    weigh(journal, dict(zip(SOURCES, (3, 4, 8), strict=True)))
    kept = journal.entries()[-1].value
    piece = verdict.assemble(journal.entries()).tools["threat"]
    share = kept["share"] if kept["leads"] == "first" else 1 - kept["share"]
    assert f"holds in {verdict.percent(share)} of all weightings of three sources" in piece.holds
    from course import threat

    row = threat.contrasts("POL", "RUS", "USA", 2014)[:3]
    flip = weights.distance_to_flip(row, (3, 4, 8))
    assert flip is not None and flip.distance > 0.02
    assert f"about {round(50 * flip.distance)} of 100 points" in piece.flips


def test_a_later_weighting_replaces_an_earlier_one(journal: Journal) -> None:
    weigh(journal, dict(zip(SOURCES, (1, 10, 1), strict=True)))
    first = verdict.assemble(journal.entries()).tools["threat"]
    weigh(journal, dict(zip(SOURCES, (10, 1, 10), strict=True)))
    assert verdict.assemble(journal.entries()).tools["threat"] != first


def test_all_three_tools_and_what_stands_beside_them(journal: Journal) -> None:
    ends.fill(journal, models=True)
    found = verdict.assemble(journal.entries())
    assert found.tools["threat"].missing  # the learner of `ends` skipped lesson 3
    evidence, factors = found.tools["evidence"], found.tools["factors"]
    assert "42 %" in evidence.holds and "no share of weightings" in evidence.holds
    assert "card E16 at 5 and not 3" in evidence.flips and '"Empire and ideas"' in evidence.flips
    assert "31 % (± 0.3 points) of the weightings in my own order" in factors.holds
    assert "more cases right than always saying no: 14 against 12 of 19" in factors.holds
    assert factors.flips.endswith(ends.MODEL["flip_says"])
    score = holdout.counted(journal.entries())
    assert score is not None and f"Brier score {score.mine:.2f}" in found.forecasts.said
    assert "lesson 1 most on" in found.diary.said and "lesson 3 most on" in found.diary.said


def test_a_model_no_better_than_one_without_weights_says_so(journal: Journal) -> None:
    journal.commit(holdout.REGISTER, {**ends.MODEL, "bar": 14.0, "hits": 14.0})
    holds = verdict.assemble(journal.entries()).tools["factors"].holds
    assert "no more cases right than the best model without weights: 14 against 14 of 19" in holds


def test_two_accounts_that_share_the_lead_are_both_named(journal: Journal) -> None:
    shared = {"T": 0.4, "P": 0.4, "I": 0.1, "D": 0.025, "L": 0.025, "V": 0.025, "S": 0.025}
    tied = {"posterior": shared, "leader": "T", "tied": ["T", "P"], "flip": None}
    journal.commit("L6.evidence-balance.ratings", {**ends.RATINGS, **tied})
    piece = verdict.assemble(journal.entries()).tools["evidence"]
    names = [accounts.account(letter).name for letter in "TP"]
    assert all(name in piece.said and name in piece.holds for name in names)
    assert "each" in piece.holds and "any change" in piece.flips


def test_no_rating_that_flips_is_said(journal: Journal) -> None:
    journal.commit("L6.evidence-balance.ratings", {**ends.RATINGS, "flip": None})
    assert "No single rating" in verdict.assemble(journal.entries()).tools["evidence"].flips


@pytest.mark.parametrize("value", [{}, [], "of another version", {"share": "much"}, None])
def test_entries_that_do_not_fit_are_said_and_stay(journal: Journal, value: Any) -> None:
    keys = ("L3.threat-weigher.weights.X", "L6.evidence-balance.ratings", holdout.REGISTER)
    for key in keys:
        journal.commit(key, value)
    found = verdict.assemble(journal.entries())
    for tool, lesson in (("threat", 3), ("evidence", 6), ("factors", 7)):
        piece = found.tools[tool]  # type: ignore[index]
        assert f"Commit once more in lesson {lesson}" in piece.missing and not piece.holds
    assert len(journal.entries()) == 3


def test_the_widget_keeps_the_lines_and_writes_the_file(journal: Journal) -> None:
    ends.fill(journal, models=True)
    kept = journal.latest("L8.verdict.verdict")
    assert kept is not None and kept.value["lines"][0] == ends.CONCLUSION
    assert kept.value["lines"][2].endswith(ends.MODEL["flip_says"])
    text = (journal.path.parent / "verdict.md").read_text(encoding="utf-8")
    assert all(line in text for line in kept.value["lines"])
    assert "line 1 is mine" in text and "Brier score" in text
    assert Verdict(journal=journal).value == {"conclusion": ends.CONCLUSION, "tool": "factors"}


def test_what_is_drawn_after_keeping_is_the_journal_of_now(journal: Journal) -> None:
    """A diary entry made after the cell ran stands in the kept verdict, and beside it."""
    ends.fill(journal, models=True)
    widget = Verdict(journal=journal)
    then = [one["said"] for one in widget._config["beside"]]
    OddsDiary("L8", journal).commit("belief", {"points": ends.points(90)})
    widget.commit("verdict", SAID | {"tool": "factors"})
    reveal = widget._record["reveal"]
    assert reveal["beside"] != then and "lesson 8 most on" in reveal["beside"][1]
    assert [one["said"] for one in reveal["now"]["beside"]] == reveal["beside"]
    assert Verdict(journal=journal)._record["reveal"] == reveal


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ({}, "Write your conclusion"),
        ({"conclusion": "  ", "tool": "threat"}, "Write your conclusion"),
        ({"conclusion": "So."}, "Choose first which"),
        ({"conclusion": "So.", "tool": "stars"}, "Choose first which"),
        ({"conclusion": "So.", "tool": "threat"}, "lesson 3 fills this in"),
        ({"conclusion": "x" * 700, "tool": "threat"}, "700 characters"),
    ],
)
def test_a_verdict_that_is_not_whole_is_refused(
    journal: Journal, value: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(CourseError, match=sentence):
        Verdict(journal=journal).commit("verdict", value)
    assert not journal.path.exists()


def test_a_verdict_of_another_learner_is_left_alone(journal: Journal) -> None:
    ends.fill(journal, models=True)
    path = journal.path.parent / "verdict.md"
    theirs = path.read_text(encoding="utf-8").replace("Journal: ", "Journal: 0")
    path.write_text(theirs, encoding="utf-8")
    mine = Verdict(journal=journal)
    mine.commit("verdict", {"conclusion": "Mine.", "tool": "factors"})
    assert "another journal" in mine._message
    assert path.read_text(encoding="utf-8") == theirs
    kept = journal.latest("L8.verdict.verdict")
    assert kept is not None and kept.value["lines"][0] == "Mine."


def test_a_damaged_journal_is_said(journal: Journal) -> None:
    ends.fill(journal, models=True)
    journal.path.write_text(journal.path.read_text("utf-8") + "no entry\n", encoding="utf-8")
    assert "damaged" in Verdict(journal=journal)._message
    assert "damaged" in bookshelf.my_progress().text
    assert "damaged" in bookshelf.diary_chart().text
    assert "damaged" in bookshelf.shelf().markup


# The Odds Diary ----------------------------------------------------------------------------------


def test_the_diary_starts_with_nothing_set_and_shows_nothing_earlier(journal: Journal) -> None:
    OddsDiary("L1", journal).commit("belief", {"points": ends.points(60)})
    widget = OddsDiary("L3", journal)
    assert widget.value == {} and widget._record == {}
    assert "46" not in str(widget._config)
    widget.commit("belief", {"points": ends.points(30)})
    assert [one["lesson"] for one in widget._record["reveal"]["others"]] == ["1"]
    assert OddsDiary("L3", journal).value == {"points": ends.points(30)}


@pytest.mark.parametrize(
    ("points", "sentence"),
    [
        ({}, "8 of 8"),
        ({**ends.points(5), "X": None}, "1 of 8"),
        ({**ends.points(5), "T": 101}, "from 0 to 100"),
        ({**ends.points(5), "T": "5"}, "from 0 to 100"),
        (dict.fromkeys(beliefs.LETTERS, 0), "nothing is left to believe"),
    ],
)
def test_an_entry_that_is_not_whole_is_refused(
    journal: Journal, points: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(CourseError, match=sentence):
        OddsDiary("L2", journal).commit("belief", {"points": points})
    assert not journal.path.exists()


def test_before_lesson_3_nobody_has_to_know_the_theories() -> None:
    words = messages("odds_diary")
    for lesson in ("L1", "L2"):
        names = [line["name"] for line in diary(lesson)._config["lines"]]
        assert names == [words[f"plain_{letter.lower()}"] for letter in beliefs.LETTERS]
    named = [line["name"] for line in diary("L3")._config["lines"]]
    assert named[0] == "Threat and denial" and named[-1] == words["name_x"]


@pytest.mark.parametrize("lesson", ["L0", "L9", "3", ""])
def test_a_diary_for_no_lesson_says_how_to_write_it(lesson: str) -> None:
    with pytest.raises(CourseError, match=r'diary\("L3"\)'):
        diary(lesson)


def test_the_chart_waits_for_an_entry_and_then_says_what_moved(journal: Journal) -> None:
    assert "empty" in bookshelf.diary_chart().text
    assert "empty" in bookshelf.diary_table().text
    OddsDiary("L1", journal).commit("belief", {"points": ends.points(60)})
    assert "one entry" in bookshelf.diary_chart().text
    OddsDiary("L8", journal).commit("belief", {"points": ends.points(10)})
    chart = bookshelf.diary_chart()
    assert '"Threat and denial" moved most, down by' in chart.text
    assert len(chart.spec["data"]["values"]) == 16  # type: ignore[union-attr]
    assert "Lesson 8" in bookshelf.diary_table().text


# Progress ----------------------------------------------------------------------------------------


def test_progress_counts_answers_commitments_and_revisions(journal: Journal) -> None:
    item = checks.check("L2.3")
    Check(item, journal).commit("answer", {"choice": "A", "sure": "certain"})
    ends.fill(journal, models=True)
    OddsDiary("L3", journal).commit("belief", {"points": ends.points(20)})
    rows = {row.id: row for row in progress.lessons(journal.entries(), checks.catalogue())}
    assert rows["L2"].answered == 1 and rows["L2"].questions > 5 and rows["L2"].commitments == 0
    assert (rows["L3"].commitments, rows["L3"].revisions) == (1, 1)
    assert rows["L8"].commitments == 8


def test_a_misconception_is_met_then_repaired_then_met_again(journal: Journal) -> None:
    catalogue = checks.catalogue()

    def now() -> dict[str, str | None]:
        return {m.id: m.repaired for m in progress.met(journal.entries(), catalogue)}

    item = checks.check("L2.3")  # its A is M02
    right = next(option.id for option in item.options if option.correct)
    check = Check(item, journal)
    check.commit("answer", {"choice": "A"})
    assert now() == {"M02": None}
    check.commit("answer", {"choice": right})
    assert now() == {"M02": "L2.3"}
    check.commit("answer", {"choice": "A"})
    assert now() == {"M02": None}
    other = checks.check("L3.3")  # its B is M02 as well
    assert other.option("B").misconception == "M02" and other.option("C").correct
    Check(other, journal).commit("answer", {"choice": "C"})
    assert now()["M02"] == "L3.3"


def test_calibration_takes_the_first_answer_only(journal: Journal) -> None:
    check = Check("L2.3", journal)
    right = next(option.id for option in check.item.options if option.correct)  # type: ignore[union-attr]
    check.commit("answer", {"choice": "A", "sure": "certain"})
    check.commit("answer", {"choice": right, "sure": "certain"})
    found = progress.calibration(journal.entries(), checks.catalogue())
    assert [(sure.said, sure.n, sure.right) for sure in found] == [("certain", 1, 0)]


def test_progress_survives_any_journal(journal: Journal) -> None:
    for value in (None, [], "x", {"choice": "Z"}, {"choice": ["A"]}):
        journal.commit("L2.3.answer", value)
        journal.commit("L1.diary.belief", value)
    assert "nothing yet" in progress.as_text(journal.entries())


def test_the_command_line_prints_progress(
    journal: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command_line.main(["progress"]) == 0
    assert "journal is empty" in capsys.readouterr().out
    ends.fill(journal, models=True)
    assert command_line.main(["progress"]) == 0
    assert "Odds Diary" in capsys.readouterr().out
    theirs = Journal(tmp_path / "theirs.jsonl")
    Check("L2.3", theirs).commit("answer", {"choice": "A"})
    assert command_line.main(["progress", str(theirs.path)]) == 0
    assert "not the journal of this folder" in capsys.readouterr().out
    assert command_line.main(["progress", str(journal.path)]) == 0
    assert "not the journal" not in capsys.readouterr().out
    theirs.path.write_text('{"format": "another"}\n', encoding="utf-8")
    assert command_line.main(["progress", str(theirs.path)]) == 1
    assert "not a journal of this course" in capsys.readouterr().err


# The shelf, and what was ruled out ---------------------------------------------------------------


def test_the_shelf_is_folded_small_and_the_same_for_everybody_at_the_start(
    journal: Journal,
) -> None:
    shelf = bookshelf.shelf()
    assert shelf.markup.count("<details") >= 4 and not shelf.markup.count("<details open")
    assert len((shelf.markup + shelf.text).encode("utf-8")) < 25_000
    assert shelf == bookshelf.shelf()
    assert bookshelf.EMPTY in shelf.markup


def test_each_document_has_something_for_it_and_against_it_and_a_defence() -> None:
    documents = forbidden.judged()["document"]
    assert [d["letter"] for d in documents] == ["A", "B"]
    for document in documents:
        assert len(document["defence"].split()) > 30
        for item in document["item"]:
            assert item["for"] and item["against"] and item["sources"]
            # Pleas belong to the defence, where both documents have one.
            assert not re.search("decides little|same history|explain", item["against"])
            for id in item["paragraphs"]:
                assert seeds.paragraph(id).id[0] == document["letter"]
    lengths = [sum(len(x["for"]) for x in d["item"]) / len(d["item"]) for d in documents]
    assert max(lengths) < 2 * min(lengths), "one document is argued for at much greater length"


def test_the_panel_says_which_column_is_our_judgement() -> None:
    panel = forbidden.forbade()
    assert "[the Russian government&#x27;s own site]" in panel.markup
    assert "our judgement" in panel.text and "our words, not the author's" in panel.text
    with pytest.raises(CourseError, match="A and B"):
        forbidden.forbade("C")


def test_the_table_of_penalties_is_computed() -> None:
    text = forbidden.penalties(50, 90).text
    assert "90 % | 0.01 | 0.81" in text and "7 of 19" in text
    with pytest.raises(CourseError, match="from 0 to 100"):
        forbidden.penalties(120)


def test_numbers_in_the_questions_of_lesson_8_are_right() -> None:
    item = checks.check("L8.w1")
    right = next(option for option in item.options if option.correct)
    assert f"{5 / 13:.2f}".lstrip("0") in right.text
    assert f"{5 / 17:.2f}".lstrip("0") in item.option("C").text
    assert {c.id for c in holdout.cases()} >= {"armenia-2022", "karabakh-2023", "syria-2024"}
    syria = next(c for c in holdout.cases() if c.id == "syria-2024")
    assert not syria.force and syria.borderline
