"""A manifest is read strictly, whatever a stranger wrote into it."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.markup.read_manifest import ManifestFault, read_manifest
from sotay.model.manifest import Manifest, ManifestKind, NamedProvince, PublishedFile, Tool
from sotay.model.release import Edition
from sotay.rendering.manifest_json import manifest_json

DIGEST = "sha256:" + "0" * 64


def a_manifest(*paths: str) -> Manifest:
    return Manifest(
        format=1,
        kind=ManifestKind.SITE,
        generator=(Tool(name="sotay", version="1"),),
        province=NamedProvince(code="20", name="Tỉnh Lạng Sơn"),
        edition=Edition.PUBLIC,
        as_of=date(2026, 10, 15),
        known_at=None,
        commit="a" * 40,
        has_changes=False,
        decisions=(),
        in_force=(),
        files=tuple(PublishedFile(path=path, sha256=DIGEST, size=1) for path in paths),
    )


def changed(**keys: Any) -> bytes:
    return json.dumps(a_manifest().model_dump(mode="json") | keys).encode()


def test_what_was_written_is_read() -> None:
    manifest = a_manifest("a/b.html", "Đông Kinh.html", ".htaccess")
    assert read_manifest(manifest_json(manifest).encode()) == manifest


@pytest.mark.parametrize(
    ("raw", "key", "reason"),
    [
        (b"\xff", "", "json"),
        (b'{"format": NaN}', "", "json"),
        (b"1" * 5000, "", "json"),
        (b"[]", "format", "format"),
        (changed(commit="main"), "commit", "wrong_form"),
        (changed(as_of="2026-02-30"), "as_of", "impossible_date"),
        (changed(kind="other"), "kind", "enum"),
        (changed(files=[{"path": "a", "sha256": DIGEST, "size": -1}]), "files.0.size", "greater_than_equal"),
        (changed(files=[{"path": "a", "sha256": DIGEST, "size": "1"}]), "files.0.size", "int_type"),
        (changed(files=[{"path": "a", "sha256": DIGEST, "size": 1}] * 2), "files.a", "twice"),
        (changed(province={"code": "20", "name": "\x1b[2J"}), "province.name", "unprintable"),
        (changed(extra=1), "extra", "extra_forbidden"),
    ],
)
def test_what_is_no_manifest_is_refused_with_a_place(raw: bytes, key: str, reason: str) -> None:
    assert read_manifest(raw) == (ManifestFault(key, reason),)


@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
).map(lambda value: json.dumps({"format": 1, "files": value}).encode()))  # fmt: skip
def test_nothing_makes_it_stumble(raw: bytes) -> None:
    faults = read_manifest(raw)
    assert isinstance(faults, tuple)
    assert faults
    assert all(fault.key.isprintable() for fault in faults)
