#!/usr/bin/env python3
"""Write environment.yml (for conda and Binder) from pyproject.toml and the lock.

    python tools/environment.py

The direct dependencies come from pyproject.toml, their exact versions from requirements.lock.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = """\
# For conda and Binder: the packages `python start.py open` asks for, at the same versions.
# Written by tools/environment.py from pyproject.toml and requirements.lock; do not edit.
name: threat-power-loss
channels:
  - conda-forge
dependencies:
  - python=3.12
  - pip
  - pip:
"""


def normal(name: str) -> str:
    """Write a package name in its one normal form (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def direct(extras: tuple[str, ...] = ("lab",)) -> list[str]:
    """Read the requirements named in pyproject.toml: the package's own and those of `extras`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    more = [r for extra in extras for r in project["optional-dependencies"][extra]]
    return [*project["dependencies"], *more]


def locked(name: str = "requirements.lock") -> dict[str, list[str]]:
    """Read a lock: the versions of each package (more than one where they depend on Python's)."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", text, re.MULTILINE):
        found.setdefault(normal(package), []).append(version)
    return found


def environment() -> str:
    """Compose the text of environment.yml."""
    lock = locked()
    names = [normal(re.split(r"[<>=!~\[; ]", r, maxsplit=1)[0]) for r in direct()]
    pins = [f"      - {name}=={lock[name][-1]}\n" for name in names]
    return HEAD + "".join(pins) + "      - --editable .\n"


if __name__ == "__main__":
    (ROOT / "environment.yml").write_text(environment(), encoding="utf-8", newline="\n")
