from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.agreement import agreement, kappa
from course.errors import CourseError

TYPES = ["factual", "causal", "normative", "predictive"]
pairs = st.lists(st.tuples(st.sampled_from(TYPES), st.sampled_from(TYPES)), min_size=1, max_size=30)


def table(both_yes: int, yes_no: int, no_yes: int, both_no: int) -> tuple[list[str], list[str]]:
    first = ["y"] * (both_yes + yes_no) + ["n"] * (no_yes + both_no)
    second = ["y"] * both_yes + ["n"] * yes_no + ["y"] * no_yes + ["n"] * both_no
    return first, second


@pytest.mark.parametrize(
    ("cells", "observed", "expected"),
    [
        # p_o .70, p_c .6*.5 + .4*.5 = .50
        ((20, 5, 10, 15), 0.70, 0.40),
        # The same agreement, different margins: p_c .54 and .46. Kappa depends on the margins.
        ((45, 15, 25, 15), 0.60, 0.06 / 0.46),
        ((25, 35, 5, 35), 0.60, 0.14 / 0.54),
        # Fewer agreements than chance gives.
        ((0, 10, 10, 0), 0.0, -1.0),
    ],
)
def test_kappa_is_what_cohens_equation_gives_by_hand(
    cells: tuple[int, int, int, int], observed: float, expected: float
) -> None:
    first, second = table(*cells)
    assert agreement(first, second) == pytest.approx(observed)
    assert kappa(first, second) == pytest.approx(expected)


def test_three_categories() -> None:
    # p_o 4/6; p_c (2*3 + 1*0 + 3*3)/36 = 15/36
    first, second = [2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2]
    assert kappa(first, second) == pytest.approx((4 / 6 - 15 / 36) / (1 - 15 / 36))


def test_nothing_can_be_said_where_all_is_one_category() -> None:
    assert kappa(["causal"] * 3, ["causal"] * 3) is None
    assert kappa(["causal"] * 3, ["factual"] * 3) == 0


@pytest.mark.parametrize(("first", "second"), [([], []), (["a"], ["a", "b"])])
def test_lists_that_do_not_match_are_refused(first: list[str], second: list[str]) -> None:
    with pytest.raises(CourseError, match="same items"):
        kappa(first, second)


@given(pairs)
def test_kappa_does_not_depend_on_who_is_first_or_on_the_order(
    items: list[tuple[str, str]],
) -> None:
    first, second = [a for a, _ in items], [b for _, b in items]
    expected = kappa(first, second)
    for one, other in [(second, first), (first[::-1], second[::-1])]:
        again = kappa(one, other)
        assert (again is None) == (expected is None)
        if expected is not None:
            assert again == pytest.approx(expected)


@given(pairs)
def test_kappa_stays_at_or_below_agreement_and_reaches_one_only_with_it(
    items: list[tuple[str, str]],
) -> None:
    first, second = [a for a, _ in items], [b for _, b in items]
    found = kappa(first, second)
    if found is None:
        assert agreement(first, second) == 1
        return
    assert found <= agreement(first, second) + 1e-12
    assert (found == pytest.approx(1)) == (first == second)
