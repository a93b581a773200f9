"""The controversy: argue for one account, then for its rival, then drop both sides."""

from __future__ import annotations

from itertools import permutations
from typing import Any, ClassVar

from course import accounts, tables
from course.errors import CourseError, listed
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages

KIND = "controversy"
STEPS = ("argue", "reply", "swap", "answer", "joint")
MODES = ("alone", "pair")
SIGNED = ("yes", "changes", "no")
LONGEST = 8_000  # characters; more is a file pasted by mistake
PAIRS = tuple("-".join(pair) for pair in permutations((a.letter for a in accounts.accounts()), 2))


class Controversy(CourseWidget):
    """Two accounts, five steps, each kept before the next opens; for two people or for one.

    Nothing that the rival says is sent to the browser before one's own argument is kept. Who works
    alone gets written replies; in a pair the partner types them.

    **Source:** structured academic controversy, Johnson & Johnson 2009, *Educational Researcher*
    38:1, 37-51; the replies are those of `course.accounts`.

    Examples
    --------
    In a notebook: ``Controversy(key="L6.controversy")``. The steps of a pair are kept under its
    letters: ``L6.controversy.argue.T-I`` is the case for T made against I.

    Attributes
    ----------
    value
        ``{"first": "T", "second": "I", "mode": "alone", "texts": {"argue.T-I": "…"},
        "signed": {"T-I": "yes"}, "cards": {"T-I": "E13"}}``
    """

    kind: ClassVar[str] = KIND
    stages: ClassVar[tuple[str, ...]] = (
        "choose",
        *(f"{step}.{pair}" for pair in PAIRS for step in STEPS),
    )

    def __init__(self, key: str = "L6.controversy", journal: Journal | None = None) -> None:
        config = {
            "accounts": [
                {"letter": a.letter, "name": a.name, "claim": a.claim} for a in accounts.accounts()
            ],
            "cards": [{"id": c.id, "date": c.date, "text": c.text} for c in tables.evidence()],
        }
        super().__init__(key, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a choice of two accounts, or the next step of the pair that was chosen."""
        words = messages(KIND)
        if stage == "choose":
            first, second = (str(value.get(name)) for name in ("first", "second"))
            if accounts.account(first) is accounts.account(second):
                raise CourseError(words["same_twice"])
            if value.get("mode") not in MODES:
                raise CourseError(words["choose_mode"])
            return {"first": first, "second": second, "mode": value["mode"]}
        step, pair = stage.split(".")
        if pair != self._pair():
            raise CourseError(words["other_pair"])
        if not all(self.last(f"{before}.{pair}") for before in STEPS[: STEPS.index(step)]):
            raise CourseError(words["step_before"])
        text = str(value.get("text") or "").strip()
        if not text:
            raise CourseError(words["write_first"])
        if len(text) > LONGEST:
            raise CourseError(
                f"The text has {len(text)} characters; this box keeps up to {LONGEST}."
            )
        said: dict[str, Any] = {"text": text, "mode": self.last("choose")["mode"]}
        if step == "swap":
            if value.get("signed") not in SIGNED:
                raise CourseError(words["sign_first"])
            said["signed"] = value["signed"]
        if step == "joint":
            cards = [card["id"] for card in self._config["cards"]]
            if value.get("card") not in cards:
                raise CourseError(f"Choose one card of {cards[0]} to {cards[-1]}.")
            said["card"] = value["card"]
        return said

    def _pair(self) -> str:
        chosen = self.last("choose")
        return f"{chosen['first']}-{chosen['second']}" if chosen else ""

    def reveal(self) -> dict[str, Any] | None:
        """Open what the steps kept so far open, and nothing else."""
        chosen = self.last("choose")
        if not chosen:
            return None
        first, second = (accounts.account(chosen[name]) for name in ("first", "second"))
        done = {step for step in STEPS if self.last(f"{step}.{self._pair()}")}
        alone = chosen["mode"] == "alone"
        told: dict[str, Any] = {"pair": self._pair(), "mode": chosen["mode"], "case": _case(first)}
        if "argue" in done and alone:
            told["reply"] = _reply(second, first)
        if "argue" in done and (not alone or "reply" in done):
            told["other_case"] = _case(second)
        if "swap" in done and alone:
            told["answer"] = _reply(first, second)
        return told

    def restore(self) -> dict[str, Any]:
        """Fill in the pair chosen last, and the texts of all pairs."""
        kept = {stage: self.last(stage) for stage in self.stages[1:] if self.commits[stage]}
        chosen = self.last("choose")
        return {
            **{name: chosen[name] for name in ("first", "second", "mode")},
            "texts": {stage: said["text"] for stage, said in kept.items()},
            "signed": {
                s.split(".")[1]: said["signed"] for s, said in kept.items() if "signed" in said
            },
            "cards": {s.split(".")[1]: said["card"] for s, said in kept.items() if "card" in said},
        }

    def sentence(self) -> str:
        """Say what this is."""
        return messages(KIND)["sentence"].format(
            names=listed(account.short for account in accounts.accounts())
        )


def _case(account: accounts.Account) -> dict[str, Any]:
    return {"lawyer": account.lawyer, "fingerprints": list(account.fingerprints)}


def _reply(speaker: accounts.Account, to: accounts.Account) -> str:
    """Give the speaker's written reply to an account, or its own case where there is none."""
    return speaker.replies.get(to.letter) or speaker.lawyer
