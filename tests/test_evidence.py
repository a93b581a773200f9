"""The cards and the two readings of them: complete, sourced, and fair to every account."""

from __future__ import annotations

import math
import re
from collections import Counter

import pytest

from course import accounts, seeds, tables

CARDS = tables.evidence()
RATINGS = {(r.rater, r.evidence, r.hypothesis): r.rating for r in tables.ratings()}
LETTERS = [account.letter for account in accounts.accounts()]
RATERS = ("R", "C")
# The published map from a rating to a chance; a learner may change it.
CHANCE = {1: 0.05, 2: 0.2, 3: 0.5, 4: 0.8, 5: 0.95}


def chance(rater: str, card: str, letter: str) -> float:
    return CHANCE[RATINGS[rater, card, letter]]


def weight(rater: str, card: str, letter: str) -> float:
    """Weight of evidence in decibels, for a hypothesis against the mean of the others."""
    rest = [chance(rater, card, other) for other in LETTERS if other != letter]
    return 10 * math.log10(chance(rater, card, letter) / (sum(rest) / len(rest)))


def posterior(rater: str, once: bool = False) -> dict[str, float]:
    """What a rater ends with from equal priors and all cards."""
    size = Counter(card.cluster for card in CARDS)
    logs = {
        letter: sum(
            math.log(chance(rater, card.id, letter))
            / (size[card.cluster] if once and card.cluster else 1)
            for card in CARDS
        )
        for letter in LETTERS
    }
    total = sum(math.exp(value) for value in logs.values())
    return {letter: math.exp(value) / total for letter, value in logs.items()}


def leader(rater: str, once: bool = False) -> str:
    found = posterior(rater, once)
    return max(found, key=lambda letter: found[letter])


# The cards ---------------------------------------------------------------------------------


def test_there_are_24_cards_in_order() -> None:
    assert [card.id for card in CARDS] == [f"E{number}" for number in range(1, 25)]


def test_every_card_is_short_and_has_a_date_and_a_source() -> None:
    for card in CARDS:
        assert 10 <= len(card.text.split()) <= 45, card.id
        assert card.text.endswith(".") and len(re.findall(r"\.(?= |$)", card.text)) <= 3, card.id
        assert "2004" <= card.date[:4] <= "2024"
        assert len(card.source) > 15


def test_a_card_says_what_happened_and_not_why() -> None:
    why = re.compile(
        r"\b(because of fear|in order to|imperial|empire|aggress\w*|unprovoked|provoked|regime|"
        r"status|humiliat\w*|denial|diversion\w*|sphere of influence|revenge|obviously)\b"
    )
    assert why.search("an imperial war")
    for card in CARDS:
        assert not why.search(card.text.lower()), card.id


def test_what_is_from_memory_is_not_called_confirmed() -> None:
    for card in CARDS:
        assert card.confirmed != ("memory" in card.source), card.id


def test_clusters_hold_more_than_one_card() -> None:
    names = Counter(card.cluster for card in CARDS if card.cluster)
    assert len(names) == 3 and min(names.values()) >= 2
    of = {card.id: card.cluster for card in CARDS}
    assert of["E16"] == of["E17"] == of["E19"] is not None
    assert of["E23"] == of["E24"] is not None
    record = " ".join(tables.provenance("evidence").breaks)
    assert all(name in record for name in names)


def test_cards_that_repeat_a_table_or_an_article_agree_with_it() -> None:
    text = {card.id: card.text for card in CARDS}
    approve = {row.month: row.approve for row in tables.approval()}
    assert [int(n) for n in re.findall(r"(\d+) %", text["E15"])] == [
        approve[month] for month in ("2021-08", "2022-01", "2022-02", "2022-03")
    ]
    assert "RAND" in text["E9"] and "on record" in seeds.paragraph("B8").paraphrase
    joined = {e.iso3: e.date for e in tables.events() if e.kind == "accession"}
    assert joined["EST"] == next(card.date for card in CARDS if card.id == "E1")
    assert (joined["FIN"], joined["SWE"]) == ("2023-04-04", "2024-03-07")
    assert "4 April 2023" in text["E21"] and "7 March 2024" in text["E21"]


# The two readings --------------------------------------------------------------------------


def test_every_card_is_rated_under_every_account_by_both() -> None:
    assert len(RATINGS) == 24 * 7 * 2 == 336
    assert set(RATINGS) == {(r, c.id, h) for r in RATERS for c in CARDS for h in LETTERS}


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("rater", RATERS)
def test_some_cards_speak_for_and_some_against_each_account(rater: str, letter: str) -> None:
    """At least two each way by 1 dB; and at least one that the account expects (4 or 5)."""
    weights = {card.id: weight(rater, card.id, letter) for card in CARDS}
    speaks_for = [id for id, decibels in weights.items() if decibels >= 0.95]
    against = [id for id, decibels in weights.items() if decibels <= -0.95]
    assert len(speaks_for) >= 2, (speaks_for, against)
    assert len(against) >= 2, (speaks_for, against)
    assert any(RATINGS[rater, id, letter] >= 4 for id in speaks_for), speaks_for


def test_no_account_is_safe_by_saying_nothing() -> None:
    for rater in RATERS:
        for letter in LETTERS:
            given = [RATINGS[rater, card.id, letter] for card in CARDS]
            assert given.count(3) <= 16 and min(given) <= 2 and max(given) >= 4, (rater, letter)


def test_the_two_raters_are_opposed() -> None:
    """Each ends where it was asked to lean; no account leads under both."""
    assert (leader("R"), leader("C")) == ("T", "I")  # as the record of the table says
    pairs = [(card.id, letter) for card in CARDS for letter in LETTERS]
    differ = sum(RATINGS["R", *pair] != RATINGS["C", *pair] for pair in pairs)
    assert 40 <= differ <= 84  # opposed, and yet agreed on at least half
    higher = [id for id, h in pairs if h == "T" and RATINGS["R", id, h] < RATINGS["C", id, h]]
    assert higher == []


@pytest.mark.parametrize(
    "other", [(0.2, 0.35, 0.5, 0.65, 0.8), (0.01, 0.1, 0.5, 0.9, 0.99)], ids=["mild", "sharp"]
)
def test_where_the_raters_end_does_not_hang_on_the_map(
    monkeypatch: pytest.MonkeyPatch, other: tuple[float, ...]
) -> None:
    for rating, value in enumerate(other, 1):
        monkeypatch.setitem(CHANCE, rating, value)
    assert (leader("R"), leader("C")) == ("T", "I")


def test_counting_a_cluster_once_makes_a_difference() -> None:
    for rater in RATERS:
        assert max(posterior(rater, once=True).values()) < max(posterior(rater).values())
    assert leader("C") != leader("C", once=True)


def test_a_card_rated_the_same_under_all_says_nothing() -> None:
    flat = {
        (rater, card.id)
        for rater in RATERS
        for card in CARDS
        if len({RATINGS[rater, card.id, letter] for letter in LETTERS}) == 1
    }
    assert flat == {("R", "E4"), ("C", "E4"), ("C", "E9")}
    assert all(weight("R", "E4", letter) == pytest.approx(0) for letter in LETTERS)


def test_the_record_says_that_the_ratings_are_no_answers_and_how_they_were_made() -> None:
    record = tables.provenance("ratings")
    said = " ".join((record.terms, *record.breaks, *(s.citation for s in record.sources)))
    assert "not answers" in said and "language models" in said
    changed = " ".join(record.derived)
    assert all(id in changed for id in ("E4", "E6", "E9", "E15"))
