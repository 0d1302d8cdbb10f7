"""The Vietnamese words for every closed list of the model, as administrative documents use them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sotay.model.agency import Weekday
from sotay.model.catalogue import Choice, Join
from sotay.model.decision import DecisionKind
from sotay.model.document import Access, DocumentKind, Risk
from sotay.model.procedure import Applicant, ChannelKind, Clock, ItemKind, Level, TimeUnit
from sotay.model.record import RecordKind

LEVELS: Final[Mapping[Level, str]] = {
    Level.MINISTRY: "Cấp bộ",
    Level.PROVINCE: "Cấp tỉnh",
    Level.DISTRICT: "Cấp huyện",
    Level.COMMUNE: "Cấp xã",
    Level.OTHER: "Cơ quan khác",
}

APPLICANTS: Final[Mapping[Applicant, str]] = {
    Applicant.CITIZEN: "Công dân Việt Nam",
    Applicant.OVERSEAS_VIETNAMESE: "Người Việt Nam định cư ở nước ngoài",
    Applicant.FOREIGNER: "Người nước ngoài",
    Applicant.RESIDENT_FOREIGNER: "Người nước ngoài cư trú tại Việt Nam",
    Applicant.OFFICIAL: "Cán bộ, công chức, viên chức",
    Applicant.ENTERPRISE: "Doanh nghiệp",
    Applicant.VIETNAMESE_ENTERPRISE: "Doanh nghiệp Việt Nam",
    Applicant.FOREIGN_INVESTED_ENTERPRISE: "Doanh nghiệp có vốn đầu tư nước ngoài",
    Applicant.ORGANISATION: "Tổ chức (không gồm doanh nghiệp, hợp tác xã)",
    Applicant.FOREIGN_ORGANISATION: "Tổ chức nước ngoài",
    Applicant.COOPERATIVE: "Hợp tác xã",
    Applicant.PARTY_MEMBER: "Đảng viên",
    Applicant.PARTY_ORGANISATION: "Tổ chức Đảng",
}

CHANNELS: Final[Mapping[ChannelKind, str]] = {
    ChannelKind.COUNTER: "Trực tiếp",
    ChannelKind.ONLINE: "Trực tuyến",
    ChannelKind.POST: "Bưu chính",
}

KINDS: Final[Mapping[DocumentKind, str]] = {
    DocumentKind.PROCEDURE: "Quy trình thủ tục hành chính",
    DocumentKind.INTERNAL_PROCEDURE: "Quy trình nội bộ",
    DocumentKind.MANUAL: "Sổ tay chất lượng",
    DocumentKind.POLICY: "Chính sách chất lượng",
    DocumentKind.OBJECTIVES: "Mục tiêu chất lượng",
    DocumentKind.INSTRUCTION: "Hướng dẫn",
    DocumentKind.FORM: "Biểu mẫu",
    DocumentKind.MODEL: "Mô hình khung",
}
"""In the order in which a register lists them."""

DECISION_KINDS: Final[Mapping[DecisionKind, str]] = {
    DecisionKind.ISSUE: "Ban hành",
    DecisionKind.ADOPT: "Áp dụng",
    DecisionKind.LOCAL_TERMS: "Quy định riêng",
    DecisionKind.CONFORMITY: "Công bố phù hợp tiêu chuẩn",
}

RECORD_KINDS: Final[Mapping[RecordKind, str]] = {
    RecordKind.INTERNAL_AUDIT: "Đánh giá nội bộ",
    RecordKind.MANAGEMENT_REVIEW: "Xem xét của lãnh đạo",
    RecordKind.NONCONFORMITY: "Sự không phù hợp và hành động khắc phục",
    RecordKind.INSPECTION: "Kiểm tra của cơ quan có thẩm quyền",
    RecordKind.TRAINING: "Đào tạo, bồi dưỡng",
    RecordKind.CONFORMITY: "Công bố hệ thống phù hợp tiêu chuẩn",
}

UNITS: Final[Mapping[TimeUnit, str]] = {
    TimeUnit.HOUR: "giờ",
    TimeUnit.WORKING_HOUR: "giờ làm việc",
    TimeUnit.DAY: "ngày",
    TimeUnit.WORKING_DAY: "ngày làm việc",
    TimeUnit.MONTH: "tháng",
}

ITEM_KINDS: Final[Mapping[ItemKind, str]] = {
    ItemKind.SUBMIT: "nộp",
    ItemKind.PRESENT: "xuất trình",
    ItemKind.RETRIEVED: "không phải mang",
    ItemKind.NOTE: "lưu ý",
}

CLOCKS: Final[Mapping[Clock, str]] = {
    Clock.RUNS: "tính vào thời hạn",
    Clock.STOPPED: "không tính vào thời hạn",
}

ACCESS: Final[Mapping[Access, str]] = {
    Access.PUBLIC: "công khai",
    Access.INTERNAL: "nội bộ",
}

RISKS: Final[Mapping[Risk, str]] = {
    Risk.HIGH: "cao",
    Risk.MEDIUM: "trung bình",
    Risk.LOW: "thấp",
}

WEEKDAYS: Final[Mapping[Weekday, str]] = {
    Weekday.MONDAY: "thứ Hai",
    Weekday.TUESDAY: "thứ Ba",
    Weekday.WEDNESDAY: "thứ Tư",
    Weekday.THURSDAY: "thứ Năm",
    Weekday.FRIDAY: "thứ Sáu",
    Weekday.SATURDAY: "thứ Bảy",
    Weekday.SUNDAY: "Chủ nhật",
}

CHOICE_WORDS: Final[Mapping[Choice, str]] = {Choice.ONE: "hoặc", Choice.ALL: "và"}
"""What stands between the procedures of one step."""

JOIN_WORDS: Final[Mapping[Join, tuple[str, str]]] = {
    Join.THEN: ("", ""),
    Join.AND: ("và", "làm trước hay sau bước trên đều được"),
    Join.OR: ("hoặc", "làm thay cho bước trên"),
}
"""What a step is to the step above: in a word, and what that means."""
