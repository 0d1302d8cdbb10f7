"""How far a province may ease a rule, by its code."""

from __future__ import annotations

from sotay.model.finding import Severity

_WEIGHTS = (Severity.ADVICE, Severity.WARNING, Severity.ERROR)
_FIXED = ("ST1", "ST2", "ST3", "ST44", "ST80")
"""Control block, approval, change control, safety of files and of text: without these nothing else can be believed."""
_HOUSE_STYLE = ("ST116", "ST117", "ST118", "ST119", "ST12")
"""Forms of codes and templates: conventions, which older documents may predate."""


def weight(severity: Severity) -> int:
    """Return the rank of a severity: the higher, the graver."""
    return _WEIGHTS.index(severity)


def may_be_lowered(code: str) -> bool:
    """Return whether a province may let a rule weigh less, for good or for a time."""
    return not code.startswith(_FIXED)


def may_spare_older_documents(code: str) -> bool:
    """Return whether a province may let a rule hold only for documents approved from some day on."""
    return may_be_lowered(code) or code.startswith(_HOUSE_STYLE)
