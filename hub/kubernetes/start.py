#!/opt/course/bin/python
"""What a container starts with: bring the lessons into the student's home, then start the server.

The home is a disk of the student's own, mounted over the one in the image, so the lessons lie in
the image and are copied at each start. What a student has changed stays (course/hub/lessons.py).
If they cannot be copied, because the disk is full, say, the server starts all the same: only there
can something be deleted.
"""

import os
import sys
from pathlib import Path

from course.errors import CourseError
from course.hub import lessons

LESSONS = Path("/opt/lessons")


def main(command: list[str]) -> None:
    """Prepare, and become `command`."""
    home = Path.home()
    try:
        told = lessons.bring(LESSONS, home / "lessons")
    except CourseError as error:
        told = [str(error)]
    for sentence in told:
        print(sentence, file=sys.stderr, flush=True)
    # Lesson 0 is the first page until something was committed to; then it is where one left off.
    if (home / "my_work" / "journal.jsonl").exists():
        os.environ["JUPYTERHUB_DEFAULT_URL"] = "/lab"
    os.execvp(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
