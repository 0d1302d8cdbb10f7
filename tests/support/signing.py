"""Real SSH keys for tests, and a small clean province whose people hold them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.support.rule_examples import clean_texts

KEYS = Path(__file__).resolve().parents[1] / "keys"
"""Keys that never change, for signatures that are written down; known to everybody and good for tests only."""
DECISION = "sites/so-tu-phap/decisions/2026-52.yml"
"""A decision of the small province: Lê Văn C of Sở Tư pháp issued the quality manual on 6 July 2026."""
OTHER_DECISION = "sites/so-tu-phap/decisions/2026-45.yml"
"""An earlier one of the same signer."""


def a_province(folder: Path) -> Path:
    """Write the small clean province into a folder, and return its root."""
    for name, text in clean_texts().items():
        path = folder / "province" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "province"


def a_key(folder: Path, name: str = "khoa", kind: str = "ed25519", passphrase: str = "") -> Path:
    """Make a key, and return the file of its secret half."""
    path = folder / name
    command = ["ssh-keygen", "-q", "-t", kind, "-N", passphrase, "-C", name, "-f", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def kept_key(folder: Path, name: str) -> Path:
    """Return a copy of a key of the tests that only its owner can read, as OpenSSH wants it."""
    path = Path(shutil.copy(KEYS / name, folder / name))
    shutil.copy(KEYS / f"{name}.pub", folder / f"{name}.pub")
    path.chmod(0o600)
    return path


def public_line(key: Path) -> str:
    """Return the public half of a key as one line, without its comment."""
    return " ".join(key.with_name(f"{key.name}.pub").read_text(encoding="utf-8").split()[:2])


def signed_text(text: str, key: Path, namespace: str = "decision@sotay") -> str:
    """Sign a text with OpenSSH alone, and return the armored signature."""
    command = ["ssh-keygen", "-Y", "sign", "-f", str(key), "-n", namespace]
    return subprocess.run(command, input=text.encode(), check=True, capture_output=True).stdout.decode()


def give_key(
    root: Path,
    key: Path,
    person: str = "le-van-c",
    agency: str = "so-tu-phap",
    since: str = "2026-01-01",
    until: str | None = None,
) -> None:
    """State a key of a person in an agency's file."""
    path = root / f"sites/{agency}/agency.yml"
    text = path.read_text(encoding="utf-8")
    entry = f"      - public: {public_line(key)}\n        valid_from: {since}\n"
    entry += f"        valid_to: {until}\n" if until else ""
    whose = rf"(  - id: {person}\n    name: .*\n    title: .*\n)"
    held = re.search(whose + r"    keys:\n", text)
    if held:
        text = text[: held.end()] + entry + text[held.end() :]
    else:
        text, count = re.subn(whose, rf"\g<1>    keys:\n{entry}", text)
        assert count == 1, f"{person} is not in {path}"
    path.write_text(text, encoding="utf-8")


def demand_signatures(root: Path, since: str | None) -> None:
    """Let the province demand signatures, from a day or of all decisions."""
    path = root / "sites/province.yml"
    stated = "evidence: signature\n" + (f"evidence_from: {since}\n" if since else "")
    path.write_text(path.read_text(encoding="utf-8") + stated, encoding="utf-8")
