"""The item report: what a class's marks say about the questions, on one offline page for teachers.

The page names students; it is not for them. Every picture has a sentence and a table beside it, and
what a class is too small for is left out, and said.
"""

from __future__ import annotations

from collections.abc import Sequence

from course.charts import Figure
from course.grading import paper, pictures, statistics
from course.grading import slips as names
from course.grading.paper import Markup, number, own, percent, say
from course.grading.results import Marked
from course.grading.statistics import LEAST, LINE, ItemStatistics
from course.grading.times import lateness, moment, read

BINS = 10
MOST_NAMES = 60  # names in a sentence
MOST_BARS = 12  # misconceptions in the picture; the table has all


def page(marked: Sequence[Marked]) -> str:
    """Write the item report of one assignment as one HTML page.

    Raises
    ------
    CourseError
        If there is nothing to report on, or the submissions do not belong together.
    """
    marked = sorted(statistics.together(marked), key=lambda one: one.student.casefold())
    text, first = paper.texts("report"), marked[0]
    found = statistics.items(marked)
    summary = say(
        text["summary" if len(marked) > 1 else "summary_one"],
        n=len(marked),
        checks=number(sum(item.of for item in first.items)),
        essay=number(first.essay.of),
    )
    sections = {
        "human": (text["human"], _human(marked)),
        "marks": (text["marks"], _marks(marked)),
        "difficulty": (text["difficulty"], _difficulty(found)),
        "discrimination": (text["discrimination"], _discrimination(found)),
        "slips": (text["slips"], _slips(marked)),
        "work": (text["work"], _work(marked)),
        "students": (text["student_by_student"], _students(marked)),
    }
    links = "".join(
        f'<li><a href="#{id}">{paper.escape(name)}</a></li>' for id, (name, _) in sections.items()
    )
    title = {"id": first.assignment, "title": first.title}
    head = [
        Markup(f"<h1>{say(text['heading'], **title)}</h1>"),
        paper.paragraphs(summary, Markup(f"<strong>{text['private']}</strong>")),
        paper.paragraphs(text["small"]) if len(marked) < LEAST else "",
        Markup(f'<nav aria-label="{text["contents"]}"><ul>{links}</ul></nav>'),
    ]
    body = [paper.section(id, name, *parts) for id, (name, parts) in sections.items()]
    return paper.frame(text["title"].format(**title), head, body, text["foot"])


def _figure(figure: Figure, text: str) -> Markup:
    return Markup(f"<figure>{figure.svg()}<figcaption>{paper.escape(text)}</figcaption></figure>")


def _who(students: Sequence[str]) -> Markup:
    return Markup(", ".join(own(student) for student in students))


def _human(marked: Sequence[Marked]) -> list[Markup]:
    text = paper.texts("report")
    waiting = [one.student for one in marked if one.essay.points is None]
    noted = [(own(one.student), note) for one in marked for note in one.notes]
    # What was repaired stands among the notes as well, if a person should look at it.
    repaired = [one.student for one in marked if set(one.repairs) - set(one.notes)]
    parts = []
    if not waiting and not noted:
        parts.append(paper.paragraphs(text["human_none"]))
    if waiting:
        who = _who(waiting) if len(waiting) <= MOST_NAMES else text["see_table"]
        n = {"n": len(waiting), "of": len(marked)}
        parts.append(paper.paragraphs(say(text["essays_open"], **n, students=who), text["close"]))
    if noted:
        parts.append(paper.table(text["notes_table"], (text["student"], text["note"]), noted))
    if repaired:
        told = say(text["repaired"], students=_who(repaired))
        parts.append(paper.paragraphs(told))
    return parts


def _marks(marked: Sequence[Marked]) -> list[Markup]:
    text = paper.texts("report")
    points = [one.by_checks for one in marked]
    of = sum(item.of for item in marked[0].items)
    ends = {"least": number(min(points)), "most": number(max(points)), "of": number(of)}
    parts = []
    if len(marked) < LEAST:
        few = text["marks_few" if len(marked) > 1 else "marks_one"].format(n=len(marked))
        parts.append(paper.paragraphs(few, text["marks_text_few"].format(**ends)))
    else:
        told = text["marks_text"].format(
            n=len(marked),
            median=number(statistics.quantile(points, 0.5)),
            low=number(statistics.quantile(points, 0.25)),
            high=number(statistics.quantile(points, 0.75)),
            **ends,
        )
        rows = [
            (text["from_to"].format(low=number(low), high=number(high)), n)
            for low, high, n in statistics.bins(points, of or 1, BINS)
        ]
        axis = (text["marks_chart"], text["students"])
        parts.append(_figure(pictures.histogram(rows, axis, text["marks_chart"], told), told))
        head = (text["marks_chart"], text["students"])
        parts.append(paper.table(text["marks_bins"], head, rows, numbers=(1,)))
    return parts


def _students(marked: Sequence[Marked]) -> list[Markup]:
    text = paper.texts("report")
    each = [
        (
            own(one.student),
            number(one.by_checks),
            text["not_marked"] if one.essay.points is None else number(one.essay.points),
            number(one.points),
        )
        for one in marked
    ]
    columns = (text["student"], text["checks"], text["essay"], text["total"])
    return [paper.table(text["marks_students"], columns, each, numbers=(1, 2, 3))]


def _difficulty(found: Sequence[ItemStatistics]) -> list[Markup]:
    text = paper.texts("report")
    by_share = sorted(found, key=lambda item: item.share)
    told = text["difficulty_text"].format(
        hardest=by_share[0].title,
        low=percent(by_share[0].share),
        easiest=by_share[-1].title,
        high=percent(by_share[-1].share),
    )
    open_most = max(found, key=lambda item: item.missing)
    n = {"n": open_most.missing, "of": open_most.n}
    left = text["missing_text"].format(item=open_most.title, **n)
    rows = [(item.title, item.share) for item in found]
    head = ("question", "of", "share", "full", "none", "left_open")
    table = [
        (
            item.title,
            number(item.of),
            percent(item.share),
            item.full,
            item.none,
            f"{item.missing} ({percent(item.missing / item.n)})",
        )
        for item in found
    ]
    return [
        _figure(pictures.shares(rows, text["difficulty_chart"], told), told),
        paper.paragraphs(left if open_most.missing else text["missing_text_none"]),
        paper.table(
            text["items_table"], [text[name] for name in head], table, numbers=(1, 2, 3, 4, 5)
        ),
    ]


def _discrimination(found: Sequence[ItemStatistics]) -> list[Markup]:
    text = paper.texts("report")
    parts = [paper.paragraphs(text["discrimination_explained"])]
    if found[0].n < LEAST:
        which = "discrimination_few" if found[0].n > 1 else "discrimination_one"
        few = text[which].format(n=found[0].n, least=LEAST)
        return [*parts, paper.paragraphs(few)]
    drawn = [
        (item.title, d.value, d.low, d.high)
        for item in found
        if (d := item.discrimination).value is not None
    ]
    if drawn:
        told = text["discrimination_text"].format(line=LINE)
        picture = pictures.correlations(drawn, LINE, text["discrimination_chart"], told)
        parts += [paper.paragraphs(text["discrimination_wide"]), _figure(picture, told)]
    remarks = {item.name: text[item.remark].format(line=LINE) for item in found}
    table = [(item.title, *_values(item), remarks[item.name]) for item in found]
    head = (text["question"], text["correlation"], text["range"], text["remark"])
    parts.append(paper.table(text["discrimination_table"], head, table, numbers=(1, 2)))
    parts.append(Markup(f"<h3>{text['look_at']}</h3>"))
    odd = ("against", "weak", "unclear", "nearly_all", "all_same")
    first = sorted((i for i in found if i.remark in odd), key=lambda i: odd.index(i.remark))
    looks = [say(text["look_item"], item=i.title, remark=remarks[i.name]) for i in first]
    parts.append(paper.items(looks) if looks else paper.paragraphs(text["look_none"]))
    return parts


def _values(item: ItemStatistics) -> tuple[str, str]:
    found = item.discrimination
    if found.value is None:
        return "–", "–"
    ends = (round(value, 2) or 0.0 for value in (found.value, found.low, found.high))
    signed = [f"{value:.2f}".replace("-", "−") for value in ends]
    low_high = paper.texts("report")["from_to"].format(low=signed[1], high=signed[2])
    return signed[0], low_high


def _slips(marked: Sequence[Marked]) -> list[Markup]:
    text = paper.texts("report")
    met = statistics.slips(marked)
    if not met:
        return [paper.paragraphs(text["slips_none"])]

    def name(id: str) -> str:
        known = names.named(id)
        return known.name if known else text["unnamed"].format(id=id)

    by_slip: dict[str, set[str]] = {}
    for one in met:
        by_slip.setdefault(name(one.id), set()).update(one.students)
    counted = sorted(((n, len(who)) for n, who in by_slip.items()), key=lambda row: -row[1])
    told = text["slips_text"].format(name=counted[0][0], n=counted[0][1], of=len(marked))
    rows = [
        (
            name(one.id),
            one.item,
            Markup(f"{say(_count(len(one.students)), n=len(one.students))}: {_who(one.students)}"),
        )
        for one in met
    ]
    head = (text["slip"], text["where"], text["who"])
    return [
        _figure(pictures.counts(counted[:MOST_BARS], text["slips_chart"], told), told),
        paper.table(text["slips_table"], head, rows),
    ]


def _count(n: int) -> str:
    return paper.texts("report")["one_student" if n == 1 else "many_students"]


def _work(marked: Sequence[Marked]) -> list[Markup]:
    text = paper.texts("report")
    timed = sorted(
        ((when, one) for one in marked if (when := read(one.submitted)) is not None),
        key=lambda pair: pair[0],
    )
    late = sorted((one for one in marked if one.late), key=lambda one: one.seconds_late or 0)
    parts = []
    if not timed:
        parts.append(paper.paragraphs(text["work_none"]))
    else:
        known = {"n": len(timed), "of": len(marked)}
        due = any(one.seconds_late is not None for one in marked)
        told = text["work_text" if due else "work_text_no_due"].format(
            on_time=sum(one.seconds_late is not None for one in marked) - len(late),
            late=len(late),
            first=_stamp(timed[0][1]),
            last=_stamp(timed[-1][1]),
        )
        on_time = "in_time" if due else "came"
        rows = [
            (f"{when:%Y-%m-%dT%H:%M:%SZ}", text["was_late" if one.late else on_time])
            for when, one in timed
        ]
        order = (text["in_time"], text["was_late"]) if due else (text["came"],)
        parts.append(paper.paragraphs(text["work_some"].format(**known)))
        picture = pictures.arrivals(rows, order, text["work_chart"], told)
        parts.append(_figure(picture, told))
    if late:
        head = (text["student"], text["handed_in"], text["how_late"])
        each = [
            (
                own(o.student),
                _stamp(o),
                lateness(o.seconds_late) if o.seconds_late else text["said_late"],
            )
            for o in late
        ]
        parts.append(paper.table(text["late_table"], head, each))
    return parts


def _stamp(one: Marked) -> str:
    text = paper.texts("report")
    return (moment(one.submitted) or text["unknown"]).removesuffix(" UTC")
