"""The claim sorter: claims of the documents, sorted by the learner and by others.

On the course's own material these are twelve claims, sorted by type and by speaker, beside two
coders; on a case pack the pack's claims, sorted by type, beside the pack's authors.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from course import seeds
from course.agreement import agreement, kappa
from course.errors import CourseError
from course.files import read_toml
from course.journal import Journal
from course.packs import folder
from course.packs.pack import Pack
from course.records import Claim
from course.widgets.bridge import MESSAGES, CourseWidget, messages

MOST = 12
"""So many claims of a pack are sorted; more would only be more of the same."""


class ClaimSorter(CourseWidget):
    """Predict how many claims are causal, sort all of them, then see what others made of them.

    Attributes
    ----------
    value
        ``{"guess": 5, "sorted": {"A-c8": {"type": "causal", "layer": "own"}, …}}``
    """

    kind = "claim_sorter"
    stages = ("predict", "sort")

    def __init__(
        self,
        key: str = "L1.claim-sorter",
        journal: Journal | None = None,
        *,
        claims: Sequence[Claim] | None = None,
        pack: Pack | str | None = None,
    ) -> None:
        self.pack = folder.chosen(pack)
        shown = claims if claims is not None else _claims(self.pack)
        said = {p.id: p.paraphrase for document in self.pack.documents for p in document.paragraphs}
        self.claims = {claim.id: claim for claim in shown}
        config: dict[str, Any] = {
            "messages": self.pack.say(self.kind, messages(self.kind)),
            "claims": [
                {
                    "id": c.id,
                    "paragraph": c.paragraph,
                    "text": c.text,
                    "paraphrase": said[c.paragraph],
                }
                for c in shown
            ],
            "types": _terms("type"),
            # Who speaks, the author or somebody quoted, is recorded of the two articles only.
            "layers": _terms("layer") if not self.pack.id else [],
        }
        self.types, self.layers = (
            {term["id"] for term in config[kind]} for kind in ("types", "layers")
        )
        if not self.layers:
            config["who"] = False
        super().__init__(self.pack.key(key), config, journal)

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Take a number of claims, or a complete sorting that follows a prediction."""
        if stage == "predict":
            return {"causal": self._number(value.get("causal"))}
        if not self.commits["predict"]:
            raise CourseError("Commit your prediction first; then the sorting can be compared.")
        chosen = value.get("claims") or {}
        sorting = {}
        for id in self.claims:
            type, layer = (chosen.get(id, {}).get(name) for name in ("type", "layer"))
            if self.layers and (type not in self.types or layer not in self.layers):
                raise CourseError(f"Claim {id} still needs a type and a speaker.")
            if type not in self.types:
                raise CourseError(f"Claim {id} still needs a type.")
            sorting[id] = {"type": type, "layer": layer} if self.layers else {"type": type}
        return {"claims": sorting}

    def _number(self, number: Any) -> int:
        whole = isinstance(number, int) and not isinstance(number, bool)
        if whole and 0 <= number <= len(self.claims):
            return int(number)
        raise CourseError(f"Give a whole number from 0 to {len(self.claims)}.")

    def reveal(self) -> dict[str, Any] | None:
        """Compare the last sorting with both coders."""
        if not self.commits["sort"]:
            return None
        sorting = self.last("sort")["claims"]
        predicted = self.last("predict")["causal"]
        open_to = {} if self.pack.id else open_speakers()
        return compare(list(self.claims.values()), sorting, predicted, open_to)

    def restore(self) -> dict[str, Any]:
        """Fill in the last prediction and the last sorting."""
        value: dict[str, Any] = {}
        if predicted := self.last("predict"):
            value["guess"] = predicted["causal"]
        if sorting := self.last("sort"):
            value["sorted"] = sorting["claims"]
        return value

    def sentence(self) -> str:
        """Say what this is."""
        said = self.pack.say(self.kind, messages(self.kind))
        return said["sentence"].format(n=len(self.claims))

    def still(self) -> str:
        """Say what this is; the claims stay unseen until a prediction is kept."""
        return f"{super().still()}<p><small>{html.escape(messages(self.kind)['still'])}</small></p>"


def compare(
    claims: Sequence[Claim],
    sorting: Mapping[str, Mapping[str, str]],
    predicted: int,
    open_to: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Hold a learner's sorting against the coders: agreement, kappa, and what sounded factual.

    Where the text leaves open who speaks, `open_to` gives the speaker who is accepted beside the
    one on record.

    The second coder counts only with a complete coding; without one the entries that need it are
    None, and the learner is told.
    """
    why = reasons()
    speakers = {claim.id: [claim.layer] if claim.layer else [] for claim in claims}
    for id in speakers.keys() & (open_to or {}).keys():
        speakers[id].append((open_to or {})[id])
    mine = [sorting[claim.id]["type"] for claim in claims]
    first = [claim.type for claim in claims]
    second = [claim.second_type for claim in claims if claim.second_type]
    two = len(second) == len(claims)
    coders = [first, second] if two else [first]
    hidden = [
        [coder[place] in ("causal", "normative") for coder in coders]
        for place, own in enumerate(mine)
        if own == "factual"
    ]
    return {
        "claims": {
            claim.id: {
                "first": claim.type,
                "second": claim.second_type if two else None,
                "layers": speakers[claim.id],
                "reason": why.get(claim.id, ""),
                "test": claim.test,
            }
            for claim in claims
        },
        "agreement": {
            name: {"share": agreement(one, other), "kappa": kappa(one, other)}
            for name, one, other in (
                ("first", mine, first),
                *((("second", mine, second), ("coders", first, second)) if two else ()),
            )
        },
        "causal": {
            "predicted": predicted,
            "mine": mine.count("causal"),
            "first": first.count("causal"),
            "second": second.count("causal") if two else None,
        },
        "factual": {
            "mine": len(hidden),
            "both": sum(all(calls) for calls in hidden),
            "either": sum(any(calls) for calls in hidden),
        },
        "layers": {"same": sum(sorting[c.id].get("layer") in speakers[c.id] for c in claims)},
    }


def _claims(pack: Pack) -> list[Claim]:
    """Give the claims to sort: the twelve chosen of the two articles, or those of a pack.

    A pack has no tests of its claims; what speaks against each is shown in their place.
    """
    if not pack.id:
        return [seeds.claim(id) for id in chosen()]
    stated = [claim for document in pack.documents for claim in document.claims]
    return [
        Claim(c.id, c.paragraph, c.text, c.type, "", c.counter, c.counter, c.sources)
        for c in stated[:MOST]
    ]


def _terms(kind: str) -> list[dict[str, str]]:
    """Give a vocabulary as the widget shows it: the name of a layer is a phrase, not our tag."""
    names = messages(ClaimSorter.kind)
    return [
        {"id": term.id, "name": names.get(f"{kind}_{term.id}", term.id), "definition": term.meaning}
        for term in seeds.terms(kind)
    ]


def chosen() -> tuple[str, ...]:
    """Read which claims the sorter shows; the file says why each is among them."""
    return tuple(claim["id"] for claim in _chosen())


def reasons() -> dict[str, str]:
    """Read why each claim is among the twelve, which also says what makes it hard to sort."""
    return {claim["id"]: claim["reason"] for claim in _chosen()}


def open_speakers() -> dict[str, str]:
    """Read for which claims the text leaves open who speaks, and who else it may be."""
    return {claim["id"]: claim["or_layer"] for claim in _chosen() if "or_layer" in claim}


def _chosen() -> list[dict[str, str]]:
    file = read_toml(MESSAGES / "claim_sorter.toml", MESSAGES / "claim_sorter.schema.json")
    return list(file["claim"])
