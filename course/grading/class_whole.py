"""What a page says about a class over all lessons: forecasts, diary, and how sure it was."""

from __future__ import annotations

from collections.abc import Sequence

from course import accounts, beliefs, checks, tables
from course.grading import class_scores, classroom, paper
from course.grading.asked import Asked, Scale, texts
from course.grading.class_parts import (
    bars,
    changes,
    columns,
    figures,
    legend,
    quiet,
    steps_table,
    strip,
    told,
    words,
)
from course.grading.class_scores import LEVEL
from course.grading.classroom import Person
from course.grading.paper import Markup, percent


def forecasts(people: Sequence[Person], least: int) -> list[Markup]:
    """Write scores and calibration of the forecasts of lesson 8."""
    found = class_scores.scored(people, least)
    if found is None:
        return []
    scores, scale = found.scores, Scale(0, 1, 0.05)
    marks = (
        (texts("page")["mark_base_rate"], found.base),
        (texts("page")["mark_crowd"], found.crowd),
    )
    title = texts("page")["forecasts_title"]
    sentence = words(
        "forecasts_text",
        n=scores.n,
        median=figures(scores.median, 1),
        base=figures(found.base, 1),
        crowd=figures(found.crowd, 1),
    )
    rows = [
        (
            words("step", low=percent(one.low), high=percent(one.high)),
            one.n,
            _drawn(one.said),
            _drawn(one.came_true),
        )
        for one in found.bins
    ]
    head = [words(f"bins_{name}") for name in ("group", "n", "said", "came")]
    return [
        Markup(f"<h3>{words('forecasts_heading')}</h3>"),
        paper.paragraphs(sentence),
        strip(scores, scale, words("number_label", title=title, told=sentence), marks),
        legend(scores, scale, marks),
        steps_table(scores, scale, title),
        Markup(f"<h3>{words('bins_heading')}</h3>"),
        paper.paragraphs(words("bins_text")),
        paper.table(words("bins_table"), head, rows, numbers=(1, 2, 3)),
    ]


def _drawn(share: float) -> Markup:
    return Markup(f"{percent(share)} {paper.bar(share)}")


def ratings(people: Sequence[Person], least: int) -> list[Markup]:
    """Write how the class rated the cards of lesson 6, beside the two raters."""
    found = class_scores.ratings(people, least)
    if found is None:
        return []
    raters = {(r.rater, r.evidence, r.hypothesis): r.rating for r in tables.ratings()}
    facts = {card.id: card.text for card in tables.evidence()}
    names = {a.letter: a.name for a in accounts.accounts()}
    head = [
        words("ratings_account"),
        words("ratings_class"),
        words("ratings_r"),
        words("ratings_c"),
    ]
    blocks = []
    for card in found.cards:
        title = words("ratings_card", card=card.card, text=facts[card.card], n=card.n)
        rows = [
            (
                f"{letter}: {names[letter]}",
                f"{median:g}",
                raters["R", card.card, letter],
                raters["C", card.card, letter],
            )
            for letter, median in card.medians.items()
        ]
        blocks.append(paper.table(title, head, rows, numbers=(1, 2, 3)))
    parts = [
        Markup(f"<h3>{words('ratings_heading')}</h3>"),
        paper.paragraphs(
            words(
                "ratings_text",
                n=found.n,
                r=percent(found.near["R"]),
                c=percent(found.near["C"]),
                between=percent(found.between),
            )
        ),
        quiet(words("ratings_note")),
    ]
    if blocks:
        summary = words("ratings_cards", k=len(blocks))
        parts.append(Markup(f"<details><summary>{summary}</summary>{''.join(blocks)}</details>"))
    return parts


def everything(people: Sequence[Person], least: int, last: int) -> list[Markup]:
    """Write what goes over all lessons: the diary, and how sure the class was."""
    kept = [
        classroom.Person(p.name, tuple(e for e in p.entries if _lesson(e.key) <= last), p.said)
        for p in people
    ]
    return [*_diary(kept, least), *_sure(kept, least)]


def _diary(people: Sequence[Person], least: int) -> list[Markup]:
    found = class_scores.diary(people, least)
    if not found.lessons:
        return []
    said = texts("page")
    named = {a.letter: a.name for a in accounts.accounts()} | {"X": _upper(said["x"])}
    first = " ".join(words("diary_first", lesson=one.lesson[1:], n=one.n) for one in found.lessons)
    panels = [
        (named[letter], [(one.lesson[1:], one.shares[letter]) for one in found.lessons])
        for letter in beliefs.LETTERS
    ]
    head = [
        words("account"),
        *(words("diary_lesson", lesson=o.lesson[1:], n=o.n) for o in found.lessons),
    ]
    rows = [(name, *(figures(100 * share) for _, share in values)) for name, values in panels]
    parts = [
        Markup(f"<h3>{words('diary')}</h3>"),
        paper.paragraphs(words("diary_text", first=Markup(first))),
        columns(panels, said["diary_label"]),
        paper.table(words("diary_table"), head, rows, numbers=range(1, len(head))),
    ]
    if found.top and found.top.cells:
        options = named | {LEVEL: said["level"]}
        title = said["diary_top"]
        asked = Asked(title, "", str, tuple(options.items()), after="after_diary")
        parts += [
            Markup(f"<h3>{title}</h3>"),
            paper.paragraphs(told(found.top, options)),
            bars(found.top.cells, options, title),
            changes(found.top, asked, options),
        ]
    return parts


def _sure(people: Sequence[Person], least: int) -> list[Markup]:
    found = class_scores.sure(people, checks.catalogue(), least)
    if not found:
        return []
    rows = [
        (
            words(f"sure_{one.said}"),
            one.n,
            Markup(f"{percent(one.right / one.n)} {paper.bar(one.right / one.n)}"),
        )
        for one in found
    ]
    head = (words("said"), words("answers"), words("right"))
    return [
        Markup(f"<h3>{words('sure_heading')}</h3>"),
        paper.paragraphs(words("sure_text")),
        paper.table(words("sure_table"), head, rows, numbers=(1, 2)),
    ]


def _lesson(key: str) -> int:
    return int(key[1]) if key[:1] == "L" and key[1:2].isdecimal() and key[1:2].isascii() else 0


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
