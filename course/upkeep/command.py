"""What ``start.py doctor``, ``update`` and ``uninstall`` read from the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from course.errors import CourseError
from course.upkeep import clone, doctor, finish, moving, removal, update
from course.upkeep.findings import Place, filled, place_of

Install = Callable[[], None]


def doctor_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe what can follow ``doctor``."""
    parser.add_argument("--mend", action="store_true", help="mend what can be mended")
    parser.add_argument("--lesson", default="", metavar="N", help="put a fresh lesson N here")
    parser.add_argument("--report", metavar="FILE", help="write what was found, for your teacher")
    parser.add_argument("--teacher", action="store_true", help="also what only grading needs")


def parser(what: str) -> argparse.ArgumentParser:
    """Describe the command line of one of the three."""
    made = argparse.ArgumentParser(prog=f"start.py {what}")
    if what == "doctor":
        made.description = "Say in sentences what is wrong with this installation."
        doctor_arguments(made)
    elif what == "update":
        made.description = "Bring a new version here; your work stays."
        made.add_argument("new", nargs="?", help="the new ZIP file or folder")
        made.add_argument("--from", dest="old", metavar="OLD", help="bring your work from OLD here")
    else:
        made.description = "Remove what was installed; your work stays."
        made.add_argument("--everything", action="store_true", help="the course and your work too")
        made.add_argument("--yes", action="store_true", help="with --everything: you mean it")
    return made


def main(what: str, arguments: Sequence[str], folder: Path, install: Install) -> int:
    """Do one of the three in `folder`; return the exit status."""
    args = parser(what).parse_args(arguments)
    place = place_of(folder)
    try:
        if what == "doctor":
            return _doctor(place, args, install)
        if what == "update":
            bring(place, args)
        else:
            removal.uninstall(place, say, everything=args.everything, yes=args.yes)
    except CourseError as error:
        print(filled(str(error)), file=sys.stderr)
        return 1
    return 0


def _doctor(place: Place, args: argparse.Namespace, install: Install) -> int:
    """Finish an update that waits, if that can be done; look and mend in any case."""
    if not finish.waiting(place.folder):
        return run_doctor(place, args, install)
    try:
        update.go_on(place, say)
    except CourseError as error:
        say(f"{error}\n")
    status = run_doctor(place, args, install)
    if finish.waiting(place.folder) and args.mend:  # what was in the way may be gone now
        update.go_on(place, say)
    return 1 if finish.waiting(place.folder) else status


def run_doctor(place: Place, args: argparse.Namespace, install: Install | None) -> int:
    """Run the doctor as the command line asks."""
    return doctor.doctor(
        place,
        say,
        wish_mend=args.mend,
        lesson=args.lesson,
        report=Path(args.report) if args.report else None,
        teacher=args.teacher,
        install=install,
    )


def bring(place: Place, args: argparse.Namespace) -> None:
    """Bring a new version, or work from an old folder."""
    if args.old and args.new:
        raise CourseError("Name either the new version or, after --from, the old folder, not both.")
    if args.old:
        moving.bring_over(place, Path(args.old), say)
    elif args.new:
        update.update(place, Path(args.new), say)
    elif finish.waiting(place.folder):
        update.go_on(place, say)
    elif (place.folder / ".git").exists():
        clone.pull(place, say)
    else:
        raise CourseError(
            "Download the new version as a ZIP file and name it: "
            + place.command("update NEW.zip")
            + ". Or unpack it elsewhere and say "
            + place.command("update --from OLD-FOLDER")
            + " in the new folder."
        )


def say(text: str) -> None:
    """Print sentences at once, in lines that fit, whatever letters this terminal knows."""
    encoding = sys.stdout.encoding or "utf-8"
    text = "\n".join(line if len(line) <= 80 else filled(line) for line in text.split("\n"))
    print(text.encode(encoding, errors="replace").decode(encoding), flush=True)
