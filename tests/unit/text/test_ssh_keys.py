"""SSH public keys: sound ones are known by their bytes, others are refused by name, secret ones are recognised."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.text.ssh_keys import KeyFault, PublicKey, private_key_line, public_key_of, read_public_key, wire_strings

ED25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOxJmcqC6ZlFpWHVz8NKF7KS2rxBrOK3OWx4Kf6J/tZu"
BLOB = base64.b64decode(ED25519.split()[1])


def wire(*fields: bytes) -> bytes:
    return b"".join(len(field).to_bytes(4) + field for field in fields)


def line(kind: str, *fields: bytes) -> str:
    return f"{kind} {base64.b64encode(wire(kind.encode(), *fields)).decode()}"


def rsa(bits: int) -> str:
    return line("ssh-rsa", b"\x01\x00\x01", b"\x00" + (1 << (bits - 1)).to_bytes((bits + 7) // 8))


def test_a_comment_and_blanks_do_not_count() -> None:
    keys = {read_public_key(text) for text in (ED25519, f"  {ED25519}  \n", f"{ED25519} Lê Văn C, máy ở cơ quan")}
    assert keys == {PublicKey("ssh-ed25519", BLOB)}


def test_the_fingerprint_is_the_one_that_ssh_keygen_shows() -> None:
    key = read_public_key(ED25519)
    assert isinstance(key, PublicKey)
    assert key.fingerprint == "SHA256:UB5QGmjeBtmcCc2TJZHSW7EPc5dNJSJYMYcPvIE2uZ4"
    assert key.line == ED25519


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", KeyFault.UNREADABLE),
        ("ssh-ed25519", KeyFault.UNREADABLE),
        (ED25519[:-9], KeyFault.UNREADABLE),
        (ED25519[:-8] + "!" * 8, KeyFault.UNREADABLE),
        (f"{ED25519}\n{ED25519}", KeyFault.UNREADABLE),
        (ED25519.replace("ssh-ed25519", "ssh-rsa"), KeyFault.UNREADABLE),
        (f'command="x" {ED25519}', KeyFault.UNREADABLE),
        (line("ssh-ed25519", b"x" * 31), KeyFault.UNREADABLE),
        (line("ssh-ed25519", b"x" * 32, b""), KeyFault.UNREADABLE),
        (line("ssh-dss", b"p", b"q", b"g", b"y"), KeyFault.DSA),
        (line("ssh-ed25519-cert-v01@openssh.com", b"nonce"), KeyFault.CERTIFICATE),
        (line("ssh-xmss@openssh.com", b"x"), KeyFault.UNKNOWN_KIND),
        (rsa(1024), KeyFault.SHORT_RSA),
        (rsa(2047), KeyFault.SHORT_RSA),
    ],
)
def test_what_cannot_serve_is_named(text: str, fault: KeyFault) -> None:
    assert read_public_key(text) is fault


@pytest.mark.parametrize("text", [rsa(2048), rsa(4096), line("sk-ssh-ed25519@openssh.com", b"x" * 32, b"ssh:")])
def test_strong_keys_serve(text: str) -> None:
    assert isinstance(read_public_key(text), PublicKey)


@given(st.binary(max_size=80))
def test_any_bytes_are_a_key_or_a_fault(blob: bytes) -> None:
    assert isinstance(public_key_of(blob), PublicKey | KeyFault)


@given(st.lists(st.binary(max_size=20), max_size=6))
def test_the_fields_of_a_binary_form_come_back(fields: list[bytes]) -> None:
    assert list(wire_strings(wire(*fields))) == fields


@given(st.text())
def test_any_text_is_a_key_or_a_fault(text: str) -> None:
    assert isinstance(read_public_key(text), PublicKey | KeyFault)


@pytest.mark.parametrize(
    "begin",
    [
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----",
        "PuTTY-User-Key-File-3: ssh-ed25519",
        "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ",
    ],
)
def test_a_secret_key_is_known_by_its_beginning(begin: str) -> None:
    assert private_key_line(f"people:\n  - id: a\n    keys: {begin}\n") == 3


@pytest.mark.parametrize("text", ["", ED25519, "-----BEGIN PUBLIC KEY-----", "không dán PRIVATE KEY vào đây"])
def test_other_texts_hold_no_secret_key(text: str) -> None:
    assert private_key_line(text) is None
