"""A new version takes the place of the old one; what the learner did stays.

The rule for each file of the new version, seen from the old copy:

* not there, or the same already: nothing is lost by putting the new one there;
* a lesson whose words the learner left alone: the new one takes its place (results can be had
  again);
* a lesson that the learner changed and the new version did not: the learner's stays where it is;
* a lesson that both changed: the new one takes its place, the learner's is kept, whole, in
  ``my_work/kept``;
* any other file that differs: the old one goes into one ZIP file there, for whoever changed it.

Files that the learner added are not looked at. ``my_work`` is not touched but for ``kept``.
"""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from course.errors import CourseError, listed
from course.upkeep import finish, kept, lessons
from course.upkeep.findings import Place, servers, shipped, version_of, writable
from course.upkeep.kit import LESSONS, Kit, older, open_kit

Say = Callable[[str], None]
OLD = "old_version.zip"


@dataclass(slots=True)
class Plan:
    """What an update is going to do.

    Attributes
    ----------
    new
        Files to put in place.
    gone
        Files of the old version that the new one does not have.
    kept
        Files of the learner's that are kept, whole and open.
    packed
        Other files that make room; they go into one ZIP file.
    stays
        Lessons that the learner changed and that are the same in the new version.
    """

    new: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    packed: list[str] = field(default_factory=list)
    stays: list[str] = field(default_factory=list)


def plan(folder: Path, kit: Kit) -> Plan:
    """Decide about every file; nothing is changed.

    Raises
    ------
    CourseError
        If there is a folder where the new version has a file, or the other way round.
    """
    found = Plan()
    before = lessons.shipped(folder)
    ours = frozenset(shipped(folder))
    for name in kit.names:
        path = folder / name
        _free(folder, name)
        if path.is_dir():
            raise CourseError(
                f"There is a folder {name} where the new version has a file; give your folder "
                "another name. Nothing was changed."
            )
        if not path.is_file():
            found.new.append(name)
            continue
        here, there = path.read_bytes(), kit.read(name)
        if here == there:
            continue
        if not is_lesson(name):
            found.new.append(name)
            (found.packed if name in ours else found.kept).append(name)
            continue
        old = before.get(name)
        if old is not None and lessons.same_words(old, there):
            # The same lesson in both versions, so what is here needs no change.
            if lessons.read(here) is None:
                found.new.append(name)
                found.kept.append(name)
            elif not lessons.same_words(here, old):
                found.stays.append(name)
            continue
        found.new.append(name)
        touched = old is None or lessons.compare(here, old).touched
        (found.kept if touched else found.packed).append(name)
    new = frozenset(kit.names)
    for name in sorted(ours - new):
        path = folder / name
        if not path.is_file():
            continue
        found.gone.append(name)
        changed = (
            is_lesson(name) and lessons.compare(path.read_bytes(), before.get(name, "")).touched
        )
        (found.kept if changed else found.packed).append(name)
    return found


def _free(folder: Path, name: str) -> None:
    for above in list(PurePosixPath(name).parents)[:-1]:
        path = folder / above
        if (path.exists() or path.is_symlink()) and not path.is_dir():
            raise CourseError(
                f"There is a file {above} where the new version has a folder; give your file "
                "another name. Nothing was changed."
            )


def is_lesson(name: str) -> bool:
    """Say whether a file is a lesson."""
    return name.endswith(".ipynb") and name.startswith(tuple(f"{f}/" for f in lessons.FOLDERS))


def update(place: Place, source: Path, say: Say) -> None:
    """Bring the version in `source` into this folder.

    Raises
    ------
    CourseError
        If nothing was changed, saying why; or if a file is in use, and what to do.
    """
    if finish.waiting(place.folder):
        go_on(place, say)
    if (place.folder / ".git").exists():
        raise CourseError(
            f"This folder was made with git; say {place.command('update')} alone, and git brings "
            "the new version."
        )
    if source.is_dir() and source.resolve() == place.folder:
        raise CourseError(
            f"That is this folder itself; name the new one, or go into the new one and say "
            f"{place.command('update --from OLD-FOLDER')} there."
        )
    closed(place)
    kit = open_kit(source)
    here = version_of(place.folder)
    if older(kit.version, here):
        raise CourseError(
            f"{source.name} is version {kit.version}, and this folder has {here} already; nothing "
            "was changed."
        )
    try:
        found = plan(place.folder, kit)
        _all_writable(place, found)
    except OSError as error:
        raise CourseError(
            f"{error.filename} could not be read ({error.strerror}); see "
            f"{place.command('doctor')}. Nothing was changed."
        ) from error
    _prepare(place, kit, found, here)
    go_on(place, say)


def closed(place: Place) -> None:
    """Make sure that no JupyterLab runs here: it would save old lessons over new ones.

    Raises
    ------
    CourseError
        If one does.
    """
    running = servers(place)
    if running:
        raise CourseError(
            f"The course is open at {listed(running)}; press Ctrl+C twice in the terminal where "
            "it runs, then say this again."
        )


def _prepare(place: Place, kit: Kit, found: Plan, here: str) -> None:
    """Write everything that is to come into ``.update``; up to the last line nothing counts."""
    finish.clear(place.folder)
    base = place.folder / finish.FOLDER
    preparing = base / "preparing"
    keep = kept.new_folder(place)
    try:
        here_now = [n for n in (*found.new, *found.gone) if (place.folder / n).is_file()]
        sums = {name: finish.fingerprint(place.folder / name) for name in here_now}
        for name in found.new:
            _write(preparing / "files" / name, kit.read(name))
        for name in found.kept:
            finish.copy_whole(place.folder / name, preparing / "kept" / name)
        if found.packed:
            _write(preparing / "kept" / OLD, _zipped(place.folder, found.packed))
        told: dict[str, Any] = {
            "kept": str(keep), "gone": found.gone, "version": kit.version, "before": here,
            "names": found.kept, "packed": len(found.packed), "stays": found.stays,
            "sums": sums,
        }  # fmt: skip
        _write(preparing / "plan.json", json.dumps(told).encode("utf-8"))
        preparing.rename(base / "ready")
    except OSError as error:
        shutil.rmtree(preparing, ignore_errors=True)
        raise CourseError(
            f"The new version could not be written ({error.strerror}); nothing was changed. Make "
            f"room on the disk, or see {place.command('doctor')}."
        ) from error


def _all_writable(place: Place, found: Plan) -> None:
    """Make sure, before anything counts, that each file can be put in its place.

    Raises
    ------
    CourseError
        If one cannot.
    """
    targets = [place.folder / name for name in (*found.new, *found.gone)]
    targets.append(kept.new_folder(place) / "any file")
    folders = {
        next(p for p in target.parents if p.exists() or p.is_symlink()) for target in targets
    }
    for folder in sorted(folders):
        if not folder.is_dir():
            raise CourseError(
                f"There is a file {place.shown(folder)} where the course needs a folder; give the "
                "file another name. Nothing was changed."
            )
        if not writable(folder):
            raise CourseError(
                f"Nothing can be written in {place.shown(folder)}; say "
                f"{place.command('doctor --mend')} first. Nothing was changed."
            )


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _zipped(folder: Path, names: list[str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, (folder / name).read_bytes())
    return buffer.getvalue()


def go_on(place: Place, say: Say) -> None:
    """Carry out what is prepared, or the rest of it, and say what was done.

    Raises
    ------
    CourseError
        If a file is in use.
    """
    try:
        done = finish.finish(place.folder)
    except OSError as error:
        raise CourseError(
            f"The update has begun, and {error.filename} cannot be replaced now "
            f"({error.strerror}); close the programs that use this folder and say "
            f"{place.command('update')}: it goes on where it stopped."
        ) from error
    lessons.shipped.cache_clear()
    for line in told(place, done):
        say(line)


def told(place: Place, done: dict[str, Any]) -> list[str]:
    """Say what an update did."""
    same = done["before"] == done["version"]
    was = "as before, with what changed since" if same else f"it was {done['before']}"
    lines = [f"This folder has version {done['version']} now ({was})."]
    keep = place.shown(Path(done["kept"]))
    own = [name for name in done["names"] if is_lesson(name)]
    other = [name for name in done["names"] if not is_lesson(name)]
    if own:
        lines.append(
            f"You had changed {named(own)}, and the new version has changed too. Yours is kept "
            f"in {keep}; open it in JupyterLab and copy over what you need."
        )
    if other:
        lines.append(f"Files of yours made room and are kept in {keep}: {listed(other)}.")
    if done["stays"]:
        lines.append(
            f"You had changed {named(done['stays'])}; the new version did not, so yours stays."
        )
    if done["packed"]:
        lines.append(f"What was replaced is kept in {keep}/{OLD}; delete it when you like.")
    since = Path(done["kept"]) / finish.SINCE
    later = [path.relative_to(since).as_posix() for path in finish.everything(since)]
    if later:
        lines.append(
            f"While the update waited, {named(later)} changed; that is kept in "
            f"{keep}/{finish.SINCE}."
        )
    lines.append("Your journal and all that is in `my_work` are as they were.")
    lines.append(f"Say {place.command('open')} now; it installs what the new version needs.")
    return lines


def named(names: list[str]) -> str:
    """Name lessons in a sentence.

    >>> named(["notebooks/03_from_power_to_threat.ipynb", "packs/cuba_1962/3_whose_loss.ipynb"])
    'lesson 3 and packs/cuba_1962/3_whose_loss.ipynb'
    """
    numbers = [lessons.number(name) for name in names]
    return listed([f"lesson {n}" if n.isdecimal() else n for n in numbers])


def lessons_of(kit: Kit) -> dict[str, str]:
    """Read the lessons as a copy of the course shipped them; empty if it does not hold them."""
    return lessons.unpacked(kit.read(LESSONS)) if LESSONS in kit.names else {}
