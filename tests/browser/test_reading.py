"""A reader's own copy of an article: on their screen, and in no file that anybody hands on."""

from __future__ import annotations

import json

import nbformat
from playwright.sync_api import BrowserContext, expect

from browser import lab, large
from course import seeds
from course.files import write_whole
from course.notebooks import KERNEL

WORDS = "Once there was a paragraph that only its reader was meant to see."


def test_an_own_copy_is_shown_and_not_saved(window: BrowserContext, server: lab.Server) -> None:
    store = server.home / "sources" / "mott2024.json"
    own = {"document": "A", "paragraphs": {"A5": {"text": WORDS, "how": "exact"}}}
    write_whole(store, json.dumps(own))
    cells = [
        nbformat.v4.new_code_cell("from course import reading", id="imports"),
        nbformat.v4.new_code_cell('reading("A5", "B1")', id="reading"),
    ]
    path = server.folder / "reading.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL}), path)
    notebook = lab.Notebook(window.new_page(), server, path.name).open()
    try:
        notebook.run_all()
        expect(notebook.widgets("reading")).to_contain_text(WORDS)
        assert notebook.axe() == []
        frame = large.enlarge(notebook.widgets("reading"))
        expect(frame).to_contain_text(WORDS)
        notebook.page.keyboard.press("Escape")
        large.left(notebook.widgets("reading"))
        notebook.save()
    finally:
        store.unlink()
    saved = path.read_text(encoding="utf-8")
    assert seeds.paragraph("A5").paraphrase in saved.replace("\\n", "\n")
    assert lab.WIDGET_VIEW in saved and WORDS not in saved
    notebook.page.close()
