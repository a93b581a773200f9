"""A fair contest, as far as a machine can hold us to it; CONTRIBUTING.md says what it cannot.

The list is the project's own: every passage beside a rival reading, no default that favours an
account, restraint counted like force, evidence on both sides, and wording that claims no more than
was shown.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import course
from course import accounts, checks, notebooks, seeds, tables
from course.journal import Journal
from course.widgets.bridge import MESSAGES, CourseWidget

LESSONS = notebooks.notebooks()
NO_CLAIM = {"B6", "B13"}  # these two only lead over to the next paragraph
# What a widget may hold before anybody has said anything: where one is, never what one thinks.
PLACES = {"year", "claim", "measures", "form", "case", "tab"}


def sources() -> list[tuple[str, str]]:
    """Give the prose of each lesson, and each catalogue of messages."""
    found = [
        (path.name, "\n".join(cell.source for cell in notebooks.read(path).cells))
        for path in LESSONS
    ]
    return found + [(p.name, p.read_text(encoding="utf-8")) for p in MESSAGES.rglob("*.toml")]


def widgets(tmp_path: Path) -> list[CourseWidget]:
    """Give one of each widget that starts without an argument, for a learner new to everything."""
    found: list[CourseWidget] = []
    for name in course.__all__:
        kind: Any = getattr(course, name)
        if isinstance(kind, type) and issubclass(kind, CourseWidget):
            found.append(kind(journal=Journal(tmp_path / "journal.jsonl")))
    return found


def filled(part: Any) -> bool:
    """Say whether there is anything in it but gaps."""
    if isinstance(part, dict):
        return any(map(filled, part.values()))
    return part not in (None, False, "", [])


def test_each_passage_that_is_read_is_read_against_itself() -> None:
    against = {claim.paragraph for claim in seeds.claims() if claim.counter}
    shown = {
        id
        for path in LESSONS
        for cell in notebooks.read(path).cells
        for call in re.findall(r"reading\((.*?)\)", cell.source)
        for id in re.findall(r'"([AB]\d+)"', call)
    } - {"A99"}
    assert len(shown) >= 18
    assert shown - against <= NO_CLAIM


def test_no_widget_starts_with_an_opinion(tmp_path: Path) -> None:
    started = widgets(tmp_path)
    assert len(started) >= 4
    for widget in started:
        said = {name for name, part in widget.value.items() if filled(part)}
        assert said <= PLACES, widget.kind
        assert widget._record == {}, widget.kind


def test_restraint_is_counted_like_force() -> None:
    cases = tables.crises()
    force = sum(case.force for case in cases)
    assert len(cases) == 26 and force < len(cases) - force


def test_each_account_is_put_with_evidence_for_and_against() -> None:
    rated: dict[str, dict[str, set[int]]] = {}
    for row in tables.ratings():
        rated.setdefault(row.hypothesis, {}).setdefault(row.rater, set()).add(row.rating)
    assert set(rated) == {account.letter for account in accounts.accounts()}
    for letter, raters in rated.items():
        assert set(raters) == {"R", "C"}
        for rater, seen in raters.items():
            assert max(seen) >= 4 and min(seen) <= 2, (letter, rater)


def test_each_account_has_a_lawyer_a_weak_spot_and_an_answer_to_every_rival() -> None:
    all_of_them = accounts.accounts()
    assert len(all_of_them) == 7
    lengths = [len(account.lawyer.split()) for account in all_of_them]
    assert max(lengths) < 1.3 * min(lengths), "no account gets a longer speech"
    for account in all_of_them:
        assert account.fingerprints and len(account.hurt_by) >= 2
        assert set(account.replies) == {other.letter for other in all_of_them} - {account.letter}


def test_no_sentence_gives_a_factor_its_percent_of_the_cause() -> None:
    wrong = re.compile(r"\b(explains?|accounts? for|is due to)\b[^.]{0,30}\d+ ?(%|percent)", re.I)
    texts = sources()
    assert len(texts) > 12
    for name, text in texts:
        for match in wrong.finditer(text):
            line = text[max(0, match.start() - 160) : match.end()]
            assert re.search(r"never|not|cannot|what .* mean|due to LOSS", line), (name, match[0])


@pytest.mark.parametrize("letter", ["A", "B"])
def test_every_claim_of_the_articles_meets_a_counter_argument(letter: str) -> None:
    claims = [claim for claim in seeds.claims() if claim.id.startswith(letter)]
    assert len(claims) >= 20
    assert all(len(claim.counter) > 15 for claim in claims)


def test_no_account_is_always_the_right_answer() -> None:
    """A learner who always sides with (or against) one article is not always right."""
    asked = [c for c in checks.catalogue().values() if isinstance(c, checks.Check) and not c.open]
    right = [option.text for check in asked for option in check.options if option.correct]
    assert len(right) > 20
    for word in ("NATO", "imperial", "Putin"):
        assert sum(word in text for text in right) <= len(right) / 10
