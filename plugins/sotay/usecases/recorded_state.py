"""What a change is held against: the province as a commit has it, as far as it is not to be changed afterwards.

Reads: the province of the commit and that of the working tree.
Returns: a Recorded. Of the recorded signatures only those are checked that are otherwise now.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.history.canonical_decision import NAMESPACE
from sotay.history.signature_verdict import SignatureVerdict
from sotay.model.province import Province
from sotay.rules.examination import Recorded
from sotay.text.ssh_signatures import SshSignature, read_ssh_signature
from sotay.usecases.verify_signatures import SignatureCheck, canonical_texts


def recorded_state(reference: str, before: Province, now: Province, signatures: SignatureCheck) -> Recorded:
    """Return what the commit that a user calls `reference` has of the province."""
    verdicts = dict(_verdicts(before, now, signatures))
    return Recorded(reference, before.agencies, before.settings, before.calendar, before.releases, verdicts)


def _verdicts(before: Province, now: Province, signatures: SignatureCheck) -> Iterator[tuple[str, SignatureVerdict]]:
    kept = {(file.source.path, file.value.signature) for agency in now.agencies for file in agency.decisions}
    decisions = [file for agency in before.agencies for file in agency.decisions]
    changed = {f.source.path: f.value.signature for f in decisions if (f.source.path, f.value.signature) not in kept}
    texts = canonical_texts(before) if any(changed.values()) else {}
    for path, armor in changed.items():
        read = read_ssh_signature(armor) if armor is not None else None
        if armor is not None and isinstance(read, SshSignature) and read.namespace == NAMESPACE:
            yield path, signatures.check(texts[path], armor, read.key)
