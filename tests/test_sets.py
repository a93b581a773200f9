from __future__ import annotations

import pytest

from course import casebook, sets
from course.errors import CourseError
from course.factors import Cases


def table(rows: str, outcomes: str) -> Cases:
    values = tuple(tuple({"0": 0.0, "h": 0.5, "1": 1.0}[x] for x in row) for row in rows.split())
    names = tuple(f"case {n}" for n in range(len(values)))
    ones = (1.0,) * len(values)
    return Cases(
        names, tuple("ABC")[: len(values[0])], values, tuple(o == "+" for o in outcomes), ones
    )


def test_consistency_and_coverage_are_sums_of_minima() -> None:
    x, y = [1, 1, 1, 0], [1, 0, 0, 1]
    assert sets.consistency(x, y) == pytest.approx(1 / 3)
    assert sets.coverage(x, y) == 0.5
    # Fuzzy values: min(.2,.8) + min(.9,.5) = .7, over 1.1 and 1.3.
    assert sets.consistency([0.2, 0.9], [0.8, 0.5]) == pytest.approx(0.7 / 1.1)
    assert sets.coverage([0.2, 0.9], [0.8, 0.5]) == pytest.approx(0.7 / 1.3)
    assert sets.consistency([0, 0], [1, 0]) is None and sets.coverage([1, 0], [0, 0]) is None


def test_a_half_is_refused_until_the_learner_says_what_it_is() -> None:
    cases = table("1h 0h 10", "+--")
    with pytest.raises(CourseError, match="case 0 and case 1 have a factor coded one half"):
        sets.dichotomise(cases)
    with pytest.raises(CourseError, match="one half"):
        sets.truth_table(cases, ["A"])
    with pytest.raises(CourseError, match="choose one of the two"):
        sets.dichotomise(cases, "sometimes")  # type: ignore[arg-type]
    assert sets.dichotomise(cases, "present")[1] == (False, True)
    assert sets.dichotomise(cases, "absent")[1] == (False, False)
    assert sets.dichotomise(table("10", "+")) == ((True, False),)


def test_contradictory_rows_are_shown() -> None:
    rows = sets.truth_table(table("11 11 10 00 00", "+-+--"), ["A", "B"])
    assert [(row.present, row.n, row.force) for row in rows] == [
        ((True, False), 1, 1),
        ((True, True), 2, 1),
        ((False, False), 2, 0),
    ]
    assert [row.contradictory for row in rows] == [False, True, False]
    assert [row.coverage for row in rows] == [0.5, 0.5, 0]
    assert rows[1].cases == ("case 0", "case 1")
    with pytest.raises(CourseError, match="Choose factors from A and B"):
        sets.truth_table(table("11", "+"), ["A", "Z"])
    with pytest.raises(CourseError, match="Choose factors"):
        sets.truth_table(table("11", "+"), [])


def test_necessary_is_not_sufficient() -> None:
    found = sets.relations(table("10 10 10 01 00", "++---"))
    assert found["A"] == sets.Relation(1.0, pytest.approx(2 / 3), 0.0)
    assert found["B"] == sets.Relation(0.0, 0.0, 0.5)


def test_rows_of_the_course_add_up() -> None:
    cases = casebook.cases()
    for half in ("absent", "present"):
        rows = sets.truth_table(cases, ["LOSS", "INTENT", "FEAS"], half)
        assert sum(row.n for row in rows) == 19
        assert sum(row.force for row in rows) == 7
        assert sum(row.coverage or 0 for row in rows) == pytest.approx(1)
        assert any(row.contradictory for row in rows)
