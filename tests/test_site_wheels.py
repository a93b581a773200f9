"""What Python needs in the browser: the lock, the wheels, and the one archive made of them."""

from __future__ import annotations

import io
import json
import re
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from course.errors import CourseError
from course.files import CLONE, read_text
from course.lesson import OWN_COPY
from course.site import browser, packing, wheels

LOCK = read_text(wheels.LOCK)


def test_every_package_is_pinned_with_a_hash() -> None:
    names = wheels.pinned(LOCK)
    assert len(names) > 20
    for name, text in wheels.parts(LOCK):
        assert name in names
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", text), name
    assert sum(1 for _ in wheels.parts(LOCK)) == len(names)


def test_no_address_is_in_it() -> None:
    assert not re.search(r"https?:|file:|--index|--find-links| @ ", LOCK)


def test_it_holds_what_was_asked_for_and_what_a_lesson_imports() -> None:
    asked = re.findall(r"^[a-z][a-z0-9-]*", read_text(CLONE / "tools" / "browser.in"), re.MULTILINE)
    project = tomllib.loads(read_text(CLONE / "pyproject.toml"))["project"]["dependencies"]
    needed = [re.split(r"[<>=]", line)[0] for line in project]
    assert len(asked) > 5 and len(needed) >= 3
    assert not {*asked, *needed} - set(wheels.pinned(LOCK))


def test_what_is_left_out_is_left_out() -> None:
    left = re.findall(
        r"^[a-z][a-z0-9-]*", read_text(CLONE / "tools" / "browser-without.in"), re.MULTILINE
    )
    assert len(left) > 3
    assert not set(left) & set(wheels.pinned(LOCK))


def test_the_widgets_in_the_browser_are_those_of_an_installed_course() -> None:
    installed = wheels.pinned(read_text(CLONE / "requirements.lock"))
    there = wheels.pinned(LOCK)
    for name in ("altair", "anywidget", "ipywidgets"):
        assert there[name] == installed[name], name


def test_another_pyodide_than_jupyterlites_is_named(tmp_path: Path) -> None:
    if not packing.PYODIDE.is_dir():
        pytest.skip("pyodide comes with the JavaScript packages")
    package = json.loads(read_text(CLONE / "js" / "package.json"))
    ours = package["devDependencies"]["pyodide"]
    constants = tmp_path / "jupyterlite_pyodide_kernel" / "constants.py"
    constants.parent.mkdir()
    constants.write_text(f'PYODIDE_VERSION = "{ours}"\n', encoding="utf-8")
    packing.check_pyodide(tmp_path)
    constants.write_text('PYODIDE_VERSION = "1.2.3"\n', encoding="utf-8")
    with pytest.raises(CourseError, match=r"made for pyodide 1\.2\.3"):
        packing.check_pyodide(tmp_path)


def a_wheel(folder: Path, name: str, files: dict[str, str]) -> Path:
    path = folder / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as into:
        for inside, text in files.items():
            into.writestr(inside, text)
    return path


def test_unpacking_leaves_out_what_nothing_reads(tmp_path: Path) -> None:
    files = {
        "one/a.py": "",
        "one/fast.so": "",
        "one/tests/b.py": "",
        "one-1.dist-info/METADATA": "Name: one",
        "one-1.dist-info/RECORD": "",
        "course/grading/keys.py": "",
        "pygments/lexers/python.py": "",
        "pygments/lexers/_lua_builtins.py": "",
        "pygments/lexers/fortran.py": "",
    }
    names = wheels.unpack([a_wheel(tmp_path, "one", files)], tmp_path / "to")
    assert names == ["one/a.py", "one-1.dist-info/METADATA", "pygments/lexers/python.py"]
    assert (tmp_path / "to" / "one" / "a.py").is_file()


def test_two_packages_may_not_hold_the_same_file(tmp_path: Path) -> None:
    one, two = (a_wheel(tmp_path, name, {"same.py": ""}) for name in ("one", "two"))
    with pytest.raises(CourseError, match=r"two-1-py3-none-any\.whl holds same\.py"):
        wheels.unpack([one, two], tmp_path / "to")


def test_a_wheel_may_not_write_outside(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="outside"):
        wheels.unpack([a_wheel(tmp_path, "one", {"../up.py": ""})], tmp_path / "to")
    assert not (tmp_path / "up.py").exists()


def test_a_damaged_wheel_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad-1-py3-none-any.whl"
    bad.write_bytes(b"nothing")
    with pytest.raises(CourseError, match=r"bad-1-py3-none-any\.whl could not be unpacked"):
        wheels.unpack([bad], tmp_path / "to")


def test_without_a_network_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / "lock"
    lock.write_text("nothing-of-the-sort==1 \\\n    --hash=sha256:" + "0" * 64 + "\n", "utf-8")
    monkeypatch.setattr(wheels, "LOCK", lock)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(CourseError, match=r"could not be got .* online and build again\.$"):
        wheels.download(tmp_path, print)
    assert not (tmp_path / "wheels.txt").exists()


def test_without_pyodide_one_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "PYODIDE", tmp_path)
    with pytest.raises(CourseError, match=r"Python for the browser is missing .* online\.$"):
        browser.make(tmp_path, tmp_path / "site", print)


def test_the_archive_holds_what_it_is_given(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.pyc").write_bytes(b"\x00" * 700)
    packed = packing.archive(packing.contents([(tmp_path, "lib")]))
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        names = tar.getnames()
        member = tar.extractfile("lib/a/b.pyc")
        assert member is not None and member.read() == b"\x00" * 700
    assert names == ["lib/a/b.pyc", packing.STARTUP]


def test_the_courses_own_wheel_has_its_data_and_no_keys(tmp_path: Path) -> None:
    wheel = wheels.own(tmp_path, print)
    names = wheels.unpack([wheel], tmp_path / "to")
    assert {
        "course/__init__.py",
        "course/static/widgets.js",
        "course/messages/lesson1.toml",
    } <= set(names)
    assert any(name.startswith("course/_seeds/") for name in names)
    assert any(name.startswith("course/data/") for name in names)
    wrong = [name for name in names if re.search(r"keys|grading|course/site|submissions", name)]
    assert not wrong


def test_every_lesson_is_written_for_the_browser() -> None:
    notebooks = sorted((CLONE / "notebooks").glob("*.ipynb"))
    assert len(notebooks) == 9
    told = 0
    for path in notebooks:
        text = read_text(path)
        held = browser.for_browser(text)
        told += "in a terminal" in text
        assert "in a terminal" not in held, path.name
        there = json.loads(held)
        assert there["metadata"]["kernelspec"]["name"] == "python"
        assert len(there["cells"]) == len(json.loads(text)["cells"])
        assert all(isinstance(cell["source"], str) for cell in there["cells"])
    assert told and OWN_COPY


def test_no_page_of_an_app_is_left_without_our_scripts() -> None:
    page = "<!DOCTYPE html><html><head><title>Jupyter Notebook</title></head><body></body></html>"
    made = browser.with_ours(page, "../")
    assert '<html lang="en">' in made
    assert made.index("sentences.js") < made.index("start.js")


def test_the_settings_name_no_other_host() -> None:
    assert "//" not in json.dumps([browser.lite_settings(), browser.overrides()])
    kernel = browser.lite_settings()["jupyter-config-data"]["litePluginSettings"]
    assert kernel["@jupyterlite/pyodide-kernel-extension:kernel"]["disablePyPIFallback"] is True
    notices = browser.overrides()["@jupyterlab/apputils-extension:notification"]
    assert notices == {"checkForUpdates": False, "fetchNews": "false"}


def test_the_kernel_is_of_the_same_release_as_jupyterlite() -> None:
    """Another release of it keeps JupyterLite from keeping files, without a word."""
    site = wheels.pinned(read_text(CLONE / "requirements-site.lock"))
    assert wheels.pinned(LOCK)["jupyterlite-pyodide-kernel"] == site["jupyterlite-core"]
