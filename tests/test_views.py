from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import course
from course import crises, seeds, tables, views
from course.errors import CourseError
from course.lesson import Panel
from course.rows import Coding

VIEWS = {
    "codebook": views.codebook,
    "crises_table": views.crises_table,
    "training": lambda: views.crises_table("training"),
    "holdout closed": lambda: views.crises_table("holdout", outcomes=False),
    "crisis_card": lambda: views.crisis_card("syria-2015"),
    "chronology": lambda: views.chronology("crimea-2014", after=True),
    "coding_reasons": lambda: views.coding_reasons("crimea-2014"),
    "tension_map": views.tension_map,
    "motives": views.motives,
}


class Tags(HTMLParser):
    """Check that what is opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_well_formed_and_has_a_text(name: str) -> None:
    panel = VIEWS[name]()
    assert isinstance(panel, Panel) and repr(panel).strip()
    parser = Tags()
    parser.feed(panel.markup)
    assert parser.open == []
    assert panel.markup.count("<table") == panel.markup.count("<caption")


def test_lessons_can_import_the_views() -> None:
    for name in ("codebook", "crises_table", "coding_reasons", "tension_map", "motives"):
        assert getattr(course, name) is getattr(views, name)


def test_the_codebook_shows_every_anchor_and_example() -> None:
    text = views.codebook().text
    for factor in tables.factors():
        assert f"{factor.id}, {factor.name}. {factor.question}" in text
        for part in (factor.anchor_half, factor.example_0, factor.example_half, factor.example_1):
            assert part in text


def test_the_table_shows_every_value_and_says_that_it_is_judgement() -> None:
    panel = views.crises_table("training")
    lines = panel.text.splitlines()
    assert "judgement" in lines[0] and "language models" in lines[0]
    assert lines[2] == (
        "Moldova and Transnistria (1992) | 1 | 0 | 0 | 1 / ½ | 0 | 1 / 0 | 1 | yes* | yes"
    )
    assert sum(" | yes" in line for line in lines) == 7
    assert "½" in panel.text
    assert "War over Nagorno-Karabakh (2020): 1,960 Russian peacekeepers" in panel.text
    assert len(views.crises_table().text.splitlines()) > 2 + 26


def test_outcomes_can_stay_closed() -> None:
    panel = views.crises_table("holdout", outcomes=False)
    assert "yes" not in panel.text and "may be argued" not in panel.text
    assert len(panel.text.splitlines()) == 2 + 7
    for row in tables.crises():
        before = views.chronology(row.id)
        assert row.after.split(" ; ")[0] not in before.markup
        assert row.after.split(" ; ")[0] in views.chronology(row.id, after=True).text
        assert row.name not in views.crisis_card(row.id).text


def test_reasons_have_a_linked_source_or_are_called_ours() -> None:
    panel = views.coding_reasons("crimea-2014")
    assert panel.text.count("(coder 1)") == 7
    assert "ALLY = ½ (coder 1)" in panel.text and "Source: our judgement." in panel.text
    assert ">voanews.com</a>." in panel.markup and "http" not in re.sub("<[^>]*>", "", panel.markup)
    assert "Each value is a judgement" in panel.text


def test_what_was_not_confirmed_is_on_the_page() -> None:
    assert "Not confirmed: Which of the two dates" in views.chronology("crimea-2014").text
    assert "Not confirmed" not in views.chronology("belarus-2020").text


def test_two_coders_are_shown_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = crises.codings(1)
    other = {
        cell: Coding(one.crisis, one.factor, 2, 0.0, "Another reading.", "judgement")
        if cell == ("syria-2015", "LOSS")
        else Coding(one.crisis, one.factor, 2, one.value, "The same.", "judgement")
        for cell, one in ours.items()
    }
    monkeypatch.setattr(crises, "coders", lambda folder=None: (1, 2))
    monkeypatch.setattr(
        crises, "codings", lambda coder=1, folder=None: ours if coder == 1 else other
    )
    table = views.crises_table("training").text
    assert "Syria, the first decision (2015) | 1 / 0 | 0 |" in table
    assert table.count(" / ") == 1
    reasons = views.coding_reasons("syria-2015").text
    assert "LOSS = 0 (coder 2): Another reading." in reasons
    assert "The two coders differ on LOSS; both values stay." in reasons


def test_the_tension_map_has_every_question_and_tension_with_its_paragraphs() -> None:
    text = views.tension_map().text
    for question in seeds.comparison():
        assert question.question in text
        assert f"({', '.join(question.a_paragraphs)})" in text
    for document in seeds.documents():
        assert document.tensions
        for tension in document.tensions:
            assert f"{tension.title} | {', '.join(tension.paragraphs)} | " in text
    assert set(views.RELATIONS) == {term.id for term in seeds.terms("relation")}


def test_motives_are_tied_to_paragraphs_and_answered() -> None:
    known = {paragraph.id for paragraph in seeds.document("B").paragraphs}
    letters = set("TPIDLVS")
    for one in tables.motives():
        assert set(one.paragraphs.split(" ")) <= known
        assert set((one.hypothesis or "").split()) <= letters
        assert len(one.against) > 60 and one.sources
    named = {letter for one in tables.motives() for letter in (one.hypothesis or "").split()}
    assert named == letters
    verdicts = [one.verdict for one in tables.motives()]
    assert verdicts.count("leading") == 3


def test_motives_are_rand_as_quoted_and_never_its_list() -> None:
    panel = views.motives()
    assert "RAND as quoted by Robinson" in panel.text.splitlines()[0]
    assert "was not read" in panel.text
    folder = Path(tables.DATA)
    shown = [folder / "motives.csv", folder / "crises.csv", folder / "codings.csv"]
    for text in (panel.text, *(path.read_text(encoding="utf-8") for path in shown)):
        assert "RAND's 25" not in text and "25 interventions" not in text
    record = tables.provenance("motives")
    assert "RAND as quoted by Robinson" in record.title


def test_numbers_in_the_motives_follow_from_the_tables() -> None:
    before = {row.decision_month: row.approval_before for row in tables.episodes()}
    diversion = next(one for one in tables.motives() if one.id == "diversion")
    crimea, war = before["2014-02"], before["2022-02"]
    assert crimea is not None and war is not None
    assert f"{crimea:.0f} percent before February 2014" in diversion.against
    assert f"{war:.0f} before February 2022" in diversion.against
    known = [value for value in before.values() if value is not None]
    assert before["2020-08"] == min(known)
    used = [row for row in tables.episodes() if row.force == "force"]
    assert sum(row.troops_there == "yes" for row in used) > len(used) / 2


def test_an_unknown_crisis_is_one_sentence() -> None:
    for view in (views.crisis_card, views.chronology, views.coding_reasons):
        with pytest.raises(CourseError, match="There is no crisis 'mars-2030'; choose one of"):
            view("mars-2030")


def test_a_source_s_address_is_linked_without_the_stop_behind_it() -> None:
    shown = views._linked("Way 2020 (https://example.org/a?b=1&c=2); more <b>.")
    assert shown == (
        'Way 2020 (<a href="https://example.org/a?b=1&amp;c=2">example.org</a>); more &lt;b&gt;.'
    )
