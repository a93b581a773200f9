"""Settings for all tests, the notebooks among them: nbval runs their cells."""

from __future__ import annotations

import os
import tempfile

import pytest
from nbval.plugin import IPyNbCell

# No test may see or touch the learner's own work. Set before any kernel or server starts.
os.environ["COURSE_HOME"] = tempfile.mkdtemp(prefix="course-tests-")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each cell as slow, and give it time: nbval's own five seconds are fixed in its code."""
    for item in items:
        if isinstance(item, IPyNbCell):
            item.add_marker(pytest.mark.slow)
            item.output_timeout = 60
