"""The public checks: is an answer there, and does it have the form that was asked for?

They say nothing about whether it is right. A learner can run them at will.
"""

from __future__ import annotations

from course import seeds
from course.errors import CourseError, listed
from course.homework.items import Item, Variant
from course.homework.plain import (
    Plain,
    read_choice,
    read_number,
    read_paragraph,
    read_table,
    read_whole,
)


def unanswered(answer: Plain) -> bool:
    """Say whether nothing was filled in.

    >>> unanswered(None), unanswered({"a": None, "b": ""}), unanswered(0)
    (True, True, False)
    """
    if isinstance(answer, dict | list):
        parts = answer.values() if isinstance(answer, dict) else answer
        return all(unanswered(part) for part in parts)
    return answer is None or (isinstance(answer, str) and not answer.strip(" ."))


def check(item: Item, variant: Variant, answer: Plain) -> str:
    """Say in one sentence that an answer has the right form.

    Raises
    ------
    CourseError
        If it is missing, in part or whole, or has not the form that was asked for.
    """
    if unanswered(answer):
        raise CourseError(f"{item.name} is still empty; {item.form}")
    if item.kind in ("number", "whole"):
        return f"Read as the number {_number(item, answer, item.name):.10g}."
    if item.kind == "choice":
        choice = read_choice(answer, tuple(option.id for option in item.options))
        return f"Read as {choice}."
    if item.kind in ("words", "journal"):
        return "Something is written."
    entries = read_table(answer, tuple(variant[item.entries]))
    empty = [name for name, part in entries.items() if unanswered(part)]
    if empty:
        raise CourseError(f"{item.name} is still empty for {listed(empty)}; {item.form}")
    for name, part in entries.items():
        try:
            _entry(item, variant, part)
        except CourseError as error:
            raise CourseError(f"{item.name}, entry {name}: {error}") from error
    return f"All {len(entries)} entries are there."


def _entry(item: Item, variant: Variant, part: Plain) -> None:
    if item.kind == "choices":
        read_choice(part, tuple(option.id for option in item.options))
    elif item.kind == "paragraphs":
        read_paragraph(part, tuple(paragraph.id for paragraph in seeds.paragraphs()))
    elif item.kind in ("numbers", "wholes"):
        _number(item, part, "This")
    else:
        for name, number in read_table(part, tuple(variant[item.columns])).items():
            if unanswered(number):
                raise CourseError(f"{name} is still empty; {item.form}")
            _number(item, number, name)


def _number(item: Item, answer: Plain, name: str) -> float:
    number = read_whole(answer) if item.kind in ("whole", "wholes") else read_number(answer)
    if not item.least <= number <= item.most:
        raise CourseError(
            f"{name} is {number:g}, outside the range from {item.least:g} to {item.most:g} in "
            f"which it must lie; {item.form}"
        )
    return number
