"""SSH public keys as a person pastes them: the kind, the fingerprint, and why one cannot serve.

Reads: the line of a `.pub` file, or the same key within a signature (RFC 4253, 6.6; RFC 5656; RFC 8709; PROTOCOL.u2f).
Returns: the key, or its fault. Private keys are recognised, so that nobody ever repeats one.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final

LEAST_RSA_BITS: Final = 2048
"""What NIST SP 800-131A asks of an RSA key that signs."""

_FIELDS: Final = {
    "ssh-ed25519": 2,
    "ecdsa-sha2-nistp256": 3,
    "ecdsa-sha2-nistp384": 3,
    "ecdsa-sha2-nistp521": 3,
    "ssh-rsa": 3,
    "sk-ssh-ed25519@openssh.com": 3,
    "sk-ecdsa-sha2-nistp256@openssh.com": 4,
}
"""The kinds of keys that may sign, and of how many fields each consists."""
_ED25519_BYTES = 32
_PRIVATE = re.compile(r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----|PuTTY-User-Key-File-\d|b3BlbnNzaC1rZXktdjEA")
"""How private keys begin: PEM, PuTTY, and the base64 of OpenSSH's own form."""


class KeyFault(StrEnum):
    """Why a key cannot serve."""

    UNREADABLE = "unreadable"
    CERTIFICATE = "certificate"
    UNKNOWN_KIND = "unknown_kind"
    DSA = "dsa"
    SHORT_RSA = "short_rsa"


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key that may sign decisions."""

    kind: str
    """Its algorithm, e.g. `ssh-ed25519`."""
    blob: bytes
    """The key itself; two keys are the same if these bytes are."""

    @property
    def fingerprint(self) -> str:
        """What `ssh-keygen -l` shows of it, e.g. `SHA256:Fnm589…`."""
        return "SHA256:" + base64.b64encode(sha256(self.blob).digest()).decode().rstrip("=")

    @property
    def line(self) -> str:
        """The key as one line, without a comment."""
        return f"{self.kind} {base64.b64encode(self.blob).decode()}"


def read_public_key(text: str) -> PublicKey | KeyFault:
    """Read the line of a `.pub` file: kind, key in base64, and a comment that does not count."""
    parts = text.split()
    if len(text.strip().splitlines()) != 1 or len(parts) < 2:  # noqa: PLR2004 - kind and key
        return KeyFault.UNREADABLE
    try:
        blob = base64.b64decode(parts[1], validate=True)
    except (binascii.Error, ValueError):
        return KeyFault.UNREADABLE
    key = public_key_of(blob)
    return KeyFault.UNREADABLE if isinstance(key, PublicKey) and key.kind != parts[0] else key


def public_key_of(blob: bytes) -> PublicKey | KeyFault:
    """Read a key in its binary form."""
    try:
        fields = list(wire_strings(blob))
        kind = fields[0].decode("ascii")
    except (ValueError, IndexError):
        return KeyFault.UNREADABLE
    if "-cert-v0" in kind:
        return KeyFault.CERTIFICATE
    if kind == "ssh-dss":
        return KeyFault.DSA
    if kind not in _FIELDS:
        return KeyFault.UNKNOWN_KIND
    if len(fields) != _FIELDS[kind] or (kind == "ssh-ed25519" and len(fields[1]) != _ED25519_BYTES):
        return KeyFault.UNREADABLE
    if kind == "ssh-rsa" and int.from_bytes(fields[2]).bit_length() < LEAST_RSA_BITS:
        return KeyFault.SHORT_RSA
    return PublicKey(kind, blob)


def wire_strings(blob: bytes) -> Iterator[bytes]:
    """Yield the strings of a binary form, each behind its length (RFC 4251, 5); raises ValueError if one is cut."""
    place = 0
    while place < len(blob):
        length = int.from_bytes(blob[place : place + 4])
        place += 4
        if place + length > len(blob):
            raise ValueError(length)
        yield blob[place : place + length]
        place += length


def private_key_line(text: str) -> int | None:
    """Return the line of a text on which a private key begins, counted from 1; None where there is none."""
    found = _PRIVATE.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else None
