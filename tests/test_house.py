"""The house: dependencies in agreement, imports in one direction, lessons that stay light."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import environment  # noqa: E402 (a maintainer's script, not part of the package)

# From the ground up: a module may import only those before it. ARCHITECTURE in CONTRIBUTING.md
# draws the same order.
ORDER = """
    errors files
    rows cells tables
    alignment faults records own_copy seeds glossary
    agreement crises weights evidence dilemma prospect preventive power measures threat
    argument
    factors robust sets casebook
    journal arrival checks accounts extracts
    packs.pack packs.first packs.wording packs.numbers
    packs.syntax packs.sheets packs.files packs.gaps packs.texts packs.faults
    packs.folder packs.asked
    forecasts holdout beliefs verdict progress
    charts
    widgets.bridge
    widgets.reader widgets.questions widgets.sorter widgets.threat_weigher widgets.weighers
    widgets.choose_first widgets.curve_lab widgets.reference_point widgets.domain_coder
    widgets.evidence_balance widgets.argument_map widgets.controversy
    widgets.factor_answers widgets.factor_weigher widgets.holdout widgets.odds_diary widgets.verdict
    lesson views rival_views argument_views update_views tallies forbidden bookshelf prospect_views
    pack_views
    pages notebooks pack_lessons
    homework.draws homework.plain homework.items homework.public homework.writing homework.rubrics
    homework.p1 homework.p2 homework.p3 homework.p4 homework.p5 homework.journals
    homework.sheet
    grading.results grading.marks grading.journals grading.keys grading.paper grading.solutions
    grading.mend grading.guide grading.rows
    grading.marking grading.steps grading.config grading.book
    grading.slips grading.prose grading.times grading.statistics
    grading.pictures grading.feedback grading.report
    grading.release grading.roster grading.grids grading.exports grading.essays
    grading.kinds grading.intake grading.who grading.naming grading.placing
    grading.collecting grading.giving
    grading.gathering grading.classroom grading.asked grading.class_scores
    grading.class_codings grading.class_lessons
    grading.class_parts grading.class_whole grading.class_page
    grading.sandbox grading.shell grading.zygote grading.worker grading.cold grading.engine
    grading.stock grading.again grading.run grading.telling grading.command grading.opening
    hub.lessons hub.rights hub.place hub.handed hub.exchange hub.settings hub.server
    site.steps site.inspect site.serve
    site.links site.staging site.pack_pages site.excerpts site.shelf site.sphinx_parts site.reading
    site.wheels site.packing site.browser site.build
    upkeep.findings upkeep.finish upkeep.kept upkeep.lessons
    upkeep.environment upkeep.surroundings upkeep.jupyter upkeep.own_work
    upkeep.mending upkeep.doctor
    upkeep.kit upkeep.update upkeep.clone upkeep.moving upkeep.removal
    upkeep.command
    commands.words commands.learners commands.handing_out commands.handed_in commands.authors
    __main__
""".split()  # noqa: SIM905 (a picture of the layers)

FOLDERS = ("packs", "widgets", "homework", "grading", "hub", "site", "upkeep", "commands")
PACKAGES = tuple(f"course.{name}" for name in FOLDERS)


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "course":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module in PACKAGES:
            inner = node.module.removeprefix("course.")
            found |= {f"{inner}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("course."):
            found.add(str(node.module).removeprefix("course."))
        elif isinstance(node, ast.Import):
            found |= {
                a.name.removeprefix("course.") for a in node.names if a.name.startswith("course.")
            }
    return found


def test_every_module_has_a_place_in_the_order() -> None:
    paths = [p for p in (ROOT / "course").rglob("*.py") if p.name != "__init__.py"]
    modules = {".".join(p.relative_to(ROOT / "course").with_suffix("").parts) for p in paths}
    assert modules == set(ORDER)


def source(module: str) -> Path:
    return (ROOT / "course").joinpath(*module.split(".")).with_suffix(".py")


@pytest.mark.parametrize("module", ORDER)
def test_imports_go_in_one_direction(module: str) -> None:
    before = set(ORDER[: ORDER.index(module)])
    wrong = imports_of(source(module)) - before - {module}
    assert not wrong, f"{module} imports {sorted(wrong)}, which come after it"


def test_the_architecture_page_draws_the_same_order() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = re.search(r"```\n(errors.*?)```", text, re.DOTALL)
    assert drawn is not None
    names = [line.split("  ")[0].split(", ") for line in drawn.group(1).splitlines() if line]
    assert [name for line in names for name in line] == ORDER


@pytest.mark.parametrize("module", ORDER)
def test_modules_are_small(module: str) -> None:
    lines = source(module).read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{module} has {lines} lines"


BLOCKED = """
import sys
for name in ("numpy", "pandas", "vl_convert", "bs4", "rfc3987_syntax"):
    sys.modules[name] = None
import course
for name in course.__all__:
    getattr(course, name)
from course import lesson, seeds, tables, weights
lesson.shares_chart("POL")._repr_mimebundle_()
lesson.reading("A1", "B15")
weights.sampled_share(lambda w: w[0] > w[1], 3)
for name in tables.names():
    tables.load(name)
for name in course.__all__:
    if name[0].isupper() and name not in ("Game", "Sheet"):
        getattr(course, name)()._repr_mimebundle_()
print("fine")
"""


@pytest.mark.slow
def test_lessons_need_no_numpy_and_no_pandas() -> None:
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", BLOCKED], capture_output=True, text=True, check=False
    )
    assert result.stdout.strip() == "fine", result.stderr[-2000:]


def test_import_course_imports_next_to_nothing() -> None:
    code = "import sys, course; print(*sorted(m for m in sys.modules if '.' not in m))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"altair", "anywidget", "ipywidgets", "pandas", "numpy", "jsonschema", "traitlets"}
    assert not heavy & set(out.stdout.split())


def test_no_lesson_waits_for_parsers_that_nobody_uses() -> None:
    code = "import sys; from course import charts; charts._altair(); print('lark' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    for name, groups in (
        ("requirements.lock", ["lab"]),
        ("requirements-site.lock", ["lab", "site"]),
        ("requirements-hub.lock", ["lab", "hub"]),
        ("requirements-dev.lock", ["lab", "site", "hub", "test"]),
    ):
        locked = environment.locked(name)
        asked = [*project["dependencies"], *(r for group in groups for r in extras[group])]
        assert len(asked) >= 9
        for requirement in map(Requirement, asked):
            versions = locked.get(environment.normal(requirement.name), [])
            assert versions, f"{requirement.name} is not in {name}; run `python start.py lock`"
            assert all(Version(v) in requirement.specifier for v in versions), requirement


def test_the_larger_lock_agrees_with_the_smaller() -> None:
    small, large = environment.locked(), environment.locked("requirements-dev.lock")
    assert small.items() <= large.items()
    assert len(small) > 80


@pytest.mark.parametrize(
    "name", [f"requirements{part}.lock" for part in ("", "-site", "-hub", "-dev")]
)
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text and "--index" not in text and "--find-links" not in text
    packages = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in package for package in packages if "==" in package)


def test_environment_yml_is_what_the_lock_says() -> None:
    text = (ROOT / "environment.yml").read_text(encoding="utf-8")
    assert text == environment.environment(), "run `python tools/environment.py`"
    for package in ("jupyterlab", "ipywidgets", "nbgrader", "altair", "pytest", "nbval"):
        assert f"- {package}==" in text


def test_the_installed_packages_are_the_locked_ones() -> None:
    from importlib.metadata import version

    for name in ("altair", "anywidget", "ipywidgets", "jupyterlab", "nbgrader", "nbval"):
        assert version(name) in environment.locked()[name]


@pytest.mark.parametrize("folder", ["js", "hub"])
def test_the_javascript_lock_names_no_address(folder: str) -> None:
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = [p for name, p in lock["packages"].items() if name]
    assert len(packages) > 5
    assert all("integrity" in package and "resolved" not in package for package in packages)


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("this copy is no git checkout")
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


def test_nothing_of_one_machine_is_in_the_tree() -> None:
    # Written in pieces, so that this file does not find itself.
    wanted = re.compile("|".join(["/wo" + "rk/", "/ro" + "ot/", "py" + r"pi\.", "npm" + r"js\."]))
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = wanted.search(text)
        assert found is None, f"{path.relative_to(ROOT)}: {found}"


def test_no_file_is_large() -> None:
    sizes = {path.name: path.stat().st_size for path in tracked()}
    assert len(sizes) > 50
    assert max(sizes.values()) < 500_000, max(sizes, key=lambda name: sizes[name])


def test_lab_settings_come_with_the_installation() -> None:
    settings = Path(sys.prefix) / "share/jupyter/lab/settings/overrides.d/threat-power-loss.json"
    data = json.loads(settings.read_text(encoding="utf-8"))
    assert data["@jupyter-widgets/jupyterlab-manager:plugin"] == {"saveState": True}
    assert data["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    # All cells are in the page: a screen reader and the browser's own search find them.
    assert data["@jupyterlab/notebook-extension:tracker"] == {"windowingMode": "defer"}
