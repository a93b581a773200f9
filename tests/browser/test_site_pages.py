"""The built pages, from the disk, without a network: everybody can read them, and widgets live."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from browser import lab, large
from browser.hands import Keys
from browser.stories import STORIES, button, first_claim, says
from browser.test_grading_pages import GRAVE
from course.site import reading, steps
from course.widgets.bridge import messages

LIVE = {
    "argument_map": "06_rivals_get_their_best_lawyer",
    "four_worlds": "02_power_and_the_security_dilemma",
    "reference_point": "05_whose_loss",
    "reweigher": "02_power_and_the_security_dilemma",
    "test_square": "06_rivals_get_their_best_lawyer",
    "threat_weigher": "03_from_power_to_threat",
}
SIDEWAYS = "() => document.documentElement.scrollWidth - innerWidth"
OPEN_ALL = (
    "() => { for (const el of document.querySelectorAll('article details')) el.open = true; }"
)
LESSON = "lessons/03_from_power_to_threat.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages to read, built once."""
    place = tmp_path_factory.mktemp("site")
    steps.run(reading.STEP, place / "work", place / "site", print)
    return place / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> list[str]:
    """Name every page, by its path in the site."""
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert len(found) > 20
    return found


class Window:
    """A browser window without a network; it notes what is asked for and what fails."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.page, self.site = context.new_page(), site
        self.asked: list[str] = []
        self.failed: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.failed.append(str(error)))
        self.page.on(
            "console",
            lambda said: self.failed.append(said.text) if said.type == "error" else None,
        )

    def go(self, name: str) -> Page:
        """Open a page of the site from the disk."""
        self.page.goto(f"{self.site.as_uri()}/{name}")
        return self.page


@pytest.fixture
def window(chromium: Browser, site: Path) -> Iterator[Window]:
    """A window as wide as a laptop's."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    yield Window(context, site)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
def test_everybody_can_read_every_page(
    width: int, scheme: Any, chromium: Browser, site: Path, pages: list[str]
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True
    )
    window, faults = Window(context, site), []
    for name in pages:
        page = window.go(name)
        page.evaluate(OPEN_ALL)
        if page.evaluate(SIDEWAYS) > 0:
            faults.append(f"{name} is wider than the window")
        page.evaluate(lab.AXE.read_text(encoding="utf-8"))
        faults += [f"{name}: {fault}" for fault in page.evaluate(GRAVE)]
        ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(22, 25, 29)" if scheme == "dark" else "rgb(255, 255, 255)")
    assert faults == []
    assert window.failed == []
    assert [url for url in window.asked if not url.startswith(site.as_uri())] == []
    context.close()


def test_every_figure_with_data_lives_and_no_other(window: Window, pages: list[str]) -> None:
    alive: list[str] = []
    for name in (name for name in pages if name.startswith("lessons/")):
        page = window.go(name)
        figures = page.evaluate(
            """() => [...document.querySelectorAll("figure.tpl-figure")].map((figure) => ({
              kind: figure.dataset.kind,
              data: Boolean(figure.querySelector("script[type='application/json']"))
                || "live" in figure.dataset,
              drawn: Boolean(figure.querySelector(".tpl")),
              leads: figure.querySelector(".do-this a")?.getAttribute("href") ?? "",
            }))"""
        )
        assert figures, name
        for figure in figures:
            assert figure["drawn"] == figure["data"], (name, figure)
            if figure["drawn"]:
                alive.append(figure["kind"])
            else:
                lesson = Path(name).stem
                assert figure["leads"] == f"../do/notebooks/index.html?path={lesson}.ipynb"
    assert sorted(alive) == sorted(LIVE)
    assert window.failed == []


def test_two_figures_of_the_lessons_on_a_pack_live_and_the_others_lead_on(
    window: Window, pages: list[str]
) -> None:
    alive, leads = set(), set()
    named = [name for name in pages if name.startswith("packs/cuba_1962/")]
    assert len(named) == 7
    for name in named:
        page = window.go(name)
        alive |= set(
            page.evaluate(
                """() => [...document.querySelectorAll("figure.tpl-figure:has(.tpl)")]
                  .map((figure) => figure.dataset.kind)"""
            )
        )
        leads |= set(
            page.evaluate(
                """() => [...document.querySelectorAll(".do-this a")]
                  .map((link) => link.getAttribute("href"))"""
            )
        )
    assert alive == {"threat_weigher", "reference_point"}
    stems = {Path(name).stem for name in named} - {"index"}
    to = "../../do/notebooks/index.html?path=packs/cuba_1962/"
    assert leads == {f"{to}{stem}.ipynb" for stem in stems}
    assert window.failed == []


def four_worlds(widget: Locator, hand: Keys) -> None:
    words = messages("four_worlds")
    hand.choose(widget.get_by_role("radio", name=words["option_hold"], exact=True))
    hand.press(button(widget, words["commit"]))
    expect(widget.get_by_text(words["answer_hold"])).to_be_visible()
    before = says(widget).inner_text()
    hand.slide(widget.get_by_role("slider", name=words["offence_label"], exact=True), 4)
    expect(says(widget)).not_to_have_text(before)


def reweigher(widget: Locator, hand: Keys) -> None:
    words = messages("reweigher")
    hand.choose(widget.get_by_role("radio").first)
    hand.press(button(widget, words["commit"]))
    expect(widget.get_by_text(words["pair_heading"])).to_be_visible()
    before = says(widget).inner_text()
    hand.slide(widget.get_by_role("slider").first, 9)
    expect(says(widget)).not_to_have_text(before)


def threat_weigher(widget: Locator, hand: Keys) -> None:
    words = messages("threat_weigher")
    claim, year = first_claim()
    hand.pick(widget.get_by_role("combobox", name=words["whose"], exact=True), claim)
    hand.pick(widget.get_by_role("combobox", name=words["year"], exact=True), year)
    hand.choose(widget.get_by_role("radio").first)
    hand.type(widget.get_by_role("spinbutton"), "70")
    hand.press(button(widget, words["keep_prediction"]))
    for number, steps_right in enumerate((3, 8, 5)):
        hand.slide(widget.get_by_role("slider").nth(number), steps_right)
    hand.press(button(widget, words["keep_weights"]))
    expect(widget.get_by_text(words["step_see"])).to_be_visible()


def reference_point(widget: Locator, hand: Keys) -> None:
    STORIES["reference_point"](widget, hand)


def argument_map(widget: Locator, hand: Keys) -> None:
    words = messages("argument_map")
    for box in widget.get_by_role("textbox").all():
        hand.type(box, "A11: so it was.")
    hand.press(button(widget, words["keep"]))
    expect(widget.get_by_role("img")).to_be_visible()


def test_square(widget: Locator, hand: Keys) -> None:
    words = messages("test_square")
    hand.choose(widget.get_by_role("radio", name=words["option_hoop"], exact=True))
    hand.press(button(widget, words["commit"]))
    expect(widget.get_by_text(words["answer_hoop"])).to_be_visible()
    for number, steps_right in enumerate((40, 20)):
        hand.slide(widget.get_by_role("slider").nth(number), steps_right)
    expect(widget.locator("[aria-live=polite]")).to_contain_text("dB")


test_square.__test__ = False  # type: ignore[attr-defined]


WORKED = {
    "argument_map": argument_map,
    "four_worlds": four_worlds,
    "reference_point": reference_point,
    "reweigher": reweigher,
    "test_square": test_square,
    "threat_weigher": threat_weigher,
}


@pytest.mark.parametrize("kind", LIVE)
def test_by_keyboard_alone(kind: str, window: Window) -> None:
    page = window.go(f"lessons/{LIVE[kind]}.html")
    figure = page.locator(f"figure[data-kind={kind}]")
    figure.evaluate("(el) => { el.tabIndex = -1; el.focus(); }")
    WORKED[kind](figure.locator(".tpl"), Keys(page))
    assert window.failed == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", LIVE)
def test_a_figure_alone_fills_the_screen_and_keeps_what_was_done(
    kind: str, scheme: Any, window: Window
) -> None:
    page = window.go(f"lessons/{LIVE[kind]}.html")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 1920, "height": 1080})
    widget = page.locator(f"figure[data-kind={kind}] .tpl")
    frame = large.enlarge(widget)
    WORKED[kind](widget, Keys(page))
    found = large.measure(frame)
    assert found["fills"] and found["least"][0] >= 27.8, found["least"]
    assert (found["out"], found["sideways"]) == ([], 0)
    page.evaluate(lab.AXE.read_text(encoding="utf-8"))
    assert page.evaluate(GRAVE) == []
    said = widget.get_by_role("status").all_text_contents()
    page.keyboard.press("Escape")
    large.left(widget)
    assert said and widget.get_by_role("status").all_text_contents() == said
    assert window.failed == []


def test_a_still_figure_and_paper_have_no_button(window: Window, pages: list[str]) -> None:
    bars, live = 0, 0
    for name in (name for name in pages if name.startswith("lessons/")):
        page = window.go(name)
        page.emulate_media(media="print")
        bars += page.locator(".tpl-bar").count()
        live += page.locator("figure.tpl-figure[data-live]").count()
        for bar in page.locator(".tpl-bar").all():
            expect(bar).to_be_hidden()
        page.emulate_media(media="screen")
        for bar in page.locator(".tpl-bar").all():
            expect(bar).to_be_visible()
    assert bars == live == len(LIVE)


def test_a_keyboard_reaches_the_text_at_once(window: Window) -> None:
    page = window.go(LESSON)
    for _ in range(3):  # with a small window two switches for the drawers come before it
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.className").startswith("skip-to-content"):
            break
    page.keyboard.press("Enter")
    assert page.evaluate("() => location.hash") == "#furo-main-content"


def test_on_a_phone_the_contents_open_by_keyboard_and_are_out_of_reach_before(
    chromium: Browser, site: Path
) -> None:
    context = chromium.new_context(viewport={"width": 375, "height": 800}, offline=True)
    page = Window(context, site).go(LESSON)
    drawer = page.locator(".sidebar-drawer")
    expect(drawer).to_be_hidden()
    page.locator("#__navigation").focus()
    page.keyboard.press("Space")
    expect(drawer).to_be_visible()
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    context.close()


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_switch_of_light_and_dark_reaches_the_widgets(
    system: Any, chromium: Browser, site: Path
) -> None:
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=system, offline=True
    )
    page = Window(context, site).go(LESSON)
    seen = set()
    for _ in range(3):
        page.locator(".theme-toggle-content button").click()
        theme, body, widget = page.evaluate(
            """() => [document.body.dataset.theme,
              getComputedStyle(document.body).backgroundColor,
              getComputedStyle(document.querySelector("figure .tpl")).backgroundColor]"""
        )
        assert widget == body
        dark = theme == "dark" or (theme == "auto" and system == "dark")
        assert body == ("rgb(22, 25, 29)" if dark else "rgb(255, 255, 255)")
        seen.add(theme)
    assert seen == {"light", "dark", "auto"}
    context.close()


def test_the_search_finds_without_a_network(window: Window) -> None:
    page = window.go("index.html")
    box = page.get_by_role("textbox", name="Search")
    box.fill("loss aversion")
    box.press("Enter")
    hits = page.locator("#search-results li")
    expect(page.get_by_text("Search finished")).to_be_visible()
    names = " ".join(hits.all_inner_texts())
    assert "Glossary" in names and "Lesson 4" in names
    hits.first.get_by_role("link").click()
    expect(page.locator("h1")).to_be_visible()
    assert window.failed == []


def test_on_paper_there_are_no_bars_and_nothing_is_folded(window: Window) -> None:
    page = window.go("lessons/02_power_and_the_security_dilemma.html")
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    state = page.evaluate(
        """() => ({
          bars: [...document.querySelectorAll(".sidebar-drawer, .toc-drawer, .mobile-header")]
            .filter((el) => el.getClientRects().length).length,
          code: [...document.querySelectorAll("details.code")]
            .filter((el) => el.getClientRects().length).length,
          folded: document.querySelectorAll("article details:not(.code):not([open])").length,
          ground: getComputedStyle(document.body).backgroundColor,
          ink: getComputedStyle(document.querySelector("article p")).color,
          widget: getComputedStyle(document.querySelector("figure .tpl")).backgroundColor,
          frame: getComputedStyle(document.querySelector("figure .tpl-stage")).backgroundColor,
        })"""
    )
    assert state == {
        "bars": 0,
        "code": 0,
        "folded": 0,
        "ground": "rgb(255, 255, 255)",
        "ink": "rgb(0, 0, 0)",
        "widget": "rgb(255, 255, 255)",
        "frame": "rgb(255, 255, 255)",
    }
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    assert page.locator("article details[open]").count() == 0


def test_where_storage_is_forbidden_a_page_reads_as_well(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(offline=True)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    window = Window(context, site)
    page = window.go(LESSON)
    expect(page.locator("figure .tpl").first).to_be_visible()
    assert page.evaluate("() => document.body.dataset.theme") == "auto"
    assert window.failed == []
    context.close()


def test_no_page_holds_what_a_widget_may_only_reveal(site: Path) -> None:
    from course import checks

    kept = [
        option.feedback
        for one in checks.catalogue().values()
        if isinstance(one, checks.Check)
        for option in one.options
        if option.feedback
    ]
    assert len(kept) > 100
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html")))
    plain = json.dumps(text, ensure_ascii=False)
    assert [said for said in kept if len(said) > 40 and said in plain] == []
