"""Armored SSH signatures: whose key signed, for which purpose; or why a text is none.

Reads: what `ssh-keygen -Y sign` writes (OpenSSH, PROTOCOL.sshsig).
Returns: what the signature says of itself. Whether it holds is not said here: only the text that was signed shows it.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from enum import StrEnum

from sotay.text.ssh_keys import KeyFault, PublicKey, public_key_of, wire_strings

_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_OTHER = re.compile(r"-----BEGIN (?:PGP|PKCS7|CMS|CERTIFICATE)\b")
_START = b"SSHSIG\x00\x00\x00\x01"
"""The magic letters, and the only version there is."""
_HASHES = frozenset({"sha256", "sha512"})
_FIELDS = 5


class SignatureFault(StrEnum):
    """Why a text is no signature that can be checked."""

    EMPTY = "empty"
    NO_SIGNATURE = "no_signature"
    OF_ANOTHER_SYSTEM = "of_another_system"
    SEVERAL = "several"
    DAMAGED = "damaged"
    UNKNOWN_FORM = "unknown_form"
    WEAK_KEY = "weak_key"


@dataclass(frozen=True, slots=True)
class SshSignature:
    """What a signature says of itself."""

    key: PublicKey
    """The key that it claims to be made with."""
    namespace: str
    """What it was made for, e.g. `file` or `git`."""


def read_ssh_signature(text: str) -> SshSignature | SignatureFault:
    """Read an armored signature; nothing may stand before or after it."""
    armor = text.strip()
    if not armor:
        return SignatureFault.EMPTY
    if _BEGIN not in armor:
        return SignatureFault.OF_ANOTHER_SYSTEM if _OTHER.search(armor) else SignatureFault.NO_SIGNATURE
    if armor.count(_BEGIN) > 1:
        return SignatureFault.SEVERAL
    if not (armor.startswith(_BEGIN) and armor.endswith(_END)):
        return SignatureFault.DAMAGED
    try:
        inner = armor.removeprefix(_BEGIN).removesuffix(_END)
        return _of_blob(base64.b64decode("".join(inner.split()), validate=True))
    except (binascii.Error, ValueError):
        return SignatureFault.DAMAGED


def _of_blob(blob: bytes) -> SshSignature | SignatureFault:
    """Raises ValueError where a part is cut."""
    if not blob.startswith(_START):
        return SignatureFault.UNKNOWN_FORM if blob.startswith(_START[:6]) else SignatureFault.DAMAGED
    fields = list(wire_strings(blob[len(_START) :]))
    if len(fields) != _FIELDS:
        return SignatureFault.DAMAGED
    key_blob, namespace, _reserved, hash_algorithm, _signature = fields
    key = public_key_of(key_blob)
    if key in (KeyFault.DSA, KeyFault.SHORT_RSA):
        return SignatureFault.WEAK_KEY
    if not isinstance(key, PublicKey) or hash_algorithm.decode() not in _HASHES:
        return SignatureFault.UNKNOWN_FORM
    return SshSignature(key, namespace.decode())
