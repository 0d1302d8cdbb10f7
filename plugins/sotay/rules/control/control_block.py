"""ST101, ST110–ST115: the control block is complete, and names the document once and for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sotay.model.document import Document, DocumentFile, DocumentKind
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place, ProblemKind, Source, last_key
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule, SourceRule

_APPROVAL = frozenset({"decision", "approved_date", "effective_date"})


class MissingPart(SourceRule):
    """A value has all the parts it cannot do without."""

    code = "ST109"
    title = Phrase("Mỗi mục có đủ phần bắt buộc", "Every item has its obligatory parts")
    fact = Phrase("mục này thiếu “{key}”", "“{key}” is missing here")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2", "TCVN ISO 9001:2015, 7.5.2")
    remedy = Phrase("Thêm “{key}: …” vào mục bắt đầu ở dòng này.", "Add “{key}: …” to what begins on this line.")

    def check(self, source: Source, examination: Examination) -> Findings:
        for problem in source.problems:
            if problem.kind is ProblemKind.MISSING:
                yield self.found(Place(source.path, problem.line), key=last_key(problem.facts["key"]))


class MissingKey(DocumentRule):
    """The control block states every key that its kind of document must state."""

    code = "ST101"
    title = Phrase("Khối kiểm soát đủ khóa", "The control block is complete")
    fact = Phrase("thiếu khóa “{key}” ({title})", "the key “{key}” is missing")
    basis = Phrase(
        "TCVN ISO 9001:2015, 7.5.2; Nghị định 63/2010/NĐ-CP, Điều 8",
        "TCVN ISO 9001:2015, 7.5.2; Decree 63/2010/NĐ-CP, Article 8",
    )
    remedy = Phrase(
        "Thêm dòng “{key}: …” vào khối kiểm soát, giữa hai dòng --- ở đầu tệp.",
        "Add a line “{key}: …” to the control block, between the two lines --- at the head of the file.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for key, title in required_keys(document):
            stated = getattr(document.control, key)
            is_draft = document.is_draft and key in _APPROVAL
            if stated in (None, (), "") and not document.source.refuses(key) and not is_draft:
                yield self.found(document.place(), key=key, title=title)


class Draft(DocumentRule):
    """A document is covered by a decision; until then it is a draft that nothing publishes."""

    code = "ST115"
    severity = Severity.WARNING
    title = Phrase("Tài liệu đã trình ban hành", "The document has been put to a decision")
    fact = Phrase(
        "còn là dự thảo: chưa ghi quyết định, ngày ban hành, ngày hiệu lực nên chưa được công bố",
        "still a draft: it states no decision and no dates, and is not published",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1", "TCVN ISO 9001:2015, 7.5.3.1")
    remedy = Phrase(
        "Khi được phê duyệt, ghi “decision”, “approved_date”, “effective_date” "
        "rồi chạy “sotay issue {code} --agency … --decision …”.",
        "Once approved, state “decision”, “approved_date”, “effective_date”, "
        "then run “sotay issue {code} --agency … --decision …”.",
    )
    requires = READABLE | {"ST301", "ST302"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.is_draft and not any(map(document.source.refuses, _APPROVAL)):
            yield self.found(document.place(), code=document.code)


class KeyOfOtherKind(DocumentRule):
    """A document has only keys of its kind."""

    code = "ST110"
    title = Phrase("Khóa hợp với loại tài liệu", "Every key belongs to the kind of document")
    fact = Phrase("khóa “{key}” không dùng cho loại “{kind}”", "the key “{key}” is not for the kind “{kind}”")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2", "TCVN ISO 9001:2015, 7.5.2")
    remedy = Phrase("Xóa khóa này hoặc sửa “kind”.", "Delete the key or mend “kind”.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        kind = document.control.kind
        for name in document.control.model_fields_set if kind else ():
            only_for = _declared(name, "only_for")
            if only_for and kind not in only_for:
                yield self.found(document.place(name), key=name, kind=kind)


class CodeIsFileName(DocumentRule):
    """The code is the file name, so that a document is found by it and keeps its address."""

    code = "ST111"
    title = Phrase("Mã hiệu trùng tên tệp", "The code is the file name")
    fact = Phrase("mã hiệu “{code}” khác tên tệp “{name}.md”", "the code “{code}” is not the file name “{name}.md”")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase(
        "Đổi tên tệp thành {code}.md, hoặc sửa “code” cho trùng tên tệp.",
        "Rename the file to {code}.md, or mend “code” after the file name.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        code = document.control.code
        # To rename a copy after its original would only make two files of one name.
        is_copy = code in examination.shared(_rightly_named)
        if code and code != document.source.name and not is_copy:
            yield self.found(document.place("code"), code=document.control.code, name=document.source.name)


class UniqueCode(ProvinceRule):
    """A code names one document of the whole repository."""

    code = "ST112"
    title = Phrase("Mã hiệu là duy nhất", "A code is unique")
    fact = Phrase("mã hiệu “{code}” đã dùng ở {first}", "the code “{code}” is already used at {first}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase(
        "Ghi “code” là mã hiệu chưa tài liệu nào dùng và đặt tên tệp theo; bản chép thừa thì xóa.",
        "State a “code” that no document has and name the file after it; delete a needless copy.",
    )

    def check(self, examination: Examination) -> Findings:
        named = sorted(examination.province.documents, key=lambda d: (d.code != d.source.name, not _lies_in_field(d)))
        codes = ((d.code, d.place("code")) for d in named)
        for code, first, again in _repeated(codes):
            yield self.found(again, code=code, first=first)


class UniqueNationalCode(ProvinceRule):
    """A national code belongs to one procedure of the library, so that its address is one."""

    code = "ST113"
    title = Phrase("Mỗi mã thủ tục thuộc một tài liệu", "A national code belongs to one document")
    fact = Phrase("mã thủ tục {code} đã thuộc tài liệu ở {first}", "the national code {code} belongs to {first}")
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 26", "Decree 63/2010/NĐ-CP, Article 26")
    remedy = Phrase(
        "Giữ mã này ở một tài liệu, xóa khỏi “tthc” của tài liệu kia.",
        "Keep it in one document, delete it from “tthc” of the other.",
    )

    def check(self, examination: Examination) -> Findings:
        codes = (
            (code, document.place("tthc", index))
            for document in examination.province.documents
            # Of two documents with one code another rule speaks.
            if examination.province.document_by_code[document.code] is document
            for index, code in enumerate(document.control.tthc)
        )
        for code, first, again in _repeated(codes):
            yield self.found(again, code=code, first=first)


class IdIsFolder(ProvinceRule):
    """An agency's id is its folder, and is not taken by the portal."""

    code = "ST114"
    title = Phrase("Mã cơ quan trùng tên thư mục", "An agency's id is its folder")
    fact = Phrase("mã cơ quan “{id}” khác tên thư mục “{folder}”", "the id “{id}” is not the folder “{folder}”")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase("Ghi “id: {folder}”.", "Write “id: {folder}”.")

    def check(self, examination: Examination) -> Findings:
        for files in examination.province.agencies:
            if files.agency.id != files.id:
                yield self.found(files.file.place("id"), id=files.agency.id, folder=files.id)


def required_keys(document: DocumentFile) -> tuple[tuple[str, str], ...]:
    """Return the keys, with their Vietnamese titles, that a document of its kind must state."""
    return _required(document.control.kind)


@cache
def _required(kind: DocumentKind | None) -> tuple[tuple[str, str], ...]:
    fields = Document.model_fields.items()
    wanted = {name: _declared(name, "required_for") for name, _ in fields}
    return tuple((name, field.title or name) for name, field in fields if "*" in wanted[name] or kind in wanted[name])


@cache
def _declared(name: str, what: str) -> Sequence[object]:
    extra = Document.model_fields[name].json_schema_extra
    declared = extra.get(what) if isinstance(extra, dict) else None
    return declared if isinstance(declared, list) else ()


def _rightly_named(examination: Examination) -> frozenset[str]:
    """The codes that are the names of their files."""
    return frozenset(d.code for d in examination.province.documents if d.control.code == d.source.name)


def _lies_in_field(document: DocumentFile) -> bool:
    """Whether the folder of a document is its field, so that of two copies it is the one in place."""
    return document.control.field is None or f"/{document.control.field}/" in document.source.path


def _repeated(named: Iterable[tuple[str, Place]]) -> Iterator[tuple[str, Place, Place]]:
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for name, place in named:
        places[name].append(place)
    for name, (first, *others) in places.items():
        for again in others:
            yield name, first, again


RULES = (
    MissingKey(), MissingPart(), KeyOfOtherKind(), CodeIsFileName(), UniqueCode(), UniqueNationalCode(), IdIsFolder(),
    Draft(),
)  # fmt: skip
