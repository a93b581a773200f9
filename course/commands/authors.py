"""Commands for authors: case packs, lessons in canonical form, the web site."""

from __future__ import annotations

import argparse
from pathlib import Path

from course.commands.words import Words
from course.errors import CourseError


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


def site(args: argparse.Namespace) -> None:
    """Build the course as a web site; with --serve, open it."""
    from course.site import build, serve

    to = Path(args.to) if args.to else build.SITE
    build.build(to, only=args.only, anew=args.anew)
    if args.serve:
        serve.serve(to, args.port, show=not args.quiet)


def add(words: Words) -> None:
    """Say which commands there are, and what they take."""
    pack = words.group(
        "pack", "Case packs: start one from the template, check it, get its lessons."
    )
    pack("check", pack_check).add_argument("folder", help="the folder that holds pack.toml")
    pack("new", pack_new).add_argument("folder", help="the new folder")
    made = pack("lessons", pack_lessons)
    made.add_argument("folder", help="the pack: its folder, or its name")
    made.add_argument("--to", help="the folder for the lessons; without it, the pack's own")

    made = words.one("site", site)
    made.add_argument("--to", help="the folder of the site")
    made.add_argument("--serve", action="store_true", help="then serve it here, and open it")
    made.add_argument("--port", type=int, help="with --serve: the port it listens on")
    made.add_argument("--quiet", action="store_true", help="with --serve: open no browser")
    made.add_argument("--only", nargs="*", default=[], help="build these parts alone: read, do")
    made.add_argument("--anew", action="store_true", help="build also what has not changed")

    notebooks = words.group("notebooks", "For authors: keep the lessons in canonical form.")
    notebooks("write", notebooks_write).add_argument("files", nargs="*")
    notebooks("check", notebooks_check)
