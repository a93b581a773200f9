"""An argument as a map of six parts, and advice about its structure, never about its truth.

A claim stands on grounds; a warrant says why these grounds lead to this claim; backing says why the
warrant can be trusted; a qualifier says how sure the step is; a rebuttal names what would undo it.
What is checked here can be checked without understanding a word: whether a part is empty, whether
the grounds name something that can be looked up, and a few words that often stand in the wrong
part. A flag is advice. A good argument may have one, and a bad argument may have none.

**Source:** Toulmin 1958, *The Uses of Argument*; the word *grounds* is that of Toulmin, Rieke &
Janik 1979, *An Introduction to Reasoning*. Which words are flagged is our choice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PARTS = ("claim", "grounds", "warrant", "backing", "qualifier", "rebuttal")

# The same words and patterns as in js/src/argument.js; shared cases hold the two together.
TOO_STRONG = (
    "always", "never", "certainly", "definitely", "undoubtedly", "obviously", "proves", "proved",
    "proven", "beyond doubt", "without doubt", "no doubt",
)  # fmt: skip
AT_A_DISTANCE = (
    "supposedly", "so-called", "allegedly", "propaganda", "they claim", "they believe",
    "they think", "they say", "pretext", "excuse", "wrongly", "admittedly",
)  # fmt: skip
_ID = re.compile(r"\b([ABE])(\d{1,2})\b", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Flag:
    """One piece of advice: what was noticed, in which part, and the words or ids it is about."""

    id: str
    part: str
    found: tuple[str, ...] = ()


def ids_in(text: str) -> tuple[str, ...]:
    """Find the numbers of evidence cards and paragraphs in a text, each once, in order.

    >>> ids_in("E4 and ¶A11, see e4; not A-c8.")
    ('E4', 'A11')
    """
    found = (f"{letter.upper()}{int(number)}" for letter, number in _ID.findall(text))
    return tuple(dict.fromkeys(found))


def words_in(text: str, words: Sequence[str]) -> tuple[str, ...]:
    """Find which of some words or phrases stand in a text, unless "not" stands before them.

    >>> words_in("It always, not certainly, proves it.", TOO_STRONG)
    ('always', 'proves')
    """
    low = " ".join(text.lower().split())
    return tuple(w for w in words if re.search(rf"(?<!\bnot )(?<!\w){re.escape(w)}(?!\w)", low))


def sources_in(text: str, ids: Sequence[str], names: Sequence[str]) -> tuple[str, ...]:
    """Find what a text names that can be looked up: a card, a paragraph, a crisis or a table.

    Parameters
    ----------
    ids
        The cards and paragraphs there are, such as E1 or A11.
    names
        Crises and tables by name.

    >>> sources_in("A11 and the Rose Revolution; A99.", ["A11"], ["Rose Revolution", "Adjara"])
    ('A11', 'Rose Revolution')
    """
    known = set(ids)
    return (*(id for id in ids_in(text) if id in known), *_named(text, names))


def _named(text: str, names: Sequence[str]) -> tuple[str, ...]:
    low = " ".join(text.lower().split())
    return tuple(n for n in names if re.search(rf"(?<!\w){re.escape(n.lower())}(?!\w)", low))


def flags(
    argument: Mapping[str, str], ids: Sequence[str], names: Sequence[str] = ()
) -> tuple[Flag, ...]:
    """Give advice on the structure of an argument, part by part.

    Parameters
    ----------
    argument
        The text of each part; a part that is missing counts as empty.
    ids, names
        What can be looked up, as in `sources_in`.

    >>> found = flags({"claim": "It was fear because of E1.", "grounds": "E1"}, ["E1"])
    >>> [(flag.id, flag.part) for flag in found if flag.part != "grounds"]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('because', 'claim'), ('empty', 'warrant'), ('empty', 'qualifier'), ('empty', 'rebuttal')]
    """
    said = {part: (argument.get(part) or "").strip() for part in PARTS}
    known, found = set(ids), []
    for part, text in said.items():
        if not text and part != "backing":  # backing is needed only where the warrant is doubted
            found.append(Flag("empty", part))
        if unknown := tuple(id for id in ids_in(text) if id not in known):
            found.append(Flag("unknown", part, unknown))
        if part == "claim" and words_in(text, ["because"]):
            found.append(Flag("because", part))
        if part == "grounds" and text and not sources_in(text, ids, names):
            found.append(Flag("no_source", part))
        if (
            part == "warrant"
            and text
            and _plain(text)
            in (
                _plain(said["claim"]),
                _plain(said["grounds"]),
            )
        ):
            found.append(Flag("repeats", part))
        if part in ("claim", "qualifier") and (strong := words_in(text, TOO_STRONG)):
            found.append(Flag("too_strong", part, strong))
    return tuple(found)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower(), re.ASCII))


def sentence(argument: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Say an argument as one sentence; a part that is empty is left open.

    Parameters
    ----------
    words
        The catalogue: ``in_words``, ``in_words_backing``, ``open``.
    """
    said = {part: _end((argument.get(part) or "").strip()) for part in PARTS}
    backing = words["in_words_backing"].format(backing=said["backing"]) if said["backing"] else ""
    shown = {part: text or words["open"] for part, text in said.items()}
    return words["in_words"].format(**{**shown, "backing": backing})


def _end(text: str) -> str:
    return " ".join(text.split()).rstrip(".;, ")


def markdown(argument: Mapping[str, str], words: Mapping[str, str]) -> str:
    """Write an argument as Markdown, for an essay.

    Parameters
    ----------
    words
        The catalogue: ``text_title``, the names of the parts, and what `sentence` needs.
    """
    parts = (
        f"## {words[part]}\n\n{(argument.get(part) or '').strip() or words['text_empty']}\n"
        for part in PARTS
    )
    return "\n".join([f"# {words['text_title']}\n", f"{sentence(argument, words)}\n", *parts])
