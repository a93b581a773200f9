"""Settings for the notebooks that nbval runs as tests (they lie outside the folder `tests`)."""

from __future__ import annotations

import pytest
from nbval.plugin import IPyNbCell


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each cell as slow, and give it time: nbval's own five seconds are fixed in its code."""
    for item in items:
        if isinstance(item, IPyNbCell):
            item.add_marker(pytest.mark.slow)
            item.output_timeout = 60
