"""What the signature of each decision is worth: whether it is over the text, and by whom it may have been made.

Reads: an examined province whose signatures were checked.
Returns: the worth of each decision's signature, by the path of the decision.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from sotay.history.signature_verdict import SignatureStanding
from sotay.model.decision import Decision
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.approval.key_holders import is_of_signer, signature_of
from sotay.rules.examination import Examination
from sotay.text.ssh_signatures import SshSignature


class SignatureWorth(StrEnum):
    """What a decision's signature is worth."""

    VALID = "valid"
    """Its signer signed exactly this text, with a key that was theirs on the day."""
    NONE = "none"
    """There is no signature."""
    UNCHECKED = "unchecked"
    """It could not be checked here."""
    NOT_OVER_TEXT = "not_over_text"
    """It is unreadable, weak, made for another purpose, or over another text."""
    NOT_SIGNERS = "not_signers"
    """It is over the text, but the key was not the signer's on the day."""


def signature_worths(examination: Examination) -> Mapping[str, SignatureWorth]:
    """Return what each decision's signature is worth; the keys are those that the agency's file states."""
    return dict(_worths(examination))


def _worths(examination: Examination) -> Iterator[tuple[str, SignatureWorth]]:
    for agency in examination.province.agencies:
        for file in agency.decisions:
            yield file.source.path, _worth(file, agency, examination)


def _worth(file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> SignatureWorth:
    read, verdict = signature_of(file), examination.signatures.get(file.source.path)
    if read is None:
        return SignatureWorth.NONE
    if not isinstance(read, SshSignature) or verdict is None or verdict.standing is SignatureStanding.BROKEN:
        return SignatureWorth.NOT_OVER_TEXT
    if not is_of_signer(read, file.value, agency.agency):
        return SignatureWorth.NOT_SIGNERS
    return SignatureWorth.VALID if verdict.holds else SignatureWorth.UNCHECKED
