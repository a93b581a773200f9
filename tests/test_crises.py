from __future__ import annotations

import csv
import itertools
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from course import crises, tables
from course.agreement import kappa
from course.errors import CourseError

FACTORS = ("LOSS", "PROX", "ALLY", "INTENT", "MOB", "IMP", "FEAS")
IDS = [row.id for row in tables.crises()]
ADDRESS = re.compile(r"https?://\S+\.\S+")


# The crises --------------------------------------------------------------------------------


def test_there_are_26_crises_with_force_and_without() -> None:
    counts = Counter((row.set, row.force) for row in tables.crises())
    assert counts == {
        ("training", True): 7,
        ("training", False): 12,
        ("holdout", True): 2,
        ("holdout", False): 5,
    }


def test_training_cases_come_before_the_documents_and_holdout_cases_after() -> None:
    for row in tables.crises():
        assert row.decision.startswith(str(row.year)) and row.id.endswith(f"-{row.year}")
        assert row.set == ("training" if row.year <= 2020 else "holdout")
        assert (1992 <= row.year <= 2020) or (2022 <= row.year <= 2024)
    years = [row.year for row in tables.crises()]
    assert years == sorted(years)


def test_combat_is_stricter_than_force() -> None:
    assert all(row.force for row in tables.crises() if row.combat)
    softer = [row.id for row in tables.crises() if row.force and not row.combat]
    assert softer == ["kazakhstan-2022"]


def test_pristina_is_left_out_with_a_reason() -> None:
    assert not any("pristina" in id for id in IDS)
    (why,) = (line for line in tables.provenance("crises").left_out if "Pristina" in line)
    assert "rule of inclusion" in why


def test_outcomes_that_may_be_argued_say_why() -> None:
    argued = {row.id for row in tables.crises() if row.borderline}
    named = {"karabakh-2020", "kazakhstan-2022", "kyrgyzstan-2010", "abkhazia-1993"}
    assert named < argued
    assert {"syria-2024", "belarus-2020", "montenegro-2017"} < argued
    assert all(len(row.borderline) > 60 for row in tables.crises() if row.borderline)


def test_every_chronology_has_dates_and_a_source_with_an_address() -> None:
    for row in tables.crises():
        entries = row.before.split(" ; ")
        assert len(entries) >= 4, row.id
        assert sum(bool(re.search(r"\d{4}|\d+ [A-Z][a-z]+", entry)) for entry in entries) >= 2
        assert ADDRESS.search(row.sources), row.id
        assert "  " not in row.sources and not row.sources.endswith(";")


def test_the_time_before_does_not_tell_what_followed() -> None:
    for row in tables.crises():
        last = max(int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", row.before))
        # A lease that runs to 2042 is known before; nothing else may lie ahead.
        assert last in (row.year, row.year - 1, 2042), (row.id, last)
        assert not {*row.before.split(" ; ")} & {*row.after.split(" ; ")}


# The cards ---------------------------------------------------------------------------------

NAMES = re.compile(
    r"Russia|Moscow|Soviet|NATO|CSTO|Putin|Yeltsin|Ukrain|Kyiv|Georgia|Armenia|Azerb|Moldov|Syria|"
    r"Assad|Kazakh|Kyrgyz|Tajik|Belarus|Minsk|Finland|Sweden|Baltic|Crimea|Karabakh|Turk|Islam",
    re.IGNORECASE,
)


@pytest.mark.parametrize("id", IDS)
def test_a_card_names_no_country_person_place_or_year(id: str) -> None:
    card = crises.crisis(id).card
    assert 60 <= len(card.split()) <= 110
    assert not NAMES.search(card) and not re.search(r"\d", card)
    inside = re.sub(r"(^|[.?!] )[A-Z]", " ", card)
    assert set(re.findall(r"[A-Z]\w*", inside)) <= {"State", "States", *card_letters(card)}


def card_letters(card: str) -> set[str]:
    return set(re.findall(r"States? ([A-Z])\b", card))


def test_each_card_has_a_letter_of_its_own_that_gives_nothing_away() -> None:
    letters = [card_letters(row.card) for row in tables.crises()]
    assert all(len(one) == 1 for one in letters)
    assert len(set().union(*letters)) == 26
    order = [one.pop() for one in letters]
    assert order != sorted(order)
    for row, letter in zip(tables.crises(), order, strict=True):
        assert not row.name.startswith(letter), row.id


# The codebook ------------------------------------------------------------------------------


def test_the_codebook_has_a_question_three_anchors_and_three_examples_for_each_factor() -> None:
    assert tuple(factor.id for factor in tables.factors()) == FACTORS == crises.factors()
    for factor in tables.factors():
        assert factor.question.endswith("?")
        anchors = (factor.anchor_0, factor.anchor_half, factor.anchor_1)
        assert len(set(anchors)) == 3 and all(len(anchor) > 20 for anchor in anchors)
        for example in (factor.example_0, factor.example_half, factor.example_1):
            assert example.startswith(("Outside the 26: ", "Invented: "))


def test_the_codebook_does_not_ask_for_the_outcome() -> None:
    said = [
        getattr(factor, field)
        for factor in tables.factors()
        for field in ("question", "anchor_0", "anchor_half", "anchor_1")
    ]
    for text in said:
        assert not re.search(r"invaded|intervened|sent troops|used force|outcome", text), text
    assert "outcome is no evidence" in " ".join(tables.provenance("factors").breaks)


# The codings -------------------------------------------------------------------------------


CARD = "the card in the table crises"
CHRONOLOGY = "the chronology in the table crises"


def test_the_second_coder_used_nothing_but_what_was_given_and_a_map() -> None:
    second = [row for row in tables.codings() if row.coder == 2]
    assert {row.source for row in second} == {"judgement", "a map", CARD, CHRONOLOGY}
    assert all(row.factor == "PROX" for row in second if row.source == "a map")


def test_two_coders_agree_best_on_maps_and_worst_on_claims() -> None:
    """The page says which factors rest on shaky ground; this is where it comes from."""
    kappas = crises.agreement_by_factor()
    assert set(kappas) == set(FACTORS) and all(k is not None for k in kappas.values())
    assert max(kappas, key=lambda f: kappas[f] or 0) == "PROX"
    assert min(kappas, key=lambda f: kappas[f] or 0) == "IMP"
    assert crises.disagreements()


def test_every_coder_present_coded_every_cell_with_a_reason() -> None:
    every = set(itertools.product(IDS, FACTORS))
    for coder in crises.coders():
        rows = [row for row in tables.codings() if row.coder == coder]
        assert len(rows) == 182
        assert {(row.crisis, row.factor) for row in rows} == every
    for row in tables.codings():
        assert row.value in (0, 0.5, 1)
        assert len(row.reason) >= 12 and row.reason.endswith("."), row
        own = {1: {"judgement"}, 2: {"judgement", "a map", CARD, CHRONOLOGY}}[row.coder]
        assert row.source in own or ADDRESS.search(row.source), row


def test_reasons_are_about_the_crisis() -> None:
    first = [row for row in tables.codings() if row.coder == 1]
    shared = Counter(row.reason for row in first)
    plain = [row for row in first if shared[row.reason] > 2]
    # That a factor is simply absent, or where a border runs, may be said in the same words.
    assert all(row.value == 0 or row.factor == "PROX" for row in plain)
    loss = [row.reason for row in first if row.factor == "LOSS"]
    assert len(set(loss)) == 26


def test_the_record_says_who_coded_and_what_was_changed() -> None:
    record = tables.provenance("codings")
    told = " ".join(record.breaks)
    assert record.notice is not None and "language models" in record.notice
    assert "knew the outcomes" in told and "Hindsight" in told
    halves = [row for row in tables.codings() if row.coder == 1 and row.value == 0.5]
    assert len(halves) == 10 and "Ten cells were changed" in told
    assert all(row.crisis in told for row in halves)


# What follows from coder 1 -----------------------------------------------------------------


def fractions(half: str) -> dict[str, tuple[int, int]]:
    return {
        name: (one.force_with, one.with_factor)
        for name in FACTORS
        for one in [crises.tally(name, half=half)]
    }


def test_force_with_each_factor() -> None:
    assert fractions("absent") == {
        "LOSS": (7, 14),
        "PROX": (4, 9),
        "ALLY": (1, 3),
        "INTENT": (6, 12),
        "MOB": (3, 11),
        "IMP": (3, 7),
        "FEAS": (7, 14),
    }
    assert fractions("present") == {
        "LOSS": (7, 15),
        "PROX": (4, 9),
        "ALLY": (3, 5),
        "INTENT": (6, 12),
        "MOB": (4, 12),
        "IMP": (4, 8),
        "FEAS": (7, 15),
    }


@pytest.mark.parametrize("half", crises.HALVES)
def test_loss_and_feasibility_are_in_every_use_of_force_and_far_from_enough(half: str) -> None:
    for name in ("LOSS", "FEAS"):
        one = crises.tally(name, half=half)
        assert one.factor_given_force == 1 and one.force_without == 0
        assert one.force_given_factor is not None and 0.45 < one.force_given_factor <= 0.5


@pytest.mark.parametrize(
    ("half", "expected"),
    [
        (
            "absent",
            {
                (0, 0, 0): "0/1",
                (0, 0, 1): "0/4",
                (1, 0, 1): "1/2",
                (1, 1, 0): "0/4",
                (1, 1, 1): "6/8",
            },
        ),
        (
            "present",
            {(0, 0, 1): "0/4", (1, 0, 1): "1/3", (1, 1, 0): "0/4", (1, 1, 1): "6/8"},
        ),
    ],
)
def test_truth_table_of_loss_intent_and_feasibility(
    half: str, expected: dict[tuple[int, ...], str]
) -> None:
    rows: dict[tuple[int, ...], list[bool]] = {}
    values = crises.matrix(half=half)
    for case in crises.cases("training"):
        key = tuple(values[case.crisis.id][FACTORS.index(n)] for n in ("LOSS", "INTENT", "FEAS"))
        rows.setdefault(key, []).append(case.outcome())
    assert {key: f"{sum(row)}/{len(row)}" for key, row in rows.items()} == expected
    against = {"georgia-2003", "adjara-2004"}
    assert {
        case.crisis.id
        for case in crises.cases("training")
        if not case.outcome()
        and all(values[case.crisis.id][FACTORS.index(n)] for n in ("LOSS", "INTENT", "FEAS"))
    } == against


def hits(score: dict[str, float], threshold: float, which: str) -> int:
    return sum(
        (score[case.crisis.id] >= threshold) == case.outcome() for case in crises.cases(which)
    )


def best(score: dict[str, float]) -> tuple[int, float]:
    steps = sorted({score[case.crisis.id] for case in crises.cases("training")})
    return max(((hits(score, at, "training"), -at) for at in [*steps, 9.0]), key=lambda x: x[0])


def test_always_no_is_hard_to_beat() -> None:
    never = dict.fromkeys(IDS, 0.0)
    assert (hits(never, 1, "training"), hits(never, 1, "holdout")) == (12, 5)
    values = crises.matrix()
    for at in range(7):
        assert best({id: float(row[at]) for id, row in values.items()})[0] == 12
    equal = {id: sum(row) / 7 for id, row in values.items()}
    reached, threshold = best(equal)
    assert (reached, hits(equal, -threshold, "holdout")) == (14, 6)


def brier(*names: str, half: str) -> float:
    """Forecast each holdout crisis by the share of force in the training crises like it."""
    one = crises.tally(*names, half=half)
    chance = {True: one.force_with / one.with_factor, False: one.force_without / one.without}
    values = crises.matrix(half=half)
    errors = [
        (chance[all(values[case.crisis.id][FACTORS.index(n)] for n in names)] - case.outcome()) ** 2
        for case in crises.cases("holdout")
    ]
    return round(sum(errors) / len(errors), 3)


def test_brier_scores_hang_on_how_a_half_is_counted() -> None:
    share = 7 / 19
    base = sum((share - case.outcome()) ** 2 for case in crises.cases("holdout")) / 7
    assert round(base, 3) == 0.211
    names = ("LOSS", "INTENT", "FEAS")
    assert [brier(*names, half=half) for half in crises.HALVES] == [0.133, 0.212]
    assert [brier("LOSS", half=half) for half in crises.HALVES] == [0.357, 0.237]
    assert [brier("FEAS", half=half) for half in crises.HALVES] == [0.071, 0.143]
    assert [brier("LOSS", "FEAS", half=half) for half in crises.HALVES] == [0.156, 0.153]


def test_the_switch_of_outcomes_changes_one_case() -> None:
    changed = [c.crisis.id for c in crises.cases() if c.outcome("force") != c.outcome("combat")]
    assert changed == ["kazakhstan-2022"]


def test_a_tally_with_nothing_to_count_has_no_share() -> None:
    nothing = crises.Tally(0, 0, 3, 0)
    assert nothing.force_given_factor is None and nothing.factor_given_force is None


# Two coders --------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(tables.DATA, tmp_path / "data"))


def read(folder: Path) -> list[list[str]]:
    with (folder / "codings.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(folder: Path, grid: list[list[str]]) -> None:
    """Write the codings, and the number of rows into their record."""
    with (folder / "codings.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(grid)
    record = folder / "codings.toml"
    text = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?m)^rows = \d+$", f"rows = {len(grid) - 1}", text), "utf-8")


def one_coder(grid: list[list[str]]) -> list[list[str]]:
    return [grid[0], *(row for row in grid[1:] if row[2] == "1")]


def test_one_coder_has_no_agreement(folder: Path) -> None:
    write(folder, one_coder(read(folder)))
    assert crises.coders(folder) == (1,)
    assert crises.agreement_by_factor(folder) is None
    assert crises.disagreements(folder) == ()
    with pytest.raises(CourseError, match=r"no coder 2 .* only 1"):
        crises.cases(coder=2, folder=folder)


def test_a_second_coder_is_compared_and_both_readings_stay(folder: Path) -> None:
    grid = one_coder(read(folder))
    second = [[*row[:2], "2", *row[3:]] for row in grid[1:]]
    for row in second:
        if row[1] == "LOSS":
            row[3] = "0" if row[0] == "syria-2015" else row[3]
        if row[1] == "MOB":
            row[3] = "0"
    write(folder, [*grid, *second])
    assert crises.coders(folder) == (1, 2)
    assert len(crises.cases(coder=2, folder=folder)) == 26
    found = crises.agreement_by_factor(folder)
    assert found is not None and tuple(found) == FACTORS
    assert found["PROX"] == 1 and found["MOB"] == 0
    loss = [[case.values[0] for case in crises.cases(coder=n, folder=folder)] for n in (1, 2)]
    assert found["LOSS"] == kappa(*loss)
    assert found["LOSS"] is not None and 0.5 < found["LOSS"] < 1
    (only,) = (d for d in crises.disagreements(folder) if d.first.factor == "LOSS")
    assert (only.first.value, only.second.value) == (1, 0)
    assert (only.first.coder, only.second.coder) == (1, 2)


# What is refused ---------------------------------------------------------------------------

COLUMNS = ("crisis", "factor", "coder", "value", "reason", "source")


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("factor", "POWER", "is not one of LOSS"),
        ("reason", "", "is empty, and may not be"),
        ("value", "0.3", "is not one of 0, 0.5 and 1"),
        ("value", "maybe", "is not a number"),
        ("coder", "3", "is above 2"),
    ],
)
def test_an_edited_coding_is_refused_in_one_sentence(
    folder: Path, column: str, value: str, why: str
) -> None:
    grid = one_coder(read(folder))
    grid[4][COLUMNS.index(column)] = value
    write(folder, grid)
    with pytest.raises(CourseError) as caught:
        crises.cases(folder=folder)
    said = str(caught.value)
    assert said.startswith(f"codings.csv, line 5: {column} ") and why in said
    assert "\n" not in said and said.count(". ") == 0


def test_a_missing_cell_and_an_unknown_crisis_are_named(folder: Path) -> None:
    grid = one_coder(read(folder))
    write(folder, grid[:-1])
    with pytest.raises(CourseError, match="no value of coder 1 for FEAS in 'syria-2024'"):
        crises.cases(folder=folder)


def test_a_coding_of_an_unknown_crisis_is_named(folder: Path) -> None:
    grid = one_coder(read(folder))
    write(folder, [*grid, ["mars-2030", "LOSS", "1", "1", "None yet.", "judgement"]])
    with pytest.raises(CourseError, match="LOSS for 'mars-2030', which is no crisis"):
        crises.matrix(folder=folder)


def test_words_that_are_no_choice_are_refused() -> None:
    with pytest.raises(CourseError, match="no set 'test'; choose one of training and holdout"):
        crises.cases("test")
    with pytest.raises(CourseError, match="no half 'maybe'"):
        crises.matrix(half="maybe")
    with pytest.raises(CourseError, match="no outcome 'war'"):
        crises.cases()[0].outcome("war")
    with pytest.raises(CourseError, match="no factor 'POWER'"):
        crises.tally("POWER")
    with pytest.raises(CourseError, match="no crisis 'mars-2030'"):
        crises.crisis("mars-2030")
