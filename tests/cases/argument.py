"""The structure of arguments, as `course.argument` sees it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from course import argument
from course.widgets.bridge import messages

IDS = ["E1", "E4", "E24", "A1", "A11", "B15", "B17"]
NAMES = ["table approval", "Rose Revolution", "Kyrgyzstan", "Abkhazia / western Georgia"]
TEXTS = [
    "",
    "E4, e4 and ¶A11; E04 too.",
    "See A-c8, AB12, E123, PE1 and E99.",
    "(B15)(b17) E1–E4",
    "The rose  revolution\nof 2003",
    "In kyrgyzstan’s south; not Kyrgyzstans.",
    "Abkhazia / Western Georgia, and TABLE APPROVAL.",
    "It is not certainly so, and never will be; it proves it, no doubt.",
    "Undoubtedly they claim, so-called, wrongly.",
    "éalways alwaysé Always",
    "cannot always; not always; always",
]
MAPS = [
    {},
    dict.fromkeys(argument.PARTS, ""),
    {"claim": "Fear of NATO moved Moscow because it was near.", "grounds": "E1 and E77."},
    {"claim": "It always proves it", "grounds": "common sense", "warrant": "Common sense!"},
    {"claim": "A.", "grounds": "Rose Revolution", "warrant": "a", "qualifier": "certainly"},
    {"backing": "A99 and B40", "rebuttal": " unless  E4 ;"},
    {
        "claim": "In 2008 Moscow wanted to keep Georgia out of NATO.",
        "grounds": "A11; E3 is not here, E4 is;",
        "warrant": "A state acts where what it fears is about to happen.",
        "backing": "table approval",
        "qualifier": "probably",
        "rebuttal": "documents show another aim {claim}",
    },
]  # fmt: skip


def cases() -> dict[str, list[dict[str, Any]]]:
    """Give the cases of this theme."""
    words = messages("argument_map")
    needed = ("in_words", "in_words_backing", "open", "text_title", "text_empty", *argument.PARTS)
    return {
        "setting": [{"ids": IDS, "names": NAMES, "words": {name: words[name] for name in needed}}],
        "words": [
            {"list": "strong", "words": argument.TOO_STRONG},
            {"list": "distance", "words": argument.AT_A_DISTANCE},
        ],
        "texts": [
            {
                "text": text,
                "ids": argument.ids_in(text),
                "sources": argument.sources_in(text, IDS, NAMES),
                "strong": argument.words_in(text, argument.TOO_STRONG),
                "distance": argument.words_in(text, argument.AT_A_DISTANCE),
            }
            for text in TEXTS
        ],
        "maps": [
            {
                "map": one,
                "flags": [asdict(flag) for flag in argument.flags(one, IDS, NAMES)],
                "sentence": argument.sentence(one, words),
                "markdown": argument.markdown(one, words),
            }
            for one in MAPS
        ],
    }
