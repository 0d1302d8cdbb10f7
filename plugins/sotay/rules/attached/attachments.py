"""ST441–ST443, ST449: the files that forms and decisions name, and files that nobody names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sotay.model.attachment import Attachment, Damage
from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.record import RECORDS, RecordFile
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean
from sotay.text.fold import closest

_CHANGES = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")
_AVAILABLE = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file as a form, a record or a decision names it."""

    place: Place
    """The line that names it."""
    hash_place: Place
    """The line that says what it must be."""
    folder: str
    file: str
    sha256: str
    form: DocumentFile | None
    """The form; None for the scan of a decision and the files of a record."""
    found: Attachment | None
    """The file, if there is one."""
    record: RecordFile | None = None
    """The record, if one names the file."""


def attached_files(province: Province) -> Iterator[Attached]:
    """Yield every file that a document, a record or a decision names."""
    by_path = {attachment.path: attachment for attachment in province.attachments}
    for document in province.documents:
        folder = document.source.path.rpartition("/")[0]
        for index, named in enumerate(document.control.attachments):
            place = document.place("attachments", index, "file")
            hash_place = document.place("attachments", index, "sha256")
            found = by_path.get(f"{folder}/{named.file}")
            yield Attached(place, hash_place, folder, named.file, named.sha256, document, found)
    for record in (record for agency in province.agencies for record in agency.records):
        for index, named in enumerate(record.value.attachments):
            place, hash_place = record.place("attachments", index, "file"), record.place("attachments", index, "sha256")
            found = by_path.get(f"{record.folder}/{named.file}")
            yield Attached(place, hash_place, record.folder, named.file, named.sha256, None, found, record)
    for agency in province.agencies:
        for decision in agency.decisions:
            scan, folder = decision.value.scan, decision.source.path.rpartition("/")[0]
            if scan:
                place, hash_place = decision.place("scan", "file"), decision.place("scan", "sha256")
                yield Attached(
                    place, hash_place, folder, scan.file, scan.sha256, None, by_path.get(f"{folder}/{scan.file}")
                )


class AttachedFileExists(ProvinceRule):
    """A file that a form or a decision names lies beside it."""

    code = "ST441"
    title = Phrase("Tệp đính kèm nằm cạnh tài liệu", "An attached file lies beside its document")
    fact = Phrase("không có tệp “{file}” trong {folder}{hint}", "there is no file “{file}” in {folder}{hint_en}")
    basis = _AVAILABLE
    remedy = Phrase(
        "Đặt tệp vào thư mục {folder} và ghi đúng tên tệp, không kèm đường dẫn.",
        "Put the file into {folder} and state its exact name, without a path.",
    )

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        for attached in attached_files(province):
            if attached.found is None:
                hint = did_you_mean(_bare(attached.file), _names_in(attached.folder, province))
                yield self.found(attached.place, file=attached.file, folder=attached.folder, **hint)


class AttachedFileUnchanged(ProvinceRule):
    """An attached file is byte for byte the one that was approved."""

    code = "ST442"
    title = Phrase("Tệp đính kèm đúng là tệp đã được phê duyệt", "An attached file is the one that was approved")
    fact = Phrase(
        "tệp “{file}” không khớp “sha256”: nội dung tệp không phải là nội dung đã được phê duyệt",
        "the file “{file}” does not match “sha256”: its content is not the one that was approved",
    )
    basis = _CHANGES
    remedy = Phrase(
        "Nếu cố ý sửa: ghi “sha256: {actual}”, tăng “version” và ban hành lại. "
        "Nếu không: nhờ người quản trị kho khôi phục tệp cũ từ Git.",
        "If it was meant to change, state “sha256: {actual}”, raise the version and issue it anew. "
        "If not, ask who runs the repository to restore the file from Git.",
    )

    def check(self, examination: Examination) -> Findings:
        for attached in attached_files(examination.province):
            found = attached.found
            is_sound = found and found.sha256 and found.damage is not Damage.BROKEN
            if found and is_sound and found.sha256 != attached.sha256:
                finding = self.found(attached.hash_place, file=attached.file, actual=found.sha256)
                remedy = _OF_RECORD.format(actual=found.sha256) if attached.record else finding.remedy
                yield replace(finding, remedy=remedy)


_OF_RECORD = Phrase(
    "Tệp của hồ sơ không sửa lại: khôi phục tệp cũ từ Git. Nếu lúc trước ghi sai thì ghi “sha256: {actual}”.",
    "The file of a record is not changed: restore it from Git. If it was stated wrongly, state “sha256: {actual}”.",
)


class NoOrphanFiles(ProvinceRule):
    """Every file beside the documents belongs to one of them; a stray file is an uncontrolled document."""

    code = "ST443"
    severity = Severity.WARNING
    title = Phrase("Mọi tệp đều thuộc một tài liệu", "Every file belongs to a document")
    fact = Phrase("tệp “{file}” {why}", "the file “{file}” {why_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
    remedy = Phrase("{what}", "{what_en}")

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        named = {f"{attached.folder}/{attached.file}" for attached in attached_files(province)}
        named |= set(_meant(province))
        loose = [file for file in province.attachments if file.path not in named and not _is_dealt_with(file)]
        used = _pictures(province) if loose else frozenset()
        for file in loose:
            if file.name not in used:
                why, what = _why_loose(file)
                facts = {"why": why.vi, "why_en": why.en, "what": what.vi, "what_en": what.en}
                yield self.found(Place(file.path), file=file.name, **facts)


def _meant(province: Province) -> Iterator[str]:
    """The files that a misspelt name was most likely meant to name; the name is what has to be mended."""
    for attached in attached_files(province):
        if attached.found is None:
            near = closest(_bare(attached.file), _names_in(attached.folder, province))
            if near:
                yield f"{attached.folder}/{near}"


def _names_in(folder: str, province: Province) -> list[str]:
    return [file.name for file in province.attachments if file.folder == folder]


def _bare(file: str) -> str:
    """A name without the path that somebody typed before it."""
    return file.replace("\\", "/").rpartition("/")[2]


PROGRAMS = frozenset(
    "exe com scr bat cmd ps1 vbs vbe js jse wsf hta msi jar lnk dll apk".split()  # noqa: SIM905 - a list to read
)
"""Endings of files that run."""
_LEFT_BEHIND = re.compile(r"~\$.+|.+~|thumbs\.db|desktop\.ini|.+\.(?:tmp|bak|swp|orig)", re.IGNORECASE)
_TEXTS = frozenset({"yaml", "markdown", "mdown", "md", "yml"})
_PICTURES = frozenset({"png", "jpg", "jpeg", "webp", "gif", "svg"})
_OF_A_SITE = frozenset({"css", "js", "mjs", "woff", "woff2", "ttf", "ico", "txt", "xml", "json", "webmanifest"})
_PICTURE = re.compile(r"[\w.%-]{1,100}\.(?:png|jpe?g|webp|gif|svg)", re.IGNORECASE)


def _is_dealt_with(file: Attachment) -> bool:
    """Whether another rule speaks of it, or it is none of the documents' business."""
    in_site = file.path.startswith("sites/") and "/docs/" in file.path
    belongs = in_site and file.ending in _OF_A_SITE
    emblem = in_site and file.name.lower().startswith(("logo", "favicon"))
    return belongs or emblem or is_refused_anywhere(file) or file.has_macros


def is_refused_anywhere(file: Attachment) -> bool:
    """Return whether a file is refused even if nobody names it: a program, or a link."""
    in_site = file.path.startswith("sites/") and "/docs/" in file.path
    return file.damage is Damage.LINK or (file.ending in PROGRAMS and not (in_site and file.ending in _OF_A_SITE))


def _pictures(province: Province) -> frozenset[str]:
    """The names of pictures that texts show."""
    texts = [page.body.text for page in province.pages]
    texts += [document.body.text for document in province.documents]
    return frozenset(name for text in texts if "![" in text for name in _PICTURE.findall(text))


_LEFT = (
    Phrase("là tệp tạm do chương trình khác để lại", "was left behind by another program"),
    Phrase("Xóa tệp này.", "Delete it."),
)
_NOT_READ = (
    Phrase(
        "không được đọc vì đuôi tệp không phải là “.md” hoặc “.yml”",
        "is not read, because its ending is neither “.md” nor “.yml”",
    ),
    Phrase(
        "Đổi đuôi tệp thành “.md” cho tài liệu, “.yml” cho dữ liệu.",
        "Rename it to “.md” for a document, “.yml” for data.",
    ),
)
_NOT_SHOWN = (
    Phrase("không được trang nào dùng", "is not used by any page"),
    Phrase("Xóa ảnh này, hoặc đưa vào trang cần minh họa.", "Delete it, or show it on a page."),
)


def _why_loose(file: Attachment) -> tuple[Phrase, Phrase]:
    """What a file is that nobody names, and what to do with it."""
    if _LEFT_BEHIND.fullmatch(file.name):
        return _LEFT
    if file.ending in _TEXTS:
        return _NOT_READ
    if file.ending in _PICTURES:
        return _NOT_SHOWN
    entry = f"“{{file: {file.name}, sha256: {file.sha256}}}”"
    if f"/{RECORDS}/" in file.path:
        return (
            Phrase("không được hồ sơ nào khai nên không ai kiểm soát", "is named by no record: nobody controls it"),
            Phrase(
                f"Khai trong “attachments” của một hồ sơ ở cùng thư mục: {entry}; thừa thì xóa tệp.",
                f"Name it in the “attachments” of a record beside it: {entry}; or delete it.",
            ),
        )
    return (
        Phrase("không thuộc tài liệu nào nên không ai kiểm soát", "belongs to no document: nobody controls it"),
        Phrase(
            f"Khai trong “attachments” của biểu mẫu: {entry}; thừa thì xóa tệp.",
            f"Name it in the “attachments” of a form: {entry}; or delete it.",
        ),
    )


class OwnFile(ProvinceRule):
    """A file belongs to one form; two forms with the same file are a slip of copying."""

    code = "ST449"
    severity = Severity.WARNING
    title = Phrase("Mỗi biểu mẫu có tệp riêng", "Every form has a file of its own")
    fact = Phrase(
        "tệp “{file}” giống hệt tệp đính kèm khai ở {first}",
        "the file “{file}” is the same as the one named at {first}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase(
        "Thay bằng tệp của chính biểu mẫu này, hoặc bỏ dòng khai thừa.", "Attach the form's own file, or drop the line."
    )

    def check(self, examination: Examination) -> Findings:
        first: dict[str, Place] = {}
        for attached in attached_files(examination.province):
            if attached.form and attached.found and attached.found.sha256:
                if attached.found.sha256 in first:
                    yield self.found(attached.place, file=attached.file, first=first[attached.found.sha256])
                first.setdefault(attached.found.sha256, attached.place)


RULES = (AttachedFileExists(), AttachedFileUnchanged(), NoOrphanFiles(), OwnFile())
