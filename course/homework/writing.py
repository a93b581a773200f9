"""An essay in a notebook cell: how long it is, and which of its parts are still missing.

No judgement of quality is made here, and none is pretended. Words can be counted, and whether
somebody has written under a heading can be seen; whether it is any good is for a person to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.homework.items import Essay

STUB = "*Write here.*"
"""What stands under each heading until the learner writes something."""


@dataclass(frozen=True, slots=True)
class Report:
    """What can be said of an essay without reading it.

    Attributes
    ----------
    words
        Words under all headings together.
    sections
        Words under each heading, by heading.
    missing
        Headings that are gone, or under which nothing or only a gesture stands.
    """

    words: int
    sections: dict[str, int]
    missing: tuple[str, ...]
    asked: tuple[int, int]

    @property
    def blank(self) -> bool:
        """Whether nothing was written at all."""
        return self.words == 0

    @property
    def sentence(self) -> str:
        """The report in one or two sentences."""
        if self.blank:
            return "Nothing has been written yet."
        least, most = self.asked
        length = f"{self.words} words; {least} to {most} are asked for."
        if not self.missing:
            return f"{length} Something stands under every heading."
        return f"{length} Still empty or next to empty: {'; '.join(self.missing)}."


def report(essay: Essay, text: str) -> Report:
    """Count the words of an essay, heading by heading.

    A heading is found by its words, whatever marks stand around it. Headings and the line that
    says where to write are not counted.
    """
    known = {_bare(section.heading): section.heading for section in essay.sections}
    counts = dict.fromkeys(known.values(), 0)
    under, words = "", 0
    text = re.sub(r"<!--.*?-->", "", text.replace(STUB, ""), flags=re.DOTALL)  # no page shows it
    for line in text.splitlines():
        if _bare(line) in known:
            under = known[_bare(line)]
            continue
        found = count(line)
        words += found
        if under:
            counts[under] += found
    least = {section.heading: section.words for section in essay.sections}
    missing = tuple(heading for heading, n in counts.items() if n < least[heading])
    return Report(words, counts, missing, essay.words)


def count(text: str) -> int:
    """Count words: runs of letters or digits, with what joins them.

    >>> count("Walt's index (B4) isn't one-sided.")
    5
    """
    return len(re.findall(r"\w+(?:['’.,-]\w+)*", text))


def _bare(line: str) -> str:
    return re.sub(r"[\W_]+", " ", line).strip().casefold()
