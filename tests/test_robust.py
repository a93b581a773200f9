from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator

import pytest

from course import casebook, factors, robust
from course.errors import CourseError
from course.factors import Cases

LOSS_FEAS = [0.38, 0.07, 0.0, 0.17, 0.0, 0.0, 0.38]


@pytest.fixture(params=["numpy", "without"])
def either(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """With numpy, and without it."""
    if request.param == "without":
        monkeypatch.setattr(robust, "numpy", None)
    elif robust.numpy is None:
        pytest.skip("numpy is not installed")
    yield request.param


def test_weightings_are_uniform_and_keep_the_order(either: str) -> None:
    del either
    free = [list(w) for w in robust.draw(3, draws=6000)]
    assert all(min(w) >= 0 and sum(w) == pytest.approx(1) for w in free)
    # Uniform on a triangle: the mean of each weight is 1/3, its variance 1/18.
    for k in range(3):
        mean = sum(w[k] for w in free) / len(free)
        assert mean == pytest.approx(1 / 3, abs=0.012)
        assert sum((w[k] - mean) ** 2 for w in free) / len(free) == pytest.approx(1 / 18, rel=0.1)
    orders = [list(w) for w in robust.draw(4, [{2}, {0, 3}, {1}], draws=4000)]
    assert all(w[2] >= max(w[0], w[3]) and min(w[0], w[3]) >= w[1] for w in orders)
    ahead = sum(w[0] > w[3] for w in orders) / len(orders)
    assert ahead == pytest.approx(0.5, abs=0.04), "those that are level may fall either way"
    # The heaviest of four uniform weights is (1 + 1/2 + 1/3 + 1/4) / 4 on average.
    assert sum(w[2] for w in orders) / len(orders) == pytest.approx(25 / 48, abs=0.01)


def test_hits_are_those_of_the_fit(either: str) -> None:
    del either
    drawn = random.Random(5)
    rows = tuple(tuple(drawn.choice((0.0, 0.5, 1.0)) for _ in range(5)) for _ in range(12))
    outcomes = tuple(drawn.random() < 0.5 for _ in rows)
    counts = tuple(drawn.choice((1.0, 0.5)) for _ in rows)
    table = Cases(tuple(map(str, range(12))), tuple("ABCDE"), rows, outcomes, counts)
    tried = [[drawn.choice((0.0, 0.2, 1.0)) for _ in range(4)] + [0.3] for _ in range(60)]
    tried += [list(w) for w in robust.draw(5, draws=60)]
    for rule in factors.RULES:
        scaled = [[w / sum(ws) for w in ws] for ws in tried]
        found = robust.most_hits(table, scaled, rule)
        assert found == [factors.fit(table, w, rule).hits for w in scaled]


@pytest.mark.parametrize("rule", factors.RULES)
def test_the_same_shares_with_numpy_and_without(
    rule: factors.Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    if robust.numpy is None:
        pytest.skip("numpy is not installed")
    table = casebook.cases()
    for in_order in (True, False):
        fast = robust.region(table, LOSS_FEAS, rule, in_order=in_order)
        with monkeypatch.context() as patch:
            patch.setattr(robust, "numpy", None)
            slow = robust.region(table, LOSS_FEAS, rule, in_order=in_order, draws=5000)
        for one, other in ((fast.agree, slow.agree), (fast.as_good, slow.as_good)):
            error = math.hypot(one.error, other.error)
            assert abs(one.value - other.value) <= 4 * error


def test_the_share_of_two_factors_is_the_one_on_paper(either: str) -> None:
    del either
    # Right on all four where A outweighs B; equal weights cannot tell 10 from 01.
    rows = ((1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0))
    table = Cases(tuple("abcd"), ("A", "B"), rows, (True, True, False, False), (1.0,) * 4)
    assert robust.bar(table) == 4  # the single factor A does it alone
    other = Cases(
        tuple("abcde"), ("A", "B"), ((1.0, 1.0), (1.0, 0.5), (0.5, 1.0), (0.5, 0.0), (1.0, 0.0)),
        (True, True, False, False, False), (1.0,) * 5,
    )  # fmt: skip
    assert robust.bar(other) == 4
    # Right on all five where w_A + w_B/2 is above w_A/2 + w_B and above w_A: for w_A > 1/2.
    found = robust.region(other, [0.7, 0.3], in_order=False)
    assert found.agree.value == pytest.approx(0.5, abs=4 * found.agree.error)
    assert found.spread == {4.0: pytest.approx(0.5, abs=0.02), 5.0: pytest.approx(0.5, abs=0.02)}
    assert robust.region(other, [0.7, 0.3]).agree.value == 1
    turn = robust.turn(other, [0.7, 0.3])
    assert turn is not None and turn.distance == pytest.approx(0.4, abs=0.02)


def test_all_or_none_is_never_certainty() -> None:
    found = robust.region(casebook.cases(), LOSS_FEAS, draws=100)
    assert found.agree.error > 0
    assert robust._share(100, 100).error > 0 and robust._share(0, 100).error > 0


def test_a_turn_reverses_and_is_an_upper_bound() -> None:
    table = casebook.cases()
    least = robust.bar(table)
    drawn = random.Random(2)
    for rule in factors.RULES:
        for _ in range(6):
            raw = [drawn.choice((0.0, 0.4, 1.1, 2.3)) for _ in range(6)] + [1.1]
            start = [w / sum(raw) for w in raw]
            turn = robust.turn(table, start, rule, draws=1000)
            if turn is None:
                continue
            before = factors.fit(table, start, rule).hits > least
            assert (factors.fit(table, turn.weights, rule).hits > least) is not before
            moved = sum(abs(a - b) for a, b in zip(start, turn.weights, strict=True))
            assert turn.distance == pytest.approx(moved) and moved <= 2


def test_the_lawyer_fits_as_well_and_favours_the_account() -> None:
    table = casebook.cases()
    mine = factors.fit(table, LOSS_FEAS).hits
    for places in ([0], [1, 2], [5], [3, 4], [6]):
        brief = robust.lawyer(table, places, mine)
        assert brief is not None
        assert factors.fit(table, brief.weights).hits >= mine
        assert brief.share == pytest.approx(sum(brief.weights[k] for k in places))
        plain = list(robust.draw(7, draws=3000, seed=9))
        hits = robust.most_hits(table, plain)
        able = [sum(w[k] for k in places) for w, h in zip(plain, hits, strict=True) if h >= mine]
        assert brief.share >= max(able) - 0.02, "no worse than another sample's best"
    assert robust.lawyer(table, [0], 99) is None
    with pytest.raises(CourseError, match="at least one factor"):
        robust.lawyer(table, [], 10)


def test_impossible_samples_are_refused() -> None:
    with pytest.raises(CourseError, match="at least one draw"):
        robust.draw(3, draws=0)
    with pytest.raises(CourseError, match="each factor exactly once"):
        robust.draw(3, [{0, 1}])


def test_the_order_of_weights_keeps_ties() -> None:
    assert robust.order_of([0.25, 0.5, 0.25]) == ((1,), (0, 2))
    for size in range(1, 5):
        groups = robust.order_of([1 / size] * size)
        assert list(itertools.chain(*groups)) == list(range(size)) and len(groups) == 1
