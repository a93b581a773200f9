"""The bridge to the browser: what all widgets share on the Python side (see js/src/bridge.js).

One JavaScript toolkit is used in a lesson (with Python) and on a page (without).

Everything is drawn in the browser. Python is asked only to keep what the learner commits to, and
to compute what the browser cannot. What a widget holds is its one public trait, ``value``.

A widget reveals nothing before a commitment: `CourseWidget` writes the commitment to the journal
first, and only then sends what may be shown because of it.
"""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar

import anywidget
import ipywidgets
import traitlets

from course.charts import Figure
from course.errors import CourseError
from course.files import IN_BROWSER, PACKAGE, read_text, read_toml
from course.journal import Journal

STATIC = PACKAGE / "static"
MESSAGES = PACKAGE / "messages"


class Toolkit(ipywidgets.Widget):  # type: ignore[misc]
    """The bundle, held once for all widgets of a kernel; they draw nothing without it."""

    script = traitlets.Unicode().tag(sync=True)
    style = traitlets.Unicode().tag(sync=True)

    @classmethod
    @cache
    def shared(cls) -> Toolkit:
        """Give the one toolkit of this kernel."""
        return cls(script=_static("widgets.js"), style=_static("widgets.css"))


class CourseWidget(anywidget.AnyWidget):
    """What all widgets share: value, journal, reveal, and a copy that needs no Python.

    A kind of widget says what it is called in JavaScript (`kind`), what can be committed
    (`stages`), and fills in the methods `accept`, `reveal`, `restore`, `sentence` and, where there
    is something to ask or to draw, `answer` and `picture`.

    Attributes
    ----------
    value
        What the learner has set so far. It can be read, observed and set.
    """

    kind: ClassVar[str]
    stages: ClassVar[tuple[str, ...]]
    lives_alone: ClassVar[bool] = False
    """Whether a saved copy is worth bringing to life where there is no Python to keep an answer."""

    _esm = STATIC / "loader.js"
    _toolkit = traitlets.Instance(Toolkit).tag(sync=True, **ipywidgets.widget_serialization)
    _kind = traitlets.Unicode().tag(sync=True)
    _key = traitlets.Unicode().tag(sync=True)
    _config = traitlets.Dict().tag(sync=True)
    value = traitlets.Dict().tag(sync=True)
    _record = traitlets.Dict().tag(sync=True)
    _message = traitlets.Unicode().tag(sync=True)

    def __init__(self, key: str, config: Mapping[str, Any], journal: Journal | None = None) -> None:
        if hasattr(self, "pack") and ("." not in key or "/" in key or "\\" in key):
            raise CourseError(
                f"What stands first in {type(self).__name__}() is the name in your journal; for a "
                f'case pack write {type(self).__name__}(pack="{key}").'
            )
        self.key = key
        self.journal = journal if journal is not None else Journal()
        self.commits: dict[str, list[dict[str, Any]]] = {stage: [] for stage in self.stages}
        self.times: dict[str, list[str]] = {stage: [] for stage in self.stages}
        super().__init__(_toolkit=Toolkit.shared())
        self._kind = self.kind
        self._key = key
        self._config = {"messages": messages(self.kind), **config}
        self.on_msg(self._heard)
        self._restore()

    # What a kind of widget fills in ------------------------------------------------------------

    def accept(self, stage: str, value: dict[str, Any]) -> dict[str, Any]:
        """Check what the learner wants to commit, and return what goes into the journal.

        Raises
        ------
        CourseError
            If it cannot be committed, saying why.
        """
        raise NotImplementedError

    def reveal(self) -> dict[str, Any] | None:
        """Say what may be shown, given `commits`; None while nothing may."""
        return None

    def restore(self) -> dict[str, Any]:
        """Rebuild `value` from what was committed earlier."""
        return {name: part for stage in self.stages for name, part in self.last(stage).items()}

    def sentence(self) -> str:
        """Say in one sentence what this is, before anybody has touched it."""
        raise NotImplementedError

    def answer(self, id: str, question: dict[str, Any]) -> dict[str, Any]:
        """Answer what the browser cannot compute.

        Raises
        ------
        CourseError
            If the question makes no sense.
        """
        raise CourseError(f"This widget has no answer to {id!r}.")

    def picture(self) -> Figure | None:
        """Draw the start state for a saved notebook, if there is something to draw."""
        return None

    def still(self) -> str:
        """Give the start state as plain HTML, for where scripts do not run."""
        picture = self.picture()
        drawn = picture.svg() if picture else ""
        return f"{drawn}<p>{html.escape(self.sentence())}</p>"

    # Commit and reveal ---------------------------------------------------------------------------

    def last(self, stage: str) -> dict[str, Any]:
        """Return what was last committed at a stage, or an empty dict."""
        return self.commits[stage][-1] if self.commits[stage] else {}

    def commit(self, stage: str, value: Mapping[str, Any]) -> None:
        """Commit `value`: check it, write it to the journal, then open what may be shown.

        This is what the button does; a notebook may call it as well.

        Raises
        ------
        CourseError
            If the value cannot be committed or the journal cannot be written.
        """
        if stage not in self.stages:
            raise CourseError(f"There is nothing to commit under the name {stage!r} here.")
        accepted = self.accept(stage, dict(value))
        entry = self.journal.commit(f"{self.key}.{stage}", accepted)
        self._message = self.journal.last_notice
        self.commits[stage].append(entry.value)
        self.times[stage].append(entry.time)
        self._publish(stage)

    def _publish(self, stage: str) -> None:
        kept = {
            name: {
                "revision": len(values),
                "first": values[0],
                "first_time": self.times[name][0],
                "last": values[-1],
                "time": self.times[name][-1],
            }
            for name, values in self.commits.items()
            if values
        }
        self._record = {
            "revision": kept[stage]["revision"],
            "time": kept[stage]["time"],
            "committed": {name: stage["last"] for name, stage in kept.items()},
            "stages": kept,
            "reveal": self.reveal(),
        }

    def _restore(self) -> None:
        """Take up where the journal left off; what cannot be taken up is said, not thrown."""
        try:
            entries = self.journal.entries()
        except CourseError as error:
            self._message = str(error)
            return
        for stage in self.stages:
            mine = [entry for entry in entries if entry.key == f"{self.key}.{stage}"]
            self.commits[stage] = [entry.value for entry in mine]
            self.times[stage] = [entry.time for entry in mine]
        done = [stage for stage in self.stages if self.commits[stage]]
        if not done:
            return
        try:
            self.value = self.restore()
            self._publish(done[-1])
        except Exception:  # the question may have changed since: any shape may be in the journal
            self.value, self._record = {}, {}
            self.commits = {stage: [] for stage in self.stages}
            self.times = {stage: [] for stage in self.stages}
            self._message = self._config["messages"]["does_not_fit"]

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the browser has set."""
        super().set_state(without_nulls(sync_data) if IN_BROWSER else sync_data)

    def _heard(self, _: object, content: Any, buffers: object) -> None:
        """Take a message from the browser. Nothing may be raised here: nobody would see it."""
        content = without_nulls(content) if IN_BROWSER else content
        try:
            if content.get("do") == "commit":
                self._message = ""
                self.commit(str(content["stage"]), content["value"])
            elif content.get("do") == "ask":
                id, question = str(content["id"]), content["question"]
                result = self.answer(id, question)
                self.send({"answer": id, "question": question, "result": result})
        except CourseError as error:
            self._message = str(error)
        except Exception as error:  # a browser may send anything
            self._message = (
                f"This did not work ({type(error).__name__}: {error}); run the cell again."
            )

    # Copies without Python -----------------------------------------------------------------------

    def start(self) -> dict[str, Any]:
        """Give all that a page needs to show the start state: no answers, no journal."""
        return {"kind": self.kind, "config": self._config}

    def to_html(self) -> str:
        """Give a figure that works on any page, without Python and without a network."""
        return figure_html(self.start(), self.still(), live=True)

    def __repr__(self) -> str:
        return self.sentence()

    def _repr_mimebundle_(self, **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        """Show the widget; and, for saved copies, the start state whatever the journal holds.

        The saved figure holds what a page needs to bring it to life, but no script: inside
        JupyterLab a figure without Python could keep no answer. `course.pages` adds the script.
        """
        bundle, metadata = super()._repr_mimebundle_(**options) or ({}, {})
        start = self.start() if self.lives_alone else {"kind": self.kind}
        saved = figure_html(start, self.still(), live=False)
        picture = self.picture()
        if picture is None:
            return {**bundle, "text/plain": self.sentence(), "text/html": saved}, dict(metadata)
        drawn, drawn_metadata = picture.bundle(saved)
        bundle = {**bundle, **drawn, "text/plain": self.sentence()}
        return bundle, {**metadata, **drawn_metadata}


def without_nulls(message: Any) -> Any:
    """Give a message with None where JavaScript says null.

    Where Python itself runs in the browser, null arrives as an object of its own, which is not
    None and which no journal can hold.

    >>> class JsNull: ...
    >>> without_nulls({"sure": JsNull(), "choice": "A"})
    {'sure': None, 'choice': 'A'}
    """
    return json.loads(json.dumps(message, default=lambda thing: None))


def figure_html(start: Mapping[str, Any], still: str, *, live: bool) -> str:
    """Write a figure as HTML: readable as it is; with `live`, its own script brings it to life.

    The figure is found by the fingerprint of its contents, not by an id, so that the same text
    always comes out and several figures fit on one page.
    """
    data = json.dumps(start, ensure_ascii=False, sort_keys=True).replace("</", "<\\/")
    content = hashlib.sha256((data + still).encode("utf-8")).hexdigest()[:16]
    kind = html.escape(str(start["kind"]))
    figure = (
        f'<figure class="tpl-figure" data-kind="{kind}" data-content="{content}">'
        f'<div class="tpl-still">{still}</div>'
    )
    if "config" in start:
        figure += f'<script type="application/json">{data}</script>'
    figure += "</figure>"
    return f"{figure}{toolkit(f'tplAdopt({json.dumps(content)});')}" if live else figure


def toolkit(then: str) -> str:
    """Write the widgets' style and script for a page, and what the script does at its end."""
    script = _static("widgets.js").replace("</script", "<\\/script")
    return f'<style>{_static("widgets.css")}</style><script type="module">{script}\n{then}</script>'


@cache
def messages(kind: str) -> dict[str, str]:
    """Read what widgets of this kind say, with what all of them say.

    >>> messages("check")["not_set"]
    'not set'
    """
    return {**_said("common"), **_said(kind)}


@cache
def _said(kind: str) -> dict[str, str]:
    return read_toml(MESSAGES / "widgets" / f"{kind}.toml", MESSAGES / "widgets.schema.json")


@cache
def _static(name: str) -> str:
    return read_text(STATIC / name)
