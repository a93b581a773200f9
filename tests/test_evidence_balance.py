"""The Evidence Balance and the square of tests on the Python side: commit first, then reveal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course import accounts, evidence, tables
from course.errors import CourseError
from course.journal import Journal
from course.widgets.bridge import messages
from course.widgets.evidence_balance import EvidenceBalance, TestSquare

CARDS = ["E3", "E8", "E12", "E13", "E16", "E17", "E18", "E20"]
LETTERS = [account.letter for account in accounts.accounts()]
RATINGS = {
    card: {letter: 1 + (2 * n + 3 * k) % 5 for k, letter in enumerate(LETTERS)}
    for n, card in enumerate(CARDS)
}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def ready(journal: Journal) -> EvidenceBalance:
    widget = EvidenceBalance(journal=journal)
    widget.commit("cards", {"cards": CARDS})
    widget.commit("predict", {"leader": "T"})
    return widget


def test_what_is_kept_is_what_the_model_says(journal: Journal) -> None:
    widget = ready(journal)
    widget.commit("ratings", {"cards": CARDS, "ratings": RATINGS})
    entry = journal.entries()[-1]
    said = entry.value
    assert entry.key == "L6.evidence-balance.ratings"
    shares = evidence.posterior(RATINGS)
    assert said["posterior"] == pytest.approx(shares)
    assert said["leader"] == evidence.leaders(shares)[0]
    assert said["once"] is False and said["cards"] == CARDS and said["ratings"] == RATINGS
    first = evidence.flips(RATINGS)
    if first:
        assert said["flip"]["card"] == first[0].card
        assert set(said["flip"]) == {"card", "hypothesis", "from", "to", "leader"}


def test_a_cluster_counted_once_is_another_result(journal: Journal) -> None:
    widget = ready(journal)
    widget.commit("ratings", {"cards": CARDS, "ratings": RATINGS, "once": True})
    assert widget.last("ratings")["posterior"] != pytest.approx(evidence.posterior(RATINGS))


def test_the_key_stays_closed_until_the_ratings_are_kept(journal: Journal) -> None:
    widget = EvidenceBalance(journal=journal)
    data = {name: part for name, part in widget._config.items() if name != "messages"}
    assert set(data) == {"size", "cards", "accounts", "periods", "scale"}
    assert not any(word in json.dumps(data) for word in ('"R"', '"rating', '"raters'))
    widget.commit("cards", {"cards": CARDS})
    assert set(widget._record["reveal"]) == {"one_sided"}
    widget.commit("predict", {"leader": "T"})
    assert set(widget._record["reveal"]) == {"one_sided"}
    widget.commit("ratings", {"cards": CARDS, "ratings": RATINGS})
    shown = widget._record["reveal"]["raters"]
    assert set(shown) == set(CARDS)  # of the other cards it stays closed
    by = {(r.rater, r.evidence, r.hypothesis): r.rating for r in tables.ratings()}
    assert shown["E3"]["T"] == {"R": by["R", "E3", "T"], "C": by["C", "E3", "T"]}
    assert '"raters"' not in widget.to_html()


def test_steps_come_in_order(journal: Journal) -> None:
    widget = EvidenceBalance(journal=journal)
    for stage, value in (("predict", {"leader": "T"}), ("ratings", {"cards": CARDS})):
        with pytest.raises(CourseError, match="cards first"):
            widget.commit(stage, value)
    widget.commit("cards", {"cards": CARDS})
    with pytest.raises(CourseError, match="prediction first"):
        widget.commit("ratings", {"cards": CARDS, "ratings": RATINGS})


@pytest.mark.parametrize(
    ("cards", "says"),
    [
        (None, "No evidence is chosen"),
        ([], "No evidence is chosen"),
        ([["E1"]], "No evidence is chosen"),
        (CARDS[:3], "exactly 8 cards; you have 3"),
        ([*CARDS[:7], "E3"], "exactly 8 cards; you have 7"),
        ([*CARDS[:7], "E99"], "no card E99"),
    ],
)
def test_a_choice_that_will_not_do(journal: Journal, cards: Any, says: str) -> None:
    widget = EvidenceBalance(journal=journal)
    with pytest.raises(CourseError, match=says):
        widget.commit("cards", {"cards": cards})
    assert not journal.entries()


def test_ratings_that_will_not_do_are_refused_and_the_rest_is_kept(journal: Journal) -> None:
    widget = ready(journal)
    good = {"cards": CARDS, "ratings": RATINGS}
    missing = {**RATINGS, "E8": {h: 3 for h in LETTERS if h != "D"}}
    alike = {card: dict.fromkeys(LETTERS, 3) for card in CARDS}
    scale = {str(step): p for step, p in evidence.PUBLISHED.items()}
    for bad, says in (
        ({**good, "ratings": missing}, "Card E8 still needs a rating"),
        ({**good, "ratings": {**RATINGS, "E8": {**RATINGS["E8"], "D": 6}}}, "Card E8 still needs"),
        ({**good, "ratings": {**RATINGS, "E8": {**RATINGS["E8"], "D": [1]}}}, "Card E8 still"),
        ({**good, "ratings": None}, "Card E3 still needs"),
        ({**good, "ratings": alike}, "the same under all accounts"),
        ({**good, "cards": [*CARDS[:7], "E1"]}, "not the cards you kept"),
        ({**good, "scale": {**scale, "1": 0}}, "exactly 0 or 1"),
        ({**good, "scale": {**scale, "5": 1}}, "exactly 0 or 1"),
        ({**good, "scale": {**scale, "2": 0.9}}, "higher rating"),
        ({**good, "scale": [1]}, "one chance to each"),
    ):
        with pytest.raises(CourseError, match=says):
            widget.commit("ratings", bad)
    assert [entry.key.rpartition(".")[2] for entry in journal.entries()] == ["cards", "predict"]


def test_a_tie_is_kept_as_a_tie(journal: Journal) -> None:
    widget = ready(journal)
    rated = {card: {**dict.fromkeys(LETTERS, 2), "T": 4, "S": 4} for card in CARDS}
    widget.commit("ratings", {"cards": CARDS, "ratings": rated})
    assert widget.last("ratings")["tied"] == ["T", "S"]
    assert widget.last("ratings")["flip"] is None


def test_a_one_sided_choice_is_remarked_on_without_naming_the_side(journal: Journal) -> None:
    widget = EvidenceBalance(journal=journal)
    by: dict[str, list[str]] = {letter: [] for letter in LETTERS}
    for card in widget.cards:
        for letter in widget._favoured([card]):
            by[letter].append(card)
    chosen = next(cards for cards in by.values() if len(cards) >= 8)[:8]
    widget.commit("cards", {"cards": chosen})
    assert widget._record["reveal"] == {"one_sided": True}
    widget.commit("cards", {"cards": CARDS})
    assert widget._record["reveal"] == {"one_sided": False}


def test_the_journal_brings_everything_back(journal: Journal) -> None:
    assert EvidenceBalance(journal=journal).value == {}  # nothing has a default
    ready(journal).commit("ratings", {"cards": CARDS, "ratings": RATINGS, "once": True})
    again = EvidenceBalance(journal=journal)
    assert again.value["chosen"] == CARDS and again.value["guess"] == "T"
    assert again.value["ratings"] == RATINGS and again.value["once"] is True
    assert "raters" in again._record["reveal"]


def test_a_journal_that_does_not_fit_is_said_not_thrown(journal: Journal) -> None:
    journal.commit("L6.evidence-balance.cards", {"cards": ["E1", "E99"]})
    widget = EvidenceBalance(journal=journal)
    assert widget.value == {} and widget._message == messages("evidence_balance")["does_not_fit"]


def test_the_square_takes_one_of_four_and_brings_it_back(journal: Journal) -> None:
    widget = TestSquare(journal=journal)
    with pytest.raises(CourseError, match="none of the four"):
        widget.commit("predict", {"choice": "proof"})
    widget.commit("predict", {"choice": "hoop"})
    again = TestSquare(journal=journal)
    assert again.value == {"guess": "hoop"}
    for example in widget._config["examples"]:
        assert evidence.kind(example["p"], example["q"]) == example["kind"]


def test_no_message_of_the_two_is_left_over() -> None:
    root = Path(__file__).resolve().parents[1]
    for kind in ("evidence_balance", "test_square"):
        source = (root / "js/src/kinds" / f"{kind}.js").read_text(encoding="utf-8")
        source += (root / "course/widgets/evidence_balance.py").read_text(encoding="utf-8")
        said = set(messages(kind)) - set(messages("note"))
        built = ("option_", "answer_", "about_", "kind_", "corner_", "step_", "sort_", "scale_")
        for name in said:
            used = f".{name}" in source or f'"{name}"' in source
            assert used or name.startswith(built) or name.endswith("_label"), f"{kind}: {name}"
