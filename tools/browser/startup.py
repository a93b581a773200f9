"""Runs when Python has started in the browser, before the first cell."""

import asyncio


def _warm() -> None:
    """Import what every lesson imports, while its first lines are read."""
    from course import lesson  # noqa: F401  (kept by Python, for the first cell)


get_ipython().Completer.use_jedi = False  # type: ignore[name-defined]  # noqa: F821 (not there)
asyncio.get_event_loop().call_later(0.3, _warm)
del asyncio, _warm
