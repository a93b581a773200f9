"""Runs when Python has started in the browser, before the first cell."""

get_ipython().Completer.use_jedi = False  # type: ignore[name-defined]  # noqa: F821 (not there)
