"""P2, worlds and threats: for every student the right answer and all slips are told apart."""

from __future__ import annotations

import importlib.util
import json
from itertools import combinations, permutations
from math import fsum
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from course import dilemma, measures, threat, weights
from course.grading import guide, keys, release
from course.grading.marks import Mark, Slip
from course.homework import items, p2, writing
from course.homework.draws import COURSE, Draw
from course.homework.plain import ANSWER

ASKED = items.assignment("P2")
STUDENTS = [f"student-{n}" for n in range(60)]
MODEL = "model-97"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("key_of_p2", keys.FOLDER / "P2.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


K = load()


def variant(student: str) -> dict[str, Any]:
    return dict(items.variant(Draw(COURSE, "P2", student)))


def marked(student: str, **answers: Any) -> dict[str, Mark]:
    return keys.mark_answers("P2", student, answers)


def game(payoffs: tuple[int, int, int, int]) -> dict[str, Any]:
    return dict(zip(("reward", "temptation", "punishment", "sucker"), payoffs, strict=True))


def told_apart(right: float, slips: list[Slip], within: float) -> None:
    """Hold that no two answers with other sentences can be taken for each other."""
    known = [("", right), *((slip.message, slip.answer) for slip in slips)]
    for (said, one), (other, two) in combinations(known, 2):
        assert said == other or abs(one - two) > 2 * within, (said, other, one, two)


# What every student gets


def test_points_are_as_designed() -> None:
    assert ASKED.points == 25
    assert ASKED.essay.points == 10
    assert [points for _, points in ASKED.essay.rows] == [2] * 5


@pytest.mark.parametrize("payoffs", p2.GAMES, ids=str)
def test_every_game_is_a_stag_hunt_whose_slips_differ(payoffs: tuple[int, int, int, int]) -> None:
    reward, temptation, punishment, sucker = payoffs
    assert dilemma.Game(temptation, reward, punishment, sucker).kind == "Stag Hunt"
    v = game(payoffs)
    told_apart(K.threshold_right(v), K.threshold_slips(v), K.ROUNDING)


def test_no_game_was_met_in_a_lesson() -> None:
    met = {(4, 3, 2, 0), (6, 4, 3, 0), (5, 3, 2, 1), (4, 2, 1, 0)}
    assert not met & set(p2.GAMES)


@pytest.mark.parametrize("shares", p2.SHARES, ids=str)
def test_every_index_of_power_differs_from_sum_and_geometric_mean(shares: Any) -> None:
    v = {"shares": list(shares)}
    right, slips = K.cinc_right(v), K.cinc_slips(v)
    assert right == pytest.approx(fsum(shares) / 6)
    told_apart(right, slips, K.ROUNDING / 10)
    # Three decimals are asked for; rounded to three, each is still itself.
    for answer in (right, *(slip.answer for slip in slips)):
        near = min(
            (right, *(slip.answer for slip in slips)), key=lambda x: abs(x - round(answer, 3))
        )
        assert near == answer
        assert abs(round(answer, 3) - answer) <= K.ROUNDING / 10


@pytest.mark.parametrize("two", p2.TWO_SOURCES, ids=str)
def test_every_share_of_two_sources_is_exact_and_can_be_read_off(two: Any) -> None:
    v = {"two": [list(one) for one in two]}
    right = K.share_right(v)
    told_apart(right, K.share_slips(v), K.ROUNDING)
    (a, b), (c, d) = two
    lead, lag = max(a - c, b - d), min(a - c, b - d)
    assert right == pytest.approx(lead / (lead - lag))
    # The lead changes at a row of the table, so reading it off gives the exact share.
    edge = 1 - right if a > c else right
    assert 20 * edge == pytest.approx(round(20 * edge))
    rows = p2.two_sources(v).text.splitlines()[2:]
    level = [row for row in rows if row.split(" | ")[2] == row.split(" | ")[3]]
    assert len(rows) == 21
    assert len(level) == 1 and float(level[0].split(" | ")[0]) == pytest.approx(edge)
    # And by brute force, weighting after weighting.
    w = [(n + 0.5) / 20_000 for n in range(20_000)]
    assert sum(x * a + (1 - x) * b > x * c + (1 - x) * d for x in w) / len(w) == pytest.approx(
        right, abs=1e-4
    )


def test_x_is_sometimes_ahead_on_the_first_source_and_sometimes_on_the_second() -> None:
    ahead = {x[0] > y[0] for x, y in p2.TWO_SOURCES}
    more = {weights.share_holding([x[0] - y[0], x[1] - y[1]]) > 0.5 for x, y in p2.TWO_SOURCES}
    assert ahead == more == {True, False}


def test_the_first_list_of_pairs_is_decided_and_the_others_tempt() -> None:
    def four(pair: Any) -> list[float]:
        return [x - y for x, y in zip(*pair, strict=True)]

    for pair in p2.PAIRS_ONE:  # strictly ahead on every source, so under every weighting
        assert len({d > 0 for d in four(pair)}) == 1 and 0 not in four(pair)
        assert weights.dominance(four(pair)) != "depends"
    assert {weights.dominance(four(pair)) for pair in p2.PAIRS_ONE} == {"always", "never"}
    for pair in p2.PAIRS_TWO:  # three sources far ahead, one a little behind
        d = four(pair)
        assert weights.dominance(d) == "depends"
        assert abs(fsum(d)) > 0.6
        assert sum((one > 0) is (fsum(d) > 0) for one in d) == 3
        assert max(range(4), key=lambda k: abs(d[k])) != 1
    for pair in p2.PAIRS_THREE:  # a wide gap in proximity, which also leads with equal weights
        d = four(pair)
        assert weights.dominance(d) == "depends"
        assert max(range(4), key=lambda k: abs(d[k])) == 1
        assert d[1] * fsum(d) > 0
    for pair in (*p2.PAIRS_ONE, *p2.PAIRS_TWO, *p2.PAIRS_THREE):
        assert all(0 <= score <= 1 for one in pair for score in one)


def test_every_hand_of_neighbours_holds_all_four_worlds() -> None:
    assert set(K.CONDITIONS) == set(p2.NEIGHBOURS)
    assert len(set(p2.NEIGHBOURS.values())) == len(p2.NEIGHBOURS)
    assert set(K.ALL_WORLDS) == {f"World {n}" for n in range(1, 5)}
    for hand in p2.HANDS:
        assert len(set(hand)) == 5
        assert len({K.world(*K.CONDITIONS[name]) for name in hand}) == 4


def test_the_worlds_are_numbered_as_in_lesson_2() -> None:
    assert K.world(attack=True, apart=False) == "World 1"
    assert K.world(attack=False, apart=False) == "World 2"
    assert K.world(attack=True, apart=True) == "World 3"
    assert K.world(attack=False, apart=True) == "World 4"
    for number, _, offence, distinct in dilemma.FOUR:
        # What the options say of each world is what the model makes of it.
        said = next(o.text for o in ASKED.item("worlds").options if o.id == f"World {number}")
        assert ("attacking" in said) is (offence == max(o for _, _, o, _ in dilemma.FOUR))
        assert ("told apart" in said) is (distinct > 0)


def test_the_misreadings_are_at_home_in_some_text() -> None:
    """Who is stronger is said in some texts of either condition, and never matters."""
    strength = {"plain": "richer", "mines": "four times", "ships": "twice as many"}
    for name, words in strength.items():
        assert words in p2.NEIGHBOURS[name]
    assert {K.CONDITIONS[name][0] for name in strength} == {True, False}
    assert all(set(hand) & set(strength) for hand in p2.HANDS)


def test_students_differ_and_every_list_is_used() -> None:
    drawn = [variant(student) for student in STUDENTS]
    assert len({json.dumps(v, sort_keys=True) for v in drawn}) >= 55
    assert len({K.threshold_right(v) for v in drawn}) >= 6
    assert len({tuple(v["shares"]) for v in drawn}) >= 8
    assert len({(v["observer"], v["year"]) for v in drawn}) >= 8
    assert {K.decided(v) for v in drawn} == set("ABC")
    assert len({K.share_right(v) for v in drawn}) >= 4


def test_what_is_drawn_is_plain_data() -> None:
    for student in STUDENTS:
        json.dumps(variant(student), allow_nan=False)


def test_scores_are_those_of_lesson_3_and_add_up() -> None:
    for number, year in p2.SEEN:
        claim = threat.CLAIMS[number]
        for one, two in zip(
            *threat.scores(claim.observer, claim.first, claim.second, year), strict=True
        ):
            assert round(one, 2) + round(two, 2) == pytest.approx(1)


# Right answers, slips, opposite weights


@pytest.mark.parametrize("student", [*STUDENTS, MODEL])
def test_the_right_answers_earn_everything_whoever_asks(student: str) -> None:
    v = variant(student)
    index = threat.index(v["scores"][0], [3, 1, 2, 4], "additive")
    right = {
        name: K.world(*K.CONDITIONS[next(n for n, t in p2.NEIGHBOURS.items() if t == text)])
        for name, text in v["neighbours"].items()
    }
    marks = marked(
        student,
        threshold=round(K.threshold_right(v), 2),
        worlds=right,
        cinc=round(K.cinc_right(v), 3),
        threat_index=[3, 1, 2, 4, round(index, 2)],
        dominance=K.decided(v),
        robust_share=round(K.share_right(v), 2),
    )
    assert sum(mark.points for mark in marks.values()) == pytest.approx(25)
    assert all(mark.misconception is None for mark in marks.values())


@pytest.mark.parametrize("student", STUDENTS)
def test_every_slip_is_recognised_for_every_student(student: str) -> None:
    v = variant(student)
    for name, slips in (
        ("threshold", K.threshold_slips(v)),
        ("cinc", K.cinc_slips(v)),
        ("robust_share", K.share_slips(v)),
    ):
        for slip in slips:
            mark = marked(student, **{name: slip.answer})[name]
            assert mark.points == pytest.approx(slip.credit * mark.of)
            assert mark.message == slip.message
            assert mark.misconception == slip.misconception
    for letter in "ABCD":
        mark = marked(student, dominance=letter)["dominance"]
        expected = None if letter == K.decided(v) else {"M03", "M24", "P2.no-dominance"}
        assert mark.misconception is None if expected is None else mark.misconception in expected
        assert mark.points == (3 if expected is None else 0)
    tempting = {marked(student, dominance=x)["dominance"].misconception for x in "ABCD"}
    assert tempting == {None, "M03", "M24", "P2.no-dominance"}


@pytest.mark.parametrize("seen", p2.SEEN, ids=str)
def test_slips_of_the_threat_index_are_told_apart_for_ordinary_weights(seen: Any) -> None:
    number, year = seen
    claim = threat.CLAIMS[number]
    scores = threat.scores(claim.observer, claim.first, claim.second, year)
    v = {"scores": [[round(x, 2) for x in one] for one in scores]}
    for mine in ([2, 3, 1, 4], [5, 2, 9, 7], [10, 1, 6, 3]):
        given = dict(zip(threat.SOURCES, map(float, mine), strict=True))
        slips = K.index_slips(v, given)
        plain = [s for s in slips if s.misconception in (None, "P2.not-normalised")]
        assert plain[1].answer == pytest.approx(plain[0].answer * sum(mine))
        assert plain[1].answer - plain[0].answer > 2 * K.ROUNDING
        for slip in slips[1:]:
            # A slip that agrees with the right answer for these weights is no slip.
            if abs(slip.answer - slips[0].answer) <= 2 * K.ROUNDING:
                continue
            found = [s for s in slips if abs(s.answer - slip.answer) <= K.ROUNDING]
            assert max(s.credit for s in found) < 1


def index_mark(mine: list[float], t: float) -> Mark:
    return marked(MODEL, threat_index=[*mine, t])["threat_index"]


def test_any_weights_earn_the_same_if_the_index_follows() -> None:
    """Weights are an opinion: those of opposite schools, reversed, extreme, tiny, or huge."""
    first = variant(MODEL)["scores"][0]
    for mine in (
        *permutations((1.0, 2.0, 3.0, 4.0)),
        (10, 10, 0, 0),
        (0, 0, 10, 10),
        (0, 1, 0, 0),
        (0.001, 0.002, 0.001, 0.002),
        (900, 50, 30, 20),
    ):
        t = fsum(w * x for w, x in zip(mine, first, strict=True)) / fsum(mine)
        mark = index_mark(list(mine), round(t, 3))
        assert mark.points == 5, mine
        wrong = index_mark(list(mine), round((t + 0.37) % 1, 3))
        assert wrong.points < 5, mine


def test_no_weight_for_intentions_costs_nothing_and_is_remarked_upon() -> None:
    first = variant(MODEL)["scores"][0]
    without = index_mark([1, 1, 2, 0], (first[0] + first[1] + 2 * first[2]) / 4)
    assert without.points == 5
    assert "lesson 3" in without.message and "perceived intentions" in without.message
    assert "intentions have no weight" not in index_mark([1, 1, 1, 1], fsum(first) / 4).message


def test_a_slip_that_is_right_for_these_weights_is_right() -> None:
    first = variant(MODEL)["scores"][0]
    assert (
        index_mark(
            [0.5, 0.5, 1, 2], fsum((0.5 * first[0], 0.5 * first[1], first[2], 2 * first[3])) / 4
        ).points
        == 5
    )
    assert index_mark([1, 1, 1, 1], fsum(first) / 4).points == 5


def test_numbers_of_the_design_hold() -> None:
    reference = {"shares": [0.02, 0.05, 0.03, 0.04, 0.04, 0.03]}
    assert K.cinc_right(reference) == pytest.approx(0.035)
    found = {slip.misconception: slip for slip in K.cinc_slips(reference)}
    assert found["P2.summed"].answer == pytest.approx(0.21) and found["P2.summed"].credit == 0.5
    geometric = found["P2.geometric-mean"]
    assert round(geometric.answer, 4) == 0.0336 and geometric.credit == 0.5
    assert "COW uses the arithmetic mean" in geometric.message.replace("\n", " ")
    stag = game((4, 3, 2, 0))
    assert round(K.threshold_right(stag), 3) == 0.667
    first = K.threshold_slips(stag)[0]
    assert round(first.answer, 3) == 0.333 and first.credit == 0.5


def test_every_sentence_says_where_to_go_back_to_and_none_gives_the_answer_away() -> None:
    for student in STUDENTS[:20]:
        v = variant(student)
        given = dict.fromkeys(threat.SOURCES, 2.0)
        slips = [*K.threshold_slips(v), *K.cinc_slips(v), *K.share_slips(v)]
        slips += [s for s in K.index_slips(v, given)[1:] if s.misconception != "P2.other-state"]
        for slip in slips:
            assert "lesson 2" in slip.message or "lesson 3" in slip.message, slip.message
        for right in (K.threshold_right(v), K.cinc_right(v), K.share_right(v)):
            for places in (2, 3, 4):
                assert all(f"{right:.{places}f}" not in slip.message for slip in slips)
        for letter in "ABC":
            message = marked(student, dominance=letter)["dominance"].message
            assert f"air {K.decided(v)}" not in message


# The notebook, the examples


def source() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(release.source("P2").read_text(encoding="utf-8"))
    return found


def test_the_model_notebook_earns_every_point() -> None:
    answers = {}
    for cell in source()["cells"]:
        for output in cell.get("outputs", []):
            if carried := output.get("data", {}).get(ANSWER):
                assert carried["student"] == MODEL
                answers[carried["name"]] = carried["answer"]
    assert set(answers) == {item.name for item in ASKED.items}
    marks = keys.mark_answers("P2", MODEL, answers, stated=MODEL)
    assert sum(mark.points for mark in marks.values()) == ASKED.points == 25


def test_points_in_the_notebook_are_those_of_the_questions() -> None:
    found = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"]["points"]
        for cell in source()["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }
    expected = {item.check_id: item.points for item in ASKED.items}
    assert found == {**expected, "essay": ASKED.essay.points, "check-essay": 0}


def test_the_model_essay_has_all_its_parts_and_its_number_is_right() -> None:
    cell = next(c for c in source()["cells"] if c["id"] == "essay")
    text = "".join(cell["source"])
    said = writing.report(ASKED.essay, text)
    assert not said.missing and 180 <= said.words <= 250
    first = variant(MODEL)["scores"][0]
    assert threat.index(first, [2, 3, 1, 4], "additive") == pytest.approx(0.71, abs=0.005)
    assert 0.4 * first[3] == pytest.approx(0.40)
    assert "is .71" in text and "this .40" in text


def test_the_examples_are_for_different_theses_and_their_numbers_are_right() -> None:
    examples = guide.exemplars("P2")
    assert len({example.thesis for example in examples}) == 3
    points = {example.level: example.points(ASKED.essay) for example in examples}
    assert points["strong"] > points["middling"] + 2 > points["weak"] + 4
    poland = threat.CLAIMS[0]
    by_disputes = measures.Measures(intentions="disputes")
    assert round(100 * threat.claim_share(poland, 2014)) == 58
    assert round(100 * threat.claim_share(poland, 2014, by_disputes)) == 40
    strong = next(e.text for e in examples if e.level == "strong")
    assert "58 %" in strong and "40 %" in strong
    for example in examples:
        assert set(example.levels) == {row.id for row, _ in ASKED.essay.rows}
        assert all(section.heading in example.text for section in ASKED.essay.sections)


def test_the_prompt_of_the_essay_leaves_both_sides_open() -> None:
    text = ASKED.essay.prompt
    assert "Defend or attack" in text and "Either side can earn every point" in text


def test_there_is_a_table_beside_every_question_that_speaks_of_one() -> None:
    shown = {
        line.split('"')[1]
        for cell in source()["cells"]
        for line in cell["source"]
        if line.startswith("sheet.show(")
    }
    assert shown == set(p2.SHOWN)
    for name in p2.SHOWN:
        panel = items.shown("P2", name, variant(MODEL))
        assert panel.text and "<table>" in panel.markup


def test_the_key_is_not_shipped() -> None:
    text = Path(p2.__file__).read_text(encoding="utf-8")
    for world in ("World 1", "World 2", "World 3", "World 4", "CONDITIONS"):
        assert world not in text
