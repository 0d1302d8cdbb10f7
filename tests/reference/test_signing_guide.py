"""The commands of docs/chu-ky.md do what the guide says, typed as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from sotay.model.agency import SigningKey
from sotay.rules.catalogue import RULES
from tests.support.command import COMMAND, REPOSITORY
from tests.support.signing import a_province, give_key

GUIDE = (REPOSITORY / "docs/chu-ky.md").read_text(encoding="utf-8")
ISSUED = "sites/so-tu-phap/decisions/2026-61.yml"
UNSIGNED = """number: 61/QĐ-STP
date: 2026-09-30
effective_date: 2026-10-15
signed_by: le-van-c
kind: issue
documents:
  - code: QT-QMS-01
    action: withdraw
"""


def commands(about: str) -> str:
    """The commands below a mark of the guide, as a script."""
    found = re.search(rf"<!-- {about} -->\n *```\n(.*?)\n *```", GUIDE, re.DOTALL)
    assert found, about
    return found[1]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small province, in which an unsigned decision 61 lies, and a home with a key as the guide makes it."""
    root, home = a_province(tmp_path), tmp_path / "home"
    (home / ".ssh").mkdir(parents=True)
    made = re.search(r"^ssh-keygen -t ed25519 -f .*$", GUIDE, re.MULTILINE)
    assert made
    run(f"{made[0]} -N ''", root)
    give_key(root, home / ".ssh/ky-quyet-dinh", since="2026-09-01")
    (root / ISSUED).write_text(UNSIGNED, encoding="utf-8")
    return root


def run(script: str, root: Path) -> str:
    """Run a script in the province as a user would; the installed command is on the path."""
    environment = os.environ | {
        "HOME": str(root.parent / "home"),
        "PATH": f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}",
    }
    environment.pop("SSH_AUTH_SOCK", None)
    # OpenSSH asks the system, not the environment, where the home is; the shell writes the path out.
    done = subprocess.run(
        ["bash", "-ec", script], cwd=root, env=environment, capture_output=True, text=True, check=False,
        start_new_session=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_decision_is_signed_elsewhere_then_verified_by_openssh_alone(root: Path) -> None:
    run(commands("ký ở máy khác"), root)
    assert "-----BEGIN SSH SIGNATURE-----" in (root / ISSUED).read_text(encoding="utf-8")
    run("cp ~/.ssh/ky-quyet-dinh.pub le-van-c.pub", root)
    said = run(commands("tự kiểm tra"), root)
    mark = run("ssh-keygen -l -f ~/.ssh/ky-quyet-dinh.pub", root).split()[1]
    assert said.startswith('Good "decision@sotay" signature for le-van-c')
    assert mark in said


def test_openssh_alone_refuses_what_was_changed(root: Path) -> None:
    run(commands("ký ở máy khác"), root)
    run("cp ~/.ssh/ky-quyet-dinh.pub le-van-c.pub", root)
    changed = (root / ISSUED).read_text(encoding="utf-8").replace("2026-10-15", "2026-10-16")
    (root / ISSUED).write_text(changed, encoding="utf-8")
    with pytest.raises(AssertionError, match="Could not verify signature"):
        run(commands("tự kiểm tra"), root)


def test_what_is_signed_can_be_written_by_hand_from_the_guide(root: Path) -> None:
    by_hand = """sotay-decision 1
{
  "agency": "so-tu-phap",
  "decision": {
    "date": "2026-09-30",
    "documents": [
      {
        "action": "withdraw",
        "code": "QT-QMS-01"
      }
    ],
    "effective_date": "2026-10-15",
    "kind": "issue",
    "number": "61/QĐ-STP",
    "signed_by": "le-van-c"
  },
  "province": "20"
}
"""
    assert run(f"sotay sign {ISSUED}", root) == by_hand


def test_history_says_when_a_key_came(root: Path) -> None:
    author = "-c user.name=A -c user.email=a@sotay.invalid"
    run(f"git init -q && git add -A && git {author} commit -qm 'Giao khóa'", root)
    blob = (root.parent / "home/.ssh/ky-quyet-dinh.pub").read_text(encoding="utf-8").split()[1]
    asked = re.sub(r"-S'[^']*'", f"-S'{blob}'", commands("khóa vào kho khi nào"))
    assert run(asked.strip(), root).endswith("A: Giao khóa\n")


def test_the_guide_names_every_key_and_every_rule() -> None:
    for name in SigningKey.model_fields:
        assert f"`{name}`" in GUIDE
    codes = [rule.code for rule in RULES if rule.code.startswith("ST32")]
    assert re.findall(r"^\| (ST\d+) \|", GUIDE, re.MULTILINE) == codes
