"""Widgets that weigh: four worlds, six components of power, four sources of threat.

Everything is drawn and computed in the browser (js/src/kinds); this module sends the tables,
checks what the learner commits, and samples the shares for which there is no formula.
"""

from __future__ import annotations

from typing import Any, ClassVar

from course import dilemma
from course.bridge import CourseWidget, messages
from course.errors import CourseError
from course.journal import Journal


class FourWorlds(CourseWidget):
    """Jervis's four worlds: predict World 1, then move three handles, one after the other.

    **Source:** Jervis 1978, *World Politics* 30:2, 167–214; the model is `course.dilemma`.

    Examples
    --------
    In a notebook: ``FourWorlds(key="L2.four-worlds")``. What the learner has set is in ``value``:
    ``offence``, ``distinguishability`` and ``trust``, each from 0 to 1, or missing while unmoved.
    """

    kind: ClassVar[str] = "four_worlds"
    stages: ClassVar[tuple[str, ...]] = ("predict",)
    lives_alone: ClassVar[bool] = True
    choices: ClassVar[tuple[str, ...]] = ("hold", "arm", "stronger")

    def __init__(self, key: str = "L2.four-worlds", journal: Journal | None = None) -> None:
        worlds = dilemma.four_worlds(prior=0.6)
        first = worlds[0]
        super().__init__(
            key,
            {
                "start": {
                    "offence": first.offence,
                    "distinguishability": first.distinguishability,
                    "trust": 0.6,
                },
                "worlds": [
                    {
                        "number": world.number,
                        "name": world.name,
                        "offence": world.offence,
                        "distinguishability": world.distinguishability,
                    }
                    for world in worlds
                ],
            },
            journal,
        )

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take one of the three answers to the opening question."""
        if value.get("choice") not in self.choices:
            raise CourseError(messages(self.kind)["unknown"])
        return {"choice": value["choice"]}

    def restore(self) -> dict[str, Any]:
        """Show the answer again; the handles start where they started."""
        return {"guess": self.last("predict")["choice"]}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(self.kind)["sentence"]
