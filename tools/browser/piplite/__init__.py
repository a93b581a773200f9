"""Takes the place of the installer that the browser kernel asks for: here nothing is installed.

All that the lessons need is in the site already, and no other host is ever asked.
"""

from typing import Any


async def install(*names: Any, **options: Any) -> None:
    """Say that nothing can be installed."""
    raise RuntimeError(
        "Nothing can be installed here: the site holds all that the lessons need, and asks no "
        "other host. For more packages, install the course on your computer."
    )
