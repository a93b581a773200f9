"""What the scripts that compile tables share: reading, and which states and years are used."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

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


def hostile(power: Path) -> list[Row]:
    """Select Levada's question on hostile countries in the three years a lesson uses."""
    return [
        row
        for row in read(power / "opinion.csv")
        if row["organisation"] == "Levada Center"
        and row["question"].startswith("up to five countries most")
        and row["fieldwork"][:4] in {str(y) for y in LEVADA_YEARS}
    ]
