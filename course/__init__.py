"""Threat, Power, Loss: three theories, two articles, and how much rests on the weights.

A lesson needs only the names below. Each is imported when it is first used, so that
``import course`` itself takes a few milliseconds and draws in neither Altair nor the widgets.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_WHERE = {
    "about": "lesson",
    "capabilities_chart": "lesson",
    "check": "lesson",
    "estimate": "lesson",
    "evidence_table": "rival_views",
    "lawyer": "rival_views",
    "leftovers": "lesson",
    "my_journal": "lesson",
    "note": "lesson",
    "reading": "lesson",
    "rivals": "rival_views",
    "shares_chart": "lesson",
    "ClaimSorter": "widgets.sorter",
    "EvidenceBalance": "widgets.evidence_balance",
    "FourWorlds": "widgets.weighers",
    "Game": "dilemma",
    "Reweigher": "widgets.weighers",
    "TestSquare": "widgets.evidence_balance",
    "ThreatWeigher": "widgets.weighers",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    """Import the module a name lives in when the name is first used (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module 'course' has no attribute {name!r}")
    return getattr(import_module(f"course.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return __all__
