"""The command line: ``course``, for what is done outside a notebook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from course.errors import CourseError, listed


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


def notebooks_write(args: argparse.Namespace) -> None:
    """Run lessons and write them in canonical form."""
    from course import notebooks
    from course.files import CLONE
    from course.upkeep import lessons

    notebooks.write([Path(f) for f in args.files] or notebooks.notebooks())
    lessons.ship(CLONE)


def notebooks_check(args: argparse.Namespace) -> None:
    """Name lessons that are not in canonical form."""
    from course import notebooks

    wrong = notebooks.not_canonical(notebooks.notebooks())
    if wrong:
        raise CourseError(
            f"Not in canonical form: {', '.join(wrong)}; run `course notebooks write`."
        )
    print("All notebooks are in canonical form.")


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


def collect(args: argparse.Namespace) -> None:
    """Sort what a learning platform lets you download into a folder for each student."""
    from course.grading import collecting
    from course.homework import items

    items.assignment(args.assignment)  # a name that is none is said before anything is written
    to = Path(args.to or f"handed in {args.assignment}")
    roster = Path(args.roster) if args.roster else None
    found = collecting.collect(Path(args.download), to, roster, args.assignment, older=args.older)
    print("\n".join(collecting.told(found, args.assignment, to)))


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
    from course.grading import command, giving

    to = Path(args.to)
    found, problems = command.marked(args.assignment, Path(args.graded), args.db)
    given = giving.give(
        found,
        to,
        args.form,
        download=Path(args.download) if args.download else None,
        roster=Path(args.roster) if args.roster else None,
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


def doctor(args: argparse.Namespace) -> int:
    """Say in sentences what is wrong with this installation; --mend mends what it can."""
    from dataclasses import replace

    from course.files import CLONE, my_work
    from course.upkeep import command, findings

    inside = Path(sys.prefix).resolve() == (CLONE / ".venv").resolve()
    place = findings.place_of(CLONE, None if inside else Path(sys.prefix))
    return command.run_doctor(replace(place, work=my_work()), args, None)


def site(args: argparse.Namespace) -> None:
    """Build the course as a web site; with --serve, open it."""
    from course.site import build, serve

    to = Path(args.to) if args.to else build.SITE
    build.build(to, only=args.only, anew=args.anew)
    if args.serve:
        serve.serve(to, args.port, show=not args.quiet)


def pack_check(args: argparse.Namespace) -> None:
    """Say in sentences what is missing or wrong in a case pack, with file and line."""
    from course.packs import folder

    path = folder.place(args.folder)
    found, waiting = folder.examined(path)
    if found:
        blanks = sum(fault.placeholder for fault in found)
        wrong = len(found) - blanks
        left = [f"{wrong} {'fault' if wrong == 1 else 'faults'}"] if wrong else []
        left += [f"{blanks} {'placeholder' if blanks == 1 else 'placeholders'}"] if blanks else []
        lines = [*folder.told(found), f"{path.resolve().name}: {' and '.join(left)}."]
        if waiting:
            lines.append(f"Not checked yet: {'; '.join(waiting)}.")
        raise CourseError("\n".join(lines))
    pack = folder.read(path)
    unsure = sum(not number.confirmed for number in pack.numbers)
    unsure += sum(not card.confirmed for card in pack.cards)
    print(
        f"{pack.title}: the pack is in order. {len(pack.book.crises)} cases, {len(pack.cards)} "
        f"cards, {len(pack.accounts)} accounts, {len(pack.numbers)} numbers; {unsure} numbers and "
        f"cards are marked as unconfirmed. `course pack lessons {args.folder}` writes lessons "
        "for it."
    )


def pack_new(args: argparse.Namespace) -> None:
    """Copy the template to a new folder, to fill in there."""
    from course.packs import folder

    path = folder.start(Path(args.folder))
    print(f"Open the files in {path} and fill them in; then say `course pack check {path}`.")


def pack_lessons(args: argparse.Namespace) -> None:
    """Write six lessons for a case pack as notebooks; what somebody has changed is left alone."""
    from course import pack_lessons
    from course.packs import folder

    to = Path(args.to) if args.to else None
    for said in pack_lessons.write(folder.find(args.folder), to):
        print(said, flush=True)


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="course", description="Threat, Power, Loss: a course kit.")
    groups = top.add_subparsers(required=True, metavar="WHAT")

    def group(
        name: str, text: str
    ) -> Callable[[str, Callable[..., None]], argparse.ArgumentParser]:
        verbs = groups.add_parser(name, help=text, description=text).add_subparsers(
            required=True, metavar="ACTION"
        )

        def verb(name: str, action: Callable[..., None]) -> argparse.ArgumentParser:
            made = verbs.add_parser(name, help=action.__doc__, description=action.__doc__)
            made.set_defaults(action=action)
            return made

        return verb

    journal = group("journal", "Your own commitments: see, check, copy, bring in or delete them.")
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

    made = groups.add_parser(
        "progress", help=progress_show.__doc__, description=progress_show.__doc__
    )
    made.add_argument("file", nargs="?", help="another journal file")
    made.set_defaults(action=progress_show)

    seeds = group("seeds", "The two articles: add a copy of your own, see or remove it.")
    seeds("add", seeds_add).add_argument("file", help="a text file or a saved web page")
    seeds("show", seeds_show)
    seeds("remove", seeds_remove).add_argument("document", help="A or B")
    seeds("check", seeds_check)

    pack = group("pack", "Case packs: start one from the template, check it, get its lessons.")
    pack("check", pack_check).add_argument("folder", help="the folder that holds pack.toml")
    pack("new", pack_new).add_argument("folder", help="the new folder")
    made = pack("lessons", pack_lessons)
    made.add_argument("folder", help="the pack: its folder, or its name")
    made.add_argument("--to", help="the folder for the lessons; without it, the pack's own")

    assignments = group(
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

    bundled = assignments_bundle.__doc__
    made = groups.add_parser("assign", help=bundled, description=bundled)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("--to", dest="file", help="the new zip file")
    made.add_argument("--course", default="", help="a course id of your own")
    made.add_argument("--roster", help="your class: says which id each student has to write")
    made.set_defaults(action=assignments_bundle)

    made = groups.add_parser("collect", help=collect.__doc__, description=collect.__doc__)
    made.add_argument("assignment", type=str.upper, help="P1 to P5")
    made.add_argument("download", help="the zip file, or the folder it was unpacked to")
    made.add_argument("--to", help="the folder; without it, handed in P3 for P3")
    made.add_argument("--roster", help="the platform's table of grades, as CSV")
    made.add_argument(
        "--older", action="store_true", help="take files that are older than those in the folder"
    )
    made.set_defaults(action=collect)

    exchange = group("exchange", "On a JupyterHub: assignments to students and back.")
    verbs = [exchange("check", exchange_check)]
    for name, action in (
        ("release", exchange_release),
        ("collect", exchange_collect),
        ("return", exchange_return),
    ):
        verbs.append(exchange(name, action))
        verbs[-1].add_argument("assignment", help="P1 to P5")
    verbs[1].add_argument("--again", action="store_true", help="anew, in place of what is there")
    verbs[2].add_argument("--to", help="the new folder")
    verbs[3].add_argument("graded", help="the folder that `course grade` wrote")
    for verb in verbs:
        verb.add_argument("--exchange", default="", help="the exchange, where no hub names it")
        verb.add_argument("--course", default="", help="the course id, where no hub names it")

    made = groups.add_parser("grade", help=grade.__doc__, description=grade.__doc__)
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
    made.set_defaults(action=grade)

    made = groups.add_parser("marks", help=marks.__doc__, description=marks.__doc__)
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
    made.set_defaults(action=marks)

    told = feedback_pages.__doc__
    made = groups.add_parser("feedback", help=told, description=told)
    made.add_argument("assignment", help="P1 to P5")
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("--to", default="feedback.zip", help="the new zip file or folder")
    made.add_argument("--as", dest="form", default="", help="moodle or canvas")
    made.add_argument("--download", help="with --as: what you downloaded from the platform")
    made.add_argument("--roster", help="with --as: the platform's table of grades, as CSV")
    made.add_argument(
        "--unfinished", action="store_true", help="also where an essay is not marked yet"
    )
    made.add_argument("--db", default="", help="another gradebook, as nbgrader's db_url")
    made.set_defaults(action=feedback_pages)

    told = essays.__doc__
    made = groups.add_parser("essays", help=told, description=told)
    made.add_argument("assignment", help="P1 to P5")
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("--to", default="essays", help="the new folder")
    made.add_argument("--db", default="", help="another gradebook, as nbgrader's db_url")
    made.set_defaults(action=essays)

    made = groups.add_parser("key", help=key.__doc__, description=key.__doc__)
    made.add_argument("assignment", help="P1 to P5")
    made.add_argument("student", help="the student's id")
    made.add_argument("--course", default="", help="the course id, if you have chosen one")
    made.set_defaults(action=key)

    told = formgrader.__doc__
    made = groups.add_parser("formgrader", help=told, description=told)
    made.add_argument("graded", help="the folder that `course grade` wrote")
    made.add_argument("--port", type=int, help="the port it listens on")
    made.add_argument("--quiet", action="store_true", help="open no browser")
    made.set_defaults(action=formgrader)

    made = groups.add_parser("class", help=class_page.__doc__, description=class_page.__doc__)
    made.add_argument("folder", help="the folder with what was handed in")
    made.add_argument("--to", help="the new page")
    made.add_argument("--up-to", type=int, default=8, help="the last lesson that is shown")
    made.add_argument("--least", type=int, default=5, help="the fewest students a number counts")
    made.add_argument("--notes", action="store_true", help="also what was written, shuffled")
    made.add_argument("--names", action="store_true", help="say who said what")
    made.add_argument("--everybody-agreed", action="store_true", help="to be named, each of them")
    made.set_defaults(action=class_page)

    from course.upkeep.command import doctor_arguments

    made = groups.add_parser("doctor", help=doctor.__doc__, description=doctor.__doc__)
    doctor_arguments(made)
    made.set_defaults(action=doctor)

    made = groups.add_parser("site", help=site.__doc__, description=site.__doc__)
    made.add_argument("--to", help="the folder of the site")
    made.add_argument("--serve", action="store_true", help="then serve it here, and open it")
    made.add_argument("--port", type=int, help="with --serve: the port it listens on")
    made.add_argument("--quiet", action="store_true", help="with --serve: open no browser")
    made.add_argument("--only", nargs="*", default=[], help="build these parts alone: read, do")
    made.add_argument("--anew", action="store_true", help="build also what has not changed")
    made.set_defaults(action=site)

    notebooks = group("notebooks", "For authors: keep the lessons in canonical form.")
    notebooks("write", notebooks_write).add_argument("files", nargs="*")
    notebooks("check", notebooks_check)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; on a mistake of the user's print one sentence and return 1."""
    args = parser().parse_args(arguments)
    try:
        return int(args.action(args) or 0)
    except CourseError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
