"""Commands that give assignments out: make them, check them, hand them to students."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.commands.words import Words
from course.errors import CourseError, listed


def assignments_write(args: argparse.Namespace) -> None:
    """Run the sources, write them in canonical form, and make the releases."""
    from course.grading import release

    release.write(args.assignments or release.written())


def assignments_check(args: argparse.Namespace) -> None:
    """Say which release is not what its source gives, or gives something away."""
    from course.grading import release

    there = release.written()
    wrong = [fault for assignment in there for fault in release.faults(assignment)]
    if wrong:
        raise CourseError("\n".join(wrong))
    print(f"{listed(there)}: each release is what its source gives, and gives nothing away.")


def assignments_bundle(args: argparse.Namespace) -> None:
    """Write what students get as one zip file."""
    from course.grading import release

    to = Path(args.file or f"{args.assignment}.zip")
    told = []
    if getattr(args, "roster", None):
        from course.grading import who

        told = who.to_write(Path(args.roster))
    print(f"Give {release.bundle(args.assignment, to, args.course)} to your students.")
    print("\n".join(told), end="\n" if told else "")


def assignments_start(args: argparse.Namespace) -> None:
    """Put an assignment into your own folder, to work on it there."""
    from course.files import my_work
    from course.grading import release

    path = release.start(args.assignment, my_work())
    print(f"Open {path} in JupyterLab and work there; what you write stays in that file.")


def assignments_variants(args: argparse.Namespace) -> None:
    """List the numbers and cases of every student of a class: as CSV, shortened in a terminal."""
    import shutil

    from course.files import write_whole
    from course.grading import roster
    from course.homework.draws import COURSE

    text = roster.variants(args.assignment, roster.read(Path(args.roster)), args.course or COURSE)
    if args.to:
        write_whole(Path(args.to), text)
        print(f"Written to {args.to}.")
    elif sys.stdout.isatty():
        print(roster.shown(text, shutil.get_terminal_size().columns))
    else:
        print(text, end="")


def exchange_check(args: argparse.Namespace) -> None:
    """Say how the exchange stands, and what is wrong with it."""
    from course.hub import exchange, place

    print("\n".join(exchange.check(place.here(args.exchange, args.course))))


def exchange_release(args: argparse.Namespace) -> None:
    """Lay out an assignment for students to fetch."""
    from course.hub import exchange, place

    there = place.here(args.exchange, args.course)
    print("\n".join(exchange.give_out(there, args.assignment, again=args.again)))


def exchange_collect(args: argparse.Namespace) -> None:
    """Bring what students handed in into a folder for each."""
    from course.hub import exchange, place

    to = Path(args.to or f"handed in/{args.assignment}")
    there = place.here(args.exchange, args.course)
    print("\n".join(exchange.collect(there, args.assignment, to)))


def exchange_return(args: argparse.Namespace) -> None:
    """Lay out feedback, each page for its student alone."""
    from course.hub import exchange, place

    there = place.here(args.exchange, args.course)
    print("\n".join(exchange.give_back(there, args.assignment, Path(args.graded))))


def add(words: Words) -> None:
    """Say which commands there are, and what they take."""
    assignments = words.group(
        "assignments", "The graded assignments: make them, check them, give them out."
    )
    assignments("write", assignments_write).add_argument("assignments", nargs="*")
    assignments("check", assignments_check)
    assignments("start", assignments_start).add_argument(
        "assignment", type=str.upper, help="P1 to P5"
    )
    listing = assignments("variants", assignments_variants)
    listing.add_argument("assignment", type=str.upper, help="P1 to P5")
    listing.add_argument("roster", help="a file with the student ids")
    listing.add_argument("--to", help="the new CSV file")
    listing.add_argument("--course", help="the course id, if you have chosen one")
    bundle = assignments("bundle", assignments_bundle)
    bundle.add_argument("assignment", type=str.upper, help="P1 to P5")
    bundle.add_argument("file", help="the new zip file")
    bundle.add_argument("--course", default="", help="a course id of your own")

    made = words.one("assign", assignments_bundle)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("--to", dest="file", help="the new zip file")
    made.add_argument("--course", default="", help="a course id of your own")
    made.add_argument("--roster", help="your class: says which id each student has to write")

    exchange = words.group("exchange", "On a JupyterHub: assignments to students and back.")
    verbs = [exchange("check", exchange_check)]
    for name, action in (
        ("release", exchange_release),
        ("collect", exchange_collect),
        ("return", exchange_return),
    ):
        verbs.append(exchange(name, action))
        verbs[-1].add_argument("assignment", type=str.upper, help="P1 to P5")
    verbs[1].add_argument("--again", action="store_true", help="anew, in place of what is there")
    verbs[2].add_argument("--to", help="the new folder")
    verbs[3].add_argument("graded", help="the folder that `course grade` wrote")
    for verb in verbs:
        verb.add_argument("--exchange", default="", help="the exchange, where no hub names it")
        verb.add_argument("--course", default="", help="the course id, where no hub names it")
