"""What the attacks of tests/test_engine.py tried, what came of each, and what the next one scored.

    .venv/bin/python benchmarks/hostile.py

Each attack is a cell in an otherwise perfect submission of P3, run in the box with 2 seconds for a
cell. After it, the same workers run a perfect submission of somebody else. The list of attacks, and
how it is found out from outside whether one got through, are the tests' own.
"""

from __future__ import annotations

import collections
import os
import platform
import re
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests"))

import test_engine as attacks  # noqa: E402 (from the folder of the tests)
import test_grading as graded  # noqa: E402

from course.files import write_whole  # noqa: E402

RESULT = HERE / "results" / "hostile.md"
KINDS = {"read": attacks.READING, "change": attacks.WRITING, "break": attacks.BREAKING}
OF = attacks.ASKED.points


def row(kind: str, name: str, text: str) -> tuple[bool, str]:
    """Make one attack; say whether it did harm, and write its row."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place, attacks.around(Path(place)) as world:
        ran, read = attacks.attack(text, world)
        seconds = time.monotonic() - began
        outputs = [output for cell in read.cells for output in cell.get("outputs", [])]
        shown = "\n".join(f"{o.get('ename', '')} {o.get('text', '')}" for o in outputs)
        secrets = (world.secret, attacks.KEY, "exemplars", "pyproject")
        out = any(word in " ".join(attacks.texts(read)) for word in secrets)
        held = world.intact() and attacks.nothing_left(world.places["MARK"])
    after, following = attacks.run(graded.filled("P3"))
    next_one = attacks.points(following)
    met = collections.Counter(re.findall(r"\b[A-Z]\w*(?:Error|Exception|Interrupt)\b", shown))
    happened = [", ".join(error for error, _ in met.most_common(3)), *ran.notes]
    said = " ".join(f"{part.rstrip('.')}." for part in happened if part) or "no error, no note"
    harm = "SEEN" if out else "" if held else "CHANGED OR LEFT"
    wrong = bool(harm) or next_one != OF or after.notes != ()
    cells = (f"{kind}: {name}", said.replace("|", "/")[:200], harm or "nothing", f"{seconds:.1f}")
    return wrong, f"| {' | '.join(cells)} | {attacks.points(read):g} | {next_one:g} |"


def main() -> None:
    """Make every attack, write the table, and fail if one did harm."""
    attacks.next_is_right()  # the worker is warm, so that the seconds are the attack's
    made = [row(kind, *one) for kind, some in KINDS.items() for one in some.items()]
    harmful = sum(wrong for wrong, _ in made)
    head = [
        "# Hostile submissions",
        "",
        f"{len(made)} attacks, {harmful} of which did harm outside their own submission. {OF:g} "
        "points can be earned.",
        '"What was met" are errors that the code ran into and what the teacher is told.',
        "",
        f"Not protected: {'; '.join(attacks.HERE.missing) or 'nothing'}. Written by "
        f"`benchmarks/hostile.py`. {os.cpu_count()} cores, {platform.system()} "
        f"{platform.machine()}, Python {platform.python_version()}.",
        "",
        "| what it tried | what was met | seen or changed outside | seconds | points | the next |",
        "|---|---|---|---|---|---|",
    ]
    write_whole(RESULT, "\n".join([*head, *(text for _, text in made)]) + "\n")
    sys.exit(f"{harmful} attacks did harm; see {RESULT}." if harmful else 0)


if __name__ == "__main__":
    main()
