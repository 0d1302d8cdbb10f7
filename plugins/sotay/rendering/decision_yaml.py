"""A decision as the text of its file."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.decision import Decision, DecisionItem


def decision_yaml(decision: Decision) -> str:
    """Return the YAML of a decision, one key a line, in the order in which a person reads it."""
    return "\n".join(_lines(decision)) + "\n"


def _lines(decision: Decision) -> Iterator[str]:
    yield f"number: {decision.number}"
    yield f"date: {decision.date}"
    yield f"effective_date: {decision.effective_date}"
    yield f"signed_by: {decision.signed_by}"
    yield f"kind: {decision.kind}"
    if decision.subject:
        yield f"subject: {_quoted(decision.subject)}"
    yield "documents:"
    for item in decision.documents:
        yield from _item(item)
    if decision.signature:
        yield signature_yaml(decision.signature).rstrip("\n")


def signature_yaml(signature: str) -> str:
    """Return the key of a signature, as a block of its own lines."""
    return "".join(f"{line}\n" for line in ("signature: |", *(f"  {line}" for line in signature.strip().splitlines())))


def _item(item: DecisionItem) -> Iterator[str]:
    yield f"  - code: {item.code}"
    yield f"    action: {item.action}"
    if item.version:
        yield f'    version: "{item.version}"'
    if item.fingerprint:
        yield f"    fingerprint: {item.fingerprint}"
    if item.valid_to:
        yield f"    valid_to: {item.valid_to}"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
