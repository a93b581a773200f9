"""P4: what is drawn is fair to all accounts, slips are told apart, and no side earns more."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from types import ModuleType
from typing import Any

import pytest

from course import evidence, notebooks, tables
from course.grading import keys, marking, release
from course.homework import items, p4
from course.homework.draws import COURSE, Draw
from course.homework.plain import Plain

ITEMS = items.assignment("P4")
SETS = [(letters, cards) for letters in p4.ACCOUNTS for cards in p4.CARDS]


@pytest.fixture(scope="module")
def key() -> ModuleType:
    """The functions of the key, which is no part of the package."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("key_p4", keys.FOLDER / "P4.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def raters(letters: str, cards: tuple[str, ...], rater: str) -> list[dict[str, float]]:
    """Rate a student's cards as a rater of lesson 6 did, on the published scale."""
    found = {(r.evidence, r.hypothesis): r.rating for r in tables.ratings() if r.rater == rater}
    steps = evidence.PUBLISHED
    names = dict(zip(p4.NAMES, letters, strict=True))
    return [{n: steps[found[card, h]] for n, h in names.items()} for card in cards]


def as_answer(rows: list[dict[str, float]]) -> dict[str, Plain]:
    return {str(n): dict(row) for n, row in enumerate(rows, start=1)}


def marked(answers: dict[str, Plain], student: str = "anna.k") -> dict[str, Any]:
    return keys.mark_answers("P4", student, answers)


def test_the_model_notebook_earns_everything() -> None:
    found, stated = marking.answers_in(notebooks.read(release.source("P4")), ITEMS)
    marks = keys.mark_answers("P4", stated, found)
    assert {name: mark.points for name, mark in marks.items()} == {
        item.name: item.points for item in ITEMS.items
    }
    assert ITEMS.points == 25 and ITEMS.essay.points == 20


# What is drawn


def test_every_account_is_met_equally_often_and_every_two_meet() -> None:
    assert set(Counter("".join(p4.ACCOUNTS)).values()) == {4}
    pairs = {frozenset(pair) for four in p4.ACCOUNTS for pair in itertools.combinations(four, 2)}
    assert len(pairs) == 21


def test_no_two_cards_of_one_cluster_are_weighed_as_independent() -> None:
    cluster = {card.id: card.cluster for card in tables.evidence()}
    for cards in p4.CARDS:
        named = [cluster[card] for card in cards if cluster[card]]
        assert len(set(cards)) == 8 and len(named) == len(set(named))


@pytest.mark.parametrize(("letters", "cards"), SETS, ids=[f"{a} {c[0]}..{c[7]}" for a, c in SETS])
@pytest.mark.parametrize("rater", ["R", "C"])
def test_cards_speak_for_and_against_every_account(
    letters: str, cards: tuple[str, ...], rater: str, key: ModuleType
) -> None:
    rows = raters(letters, cards, rater)
    assert sum(key.tells(row) for row in rows) >= 5
    for name in p4.NAMES:
        assert any(key.speaks_against(row, name) for row in rows)
        mean = [sum(p for n, p in row.items() if n != name) / 3 for row in rows]
        assert any(row[name] > m + 1e-9 for row, m in zip(rows, mean, strict=True))
        # So both raters, favouring any of the four, would earn every point.
        assert key.fairness(rows, name)[0] == 1


def test_students_get_different_work() -> None:
    drawn = [items.variant(Draw(COURSE, "P4", f"student-{n}")) for n in range(60)]
    assert len({(repr(v["letters"]), repr(v["ids"])) for v in drawn}) >= 25
    assert {tuple(v["letters"].values()) for v in drawn} == {tuple(four) for four in p4.ACCOUNTS}
    for v in drawn:
        assert set(v["cards"]) == {str(n) for n in range(1, 9)}
        assert len(set(v["tests"].values())) == 4


# The update in two steps

LESSON = ((0.8, 0.4, 0.4, 0.1), (0.1, 0.3, 0.2, 0.6))


def rows_of(pair: tuple[tuple[float, ...], tuple[float, ...]]) -> list[dict[str, float]]:
    return [dict(zip(p4.VASE, chances, strict=True)) for chances in pair]


def test_the_numbers_of_the_lesson(key: ModuleType) -> None:
    rows = rows_of(LESSON)
    rounded = {name: round(share, 3) for name, share in key.updated(rows).items()}
    assert list(rounded.values()) == [0.235, 0.353, 0.235, 0.176]
    averaged = key.normal(key.means(rows)).values()
    assert [round(share, 3) for share in averaged] == [0.310, 0.241, 0.207, 0.241]
    # Lesson 6 states them, so nobody is asked for them here.
    assert LESSON not in p4.UPDATES


@pytest.mark.parametrize("pair", [*p4.UPDATES, LESSON], ids=str)
def test_the_slips_of_an_update_are_told_apart(pair: Any, key: ModuleType) -> None:
    rows = rows_of(pair)
    right = key.updated(rows)
    products = key.products(rows)
    wrong = [slip.answer for slip in key.posterior_slips(rows)]
    wrong += [products, {name: part / 4 for name, part in products.items()}]
    wrong += [{name: rows[0][name] + rows[1][name] for name in p4.VASE}, key.means(rows)]
    for one, other in itertools.combinations([right, *wrong], 2):
        assert key.off(one, other) > max(2 * key.TWO, key.PROPORTION)
    for two in wrong:
        for digits in (3, 6):
            said = {name: round(share, digits) for name, share in two.items()}
            found = key.nearest(said, right, key.posterior_slips(rows), key.TWO)
            assert found is not None and found.credit <= 0.5
    # What is asked cannot be seen from one card.
    if pair != LESSON:
        best = max(right, key=lambda name: right[name])
        assert all(best != max(row, key=lambda name: row[name]) for row in rows)


@pytest.mark.parametrize("pair", p4.UPDATES, ids=str)
@pytest.mark.parametrize("digits", [2, 3, 4])
def test_the_right_update_is_right_however_it_is_rounded(
    pair: Any, digits: int, key: ModuleType
) -> None:
    rows = rows_of(pair)
    said = {name: round(share, digits) for name, share in key.updated(rows).items()}
    found = key.nearest(said, key.updated(rows), key.posterior_slips(rows), key.TWO)
    assert found is not None and found.credit == 1


# Tests and the card on which all hangs


def test_every_case_is_far_from_the_lines_between_the_kinds(key: ModuleType) -> None:
    for kind, cases in p4.CASES.items():
        assert len(cases) >= 3
        for _, _, p, q in cases:
            assert evidence.kind(p, q) == kind and p > q
            outcome = evidence.outcomes(p, q)
            for ratio in (outcome.passed, 1 / outcome.failed):
                assert not 4 < ratio < 6.5, (kind, p, q, ratio)


def test_a_mix_never_needs_a_case_twice_and_kinds_cannot_be_crossed_out() -> None:
    for mix in p4.MIXES:
        assert all(mix.count(kind) <= len(p4.CASES[kind]) for kind in mix)
    assert any(len(set(mix)) < 4 for mix in p4.MIXES)
    assert set(itertools.chain(*p4.MIXES)) == set(p4.CASES)


def test_every_wrong_kind_has_a_sentence_of_its_own(key: ModuleType) -> None:
    options = [option.id for option in ITEMS.item("test_types").options]
    assert set(key.WRONG) == set(itertools.permutations(options, 2))
    texts = [text for (_, said), (text, _) in key.WRONG.items() if said != "doubly decisive"]
    assert len(set(texts)) == len(texts)
    # Who sees two strong outcomes is not told which of them is weak.
    assert len({text for (_, said), (text, _) in key.WRONG.items()} - set(texts)) == 1
    # The sentence for one wrong answer does not name the right one.
    for (right, _), (text, _) in key.WRONG.items():
        assert right.replace("straw in the wind", "a straw") not in text.lower()
        assert "there is another" not in text and "the strong one" not in text


@pytest.mark.parametrize("rows", p4.CARRIED, ids=str)
def test_one_card_carries_the_lead_and_the_traps_are_others(rows: Any, key: ModuleType) -> None:
    for order in itertools.permutations(rows):
        v = {"carried": {str(n): row for n, row in enumerate(order, start=1)}}
        (card,) = key.carrying(v)
        assert len({card, key.widest(v), key.fits_best(v)}) == 3
    table = [dict(zip(p4.FEW, row, strict=True)) for row in rows]
    for left in [table, *itertools.combinations(table, 3)]:
        first, second, _ = sorted(key.updated(list(left)).values(), reverse=True)
        assert first / second > 1.19  # nobody has to divide hairs


# Ratings: coherence, never the side


def fair_rows(seed: int) -> list[dict[str, float]]:
    dice = random.Random(seed)
    return [{name: dice.randint(1, 19) / 20 for name in p4.NAMES} for _ in range(8)]


@pytest.mark.parametrize("turn", list(itertools.permutations(p4.NAMES)), ids=" ".join)
def test_the_same_reasoning_for_another_favourite_earns_the_same(turn: tuple[str, ...]) -> None:
    other = dict(zip(p4.NAMES, turn, strict=True))
    fair = fair_rows(4)
    loyal = [{"first": 0.9, "second": 0.5, "third": 0.4, "fourth": 0.2}] * 7
    loyal.append({"first": 0.5, "second": 0.9, "third": 0.3, "fourth": 0.3})
    partisan = [{"first": 0.9, "second": 0.5, "third": 0.4, "fourth": 0.2}] * 8
    for rows, favourite in itertools.product((fair, loyal, partisan), p4.NAMES):
        here = marked({"favourite": favourite, "likelihoods": as_answer(rows)})
        moved = [{other[name]: p for name, p in row.items()} for row in rows]
        there = marked({"favourite": other[favourite], "likelihoods": as_answer(moved)})
        assert here == there


@pytest.mark.parametrize("favourite", p4.NAMES)
def test_a_favourite_that_leads_earns_no_more_than_one_that_does_not(
    favourite: str, key: ModuleType
) -> None:
    rows = fair_rows(4)
    after = key.updated(rows)
    marks = marked(
        {"favourite": favourite, "likelihoods": as_answer(rows), "posterior_all": dict(after)}
    )
    assert marks["likelihoods"].points == 6 and marks["posterior_all"].points == 4
    ahead = evidence.leaders(after) == (favourite,)
    assert ("put another account first" in marks["posterior_all"].message) is not ahead


def test_who_wrote_the_ratings_of_somebody_else_is_marked_by_their_own(key: ModuleType) -> None:
    mine, theirs = fair_rows(1), fair_rows(2)
    answers = {"likelihoods": as_answer(mine), "posterior_all": dict(key.updated(theirs))}
    assert marked(answers)["posterior_all"].points == 0


@pytest.mark.parametrize("seed", range(40))
def test_posteriors_follow_from_the_ratings_handed_in_whatever_they_are(
    seed: int, key: ModuleType
) -> None:
    rows = fair_rows(seed)
    for name, n, points in (("posterior_two", 2, 3), ("posterior_all", 8, 4)):
        right = key.updated(rows[:n])
        answers = {"likelihoods": as_answer(rows)}
        for digits in (2, 3, 6):
            said: dict[str, Plain] = {h: round(share, digits) for h, share in right.items()}
            assert marked({**answers, name: said})[name].points == points
        averaged = key.normal(key.means(rows[:n]))
        assert key.off(averaged, right) > 0.02
        assert marked({**answers, name: dict(averaged)})[name].points == points / 2
        products = key.products(rows[:n])
        # Products may be rounded to two digits that count; few ratings make them add up to 1.
        short: dict[str, Plain] = {h: float(f"{part:.2g}") for h, part in products.items()}
        if abs(sum(products.values()) - 1) > 0.03:
            for form in (dict(products), short):
                assert marked({**answers, name: form})[name].points == points / 2
        early = key.normal({h: float(f"{part:.1g}") for h, part in products.items()})
        if key.EIGHT < key.off(early, right) <= key.PROPORTION:
            assert marked({**answers, name: dict(early)})[name].points == points * 3 / 4
        nought: dict[str, Plain] = dict.fromkeys(p4.NAMES, 0.0)
        assert marked({**answers, name: nought})[name].points == 0
        before: dict[str, Plain] = dict.fromkeys(p4.NAMES, 0.25)
        assert marked({**answers, name: before})[name].points == 0


def test_the_module_of_the_lesson_comes_to_the_same_posterior(key: ModuleType) -> None:
    ratings = {"E1": {"T": 4, "P": 3, "I": 1, "D": 2}, "E3": {"T": 2, "P": 3, "I": 5, "D": 2}}
    rows = list(evidence.chances(ratings).values())
    assert key.updated(rows) == pytest.approx(evidence.posterior(ratings))


def test_nothing_follows_from_ratings_that_tell_nothing_or_are_not_there() -> None:
    before: dict[str, Plain] = dict.fromkeys(p4.NAMES, 0.25)
    flat: dict[str, Plain] = {str(n): [0.5] * 4 for n in range(1, 9)}
    marks = marked({"likelihoods": flat, "posterior_two": before, "posterior_all": before})
    assert sum(mark.points for mark in marks.values()) == 0
    assert marks["posterior_all"].misconception == "M15"
    marks = marked({"posterior_two": before, "posterior_all": before})
    assert sum(mark.points for mark in marks.values()) == 0
    assert "rate the cards first" in marks["posterior_two"].message


def test_the_first_two_cards_are_enough_for_the_first_posterior(key: ModuleType) -> None:
    rows = fair_rows(3)
    part = {card: row for card, row in as_answer(rows).items() if card in ("1", "2")}
    after = dict(key.updated(rows[:2]))
    marks = marked({"likelihoods": part, "posterior_two": after, "posterior_all": after})
    assert marks["posterior_two"].points == 3 and marks["posterior_all"].points == 0


def test_two_cards_that_tell_nothing_leave_all_where_it_was(key: ModuleType) -> None:
    rows = fair_rows(3)
    rows[:2] = [dict.fromkeys(p4.NAMES, 0.4)] * 2
    before: dict[str, Plain] = dict.fromkeys(p4.NAMES, 0.25)
    marks = marked({"likelihoods": as_answer(rows), "posterior_two": before})
    assert marks["posterior_two"].points == 3


@pytest.mark.parametrize("favourite", p4.NAMES)
def test_without_a_favourite_every_account_has_to_be_able_to_lose(favourite: str) -> None:
    assert marked({"likelihoods": as_answer(fair_rows(4))})["likelihoods"].points == 6
    safe = [{**row, favourite: 0.95} for row in fair_rows(4)]
    safe[0] = dict.fromkeys(p4.NAMES, 0.5)
    mark = marked({"likelihoods": as_answer(safe)})["likelihoods"]
    assert mark.points == 3 and "Commit to one" in mark.message


def test_no_number_of_the_right_answer_is_in_a_message_for_a_wrong_one(key: ModuleType) -> None:
    for n in range(30):
        student = f"student-{n}"
        v = items.variant(Draw(COURSE, "P4", student))
        (card,) = key.carrying(v)
        for said in {"1", "2", "3", "4"} - {card}:
            text = marked({"flip": said}, student)["flip"].message
            assert f"card {card}" not in text.lower()
        right = key.updated(key.both(v))
        text = marked({"two_step": [0.7, 0.1, 0.1, 0.1]}, student)["two_step"].message
        assert not any(f"{share:.2f}".lstrip("0") in text for share in right.values())
