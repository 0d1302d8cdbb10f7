"""MiniSearch is shipped whole and unchanged, with its licence."""

from __future__ import annotations

import json

import pytest

from tests.support.command import REPOSITORY
from tests.support.in_node import SCRIPTS

PACKAGE = REPOSITORY / "tests/web/node_modules/minisearch"
SHIPPED = SCRIPTS / "vendor/minisearch"


@pytest.mark.parametrize(("shipped", "published"), [("index.js", "dist/es/index.js"), ("LICENSE.txt", "LICENSE.txt")])
def test_what_is_shipped_is_what_was_published(shipped: str, published: str) -> None:
    assert (SHIPPED / shipped).read_bytes() == (PACKAGE / published).read_bytes()


def test_the_package_is_of_the_version_that_is_named() -> None:
    assert json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"] == "7.2.0"
