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
    "chance_weights": "prospect_views",
    "check": "lesson",
    "chronology": "views",
    "codebook": "views",
    "coding_reasons": "views",
    "crises_table": "views",
    "crisis_card": "views",
    "diary": "widgets.odds_diary",
    "diary_chart": "bookshelf",
    "diary_table": "bookshelf",
    "estimate": "lesson",
    "evidence_table": "rival_views",
    "forbade": "forbidden",
    "forecasts_compared": "forbidden",
    "frames": "prospect_views",
    "lawyer": "rival_views",
    "leftovers": "lesson",
    "loss_aversion_chart": "prospect_views",
    "loss_aversion_table": "prospect_views",
    "motives": "views",
    "my_argument": "argument_views",
    "my_journal": "lesson",
    "my_progress": "bookshelf",
    "note": "lesson",
    "pack_accounts": "pack_views",
    "pack_agreement": "pack_views",
    "pack_card": "pack_views",
    "pack_check": "pack_views",
    "pack_claims": "pack_views",
    "pack_documents": "pack_views",
    "pack_note": "pack_views",
    "pack_sources": "pack_views",
    "penalties": "forbidden",
    "presence_table": "tallies",
    "raters_table": "update_views",
    "reading": "lesson",
    "rivals": "rival_views",
    "shares_chart": "lesson",
    "shelf": "bookshelf",
    "tension_map": "views",
    "twins": "prospect_views",
    "update_table": "update_views",
    "weightings_table": "tallies",
    "what_we_see": "tallies",
    "worked_prospect": "prospect_views",
    "ArgumentMap": "widgets.argument_map",
    "ChooseFirst": "widgets.choose_first",
    "ClaimSorter": "widgets.sorter",
    "Controversy": "widgets.controversy",
    "CurveLab": "widgets.curve_lab",
    "DomainCoder": "widgets.domain_coder",
    "EvidenceBalance": "widgets.evidence_balance",
    "FactorWeigher": "widgets.factor_weigher",
    "FourWorlds": "widgets.weighers",
    "Game": "dilemma",
    "HoldoutReveal": "widgets.holdout",
    "ReferencePoint": "widgets.reference_point",
    "Reweigher": "widgets.weighers",
    "Sheet": "homework.sheet",
    "TestSquare": "widgets.evidence_balance",
    "ThreatWeigher": "widgets.weighers",
    "Verdict": "widgets.verdict",
}
__all__ = sorted(_WHERE)


def __getattr__(name: str) -> Any:
    """Import the module a name lives in when the name is first used (PEP 562)."""
    if name not in _WHERE:
        raise AttributeError(f"module 'course' has no attribute {name!r}")
    return getattr(import_module(f"course.{_WHERE[name]}"), name)


def __dir__() -> list[str]:
    return __all__
