"""Write all cases: ``python tests/cases``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import cases
from course.files import write_whole

for theme in cases.themes():
    write_whole(cases.FOLDER / f"{theme}.json", cases.text(theme))
