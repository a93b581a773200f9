"""Cases worked out by the Python models, for the JavaScript arithmetic to be held against.

Each module here gives the cases of one theme, in a function ``cases``; they are written to
``js/test/cases``. Run ``python tests/cases`` from the root of the repository after a change of a
model; a test proves that the committed files are what these modules say. Numbers are kept to 12
digits, so that the last bit of a logarithm, which differs between machines, does not show.
"""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parents[1] / "js" / "test" / "cases"


def themes() -> list[str]:
    """Name the themes."""
    return sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("__"))


def text(theme: str) -> str:
    """Write the cases as JSON, one case a line so that a change can be read as a difference."""
    parts = []
    for name, rows in import_module(f"cases.{theme}").cases().items():
        lines = ",\n".join("  " + json.dumps(plain(row)) for row in rows)
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def short(number: float) -> float:
    """Keep 12 digits."""
    return float(f"{number:.12g}") + 0.0  # + 0.0 turns -0.0 into 0.0


def plain(value: Any) -> Any:
    """Turn a value into what JSON holds, with short numbers."""
    if isinstance(value, float):
        return short(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
