"""A release: what was published on a day from a commit, for whom, and the digest by which it is known again."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from sotay.model.schema import Date, Pattern, Sha256, Value

RELEASES = "releases"
"""The folder under `sites/` that holds the records of releases; no agency may be called so."""

Commit = Annotated[str, Pattern(r"[0-9a-f]{40}|[0-9a-f]{64}", "3f786850e387550fdab836ed7e6dc881de23001b")]
"""The full name of a Git commit."""

Day = Annotated[Date, BeforeValidator(lambda value: value.isoformat() if isinstance(value, date) else value)]
"""A calendar day of something that the program itself writes: a day, or its text as it was written."""


class Edition(StrEnum):
    """For whom a site is made."""

    PUBLIC = "public"
    """Public documents only."""
    INTERNAL = "internal"
    """All documents, the records, and the notes to staff."""


class Release(Value):
    """`sites/releases/<day>-<commit>.yml`: a release that the province vouches for (TCVN ISO 9001:2015, 7.5.3.2)."""

    as_of: Day = Field(title="ngày xét", description="Ngày mà bản phát hành cho biết hiện trạng.")
    edition: Edition = Field(title="ấn bản", description="public là công khai, internal là nội bộ.")
    commit: Commit = Field(title="phiên bản kho", description="Tên đầy đủ của phiên bản Git đã dùng để dựng.")
    known_at: Day | None = Field(
        None, title="ngày biết", description="Ngày của phiên bản kho, nếu dựng theo điều kho đã biết khi đó."
    )
    digest: Sha256 = Field(title="mã băm", description="SHA-256 của tệp release.json.")
