"""Your own copy of an article: read it, cut it into the numbered paragraphs, keep it private.

The articles may not be passed on, so the course holds none of their sentences. A reader who has
one saved as text or as a web page can add it; the text then stays in the reader's own folder.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from course.alignment import Match, align, fingerprint, words
from course.errors import CourseError, listed
from course.faults import FILES
from course.files import cannot_write, my_work, read_text, write_whole
from course.records import Document, library

LARGEST = 5_000_000
"""Bytes a file may have; the articles have about ten thousand."""
ENOUGH = 0.2
"""Share of an article's words that must be found for a file to count as a copy of it."""

_NOT_TEXT = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word document or another packed file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "a rich-text document",
    b"bplist": "a Safari web archive",
    b"From: <Saved by": "a web archive (MHTML)",
    b"MIME-Version:": "a web archive (MHTML)",
    b"\x1f\x8b": "a packed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_HOW_TO_SAVE = (
    "save the page from the browser as “Web page, HTML only”, or copy the article's text into a "
    "plain text file (UTF-8), and add that"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|br|dd|div|d[lt]|fig(caption|ure)|footer|form|h[1-6r]|header|"
    "li|main|nav|[ou]l|p|pre|section|table|t[dhr]"
)


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of a file that was added."""

    document: Document
    matches: tuple[Match, ...]
    left_out: int
    """Words of the file that belong to no paragraph."""
    known_lines: int
    """Lines of the file that are known page furniture (menus, captions, other articles)."""
    path: Path

    @property
    def missing(self) -> tuple[str, ...]:
        """Paragraphs that were not found."""
        found = {m.paragraph for m in self.matches}
        return tuple(p.id for p in self.document.paragraphs if p.id not in found)

    @property
    def similar(self) -> tuple[str, ...]:
        """Paragraphs found with small differences."""
        return tuple(m.paragraph for m in self.matches if m.how == "similar")

    @property
    def sentences(self) -> list[str]:
        """The report in sentences to print."""
        held = self.document
        number = f"{len(self.matches)} of {len(held.paragraphs)}"
        lines = [f"Document {held.id} ({held.short}, “{held.title}”): {number} paragraphs found."]
        if self.similar:
            lines.append(f"With small differences: {listed(self.similar)}.")
        if self.missing:
            lines.append(
                f"Not found: {listed(self.missing)}; the course shows its paraphrase there."
            )
        if self.left_out:
            lines.append(
                f"Left out: {self.left_out} words around the article "
                f"(lines known as page furniture: {self.known_lines})."
            )
        lines.append(f"Kept in {self.path}, which git ignores and no release contains.")
        return lines


def add(file: Path | str) -> AddReport:
    """Take over an article saved as text (UTF-8, or UTF-16 with its mark) or as HTML.

    The file is recognised by its paragraphs' fingerprints; what is no part of the article is left
    out; the paragraphs are kept in the reader's own folder, in place of an earlier copy.

    Raises
    ------
    CourseError
        If the file is missing, too large, no text, or not one of the two articles.
    """
    path = Path(file).expanduser()
    lines = [line for line in lines_of(path) if words(line)]
    if not lines:
        raise CourseError(f"{path} holds no text; {_HOW_TO_SAVE}.")
    tried = [(held, _aligned(lines, held)) for held in library().documents.values()]
    if all(_share(*one) >= ENOUGH for one in tried):
        raise CourseError(f"{path.name} holds both articles; save each in a file of its own.")
    held, matches = max(tried, key=lambda one: _share(*one))
    if _share(held, matches) < ENOUGH:
        titles = listed(f"“{d.title}” ({d.url})" for d in library().documents.values())
        found = f" (only {listed(m.paragraph for m in matches)} is in it)" if matches else ""
        raise CourseError(
            f"{path.name} is neither of the two articles{found}; they are {titles}. "
            f"Open one of them, {_HOW_TO_SAVE}."
        )
    store = _store(held.id)
    record = {
        "document": held.id,
        "paragraphs": {m.paragraph: {"text": m.text, "how": m.how} for m in matches},
    }
    # The folder ignores itself, so that git takes no copy wherever the reader's folder may be.
    write_whole(store.parent / ".gitignore", "*\n")
    write_whole(store, json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    furniture = _furniture(held)
    return AddReport(
        held,
        matches,
        left_out=sum(len(words(line)) for line in lines) - sum(len(words(m.text)) for m in matches),
        known_lines=sum(fingerprint(words(line)) in furniture for line in lines),
        path=store,
    )


def stored(id: str) -> dict[str, str]:
    """Read the reader's own copy of a document: paragraph id to text, empty without a copy.

    Raises
    ------
    CourseError
        If the stored copy is damaged.
    """
    path = _store(id)
    if not path.exists():
        return {}
    try:
        record = json.loads(read_text(path))
        return {key: str(one["text"]) for key, one in record["paragraphs"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(
            f"Your own copy {path} is damaged; run: course seeds remove {id}, and add it again."
        ) from error


def remove(document: str) -> str:
    """Delete the reader's own copy of a document; give the sentence to print."""
    held = _held(document)
    path = _store(held.id)
    try:
        path.unlink()
    except FileNotFoundError:
        return f"There is no own copy of document {held.id}."
    except OSError as error:
        raise CourseError(cannot_write(path, error)) from error
    return f"Your own copy of document {held.id} is deleted; the course shows its paraphrases."


def report() -> list[str]:
    """Say which own copies there are, and how complete; give the sentences to print.

    Raises
    ------
    CourseError
        If a stored copy is damaged.
    """
    lines = []
    for held in library().documents.values():
        text = stored(held.id)
        if text:
            number = f"{len(text)} of {len(held.paragraphs)} paragraphs"
            lines.append(f"Document {held.id}: own copy with {number} ({_store(held.id)}).")
        else:
            lines.append(
                f"Document {held.id}: no own copy. Read it at {held.url}; "
                "to see it beside our paraphrase, save it and run: course seeds add FILE"
            )
    return lines


def lines_of(path: Path) -> list[str]:
    """Read the lines of a text file, or the blocks of a saved web page.

    Raises
    ------
    CourseError
        If the file is missing, too large, or not text.
    """
    content = _bytes_of(path)
    kind = next((k for mark, k in _NOT_TEXT.items() if content.startswith(mark)), None)
    if kind:
        raise CourseError(f"{path.name} is {kind}, not text; {_HOW_TO_SAVE}.")
    text = _decoded(path, content)
    if "\0" in text:
        raise CourseError(f"{path.name} is not text; {_HOW_TO_SAVE}.")
    return _blocks(text) if _is_html(path, text) else text.splitlines()


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise CourseError(f"{path} is a folder; name the file with the article in it.")
        if path.stat().st_size > LARGEST:
            raise CourseError(
                f"{path.name} is larger than {LARGEST // 1_000_000} MB, and the articles are far "
                f"smaller; {_HOW_TO_SAVE}."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CourseError(f"There is no file {path}; check its name and folder.") from error
    except OSError as error:
        raise CourseError(f"{path} could not be read ({error.strerror}).") from error


def _decoded(path: Path, content: bytes) -> str:
    encoding = "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif not content.startswith(codecs.BOM_UTF8):
        # A browser saves a page in the encoding that the page declares.
        declared = re.search(
            rb"""<meta[^>]{0,80}charset\s*=\s*["']?([\w-]+)""", content[:4096], re.I
        )
        encoding = declared[1].decode() if declared else encoding
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError) as error:
        raise CourseError(
            f"{path.name} is not in the encoding expected ({encoding.removesuffix('-sig')}); "
            "open it in an editor, save it as UTF-8 and add it again."
        ) from error


def _is_html(path: Path, text: str) -> bool:
    start = text[:2000].lstrip().casefold()
    return (
        path.suffix.casefold() in {".html", ".htm", ".xhtml"}
        or start.startswith(("<!doctype", "<html", "<?xml"))
        or "<body" in start
    )


def _blocks(text: str) -> list[str]:
    """Give the text of a page, one line for each paragraph, heading, list item and so on."""
    try:
        from bs4 import BeautifulSoup
        from bs4.element import NavigableString
    except ImportError as error:
        raise CourseError(
            "To read a saved web page the course needs the package beautifulsoup4, which is not "
            "installed; copy the article's text into a plain text file (UTF-8) and add that."
        ) from error
    page = BeautifulSoup(text, "html.parser")
    for tag in page(["script", "style", "noscript", "template", "svg"]):
        tag.decompose()
    for string in page.find_all(string=True):
        if type(string) is NavigableString:  # comments are of a derived type, and stay comments
            string.replace_with(re.sub(r"\s+", " ", string))
    for tag in page.find_all(lambda tag: bool(_BLOCK.fullmatch(tag.name))):
        tag.insert_before("\n")
        tag.insert_after("\n")
    return str(page.get_text()).splitlines()


def _furniture(held: Document) -> frozenset[str]:
    return frozenset(line.sha256 for line in held.lines)


def _aligned(lines: Iterable[str], held: Document) -> tuple[Match, ...]:
    return align(lines, held.paragraphs, _furniture(held))


def _share(held: Document, matches: Iterable[Match]) -> float:
    found = {m.paragraph for m in matches}
    every = sum(p.words for p in held.paragraphs)
    return sum(p.words for p in held.paragraphs if p.id in found) / every


def _held(document: str) -> Document:
    held = library().documents.get(document.strip().upper())
    if not held:
        raise CourseError(f"There is no document {document}; the documents are A and B.")
    return held


def _store(id: str) -> Path:
    return my_work() / "sources" / f"{FILES[id]}.json"
