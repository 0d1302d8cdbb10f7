"""A folder of sites as a server gives it, and a real browser to look at it."""

from __future__ import annotations

import functools
import gzip
import os
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

_PACKED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ttl", ".jsonld"}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Hosted(Quiet):
    """Serves files as docs/hosting.md tells: with its headers, packed, and with the page for what is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, headers: Mapping[str, str], **options: Any) -> None:
        """Answer one connection."""
        self.always = headers
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Send a file, the page of a folder, or 404.html."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        self._give(file if file.is_file() else Path(self.directory, "404.html"), status)

    def _give(self, file: Path, status: HTTPStatus) -> None:
        content = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(file.name))
        if file.suffix in _PACKED and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        for name, value in self.always.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def _serving(handler: functools.partial[Any]) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives its address, without a slash at the end."""
    with _serving(functools.partial(Quiet, directory=str(folder))) as address:
        yield address


@contextmanager
def hosted(folder: Path, headers: Mapping[str, str]) -> Iterator[str]:
    """Serve a folder as a province does, with given headers; gives its address, without a slash at the end."""
    with _serving(functools.partial(Hosted, directory=str(folder), headers=headers)) as address:
        yield address


@contextmanager
def chromium(language: str = "en") -> Iterator[Browser]:
    """Start the Chromium of the machine, without a window, its own words and dates in a language that it has."""
    found = chromium_path()
    spoken: dict[str, str | float | bool] = {**os.environ, "LANGUAGE": language}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"], env=spoken)
        yield browser
        browser.close()


def chromium_path() -> str:
    """Return where the Chromium of the machine is."""
    found = next((p for name in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(name))), None)
    assert found, "Chromium is not installed: run scripts/install-browser"
    return found
