"""Commands for learners: the journal, the articles, one's own installation."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from course.commands.words import Words
from course.errors import CourseError


def journal_show(args: argparse.Namespace) -> None:
    """Print every commitment, oldest first."""
    from course.journal import Journal

    entries = Journal().entries()
    if not entries:
        print("The journal is empty: nothing has been committed yet.")
    for entry in entries:
        print(f"{entry.number:4}  {entry.time}  {entry.key}  {entry.value}")


def journal_check(args: argparse.Namespace) -> None:
    """Verify the chain of a journal; with FILE, also how it stands to the one here."""
    from course import arrival
    from course.journal import Journal, read_file

    path = Path(args.file) if args.file else Journal().path
    if not args.file and not path.exists():
        print("The journal is empty: nothing has been committed yet.")
        return
    _, entries = read_file(path)
    print(f"{path.name}: {arrival.counted(len(entries))}, and the chain holds.")
    if args.file and entries:
        print(arrival.foreseen(path))


def journal_export(args: argparse.Namespace) -> None:
    """Copy the journal to a file."""
    from course.journal import Journal

    path = Journal().export(Path(args.file))
    print(f"Your journal was copied to {path}.")


def journal_import(args: argparse.Namespace) -> None:
    """Bring in a journal from elsewhere, from the course in a browser for instance."""
    from course import arrival

    print(arrival.bring_in(Path(args.file), replace=args.replace))


def journal_delete(args: argparse.Namespace) -> None:
    """Delete the journal, if the learner says yes."""
    from course.journal import Journal

    journal = Journal()
    if not journal.path.exists():
        print("There is no journal to delete.")
        return
    if not args.yes:
        raise CourseError(
            f"This deletes {journal.path} for good; export it first if you want a copy, then say "
            "`course journal delete --yes`."
        )
    journal.delete()
    print("Your journal was deleted.")


def progress_show(args: argparse.Namespace) -> None:
    """Print how far you are; with FILE, how far the journal says its owner is."""
    from course import progress
    from course.journal import Journal, read_file

    mine = Journal()
    head, entries = read_file(Path(args.file)) if args.file else ({}, mine.entries())
    own = read_file(mine.path)[0] if args.file and mine.path.exists() else {}
    if args.file and head.get("id") != own.get("id"):
        print(f"{args.file} is not the journal of this folder; what follows is its owner's.")
    if not entries:
        print("The journal is empty: nothing has been committed yet.")
        return
    print(progress.as_text(entries))


def seeds_add(args: argparse.Namespace) -> None:
    """Add your own copy of an article, as text or as a saved web page."""
    from course import own_copy

    print("\n".join(own_copy.add(Path(args.file)).sentences))


def seeds_show(args: argparse.Namespace) -> None:
    """Say which copies you have added."""
    from course import own_copy

    print("\n".join(own_copy.report()))


def seeds_remove(args: argparse.Namespace) -> None:
    """Remove your own copy of document A or B."""
    from course import own_copy

    print(own_copy.remove(args.document))


def seeds_check(args: argparse.Namespace) -> None:
    """Check the records of the two articles, naming file and line of what is wrong."""
    from course import seeds

    print("\n".join(seeds.check()))


def doctor(args: argparse.Namespace) -> int:
    """Say in sentences what is wrong with this installation; --mend mends what it can."""
    from dataclasses import replace

    from course.files import CLONE, my_work
    from course.upkeep import command, findings

    inside = Path(sys.prefix).resolve() == (CLONE / ".venv").resolve()
    place = findings.place_of(CLONE, None if inside else Path(sys.prefix))
    return command.run_doctor(replace(place, work=my_work()), args, None)


def add(words: Words) -> None:
    """Say which commands there are, and what they take."""
    from course.upkeep.command import doctor_arguments

    journal = words.group(
        "journal", "Your own commitments: see, check, copy, bring in or delete them."
    )
    journal("show", journal_show)
    journal("check", journal_check).add_argument("file", nargs="?", help="another journal file")
    journal("export", journal_export).add_argument("file", help="the new file")
    bring = journal("import", journal_import)
    bring.add_argument("file", help="a journal that was exported elsewhere")
    bring.add_argument(
        "--replace",
        action="store_true",
        help="go on with it even where the two differ; the one here is kept under another name",
    )
    journal("delete", journal_delete).add_argument("--yes", action="store_true")
    words.one("progress", progress_show).add_argument(
        "file", nargs="?", help="another journal file"
    )

    seeds = words.group("seeds", "The two articles: add a copy of your own, see or remove it.")
    seeds("add", seeds_add).add_argument("file", help="a text file or a saved web page")
    seeds("show", seeds_show)
    seeds("remove", seeds_remove).add_argument("document", help="A or B")
    seeds("check", seeds_check)

    doctor_arguments(words.one("doctor", doctor))
