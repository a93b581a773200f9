"""What stands between a submission and the computer it runs on.

Around a whole worker: bubblewrap, which gives it a file system of its own (the system's programs
and this Python, read-only; an empty scratch space), and no network, no other processes and no
rights. Around each submission in it: limits on memory, processes and files, and Landlock, which
lets it write in one folder only. `state` finds out what this computer offers; what it does not is
said in a sentence each, never passed over.

Where the marker is root, the worker becomes the user ``nobody`` before bubblewrap starts. A Python
in root's private home is then shown at its usual place from a mount that only the worker sees.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import site
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

NOBODY = 65534
SPACE, SHARED = 200_000_000, 64_000_000
"""Bytes of scratch space a worker has, and of shared memory."""
PRIVATE = ("assignments", "my_work", ".git", "tests")
"""What lies in a clone beside `course` and no submission may see."""
SYSTEM = ("/bin", "/sbin", "/lib", "/lib32", "/lib64")
SETTINGS = ("/etc/ld.so.cache", "/etc/localtime", "/etc/alternatives")
COVERED = ("/usr/src", "/usr/local/src")
"""Folders under /usr where people keep work of their own."""

NO_BOX = (
    "Submissions are not kept apart from this computer: they can read and change your files, the "
    "gradebook and each other's work, see other programs, and use the network."
)
HELD = (
    "Submissions are held to a folder of their own by Landlock, and by nothing else: they can use "
    "the network{but}, take all memory and processes, and leave programs running."
)
NO_LANDLOCK = (
    "Within a worker, a submission is held to its own folder by nothing but the worker's being "
    "cleaned after each (this system has no Landlock)."
)
NO_LIMITS = "Memory, processes and files of a submission are not limited on this system."


@dataclass(frozen=True, slots=True)
class State:
    """What protects here.

    Attributes
    ----------
    boxed
        Whether bubblewrap works; without it nothing is graded unless somebody says so.
    landlock
        The version of Landlock in the kernel; 0 is none.
    missing
        What is not protected, and why, a sentence each.
    nested
        Whether a submission can be kept from making user namespaces of its own.
    """

    boxed: bool
    landlock: int
    missing: tuple[str, ...]
    nested: bool = True


@cache
def state() -> State:
    """Find out what this computer offers; tried once, with the real command."""
    if sys.platform != "linux":
        return State(False, 0, (NO_BOX + " bubblewrap exists for Linux only.", NO_LIMITS))
    landlock = landlock_version()
    lesser = () if landlock else (NO_LANDLOCK,)
    if not shutil.which("bwrap"):
        return State(False, landlock, (_open(landlock, "Install bubblewrap (bwrap)."),))
    said = ""
    for nested in (True, False):
        try:
            said = _try(nested)
        except (OSError, subprocess.SubprocessError) as error:
            said = str(error)
        if not said:
            more = () if nested else ("A submission can make user namespaces within its box.",)
            return State(True, landlock, (*lesser, *more), nested)
    return State(False, landlock, (_open(landlock, _why(said)),))


def _open(landlock: int, why: str) -> str:
    """Say what is open without the box, and why there is none."""
    but = " other than by TCP" if landlock >= 4 else ""
    return f"{HELD.format(but=but) if landlock else NO_BOX} {why}"


def can_fork() -> bool:
    """Say whether a warm Python may be forked: safe on Linux; on macOS its libraries forbid it."""
    return sys.platform == "linux"


def _why(said: str) -> str:
    """Say why bubblewrap does not work here, as far as it can be known."""
    last = said.strip().splitlines()[-1:] or ["nothing"]
    if "ermission denied" in said and os.geteuid() == 0 and "bwrap" not in last[0]:
        return (
            f"The Python in {sys.base_prefix} cannot be run by another user than root; use one "
            f"outside root's home, or grade as an ordinary user ({last[0]})."
        )
    return f"bubblewrap does not work here ({last[0]})."


def _try(nested: bool) -> str:
    """Run this Python in the box; give what went wrong, or nothing."""
    program = [sys.executable, "-c", "import course.errors; print('fine')"]
    done = subprocess.run(
        boxed(program, nested=nested), capture_output=True, text=True, timeout=60, check=False,
        env={"PATH": os.defpath}, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return "" if done.stdout.strip() == "fine" else done.stderr or "no reply"


def shown() -> tuple[Path, ...]:
    """List the folders that a worker has to read: this Python, its packages, the course."""
    from course.files import PACKAGE, seeds_folder

    roots = [Path("/usr"), *map(Path, (sys.prefix, sys.base_prefix, sys.base_exec_prefix))]
    roots += [Path(p) for p in sys.path if Path(p).name in ("site-packages", "dist-packages")]
    roots += [PACKAGE, seeds_folder()]
    found: list[Path] = []
    for root in sorted(roots, key=lambda path: len(path.parts)):
        seen = _inside(root, found) and not _inside(root, map(Path, COVERED))
        if root.is_dir() and root != Path("/") and not seen:
            found.append(root)
    return tuple(found)


def _inside(path: Path, roots: Iterable[Path]) -> bool:
    return any(root == path or root in path.parents for root in roots)


def covered(roots: Sequence[Path]) -> tuple[Path, ...]:
    """List the folders inside those shown that are to be empty."""
    from course.files import CLONE

    wanted = [CLONE / name for name in PRIVATE] + [Path(name) for name in COVERED]
    return tuple(path for path in wanted if path.is_dir() and _inside(path, roots))


def boxed(program: Sequence[str], *, nested: bool = True) -> list[str]:
    """Write the command that runs `program` in a box; as root, with a step before it."""
    roots = shown()
    if os.geteuid() != 0:
        return box(program, {root: root for root in roots}, covered(roots), nested=nested)
    stand = next(Path(p) for p in ("/mnt", "/media", "/srv", "/opt", "/home") if _free(p, roots))
    seen = {r: r if r == Path("/usr") else stand / f"shown-{n}" for n, r in enumerate(roots)}
    spec = {
        "stand": str(stand),
        "mounts": [[str(real), str(at)] for real, at in seen.items() if real != at],
        "command": box(program, seen, covered(roots), nested=nested),
    }
    return [sys.executable, "-I", "-S", str(Path(__file__).resolve()), json.dumps(spec)]


def _free(stand: str, roots: Iterable[Path]) -> bool:
    path = Path(stand)
    return path.is_dir() and not path.is_symlink() and not any(path in r.parents for r in roots)


def box(
    program: Sequence[str], seen: dict[Path, Path], hide: Sequence[Path], *, nested: bool = True
) -> list[str]:
    """Write bubblewrap's command: `seen` says which folder is shown from where."""
    from course.files import PACKAGE

    command = [shutil.which("bwrap") or "bwrap", "--unshare-all", "--unshare-user"]
    command += ["--disable-userns"] if nested else []
    command += ["--die-with-parent", "--new-session", "--cap-drop", "ALL", "--hostname", "box"]
    placed = [(real, ["--ro-bind", str(at), str(real)]) for real, at in seen.items()]
    placed += [(path, ["--tmpfs", str(path)]) for path in hide]
    # The scratch space first: the course itself may lie under /tmp, and is shown there then.
    command += ["--size", str(SPACE), "--tmpfs", "/tmp"]
    for _, words in sorted(placed, key=lambda pair: len(pair[0].parts)):
        command += words
    for name in SYSTEM:
        path = Path(name)
        if path.is_symlink():
            command += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            command += ["--ro-bind", name, name]
    for name in SETTINGS:
        command += ["--ro-bind-try", name, name]
    command += ["--proc", "/proc", "--dev", "/dev", "--size", str(SHARED), "--tmpfs", "/dev/shm"]
    command += ["--remount-ro", "/dev"]
    for path in (*hide, Path("/")):
        command += ["--remount-ro", str(path)]
    command += ["--chdir", "/tmp", "--clearenv"]
    for name, value in environment(PACKAGE.parent).items():
        command += ["--setenv", name, value]
    return [*command, "--", *program]


def environment(package: Path) -> dict[str, str]:
    """Write the whole environment of a worker; nothing of the marker's own is in it."""
    user = site.getusersitepackages()
    own = [user] if user in sys.path else []
    return {
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "PYTHONPATH": os.pathsep.join([str(package), *own]),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
        "HOME": "/tmp",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


# -- within the worker, on the way to a submission -------------------------------------------------

LANDLOCK = (444, 445, 446)  # create_ruleset, add_rule, restrict_self: the same on every machine
READ, WRITE_FILE = 0b1101, 0b10  # execute, read file, read folder; write file
OF_FILES = 0b111 | 1 << 14 | 1 << 15  # the rights that a file, not a folder, can have
EVERY = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights on files each version of Landlock knows."""


def landlock_version() -> int:
    """Ask the kernel for its version of Landlock; 0 is none."""
    if sys.platform != "linux":
        return 0
    try:
        return max(0, int(ctypes.CDLL(None).syscall(LANDLOCK[0], None, 0, 1)))
    except (OSError, AttributeError):
        return 0


def hold(read: Iterable[str], write: Iterable[str], *, network: bool) -> bool:
    """Hold this process and all it starts to these folders, for good; False without Landlock.

    Signals and abstract sockets to the outside are closed where the kernel can; TCP unless
    `network` (in the box there is none to close).
    """
    version = landlock_version()
    if not version:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    every = (1 << EVERY.get(version, 16)) - 1
    rules = (ctypes.c_uint64 * 3)(every, 0 if network or version < 4 else 3, 3)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = libc.syscall(LANDLOCK[0], ctypes.byref(rules), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    for rights, paths in ((READ & every, read), (every, write)):
        for path in paths:
            _allow(libc, ruleset, path, rights)
    quiet()
    held = libc.syscall(LANDLOCK[2], ruleset, 0) == 0
    os.close(ruleset)
    return bool(held)


def _allow(libc: Any, ruleset: int, path: str, rights: int) -> None:
    try:
        handle = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not Path(path).is_dir():
        rights &= OF_FILES
    rule = rights.to_bytes(8, sys.byteorder) + handle.to_bytes(4, sys.byteorder)
    libc.syscall(LANDLOCK[1], ruleset, 1, rule, 0)
    os.close(handle)


def quiet() -> None:
    """Give up for good any way to more rights (PR_SET_NO_NEW_PRIVS)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(38, 1, 0, 0, 0)


def unseen() -> None:
    """Let no process of the same user look into this one (PR_SET_DUMPABLE)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)


def die_with_parent() -> None:
    """End this process when the one that started it ends (PR_SET_PDEATHSIG)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, 9, 0, 0, 0)


def limit(memory: int, processes: int | None, file: int, seconds: float) -> None:
    """Limit this process and all it starts, for good.

    `processes` is None outside the box, where all programs of the user would be counted.
    """
    import resource

    wanted = {
        "RLIMIT_AS": memory,
        "RLIMIT_NPROC": processes,
        "RLIMIT_FSIZE": file,
        "RLIMIT_NOFILE": 256,
        "RLIMIT_CPU": int(seconds) + 1,
        "RLIMIT_CORE": 0,
    }
    for name, most in wanted.items():
        which = getattr(resource, name, None)
        if which is not None and most is not None:
            hard = resource.getrlimit(which)[1]
            least = most if hard == resource.RLIM_INFINITY else min(most, hard)
            with suppress(ValueError, OSError):
                resource.setrlimit(which, (least, least))


# -- run as a program: from root to nobody ---------------------------------------------------------


def descend(spec: dict[str, Any]) -> None:
    """As root: show the folders on mounts of this process alone, become nobody, start the box."""
    libc = ctypes.CDLL(None, use_errno=True)
    new_mounts, private, bind = 0x20000, 0x4000 | 1 << 18, 0x1000 | 0x4000
    stand = spec["stand"].encode()
    _done(libc.unshare(new_mounts), "unshare")
    _done(libc.mount(b"none", b"/", None, private, None), "mount")
    _done(libc.mount(b"none", stand, b"tmpfs", 0, b"mode=755,size=1m"), stand.decode())
    for real, at in spec["mounts"]:
        Path(at).mkdir()
        _done(libc.mount(real.encode(), at.encode(), None, bind, None), real)
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    os.chdir("/")
    os.execv(spec["command"][0], spec["command"])


def _done(code: int, what: str) -> None:
    if code:
        raise OSError(ctypes.get_errno(), f"{os.strerror(ctypes.get_errno())} ({what})")


if __name__ == "__main__":
    descend(json.loads(sys.argv[1]))
