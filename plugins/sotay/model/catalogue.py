"""The catalogues of the library: administrative fields, life events and templates."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from sotay.model.document import DocumentKind
from sotay.model.schema import Date, DocumentCode, Flag, Identifier, Symbol, Text, Value, Whole


class CodeForm(Value):
    """How the codes of some kinds of document are made up."""

    kinds: tuple[DocumentKind, ...] = Field(title="loại tài liệu", description="Các loại tài liệu.", min_length=1)
    form: str = Field(
        title="dạng",
        description="Ví dụ QT-{field}-{no}: {field} ký hiệu thư mục, {agency} ký hiệu cơ quan, {no} hai chữ số.",
        min_length=1,
    )


class AdministrativeField(Value):
    """Lĩnh vực."""

    id: Identifier = Field(title="mã", description="Mã lĩnh vực.")
    name: Text = Field(title="tên", description="Tên lĩnh vực.")
    order: Whole = Field(0, title="thứ tự", description="Thứ tự trình bày.")
    symbol: Symbol | None = Field(None, title="ký hiệu", description="Phần chỉ lĩnh vực trong mã hiệu, ví dụ HT.")


class Collection(Value):
    """A folder of the library that is no administrative field, such as the documents of the QMS."""

    id: Identifier = Field(title="mã", description="Tên thư mục trong procedures/.")
    name: Text = Field(title="tên", description="Tên bộ tài liệu.")
    symbol: Symbol | None = Field(None, title="ký hiệu", description="Phần chỉ bộ tài liệu trong mã hiệu, ví dụ QMS.")


class FieldCatalogue(Value):
    """`procedures/fields.yml`."""

    entries: tuple[AdministrativeField, ...] = Field((), alias="fields", title="lĩnh vực", description="Các lĩnh vực.")
    collections: tuple[Collection, ...] = Field(
        (), title="bộ tài liệu", description="Các thư mục không phải là lĩnh vực."
    )


class Choice(StrEnum):
    """What the procedures of one step are to each other."""

    ONE = "one"
    ALL = "all"


class Join(StrEnum):
    """What a step is to the step before it."""

    THEN = "then"
    AND = "and"
    OR = "or"


class LifeEventStep(Value):
    """One thing to do in an event, with the procedures that do it."""

    title: Text = Field(title="việc", description="Việc người dân làm.")
    join: Join = Field(
        Join.THEN, title="nối với bước trên", description="Làm sau bước trên, làm trước hay sau đều được, hoặc thay."
    )
    choose: Choice | None = Field(
        None, title="chọn", description="one là hoặc, all là và; phải ghi khi bước có từ hai thủ tục."
    )
    when: str | None = Field(None, title="khi nào", description="Chỉ làm trong trường hợp này.")
    note: str | None = Field(
        None, title="lưu ý", description="Một câu; bước không có thủ tục nào thì nói rõ làm ở đâu."
    )
    procedures: tuple[DocumentCode, ...] = Field((), title="thủ tục", description="Mã hiệu thủ tục của bước.")


class LifeEvent(Value):
    """Sự kiện trong đời, with the steps to take, in order."""

    id: Identifier = Field(title="mã", description="Mã sự kiện.")
    name: Text = Field(title="tên", description="Tên sự kiện.")
    summary: str | None = Field(None, title="tóm tắt", description="Một dòng về các việc cần làm.")
    steps: tuple[LifeEventStep, ...] = Field((), title="các bước", description="Các bước, theo thứ tự làm.")

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all procedures it names, in the order of the steps."""
        return tuple(code for step in self.steps for code in step.procedures)


class LifeEventCatalogue(Value):
    """`procedures/life-events.yml`."""

    events: tuple[LifeEvent, ...] = Field((), title="sự kiện", description="Các sự kiện.")


class TemplateSection(Value):
    """One section of a template."""

    title: Text = Field(title="mục", description="Tên mục, như ghi sau dấu ## trong tài liệu.")
    optional: Flag = Field(False, title="không bắt buộc", description="Tài liệu có thể không có mục này.")
    rendered: Flag = Field(False, title="tự sinh", description="Máy sinh mục này từ dữ liệu; không gõ lại.")


class DocumentTemplate(Value):
    """A version of the sections that some kinds of document must have, in their order."""

    id: Text = Field(title="mã", description="Mã và lần, ví dụ QT@1.")
    name: Text = Field(title="tên", description="Tên mẫu.")
    kinds: tuple[DocumentKind, ...] = Field(title="loại tài liệu", description="Các loại phải theo.", min_length=1)
    valid_from: Date = Field(title="từ ngày", description="Tài liệu ban hành từ ngày này phải theo mẫu.")
    valid_to: Date | None = Field(None, title="đến ngày", description="Ngày cuối cùng được ban hành theo mẫu.")
    sections: tuple[TemplateSection, ...] = Field(title="các mục", description="Các mục, theo thứ tự.", min_length=1)


class TemplateCatalogue(Value):
    """`procedures/templates.yml`."""

    templates: tuple[DocumentTemplate, ...] = Field((), title="mẫu", description="Các mẫu bố cục, từng lần.")
