"""What the lessons ask, one after the other, with what stands beside it: coders, tables, 1979.

Nothing is asked here anew: questions, names and numbers are those of the lessons.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from course import (
    accounts,
    casebook,
    checks,
    crises,
    factors,
    holdout,
    prospect,
    seeds,
    tables,
)
from course.grading import class_codings
from course.grading.asked import (
    Asked,
    Coded,
    Lesson,
    Scale,
    Weights,
    Written,
    chosen,
    number,
    scaled,
    texts,
)
from course.grading.classroom import Reader
from course.measures import SOURCES
from course.widgets import choose_first, factor_weigher, reference_point, sorter, threat_weigher
from course.widgets.bridge import messages


@cache
def lessons() -> tuple[Lesson, ...]:
    """Give what the lessons ask, in their order."""
    catalogue = sorted(checks.catalogue().values(), key=lambda item: item.id[:2])
    by_lesson = {int(id[1]): list(group) for id, group in groupby(catalogue, lambda i: i.id[:2])}
    found = []
    for n in range(9):
        items = by_lesson.get(n, [])
        estimates = [_estimate(item) for item in items if isinstance(item, checks.Estimate)]
        found.append(
            Lesson(
                n,
                (*_PREDICTIONS.get(n, _nothing)(), *estimates),
                _WEIGHTS.get(n, _nothing)(),
                _CODED.get(n, _nothing)(),
                tuple(_check(item) for item in items if isinstance(item, checks.Check)),
                (
                    *(
                        Written(item.prompt, f"{item.id}.text", "text")
                        for item in items
                        if isinstance(item, checks.Note)
                    ),
                    *([_conclusion()] if n == 8 else []),
                ),
            )
        )
    return tuple(found)


def _nothing() -> tuple[()]:
    return ()


def _check(item: checks.Check) -> Asked:
    options = tuple((option.id, option.text) for option in item.options)
    read = chosen(options, "choice")
    return Asked(item.prompt, f"{item.id}.answer", read, options, after="after_check")


def _estimate(item: checks.Estimate) -> Asked:
    scale = Scale(item.low, item.high, max(item.step, (item.high - item.low) / 10), item.unit)
    read = number(item.low, item.high, "number")
    marks: tuple[tuple[str, float], ...] = ()
    if item.id == "L6.p1":
        by_cell: dict[tuple[str, str], set[int]] = {}
        for row in tables.ratings():
            by_cell.setdefault((row.evidence, row.hypothesis), set()).add(row.rating)
        same = sum(len(ratings) == 1 for ratings in by_cell.values()) / len(by_cell)
        marks = ((_said("mark_raters"), 100 * same),)
    if item.id == "L8.p1":
        forced = sum(holdout.outcome(crisis) for crisis in holdout.cases())
        marks = ((_said("mark_counted"), forced),)
    return Asked(item.prompt, f"{item.id}.estimate", read, scale=scale, marks=marks)


def _said(name: str, **values: object) -> str:
    return texts("asked")[name].format(**values)


def _widget(
    title: str,
    key: str,
    kind: str,
    ids: Sequence[str],
    field: str = "choice",
    *,
    prefix: str = "option_",
    **values: object,
) -> Asked:
    """A choice whose options have their names in the messages of a kind of widget."""
    words = messages(kind)
    options = tuple((id, words[f"{prefix}{id}"].format(**values)) for id in ids)
    return Asked(title, key, chosen(options, field), options)


# Lesson by lesson ------------------------------------------------------------------------------


def _lesson_1() -> tuple[Asked, ...]:
    claims = [seeds.claim(id) for id in sorter.chosen()]
    marks = (
        (_said("mark_coder", n=1), sum(claim.type == "causal" for claim in claims)),
        (_said("mark_coder", n=2), sum(claim.second_type == "causal" for claim in claims)),
    )
    title = _said("claims_predict", n=len(claims))
    read = number(0, len(claims), "causal")
    scale = Scale(0, len(claims), 1, _said("claims_unit", n=len(claims)))
    return (Asked(title, "L1.claim-sorter.predict", read, scale=scale, marks=marks),)


def _lesson_2() -> tuple[Asked, ...]:
    worlds = ("hold", "arm", "stronger")
    states = tuple((id, threat_weigher.named(id)["name"]) for id in ("CHN", "USA", "RUS", "IND"))
    read = chosen(states, "choice")
    return (
        _widget(_said("worlds"), "L2.four-worlds.predict", "four_worlds", worlds),
        Asked(_said("reweigher"), "L2.reweigher.predict", read, states),
    )


def claim_title(claim: Any) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Name a comparison of the Threat Weigher, and the two that are compared."""
    observer, first, second = (
        threat_weigher.named(id)["name"] for id in (claim.observer, claim.first, claim.second)
    )
    title = messages("threat_weigher")["claim"]
    return title.format(observer=observer, first=first, second=second), (
        ("first", first),
        ("second", second),
    )


def _lesson_3() -> tuple[Asked, ...]:
    words, found = messages("threat_weigher"), []
    moves = tuple((id, words[f"moves_{id}"]) for id in ("falls", "stays", "rises"))
    for id, claim in threat_weigher.CLAIMS.items():
        name, pair = claim_title(claim)
        leads = (*pair, ("neither", words["neither"]))
        keys = {step: f"L3.threat-weigher.{step}.{id}" for step in threat_weigher.STEPS}
        first = {"claim": name, "first": pair[0][1]}
        found += [
            Asked(_said("threat_who", **first), keys["predict"], chosen(pair, "choice"), pair),
            Asked(
                _said("threat_share", **first),
                keys["predict"],
                number(0, 100, "share"),
                scale=Scale(0, 100, 10, "%"),
            ),
            Asked(
                _said("threat_leads", **first),
                keys["weights"],
                chosen(leads, "leads"),
                leads,
                then=(keys["intentions"], chosen(leads, "leads")),
                after="after_intentions",
            ),
            Asked(_said("threat_years", **first), keys["years"], chosen(moves, "choice"), moves),
        ]
    return tuple(found)


def _lesson_4() -> tuple[Asked, ...]:
    rows = {row.problem: row for row in tables.problems_1979()}
    found = []
    for id in choose_first.PROBLEMS:
        row, words = rows[id], messages("choose_first")
        options = (("A", _option(row.option_a)), ("B", _option(row.option_b)))
        title = _said("problem", id=id.replace("'", "′"))
        if row.given_first:
            title = f"{title} {words['after'].format(sum=f'{row.given_first:,}')}"
        memory = "" if row.confirmed else _said("from_memory")
        others = tuple(
            (letter, _said("chose_1979", percent=percent, n=row.respondents, memory=memory))
            for letter, percent in (("A", row.percent_a), ("B", row.percent_b))
        )
        read = chosen(options, "choices", id)
        found.append(Asked(title, "L4.choose-first.choices", read, options, beside=others))
    outcomes = prospect.problems_1979()
    lab = Asked(
        _said("curve_predict", n=len(outcomes)),
        "L4.curve-lab.predict",
        number(0, len(outcomes), "count"),
        scale=Scale(0, len(outcomes), 1, _said("curve_unit", n=len(outcomes))),
        marks=((_said("mark_formula"), sum(outcome.matches for outcome in outcomes)),),
    )
    more = ("more", "fewer", "nothing")
    turn = _widget(_said("curve_lambda"), "L4.curve-lab.lambda", "curve_lab", more)
    return (*found, lab, turn)


def _option(option: Sequence[tuple[float, float]]) -> str:
    """Say a prospect of one outcome besides nothing as the page that asks it does."""
    words = messages("choose_first")
    outcome, chance = next(pair for pair in option if pair[0])
    kind = "win" if outcome > 0 else "lose"
    x = f"{abs(outcome):,.0f}"
    if chance == 1:
        return words[f"{kind}_sure"].format(x=x)
    return words[kind].format(x=x, p=f"{100 * chance:g}")


def _lesson_5() -> tuple[Asked, ...]:
    states, key = reference_point.STATES, "L5.reference-point"
    threshold = prospect.threshold_with_reference(states["success"])
    return (
        _widget(
            _said("reference"),
            f"{key}.predict",
            "reference_point",
            reference_point.ReferencePoint.points,
            nothing=states["nothing"],
            success=states["success"],
        ),
        Asked(
            _said("reference_chance", **states),
            f"{key}.predict",
            number(0, 100, "chance"),
            scale=Scale(0, 100, 10, "%"),
            marks=((_said("mark_theory"), 100 * threshold),),
        ),
        _widget(
            messages("reference_point")["small_text"],
            f"{key}.small",
            "reference_point",
            reference_point.ReferencePoint.answers,
            prefix="small_",
        ),
    )


def _lesson_6() -> tuple[Asked, ...]:
    letters = tuple((a.letter, a.name) for a in accounts.accounts())
    key = "L6.evidence-balance"
    squares = ("hoop", "smoking_gun", "doubly", "straw")
    return (
        _widget(_said("square"), "L6.test-square.predict", "test_square", squares),
        Asked(
            _said("balance"),
            f"{key}.predict",
            chosen(letters, "leader"),
            letters,
            then=(f"{key}.ratings", chosen(letters, "leader")),
            after="after_rating",
        ),
        Asked(
            _said("argued"),
            "L6.controversy.choose",
            chosen(letters, "first"),
            letters,
            after="after_choosing",
        ),
    )


def _lesson_7() -> tuple[Asked, ...]:
    key, factor = "L7.factor-weigher", factor_weigher.PRESENT
    name = next(row.name for row in tables.factors() if row.id == factor)
    share = crises.tally(factor).force_given_factor or 0.0
    rules = _widget(
        _said("rule"), f"{key}.weights", "factor_weigher", factors.RULES, "rule", prefix="rule_"
    )
    return (
        Asked(
            _said("positives", factor=f"{factor} ({name})"),
            f"{key}.positives",
            number(0, 100, "chance"),
            scale=Scale(0, 100, 10, "%"),
            marks=((_said("mark_counted"), 100 * share),),
        ),
        rules,
    )


def _lesson_8() -> tuple[Asked, ...]:
    found = []
    for crisis in holdout.cases():
        happened = messages("holdout")["force_yes" if holdout.outcome(crisis) else "force_no"]
        found.append(
            Asked(
                _said("forecast", case=casebook.label(crisis), happened=happened),
                f"{holdout.KEY}.forecast.{crisis.id}",
                number(0, 100, "chance"),
                scale=Scale(0, 100, 10, "%"),
                marks=((_said("mark_base"), 100 * holdout.base_rate()),),
                after="after_opening",
            )
        )
    tools = ("threat", "evidence", "factors")
    return (
        *found,
        _widget(_said("tool"), "L8.verdict.verdict", "verdict", tools, "tool", prefix="tool_"),
    )


def _weights_3() -> tuple[Weights, ...]:
    found = []
    for id, claim in threat_weigher.CLAIMS.items():
        sources = SOURCES[:3]
        parts = tuple(
            _weight(source, f"L3.threat-weigher.weights.{id}", scaled("weights", sources, source),
                    len(sources))
            for source in sources
        )  # fmt: skip
        name, _ = claim_title(claim)
        found.append(Weights(_said("threat_weights", claim=name), parts, _said("threat_equal")))
    return tuple(found)


def _weights_7() -> tuple[Weights, ...]:
    rows = tables.factors()

    def read_as(factor: str) -> Reader:
        def read(value: Any) -> float:
            swings = {row.id: value["swings"][row.id] for row in rows}
            if any(swing not in factors.SWINGS for swing in swings.values()):
                raise ValueError("not one of the answers offered")
            return 100 * factors.from_swings(swings)[factor]

        return read

    parts = tuple(
        _weight(f"{row.id}: {row.name}", "L7.factor-weigher.weights", read_as(row.id), len(rows))
        for row in rows
    )
    return (Weights(_said("factor_weights"), parts, _said("factor_equal")),)


def _weight(title: str, key: str, read: Reader, n: int) -> Asked:
    marks = ((_said("mark_equal"), 100 / n),)
    scale = Scale(0, 100, 5, _said("points"))
    return Asked(title[:1].upper() + title[1:], key, read, scale=scale, marks=marks)


def _conclusion() -> Written:
    return Written(_said("conclusion"), "L8.verdict.verdict", "conclusion")


_PREDICTIONS: Mapping[int, Callable[[], tuple[Asked, ...]]] = {
    1: _lesson_1,
    2: _lesson_2,
    3: _lesson_3,
    4: _lesson_4,
    5: _lesson_5,
    6: _lesson_6,
    7: _lesson_7,
    8: _lesson_8,
}
_WEIGHTS: Mapping[int, Callable[[], tuple[Weights, ...]]] = {3: _weights_3, 7: _weights_7}
_CODED: Mapping[int, Callable[[], tuple[Coded, ...]]] = {
    1: class_codings.claims,
    5: class_codings.domains,
    7: class_codings.cards,
}
