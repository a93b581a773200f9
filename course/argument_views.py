"""What a learner wrote in the argument map, to read again and to take to an essay."""

from __future__ import annotations

import html

from course import argument
from course.journal import Journal
from course.lesson import Panel
from course.widgets.bridge import messages


def my_argument() -> Panel:
    """Show the argument map as it was saved last, and the file in which it lies."""
    words, journal = messages("argument_map"), Journal()
    entry = journal.latest("L6.argument-map.map")
    if entry is None:
        return Panel(f"<p>{html.escape(words['nothing_yet'])}</p>", words["nothing_yet"])
    kept = {part: str(entry.value.get(part) or "") for part in argument.PARTS}
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{html.escape(words[part])}</th>'
        f'<td style="text-align:left">{html.escape(text or words["text_empty"])}</td></tr>'
        for part, text in kept.items()
    )
    said = argument.sentence(kept, words)
    where = words["written"].format(name=journal.path.with_name(words["file_name"]))
    markup = (
        f"<table><caption>{html.escape(words['caption'])}</caption><tbody>{rows}</tbody></table>"
        f"<p>{html.escape(said)}</p><p><small>{html.escape(where)}</small></p>"
    )
    return Panel(markup, argument.markdown(kept, words))
