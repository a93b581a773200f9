from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from course.notebooks import FOLDER
from course.pages import LessonExporter

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def page() -> str:
    text, _ = LessonExporter().from_filename(str(FOLDER / "03_from_power_to_threat.ipynb"))
    return text


def test_the_script_is_on_the_page_once(page: str) -> None:
    assert page.count("globalThis.tplAdopt=") == 1
    assert page.rstrip().endswith("</html>")


def test_figures_with_data_can_be_brought_to_life(page: str) -> None:
    figures = BeautifulSoup(page, "html.parser").select("figure.tpl-figure[data-content]")
    live = [figure for figure in figures if figure.select("script[type='application/json']")]
    assert [figure["data-kind"] for figure in live] == ["threat_weigher"]
    assert json.loads(live[0].script.string)["config"]["claims"]
    assert len(figures) > 8, "questions are there too, as still copies"


def test_charts_are_pictures_in_the_page_with_their_sentences(page: str) -> None:
    captions = re.findall(r"<figure style[^>]*>\s*<svg.*?<figcaption>(.+?)</figcaption>", page)
    assert len(captions) == 1
    assert all(caption.endswith(".") and len(caption) > 60 for caption in captions)


def test_a_page_without_widgets_stays_as_it_is(tmp_path: Path) -> None:
    import nbformat

    plain = tmp_path / "plain.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("Hello")]), plain)
    text, _ = LessonExporter().from_filename(str(plain))
    assert "tplAdopt" not in text and "Hello" in text
