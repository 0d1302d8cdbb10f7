"""What the check of a signature against the text of its decision gave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sotay.model.phrase import Phrase


class SignatureStanding(StrEnum):
    """How a signature stands to a text."""

    HOLDS = "holds"
    """The key that it names signed exactly this text."""
    BROKEN = "broken"
    """It is not over this text."""
    UNCHECKED = "unchecked"
    """It could not be checked, which is never as good as valid."""


@dataclass(frozen=True, slots=True)
class SignatureVerdict:
    """How a decision's signature stands to its text."""

    standing: SignatureStanding
    reason: Phrase | None = None
    """Why it could not be checked; None where nobody tried."""
    fits: str | None = None
    """The path of another decision that the signature is over."""

    @property
    def holds(self) -> bool:
        """Whether the key signed exactly this text."""
        return self.standing is SignatureStanding.HOLDS
