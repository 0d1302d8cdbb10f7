"""ST6xx: what files say about each other: owners, fields, models, references, registers without doubles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sotay.markup.expand_model import placeholders
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.source import KeyPath, Place
from sotay.rules.examination import Examination
from sotay.rules.rule import DocumentRule, Findings, ProvinceRule
from sotay.rules.suggestion import did_you_mean

_IDENTIFIED = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
_FORM = frozenset({"ST100", "ST107"})


class KnownDocuments(DocumentRule):
    """The documents that a document refers to exist."""

    code = "ST601"
    title = Phrase("Tài liệu được nhắc đến có trong kho", "Documents referred to exist")
    fact = Phrase("không có tài liệu “{code}”{hint}", "there is no document “{code}”{hint_en}")
    basis = _IDENTIFIED
    remedy = Phrase("Sửa mã hiệu hoặc bỏ dòng này.", "Mend the code or remove it.")
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        known = examination.province.codes
        for path, code in _references(document):
            if code not in known:
                yield self.found(document.place(*path), code=code, **did_you_mean(code, sorted(known)))


def _references(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    for index, code in enumerate(document.control.replaces):
        yield ("replaces", index), code
    related = document.control.related
    for key in ("before", "after", "part_of") if related else ():
        for index, code in enumerate(getattr(related, key)):
            yield ("related", key, index), code


class KnownOwner(DocumentRule):
    """The owner of a document is an agency of the province."""

    code = "ST602"
    title = Phrase("Đơn vị chủ trì là cơ quan của tỉnh", "The owner is an agency of the province")
    fact = Phrase("không có cơ quan “{owner}”{hint}", "there is no agency “{owner}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase("Ghi mã một cơ quan trong sites/.", "State the id of an agency under sites/.")
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        owner, known = document.control.owner, examination.province.agency_ids
        if owner and owner not in known:
            yield self.found(document.place("owner"), owner=owner, **did_you_mean(owner, sorted(known)))


class KnownField(DocumentRule):
    """The field of a procedure is in the catalogue."""

    code = "ST603"
    kinds = frozenset({DocumentKind.PROCEDURE})
    title = Phrase("Lĩnh vực có trong danh mục", "The field is in the catalogue")
    fact = Phrase("không có lĩnh vực “{field}”{hint}", "there is no field “{field}”{hint_en}")
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 13", "Decree 63/2010/NĐ-CP, Article 13")
    remedy = Phrase(
        "Sửa “field” hoặc thêm lĩnh vực vào procedures/fields.yml.", "Mend “field” or add it to the catalogue."
    )
    requires = _FORM

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        field = document.control.field
        if examination.province.fields.is_faulty:
            return
        known = [entry.id for entry in examination.province.fields.value.entries]
        if field and field not in known:
            yield self.found(document.place("field"), field=field, **did_you_mean(field, known))


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
    requires = _FORM

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
    requires = _FORM | {"ST604"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for name in placeholders(document.expanded.text) if document.expanded else ():
            yield self.found(document.place("values"), name=name)


class AgencyReferences(ProvinceRule):
    """The parents and successors of agencies are agencies."""

    code = "ST606"
    title = Phrase("Cơ quan cấp trên, cơ quan kế tục có thật", "Parents and successors are agencies")
    fact = Phrase("không có cơ quan “{agency}”{hint}", "there is no agency “{agency}”{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 5.3", "TCVN ISO 9001:2015, 5.3")
    remedy = Phrase("Ghi mã một cơ quan trong sites/.", "State the id of an agency under sites/.")

    def check(self, examination: Examination) -> Findings:
        known = examination.province.agency_ids
        for files in examination.province.agencies:
            for key in ("parent", "successor"):
                named = getattr(files.agency, key)
                if named and named not in known:
                    yield self.found(files.file.place(key), agency=named, **did_you_mean(named, sorted(known)))


class LifeEventProcedures(ProvinceRule):
    """Life events name procedures of the library."""

    code = "ST607"
    title = Phrase("Sự kiện nêu thủ tục có thật", "Life events name known procedures")
    fact = Phrase("không có thủ tục “{code}”{hint}", "there is no procedure “{code}”{hint_en}")
    basis = _IDENTIFIED
    remedy = Phrase("Sửa mã hiệu hoặc bỏ dòng này.", "Mend the code or remove it.")

    def check(self, examination: Examination) -> Findings:
        register, known = examination.province.life_events, examination.province.codes
        for index, event in enumerate(register.value.events):
            for position, code in enumerate(event.procedures):
                if code not in known:
                    place = register.place("events", index, "procedures", position)
                    yield self.found(place, code=code, **did_you_mean(code, sorted(known)))


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
    title = Phrase("Văn bản công khai không nhắc tài liệu nội bộ", "A public text names no internal document")
    fact = Phrase("văn bản công khai nhắc tài liệu nội bộ {code}", "a public text names the internal document {code}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")
    remedy = Phrase(
        "Bỏ mã hiệu này khỏi văn bản, hoặc ghi “access: internal” nếu cả văn bản là nội bộ.",
        "Take the code out, or state “access: internal” if the whole text is internal.",
    )

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        internal = [document.code for document in province.documents if not document.is_public]
        if not internal:
            return
        named = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, internal))})(?![\w-])")
        public = [document.source for document in province.documents if document.is_public]
        for source in (*public, *(page.source for page in province.pages)):
            for number, line in enumerate(source.text.split("\n"), start=1):
                match = named.search(line)
                # Which model a document follows is not published.
                if match and not line.startswith("model:"):
                    yield self.found(Place(source.path, number), code=match[0])


RULES = (
    KnownDocuments(), KnownOwner(), KnownField(), KnownModel(), ModelFilled(), AgencyReferences(),
    LifeEventProcedures(), UniqueIds(), NoInternalNames(),
)  # fmt: skip
