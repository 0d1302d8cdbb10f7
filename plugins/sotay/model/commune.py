"""The communes and wards of a province, so that people can say where they live."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from sotay.model.schema import Pattern, Text, Value

CommuneCode = Annotated[str, Pattern(r"[0-9]{5}", "05977")]
"""The code of a commune or ward in the national list of administrative units: five digits."""


class Commune(Value):
    """A commune or ward as it is today."""

    code: CommuneCode = Field(title="mã", description="Mã đơn vị hành chính cấp xã, năm chữ số, để trong ngoặc kép.")
    name: Text = Field(title="tên", description="Tên đầy đủ, ví dụ Phường Đông Kinh.")
    former: tuple[Text, ...] = Field((), title="tên cũ", description="Các xã, phường, thị trấn đã nhập vào đây.")


class CommuneRegister(Value):
    """`sites/communes.yml`."""

    source: str | None = Field(None, title="nguồn", description="Văn bản hoặc danh mục mà tên và mã được lấy từ đó.")
    communes: tuple[Commune, ...] = Field((), title="xã, phường", description="Các xã, phường của tỉnh.")
