"""A gzip file whose bytes follow from its content alone.

Compressors differ from machine to machine in the bytes they choose; content that is stored as it is cannot.
Source: RFC 1952 (the file), RFC 1951, 3.2.4 (blocks that are stored).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from zlib import crc32

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Deflate, no flags, no time, no operating system."""
_LARGEST_BLOCK = 0xFFFF


def stored_gzip(content: bytes) -> bytes:
    """Return a gzip file that holds a content without compressing it."""
    trailer = struct.pack("<II", crc32(content), len(content) & 0xFFFFFFFF)
    return _HEADER + b"".join(_blocks(content)) + trailer


def _blocks(content: bytes) -> Iterator[bytes]:
    starts = range(0, max(len(content), 1), _LARGEST_BLOCK)
    for start in starts:
        block = content[start : start + _LARGEST_BLOCK]
        is_last = start + _LARGEST_BLOCK >= len(content)
        yield struct.pack("<BHH", is_last, len(block), len(block) ^ 0xFFFF) + block
