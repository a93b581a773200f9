"""How a command line is put together: words, each with its help from what it calls."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

Action = Callable[[argparse.Namespace], Any]
Verb = Callable[[str, Action], argparse.ArgumentParser]


class Words:
    """The first words of a command line, as they are added one after the other."""

    def __init__(self, top: argparse.ArgumentParser) -> None:
        self._top = top.add_subparsers(required=True, metavar="WHAT")

    def one(self, name: str, action: Action) -> argparse.ArgumentParser:
        """Add a command of one word."""
        return _added(self._top, name, action)

    def group(self, name: str, text: str) -> Verb:
        """Add a word that is followed by another; what is given back adds that one."""
        verbs = self._top.add_parser(name, help=text, description=text).add_subparsers(
            required=True, metavar="ACTION"
        )

        def verb(name: str, action: Action) -> argparse.ArgumentParser:
            return _added(verbs, name, action)

        return verb


def _added(verbs: Any, name: str, action: Action) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(
        name, help=action.__doc__, description=action.__doc__
    )
    made.set_defaults(action=action)
    return made
