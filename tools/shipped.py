"""Write down what the course is given out with: its files, and its lessons without results.

    python tools/shipped.py

Needed after a file was added or removed, and after a lesson was changed; a test says when. The two
files in course/shipped are what `doctor` and `update` compare a learner's folder with.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from course.upkeep import lessons  # noqa: E402 (also where another copy is installed)

FILES = ROOT / "course" / "shipped" / "files.txt"
HEAD = "# The files of the course. Written by tools/shipped.py.\n"


def files() -> str:
    """Give the list of files that git has."""
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = {name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()}
    names |= {FILES.relative_to(ROOT).as_posix(), lessons.SHIPPED.as_posix()}
    return HEAD + "".join(f"{name}\n" for name in sorted(names))


def packed() -> dict[str, str]:
    """Give the lessons as they should be packed."""
    return lessons.unpacked(lessons.packed(ROOT, lessons.found(ROOT)))


def main() -> None:
    """Write both, unless they say the same already."""
    FILES.parent.mkdir(exist_ok=True)
    text = files()
    if not FILES.is_file() or FILES.read_text(encoding="utf-8") != text:
        FILES.write_text(text, encoding="utf-8", newline="\n")
    lessons.ship(ROOT)


if __name__ == "__main__":
    main()
