"""What all tests share: no test may touch the learner's own work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]


# A loaded machine is slow now and then; that is no failure.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner's folder of its own for one test."""
    folder = tmp_path / "my work"
    monkeypatch.setenv("COURSE_HOME", str(folder))
    return folder
