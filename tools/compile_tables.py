"""Compile the course's small data tables from the large research tables.

Maintainers only: ``python tools/compile_tables.py FOLDER`` reads the research tables in FOLDER
(folders ``power`` and ``interventions``) and writes ``course/data/*.csv``. Learners never need
this; the tables are in the repository. Every selection and derivation is in the modules beside
this one: which years, states, rows and columns were taken, and what was computed from what. The
records beside the tables (``course/data/*.toml``) say the same for readers; they are written by
hand.

Two tables are not made here, because they were transcribed from publications by hand:
``problems_1979`` and ``loss_aversion``. The words of ``episodes`` are in ``tools/episodes.toml``.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import case_tables
import power_tables
import threat_tables

DATA = Path(__file__).resolve().parent.parent / "course" / "data"

MAKERS = {
    "capabilities": ("power", power_tables.capabilities),
    "world_totals": ("power", power_tables.world_totals),
    "spending": ("power", power_tables.spending),
    "warheads": ("power", power_tables.warheads),
    "capitals": ("power", power_tables.capitals),
    "nato_proximity": ("power", power_tables.nato_proximity),
    "relations": ("power", threat_tables.relations),
    "votes": ("power", threat_tables.votes),
    "opinion": ("power", threat_tables.opinion),
    "events": ("power", threat_tables.events),
    "approval": ("interventions", case_tables.approval),
    "interventions": ("interventions", case_tables.interventions),
    "episodes": ("interventions", case_tables.episodes),
}


def as_csv(table: Iterable[dict[str, Any]]) -> str:
    """Write rows as CSV text, one form only: LF line ends, quotes only where needed."""
    rows = list(table)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def compile_all(research: Path) -> dict[str, str]:
    """Compile every table that is made, as a mapping from its name to its CSV text."""
    return {name: as_csv(make(research / part)) for name, (part, make) in MAKERS.items()}


def main(arguments: Sequence[str]) -> int:
    """Write the tables, and say how many rows each has."""
    if len(arguments) not in (1, 2) or not (Path(arguments[0]) / "power" / "cinc.csv").is_file():
        print(
            "Usage: compile_tables.py FOLDER [TO], where FOLDER/power/cinc.csv is.",
            file=sys.stderr,
        )
        return 2
    to = Path(arguments[1]) if len(arguments) == 2 else DATA
    for name, text in compile_all(Path(arguments[0])).items():
        (to / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {text.count(chr(10)) - 1} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
