"""The files of a case pack, read as they are, with the line of everything in them.

What stands in a file is held against a JSON Schema; every fault becomes one sentence with file and
line. What no schema can see is in `course.packs.faults`.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any

from course.errors import CourseError, listed
from course.files import PACKAGE, line_of, quick_jsonschema, read_csv, read_text

SCHEMA = PACKAGE / "packs" / "schema"
TEXTS = (
    "pack",
    "references",
    "documents",
    "cases",
    "factors",
    "accounts",
    "cards",
    "threat",
    "reference_point",
    "questions",
)
"""Files in TOML."""
TABLES = ("codings", "ratings", "numbers")
"""Files in CSV, which a spreadsheet can edit."""
PLACEHOLDER = "FILL IN"
"""Where the template wants something; a pack must not hold it any more."""

Place = Sequence[str | int]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something missing or wrong, as one sentence with its place."""

    file: str
    line: int
    text: str
    placeholder: bool = False

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.text}"


@dataclass
class Raw:
    """A pack as it stands in its folder, and the faults found in reading it."""

    folder: Path
    texts: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, name: str, place: Place, text: str) -> Fault:
        """Note a fault at a place of a TOML file."""
        return Fault(f"{name}.toml", line_at(self.texts[name], place), text)


def line_at(text: str, place: Place) -> int:
    """Find the line of a field, also where a table further down bears the field's name.

    >>> line_at('[[a]]\\n[[a.claim]]\\np = 1\\n[[a]]\\n[[a.p]]\\n', ["a", 0, "claim", 0, "p"])
    3
    """
    path = list(place)
    while len(path) > 2 and isinstance(path[-1], int):  # an entry of a list on one line
        above = line_of(text, path)
        if text.splitlines()[above - 1].lstrip().startswith("["):
            return above
        path.pop()
    if not path or isinstance(path[-1], int):
        return line_of(text, path)
    lines = text.splitlines()
    start = line_of(text, path[:-1]) if len(path) > 1 else 0
    for n in range(start, len(lines)):
        if lines[n].lstrip().startswith("["):
            break
        if re.match(rf"\s*{re.escape(path[-1])}\s*=", lines[n]):
            return n + 1
    return line_of(text, path)


def read(folder: Path) -> Raw:
    """Read all files of a pack, and hold each against its schema.

    Raises
    ------
    CourseError
        If there is no such folder.
    """
    if not folder.is_dir():
        raise CourseError(f"There is no folder {folder}; give the folder that holds pack.toml.")
    raw = Raw(folder)
    for name in (*TEXTS, *TABLES):
        suffix = "toml" if name in TEXTS else "csv"
        path = folder / f"{name}.{suffix}"
        if not path.is_file():
            raw.faults.append(
                Fault(path.name, 1, f"this file is missing; copy {path.name} from the template.")
            )
            continue
        try:
            (_read_text if name in TEXTS else _read_table)(raw, name, path)
        except CourseError as error:
            raw.faults.append(Fault(path.name, 1, str(error)))
    return raw


def _read_text(raw: Raw, name: str, path: Path) -> None:
    text = raw.texts[name] = read_text(path)
    try:
        raw.data[name] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = int(found.group(1)) if found else len(text.splitlines()) or 1
        why = re.sub(r" \(at .*\)$", "", str(error))
        raw.faults.append(
            Fault(path.name, line, f"this is not valid TOML ({why}); check quotes and brackets.")
        )
        return
    for sentence, number in _placeholders(text):
        raw.faults.append(Fault(path.name, number, sentence, placeholder=True))
    for place, sentence in _wrong(name, raw.data[name]):
        raw.faults.append(raw.fault(name, place, sentence))


def _read_table(raw: Raw, name: str, path: Path) -> None:
    rows = read_csv(path)
    columns = list(_schema(name)["properties"])
    for line, row in rows:
        header = [column for column in row if column is not None]
        if header != columns:
            text = f"the columns are {listed(header)}; they have to be {listed(columns)}."
            if ";" in header[0]:
                text = "the cells are parted by semicolons; save the table as CSV with commas."
            raw.faults.append(Fault(path.name, 1, text))
            return
        if None in row or None in row.values():
            text = f"the row does not have {len(columns)} cells; check commas and quotation marks."
            raw.faults.append(Fault(path.name, line, text))
            return
        for cell in row.values():
            if PLACEHOLDER in cell:
                raw.faults.append(Fault(path.name, line, _fill(cell), placeholder=True))
        for _, sentence in _wrong(name, row):
            raw.faults.append(Fault(path.name, line, sentence))
    raw.rows[name] = rows
    if not rows:
        raw.faults.append(Fault(path.name, 1, "there is no row in this table; add the first."))


def _placeholders(text: str) -> Iterator[tuple[str, int]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if PLACEHOLDER in line and not line.lstrip().startswith("#"):
            yield _fill(line), number


def _fill(text: str) -> str:
    wanted = re.search(rf"{PLACEHOLDER}[^\"]*", text)
    what = shorten(wanted.group(0), 80, placeholder=" …") if wanted else PLACEHOLDER
    return f"the template's placeholder is still here (“{what}”); put your own text in its place."


@cache
def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads(read_text(SCHEMA / f"{name}.json"))
    return schema


def _wrong(name: str, data: Any) -> Iterator[tuple[Place, str]]:
    """Hold data against a schema, and put each fault as a sentence."""
    with quick_jsonschema():
        from jsonschema import Draft202012Validator
    for error in Draft202012Validator(_schema(name)).iter_errors(data):
        place = list(error.absolute_path)
        for sentence in _sentences(error, where(data, place)):
            yield place, sentence


def where(data: Any, place: Place) -> str:
    """Say which record a place belongs to, such as ``account B``.

    >>> where({"account": [{"letter": "B", "short": ""}]}, ["account", 0, "short"])
    'account B'
    """
    named = ""
    here = data
    for step, part in enumerate(place):
        here = here[part]
        if isinstance(part, int) and isinstance(here, dict):
            kind = place[step - 1]
            own = here.get("id") or here.get("letter") or f"number {part + 1}"
            named = f"{kind} {own}" + (f" of {named}" if named and kind == "option" else "")
    return named


def _sentences(error: Any, record: str) -> Iterator[str]:
    """Turn one fault of a schema into sentences for somebody who has never seen a schema."""
    of = f" of {record}" if record else ""
    names = [part for part in error.absolute_path if isinstance(part, str)]
    name = names[-1] if names else "this file"
    given, wanted, schema = error.instance, error.validator_value, error.schema
    shown = f"“{given}”" if isinstance(given, str) else str(given).lower()
    match error.validator:
        case "required":
            for missing in [key for key in wanted if key not in given]:
                if f"'{missing}' is a required property" == error.message:
                    yield f"{record or 'the file'} has no `{missing}`; add it."
        case "additionalProperties":
            extra = [key for key in given if key not in schema["properties"]]
            known = listed(schema["properties"])
            for key in extra:
                yield f"there is no field `{key}` in {record or 'this file'}; there are {known}."
        case "minLength" if not given:
            yield f"{name}{of} is empty; write it out."
        case "minLength":
            yield (
                f"{name}{of} has {len(given)} characters; {wanted} at least are needed to say it."
            )
        case "maxLength":
            yield f"{name}{of} has {len(given)} characters; at most {wanted} have room."
        case "enum":
            yield f"{name}{of} is {shown}; choose one of {listed(wanted)}."
        case "pattern":
            yield f"{name}{of} is {shown}, which is not {schema['description']}."
        case "minimum" | "maximum":
            low, high = schema.get("minimum"), schema.get("maximum")
            yield f"{name}{of} is {given}; it has to be from {low} to {high}."
        case "minItems":
            yield f"{name}{of} has {len(given)} entries; at least {wanted} are needed."
        case "maxItems":
            yield f"{name}{of} has {len(given)} entries; at most {wanted} are possible."
        case "type":
            kinds: Mapping[str, str] = {
                "string": "text in quotation marks",
                "boolean": "true or false, without quotation marks",
                "integer": "a whole number",
                "number": "a number",
                "array": "a list in square brackets",
                "object": "a table",
            }
            yield f"{name}{of} is {shown}; it has to be {kinds[wanted]}."
        case _:
            yield f"{name}{of}: {error.message}."
