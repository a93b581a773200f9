from __future__ import annotations

import itertools
import math
import random

import pytest

from course import casebook, crises, factors
from course.errors import CourseError
from course.factors import NEVER, Cases, Rule


def cases(rows: str, outcomes: str, counts: float = 1.0) -> Cases:
    """Write cases shortly: "11 10" are two cases with two factors; "+-" their outcomes."""
    values = tuple(tuple({"0": 0.0, "h": 0.5, "1": 1.0}[x] for x in row) for row in rows.split())
    names = tuple(f"case {n}" for n in range(len(values)))
    letters = tuple("ABCDEFG"[: len(values[0])])
    return Cases(names, letters, values, tuple(o == "+" for o in outcomes), (counts,) * len(values))


def by_trying(table: Cases, weights: list[float], rule: Rule) -> float:
    """Find the most hits of any threshold by trying one below, at and between all scores."""
    scores = [factors.score(row, weights, rule) for row in table.values]
    found = []
    for level in (-1.0, *scores, NEVER):
        right = zip(scores, table.outcomes, table.counts, strict=True)
        found.append(math.fsum(c for s, y, c in right if (s >= level) is y))
    return max(found)


@pytest.mark.parametrize("rule", factors.RULES)
def test_no_threshold_gets_more_right(rule: Rule) -> None:
    drawn = random.Random(3)
    for _ in range(200):
        n = drawn.randint(1, 12)
        rows = " ".join("".join(drawn.choice("0h1") for _ in range(4)) for _ in range(n))
        table = cases(rows, "".join(drawn.choice("+-") for _ in range(n)))
        weights = [drawn.choice((0.0, 1.0, 2.0, 3.3)) for _ in range(3)] + [1.0]
        fitted = factors.fit(table, weights, rule)
        # A threshold below all scores says "force" always; the lowest score does the same.
        assert fitted.hits == pytest.approx(by_trying(table, weights, rule))
        right = zip(fitted.says, table.outcomes, strict=True)
        assert sum(s is y for s, y in right) == pytest.approx(fitted.hits)


def test_of_equally_good_thresholds_the_highest_is_taken() -> None:
    table = cases("1 h 0", "+-+")
    assert factors.fit(table, [1]).threshold == 1.0
    nothing = cases("1 0", "-+")
    assert factors.fit(nothing, [1]).threshold == NEVER
    assert factors.fit(nothing, [1]).says == (False, False)


def test_scores_that_are_equal_on_paper_are_equal() -> None:
    weights = [0.1, 0.2, 0.3]
    assert 0.1 + 0.2 != 0.3
    assert factors.score([1, 1, 0], weights) == factors.score([0, 0, 1], weights) == 0.5


def test_the_rules_differ_where_they_should() -> None:
    weights = [2.0, 1.0, 0.0]
    assert factors.score([0, 1, 1], weights) == pytest.approx(1 / 3)
    assert factors.score([0, 1, 1], weights, "product") == 0  # the heaviest has a veto
    assert factors.score([1, 0, 0], weights, "product") == 0.5
    assert factors.score([1, 0, 0], weights, "necessary") == 0.5  # a weight of 0 asks for nothing
    both = [2.0, 1.0, 1.0]
    assert factors.score([1, 0, 0], both, "product") == 0.25
    assert factors.score([1, 0, 0], both, "necessary") == 0.5
    for rule in factors.RULES:
        assert factors.score([1, 1, 1], weights, rule) == 1
        assert 0 <= factors.score([0.5, 0, 0.5], weights, rule) < 1


def test_weights_are_logarithms_of_swings() -> None:
    found = factors.from_swings({"a": 10, "b": 1.5, "c": 1})
    assert found["c"] == 0 and sum(found.values()) == pytest.approx(1)
    assert found["a"] / found["b"] == pytest.approx(math.log(10) / math.log(1.5))


@pytest.mark.parametrize(
    ("swings", "reason"),
    [
        ({}, "no answers"),
        ({"LOSS": None, "PROX": 3}, "no answer yet for LOSS"),
        ({"LOSS": 0.5}, "1 or more"),
        ({"LOSS": math.inf}, "1 or more"),
        ({"LOSS": "3"}, "1 or more"),
        ({"LOSS": 1, "PROX": 1}, "All your answers are ×1"),
    ],
)
def test_swings_that_give_no_weights_are_refused(swings: dict[str, object], reason: str) -> None:
    with pytest.raises(CourseError, match=reason):
        factors.from_swings(swings)  # type: ignore[arg-type]


def test_impossible_tables_and_weights_are_refused() -> None:
    with pytest.raises(CourseError, match="from 0 to 1"):
        Cases(("a",), ("A",), ((2.0,),), (True,), (1.0,))
    with pytest.raises(CourseError, match="an outcome and a count"):
        Cases(("a",), ("A",), ((1.0,),), (), (1.0,))
    with pytest.raises(CourseError, match="no cases"):
        Cases((), ("A",), (), (), ())
    with pytest.raises(CourseError, match="more than 0"):
        Cases(("a",), ("A",), ((1.0,),), (True,), (0.0,))
    with pytest.raises(CourseError, match="at least one is above 0"):
        factors.score([1, 1], [0, 0])
    with pytest.raises(CourseError, match="2 values but 1 weight"):
        factors.score([1, 1], [1])
    with pytest.raises(CourseError, match="no rule 'mean'"):
        factors.score([1], [1], "mean")  # type: ignore[arg-type]


def test_baselines_need_no_weights() -> None:
    table = cases("11 10 01 00", "++--")
    found = factors.baselines(table)
    assert (found.always_no, found.best_single, found.best_factors) == (2, 4, ("A",))
    assert found.equal_weights == 3
    useless = factors.baselines(cases("10 01", "--"))
    assert useless.best_factors == () and useless.best_single == useless.always_no == 2


def test_chances_follow_laplace_and_are_never_certain() -> None:
    table = cases("1 1 1 0", "++-+")
    yes, no = factors.chances(table, factors.fit(table, [1]))
    assert (yes, no) == (pytest.approx(4 / 6), pytest.approx(1 / 2))  # it says "force" always
    never = cases("1 0", "--")
    assert factors.chances(never, factors.fit(never, [1])) == (0.5, 0.25)


def test_separation_is_a_difference_of_means() -> None:
    found = factors.separation(cases("10 10 01 h1", "++--"))
    assert found == {"A": 0.75, "B": -1.0}


def test_a_case_flips_where_its_score_meets_the_threshold() -> None:
    flip = factors.case_flip([1, 1, 0], [0.5, 0.3, 0.2], 0.7)
    assert flip is not None and flip.distance == pytest.approx(0.2)
    assert factors.score([1, 1, 0], flip.weights) == pytest.approx(0.7)
    assert factors.case_flip([1, 1], [0.5, 0.5], 0.7) is None


# The course's own crises -------------------------------------------------------------------------


def test_the_training_crises_are_nineteen_with_seven_uses_of_force() -> None:
    table = casebook.cases()
    assert (len(table.names), sum(table.outcomes), table.of) == (19, 7, 19)
    assert casebook.cases("holdout").of == 7
    assert not set(table.names) & set(casebook.cases("holdout").names)


def test_crises_of_one_story_share_one_count() -> None:
    once = casebook.cases(once=True)
    counts = dict(zip(once.names, once.counts, strict=True))
    for story in casebook.ONE_STORY:
        assert sum(counts[id] for id in story) == 1
        years = {crises.crisis(id).year for id in story}
        assert max(years) - min(years) <= 1
    assert once.of == 19 - len(casebook.ONE_STORY)


def test_only_borderline_outcomes_can_be_turned() -> None:
    plain, turned = casebook.cases(), casebook.cases(turned=("karabakh-2020",))
    changed = [
        name
        for name, one, other in zip(plain.names, plain.outcomes, turned.outcomes, strict=True)
        if one is not other
    ]
    assert changed == ["karabakh-2020"]
    with pytest.raises(CourseError, match="no borderline case"):
        casebook.cases(turned=("georgia-2003",))
    with pytest.raises(CourseError, match="no outcome 'war'"):
        casebook.cases(outcome="war")  # type: ignore[arg-type]
    with pytest.raises(CourseError, match="no coder 3"):
        casebook.values("georgia-2003", 3)


def test_a_name_holds_its_year_once() -> None:
    labels = [casebook.label(case.crisis) for case in crises.cases()]
    assert len(set(labels)) == 26
    for case, text in zip(crises.cases(), labels, strict=True):
        assert text.count(str(case.crisis.year)) == 1


def test_no_weighting_does_worse_than_always_no() -> None:
    table = casebook.cases()
    for swings in itertools.islice(itertools.product((1, 3, 10), repeat=7), 1, 400, 7):
        for rule in factors.RULES:
            weights = list(
                factors.from_swings(dict(zip(table.factors, swings, strict=True))).values()
            )
            assert factors.fit(table, weights, rule).hits >= table.always_no
