"""`sotay sign` and `sotay issue --sign`: what a signer and a clerk do, with real keys."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command import COMMAND, edit
from tests.support.signing import (
    DECISION,
    OTHER_DECISION,
    a_key,
    a_province,
    demand_signatures,
    give_key,
    public_line,
    signed_text,
)

AS_OF = ("--as-of", "2026-10-01")
ISSUE = (
    "issue", "--agency", "so-tu-phap", "--decision", "61/QĐ-STP", "--date", "2026-09-30",
    "--effective", "2026-10-15", "--signed-by", "le-van-c", "--withdraw", "QT-QMS-01", *AS_OF,
)  # fmt: skip
ISSUED = "sites/so-tu-phap/decisions/2026-61.yml"
Done = subprocess.CompletedProcess[str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return a_province(tmp_path)


@pytest.fixture
def key(root: Path, tmp_path: Path) -> Path:
    """The key of Lê Văn C."""
    key = a_key(tmp_path, "le-van-c")
    give_key(root, key)
    return key


def sotay(*words: str | Path, cwd: Path, **environment: str) -> Done:
    """Run the command where no terminal can be asked for a passphrase."""
    known = {name: value for name, value in os.environ.items() if name not in {"SSH_AUTH_SOCK", "SSH_ASKPASS"}}
    return subprocess.run(
        [COMMAND, *map(str, words)], cwd=cwd, env=known | environment, capture_output=True, text=True, check=False,
        start_new_session=True,
    )  # fmt: skip


def check(root: Path, **environment: str) -> Done:
    return sotay("check", *AS_OF, cwd=root, **environment)


def test_a_recorded_decision_is_signed_and_the_rest_of_its_file_stays(root: Path, key: Path) -> None:
    edit(root / DECISION, "kind: issue", "# Bản giấy ở văn thư.\nkind: issue")
    before = (root / DECISION).read_text(encoding="utf-8")
    done = sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    after = (root / DECISION).read_text(encoding="utf-8")
    assert after.startswith(before.rstrip() + "\nsignature: |\n  -----BEGIN SSH SIGNATURE-----\n")
    assert check(root).returncode == 0


def test_a_file_with_windows_line_ends_keeps_them(root: Path, key: Path) -> None:
    raw = (root / DECISION).read_bytes().replace(b"\n", b"\r\n")
    (root / DECISION).write_bytes(raw)
    assert sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root).returncode == 0
    signed = (root / DECISION).read_bytes()
    assert signed.startswith(raw)
    assert signed.count(b"\n") == signed.count(b"\r\n")
    assert check(root).returncode == 0


def test_the_text_is_signed_elsewhere_with_openssh_alone(root: Path, key: Path, tmp_path: Path) -> None:
    printed = subprocess.run([COMMAND, "sign", DECISION], cwd=root, capture_output=True, check=True).stdout
    (tmp_path / "52.txt").write_bytes(printed)
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", "decision@sotay", str(tmp_path / "52.txt")]
    subprocess.run(command, check=True, capture_output=True)
    done = sotay("sign", DECISION, "--signature", tmp_path / "52.txt.sig", *AS_OF, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert check(root).returncode == 0


def test_a_decision_is_signed_as_it_is_issued(root: Path, key: Path) -> None:
    demand_signatures(root, "2026-09-01")
    give_key(root, a_key(root.parent, "phuong"), agency="phuong-dong-kinh")
    done = sotay(*ISSUE, "--sign", key, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "chưa có giá trị" not in done.stdout
    assert check(root).returncode == 0


def test_a_decision_may_be_written_down_first_and_counts_when_it_is_signed(root: Path, key: Path) -> None:
    demand_signatures(root, "2026-09-01")
    give_key(root, a_key(root.parent, "phuong"), agency="phuong-dong-kinh")
    done = sotay(*ISSUE, cwd=root)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"sotay sign {ISSUED}" in done.stdout
    refused = check(root)
    assert refused.returncode == 1
    assert "ST320" in refused.stdout
    assert sotay("sign", ISSUED, "--key", key, *AS_OF, cwd=root).returncode == 0
    assert check(root).returncode == 0


@pytest.mark.usefixtures("key")
def test_who_may_not_sign_does_not_get_a_signature_into_the_file(root: Path, tmp_path: Path) -> None:
    before = (root / DECISION).read_bytes()
    deputy = a_key(tmp_path, "tran-thi-b")
    give_key(root, deputy, "tran-thi-b")
    done = sotay("sign", DECISION, "--key", deputy, *AS_OF, cwd=root)
    assert done.returncode == 1
    assert "ST323" in done.stdout
    assert "“tran-thi-b” (“Trần Thị B, so-tu-phap”)" in done.stdout
    assert (root / DECISION).read_bytes() == before
    assert sotay(*ISSUE, "--sign", deputy, cwd=root).returncode == 1
    assert not (root / ISSUED).exists()


def test_a_signature_of_something_else_is_refused(root: Path, key: Path, tmp_path: Path) -> None:
    (tmp_path / "sig").write_text(signed_text("một văn bản khác\n", key))
    done = sotay("sign", DECISION, "--signature", tmp_path / "sig", *AS_OF, cwd=root)
    assert done.returncode == 1
    assert "ST322" in done.stdout
    assert "signature" not in (root / DECISION).read_text(encoding="utf-8")


def test_a_signed_decision_is_not_signed_over(root: Path, key: Path) -> None:
    assert sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root).returncode == 0
    before = (root / DECISION).read_bytes()
    again = sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root)
    assert again.returncode == 2
    assert "đã có chữ ký" in again.stderr
    assert (root / DECISION).read_bytes() == before


def test_a_file_with_faults_is_not_signed(root: Path, key: Path) -> None:
    edit(root / DECISION, "effective_date: 2026-07-15", "effective_date: 15/7/2026")
    done = sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root)
    assert done.returncode == 2
    assert f"sotay check {DECISION}" in done.stderr


@pytest.mark.parametrize("name", ["sites/province.yml", "sites/so-tu-phap/decisions/2026-99.yml", "/etc/hostname"])
def test_only_a_decision_is_signed(root: Path, key: Path, name: str) -> None:
    done = sotay("sign", name, "--key", key, cwd=root)
    assert done.returncode == 2
    assert "không phải là tệp quyết định" in done.stderr


def test_either_a_key_or_a_signature_is_given(root: Path, key: Path) -> None:
    assert sotay("sign", DECISION, "--key", key, "--signature", key, cwd=root).returncode == 2


def said_of(root: Path, key: Path, **environment: str) -> str:
    """What stands against a key; nothing is written, and no traceback is shown."""
    before = (root / DECISION).read_bytes()
    done = sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root, **environment)
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert (root / DECISION).read_bytes() == before
    return done.stderr


def test_a_missing_key_file_is_named(root: Path) -> None:
    assert "không có tệp khóa" in said_of(root, root / "khong-co")


def test_a_key_that_others_can_read_is_refused(root: Path, key: Path) -> None:
    key.chmod(0o644)
    assert f"chmod 600 {key}" in said_of(root, key)


def test_a_passphrase_that_nobody_can_be_asked_for_has_a_remedy(root: Path, tmp_path: Path) -> None:
    assert "ssh-add" in said_of(root, a_key(tmp_path, "co-mat-khau", passphrase="mat-khau"))  # noqa: S106 - of a key that lives for a second


def test_a_public_key_without_its_secret_half_has_a_remedy(root: Path, key: Path) -> None:
    key.unlink()
    assert "ssh-agent" in said_of(root, key.with_name("le-van-c.pub"))


def test_what_is_no_key_is_named(root: Path, tmp_path: Path) -> None:
    (tmp_path / "ghi-chu").write_text("đây không phải là khóa\n", encoding="utf-8")
    (tmp_path / "ghi-chu").chmod(0o600)
    assert "không phải là tệp khóa SSH" in said_of(root, tmp_path / "ghi-chu")


def test_without_openssh_it_says_what_to_install(root: Path, key: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "OpenSSH" in said_of(root, key, PATH=str(tmp_path / "empty"))


def test_without_openssh_a_signature_is_an_error_and_never_valid(root: Path, key: Path, tmp_path: Path) -> None:
    assert sotay("sign", DECISION, "--key", key, *AS_OF, cwd=root).returncode == 0
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/git").symlink_to(shutil.which("git") or "")
    memory = str(tmp_path / "memory")
    refused = check(root, PATH=str(tmp_path / "bin"), SOTAY_CACHE_DIR=memory)
    assert refused.returncode == 1
    assert "ST325" in refused.stdout
    assert "không có lệnh ssh-keygen" in refused.stdout
    # Once OpenSSH is there, the same files are checked anew.
    assert check(root, SOTAY_CACHE_DIR=memory).returncode == 0


@pytest.fixture
def agent(tmp_path: Path) -> Iterator[str]:
    """The socket of an `ssh-agent` of the test's own."""
    socket = tmp_path / "agent"
    with subprocess.Popen(["ssh-agent", "-D", "-a", socket], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        running.stdout.readline()
        yield str(socket)
        running.send_signal(signal.SIGTERM)


def test_a_key_in_an_agent_signs_by_its_public_half(root: Path, tmp_path: Path, agent: str) -> None:
    key = a_key(tmp_path, "le-van-c")
    give_key(root, key)
    subprocess.run(["ssh-add", "-q", key], env=os.environ | {"SSH_AUTH_SOCK": agent}, check=True, capture_output=True)
    key.unlink()
    done = sotay("sign", DECISION, "--key", f"{key}.pub", *AS_OF, cwd=root, SSH_AUTH_SOCK=agent)
    assert done.returncode == 0, done.stdout + done.stderr
    assert check(root).returncode == 0


def test_a_secret_key_is_found_and_never_repeated(root: Path, key: Path) -> None:
    secret = key.read_text(encoding="ascii")
    block = "      - public: |\n" + "".join(f"          {line}\n" for line in secret.splitlines())
    edit(root / "sites/so-tu-phap/agency.yml", f"      - public: {public_line(key)}\n", block)
    for words in (
        ("check",),
        ("check", "--lang", "en"),
        ("check", "--format", "json"),
        ("sign", DECISION, "--key", key),
    ):
        done = sotay(*words, *AS_OF, cwd=root)
        said = done.stdout + done.stderr
        assert done.returncode
        assert not any(line in said for line in secret.splitlines()[1:-1])
        assert "PRIVATE" not in said
    assert "ST328" in sotay("check", *AS_OF, cwd=root).stdout


@pytest.mark.parametrize(
    "paste", ["    keys: {secret}\n", "    keys:\n      - {secret}\n", "    khoa: {secret}\n", "{block}"]
)
def test_a_secret_key_pasted_in_a_wrong_place_is_not_repeated_either(root: Path, key: Path, paste: str) -> None:
    secret = key.read_text(encoding="ascii")
    pasted = paste.format(secret=" ".join(secret.split("\n")), block=secret)
    edit(
        root / "sites/so-tu-phap/agency.yml",
        "    title: Giám đốc Sở Tư pháp\n",
        f"    title: Giám đốc Sở Tư pháp\n{pasted}",
    )
    done = check(root)
    assert "ST328" in done.stdout
    assert not any(line[:20] in done.stdout for line in secret.splitlines()[1:-1])


def test_two_decisions_of_one_signer_are_told_apart(root: Path, key: Path) -> None:
    for name in (DECISION, OTHER_DECISION):
        assert sotay("sign", name, "--key", key, *AS_OF, cwd=root).returncode == 0
    assert check(root).returncode == 0
