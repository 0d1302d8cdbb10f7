"""Vietnamese names and meanings of the types of open data, for their schemas."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from sotay.model.release import Edition
from sotay.model.schema import Value
from sotay.rendering.open_data.agencies import AgencyFacts, AgencyFile, DocumentData, ProcedureHere
from sotay.rendering.open_data.decided import DecisionData, Status, VersionData
from sotay.rendering.open_data.index import DataSet, IndexFile, MediaType
from sotay.rendering.open_data.legal import Force, LegalData, LegalFile
from sotay.rendering.open_data.procedures import (
    FieldData,
    OwnTermsData,
    PerformerData,
    ProcedureData,
    ProcedureFacts,
    ProceduresFile,
    StepData,
)
from sotay.rendering.open_data.provenance import Provenance
from sotay.rendering.open_data.terms import ChannelData, DurationData, ExtensionData, PhaseData, TimeLimitData

DATA_VALUES: Final[Mapping[type[Value], tuple[str, str]]] = {
    ProceduresFile: ("Danh mục thủ tục", "Mọi thủ tục đang có hiệu lực hoặc đã ban hành của tỉnh."),
    AgencyFile: ("Cơ quan", "Một cơ quan với thủ tục cơ quan thực hiện và tài liệu công khai."),
    LegalFile: ("Danh mục văn bản", "Văn bản pháp luật mà tài liệu đã công bố viện dẫn."),
    IndexFile: ("Danh mục dữ liệu mở", "Mọi tệp dữ liệu mở của Cổng."),
    Provenance: ("Nguồn dữ liệu", "Dữ liệu của tỉnh nào, ngày nào, từ phiên bản kho tài liệu nào."),
    ProcedureData: ("Thủ tục", "Một thủ tục như đã ban hành cho cả tỉnh, với nơi thực hiện."),
    ProcedureFacts: ("Nội dung thủ tục", "Những điều người dân cần biết về một thủ tục."),
    ProcedureHere: ("Thủ tục tại cơ quan", "Một thủ tục như cơ quan này thực hiện."),
    PerformerData: ("Nơi thực hiện", "Một cơ quan thực hiện thủ tục, và bản mà cơ quan áp dụng."),
    OwnTermsData: ("Quy định riêng", "Điều cơ quan làm khác quy định chung, theo một quyết định."),
    FieldData: ("Lĩnh vực", "Lĩnh vực của thủ tục."),
    StepData: ("Bước thực hiện", "Ai làm việc gì, trong bao lâu, ra sản phẩm gì."),
    ChannelData: ("Cách thức thực hiện", "Một cách nộp hồ sơ, với thời hạn và mức thu của cách đó."),
    TimeLimitData: ("Thời hạn giải quyết", "Thời hạn trả kết quả; 0 ngày làm việc là ngay trong ngày."),
    DurationData: ("Khoảng thời gian", "Số lượng và đơn vị."),
    ExtensionData: ("Kéo dài thời hạn", "Thời hạn dài hơn trong một trường hợp."),
    PhaseData: ("Thời hạn của giai đoạn", "Phần thời hạn dành cho một giai đoạn."),
    VersionData: ("Bản", "Một bản của tài liệu, thời gian hiệu lực và quyết định."),
    DecisionData: ("Quyết định", "Quyết định làm căn cứ của một bản."),
    AgencyFacts: ("Thông tin cơ quan", "Cơ quan là ai, ở đâu, nhận hồ sơ khi nào."),
    DocumentData: ("Tài liệu", "Một tài liệu công khai khác mà cơ quan ban hành hoặc áp dụng."),
    LegalData: ("Văn bản", "Một văn bản pháp luật được viện dẫn."),
    DataSet: ("Tệp", "Một tệp dữ liệu mở."),
}
"""What each mapping is called, and what it is."""

DATA_CHOICES: Final[Mapping[type[StrEnum], tuple[str, Mapping[Any, str]]]] = {
    Status: (
        "Tình trạng",
        {Status.IN_FORCE: "đang có hiệu lực", Status.UPCOMING: "đã ban hành, chưa đến ngày có hiệu lực"},
    ),
    Force: (
        "Hiệu lực",
        {
            Force.IN_FORCE: "đang có hiệu lực",
            Force.UPCOMING: "chưa có hiệu lực",
            Force.ENDED: "hết hiệu lực",
            Force.UNKNOWN: "chưa biết chắc ngày có hiệu lực",
        },
    ),
    Edition: ("Ấn bản", {Edition.PUBLIC: "công khai", Edition.INTERNAL: "nội bộ"}),
    MediaType: (
        "Dạng tệp",
        {
            MediaType.JSON: "JSON",
            MediaType.CSV: "bảng CSV, mã UTF-8",
            MediaType.TURTLE: "dữ liệu liên kết, Turtle",
            MediaType.JSON_LD: "dữ liệu liên kết, JSON-LD",
            MediaType.ATOM: "nguồn tin Atom",
        },
    ),
}
"""What each closed list is called, and what its values mean."""
