"""Lesson 7: what its questions and its prose say is what the table and the models say."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from course import casebook, checks, crises, factors, prospect, robust, sets, tallies
from course.files import CLONE
from course.journal import Journal
from course.widgets.bridge import messages
from course.widgets.factor_weigher import ACCOUNTS, BLIND, CARDS, FactorWeigher

TEXT = (CLONE / "notebooks" / "07_the_dogs_that_did_not_bark.ipynb").read_text(encoding="utf-8")
SWINGS = dict.fromkeys(crises.factors(), 1) | {"LOSS": 10, "FEAS": 3}


def right(id: str) -> str:
    item = checks.check(id)
    return next(option.text for option in item.options if option.correct)


def test_warm_ups_are_worked_out() -> None:
    assert pytest.approx(0.75) == 0.6 / (0.6 + 0.2)
    assert right("L7.w1").startswith("75 %")
    for loss_aversion in (1.0, 2.25):
        model = replace(prospect.MEDIANS_1992, loss_aversion=loss_aversion)
        sure = prospect.prospect_value([(-40, 1)], model)
        gamble = prospect.prospect_value([(-90, 0.5), (0, 0.5)], model)
        assert gamble > sure, "the gamble is taken, whatever λ is"


def test_the_blanks_are_worked_out() -> None:
    rows = [(1.0,)] * 8 + [(0.0,)] * 4
    outcomes = [True] * 5 + [False] * 3 + [True] + [False] * 3
    cases = factors.Cases(
        tuple(map(str, range(12))), ("X",), tuple(rows), tuple(outcomes), (1.0,) * 12
    )
    found = sets.relations(cases)["X"]
    assert found == sets.Relation(5 / 6, 5 / 8, 1 / 4)
    assert right("L7.blanks") == "5/6 ; 5/8 ; 1/4"


def test_the_numbers_about_loss_are_those_of_the_table() -> None:
    tally = crises.tally("LOSS", half="absent")  # as the tool counts it in its third step
    force, n = tally.force_with, tally.with_factor
    assert tally.force_without == 0 and force == sum(c.outcome() for c in crises.cases("training"))
    yes, other, base = (checks.check("L7.2").option(id).feedback for id in "ABC")
    assert f"that is {force} of {n}, or {100 * force / n:.0f} %" in yes
    assert f"{force} of 19, is {100 * force / 19:.0f} %" in yes
    assert f"{force} of {force}." in other and f"the {n} crises with LOSS" in other
    assert f"{n - force} of those passed without force" in other
    assert f"{force} of 19 or {100 * force / 19:.0f} %" in base


def test_the_question_about_loss_gives_nothing_away_before_it_is_answered() -> None:
    """It can be seen, and its options, before the tool asks for a prediction."""
    item = checks.check("L7.2")
    seen = " ".join([item.prompt, *item.hints, *(option.text for option in item.options)])
    assert not re.search(r"\d|LOSS", seen)


def test_odds_are_turned_into_chances_as_the_lesson_says() -> None:
    for text in (TEXT, messages("factor_weigher")["odds"]):
        for yes, no, words in (
            (1, 2, "one part of three|1 part of 3"),
            (3, 2, "3 parts of 5|three parts of five"),
        ):
            chance = f"a chance of {100 * yes / (yes + no):.0f} %"
            assert re.search(rf"odds of {yes} to {no} are ({words}), {chance}", text, re.I)


def test_very_different_weights_really_get_as_many_right() -> None:
    cases = casebook.cases()
    assert max(robust.most_hits(cases, robust.draw(7))) == 16
    assert "16 of 19" in checks.check("L7.3").prompt
    for name in ("LOSS", "PROX", "INTENT", "FEAS"):
        brief = robust.lawyer(cases, [cases.factors.index(name)], 16)
        assert brief is not None and brief.share > 0.25, name


def test_what_the_lesson_sees_in_the_table_is_there() -> None:
    for half in ("absent", "present"):
        found = sets.relations(casebook.cases(), half)
        for name in ("LOSS", "FEAS"):
            assert found[name].necessity == 1 and (found[name].sufficiency or 1) < 0.7, name
    plain = factors.fit(casebook.cases(), list(factors.from_swings(SWINGS).values()))
    others = [
        casebook.cases(outcome="combat"),
        *(
            casebook.cases(turned=(case.crisis.id,))
            for case in crises.cases("training")
            if case.crisis.borderline
        ),
    ]
    weights = list(factors.from_swings(SWINGS).values())
    assert {factors.fit(other, weights).hits for other in others} != {plain.hits}
    assert not crises.crisis("adjara-2004").force
    assert len(crises.cases()) == 26 and len(crises.cases("training")) == 19


def test_the_panels_open_after_the_weights_and_say_what_was_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    monkeypatch.setattr(tallies, "Journal", lambda: journal)
    panels = (tallies.presence_table, tallies.weightings_table, tallies.what_we_see)
    assert all("opens when you have kept your weights" in repr(panel()) for panel in panels)
    weigher = FactorWeigher(journal=journal)
    for stage, value in steps().items():
        weigher.commit(stage, value)
    presence, weightings, seen = (repr(panel()) for panel in panels)
    assert "Feasibility does as well as loss" in seen
    assert "LOSS | 100 % |" in presence
    spread = robust.region(casebook.cases(), [1.0] * 7, in_order=False).spread
    assert f"16 of 19 | {100 * spread[16]:.0f} %" in weightings
    assert f"equal weights {factors.baselines(casebook.cases()).equal_weights:g}" in weightings


def test_the_saved_lesson_gives_nothing_away() -> None:
    assert TEXT.count("opens when you have kept your weights") >= 3
    assert "whenever force is used" not in TEXT
    for case in crises.cases("holdout"):
        assert case.crisis.name not in TEXT and case.crisis.id not in TEXT
    assert not any(crises.crisis(id).card in TEXT for id in CARDS)


# The widget, beyond its guards -------------------------------------------------------------------


def steps() -> dict[str, dict[str, Any]]:
    codes = {str(n): dict.fromkeys(BLIND, 1) for n in range(1, len(CARDS) + 1)}
    return {
        "cards": {"read": list(crises.factors()), "codes": codes},
        "positives": {"chance": 80},
        "weights": {"swings": SWINGS, "rule": "sum"},
        "register": {"coder": 1, "outcome": "combat", "half": "absent"},
    }


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    weigher = FactorWeigher(journal=journal)
    for stage, value in steps().items():
        weigher.commit(stage, value)
    again = FactorWeigher(journal=journal)
    assert again.value["swings"] == SWINGS and again.value["rule"] == "sum"
    assert again.value["chance"] == 80 and again.value["half"] == "absent"
    assert again.value["outcome"] == "combat"
    assert again._record == weigher._record and not again._message


@pytest.mark.parametrize(
    ("stage", "value"),
    [
        ("weights", {"swings": {"LOSS": 10, "OIL": 3}, "rule": "sum", "hits": 12}),
        ("weights", {"swings": dict.fromkeys(SWINGS, 1), "rule": "sum", "hits": 12}),
        ("cards", {"codes": "none"}),
        ("register", {"coder": 7}),
        ("positives", []),
    ],
)
def test_a_journal_of_another_version_is_said_and_kept(
    tmp_path: Path, stage: str, value: Any
) -> None:
    journal = Journal(tmp_path / "journal.jsonl")
    weigher = FactorWeigher(journal=journal)
    for name, kept in steps().items():
        weigher.commit(name, kept)
    journal.commit(f"L7.factor-weigher.{stage}", value)
    count = len(journal.entries())
    again = FactorWeigher(journal=journal)
    assert again._message == messages("factor_weigher")["does_not_fit"]
    assert again.value == {} and again._record == {}
    assert len(journal.entries()) == count


@pytest.mark.parametrize("chance", [None, "80", -1, 101, True])
def test_a_prediction_is_a_number_from_0_to_100(tmp_path: Path, chance: object) -> None:
    weigher = FactorWeigher(journal=Journal(tmp_path / "journal.jsonl"))
    weigher.commit("cards", steps()["cards"])
    weigher._heard(None, {"do": "commit", "stage": "positives", "value": {"chance": chance}}, [])
    assert "from 0 to 100" in weigher._message
    assert not weigher.commits["positives"]


def test_registering_needs_a_word_about_halves_and_a_coder_who_is_there(tmp_path: Path) -> None:
    weigher = FactorWeigher(journal=Journal(tmp_path / "journal.jsonl"))
    for stage in ("cards", "positives", "weights"):
        weigher.commit(stage, steps()[stage])
    for changed, reason in (
        ({"half": None}, "half counts as absent or as present"),
        ({"coder": 3}, "no coding by coder 3"),
        ({"outcome": "war"}, "no outcome 'war'"),
    ):
        value = steps()["register"] | changed
        weigher._heard(None, {"do": "commit", "stage": "register", "value": value}, [])
        assert reason in weigher._message
    assert not weigher.commits["register"]


def test_every_account_has_factors_of_the_codebook() -> None:
    for names in ACCOUNTS.values():
        assert names and set(names) <= set(crises.factors())
    assert sorted(name for names in ACCOUNTS.values() for name in names) == sorted(crises.factors())
