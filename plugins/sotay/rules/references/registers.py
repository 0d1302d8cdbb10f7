"""ST6xx: what files say about each other: owners, fields, models, references, registers without doubles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sotay.markup.expand_model import placeholders
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, Province
from sotay.model.source import KeyPath, Place
from sotay.rules.approval.standing import deleted_in_force
from sotay.rules.examination import Examination
from sotay.rules.references.named_documents import related_documents
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean

_IDENTIFIED = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")


class KnownDocuments(DocumentRule):
    """The documents that a document refers to exist."""

    code = "ST601"
    title = Phrase("Tài liệu được nhắc đến có trong kho", "Documents referred to exist")
    fact = Phrase("không có tài liệu “{code}”{hint}", "there is no document “{code}”{hint_en}")
    basis = _IDENTIFIED
    remedy = Phrase("Sửa mã hiệu hoặc bỏ dòng này.", "Mend the code or remove it.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        known, told = examination.province.codes, examination.shared(deleted_in_force)
        for path, code in _references(document):
            if code not in known and code not in told:
                yield self.found(document.place(*path), code=code, **did_you_mean(code, sorted(known)))


def _references(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    for index, code in enumerate(document.control.replaces):
        yield ("replaces", index), code
    yield from related_documents(document)


class KnownOwner(DocumentRule):
    """The owner of a document is an agency of the province."""

    code = "ST602"
    title = Phrase("Đơn vị chủ trì là cơ quan của tỉnh", "The owner is an agency of the province")
    fact = Phrase("không có cơ quan “{owner}”{hint}", "there is no agency “{owner}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Ghi mã một cơ quan, là tên thư mục của cơ quan trong sites/, ví dụ “so-tu-phap”.",
        "State the id of an agency, the name of its folder under sites/, e.g. “so-tu-phap”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        owner, known = document.control.owner, examination.province.agency_ids
        if owner and owner not in known:
            yield self.found(document.place("owner"), owner=owner, **did_you_mean(owner, sorted(known)))


class KnownField(DocumentRule):
    """The field of a procedure is in the catalogue."""

    code = "ST603"
    kinds = PROCEDURES
    title = Phrase("Lĩnh vực có trong danh mục", "The field is in the catalogue")
    fact = Phrase("không có lĩnh vực “{field}”{hint}", "there is no field “{field}”{hint_en}")
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 13", "Decree 63/2010/NĐ-CP, Article 13")
    remedy = Phrase(
        "Sửa “field” hoặc thêm lĩnh vực vào procedures/fields.yml.", "Mend “field” or add it to the catalogue."
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        field = document.control.field
        if examination.province.fields.is_faulty:
            return
        known = [entry.id for entry in examination.province.fields.value.entries]
        if field and not known:
            told = self.found(examination.province.fields.place("fields"), field=field, **did_you_mean(field, known))
            yield replace(told, fact=_NO_FIELDS, remedy=_ADD_FIELDS)
        elif field and field not in known:
            yield self.found(document.place("field"), field=field, **did_you_mean(field, known))


_NO_FIELDS = Phrase(
    "tệp thiếu hoặc không có lĩnh vực nào, trong khi các quy trình có ghi lĩnh vực",
    "the file is missing or has no field, while procedures state theirs",
)
_ADD_FIELDS = Phrase(
    "Khôi phục procedures/fields.yml, hoặc ghi mọi lĩnh vực của quy trình vào “fields”.",
    "Restore procedures/fields.yml, or list under “fields” every field that the procedures state.",
)


class KnownModel(DocumentRule):
    """The model that a document follows exists in the named version."""

    code = "ST604"
    title = Phrase("Mô hình khung có đúng bản đã nêu", "The model exists in the named version")
    fact = Phrase("không có mô hình “{model}”{now}", "there is no model “{model}”{now_en}")
    basis = Phrase("Thông tư 26/2014/TT-BKHCN, Điều 6", "Circular 26/2014/TT-BKHCN, Article 6")
    remedy = Phrase(
        "Ghi mã và bản của mô hình, ví dụ “MH-STCL-01@1.0”; mô hình đã lên bản mới thì ban hành lại tài liệu này.",
        "State code and version, e.g. “MH-STCL-01@1.0”; if the model has a new version, issue this document anew.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if not document.control.model:
            return
        code, _, version = document.control.model.partition("@")
        model = examination.province.document_by_code.get(code)
        exists = model is not None and model.control.kind is DocumentKind.MODEL
        if not exists or str(model and model.version) != version:
            now = f"; bản hiện có là {model.version}" if exists and model else ""
            now_en = f"; the version at hand is {model.version}" if exists and model else ""
            place = document.place("model")
            yield self.found(place, model=document.control.model, now=now, now_en=now_en)


class ModelFilled(DocumentRule):
    """Every placeholder of the model is filled."""

    code = "ST605"
    title = Phrase("Mọi chỗ trống của mô hình đã điền", "Every placeholder of the model is filled")
    fact = Phrase("chưa có giá trị cho “{name}” của mô hình", "the model's “{name}” has no value")
    basis = Phrase("Thông tư 26/2014/TT-BKHCN, Điều 6", "Circular 26/2014/TT-BKHCN, Article 6")
    remedy = Phrase("Thêm “{name}: …” vào “values”.", "Add “{name}: …” to “values”.")
    requires = READABLE | {"ST604"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for name in placeholders(document.expanded.text) if document.expanded else ():
            yield self.found(document.place("values"), name=name)


class AgencyReferences(ProvinceRule):
    """The parents and successors of agencies are agencies."""

    code = "ST606"
    title = Phrase("Cơ quan cấp trên, cơ quan kế tục có thật", "Parents and successors are agencies")
    fact = Phrase("không có cơ quan “{agency}”{hint}", "there is no agency “{agency}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase(
        "Ghi mã một cơ quan, là tên thư mục của cơ quan trong sites/, ví dụ “so-tu-phap”.",
        "State the id of an agency, the name of its folder under sites/, e.g. “so-tu-phap”.",
    )

    def check(self, examination: Examination) -> Findings:
        known = examination.province.agency_ids
        for files in examination.province.agencies:
            for key in ("parent", "successor"):
                named = getattr(files.agency, key)
                if named and named not in known:
                    yield self.found(files.file.place(key), agency=named, **did_you_mean(named, sorted(known)))
        for key, words in (("parent", _ABOVE_ITSELF), ("successor", _AFTER_ITSELF)):
            for circle in _circles_of_agencies(examination.province, key):
                shown = " → ".join([*(files.id for files in circle), circle[0].id])
                told = self.found(circle[0].file.place(key), agency=circle[0].id, **did_you_mean(circle[0].id, ()))
                yield replace(told, fact=words.format(circle=shown), remedy=_MEND_CIRCLE.format(key=key))


_ABOVE_ITSELF = Phrase("cơ quan là cấp trên của chính mình: {circle}", "an agency is its own superior: {circle}")
_AFTER_ITSELF = Phrase("cơ quan được kế tục bởi chính mình: {circle}", "an agency is its own successor: {circle}")
_MEND_CIRCLE = Phrase("Sửa hoặc xóa “{key}” ở một trong các cơ quan này.", "Mend or delete “{key}” of one of them.")


def _circles_of_agencies(province: Province, key: str) -> Iterator[list[AgencyFiles]]:
    """Yield each circle in which agencies name one another, once."""
    done: set[str] = set()
    for files in province.agencies:
        trail: dict[str, AgencyFiles] = {}
        here: AgencyFiles | None = files
        while here and here.id not in done and here.id not in trail:
            trail[here.id] = here
            here = province.agency_by_id.get(getattr(here.agency, key) or "")
        if here and here.id in trail:
            yield list(trail.values())[list(trail).index(here.id) :]
        done.update(trail)


class UniqueIds(ProvinceRule):
    """Ids within a register are unique."""

    code = "ST608"
    title = Phrase("Mã trong mỗi danh mục là duy nhất", "Ids within a register are unique")
    fact = Phrase("mã “{id}” đã có ở {first}", "the id “{id}” already stands at {first}")
    basis = _IDENTIFIED
    remedy = Phrase("Đặt mã khác hoặc xóa mục trùng.", "Give another id or delete the double.")

    def check(self, examination: Examination) -> Findings:
        for entries in _id_lists(examination):
            first: dict[str, Place] = {}
            for name, place in entries:
                if name in first:
                    yield self.found(place, id=name, first=first[name])
                first.setdefault(name, place)


def _id_lists(examination: Examination) -> Iterator[Iterable[tuple[str, Place]]]:
    province = examination.province
    fields, events, settings = province.fields, province.life_events, province.settings
    yield [(f.id, fields.place("fields", i, "id")) for i, f in enumerate(fields.value.entries)]
    yield [(e.id, events.place("events", i, "id")) for i, e in enumerate(events.value.events)]
    yield [(r.id, settings.place("roles", i, "id")) for i, r in enumerate(settings.value.roles)]
    partners = [(p.id, settings.place("partners", i, "id")) for i, p in enumerate(settings.value.partners)]
    yield [*((files.id, files.file.place("id")) for files in province.agencies), *partners]
    for files in province.agencies:
        yield [(p.id, files.file.place("people", i, "id")) for i, p in enumerate(files.agency.people)]


class NoInternalNames(ProvinceRule):
    """A public text does not name an internal document."""

    code = "ST609"
    title = Phrase("Nội dung công khai không nhắc tài liệu nội bộ", "A public text names no internal document")
    fact = Phrase("nội dung công khai nhắc tài liệu nội bộ {code}", "a public text names the internal document {code}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")
    remedy = Phrase(
        "Bỏ mã hiệu này, hoặc ghi “access: internal” nếu cả tài liệu này là nội bộ.",
        "Take the code out, or state “access: internal” if this whole document is internal.",
    )

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        internal = [document.code for document in province.documents if not document.is_public]
        if not internal:
            return
        named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, internal))})(?![\w-])")
        public = ((document.source, _lines_of_notes(document)) for document in province.documents if document.is_public)
        for source, notes in (*public, *((page.source, range(0)) for page in province.pages)):
            lines = enumerate(source.text.split("\n"), start=1) if any(code in source.text for code in internal) else ()
            for number, line in lines:
                match = named.search(line)
                # Which model a document follows is not published, nor is what is said to the staff.
                if match and not line.startswith("model:") and number not in notes:
                    yield self.found(Place(source.path, number), code=match[0])


def _lines_of_notes(document: DocumentFile) -> range:
    """The lines of the notes to staff, up to the next key or the text."""
    first = document.source.lines.get(("staff_notes",))
    if first is None:
        return range(0)
    later = (line for path, line in document.source.lines.items() if len(path) == 1 and line > first)
    return range(first, min(later, default=document.body.first_line))


RULES = (
    KnownDocuments(), KnownOwner(), KnownField(), KnownModel(), ModelFilled(), AgencyReferences(),
    UniqueIds(), NoInternalNames(),
)  # fmt: skip
