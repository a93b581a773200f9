"""Journals as Python reads them: awkward values, every kind of damage, and what is done on arrival.

The page "Your work" verifies a journal in JavaScript. It must come to the same verdict as Python at
the same line, and to the same text; so the texts here hold whatever is awkward in JSON.
"""

from __future__ import annotations

import json
import random
import struct
from typing import Any

from journals import chained, lines, written

from course import arrival, journal
from course.journal import DamagedJournal

AWKWARD = [
    "0", "-0", "7", "-7", "0.0", "-0.0", "1.0", "1e0", "10E+2", "1e-7", "1e-07", "0.0001",
    "0.00001", "1e15", "1e16", "123456789012345678.0", "1e21", "1e22", "1e23", "5e-324",
    "2.2250738585072014e-308", "1.7976931348623157e308", "1e999", "-1e999", "1e-999", "0.1",
    "0.30000000000000004", "100000000000000000000000", "9007199254740993", "-9007199254740993",
    "1.00", "NaN", "Infinity", "-Infinity", "true", "false", "null", '""', '"\\u00e9"', '"é"',
    '"\\/ \\\\ \\" \\b\\f\\n\\r\\t \\u0000 \\u001f \\u007f"', '"\u2028\u2029\u0085\u00a0\ufeff"',
    '"\\ud83d\\ude00"', '"😀"', '"e\u0301 ﬁ ǅ"', '"</script><!--"', "[]", "{}", "[ ]", "{ }",
    "[1,2 , 3]", '{"b":1,"a":2}', '{"\\uffff": 1, "😀": 2, "z": 3, "Z": 4, "": 5}',
    '{"a": 1, "a": 2}', '{"a": {"c": [1.50, {"b": null}], "b": 1e1}}', " 1 ", "\t[\r1\t]\r",
    "[" * 98 + "]" * 98, '{"__proto__": 1, "constructor": 2, "10": 3, "9": 4}',
]  # fmt: skip
REFUSED = [
    "", " ", "01", "1.", ".5", "+1", "1e", "0x1", "-", "nul", "nan", "infinity", "'a'", '"',
    '"\\x"', '"\\u12"', '"\\u12g4"', '"a\tb"', '"a\nb"', "[1,]", "[,1]", "[1", "{", '{"a"}',
    '{"a":}', '{"a":1,}', "{a:1}", "{1:1}", "1 2", "[1]]", "\u00a01", "\ufeff1", "\u20281",
    "[" * 101 + "]" * 101, "1" * 4301, "--1", "tru", "//1", "1_000", "1e+", '"\\ud83',
]  # fmt: skip
HALF = ['"\\ud800"', '"\\udc00\\ud800"', '{"\\ud800": 1}']


def cases() -> dict[str, list[Any]]:
    """Give values, chains and arrivals."""
    return {
        "values": [{"text": t, "canonical": canonical(t)} for t in [*AWKWARD, *floats()]],
        "refused": [{"text": t, "half": t in HALF} for t in [*REFUSED, *HALF]],
        "chains": chains(),
        "arrivals": arrivals(),
    }


def canonical(text: str) -> str:
    """Write a value as a line of a journal holds it."""
    return json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True)


def floats() -> list[str]:
    """Give floats of all sizes, and numbers with many digits."""
    draw = random.Random(7)
    bits = (struct.unpack("<d", draw.randbytes(8))[0] for _ in range(150))
    found = [repr(x) for x in bits if x == x and abs(x) != float("inf")]
    found += [
        f"{draw.random() * 10 ** draw.randint(-8, 20):.{draw.randint(1, 20)}e}" for _ in range(100)
    ]
    return found + [str(draw.randint(-(10**30), 10**30)) for _ in range(20)]


# Chains -------------------------------------------------------------------------------------------


def answers(*values: Any, id: str = "a1b2c3d4" * 4) -> str:
    """Write a journal with these answers."""
    head = {"format": journal.FORMAT, "version": 1, "id": id, "begun": "2026-03-02T09:00:00+00:00"}
    rows = [
        {
            "time": f"2026-03-0{2 + n // 60}T10:{n % 60:02}:00+00:00",
            "key": f"L{n % 9}.1.answer",
            "value": value,
        }
        for n, value in enumerate(values)
    ]
    return chained([head, *rows])


def raw(*values: str) -> str:
    """Write a sound journal whose answers stand there as given, not as Python writes them."""
    found = answers(*[f"@{n}@" for n in range(len(values))])
    head, *rows = lines(found)
    before, out = journal.sha256(head), [journal._line(head)]
    for row, value in zip(rows, values, strict=True):
        body = {k: v for k, v in row.items() if k != "sha256"} | {"before": before}
        body["value"] = json.loads(value)
        before = journal.sha256(body)
        line = journal._line({**body, "value": "@", "sha256": before})
        out.append(line.replace('"@"', value.replace("\n", " "), 1))
    return "".join(out)


def signed(rows: list[dict[str, Any]], at: int, **fields: Any) -> str:
    """Change fields of one row and number that row anew, but none after it."""
    row = {**rows[at], **fields}
    body = {k: v for k, v in row.items() if k != "sha256"}
    return written([*rows[:at], {**body, "sha256": journal.sha256(body)}, *rows[at + 1 :]])


def damages() -> dict[str, str]:
    """Give journals with something wrong, and some with something odd that is not."""
    good = answers("A", {"choice": "B", "sure": None}, 1e-7, [1.0, -0.0], "\u2028 é 😀")
    rows = lines(good)
    # Not splitlines(): U+2028 is no line end here.
    head, first, *rest = [f"{line}\n" for line in good.removesuffix("\n").split("\n")]
    other = lines(answers("x", id="ffff"))
    return {
        "good": good,
        "no line end at the end": good.removesuffix("\n"),
        "a mark at the start": "\ufeff" + good,
        "two marks at the start": "\ufeff\ufeff" + good,
        "blanks and another order": "\n".join(
            json.dumps(dict(reversed(row.items())), separators=(" , ", " :\t")) for row in rows
        ),
        "a name twice": good.replace('"key"', '"key": "L1", "key"', 1),
        "a field changed back by a second": good.replace('"number"', '"number": 9, "number"', 1),
        "empty": "",
        "a line end alone": "\n",
        "a mark alone": "\ufeff",
        "a heading alone": head,
        "a heading, cut": head[:-5],
        "an empty line at the end": good + "\n",
        "an empty line inside": head + "\n" + first + "".join(rest),
        "cut in a line": good[:-30],
        "cut after a line": "".join([head, first, *rest[:-1]]),
        "first gone": "".join([head, *rest]),
        "one gone": "".join([head, first, *rest[1:]]),
        "swapped": "".join([head, rest[0], first, *rest[1:]]),
        "doubled": "".join([head, first, first, *rest]),
        "added at the end": good + journal._line(rows[1]),
        "an answer changed": good.replace('"B"', '"C"', 1),
        "a time changed": good.replace("10:02", "10:03", 1),
        "a key changed": good.replace("L2.1", "L2.2", 1),
        "a number changed": good.replace('"number": 3', '"number": 4', 1),
        "a float made whole": good.replace("1.0", "1", 1),
        "a zero without its sign": good.replace("-0.0", "0.0", 1),
        "another exponent": good.replace("1e-07", "0.0000001", 1),
        "an accent in two signs": good.replace("é", "e\u0301", 1),
        "its number changed": good.replace(rows[2]["sha256"], "0" * 64, 1),
        "one numbered anew": signed(rows, 2, value="C"),
        "the last numbered anew": signed(rows, 5, value="C"),
        "numbered too high": signed(rows, 1, number=2),
        "numbered true": signed(rows, 1, number=True),
        "numbered 1.0": signed(rows, 1, number=1.0),
        "numbered by a huge number": signed(rows, 1, number=10**400),
        "a key that is no text": signed(rows, 1, key=7),
        "a time that is no text": signed(rows, 1, time=None),
        "before that is no text": signed(rows, 1, before=None),
        "a field too many": signed(rows, 1, note="mine"),
        "a field too few": good.replace('"value": "A"', '"key": "L0.1.answer"', 1),
        "a list for an entry": head + "[1, 2]\n",
        "a word for an entry": head + "null\n",
        "under another heading": journal._line(other[0]) + "".join([first, *rest]),
        "a heading twice": head + good,
        "another heading field": good.replace('"begun": "2026', '"begun": "2025', 1),
        "another format": good.replace("threat-power-loss", "shopping", 1),
        "a newer version": good.replace('"version": 1', '"version": 2', 1),
        "version 1.0": good.replace('"version": 1', '"version": 1.0', 1),
        "version true": good.replace('"version": 1', '"version": true', 1),
        "no version": good.replace('"version"', '"edition"', 1),
        "a list for a heading": "[]\n",
        "text": "milk\nbread\n",
        "a number": "1\n",
        "line ends of Windows": good.replace("\n", "\r\n"),
        "brackets without end": good + "[" * 1000,
        "a heading too deep": '{"format": ' + "[" * 200,
        "half a character": good.replace('"A"', '"\\ud800"', 1),
        "half a character in the heading": good.replace("a1b2", "\\udc00", 1),
        "half a character in its number": good.replace(rows[1]["sha256"], "\\ud800", 1),
        "a control character": good.replace('"A"', '"\x01"', 1),
        "awkward answers": raw(*[t for t in AWKWARD if len(t) < 90]),
        "floats": raw(*floats()[::5]),
    }  # fmt: skip


def chains() -> list[Any]:
    """Say what Python makes of each."""
    found = []
    for name, text in damages().items():
        row: dict[str, Any] = {"name": name, "text": text}
        try:
            head, entries = journal.read_chain(text)
        except DamagedJournal as damage:
            row |= {"kind": damage.kind, "line": damage.line}
        else:
            row |= {"kind": None, "entries": len(entries)}
            plain = journal.text_of(head, entries) if head else ""
            row["canonical"] = None if plain == text else plain  # None: as it stands
        found.append(row)
    return found


def arrivals() -> list[Any]:
    """Say what is to be done with each of some journals where each of the others is."""
    some = {
        "nothing": "",
        "heading": answers(),
        "heading b": answers(id="b"),
        "one": answers("A"),
        "two": answers("A", "B"),
        "two else": answers("A", "C"),
        "else": answers("D"),
        "three": answers("A", "B", "E"),
        "b": answers("A", id="b"),
        "b two": answers("A", "B", id="b"),
        "no id": chained([{"format": journal.FORMAT, "version": 1}, *lines(answers("A"))[1:]]),
        "no id else": chained([{"format": journal.FORMAT, "version": 1}, *lines(answers("B"))[1:]]),
        "id no text": answers("A", id=[1]),  # type: ignore[arg-type]
        "id no text else": answers("B", id=[1]),  # type: ignore[arg-type]
    }
    begun = lines(answers("A", "B"))
    begun[0]["begun"] = "2026-03-01T09:00:00+00:00"
    some["begun again"] = chained(begun)
    found = []
    for here, text in some.items():
        for there, other in some.items():
            decision = arrival.decide(*journal.read_chain(text), *journal.read_chain(other))
            found.append(
                {"here": here, "there": there, "kind": decision.kind, "common": decision.common}
            )
    return [{"texts": some}, *found]
