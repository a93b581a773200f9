"""What is wrong where a TOML file cannot be read, in words for somebody who has never seen TOML.

The parser names a line and speaks its own language. Here the line is looked at, and the likely slip
is named with what to write instead.
"""

from __future__ import annotations

import re

VALUE = r"^\s*[\w.-]+\s*=\s*"
STRAIGHT = re.compile(r'(?<!\\)"')
CURLY = re.compile(r"(?:[=\[,]|^)\s*[“”„«»‘’]")

SLIPS: tuple[tuple[str, str], ...] = (
    (r"^[^\"]*[\u00a0\u202f]", "there is a fixed space before the text; type the spaces anew"),
    (r"^\s*[-*•–]\s", "a line begins with the name of its field, and with no dash"),
    (VALUE + r"(True|TRUE|yes|Yes|YES)\b", "write true, in small letters and without marks"),
    (VALUE + r"(False|FALSE|no|No|NO)\b", "write false, in small letters and without marks"),
    (VALUE + r"[+-]?\d+,\d+", "a number takes a point and no comma, such as 51.51"),
    (VALUE + r"\d{1,2}[./]\d{1,2}[./]\d{2,4}", 'write a date as "1962-10-22", in straight marks'),
    (VALUE + r"\d{4}-\d{1,2}\b", 'a date stands in straight quotation marks, such as "1962-10"'),
    (VALUE + r"(#|$)", "there is nothing after the sign =; write the value there"),
    (r"^\s*\w+\s*:", "between a field and its value stands the sign =, and no colon"),
    (r"^\s*\[\[[^\]]*\](?!\])", "a heading begins and ends with as many brackets: [[case]]"),
    (r"^\s*\[[^\]\[]*\]\]", "a heading begins and ends with as many brackets: [[case]]"),
)
"""Slips by the look of a line, and what to do."""


def explained(text: str, line: int, why: str) -> tuple[int, str]:
    r"""Give the line of the slip, and a sentence on it.

    Parameters
    ----------
    line
        Where the parser stopped, from 1.
    why
        What the parser says.

    >>> explained('a = “x”\n', 1, "Invalid value")
    (1, 'these are curly quotation marks; write straight ones (") around a text.')
    """
    lines = text.splitlines() or [""]
    line = min(max(line, 1), len(lines))
    here = lines[line - 1]
    if found := re.match(r"Cannot declare \('(.+)',\) twice", why):
        name = found[1]
        return line, (
            f"[{name}] is there twice; where there are several, each begins with [[{name}]], in "
            "double brackets."
        )
    if "Cannot" in why and here.lstrip().startswith("["):
        name = here.strip().strip("[]")
        return line, (
            f"{name} is there once in single and once in double brackets, or twice; write each as "
            "the template does."
        )
    if "overwrite" in why:
        name = here.partition("=")[0].strip()
        return line, f"`{name}` is there twice in one record; take one of the two away."
    if "array" in why.lower() and not (here.lstrip().startswith("[") and _slip(here)):
        start = _opened(lines, line)
        return start, "a list is opened with [ here and not closed; end it with ], commas between."
    if (said := _slip(here)) is not None:
        return line, f"{said}."
    if "Unterminated" in why:
        start = max(
            (n for n, one in enumerate(lines, start=1) if one.count('"""') % 2), default=line
        )
        return start, "a text is opened here and not closed; end it with the marks it began with."
    return (
        line,
        f"this cannot be read as TOML ({why}); compare it with the same line of the template.",
    )


def _slip(here: str) -> str | None:
    """Name the slip in a line, or None."""
    if CURLY.search(STRAIGHT.split(here)[0]):
        return 'these are curly quotation marks; write straight ones (") around a text'
    for look, said in SLIPS:
        if re.search(look, here):
            return said
    marks = len(STRAIGHT.findall(here))
    if '"' in here and re.search(r"\\(?![btnfr\"\\uU])|\\[uU](?![0-9A-Fa-f]{4})", here):
        return "a backslash stands in the text; write / instead, or two of them"
    if marks % 2 and '"""' not in here:
        return (
            "a quotation mark is not closed, or a line break stands inside the text; a text stands "
            "on one line between two straight marks"
        )
    if re.search(r'=\s*"[^"]*"\s*[^\s#"]', here) or (marks > 2 and "[" not in here):
        return "inside a text write “ ” or ' in place of the straight mark \""
    if re.search(VALUE + r"[^\W\d_]", here):
        return 'a text stands in straight quotation marks (")'
    if "=" not in here and not here.lstrip().startswith(("[", "#")):
        return 'this line has no sign =; a text has to stand on one line, after `field = "`'
    return None


def _opened(lines: list[str], line: int) -> int:
    """Find the line at or above in which a list is opened and not closed."""
    for n in range(line, 0, -1):
        plain = re.sub(r'"[^"]*"', "", lines[n - 1].partition("#")[0])
        if re.match(VALUE, lines[n - 1]) and plain.count("[") > plain.count("]"):
            return n
    return line
