"""The course's own material as a pack: Russia since 1992, read from the tables of today."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from course import accounts, casebook, measures, seeds, tables, threat, weights
from course.measures import Four, Measures
from course.packs.pack import Document, Pack, Paragraph, Statement, Weighing, Words
from course.threat import Claim

# Pairs beside those the articles name; the same data serve them.
# Ukraine and Georgia are left out: their dispute record ends in 2014 and is coded coarsely, so the
# index would call an invader and a partner nearly even. That is a fault of the index, not news.
OTHERS = (
    *(Claim(observer, "RUS", "USA", "") for observer in ("FIN", "SWE", "LVA", "GBR", "FRA", "TUR")),
    Claim("POL", "RUS", "DEU", ""),
    Claim("RUS", "USA", "CHN", ""),
)
CLAIMS = {f"{c.observer}-{c.first}-{c.second}": c for c in (*threat.CLAIMS, *OTHERS)}

MEASURES: dict[str, tuple[str, ...]] = {
    "power": get_args(measures.Power),
    "distance": get_args(measures.Distance),
    "offence": get_args(measures.Offence),
    "intentions": get_args(measures.Intentions),
}

BLIND = ("LOSS", "FEAS")
"""The two factors that are coded from the cards; the ones that separate the cases most."""
CARDS = ("kyrgyzstan-2010", "tajikistan-1992", "adjara-2004", "abkhazia-1993", "moldova-2014")
"""The crises on the cards, with force and without, in an order that gives nothing away."""
PRESENT = "LOSS"
"""The factor whose power is predicted from the crises with force."""
ACCOUNTS: dict[str, tuple[str, ...]] = {
    "T": ("PROX", "ALLY"),
    "P": ("LOSS",),
    "I": ("IMP",),
    "D": ("MOB", "INTENT"),
    "O": ("FEAS",),
}
"""Which factors an account puts forward. Our judgement. O is opportunity, which is no account of
why; leader, diversion and status have no factor of their own in this codebook."""

SIZE = 8
PERIODS = ((2004, 2013), (2014, 2020), (2021, 2022), (2023, 2024))
STATES = {"nothing": 60, "success": 100, "failure": 30}


@cache
def russia() -> Pack:
    """Give the course's own material."""
    return Pack(
        id="",
        title="Russia and the use of force, 1992 to 2024",
        question="Why does Russia use force abroad, and when does it not?",
        authors=("the authors of this course",),
        licence="CC BY 4.0; each table names the terms of its sources",
        made="Codings and ratings were made with language models.",
        book=casebook.own(),
        weighing=Weighing(BLIND, CARDS, PRESENT, ACCOUNTS),
        cards=tables.evidence(),
        ratings=_ratings(),
        size=SIZE,
        periods=PERIODS,
        accounts=accounts.accounts(),
        comparisons=Own(),
        states=STATES,
        documents=_documents(),
    )


def _ratings() -> Mapping[str, Mapping[str, Mapping[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for r in tables.ratings():
        found.setdefault(r.evidence, {}).setdefault(r.hypothesis, {})[r.rater] = r.rating
    return found


def _documents() -> tuple[Document, ...]:
    return tuple(
        Document(
            d.id,
            d.title,
            d.author,
            d.published,
            d.rights,
            d.reference,
            tuple(Paragraph(p.id, p.paraphrase) for p in d.paragraphs),
            tuple(
                Statement(c.id, c.paragraph, c.text, c.type, c.counter, c.sources) for c in d.claims
            ),
        )
        for d in seeds.documents()
    )


class Own:
    """The comparisons of lesson 3, from the course's tables."""

    claims: Mapping[str, Claim] = CLAIMS
    measures: Mapping[str, tuple[str, ...]] = MEASURES

    def years(self, claim: Claim) -> tuple[int, ...]:
        """Give the years in the tables."""
        return threat.years(claim.observer, claim.first, claim.second)

    def contrasts(self, claim: Claim, year: int, measures: Measures) -> Four:
        """Give the contrasts of the tables."""
        return threat.contrasts(claim.observer, claim.first, claim.second, year, measures)

    def fact(self, claim: Claim, actor: str, year: int, source: str, measure: str) -> Words:
        """Read a fact from the tables."""
        key, x = _fact(claim.observer, actor, year, source, measure)
        return {"key": key, "x": x}

    def named(self, actor: str) -> Words:
        """Name a state as the table of capabilities does."""
        name = _names()[actor]
        return {"name": name, "text": f"the {name}" if name.startswith("United") else name}

    def power(self) -> list[dict[str, Any]]:
        """Give aggregate power of the large ones in the years of lesson 3."""
        return [
            {"year": row.year, "share": round(100 * row.cinc, 1), "who": row.name}
            for row in tables.capabilities()
            if row.iso3 in ("USA", "RUS", "CHN", "NATO")
            and row.year in threat.years("RUS", "NATO", "CHN")
        ]

    def nearness(self, claim: Claim) -> dict[str, Any] | None:
        """Say what land borders would make of NATO and China.

        The shares are in whole percent, lowest and highest of the years with dispute data of their
        own; all measures but nearness are the plain ones, intentions the record.
        """
        if claim != CLAIMS["RUS-NATO-CHN"]:
            return None
        nato = {row.year: row for row in tables.nato_proximity()}
        china = next(r.border_km_with_russia or 0 for r in tables.capitals() if r.iso3 == "CHN")
        have = self.years(claim)
        last = max(row.window_end for row in tables.relations())
        covered = [year for year in have if year <= last]
        shares: dict[str, list[float]] = {"three": [], "four": []}
        for year in covered:
            near = nato[year].land_border_km
            power, _, offence, intentions = self.contrasts(claim, year, measures.BASELINE)
            row = (power, (near - china) / (near + china), offence, intentions)
            shares["three"].append(weights.share_holding(row[:3]))
            shares["four"].append(weights.share_holding(row))
        spans = {name: [round(100 * min(x)), round(100 * max(x))] for name, x in shares.items()}
        return {
            "capitals": {str(year): nato[year].nearest_capital for year in have},
            "border": {"from": covered[0], "to": covered[-1], **spans},
        }


@cache
def _names() -> dict[str, str]:
    return {row.iso3: row.name for row in tables.capabilities()}


def _fact(observer: str, actor: str, year: int, source: str, id: str) -> tuple[str, str]:
    """Give the key of a message and what is to be filled in."""
    if source == "power":
        row = next(r for r in tables.capabilities() if (r.iso3, r.year) == (actor, year))
        share = row.cinc if id == "cinc" else row.cinc_no_urban
        return "fact_power", f"{100 * share:.1f}"
    if source == "distance":
        return "fact_distance", f"{measures.kilometres(observer, actor, year):,.0f}"
    if id == "spending":
        million = next(r.spending for r in tables.spending() if (r.iso3, r.year) == (actor, year))
        return "fact_spending", f"{million / 1000:,.0f}"
    if id == "warheads":
        members = ("USA", "GBR", "FRA") if actor == "NATO" else (actor,)
        held = sum(r.warheads for r in tables.warheads() if r.iso3 in members and r.year == year)
        return "fact_warheads", f"{held:,}"
    if id == "votes":
        points = {r.iso3: r.ideal_point for r in tables.votes() if r.year == year}
        one, other = points.get(observer), points.get(actor)
        if one is None or other is None:
            return "no_data", ""
        return "fact_votes", f"{abs(one - other):.2f}"
    if id == "neutral":
        return "fact_neutral", ""
    found = measures.relations()[observer, actor, year]
    if found.dispute_years is None or found.highest_hostility is None:
        return "no_data", ""
    if id == "disputes":
        return "fact_disputes", str(found.dispute_years)
    return record_key(found.highest_hostility, bool(found.defence_pact)), ""


def record_key(hostility: int, pact: bool) -> str:
    """Name the message for a record of deeds and alliance.

    >>> record_key(4, False), record_key(1, True)
    ('fact_record_4', 'fact_record_pact')
    """
    if hostility >= 2:
        return f"fact_record_{hostility}"
    return "fact_record_pact" if pact else "fact_record_none"
