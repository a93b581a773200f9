"""A pack as small as the template: every placeholder filled in with plain words."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path


def fill(pack: Path) -> None:
    """Fill in every file of a copy of the template."""
    for path in pack.iterdir():
        write = filled if path.suffix == ".toml" else filled_table
        path.write_text(write(path.read_text(encoding="utf-8")), encoding="utf-8")


def filled(text: str) -> str:
    """Write plain text in place of each placeholder, long where it has to be."""

    def write(found: re.Match[str]) -> str:
        wanted = found.group(0)
        if "two words" in wanted or "act, " in wanted or "do nothing" in wanted:
            return "plain words"
        if "the name of" in wanted or "the state" in wanted or "possible threat" in wanted:
            return "Norland"
        if "{success}" in wanted:
            return (
                "A state stands at {success}; it ends at {nothing} or, if it fails, at {failure}."
            )
        return "plain words of a teacher and as many as are needed here " * 5

    return re.sub(r"FILL IN[^\"\n]*(?=\"|$|\n)", write, text)


def filled_table(text: str) -> str:
    """Do the same in a table, cell by cell."""
    out = io.StringIO()
    rows = csv.reader(io.StringIO(text))
    write = csv.writer(out, lineterminator="\n")
    write.writerows([filled(cell) for cell in row] for row in rows)
    return out.getvalue()
