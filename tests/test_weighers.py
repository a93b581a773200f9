from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from course import measures, power, tables, threat, weights
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages
from course.widgets.threat_weigher import CLAIMS, MEASURES
from course.widgets.weighers import FourWorlds, Reweigher, ThreatWeigher

POLAND = "POL-RUS-USA"
THREE = dict(zip(measures.SOURCES[:3], (7, 6, 3), strict=True))
FOUR = {**THREE, "perceived intentions": 5}
PLAIN = {"power": "cinc", "distance": "inverse", "offence": "spending"}
ALL = {**PLAIN, "intentions": "record"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def steps(claim: str = POLAND, year: int = 2014) -> dict[str, dict[str, Any]]:
    """What the browser sends, step by step."""
    at = {"claim": claim, "year": year}
    return {
        f"predict.{claim}": {**at, "choice": "first", "share": 60},
        f"weights.{claim}": {**at, "weights": THREE, "measures": PLAIN, "form": "additive"},
        f"intentions.{claim}": {**at, "weights": FOUR, "measures": ALL, "form": "additive"},
        f"years.{claim}": {
            "claim": claim,
            "choice": "stays",
            "measures": ALL,
            "form": "additive",
        },
    }


def every_kind(journal: Journal) -> list[CourseWidget]:
    return [FourWorlds(journal=journal), Reweigher(journal=journal), ThreatWeigher(journal=journal)]


# All three ---------------------------------------------------------------------------------------


def test_a_saved_copy_is_the_same_whatever_the_journal_holds(journal: Journal) -> None:
    def copies() -> list[dict[str, Any]]:
        bundles = [widget._repr_mimebundle_()[0] for widget in every_kind(journal)]
        return [
            {mime: text for mime, text in bundle.items() if "widget-view" not in mime}
            for bundle in bundles
        ]

    before = copies()
    FourWorlds(journal=journal).commit("predict", {"choice": "hold"})
    Reweigher(journal=journal).commit("predict", {"choice": "USA"})
    weigher = ThreatWeigher(journal=journal)
    for stage, value in steps().items():
        weigher.commit(stage, value)
    assert copies() == before


def test_a_saved_copy_has_a_picture_and_the_sentence(journal: Journal) -> None:
    for widget in every_kind(journal):
        bundle, _ = widget._repr_mimebundle_()
        picture = bundle["application/vnd.vegalite.v5+json"]
        assert bundle["text/plain"] == repr(widget) == widget.sentence() == picture["description"]
        assert widget.sentence() in bundle["text/markdown"] and "<svg" in bundle["text/markdown"]


def test_what_was_committed_is_there_again_after_a_restart(journal: Journal) -> None:
    FourWorlds(journal=journal).commit("predict", {"choice": "arm"})
    Reweigher(journal=journal).commit("predict", {"choice": "CHN"})
    assert FourWorlds(journal=journal).value == {"guess": "arm"}
    assert Reweigher(journal=journal).value == {"guess": "CHN", "year": 2014}


@pytest.mark.parametrize("choice", ["both", None, 3, ["hold"]])
def test_an_answer_that_was_not_offered_is_refused(journal: Journal, choice: object) -> None:
    for widget in (FourWorlds(journal=journal), Reweigher(journal=journal)):
        with pytest.raises(CourseError, match="none of"):
            widget.commit("predict", {"choice": choice})
    assert not journal.entries()


# Re-weighing -------------------------------------------------------------------------------------


def test_the_opening_question_is_answered_from_the_table(journal: Journal) -> None:
    answer = Reweigher(journal=journal)._config["answer"]
    no_heads = {
        c: float(c in ("military expenditure", "iron and steel", "energy"))
        for c in power.COMPONENTS
    }
    assert answer["order"].startswith("China")
    for row in power.ranking(2014, no_heads)[:3]:
        assert f"{row.name} {row.index:.3f}" in answer["order"]


def test_who_is_first_is_sampled_near_the_exact_share(journal: Journal) -> None:
    found = Reweigher(journal=journal).answer("first", {"year": 2014})
    usa, china = (power.component_shares(code, 2014) for code in ("USA", "CHN"))
    # Only these two are ever first in 2014, so "first" and "ahead of the other" are the same.
    exact = weights.share_holding([(usa[c] or 0) - (china[c] or 0) for c in power.COMPONENTS])
    shares = {row["name"]: row["share"] for row in found["firsts"]}
    assert set(shares) == {"China", "United States"}
    assert shares["United States"] == pytest.approx(exact, abs=4 * found["error"])
    assert sum(shares.values()) == pytest.approx(1)


def test_asking_about_a_year_without_a_table_says_which_there_are(journal: Journal) -> None:
    with pytest.raises(CourseError, match="1992"):
        Reweigher(journal=journal).answer("first", {"year": 2023})


# Weighing threats --------------------------------------------------------------------------------


def test_nothing_is_chosen_or_set_at_the_start(journal: Journal) -> None:
    value = ThreatWeigher(journal=journal).value
    assert value["claim"] is value["year"] is value["guess"] is value["guess_share"] is None
    assert value["weights"] == {}
    assert "intentions" not in value["measures"]


def test_the_browser_gets_the_contrasts_that_python_computes(journal: Journal) -> None:
    sent = ThreatWeigher(journal=journal)._config["contrasts"]
    seen = 0
    for claim, id, form in itertools.product(
        threat.CLAIMS, MEASURES["intentions"], ("additive", "geometric")
    ):
        chosen = measures.Measures(intentions=id, form=form)  # type: ignore[arg-type]
        name = f"{claim.observer}-{claim.first}-{claim.second}"
        for year in threat.years(claim.observer, claim.first, claim.second):
            row = sent[name][str(year)][form]
            got = [row[s][m] for s, m in zip(measures.SOURCES, (*PLAIN.values(), id), strict=True)]
            try:
                expected = threat.contrasts(claim.observer, claim.first, claim.second, year, chosen)
            except CourseError:
                assert got[3] is None
                continue
            assert got == pytest.approx(expected, abs=1e-6)
            seen += 1
    assert seen > 150


def test_the_steps_open_one_after_the_other(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    queue = list(steps().items())
    for stage, value in queue[1:]:
        with pytest.raises(CourseError, match="not open yet"):
            weigher.commit(stage, value)
    assert not journal.entries()
    for stage, value in queue:
        weigher.commit(stage, value)
    assert [entry.key.split(".", 2)[2] for entry in journal.entries()] == [s for s, _ in queue]


def test_one_comparison_does_not_open_another(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    weigher.commit(*next(iter(steps().items())))
    stage, value = list(steps("RUS-NATO-CHN").items())[1]
    with pytest.raises(CourseError, match="not open yet"):
        weigher.commit(stage, value)


def test_the_journal_holds_the_share_beside_the_weights(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    for stage, value in steps().items():
        weigher.commit(stage, value)
    three, four = weigher.last(f"weights.{POLAND}"), weigher.last(f"intentions.{POLAND}")
    d = threat.contrasts("POL", "RUS", "USA", 2014)
    assert three["share"] == round(weights.share_holding(d[:3]), 4)
    assert four["share"] == round(weights.share_holding(d), 4)
    assert (three["leads"], four["leads"]) == ("second", "first")
    assert "intentions" not in three["measures"]


def test_work_is_taken_up_at_the_comparison_touched_last(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    for stage, value in steps().items():
        weigher.commit(stage, value)
    again = ThreatWeigher(journal=journal).value
    assert (again["claim"], again["year"], again["guess_share"]) == (POLAND, 2014, 60)
    assert again["weights"] == FOUR
    assert again["measures"] == ALL
    assert again["years_guess"] == "stays"
    stage, value = next(iter(steps("RUS-NATO-CHN", 2008).items()))
    weigher.commit(stage, value)
    other = ThreatWeigher(journal=journal).value
    assert (other["claim"], other["year"]) == ("RUS-NATO-CHN", 2008)
    assert other["weights"] == {}


@pytest.mark.parametrize(
    ("stage", "change", "sentence"),
    [
        ("predict", {"claim": "POL-RUS-CHN"}, "not among those offered"),
        ("predict", {"year": 2013}, "1992"),
        ("predict", {"year": None}, "1992"),
        ("predict", {"choice": "neither"}, "answers offered"),
        ("predict", {"share": 101}, "0 to 100"),
        ("predict", {"share": None}, "0 to 100"),
        ("predict", {"share": float("nan")}, "0 to 100"),
        ("weights", {"weights": {**THREE, "offensive capability": None}}, "offensive capability"),
        ("weights", {"weights": {**THREE, "offensive capability": -1}}, "negative"),
        ("weights", {"weights": dict.fromkeys(THREE, 0)}, "all|All"),
        ("weights", {"weights": None}, "missing"),
        ("weights", {"measures": {**PLAIN, "power": "gdp"}}, "measures offered"),
        ("weights", {"form": "weakest link"}, "measures offered"),
    ],
)
def test_bad_input_is_refused_with_a_sentence(
    journal: Journal, stage: str, change: dict[str, Any], sentence: str
) -> None:
    weigher = ThreatWeigher(journal=journal)
    for name, value in steps().items():
        if name.startswith(stage):
            with pytest.raises(CourseError, match=sentence):
                weigher.commit(name, {**value, **change})
            break
        weigher.commit(name, value)
    assert not weigher.last(f"{stage}.{POLAND}")


def test_who_leaves_intentions_out_gives_them_no_weight(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    *before, (stage, value) = list(steps().items())[:3]
    for step in before:
        weigher.commit(*step)
    out = {**value, "measures": {**ALL, "intentions": "neutral"}}
    weigher.commit(stage, {**out, "weights": THREE})
    kept, three = weigher.last(stage), weigher.last(f"weights.{POLAND}")
    assert kept["weights"] == THREE
    assert (kept["share"], kept["leads"]) == (three["share"], three["leads"])
    weigher.commit(stage, {**out, "weights": FOUR})  # a weight from before does not count either
    assert weigher.last(stage) == kept
    with pytest.raises(CourseError, match="intentions"):
        weigher.commit(stage, {**value, "weights": THREE})


def test_what_was_tried_for_each_comparison_comes_back(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    for id in (POLAND, "RUS-NATO-CHN"):
        for stage, value in list(steps(id).items())[:3]:
            weigher.commit(stage, value)
    stage, value = list(steps().items())[2]
    weigher.commit(stage, {**value, "measures": {**ALL, "intentions": "votes"}})
    tried = ThreatWeigher(journal=journal).value["tried"]
    assert tried == {POLAND: ["record", "votes"], "RUS-NATO-CHN": ["record"]}


def test_by_land_border_the_share_for_nato_is_what_the_tables_give(journal: Journal) -> None:
    claims = {claim["id"]: claim for claim in ThreatWeigher(journal=journal)._config["claims"]}
    assert [id for id, claim in claims.items() if claim["nearness"]] == ["RUS-NATO-CHN"]
    sent = claims["RUS-NATO-CHN"]["nearness"]
    near = {row.year: row for row in tables.nato_proximity()}
    china = next(row for row in tables.capitals() if row.iso3 == "CHN").border_km_with_russia or 0
    shares = []
    for year in threat.years("RUS", "NATO", "CHN"):
        km = near[year].land_border_km
        assert km < china, "the sentence says that China is ahead"
        assert sent["capitals"][str(year)] == near[year].nearest_capital
        if year <= 2014:
            row = list(threat.contrasts("RUS", "NATO", "CHN", year))
            row[1] = km / (km + china) - china / (km + china)
            shares.append([100 * weights.share_holding(row[:n]) for n in (3, 4)])
    border = sent["border"]
    assert (border["from"], border["to"]) == (1992, 2014)
    for name, found in zip(("three", "four"), zip(*shares, strict=True), strict=True):
        assert border[name] == pytest.approx([min(found), max(found)], abs=0.5)
    assert border["three"] != border["four"]


def test_all_years_at_once_holds_no_oftener_than_in_the_worst_year(journal: Journal) -> None:
    weigher = ThreatWeigher(journal=journal)
    asked = {"claim": POLAND, "measures": {**PLAIN, "intentions": "disputes"}, "form": "additive"}
    found = weigher.answer("joint", asked)
    chosen = measures.Measures(intentions="disputes")
    yearly = [
        threat.claim_share(CLAIMS[POLAND], year, chosen)
        for year in threat.years("POL", "RUS", "USA")
    ]
    assert 0 < found["share"] <= min(yearly) + 4 * found["error"]
    with pytest.raises(CourseError, match="measures offered"):
        weigher.answer("joint", {**asked, "measures": PLAIN})
    with pytest.raises(CourseError, match="not among"):
        weigher.answer("joint", {**asked, "claim": "MOON"})


def test_what_the_page_lets_a_learner_find_is_in_the_tables() -> None:
    """The European claims ride on the measure of intentions; NATO over China held in 1992 too."""
    europe = [c for c in threat.CLAIMS if c.observer != "RUS"]
    assert len(europe) == 3
    for claim in europe:
        by = {
            how: threat.claim_share(claim, 2014, measures.Measures(intentions=how))
            for how in ("record", "disputes", "votes")
        }
        assert 0.4 < by["record"] < 0.6
        assert by["votes"] < 0.3
        assert max(by.values()) - min(by.values()) > 0.25
    russia = threat.CLAIMS[-1]
    assert [
        threat.claim_share(russia, year, measures.Measures(intentions="record")) > 0.99
        for year in (1992, 2008, 2014)
    ] == [True, True, True]


# The sentences, as the browser writes them -------------------------------------------------------


@pytest.mark.node
@pytest.mark.slow
def test_no_sentence_has_a_hole_in_it(journal: Journal) -> None:
    root = Path(__file__).resolve().parent.parent
    four, re, weigher = (widget._config for widget in every_kind(journal))
    done = subprocess.run(
        [str(Path(sys.executable).parent / "node"), str(root / "js" / "sentences.mjs")],
        input=json.dumps(
            {"configs": {"four": four, "re": re, "threat": weigher}, "root": root.as_uri()}
        ),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    sentences = [text for text in json.loads(done.stdout) if text]
    assert len(sentences) > 500
    for text in sentences:
        assert not any(hole in text for hole in ("{", "}", "undefined", "null", "NaN")), text
        assert "  " not in text, text
        assert not text[0].islower(), text
        assert text[-1] in ".!?)", text


def test_every_message_of_these_widgets_is_used() -> None:
    root = Path(__file__).resolve().parent.parent
    sources = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("js/src", "course")
        for path in (root / folder).rglob("*")
        if path.suffix in (".js", ".py") and "static" not in path.parts
    )
    built = (
        "option_",
        "answer_",
        "kind_",
        "preset_",
        "measure_",
        "note_",
        "fact_",
        "moves_",
        "form_",
        "choice_",
        "about_",
    )
    own = ("offence_", "distinguishability_", "trust_")
    for kind in ("four_worlds", "reweigher", "threat_weigher"):
        for name in set(messages(kind)) - set(messages("common")):
            if not name.startswith(built + own):
                assert f"words.{name}" in sources or f'"{name}"' in sources, f"{kind}.{name}"
