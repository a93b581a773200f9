"""The settings of a small server: one short file, read and checked before anybody can come in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from course.errors import CourseError, listed
from course.files import CLONE, read_toml
from course.homework.draws import COURSE
from course.hub import rights

NAMED = "COURSE_HUB"
"""The variable that names another file of settings."""
USUAL = Path("/etc/course-hub.toml")
TEMPLATE = CLONE / "hub" / "hub.toml"
SCHEMA = Path(__file__).with_name("hub.schema.json")
PROXY = (
    CLONE / "hub" / "node_modules" / "configurable-http-proxy" / "bin" / "configurable-http-proxy"
)
# What a student's own processes read: Python, its packages, the course, its settings for Jupyter.
READ = (
    Path(sys.executable),
    Path(os.__file__).parent,
    Path(sys.prefix) / "pyvenv.cfg",
    CLONE / "course" / "data",
    CLONE / "seeds",
    CLONE / "notebooks",
    CLONE / "hub" / "jupyter",
)
# What runs as root.
RUN = (CLONE / "course" / "hub", CLONE / "hub" / "jupyterhub_config.py", Path(os.__file__).parent)


@dataclass(frozen=True, slots=True)
class Settings:
    """Who teaches, who learns, and where things are.

    Attributes
    ----------
    teachers
        Accounts of this server.
    students
        A group of this server: its members may come in.
    exchange
        The folder through which assignments go, there and back.
    state
        A folder that only root reads: who is signed in.
    certificate, key
        For https; without them the server speaks http.
    """

    teachers: tuple[str, ...]
    students: str
    exchange: Path
    state: Path
    address: str = "127.0.0.1"
    port: int = 8000
    course: str = COURSE
    certificate: str = ""
    key: str = ""

    @property
    def url(self) -> str:
        """The address that the proxy listens on."""
        scheme = "https" if self.certificate else "http"
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{scheme}://{host}:{self.port}"


def path() -> Path:
    """Find the file of settings.

    Raises
    ------
    CourseError
        If there is none.
    """
    named = os.environ.get(NAMED)
    found = Path(named) if named else USUAL
    if not found.is_file():
        raise CourseError(
            f"There is no file {found} with the settings of this server; copy {TEMPLATE} there "
            "and fill it in."
        )
    return found


def read(path: Path) -> Settings:
    """Read the settings.

    Raises
    ------
    CourseError
        Naming the file, the line and what is wrong there.
    """
    said = read_toml(path, SCHEMA)
    if bool(said.get("certificate")) != bool(said.get("key")):
        raise CourseError(
            f"{path.name}: certificate and key belong together; name both files, or neither."
        )
    if said["students"] in said["teachers"]:
        raise CourseError(
            f"{path.name}: students names a group and not an account; {said['students']!r} is "
            "there as a teacher too."
        )
    return Settings(
        **{
            **said,
            "teachers": tuple(said["teachers"]),
            "exchange": Path(said["exchange"]),
            "state": Path(said["state"]),
        }
    )


def check(settings: Settings) -> None:
    """See that a hub can start here, as root.

    Raises
    ------
    CourseError
        With the first thing that is missing, and what to do.
    """
    import grp
    import pwd

    if os.geteuid() != 0:
        raise CourseError(
            "The hub starts a server in each person's own account, and only root may do that; "
            "start it with sudo, or as a service (hub/README.md)."
        )
    accounts = {entry.pw_name for entry in pwd.getpwall()}
    unknown = [name for name in settings.teachers if name not in accounts and not _known(name)]
    if unknown:
        raise CourseError(
            f"This server has no account {listed(unknown)}; add it (sudo adduser {unknown[0]}), or "
            "correct `teachers` in the settings."
        )
    try:
        members = set(grp.getgrnam(settings.students).gr_mem)
    except KeyError as error:
        raise CourseError(
            f"This server has no group {settings.students}; add it: sudo groupadd "
            f"{settings.students}"
        ) from error
    both = sorted(members & set(settings.teachers))
    if both:
        raise CourseError(
            f"{listed(both)} cannot teach and be in the group {settings.students} of students; "
            "take one of the two away."
        )
    if not PROXY.is_file():
        raise CourseError(
            f"{PROXY} is missing; start the hub with `python3 start.py hub`, which installs it."
        )
    problem = (
        rights.unreadable(READ)
        or rights.changeable(RUN)
        or _starts_for(settings.teachers[0])
        or rights.exchange(settings.exchange)
        or _owned(settings)
    )
    if problem:
        raise CourseError(problem)
    for file in (settings.certificate, settings.key):
        if file and not Path(file).is_file():
            raise CourseError(f"There is no file {file} for https; correct its name.")
    _keep_state(settings.state)
    _give_folder(settings)


def _known(name: str) -> bool:
    """Say whether there is an account that is not listed: a directory service may not list any."""
    import pwd

    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True


def _starts_for(name: str) -> str:
    """Try in somebody's account whether their server could start; say why not, or nothing."""
    import pwd

    entry = pwd.getpwnam(name)
    trial = "import ssl, sqlite3, course.hub.server, jupyterhub.singleuser, jupyterlab, nbgrader"
    done = subprocess.run(
        [sys.executable, "-P", "-c", trial],
        cwd="/",
        user=entry.pw_uid,
        group=entry.pw_gid,
        extra_groups=[],
        env={**os.environ, "HOME": entry.pw_dir},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return ""
    lines = done.stderr.strip().splitlines() or ["it gives no reason"]
    return (
        f"The course does not start in the account {name}: {lines[-1].rstrip('.')}. Install it, "
        "and the Python that it uses, where everybody may read them, /opt for example."
    )


def _owned(settings: Settings) -> str:
    """Say that the course's part of the exchange belongs to somebody who does not teach."""
    folder = settings.exchange / settings.course
    if not folder.exists():
        return ""
    owner = rights.owner(folder)
    if owner in settings.teachers:
        return ""
    return (
        f"{folder} belongs to {owner}, who is no teacher here, so nothing could be released or "
        f"collected: look at what is in it, and delete it (sudo rm -r {folder}) or, if it is a "
        f"former teacher's, pass it on (sudo chown -R --from={owner} {settings.teachers[0]} "
        f"{folder})."
    )


def _give_folder(settings: Settings) -> None:
    """Make the course's part of the exchange for its first teacher, before anybody else can."""
    folder = settings.exchange / settings.course
    if not folder.exists():
        try:
            folder.mkdir()
            folder.chmod(0o755)
            shutil.chown(folder, settings.teachers[0])
        except OSError as error:
            raise CourseError(f"{folder} could not be made ({error.strerror}).") from error


def _keep_state(folder: Path) -> None:
    """Make the folder in which the hub remembers who is signed in, for root alone."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise CourseError(
            f"The hub cannot keep anything in {folder} ({error.strerror}); name another folder as "
            "`state` in the settings."
        ) from error
