"""Vietnamese names and meanings of the types of the schema, for editors and for the reference of keys."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from sotay.model.agency import Agency, Approval, Counter, OpeningHours, Override, Person, SigningKey, Weekday
from sotay.model.body import BodyRegister, StateBody
from sotay.model.calendar import Calendar, CalendarYear, DayOff
from sotay.model.catalogue import (
    AdministrativeField,
    Choice,
    CodeForm,
    Collection,
    DocumentTemplate,
    FieldCatalogue,
    Join,
    LifeEvent,
    LifeEventCatalogue,
    LifeEventStep,
    TemplateCatalogue,
    TemplateSection,
)
from sotay.model.commune import Commune, CommuneRegister
from sotay.model.decision import Action, Decision, DecisionItem, DecisionKind, Scan
from sotay.model.document import Access, AttachedFile, Document, DocumentKind, Risk
from sotay.model.feedback import Feedback
from sotay.model.finding import Severity
from sotay.model.glossary import Glossary, GlossaryEntry
from sotay.model.legal import LegalDocument, LegalRegister
from sotay.model.page import PageMatter
from sotay.model.procedure import (
    Applicant,
    Authority,
    Channel,
    ChannelKind,
    Clock,
    Dossier,
    DossierCase,
    DossierItem,
    Duration,
    Extension,
    Fee,
    ItemKind,
    Level,
    NationalRecord,
    PhaseLimit,
    Related,
    Result,
    Step,
    TimeLimit,
    TimeUnit,
)
from sotay.model.province import Evidence, Partner, ProvinceSettings, ReviewIntervals, Role, RulePolicy
from sotay.model.record import Record, RecordKind
from sotay.model.schema import Value
from sotay.text.labels import APPLICANTS, CHANNELS, DECISION_KINDS, KINDS, LEVELS, RECORD_KINDS, UNITS, WEEKDAYS

VALUES: Final[Mapping[type[Value], tuple[str, str]]] = {
    Document: ("Tài liệu", "Khối kiểm soát ở đầu một tài liệu, giữa hai dòng ---."),
    PageMatter: ("Trang của Cổng", "Phần đầu một trang viết tay của Cổng, giữa hai dòng ---."),
    Agency: ("Cơ quan", "Tệp agency.yml của một cơ quan."),
    Decision: ("Quyết định", "Tệp ghi một quyết định ban hành, áp dụng hoặc bãi bỏ tài liệu."),
    Record: ("Hồ sơ lưu", "Phần đầu một hồ sơ của hệ thống quản lý chất lượng, giữa hai dòng ---."),
    ProvinceSettings: ("Cài đặt của tỉnh", "Tệp sites/province.yml."),
    Calendar: ("Lịch làm việc", "Ngày nghỉ và ngày làm bù theo từng năm."),
    FieldCatalogue: ("Danh mục lĩnh vực", "Các thư mục của thư viện tài liệu."),
    LifeEventCatalogue: ("Danh mục sự kiện", "Các sự kiện trong đời và thủ tục cần làm."),
    LegalRegister: ("Danh mục văn bản", "Các văn bản quy phạm pháp luật được viện dẫn."),
    TemplateCatalogue: ("Danh mục mẫu bố cục", "Các mục mà từng loại tài liệu phải có."),
    CommuneRegister: ("Danh mục xã, phường", "Các xã, phường của tỉnh, với mã và tên cũ."),
    Glossary: ("Bảng từ tìm kiếm", "Cách người dân hay nói và lời trong tên thủ tục."),
    GlossaryEntry: ("Cách nói", "Các cách nói cùng một việc, và nghĩa của chúng."),
    BodyRegister: ("Danh mục cơ quan đã giải thể", "Cơ quan đã giải thể, sáp nhập, đổi tên."),
    AttachedFile: ("Tệp đính kèm", "Một tệp của biểu mẫu hoặc hồ sơ, và mã băm của tệp."),
    Duration: ("Khoảng thời gian", "Số lượng và đơn vị."),
    Extension: ("Kéo dài thời hạn", "Thời hạn dài hơn trong một trường hợp."),
    PhaseLimit: ("Thời hạn của giai đoạn", "Phần thời hạn dành cho một giai đoạn."),
    TimeLimit: ("Thời hạn giải quyết", "Thời hạn trả kết quả; 0 ngày làm việc là ngay trong ngày."),
    Fee: ("Mức thu", "Phí hoặc lệ phí; 0 là miễn phí, không ghi số tiền thì nêu nơi quy định."),
    Channel: ("Cách thức thực hiện", "Một cách nộp hồ sơ, với thời hạn và mức thu riêng nếu khác."),
    DossierItem: ("Giấy tờ", "Một thành phần hồ sơ."),
    DossierCase: ("Trường hợp hồ sơ", "Giấy tờ của một tình huống."),
    Dossier: ("Hồ sơ", "Số bộ, giấy tờ chung và giấy tờ theo trường hợp."),
    Step: ("Bước thực hiện", "Ai làm việc gì, trong bao lâu, ra sản phẩm gì."),
    Result: ("Kết quả", "Điều người dân nhận được."),
    Authority: ("Cơ quan thực hiện", "Cơ quan thực hiện, có thẩm quyền, được ủy quyền, phối hợp."),
    Related: ("Thủ tục liên quan", "Thủ tục làm trước, làm sau, hoặc chứa thủ tục này."),
    NationalRecord: ("Bản ghi quốc gia", "Nguồn dữ liệu trong Cơ sở dữ liệu quốc gia về thủ tục hành chính."),
    Approval: ("Thẩm quyền phê duyệt", "Một người được phê duyệt loại tài liệu nào, trong thời gian nào."),
    Person: ("Người", "Người soạn thảo, xem xét, phê duyệt; chỉ ghi tên và chức vụ."),
    SigningKey: ("Khóa ký số", "Một khóa công khai SSH của người ký, và thời gian dùng."),
    OpeningHours: ("Giờ làm việc", "Giờ nhận hồ sơ của một hoặc nhiều ngày trong tuần."),
    Counter: ("Nơi tiếp nhận", "Nơi nhận hồ sơ và trả kết quả."),
    Override: ("Quy định riêng", "Điều cơ quan làm khác đi với một thủ tục, theo một quyết định."),
    Feedback: ("Phản ánh, kiến nghị", "Nơi nhận phản ánh, kiến nghị về thủ tục; chỉ của cơ quan, không của cá nhân."),
    DecisionItem: ("Tài liệu trong quyết định", "Một tài liệu và việc quyết định làm với nó."),
    Scan: ("Bản quét", "Bản quét quyết định giấy."),
    Role: ("Vai trò", "Vai trò thực hiện các bước."),
    Partner: ("Cơ quan phối hợp", "Cơ quan ngoài kho tài liệu tham gia các bước."),
    RulePolicy: ("Chính sách áp dụng quy tắc", "Mức, ngày áp dụng và thời gian gia hạn của một quy tắc."),
    ReviewIntervals: ("Chu kỳ soát xét", "Chu kỳ dài nhất theo mức rủi ro."),
    CodeForm: ("Dạng mã hiệu", "Cách đặt mã hiệu của một số loại tài liệu."),
    AdministrativeField: ("Lĩnh vực", "Một lĩnh vực thủ tục hành chính."),
    Collection: ("Bộ tài liệu", "Thư mục không phải là lĩnh vực."),
    LifeEvent: ("Sự kiện", "Một sự kiện trong đời với các bước cần làm."),
    LifeEventStep: ("Bước", "Một việc người dân làm, với các thủ tục của việc đó."),
    Commune: ("Xã, phường", "Một xã, phường của tỉnh."),
    TemplateSection: ("Mục của mẫu", "Một mục mà tài liệu phải có."),
    DocumentTemplate: ("Mẫu bố cục", "Một lần của một mẫu bố cục."),
    CalendarYear: ("Năm", "Lịch nghỉ của một năm."),
    DayOff: ("Ngày nghỉ", "Một ngày nghỉ ngoài thứ Bảy, Chủ nhật."),
    LegalDocument: ("Văn bản", "Một văn bản được viện dẫn; ngày không biết chắc thì bỏ trống."),
    StateBody: ("Cơ quan đã giải thể", "Cơ quan hoặc cấp chính quyền không còn hoạt động."),
}
"""What each mapping is called, and what it is."""

CHOICES: Final[Mapping[type[StrEnum], tuple[str, Mapping[Any, str]]]] = {
    DocumentKind: ("Loại tài liệu", KINDS),
    Level: ("Cấp", LEVELS),
    Applicant: ("Đối tượng thực hiện", APPLICANTS),
    ChannelKind: ("Cách nộp", CHANNELS),
    TimeUnit: ("Đơn vị thời gian", UNITS),
    Weekday: ("Ngày trong tuần", WEEKDAYS),
    DecisionKind: ("Loại quyết định", DECISION_KINDS),
    RecordKind: ("Loại hồ sơ", RECORD_KINDS),
    ItemKind: (
        "Loại giấy tờ",
        {
            ItemKind.SUBMIT: "nộp",
            ItemKind.PRESENT: "xuất trình",
            ItemKind.RETRIEVED: "cơ quan tự tra cứu, người dân không phải mang",
            ItemKind.NOTE: "lời lưu ý, không phải giấy tờ",
        },
    ),
    Choice: ("Chọn", {Choice.ONE: "hoặc: làm một thủ tục", Choice.ALL: "và: làm tất cả các thủ tục"}),
    Join: (
        "Nối với bước trên",
        {
            Join.THEN: "làm sau bước trên",
            Join.AND: "và: làm trước hay sau bước trên đều được",
            Join.OR: "hoặc: làm thay bước trên",
        },
    ),
    Clock: ("Đồng hồ", {Clock.RUNS: "thời hạn tính trong bước này", Clock.STOPPED: "thời hạn không tính"}),
    Access: ("Chế độ công khai", {Access.PUBLIC: "công khai", Access.INTERNAL: "nội bộ, không lên trang công khai"}),
    Risk: ("Mức rủi ro", {Risk.HIGH: "cao", Risk.MEDIUM: "trung bình", Risk.LOW: "thấp"}),
    Action: (
        "Việc của quyết định",
        {
            Action.ISSUE: "ban hành",
            Action.ADOPT: "áp dụng tài liệu do cơ quan khác chủ trì",
            Action.WITHDRAW: "bãi bỏ",
            Action.OVERRIDE: "cho phép quy định riêng",
        },
    ),
    Evidence: (
        "Bằng chứng phê duyệt",
        {Evidence.DECISION: "tệp quyết định", Evidence.SIGNATURE: "quyết định có chữ ký số"},
    ),
    Severity: (
        "Mức",
        {
            Severity.ERROR: "lỗi, chặn công bố",
            Severity.WARNING: "cảnh báo",
            Severity.ADVICE: "gợi ý",
        },
    ),
}
"""What each closed list is called, and what its values mean."""
