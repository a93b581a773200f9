"""A class, shown to itself: one offline page for the projector, without a name on it.

What may be counted is decided in `course.grading.classroom`; this module only writes it down.
Nothing here marks an answer as right or an explanation as the better one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError
from course.grading import class_whole, classroom, paper
from course.grading.asked import Asked, Coded, Lesson, Scale, Weights, Written, texts
from course.grading.class_lessons import lessons
from course.grading.class_parts import (
    bars,
    changes,
    figures,
    legend,
    number_text,
    quiet,
    steps_table,
    strip,
    told,
    words,
)
from course.grading.classroom import LEAST, Agreement, Person
from course.grading.gathering import Student
from course.grading.paper import Markup, own, percent

CSS = Path(__file__).with_name("class.css")
CHANCE = random.SystemRandom()
LONGEST = 600  # characters of a text that is shown


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a teacher wants to see.

    Attributes
    ----------
    least
        The fewest people that a number may stand for.
    names
        Show who said what: only if everybody agreed.
    notes
        Show what was written, without names and in an order drawn by chance.
    up_to
        The last lesson that is shown.
    """

    least: int = LEAST
    names: bool = False
    notes: bool = False
    up_to: int = 8


def page(
    students: Sequence[Student],
    wishes: Wishes = Wishes(),
    shuffle: Callable[[list[str]], None] = CHANCE.shuffle,
) -> str:
    """Write the page.

    Raises
    ------
    CourseError
        If fewer should be counted than the rule about small cells allows, or the class is too
        small for it.
    """
    if wishes.least < LEAST:
        raise CourseError(
            f"Answers of fewer than {LEAST} students are never shown; choose {LEAST} or more."
        )
    if not 0 <= wishes.up_to <= 8:
        raise CourseError("The lessons run from 0 to 8; choose one of them as the last.")
    if not wishes.names and len(students) < wishes.least:
        there = "is 1 journal" if len(students) == 1 else f"are {len(students)} journals"
        raise CourseError(
            f"There {there}, and a page without names needs {wishes.least} or more; with so few, "
            "everybody would know who said what."
        )
    people = classroom.people(students, names=wishes.names)
    maker = _Maker(people, wishes, shuffle)
    asked = [lesson for lesson in lessons() if lesson.number <= wishes.up_to]
    sections = [(_id(one.number), one, maker.lesson(one)) for one in asked]
    everything = class_whole.everything(people, wishes.least, wishes.up_to)
    names = texts("lessons")
    body, links = [], []
    for id, one, parts in sections:
        name = names[f"lesson_{one.number}"]
        body.append(paper.section(id, words("lesson_heading", n=one.number, name=name), *parts))
        links.append((id, words("lesson_link", n=one.number, name=name)))
    if everything:
        body.append(paper.section("all", names["all"], *everything))
        links.append(("all", Markup(names["all"])))
    rule = "rule_names" if wishes.names else "rule"
    head = [
        Markup(f"<h1>{words('heading')}</h1>"),
        paper.paragraphs(
            words("summary", n=len(people)), words(rule, least=wishes.least), words("neutral")
        ),
        Markup(
            f'<nav aria-label="{words("contents")}"><ul>'
            + "".join(f'<li><a href="#{id}">{name}</a></li>' for id, name in links)
            + "</ul></nav>"
        ),
    ]
    return paper.frame(texts("page")["title"], head, body, texts("page")["foot"], also=CSS)


def _id(number: int) -> str:
    return f"lesson-{number}"


class _Maker:
    """Writes the sections, for one class and one set of wishes."""

    def __init__(
        self, people: Sequence[Person], wishes: Wishes, shuffle: Callable[[list[str]], None]
    ) -> None:
        self.people, self.wishes, self.shuffle = people, wishes, shuffle
        # Who agreed to be named need not be counted together with others.
        self.least = 1 if wishes.names else wishes.least

    def lesson(self, one: Lesson) -> list[Markup]:
        """Write what one lesson asked, and how many things are left out."""
        parts: list[Markup] = []
        groups = [
            ("predictions", [self.asked(a) for a in one.predictions], False),
            ("weights", [self.weights(w) for w in one.weights], False),
            ("coded", [self.coded(c) for c in one.coded], False),
            ("questions", [self.asked(a) for a in one.questions], True),
        ]
        if self.wishes.notes:
            groups.append(("written", [self.written(w) for w in one.written], False))
        for name, blocks, folded in groups:
            there = [block for block in blocks if block]
            if there and folded:
                inner = "\n".join(there)
                parts.append(
                    Markup(
                        f"<details><summary>{words(name)} ({len(there)})</summary>{inner}</details>"
                    )
                )
            elif there:
                parts += there
        if one.number == 6:
            parts += class_whole.ratings(self.people, self.wishes.least)
        if one.number == 8:
            parts += class_whole.forecasts(self.people, self.wishes.least)
        missing = sum(not block for _, blocks, _ in groups for block in blocks)
        if not parts:
            return [paper.paragraphs(words("nothing", least=self.least))]
        if missing:
            name = "left_out_one" if missing == 1 else "left_out_many"
            parts.append(quiet(words(name, k=missing, least=self.least)))
        return parts

    def asked(self, one: Asked) -> Markup:
        """Write one choice or number; nothing if too few answered."""
        found = classroom.answers(self.people, one.key, one.read, one.then)
        if one.scale is not None:
            return self._number(one, one.scale, found)
        options = dict(one.options)
        counted = classroom.choices(found, list(options), self.least)
        if counted is None:
            return Markup()
        parts = [f"<h3>{paper.escape(one.title)}</h3>", paper.paragraphs(told(counted, options))]
        if counted.cells:
            parts.append(bars(counted.cells, options, one.title, dict(one.beside)))
            parts.append(changes(counted, one, options))
        parts.append(self._who(one.title, found, lambda said: options[said]))
        return Markup("".join(parts))

    def _number(self, one: Asked, scale: Scale, found: list[classroom.Answer]) -> Markup:
        counted = classroom.numbers(found, scale.low, scale.high, scale.width, self.least)
        if counted is None:
            return Markup()
        sentence = number_text(counted, scale, one.marks)
        parts = [
            f"<h3>{paper.escape(one.title)}</h3>",
            paper.paragraphs(sentence),
            strip(counted, scale, words("number_label", title=one.title, told=sentence), one.marks),
            legend(counted, scale, one.marks),
            steps_table(counted, scale, one.title),
            self._moved(one, counted),
            self._who(one.title, found, lambda said: figures(said, scale.high)),
        ]
        return Markup("".join(parts))

    def _moved(self, one: Asked, counted: classroom.Numbers) -> Markup:
        after = texts("page")[one.after]
        moved = [cell for cell in counted.moved if cell.ids != ("same",)]
        if not counted.moved:
            return quiet(words("changed_few", after=after))
        if not moved:
            return quiet(words("changed_none", after=after))
        cells = [
            words(
                "moved_cell",
                label=Markup(texts("page")["or"].join(words(f"moved_{id}") for id in cell.ids)),
                n=cell.n,
            )
            for cell in counted.moved
        ]
        return quiet(words("moved", after=after, cells=Markup("; ".join(cells))))

    def _who(
        self, title: str, found: Sequence[classroom.Answer], say: Callable[..., str]
    ) -> Markup:
        """Name who said what, if everybody agreed."""
        if not self.wishes.names:
            return Markup()
        rows = [
            (own(one.name), say(one.first), "" if one.last is None else say(one.last))
            for one in sorted(found, key=lambda one: one.name.casefold())
        ]
        head = (words("who"), words("first_said"), words("last_said"))
        return paper.table(words("names_table", title=title), head, rows, caption_seen=False)

    def weights(self, one: Weights) -> Markup:
        """Write weights that belong together, each as a line of dots."""
        each = []
        for part in one.parts:
            found = classroom.answers(self.people, part.key, part.read)
            assert part.scale is not None
            scale = part.scale
            counted = classroom.numbers(found, scale.low, scale.high, scale.width, self.least)
            if counted is not None:
                each.append((part, scale, found, counted))
        if not each:
            return Markup()
        medians = "; ".join(
            words("weight_median", label=part.title, median=figures(counted.median))
            for part, _, _, counted in each
        )
        sentence = words("weights_text", n=each[0][3].n, medians=Markup(medians))
        parts = [
            f"<h3>{paper.escape(one.title)}</h3>",
            paper.paragraphs(sentence, one.note),
        ]
        for part, scale, found, counted in each:
            label = number_text(counted, scale, part.marks)
            parts += [
                f"<h4>{paper.escape(part.title)}</h4>",
                strip(
                    counted, scale, words("number_label", title=part.title, told=label), part.marks
                ),
                steps_table(counted, scale, f"{one.title}: {part.title}"),
                self._moved(part, counted),
                self._who(f"{one.title}: {part.title}", found, figures),
            ]
        part, scale, _, counted = each[-1]
        parts.append(legend(counted, scale, part.marks, values=False))
        rows = [
            (part.title, figures(counted.median), figures(part.marks[0][1]))
            for part, _, _, counted in each
        ]
        head = (words("weight"), words("median"), Markup(f"◆ {words('equal')}"))
        parts.append(
            paper.table(words("weights_table", title=one.title), head, rows, numbers=(1, 2))
        )
        return Markup("".join(parts))

    def coded(self, one: Coded) -> Markup:
        """Write how far the class agrees with itself and with the coders, and on what."""
        found = classroom.agree(self.people, one.key, one.read, one.coders, self.wishes.least)
        if found is None:
            return Markup()
        sentences = [
            words("agreement_among", n=found.n, items=found.items, kappa=_kappa(found.among)),
            *(
                words("agreement_coder", coder=n, share=percent(share), kappa=_kappa(kappa))
                for n, (share, kappa) in enumerate(found.coders, start=1)
            ),
        ]
        if len(found.coders) == 2:
            sentences.append(words("agreement_between", kappa=_kappa(found.between)))
        parts = [
            f"<h3>{paper.escape(one.title)}</h3>",
            paper.paragraphs(Markup(" ".join(sentences))),
            quiet(words("agreement_few")),
            _pairs(one, found),
        ]
        items = "".join(self._item(one, id, title) for id, title in one.items)
        parts.append(
            f"<details><summary>{words('agreement_items')} ({len(one.items)})</summary>{items}"
            "</details>"
        )
        return Markup("".join(parts))

    def _item(self, one: Coded, id: str, title: str) -> Markup:
        codings = classroom.answers(self.people, one.key, one.read)
        found = [classroom.Answer(c.name, c.first[id], c.last[id]) for c in codings]
        options = dict(one.categories)
        counted = classroom.choices(found, list(options), self.least)
        if counted is None:
            return Markup()
        beside: dict[str, list[str]] = {}
        for n, coder in enumerate(one.coders, start=1):
            beside.setdefault(coder[id], []).append(words("coder", n=n))
        parts = [f"<h4>{paper.escape(title)}</h4>", paper.paragraphs(told(counted, options))]
        if counted.cells:
            marks = {category: " · ".join(names) for category, names in beside.items()}
            parts.append(bars(counted.cells, options, title, marks))
        return Markup("".join([*parts, self._who(title, found, lambda said: options[said])]))

    def written(self, one: Written) -> Markup:
        """Show what was written, in an order drawn by chance."""
        found = classroom.notes(self.people, one.key, one.field, self.wishes.least)
        if not found:
            return Markup()
        self.shuffle(found)
        cut = texts("page")["cut"]
        said = [paper.escape(paper.shortened(text, LONGEST, cut)) for text in found]
        quoted = "".join(f'<blockquote dir="auto">{text}</blockquote>' for text in said)
        title = f"<h3>{paper.escape(one.title)}</h3>"
        return Markup(f"{title}{quiet(words('written_text'))}{quoted}")


def _kappa(found: float | None) -> str:
    return texts("page")["agreement_none"] if found is None else f"{found:.2f}".replace("-", "−")


def _pairs(one: Coded, found: Agreement) -> Markup:
    rows = [(words("pair_among"), "–", _kappa(found.among))]
    rows += [
        (words("pair_coder", coder=n), percent(share), _kappa(kappa))
        for n, (share, kappa) in enumerate(found.coders, start=1)
    ]
    if len(found.coders) == 2:
        rows.append((words("pair_between"), "–", _kappa(found.between)))
    head = (words("pair"), words("same_share"), words("kappa_head"))
    caption = words("agreement_table", title=one.title)
    return paper.table(caption, head, rows, numbers=(1, 2), caption_seen=False)
