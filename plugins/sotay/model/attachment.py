"""A file beside the texts: what a form offers for download, or what somebody left behind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Damage(StrEnum):
    """Why nothing certain can be said about the inside of a file."""

    LINK = "link"
    """A symbolic link, which is not followed."""
    UNOPENED = "unopened"
    TOO_LARGE = "too large"
    BROKEN = "broken"
    """Its inside is not what its ending promises, or cut off."""
    DISGUISED = "disguised"
    """It is a file of another kind with a changed ending."""
    ENCRYPTED = "encrypted"
    SWELLING = "swelling"
    """Unpacked it is far larger than any form."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is known of a file without showing it to anybody."""

    path: str
    """Relative to the repository, with forward slashes."""
    size: int
    """In bytes."""
    sha256: str
    """`sha256:` and 64 hexadecimal digits; empty for a file that was not read."""
    has_macros: bool = False
    """Whether it carries program code, or fetches some from elsewhere."""
    personal: tuple[tuple[str, str], ...] = ()
    """Document properties that name a person or an organisation, with their values."""
    damage: Damage | None = None
    """Why it cannot be looked into, if so."""

    @property
    def folder(self) -> str:
        """The folder in which it lies."""
        return self.path.rpartition("/")[0]

    @property
    def name(self) -> str:
        """The file's name with its ending."""
        return self.path.rpartition("/")[2]

    @property
    def ending(self) -> str:
        """What follows the last point of the name, in small letters; empty if there is none."""
        stem, point, ending = self.name.rpartition(".")
        return ending.lower() if point and stem else ""
