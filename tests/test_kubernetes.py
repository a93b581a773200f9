"""The image and the values for Kubernetes, without a cluster; and Binder's recipe."""

from __future__ import annotations

import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.specifiers import SpecifierSet

from course.site import excerpts

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "hub" / "kubernetes"
README = (HERE / "README.md").read_text(encoding="utf-8")
RECIPE = (HERE / "Dockerfile").read_text(encoding="utf-8")

CHART = "4.4.0"
KEYS = {
    "hub.config", "hub.loadRoles", "hub.activeServerLimit",
    "proxy.https.enabled", "proxy.https.hosts", "proxy.https.letsencrypt.contactEmail",
    "singleuser.image.name", "singleuser.image.tag", "singleuser.defaultUrl",
    "singleuser.memory.guarantee", "singleuser.memory.limit",
    "singleuser.cpu.guarantee", "singleuser.cpu.limit", "singleuser.storage.capacity",
    "singleuser.networkPolicy.egressAllowRules.nonPrivateIPs", "cull.timeout", "cull.every",
}  # fmt: skip
"""The keys that we use, each looked up in the schema of the chart, which forbids others."""
FREE = {"hub.config", "hub.loadRoles"}
"""What the chart hands on to JupyterHub as it is."""


def steps() -> list[tuple[str, str]]:
    """Read the recipe as (instruction, argument), with continued lines joined."""
    text = re.sub(r"^\s*#.*\n", "", RECIPE, flags=re.MULTILINE).replace("\\\n", " ")
    lines = [line.split(None, 1) for line in text.splitlines() if line.strip()]
    return [(name, argument) for name, argument in lines]


def values() -> dict[str, Any]:
    return dict(yaml.safe_load((HERE / "values.yaml").read_text(encoding="utf-8")))


def paths(tree: Any, before: str = "") -> set[str]:
    """Name every value by the keys that lead to it."""
    if not isinstance(tree, dict) or before in FREE:
        return {before}
    return {path for key, one in tree.items() for path in paths(one, f"{before}.{key}".strip("."))}


def at(path: str) -> Any:
    found: Any = values()
    for key in path.split("."):
        found = found[key]
    return found


# The values ----------------------------------------------------------------------------------


def test_only_keys_that_the_chart_knows() -> None:
    assert paths(values()) == KEYS
    assert f"version {CHART} " in (HERE / "values.yaml").read_text(encoding="utf-8")
    assert f"--version {CHART}" in README


def test_every_value_has_its_reason() -> None:
    reason = False
    for line in (HERE / "values.yaml").read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith("#"):
            reason = True
        elif not line.strip():
            reason = False
        elif re.match(r"\s*[\w]+:\s*\S", line) and line.startswith("  "):
            assert reason, f"{line!r} has no reason above it in its block"


def test_nobody_can_open_a_students_server() -> None:
    config = at("hub.config")
    assert "admin_users" not in config.get("Authenticator", {})
    scopes = [scope for role in at("hub.loadRoles").values() for scope in role["scopes"]]
    assert scopes
    for scope in scopes:
        assert not scope.startswith(("access", "admin:", "tokens", "users", "self")), scope


def test_no_secret_is_left_in_the_values() -> None:
    """What a reader has to fill in is in capitals; nothing there would work by itself."""
    assert at("hub.config")["DummyAuthenticator"]["password"].isupper()
    for path in ("proxy.https.hosts", "singleuser.image.name"):
        assert re.search(r"[A-Z]{4}", str(at(path))), path
    assert "latest" not in str(at("singleuser.image.tag"))


def test_lesson_0_is_where_the_start_puts_it() -> None:
    from course.hub import lessons, server

    assert at("singleuser.defaultUrl") == f"/lab/tree/{server.LESSONS}/{lessons.FIRST}"
    assert (ROOT / "notebooks" / lessons.FIRST).is_file()


def test_the_page_sizes_by_the_values() -> None:
    guarantee, limit = (int(at(f"singleuser.memory.{k}")[:-1]) for k in ("guarantee", "limit"))
    assert f"{guarantee} MiB" in README and f"{limit:,} MiB" in README
    for students in (30, 150):
        assert f"{students * guarantee / 1024:.0f} GiB" in README, students


# The image -----------------------------------------------------------------------------------


def test_the_packages_are_those_of_the_lock_by_their_hashes() -> None:
    installs = [a for name, a in steps() if name == "RUN" and "pip install" in a]
    locked = [a for a in installs if "-r " in a]
    assert len(locked) == 1
    assert "--require-hashes" in locked[0] and "--no-deps" in locked[0]
    lock = locked[0].split("-r ")[1].split()[0]
    assert lock == "requirements-hub.lock"
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert re.search(r"^jupyterhub==", text, re.MULTILINE)
    for other in set(installs) - set(locked):
        assert "--no-deps" in other and "--no-build-isolation" in other, "that would download"
    taken_out = re.findall(r"uninstall --yes ([\w -]+)", RECIPE)[0].split()
    assert taken_out
    for name in taken_out:
        assert re.search(rf"^{name}==", text, re.MULTILINE), f"{name} is not in the lock any more"


def test_everything_that_is_copied_is_there_and_nothing_secret_is() -> None:
    copied = []
    for name, argument in steps():
        if name == "COPY" and "--from" not in argument:
            copied += argument.split()[:-1]
    assert {"course", "seeds", "packs", "share", "notebooks/*.ipynb"} <= set(copied)
    for pattern in copied:
        assert list(ROOT.glob(pattern)), pattern
        assert pattern not in (".", "./"), "everything would get in"
        assert not pattern.startswith(("assignments", "tests", "my_work", "js")), pattern


def test_what_building_the_package_needs_is_copied_before() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"pyproject.toml", project["project"]["readme"], *project["project"]["license-files"]}
    needed |= {*wheel["packages"], *wheel["force-include"]}
    needed |= {Path(one).parts[0] for one in wheel["shared-data"]}
    before = RECIPE[: RECIPE.index("--no-build-isolation")]
    copied = {
        w for line in re.findall(r"^COPY (.+) \S+$", before, re.MULTILINE) for w in line.split()
    }
    assert needed <= copied


def test_the_base_is_pinned_and_has_a_python_that_will_do() -> None:
    bases = [
        argument for name, argument in steps() if name == "ARG" and argument.startswith("BASE=")
    ]
    assert len(bases) == 1
    python = re.search(r"^BASE=python:(3\.\d+\.\d+)-slim-\w+$", bases[0])
    assert python, f"{bases[0]} is not pinned by its full version"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert python[1] in SpecifierSet(project["requires-python"])
    assert [argument.split()[0] for name, argument in steps() if name == "FROM"] == ["${BASE}"] * 2


def test_it_runs_as_nobody_special() -> None:
    last = RECIPE[RECIPE.rindex("FROM ") :]
    assert re.findall(r"^USER (\S+)$", last, re.MULTILINE) == ["1000"]
    assert "useradd --uid 1000" in last
    assert json.loads(re.findall(r"^CMD (.+)$", last, re.MULTILINE)[0]) == ["jupyterhub-singleuser"]


@pytest.mark.skipif(os.name == "nt", reason="it runs in a Linux container")
def test_the_start_brings_the_lessons_and_becomes_the_command(tmp_path: Path) -> None:
    """The start itself, with another folder for the lessons than the image's."""
    lessons, home = tmp_path / "lessons in the image", tmp_path / "home"
    lessons.mkdir()
    home.mkdir()
    shutil.copy(ROOT / "notebooks" / "00_start_here.ipynb", lessons)
    script = tmp_path / "start.py"
    text = (HERE / "start.py").read_text(encoding="utf-8")
    assert text.count('"/opt/lessons"') == 1 and "/opt/lessons/" in RECIPE
    script.write_text(text.replace('"/opt/lessons"', repr(str(lessons))), encoding="utf-8")
    say = "import os; print(os.environ.get('JUPYTERHUB_DEFAULT_URL'))"
    environment = {**os.environ, "HOME": str(home), "JUPYTERHUB_DEFAULT_URL": "as the hub says"}
    environment["PYTHONPATH"] = str(ROOT)

    def start() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(script), sys.executable, "-c", say]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)

    assert start().stdout.strip() == "as the hub says"
    own = home / "lessons" / "00_start_here.ipynb"
    assert own.is_file()
    own.write_text(own.read_text(encoding="utf-8").replace("Start here", "Mine"), encoding="utf-8")
    (home / "my_work").mkdir()
    (home / "my_work" / "journal.jsonl").touch()
    assert start().stdout.strip() == "/lab"
    assert "Mine" in own.read_text(encoding="utf-8")
    shutil.rmtree(lessons)  # nothing to bring: it is said, and nobody is kept out
    again = start()
    assert "There are no lessons" in again.stderr and again.stdout.strip() == "/lab"


def test_the_menus_without_an_exchange_are_nbgraders_own_names() -> None:
    page = json.loads((HERE / "jupyter/labconfig/page_config.json").read_text(encoding="utf-8"))
    off = {name for name, gone in page["disabledExtensions"].items() if gone}
    from nbgrader import _jupyter_labextension_paths, server_extensions

    place = (
        Path(sys.prefix) / "share/jupyter/labextensions" / _jupyter_labextension_paths()[0]["dest"]
    )
    built = "".join(path.read_text(encoding="utf-8") for path in place.rglob("*.js"))
    names = set(re.findall(r"@jupyter/nbgrader:[a-z-]+", built))
    assert off <= names
    assert names - off == {"@jupyter/nbgrader:validate-assignment"}
    path = HERE / "jupyter/jupyter_server_config.d/no_exchange.json"
    server = json.loads(path.read_text(encoding="utf-8"))["ServerApp"]["jpserver_extensions"]
    points = {
        f"nbgrader.server_extensions.{one.name}"
        for one in pkgutil.iter_modules(server_extensions.__path__)
    }
    assert set(server) <= points and not any(server.values())
    assert points - set(server) == {"nbgrader.server_extensions.validate_assignment"}


# The page, and Binder ------------------------------------------------------------------------


def test_the_page_is_on_the_site() -> None:
    assert excerpts.PAGES["hub/kubernetes/README.md"] == "kubernetes.md"


def test_binder_copies_the_repository_before_it_installs_the_course() -> None:
    """It does so where the recipe names a local package, which it knows in this form.

    No other recipe may be there: a Dockerfile, or one in a folder `binder`, would win.
    """
    recipe = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    pip = next(one["pip"] for one in recipe["dependencies"] if isinstance(one, dict))
    assert pip[-1] == "--editable ."
    assert not [
        name for name in ("binder", ".binder", "Dockerfile", "postBuild") if (ROOT / name).exists()
    ]


def test_the_address_of_binder_is_to_be_filled_in() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(r"https?://(?:\S*\.)?mybinder\.org/\S+", text)
    assert found
    for address in found:
        assert "OWNER/REPOSITORY" in address, address
        lesson = address.rpartition("urlpath=lab/tree/")[2]
        assert (ROOT / lesson).is_file(), lesson
