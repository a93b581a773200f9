"""What a learner saved, opened by somebody else: nothing runs, everything can be read."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext

from browser import lab, yesterday
from browser.conftest import CELLS, Desk
from browser.test_lessons import BROKEN, squeezed
from course.journal import Journal
from course.widgets.bridge import messages


@pytest.fixture(scope="module")
def saved(window: BrowserContext, server: lab.Server, desk: Desk) -> Iterator[str]:
    """Save the notebook with everything in it; end its kernel."""
    yesterday.fill(Journal(server.journal))
    desk.run_all()
    desk.save()
    desk.command("notebook:shutdown-kernel")
    yield desk.name
    Journal(server.journal).delete()


def test_it_can_be_read_without_trust(
    saved: str, window: BrowserContext, server: lab.Server
) -> None:
    text = (server.folder / saved).read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert notebook["metadata"]["widgets"], "the state of the widgets is saved with the notebook"
    assert lab.WIDGET_VIEW in text
    notebook["metadata"]["from"] = "another computer"  # so the signature does not fit any more
    (server.folder / "handed-in.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    copy = lab.Notebook(window.new_page(), server, "handed-in.ipynb").open()
    assert not copy.trusted()
    seen = copy.seen()
    assert not [text for text in BROKEN if text in " ".join(seen.values())]
    plain = {
        cell["id"]: "".join(cell["outputs"][0]["data"]["text/plain"])
        for cell in notebook["cells"]
        if cell["outputs"]
    }
    assert set(plain) == set(CELLS)
    for id, sentence in plain.items():
        assert squeezed(sentence) in squeezed(seen[id]), id
    copy.page.close()


def test_it_shows_what_was_done_where_it_is_trusted(
    saved: str, window: BrowserContext, server: lab.Server
) -> None:
    copy = lab.Notebook(window.new_page(), server, saved).open()
    assert copy.trusted()
    copy.wait_for_widgets()
    assert not [text for text in BROKEN if text in " ".join(copy.seen().values())]
    assert messages("threat_weigher")["step_years"] in copy.seen()["threat_weigher"]
    copy.page.close()
