"""What starts a person's own JupyterLab on a server: `python -m course.hub.server`, as that person.

It closes what is theirs to others, brings the lessons, says where the learner's work and the
exchange are, and becomes JupyterHub's single-user server. What goes wrong in preparing is written
to the log and keeps nobody out.
"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from course.errors import CourseError
from course.files import CLONE
from course.homework.draws import COURSE
from course.hub import lessons, rights
from course.hub.place import ID, ROOT, USUAL

ROLE = "COURSE_ROLE"
"""The variable that says who somebody is here: teacher, or else student."""
LESSONS, WORK = "lessons", "my_work"
MOST, REST = 107, len("/kernel-01234567-89ab-cdef-0123-456789abcdef-ipc-1")
"""The longest address of a kind that stays in a folder, and what Jupyter adds to the folder."""
JUPYTER = CLONE / "hub" / "jupyter"


def environment(before: Mapping[str, str], home: Path) -> dict[str, str]:
    """Give what a person's JupyterLab, its kernels and terminals find in their environment."""
    role = "teacher" if before.get(ROLE) == "teacher" else "student"
    beside = str(Path(sys.executable).parent)  # where the command `course` is
    parts = ("everyone",) if role == "teacher" else ("student", "everyone")
    config = [*(str(JUPYTER / part) for part in parts), before.get("JUPYTER_CONFIG_PATH", "")]
    # Their first page is lesson 0, until they have committed to something; then where they were.
    begun = (home / WORK / "journal.jsonl").exists() or role == "teacher"
    return {
        **before,
        ROLE: role,
        ROOT: before.get(ROOT) or USUAL,
        ID: before.get(ID) or COURSE,
        "COURSE_HOME": str(home / WORK),
        "PATH": os.pathsep.join([beside, before.get("PATH", os.defpath)]),
        "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, config)),
        "JUPYTER_RUNTIME_DIR": str(runtime(home)),
        "JUPYTERHUB_DEFAULT_URL": "/lab" if begun else f"/lab/tree/{LESSONS}/{lessons.FIRST}",
    }


def runtime(home: Path) -> Path:
    """Choose the folder for the addresses of kernels: nobody else's, and its name not too long."""
    here = home / ".jupyter-run"
    if len(os.fsencode(here)) + REST <= MOST:
        return here
    return Path(tempfile.mkdtemp(prefix="j"))


def prepare(home: Path) -> list[str]:
    """Close the home folder to others and bring the lessons; say in sentences what is unusual."""
    told = []
    try:
        mode = stat.S_IMODE(home.stat().st_mode)
        if mode & 0o077:
            home.chmod(mode & 0o700)
            told.append(f"{home} was open to others (mode {mode:04o}) and is closed now.")
    except OSError as error:
        told.append(f"{home} could not be closed to others ({error.strerror}).")
    try:
        told += lessons.bring(CLONE / "notebooks", home / LESSONS)
    except CourseError as error:
        told.append(str(error))
    return told


def main() -> None:
    """Prepare, and become the server."""
    os.umask(0o077)  # what is made from here on is nobody else's to read
    home = Path.home()
    found = environment(os.environ, home)
    told = [*prepare(home), rights.exchange(Path(found[ROOT]))]
    for sentence in filter(None, told):
        print(f"{rights.me()}: {sentence}", file=sys.stderr, flush=True)
    os.chdir(home)
    # -P: what lies in the home folder, a random.py, say, is not taken for a part of Python.
    command = [sys.executable, "-P", "-m", "jupyterhub.singleuser", *sys.argv[1:]]
    os.execve(sys.executable, command, found)


if __name__ == "__main__":
    main()
