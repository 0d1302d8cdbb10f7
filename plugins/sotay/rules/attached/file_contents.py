"""ST444–ST446: what files hold besides what a person sees, and whether a person can open them at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sotay.model.attachment import Attachment, Damage
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.source import Place
from sotay.rules.attached.attachments import Attached, attached_files, is_refused_anywhere
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule
from sotay.text.fold import fold

_PROTECTED = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")
_AVAILABLE = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")

_FOR_FORMS = frozenset({"docx", "dotx", "xlsx", "xltx", "pptx", "odt", "ott", "ods", "ots", "pdf"})
_FOR_SCANS = frozenset({"pdf", "png", "jpg", "jpeg"})
_OLD = frozenset({"doc", "dot", "xls", "xlt", "ppt", "pps", "rtf"})
_WITH_CODE = frozenset({"docm", "dotm", "xlsm", "xltm", "pptm", "potm", "ppsm"})


class _FileRule(ProvinceRule):
    """A rule about a file that a form names, or about any file."""

    def at(self, examination: Examination) -> Iterator[tuple[Place, Attachment, Attached | None]]:
        """Yield every file with the place to report it: the line that names it, where issuing looks for obstacles."""
        found: set[str] = set()
        for attached in attached_files(examination.province):
            if attached.found and attached.found.path not in found:
                found.add(attached.found.path)
                yield attached.place, attached.found, attached
        for file in examination.province.attachments:
            if file.path not in found:
                yield Place(file.path), file, None


class NoMacros(_FileRule):
    """No file carries program code."""

    code = "ST444"
    title = Phrase("Tệp không chứa mã chương trình", "No file carries program code")
    fact = Phrase(
        "tệp “{file}” chứa mã chương trình (macro, JavaScript) hoặc lấy mẫu từ máy khác",
        "the file “{file}” carries program code (macros, JavaScript) or takes its template from another computer",
    )
    basis = _PROTECTED
    remedy = Phrase(
        "Mở tệp, chọn Tệp › Lưu thành, loại “Word Document (*.docx)” hoặc “Excel Workbook (*.xlsx)”, "
        "là loại không có macro; tệp PDF thì in lại thành PDF; rồi ghi lại sha256.",
        "Open it, choose File › Save As, “Word Document (*.docx)” or “Excel Workbook (*.xlsx)”, which hold no macros; "
        "print a PDF to PDF again; then state the new sha256.",
    )  # fmt: skip

    def check(self, examination: Examination) -> Findings:
        for place, file, _ in self.at(examination):
            if file.has_macros:
                yield self.found(place, file=file.name)


_PROPERTY_NAMES: Mapping[str, Phrase] = {
    "creator": Phrase("tác giả", "author"),
    "lastModifiedBy": Phrase("người sửa cuối", "last modified by"),
    "manager": Phrase("người quản lý", "manager"),
    "company": Phrase("công ty", "company"),
    "author": Phrase("người ghi chú", "author of a comment"),
}
_NOBODY = re.compile(
    r"(?:administrator|admin|user|windows|microsoft|microsoft office|python-docx|openpyxl|pc|home|may tinh|computer|"
    r"hp|dell|asus|acer|lenovo|owner|guest|test|root|unknown|un-named|apache poi|libreoffice|grizli777|[\W\d_]*)"
    r"(?:[ -]?(?:user|pc|inc\.?|corporation|company|computer))?\d{0,4}"
)
"""What programs and unnamed computers put where a name could stand, folded."""
_INSTITUTION = re.compile(
    r"(?:sở|bộ|cục|chi cục|vụ|phòng|văn phòng|ủy ban|uỷ ban|ubnd|hđnd|trung tâm|công an|tòa án|viện|thư viện)\b"
)
"""How the names of state bodies begin, in small letters; no family name is written like that."""


class NoPersonalData(_FileRule):
    """A form for the public does not tell who typed it."""

    code = "ST445"
    title = Phrase("Biểu mẫu công khai không lộ thông tin cá nhân", "A public form does not tell who typed it")
    fact = Phrase(
        "thuộc tính {property} của tệp “{file}” ghi “{value}”", "the property {property_en} of “{file}” says “{value}”"
    )
    basis = _PROTECTED
    remedy = Phrase(
        "Trong Word: Tệp › Thông tin › Kiểm tra tài liệu (Inspect Document) › Loại bỏ tất cả; "
        "lưu lại rồi ghi lại sha256.",
        "In Word: File › Info › Inspect Document › Remove All; save it and state the new sha256.",
    )

    def check(self, examination: Examination) -> Findings:
        harmless = frozenset(_institutions(examination.province))
        for place, file, attached in self.at(examination):
            if attached and attached.form and attached.form.is_public:
                named = ((name, value) for name, value in file.personal if not _names_nobody(value, harmless))
                yield from (self._of(place, file, name, value) for name, value in named)

    def _of(self, place: Place, file: Attachment, name: str, value: str) -> Finding:
        words = _PROPERTY_NAMES.get(name, Phrase(f"“{name[:40]}”", f"“{name[:40]}”"))
        found = self.found(place, file=file.name, value=value[:60], property=words.vi, property_en=words.en)
        # The name of a firm is no personal data, but seldom meant to be published either.
        return found.weighing(Severity.WARNING) if name == "company" else found


def _names_nobody(value: str, institutions: frozenset[str]) -> bool:
    """Whether a property names a machine, a program or a body of the state, but no person and no firm."""
    folded = fold(value)
    return folded in institutions or bool(_NOBODY.fullmatch(folded) or _INSTITUTION.match(value.lower()))


def _institutions(province: Province) -> Iterator[str]:
    for files in province.agencies:
        yield from (fold(files.agency.name), fold(files.agency.short_name))
    yield from (fold(partner.name) for partner in province.settings.value.partners)


class UsableFile(_FileRule):
    """An attached file can be opened by everybody, and is of a kind that forms have."""

    code = "ST446"
    title = Phrase("Tệp đính kèm mở được, đúng loại", "An attached file opens, and is of the right kind")
    fact = Phrase("tệp “{file}” {why}", "the file “{file}” {why_en}")
    basis = _AVAILABLE
    remedy = Phrase("{what}", "{what_en}")

    def check(self, examination: Examination) -> Findings:
        for place, file, attached in self.at(examination):
            fault = _fault(file, attached)
            if fault:
                why, what = fault
                yield self.found(place, file=file.name, why=why.vi, why_en=why.en, what=what.vi, what_en=what.en)


_SAVE_ANEW = Phrase(
    "Mở bằng Word hoặc Excel, lưu thành .docx, .xlsx hoặc .pdf, rồi thay tệp này và ghi lại sha256.",
    "Open it in Word or Excel, save it as .docx, .xlsx or .pdf, replace this file and state the new sha256.",
)
_REPLACE = Phrase(
    "Thay bằng tệp còn tốt: .docx, .xlsx hoặc .pdf, rồi ghi lại sha256.",
    "Replace it by a sound .docx, .xlsx or .pdf file and state the new sha256.",
)
_DELETE = Phrase("Xóa tệp này khỏi kho.", "Delete it from the repository.")
_DAMAGE: Mapping[Damage, tuple[Phrase, Phrase]] = {
    Damage.LINK: (
        Phrase("là liên kết tượng trưng nên không được đọc", "is a symbolic link, which is not read"),
        Phrase("Thay liên kết bằng chính tệp hoặc thư mục đó.", "Replace the link by the file or folder itself."),
    ),
    Damage.UNOPENED: (Phrase("không mở được", "cannot be opened"), _REPLACE),
    Damage.TOO_LARGE: (
        Phrase("lớn hơn 50 MB", "is larger than 50 MB"),
        Phrase(
            "Giảm cỡ ảnh trong tệp (Word: Nén ảnh) để người dân tải được bằng điện thoại.",
            "Make its pictures smaller (Word: Compress Pictures), so that people can download it by telephone.",
        ),
    ),
    Damage.BROKEN: (Phrase("bị hỏng", "is damaged"), _REPLACE),
    Damage.DISGUISED: (
        Phrase("thực ra thuộc loại khác với đuôi tệp", "is really of another kind than its ending"),
        _SAVE_ANEW,
    ),
    Damage.ENCRYPTED: (
        Phrase("có mật khẩu nên người dân không mở được", "has a password: nobody can open it"),
        Phrase("Bỏ mật khẩu rồi lưu lại và ghi lại sha256.", "Remove the password, save it and state the new sha256."),
    ),
    Damage.SWELLING: (
        Phrase("bung ra hơn 300 MB, có thể làm treo máy", "unpacks to more than 300 MB, to harm computers"),
        _DELETE,
    ),
}


def _fault(file: Attachment, attached: Attached | None) -> tuple[Phrase, Phrase] | None:
    """Why a file cannot serve, and what to do; a file that nobody names is only refused if it is dangerous."""
    if attached is None:
        if not is_refused_anywhere(file):
            return None
        program = Phrase("là chương trình, không phải biểu mẫu", "is a program, not a form")
        return _DAMAGE[Damage.LINK] if file.damage is Damage.LINK else (program, _DELETE)
    if file.damage:
        return _DAMAGE[file.damage]
    if file.ending in _OLD:
        return Phrase("thuộc định dạng cũ", "is of an old format"), _SAVE_ANEW
    if file.ending in _WITH_CODE and not file.has_macros:
        return Phrase("có đuôi dành cho tệp chứa macro", "has the ending of files with macros"), _SAVE_ANEW
    kinds = _FOR_FORMS | _FOR_SCANS if attached.record else _FOR_FORMS if attached.form else _FOR_SCANS
    if file.ending in kinds | _WITH_CODE:
        return None
    names = ", ".join(f".{ending}" for ending in sorted(kinds))
    return (
        Phrase("không thuộc loại dùng được ở đây", "is of no kind that can serve here"),
        Phrase(f"Dùng một trong các loại: {names}.", f"Use one of: {names}."),
    )


RULES = (NoMacros(), NoPersonalData(), UsableFile())
