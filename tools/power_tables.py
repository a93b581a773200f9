"""Power and places: capabilities, spending, warheads, capitals, NATO's nearness to Russia."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from research import (
    AGGREGATES,
    GALLUP_YEARS,
    LEVADA_YEARS,
    NAMES,
    STATES,
    YEARS,
    Row,
    Table,
    code_of,
    hostile,
    plain,
    read,
)

COMPONENTS = {
    "milex": "military_expenditure",
    "milper": "military_personnel",
    "irst": "iron_and_steel",
    "pec": "energy",
    "tpop": "population",
    "upop": "urban_population",
}


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
