"""The Curve Lab: prospect theory's two curves, and which majorities of 1979 they reproduce.

**Source:** Tversky & Kahneman 1992 (functions, medians); Kahneman & Tversky 1979 (problems). The
model is `course.prospect`; the browser repeats it (js/src/prospect.js).
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, ClassVar

from course import prospect, tables
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "curve_lab"
LOSS, GAMBLE = 40, (70, 0.5)
"""The demonstration: lose 40 for sure, or 70 with one chance in two."""
MIXED = ((100, 0.5), (-50, 0.5))
"""The contrast: a coin that wins 100 or loses 50."""


class CurveLab(CourseWidget):
    """Predict how many majorities the medians of 1992 reproduce; then move four parameters.

    Examples
    --------
    In a notebook: ``CurveLab()``. ``value`` holds ``alpha``, ``loss_aversion``, ``gamma`` and
    ``delta`` once they were moved.
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("predict", "lambda")
    options: ClassVar[tuple[str, ...]] = ("more", "fewer", "nothing")

    def __init__(self, key: str = "L4.curve-lab", journal: Journal | None = None) -> None:
        config = {
            "medians": asdict(prospect.MEDIANS_1992),
            "all": len(tables.problems_1979()),
            "sure": LOSS,
            "gamble": list(GAMBLE),
            "mixed": [list(pair) for pair in MIXED],
        }
        super().__init__(key, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a number of problems, or one of three answers about λ."""
        words, most = messages(KIND), len(tables.problems_1979())
        if stage == "predict":
            count = value.get("count")
            if isinstance(count, bool) or not isinstance(count, int) or not 0 <= count <= most:
                raise CourseError(words["whole_number"].format(all=most))
            return {"count": count}
        if not self.commits["predict"]:
            raise CourseError(words["predict_first"])
        if value.get("choice") not in self.options:
            raise CourseError(words["unknown"])
        return {"choice": value["choice"]}

    def reveal(self) -> dict[str, Any] | None:
        """Give the problems with their majorities, once a prediction is kept."""
        if not self.commits["predict"]:
            return None
        return {
            "problems": [
                {
                    "id": row.problem,
                    "a": [list(pair) for pair in row.option_a if pair[0]],
                    "b": [list(pair) for pair in row.option_b if pair[0]],
                    "majority": "A" if row.percent_a > row.percent_b else "B",
                    "percent": max(row.percent_a, row.percent_b),
                    "given": row.given_first,
                    "confirmed": row.confirmed,
                }
                for row in tables.problems_1979()
            ]
        }

    def restore(self) -> dict[str, Any]:
        """Fill in both predictions; the curves start at the medians."""
        value = {"count": self.last("predict")["count"]}
        if guessed := self.last("lambda"):
            value["guess"] = guessed["choice"]
        return value

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"]
