"""The signatures of an audit pack as files that OpenSSH checks by itself, without this program.

Reads: an AuditPack.
Returns: of each signed decision the text that was signed, the signature, and the keys of its agency.
"""

from __future__ import annotations

from collections.abc import Iterator

from sotay.history.canonical_decision import NAMESPACE, canonical_decision
from sotay.model.agency import Agency
from sotay.text.ssh_keys import PublicKey, read_public_key
from sotay.usecases.audit_pack import AuditPack, DecisionEvidence

FOLDER = "chu-ky"


def signature_name(evidence: DecisionEvidence) -> str:
    """Return where the signature of a decision stands in a pack, without an ending."""
    name = evidence.file.source.path.rpartition("/")[2].removesuffix(".yml")
    return f"{FOLDER}/{evidence.agency.id}/{name}"


def signed(pack: AuditPack) -> tuple[DecisionEvidence, ...]:
    """Return the decisions of a pack that bear a signature, whatever it is worth."""
    return tuple(evidence for evidence in pack.decisions if evidence.file.value.signature is not None)


def signature_files(pack: AuditPack) -> Iterator[tuple[str, str]]:
    """Yield the files by name."""
    for evidence in signed(pack):
        decision, name = evidence.file.value, signature_name(evidence)
        yield f"{name}.txt", canonical_decision(decision, evidence.agency.id, pack.province)
        yield f"{name}.sig", f"{(decision.signature or '').strip()}\n"
        yield f"{FOLDER}/{evidence.agency.id}/allowed_signers", "".join(_signers(evidence.agency.agency))


def _signers(agency: Agency) -> Iterator[str]:
    """The keys as OpenSSH wants them; whether they were valid on the day stands in the agency's file."""
    for person in agency.people:
        for key in person.keys:
            read = read_public_key(key.public)
            if isinstance(read, PublicKey):
                yield f'{person.id} namespaces="{NAMESPACE}" {read.line}\n'
