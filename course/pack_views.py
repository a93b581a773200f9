"""What a page about a case pack shows: what it is, its documents, and everything it rests on."""

from __future__ import annotations

import html

from course.errors import CourseError, listed
from course.lesson import Panel, table
from course.packs import folder
from course.packs.pack import Pack
from course.widgets.questions import Check

MARK = "unconfirmed"


def pack_card(pack: Pack | str) -> Panel:
    """Say what a pack is: question, authors, terms, how it was made, and what is in it."""
    found = folder.chosen(pack)
    training = found.book.set("training")
    facts = [
        ("Question", found.question),
        ("Authors", listed(found.authors)),
        ("Terms", found.licence),
        ("How it was made", found.made),
        (
            "In it",
            f"{len(found.documents)} documents, {len(training)} cases of which "
            f"{sum(c.force for c in training)} with force, "
            f"{len(found.book.set('holdout'))} more put away, {len(found.book.names)} factors, "
            f"{len(found.accounts)} accounts, {len(found.cards)} evidence cards, "
            f"{len(found.comparisons.claims)} comparisons of threats",
        ),
    ]
    return table(("", ""), facts, f"The case pack: {found.title}")


def pack_documents(pack: Pack | str) -> Panel:
    """Show what the documents of a pack say in our words, with claims and what speaks against."""
    found = folder.chosen(pack)
    parts, lines = [], []
    for document in found.documents:
        head = f"{document.author}, {document.title}"
        parts.append(
            f"<p><strong>{html.escape(head)}</strong><br>{html.escape(document.rights)}</p>"
        )
        lines.append(f"{head}. {document.rights}")
        for paragraph in document.paragraphs:
            mark = "" if paragraph.confirmed else f" [{MARK}]"
            parts.append(
                f"<p><strong>{paragraph.id}</strong> {html.escape(paragraph.paraphrase)}{mark}</p>"
            )
            lines.append(f"{paragraph.id}: {paragraph.paraphrase}{mark}")
        for claim in document.claims:
            said = f"Claim {claim.id} ({claim.paragraph}, {claim.type}): {claim.text}"
            against = f"Against it: {claim.counter}"
            parts.append(f"<p>{html.escape(said)}<br>{html.escape(against)}</p>")
            lines += [said, against]
    return Panel("\n".join(parts), "\n".join(lines))


def pack_sources(pack: Pack | str) -> Panel:
    """List the numbers and works that a pack rests on, with a mark at what was not confirmed.

    The cases that are put away stay out of it.
    """
    found = folder.chosen(pack)
    named = found.comparisons.named
    numbers = [
        (
            number.measure,
            named(number.actor)["name"],
            named(number.observer)["name"] if number.observer else "",
            number.year,
            f"{number.value:,g}" + ("" if number.confirmed else f" [{MARK}]"),
            number.note,
            number.source,
        )
        for number in found.numbers
    ]
    head = ("Measure", "Of", "Seen by", "Year", "Value", "Note", "Source")
    first = table(head, numbers, f"{found.title}: every number of the Threat Weigher")
    works = [(text,) for text in found.references.values()]
    second = table(("Work",), works, f"{found.title}: works and papers")
    gaps = [
        (crisis.name, crisis.unconfirmed)
        for crisis in found.book.set("training")
        if crisis.unconfirmed
    ]
    panels = [first, second]
    if gaps:
        panels.append(table(("Case", "Not confirmed"), gaps, "Not confirmed in the chronologies"))
    return Panel(
        "\n".join(panel.markup for panel in panels), "\n\n".join(panel.text for panel in panels)
    )


def pack_check(pack: Pack | str, id: str) -> Check:
    """Ask a question of a pack.

    Raises
    ------
    CourseError
        If the pack has no such question.
    """
    found = folder.chosen(pack)
    by_id = {item.id.removeprefix(f"{found.id}."): item for item in found.questions}
    if id not in by_id:
        known = listed(by_id) if by_id else "none"
        raise CourseError(f"The pack {found.title} has no question {id!r}; there are {known}.")
    return Check(by_id[id])
