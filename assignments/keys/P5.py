"""The key of P5: what is right, what each known slip earns, and what waits for a person.

The questions of part 1 are held against the course's tables. Those of part 2 are held against the
student's own journal, as it was handed in: the registered model is worked out again from its
weights, the forecasts are scored again. Where the journal does not hold, nothing that rests on it
is scored: the student is told that a person looks at it, and that person is told what was found,
and what the answers would earn if the part before the fault is taken as sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from course import casebook, crises, factors, forecasts, holdout
from course.errors import CourseError
from course.grading import journals, marks
from course.grading.journals import Handed, Model
from course.grading.marks import ESSAY, Case, Mark, Marker, Slip, number, table, with_note
from course.homework import items, public
from course.homework.items import Variant
from course.homework.journals import NAME, stated
from course.homework.plain import Plain, read_choice, read_number, read_whole

SEVEN = "Go back to lesson 7, the Factor Weigher."
EIGHT = "Go back to lesson 8, the Holdout Reveal."
NO_FILE = (
    f"No {NAME} came with the notebook, and this question is about what stands in it. If you have "
    "one (folder my_work, on the computer where you did the lessons), run the cell with "
    "sheet.bring_journal() there and hand in both files again. If it is lost, go through the "
    "Factor Weigher of lesson 7 and the cases of lesson 8 once more, and say so."
)
WAITS = (
    f"This rests on your journal, and the {NAME} that came cannot be used as it stands; a person "
    "will look at it. If you have another copy of the file, hand it in."
)

# Part 1: from the tables -------------------------------------------------------------------------


def _tally(v: Variant, half: str | None = None) -> crises.Tally:
    return crises.tally(v["factor"], coder=v["coder"], half=half or v["half"])


def _other_half(v: Variant) -> crises.Tally:
    return _tally(v, "present" if v["half"] == "absent" else "absent")


def necessity(v: Variant) -> float:
    """Of the crises with force, the share in which the factor was there."""
    return float(_tally(v).factor_given_force or 0)


def sufficiency(v: Variant) -> float:
    """Of the crises with the factor, the share in which force followed."""
    return float(_tally(v).force_given_factor or 0)


def _distinct(right: float, slips: list[Slip]) -> list[Slip]:
    """Leave out slips that give the right number, and all but the first of equal ones."""
    kept: list[Slip] = []
    for slip in slips:
        if all(abs(slip.answer - other) > 1e-9 for other in [right, *(s.answer for s in kept)]):
            kept.append(slip)
    return kept


def necessity_slips(v: Variant) -> list[Slip]:
    """Know the shares that are taken of something else."""
    t = _tally(v)
    all_ = t.with_factor + t.without
    quiet = t.with_factor - t.force_with
    none = all_ - t.force_with - t.force_without
    return _distinct(
        necessity(v),
        [
            Slip(
                sufficiency(v),
                0.5,
                "That is the share of the crises with the factor in which force followed: it "
                "speaks of what is sufficient. Begin with the crises with force. Go back to lesson "
                "7, Weights that mean something.",
                "M13",
            ),
            Slip(
                float(_other_half(v).factor_given_force or 0),
                0.5,
                "The fraction is the right one; the halves were counted the other way than the "
                f"question says. {SEVEN}",
                "P5.half",
            ),
            Slip(
                t.with_factor / all_,
                0.25,
                "That is how often the factor was there in all crises, whatever followed. "
                "Necessary asks only about those with force. Go back to lesson 7, Weights that "
                "mean something.",
                "M14",
            ),
            Slip(
                quiet / none,
                0,
                "That is the share among the crises without force. Go back to lesson 7, Weights "
                "that mean something.",
                "P5.without-force",
            ),
        ],
    )


def sufficiency_slips(v: Variant) -> list[Slip]:
    """Know the shares that are taken of something else."""
    t = _tally(v)
    all_ = t.with_factor + t.without
    return _distinct(
        sufficiency(v),
        [
            Slip(
                necessity(v),
                0.5,
                "That is the share of the crises with force in which the factor was there: it "
                "speaks of what is necessary. Begin with all crises that had the factor. Go back "
                "to lesson 7, Weights that mean something.",
                "M13",
            ),
            Slip(
                float(_other_half(v).force_given_factor or 0),
                0.5,
                "The fraction is the right one; the halves were counted the other way than the "
                f"question says. {SEVEN}",
                "P5.half",
            ),
            Slip(
                (t.force_with + t.force_without) / all_,
                0,
                "That is the base rate, the share of all crises with force; the factor does not "
                "come into it. Go back to lesson 7, Weights that mean something.",
                "M14",
            ),
            Slip(
                t.force_without / t.without,
                0,
                "That is the share with force where the factor was absent. Go back to lesson 7, "
                "Weights that mean something.",
                "P5.without-factor",
            ),
            Slip(
                t.force_with / all_,
                0.25,
                "Above the line you are right; below it stand all crises, and there should be only "
                "those with the factor. Go back to lesson 7, Weights that mean something.",
                "P5.of-all",
            ),
        ],
    )


def baseline(entry: str, said: Plain, case: Case) -> Mark:
    """Mark one of the three models that need no weights, out of 1."""
    cases = casebook.cases("training", case.variant["coder"])
    found = factors.baselines(cases)
    right = {
        "always no": found.always_no,
        "best single": found.best_single,
        "equal weights": found.equal_weights,
    }[entry]
    given = read_whole(said)
    if abs(given - right) < 0.01:
        return Mark(1, 1, "counted right.")
    if entry == "always no" and abs(given - (cases.of - right)) < 0.01:
        text = "that is how often this model is wrong; counted is how often it is right."
        return Mark(0.5, 1, text, "M14")
    if entry == "best single" and abs(given - _best_at_one(cases)) < 0.01:
        text = "you let only a full 1 count; a model may also draw its line at one half."
        return Mark(0.5, 1, f"{text} {SEVEN}", "P5.half")
    if entry == "equal weights" and abs(given - _cut_at_half(cases)) < 0.01:
        text = "you drew the line at half of the factors; it may lie where it does best."
        return Mark(0.5, 1, f"{text} {SEVEN}", "P5.threshold")
    return Mark(0, 1, f"the table gives another count. {SEVEN}")


def _best_at_one(cases: factors.Cases) -> float:
    """Hits of the best single factor when only a full 1 counts as present."""
    found = [cases.always_no]
    for place in range(len(cases.factors)):
        pairs = zip(cases.values, cases.outcomes, strict=True)
        found.append(float(sum((row[place] == 1) is y for row, y in pairs)))
    return max(found)


def _cut_at_half(cases: factors.Cases) -> float:
    """Hits of the sum of all factors with the line at half of them."""
    half = len(cases.factors) / 2
    pairs = zip(cases.values, cases.outcomes, strict=True)
    return float(sum((sum(row) >= half) is y for row, y in pairs))


# Part 2: from the journal ------------------------------------------------------------------------


def _handed(case: Case) -> Handed:
    return journals.read(case.files.get(NAME))


def _from_journal(one: Callable[[Plain, Case, Handed], Mark]) -> Marker:
    """Mark what rests on the journal: only if there is one, and it holds."""

    def marker(answer: Plain, case: Case) -> Mark:
        handed = _handed(case)
        if not handed.there:
            return Mark(0, case.item.points, NO_FILE)
        if handed.fault:
            return Mark(0, case.item.points, WAITS)
        return one(answer, case, handed)

    return marker


def _from_model(one: Callable[[Plain, Case, Handed, Model], Mark]) -> Marker:
    """Mark what rests on the registered model."""

    def marker(answer: Plain, case: Case, handed: Handed) -> Mark:
        if handed.tested is None:
            return Mark(
                0,
                case.item.points,
                f"Your journal holds no registered model, and this question is about it. {SEVEN} "
                "Its last step registers.",
            )
        try:
            model = journals.model(handed.tested)
        except CourseError:
            return Mark(0, case.item.points, WAITS)
        return one(answer, case, handed, model)

    return _from_journal(marker)


def hits(answer: Plain, case: Case, handed: Handed, model: Model) -> Mark:
    """Mark the number of training cases the registered model gets right."""
    slips = [
        Slip(
            model.of - model.hits,
            0.5,
            f"That is how many it gets wrong; asked was how many it gets right. {SEVEN}",
            "P5.misses",
        ),
        Slip(
            model.later,
            0.25,
            "That is the count for the crises that were kept back; this question is about those "
            f"up to 2020. {SEVEN}",
            "P5.kept-back",
        ),
    ]
    if handed.revised is not None:
        later = journals.model(handed.revised)
        text = (
            f"That is the model of entry {handed.revised.number} of your journal, registered after "
            "the first case had been opened; asked is the one that was tested."
        )
        slips.insert(0, Slip(later.hits, 0.5, text, "P5.later-model"))
    return number(
        lambda v: model.hits,
        lambda v: slips,
        within=lambda right: 0.01,
        well_done="That is what the weights you registered give.",
        otherwise=_stated(model, "hits", answer)
        or f"The weights in your journal give another number. {SEVEN}",
    )(answer, case)


def _stated(model: Model, name: str, answer: Plain, times: float = 1) -> str:
    """Say so if the answer is what the journal states and its weights do not give."""
    said = model.stated.get(name)
    if model.odd and isinstance(said, int | float) and 0 <= said < 1e6:
        given = read_number(answer)
        if any(abs(given - x) < 0.01 for x in (said, 100 * said, times * said)):
            return (
                "This is what your journal states, and the weights beside it give something else; "
                "a person will look at it."
            )
    return ""


def robust_share(answer: Plain, case: Case, handed: Handed, model: Model) -> Mark:
    """Mark the share of weightings in the student's order that reach the same conclusion."""
    slips = [
        Slip(
            model.share_all,
            0.5,
            "That is the share of all weightings; asked was the share of those that keep your "
            f"order of the factors. {SEVEN}",
            "P5.all-weightings",
        ),
        Slip(
            model.as_good,
            0.5,
            "That is the share of weightings with as many hits as yours; asked was in how many the "
            f"conclusion is the same. {SEVEN}",
            "P5.as-good",
        ),
        Slip(
            1 - model.share,
            0.5,
            f"That is the share in which the conclusion is another one. {SEVEN}",
            "P5.complement",
        ),
        Slip(
            model.hits / model.of,
            0,
            "That is the share of crises your weights get right; asked was the share of "
            f"weightings. {SEVEN}",
            "P5.crises-for-weightings",
        ),
    ]
    return number(
        lambda v: model.share,
        lambda v: slips,
        within=lambda right: 0.011 + 4 * model.error,  # the page rounds to whole percent
        well_done="That is what drawing weightings in your order gives, within its error.",
        otherwise=_stated(model, "share", answer)
        or f"Drawing weightings in the order you registered gives another share. {SEVEN}",
    )(answer, case)


def points_to_flip(answer: Plain, case: Case, handed: Handed, model: Model) -> Mark:
    """Mark how many of 100 points of weight have to move before the conclusion turns."""
    right, distance = model.points, model.distance
    stated = model.stated.get("flip")
    done = "That is the nearest change that was found; a nearer one may exist."
    slips = []
    if not model.odd and isinstance(stated, int | float):
        slips.append(Slip(max(1, round(50 * stated)), 1, done))
    if distance is not None:
        slips += [
            Slip(
                distance,
                0.75,
                "That is the distance between the two weightings, from 0 to 2. Asked was how many "
                f"of 100 points move. {SEVEN}",
                "P5.distance-for-points",
            ),
            Slip(
                2 * right,
                0.5,
                "You counted each point twice, where it is taken away and where it is added. "
                f"{SEVEN}",
                "P5.both-ways",
            ),
        ]
    return number(
        lambda v: right,
        lambda v: slips,
        within=lambda right: 0.3 if right <= 2 else 1.1,
        well_done=done,
        otherwise=_stated(model, "flip", answer, 50)
        or f"From the weights you registered, another number of points has to move. {SEVEN}",
    )(answer, case)


def compared(answer: Plain, case: Case, handed: Handed, model: Model) -> Mark:
    """Mark the comparison with the best of the three models that need no weights."""
    said = read_choice(answer, tuple(option.id for option in case.item.options))
    points = case.item.points

    def against(bar: float) -> str:
        if abs(model.hits - bar) < 0.01:
            return "as many"
        return "more" if model.hits > bar else "fewer"

    if said == against(model.bar):
        return Mark(points, points, "So it is, by the coder and outcome you registered.")
    if said == against(model.always_no):
        text = "That holds against the model that never says force; asked was the best of three."
        return Mark(points / 2, points, f"{text} {SEVEN}", "M24")
    return Mark(0, points, f"The numbers of your registered model say otherwise. {SEVEN}")


def performance(answer: Plain, case: Case, handed: Handed, model: Model) -> Mark:
    """Mark the share of kept-back crises that the registered model gets right."""
    if handed.opened is None:
        text = f"The kept-back crises are not opened in your journal yet. {EIGHT}"
        return Mark(0, case.item.points, text)
    slips = [
        Slip(
            model.hits / model.of,
            0.5,
            "That is the fit to the crises on which the threshold was chosen. A rule cannot be "
            f"tested on the cases it was made from. {EIGHT}",
            "M20",
        ),
        Slip(
            _own_right(handed, case),
            0.5,
            "That is how often your own forecasts were on the right side, not the model's. "
            f"{EIGHT}",
            "P5.own-for-model",
        ),
        Slip(
            1 - model.later / model.later_of,
            0.5,
            f"That is the share it gets wrong. {EIGHT}",
            "P5.misses",
        ),
    ]
    mark = number(
        lambda v: model.later / model.later_of,
        lambda v: slips,
        within=lambda right: 0.01,
        well_done="Those are the crises that could test it; seven are few.",
        otherwise="This is neither its share of the crises that can test it nor one that comes of "
        f"a known slip. {EIGHT}",
    )(answer, case)
    if handed.late and mark.points == mark.of:
        text = (
            "The count is right. But the model was registered after the first case had been "
            "opened, so these crises do not test it: what you state is fit as well."
        )
        return Mark(mark.of / 2, mark.of, text, "M20")
    return mark


def _first_pass(handed: Handed) -> dict[str, float]:
    return dict(holdout.views(handed.entries)[0].chances)


def _own_right(handed: Handed, case: Case) -> float:
    chances = _first_pass(handed)
    right = [(chances[c.id] > 50) is c.force for c in holdout.cases() if c.id in chances]
    return sum(right) / len(right)


def brier(answer: Plain, case: Case, handed: Handed) -> Mark:
    """Mark the Brier score of the student's own forecasts, in the first pass."""
    views = holdout.views(handed.entries)
    chances = dict(views[0].chances)
    if not chances:
        text = f"Your journal holds no forecast for the kept-back crises yet. {EIGHT}"
        return Mark(0, case.item.points, text)
    opened = [crisis for crisis in holdout.cases() if crisis.id in chances]
    pairs = [(chances[crisis.id] / 100, crisis.force) for crisis in opened]
    right = holdout.scores(chances).mine
    slips = [
        Slip(
            sum(abs(f - o) for f, o in pairs) / len(pairs),
            0.5,
            f"The distances are not squared: that is the mean distance. {EIGHT}",
            "P5.not-squared",
        ),
        Slip(
            2 * right,
            0.75,
            "That is Brier's own form of 1950, from 0 to 2; the course, and the question, use the "
            "one from 0 to 1.",
            "P5.twice",
        ),
        Slip(
            right * len(pairs),
            0.5,
            f"That is the sum of the penalties; the score is their mean. {EIGHT}",
            "P5.sum",
        ),
        Slip(
            holdout.scores(chances).base,
            0,
            f"That is the score of the base rate, which knows nothing but a share. {EIGHT}",
            "P5.base-rate",
        ),
    ]
    unknown = holdout.scores(chances).unknown
    if unknown is not None and len(pairs) > 1:
        text = f"That is the score without the case that everybody knows; asked was all. {EIGHT}"
        slips.append(Slip(unknown, 0.5, text, "P5.without-known"))
    slips += [
        Slip(
            holdout.scores(chances, None, reading).mine,
            0.75,
            f"That is the score by another reading of what counts as force. {EIGHT}",
            "P5.reading",
        )
        for reading in holdout.READINGS[1:]
    ]
    for view in views[1:]:
        if view.chances:
            text = (
                "That is a later pass, in which the answers were known; what counts is the first. "
                f"{EIGHT}"
            )
            slips.append(Slip(holdout.scores(view.chances).mine, 0.25, text, "M20"))
    if handed.tested is not None:
        registered = holdout.registration(handed.entries).chances
        if registered:
            model = forecasts.brier([registered[c.id] for c in opened], [c.force for c in opened])
            text = f"That is the score of your registered model; asked was your own. {EIGHT}"
            slips.append(Slip(model, 0.5, text, "P5.model-for-own"))
    mark = _score(right, slips)(answer, case)
    missing = len(holdout.cases()) - len(opened)
    if missing and mark.points:
        text = f"{mark.message} {missing} of the seven crises are not opened yet, so it is half."
        return replace(mark, points=mark.points / 2, message=text)
    return mark


def _score(right: float, slips: list[Slip]) -> Marker:
    """Mark a score; unlike a share, one above 1 is no percentage."""

    def marker(answer: Plain, case: Case) -> Mark:
        return number(
            lambda v: right,
            lambda v: slips,
            within=lambda right: 0.0051,
            well_done="That is the mean penalty of your own forecasts in the pass that counts.",
            otherwise="Neither your forecasts nor a known slip give this. Take each chance as a "
            f"number from 0 to 1, subtract the outcome, square, and take the mean. {EIGHT}",
        )(answer, replace(case, item=replace(case.item, most=7)))

    return marker


def revised(answer: Plain, case: Case) -> Mark:
    """Mark that there is a registration, that it came first, and that later changes are told.

    Two points each: the chain holds; a model is registered; it came before the first case was
    opened. Three are lost if the model was registered again afterwards and nothing is said of it.
    """
    handed = _handed(case)
    mark = _registered(answer, case, handed)
    for note in _for_marker(answer, case, handed):
        mark = with_note(mark, note)
    return mark


def _registered(answer: Plain, case: Case, handed: Handed) -> Mark:
    of = case.item.points
    if not handed.there:
        return Mark(0, of, NO_FILE, answered=not public.unanswered(answer))
    if handed.fault:
        return Mark(0, of, WAITS)
    said, how = ("", "") if public.unanswered(answer) else stated(answer)
    points, parts = of / 3, ["The chain of your journal holds."]
    if handed.tested is None:
        parts.append(f"No model is registered in it. {SEVEN}")
        return Mark(points, of, " ".join(parts))
    points += of / 3
    if handed.late:
        parts.append(
            "The model was registered only after the first case had been opened, so nothing was "
            f"tested. {EIGHT}"
        )
    else:
        points += of / 3
        parts.append("The model was registered before the first case was opened.")
    changed = handed.revised is not None or handed.late
    if changed and said != "yes":
        parts.append(
            "A model was registered after a case had been opened, and you do not say so. That is "
            "allowed, and often wise; but who reads the result has to know which came first. Three "
            "points are lost. Go back to lesson 8, Open the holdout."
        )
        return Mark(max(0, points - of / 2), of, " ".join(parts), "M20")
    if said == "yes" and len(how.split()) < 4:
        parts.append("You say that something was changed; add in a sentence what, and why.")
        return Mark(max(0, points - of / 6), of, " ".join(parts), "P5.no-sentence")
    if changed:
        parts.append("You say what was changed afterwards, and that is how it should be.")
    return Mark(points, of, " ".join(parts))


# For the marker ----------------------------------------------------------------------------------


def _for_marker(answer: Plain, case: Case, handed: Handed) -> list[str]:
    """Collect what a person should look at; each is a sentence that accuses nobody."""
    notes = []
    if handed.about:
        notes.append(handed.about)
    if handed.fault:
        notes.append(f"{handed.fault} {_waiting(case, handed)}")
    notes += handed.notes
    for entry in filter(None, (handed.tested, handed.revised)):
        try:
            notes += journals.model(entry).odd
        except CourseError as error:
            text = f"{error} What rests on it waits for you."
            notes.append(text if entry == handed.tested else str(error))
    notes += [
        f"{where} speaks of a percentage as if it were a part of the cause: {found!r}. See M19; it "
        "changes no points here."
        for where, found in _shares_of_cause(answer, case)
    ]
    return notes


def _waiting(case: Case, handed: Handed) -> str:
    """Say what was not scored, and what it would earn on the part of the journal that holds."""
    asked = items.assignment("P5")
    resting = [item for item in asked.items if item.name in RESTING]
    total = sum(item.points for item in resting)
    kept = asked.points - total
    text = (
        f"Not scored, for you to decide: the {total:g} points that rest on the journal. The other "
        f"{kept:g} are marked as usual. Damage, an editor or another version can look like this "
        "too; an earlier copy of the file would settle it."
    )
    if not handed.sound:
        return text
    files = {**case.files, NAME: handed.sound}
    if journals.read(handed.sound).fault:
        return text
    would = []
    for item in resting:
        trial = Case(item, case.variant, case.answers, files)
        mark = marks.mark(MARKERS[item.name], case.answers.get(item.name), trial)
        would.append(f"{item.name} {mark.points:g}")
    return f"{text} On the entries before it the answers would earn: {', '.join(would)}."


PERCENT = r"\d+(?:[.,]\d+)?\s*(?:%|per\s?cent\b)"
CAUSE = (
    r"\b(?:cause[sd]?|causal|because|due to|explain(?:s|ed)?|account(?:s|ed)? for|responsible)\b"
)


def _shares_of_cause(answer: Plain, case: Case) -> list[tuple[str, str]]:
    """Find sentences that give somebody or something a percentage of the cause (M19)."""
    texts = [("The essay", case.files.get(ESSAY, ""))]
    if isinstance(answer, str):
        texts.append((f"The answer {case.item.name}", answer))
    found = []
    for where, text in texts:
        for sentence in re.split(r"(?<=[.!?;])\s+|\n+", text):
            low = sentence.lower()
            spoken = re.search(PERCENT, low) and re.search(CAUSE, low)
            if spoken and "weighting" not in low and len(found) < 3:
                short = re.sub(r"[^\w\s.,:;%()'’–-]+", " ", " ".join(sentence.split())).strip()
                found.append((where, short if len(short) <= 120 else short[:119] + "…"))
    return found


MARKERS: dict[str, Marker] = {
    "hits": _from_model(hits),
    "robust_share": _from_model(robust_share),
    "points_to_flip": _from_model(points_to_flip),
    "compared": _from_model(compared),
    "performance": _from_model(performance),
    "brier": _from_journal(brier),
    "revised": revised,
}
RESTING = frozenset(MARKERS)

KEY = {
    "baselines": table(baseline, well_done="All three are counted right."),
    "necessity": number(
        necessity,
        necessity_slips,
        within=lambda right: 0.0051,
        well_done="Of the crises with force, so many had the factor.",
        otherwise="The table gives another share. Take the crises with force, and count in how "
        "many of them the factor was there. Go back to lesson 7, Weights that mean something.",
    ),
    "sufficiency": number(
        sufficiency,
        sufficiency_slips,
        within=lambda right: 0.0051,
        well_done="Of the crises with the factor, force followed in so many.",
        otherwise="The table gives another share. Take the crises with the factor, and count in "
        "how many of them force followed. Go back to lesson 7, Weights that mean something.",
    ),
    **MARKERS,
}
