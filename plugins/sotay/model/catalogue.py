"""The catalogues of the library: administrative fields and life events."""

from __future__ import annotations

from pydantic import Field

from sotay.model.schema import DocumentCode, Identifier, Value


class AdministrativeField(Value):
    """Lĩnh vực."""

    id: Identifier = Field(title="mã", description="Mã lĩnh vực.")
    name: str = Field(title="tên", description="Tên lĩnh vực.")
    order: int = Field(0, title="thứ tự", description="Thứ tự trình bày.")


class FieldCatalogue(Value):
    """`procedures/fields.yml`."""

    entries: tuple[AdministrativeField, ...] = Field((), alias="fields", title="lĩnh vực", description="Các lĩnh vực.")


class LifeEvent(Value):
    """Sự kiện trong đời, with the procedures it calls for, in order."""

    id: Identifier = Field(title="mã", description="Mã sự kiện.")
    name: str = Field(title="tên", description="Tên sự kiện.")
    summary: str | None = Field(None, title="tóm tắt", description="Một dòng về các việc cần làm.")
    procedures: tuple[DocumentCode, ...] = Field((), title="thủ tục", description="Mã hiệu thủ tục, theo thứ tự làm.")


class LifeEventCatalogue(Value):
    """`procedures/life-events.yml`."""

    events: tuple[LifeEvent, ...] = Field((), title="sự kiện", description="Các sự kiện.")
