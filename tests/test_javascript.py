"""The JavaScript toolkit: its own tests, and that the bundle we ship is what its sources give."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

JS = Path(__file__).resolve().parent.parent / "js"
STATIC = JS.parent / "course" / "static"
FILES = (
    "figures.js",
    "loader.js",
    "site.js",
    "widgets.js",
    "widgets.css",
    "widgets.licences.txt",
)

pytestmark = pytest.mark.node


def node(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the environment's own node, which lies beside its Python (on Windows as node.exe)."""
    program = Path(sys.executable).parent / "node"
    return subprocess.run(
        [str(program), *arguments],
        cwd=JS,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert (JS / "node_modules").is_dir(), "run `npm ci` in the folder js first"
    folder = tmp_path_factory.mktemp("build")
    done = node("build.mjs", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("name", FILES)
def test_the_bundle_is_what_the_sources_give(fresh: Path, name: str) -> None:
    # Not compared inside the assertion: nobody wants to read the difference of two bundles.
    equal = (STATIC / name).read_text("utf-8") == (fresh / name).read_text("utf-8")
    assert equal, f"{name} is stale; in the folder js: npm run build"


def test_a_build_gives_the_same_bytes_twice(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    again = tmp_path_factory.mktemp("again")
    assert node("build.mjs", str(again)).returncode == 0
    for name in FILES:
        assert (again / name).read_bytes() == (fresh / name).read_bytes()


def test_the_bundle_needs_no_network() -> None:
    script = (STATIC / "widgets.js").read_text(encoding="utf-8")
    style = (STATIC / "widgets.css").read_text(encoding="utf-8")
    # lit-html and SVG name a namespace by its address; nothing is fetched from there.
    for word in ("fetch(", "XMLHttpRequest", "WebSocket", "importScripts", "import("):
        assert word not in script
    assert "url(" not in style
    assert "@import" not in style
    assert "sourceMappingURL" not in script


def test_every_package_in_the_bundle_is_credited() -> None:
    text = (STATIC / "widgets.licences.txt").read_text(encoding="utf-8")
    for name in ("lit-html",):
        assert f"== {name} " in text
    assert text.count("\n== ") == text.count("Copyright ") >= 1


def test_the_javascript_tests_pass_and_there_are_some() -> None:
    done = node("--test", "--test-reporter=tap")
    counts = dict(
        line.removeprefix("# ").split(" ", 1)
        for line in done.stdout.splitlines()
        if line.startswith(("# tests ", "# pass ", "# fail "))
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert counts["fail"] == "0"
    assert int(counts["pass"]) == int(counts["tests"]) >= 25
