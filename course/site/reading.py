"""The pages to read: staged from lessons, records and a few files by hand, then made by Sphinx.

Nothing is run: a lesson's page is made of its saved outputs. Sphinx keeps what it has read in the
working folder, so only what changed is read anew; its warnings are errors here, and after one
everything is read anew, for a page that was not read again would not warn again.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from course import accounts, glossary, notebooks, seeds, tables, views
from course.errors import CourseError
from course.files import CLONE, PACKAGE, read_text, read_toml, seeds_folder, write_whole
from course.site import pack_pages, shelf, staging
from course.site.excerpts import GUIDE, about, for_teachers, on_site
from course.site.steps import Say, Step, files_below, fingerprint, mirror

SITE = CLONE / "docs" / "site"
STATIC = PACKAGE / "static"
SHARED = ("figures.js", "widgets.css")
"""What all pages with live figures share."""
OURS = "site.js"
"""The script of the page on one's work; not there, not loaded."""
MARK = "made-with.txt"
"""Beside what Sphinx has read: by which programs."""
DO = "do"
"""The folder of the site in which lessons are done; it is made by another step."""


def sources() -> Iterator[Path]:
    """Give the files that the pages depend on."""
    yield from notebooks.notebooks()
    yield from files_below(SITE, seeds_folder(), tables.DATA, STATIC, PACKAGE / "site")
    yield from files_below(PACKAGE / "messages" / "widgets")
    yield from (
        CLONE / "README.md",
        CLONE / "docs" / "grading.md",
        *files_below(CLONE / "packs"),
        CLONE / "hub" / "README.md",
        CLONE / "hub" / "kubernetes" / "README.md",
        CLONE / "assignments" / "README.md",
    )
    yield from guide()
    yield from pictures()
    yield from sorted([*PACKAGE.glob("*.py"), *(PACKAGE / "packs").glob("*.py")])
    yield from (PACKAGE / "messages" / f"pack{name}.toml" for name in ("s", "_lessons"))


def pages() -> dict[str, str]:
    """Write every page that is made from lessons and records, by its path in the staging folder."""
    words = site_words()
    made, lessons = {}, []
    for path in notebooks.notebooks():
        notebook = notebooks.read(path)
        lessons.append(staging.lesson(path.name, notebook))
        staged = staging.page(path.name, notebook, words)
        made[f"lessons/{path.name}"] = json.dumps(staged, ensure_ascii=False, sort_keys=True)
    held = seeds.library()
    for one in held.documents.values():
        made[f"documents/{one.id.lower()}.md"] = shelf.document(one)
    records = [tables.provenance(name) for name in tables.names()]
    documents = seeds.documents()
    made["comparison.md"] = shelf.comparison(
        held.comparison, views.motives().markup, accounts.accounts()
    )
    made["claims.md"] = shelf.claims(documents, held.references)
    made["references.md"] = shelf.references(held.references.values(), documents, records)
    made["data.md"] = shelf.data(records)
    made["glossary.md"] = shelf.glossary(glossary.entries(), held.references, lessons)
    made["parts/lessons.md"] = staging.contents(lessons, words)
    readme = read_text(CLONE / "README.md")
    made["parts/about.md"] = about(readme)
    made["parts/for_teachers.md"] = for_teachers(readme)
    made["packs.md"] = on_site(read_text(CLONE / "packs" / "README.md"), "packs")
    made["hub.md"] = on_site(read_text(CLONE / "hub" / "README.md"), "hub")
    made |= pack_pages.pages(words)
    campus = "hub/kubernetes"
    made["kubernetes.md"] = on_site(read_text(CLONE / campus / "README.md"), campus)
    made["grading.md"] = on_site(read_text(CLONE / "docs" / "grading.md"), "docs")
    for path in guide():
        text = read_text(path)
        made[f"teaching/{path.name}"] = on_site(text, GUIDE, "teaching") + children(path, text)
    made["assignments.md"] = on_site(read_text(CLONE / "assignments" / "README.md"), "assignments")
    return made


def guide() -> list[Path]:
    """Give the pages of the teacher's guide."""
    return sorted((CLONE / GUIDE).glob("*.md"))


def pictures() -> list[Path]:
    """Give the pictures that its pages show."""
    return sorted((CLONE / GUIDE).glob("*.png"))


def children(path: Path, text: str) -> str:
    """Have the contents show the guide's other pages below its first, in the order of its links."""
    if path.name != "README.md":
        return ""
    named = dict.fromkeys(re.findall(r"\]\((\w+)\.md\)", text))
    return "\n".join(["", "```{toctree}", ":hidden:", "", *named, "```", ""])


def site_words() -> Mapping[str, str]:
    """Read what the site itself says."""
    return read_toml(SITE / "words.toml", SITE / "words.schema.json")


def stage(to: Path) -> None:
    """Bring the staging folder up to date; what has not changed is not touched."""
    fresh = to.with_name(f"{to.name}.fresh")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(SITE, fresh, ignore=shutil.ignore_patterns("words.*", "__pycache__"))
    for name, text in pages().items():
        write_whole(fresh / name, text)
    scripts = [*SHARED, *([OURS] if (STATIC / OURS).is_file() else [])]
    for name in scripts:
        shutil.copyfile(STATIC / name, fresh / "static" / name)
    for picture in pictures():
        shutil.copyfile(picture, fresh / "teaching" / picture.name)
    (fresh / "extra" / "data").mkdir(parents=True)
    for name in tables.names():
        shutil.copyfile(tables.DATA / f"{name}.csv", fresh / "extra" / "data" / f"{name}.csv")
    mirror(fresh, to)
    shutil.rmtree(fresh, ignore_errors=True)


def make(work: Path, to: Path, say: Say) -> None:
    """Stage the pages, have Sphinx make them, and move them into the site.

    Raises
    ------
    CourseError
        If Sphinx has anything to say against a page: the first complaint, and how many there are.
    """
    staged, made, kept = work / "pages", work / "html", work / "doctrees"
    stage(staged)
    if not _made_alike(kept):
        shutil.rmtree(kept, ignore_errors=True)
    complaints = sphinx(staged, made, kept)
    if complaints:
        shutil.rmtree(kept)
        more = f" (and {len(complaints) - 1} more)" if len(complaints) > 1 else ""
        first = complaints[0].replace(str(staged), "").lstrip("/\\")
        raise CourseError(f"The pages were not made: {first}{more}.")
    write_whole(kept / MARK, _programs())
    for page in made.rglob("*.html"):
        write_whole(page, icons_unread(read_text(page)))
    for name in (".buildinfo", "objects.inv"):
        (made / name).unlink(missing_ok=True)
    for unused in ("*.map", "mystnb.*.css"):
        for path in (made / "_static").rglob(unused):
            path.unlink()
    written = mirror(made, to, but=[DO])
    say(f"{len(list(made.rglob('*.html')))} pages, {written} files written.")


def icons_unread(page: str) -> str:
    """Hide the theme's icons from screen readers: each stands in something that has a name.

    >>> icons_unread("<label><svg><use></use></svg></label><article><svg>1</svg></article>")
    '<label><svg aria-hidden="true"><use></use></svg></label><article><svg>1</svg></article>'
    """
    icon = re.compile(r"<svg(?=[\s>])(?![^>]*aria-hidden)")
    parts = re.split(r"(<article\b.*</article>)", page, flags=re.DOTALL)
    return "".join(
        part if part.startswith("<article") else icon.sub('<svg aria-hidden="true"', part)
        for part in parts
    )


def _made_alike(kept: Path) -> bool:
    """Say whether what Sphinx has read was read by these programs."""
    mark = kept / MARK
    return mark.is_file() and read_text(mark) == _programs()


def _programs() -> str:
    versions = [f"{name} {version(name)}" for name in ("sphinx", "myst-nb", "latex2mathml", "furo")]
    ours = fingerprint([SITE / "conf.py", PACKAGE / "site" / "sphinx_parts.py"])
    return "\n".join([*versions, ours])


def sphinx(source: Path, to: Path, kept: Path) -> list[str]:
    """Run Sphinx; give its warnings and errors, one on each line."""
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    said = io.StringIO()
    try:
        with patch_docutils(source), docutils_namespace():
            app = Sphinx(source, source, to, kept, "html", status=None, warning=said)
            app.build(force_all=True)  # a page's frame names all other pages
    except SphinxError as error:
        said.write(f"{error}\n")
    return [line for line in said.getvalue().splitlines() if line.strip()]


STEP = Step("read", "Pages to read", sources, make)
