"""The command line: ``course``, for what is done outside a notebook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from course.commands import authors, handed_in, handing_out, learners
from course.commands.words import Words
from course.errors import CourseError


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="course", description="Threat, Power, Loss: a course kit.")
    words = Words(top)
    for part in (learners, handing_out, handed_in, authors):
        part.add(words)
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
