"""The Evidence Balance and the square of tests: how much a fact tells between rival accounts.

Both are computed in the browser (js/src/evidence.js). This module sends the cards and the
accounts, checks what the learner commits, works it out once more with `course.evidence` for the
journal, and keeps the two raters' key closed until the learner's own ratings are in it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from course import evidence, tables
from course.errors import CourseError
from course.journal import Journal
from course.packs import folder
from course.packs.pack import Pack
from course.widgets.bridge import CourseWidget, messages

RATERS = ("R", "C")


class EvidenceBalance(CourseWidget):
    """Choose eight cards, predict, rate them under seven accounts, then see what follows.

    **Source:** Fairfield & Charman 2017 and the others that `course.evidence` names. Accounts are
    in rows and cards in columns because that order, and not the usual one, reduced confirmation
    bias in Dhami et al. 2024, *Cognitive Research: Principles and Implications* 9:37.

    Examples
    --------
    In a notebook: ``EvidenceBalance()``. ``value["ratings"]`` holds the learner's ratings by card
    and letter, 1 to 5; a rating not given is missing from it.
    """

    kind: ClassVar[str] = "evidence_balance"
    stages: ClassVar[tuple[str, ...]] = ("cards", "predict", "ratings")

    def __init__(
        self,
        key: str = "L6.evidence-balance",
        journal: Journal | None = None,
        *,
        pack: Pack | str | None = None,
    ) -> None:
        self.pack = folder.chosen(pack)
        self.words = self.pack.say(self.kind, messages(self.kind))
        self.size = self.pack.size
        self.cards = {card.id: card for card in self.pack.cards}
        self.names = {account.letter: account.name for account in self.pack.accounts}
        self.letters = tuple(self.names)
        self.raters = self.pack.ratings
        config = {
            "messages": self.words,
            "size": self.size,
            "cards": [
                {
                    "id": card.id,
                    "date": card.date,
                    "text": card.text,
                    "source": card.source,
                    "confirmed": card.confirmed,
                    "cluster": card.cluster,
                }
                for card in self.cards.values()
            ],
            "accounts": [
                {"letter": a.letter, "name": a.name, "short": a.short, "claim": a.claim}
                for a in self.pack.accounts
            ],
            "periods": [
                {"id": f"{low}-{high}", "from": low, "to": high} for low, high in self.pack.periods
            ],
            "scale": {str(step): p for step, p in evidence.PUBLISHED.items()},
        }
        super().__init__(self.pack.key(key), config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Check a step; to the ratings, add what follows from them."""
        words = self.words
        if stage == "cards":
            return {"cards": self._chosen(value)}
        if not self.last("cards"):
            raise CourseError(words["cards_first"])
        if stage == "predict":
            if value.get("leader") not in self.letters:
                raise CourseError(words["unknown_account"])
            return {"leader": value["leader"]}
        if not self.last("predict"):
            raise CourseError(words["predict_first"])
        return self._weighed(value)

    def _chosen(self, value: dict[str, Any]) -> list[str]:
        words = self.words
        chosen = value.get("cards")
        if not isinstance(chosen, list) or not all(isinstance(id, str) for id in chosen):
            raise CourseError(words["no_cards"])
        if not chosen:
            raise CourseError(words["no_cards"])
        if len(set(chosen)) != self.size or len(chosen) != self.size:
            raise CourseError(words["how_many"].format(n=self.size, k=len(set(chosen))))
        if unknown := [id for id in chosen if id not in self.cards]:
            raise CourseError(words["unknown_card"].format(id=unknown[0]))
        return [id for id in self.cards if id in chosen]

    def _weighed(self, value: dict[str, Any]) -> dict[str, Any]:
        words = self.words
        cards = self._chosen(value)
        if cards != self.last("cards")["cards"]:
            raise CourseError(words["other_cards"])
        ratings = self._ratings(cards, value.get("ratings"))
        scale = self._scale(value.get("scale"))
        once = value.get("once") is True
        if evidence.tells_nothing(ratings):
            raise CourseError(words["nothing_told"])
        counted = evidence.counts({id: self.cards[id].cluster for id in cards}, once=once)
        shares = evidence.posterior(ratings, scale=scale, counted=counted)
        ahead = evidence.leaders(shares)
        found = evidence.flips(ratings, scale=scale, counted=counted)
        flip = None
        if found:
            first = found[0]
            flip = {
                "card": first.card,
                "hypothesis": first.hypothesis,
                "from": first.before,
                "to": first.after,
                "leader": first.leader,
            }
        return {
            "cards": cards,
            "ratings": ratings,
            "once": once,
            "scale": {str(step): p for step, p in scale.items()},
            "posterior": shares,
            "leader": ahead[0],
            "tied": list(ahead) if len(ahead) > 1 else [],
            "flip": flip,
        }

    def _ratings(self, cards: list[str], rated: Any) -> dict[str, dict[str, int]]:
        given = rated if isinstance(rated, dict) else {}
        ratings: dict[str, dict[str, int]] = {}
        for id in cards:
            row = given[id] if isinstance(given.get(id), dict) else {}
            for letter in self.letters:
                step = row.get(letter)
                if isinstance(step, bool) or step not in evidence.STEPS:
                    text = self.words["rating_missing"]
                    raise CourseError(text.format(card=id, account=self.names[letter]))
            ratings[id] = {letter: int(row[letter]) for letter in self.letters}
        return ratings

    def _scale(self, given: Any) -> dict[int, float]:
        if given is None:
            return dict(evidence.PUBLISHED)
        steps = {str(step): step for step in evidence.STEPS}
        if not isinstance(given, dict) or set(given) != set(steps):
            raise CourseError(self.words["scale_fault"])
        scale = {steps[name]: given[name] for name in steps}
        evidence.check_scale(scale)
        return scale

    def reveal(self) -> dict[str, Any] | None:
        """Say whether the choice was one-sided; after the ratings, show the two raters' key."""
        chosen = self.last("cards").get("cards")
        if not chosen:
            return None
        shown: dict[str, Any] = {"one_sided": bool(self._favoured(chosen))}
        if rated := self.last("ratings"):
            # Only for the cards that were rated: of the others the key stays closed.
            shown["raters"] = {id: self.raters[id] for id in rated["cards"]}
        return shown

    def _favoured(self, cards: list[str]) -> tuple[str, ...]:
        """Which accounts every chosen card speaks for, in the eyes of both raters."""
        rows = [
            {letter: evidence.PUBLISHED[self.raters[id][letter][who]] for letter in self.letters}
            for id in cards
            for who in RATERS
        ]
        return evidence.one_sided(rows)

    def restore(self) -> dict[str, Any]:
        """Fill in the cards, the prediction, and the last ratings."""
        value: dict[str, Any] = {}
        if cards := self.last("cards"):
            value["chosen"] = self._chosen(cards)
        if predicted := self.last("predict"):
            value["guess"] = predicted["leader"]
        if rated := self.last("ratings"):
            ratings = self._ratings(self._chosen(rated), rated["ratings"])
            value |= {"ratings": ratings, "once": rated["once"], "scale": rated["scale"]}
        return value

    def sentence(self) -> str:
        """Say what this is."""
        return self.words["sentence"].format(
            n=self.size, all=len(self.cards), accounts=len(self.letters)
        )


class TestSquare(CourseWidget):
    """The square of tests: what passing and failing does, for any pair of two chances.

    **Source:** Van Evera 1997; Bennett 2010; Collier 2011, *PS: Political Science & Politics* 44:4,
    823–830. The four pairs of chances shown as examples, and the borders, are ours
    (`course.evidence.STRONG`).

    Examples
    --------
    In a notebook: ``TestSquare()``. ``value["p"]`` and ``value["q"]`` hold P(E|H) and P(E|not H),
    or are missing while unset.
    """

    __test__: ClassVar[bool] = False  # the name begins like a test's; pytest need not collect it

    kind: ClassVar[str] = "test_square"
    stages: ClassVar[tuple[str, ...]] = ("predict",)
    lives_alone: ClassVar[bool] = True
    choices: ClassVar[tuple[str, ...]] = ("hoop", "smoking_gun", "doubly", "straw")

    def __init__(self, key: str = "L6.test-square", journal: Journal | None = None) -> None:
        card = next(card for card in tables.evidence() if card.id == "E9")
        config = {
            "card": {"id": card.id, "date": card.date, "text": card.text},
            "examples": [
                {"kind": name, "p": p, "q": q}
                for name, p, q in (
                    ("hoop", 0.95, 0.60),
                    ("smoking_gun", 0.30, 0.02),
                    ("doubly", 0.95, 0.02),
                    ("straw", 0.60, 0.40),
                )
            ],
            "silence": {"p": 0.90, "q": 0.97},
        }
        super().__init__(key, config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take one of the four kinds."""
        if value.get("choice") not in self.choices:
            raise CourseError(messages(self.kind)["unknown"])
        return {"choice": value["choice"]}

    def restore(self) -> dict[str, Any]:
        """Show the answer again; the point has to be set anew."""
        return {"guess": self.last("predict")["choice"]}

    def sentence(self) -> str:
        """Say what this is."""
        return messages(self.kind)["sentence"]
