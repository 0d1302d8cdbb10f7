"""A record of the national database of administrative procedures, as one JSON object.

Reads: what JSON reading produced.
Returns: a typed record, or a RecordError with the reason; keys that are not known here are kept as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from sotay.model.phrase import Phrase

Text = str | None
_MOST_COPIES = 1_000_000
IGNORED = frozenset({"quality_flags"})
"""Keys that say nothing about the procedure: what others found wrong with the record is found here anew."""


class Row(BaseModel):
    """A part of a record: strict types, every key may be absent or null, unknown keys are kept."""

    model_config = ConfigDict(strict=True, frozen=True, extra="allow")


class ChannelRow(Row):
    """One row of `cach_thuc_thuc_hien`."""

    hinh_thuc: Text = Field(None, title="Hình thức nộp")
    thoi_han: Text = Field(None, title="Thời hạn")
    don_vi: Text = Field(None, title="Đơn vị của thời hạn")
    phi_le_phi: Text = Field(None, title="Phí, lệ phí")
    mo_ta: Text = Field(None, title="Mô tả")


class PaperRow(Row):
    """One row of `giay_to`."""

    ten: Text = Field(None, title="Tên giấy tờ")
    mau_don: Text = Field(None, title="Mẫu đơn, tờ khai")
    ban_chinh: int | None = Field(None, title="Số bản chính", ge=0, le=_MOST_COPIES)
    ban_sao: int | None = Field(None, title="Số bản sao", ge=0, le=_MOST_COPIES)


class PaperGroup(Row):
    """One case of `thanh_phan_ho_so`."""

    truong_hop: Text = Field(None, title="Trường hợp")
    giay_to: list[PaperRow] | None = Field(None, title="Giấy tờ")


class ResultRow(Row):
    """One row of `ket_qua`."""

    ten: Text = Field(None, title="Kết quả xử lý")
    ma: Text = Field(None, title="Mã kết quả")


class RecordSource(Row):
    """Where and when a record was taken."""

    repo: Text = Field(None, title="Kho dữ liệu")
    path: Text = Field(None, title="Tệp trong kho")
    commit: Text = Field(None, title="Bản của kho")
    portal_url: Text = Field(None, title="Địa chỉ trên Cổng")
    as_of: Text = Field(None, title="Thời điểm dữ liệu")


class TthcRecord(Row):
    """A national record; only the title is indispensable."""

    ma_thu_tuc: Text = Field(None, title="Mã thủ tục")
    ten_thu_tuc: str = Field(title="Tên thủ tục", pattern=r"\S")
    so_quyet_dinh_cong_bo: Text = Field(None, title="Số quyết định")
    cap_thuc_hien: list[str] | None = Field(None, title="Cấp thực hiện")
    loai_thu_tuc: Text = Field(None, title="Loại thủ tục")
    linh_vuc: Text = Field(None, title="Lĩnh vực")
    doi_tuong_thuc_hien: list[str] | None = Field(None, title="Đối tượng thực hiện")
    co_quan_thuc_hien: Text = Field(None, title="Cơ quan thực hiện")
    co_quan_co_tham_quyen: Text = Field(None, title="Cơ quan có thẩm quyền")
    co_quan_duoc_uy_quyen: Text = Field(None, title="Cơ quan được ủy quyền")
    co_quan_phoi_hop: Text = Field(None, title="Cơ quan phối hợp")
    dia_chi_tiep_nhan_hs: Text = Field(None, title="Địa chỉ tiếp nhận hồ sơ")
    thu_tuc_lien_quan: Any = Field(None, title="Thủ tục hành chính liên quan")
    cach_thuc_thuc_hien: list[ChannelRow] | None = Field(None, title="Cách thức thực hiện")
    thanh_phan_ho_so: list[PaperGroup] | None = Field(None, title="Thành phần hồ sơ")
    can_cu_phap_ly: list[str] | None = Field(None, title="Căn cứ pháp lý")
    yeu_cau_dieu_kien: Text = Field(None, title="Yêu cầu, điều kiện thực hiện")
    ket_qua: list[ResultRow] | None = Field(None, title="Kết quả xử lý")
    bo_nganh_cong_bo: Text = Field(None, title="Bộ, ngành công bố")
    trinh_tu_thuc_hien: Text = Field(None, title="Trình tự thực hiện")
    source: RecordSource | None = Field(None, title="Nguồn dữ liệu")

    @property
    def channels(self) -> list[ChannelRow]:
        """The rows of the channels."""
        return self.cach_thuc_thuc_hien or []

    @property
    def groups(self) -> list[PaperGroup]:
        """The cases of the dossier."""
        return self.thanh_phan_ho_so or []


@dataclass(frozen=True, slots=True)
class RecordError:
    """Why something is not a record."""

    reason: Phrase
    """One clause."""


_KINDS = {
    "string_type": Phrase("phải là chữ", "must be text"),
    "int_type": Phrase("phải là số nguyên", "must be a whole number"),
    "list_type": Phrase("phải là danh sách", "must be a list"),
    "model_type": Phrase("phải là một đối tượng JSON", "must be a JSON object"),
    "less_than_equal": Phrase("quá lớn", "is too large"),
    "greater_than_equal": Phrase("không được âm", "must not be negative"),
}
_OTHER = Phrase("sai kiểu", "is of the wrong type")


def read_record(value: object) -> TthcRecord | RecordError:
    """Return a value of JSON as a record, or say why it is none."""
    if not isinstance(value, dict):
        return RecordError(Phrase("không phải một đối tượng JSON", "not a JSON object"))
    try:
        return TthcRecord.model_validate(value)
    except ValidationError as error:
        return RecordError(_reason(error.errors(include_url=False, include_input=False)[0]))


def unknown_keys(row: Row, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield the path and value of every key of a record, or of a part of it, that is not known here."""
    for name, value in (row.model_extra or {}).items():
        if path or name not in IGNORED:
            yield f"{path}{name}", value
    for name in type(row).model_fields:
        value = getattr(row, name)
        for index, part in enumerate(value if isinstance(value, list) else [value], start=1):
            if isinstance(part, Row):
                place = f"{name}.{index}" if isinstance(value, list) else name
                yield from unknown_keys(part, f"{path}{place}.")


def _reason(detail: ErrorDetails) -> Phrase:
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in detail["loc"])
    if name == "ten_thu_tuc" and detail["type"] in ("missing", "string_pattern_mismatch"):
        return Phrase("không có tên thủ tục (ten_thu_tuc)", "there is no title (ten_thu_tuc)")
    kind = _KINDS.get(detail["type"], _OTHER)
    return Phrase(f"khóa {name} {kind.vi}", f"the key {name} {kind.en}")
