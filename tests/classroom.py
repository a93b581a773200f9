"""A class of students who do not exist, with marks from the real key: for the pages that show them.

Each student has an ability; whoever has more answers right more often, others slip in a known way,
guess, or leave a question open. The sentences are the key's own.
"""

from __future__ import annotations

import importlib.util
import json
import math
import random
from datetime import UTC, datetime, timedelta
from typing import Any

from course import prospect
from course.grading import keys
from course.grading.results import EssayResult, ItemResult, Marked
from course.homework import items, writing
from course.homework.draws import COURSE, Draw
from course.homework.plain import Plain

DUE = datetime(2026, 3, 2, 12, tzinfo=UTC)
ESSAY = """## My claim and the evidence for it

The decision of February and March 2014 fits *preventive war* better than a gamble in losses. The
Russian government could expect that Ukraine would be harder to influence each year (A14), and it
acted within days. Paragraph B15 of the report says the same of an earlier crisis, and nobody there
names a sure loss.

## The reference point, and the rule that fixes it

Take the last status that both sides had signed: the Kharkiv agreement of April 2010. The rule can
be applied without knowing what was done, since it asks for a date and a signature.

## The strongest rival, as its holders would put it

Prospect theory would say: a base that was thought to be held until 2042 seemed to be lost, and a
sure loss tempts to gamble. It does better on the *speed* of the decision, for waiting cost little
if the only fear was of a slow decline, and much if a base was to be lost within weeks.

## What the numbers say, and how far

With the medians of 1992 the threshold is about 0.4. That rests on 25 students and one
experiment, and on losses that I have guessed; with twice the loss it moves by a tenth.

## What would change my mind

{last}
"""
LAST = """Minutes from before 22 February 2014 in which waiting was weighed against acting. If the
talk was of what would be lost within days, I would move half of my belief to prospect theory."""
NAMES = ("anna.k", "b.okafor", "007412", "o'neill,r", "李雷", "نور", "σωφία", "müller-7")


def module(assignment: str) -> Any:
    """Load a key as a module, for what it knows about slips."""
    path = keys.FOLDER / f"{assignment}.py"
    spec = importlib.util.spec_from_file_location(f"classroom_{assignment}", path)
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def answers(student: str, ability: float, dice: random.Random) -> dict[str, Plain]:
    """Answer P3 as somebody of that ability might."""
    key, v = module("P3"), items.variant(Draw(COURSE, "P3", student))
    problems = sum(outcome.matches for outcome in prospect.problems_1979())
    right: dict[str, Plain] = {
        "value_of_gamble": round(key.value_right(v), 2),
        "decision_weight": round(prospect.weighting(v["rare"], prospect.MEDIANS_1992.gamma), 4),
        "threshold": round(key.threshold_right(v), 3),
        "more_loss_aversion": "B",
        "reproduced": problems,
    }
    wrong: dict[str, list[Plain]] = {
        "value_of_gamble": [round(slip.answer, 2) for slip in key.value_slips(v)] + [12.5],
        "decision_weight": [round(slip.answer, 4) for slip in key.weight_slips(v)] + ["0.5"],
        "threshold": [round(slip.answer, 3) for slip in key.threshold_slips(v)] + ["60 %"],
        "more_loss_aversion": ["A", "A", "C"],
        "reproduced": [problems - 1, 16, 9],
    }
    hard = {"value_of_gamble": 0.3, "decision_weight": -0.6, "threshold": 0.9, "reproduced": -1.5}
    said: dict[str, Plain] = {}
    for name, true in right.items():
        # The choice about λ is made a coin's toss, so that one question tells nobody apart.
        reach = 0 if name == "more_loss_aversion" else ability - hard[name]
        if dice.random() < 1 / (1 + math.exp(-2 * reach)):
            said[name] = true
        elif dice.random() < 0.8:
            said[name] = dice.choice(wrong[name])
    codes = ("gains", "losses", "neither")
    if dice.random() < 0.95:
        said["domains"] = {name: dice.choice(codes) for name in v["statements"]}
    return said


def submission(
    student: str,
    said: dict[str, Plain],
    *,
    essay: str = ESSAY.format(last=LAST),
    assignment: str = "P3",
    **more: Any,
) -> Marked:
    """Mark answers with the real key and put a submission together."""
    asked = items.assignment(assignment)
    marks = keys.mark_answers(assignment, student, said)
    found = tuple(
        ItemResult(
            item.name,
            item.title,
            marks[item.name].points,
            item.points,
            marks[item.name].message,
            json.dumps(said.get(item.name), ensure_ascii=False),
            marks[item.name].misconception,
            marks[item.name].answered,
            also=marks[item.name].also,
        )
        for item in asked.items
    )
    report = writing.report(asked.essay, essay)
    points = more.pop("essay_points", 0.0 if report.blank else None)
    comment = more.pop("comment", "")
    written = EssayResult(
        asked.essay.title,
        asked.essay.points,
        essay,
        report.words,
        report.asked,
        report.missing,
        points,
        comment,
    )
    return Marked(student, assignment, asked.title, found, written, **more)


def classroom(size: int = 40, seed: int = 4) -> list[Marked]:
    """Make a class: some late, some with essays unmarked or unfinished, some mended."""
    dice = random.Random(seed)
    found = []
    for n in range(size):
        student = NAMES[n] if n < len(NAMES) else f"student-{n:02d}"
        said = answers(student, dice.gauss(0.3, 1), dice)
        late = max(0.0, dice.gauss(-30, 30)) * 3600
        when = DUE + timedelta(seconds=late or -dice.expovariate(1 / 90_000))
        text = ESSAY.format(last=LAST if dice.random() < 0.8 else writing.STUB)
        if dice.random() < 0.06:
            text = ESSAY.split("\n\n")[0]
        marked = dice.random() < 0.7
        found.append(
            submission(
                student,
                said,
                essay=text,
                essay_points=dice.choice((6.0, 8.25, 9.75, 12.0, 13.5)) if marked else None,
                comment="Clear, and fair to the rival. Say what the threshold rests on."
                if marked
                else "",
                repairs=("A cell that had been deleted was put back.",) if n % 13 == 5 else (),
                notes=("The notebook states another student id, 'student-11'.",)
                if n % 17 == 9
                else (),
                submitted=when.isoformat(timespec="seconds"),
                seconds_late=late,
            )
        )
    return found
