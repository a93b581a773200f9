"""Who is who: how a platform knows a person, which ids are theirs, and which one counts here.

Numbers are drawn from the id that a student wrote into the notebook, and points go back to the row
that the platform knows. The two need not be the same word: a worksheet of Moodle may hold nothing
but e-mail addresses, and students write the part before the @. So the id that stands in a notebook
counts, if it can be nobody else's, and a table beside the submissions keeps both.

Moodle's worksheet also says when work came in, and in its column Status whether late. **Not
confirmed** in wording, and read in English only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from course.errors import CourseError, listed
from course.files import write_whole
from course.grading import grids, intake, kinds, roster
from course.grading.exports import IDS
from course.homework.draws import student_key

KEYS = {"canvas": "ID", "moodle": "Identifier", "blackboard": "Username"}
"""The column of a platform's table that holds what its file names hold."""
NAMES = ("Student", "Full name", "Last Name")
TIMES = ("%A, %d %B %Y, %I:%M %p", "%A, %d %B %Y, %H:%M")
HEAD = ("student", "assignment", "platform", "key", "name", "ids", "handed in", "late", "file no")
BETWEEN = " | "
Key = tuple[str, str]
"""A platform, and how it knows a person."""


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the platform knows them.

    Attributes
    ----------
    ids
        All that may be called their id, the likeliest first.
    student
        The id that counts here; the folder is named by it.
    when
        When their work came in (ISO 8601), if the platform says so.
    late
        Whether the platform says that it was late.
    hand
        The number the platform gave their newest file; 0 if it gives none.
    """

    platform: str
    key: str
    name: str
    ids: tuple[str, ...]
    student: str = ""
    assignment: str = ""
    when: str = ""
    late: bool = False
    hand: int = 0

    @property
    def calls(self) -> frozenset[str]:
        """What this person may be called: each id, and of an address the part before the @."""
        return frozenset(
            student_key(part) for id in self.ids for part in (id, id.partition("@")[0]) if part
        )


def people(path: Path) -> dict[Key, Person]:
    """Read from a platform's table of grades who is who.

    Raises
    ------
    CourseError
        If it cannot be read, or is no such table.
    """
    try:
        text, _ = grids.decode(path.read_bytes())
    except OSError as error:
        raise CourseError(
            f"{path} could not be read ({error.strerror}); check its name and folder."
        ) from error
    rows, _ = grids.read(text)
    head = [cell.strip() for cell in rows[0]] if rows else []
    for platform, key in KEYS.items():
        if key not in head or (platform == "canvas" and "Student" not in head):
            continue
        found = {}
        for row in rows[1:]:
            cells = [grids.unguard(cell.strip()) for cell in row] + [""] * len(head)
            said = dict(zip(head, cells, strict=False))
            who = said[key].removeprefix("Participant ").strip()
            ids = tuple(said[name] for name in IDS[platform] if said.get(name))
            if who and ids:
                name = next((said[name] for name in NAMES if said.get(name)), "")
                when = _moment(said.get("Last modified (submission)", ""))
                late = bool(re.search(r"\blate\b", said.get("Status", ""), re.IGNORECASE))
                found[platform, who] = Person(platform, who, name, ids, when=when, late=late)
        if found:
            return found
    raise CourseError(
        f"{path.name} is not a table of grades as Canvas (with the column ID), Moodle (Identifier) "
        "or Blackboard (Username) gives it out; download it there as CSV, in English."
    )


def _moment(text: str) -> str:
    for form in TIMES:
        with suppress(ValueError):
            return utc(datetime.strptime(text.strip(), form))
    return ""


def utc(when: datetime) -> str:
    """Write a time of this computer's zone as UTC."""
    return when.astimezone(UTC).isoformat()


def unlisted(platform: str, key: str, name: str) -> Person:
    """Make a person of what a file name says."""
    ids = (f"Participant {key}", key) if platform == "moodle" else (key,)
    return Person(platform, key, name, ids)


def settle(
    table: Mapping[Key, Person], wrote: Mapping[Key, str]
) -> tuple[dict[Key, str], list[str]]:
    """Decide for everybody in the table who handed in which id counts; say what is unusual.

    Who wrote another id than the table's first counts under what they wrote, if it is their own by
    another column or by the part before the @, or if nobody else is called or wrote so. Otherwise
    the table's id counts, and a sentence says whose the other one is.
    """
    calls: dict[str, set[Key]] = {}
    for key, person in table.items():
        for name in person.calls:
            calls.setdefault(name, set()).add(key)
    times = Counter(student_key(id) for key, id in wrote.items() if id and key in table)
    found: dict[Key, str] = {}
    notes: list[str] = []
    own: list[str] = []
    odd: list[str] = []
    for key, person in ((key, table[key]) for key in wrote if key in table):
        said, first = wrote[key], person.ids[0]
        mine = student_key(said) in person.calls
        others = calls.get(student_key(said), set()) - {key}
        found[key] = first
        if not said or student_key(said) == student_key(first):
            continue
        if times[student_key(said)] == 1 and (not others or (mine and not others & set(wrote))):
            found[key] = said
            (own if mine else odd).append(f"{said!r} for {first!r}")
        else:
            why = "which is another's" if others else "as somebody else did"
            notes.append(
                f"{person.name} ({first}) wrote the id {said!r} into the notebook, {why}; the "
                f"numbers of {first!r} count."
            )
    if own:
        notes.insert(0, _sentence(own, "their own by another column, or the part before the @"))
    if odd:
        notes.insert(0, _sentence(odd, "in no row, and written by nobody else; see whose they are"))
    return found, notes


def _sentence(taken: Sequence[str], what: str) -> str:
    shown = [*taken[:5], f"{len(taken) - 5} more"] if len(taken) > 5 else taken
    return (
        f"Another id than the table's stands in {len(taken)} of the notebooks ({what}), and counts "
        f"there, since the numbers were drawn from it: {listed(shown)}; `course marks` finds the "
        "rows all the same."
    )


def keep(path: Path, persons: Iterable[Person]) -> None:
    """Write the table."""
    rows = [
        (
            *(one.student, one.assignment, one.platform, one.key, one.name),
            *(BETWEEN.join(one.ids), one.when, "late" if one.late else "", str(one.hand or "")),
        )
        for one in sorted(persons, key=lambda one: student_key(one.student))
    ]
    guarded = [[grids.guard(cell) for cell in row] for row in (HEAD, *rows)]
    write_whole(path, grids.write(guarded, grids.Dialect(mark=True)))


def kept(path: Path) -> tuple[Person, ...]:
    """Read the table again; none if there is none, or if it is another's."""
    try:
        rows, _ = grids.read(grids.decode(path.read_bytes())[0])
    except (OSError, CourseError):
        return ()
    if tuple(rows[0]) != HEAD:
        return ()
    found = []
    for row in rows[1:]:
        if len(row) == len(HEAD):
            student, assignment, platform, key, name, ids, when, late, no = map(grids.unguard, row)
            all_ids = tuple(filter(None, ids.split(BETWEEN)))
            hand = int(no) if no.isdecimal() else 0
            found.append(
                Person(platform, key, name, all_ids, student, assignment, when, bool(late), hand)
            )
    return tuple(found)


def place(graded: Path, assignment: str) -> Path:
    """Say where a course folder keeps the table of an assignment."""
    return graded / "who is who" / f"{assignment}.csv"


def taken_over(folder: Path, graded: Path, assignment: str) -> None:
    """Keep beside the gradebook what the folder of submissions says of who is who."""
    new = kept(folder / kinds.TABLE)
    if new:
        here = {(person.platform, person.key) for person in new}
        old = [p for p in kept(place(graded, assignment)) if (p.platform, p.key) not in here]
        both = {student_key(person.student): person for person in (*old, *new)}
        keep(place(graded, assignment), both.values())


def with_times(
    submissions: Iterable[intake.Submission], folder: Path
) -> tuple[intake.Submission, ...]:
    """Add to submissions what the platform said of when they came in."""
    known = {student_key(person.student): person for person in kept(folder / kinds.TABLE)}
    made = []
    for one in submissions:
        person = known.get(student_key(one.student))
        if person is not None and (person.when or person.late):
            one = replace(one, came=person.when, late=person.late)
        made.append(one)
    return tuple(made)


def rows_of(persons: Iterable[Person]) -> dict[str, str]:
    """Say by every id a platform may show (as it is compared) which student that is here."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for one in persons:
        for id in one.ids:
            if found.setdefault(student_key(id), student_key(one.student)) != student_key(
                one.student
            ):
                twice.add(student_key(id))
    return {id: student for id, student in found.items() if id not in twice}


def ids_of(persons: Iterable[Person]) -> dict[str, str]:
    """Say by student (as it is compared) by which id the platform's own files have them."""
    return {student_key(one.student): one.ids[0] for one in persons if one.ids}


def to_write(path: Path) -> list[str]:
    """Say which word the students of a class have to write, and list it for each."""
    try:
        found = list(people(path).values())
    except CourseError:
        ids = roster.read(path)  # a list of ids of the teacher's own
        return [f"Every student writes the id that stands in {path.name}:", *_lines(ids, ids)]
    names = [name for name in IDS[found[0].platform] if name in _head(path)]
    told = (
        f"Every student writes into the first cell what {path.name} holds in the column "
        f"{names[0]!r}"
        + (f" (where that is empty: {names[1]!r})." if len(names) > 1 else ".")
        + " Post this list, or read it out:"
    )
    first = [person.ids[0] for person in found]
    return [told, *_lines([person.name for person in found], first)]


def _head(path: Path) -> list[str]:
    return [cell.strip() for cell in grids.read(grids.decode(path.read_bytes())[0])[0][0]]


def _lines(names: Sequence[str], ids: Sequence[str]) -> list[str]:
    wide = max(map(len, names))
    return [
        f'  {name.ljust(wide)}  student_id = "{id}"' for name, id in zip(names, ids, strict=True)
    ]
