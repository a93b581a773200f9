"""Case packs: the course's own equals its tables, the second one runs, and damage is said."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filling import fill

from course import (
    ClaimSorter,
    EvidenceBalance,
    FactorWeigher,
    HoldoutReveal,
    ReferencePoint,
    ThreatWeigher,
    __main__,
    accounts,
    beliefs,
    casebook,
    crises,
    evidence,
    measures,
    pack_views,
    seeds,
    tables,
    threat,
    weights,
)
from course.errors import CourseError
from course.files import CLONE
from course.journal import Journal
from course.packs import files, first, folder, wording
from course.packs.pack import Pack
from course.widgets.bridge import CourseWidget, messages
from course.widgets.odds_diary import OddsDiary

CUBA = CLONE / "packs" / "cuba_1962"
TEMPLATE = CLONE / "packs" / "template"
KINDS: tuple[type[CourseWidget], ...] = (
    ClaimSorter,
    ThreatWeigher,
    ReferencePoint,
    EvidenceBalance,
    FactorWeigher,
    HoldoutReveal,
)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the second pack to damage, under the same name."""
    to = tmp_path / "cuba_1962"
    shutil.copytree(CUBA, to, ignore=shutil.ignore_patterns("*.ipynb"))
    return to


@pytest.fixture(scope="module")
def cuba() -> Pack:
    return folder.chosen("cuba_1962")


# The course's own material ------------------------------------------------------------------------


def test_the_courses_own_pack_equals_its_tables() -> None:
    own = folder.chosen()
    assert own is first.russia() and own.id == "" and own.words == {}
    assert own.cards == tables.evidence() and own.accounts == accounts.accounts()
    assert own.book.crises == tables.crises() and own.book.factors == tables.factors()
    for coder in crises.coders():
        assert own.book.codings[coder] == crises.codings(coder)
        for which in crises.SETS:
            mine = own.book.cases(which, coder)
            theirs = crises.cases(which, coder)
            assert mine.values == tuple(case.values for case in theirs)
            assert mine.outcomes == tuple(case.outcome() for case in theirs)
    assert own.book.kappas() == crises.agreement_by_factor()
    kept = {
        (c, h, who): n
        for c, row in own.ratings.items()
        for h, by in row.items()
        for who, n in by.items()
    }
    assert kept == {(r.evidence, r.hypothesis, r.rater): r.rating for r in tables.ratings()}
    for claim in own.comparisons.claims.values():
        for year in own.comparisons.years(claim):
            how = measures.Measures(intentions="neutral")
            assert own.comparisons.contrasts(claim, year, how) == threat.contrasts(
                claim.observer, claim.first, claim.second, year, how
            )
    ids = [p.id for document in own.documents for p in document.paragraphs]
    assert ids == [p.id for p in seeds.paragraphs()]


@pytest.mark.parametrize("kind", KINDS)
def test_without_a_pack_a_widget_says_what_it_always_said(
    kind: type[CourseWidget], journal: Journal
) -> None:
    widget = kind(journal=journal)
    assert widget._config["messages"] == messages(widget.kind)
    assert widget.key.startswith("L")


# The second pack ----------------------------------------------------------------------------------


def test_the_second_pack_passes_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.check(CUBA) == ()
    assert __main__.main(["pack", "check", str(CUBA)]) == 0
    assert "the pack is in order" in capsys.readouterr().out


def test_the_second_pack_is_what_was_promised(cuba: Pack) -> None:
    cases = cuba.book.crises
    assert 8 <= len(cases) <= 12 and 8 <= len(cuba.cards) <= 14
    assert sum(not case.force for case in cases) * 2 >= len(cases)
    assert {"cuba-1962"} < {case.id for case in cuba.book.set("holdout")}
    assert len(cuba.documents) == 2 and len(cuba.accounts) == 5
    assert "language models" in cuba.made
    for claim in cuba.comparisons.claims.values():
        for year in cuba.comparisons.years(claim):
            d = cuba.comparisons.contrasts(claim, year, measures.BASELINE)
            assert all(-1 <= x <= 1 for x in d)
    turkey = cuba.comparisons.claims["TUR-RUS-USA"]
    d = cuba.comparisons.contrasts(turkey, 1962, measures.BASELINE)
    assert d[0] == pytest.approx((0.176337 - 0.209911) / (0.176337 + 0.209911))
    assert 0.5 < weights.share_holding(d[:3]) < 1


def test_the_two_raters_are_opposed(cuba: Pack) -> None:
    leads = {}
    for who in ("R", "C"):
        rated = {c: {h: by[who] for h, by in row.items()} for c, row in cuba.ratings.items()}
        leads[who] = evidence.leaders(evidence.posterior(rated))
    assert leads["R"] != leads["C"]


def test_what_is_not_confirmed_says_so(cuba: Pack) -> None:
    unsure = [number for number in cuba.numbers if not number.confirmed]
    assert unsure and all("judgement" in number.source for number in unsure)
    shown = repr(pack_views.pack_sources("cuba_1962"))
    assert shown.count("[unconfirmed]") >= len(unsure)
    held = [case.name for case in cuba.book.set("holdout")]
    assert not any(name in shown for name in held), "what is put away stays out of the list"
    facts = json.dumps(ThreatWeigher(pack="cuba_1962")._config["facts"])
    assert "(unconfirmed)" in facts
    assert "K5" in repr(pack_views.pack_documents("cuba_1962"))
    assert len(unsure) == 4 and all(card.confirmed for card in cuba.cards)
    assert all(p.confirmed for document in cuba.documents for p in document.paragraphs)


def test_two_coders_differ_and_the_pack_says_how_they_worked(cuba: Pack) -> None:
    assert cuba.book.coders == (1, 2)
    agreed = cuba.book.kappas()
    assert agreed is not None and agreed["NEAR"] == 1
    assert min(agreed, key=lambda factor: agreed[factor] or 1) == "COMMIT"
    assert agreed["COMMIT"] is not None and agreed["COMMIT"] < 0.1, "the cards are silent on it"
    assert "recognised all twelve cases" in cuba.made

    def wrong(coder: int) -> list[str]:
        """List the training cases in which feasibility alone, at its full value, is mistaken."""
        cases = cuba.book.cases(coder=coder)
        at = cases.factors.index("FEAS")
        return [
            case
            for case, values, force in zip(cases.names, cases.values, cases.outcomes, strict=True)
            if (values[at] == 1) is not force
        ]

    assert wrong(1) == [] and wrong(2) == ["suez-1956"], "the tour says so"


def steps(pack: Pack) -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Give what a learner commits, step by step, in each of the six widgets."""
    claim = next(iter(pack.comparisons.claims))
    year = pack.comparisons.years(pack.comparisons.claims[claim])[-1]
    three = {"power": "cinc", "distance": "inverse", "offence": "spending"}
    said = dict(zip(measures.SOURCES[:3], (7, 6, 3), strict=True))
    at = {"claim": claim, "year": year, "form": "additive"}
    every = {**three, "intentions": "record"}
    cards = [card.id for card in pack.cards][: pack.size]
    letters = [account.letter for account in pack.accounts]
    ratings = {c: {h: 1 + (k + n) % 5 for k, h in enumerate(letters)} for n, c in enumerate(cards)}
    codes = {
        str(n): dict.fromkeys(pack.weighing.blind, 1)
        for n in range(1, len(pack.weighing.cards) + 1)
    }
    swings = dict.fromkeys(pack.book.names, 1.5) | {pack.book.names[0]: 10}
    stated = [claim for document in pack.documents for claim in document.claims][:12]
    return {
        "claim_sorter": [
            ("predict", {"causal": 1}),
            ("sort", {"claims": {claim.id: {"type": "causal"} for claim in stated}}),
        ],
        "holdout": [
            ("without", {}),
            *(
                (f"case-{n}", {"chance": 30, "recognised": "no"})
                for n, _ in enumerate(pack.book.set("holdout"), start=1)
            ),
            ("open", {}),
        ],
        "threat_weigher": [
            (f"predict.{claim}", {**at, "choice": "first", "share": 60}),
            (f"weights.{claim}", {**at, "weights": said, "measures": three}),
            (
                f"intentions.{claim}",
                {**at, "weights": {**said, measures.SOURCES[3]: 5}, "measures": every},
            ),
            (f"years.{claim}", {**at, "choice": "stays", "measures": every}),
        ],
        "reference_point": [
            ("predict", {"choice": "old", "chance": 40}),
            ("small", {"choice": "careful"}),
        ],
        "evidence_balance": [
            ("cards", {"cards": cards}),
            ("predict", {"leader": letters[0]}),
            ("ratings", {"cards": cards, "ratings": ratings}),
        ],
        "factor_weigher": [
            ("cards", {"read": list(pack.book.names), "codes": codes}),
            ("positives", {"chance": 50}),
            ("weights", {"swings": swings, "rule": "sum"}),
            ("register", {"coder": 1, "outcome": "force", "half": "absent"}),
        ],
    }


@pytest.mark.parametrize("kind", KINDS)
def test_each_widget_is_made_committed_and_restored_on_the_second_pack(
    kind: type[CourseWidget], journal: Journal, cuba: Pack
) -> None:
    make: Callable[..., CourseWidget] = kind
    widget = make(journal=journal, pack="cuba_1962")
    assert not widget._message and cuba.title in widget._repr_mimebundle_()[0]["text/plain"]
    for stage, value in steps(cuba)[widget.kind]:
        widget.commit(stage, value)
    assert all(entry.key.startswith("cuba_1962.") for entry in journal.entries())
    again = make(journal=journal, pack=str(CUBA))
    assert not again._message and again._record["stages"] == widget._record["stages"]
    assert make(journal=journal)._record == {}, "the lessons' own widget knows nothing of it"


def test_keys_of_lessons_and_packs_keep_apart(journal: Journal, cuba: Pack) -> None:
    own = ReferencePoint(journal=journal)
    own.commit("predict", {"choice": "new", "chance": 10})
    assert ReferencePoint(journal=journal, pack=cuba)._record == {}
    assert ReferencePoint(journal=journal).value["guess"] == "new"


def test_the_factor_weigher_keeps_the_holdout_shut(journal: Journal, cuba: Pack) -> None:
    weigher = FactorWeigher(journal=journal, pack=cuba)
    held = cuba.book.set("holdout")
    for stage, value in [("", {}), *steps(cuba)["factor_weigher"]]:
        if stage:
            weigher.commit(stage, value)
        sent = json.dumps([weigher._config, weigher.value, weigher._record], ensure_ascii=False)
        assert not any(case.name in sent or case.id in sent for case in held), stage
    robust = weigher.answer("robust", {**weigher.last("weights"), "coder": 1, "outcome": "force"})
    assert 0 <= robust["order"]["agree"] <= 1
    asked = {**weigher.last("weights"), "account": "R"}
    assert weigher.answer("lawyer", asked)["account"] == "R"


def test_the_threat_weigher_samples_all_years_at_once(cuba: Pack) -> None:
    question = {
        "claim": "TUR-RUS-USA",
        "measures": {
            "power": "cinc",
            "distance": "inverse",
            "offence": "warheads",
            "intentions": "record",
        },
    }
    assert 0 < ThreatWeigher(pack=cuba).answer("joint", question)["share"] < 1


@pytest.mark.parametrize("kind", KINDS)
def test_no_widget_on_the_second_pack_speaks_of_the_first(
    kind: type[CourseWidget], cuba: Pack
) -> None:
    make: Callable[..., CourseWidget] = kind
    widget = make(pack=cuba)
    said = dict(widget._config["messages"])
    unsaid = {  # asked for only with what the course's own material has
        "about_a5", "about_a7", "nearness", "nearness_share", "note_intentions_record_2022",
        "note_intentions_disputes_2022",
    }  # fmt: skip
    for key, text in said.items():
        if (
            key in unsaid
            or key.startswith("outlet_")
            or (key.startswith("account_") and key[-1].upper() not in "TPRO")
        ):
            continue
        for word in (
            "Russia",
            "Moscow regards",
            "NATO's",
            "Ukrain",
            "nineteen",
            "seven",
            "Donbas",
            "two articles",
            "2022",
            "lesson 7",
            "from 1992",
        ):
            assert word not in text, (key, text)
        assert not re.search(r"<\w+>", text), (key, text)
    assert cuba.title in widget.sentence()


def test_the_variable_chooses(monkeypatch: pytest.MonkeyPatch, journal: Journal) -> None:
    monkeypatch.setenv("COURSE_PACK", "cuba_1962")
    assert ThreatWeigher(journal=journal).key == "cuba_1962.L3.threat-weigher"
    monkeypatch.setenv("COURSE_PACK", "atlantis")
    with pytest.raises(CourseError, match=r"no case pack 'atlantis'; give a folder .* cuba_1962"):
        ThreatWeigher(journal=journal)


def test_the_questions_of_a_pack_can_be_asked(journal: Journal) -> None:
    widget = pack_views.pack_check("cuba_1962", "secret")
    widget.journal = journal
    widget.commit("answer", {"choice": "B"})
    assert widget._record["reveal"]["correct"] is True
    with pytest.raises(CourseError, match=r"has no question 'other'; there are secret, half"):
        pack_views.pack_check("cuba_1962", "other")
    assert "9 cases of which 3 with force, 3 more put away" in repr(
        pack_views.pack_card("cuba_1962")
    )


def test_the_holdout_of_a_pack_opens_case_by_case(journal: Journal, cuba: Pack) -> None:
    weigher = FactorWeigher(journal=journal, pack=cuba)
    for stage, value in steps(cuba)["factor_weigher"]:
        weigher.commit(stage, value)
    reveal = HoldoutReveal(journal=journal, pack=cuba)
    held = reveal.held.cases
    assert {case.id for case in held} == {"berlin-wall-1961", "cuba-1962", "dominican-1965"}
    assert reveal._config["begin"]["model"] == {"status": "there", "ready": True}
    assert reveal._config["base"] == {"rate": 1 / 3, "n": 9, "yes": 3}
    for number, (alias, case) in enumerate(zip(reveal.alias, held, strict=True)):
        sent = json.dumps(
            [reveal._config, reveal._record, reveal.value, reveal.still()], ensure_ascii=False
        )
        for closed in held[number:]:
            for secret in (closed.id, closed.name, closed.after[:30], closed.sources):
                assert secret not in sent, (number, secret)
        reveal.commit(alias, {"chance": 90 if case.force else 10})
        assert reveal._record["reveal"]["opened"][-1]["name"] == case.name
    shown = reveal._record["reveal"]
    assert shown["done"] and shown["scores"]["force"]["mine"] == pytest.approx(0.01)
    assert shown["scores"]["force"]["base"] == pytest.approx((4 / 9 + 4 / 9 + 1 / 9) / 3)
    assert [one["known"] for one in shown["opened"]].count(True) == 1
    assert shown["scores"]["force"]["unknown"] == pytest.approx(0.01)
    keys = [entry.key for entry in journal.entries()]
    assert f"cuba_1962.L8.holdout.forecast.{held[0].id}" in keys
    assert HoldoutReveal(journal=journal)._record == {}, "the lesson's own holdout is still shut"
    assert HoldoutReveal(journal=journal)._config["begin"]["model"]["status"] == "none"


def test_without_a_case_that_all_know_no_second_score_is_given(
    copy: Path, journal: Journal
) -> None:
    swap(copy / "pack.toml", '[holdout]\nknown = ["cuba-1962"]', "")
    pack = folder.read(copy)
    reveal = HoldoutReveal(journal=journal, pack=pack)
    for stage, value in steps(pack)["holdout"][:-1]:
        reveal.commit(stage, value)
    assert reveal._record["reveal"]["scores"]["force"]["unknown"] is None


def test_the_claims_of_a_pack_are_sorted_by_type(journal: Journal, cuba: Pack) -> None:
    sorter = ClaimSorter(journal=journal, pack=cuba)
    counters = [claim.counter for document in cuba.documents for claim in document.claims]
    assert not any(counter in json.dumps(sorter._config) for counter in counters)
    with pytest.raises(CourseError, match="Commit your prediction first"):
        sorter.commit("sort", {"claims": {}})
    sorter.commit("predict", {"causal": 2})
    with pytest.raises(CourseError, match=r"^Claim K-c1 still needs a type\.$"):
        sorter.commit("sort", {"claims": {}})
    assert pack_views.pack_claims(cuba).text.startswith("This list opens when")
    for stage, value in steps(cuba)["claim_sorter"]:
        sorter.commit(stage, value)
    shown = sorter._record["reveal"]
    assert shown["causal"] == {"predicted": 1, "mine": 6, "first": 2, "second": None}
    assert shown["claims"]["K-c1"]["test"] == counters[0]
    assert journal.entries()[-1].value["claims"]["K-c1"] == {"type": "causal"}


def test_the_diary_asks_of_the_packs_own_accounts(journal: Journal, cuba: Pack) -> None:
    first = OddsDiary("L1", journal, pack=cuba)
    assert [line["id"] for line in first._config["lines"]] == ["D", "B", "W", "P", "O", "else"]
    assert cuba.question in first._config["messages"]["heading"]
    assert "Moscow" not in first._config["messages"]["heading"]
    with pytest.raises(CourseError, match="6 of 6 are not set yet"):
        first.commit("belief", {"points": {}})
    first.commit("belief", {"points": dict.fromkeys(("D", "B", "W", "P", "O", "else"), 10)})
    later = OddsDiary("L4", journal, pack=cuba)
    assert not later._record
    later.commit("belief", {"points": {"D": 50, "B": 30, "W": 20, "P": 0, "O": 0, "else": 0}})
    (kept,) = later._record["reveal"]["others"]
    assert kept["lesson"] == "1" and kept["shares"]["D"] == pytest.approx(1 / 6)
    assert [entry.key for entry in journal.entries()] == [
        "cuba_1962.L1.diary.belief", "cuba_1962.L4.diary.belief",
    ]  # fmt: skip
    assert beliefs.history(journal.entries()) == (), "the course's own diary knows nothing of it"
    again = OddsDiary("L4", journal, pack=cuba)
    assert again.value["points"]["D"] == 50 and not again._message


def test_what_a_lesson_keeps_shut_opens_after_the_commitment(
    cuba: Pack, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    assert pack_views.pack_agreement(cuba).text.startswith("This table opens when")
    for kind, stages in ((ClaimSorter, 2), (FactorWeigher, 3)):
        widget = kind(pack=cuba)
        for stage, value in steps(cuba)[widget.kind][:stages]:
            widget.commit(stage, value)
    shown = pack_views.pack_claims(cuba)
    assert "Against it: What a weapon can do" in shown.text and "Sources: " in shown.text
    first = [row for row in csv.reader(_lines(copy / "codings.csv")) if row[2] == "1"]
    alone = ",".join(("case", "factor", "coder", "value", "reason", "source"))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(first)
    (copy / "codings.csv").write_text(f"{alone}\n{out.getvalue()}", encoding="utf-8")
    assert "So far one coder has coded" in pack_views.pack_agreement(str(copy)).text
    other = [[*row[:2], "2", "0.5" if n else row[3], *row[4:]] for n, row in enumerate(first)]
    csv.writer(out, lineterminator="\n").writerows(other)
    (copy / "codings.csv").write_text(f"{alone}\n{out.getvalue()}", encoding="utf-8")
    both = pack_views.pack_agreement(str(copy)).text
    halves = sum(row[1] == "FEAS" and row[3] == "0.5" for row in first)
    assert f"| {halves} of 12 | 0.00" in both.splitlines()[6], both


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


# Damage -------------------------------------------------------------------------------------------


def swap(path: Path, old: str, new: str) -> int:
    """Replace the first occurrence; give its line."""
    text = path.read_text(encoding="utf-8")
    assert old in text, old
    line = text[: text.index(old)].count("\n") + 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return line


def drop(path: Path, start: str) -> int:
    """Take away the first line that begins so."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    n = next(k for k, line in enumerate(lines) if line.startswith(start))
    path.write_text("".join(lines[:n] + lines[n + 1 :]), encoding="utf-8")
    return n + 1


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen"

# File, what is replaced by what, and how the one sentence goes.
DAMAGE: dict[str, tuple[str, str, str, str]] = {
    "a dangling citation": (
        "cards.toml",
        'sources = ["gilpatric-1961"]',
        'sources = ["gilpatrick-1961"]',
        "there is no reference gilpatrick-1961 in references.toml",
    ),
    "a dangling citation in a table": (
        "codings.csv",
        ",larson-2011",
        ",larson-2111",
        "there is no reference larson-2111",
    ),
    "an impossible date": (
        "cases.toml",
        'decision = "1956-10-31"',
        'decision = "1956-02-31"',
        "there is no day 1956-02-31 in the calendar",
    ),
    "no date at all": (
        "cards.toml",
        'date = "1962-03"',
        'date = "March 1962"',
        "“March 1962” is not a date",
    ),
    "a date to come": (
        "cards.toml",
        'date = "1962-03"',
        'date = "2962-03"',
        "2962-03 is still to come",
    ),
    "a year and a decision that differ": (
        "cases.toml",
        "year = 1954",
        "year = 1953",
        "has the year 1953 and the decision 1954-04",
    ),
    "an unknown factor": (
        "codings.csv",
        "suez-1956,SAFE,1,",
        "suez-1956,SURE,1,",
        "there is no factor SURE; there are LOSS, NEAR",
    ),
    "an unknown factor in the settings": (
        "pack.toml",
        'present = "LOSS"',
        'present = "GAIN"',
        "there is no factor GAIN",
    ),
    "an unknown case": (
        "codings.csv",
        "laos-1961,NEAR,1",
        "laos-1962,NEAR,1",
        "there is no case laos-1962 in cases.toml",
    ),
    "a value between": (
        "codings.csv",
        "laos-1961,FEAS,1,0,",
        "laos-1961,FEAS,1,0.7,",
        "value is “0.7”, which is not 0, 0.5 or 1",
    ),
    "a rating out of range": (
        "ratings.csv",
        "E1,D,R,5",
        "E1,D,R,7",
        "rating is “7”, which is not a whole number from 1 to 5",
    ),
    "a rating of an unknown account": (
        "ratings.csv",
        "E1,D,R,5",
        "E1,X,R,5",
        "there is no account X; there are D, B, W, P and O",
    ),
    "a rating twice": (
        "ratings.csv",
        "E1,B,R,3",
        "E1,D,R,3",
        "E1 under D by R is already in line 2",
    ),
    "an account without a lawyer": (
        "accounts.toml",
        'lawyer = "For four years',
        '# lawyer = "For four years',
        "account W has no `lawyer`; add it",
    ),
    "a lawyer who says nothing": (
        "accounts.toml",
        'claim = "Moscow sent the missiles because it expected',
        'claim = "" # "Moscow sent the missiles because it expected',
        "claim of account D is empty; write it out",
    ),
    "an account that does not answer another": (
        "accounts.toml",
        'W = "Berlin is in neither letter.',
        '# W = "Berlin is in neither letter.',
        "account D has no reply to W",
    ),
    "a claim without a counter-argument": (
        "documents.toml",
        'counter = "What a weapon',
        '# counter = "What a weapon',
        "claim K-c1 has no `counter`; add it",
    ),
    "a claim on a paragraph that is not there": (
        "documents.toml",
        'paragraph = "K4"',
        'paragraph = "K44"',
        "the claim K-c3 rests on K44, which is no paragraph",
    ),
    "paragraphs out of order": (
        "documents.toml",
        'id = "K8"',
        'id = "K9"',
        "K8 is expected here, not K9",
    ),
    "a long quotation": (
        "cards.toml",
        'text = "Khrushchev proposes the missiles.',
        f'text = "Khrushchev proposes the missiles: “{LONG}”.',
        "13 words are quoted (“one two three four …”)",
    ),
    "a card that gives the case away": (
        "cases.toml",
        'card = "A poor country without a coast',
        'card = "Laos, a poor country without a coast',
        "the card of laos-1961 gives the case away (Laos)",
    ),
    "combat without force": (
        "cases.toml",
        "force = false\ncombat = false",
        "force = false\ncombat = true",
        "the case berlin-1948 has combat without force",
    ),
    "a set that is none": (
        "cases.toml",
        'set = "training"',
        'set = "trainig"',
        "set of case berlin-1948 is “trainig”; choose one of training and holdout",
    ),
    "endings in the wrong order": (
        "reference_point.toml",
        "failure = 25",
        "failure = 65",
        "failure (65), nothing (55) and success (90) have to rise in this order",
    ),
    "an actor that is not there": (
        "threat.toml",
        'second = "RUS"',
        'second = "SUN"',
        "there is no actor SUN; there are USA",
    ),
    "a share above one": (
        "numbers.csv",
        "cinc,USA,,1950,0.284443",
        "cinc,USA,,1950,28.4443",
        "cinc is 28.4443; it has to be from 0 to 1",
    ),
    "a number that is missing": (
        "threat.toml",
        "years = [1950, 1954, 1958, 1962]",
        "years = [1951, 1954, 1958, 1962]",
        "numbers.csv has no cinc of RUS 1951 and USA 1951",
    ),
    "a judgement that calls itself confirmed": (
        "numbers.csv",
        "pact,RUS,CUB,1958,0,judgement,no",
        "pact,RUS,CUB,1958,0,judgement,yes",
        "a judgement cannot be confirmed",
    ),
    "a place that is none": (
        "threat.toml",
        "latitude = 23.133",
        "latitude = nan",
        "latitude of CUB is nan, which is no place on a map",
    ),
    "a date without quotation marks": (
        "cards.toml",
        'date = "1962-01-18"',
        "date = 1962-01-18",
        "date of card E3 is 1962-01-18; it has to be text in quotation marks",
    ),
    "two right answers": (
        "questions.toml",
        'text = "West Berlin: to win the next round there."',
        'correct = true\ntext = "West Berlin: to win the next round there."',
        "the question secret has 2 correct answers",
    ),
    "a misspelt field": (
        "cards.toml",
        'cluster = "The letters of October"',
        'clutser = "The letters of October"',
        "there is no field `clutser` in card E11",
    ),
    "the wrong type": (
        "cases.toml",
        "year = 1948",
        'year = "1948"',
        "year of case berlin-1948 is “1948”; it has to be a whole number",
    ),
    "broken TOML": (
        "factors.toml",
        'name = "sudden loss ahead"',
        'name = "sudden loss ahead',
        "a quotation mark is not closed, or a line break stands inside the text",
    ),
    "an id twice": (
        "questions.toml",
        'id = "half"',
        'id = "secret"',
        "the check secret is there twice",
    ),
    "a reference that nobody cites": (
        "references.toml",
        '[[reference]]\nid = "geonames"',
        '[[reference]]\nid = "extra-one"\ntext = "A work of nobody"\nconfirmed = false\n\n'
        '[[reference]]\nid = "geonames"',
        "nothing cites the reference extra-one",
    ),
    "confirmed without having been seen": (
        "references.toml",
        'seen = "The quoted excerpt."',
        "",
        "the reference excomm-october is marked as confirmed, but does not say where",
    ),
    "a placeholder of the template": (
        "pack.toml",
        'title = "Cuba 1962"',
        'title = "FILL IN: a title"',
        "the template's placeholder is still here (“FILL IN: a title”)",
    ),
    "a word that no widget says": (
        "pack.toml",
        "chance_label =",
        "chance_lable =",
        "the widget reference_point says nothing called chance_lable",
    ),
    "a hole that nothing fills": (
        "pack.toml",
        "that is {eu} %.",
        "that is {percent} %.",
        "scene_eu may not use {percent}",
    ),
    "another name than the folder's": (
        "pack.toml",
        'id = "cuba_1962"',
        'id = "cuba_1963"',
        "the id is cuba_1963 and the folder cuba_1962",
    ),
    "a known case that was not put away": (
        "pack.toml",
        'known = ["cuba-1962"]',
        'known = ["suez-1956"]',
        "the case suez-1956 is not put away for the test",
    ),
    "a question for a lesson that there is not": (
        "questions.toml",
        'lesson = "rivals"',
        'lesson = "rival"',
        "lesson of check secret is “rival”; choose one of claims, threat",
    ),
    "an impossible year": (
        "cases.toml",
        "year = 1948",
        "year = 19480",
        "year of case berlin-1948 is 19480; it has to be from 1000 to 2100",
    ),
    "too few cards": (
        "pack.toml",
        "choose = 6",
        "choose = 1",
        "choose is 1; it has to be from 2 to 12",
    ),
}  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_gives_one_sentence_with_file_and_line(copy: Path, damage: str) -> None:
    name, old, new, said = DAMAGE[damage]
    swap(copy / name, old, new)
    found = [str(fault) for fault in folder.check(copy)]
    assert len(found) == 1, found
    place = re.fullmatch(r"(\w+\.(?:toml|csv)), line (\d+): (.+\.?)", found[0])
    assert place is not None and said in place[3], found
    assert place[1] == name
    lines = (copy / name).read_text(encoding="utf-8").splitlines()
    assert 1 <= int(place[2]) <= len(lines)
    near = "\n".join(lines[max(0, int(place[2]) - 12) : int(place[2]) + 12])
    fresh = new.split("\n")[0].strip()
    assert not fresh or fresh in near or int(place[2]) in (1, len(lines)), (place[2], fresh)


def test_a_missing_file_and_a_missing_row_are_said(copy: Path) -> None:
    drop(copy / "codings.csv", "laos-1961,NEAR")
    (found,) = folder.check(copy)
    assert str(found).startswith(
        "codings.csv, line 144: coder 1 has no value for NEAR in laos-1961"
    )
    (copy / "accounts.toml").unlink()
    found, still = folder.check(copy)
    assert str(still).startswith("codings.csv, line 144"), "the rest is checked all the same"
    assert str(found) == (
        "accounts.toml, line 1: this file is missing; copy accounts.toml from the template."
    )


def test_a_foreign_file_is_said(copy: Path) -> None:
    path = copy / "ratings.csv"
    path.write_bytes("card;account\nä".encode("latin-1"))
    (found,) = folder.check(copy)
    assert "is not UTF-8 text" in str(found)


@pytest.mark.parametrize("name", [*files.TEXTS, *files.TABLES])
def test_a_file_that_is_cut_or_empty_never_breaks_the_check(copy: Path, name: str) -> None:
    path = copy / f"{name}.{'toml' if name in files.TEXTS else 'csv'}"
    whole = path.read_text(encoding="utf-8")
    said_in = (f"{path.name}, ", *(("threat.toml, ",) if name == "numbers" else ()))
    for part in (0, 1, 3, 7, 9):
        path.write_text(whole[: len(whole) * part // 10], encoding="utf-8")
        found = [str(fault) for fault in folder.check(copy)]
        assert found and all(re.match(r"\w+\.(toml|csv), line \d+: ", text) for text in found)
        assert any(text.startswith(said_in) for text in found), (part, found)


def test_fewer_cases_without_force_than_with_are_refused(copy: Path) -> None:
    text = (copy / "cases.toml").read_text(encoding="utf-8")
    for _ in range(3):
        text = text.replace('set = "training"\nforce = false', 'set = "training"\nforce = true', 1)
    (copy / "cases.toml").write_text(text, encoding="utf-8")
    (found,) = folder.check(copy)
    assert "there are 3 training cases without force and 6 with it; add cases" in str(found)


def test_an_account_that_no_card_speaks_for_is_said(copy: Path) -> None:
    rows = list(csv.reader(io.StringIO((copy / "ratings.csv").read_text(encoding="utf-8"))))
    for row in rows[1:]:
        if row[1] == "W":
            row[3] = "1"
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    (copy / "ratings.csv").write_text(out.getvalue(), encoding="utf-8")
    (found,) = folder.check(copy)
    assert "no card speaks for account W" in str(found)


def test_a_pack_with_a_fault_is_not_read(copy: Path) -> None:
    swap(copy / "cards.toml", 'date = "1962-03"', 'date = "1962-13"')
    with pytest.raises(CourseError, match=r"^cuba_1962/cards.toml, line \d+: there is no day 1962"):
        ThreatWeigher(pack=str(copy))
    swap(copy / "cards.toml", 'date = "1962-13"', 'date = "1962-03"')
    assert ThreatWeigher(pack=str(copy)).pack.title == "Cuba 1962"


def test_no_folder_is_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert __main__.main(["pack", "check", str(tmp_path / "none")]) == 1
    assert "give a folder that holds pack.toml, or one of cuba_1962" in capsys.readouterr().err
    assert __main__.main(["pack", "check", str(CLONE / "packs")]) == 1
    assert "There is no case pack" in capsys.readouterr().err, "and not thirteen missing files"


# The template -------------------------------------------------------------------------------------


def test_the_template_is_explained_by_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    found = folder.check(TEMPLATE)
    assert len(found) > 100 and all(fault.placeholder for fault in found)
    assert __main__.main(["pack", "check", str(TEMPLATE)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2 + len({fault.file for fault in found})
    assert said[-2] == f"template: {len(found)} placeholders."
    assert said[-1].startswith("Not checked yet: ") and "a coding of each factor" in said[-1]
    assert __main__.main(["pack", "check", "template"]) == 1, "by its name as well"


def test_the_template_passes_once_it_is_filled_in(tmp_path: Path, journal: Journal) -> None:
    new = tmp_path / "my_pack"
    assert __main__.main(["pack", "new", str(new)]) == 0
    fill(new)
    assert [str(fault) for fault in folder.check(new)] == []
    pack = folder.read(new)
    for kind in KINDS:
        make: Callable[..., CourseWidget] = kind
        widget = make(journal=journal, pack=pack)
        for stage, value in steps(pack)[widget.kind]:
            if stage != "without":  # there is a model by then
                widget.commit(stage, value)
    with pytest.raises(CourseError, match="There is already something called"):
        folder.start(new)
    with pytest.raises(CourseError, match="cannot be the name of a pack"):
        folder.start(tmp_path / "My Pack")


def test_every_placeholder_says_what_is_wanted() -> None:
    for path in TEMPLATE.iterdir():
        text = re.sub(r"(?m)^#.*$", "", path.read_text(encoding="utf-8"))
        for wanted in re.findall(r"FILL IN([^\"\n]*)", text):
            assert wanted.startswith(": ") and len(wanted) > 8, (path.name, wanted)


def test_the_neutral_words_are_words_of_the_widgets() -> None:
    for kind, said in wording._neutral().items():
        if kind == "fill":
            continue
        known = wording.spoken(kind)
        for key, text in said.items():
            assert key in known or key in ("about_paragraph", "unconfirmed"), (kind, key)
            holes = set(re.findall(r"\{(\w+)\}", text))
            assert holes <= set(re.findall(r"\{(\w+)\}", known.get(key, "{paragraph}"))), key


def test_schemas_are_schemas() -> None:
    from jsonschema import Draft202012Validator

    names = sorted(path.stem for path in files.SCHEMA.glob("*.json"))
    assert names == sorted((*files.TEXTS, *files.TABLES))
    for name in names:
        Draft202012Validator.check_schema(files._schema(name))
    assert casebook.own().coders == crises.coders()
