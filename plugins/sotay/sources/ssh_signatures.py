"""Signatures checked by OpenSSH's own `ssh-keygen -Y verify`, and remembered: the same input always gives the same.

Reads: texts, signatures and keys given by the caller; nothing of the user's own SSH settings.
Returns: a verdict. Without `ssh-keygen`, and where it says something else than yes or no, a signature stays unchecked.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from shutil import which

from sotay.history.canonical_decision import NAMESPACE
from sotay.history.signature_verdict import SignatureStanding, SignatureVerdict
from sotay.model.phrase import Phrase
from sotay.sources.sealed_store import SealedStore, sealed_store
from sotay.text.ssh_keys import PublicKey

_SIGNER = "signer"
_PATIENCE = 30
"""Seconds after which `ssh-keygen` is given up; it takes about a hundredth of one."""
_YES = f'Good "{NAMESPACE}" signature for {_SIGNER} '
_NO = "Could not verify signature"
"""How `ssh-keygen` says that it looked and the signature is not good …"""
_TROUBLE = ("Unable to open", "Permission denied", "No space left", "memory", "allocation", "unsupported")
"""… unless it adds that it could not look."""
_MISSING = Phrase(
    "máy này không có lệnh ssh-keygen (gói OpenSSH)", "this machine has no command ssh-keygen (of OpenSSH)"
)
_TOO_OLD = Phrase(
    "lệnh ssh-keygen của máy này quá cũ, cần OpenSSH 8.2 trở lên",
    "ssh-keygen of this machine is too old, OpenSSH 8.2 or later is needed",
)


class SshSignatures:
    """Checks signatures with `ssh-keygen`, each once, as far as the user's settings let verdicts be kept."""

    @cached_property
    def _store(self) -> SealedStore | None:
        """Opened only where there is a signature: most provinces have none."""
        return sealed_store()

    def check(self, text: str, signature: str, key: PublicKey) -> SignatureVerdict:
        """Return whether a key signed a text for the namespace of decisions."""
        parts = ("signature", NAMESPACE, key.line, signature, text)
        name = sha256(b"".join(b"%d %s" % (len(p), p) for p in map(str.encode, parts))).hexdigest()
        kept = self._store.find(name) if self._store else None
        if isinstance(kept, SignatureVerdict):
            return kept
        verdict = _verify(text, signature, key)
        if self._store and verdict.standing is not SignatureStanding.UNCHECKED:
            self._store.keep(name, verdict)
        return verdict


def _verify(text: str, signature: str, key: PublicKey) -> SignatureVerdict:
    program = which("ssh-keygen")
    if program is None:
        return SignatureVerdict(SignatureStanding.UNCHECKED, _MISSING)
    try:
        said, is_good = _asked(program, text, signature, key)
    except (OSError, subprocess.TimeoutExpired) as error:
        return _unchecked(str(error))
    if is_good and said.startswith(_YES):
        return SignatureVerdict(SignatureStanding.HOLDS)
    if _NO in said and not any(word in said for word in _TROUBLE):
        return SignatureVerdict(SignatureStanding.BROKEN)
    if "unknown option" in said or "illegal option" in said or "Unsupported operation" in said:
        return SignatureVerdict(SignatureStanding.UNCHECKED, _TOO_OLD)
    return _unchecked(said)


def _asked(program: str, text: str, signature: str, key: PublicKey) -> tuple[str, bool]:
    """What `ssh-keygen` says of a signature, and whether it ends well."""
    with tempfile.TemporaryDirectory(prefix="sotay-") as folder:
        # The key is stated as we read it: were it read otherwise there, the signature would be refused.
        allowed, armor = Path(folder) / "allowed_signers", Path(folder) / "signature"
        allowed.write_text(f'{_SIGNER} namespaces="{NAMESPACE}" {key.line}\n', encoding="ascii")
        armor.write_text(signature.strip() + "\n", encoding="utf-8")
        command = [program, "-Y", "verify", "-f", str(allowed), "-I", _SIGNER, "-n", NAMESPACE, "-s", str(armor)]
        finished = subprocess.run(  # noqa: S603 - ssh-keygen, with files and words of our own
            command, input=text.encode(), env=_environment(), capture_output=True, timeout=_PATIENCE, check=False
        )
    return (finished.stdout + finished.stderr).decode(errors="replace"), finished.returncode == 0


def _unchecked(said: str) -> SignatureVerdict:
    words = " ".join(said.split())
    told = Phrase(f"lệnh ssh-keygen báo “{words}”", f"ssh-keygen says “{words}”")
    return SignatureVerdict(SignatureStanding.UNCHECKED, told)


def _environment() -> dict[str, str]:
    """The environment in which `ssh-keygen` speaks English, whatever the user's language."""
    return os.environ | {"LC_ALL": "C", "LANGUAGE": "C"}
