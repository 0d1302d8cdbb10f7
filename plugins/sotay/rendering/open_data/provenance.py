"""What every file of open data says of itself: of which day and commit it is, and what its reader must know."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from sotay.model.release import Edition
from sotay.model.schema import Flag, Value
from sotay.usecases.publication import Publication


class Provenance(Value):
    """Where the facts of a file come from."""

    province: str = Field(title="tỉnh", description="Tên tỉnh.")
    province_code: str = Field(title="mã tỉnh", description="Mã tỉnh của Tổng cục Thống kê.")
    notice: str | None = Field(None, title="thông báo", description="Lưu ý của tỉnh về dữ liệu này, nếu có.")
    terms: str | None = Field(None, title="điều khoản", description="Điều khoản dùng lại dữ liệu, nếu tỉnh đã nêu.")
    as_of: date = Field(title="ngày xét", description="Ngày mà dữ liệu cho biết hiện trạng.")
    commit: str | None = Field(None, title="phiên bản kho", description="Phiên bản Git của kho tài liệu đã dùng.")
    has_changes: Flag | None = Field(
        None, title="có sửa đổi chưa ghi nhận", description="Kho có khác phiên bản đó không."
    )
    known_at: date | None = Field(
        None, title="ngày biết", description="Ngày của điều kho đã biết, nếu dựng lại quá khứ."
    )
    edition: Edition = Field(title="ấn bản", description="public là công khai, internal là nội bộ.")
    site: str | None = Field(
        None, title="địa chỉ của Cổng", description="Các địa chỉ (address) trong tệp tính từ đây; có khi tỉnh đã đặt."
    )


def provenance(publication: Publication, site_url: str | None) -> Provenance:
    """Return what a file made from a publication rests on."""
    settings, revision = publication.province.settings.value, publication.revision
    return Provenance(
        province=settings.name,
        province_code=settings.code,
        notice=settings.notice,
        terms=settings.data_terms,
        as_of=publication.day,
        commit=(revision.full or revision.commit) if revision else None,
        has_changes=revision.has_changes if revision else None,
        known_at=revision.known_on if revision else None,
        edition=publication.edition,
        site=site_url,
    )
