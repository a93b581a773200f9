"""Intentions and opinion: disputes and pacts, votes, polls, and key dates."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from research import NAMES, STATES, YEARS, Row, Table, code_of, hostile, read

OBSERVERS = ("POL", "EST", "DEU", "FIN", "SWE", "LVA", "GBR", "FRA", "TUR", "UKR", "GEO", "RUS")
THREATS = ("RUS", "USA", "CHN", "DEU", "NATO")
# The research file of disputes was extracted for these three states with everybody else.
DISPUTES_OF = ("RUS", "USA", "CHN")


def members(power: Path, year: int) -> list[str]:
    """List NATO's members on 31 December of `year`."""
    return sorted(
        row["iso3"]
        for row in read(power / "nato.csv")
        if row["record_type"] == "accession" and int(row["date"][:4]) <= year
    )


def dispute_source(year: int) -> str:
    """Name the one dispute data set of a window that ends in `year`; the two never mix."""
    return "GML MID 2.2.1" if year <= 2010 else "COW MID 5.0"


def disputes(counts: Sequence[Row], observer: str, threat: str, last: int) -> tuple[int, int]:
    """Count `threat`'s dispute-years with `observer` in the ten years to `last`.

    Returns the number of dispute-years (a dispute that lasts two years counts twice) and the
    highest hostility level reached by `threat`.
    """
    source = dispute_source(last).replace("GML MID", "GML")
    years = 0
    highest = 0
    for row in counts:
        year = int(row["year"])
        if row["source"] != source or not last - 9 <= year <= last:
            continue
        # To 1990 the source has Germany as the Federal Republic, under the code FRG.
        pair = ["DEU" if code == "FRG" else code for code in (row["actor"], row["target"])]
        if pair == [threat, observer]:
            level = row["max_hostility_by_actor"]
        elif pair == [observer, threat] and threat not in DISPUTES_OF:
            level = row["max_hostility_by_target"]
        else:
            continue
        years += int(row["n_disputes"])
        highest = max(highest, int(level))
    return years, highest


def pact(alliances: Sequence[Row], allies: Sequence[str], pair: set[str], year: int) -> bool:
    """Say whether two states share a defence pact: both in NATO, or a pact that ATOP codes."""
    return pair <= set(allies) or any(
        {row["actor"], row["partner"]} == pair
        and row["defense"] == "1"
        and int(row["first_year"]) <= year <= int(row["last_year"])
        for row in alliances
    )


def relations(power: Path) -> Table:
    """Derive what an observer could know of a possible threat's conduct: our counts, no raw rows.

    Every observer faces Russia, the United States and China; Poland also Germany, and Russia
    also NATO. The research counts disputes only of Russia, the United States and China, so for
    Poland and Germany they are missing, which is not the same as none. For 2022 the window
    stays 2005-2014, where the dispute data end, and alliances outside NATO are those of 2018, the
    last year of ATOP.
    """
    counts = read(power / "mid_counts.csv")
    alliances = read(power / "alliances_atop.csv")
    table: Table = []
    for year in YEARS:
        allies = members(power, year)
        last = min(year, 2014)
        for observer in OBSERVERS:
            for threat in THREATS:
                special = {"DEU": "POL", "NATO": "RUS"}.get(threat, observer)
                if observer == threat or observer != special:
                    continue
                covered = threat in (*DISPUTES_OF, "NATO")
                years, highest = disputes(counts, observer, threat, last)
                shared = pact(alliances, allies, {observer, threat}, min(year, 2018))
                known = shared or threat in DISPUTES_OF or threat == "NATO"
                table.append(
                    {
                        "observer": observer,
                        "threat": threat,
                        "year": year,
                        "window_start": last - 9,
                        "window_end": last,
                        "dispute_source": dispute_source(last) if covered else "",
                        "dispute_years": years if covered else "",
                        "highest_hostility": highest if covered else "",
                        "defence_pact": ("yes" if shared else "no") if known else "",
                    }
                )
    return table


def votes(power: Path) -> Table:
    """Take the UN ideal points of observers, threats and NATO's large and eastern members.

    The row NATO is our mean over the members for which `capabilities` has CINC, weighted by it:
    five to nine states, in which the United States weighs most.
    """
    states = [code for code in STATES if code not in ("JPN", "IND")]
    points = {code_of(r): r["ideal_point_all"] for r in read(power / "un_ideal_points.csv")}
    cinc = {code_of(r): float(r["cinc"]) for r in read(power / "cinc.csv") if r["kind"] == "state"}
    table: Table = []
    for year in YEARS:
        for code in states:
            table.append(
                {
                    "iso3": code,
                    "name": NAMES[code],
                    "kind": "state",
                    "year": year,
                    "ideal_point": points.get((code, year), ""),
                }
            )
        core = [c for c in members(power, year) if (c, year) in cinc and points.get((c, year))]
        weight = sum(cinc[c, year] for c in core)
        mean = sum(cinc[c, year] * float(points[c, year]) for c in core) / weight
        table.append(
            {
                "iso3": "NATO",
                "name": "NATO",
                "kind": "aggregate",
                "year": year,
                "ideal_point": f"{mean:.6f}",
            }
        )
    return table


# The stored copies of the news report are on sites that no reader should be sent to.
GALLUP = "Gallup, published 13 February 2017, read through news reports"


def opinion(power: Path) -> Table:
    """Take three questions: Pew 2018 in Europe, Gallup in Russia, and Levada's hostile states.

    Answers of Russians after February 2014 carry a warning: some may hide what they think.
    """
    rows = read(power / "opinion.csv")
    pew = [r for r in rows if r["fieldwork"] == "2018-05-14/2018-08-12"]
    pew = [r for r in pew if r["respondents"] not in ("USA", "CAN") and r["target"] != "CHN"]
    gallup = [r for r in rows if r["organisation"] == "Gallup" and r["respondents"] == "RUS"]
    table: Table = []
    for question, group in (
        ("major threat", pew),
        ("NATO a threat", gallup),
        ("among the most hostile", hostile(power)),
    ):
        for row in group:
            began, _, ended = row["fieldwork"].partition("/")
            table.append(
                {
                    "organisation": row["organisation"],
                    "began": began,
                    "ended": ended or began,
                    "respondents": row["respondents"],
                    "target": row["target"],
                    "question": question,
                    "percent": row["percent"],
                    "may_hide": "yes" if row["respondents"] == "RUS" and began > "2014" else "no",
                    "grade": row["source_grade"],
                    "source": GALLUP if row in gallup else row["source"],
                }
            )
    return table


# What an event is, in our words. The accessions need no words of their own. Left out are two
# rows that no lesson uses: German unification and the treaty of Tashkent.
EVENTS = {
    ("1991-07-01", ""): "The Warsaw Pact is dissolved",
    ("1997-05-27", "RUS"): "NATO and Russia sign the Founding Act in Paris",
    ("1997-07-08", ""): "NATO's summit in Madrid invites Czechia, Hungary and Poland",
    ("1999-03-24", ""): "NATO begins air strikes on Yugoslavia",
    ("2001", "CHN"): "Russia and China sign a treaty of friendship",
    ("2002", ""): "NATO's summit in Prague invites seven states",
    ("2003-11-23", "GEO"): "Rose Revolution: Georgia's president Shevardnadze resigns",
    ("2004-10-14", "CHN"): "Russia and China settle the line of their eastern border",
    ("2004-11-22", "UKR"): "Orange Revolution: mass protests begin in Kyiv",
    ("2005-03-24", "KGZ"): "Tulip Revolution: Kyrgyzstan's president Akayev flees",
    ("2008-04-03", ""): "NATO's summit in Bucharest says Ukraine and Georgia will become members",
    ("2008-07-21", "CHN"): "Russia and China complete the demarcation of their border",
    ("2008-08-08", "GEO"): "War in Georgia: Russian troops enter after a night of shelling",
    ("2013-11-21", "UKR"): "Ukraine's government drops an EU agreement and protests begin",
    ("2014-02-22", "UKR"): "Ukraine's parliament votes President Yanukovych out",
    ("2014-03-18", "UKR"): "Russia signs a treaty to annex Crimea, not recognised abroad",
    ("2022-02-24", "UKR"): "Russia invades Ukraine on several fronts",
    ("2022-06-29", ""): "NATO's summit in Madrid invites Finland and Sweden",
}


def events(power: Path) -> Table:
    """Take all accessions to NATO, and the key dates that the lessons name."""
    table: Table = []
    for row in read(power / "nato.csv"):
        code = row["iso3"]
        if row["record_type"] == "accession":
            founder = row["date"] == "1949-04-04"
            title = f"{row['member'].replace('Turkiye', 'Türkiye')} joins NATO"
            title += " as a founding member" if founder else ""
        elif (row["date"], code) in EVENTS:
            title = EVENTS[row["date"], code]
        else:
            continue
        table.append(
            {
                "date": row["date"],
                "precision": row["date_precision"],
                "kind": row["record_type"].replace("_", " "),
                "iso3": code,
                "event": title,
                "source": row["source"],
            }
        )
    return table
