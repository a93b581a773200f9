"""A lesson as one HTML page, on which the main widgets work without Python.

    jupyter nbconvert --to lesson notebooks/03_from_power_to_threat.ipynb

A saved lesson holds each widget as a figure: its sentence, and the data it starts from. This
exporter (nbconvert's own extension point) writes the page as nbconvert does, and adds the widgets'
script once. What a reader does on the page stays on the page; only a running notebook has a
journal.
"""

from __future__ import annotations

from typing import Any

from nbconvert.exporters import HTMLExporter

from course.widgets.bridge import toolkit

ADOPT_ALL = """
for (const figure of document.querySelectorAll("figure.tpl-figure[data-content]")) {
  if (figure.querySelector("script[type='application/json']")) tplAdopt(figure.dataset.content);
}
"""


class LessonExporter(HTMLExporter):
    """nbconvert's HTML page, with the widgets brought to life."""

    export_from_notebook = "Lesson"

    def from_notebook_node(  # type: ignore[override]
        self, nb: Any, resources: Any = None, **kw: Any
    ) -> tuple[str, dict[str, Any]]:
        """Convert a notebook; add the script if there is a figure it could bring to life.

        (nbconvert's own HTML exporter returns text here too, whatever its base class declares.)
        """
        page, resources = super().from_notebook_node(nb, resources, **kw)
        if 'class="tpl-figure"' in page:
            page = page.replace("</body>", f"{toolkit(ADOPT_ALL)}</body>", 1)
        return page, resources
