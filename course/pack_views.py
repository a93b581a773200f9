"""What a page about a case pack shows: what it is, its documents, and everything it rests on."""

from __future__ import annotations

import html
from collections.abc import Iterable

from course.errors import CourseError, listed
from course.journal import Journal
from course.lesson import Panel, table
from course.packs import asked, folder
from course.packs.pack import Document, Pack
from course.widgets.questions import Check, Note

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
            f"{_many(len(found.documents), 'document')}, {len(training)} cases of which "
            f"{sum(c.force for c in training)} with force, "
            f"{len(found.book.set('holdout'))} more put away, {len(found.book.names)} factors, "
            f"{len(found.accounts)} accounts, {len(found.cards)} evidence cards, "
            f"{_many(len(found.comparisons.claims), 'comparison')} of threats",
        ),
    ]
    return table(("About it", "In this pack"), facts, f"The case pack: {found.title}")


def pack_documents(pack: Pack | str) -> Panel:
    """Show what the documents of a pack say, passage by passage, in the words of its authors."""
    parts: list[str] = []
    lines: list[str] = []
    for document in folder.chosen(pack).documents:
        _headed(document, parts, lines)
        for paragraph in document.paragraphs:
            mark = "" if paragraph.confirmed else f" [{MARK}]"
            parts.append(
                f"<p><strong>{paragraph.id}</strong> {html.escape(paragraph.paraphrase)}{mark}</p>"
            )
            lines.append(f"{paragraph.id}: {paragraph.paraphrase}{mark}")
    return Panel("\n".join(parts), "\n".join(lines))


def pack_claims(pack: Pack | str) -> Panel:
    """Show what the documents claim, each with its best counter-argument, once all are sorted."""
    found = folder.chosen(pack)
    if not _kept(found.key("L1.claim-sorter.sort")):
        return _closed("This list opens when you have kept your sorting above")
    parts: list[str] = []
    lines: list[str] = []
    for document in found.documents:
        _headed(document, parts, lines)
        for claim in document.claims:
            said = f"Claim {claim.id} ({claim.paragraph}, {claim.type}): {claim.text}"
            against = f"Against it: {claim.counter}"
            rests = f"Sources: {' ; '.join(claim.sources)}"
            parts.append(
                f"<p>{html.escape(said)}<br>{html.escape(against)}"
                f'<br><small style="overflow-wrap:anywhere">{html.escape(rests)}</small></p>'
            )
            lines += [said, against, rests]
    return Panel("\n".join(parts), "\n".join(lines))


def pack_accounts(pack: Pack | str) -> Panel:
    """Show every account with its lawyer, what it alone expects, and what hurts it.

    The replies to the others are folded; no account stands with fewer doubts than another.
    """
    parts, lines = [], []
    for one in folder.chosen(pack).accounts:
        head = f"{one.letter}: {one.name}"
        rests = [
            f"{s.citation}{'' if s.seen == 'looked up' else f' [{MARK}]'}" for s in one.sources
        ]
        shown = {
            "What it expects and the others do not": one.fingerprints,
            "What hurts it most": one.hurt_by,
            "What it rests on": rests,
        }
        parts.append(
            f"<p><strong>{html.escape(head)}.</strong> <em>{html.escape(one.claim)}</em></p>"
            f"<p>{html.escape(one.lawyer)}</p>"
        )
        lines += [head, one.claim, one.lawyer]
        folded = []
        for name, items in shown.items():
            folded.append(f"<p><strong>{name}</strong></p>{_list(items)}")
            lines += [name, *(f"- {item}" for item in items)]
        replies = [f"To {letter}: {text}" for letter, text in one.replies.items()]
        folded.append(f"<p><strong>What it replies</strong></p>{_list(replies)}")
        lines += ["What it replies", *(f"- {reply}" for reply in replies)]
        parts.append(
            f'<details style="margin-bottom: 1em"><summary>{one.letter}: what it expects, what '
            f"hurts it, its replies and sources</summary>{''.join(folded)}</details>"
        )
    return Panel("\n".join(parts), "\n".join(lines))


def pack_agreement(pack: Pack | str) -> Panel:
    """Show how far two coders agree, factor by factor, once weights are kept; or that one coded."""
    found = folder.chosen(pack)
    if not _kept(found.key("L7.factor-weigher.weights")):
        return _closed("This table opens when you have kept your weights above")
    kappas = found.book.kappas()
    if kappas is None:
        text = (
            "So far one coder has coded the cases, so nobody knows how far two people would agree. "
            "Code some of them yourself from the codebook, without looking, and count."
        )
        return Panel(f"<p>{text}</p>", text)
    one, other = (found.book.cells(coder) for coder in found.book.coders[:2])
    cases = found.book.crises
    rows = []
    for factor in found.book.factors:
        same = sum(one[c.id, factor.id].value == other[c.id, factor.id].value for c in cases)
        kappa = kappas[factor.id]
        said = "cannot be computed" if kappa is None else f"{kappa:.2f}"
        rows.append((factor.id, factor.name, f"{same} of {len(cases)}", said))
    head = ("Factor", "Name", "Same value", "κ")
    return table(head, rows, "How far two coders agree, over all cases")


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
    """Ask a question with options: one of the pack's own, or one that fits any pack.

    Raises
    ------
    CourseError
        If there is no such question.
    """
    return Check(asked.check(folder.chosen(pack), id))


def pack_note(pack: Pack | str, id: str) -> Note:
    """Ask for an answer in one's own words.

    Raises
    ------
    CourseError
        If there is no such question.
    """
    return Note(asked.note(folder.chosen(pack), id))


def _headed(document: Document, parts: list[str], lines: list[str]) -> None:
    head = f"{document.author}, {document.title}"
    parts.append(f"<p><strong>{html.escape(head)}</strong><br>{html.escape(document.rights)}</p>")
    lines.append(f"{head}. {document.rights}")


def _kept(key: str) -> bool:
    """Say whether something was committed; a damaged journal holds nothing that can be read."""
    try:
        return Journal().latest(key) is not None
    except CourseError:
        return False


def _closed(text: str) -> Panel:
    said = f"{text}; then run this cell again."
    return Panel(f"<p>{said}</p>", said)


def _many(n: int, what: str) -> str:
    return f"{n} {what}{'' if n == 1 else 's'}"


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{html.escape(item)}</li>' for item in items)}</ul>"
