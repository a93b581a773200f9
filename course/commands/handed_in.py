"""Commands for what students hand in: sort, grade, mark, give back, show to the class."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.commands.words import Words
from course.errors import CourseError


def collect(args: argparse.Namespace) -> None:
    """Sort what a learning platform lets you download into a folder for each student."""
    from course.grading import collecting
    from course.homework import items

    items.assignment(args.assignment)  # a name that is none is said before anything is written
    to = Path(args.to or f"handed in {args.assignment}")
    roster = Path(args.roster) if args.roster else None
    found = collecting.collect(Path(args.download), to, roster, args.assignment, older=args.older)
    print("\n".join(collecting.told(found, args.assignment, to)))


def grade(args: argparse.Namespace) -> None:
    """Grade a folder of submissions: a folder, notebook or zip file a student."""
    from course.files import my_work
    from course.grading import command

    to = Path(args.to) if args.to else my_work() / "grading"
    request = command.Request(
        args.assignment,
        Path(args.folder),
        to,
        args.course,
        args.db,
        args.engine,
        args.jobs,
        args.scheduler,
        args.unsafe,
        args.older,
    )
    command.grade(request, as_json=args.json)


def marks(args: argparse.Namespace) -> None:
    """Write the marks of a graded folder as CSV, or into a learning platform's own file."""
    from course.files import write_whole
    from course.grading import command

    text, told = command.marks(
        args.assignment,
        Path(args.graded),
        args.form,
        template=Path(args.template) if args.template else None,
        column=args.column,
        unfinished=args.unfinished,
        db_url=args.db,
    )
    write_whole(Path(args.to), text)
    print("\n".join([*told, f"Written to {args.to}."]))


def feedback_pages(args: argparse.Namespace) -> None:
    """Put the students' feedback pages into a folder or zip file, to be given back."""
    from course.grading import command, giving, who

    to, graded = Path(args.to), Path(args.graded)
    found, problems = command.marked(args.assignment, graded, args.db)
    given = giving.give(
        found,
        to,
        args.form,
        download=Path(args.download) if args.download else None,
        roster=Path(args.roster) if args.roster else None,
        known=who.kept(who.place(graded, args.assignment.upper())),
        unfinished=args.unfinished,
    )
    print("\n".join([*problems, *giving.told(given, to, args.form)]))


def essays(args: argparse.Namespace) -> None:
    """Write the essays of a graded folder, shuffled and without ids, to mark them blind."""
    from course.grading import command
    from course.grading import essays as written

    to = Path(args.to)
    found, _ = command.marked(args.assignment, Path(args.graded), args.db)
    key = written.write_essays(found, to)
    print(
        f"The essays are in {to}, one file each, with a table points.csv to fill in. Whose each is "
        f"stands in {key}: open it when all points are in the table."
    )


def key(args: argparse.Namespace) -> None:
    """Print what is right for one student, and why; for whoever marks."""
    from course.grading import solutions
    from course.homework.draws import COURSE

    print(solutions.as_text(args.assignment, args.student, args.course or COURSE), end="")


def formgrader(args: argparse.Namespace) -> None:
    """Open nbgrader's formgrader on a graded folder, to mark essays."""
    from course.grading import opening

    opening.formgrader(Path(args.graded), args.port, show=not args.quiet)


def class_page(args: argparse.Namespace) -> None:
    """Show a class to itself: one offline page for the projector, from the journals handed in."""
    from course.files import my_work, write_whole
    from course.grading import class_page, gathering

    if args.names and not args.everybody_agreed:
        raise CourseError(
            "A page with names is only for a class in which everybody said yes to it; ask each of "
            "them, then say `--names --everybody-agreed`."
        )
    to = Path(args.to) if args.to else my_work() / "class.html"
    if to.suffix.lower() not in (".html", ".htm"):
        raise CourseError(f"{to} is no name for a web page; let it end in .html.")
    found = gathering.gather(Path(args.folder))
    for note in found.notes:
        print(note, file=sys.stderr)
    wishes = class_page.Wishes(args.least, args.names, args.notes, args.up_to)
    write_whole(to, class_page.page(found.students, wishes))
    if args.notes:
        print("Read what was written before you show it: somebody may have put a name into it.")
    print(f"{len(found.students)} students are on the page {to}; open it in a browser.")


def add(words: Words) -> None:
    """Say which commands there are, and what they take."""
    made = words.one("collect", collect)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("download", help="the zip file, or the folder it was unpacked to")
    made.add_argument("--to", help="the folder; without it, handed in P3 for P3")
    made.add_argument("--roster", help="the platform's table of grades, as CSV")
    made.add_argument(
        "--older", action="store_true", help="take files that are older than those in the folder"
    )

    made = words.one("grade", grade)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("folder", help="the folder with what was handed in")
    made.add_argument("--to", help="the folder for gradebook and feedback")
    made.add_argument(
        "--older", action="store_true", help="grade work that is older than the gradebook's too"
    )
    made.add_argument("--course", default="", help="the course id, if you have chosen one")
    made.add_argument("--db", default="", help="another gradebook, as nbgrader's db_url")
    made.add_argument("--engine", choices=["warm", "nbgrader"], default="warm")
    made.add_argument("--jobs", type=int, default=0, help="submissions at a time")
    made.add_argument("--scheduler", default="", help="the address of a Dask scheduler")
    made.add_argument("--unsafe", action="store_true", help="grade without a box around them")
    made.add_argument("--json", action="store_true", help="a line of JSON for each submission")

    made = words.one("marks", marks)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("to", help="the new file")
    made.add_argument(
        "--as", dest="form", choices=["plain", "canvas", "moodle", "blackboard"], default="plain"
    )
    made.add_argument("--template", help="the file that the platform gave out, to fill in")
    made.add_argument("--column", help="its column, if it cannot be told by the assignment's name")
    made.add_argument(
        "--unfinished", action="store_true", help="also where an essay is not marked yet"
    )
    made.add_argument("--db", default="", help="another gradebook, as nbgrader's db_url")

    made = words.one("feedback", feedback_pages)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("--to", default="feedback.zip", help="the new zip file or folder")
    made.add_argument("--as", dest="form", default="", help="moodle or canvas")
    made.add_argument("--download", help="with --as: what you downloaded from the platform")
    made.add_argument("--roster", help="with --as: the platform's table of grades, as CSV")
    made.add_argument(
        "--unfinished", action="store_true", help="also where an essay is not marked yet"
    )
    made.add_argument("--db", default="", help="another gradebook, as nbgrader's db_url")

    made = words.one("essays", essays)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("--to", default="essays", help="the new folder")
    made.add_argument("--db", default="", help="another gradebook, as nbgrader's db_url")

    made = words.one("key", key)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("student", help="the student's id")
    made.add_argument("--course", default="", help="the course id, if you have chosen one")

    made = words.one("formgrader", formgrader)
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("--port", type=int, help="the port it listens on")
    made.add_argument("--quiet", action="store_true", help="open no browser")

    made = words.one("class", class_page)
    made.add_argument("folder", help="the folder with what was handed in")
    made.add_argument("--to", help="the new page")
    made.add_argument("--up-to", type=int, default=8, help="the last lesson that is shown")
    made.add_argument("--least", type=int, default=5, help="the fewest students a number counts")
    made.add_argument("--notes", action="store_true", help="also what was written, shuffled")
    made.add_argument("--names", action="store_true", help="say who said what")
    made.add_argument("--everybody-agreed", action="store_true", help="to be named, each of them")
