"""Where people say that something was late or wrong, or how it could be better (phản ánh, kiến nghị)."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import Field

from sotay.model.schema import Pattern, Text, Value

FEEDBACK_PLACES: Final = ("code", "version", "title")
"""What an address may leave open, to be filled in on the page of each procedure."""
_BRACES = re.compile(r"\{(?P<name>[^{}]*)\}|[{}]")

SecureAddress = Annotated[
    str, Pattern(r"https://[^\s/?#@\\]+\.[^\s/?#@\\]+([/?#]\S*)?", "https://phananh.example/gui?thu-tuc={code}")
]
"""An address of the web that is read over an encrypted connection."""

EmailAddress = Annotated[str, Pattern(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", "phananh@tinh.example")]
"""A mailbox of an agency, never of a person."""


class Feedback(Value):
    """Nơi nhận phản ánh, kiến nghị; in `url`, {code}, {version} and {title} stand for those of the procedure."""

    url: SecureAddress | None = Field(
        None,
        title="trang",
        description="Địa chỉ https của trang nhận phản ánh; {code}, {version}, {title} được thay bằng của thủ tục.",
    )
    email: EmailAddress | None = Field(None, title="thư điện tử", description="Hộp thư nhận phản ánh của cơ quan.")
    phone: Text | None = Field(None, title="điện thoại", description="Đường dây nhận phản ánh của cơ quan.")
    address: Text | None = Field(None, title="địa chỉ", description="Nơi tiếp công dân, nhận đơn thư.")

    @property
    def unknown_places(self) -> tuple[str, ...]:
        """What stands in braces in the address and no page can fill in; of a brace without its pair, the brace."""
        found = (match for match in _BRACES.finditer(self.url or "") if match["name"] not in FEEDBACK_PLACES)
        return tuple(dict.fromkeys(match["name"] or match[0] for match in found))

    @property
    def is_stated(self) -> bool:
        """Whether it names any way to be heard."""
        return any((self.url, self.email, self.phone, self.address))
