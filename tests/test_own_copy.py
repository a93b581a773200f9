"""A reader's own copy: recognised, cut into paragraphs, kept private; bad files refused clearly.

The articles may not be passed on, so these tests write an article of their own, of seventeen
made-up paragraphs, and records for it. Where the two real articles lie beside the repository, they
are tried as well.
"""

from __future__ import annotations

import dataclasses
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from course import own_copy, records, seeds
from course.alignment import fingerprint, sketch, words
from course.errors import CourseError

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = ROOT.parent / "shared" / "seeds"
NEWS = "Another headline about something else"
STUFF = re.findall(
    r"\w+",
    "river lantern copper meadow quiet harbour signal winter orchard pattern market stone letter "
    "garden bridge morning engine window border paper island cotton silver candle thunder ladder",
)


def made_up(n: int, length: int) -> str:
    """Write a paragraph of nonsense with the marks that copies differ in."""
    dice = random.Random(n)
    out = [dice.choice(STUFF) for _ in range(length)]
    for i in range(9, length - 3, 11):
        out[i] += "."
        out[i + 1] = out[i + 1].capitalize()
    out[2] = f"‘{out[2]}’"
    out[4] = f"{out[4]}’s — {n}"
    return " ".join(out).capitalize() + "."


ARTICLE = [made_up(n, 24 + 7 * n) for n in range(1, 18)]
SHORT = "So, what is left?"
ARTICLE[12] = SHORT


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the reader a folder of their own."""
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put the made-up article in document A's place; give a folder to write copies in."""
    folder = Path(shutil.copytree(ROOT / "seeds", tmp_path / "seeds"))
    path = folder / "mott2024.toml"
    head, *rest = path.read_text(encoding="utf-8").split("[[paragraph]]\n")
    for n, text in enumerate(ARTICLE):
        found = words(text)
        part = re.sub(r"(?m)^words = .*", f"words = {len(found)}", rest[n])
        part = re.sub(r'sha256 = "\w+"', f'sha256 = "{fingerprint(found)}"', part, count=1)
        rest[n] = re.sub(r"sketch = \[[^]]*\]", f"sketch = {list(sketch(found))}", part)
    news = f'\n[[line]]\nsha256 = "{fingerprint(words(NEWS))}"\nwords = 5\ncopies = 1\n'
    text = "[[paragraph]]\n".join([head, *rest]) + news + 'kind = "other headline"\n'
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(records, "seeds_folder", lambda: folder)
    yield tmp_path


def copy(folder: Path, paragraphs: list[str], *, name: str = "copy.txt") -> Path:
    """Write a copy as text, with lines around it that are not the article's."""
    lines = ["Follow us", "A title", "", *"\n\n".join(paragraphs).split("\n"), "", NEWS, "Read on"]
    (folder / name).write_text("\n".join(lines), encoding="utf-8")
    return folder / name


def kept() -> list[str | None]:
    return [seeds.passage(p.id) for p in seeds.document("A").paragraphs]


# Recognising


def test_a_faithful_copy_is_cut_into_its_paragraphs(made: Path) -> None:
    report = seeds.add(copy(made, ARTICLE))
    assert report.document.id == "A"
    assert {m.how for m in report.matches} == {"exact"}
    assert not report.missing and not report.similar
    assert kept() == ARTICLE
    assert report.known_lines == 1
    assert report.left_out == len(words(f"Follow us A title {NEWS} Read on"))


def test_typography_and_line_breaks_do_not_matter(made: Path) -> None:
    plain = [p.translate(str.maketrans("‘’—", "''-")) for p in ARTICLE]
    wrapped = [re.sub(r"(?:\S+ ){8}", lambda m: m[0].rstrip() + "\n", p) for p in plain]
    assert any("\n" in p for p in wrapped)
    report = seeds.add(copy(made, wrapped))
    assert {m.how for m in report.matches} == {"exact"} and not report.missing
    assert kept() == plain


def test_a_paragraph_broken_in_two_and_two_joined(made: Path) -> None:
    middle = ARTICLE[7].index(". ") + 1
    changed = [*ARTICLE[:7], ARTICLE[7][:middle], ARTICLE[7][middle + 1 :], *ARTICLE[8:14]]
    changed.append(" ".join(ARTICLE[14:16]))
    report = seeds.add(copy(made, [*changed, ARTICLE[16]]))
    assert {m.how for m in report.matches} == {"exact"} and not report.missing
    assert kept() == ARTICLE


def edited(text: str) -> str:
    """Change two words, far apart, and drop one."""
    found = text.split()
    found[6], found[-6] = "EDITED", "edited"
    del found[len(found) // 2]
    return " ".join(found)


@pytest.mark.parametrize("n", [5, 9, 16])
def test_small_edits_are_tolerated_and_reported(made: Path, n: int) -> None:
    changed = [edited(p) if i == n else p for i, p in enumerate(ARTICLE)]
    report = seeds.add(copy(made, changed))
    assert report.similar == (f"A{n + 1}",) and not report.missing
    assert kept() == changed
    assert any(f"small differences: A{n + 1}" in line for line in report.sentences)


def test_edited_neighbours_are_told_apart_even_on_one_line(made: Path) -> None:
    changed = [edited(p) if i in (8, 9) else p for i, p in enumerate(ARTICLE)]
    joined = [*changed[:8], " ".join(changed[8:10]), *changed[10:]]
    report = seeds.add(copy(made, joined))
    assert report.similar == ("A9", "A10")
    assert kept() == changed


def test_a_paragraph_edited_and_broken_in_two(made: Path) -> None:
    text = edited(ARTICLE[10])
    middle = text.index(". ") + 1
    broken = [*ARTICLE[:10], text[:middle], text[middle + 1 :], *ARTICLE[11:]]
    report = seeds.add(copy(made, broken))
    assert report.similar == ("A11",)
    assert seeds.passage("A11") == text


def test_missing_paragraphs_are_named_and_stay_empty(made: Path) -> None:
    changed = [p for i, p in enumerate(ARTICLE) if i not in (3, 12)]
    report = seeds.add(copy(made, changed))
    assert report.missing == ("A4", "A13")
    assert any("Not found: A4 and A13" in line for line in report.sentences)
    assert seeds.passage("A4") is None and seeds.passage("A5") == ARTICLE[4]


def test_a_rewritten_paragraph_is_not_taken_for_its_original(made: Path) -> None:
    other = made_up(99, 70)
    report = seeds.add(copy(made, [*ARTICLE[:6], other, *ARTICLE[7:]]))
    assert report.missing == ("A7",)
    assert seeds.passage("A7") is None


def test_a_new_copy_replaces_the_old_one(made: Path) -> None:
    seeds.add(copy(made, ARTICLE))
    seeds.add(copy(made, ARTICLE[:9]))
    assert kept() == [*ARTICLE[:9], *[None] * 8]


# Web pages and encodings


def page(paragraphs: list[str], head: str = '<meta charset="utf-8">') -> str:
    body = "\n".join(f"<p>{p.replace('’', '&rsquo;')}</p>" for p in paragraphs)
    return (
        f"<!DOCTYPE html><html><head>{head}<title>A title</title></head><body><nav><ul><li>Menu"
        f"</li></ul></nav><script>var p = 'river lantern';</script><!-- {ARTICLE[3]} -->"
        f"<article><h1>A title</h1>{body}</article><aside>{NEWS}</aside></body></html>"
    )


def test_a_saved_web_page(made: Path) -> None:
    marked = [*ARTICLE]
    marked[1] = re.sub(r"^(\S+ \S+)", r"<em>\1</em>", marked[1])
    marked[2] = marked[2].replace(". ", ".<br>\n      ", 1)
    file = made / "page.html"
    file.write_text(page(marked), encoding="utf-8")
    report = seeds.add(file)
    assert {m.how for m in report.matches} == {"exact"} and not report.missing
    assert kept() == ARTICLE
    assert report.known_lines == 1


def test_a_comment_in_a_page_is_not_its_text(made: Path) -> None:
    file = made / "page.htm"
    file.write_text(page([p for i, p in enumerate(ARTICLE) if i != 3]), encoding="utf-8")
    assert seeds.add(file).missing == ("A4",)


def test_a_page_is_recognised_without_its_ending_and_read_as_it_declares(made: Path) -> None:
    file = made / "saved"
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'
    file.write_bytes(page(ARTICLE, head).encode("cp1252"))
    assert not seeds.add(file).missing
    assert kept() == ARTICLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_encodings(made: Path, encoding: str) -> None:
    file = copy(made, ARTICLE)
    file.write_bytes(file.read_text(encoding="utf-8").encode(encoding))
    assert not seeds.add(file).missing
    assert kept() == ARTICLE


def test_without_the_package_for_web_pages(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = made / "page.html"
    file.write_text(page(ARTICLE), encoding="utf-8")
    monkeypatch.setitem(sys.modules, "bs4", None)
    with pytest.raises(CourseError, match=r"beautifulsoup4.*plain text file"):
        seeds.add(file)
    assert not seeds.add(copy(made, ARTICLE)).missing


# Bad input: one clear sentence, and nothing lost


BAD = {
    "missing": (None, "There is no file"),
    "pdf": (b"%PDF-1.7 ...", "is a PDF, not text"),
    "word": (b"PK\x03\x04rest", "a Word document"),
    "old word": (b"\xd0\xcf\x11\xe0rest", "old Word document"),
    "rich text": (rb"{\rtf1 hello}", "rich-text"),
    "web archive": (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "web archive"),
    "safari": (b"bplist00rest", "Safari"),
    "latin-1": ("Ein Märchen über".encode("latin-1"), "not in the encoding expected (utf-8)"),
    "utf-16 without mark": ("plain words".encode("utf-16-le"), "is not text"),
    "half utf-16": (b"\xff\xfea", "not in the encoding expected (utf-16)"),
    "unknown encoding": (b'<html><meta charset="klingon">', "not in the encoding expected"),
    "empty": (b"", "holds no text"),
    "blank": (b" \n\t\n", "holds no text"),
    "empty page": (b"<!doctype html><html><body></body></html>", "holds no text"),
    "unrelated": ("\n".join(made_up(n, 60) for n in range(50, 60)).encode(), "neither of the two"),
    "too large": (b"a " * (own_copy.LARGEST // 2 + 1), "larger than 5 MB"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_one_sentence(made: Path, kind: str) -> None:
    seeds.add(copy(made, ARTICLE))
    content, told = BAD[kind]
    file = made / "bad.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CourseError, match=re.escape(told)) as caught:
        seeds.add(file)
    assert "\n" not in str(caught.value)
    assert kept() == ARTICLE, "the copy added before is still there"


def test_a_folder_is_refused(made: Path) -> None:
    with pytest.raises(CourseError, match="is a folder"):
        seeds.add(made)


def test_a_text_that_quotes_one_paragraph_is_no_copy(made: Path) -> None:
    file = made / "essay.txt"
    file.write_text("\n".join([made_up(70, 90), ARTICLE[2], made_up(71, 90)]), encoding="utf-8")
    with pytest.raises(CourseError, match=r"only A3 is in it"):
        seeds.add(file)


def test_a_file_with_both_articles_is_not_taken_for_one(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = records.library()
    twin = dataclasses.replace(library.documents["A"], id="B")
    both = dataclasses.replace(library, documents={**library.documents, "B": twin})
    monkeypatch.setattr(own_copy, "library", lambda: both)
    with pytest.raises(CourseError, match="holds both articles"):
        seeds.add(copy(made, ARTICLE))


def test_a_folder_that_may_not_be_written(
    made: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(CourseError, match=r"could not be written .*COURSE_HOME"):
        seeds.add(copy(made, ARTICLE))


@pytest.mark.slow
def test_a_large_text_is_read_in_reasonable_time(made: Path) -> None:
    filler = [made_up(n, 200) for n in range(100, 400)]
    report = seeds.add(copy(made, [*filler, *ARTICLE, *filler]))
    assert kept() == ARTICLE
    assert report.left_out > 100_000


# Kept private, shown, deleted


def test_passage_without_a_copy(made: Path) -> None:
    assert seeds.passage("A1") is None
    assert seeds.passage("B15") is None
    with pytest.raises(CourseError, match="A1 to A17"):
        seeds.passage("A18")


def test_remove_and_report(made: Path) -> None:
    assert "no own copy" in seeds.report()[0]
    assert seeds.remove("A") == "There is no own copy of document A."
    seeds.add(copy(made, ARTICLE[:10]))
    assert "10 of 17 paragraphs" in seeds.report()[0]
    assert "is deleted" in seeds.remove("a")
    assert seeds.passage("A1") is None
    with pytest.raises(CourseError, match="documents are A and B"):
        seeds.remove("C")


@pytest.mark.parametrize("content", ["{", "[]", '{"paragraphs": {"A1": 3}}', '{"paragraphs": []}'])
def test_a_damaged_copy_says_what_to_do_and_can_be_removed(made: Path, content: str) -> None:
    path = seeds.add(copy(made, ARTICLE)).path
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CourseError, match="course seeds remove A"):
        seeds.passage("A1")
    seeds.remove("A")
    assert seeds.passage("A1") is None


def git(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True)


def test_git_takes_no_copy_in_this_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COURSE_HOME")
    if git(ROOT, "rev-parse", "--is-inside-work-tree").returncode:
        pytest.skip("this is not a git checkout")
    for letter in "AB":
        path = own_copy._store(letter)
        assert git(ROOT, "check-ignore", "-q", str(path)).returncode == 0
    assert git(ROOT, "check-ignore", "-q", "seeds/mott2024.toml").returncode == 1
    tracked = git(ROOT, "ls-files", "--", "my_work").stdout
    assert not tracked


def test_git_takes_no_copy_wherever_the_reader_keeps_it(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = made / "repository"
    repository.mkdir()
    git(repository, "init", "-q")
    monkeypatch.setenv("COURSE_HOME", str(repository / "notes"))
    path = seeds.add(copy(made, ARTICLE)).path
    assert path.is_relative_to(repository) and path.exists()
    (repository / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    assert git(repository, "add", "--dry-run", ".").stdout == "add 'notes/mine.txt'\n"


# The real articles, where they are


@pytest.mark.skipif(
    not list(ARTICLES.glob("*.txt")),
    reason="the two articles are not beside this repository (they may not be passed on)",
)
@pytest.mark.parametrize(("article", "letter"), [("maitra-review", "A"), ("robinson-rand", "B")])
def test_the_real_articles(article: str, letter: str) -> None:
    file = ARTICLES / f"{article}.txt"
    report = seeds.add(file)
    assert report.document.id == letter
    assert {m.how for m in report.matches} == {"exact"} and not report.missing
    text = " ".join(words(file.read_text(encoding="utf-8")))
    for one in seeds.document(letter).paragraphs:
        passage = seeds.passage(one.id)
        assert passage is not None and len(words(passage)) == one.words
        assert " ".join(words(passage)) in text
    everything = " ".join(p for one in report.document.paragraphs if (p := seeds.passage(one.id)))
    assert "Trump" not in everything and "2025" not in everything
