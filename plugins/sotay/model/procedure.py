"""What a citizen is owed about an administrative procedure, as data (Nghị định 63/2010/NĐ-CP, Điều 8)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from sotay.model.schema import ClockTime, Currency, Date, DocumentCode, Identifier, Number, Text, Value, Whole


class Level(StrEnum):
    """Cấp thực hiện; cấp huyện is for documents and agencies of the time before it was abolished."""

    MINISTRY = "ministry"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    OTHER = "other"


class Applicant(StrEnum):
    """Đối tượng thực hiện: the closed list of the national portal."""

    CITIZEN = "citizen"
    OVERSEAS_VIETNAMESE = "overseas_vietnamese"
    FOREIGNER = "foreigner"
    RESIDENT_FOREIGNER = "resident_foreigner"
    OFFICIAL = "official"
    ENTERPRISE = "enterprise"
    VIETNAMESE_ENTERPRISE = "vietnamese_enterprise"
    FOREIGN_INVESTED_ENTERPRISE = "foreign_invested_enterprise"
    ORGANISATION = "organisation"
    FOREIGN_ORGANISATION = "foreign_organisation"
    COOPERATIVE = "cooperative"
    PARTY_MEMBER = "party_member"
    PARTY_ORGANISATION = "party_organisation"


class ChannelKind(StrEnum):
    """Cách thức thực hiện."""

    COUNTER = "counter"
    ONLINE = "online"
    POST = "post"


class TimeUnit(StrEnum):
    """Unit of a time limit: calendar hours and days run on, working ones stop on days off."""

    HOUR = "hour"
    WORKING_HOUR = "working_hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    MONTH = "month"


class ItemKind(StrEnum):
    """What the citizen does with a paper: submit it, show it, or nothing (retrieved from a database); or a note."""

    SUBMIT = "submit"
    PRESENT = "present"
    RETRIEVED = "retrieved"
    NOTE = "note"


class Clock(StrEnum):
    """Whether the processing time runs during a step."""

    RUNS = "runs"
    STOPPED = "stopped"


class Duration(Value):
    """A length of time."""

    value: Number = Field(title="số lượng", description="Số không âm; 0 ngày làm việc nghĩa là ngay trong ngày.", ge=0)
    unit: TimeUnit = Field(title="đơn vị", description="Đơn vị thời gian.")


class Extension(Duration):
    """A longer limit under a condition, e.g. when facts must be verified."""

    when: str = Field(title="trường hợp", description="Khi nào được kéo dài.")


class PhaseLimit(Duration):
    """The part of a time limit that one phase of the process may take."""

    name: Text = Field(title="giai đoạn", description="Tên giai đoạn, như ghi ở “phase” của các bước.")


class TimeLimit(Duration):
    """Thời hạn giải quyết. A value of 0 working days means within the same day."""

    starts: str | None = Field(None, title="tính từ", description="Sự kiện bắt đầu tính thời hạn.")
    cutoff: ClockTime | None = Field(
        None, title="giờ chốt", description="Nhận hồ sơ sau giờ này thì tính từ ngày làm việc tiếp theo."
    )
    extensions: tuple[Extension, ...] = Field((), title="kéo dài", description="Các trường hợp thời hạn dài hơn.")
    phases: tuple[PhaseLimit, ...] = Field(
        (), title="giai đoạn", description="Thời hạn từng giai đoạn; cộng lại không quá thời hạn chung."
    )


class Fee(Value):
    """Phí, lệ phí. An amount of 0 says that it is free; without an amount, `set_by` says who fixes it."""

    amount: Whole | None = Field(None, title="mức thu", description="Số tiền; 0 là miễn phí.", ge=0)
    currency: Currency = Field("VND", title="đồng tiền", description="Mã ISO 4217.")
    unit: str | None = Field(None, title="đơn vị tính", description="Thu theo gì: bản, trang, hồ sơ …")
    when: str | None = Field(None, title="trường hợp", description="Khi nào áp dụng mức này.")
    set_by: str | None = Field(None, title="do ai quy định", description="Cơ quan hoặc văn bản ấn định mức thu.")
    legal_basis: str | None = Field(None, title="căn cứ", description="Số hiệu văn bản quy định mức thu.")
    valid_from: Date | None = Field(None, title="áp dụng từ", description="Ngày đầu tiên áp dụng.")
    valid_to: Date | None = Field(None, title="áp dụng đến", description="Ngày cuối cùng áp dụng.")


class Channel(Value):
    """One way to file, with its own time limit and fees; what it leaves out is the procedure's own."""

    kind: ChannelKind = Field(title="cách thức", description="Trực tiếp, trực tuyến hay bưu chính.")
    time_limit: TimeLimit | None = Field(None, title="thời hạn", description="Thời hạn riêng của cách thức này.")
    fees: tuple[Fee, ...] = Field((), title="phí, lệ phí", description="Mức thu riêng của cách thức này.")
    note: str | None = Field(None, title="ghi chú", description="Điều người dân cần biết khi nộp theo cách này.")


class DossierItem(Value):
    """One paper of the dossier (thành phần hồ sơ)."""

    name: Text = Field(title="tên giấy tờ", description="Tên giấy tờ, không kèm hướng dẫn.")
    kind: ItemKind = Field(
        ItemKind.SUBMIT, title="loại", description="Nộp, xuất trình, cơ quan tự tra cứu hay ghi chú."
    )
    originals: Whole = Field(0, title="bản chính", description="Số bản chính.", ge=0)
    copies: Whole = Field(0, title="bản sao", description="Số bản sao.", ge=0)
    form: DocumentCode | None = Field(None, title="biểu mẫu", description="Mã hiệu biểu mẫu trong thư viện.")
    portal_form: str | None = Field(
        None, title="mẫu trên Cổng", description="Tên tệp mẫu đăng trên Cổng Dịch vụ công quốc gia."
    )
    condition: str | None = Field(None, title="điều kiện", description="Chỉ cần khi nào.")
    channels: tuple[ChannelKind, ...] = Field((), title="cách thức", description="Chỉ cần khi nộp theo các cách này.")
    retrieved_from: str | None = Field(None, title="nơi tra cứu", description="Cơ sở dữ liệu mà cơ quan tự tra cứu.")
    note: str | None = Field(None, title="ghi chú", description="Lời giải thích ngắn dưới tên giấy tờ.")


class DossierCase(Value):
    """The papers of one situation of the applicant."""

    when: str | None = Field(None, title="trường hợp", description="Trường hợp của người nộp; bỏ trống nếu chỉ có một.")
    items: tuple[DossierItem, ...] = Field((), title="giấy tờ", description="Giấy tờ của riêng trường hợp này.")


class Dossier(Value):
    """Hồ sơ: how many sets, the papers common to every case, and the cases."""

    sets: Whole | None = Field(None, title="số bộ", description="Số lượng hồ sơ.", ge=1)
    common: tuple[DossierItem, ...] = Field((), title="giấy tờ chung", description="Giấy tờ mọi trường hợp đều cần.")
    cases: tuple[DossierCase, ...] = Field((), title="trường hợp", description="Các trường hợp với giấy tờ riêng.")


class Step(Value):
    """One step of the internal process: who does what, for how long, with which result."""

    role: Identifier = Field(title="vai trò", description="Mã vai trò trong sites/province.yml.")
    action: Text = Field(title="việc làm", description="Việc thực hiện ở bước này.")
    agency: Identifier | None = Field(
        None, title="cơ quan", description="Cơ quan thực hiện bước này; bỏ trống nếu là cơ quan áp dụng thủ tục."
    )
    time: Duration | None = Field(None, title="thời gian", description="Thời gian của bước.")
    produces: str | None = Field(None, title="kết quả bước", description="Sản phẩm của bước.")
    forms: tuple[DocumentCode, ...] = Field((), title="biểu mẫu", description="Biểu mẫu dùng ở bước này.")
    clock: Clock = Field(Clock.RUNS, title="đồng hồ", description="Thời hạn có tính trong bước này không.")
    handover: str | None = Field(None, title="chuyển giao", description="Cách chuyển hồ sơ sang bước sau.")
    phase: str | None = Field(None, title="giai đoạn", description="Giai đoạn mà bước này thuộc về.")
    when: str | None = Field(
        None, title="trường hợp", description="Chỉ làm bước này trong trường hợp kéo dài có cùng tên ở “extensions”."
    )


class Result(Value):
    """Kết quả: what the applicant receives."""

    name: Text = Field(title="tên kết quả", description="Giấy tờ hoặc trạng thái người dân nhận được.")
    code: str | None = Field(None, title="mã kết quả", description="Mã trên Cổng Dịch vụ công quốc gia.")
    valid_for: str | None = Field(None, title="giá trị", description="Thời hạn giá trị của kết quả.")


class Authority(Value):
    """Who executes, decides and helps (cơ quan thực hiện, có thẩm quyền, được ủy quyền, phối hợp)."""

    executing: str | None = Field(None, title="thực hiện", description="Cơ quan trực tiếp thực hiện.")
    competent: str | None = Field(None, title="có thẩm quyền", description="Cơ quan có thẩm quyền quyết định.")
    delegated: str | None = Field(None, title="được ủy quyền", description="Cơ quan được ủy quyền.")
    coordinating: tuple[str, ...] = Field((), title="phối hợp", description="Cơ quan phối hợp.")


class Related(Value):
    """Other procedures of the library: what comes before, after, and the whole it is a part of."""

    before: tuple[DocumentCode, ...] = Field((), title="làm trước", description="Thủ tục cần làm trước.")
    after: tuple[DocumentCode, ...] = Field((), title="làm sau", description="Thủ tục thường làm sau.")
    part_of: tuple[DocumentCode, ...] = Field((), title="thuộc", description="Thủ tục liên thông chứa thủ tục này.")


class NationalRecord(Value):
    """Where the facts of the procedure come from in the national database, and when they were compared."""

    decision: str | None = Field(None, title="quyết định công bố", description="Số quyết định công bố thủ tục.")
    as_of: str | None = Field(None, title="thời điểm dữ liệu", description="Thời điểm của bản ghi quốc gia.")
    compared_on: Date | None = Field(None, title="ngày đối chiếu", description="Ngày đối chiếu gần nhất.")
