"""A journal on its way to whoever marks: brought beside the notebook, whole, and described.

The capstone is marked against what its writer committed to in the lessons. That stands in the
learner's journal (`course.journal`), which is theirs: nothing leaves their folder until they run
the cell that copies it, and that cell says first what can be read in it.
"""

from __future__ import annotations

import html
import os
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from course import holdout, journal
from course.errors import CourseError
from course.files import write_whole
from course.homework.items import Item
from course.homework.plain import Plain
from course.journal import Entry
from course.lesson import Panel, table
from course.verdict import percent

NAME = journal.NAME
OPENED = f"{holdout.KEY}.forecast."
READABLE = (
    "Whoever marks can read all of it, with the times: every answer, right or wrong, and how sure "
    "you were; every prediction, rating, weight and forecast, with the revisions; your notes in "
    "your own words; the points of your diary. The course writes no name into it."
)
HAND_IN = (
    f"Hand in BOTH files, this notebook and {NAME}, or one zip file with both in it. Leave "
    f"{NAME} as it is: a program that opens and saves it may change it."
)
NONE_YET = (
    "Your journal is empty on this computer, so there is nothing to copy. If you did the lessons "
    'elsewhere, look there for the folder my_work. Without a journal write "none" below: the '
    "questions of part 1 and the essay need none. Or go through the Factor Weigher of lesson 7 and "
    "the cases of lesson 8 (about 70 minutes), run this cell again, and say in your answer that "
    "you had done it before."
)


def bring(folder: Path) -> Panel:
    """Copy the learner's journal into the folder of the notebook, or say why not.

    The file is there whole or not at all. A journal of somebody else, or one that goes further, is
    never overwritten. Nothing is copied while nbgrader runs the notebook, nor into a folder from
    which assignments are made.

    Raises
    ------
    CourseError
        If something else lies in its place, or a file cannot be read or written.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return _panel("Nothing is copied while the notebook is being validated or marked.")
    source, target = journal.Journal().path, folder / NAME
    if not source.is_file():
        return _panel(NONE_YET)
    mine = _text(source)
    found = _entries(mine)
    if found == ():
        return _panel(NONE_YET)
    if folder.parent.name == "source":
        return _panel("This is a source of the course; a journal beside it would be given out.")
    done = _place(source, target, mine)
    if found is None:
        problem = str(journal.Journal(source).problem()).rstrip(".")
        return _panel(
            f"{done} It does not verify: {problem}. Whoever marks will see that. {HAND_IN}"
        )
    last = found[-1].time[:10]
    said = f"{done} It has {len(found)} entries, the last of {last}, and its chain holds."
    return _described(said, found)


def _place(source: Path, target: Path, mine: str) -> str:
    """Write the copy where nothing is lost by it, and say what was done."""
    if target.is_symlink() or (target.exists() and not target.is_file()):
        raise CourseError(
            f"{target.name} beside this notebook is a link or a folder; move it away and run this "
            "cell again."
        )
    if not target.exists():
        write_whole(target, mine)
        return f"Your journal was copied beside this notebook, as {NAME}."
    if target.samefile(source):
        return f"Your journal lies beside this notebook, as {NAME}."
    there = _text(target)
    if there == mine:
        return f"Your journal lies beside this notebook already, as {NAME}, and is up to date."
    if not there or (there.endswith("\n") and mine.startswith(there)):
        write_whole(target, mine)
        return f"The copy beside this notebook, {NAME}, was brought up to date."
    if there.startswith(mine):
        return (
            f"The {NAME} beside this notebook goes further than the journal on this computer, so "
            "it was left as it is and is the one to hand in. What follows is the shorter one."
        )
    raise CourseError(
        f"The {NAME} beside this notebook is {_whose(there, mine)}, so it was left as it is. If it "
        "is not the one you want to hand in, give it another name and run this cell again."
    )


def _whose(there: str, mine: str) -> str:
    """Say how a file that is no earlier copy differs from the learner's journal."""
    try:
        head, other = journal.read_chain(there)
        own = journal.read_chain(mine)[0]
    except CourseError:
        return "not an earlier copy of your journal"
    if head.get("id") != own.get("id"):
        return f"another journal (begun {str(head.get('begun'))[:10]}, {len(other)} entries)"
    return "a copy of your journal that went on differently"


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise CourseError(f"{path} is no text, so it is no journal; look what it is.") from error
    except OSError as error:
        raise CourseError(f"{path} could not be read ({error.strerror}).") from error


def _entries(text: str) -> tuple[Entry, ...] | None:
    """Read the entries; None if the file does not verify."""
    try:
        return journal.read_chain(text)[1]
    except CourseError:
        return None


def _described(said: str, entries: tuple[Entry, ...]) -> Panel:
    counts = Counter(entry.key.partition(".")[0] for entry in entries)
    rows = [(lesson, n) for lesson, n in sorted(counts.items())]
    shown = [table(("Lesson", "Entries"), rows, "What is in your journal")]
    registered = [entry for entry in entries if entry.key == holdout.REGISTER]
    if len(registered) > 1:  # the page of lesson 7 shows only the last
        shown.append(_registrations(registered, entries))
    parts = "".join(f"<p>{html.escape(text)}</p>" for text in (said, READABLE, HAND_IN))
    return Panel(
        parts + "".join(panel.markup for panel in shown),
        "\n".join((said, READABLE, HAND_IN, *(panel.text for panel in shown))),
    )


def _registrations(registered: Sequence[Entry], entries: Sequence[Entry]) -> Panel:
    """Show every registration as it stands in the journal, and where the first case was opened."""
    rows = []
    for entry in registered:
        said = entry.value if isinstance(entry.value, dict) else {}
        try:
            right = f"{said['hits']:g} of {said['of']:g}"
            share, turns = percent(said["share"]), str(said["flip_says"])
        except (LookupError, TypeError, ValueError):
            right, share, turns = "–", "–", "of another version of the course"
        rows.append((entry.number, entry.time[:16], right, share, turns))
    opened = [entry.number for entry in entries if entry.key.startswith(OPENED)]
    first = f"; the first case was opened at entry {opened[0]}" if opened else ""
    head = ("Entry", "Time (UTC)", "Right", "Share in your order", "What turns it")
    return table(head, rows, f"You registered a model {len(registered)} times{first}")


def _panel(text: str) -> Panel:
    return Panel(f"<p>{html.escape(text)}</p>", text)


def stated(answer: Plain) -> tuple[str, str]:
    """Read what somebody says of their journal: "no", "none", or "yes" with what was changed.

    >>> stated("Yes: I lowered LOSS after Syria.")
    ('yes', 'I lowered LOSS after Syria.')

    Raises
    ------
    CourseError
        If it begins with none of the three words.
    """
    if isinstance(answer, list) and len(answer) == 1:
        return stated(answer[0])
    if isinstance(answer, bool):
        return ("yes" if answer else "no"), ""
    if isinstance(answer, str):
        said = re.match(r"\W*(yes|none|no)\b\W*(.*)", answer, re.IGNORECASE | re.DOTALL)
        if said:
            return said.group(1).lower(), said.group(2).strip()
    raise CourseError('Begin with one of the words "no", "yes" and "none".')


def check(item: Item, answer: Plain, folder: Path) -> str:
    """Say in one sentence whether the statement and the file beside the notebook fit together.

    Raises
    ------
    CourseError
        If the file is missing that the statement speaks of, or does not verify.
    """
    said, _ = stated(answer)
    path = folder / NAME
    if said == "none":
        there = f" (though a {NAME} lies beside this notebook)" if path.exists() else ""
        return (
            f'{item.name} is "none"{there}: the questions about your journal wait, and those of '
            "part 1 and the essay count."
        )
    if not path.is_file():
        raise CourseError(
            f"There is no {NAME} beside this notebook; run the cell with sheet.bring_journal(), or "
            'write "none".'
        )
    entries = journal.read_file(path)[1]
    return (
        f"{item.name} begins with {said!r}; {NAME} has {len(entries)} entries, and its chain holds."
    )
