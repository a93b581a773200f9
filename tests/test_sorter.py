"""The claim sorter: the types it offers are those it defines and shows; open speakers."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import seeds
from course.widgets.sorter import ClaimSorter, chosen, compare, open_speakers


def test_the_types_offered_are_those_defined_and_each_occurs_among_the_twelve(
    home: Path,
) -> None:
    offered = ClaimSorter()._config["types"]
    assert [one["id"] for one in offered] == [
        "factual", "causal", "normative", "predictive", "conceptual", "evaluative",
    ]  # fmt: skip
    assert all(one["definition"] for one in offered)
    claims = [seeds.claim(id) for id in chosen()]
    assert {claim.type for claim in claims} == {one["id"] for one in offered}


def test_a_speaker_is_open_only_where_the_paragraph_says_so() -> None:
    assert set(open_speakers()) == {"A-c8", "A-c21"}
    layers = {term.id for term in seeds.terms("layer")}
    for id, other in open_speakers().items():
        claim = seeds.claim(id)
        assert other in layers - {claim.layer}
        assert seeds.paragraph(claim.paragraph).layer_note


def test_every_claim_comes_with_its_paragraph_and_afterwards_with_a_reason(home: Path) -> None:
    for shown in ClaimSorter()._config["claims"]:
        assert shown["paraphrase"] == seeds.paragraph(shown["paragraph"]).paraphrase
    claims = [seeds.claim(id) for id in chosen()]
    sorting = {claim.id: {"type": "causal", "layer": "own"} for claim in claims}
    reasons = [one["reason"] for one in compare(claims, sorting, 5)["claims"].values()]
    assert all(reasons)
    assert len(set(reasons)) == 12


@pytest.mark.parametrize(
    ("id", "layer", "fits"),
    [
        ("A-c8", "own", 1),
        ("A-c8", "reported", 1),
        ("A-c8", "quoted", 0),
        ("A-c21", "own", 1),
        ("A-c21", "reported", 1),
        ("B-c17", "reported", 1),
        ("B-c17", "quoted", 0),
    ],
)
def test_either_speaker_will_do_where_the_text_leaves_it_open(
    id: str, layer: str, fits: int
) -> None:
    sorting = {id: {"type": "causal", "layer": layer}}
    found = compare([seeds.claim(id)], sorting, 1, open_speakers())
    assert found["layers"] == {"same": fits}
    assert (layer in found["claims"][id]["layers"]) == bool(fits)
    assert found["claims"][id]["layers"][0] == seeds.claim(id).layer
