"""Serve a built site on this computer, for this computer: what any web server does, and no more.

Text and programs are compressed, as web servers do; a browser asks each time whether a file is
still the same, so a new build is seen at once.
"""

from __future__ import annotations

import gzip
import os
import webbrowser
from email.utils import formatdate
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO, Any, ClassVar
from urllib.parse import urlsplit

from course.errors import CourseError

HOST = "127.0.0.1"
PORTS = range(8000, 8100)
LARGE = 1_000
"""From how many bytes on a file is worth compressing."""
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".ipynb": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".map": "application/json",
}
WHOLE = (".whl", ".zip", ".png", ".woff", ".woff2", ".gz")
"""What is compressed already."""


class Server(ThreadingHTTPServer):
    """A server that shares its port with nobody (Windows would allow it)."""

    allow_reuse_address = os.name != "nt"
    daemon_threads = True


class Handler(SimpleHTTPRequestHandler):
    """Serves files of one folder."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {  # type: ignore[misc]
        **SimpleHTTPRequestHandler.extensions_map,
        **TYPES,
    }

    def send_head(self) -> BytesIO | IO[bytes] | None:  # type: ignore[override]
        """Answer compressed where the browser can read that and it is worth it."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and urlsplit(self.path).path.endswith("/"):
            path = path / "index.html"
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        if not takes or path.suffix in WHOLE or not path.is_file():
            return super().send_head()
        state = path.stat()
        when = formatdate(int(state.st_mtime), usegmt=True)
        if state.st_size < LARGE or self.headers.get("If-Modified-Since"):
            return super().send_head()
        body = _packed(path, state.st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", when)
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        """Have the browser ask again each time, and guess no types."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing for each file."""


@lru_cache(maxsize=256)
def _packed(path: Path, changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


def server(site: Path, port: int | None = None) -> Server:
    """Make a server for a folder: on this port, or on the first that is free (0: any).

    Raises
    ------
    CourseError
        If there is no site, or no port.
    """
    if not (site / "index.html").is_file():
        raise CourseError(f"There is no site in {site}; build it with `make site` first.")
    if port is not None and not 0 <= port < 65536:
        raise CourseError("A port is a number from 1 to 65535; leave out --port to get a free one.")
    for one in PORTS if port is None else [port]:
        try:
            return Server((HOST, one), partial(Handler, directory=str(site)))
        except OSError:
            continue
    raise CourseError(
        "Every port from 8000 to 8099 is in use; name a free one with --port."
        if port is None
        else f"Port {port} is in use or not allowed; leave out --port, and a free one is found."
    )


def serve(site: Path, port: int | None = None, *, show: bool = True) -> None:
    """Serve the site until Ctrl+C, and open it in the browser.

    Raises
    ------
    CourseError
        If it cannot be served.
    """
    with server(site, port) as running:
        address = f"http://{HOST}:{running.server_address[1]}/"
        print(f"The course is at {address} until you press Ctrl+C here.", flush=True)
        if show:
            webbrowser.open(address)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print("\nClosed.")
