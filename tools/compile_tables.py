"""Compile the course's small data tables from the large research tables.

Maintainers only: ``python tools/compile_tables.py FOLDER`` reads the research tables in FOLDER
(folders ``power`` and ``interventions``) and writes ``course/data/*.csv``. Learners never need
this; the tables are in the repository. Every selection and derivation is in this file: which
years, states, rows and columns were taken, and what was computed from what. The records beside
the tables (``course/data/*.toml``) say the same for readers and are written by hand.

Two tables are not made here, because they were transcribed from publications by hand:
``problems_1979`` and ``loss_aversion``. The words of ``episodes`` are in ``tools/episodes.toml``.
"""

from __future__ import annotations

import csv
import io
import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "course" / "data"

Row = dict[str, str]
Table = list[dict[str, Any]]

# The years of the Threat Weigher (lesson 3).
YEARS = (1992, 1999, 2004, 2008, 2014, 2022)
# Gallup asked Russians about NATO in these years: NATO's own figures beside the answers.
GALLUP_YEARS = (2012, 2016)
# Levada's lists of hostile states, beside the capabilities of the states named.
LEVADA_YEARS = (2007, 2015, 2017)

NAMES = {
    "USA": "United States",
    "RUS": "Russia",
    "CHN": "China",
    "GBR": "United Kingdom",
    "FRA": "France",
    "DEU": "Germany",
    "POL": "Poland",
    "EST": "Estonia",
    "LVA": "Latvia",
    "LTU": "Lithuania",
    "FIN": "Finland",
    "SWE": "Sweden",
    "TUR": "Türkiye",
    "UKR": "Ukraine",
    "GEO": "Georgia",
    "JPN": "Japan",
    "IND": "India",
    "NATO": "NATO",
    "NATO16": "NATO's 16 members of 1992",
    "NATO_EUR": "NATO's European members",
    "CAN": "Canada",
    "DNK": "Denmark",
    "NOR": "Norway",
    "HUN": "Hungary",
    "NLD": "Netherlands",
    "GRC": "Greece",
    "ITA": "Italy",
    "ESP": "Spain",
}
STATES = tuple(list(NAMES)[:17])
AGGREGATES = ("NATO", "NATO16", "NATO_EUR")
OBSERVERS = ("POL", "EST", "DEU", "FIN", "SWE", "LVA", "GBR", "FRA", "TUR", "UKR", "GEO", "RUS")
THREATS = ("RUS", "USA", "CHN", "DEU", "NATO")
# The research file of disputes was extracted for these three states with everybody else.
DISPUTES_OF = ("RUS", "USA", "CHN")
COMPONENTS = {
    "milex": "military_expenditure",
    "milper": "military_personnel",
    "irst": "iron_and_steel",
    "pec": "energy",
    "tpop": "population",
    "upop": "urban_population",
}


def read(path: Path) -> list[Row]:
    """Read one research table."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def plain(text: str) -> str:
    """Write a number without a trailing ``.0``; leave the digits otherwise as published."""
    return text.removesuffix(".0")


def code_of(row: Row) -> tuple[str, int]:
    """Give the key that most research tables share: state and year."""
    return row["iso3"], int(row["year"])


# Capabilities ------------------------------------------------------------------------------


def capabilities(power: Path) -> Table:
    """Take the states and aggregates that a lesson names, in the years it names them.

    The six years have all 17 states and three aggregates. Of Gallup's two years only NATO is
    used; of Levada's three only the states on its list of that year, with Russia and China.
    """
    wanted = {(code, year) for code in (*STATES, *AGGREGATES) for year in YEARS}
    wanted |= {("NATO", year) for year in GALLUP_YEARS}
    named = {(row["target"], int(row["fieldwork"][:4])) for row in hostile(power)}
    wanted |= {(code, year) for code, year in named if code in STATES}
    wanted |= {(code, year) for code in ("RUS", "CHN") for year in LEVADA_YEARS}
    table = []
    for row in read(power / "cinc.csv"):
        if code_of(row) not in wanted:
            continue
        table.append(
            {
                "iso3": row["iso3"],
                "name": NAMES[row["iso3"]],
                "kind": row["kind"],
                "year": row["year"],
                "members": row["n_states"],
                **{new: plain(row[old]) for old, new in COMPONENTS.items()},
                "cinc": row["cinc"],
                "cinc_no_urban": row["power_no_upop"],
                "missing_components": row["missing_components"],
            }
        )
    order = list(NAMES)
    return sorted(table, key=lambda r: (int(r["year"]), order.index(r["iso3"])))


def world_totals(power: Path) -> Table:
    """Recover the world total of each component in each year of `capabilities`.

    The research table has no world totals, but three published-or-derived means for each state:
    of all six shares (CINC), of five (without urban population) and of four (without urban
    population and steel). A share is ``x / total``, so with u = 1/total each mean is a linear
    equation in six unknowns u. The states with complete components give three equations each;
    least squares solves them. What is left over is the rounding of the published means (six
    decimals), and its spread gives each total's standard error.
    """
    years = sorted({int(row["year"]) for row in capabilities(power)})
    table: Table = []
    names = list(COMPONENTS)
    groups = (
        ("cinc", names),
        ("power_no_upop", [n for n in names if n != "upop"]),
        ("power_no_irst_upop", [n for n in names if n not in ("irst", "upop")]),
    )
    rows = [r for r in read(power / "cinc.csv") if r["kind"] == "state"]
    for year in years:
        complete = [r for r in rows if int(r["year"]) == year and not r["missing_components"]]
        left = [
            [float(r[n]) / len(group) if n in group else 0.0 for n in names]
            for r in complete
            for _, group in groups
        ]
        right = np.array([float(r[mean]) for r in complete for mean, _ in groups])
        matrix = np.array(left)
        scale = np.abs(matrix).max(axis=0)  # the six units differ by many powers of ten
        solution, _, rank, _ = np.linalg.lstsq(matrix / scale, right, rcond=None)
        if rank < len(names):
            raise SystemExit(f"{year}: the equations do not fix all six totals (rank {rank}).")
        residual = matrix / scale @ solution - right
        spread = float(residual @ residual) / (len(right) - len(names))
        covariance = spread * np.linalg.inv((matrix / scale).T @ (matrix / scale))
        for k, name in enumerate(names):
            table.append(
                {
                    "year": year,
                    "component": COMPONENTS[name],
                    "total": f"{float(f'{scale[k] / solution[k]:.6g}'):.0f}",
                    "standard_error": f"{float(np.sqrt(covariance[k, k]) / solution[k]):.1e}",
                    "states_used": len(complete),
                    "largest_residual": f"{float(np.abs(residual).max()):.1e}",
                }
            )
    return table


# Spending, warheads, places ----------------------------------------------------------------


def spending(power: Path) -> Table:
    """Take SIPRI's figures for the possible threats, only in the years of the Threat Weigher.

    24 published cells. The 14 values of NATO and its European members are our sums over the
    members on 31 December. SIPRI's terms ask for less than 10 % of a data set: see the record.
    """
    wanted = {(code, y) for code in ("USA", "RUS", "CHN", "DEU", "NATO", "NATO_EUR") for y in YEARS}
    wanted |= {("NATO", year) for year in GALLUP_YEARS}
    order = list(NAMES)
    table = [
        {
            "iso3": row["iso3"],
            "name": NAMES[row["iso3"]],
            "kind": "aggregate" if row["iso3"] in AGGREGATES else "state",
            "year": row["year"],
            "spending": plain(row["milex_constant2023_usd_m"]),
        }
        for row in read(power / "milex.csv")
        if code_of(row) in wanted
    ]
    return sorted(table, key=lambda r: (int(r["year"]), order.index(r["iso3"])))


def warheads(power: Path) -> Table:
    """Take the stockpiles of the possible threats and of NATO's three nuclear members.

    Germany has no row in the source, which lists nuclear-armed states only; its zeros are ours.
    """
    states = ("USA", "RUS", "CHN", "GBR", "FRA")
    found = {code_of(row): row for row in read(power / "nuclear_warheads.csv")}
    table: Table = []
    for year in YEARS:
        for code in states:
            stock = found[code, year]["stockpile_warheads"]
            table.append({"iso3": code, "name": NAMES[code], "year": year, "warheads": stock})
        table.append({"iso3": "DEU", "name": NAMES["DEU"], "year": year, "warheads": 0})
    return table


def capitals(power: Path) -> Table:
    """Take the capitals of observers, threats, pollsters' publics and NATO's nearest members.

    The research table has a second row for Bonn (1985-90) and Almaty; the first row counts.
    """
    wanted = [code for code in NAMES if code not in ("JPN", "IND", *AGGREGATES)]
    first: dict[str, Row] = {}
    for row in read(power / "capitals.csv"):
        first.setdefault(row["iso3"], row)
    return [
        {
            "iso3": code,
            "name": NAMES[code],
            "capital": first[code]["capital"],
            "latitude": first[code]["lat"],
            "longitude": first[code]["lon"],
            "km_to_moscow": first[code]["km_to_moscow"],
            "km_to_washington": first[code]["km_to_washington"],
            "km_to_beijing": first[code]["km_to_beijing"],
            "border_km_with_russia": first[code]["border_km_with_russia_cia"],
            "min_km_to_russia": plain(first[code]["min_km_to_russia_2019"]),
            "min_km_to_usa": plain(first[code]["min_km_to_usa_2019"]),
        }
        for code in wanted
    ]


def nato_proximity(power: Path) -> Table:
    """Take every year from 1992, so that the steps of enlargement can be seen."""
    return [
        {
            "year": row["year"],
            "members": row["n_members"],
            "members_bordering": row["members_bordering"].replace("+", ";"),
            "land_border_km": row["land_border_km"],
            "nearest_capital": row["nearest_member_capital"],
            "km_moscow_to_nearest_capital": row["km_moscow_to_nearest_member_capital"],
            "nearest_territory": row["nearest_member_to_moscow"],
            "km_moscow_to_nearest_territory": row["km_moscow_to_nearest_member_territory"],
        }
        for row in read(power / "nato_proximity.csv")
        if int(row["year"]) >= 1992
    ]


# Relations ---------------------------------------------------------------------------------


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


# Opinion, approval, events -----------------------------------------------------------------


def hostile(power: Path) -> list[Row]:
    """Select Levada's question on hostile countries in the three years a lesson uses."""
    return [
        row
        for row in read(power / "opinion.csv")
        if row["organisation"] == "Levada Center"
        and row["question"].startswith("up to five countries most")
        and row["fieldwork"][:4] in {str(y) for y in LEVADA_YEARS}
    ]


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


# Interventions and episodes ----------------------------------------------------------------


def approval(interventions: Path) -> Table:
    """Take the three months before each decision, and the months around 2014 and 2021-22."""
    months = {"2021-08", "2021-09"}
    months |= {f"2013-{m:02d}" for m in (11, 12)} | {f"2014-{m:02d}" for m in range(1, 8)}
    months |= {f"2021-{m:02d}" for m in (10, 11, 12)} | {f"2022-{m:02d}" for m in range(1, 7)}
    for words in episode_words().values():
        months |= set(before(words.get("decision", "")))
    return [
        {
            "month": row["period"],
            "leader": row["leader"],
            "office": row["role"],
            "approve": row["approve_pct"],
            "disapprove": row["disapprove_pct"],
        }
        for row in read(interventions / "russia_approval.csv")
        if row["series"] == "putin_monthly" and row["period"] in months
    ]


def before(month: str) -> list[str]:
    """List the three months before a month; none where no month is given."""
    if not month:
        return []
    count = int(month[:4]) * 12 + int(month[5:]) - 1
    return [f"{(count - k) // 12}-{(count - k) % 12 + 1:02d}" for k in (3, 2, 1)]


def interventions(folder: Path) -> Table:
    """Take all candidate interventions, each with our confidence, without RAND's name on them."""
    unconfirmed = {
        "R07": "The end year is the mission's, not checked against a UN page.",
        "R08": "The end year is the mission's, not checked against a UN page.",
        "R17": "Whether and when it ended was not checked.",
    }
    return [
        {
            "id": row["id"],
            "name": row["name"],
            "iso3": row["iso3"],
            "start_year": row["start_year"],
            "end_year": row["end_year"],
            "ongoing_end_2020": row["ongoing_end_2020"],
            "leader": row["leader_at_start"],
            "activities": row["activity_types"],
            "post_soviet": row["post_soviet"],
            "multilateral_mandate": row["mandate_un_or_multilateral"],
            "personnel_low": row["personnel_low"],
            "personnel_high": row["personnel_high"],
            "size_threshold": row["threshold_100py"],
            "merge_group": row["merge_group"],
            "rand_status": row["rand_list_status"],
            "confidence": row["confidence"],
            "unconfirmed": unconfirmed.get(row["id"], ""),
            "source": row["source_1"].replace("seed 001 para 4", "Robinson 2021, paragraph B3"),
        }
        for row in read(folder / "interventions.csv")
    ]


def episode_words() -> dict[str, dict[str, str]]:
    """Read our own words for the episodes."""
    return tomllib.loads((HERE / "episodes.toml").read_text(encoding="utf-8"))


def episodes(interventions: Path) -> Table:
    """Join the proposed codings with our words; what stands in brackets becomes a remark."""
    words = episode_words()
    coded = ("troops_there", "invited", "rival", "regime", "loss_imminent")
    names = {"regime": "pro_russian_ruler", "rival": "rival_gain", "invited": "invitation"}
    table: Table = []
    for row in read(interventions / "cases_coding.csv"):
        text = words[row["id"]]
        codes, remarks = {}, []
        for column in coded:
            code, _, remark = row[column].rstrip(")").partition(" (")
            code, _, more = code.partition(", ")
            codes[names.get(column, column)] = code.replace("n/a", "not applicable")
            remark = "; ".join(part for part in (more, remark) if part)
            if remark:
                remarks.append(f"{names.get(column, column)}: {remark}")
        force = {"1": "force", "0": "no force", "P": "peacekeepers or threat"}[row["force"]]
        table.append(
            {
                "id": row["id"],
                "episode": row["episode"].replace("W.", "western"),
                "began": text["began"],
                "ended": text.get("ended", ""),
                "force": force,
                **codes,
                "remarks": "; ".join(remarks),
                "decision_month": text.get("decision", ""),
                "approval_before": row["approval_before"].replace("not in series", ""),
                "dates": text["dates"],
                "summary": text["summary"],
                "unconfirmed": text.get("unconfirmed", ""),
                "coding": row["coding_status"],
            }
        )
    return sorted(table, key=lambda r: str(r["began"]))


MAKERS = {
    "capabilities": ("power", capabilities),
    "world_totals": ("power", world_totals),
    "spending": ("power", spending),
    "warheads": ("power", warheads),
    "capitals": ("power", capitals),
    "nato_proximity": ("power", nato_proximity),
    "relations": ("power", relations),
    "votes": ("power", votes),
    "opinion": ("power", opinion),
    "events": ("power", events),
    "approval": ("interventions", approval),
    "interventions": ("interventions", interventions),
    "episodes": ("interventions", episodes),
}


def as_csv(table: Iterable[dict[str, Any]]) -> str:
    """Write rows as CSV text, one form only: LF line ends, quotes only where needed."""
    rows = list(table)
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def compile_all(research: Path) -> dict[str, str]:
    """Compile every table that is made, as a mapping from its name to its CSV text."""
    return {name: as_csv(make(research / part)) for name, (part, make) in MAKERS.items()}


def main(arguments: Sequence[str]) -> int:
    """Write the tables, and say how many rows each has."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "power" / "cinc.csv").is_file():
        print("Usage: compile_tables.py FOLDER, where FOLDER/power/cinc.csv is.", file=sys.stderr)
        return 2
    for name, text in compile_all(Path(arguments[0])).items():
        (DATA / f"{name}.csv").write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {text.count(chr(10)) - 1} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
