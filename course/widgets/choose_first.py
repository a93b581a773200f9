"""Choose first: eight problems of 1979, all answered before anything is shown about any of them.

**Source:** Kahneman & Tversky 1979, *Econometrica* 47:2, 263–291, with the percentages of the table
``problems_1979``; on how well they hold today, Ruggeri et al. 2020 and Millroth, Nilsson & Juslin
2019.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from course import tables
from course.errors import CourseError, listed
from course.journal import Journal
from course.rows import Problem, Prospect
from course.widgets.bridge import CourseWidget, messages

KIND = "choose_first"
PROBLEMS = ("3", "4", "3'", "4'", "11", "12", "14", "14'")
"""The eight: two for each of four effects."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A pair of problems, and the pair of answers that shows an effect of prospect theory.

    Whoever follows expected value, or any utility of final states, gives no such pair of answers,
    except by indifference; in `reflection` and in `rare` he may.
    """

    name: str
    first: tuple[str, str]
    second: tuple[str, str]


EFFECTS = (
    Effect("certainty", ("3", "B"), ("4", "A")),
    Effect("reflection", ("3", "B"), ("3'", "A")),
    Effect("isolation", ("11", "B"), ("12", "A")),
    Effect("rare", ("14", "A"), ("14'", "B")),
)


def shown(choices: Mapping[str, str]) -> dict[str, bool]:
    """Say which effects a set of answers shows.

    >>> shown({"3": "B", "4": "A", "3'": "B", "11": "B", "12": "B", "14": "A", "14'": "B"})
    {'certainty': True, 'reflection': False, 'isolation': False, 'rare': True}
    """
    return {
        effect.name: choices[effect.first[0]] == effect.first[1]
        and choices[effect.second[0]] == effect.second[1]
        for effect in EFFECTS
    }


class ChooseFirst(CourseWidget):
    """Answer eight choice problems in random order; then see your pattern beside that of 1979.

    Examples
    --------
    In a notebook: ``ChooseFirst()``. ``value["choices"]`` holds the answers, "A" or "B" by problem.
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("begin", "choices")

    def __init__(self, key: str = "L4.choose-first", journal: Journal | None = None) -> None:
        self._rows = {row.problem: row for row in tables.problems_1979()}
        config = {
            "problems": {
                id: {
                    "given": self._rows[id].given_first,
                    "A": _plain(self._rows[id].option_a),
                    "B": _plain(self._rows[id].option_b),
                }
                for id in PROBLEMS
            },
        }
        super().__init__(key, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Draw an order, once; or take an answer to each of the eight."""
        if stage == "begin":
            kept = self.last("begin").get("order")
            order = kept or random.SystemRandom().sample(PROBLEMS, len(PROBLEMS))
            return {"order": list(order)}
        if not self.commits["begin"]:
            raise CourseError(messages(KIND)["begin_first"])
        choices = value.get("choices") or {}
        open_ones = [
            n for n, id in enumerate(self._order(), 1) if choices.get(id) not in ("A", "B")
        ]
        if open_ones:
            raise CourseError(messages(KIND)["still_open"].format(numbers=listed(open_ones)))
        return {"choices": {id: choices[id] for id in PROBLEMS}}

    def _order(self) -> list[str]:
        """Give the order that was drawn; one that does not fit the eight is refused."""
        order = list(self.last("begin")["order"])
        if sorted(order) != sorted(PROBLEMS):
            raise ValueError("the problems have changed since")
        return order

    def reveal(self) -> dict[str, Any] | None:
        """Give the order; and, once all is answered, what others chose and what it shows."""
        if not self.commits["begin"]:
            return None
        opened: dict[str, Any] = {"order": self._order()}
        if self.commits["choices"]:
            choices = self.last("choices")["choices"]
            opened["others"] = {id: _others(self._rows[id]) for id in PROBLEMS}
            opened["effects"] = [
                {"id": name, "shown": yes, "problems": [e.first[0], e.second[0]]}
                for (name, yes), e in zip(shown(choices).items(), EFFECTS, strict=True)
            ]
        return opened

    def restore(self) -> dict[str, Any]:
        """Fill in the answers given before."""
        self._order()
        return {"choices": dict(self.last("choices").get("choices", {}))}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"]


def _plain(prospect: Prospect) -> list[list[float]]:
    return [[outcome, p] for outcome, p in prospect if outcome]


def _others(row: Problem) -> dict[str, Any]:
    return {
        "A": row.percent_a,
        "B": row.percent_b,
        "n": row.respondents,
        "confirmed": row.confirmed,
    }
