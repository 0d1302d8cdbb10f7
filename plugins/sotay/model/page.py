"""A hand-written page of the portal: not a controlled document."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import Field

from sotay.model.document import Body
from sotay.model.schema import Value
from sotay.model.source import Source


class PageMatter(Value):
    """The front matter of a hand-written page."""

    title: str | None = Field(None, title="tên", description="Tên trang.")
    description: str | None = Field(None, title="mô tả", description="Một câu về nội dung trang.")


@dataclass(frozen=True)
class Page:
    """A hand-written page as a file."""

    source: Source
    """The file and its faults of form."""
    matter: PageMatter
    """The front matter."""
    body: Body
    """Its text."""

    @property
    def name(self) -> str:
        """Its path within the portal's folder, without ending."""
        return self.source.path.split("/docs/", 1)[-1].removesuffix(".md")
