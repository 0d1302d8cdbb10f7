"""Armored SSH signatures: what they say of themselves, and why a text is none."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.text.ssh_keys import read_public_key
from sotay.text.ssh_signatures import SignatureFault, SshSignature, read_ssh_signature
from tests.support.signing import a_key, kept_key, public_line, signed_text

BEGIN, END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"


def armor(blob: bytes) -> str:
    return f"{BEGIN}\n{base64.b64encode(blob).decode()}\n{END}\n"


def wire(*fields: bytes) -> bytes:
    return b"".join(len(field).to_bytes(4) + field for field in fields)


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_what_openssh_writes_is_read(tmp_path: Path, kind: str) -> None:
    key = a_key(tmp_path, kind, kind)
    read = read_ssh_signature(signed_text("một quyết định\n", key, "decision@sotay"))
    assert isinstance(read, SshSignature)
    assert read.key == read_public_key(public_line(key))
    assert read.namespace == "decision@sotay"


def test_a_hash_that_a_signer_chose_is_read(tmp_path: Path) -> None:
    key = a_key(tmp_path)
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", "file", "-O", "hashalg=sha256"]
    signed = subprocess.run(command, input=b"x", capture_output=True, check=True).stdout.decode()
    read = read_ssh_signature(signed)
    assert isinstance(read, SshSignature)
    assert read.namespace == "file"


@pytest.fixture(scope="module")
def signature(tmp_path_factory: pytest.TempPathFactory) -> str:
    return signed_text("một quyết định\n", a_key(tmp_path_factory.mktemp("keys")))


def test_blanks_around_and_within_do_not_count(signature: str) -> None:
    indented = "\n".join(f"   {line}  " for line in signature.splitlines())
    assert read_ssh_signature(f"\n\n{indented}\n\n") == read_ssh_signature(signature)


def test_each_fault_has_a_name(signature: str, tmp_path: Path) -> None:
    lines = signature.strip().splitlines()
    blob = base64.b64decode("".join(lines[1:-1]))
    faults = {
        "": SignatureFault.EMPTY,
        "  \n": SignatureFault.EMPTY,
        "Đã ký": SignatureFault.NO_SIGNATURE,
        "-----BEGIN PGP SIGNATURE-----\n…": SignatureFault.OF_ANOTHER_SYSTEM,
        "-----BEGIN CMS-----\n…": SignatureFault.OF_ANOTHER_SYSTEM,
        signature + signature: SignatureFault.SEVERAL,
        "\n".join(lines[:-1]): SignatureFault.DAMAGED,
        "\n".join([*lines[:2], *lines[3:]]): SignatureFault.DAMAGED,
        f"chữ ký: {signature}": SignatureFault.DAMAGED,
        f"{signature}chữ ký": SignatureFault.DAMAGED,
        signature.replace("U1NI", "U1ÑI"): SignatureFault.DAMAGED,
        armor(b""): SignatureFault.DAMAGED,
        armor(b"SSHSIG" + (2).to_bytes(4) + blob[10:]): SignatureFault.UNKNOWN_FORM,
        armor(blob + b"\0"): SignatureFault.DAMAGED,
        armor(blob[:-1]): SignatureFault.DAMAGED,
        armor(blob.replace(b"sha512", b"sha999")): SignatureFault.UNKNOWN_FORM,
        armor(blob[:10] + wire(b"ssh-new", b"", b"", b"sha512", b"")): SignatureFault.UNKNOWN_FORM,
        signed_text("x", kept_key(tmp_path, "yeu-rsa")): SignatureFault.WEAK_KEY,
    }
    assert {text: read_ssh_signature(text) for text in faults} == faults


@given(st.text())
def test_any_text_is_a_signature_or_a_fault(text: str) -> None:
    assert isinstance(read_ssh_signature(text), SshSignature | SignatureFault)


@given(st.binary(max_size=120))
def test_any_bytes_in_armor_are_a_signature_or_a_fault(blob: bytes) -> None:
    assert isinstance(read_ssh_signature(armor(b"SSHSIG\0\0\0\1" + blob)), SshSignature | SignatureFault)
