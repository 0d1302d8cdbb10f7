"""Whose the keys of signatures are, and which decisions bear a signature that counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sotay.model.agency import Agency, Person, SigningKey
from sotay.model.decision import Decision
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.examination import Examination
from sotay.text.ssh_keys import PublicKey, read_public_key
from sotay.text.ssh_signatures import SignatureFault, SshSignature, read_ssh_signature


@dataclass(frozen=True)
class KeyHolder:
    """A person whose key it is, and the agency in whose file the key stands."""

    agency: AgencyFiles
    person: Person
    key: SigningKey


def key_holders(examination: Examination) -> Mapping[bytes, tuple[KeyHolder, ...]]:
    """Return who holds each key of the province, by the bytes of the key; keys that cannot serve are left out."""
    holders: defaultdict[bytes, list[KeyHolder]] = defaultdict(list)
    for agency in examination.province.agencies:
        for person in agency.agency.people:
            for key in person.keys:
                read = read_public_key(key.public)
                if isinstance(read, PublicKey):
                    holders[read.blob].append(KeyHolder(agency, person, key))
    return {blob: tuple(found) for blob, found in holders.items()}


def signature_of(file: FileOf[Decision]) -> SshSignature | SignatureFault | None:
    """Return what a decision's signature says of itself, or why it is none; None where there is none."""
    armor = file.value.signature
    return None if armor is None else read_ssh_signature(armor)


def is_of_signer(signature: SshSignature, decision: Decision, agency: Agency) -> bool:
    """Return whether a signature is made with a key that was its decision's signer's on the day of the decision."""
    signer = agency.person(decision.signed_by)
    keys = signer.keys if signer else ()
    return any(key.holds_on(decision.date) and read_public_key(key.public) == signature.key for key in keys)


def valid_key(file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> PublicKey | None:
    """Return the key with which the signer signed a decision, valid on its day; None if the signature does not count.

    Whether the signer had authority is a question of its own (ST209).
    """
    read, verdict = signature_of(file), examination.signatures.get(file.source.path)
    if not isinstance(read, SshSignature) or verdict is None or not verdict.holds:
        return None
    return read.key if is_of_signer(read, file.value, agency.agency) else None
