"""Bodies of the state that were abolished or renamed, so that nobody is sent to them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from sotay.model.schema import Date, Text, Value


class StateBody(Value):
    """A body, or a level of government, that no longer exists; an unknown day stays out, never guessed."""

    name: Text = Field(title="tên", description="Tên đầy đủ.")
    also: tuple[str, ...] = Field((), title="còn gọi là", description="Cách viết khác, viết tắt.")
    valid_to: Date | None = Field(
        None, title="đến ngày", description="Ngày cuối cùng còn hoạt động; bỏ trống nếu chưa tra được ngày."
    )
    successor: str | None = Field(None, title="kế tục", description="Cơ quan tiếp nhận nhiệm vụ.")
    legal_basis: str | None = Field(None, title="căn cứ", description="Số hiệu văn bản.")
    source: str = Field(title="nguồn", description="Nơi các thông tin này được lấy.")

    @property
    def names(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (self.name, *self.also)

    def is_gone(self, day: date) -> bool:
        """Return whether it no longer exists on a day; without a stated day it is gone already."""
        return self.valid_to is None or self.valid_to < day


class BodyRegister(Value):
    """`sites/bodies.yml`."""

    bodies: tuple[StateBody, ...] = Field(
        (), title="cơ quan", description="Các cơ quan đã giải thể, sáp nhập, đổi tên."
    )
