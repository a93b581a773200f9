"""Formgrader, opened at Manual Grading with one command on every system.

nbgrader's formgrader is a page of a Jupyter server. The server is started in the graded folder,
where nbgrader finds its settings and its gradebook, and the browser at the list of submissions.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from course.errors import CourseError

Runs = Callable[[Sequence[str], Path], int]


def command(port: int | None = None, *, show: bool = True) -> list[str]:
    """Give the command line that starts the server; it has to run in the graded folder."""
    made = [sys.executable, "-m", "jupyter_server"]
    made += ["--ServerApp.default_url=/formgrader/gradebook", "--ServerApp.log_level=ERROR"]
    made += ["--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        made.append("--allow-root")
    if port is not None:
        made.append(f"--port={port}")
    if not show:
        made.append("--no-browser")
    return made


def formgrader(
    folder: Path, port: int | None = None, *, show: bool = True, run: Runs | None = None
) -> None:
    """Open the formgrader on a graded folder, until it is stopped.

    Raises
    ------
    CourseError
        If nothing was graded there, or the server could not be started.
    """
    if not (folder / "nbgrader_config.py").is_file():
        raise CourseError(
            f"{folder} is not a folder that `course grade` wrote; name that one, often `grading`."
        )
    print(
        "The formgrader opens in your browser. Choose the assignment, the notebook and a "
        "submission; names are hidden. Use Manual Grading only: Generate Feedback and the other "
        "buttons write nbgrader's own pages over yours (`course marks` brings them back). "
        "Leave this window open while you mark; Ctrl+C stops it.",
        flush=True,
    )
    ended = (run or _run)(command(port, show=show), folder)
    if ended not in (0, 130, -2):
        raise CourseError(
            "The formgrader could not be started; is another program using its place? Try "
            "`--port 8899`."
        )


def _run(made: Sequence[str], folder: Path) -> int:
    return subprocess.run(list(made), cwd=folder, check=False).returncode
