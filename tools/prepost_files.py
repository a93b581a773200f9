"""From the ten questions of the teacher's guide: a quiz for Moodle, and a sheet that counts.

    python tools/prepost_files.py

writes beside ``docs/teaching/prepost.toml``:

``prepost_quiz.txt``
    The questions in the Aiken format: the question on one line, answers "A. ", then "ANSWER: A".
    **Source:** the help page "Importing Aiken format files" of Moodle.
``prepost_sheet.xlsx``
    A workbook: one row a student, letters and percents are typed in, the rest are formulas.
    Formulas stand there in English; every program shows them in its own language.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from openpyxl import Workbook

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from course import checks
from course.files import PACKAGE, read_toml

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "teaching"
ORDER = [f"{form}{number}" for form in "ab" for number in range(1, 6)]
STUDENTS = 40
FIRST, LAST = 5, 4 + STUDENTS
Cell = str | int | None
Rows = list[list[Cell]]


def questions() -> list[dict[str, Any]]:
    """Read the ten questions in the order of the form."""
    found = read_toml(GUIDE / "prepost.toml", PACKAGE / "messages" / "lesson.schema.json")["check"]
    known = {item["id"].removeprefix("L0.test-"): item for item in found}
    return [known[key] for key in ORDER]


def right(item: dict[str, Any]) -> str:
    """Give the letter of the right answer."""
    return next(str(o["id"]) for o in item["option"] if o.get("correct"))


def aiken() -> str:
    """Write the questions as a quiz."""
    made = []
    for item in questions():
        lines = [item["prompt"], *(f"{o['id']}. {o['text']}" for o in item["option"])]
        made.append("\n".join([*lines, f"ANSWER: {right(item)}"]))
    return "\n\n".join(made) + "\n"


def column(number: int) -> str:
    """Name a column, from 0.

    >>> column(0), column(26)
    ('A', 'AA')
    """
    first, last = divmod(number, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


# Columns of the sheet "Answers": ten answers and ten percents before, the same after.
BEFORE, SURE, AFTER, SURER = (1 + 10 * n for n in range(4))
COUNTED = 41


def answers() -> Rows:
    """Lay out the sheet into which a teacher types."""
    key: list[Cell] = [right(item) for item in questions()]
    numbers: list[Cell] = [f"Q{n}" for n in range(1, 11)]
    sure: list[Cell] = [f"sure {n}" for n in range(1, 11)]
    say: Rows = [
        ["Type the code word, the letters A, B or C and the percents 33, 50, 75 or 95 into the "
         "white part, a row a student. Leave a sheet that is not there empty. The columns on the "
         f"right and the sheet Result count. Up to {STUDENTS} students."],
        ["", "Before: answers", *[None] * 9, "Before: how sure, %", *[None] * 9, "After: answers",
         *[None] * 9, "After: how sure, %"],
        ["Right answer", *key, *[None] * 10, *key],
        ["Code word", *numbers, *sure, *numbers, *sure,
         "right before", "families before", "Brier before", "overconfidence before",
         "right after", "families after", "Brier after", "overconfidence after",
         "d: after minus before"],
    ]  # fmt: skip
    for row in range(FIRST, LAST + 1):
        counted: list[Cell] = []
        for given, chance in ((BEFORE, SURE), (AFTER, SURER)):
            all_, key_ = span(given, 10, row), span(given, 10, 3, "$")
            said = span(chance, 10, row)
            hits = f"({all_}={key_})"
            pairs = "*".join(
                f"({span(given + at, 5, row)}={span(given + at, 5, 3, '$')})" for at in (0, 5)
            )
            there, full = f"COUNTA({all_})=10", f"COUNT({said})=10"
            both = f"AND({there},{full})"
            counted += [
                f'=IF({there},SUMPRODUCT(1*{hits}),"")',
                f'=IF({there},SUMPRODUCT({pairs}),"")',
                f'=IF({both},SUMPRODUCT(({said}/100-{hits})^2)/10,"")',
                f'=IF({both},AVERAGE({said})/100-SUMPRODUCT(1*{hits})/10,"")',
            ]
        one, two = (f"{column(COUNTED + at)}{row}" for at in (0, 4))
        counted.append(f'=IF(COUNT({one},{two})=2,{two}-{one},"")')
        say.append([*[None] * COUNTED, *counted])
    return say


def span(start: int, many: int, row: int, fixed: str = "") -> str:
    """Name some cells of a row."""
    return f"{column(start)}{fixed}{row}:{column(start + many - 1)}{fixed}{row}"


def down(at: int, many: int = 1) -> str:
    """Name what all students have in some columns."""
    return f"Answers!{column(at)}{FIRST}:{column(at + many - 1)}{LAST}"


def result() -> Rows:
    """Lay out the sheet that says what came out."""
    d = down(COUNTED + 8)
    rows: Rows = [
        ["Before and after: number right, of 10"],
        ["students with both sheets, n", f"=COUNT({d})"],
        ["mean of d", f'=IF(B2>0,AVERAGE({d}),"")'],
        ["standard deviation of d", f'=IF(B2>1,STDEV({d}),"")'],
        ["t for n - 1", '=IF(B2>1,TINV(0.05,B2-1),"")'],
        ["95 % interval: from", '=IF(B2>1,B3-B5*B4/SQRT(B2),"")'],
        ["95 % interval: to", '=IF(B2>1,B3+B5*B4/SQRT(B2),"")'],
        [],
        ["All who answered (not only pairs)", "before", "after"],
    ]
    for at, name in enumerate(("number right", "families held, of 5", "Brier score",
                               "overconfidence")):  # fmt: skip
        two = [down(COUNTED + at + 4 * n) for n in (0, 1)]
        rows.append([f"mean {name}", *(f'=IF(COUNT({c})>0,AVERAGE({c}),"")' for c in two)])
    rows += [[], ["How sure", "answers before", "of them right", "answers after", "of them right"]]
    for chance in (33, 50, 75, 95):
        row: list[Cell] = [f"{chance} %"]
        for given, said in ((BEFORE, SURE), (AFTER, SURER)):
            sure = f"({down(said, 10)}={chance})"
            hits = f"({down(given, 10)}=Answers!{span(given, 10, 3)})"
            row += [f"=SUMPRODUCT(1*{sure})", f"=SUMPRODUCT({sure}*{hits})"]
        rows.append(row)
    rows += [[], ["Wrong answers", "before", "after", "what stands behind it"]]
    for number, item in enumerate(questions()):
        for option in item["option"]:
            if not option.get("correct"):
                id = option["misconception"]
                rows.append(
                    [f"Question {number + 1}, {option['id']}",
                     *(f'=COUNTIF({down(start + number)},"{option["id"]}")'
                       for start in (BEFORE, AFTER)),
                     f"{id}: {checks.misconception(id).name}"]
                )  # fmt: skip
    return rows


def workbook() -> Workbook:
    """Make the workbook."""
    made = Workbook()
    for name, rows in (("Answers", answers()), ("Result", result())):
        sheet = made.create_sheet(name)
        sheet.column_dimensions["A"].width = 30
        for row in rows:
            sheet.append(row)
    made.remove(made.worksheets[0])  # the empty one that a new workbook has
    return made


def main() -> None:
    """Write both files."""
    (GUIDE / "prepost_quiz.txt").write_text(aiken(), encoding="utf-8", newline="\n")
    workbook().save(GUIDE / "prepost_sheet.xlsx")


if __name__ == "__main__":
    main()
