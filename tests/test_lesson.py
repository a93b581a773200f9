from __future__ import annotations

import re
from pathlib import Path

import pytest

from course import lesson, seeds
from course.charts import VEGALITE
from course.errors import CourseError
from course.journal import Journal


def test_reading_shows_the_paraphrase_the_link_and_what_speaks_against(home: Path) -> None:
    panel = lesson.reading("A5", "B15")
    for id in ("A5", "B15"):
        assert seeds.cite(id) in panel.markup and f"What speaks against {id}" in panel.markup
        assert seeds.paragraph(id).paraphrase.split(":")[0] in repr(panel)
    for letter in ("A", "B"):
        assert seeds.document(letter).url in panel.markup
    assert "<table>" not in panel.markup


def test_reading_shows_an_own_copy_beside_the_paraphrase(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seeds, "passage", lambda id: "Their <words>." if id == "A5" else None)
    markup = lesson.reading("A5", "A6").markup
    assert "<td>Their &lt;words&gt;.</td>" in markup and "The article</th>" in markup
    assert markup.count("<table>") == 1


def test_an_unknown_paragraph_is_one_sentence() -> None:
    with pytest.raises(CourseError, match="A1 to A17"):
        lesson.reading("A99")


def test_the_journal_is_shown_newest_first(home: Path) -> None:
    assert "empty" in repr(lesson.my_journal())
    journal = Journal()
    journal.commit("L1.1.answer", {"choice": "B"})
    journal.commit("L1.exit.answer", {"text": "<b>" + "long " * 80})
    panel = lesson.my_journal()
    assert panel.text.index("L1.exit") < panel.text.index("L1.1")
    assert "&lt;b&gt;long" in panel.markup and "…" in panel.text
    assert str(home) in panel.text


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

    spec = lesson.shares_chart("POL", "DEU").spec
    rows = spec["data"]["values"]
    assert {row["observer"] for row in rows} == {"Poland", "Germany"}
    poland = next(r["share"] for r in rows if r["observer"] == "Poland" and r["year"] == "2014")
    exact = threat.claim_share(threat.Claim("POL", "RUS", "USA", "A5"), 2014)
    assert poland == round(100 * exact, 1) == 58.3
