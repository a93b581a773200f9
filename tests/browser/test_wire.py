"""Nothing leaves this computer. The file comes last, after all pages of the other tests."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext

from browser import lab


def test_no_page_asked_another_computer(
    wire: lab.Wire, window: BrowserContext, server: lab.Server
) -> None:
    page = window.new_page()
    lab.Notebook(page, server, "00_start_here.ipynb").open()
    page.close()
    assert wire.local > 20
    assert not wire.foreign


def test_another_computer_would_be_noticed_and_not_reached(
    chromium: Browser,
) -> None:
    wire = lab.Wire()
    context = chromium.new_context()
    wire.watch(context)
    page = context.new_page()
    for address in ("https://example.org/", "http://192.0.2.1/"):
        answer = page.evaluate("(url) => fetch(url).then(() => 'there', (e) => e.name)", address)
        assert answer == "TypeError"
    context.close()
    assert wire.foreign == ["https://example.org/", "http://192.0.2.1/"]
