"""Blind coding of the domain: gains or losses, from words said before the decision.

First the codebook, then six statements without names, then agreement with the course's coders. Who
spoke, when and what was done opens only after that: who knows the outcome codes the outcome.

**Source:** on coding the domain after the fact, Levy 1997, Mercer 2005; agreement is Cohen's κ
(`course.agreement`); the statements are `course.extracts`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from course import extracts
from course.agreement import agreement, kappa
from course.errors import CourseError, listed
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "domain_coder"


class DomainCoder(CourseWidget):
    """Code six statements as gains, losses or neither; see agreement; then see who it was.

    Examples
    --------
    In a notebook: ``DomainCoder()``. ``value["codes"]`` holds the domains by extract.
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = ("codes", "open")

    def __init__(self, key: str = "L5.domain-coder", journal: Journal | None = None) -> None:
        self.extracts = {extract.id: extract for extract in extracts.extracts()}
        config = {
            "extracts": [{"id": one.id, "text": one.text} for one in self.extracts.values()],
            "domains": list(extracts.DOMAINS),
        }
        super().__init__(key, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a code for each statement; or the wish to see who it was, after that."""
        if stage == "open":
            if not self.commits["codes"]:
                raise CourseError(messages(KIND)["code_first"])
            return {}
        codes = value.get("codes") or {}
        missing = [id for id in self.extracts if codes.get(id) not in extracts.DOMAINS]
        if missing:
            raise CourseError(messages(KIND)["still_open"].format(ids=listed(missing)))
        return {"codes": {id: codes[id] for id in self.extracts}}

    def reveal(self) -> dict[str, Any] | None:
        """Give agreement once all is coded; who and what once the learner asks for it."""
        if not self.commits["codes"]:
            return None
        found: dict[str, Any] = {"agreement": self._agreement(), "coders": self._coders()}
        if self.commits["open"]:
            found["who"] = {
                one.id: {
                    "who": one.who,
                    "when": one.when,
                    "audience": one.audience,
                    "source": one.source,
                    "outcome": one.outcome,
                    "force": one.force,
                    "confirmed": one.confirmed,
                }
                for one in self.extracts.values()
            }
            # What was coded before the names were known is what counts.
            found["blind"] = self.commits["codes"][self._before_opening()]["codes"]
        return found

    def _before_opening(self) -> int:
        """Find the last coding that was kept before the names were opened."""
        opened = self.times["open"][0] if self.times["open"] else ""
        before = [n for n, time in enumerate(self.times["codes"]) if time <= opened]
        return before[-1] if before else 0

    def _agreement(self) -> list[dict[str, Any]]:
        mine = list(self.last("codes")["codes"].values())
        first = [one.first.domain for one in self.extracts.values()]
        second = [one.second.domain for one in self.extracts.values() if one.second]
        pairs = [("first", mine, first)]
        if len(second) == len(first):
            pairs += [("second", mine, second), ("coders", first, second)]
        return [
            {"id": name, "share": agreement(one, other), "kappa": kappa(one, other)}
            for name, one, other in pairs
        ]

    def _coders(self) -> dict[str, list[dict[str, str]]]:
        return {
            one.id: [
                {"domain": coding.domain, "reason": coding.reason}
                for coding in (one.first, one.second)
                if coding
            ]
            for one in self.extracts.values()
        }

    def restore(self) -> dict[str, Any]:
        """Fill in the last codes."""
        codes = self.last("codes").get("codes", {})
        if set(codes) != set(self.extracts):
            raise ValueError("the statements have changed since")
        return {"codes": dict(codes)}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"].format(n=len(self.extracts))
