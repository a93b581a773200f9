"""The rivals get their best lawyer: complete, of like length, sourced, true where it counts."""

from __future__ import annotations

import html
import re
import shutil
from collections import Counter
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from course import accounts, rival_views, tables
from course.accounts import Account
from course.errors import CourseError

ALL = accounts.accounts()
LETTERS = [one.letter for one in ALL]
PAIRS = list(permutations(LETTERS, 2))


def words(text: str) -> int:
    return len(text.split())


def test_there_are_seven_in_the_order_of_all_tables() -> None:
    assert "".join(LETTERS) == "TPIDLVS"
    allowed = next(c for c in tables.provenance("ratings").columns if c.name == "hypothesis")
    assert list(allowed.allowed) == LETTERS


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.letter)
def test_each_account_is_complete(one: Account) -> None:
    assert words(one.short) <= 3 and words(one.name) <= 6
    assert one.claim.endswith(".") and one.claim.count(". ") == 0 and words(one.claim) <= 35
    assert 120 <= words(one.lawyer) <= 180
    assert len(one.fingerprints) == len(one.hurt_by) == 3
    assert len(one.sources) == 5 and any(s.seen == "looked up" for s in one.sources)


def test_no_account_gets_much_more_room_than_another() -> None:
    lengths = [words(one.lawyer) for one in ALL]
    assert max(lengths) - min(lengths) <= 20
    replies = [sum(words(text) for text in one.replies.values()) / 6 for one in ALL]
    assert max(replies) - min(replies) <= 10


@pytest.mark.parametrize(("letter", "against"), PAIRS)
def test_each_answers_each_other_in_60_to_110_words(letter: str, against: str) -> None:
    reply = accounts.reply(letter, against)
    assert 60 <= words(reply) <= 110
    assert not re.search(r"\b(lie|liar|stupid|absurd|propaganda|nonsense)\b", reply.lower())


def test_every_case_uses_evidence_from_after_february_2022() -> None:
    for one in ALL:
        assert re.search(r"\b202[2-5]\b", one.lawyer), one.letter


def test_no_lawyer_speaks_of_percent_explained_or_of_proof() -> None:
    texts = [one.lawyer for one in ALL] + [accounts.reply(*pair) for pair in PAIRS]
    for text in texts:
        assert not re.search(r"explains? \d|\bproves?\b|\bproved\b|—", text), text


def test_every_source_is_a_citation_with_a_year_and_says_how_it_was_seen() -> None:
    every = [(s.citation, s.seen) for one in ALL for s in one.sources]
    every += [(o.source.citation, o.source.seen) for o in accounts.others()]
    for citation, _ in every:
        assert re.search(r"\b(19|20)\d\d\b", citation), citation
    assert Counter(seen for _, seen in every)["looked up"] > 20


def test_scholars_and_people_from_the_neighbours_speak_and_act() -> None:
    said = " ".join(
        text for one in ALL for text in (one.lawyer, *(s.citation for s in one.sources))
    ) + " ".join(o.claim + o.source.citation for o in accounts.others())
    for name in ("Plokhy", "Kuzio", "Popova", "Kakachia", "Forsberg", "Tartu", "Finnish"):
        assert name in said, name
    assert "Ukrainian citizens did" in said and "citizens next door choose" in said


def test_numbers_of_approval_are_those_of_the_table() -> None:
    approve = {row.month: row.approve for row in tables.approval()}
    texts = [one.lawyer for one in ALL] + [accounts.reply(*pair) for pair in PAIRS]
    shares = [int(n) for text in texts for n in re.findall(r"(\d+) %", text)]
    assert len(shares) >= 10 and set(shares) == {60, 61, 71, 80, 83}
    assert (approve["2013-11"], approve["2014-03"]) == (61, 80)
    assert (approve["2021-08"], approve["2022-02"], approve["2022-03"]) == (61, 71, 83)
    assert approve["2020-06"] == approve["2020-07"] == 60
    # T to V: above 80 % before 2008 and 2015 (means), and the lowest of all before Belarus.
    before = {e.id: e.approval_before for e in tables.episodes()}
    assert (before["C09"] or 0) > 80 and (before["C12"] or 0) > 80
    assert min(approve, key=lambda month: approve[month]) == "2020-05"
    assert "the spring and summer of 2020" in accounts.reply("T", "V")
    # V to T: "about twenty points".
    rises = (80 - 61, 83 - 61)
    assert all(18 <= rise <= 22 for rise in rises)


def test_the_border_of_finland_is_that_of_the_table() -> None:
    border = next(c.border_km_with_russia for c in tables.capitals() if c.iso3 == "FIN")
    assert "more than 1,300 kilometres" in accounts.reply("I", "T") and (border or 0) > 1300


def test_seven_is_a_selection_and_the_rest_are_named() -> None:
    names = [other.name for other in accounts.others()]
    assert {"Economics", "Institutions and failed bargains", "Domestic structures"} < set(names)
    for other in accounts.others():
        assert 10 <= words(other.claim) <= 40 and 10 <= words(other.predicts) <= 40


def test_unknown_letters_are_one_sentence() -> None:
    with pytest.raises(CourseError, match=r"T \(Threat\)"):
        accounts.account("X")
    with pytest.raises(CourseError, match="cannot answer itself"):
        accounts.reply("T", "T")
    with pytest.raises(TypeError):
        accounts.account("T").replies["P"] = "changed"  # type: ignore[index]


def copied(tmp_path: Path, old: str, new: str) -> Path:
    for name in ("hypotheses.toml", "hypotheses.schema.json"):
        shutil.copy(accounts.PATH.with_name(name), tmp_path)
    path = tmp_path / "hypotheses.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_a_missing_reply_is_said(tmp_path: Path) -> None:
    path = copied(tmp_path, "\nP = ", "\nT = ")  # T answers itself instead of P
    with pytest.raises(CourseError, match="T must have one reply to each other account"):
        accounts._accounts(path)


def test_a_long_label_is_refused_with_file_and_line(tmp_path: Path) -> None:
    path = copied(tmp_path, 'short = "Threat"', 'short = "The threat from an alliance"')
    with pytest.raises(CourseError, match=r"hypotheses\.toml, line \d+: account\.0\.short"):
        accounts._accounts(path)


# What a cell shows -------------------------------------------------------------------------


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.letter)
def test_a_case_is_shown_whole(one: Account) -> None:
    panel = rival_views.lawyer(one.letter)
    for part in (one.name, one.claim, one.lawyer, *one.fingerprints, *one.hurt_by):
        assert html.escape(part) in panel.markup and part in panel.text
    for source in one.sources:
        marked = source.citation + (" (from memory)" if source.seen == "from memory" else "")
        assert f"<li>{html.escape(marked)}</li>" in panel.markup
    assert "language models" in panel.text and panel.markup.count("<ul>") == 3


def test_a_letter_may_be_small_and_an_unknown_one_is_said() -> None:
    assert rival_views.lawyer(" i ").text == rival_views.lawyer("I").text
    with pytest.raises(CourseError, match="no account 'NATO'"):
        rival_views.lawyer("nato")


def test_the_overview_names_all_seven_and_what_is_left_out() -> None:
    panel = rival_views.rivals()
    for one in ALL:
        assert html.escape(one.claim) in panel.markup
    for other in accounts.others():
        assert html.escape(other.predicts) in panel.markup
    assert panel.markup.count("<caption>") == 2 and "Seven is a selection" in panel.text


def test_the_table_of_cards_has_all_of_them_with_source_and_mark() -> None:
    panel = rival_views.evidence_table()
    lines = panel.text.splitlines()[2:]
    assert len(lines) == len(tables.evidence()) == panel.markup.count("<tr>") - 1
    for line, card in zip(lines, tables.evidence(), strict=True):
        assert line.startswith(f"{card.id}, ") and card.text in line and card.source in line
        assert line.endswith("(confirmed)") == card.confirmed
        assert ("Hangs together" in line) == (card.cluster is not None)
    assert "29 March 2004" in lines[0]
    links = re.findall(r'<a href="(https://[^"]+)">([^<]+)</a>', panel.markup)
    assert len(links) >= 12 and all(name in address for address, name in links)


def test_what_was_not_seen_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    card = replace(tables.evidence()[0], confirmed=False)
    monkeypatch.setattr(tables, "evidence", lambda: (card,))
    assert "not confirmed: from memory" in rival_views.evidence_table().markup
