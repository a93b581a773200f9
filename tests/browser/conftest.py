"""What the browser tests share: one server, one browser, and notebooks open in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from browser import lab, stories_ends, stories_prospect
from course.journal import Journal
from course.notebooks import KERNEL

expect.set_options(timeout=15_000)  # a loaded machine is slow now and then; that is no failure

HERE = Path(__file__).resolve().parent

# One cell for each kind of widget, in a notebook of the tests' own, so that a new wording or
# order of the lessons breaks nothing here.
CELLS = {
    "check": 'check("L0.1")',
    "note": 'note("L0.exit")',
    "estimate": 'estimate("L0.slider")',
    "claim_sorter": "ClaimSorter()",
    "factor_weigher": "FactorWeigher()",
    "four_worlds": "FourWorlds()",
    "reweigher": "Reweigher()",
    "threat_weigher": "ThreatWeigher()",
    **stories_ends.CELLS,
    **stories_prospect.CELLS,
    "argument_map": "ArgumentMap()",
    "controversy": "Controversy()",
    "evidence_balance": "EvidenceBalance()",
    "test_square": "TestSquare()",
}
IMPORTS = "from course import *"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


# The scope is the package, not the session: while Playwright is there, an event loop is, and the
# tests after these (nbval's) want one of their own.
@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    path = lab.find_browser()
    if path is None:
        why = (
            "There is no Chromium, Chrome or Edge here; install one, or name one in the variable "
            "COURSE_BROWSER."
        )
        if os.environ.get("CI"):
            pytest.fail(why)
        pytest.skip(why)
    with sync_playwright() as playwright:
        browser = lab.launch(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def server(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Server]:
    """A JupyterLab of its own, on a copy of the lessons."""
    with lab.serve(tmp_path_factory.mktemp("lab")) as server:
        yield server


@pytest.fixture(scope="package")
def wire() -> lab.Wire:
    """A record of what all pages asked for."""
    return lab.Wire()


@pytest.fixture(scope="package")
def window(chromium: Browser, wire: lab.Wire) -> Iterator[BrowserContext]:
    """A browser window as tall as a lesson."""
    context = chromium.new_context(viewport={"width": 1200, "height": lab.TALL})
    wire.watch(context)
    yield context
    context.close()


class Desk(lab.Notebook):
    """A notebook with one widget of each kind, and the journal they write to."""

    @property
    def journal(self) -> Journal:
        """The journal as it is on disk now."""
        return Journal(self.server.journal)

    def fresh(self, kind: str) -> lab.Locator:
        """Show a widget to a learner who has said nothing yet."""
        self.journal.delete()
        return self.again(kind)

    def again(self, kind: str) -> lab.Locator:
        """Run a widget's cell anew: it takes up the journal."""
        self.run_cell(kind)
        return self.widgets(kind)


def write_desk(server: lab.Server, name: str) -> str:
    """Write the notebook with one widget of each kind into the server's folder."""
    sources = {"imports": IMPORTS, **CELLS}
    cells = [nbformat.v4.new_code_cell(source, id=id) for id, source in sources.items()]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})
    nbformat.write(notebook, server.folder / name)
    return name


@pytest.fixture(scope="module")
def desk(
    window: BrowserContext, server: lab.Server, request: pytest.FixtureRequest
) -> Iterator[Desk]:
    """The notebook with one widget of each kind, run once, with an empty journal."""
    Journal(server.journal).delete()
    name = write_desk(server, f"{request.module.__name__.rpartition('.')[2]}.ipynb")
    desk = Desk(window.new_page(), server, name)
    desk.open()
    desk.run_all()
    yield desk
    desk.page.close()
