from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from course import lesson, seeds
from course.charts import VEGALITE, Figure
from course.errors import CourseError
from course.journal import Journal
from course.widgets.reader import Reader


def test_reading_shows_the_paraphrase_the_link_and_what_speaks_against(home: Path) -> None:
    panel = lesson.reading("A5", "B15")
    assert isinstance(panel, lesson.Panel)
    for id in ("A5", "B15"):
        assert seeds.cite(id) in panel.markup and f"What speaks against {id}" in panel.markup
        assert seeds.paragraph(id).paraphrase.split(":")[0] in repr(panel)
    for letter in ("A", "B"):
        assert seeds.document(letter).url in panel.markup
    assert "<table>" not in panel.markup


def test_an_own_copy_is_shown_and_never_saved(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seeds, "passage", lambda id: "Their very words." if id == "A5" else None)
    reader = lesson.reading("A5", "A6")
    assert isinstance(reader, Reader)
    assert reader.answer("passages", {}) == {"A5": "Their very words."}
    bundle, _ = reader._repr_mimebundle_()
    everything_saved = json.dumps([bundle, reader.get_state()], default=str)
    assert seeds.paragraph("A5").paraphrase[:40] in everything_saved
    assert "Their very words" not in everything_saved


def test_reading_nothing_is_said() -> None:
    with pytest.raises(CourseError, match="Name the paragraphs"):
        lesson.reading()
    with pytest.raises(CourseError, match="Name at least one observer"):
        lesson.shares_chart()


def test_an_unknown_paragraph_is_one_sentence() -> None:
    with pytest.raises(CourseError, match="A1 to A17"):
        lesson.reading("A99")


def test_the_journal_is_shown_in_words_newest_first(home: Path) -> None:
    assert "empty" in repr(lesson.my_journal())
    journal = Journal()
    journal.commit("L1.1.answer", {"choice": "C", "sure": "certain"})
    lesson.estimate("L0.slider").commit("estimate", {"number": 40})
    lesson.note("L1.exit").commit("text", {"text": "<b>" + "long " * 80})
    journal.commit("L3.threat-weigher.weights.POL", {"weights": {"power": 3}})
    panel = lesson.my_journal()
    lines = panel.text.splitlines()[2:]
    assert [line.split(" | ")[0] for line in lines] == ["4", "3", "2", "1"]
    assert "L3.threat-weigher.weights.POL | weights: {'power': 3}" in lines[0]
    assert "&lt;b&gt;long" in panel.markup and lines[1].endswith("…")
    assert lines[2].endswith("40 of 100")
    assert "A general law about great powers" in lines[3] and "L1.1: Paragraph A15" in lines[3]
    assert str(home) in panel.text


def test_a_chart_that_would_give_the_answer_away_waits_for_a_commitment(home: Path) -> None:
    after = "L3.threat-weigher.weights"
    closed = lesson.shares_chart("POL", after=after)
    assert "opens when you have kept" in repr(closed) and "%" not in repr(closed)
    Journal().commit("L3.threat-weigher.predict.POL-RUS-USA", {})
    assert isinstance(lesson.shares_chart("POL", after=after), lesson.Panel)
    Journal().commit("L3.threat-weigher.weights.POL-RUS-USA", {})
    assert "all weightings" in repr(lesson.shares_chart("POL", after=after))


@pytest.mark.parametrize("letter", ["A", "B"])
def test_about_gives_both_standpoints(letter: str) -> None:
    markup = lesson.about(letter).markup
    assert "The author's standpoint" in markup.replace("&#x27;", "'")
    assert seeds.document(letter).author in markup


def test_tables_have_captions_and_headers() -> None:
    for panel in (lesson.leftovers("A"), lesson.about()):
        assert "<caption>" in panel.markup
        assert re.search(r'<th scope="(col|row)"', panel.markup)


def test_a_chart_says_in_words_what_it_shows() -> None:
    figure = lesson.capabilities_chart(2014)
    bundle, metadata = figure._repr_mimebundle_()
    spec = bundle[VEGALITE]
    assert spec["$schema"].endswith("v5.json")
    assert spec["description"] == bundle["text/plain"] == repr(figure)
    assert "China" in repr(figure) and "22.9 %" in repr(figure)
    assert metadata[VEGALITE]["embed_options"]["actions"] is False
    assert "<svg" in bundle["text/markdown"] and "\n\n" not in bundle["text/markdown"]
    values = next(iter(spec["datasets"].values())) if "datasets" in spec else spec["data"]["values"]
    assert values[0] == {"state": "China", "cinc": 22.9}


def test_a_year_without_data_says_which_there_are() -> None:
    with pytest.raises(CourseError, match="1992"):
        lesson.capabilities_chart(1066)
    with pytest.raises(CourseError, match="POL"):
        lesson.shares_chart("XXX")


def test_the_shares_in_the_chart_are_the_exact_ones() -> None:
    from course import threat

    figure = lesson.shares_chart("POL", "DEU")
    assert isinstance(figure, Figure)
    spec = figure.spec
    rows = spec["data"]["values"]
    assert {row["observer"] for row in rows} == {"Poland", "Germany"}
    poland = next(r["share"] for r in rows if r["observer"] == "Poland" and r["year"] == "2014")
    exact = threat.claim_share(threat.Claim("POL", "RUS", "USA", "A5"), 2014)
    assert poland == round(100 * exact, 1) == 58.3


def test_one_answer_is_shown_whole_and_first_and_last(home: Path) -> None:
    assert "lesson 0 asks it" in repr(lesson.my_journal("L0.exit"))
    words = "Because armies are what states have. " * 10
    note = lesson.note("L0.exit")
    note.commit("text", {"text": words})
    note.commit("text", {"text": "I am no longer sure that it is <b>armies</b> that decide this."})
    shown = lesson.my_journal("L0.exit")
    assert words.strip() in repr(shown) and "no longer sure" in repr(shown)
    assert "&lt;b&gt;" in shown.markup


def test_in_the_browser_nothing_speaks_of_a_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "terminal" in repr(lesson.reading("A1")._repr_html_())
    monkeypatch.setattr(lesson, "IN_BROWSER", True)
    panel = lesson.reading("A1")
    assert isinstance(panel, lesson.Panel)
    assert "terminal" not in panel.markup and "where it was published.</small>" in panel.markup
    Journal().commit("L1.w1.answer", {"choice": "A"})
    shown = lesson.my_journal()
    assert "this browser keeps it" in shown.text and str(home) not in shown.text
