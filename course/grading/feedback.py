"""What a student gets back: marks, what was found, where to go back to, on one offline page.

The page holds what the student may know and nothing else: no notes for whoever marks, no right
answers, no examples, nobody else. It is one file without a script, to be read on any device.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from course.errors import CourseError, listed
from course.grading import paper, prose, slips
from course.grading.paper import Markup, number, say
from course.grading.results import EssayResult, ItemResult, Marked
from course.grading.times import lateness, moment
from course.homework import items
from course.homework.plain import read_choice
from course.homework.public import unanswered
from course.homework.rubrics import earned

MOST_CELL, MOST_ENTRIES = 400, 60  # characters of an answer, entries of a table that are shown
NEAR = 1e-6


def page(marked: Marked) -> str:
    """Write the feedback for one submission as one HTML page.

    Raises
    ------
    CourseError
        If there is no such assignment.
    """
    text = paper.texts("feedback")
    asked = items.assignment(marked.assignment)
    names = {"id": marked.assignment, "title": marked.title}
    head: list[object] = [
        Markup(f"<h1>{say(text['heading'], **names)}</h1>"),
        paper.paragraphs(say(text["for_student"], student=paper.own(marked.student))),
        paper.paragraphs(_handed_in(marked)),
    ]
    body = [
        paper.section("marks", text["marks"], _sentence(marked), _said(marked), _table(marked)),
        paper.section(
            "questions",
            text["by_question"],
            paper.paragraphs(text["as_read"]),
            *_questions(marked, asked),
        ),
        paper.section("essay", text["essay"], *_essay(marked.essay, asked.essay)),
    ]
    if marked.repairs:
        told = paper.paragraphs(text["repairs_note"])
        mended = paper.section("repairs", text["repairs"], told, paper.items(marked.repairs))
        body.insert(0, mended)  # first: it may be why there are no marks
    body.append(paper.section("next", text["next"], *_next(marked)))
    title = text["title"].format(**names, student=marked.student)
    return paper.frame(title, head, body, text["foot"])


def _handed_in(marked: Marked) -> str:
    text = paper.texts("feedback")
    when = moment(marked.submitted)
    if when is None:
        return ""
    said = say(text["handed_in"], when=when)
    if marked.seconds_late is None:
        return said
    late = say(text["late"], how_late=lateness(marked.seconds_late))
    return Markup(f"{said} {late if marked.late else text['on_time']}")


def _sentence(marked: Marked) -> Markup:
    text = paper.texts("feedback")
    best = number(sum(item.of for item in marked.items))
    if marked.essay.points is None:
        got = number(marked.by_checks)
        total = say(text["so_far"], points=got, of=best, left=number(marked.essay.of))
        return Markup(f'<p class="total">{total}</p>')
    total = say(text["final"], points=number(marked.points), of=number(marked.of))
    checks = say(text["checks"], points=number(marked.by_checks), of=best)
    return Markup(f'<p class="total">{total}</p>{paper.paragraphs(checks)}')


def _said(marked: Marked) -> Markup:
    """Show what a person wrote about the whole."""
    if not marked.comment.strip():
        return Markup("")
    said = paper.escape(marked.comment.strip())
    heading = paper.texts("feedback")["comment"]
    return Markup(f'<h3>{heading}</h3><div class="own comment" dir="auto">{said}</div>')


def _table(marked: Marked) -> Markup:
    text = paper.texts("feedback")
    rows: list[Sequence[object]] = [
        (item.title, _of(item.counts, item.of), _share(item.counts, item.of))
        for item in marked.items
    ]
    essay = marked.essay
    name = text["essay_row"].format(title=essay.title)
    if essay.points is None:
        rows.append((name, f"– / {number(essay.of)}", text["not_marked"]))
    else:
        rows.append((name, _of(essay.points, essay.of), _share(essay.points, essay.of)))
    # A share of points that nobody has given yet would look like a bad mark.
    best, so_far = marked.of, _share(marked.points, marked.of)
    if essay.points is None:
        best, so_far = marked.of - essay.of, Markup(text["so_far_share"])
    foot = (text["total"], _of(marked.points, best), so_far)
    head = (text["question"], text["points"], text["share"])
    return paper.table(text["table"], head, rows, numbers=(1,), foot=foot)


def _of(points: float, of: float) -> str:
    return f"{number(points)} / {number(of)}".replace(" ", "\u00a0")


def _share(points: float, of: float) -> Markup:
    share = points / of if of else 0.0
    return Markup(f"{paper.bar(share)} {paper.percent(share)}")


def _state(item: ItemResult) -> str:
    """Say how an answer did: right, part, not, or open."""
    if item.counts >= item.of - NEAR:
        return "right"
    if item.counts > NEAR:
        return "part"
    return "not" if item.answered else "open"


def _questions(marked: Marked, asked: items.Assignment) -> list[Markup]:
    return [_question(n, item, marked, asked) for n, item in enumerate(marked.items, 1)]


def _question(n: int, item: ItemResult, marked: Marked, asked: items.Assignment) -> Markup:
    text = paper.texts("feedback")
    state = _state(item)
    got = say(text["earned"], points=number(item.counts), of=number(item.of))
    marks = Markup(
        f'<p class="marks"><span class="state {state}">{text[state]}</span> '
        f"<span>{got}</span> {paper.bar(item.counts / item.of if item.of else 0)}</p>"
    )
    facts: list[tuple[str, object]] = []
    told = paper.paragraphs(*item.message.splitlines(), _nearly(item))
    changed = item.manual is not None and abs(item.manual - item.points) > NEAR
    if changed:
        before, after = number(item.points), number(item.counts)
        facts.append((text["person"], text["by_hand"].format(before=before, after=after)))
    if item.comment.strip():
        said = paper.escape(item.comment.strip())
        facts.append((text["comment"], Markup(f'<div class="own comment" dir="auto">{said}</div>')))
    facts.append((text["answer"], _answer(item, asked)))
    if changed:  # what a person decided goes before what the program thought
        summary = paper.escape(text["program"])
        told = Markup(f"<details><summary>{summary}</summary>{told}</details>")
    facts.append((text["found"], told))
    if state != "right" and not changed:
        facts += _behind(item)
        place = slips.place(marked.assignment, item.name)
        # Most sentences of a key say it themselves.
        if place is not None and f"lesson {place.lesson}" not in item.message:
            facts.append((text["back"], _place(place)))
    rows = "".join(f"<dt>{paper.escape(k)}</dt><dd>{paper.escape(v)}</dd>" for k, v in facts)
    title = say(text["item"], n=n, title=item.title)
    id = f"question-{n}"
    return Markup(
        f'<article aria-labelledby="{id}">\n<h3 id="{id}">{title}</h3>\n{marks}\n'
        f'<dl class="facts">{rows}</dl>\n</article>'
    )


def _nearly(item: ItemResult) -> str:
    """Say why a table with nothing right in it has points all the same."""
    none_right = re.match(r"\w+: 0 of \d+\.", item.message)
    return paper.texts("feedback")["nearly"] if none_right and item.points > NEAR else ""


def _behind(item: ItemResult) -> list[tuple[str, object]]:
    """Name the misconceptions of the catalogue (M01 to M26) and the slips in an answer."""
    text = paper.texts("feedback")
    met = [slip for id in item.misconceptions if (slip := slips.named(id)) is not None]
    facts: list[tuple[str, object]] = []
    for one, many, some in (
        ("misconception", "misconceptions", [slip for slip in met if slip.id.startswith("M")]),
        ("slip", "slips", [slip for slip in met if not slip.id.startswith("M")]),
    ):
        names = [Markup(f"<strong>{paper.escape(slip.name)}</strong>") for slip in some]
        if len(names) == 1:
            facts.append((text[one], names[0]))
        elif names:
            facts.append((text[many], paper.items(names)))
    return facts


def _place(place: slips.Place) -> Markup:
    text = paper.texts("feedback")
    return say(text["place"], lesson=place.lesson, heading=place.heading)


def _answer(item: ItemResult, asked: items.Assignment) -> Markup:
    """Show an answer as it was read: a number, a choice with its text, a table, or a text."""
    text = paper.texts("feedback")
    if not item.answer:
        return paper.escape(text["no_answer"])
    try:
        said = json.loads(item.answer)
    except (ValueError, RecursionError):
        return paper.own(_short(item.answer))
    if not item.answered and unanswered(said):
        return paper.escape(text["no_answer"])
    if isinstance(said, dict) and said:
        beside = dict(item.entries)
        rows: list[Sequence[object]] = [
            (paper.own(_short(k)), *([beside.get(k, "")] if beside else []), paper.own(_flat(v)))
            for k, v in said.items()
        ]
        caption = text["answer_table"].format(title=item.title)
        head = (text["entry"], *([text["stood"]] if beside else []), text["said"])
        shown = paper.table(caption, head, rows[:MOST_ENTRIES], caption_seen=False)
        rest = len(rows) - MOST_ENTRIES
        return Markup(shown + (say(text["more_entries"], n=rest) if rest > 0 else ""))
    options = {
        option.id: option.text
        for known in asked.items
        if known.name == item.name and known.kind == "choice"
        for option in known.options
    }
    try:
        chosen = read_choice(said, tuple(options)) if options else None
    except CourseError:
        chosen = None
    if chosen is not None:
        return Markup(f"{paper.own(chosen)}: {paper.escape(options[chosen])}")
    return paper.own(_flat(said))


def _flat(value: Any) -> str:
    """Write a part of an answer in one line."""
    text = paper.texts("feedback")
    if value is None or value in ("", [], {}):
        return text["no_answer"]
    if isinstance(value, dict):
        parts = [f"{name} {_flat(part)}" for name, part in list(value.items())[:MOST_ENTRIES]]
        return _short("; ".join(parts))
    if isinstance(value, list):
        return _short(", ".join(_flat(part) for part in value[:MOST_ENTRIES]))
    return _short(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _short(text: str) -> str:
    return paper.shortened(text, MOST_CELL, paper.texts("feedback")["cut"])


def _essay(essay: EssayResult, asked: items.Essay) -> list[Markup]:
    text = paper.texts("feedback")
    parts = [Markup(f"<h3>{paper.escape(essay.title)}</h3>")]
    if essay.points is None:
        parts.append(paper.paragraphs(text["essay_open"].format(of=number(essay.of))))
    elif not essay.words and not essay.points:
        parts.append(paper.paragraphs(text["essay_blank"].format(of=number(essay.of))))
    else:
        given = say(text["essay_marked"], points=number(essay.points), of=number(essay.of))
        share = essay.points / essay.of if essay.of else 0
        parts.append(Markup(f'<p class="marks"><span>{given}</span> {paper.bar(share)}</p>'))
    least, most = essay.asked
    length = text["length"].format(words=essay.words, least=least, most=most)
    parts.append(paper.paragraphs(length))
    if essay.words:
        there = paper.paragraphs(text["missing"]) + paper.items(essay.missing)
        parts.append(Markup(there) if essay.missing else paper.paragraphs(text["all_there"]))
    if essay.comment.strip():
        said = paper.escape(essay.comment.strip())
        parts.append(Markup(f"<h3>{text['comment']}</h3>"))
        parts.append(Markup(f'<div class="own comment" dir="auto">{said}</div>'))
    head: list[object] = [text["row"], text["best"]]
    rows: list[list[object]] = [[row.name, _best(row, points)] for row, points in asked.rows]
    if len(essay.rows) == len(rows):
        head.insert(1, text["row_points"])
        for row, got, (_, top) in zip(rows, essay.rows, asked.rows, strict=True):
            row.insert(1, _of(got, top))
    parts.append(paper.table(text["rubric"], head, rows))
    parts.append(Markup(f'<p class="quiet">{paper.escape(text["rubric_note"])}</p>'))
    if essay.words:
        written = prose.render(essay.text, text["cut"])
        parts.append(Markup(f"<h3>{text['your_text']}</h3>"))
        parts.append(Markup(f'<div class="own" dir="auto">\n{written}</div>'))
    return parts


def _best(row: items.Row, points: float) -> Markup:
    """Describe the two best levels: the best is mostly told by what it adds to the one before."""
    text = paper.texts("feedback")
    told = []
    for level in (items.LEVELS - 1, items.LEVELS):
        worth = earned(points, level)
        name = text["one_point"] if worth == 1 else text["many_points"].format(points=number(worth))
        told.append(say(text["level"], points=name, level=row.levels[level]))
    return Markup("<br>".join(told))


def _next(marked: Marked) -> list[Markup]:
    """Say what to do: where to go back to, most points first, and what is still open."""
    text = paper.texts("feedback")
    parts: list[Markup] = []
    lost = [item for item in marked.items if _state(item) != "right"]
    places: dict[slips.Place | None, list[ItemResult]] = {}
    for item in lost:
        places.setdefault(slips.place(marked.assignment, item.name), []).append(item)
    if not lost:
        parts.append(paper.paragraphs(text["nothing_lost"]))
    known = sorted(
        ((place, there) for place, there in places.items() if place is not None),
        key=lambda pair: -sum(item.of - item.counts for item in pair[1]),
    )
    if known:
        parts.append(paper.paragraphs(text["go_back"]))
        parts.append(
            paper.items(
                [
                    say(text["go_to"], place=_place(place), questions=_quoted(there))
                    for place, there in known
                ]
            )
        )
    if None in places:
        parts.append(paper.paragraphs(text["again"].format(questions=_quoted(places[None]))))
    left = [item for item in lost if _state(item) == "open"]
    if left:
        parts.append(paper.paragraphs(text["left_open"].format(questions=_quoted(left))))
    if marked.essay.missing:
        headings = "; ".join(marked.essay.missing)
        parts.append(paper.paragraphs(text["write_more"].format(headings=headings)))
    return parts


def _quoted(some: Sequence[ItemResult]) -> str:
    quoted = paper.texts("feedback")["quoted"]
    return listed(quoted.format(title=item.title) for item in some)
