"""Answers as plain data: what a learner wrote, in a form that can be marked elsewhere.

An answer leaves the notebook as JSON and nothing else, so that whoever marks it never runs a line
of the learner's code: no object that claims to equal everything, no patched function gets across.
`as_plain` is the way out, in the learner's own Python; the `read_...` functions are the way in, on
the marker's side, and trust nothing. Both know the forms in which an honest answer may come.
"""

from __future__ import annotations

import math
import numbers
import re
from fractions import Fraction
from typing import Any

from course.errors import CourseError, listed

Plain = None | bool | int | float | str | list[Any] | dict[str, Any]
DEEPEST, LONGEST, MOST = 4, 4000, 400  # levels, characters of a text, parts of a list or table
ANSWER = "application/vnd.threat-power-loss.answer+json"
"""The type under which the output of a check cell carries its answer."""


def as_plain(answer: object, level: int = 0) -> Plain:
    """Write an answer as plain data; three dots, or nothing, become None.

    >>> from fractions import Fraction
    >>> as_plain((Fraction(1, 4), "26.9 %", ...))
    [0.25, '26.9 %', None]

    Raises
    ------
    CourseError
        If it is neither a number nor a text, nor a list or table of such.
    """
    if answer is None or answer is ...:
        return None
    if type(answer) in (bool, int, str) or isinstance(answer, numbers.Real):
        return _single(answer)
    if hasattr(answer, "item") and getattr(answer, "shape", None) == ():  # a numpy array of one
        return as_plain(answer.item(), level + 1)
    if level < DEEPEST and isinstance(answer, list | tuple | set | frozenset | dict):
        if len(answer) > MOST:
            raise CourseError(f"The answer has {len(answer)} parts; at most {MOST} can be read.")
        if isinstance(answer, dict):
            return {str(name): as_plain(part, level + 1) for name, part in answer.items()}
        parts = [as_plain(part, level + 1) for part in answer]
        return sorted(parts, key=str) if isinstance(answer, set | frozenset) else parts
    kind = type(answer).__name__
    if kind == "complex":
        raise CourseError(
            "A number below zero was raised to a power that is no whole number; raise its size, "
            "without the minus, and put the minus in front of the whole."
        )
    what = "a function of Python" if callable(answer) else f"a thing that Python calls {kind!r}"
    raise CourseError(
        f"The answer is {what}, not a plain value; write a number, or a text in quotes, or a list "
        "or table of these."
    )


def _single(answer: Any) -> Plain:
    if isinstance(answer, str) and len(answer) > LONGEST:
        raise CourseError(f"The text has {len(answer)} characters; at most {LONGEST} can be read.")
    if isinstance(answer, bool | str):
        return answer
    if isinstance(answer, numbers.Integral):
        return int(answer) if abs(int(answer)) < 10**15 else float(answer)
    number = float(answer)
    if not math.isfinite(number):
        raise CourseError(f"The answer is {number}, which is no number to work with.")
    return number


def read_number(answer: Plain) -> float:
    """Read a number: 0.269, "0.269", "0,269", "26.9 %", "1/4", "−445.89".

    >>> [read_number(form) for form in (0.25, "0,25", "25 %", "1/4", "−0.25")]
    [0.25, 0.25, 0.25, 0.25, -0.25]

    Raises
    ------
    CourseError
        If it cannot be read as one number.
    """
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        if math.isfinite(answer):
            return float(answer)
    elif isinstance(answer, list) and len(answer) == 1:
        return read_number(answer[0])
    elif isinstance(answer, list) and len(answer) == 2:
        raise CourseError(
            f"{_shown(answer)} is not a number: at a comma Python begins a second one; write a "
            "point, as in 0.25."
        )
    elif isinstance(answer, str) and len(answer) <= 60:
        found = _number_in(answer)
        if found is not None:
            return found
    raise CourseError(f"{_shown(answer)} is not a number; write one such as 0.25 or -12.5.")


def read_whole(answer: Plain) -> int:
    """Read a whole number; 12, 12.0 and "12" are the same.

    >>> read_whole("12.0")
    12

    Raises
    ------
    CourseError
        If it is not a number, or has a part after the point.
    """
    number = read_number(answer)
    if not number.is_integer():
        raise CourseError(f"{_shown(answer)} is not a whole number; write one such as 12.")
    return int(number)


def _number_in(text: str) -> float | None:
    text = text.strip().replace("−", "-").replace("–", "-").replace("\u00a0", " ")
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text)
    percent = re.fullmatch(r"(.*?)\s*(?:%|per ?cent)", text, re.IGNORECASE)
    body = (percent.group(1) if percent else text).strip()
    if "," in body:
        # With a point as well, the comma sets off thousands; alone, it is a decimal comma.
        body = body.replace(",", "" if "." in body else ".")
    if not re.fullmatch(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,2})?(?:/\d+)?", body, re.ASCII):
        return None
    try:
        top, _, bottom = body.partition("/")
        number = float(top) / float(bottom) if bottom else float(Fraction(top))
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return number / 100 if percent else number


def read_choice(answer: Plain, options: tuple[str, ...]) -> str:
    """Read one of `options`, without regard to case, spaces, brackets or full stops.

    A number alone is taken for the one option that has it.

    >>> read_choice(" b) ", ("A", "B", "C")), read_choice(2, ("World 1", "World 2"))
    ('B', 'World 2')

    Raises
    ------
    CourseError
        If it is none of them.
    """
    if isinstance(answer, list) and len(answer) == 1:
        return read_choice(answer[0], options)
    if isinstance(answer, int | float) and not isinstance(answer, bool):
        said = f"{answer:g}"
    else:
        said = _bare(answer) if isinstance(answer, str) else ""
    if said:
        numbered = [o for o in options if said.isdecimal() and re.findall(r"\d+", o) == [said]]
        for option in options:
            if said == _bare(option) or numbered == [option]:
                return option
    raise CourseError(f"{_shown(answer)} is not one of {listed(options)}; write just one of these.")


def _bare(text: str) -> str:
    return re.sub(r"[\s().:\"'_-]+", "", text).casefold()


def read_paragraph(answer: Plain, ids: tuple[str, ...]) -> str:
    """Read the id of a paragraph: "A14", "a 14", "¶A14", "paragraph A14", "Mott 2024, ¶A14".

    The Cyrillic letters that look like A and B are taken for them.

    >>> read_paragraph("¶ a14.", ("A13", "A14"))
    'A14'

    Raises
    ------
    CourseError
        If it is none of `ids`, or more than one.
    """
    if isinstance(answer, list) and len(answer) == 1:
        return read_paragraph(answer[0], ids)
    if isinstance(answer, str) and len(answer) <= 60:
        text = answer.upper().translate({0x410: "A", 0x412: "B"}).strip(" .()[]\"'")
        found = re.fullmatch(
            r"(?:.*¶|PARAGRAPH|PARA?\.?|P\.)?\s*([AB])[\s.-]*0*(\d{1,3})", text, re.ASCII
        )
        if found and (id := found.group(1) + found.group(2)) in ids:
            return id
    raise CourseError(
        f"{_shown(answer)} is not one paragraph; write its letter and number, from {ids[0]} "
        f"to {ids[-1]}."
    )


def read_table(answer: Plain, names: tuple[str, ...]) -> dict[str, Plain]:
    """Read a table with one entry for each of `names`; a list is taken in their order.

    Entries that were not filled in are None; names that were not asked for are left out.

    Raises
    ------
    CourseError
        If it is no table, or a list of another length.
    """
    if isinstance(answer, list) and len(answer) == len(names):
        return dict(zip(names, answer, strict=True))
    if isinstance(answer, dict):
        said = {str(name).strip().casefold(): part for name, part in answer.items()}
        return {name: said.get(name.casefold()) for name in names}
    raise CourseError(
        f"{_shown(answer)} is not a table with the entries {listed(names)}; keep the braces, the "
        "names and the colons as they were, and replace only the dots."
    )


def _shown(answer: Plain) -> str:
    text = repr(answer)
    return text if len(text) <= 40 else f"{text[:39]}…"


def in_plain_words(error: BaseException | None, code: str) -> str:
    """Say what Python's complaint about an answer cell means, and what to type instead.

    It looks at the complaint and at what was typed, never at what would be right. Empty if there
    is nothing to say.

    >>> print(in_plain_words(NameError(name="B"), "letter = B"))
    Python does not know B. If it is your answer, or part of it, put it in quotes: "B". Until this cell runs without an error, it changes nothing; mend it, run it, and run the check again.
    """  # noqa: E501
    if error is None:
        power = re.search(r"[\d)]\s*\^\s*[\d(.-]", code)
        return "Mind the sign ^: in Python it is not a power. Write ** for that." if power else ""
    said = ""
    if _about_the_id(error, code):
        return (
            "Your student id is not there yet. Write it in the first grey cell, with a quote on "
            'either side, as in "anna.k"; run that cell, and then the next.'
        )
    if isinstance(error, NameError):
        said = _unknown(str(error.name), code)
    elif isinstance(error, SyntaxError):
        said = _unreadable(str(error.msg), code)
    elif isinstance(error, TypeError) and "for ^" in str(error):
        said = "The sign ^ is not a power in Python. Write ** for that."
    elif isinstance(error, TypeError) and "ellipsis" in str(error):
        said = "Three dots are still in the formula; put a number in their place."
    elif isinstance(error, TypeError) and "not callable" in str(error):
        said = "A number stands right before a bracket. Write * between the two for “times”."
    return f"{said} {NOTHING_CHANGED}" if said else ""


NOTHING_CHANGED = (
    "Until this cell runs without an error, it changes nothing; mend it, run it, and run the check "
    "again."
)
MARKS = {
    "“”„‟«»‘’‚`´": 'These are not the quotes that Python knows. Type the straight ones (").',
    "−–—": "This is not the minus that Python knows. Type the hyphen (-) on your keyboard.",
    "×·": "Python writes “times” as *.",
    "÷": "Python writes “divided by” as /.",
}


def _about_the_id(error: BaseException, code: str) -> bool:
    if isinstance(error, NameError) and error.name in ("sheet", "student_id"):
        return True
    wrong = isinstance(error, NameError | SyntaxError)
    return wrong and "“" not in code and bool(re.match(r"\s*student_id\s*=", code))


def _unknown(name: str, code: str) -> str:
    if re.search(rf"\b{re.escape(name)}\s*\(", code):
        return f"Python has nothing called {name} here. Write the formula out, with numbers."
    return (
        f"Python does not know {name}. If it is your answer, or part of it, put it in quotes: "
        f'"{name}".'
    )


def _unreadable(complaint: str, code: str) -> str:
    for signs, said in MARKS.items():
        if complaint.startswith("invalid character") and any(sign in complaint for sign in signs):
            return said
    line = re.sub(r"#.*", "", code).strip()
    if "unterminated" in complaint:
        return "A quote is missing: a text has one before it and one after it."
    if re.search(r"\d\s*%", line) and '"' not in line:
        return 'The sign % does not mean per cent in Python. Write 0.12, or "12 %" in quotes.'
    if "leading zeros" in complaint:
        return "Python writes decimals with a point, not with a comma: 0.25."
    if "never closed" in complaint or "incomplete" in complaint:
        return "A bracket was opened and not closed: each ( needs a ), each { a }."
    if re.search(r"[=:]\s*(,|\}|$)", line, re.MULTILINE):
        return "There is nothing after an = or a colon. Write your answer there, or three dots."
    if "{" in line:
        return (
            "Look at the place above the sign ^ and at the end of the line before it: between two "
            "entries there is one comma, and a text has one quote before it and one after it."
        )
    return (
        "Look at the place above the sign ^: a number stands alone, without unit, word or space "
        "inside; a text has quotes around it; a formula needs * for “times”."
    )
