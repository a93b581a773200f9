"""P3: for everybody, the right answer and each known slip are numbers of their own."""

from __future__ import annotations

import importlib.util
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from course.grading import release
from course.homework import p3
from course.prospect import MEDIANS_1992, weighting

PATH = release.FOLDER / "keys" / "P3.py"
SPEC = importlib.util.spec_from_file_location("keys_of_p3", PATH)
assert SPEC is not None and SPEC.loader is not None
KEY = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(KEY)

Numbers = Callable[[Any], list[float]]


def values(v: dict[str, Any]) -> list[float]:
    return [KEY.value_right(v), *(slip.answer for slip in KEY.value_slips(v))]


def weights(v: dict[str, Any]) -> list[float]:
    right = weighting(v["rare"], MEDIANS_1992.gamma)
    return [right, *(slip.answer for slip in KEY.weight_slips(v))]


def thresholds(v: dict[str, Any]) -> list[float]:
    return [KEY.threshold_right(v), *(slip.answer for slip in KEY.threshold_slips(v))]


CASES = [
    *((values, {"loss": x, "chance": p}, 0.9) for x, p in p3.GAMBLES),
    *((weights, {"rare": p}, 0.001) for p in p3.RARE),
    *((thresholds, {"sure": s, "worst": w}, 0.005) for s, w in p3.CRISES),
]


@pytest.mark.parametrize(("numbers", "variant", "rounding"), CASES, ids=[str(c[1]) for c in CASES])
def test_no_two_ways_to_an_answer_give_the_same_number(
    numbers: Numbers, variant: dict[str, Any], rounding: float
) -> None:
    found = sorted(numbers(variant))
    nearest = min(b - a for a, b in itertools.pairwise(found))
    assert nearest > 2 * rounding, found


def test_the_threshold_can_be_read_off_the_table_of_weights() -> None:
    for sure, worst in p3.CRISES:
        failure = 1 - KEY.threshold_right({"sure": sure, "worst": worst})
        assert 0.5 < failure < 0.895
