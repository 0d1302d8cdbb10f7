"""A packed file whose bytes follow from its content."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.rendering.stored_gzip import stored_gzip


@given(st.binary(max_size=300))
def test_what_was_packed_comes_out(content: bytes) -> None:
    assert gzip.decompress(stored_gzip(content)) == content


@pytest.mark.parametrize("size", [0, 0xFFFE, 0xFFFF, 0x10000, 3 * 0xFFFF, 200_001])
def test_content_of_any_number_of_blocks_comes_out(size: int) -> None:
    content = bytes(index % 251 for index in range(size))
    assert gzip.decompress(stored_gzip(content)) == content


def test_the_bytes_are_fixed() -> None:
    assert stored_gzip(b"a").hex() == "1f8b08000000000000ff010100feff6143beb7e801000000"
