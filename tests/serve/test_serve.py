"""`mkdocs serve` shows an edit, survives a broken one, and shows the mended one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from tests.support.builders import COMMUNE
from tests.support.command import edit
from tests.support.province import a_province, config_of, settle

PATIENCE = 30
"""Seconds to wait for a build."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return settle(a_province(), tmp_path)


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(config_of(root, COMMUNE)), "-a", f"127.0.0.1:{port}"]
    log = (root / "serve.log").open("w", encoding="utf-8")
    server = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    yield f"http://127.0.0.1:{port}/{COMMUNE}/"
    server.terminate()
    server.wait(10)
    log.close()


def eventually(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


def shows(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return words in answer.read().decode()
    except (URLError, ConnectionError, TimeoutError):
        return False


def test_serve_rebuilds_on_an_edit_and_survives_a_broken_one(root: Path, address: str) -> None:
    page = f"{address}thu-tuc/1.001193/"
    agency, log = root / "sites" / COMMUNE / "agency.yml", root / "serve.log"
    assert eventually(lambda: shows(page, "Trung tâm Phục vụ hành chính công phường Đông Kinh"))
    edit(agency, "Trung tâm Phục vụ", "Quầy phục vụ")
    assert eventually(lambda: shows(page, "Quầy phục vụ hành chính công"))
    edit(agency, "level: ", "lever: ")
    assert eventually(lambda: "agency.yml:" in log.read_text(encoding="utf-8")), "the finding is printed"
    edit(agency, "lever: ", "level: ")
    edit(agency, "Quầy phục vụ", "Nhà phục vụ")
    assert eventually(lambda: shows(page, "Nhà phục vụ hành chính công"))
