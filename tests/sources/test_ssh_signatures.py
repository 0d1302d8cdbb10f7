"""OpenSSH says whether a signature holds; what it said once is remembered, what it did not say is never “valid”."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import pytest

from sotay.history.signature_verdict import SignatureStanding
from sotay.sources.ssh_signatures import SshSignatures
from sotay.text.ssh_keys import PublicKey, read_public_key
from tests.support.signing import a_key, public_line, signed_text

TEXT = "sotay-decision 1\n{}\n"
HOLDS, BROKEN, UNCHECKED = SignatureStanding.HOLDS, SignatureStanding.BROKEN, SignatureStanding.UNCHECKED


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))
    return tmp_path / "memory"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return a_key(tmp_path)


def public(secret: Path) -> PublicKey:
    key = read_public_key(public_line(secret))
    assert isinstance(key, PublicKey)
    return key


def standing(text: str, signature: str, key: PublicKey) -> SignatureStanding:
    return SshSignatures().check(text, signature, key).standing


def kept(memory: Path) -> int:
    return sum(path.is_file() for path in memory.glob("*/*/*"))


def test_a_signature_holds_over_its_text_only(secret: Path) -> None:
    signature = signed_text(TEXT, secret)
    assert standing(TEXT, signature, public(secret)) is HOLDS
    assert standing(TEXT.replace("{}", "{ }"), signature, public(secret)) is BROKEN


def test_only_the_namespace_of_decisions_counts(secret: Path) -> None:
    assert standing(TEXT, signed_text(TEXT, secret, "file"), public(secret)) is BROKEN


def test_the_key_is_the_one_that_was_read(secret: Path, tmp_path: Path) -> None:
    """Were a signature read otherwise here than by OpenSSH, it would not hold."""
    assert standing(TEXT, signed_text(TEXT, secret), public(a_key(tmp_path, "khac"))) is BROKEN


@pytest.mark.parametrize("signature", ["", "Đã ký", "-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----"])
def test_what_is_no_signature_does_not_hold(secret: Path, signature: str) -> None:
    assert standing(TEXT, signature, public(secret)) is BROKEN


def test_a_verdict_is_remembered_for_exactly_what_it_was_given_on(
    secret: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signature = signed_text(TEXT, secret)
    assert standing(TEXT, signature, public(secret)) is HOLDS
    assert kept(memory) == 1
    monkeypatch.setenv("PATH", "")
    assert standing(TEXT, signature, public(secret)) is HOLDS
    assert standing(f"{TEXT}\n", signature, public(secret)) is UNCHECKED
    assert standing(TEXT, f"{signature}\n", public(secret)) is UNCHECKED


def test_a_memory_that_somebody_else_wrote_is_not_believed(secret: Path, memory: Path) -> None:
    signature, other = signed_text(TEXT, secret), f"{TEXT}khác\n"
    assert standing(TEXT, signature, public(secret)) is HOLDS
    (good,) = [path for path in memory.glob("*/*/*") if path.is_file()]
    content = good.read_bytes()
    assert standing(other, signature, public(secret)) is BROKEN
    for entry in memory.glob("*/*/*"):
        if entry.is_file():
            entry.write_bytes(content)
    assert standing(other, signature, public(secret)) is BROKEN


def test_without_openssh_nothing_is_valid_and_nothing_is_remembered(
    secret: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    signature, path = signed_text(TEXT, secret), os.environ["PATH"]
    monkeypatch.setenv("PATH", "")
    verdict = SshSignatures().check(TEXT, signature, public(secret))
    assert verdict.standing is UNCHECKED
    assert verdict.reason
    assert "ssh-keygen" in verdict.reason.vi
    assert kept(memory) == 0
    monkeypatch.setenv("PATH", path)
    assert standing(TEXT, signature, public(secret)) is HOLDS


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("exit 0", ""),
        ("echo Good; exit 0", ""),
        ("echo 'cannot make a temporary file' >&2; exit 255", "cannot make a temporary file"),
        ("echo 'unknown option -- Y' >&2; exit 1", "8.2"),
    ],
)
def test_an_installation_that_does_not_answer_is_no_answer(
    secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    signature, key = signed_text(TEXT, secret), public(secret)
    broken = tmp_path / "bin/ssh-keygen"
    broken.parent.mkdir()
    broken.write_text(f"#!{shutil.which('sh')}\n{script}\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(broken.parent))
    verdict = SshSignatures().check(TEXT, signature, key)
    assert verdict.standing is UNCHECKED
    assert verdict.reason
    assert said in verdict.reason.vi


def test_openssh_answers_in_english_whatever_the_user_speaks(secret: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert standing(f"{TEXT}khác\n", signed_text(TEXT, secret), public(secret)) is BROKEN


def test_hundreds_of_signatures_are_checked_at_once_the_second_time(secret: Path) -> None:
    """A hundred remembered verdicts take less time than ten that OpenSSH gives."""
    key, texts = public(secret), [f"{TEXT}{number}\n" for number in range(10)]
    signed = [(text, signed_text(text, secret)) for text in texts]
    signatures = SshSignatures()

    def seconds(times: int) -> float:
        began = time.process_time() + os.times().children_user + os.times().children_system
        for _ in range(times):
            assert all(signatures.check(text, signature, key).holds for text, signature in signed)
        return time.process_time() + os.times().children_user + os.times().children_system - began

    assert seconds(times=1) > seconds(times=10)
