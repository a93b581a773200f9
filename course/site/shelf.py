"""Pages made from records: the two documents, their claims, works, tables, terms.

Each function takes records and gives the MyST Markdown of one page. What a reader sees comes from
the records; headings and the few sentences around them stand here, beside the form they have.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from course.accounts import Account
from course.errors import listed
from course.glossary import Entry
from course.records import Claim, Document, Paragraph, Question, Reference, Reviewed, Tension
from course.site.links import linked, plain, with_links
from course.site.staging import Lesson
from course.tables import Provenance

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
AUTHORS = re.compile(r"(?P<first>[^,.]+), (?P<rest>.+?)\. (?P<year>\d{4})\.")
RELATIONS = {"agree": "They agree.", "partly": "In part.", "conflict": "They conflict."}
LAYERS = {"quoted": "quoted from the study", "reported": "reported", "own": "the author's own"}


def document(one: Document) -> str:
    """Write the page of a document: who wrote it, and each paragraph in our words."""
    about = {
        "Author": plain(one.author),
        "Published": f"{plain(one.outlet)} ({plain(one.outlet_kind)}), {day(one.published)}",
        "About": _reviewed(one.reviewed),
        "The author's standpoint": plain(one.author_standpoint),
        "The outlet's standpoint": plain(one.outlet_standpoint),
        "The reviewed authors' standpoint": plain(one.reviewed.standpoint),
        "Rests on": plain(one.evidence_base),
        "Written knowing": plain(one.written_knowing),
        "How we know": plain(one.seen),
    }
    parts = [
        f"# Document {one.id} · {plain(one.title)}",
        "In our words. The article itself is under copyright: read "
        f"[{plain(one.title)}]({one.url}) where it was published. {plain(one.rights)}",
        "Each paragraph below carries its number, what it says in our words, and what it claims. "
        "The paraphrases, types and tags are our judgement. Every claim has its test and its best "
        "counter-argument in [the claims](../claims.md).",
        "## About this document",
        _pairs(about),
    ]
    for paragraph in one.paragraphs:
        claims = [c for c in one.claims if paragraph.id in c.paragraphs]
        parts += _paragraph(paragraph, claims, [g for g in one.gaps if g.paragraph == paragraph.id])
    parts += ["## What does not go together", *(_tension(t) for t in one.tensions)]
    return _page(parts)


def _reviewed(one: Reviewed) -> str:
    said = one.reference.removesuffix(one.url).strip()
    return plain(said) + (f" [{plain(site(one.url))}]({one.url})" if one.url else "")


def _paragraph(one: Paragraph, claims: Sequence[Claim], gaps: Sequence[object]) -> list[str]:
    tags = [*one.theory, *one.factor, *one.case]
    layers = listed([LAYERS.get(layer, layer) for layer in one.layer])
    parts = [f"({one.id.lower()})=\n## ¶ {one.id}", plain(one.paraphrase)]
    said = f"Whose statement: {plain(layers)}."
    if tags:
        said += f" Tags: {plain(', '.join(tags))}."
    if one.layer_note:
        said += f" {plain(one.layer_note)}"
    parts.append(f"*{said}*")
    items = [
        f"- {linked(c.id, '../')} ({plain(c.type)}): {plain(c.text)} "
        f"*Against it:* {plain(c.counter)}"
        for c in claims
    ]
    if items:
        parts.append("\n".join(items))
    for gap in gaps:
        kind, text = plain(str(gap.kind)), plain(str(gap.text))  # type: ignore[attr-defined]
        parts.append(f"**Note on the text** ({kind}): {text}")
    return parts


def _tension(one: Tension) -> str:
    places = ", ".join(linked(id, "../") for id in one.paragraphs)
    return (
        f"**{plain(one.title)}** ({places}). {plain(one.text)} *To discuss:* {plain(one.question)}"
    )


def claims(documents: Iterable[Document], references: Mapping[str, Reference]) -> str:
    """Write the ledger of claims: each with its test, its counter-argument and its sources."""
    parts = [
        "# Claims, tests and counter-arguments",
        "What the two documents say that can be argued with. Each claim is in our words, with how "
        "one could test it and the best argument against it. The types are our judgement; where a "
        "second coder, who saw only the claims and the definitions, gave another type, both stand. "
        "Both codings were made for this course with language models.",
    ]
    for one in documents:
        name = one.id.lower()
        parts.append(f"## Document {one.id}: {plain(one.title)}")
        parts.append(
            f"What it says, paragraph by paragraph: [document {one.id}](documents/{name}.md)."
        )
        parts += [_claim(c, references) for c in one.claims]
    return _page(parts)


def _claim(one: Claim, references: Mapping[str, Reference]) -> str:
    kind = plain(one.type) + (f": {plain(one.detail)}" if one.detail else "")
    if one.second_type and one.second_type != one.type:
        kind += f" (second coder: {plain(one.second_type)})"
    sources = [_source(id, references) for id in one.sources]
    against = plain(one.counter)
    if not one.confirmed:
        against += f" *Not confirmed:* {plain(one.to_check)}"
    lines = {
        "Stands in": ", ".join(linked(id) for id in one.paragraphs),
        "Type": f"{kind}; {plain(LAYERS.get(one.layer, one.layer))}",
        "Test": plain(one.test),
        "Against it": against,
        "Sources": "; ".join(sources) or "our own judgement",
    }
    return f"({one.id.lower()})=\n### {one.id}\n\n**{plain(one.text)}**\n\n{_pairs(lines)}"


def _source(id: str, references: Mapping[str, Reference]) -> str:
    held = references.get(id)
    if held is None:
        return linked(id)
    return linked(id, text=short(held))


def short(one: Reference) -> str:
    """Give the short name of a work, as in a citation; or else the beginning of its reference.

    >>> short(Reference("x", "Walt, Stephen M. 1985. “Alliance Formation.” IS 9 (4).", True))
    'Walt 1985'
    >>> short(Reference("x", "Person, Robert, and Michael McFaul. 2022. “What.”", True))
    'Person and McFaul 2022'
    """
    cited = AUTHORS.match(one.text)
    if cited:
        others = [name.split()[-1] for name in re.split(r", and |, | and ", cited["rest"])[1:]]
        names = [cited["first"], *others]
        known = len(names) < 4 and "others" not in names
        said = f"{listed(names) if known else f'{names[0]} and others'} {cited['year']}"
    else:
        said = one.text if len(one.text) <= 60 else f"{one.text[:58].rsplit(' ', 1)[0]} …"
    return html.escape(said.rstrip("."))


def day(iso: str) -> str:
    """Write a date in words.

    >>> day("2021-09-28")
    '28 September 2021'
    """
    found = date.fromisoformat(iso)
    return f"{found.day} {MONTHS[found.month - 1]} {found.year}"


def comparison(questions: Iterable[Question], motives: str, accounts: Iterable[Account]) -> str:
    """Write the page that puts the same questions to both documents, and what lies beside it.

    `motives` is HTML (see `course.views.motives`).
    """
    parts = [
        "# The two documents side by side",
        "Questions put to both, and what each document says, in our words. Whether the two "
        "agree is our judgement.",
    ]
    for one in questions:
        lines = {
            "Document A": f"{plain(one.a)} ({', '.join(map(linked, one.a_paragraphs))})",
            "Document B": f"{plain(one.b)} ({', '.join(map(linked, one.b_paragraphs))})",
            "Together": f"{RELATIONS.get(one.relation, plain(one.relation))} {plain(one.note)}",
        }
        parts.append(f"## {plain(one.question)}\n\n{_pairs(lines)}")
    items = [f"- **{plain(one.name)}** ({one.letter}). {plain(one.claim)}" for one in accounts]
    parts += [
        "(motive-by-motive)=\n## Motive by motive",
        with_links(" ".join(motives.splitlines()), "", markup=True),
        "(seven-accounts)=\n## The seven accounts in one sentence each",
        "What the holders of each say; the list is open. [Lesson 6]"
        "(lessons/06_rivals_get_their_best_lawyer.ipynb) gives each a lawyer.",
        "\n".join(items),
    ]
    return _page(parts)


def references(
    works: Iterable[Reference], documents: Iterable[Document], tables: Iterable[Provenance]
) -> str:
    """Write the list of works, each with how it was seen, and the sources of the tables."""
    texts = [
        f"- {plain(one.author)}. “{plain(one.title)}” {plain(one.outlet)}, {day(one.published)}. "
        f"[{plain(site(one.url))}]({one.url}) *Here: "
        f"[document {one.id}, in our words](documents/{one.id.lower()}.md).*"
        for one in documents
    ]
    items = [_work(one) for one in sorted(works, key=lambda work: work.text.lstrip("“").casefold())]
    rows = [
        f"| [{plain(one.title)}](#data-{one.name.replace('_', '-')}) "
        f"| {_cell('; '.join(f'{s.name} ({s.version})' for s in one.sources))} "
        f"| {_cell(one.licence)} |"
        for one in tables
    ]
    parts = [
        "# References",
        "The works and reports that claims are held against and lessons rest on. Each says how we "
        "saw it: most were not read whole, and what nobody here has looked up says so.",
        "## The two documents",
        "\n".join(texts),
        "## Works",
        "\n".join(items),
        "## Tables of data",
        "| Table | Source and version | Licence or terms |\n|---|---|---|\n" + "\n".join(rows),
    ]
    return _page(parts)


def _work(one: Reference) -> str:
    link = f" [{plain(site(one.url))}]({one.url})" if one.url else ""
    seen = f"Seen: {one.seen}." if one.confirmed else "From memory; not confirmed."
    return f'- <span id="{one.id}"></span>{plain(one.text)}{link} *{plain(seen)}*'


def site(url: str) -> str:
    """Give the name of the site of an address.

    >>> site("https://www.jstor.org/stable/2538540")
    'jstor.org'
    """
    return url.split("/")[2].removeprefix("www.")


def data(tables: Iterable[Provenance]) -> str:
    """Write where each table comes from, what its columns mean, and the terms it is under."""
    parts = [
        "# Tables of data",
        "Each table is a small extract or our own compilation, here for teaching. The tables are "
        "outside the course's own licences: each is under the terms of its source. Where the terms "
        "are not known, ask the source before you publish the figures elsewhere.",
    ]
    return _page([*parts, *(_table(one) for one in tables)])


def _table(one: Provenance) -> str:
    sources = [
        f"- {plain(s.name)} ({plain(s.version)}). {plain(s.citation)}"
        + (f" [{plain(site(s.url))}]({s.url})" if s.url else "")
        for s in one.sources
    ]
    facts = {
        "A row is": plain(one.row),
        "Rows": str(one.rows),
        "Licence": plain(one.licence) + ("" if one.terms_known else " (*terms not known*)"),
        "Terms": plain(one.terms),
        "This extract": plain(one.extract),
        "Derived": plain(" ".join(one.derived)),
        "Left out": plain(" ".join(one.left_out)),
        "Breaks": plain(" ".join(one.breaks)),
        "Please note": plain(one.notice or ""),
    }
    rows = [f"| `{c.name}` | {_cell(c.meaning)} | {_cell(c.unit or c.type)} |" for c in one.columns]
    file = f'<a href="data/{one.name}.csv" download>{one.name}.csv</a>'
    return "\n\n".join(
        [
            f"(data-{one.name.replace('_', '-')})=\n## {plain(one.title)}",
            _pairs({k: v for k, v in facts.items() if v.strip()}),
            "**Sources**\n\n" + "\n".join(sources),
            "<details><summary>Columns</summary>\n\n| Column | Meaning | Unit |\n|---|---|---|\n"
            + "\n".join(rows)
            + "\n\n</details>",
            f"Download: {file}",
        ]
    )


def glossary(
    entries: Iterable[Entry], references: Mapping[str, Reference], lessons: Iterable[Lesson]
) -> str:
    """Write the glossary: each word with its meaning, its lesson and its source."""
    pages = {one.number: one for one in lessons}
    kept = list(entries)
    names = {one.id: one.term for one in kept}
    parts = [
        "# Glossary",
        "The words of the lessons, in plain words of our own. Each names the lesson that "
        "introduces it and where it comes from; most sources were seen in part only, as the "
        "[references](references.md) say.",
    ]
    letter = ""
    for one in kept:
        if one.term[0].upper() != letter:
            letter = one.term[0].upper()
            parts.append(f"## {letter}")
        parts.append(_entry(one, references, pages[one.lesson], names))
    return _page(parts)


def _entry(
    one: Entry, references: Mapping[str, Reference], lesson: Lesson, names: Mapping[str, str]
) -> str:
    also = f" (also: {plain(', '.join(one.also))})" if one.also else ""
    sources = [linked(id, text=short(references[id])) for id in one.sources]
    sources += [plain(one.cited)] if one.cited else []
    see = ", ".join(f'<a href="#{id}">{html.escape(names[id])}</a>' for id in one.see)
    compare = f" Compare: {see}." if one.see else ""
    place = f"[Lesson {lesson.number}](lessons/{lesson.file})"
    return (
        f'<span id="{one.id}">**{plain(one.term)}**</span>{also}\n'
        f": {plain(one.definition)}{compare}\n\n"
        f"  <small>{place}. Source: {'; '.join(sources).rstrip('.')}.</small>"
    )


def _cell(text: str | None) -> str:
    return plain(text or "").replace("\n", " ")


def _pairs(facts: Mapping[str, str]) -> str:
    """Write names and what belongs to them, as a list of definitions."""
    return "\n\n".join(f"{name}\n: {text}" for name, text in facts.items())


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"
