"""The reference point: the same three endings, seen from elsewhere; and the rational twin.

**Source:** Tversky & Kahneman 1992 (functions); the thresholds are derived in `course.prospect`. On
preventive war: Fearon 1995, Powell 2006 (`course.preventive`). The three final states are ours.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, ClassVar

from course import prospect
from course.charts import Figure
from course.errors import CourseError
from course.journal import Journal
from course.packs import first, folder
from course.packs.pack import Pack
from course.widgets.bridge import CourseWidget, messages

KIND = "reference_point"
STATES = first.STATES
LAMBDAS = (1.0, 1.31, 1.955, 2.25)
START = {"now": 0.6, "later": 0.3, "cost_a": 0.1, "cost_b": 0.1}
"""Where the sliders of the rational twin rest; an illustration, no estimate."""


class ReferencePoint(CourseWidget):
    """Predict, then move the point from which three endings count as gains or losses.

    Examples
    --------
    In a notebook: ``ReferencePoint()``. ``value["reference"]`` is the reference point, 30 to 100,
    once it was moved.
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("predict", "small")
    lives_alone: ClassVar[bool] = True
    points: ClassVar[tuple[str, ...]] = ("old", "new", "same")
    answers: ClassVar[tuple[str, ...]] = ("bolder", "careful", "same")

    def __init__(
        self,
        key: str = "L5.reference-point",
        journal: Journal | None = None,
        *,
        pack: Pack | str | None = None,
    ) -> None:
        self.pack = folder.chosen(pack)
        self.words = self.pack.say(KIND, messages(KIND))
        config = {
            "messages": self.words,
            "states": dict(self.pack.states),
            "lambdas": list(LAMBDAS),
            "medians": asdict(prospect.MEDIANS_1992),
            "twin": START,
        }
        super().__init__(self.pack.key(key), config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take both halves of the prediction; or, after it, the one about small losses."""
        words = self.words
        if stage == "predict":
            if value.get("choice") not in self.points:
                raise CourseError(words["missing_choice"])
            chance = value.get("chance")
            if isinstance(chance, bool) or not isinstance(chance, int | float):
                raise CourseError(words["missing_chance"])
            if not 0 <= chance <= 100:
                raise CourseError(words["missing_chance"])
            return {"choice": value["choice"], "chance": chance}
        if not self.commits["predict"]:
            raise CourseError(words["predict_first"])
        if value.get("choice") not in self.answers:
            raise CourseError(words["missing_small"])
        return {"choice": value["choice"]}

    def restore(self) -> dict[str, Any]:
        """Show both predictions again; the handles start where they started."""
        said = self.last("predict")
        value = {"guess": said["choice"], "guess_chance": said["chance"]}
        if small := self.last("small"):
            value["guess_small"] = small["choice"]
        return value

    def sentence(self) -> str:
        """Say what this is."""
        return self.words["sentence"]

    def picture(self) -> Figure | None:
        """Draw nothing: any picture of the thresholds would give the prediction away."""
        return None
