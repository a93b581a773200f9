"""The holdout: nothing open before a forecast, one pass that counts, every other exploratory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course import crises, forecasts, holdout, tables
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import messages
from course.widgets.holdout import HoldoutReveal

CASES = holdout.cases()
MODEL = {"forecasts": {case.id: 0.25 for case in CASES}}
WORDS = messages("holdout")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def begun(journal: Journal) -> HoldoutReveal:
    reveal = HoldoutReveal(journal=journal)
    reveal.commit("without", {})
    return reveal


def shown(reveal: HoldoutReveal) -> dict[str, Any]:
    """What the learner sees now."""
    found: dict[str, Any] = reveal._record.get("reveal") or reveal._config["begin"]
    return found


def all_open(journal: Journal, chance: float = 40) -> HoldoutReveal:
    reveal = begun(journal)
    for alias in reveal.alias:
        reveal.commit(alias, {"chance": chance})
    return reveal


def page(widget: HoldoutReveal) -> str:
    """All that the page is sent."""
    return json.dumps([widget._config, widget._record, widget.value, widget.still()])


def test_seven_cases_in_an_order_that_tells_no_year() -> None:
    assert len(CASES) == 7
    assert [case.year for case in CASES] != sorted(case.year for case in CASES)
    assert {case.id for case in CASES} == {c.id for c in tables.crises() if c.set == "holdout"}
    assert holdout.KNOWN == ("ukraine-2022",) and holdout.KNOWN[0] in {case.id for case in CASES}


def test_nothing_of_a_closed_case_is_in_the_page(journal: Journal) -> None:
    reveal = begun(journal)
    for number, (alias, id) in enumerate(reveal.alias.items()):
        sent = page(reveal)
        for closed in CASES[number:]:
            for secret in (closed.id, closed.name, closed.after[:40], closed.sources[:30]):
                assert secret not in sent
        assert all(set(card) == {"id", "card", "values"} for card in reveal._config["cases"])
        reveal.commit(alias, {"chance": 30})
        assert CASES[number].name in page(reveal)
        assert journal.entries()[-1].key == f"L8.holdout.forecast.{id}"


def test_a_forecast_is_kept_before_its_case_opens(journal: Journal) -> None:
    reveal = begun(journal)
    seen: list[int] = []
    reveal.observe(lambda _: seen.append(len(journal.entries())), "_record")
    reveal.commit("case-1", {"chance": 0})
    assert seen == [2]
    latest = journal.latest(f"L8.holdout.forecast.{CASES[0].id}")
    assert latest is not None
    assert latest.value == {"chance": 0, "view": 1, "exploratory": False}


@pytest.mark.parametrize(
    ("chance", "sentence"),
    [(None, "empty"), ("", "empty"), (101, "off_scale"), (-1, "off_scale"), ("40", "off_scale")],
)
def test_an_empty_or_impossible_forecast_opens_nothing(
    journal: Journal, chance: Any, sentence: str
) -> None:
    reveal = begun(journal)
    with pytest.raises(CourseError) as error:
        reveal.commit("case-1", {"chance": chance})
    assert str(error.value) == WORDS[sentence]
    assert len(journal.entries()) == 1 and not shown(reveal)["opened"]


def test_a_forecast_cannot_be_revised_once_its_case_is_open(journal: Journal) -> None:
    reveal = begun(journal)
    reveal.commit("case-1", {"chance": 35})
    with pytest.raises(CourseError, match="your forecast of 35 stands"):
        reveal.commit("case-1", {"chance": 99})
    # Nor in another notebook that was opened earlier and knows nothing of it.
    other = HoldoutReveal(journal=journal)
    other.commits = {stage: [] for stage in other.stages}
    with pytest.raises(CourseError, match="stands"):
        other.commit("case-1", {"chance": 99})
    assert holdout.views(journal.entries())[0].chances == {CASES[0].id: 35}


def test_a_second_entry_in_the_file_does_not_count(journal: Journal) -> None:
    """Who writes into the journal by other means changes nothing in the first pass."""
    begun(journal).commit("case-1", {"chance": 35})
    journal.commit(f"L8.holdout.forecast.{CASES[0].id}", {"chance": 99})
    assert holdout.views(journal.entries())[0].chances[CASES[0].id] == 35


def test_the_holdout_is_opened_once_and_counted(journal: Journal) -> None:
    reveal = begun(journal)
    assert shown(reveal)["views"] == 0
    with pytest.raises(CourseError, match="Open all seven"):
        reveal.commit("open", {})
    for alias in reveal.alias:
        reveal.commit(alias, {"chance": 40})
    first = shown(reveal)
    assert (first["views"], first["view"], first["done"]) == (1, 1, True)
    reveal.commit("open", {})
    again = shown(reveal)
    assert (again["view"], again["views"], again["opened"]) == (2, 2, [])
    for alias, case in zip(reveal.alias, CASES, strict=True):
        reveal.commit(alias, {"chance": 100 * case.force})
    second = shown(reveal)
    assert second["views"] == 2
    assert second["scores"]["force"]["mine"] == 0  # perfect, and it counts for nothing
    assert second["counted"]["mine"] == first["scores"]["force"]["mine"] > 0
    kept = journal.latest(f"L8.holdout.forecast.{CASES[0].id}")
    assert kept is not None and kept.value["exploratory"] is True
    assert shown(HoldoutReveal(journal=journal))["views"] == 2


def test_without_a_model_one_is_asked_and_none_is_invented(journal: Journal) -> None:
    reveal = HoldoutReveal(journal=journal)
    assert shown(reveal)["model"] == {"status": "none", "ready": False}
    with pytest.raises(CourseError) as error:
        reveal.commit("case-1", {"chance": 20})
    assert str(error.value) == WORDS["model_first"]
    reveal.commit("without", {})
    reveal.commit("case-1", {"chance": 20})
    assert shown(reveal)["scores"]["force"]["model"] is None
    assert shown(reveal)["opened"][0]["model"] is None


def test_a_registered_model_is_scored_beside_the_learner(journal: Journal) -> None:
    journal.commit(holdout.REGISTER, MODEL)
    reveal = HoldoutReveal(journal=journal)
    assert shown(reveal)["model"] == {"status": "there", "ready": True}
    assert "0.25" not in page(reveal)  # its forecasts open with the cases
    with pytest.raises(CourseError, match="holds a registered model"):
        reveal.commit("without", {})
    for alias in reveal.alias:
        reveal.commit(alias, {"chance": 40})
    wanted = forecasts.brier([0.25] * 7, [case.force for case in CASES])
    assert shown(reveal)["scores"]["force"]["model"] == pytest.approx(wanted)


def test_what_is_registered_after_the_opening_is_no_test(journal: Journal) -> None:
    begun(journal).commit("case-1", {"chance": 20})
    perfect = {"forecasts": {case.id: float(case.force) for case in CASES}}
    journal.commit(holdout.REGISTER, perfect)
    assert holdout.registration(journal.entries()).status == "late"
    reveal = HoldoutReveal(journal=journal)
    for alias in list(reveal.alias)[1:]:
        reveal.commit(alias, {"chance": 20})
    counted = holdout.counted(journal.entries())
    assert counted is not None and counted.model is None
    assert shown(reveal)["model"]["status"] == "late"


def test_the_model_that_counts_is_the_last_one_before_the_opening(journal: Journal) -> None:
    journal.commit(holdout.REGISTER, {"forecasts": {case.id: 0.9 for case in CASES}})
    journal.commit(holdout.REGISTER, MODEL)
    HoldoutReveal(journal=journal).commit("case-1", {"chance": 20})
    journal.commit(holdout.REGISTER, {"forecasts": {case.id: 0.0 for case in CASES}})
    found = holdout.registration(journal.entries())
    assert found.status == "there" and set(found.chances.values()) == {0.25}


@pytest.mark.parametrize(
    "said", [{}, {"forecasts": {}}, {"forecasts": {c.id: 40 for c in CASES}}, "of another version"]
)
def test_a_model_that_does_not_fit_is_said_and_not_scored(journal: Journal, said: Any) -> None:
    journal.commit(holdout.REGISTER, said)
    assert holdout.registration(journal.entries()).status == "unfit"
    assert shown(HoldoutReveal(journal=journal))["model"]["ready"] is False


def test_other_readings_open_only_when_all_is_open(journal: Journal) -> None:
    reveal = begun(journal)
    reveal.commit("case-1", {"chance": 40})
    assert set(shown(reveal)["scores"]) == {"force"}
    for alias in list(reveal.alias)[1:]:
        reveal.commit(alias, {"chance": 40})
    scores = shown(reveal)["scores"]
    assert set(scores) == set(holdout.READINGS)
    assert len({round(scores[reading]["mine"], 6) for reading in holdout.READINGS}) == 3
    for reading in holdout.READINGS:
        assert scores[reading]["rate"] == holdout.base_rate(reading)


def test_calibration_opens_with_the_last_case(journal: Journal) -> None:
    reveal = begun(journal)
    reveal.commit("case-1", {"chance": 20})
    assert shown(reveal)["calibration"] is None
    for alias in list(reveal.alias)[1:]:
        reveal.commit(alias, {"chance": 20})
    (only,) = shown(reveal)["calibration"]
    assert (only["n"], round(7 * only["came_true"])) == (7, sum(c.force for c in CASES))


def test_the_readings_follow_the_table() -> None:
    by_id = {crisis.id: crisis for crisis in tables.crises()}
    kazakhstan = by_id["kazakhstan-2022"]
    assert [holdout.outcome(kazakhstan, r) for r in holdout.READINGS] == [True, False, False]
    assert all(holdout.outcome(by_id["ukraine-2022"], r) for r in holdout.READINGS)
    assert holdout.outcome(by_id["syria-2024"], "other") and not by_id["syria-2024"].force


def test_the_case_everybody_knows_is_scored_apart(journal: Journal) -> None:
    chances = {case.id: 100.0 * case.force for case in CASES}
    chances["ukraine-2022"] = 0.0
    found = holdout.scores(chances)
    assert found.mine == pytest.approx(1 / 7) and found.unknown == 0
    assert holdout.scores({"ukraine-2022": 100.0}).unknown is None


def test_a_damaged_journal_does_not_stop_a_learner(journal: Journal) -> None:
    begun(journal).commit("case-1", {"chance": 20})
    journal.path.write_text(journal.path.read_text("utf-8") + "no entry\n", encoding="utf-8")
    reveal = HoldoutReveal(journal=journal)
    assert "damaged" in reveal._message
    reveal.commit("without", {})
    assert journal.problem() is None
    assert shown(HoldoutReveal(journal=journal))["opened"][0]["chance"] == 20


def test_a_full_pass_is_restored(journal: Journal) -> None:
    all_open(journal)
    again = HoldoutReveal(journal=journal)
    assert len(shown(again)["opened"]) == 7
    assert again.value == {}
    assert (
        "Ukraine" not in again.still() and "config" not in again._repr_mimebundle_()[0]["text/html"]
    )


def test_whether_a_card_was_recognised_is_kept_with_the_forecast(journal: Journal) -> None:
    reveal = begun(journal)
    reveal.commit("case-1", {"chance": 20, "recognised": "yes"})
    latest = journal.latest(f"L8.holdout.forecast.{CASES[0].id}")
    assert latest is not None and latest.value["recognised"] == "yes"
    assert shown(reveal)["opened"][0]["recognised"] == "yes"
    assert shown(reveal)["recognised"] is None  # the summary comes with the last card
    with pytest.raises(CourseError) as error:
        reveal.commit("case-2", {"chance": 20, "recognised": "perhaps"})
    assert str(error.value) == WORDS["no_such_answer"]
    answers = ["no", "unsure", None, "no", "no", "no"]
    for alias, answer in zip(list(reveal.alias)[1:], answers, strict=True):
        reveal.commit(alias, {"chance": 20, "recognised": answer})
    found = shown(reveal)["recognised"]
    assert {name: found[name] for name in ("yes", "no", "unsure")} == {
        "yes": 1, "no": 4, "unsure": 1,
    }  # fmt: skip
    rest = [case.force for case in CASES[1:]]
    assert found["rest"]["n"] == 6
    assert found["rest"]["mine"] == pytest.approx(forecasts.brier([0.2] * 6, rest))
    assert found["rest"]["base"] == pytest.approx(forecasts.brier([holdout.base_rate()] * 6, rest))
    assert shown(HoldoutReveal(journal=journal)) == shown(reveal)


def test_a_journal_without_the_question_is_restored(journal: Journal) -> None:
    all_open(journal)
    assert "recognised" not in journal.entries()[-1].value
    found = shown(HoldoutReveal(journal=journal))["recognised"]
    assert found == {"yes": 0, "no": 0, "unsure": 0, "rest": None}


def test_sources_behind_which_a_state_stands_are_marked(journal: Journal) -> None:
    opened = shown(all_open(journal))["opened"]
    marks = {s["text"]: s["mark"] for one in opened for s in one["sources"]}
    assert marks["https://tass.com/world/1387771"] == "russian_state"
    assert marks["http://en.kremlin.ru/events/president/transcripts/67843"] == "russian_government"
    assert marks["https://euobserver.com/tickers/154881"] is None
    assert all(f"outlet_{mark}" in WORDS for mark in crises.OUTLETS.values())
    assert crises.outlet("https://nottass.com/1") is None
    held = " ".join(crisis.sources for crisis in tables.crises())
    assert all(site in held for site in crises.OUTLETS)
