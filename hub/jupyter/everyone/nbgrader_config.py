"""nbgrader on the hub, for teachers and students alike: the course, and where its exchange is."""

import os
from pathlib import Path

from course.grading.config import configure
from course.hub import place

found = place.here()
c = configure(get_config())  # type: ignore[name-defined] # noqa: F821 (nbgrader gives it)
c.CourseDirectory.course_id = found.course
c.Exchange.root = str(found.root)
# Validate runs a notebook apart; nobody else on this server is to listen to that either.
c.KernelManager.transport = "ipc"
if os.environ.get("COURSE_ROLE") == "teacher":
    # What `course grade ... --to grading` writes: the formgrader marks essays there.
    c.CourseDirectory.root = str(Path.home() / "grading")
