"""The update of a folder that git made: ``git pull``, and nothing of the learner's is lost."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

from course.errors import CourseError
from course.upkeep import kept
from course.upkeep.findings import Place, version_of
from course.upkeep.finish import copy_whole
from course.upkeep.update import closed, named

Say = Callable[[str], None]


def pull(place: Place, say: Say) -> None:
    """Bring the newest version from where this folder was cloned.

    Files that were changed both here and there are first copied to ``my_work/kept``; files that
    were changed only here stay as they are.

    Raises
    ------
    CourseError
        If git is not there, cannot reach the other side, or there are commits of one's own.
    """
    closed(place)
    _git(place, "rev-parse", "--verify", "HEAD")
    if not _asks(place, "rev-parse", "--verify", "@{upstream}"):
        raise CourseError(
            "This branch follows no other, so git does not know where a new version comes from; "
            "say `git switch main` first."
        )
    _git(place, "fetch", "--quiet")
    if not _git(place, "rev-list", "HEAD..@{upstream}"):
        say("This is the newest version already; nothing was changed.")
        return
    if _git(place, "rev-list", "@{upstream}..HEAD"):
        raise CourseError(
            "There are commits of your own here, so a new version has to be merged: say "
            "`git pull` and settle what git asks. Nothing was changed."
        )
    coming = set(_git(place, "diff", "--no-renames", "--name-only", "-z", "HEAD", "@{upstream}"))
    changed = set(_git(place, "diff", "--no-renames", "--name-only", "-z", "HEAD")) & coming
    # Files of one's own where the new version brings one.
    own = set(_git(place, "ls-files", "--others", "-z")) & coming
    aside = sorted(name for name in changed | own if (place.folder / name).is_file())
    keep = kept.new_folder(place)
    before = version_of(place.folder)
    try:
        for name in aside:
            copy_whole(place.folder / name, keep / name)
        for name in own:
            (place.folder / name).unlink()
    except OSError as error:
        raise CourseError(
            f"What you changed could not be kept in {place.shown(keep)} ({error.strerror}); "
            "nothing was changed."
        ) from error
    if changed:
        _git(place, "checkout", "--quiet", "HEAD", "--", *sorted(changed))
    _git(place, "merge", "--quiet", "--ff-only", "@{upstream}")
    now = version_of(place.folder)
    was = "as before, with what changed since" if before == now else f"it was {before}"
    say(f"This folder has version {now} now ({was}).")
    if aside:
        say(
            f"You had changed {named(aside)}, and the new version has changed too. Yours is kept "
            f"in {place.shown(keep)}."
        )
    say("Your journal and all that is in `my_work` are as they were.")
    say(f"Say {place.command('open')} now; it installs what the new version needs.")


def _asks(place: Place, *arguments: str) -> bool:
    try:
        _git(place, *arguments)
    except CourseError:
        return False
    return True


def _git(place: Place, *arguments: str) -> list[str]:
    """Run git and give the words or lines that it prints."""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=place.folder, capture_output=True, check=False,
            stdin=subprocess.DEVNULL, timeout=600, env={**place.variables, "LC_ALL": "C"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise CourseError(
            "git is not there or does not answer; download the new version as a ZIP file, unpack "
            f"it elsewhere, and say {place.command('update --from OLD-FOLDER')} in it."
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise CourseError(
            f"git could not do its part ({(said or ['it says nothing'])[0]}); check that this "
            "computer is online, and say the same again. What you did is as it was, or in "
            "my_work/kept."
        )
    text = done.stdout.decode("utf-8", errors="replace")
    return [part for part in text.replace("\0", "\n").splitlines() if part]
