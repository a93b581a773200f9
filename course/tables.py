"""The data tables: typed records, each table with the record of where it comes from.

One loader reads every table. It is driven by two things: the record beside the table
(``capabilities.toml`` beside ``capabilities.csv``), which says for each column what may stand
there, and the dataclass in `course.rows`, which says what a lesson gets. A table that does not
match both is refused, with file and line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_type_hints

from course import cells, rows
from course.cells import Column
from course.errors import CourseError, listed
from course.files import PACKAGE, read_csv, read_toml

DATA = PACKAGE / "data"


@dataclass(frozen=True, slots=True)
class Source:
    """One upstream source of a table: its name, version, citation and address."""

    name: str
    version: str
    citation: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a table comes from, what a row is, and under which terms it is here.

    `notice` is what a user must be told, always there when the terms are not known.
    """

    name: str
    title: str
    row: str
    rows: int
    key: tuple[str, ...]
    sources: tuple[Source, ...]
    licence: str
    terms: str
    terms_known: bool
    extract: str
    notice: str | None
    derived: tuple[str, ...]
    left_out: tuple[str, ...]
    breaks: tuple[str, ...]
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its records, and its own record of provenance."""

    records: tuple[Any, ...]
    record: Provenance


def names(folder: Path = DATA) -> tuple[str, ...]:
    """List the tables in `folder` by name.

    >>> names()[:2]
    ('approval', 'capabilities')
    """
    return tuple(sorted(path.stem for path in folder.glob("*.csv")))


@cache
def provenance(name: str, folder: Path = DATA) -> Provenance:
    """Read the record of one table: source, version, citation, terms, columns, known breaks.

    >>> provenance("spending").sources[0].name
    'SIPRI Military Expenditure Database'

    Raises
    ------
    CourseError
        If there is no such table, or its record is missing or not in order.
    """
    if name not in names(folder):
        known = listed(names(folder)) if names(folder) else "none at all"
        raise CourseError(f"There is no table {name!r} in {folder.name}; there are {known}.")
    path = folder / f"{name}.toml"
    if not path.is_file():
        raise CourseError(
            f"{name}.csv has no record of its source; put {name}.toml back beside it, "
            f"or take {name}.csv away."
        )
    data = read_toml(path, DATA / "schema.json")
    sources = tuple(Source(**source) for source in data.pop("source"))
    columns = tuple(
        Column(**{**column, "allowed": tuple(column.get("allowed", ()))})
        for column in data.pop("column")
    )
    lists: dict[str, Any] = {
        k: tuple(data.pop(k, ())) for k in ("key", "derived", "left_out", "breaks")
    }
    notice = data.pop("notice", None)
    unknown = [key for key in lists["key"] if key not in [c.name for c in columns]]
    if unknown:
        raise CourseError(f"{path.name}: the key names {listed(unknown)}, which is no column.")
    return Provenance(name=name, **data, **lists, notice=notice, sources=sources, columns=columns)


@cache
def load(name: str, folder: Path = DATA) -> Table:
    """Read one table, and hold every cell against the table's record.

    Parameters
    ----------
    name
        One of `names`.
    folder
        Where the tables are; the course's own unless another is given.

    Raises
    ------
    CourseError
        If the table or its record is missing, or they do not match each other: columns, number
        of rows, types, ranges, allowed values, or a key that occurs twice. Names file and line.
    """
    record = provenance(name, folder)
    kind = rows.ROWS.get(name)
    if kind is None:
        raise CourseError(
            f"The course has no use for a table {name!r}; it knows {listed(sorted(rows.ROWS))}."
        )
    if get_type_hints(kind) != {c.name: cells.python_type(c) for c in record.columns}:
        raise CourseError(
            f"{name}.toml does not describe the columns that the course reads, which are "
            f"{listed(get_type_hints(kind))}; put the record back as it was published."
        )
    records = []
    seen: dict[tuple[object, ...], int] = {}
    line = 1
    for line, row in read_csv(folder / f"{name}.csv"):
        _check_width(name, line, row, record.columns)
        found = kind(**{c.name: cells.value(name, line, c, row[c.name]) for c in record.columns})
        key = tuple(getattr(found, column) for column in record.key)
        if key in seen:
            raise CourseError(
                f"{name}.csv, line {line}: {_pairs(record.key, key)} is already in line "
                f"{seen[key]}; take one of the two away."
            )
        seen[key] = line
        records.append(found)
    if len(records) != record.rows:
        raise CourseError(
            f"{name}.csv, line {line}: the table ends after {len(records)} rows, but {name}.toml "
            f"says {record.rows}; put the missing rows back or take the added ones away."
        )
    return Table(tuple(records), record)


def _pairs(columns: Iterable[str], values: Iterable[object]) -> str:
    return ", ".join(f"{c} {v}" for c, v in zip(columns, values, strict=True))


def _check_width(name: str, line: int, row: dict[str, str], columns: tuple[Column, ...]) -> None:
    """Refuse a header that is not the record's, and a row that is too long or too short."""
    # The csv module keeps what is too much under the name None, and fills up with None.
    header = [column for column in row if column is not None]
    if header != [c.name for c in columns]:
        raise CourseError(
            f"{name}.csv, line 1: the columns are {listed(header)}, but {name}.toml has "
            f"{listed(c.name for c in columns)}; put the header back."
        )
    if len(header) < len(row) or None in row.values():
        raise CourseError(
            f"{name}.csv, line {line}: the row does not have {len(columns)} cells; check its "
            "commas and quotation marks."
        )


def capabilities(folder: Path = DATA) -> tuple[rows.Capability, ...]:
    """Give the six components and CINC of states and of NATO, by year.

    **Source**: Correlates of War, National Material Capabilities 7.0.

    >>> [row.cinc for row in capabilities() if row.iso3 == "USA" and row.year == 1992]
    [0.148523]
    """
    return load("capabilities", folder).records


def world_totals(folder: Path = DATA) -> tuple[rows.WorldTotal, ...]:
    """Give the world total of each component by year, recovered from published indices."""
    return load("world_totals", folder).records


def spending(folder: Path = DATA) -> tuple[rows.Spending, ...]:
    """Give military spending of the possible threats. **Source**: SIPRI."""
    return load("spending", folder).records


def warheads(folder: Path = DATA) -> tuple[rows.Warheads, ...]:
    """Give stockpiles of nuclear warheads. **Source**: FAS, through Our World in Data."""
    return load("warheads", folder).records


def capitals(folder: Path = DATA) -> tuple[rows.Capital, ...]:
    """Give capitals with coordinates, distances and borders with Russia."""
    return load("capitals", folder).records


def nato_proximity(folder: Path = DATA) -> tuple[rows.NatoProximity, ...]:
    """Give, by year, NATO's members, its land border with Russia and its nearest capital."""
    return load("nato_proximity", folder).records


def relations(folder: Path = DATA) -> tuple[rows.Relation, ...]:
    """Give disputes and defence pacts of observers with possible threats, over ten years."""
    return load("relations", folder).records


def votes(folder: Path = DATA) -> tuple[rows.Vote, ...]:
    """Give ideal points from UN votes. **Source**: Bailey, Strezhnev and Voeten."""
    return load("votes", folder).records


def opinion(folder: Path = DATA) -> tuple[rows.Opinion, ...]:
    """Give the few published poll results that the lessons use, each with its source."""
    return load("opinion", folder).records


def events(folder: Path = DATA) -> tuple[rows.Event, ...]:
    """Give all accessions to NATO and other key dates, each with its source."""
    return load("events", folder).records


def approval(folder: Path = DATA) -> tuple[rows.Approval, ...]:
    """Give monthly approval of Putin around the decisions. **Source**: Levada Center."""
    return load("approval", folder).records


def interventions(folder: Path = DATA) -> tuple[rows.Intervention, ...]:
    """Give our reconstruction of Russian deployments abroad since 1992, with our confidence."""
    return load("interventions", folder).records


def episodes(folder: Path = DATA) -> tuple[rows.Episode, ...]:
    """Give decisions to use force and not to, with proposed codings."""
    return load("episodes", folder).records


def problems_1979(folder: Path = DATA) -> tuple[rows.Problem, ...]:
    """Give the choice problems with money. **Source**: Kahneman and Tversky 1979."""
    return load("problems_1979", folder).records


def loss_aversion(folder: Path = DATA) -> tuple[rows.LossAversion, ...]:
    """Give published estimates of the coefficient of loss aversion, λ."""
    return load("loss_aversion", folder).records


def evidence(folder: Path = DATA) -> tuple[rows.Evidence, ...]:
    """Give the evidence cards: facts in neutral words, each with its source.

    >>> [card.id for card in evidence() if card.cluster == "Georgia, 2008"]
    ['E3', 'E4']
    """
    return load("evidence", folder).records


def ratings(folder: Path = DATA) -> tuple[rows.Rating, ...]:
    """Give two opposed readings of the cards: a start for discussion, not answers."""
    return load("ratings", folder).records
