"""The reading panel for a reader who has added a copy of an article.

The article's words must not end up in a file that git tracks or that somebody hands in, and
JupyterLab saves what a cell shows. So they are not part of what is shown here: the browser asks for
them when it draws the panel, and keeps them on the screen only.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from course import seeds
from course.journal import Journal
from course.widgets.bridge import CourseWidget, messages


class Reader(CourseWidget):
    """Paragraphs of the articles: the reader's own copy beside our paraphrase.

    Parameters
    ----------
    ids
        The paragraphs, for example ``["A5", "B15"]``.
    saved
        What a saved notebook keeps in its place: the panel with the paraphrases alone.
    """

    kind: ClassVar[str] = "reading"
    stages: ClassVar[tuple[str, ...]] = ()

    def __init__(self, ids: Sequence[str], saved: str, journal: Journal | None = None) -> None:
        self.ids = tuple(seeds.paragraph(id).id for id in ids)
        self.saved = saved
        claims = seeds.claims()
        paragraphs = [
            {
                "id": id,
                "cite": seeds.cite(id),
                "paraphrase": seeds.paragraph(id).paraphrase,
                "against": [
                    {"text": claim.text, "counter": claim.counter}
                    for claim in claims
                    if claim.paragraph == id
                ],
            }
            for id in self.ids
        ]
        super().__init__("reading", {"paragraphs": paragraphs}, journal)

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Give the passages of this panel; what has no own copy is missing."""
        found = {wanted: seeds.passage(wanted) for wanted in self.ids}
        return {wanted: text for wanted, text in found.items() if text is not None}

    def sentence(self) -> str:
        """Say which paragraphs these are."""
        return messages(self.kind)["sentence"].format(ids=", ".join(self.ids))

    def still(self) -> str:
        """Keep the paraphrases for a saved notebook."""
        return self.saved
