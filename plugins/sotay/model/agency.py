"""An agency: who it is, who may sign there, where and when it receives people, what it does on its own terms."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from sotay.model.catalogue import CodeForm
from sotay.model.document import DocumentKind
from sotay.model.feedback import Feedback
from sotay.model.procedure import ChannelKind, Fee, Level, TimeLimit
from sotay.model.schema import ClockTime, Date, DocumentCode, Flag, Identifier, Symbol, Text, Value, Whole


class Approval(Value):
    """What a person may approve, and when (authority is dated)."""

    kinds: tuple[DocumentKind, ...] = Field(title="loại tài liệu", description="Các loại được phê duyệt.", min_length=1)
    valid_from: Date = Field(title="từ ngày", description="Ngày đầu tiên có thẩm quyền.")
    valid_to: Date | None = Field(None, title="đến ngày", description="Ngày cuối cùng có thẩm quyền.")
    acting: Flag = Field(False, title="phụ trách", description="Tạm giữ quyền người đứng đầu trong thời gian này.")
    delegated_by: Identifier | None = Field(
        None, title="được giao quyền bởi", description="Mã người giao quyền phê duyệt."
    )
    decision: str | None = Field(
        None, title="văn bản giao quyền", description="Số văn bản giao quyền hoặc giao phụ trách."
    )

    def covers(self, kind: DocumentKind, day: date) -> bool:
        """Return whether it allows approving a kind of document on a day."""
        return kind in self.kinds and self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class SigningKey(Value):
    """A public key by which a person signs decisions, and when it is theirs."""

    public: str = Field(
        title="khóa công khai",
        description="Dòng trong tệp .pub, ví dụ ssh-ed25519 AAAA…; không bao giờ ghi khóa bí mật.",
    )
    valid_from: Date = Field(title="từ ngày", description="Ngày đầu tiên khóa được dùng để ký.")
    valid_to: Date | None = Field(None, title="đến ngày", description="Ngày cuối cùng khóa được dùng để ký.")
    decision: str | None = Field(
        None, title="văn bản giao khóa", description="Số văn bản giao khóa này cho người ký, trên đó có dấu của khóa."
    )

    def holds_on(self, day: date) -> bool:
        """Return whether a decision of a day may be signed with the key."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Person(Value):
    """A person who prepares, reviews, approves or signs for an agency; name and title only, never private data."""

    id: Identifier = Field(title="mã", description="Mã người, duy nhất trong cơ quan.")
    name: Text = Field(title="họ tên", description="Họ và tên.")
    title: Text = Field(title="chức vụ", description="Chức vụ.")
    approves: tuple[Approval, ...] = Field((), title="được phê duyệt", description="Thẩm quyền phê duyệt, có thời hạn.")
    keys: tuple[SigningKey, ...] = Field((), title="khóa ký số", description="Khóa SSH để ký quyết định, có thời hạn.")

    def may_approve(self, kind: DocumentKind, day: date) -> bool:
        """Return whether the person has authority for a kind of document on a day."""
        return any(approval.covers(kind, day) for approval in self.approves)


class Weekday(StrEnum):
    """Days of the week, as in ISO order."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class OpeningHours(Value):
    """Hours of one or more weekdays."""

    days: tuple[Weekday, ...] = Field(title="các ngày", description="Các ngày trong tuần.", min_length=1)
    opens: ClockTime = Field(title="mở cửa", description="Giờ bắt đầu nhận hồ sơ.")
    closes: ClockTime = Field(title="đóng cửa", description="Giờ kết thúc.")


class Counter(Value):
    """A place that receives dossiers and returns results."""

    name: Text = Field(title="tên", description="Tên nơi tiếp nhận.")
    address: Text = Field(title="địa chỉ", description="Địa chỉ.")
    hours: tuple[OpeningHours, ...] = Field((), title="giờ làm việc", description="Giờ nhận hồ sơ.")
    phone: Text | None = Field(None, title="điện thoại", description="Số điện thoại của cơ quan.")


class Override(Value):
    """What an agency does differently for one procedure; holds only when a decision names its fingerprint."""

    procedure: DocumentCode = Field(title="thủ tục", description="Mã hiệu tài liệu.")
    decision: str = Field(title="quyết định", description="Số quyết định cho phép.")
    channel: ChannelKind | None = Field(
        None, title="cách thức", description="Chỉ cho cách thức này; bỏ trống là mọi cách."
    )
    time_limit: TimeLimit | None = Field(None, title="thời hạn", description="Thời hạn ngắn hơn.")
    fees: tuple[Fee, ...] = Field((), title="phí, lệ phí", description="Mức thu theo nghị quyết của địa phương.")
    counter: str | None = Field(None, title="nơi tiếp nhận", description="Tên một nơi tiếp nhận của cơ quan.")


class Agency(Value):
    """Cơ quan."""

    id: Identifier = Field(title="mã", description="Trùng với tên thư mục trong sites/.")
    name: Text = Field(title="tên", description="Tên đầy đủ.")
    short_name: Text = Field(title="tên ngắn", description="Tên viết gọn.")
    code: str | None = Field(None, title="mã đơn vị", description="Mã đơn vị hành chính hoặc mã định danh.")
    symbol: Symbol | None = Field(
        None, title="ký hiệu", description="Phần chỉ cơ quan trong mã hiệu tài liệu, ví dụ STP."
    )
    codes: tuple[CodeForm, ...] = Field(
        (), title="dạng mã hiệu", description="Dạng mã hiệu riêng của cơ quan; thay dạng chung của tỉnh."
    )
    level: Level = Field(title="cấp", description="Cấp hành chính.")
    parent: Identifier | None = Field(None, title="cấp trên", description="Cơ quan cấp trên.")
    valid_from: Date | None = Field(None, title="hoạt động từ", description="Ngày bắt đầu tồn tại.")
    valid_to: Date | None = Field(None, title="hoạt động đến", description="Ngày cuối cùng tồn tại.")
    successor: Identifier | None = Field(None, title="cơ quan kế tục", description="Cơ quan tiếp nhận nhiệm vụ.")
    order: Whole = Field(0, title="thứ tự", description="Thứ tự trên Cổng.")
    people: tuple[Person, ...] = Field(
        (), title="người có trách nhiệm", description="Người soạn thảo, xem xét, phê duyệt."
    )
    counters: tuple[Counter, ...] = Field((), title="nơi tiếp nhận", description="Nơi tiếp nhận và trả kết quả.")
    overrides: tuple[Override, ...] = Field((), title="quy định riêng", description="Quy định riêng của cơ quan.")
    feedback: Feedback | None = Field(
        None,
        title="phản ánh, kiến nghị",
        description="Nơi cơ quan nhận phản ánh về thủ tục; bỏ trống thì dùng nơi của tỉnh.",
    )

    def is_gone(self, day: date) -> bool:
        """Return whether it no longer exists on a day."""
        return self.valid_to is not None and self.valid_to < day

    def is_ahead(self, day: date) -> bool:
        """Return whether it is founded only after a day."""
        return self.valid_from is not None and self.valid_from > day

    def exists_on(self, day: date) -> bool:
        """Return whether it is founded by a day and has not ceased to exist."""
        return not self.is_ahead(day) and not self.is_gone(day)

    def person(self, identifier: str | None) -> Person | None:
        """Return the person with an id, or None."""
        return next((person for person in self.people if person.id == identifier), None)
