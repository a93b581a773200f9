"""What ``--mend`` does, one word for each kind of fault; nothing of the learner's is deleted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from course.errors import CourseError
from course.files import cannot_write, write_whole
from course.journal import Journal
from course.upkeep import jupyter, kept, lessons
from course.upkeep.findings import Finding, Place

Install = Callable[[], None]


def mend(place: Place, finding: Finding, keep: Path, install: Install | None) -> str:
    """Mend one fault and say what was done.

    Parameters
    ----------
    keep
        The folder in ``my_work/kept`` for what has to be moved.
    install
        Installs the environment anew; None where that cannot be done from inside it.

    Raises
    ------
    CourseError
        If it could not be mended, saying why.
    """
    about = finding.about or place.folder
    try:
        if finding.mend == "install":
            return _install(place, install)
        if finding.mend == "lesson":
            return _lesson(place, about, keep)
        if finding.mend == "aside":
            return f"It is kept as {place.shown(kept.set_aside(place, about, keep))}."
        return BY_PATH[finding.mend](about)
    except OSError as error:
        raise CourseError(cannot_write(about, error)) from error


def _install(place: Place, install: Install | None) -> str:
    if install is None:
        raise CourseError(
            f"That cannot be mended from inside; say {place.command('doctor --mend')} in the "
            "folder of the course."
        )
    install()
    return "The packages are installed anew."


def _lesson(place: Place, path: Path, keep: Path) -> str:
    name = path.relative_to(place.folder).as_posix()
    moved = kept.set_aside(place, path, keep) if path.exists() else None
    write_whole(path, lessons.shipped(place.folder)[name])
    was = f"; the damaged one is kept as {place.shown(moved)}" if moved else ""
    return f"{lessons.called(name)} is fresh again{was}."


def _journal(path: Path) -> str:
    return Journal(path).mend()


def new_name(path: Path) -> Path:
    """Find a free name like the one that a file may not have.

    >>> new_name(Path("nowhere/random.py")).name, new_name(Path("nowhere/my_work")).name
    ('my_random.py', 'old_my_work')
    """
    start = "old_" if path.name.startswith("my_") else "my_"
    for number in count(1):
        end = "" if number == 1 else f"_{number}"
        free = path.with_name(f"{start}{path.stem}{end}{path.suffix}")
        if not free.exists():
            return free
    raise AssertionError  # count() does not end


def _rename(path: Path) -> str:
    free = new_name(path)
    path.rename(free)
    return f"{path.name} is called {free.name} now."


def _permission(folder: Path) -> str:
    for path in (folder, *folder.glob("*.ipynb")):
        if path.exists():
            path.chmod(path.stat().st_mode | (0o700 if path.is_dir() else 0o600))
    return f"Writing is allowed in {folder.name}."


def _switch_on(path: Path) -> str:
    write_whole(path, jupyter.switch_on(path))
    return "What draws the exercises is switched on; close JupyterLab and open it anew."


def _lock(path: Path) -> str:
    path.unlink(missing_ok=True)
    return "The lock that was left is gone."


BY_PATH: dict[str, Callable[[Path], str]] = {
    "journal": _journal,
    "rename": _rename,
    "permission": _permission,
    "switch-on": _switch_on,
    "lock": _lock,
}
