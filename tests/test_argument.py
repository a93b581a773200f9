"""Arguments as maps: the advice on their structure, the widget, and the file for the essay."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course import argument, tables
from course.argument_views import my_argument
from course.errors import CourseError
from course.files import my_work
from course.journal import Journal
from course.widgets.argument_map import FILE, ArgumentMap
from course.widgets.bridge import messages

IDS = ["E1", "E2", "A1", "B15"]
SOUND = {
    "claim": "Moscow went to war in 2008 to keep Georgia out of NATO.",
    "grounds": "E1 and B15.",
    "warrant": "A state acts first where the loss it fears is near.",
    "backing": "",
    "qualifier": "probably",
    "rebuttal": "Papers of that summer show another aim.",
}


def found(**changed: str) -> list[tuple[str, str]]:
    return [(f.id, f.part) for f in argument.flags({**SOUND, **changed}, IDS, ["Adjara"])]


def test_a_sound_structure_gets_no_advice() -> None:
    assert found() == []


@pytest.mark.parametrize("part", ["claim", "grounds", "warrant", "qualifier", "rebuttal"])
def test_an_empty_part_is_flagged_and_backing_may_be_empty(part: str) -> None:
    assert found(**{part: "  \n"}) == [("empty", part)]


@pytest.mark.parametrize(
    ("changed", "flag"),
    [
        ({"grounds": "Everybody knows it."}, ("no_source", "grounds")),
        ({"claim": "They fought because they feared."}, ("because", "claim")),
        ({"warrant": "E1 and B15"}, ("repeats", "warrant")),
        ({"qualifier": "always"}, ("too_strong", "qualifier")),
        ({"claim": "This proves it was fear."}, ("too_strong", "claim")),
        ({"rebuttal": "Unless E9 is wrong."}, ("unknown", "rebuttal")),
    ],
)
def test_each_rule_finds_what_it_is_for(changed: dict[str, str], flag: tuple[str, str]) -> None:
    assert found(**changed) == [flag]


def test_grounds_may_name_a_crisis_or_a_paragraph_in_small_letters() -> None:
    assert found(grounds="What happened in adjara.") == []
    assert found(grounds="see b15") == []


def test_ids_that_do_not_exist_are_named() -> None:
    flags = argument.flags({**SOUND, "grounds": "E1, E33 and A18"}, IDS)
    assert [(f.id, f.found) for f in flags] == [("unknown", ("E33", "A18"))]


def test_not_certainly_is_no_strong_word() -> None:
    assert found(qualifier="not certainly, but more likely than not") == []


def test_every_flag_has_its_sentence() -> None:
    words = messages("argument_map")
    for part in argument.PARTS:
        if part != "backing":
            assert words[f"flag_empty_{part}"]
    for id in ("unknown", "because", "no_source", "repeats", "too_strong"):
        assert words[f"flag_{id}"]


def test_the_sentence_leaves_open_what_is_empty() -> None:
    words = messages("argument_map")
    said = argument.sentence({"claim": "It rained."}, words)
    assert "It rained. " in said and said.count(words["open"]) == 4
    backed = argument.sentence({**SOUND, "backing": "Polls."}, words)
    assert words["open"] not in backed and "(backed by: Polls)" in backed


# The widget ------------------------------------------------------------------------------------


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal.jsonl")


def test_a_map_with_flags_can_be_saved_and_the_journal_says_which(journal: Journal) -> None:
    widget = ArgumentMap(journal=journal)
    assert widget.value == {}
    widget.commit("map", {"claim": "It was fear.", "grounds": "E99"})
    entry = journal.latest("L6.argument-map.map")
    assert entry is not None
    assert entry.value["claim"] == "It was fear."
    assert "unknown.grounds" in entry.value["flags"]
    assert "empty.warrant" in entry.value["flags"]


def test_an_empty_map_is_refused_and_a_pasted_file_too(journal: Journal) -> None:
    widget = ArgumentMap(journal=journal)
    with pytest.raises(CourseError, match="Write something in at least one part"):
        widget.commit("map", {"claim": " "})
    with pytest.raises(CourseError, match="grounds has 4001 characters"):
        widget.commit("map", {"grounds": "x" * 4001})
    assert journal.entries() == ()


def test_the_map_is_written_beside_the_journal_as_markdown(journal: Journal) -> None:
    ArgumentMap(journal=journal).commit("map", SOUND)
    text = journal.path.with_name(FILE).read_text(encoding="utf-8")
    assert text == argument.markdown(SOUND, messages("argument_map"))
    for part in SOUND.values():
        assert part in text


def test_a_file_changed_by_hand_is_kept_under_another_name(journal: Journal) -> None:
    widget = ArgumentMap(journal=journal)
    widget.commit("map", SOUND)
    path = journal.path.with_name(FILE)
    widget.commit("map", {**SOUND, "qualifier": "perhaps"})
    assert widget._message == ""
    path.write_text("my essay\n", encoding="utf-8")
    widget.commit("map", {**SOUND, "qualifier": "in most cases"})
    assert path.with_name("argument_map.mine-1.md").read_text(encoding="utf-8") == "my essay\n"
    assert "mine-1" in widget._message
    assert "in most cases" in path.read_text(encoding="utf-8")


def test_where_no_file_can_be_written_the_journal_still_has_the_map(journal: Journal) -> None:
    widget = ArgumentMap(journal=journal)
    journal.path.with_name(FILE).mkdir()
    widget.commit("map", SOUND)
    assert "could not be" in widget._message
    assert len(journal.entries()) == 1
    assert widget._record["stages"]["map"]["revision"] == 1


def test_a_new_kernel_finds_the_map_again(journal: Journal) -> None:
    ArgumentMap(journal=journal).commit("map", SOUND)
    assert ArgumentMap(journal=journal).value == SOUND


def test_what_can_be_looked_up_is_all_there() -> None:
    config: dict[str, Any] = ArgumentMap()._config
    for id in ("E1", "E24", "A1", "A17", "B1", "B17"):
        assert id in config["ids"]
    assert not {"A18", "B18", "E25"} & set(config["ids"])
    assert "table approval" in config["names"]
    assert {row.episode for row in tables.episodes()} <= set(config["names"])


def test_my_argument_shows_the_map_or_says_that_there_is_none(home: Path) -> None:
    assert repr(my_argument()) == messages("argument_map")["nothing_yet"]
    ArgumentMap().commit("map", {**SOUND, "claim": "Fear <b>of</b> loss"})
    assert "Fear &lt;b&gt;of&lt;/b&gt; loss" in my_argument()._repr_html_()
    assert (my_work() / FILE).read_text(encoding="utf-8") == repr(my_argument())
