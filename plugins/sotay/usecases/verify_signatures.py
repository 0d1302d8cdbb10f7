"""Checks the signatures of all decisions against their texts, through a port.

Reads: a province.
Returns: a verdict for each decision whose signature can be read and was made for decisions; the rules say the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from sotay.history.canonical_decision import NAMESPACE, canonical_decision
from sotay.history.signature_verdict import SignatureStanding, SignatureVerdict
from sotay.model.province import Province
from sotay.text.ssh_keys import PublicKey
from sotay.text.ssh_signatures import SshSignature, read_ssh_signature


class SignatureCheck(Protocol):
    """Checks signatures."""

    def check(self, text: str, signature: str, key: PublicKey) -> SignatureVerdict:
        """Return whether a key signed a text for the namespace of decisions."""


class NoSignatureCheck:
    """The answer where nothing can check signatures."""

    def check(self, text: str, signature: str, key: PublicKey) -> SignatureVerdict:
        """Return that it was not checked."""
        return SignatureVerdict(SignatureStanding.UNCHECKED)


def verify_signatures(province: Province, signatures: SignatureCheck) -> Mapping[str, SignatureVerdict]:
    """Return the verdicts by the paths of the decisions; of a broken signature also what else it is over."""
    signed = list(_signed(province))
    if not signed:
        return {}
    texts = canonical_texts(province)
    verdicts: dict[str, SignatureVerdict] = {}
    for path, armor, read in signed:
        verdict = signatures.check(texts[path], armor, read.key)
        if verdict.standing is SignatureStanding.BROKEN:
            others = _likely_first(path, armor, signed, texts)
            fits = (other for other in others if signatures.check(texts[other], armor, read.key).holds)
            verdict = replace(verdict, fits=next(fits, None))
        verdicts[path] = verdict
    return verdicts


def canonical_texts(province: Province) -> Mapping[str, str]:
    """Return the text that each decision's signer signs, by the path of the decision."""
    code = province.settings.value.code
    return {
        file.source.path: canonical_decision(file.value, agency.id, code)
        for agency in province.agencies
        for file in agency.decisions
    }


def _signed(province: Province) -> Iterator[tuple[str, str, SshSignature]]:
    """The decisions whose signature can be checked: path, armored signature, and what it says of itself."""
    for agency in province.agencies:
        for file in agency.decisions:
            armor = file.value.signature
            read = read_ssh_signature(armor) if armor is not None else None
            if armor is not None and isinstance(read, SshSignature) and read.namespace == NAMESPACE:
                yield file.source.path, armor, read


def _likely_first(
    path: str, armor: str, signed: list[tuple[str, str, SshSignature]], texts: Mapping[str, str]
) -> list[str]:
    """The other decisions, those first that bear the same signature."""
    bearers = {other for other, its_armor, _ in signed if its_armor.split() == armor.split()}
    return sorted((other for other in texts if other != path), key=lambda other: other not in bearers)
