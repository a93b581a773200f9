"""Jupyter's own settings on this computer: what of them keeps a lesson from working.

``start.py open`` gives Jupyter a folder of its own in the course's folder (`own_folders`), so what
another Jupyter on the same computer has left in the home folder does no harm there. It is looked at
all the same, as notes: somebody may start Jupyter in another way.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.upkeep.findings import Finding, Place

EXTENSIONS = ("anywidget", "@jupyter-widgets/jupyterlab-manager")
"""Parts of JupyterLab without which no exercise is drawn."""
SYSTEM = ("/usr/local/etc/jupyter", "/etc/jupyter")


def own_folders(folder: Path) -> dict[str, str]:
    """Name the variables that keep all that Jupyter writes within the folder of the course."""
    own = folder / ".jupyter"
    return {
        "JUPYTER_CONFIG_DIR": str(own),
        "JUPYTER_DATA_DIR": str(own / "data"),
        "JUPYTER_RUNTIME_DIR": str(own / "runtime"),
        "IPYTHONDIR": str(own / "ipython"),
    }


def check(place: Place) -> Iterator[Finding]:
    """Say what in Jupyter's folders breaks a lesson."""
    yield from _extensions(place)
    for folder, strangers in folders(place):
        for found in (*_settings(place, folder), *_disabled(place, folder)):
            if strangers:
                yield Finding(found.code, found.wrong, found.do, about=found.about, note=True)
            else:
                yield found
    yield from _kernels(place)


def folders(place: Place) -> Iterator[tuple[Path, bool]]:
    """List the folders of settings; the second says that ``start.py open`` does not read them."""
    yield place.environment / "etc" / "jupyter", False
    yield place.jupyter, False
    for name in SYSTEM if place.system != "win32" else ():
        yield Path(name), False
    yield Path(place.variables.get("JUPYTER_CONFIG_DIR") or place.home / ".jupyter"), True


def _extensions(place: Place) -> Iterator[Finding]:
    """Are the parts of JupyterLab there that draw exercises?"""
    if place.packages is None or not (place.packages / "jupyterlab").is_dir():
        return  # said already: the environment is not whole
    for name in EXTENSIONS:
        if not (place.environment / "share/jupyter/labextensions" / name / "package.json").exists():
            yield Finding(
                "extension-missing",
                f"The part of JupyterLab that draws the exercises ({name}) is missing.",
                f"Say {place.command('doctor --mend')}: it installs anew.",
                "install",
            )


def _settings(place: Place, folder: Path) -> Iterator[Finding]:
    """Can Jupyter's files of settings be read?"""
    names = ("jupyter_config", "jupyter_server_config", "jupyter_lab_config", "jupyterlab_config")
    files = [folder / f"{name}{end}" for name in names for end in (".py", ".json")]
    files += sorted(folder.glob("jupyter_*config.d/*.json"))
    for path in files:
        if path.is_file() and not _readable(path):
            yield Finding(
                "jupyter-settings",
                f"Jupyter's file of settings {place.shown(path)} cannot be read, and Jupyter may "
                "stop because of it.",
                f"{_way(place, path)} move it away by hand.",
                "aside" if path.is_relative_to(place.jupyter) else "",
                path,
            )


def _way(place: Place, path: Path) -> str:
    if path.is_relative_to(place.jupyter):
        return f"Say {place.command('doctor --mend')}, or"
    return f"Open the course with {place.command('open')}, which does not read it; or"


def _readable(path: Path) -> bool:
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            ast.parse(text)
        else:
            json.loads(text)
    except (SyntaxError, ValueError, OSError, RecursionError):
        return False
    return True


def _disabled(place: Place, folder: Path) -> Iterator[Finding]:
    """Did somebody switch off what draws the exercises?"""
    path = folder / "labconfig" / "page_config.json"
    off = [name for name in disabled(_json(path)) if name.split(":")[0] in EXTENSIONS]
    if off:
        inside = path.is_relative_to(place.folder)
        yield Finding(
            "extension-off",
            f"The part of JupyterLab that draws the exercises ({off[0]}) is switched off in "
            f"{place.shown(path)}.",
            f"Say {place.command('doctor --mend')}: it switches it on again."
            if inside
            else "In JupyterLab choose Settings, then Extension Manager, and enable it; or ask "
            "whoever looks after this computer.",
            "switch-on" if inside else "",
            path,
        )


def disabled(settings: Any) -> tuple[str, ...]:
    """Read the names of switched-off extensions, in either form that JupyterLab writes.

    >>> disabled({"disabledExtensions": {"anywidget": True, "other": False}})
    ('anywidget',)
    >>> disabled({"disabledExtensions": ["anywidget"]})
    ('anywidget',)
    """
    names = settings.get("disabledExtensions", {}) if isinstance(settings, dict) else {}
    if isinstance(names, dict):
        return tuple(str(name) for name, off in names.items() if off)
    return tuple(str(name) for name in names) if isinstance(names, list) else ()


def switch_on(path: Path) -> str:
    """Give the settings in `path` with the parts that draw exercises switched on."""
    data = dict(_json(path) or {})
    off = [name for name in disabled(data) if name.split(":")[0] not in EXTENSIONS]
    data["disabledExtensions"] = dict.fromkeys(off, True)
    return json.dumps(data, indent=2) + "\n"


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None


def _kernels(place: Place) -> Iterator[Finding]:
    """Does the name python3 lead to the course's Python, and is that Python's file whole?"""
    own = place.environment / "share/jupyter/kernels/python3/kernel.json"
    if place.packages is not None and (place.packages / "ipykernel").is_dir() and not _json(own):
        yield Finding(
            "kernel-missing",
            "JupyterLab is not told how to start the course's Python (its kernel python3 is "
            "missing or damaged).",
            f"Say {place.command('doctor --mend')}: it installs anew.",
            "install",
            own,
        )
    data = {
        "win32": place.home / "AppData/Roaming/jupyter",
        "darwin": place.home / "Library/Jupyter",
    }.get(place.system, place.home / ".local/share/jupyter")
    for folder, strangers in ((place.jupyter / "data", False), (data, True)):
        path = folder / "kernels" / "python3" / "kernel.json"
        if not path.is_file():
            continue
        program = (_json(path) or {}).get("argv", [""])[:1]
        if program and program[0] in ("python", str(place.python)):
            continue
        where = str(program[0]) if program and program[0] else "nowhere"
        yield Finding(
            "kernel-elsewhere",
            f"Another Jupyter on this computer has left word ({place.shown(path)}) that lessons "
            f"are to be run by another Python, {where}, which does not know the course.",
            f"Open the course with {place.command('open')}, which takes the right one."
            if strangers
            else f"Say {place.command('doctor --mend')}: it moves that file away.",
            "" if strangers else "aside",
            path.parent,
            note=strangers,
        )
