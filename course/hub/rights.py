"""Who may read and write which folder of a server, said in sentences.

Only the ordinary permissions of Linux are looked at: owner, group, others. A folder with rights of
another kind (ACLs, a network's own) may do more or less than is said here.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

EXCHANGE = 0o1777
"""The exchange: everybody may add to it, nobody may rename or delete what is another's."""


def closed_to_others(path: Path) -> Path | None:
    """Find the first part of `path` that other accounts cannot read; None if they can read it all.

    Links are followed, for that is how a Python environment is made.
    """
    seen: set[Path] = set()
    waiting = [path.absolute()]
    while waiting:
        part = waiting.pop()
        if part in seen:
            continue
        seen.add(part)
        for above in (*reversed(part.parents), part):
            if above.is_symlink():
                waiting.append(above.parent / above.readlink())
                continue  # what it leads to decides
            mode = above.stat().st_mode
            need = stat.S_IROTH if above == part else 0
            need |= stat.S_IXOTH if stat.S_ISDIR(mode) else 0
            if mode & need != need:
                return above
    return None


def unreadable(paths: Iterable[Path]) -> str:
    """Say that students could not read the course or its Python; empty if they can."""
    for path in paths:
        try:
            closed = closed_to_others(path)
        except OSError:
            return f"{path} is missing or cannot be looked at; install the course anew."
        if closed is not None:
            return (
                f"Students' servers could not start, for other accounts cannot read {path}: "
                f"{closed} is closed to them. Put the course, and a Python that everybody may use, "
                "into a folder that everybody may read, /opt for example, and install it there."
            )
    return ""


def changeable(paths: Iterable[Path]) -> str:
    """Say that everybody could change what the hub runs as root; empty if not."""
    for path in paths:
        for part in (path, *path.parents):
            mode = part.stat().st_mode
            sticky = stat.S_ISDIR(mode) and mode & stat.S_ISVTX  # /tmp: nobody moves another's
            if mode & stat.S_IWOTH and not (sticky and part != path):
                deep = "-R " if part == path else ""
                return (
                    f"Everybody on this server may change {part}, which the hub uses as root; "
                    f"close it: sudo chmod {deep}o-w {part}"
                )
    return ""


def exchange(root: Path) -> str:
    """Say what is wrong with the exchange folder of a server; empty if nothing is."""
    make = f"sudo mkdir -p {root} && sudo chmod {EXCHANGE:o} {root}"
    if not root.is_absolute():
        return f"The exchange folder {root} needs its whole address, beginning with /."
    try:
        found = root.stat()
    except PermissionError:
        return _closed(root)
    except FileNotFoundError:
        return f"There is no exchange folder {root}; make it: {make}"
    except OSError as error:
        return f"The exchange folder {root} cannot be used ({_reason(error)}); make it: {make}"
    if not stat.S_ISDIR(found.st_mode):
        return f"{root} is a file and not a folder; name another one as the exchange."
    mode = stat.S_IMODE(found.st_mode)
    if mode & 0o777 != 0o777:
        return (
            f"Not everybody may write into the exchange folder {root} (its mode is {mode:04o}), so "
            f"students could not hand in; change it: sudo chmod {EXCHANGE:o} {root}"
        )
    if not mode & stat.S_ISVTX:
        return (
            f"In the exchange folder {root} everybody could rename and delete what is another's "
            f"(its mode is {mode:04o}); change it: sudo chmod {EXCHANGE:o} {root}"
        )
    closed = next((p for p in root.parents if not p.stat().st_mode & stat.S_IXOTH), None)
    return _closed(root, closed) if closed else ""


def _closed(root: Path, closed: Path | None = None) -> str:
    which = closed or root.parent
    return (
        f"Other accounts cannot reach the exchange folder {root}, for {which} is closed to them; "
        f"open it: sudo chmod o+x {which}, or name another folder as the exchange."
    )


def owner(path: Path) -> str:
    """Give the name of the account that a file or folder belongs to, links not followed."""
    return account(path.lstat().st_uid)


def account(number: int) -> str:
    """Give the name of an account; its number, if there is none of it."""
    import pwd

    try:
        return pwd.getpwuid(number).pw_name
    except KeyError:
        return str(number)


def me() -> str:
    """Give the name of the account that this program runs in."""
    return account(os.geteuid())


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
