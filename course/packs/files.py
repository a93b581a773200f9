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
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from textwrap import shorten
from typing import Any

from course.errors import CourseError, listed
from course.files import PACKAGE, line_of, quick_jsonschema, read_text
from course.packs import sheets, syntax

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
FILES = tuple(f"{name}.toml" for name in TEXTS) + tuple(f"{name}.csv" for name in TABLES)
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

    @property
    def shape(self) -> str:
        """Give what faults of one kind have in common: the sentence without names and numbers."""
        return re.sub(r"“[^”]*”|\b[A-Z0-9][\w.-]*|\b[a-z]+-[\w-]+", "*", self.text)


@dataclass
class Raw:
    """A pack as it stands in its folder, and the faults found in reading it."""

    folder: Path
    texts: dict[str, str] = field(default_factory=dict)
    data: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    sound: set[str] = field(default_factory=set)
    """The files that could be read and fit their schema."""
    filled: set[str] = field(default_factory=set)
    """Of these, the ones without a placeholder."""

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
            raw.faults.append(Fault(path.name, 1, _missing(path)))
            continue
        before = len(raw.faults)
        try:
            (_read_text if name in TEXTS else _read_table)(raw, name, path)
        except CourseError as error:
            raw.faults.append(Fault(path.name, 1, str(error)))
        found = raw.faults[before:]
        if all(fault.placeholder for fault in found):
            raw.sound.add(name)
        if not found:
            raw.filled.add(name)
    return raw


def _missing(path: Path) -> str:
    """Say that a file is missing, and whether one is there that may be it."""
    like = sorted(
        other.name
        for other in path.parent.iterdir()
        if other.is_file() and re.split(r"[ .(]", other.name.lower())[0] == path.stem
    )
    if like:
        return f"this file is missing, but there is {like[0]}; rename it to {path.name}."
    return f"this file is missing; copy {path.name} from the template."


def _read_text(raw: Raw, name: str, path: Path) -> None:
    text = raw.texts[name] = read_text(path)
    try:
        raw.data[name] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line = int(found.group(1)) if found else len(text.splitlines()) or 1
        why = re.sub(r" \(at .*\)$", "", str(error))
        raw.faults.append(Fault(path.name, *syntax.explained(text, line, why)))
        return
    for sentence, number in _placeholders(text):
        raw.faults.append(Fault(path.name, number, sentence, placeholder=True))
    for place, sentence in _wrong(name, raw.data[name]):
        raw.faults.append(raw.fault(name, place, sentence))


def _read_table(raw: Raw, name: str, path: Path) -> None:
    rows, wrong = sheets.read(path, list(_schema(name)["properties"]))
    raw.faults += [Fault(path.name, line, text) for line, text in wrong]
    for line, row in rows:
        for cell in row.values():
            if PLACEHOLDER in cell:
                raw.faults.append(Fault(path.name, line, _fill(cell), placeholder=True))
        if name == "numbers" and row["measure"] != "cinc" and sheets.thousands(row["value"]):
            text = (
                f"{row['measure']} is “{row['value']}”, which may mean two numbers; write it "
                "without a mark for thousands, such as 21000."
            )
            raw.faults.append(Fault(path.name, line, text))
            continue
        for _, sentence in _wrong(name, row):
            raw.faults.append(Fault(path.name, line, sentence))
    raw.rows[name] = rows


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
        record = where(data, place)
        tables = [str(part) for part in place if not isinstance(part, int)]
        record = record or (f"[{'.'.join(tables)}]" if tables else "")
        if error.validator == "additionalProperties":
            known = error.schema["properties"]
            for key in [key for key in error.instance if key not in known]:
                yield [*place, key], _unknown(key, list(known), record)
            continue
        for sentence in _sentences(error, where(data, place)):
            yield place, sentence


def _unknown(key: str, known: Sequence[str], record: str) -> str:
    near = get_close_matches(key.lower(), known, 1)
    what = f"did you mean `{near[0]}`?" if near else f"there are {listed(known)}."
    return f"there is no field `{key}` in {record or 'this file'}; {what}"


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


def _entries(given: Sequence[object]) -> str:
    return "1 entry" if len(given) == 1 else f"{len(given)} entries"


def _sentences(error: Any, record: str) -> Iterator[str]:
    """Turn one fault of a schema into sentences for somebody who has never seen a schema."""
    of = f" of {record}" if record else ""
    names = [part for part in error.absolute_path if isinstance(part, str)]
    name = names[-1] if names else "this file"
    if "replies" in names[:-1]:
        name = f"the reply to {name}"
    given, wanted, schema = error.instance, error.validator_value, error.schema
    shown = f"“{given}”" if isinstance(given, str) else str(given).lower()
    match error.validator:
        case "required":
            for missing in [key for key in wanted if key not in given]:
                if f"'{missing}' is a required property" == error.message:
                    table = f"[{'.'.join(names)}]" if names else "the file"
                    yield f"{record or table} has no `{missing}`; add it."
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
            yield f"{name}{of} has {_entries(given)}; at least {wanted} are needed."
        case "maxItems":
            yield f"{name}{of} has {_entries(given)}; at most {wanted} are possible."
        case "dependentRequired":
            for missing in [key for key in ("reader_r", "reader_c") if key not in given]:
                yield f"evidence names one reader only; add `{missing}`, or take the other away."
        case "type" if wanted == "object" and isinstance(given, list):
            yield f"{name}{of} stands in double brackets; write [{name}]."
        case "type" if wanted == "array" and isinstance(given, dict):
            yield f"{name}{of} stands in single brackets; write [[{name}]]."
        case "type" if wanted == "string" and isinstance(given, list):
            where = f", and not under [{record.split()[0]}.replies]" if "reply" in name else ""
            yield f"{name}{of} is a list; write one text in quotation marks{where}."
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
