from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from course import extracts
from course.errors import CourseError
from course.extracts import DOMAINS, Coding, Extract

ALL = extracts.extracts()
# What would tell a learner who is speaking, about whom, or when.
NAMES = """
    Russia Russian Russians Moscow Kremlin Soviet Union USSR Putin Yeltsin Medvedev Peter Tsar
    Ukraine Ukrainian Kyiv Kiev Crimea Donbas Georgia Georgian Tajik Tajikistan Kyrgyz Kyrgyzstan
    Afghanistan Afghan Syria Syrian Assad Damascus Finland Finnish Sweden Swedish Baltic Armenia
    Azerbaijan Karabakh Kazakhstan Belarus Moldova Islam Islamic Islamist Muslim NATO American
    America Washington USA West Western Europe European Asia Asian Caucasus Turkey Iran
    Poland Polish Kwasniewski Bush Obama CSTO OSCE president Orange
""".split()  # noqa: SIM905 (easier to read and to add to)


def given_away(text: str) -> set[str]:
    """The words in a text that name somebody, some place or some year."""
    words = set(re.findall(r"[\w']+", text.lower()))
    return words & {name.lower() for name in NAMES} | set(re.findall(r"\d+", text))


def test_there_are_six_and_three_were_followed_by_force() -> None:
    assert [one.id for one in ALL] == ["X1", "X2", "X3", "X4", "X5", "X6"]
    assert Counter(one.force for one in ALL) == {True: 3, False: 3}


def test_leaders_and_eras_are_mixed() -> None:
    leaders = {name for one in ALL for name in ("Yeltsin", "Medvedev", "Putin") if name in one.who}
    assert leaders == {"Yeltsin", "Medvedev", "Putin"}
    years = {int(year) for one in ALL for year in re.findall(r"(?:19|20)\d\d", one.when)}
    assert min(years) < 2000 and max(years) >= 2022 and len(years) >= 5
    assert len({one.who for one in ALL}) == len(ALL)


def test_the_search_for_names_finds_them() -> None:
    assert given_away("In 2014 the president of Russia said") == {"2014", "president", "russia"}


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_text_names_nobody_no_place_and_no_year(one: Extract) -> None:
    assert given_away(one.text) == set()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_a_text_does_not_say_what_was_done(one: Extract) -> None:
    told = r"\b(invad|bomb|strike|annex|troops were|sent troops|no force|intervene|attacked)"
    assert not re.search(told, one.text.lower())
    assert ("No force" in one.outcome or "No troops" in one.outcome) != one.force


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.id)
def test_each_is_35_to_70_words_and_has_all_that_is_shown_after_coding(one: Extract) -> None:
    assert 35 <= len(one.text.split()) <= 70
    assert re.search(r"(19|20)\d\d", one.when) and re.search(r"(19|20)\d\d", one.source)
    assert one.first.domain in DOMAINS and len(one.first.reason.split()) <= 30
    assert isinstance(one.confirmed, bool) and one.audience and one.outcome


def test_the_domain_does_not_give_the_outcome_away() -> None:
    """Losses came before restraint too, and something else than losses before force."""
    pairs = {(one.first.domain, one.force) for one in ALL}
    assert ("losses", False) in pairs
    assert any(force and domain != "losses" for domain, force in pairs)
    assert {one.first.domain for one in ALL} == set(DOMAINS)


def test_an_unknown_extract_is_one_sentence() -> None:
    assert extracts.extract("X2") is ALL[1]
    with pytest.raises(CourseError, match="X1, X2"):
        extracts.extract("X9")


def edited(tmp_path: Path, old: str, new: str) -> Path:
    for name in ("domain_extracts.toml", "domain_extracts.schema.json"):
        shutil.copy(extracts.PATH.with_name(name), tmp_path)
    path = tmp_path / "domain_extracts.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_second_coder_can_be_added(tmp_path: Path) -> None:
    second = 'second = {domain = "gains", reason = "Somebody else reads it so."}\nwho ='
    path = edited(tmp_path, "who =", second)
    assert extracts._extracts(path)[0].second == Coding("gains", "Somebody else reads it so.")


def test_a_domain_that_is_not_offered_is_refused_with_file_and_line(tmp_path: Path) -> None:
    path = edited(tmp_path, 'domain = "losses"', 'domain = "fear"')
    with pytest.raises(CourseError, match=r"domain_extracts\.toml, line \d+.*fear"):
        extracts._extracts(path)
