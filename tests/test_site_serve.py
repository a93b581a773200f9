"""The little server: types, compression, asking again, and its sentences."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from course.errors import CourseError
from course.site import serve

TEXT = "<p>Threat, power, loss.</p>" * 200


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[Path, int]]:
    (tmp_path / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.wasm").write_bytes(b"\0asm" + bytes(5000))
    (tmp_path / "a.whl").write_bytes(bytes(5000))
    (tmp_path / "a.mjs").write_text("export {}", encoding="utf-8")
    with serve.server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield tmp_path, server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    link = HTTPConnection("127.0.0.1", port, timeout=10)
    link.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = link.getresponse()
    body = answer.read()
    link.close()
    return answer, body


def test_text_and_programs_come_compressed_and_whole(running: tuple[Path, int]) -> None:
    folder, port = running
    for path, kind in (("/", "text/html; charset=utf-8"), ("/a.wasm", "application/wasm")):
        answer, body = get(port, path, Accept_Encoding="gzip")
        plain, whole = get(port, path)
        assert answer.headers["Content-Type"] == plain.headers["Content-Type"] == kind
        assert answer.headers["Content-Encoding"] == "gzip"
        file = folder / (path[1:] or "index.html")
        assert gzip.decompress(body) == whole == file.read_bytes()
    answer, body = get(port, "/index.html", Accept_Encoding="gzip")
    assert gzip.decompress(body).decode() == TEXT and len(body) < 500


def test_what_is_packed_already_is_left_alone(running: tuple[Path, int]) -> None:
    answer, body = get(running[1], "/a.whl", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] is None and len(body) == 5000
    answer, _ = get(running[1], "/a.mjs")
    assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"


def test_the_browser_asks_again_and_sees_a_new_build(running: tuple[Path, int]) -> None:
    folder, port = running
    answer, _ = get(port, "/index.html", Accept_Encoding="gzip")
    assert answer.headers["Cache-Control"] == "no-cache"
    when = answer.headers["Last-Modified"]
    again, body = get(port, "/index.html", Accept_Encoding="gzip", If_Modified_Since=when)
    assert (again.status, body) == (304, b"")
    (folder / "index.html").write_text("new " * 500, encoding="utf-8")
    answer, body = get(port, "/index.html", Accept_Encoding="gzip")
    assert gzip.decompress(body).startswith(b"new ")


def test_nothing_outside_the_folder_is_served(running: tuple[Path, int]) -> None:
    folder, port = running
    (folder.parent / "secret.txt").write_text("secret", encoding="utf-8")
    for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt"):
        answer, body = get(port, path)
        assert answer.status == 404 and b"secret" not in body


def test_bad_ports_and_no_site_are_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There is no site"):
        serve.server(tmp_path)
    (tmp_path / "index.html").write_text(TEXT, encoding="utf-8")
    with pytest.raises(CourseError, match="1 to 65535"):
        serve.server(tmp_path, 70_000)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        taken.listen()
        with pytest.raises(CourseError, match="in use or not allowed"):
            serve.server(tmp_path, taken.getsockname()[1])
