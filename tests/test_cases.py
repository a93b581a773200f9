"""The cases for the JavaScript arithmetic are what the Python models say today."""

from __future__ import annotations

import json

import cases
import pytest


def test_every_theme_has_its_file_and_every_file_its_theme() -> None:
    assert {path.stem for path in cases.FOLDER.glob("*.json")} == set(cases.themes())
    assert "weighing" in cases.themes()


@pytest.mark.parametrize("theme", cases.themes())
def test_the_committed_cases_are_fresh(theme: str) -> None:
    held = (cases.FOLDER / f"{theme}.json").read_text(encoding="utf-8")
    assert held == cases.text(theme), "run `python tests/cases`"


def test_the_cases_cover_ties_zeros_and_every_answer() -> None:
    held = json.loads(cases.text("weighing"))
    assert {row["dominance"] for row in held["share_holding"]} == {"always", "never", "depends"}
    assert any(len(set(row["contrasts"])) < len(row["contrasts"]) for row in held["share_holding"])
    assert any(0 in row["contrasts"] for row in held["share_holding"])
    assert {row["flip"] is None for row in held["distance_to_flip"]} == {True, False}
    assert len({row["kind"] for row in held["game"]}) == 5
    assert {row["settles"] for row in held["spiral"]} == {True, False}
    assert any(None in row["shares"].values() for row in held["weighted_index"])
