"""ST201–ST208: who approved a document, and whether it is what its decision approved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.document import DocumentFile
from sotay.model.finding import Finding
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.approval.authority import why_not
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings
from sotay.rules.words.kind_words import kind_words
from sotay.rules.words.suggestion import did_you_mean

_CREATE = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_SIGNERS = (("prepared_by", "soạn thảo"), ("reviewed_by", "xem xét"), ("approver", "phê duyệt"))


def owner_of(document: DocumentFile, examination: Examination) -> AgencyFiles | None:
    """Return the agency that is responsible for a document, if it is known."""
    return examination.province.agency_by_id.get(document.control.owner or "")


def decision_of(document: DocumentFile, examination: Examination) -> FileOf[Decision] | None:
    """Return the owner's decision that a document names; numbers begin anew each year, so that the day counts too."""
    owner = owner_of(document, examination)
    named = [d for d in owner.decisions if d.value.number == document.control.decision] if owner else []
    of_day = [d for d in named if d.value.date == document.control.approved_date]
    return next(iter(of_day or named), None)


def names_unread_decision(document: DocumentFile, examination: Examination) -> bool:
    """Return whether the decision that a document names has a file that could not be read, which is said there."""
    serial, day = (document.control.decision or "").partition("/")[0], document.control.approved_date
    start, name = f"sites/{document.control.owner}/decisions/", f"{day.year if day else ''}-{serial}.yml"
    lost = (source.path for source in examination.province.unreadable)
    return bool(serial) and any(path.startswith(start) and path.endswith(name) for path in lost)


def _documents_by_decision(examination: Examination) -> Mapping[str, Sequence[DocumentFile]]:
    """The documents that name each decision, by its path."""
    found: defaultdict[str, list[DocumentFile]] = defaultdict(list)
    for document in examination.province.documents:
        decision = decision_of(document, examination)
        if decision and _item_of(document, decision.value):
            found[decision.source.path].append(document)
    return found


def _item_of(document: DocumentFile, decision: Decision) -> DecisionItem | None:
    same_code = [item for item in decision.documents if item.code == document.code and item.action is Action.ISSUE]
    return next((item for item in same_code if item.version == document.version), None)


def _is_judged_as_signed(document: DocumentFile, examination: Examination) -> bool:
    """Whether the approver signed the decision on the same day, so that the rule about its signer says it once."""
    decision, control = decision_of(document, examination), document.control
    signed = decision and _item_of(document, decision.value) and (decision.value.signed_by, decision.value.date)
    return signed == (control.approver, control.approved_date)


def _differs_for_another_reason(document: DocumentFile, examination: Examination) -> bool:
    """Whether reading refused a part of the file, or of what its model is filled from; those findings come first."""
    return bool(document.source.problems or (document.control.model and examination.province.settings.is_faulty))


class KnownPeople(DocumentRule):
    """Preparer, reviewer and approver are people of the owner."""

    code = "ST201"
    title = Phrase("Người soạn thảo, xem xét, phê duyệt có thật", "The signatories are people of the owner")
    fact = Phrase(
        "người {role} “{person}” không có trong danh sách của {owner}{hint}",
        "“{person}” ({key}) is not in {owner}{hint_en}",
    )
    basis = _CREATE
    remedy = Phrase(
        "Ghi ở “{key}” mã một người trong “people” của sites/{owner}/agency.yml, hoặc thêm người này vào đó.",
        "State at “{key}” the id of one of “people” in sites/{owner}/agency.yml, or add this person there.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        owner = owner_of(document, examination)
        is_known = owner and not owner.file.source.refuses("people")
        for key, role in _SIGNERS if is_known else ():
            person = getattr(document.control, key)
            if owner and person and not owner.agency.person(person):
                near = did_you_mean(person, [someone.id for someone in owner.agency.people])
                yield self.found(document.place(key), role=role, key=key, person=person, owner=owner.id, **near)


class SeparatePeople(DocumentRule):
    """Nobody reviews or approves what they wrote themselves."""

    code = "ST202"
    title = Phrase("Ba người khác nhau ký ba vai trò", "Three different people sign")
    fact = Phrase("“{person}” vừa {first} vừa {second}", "“{person}” signs twice: {first_key} and {second_key}")
    basis = _CREATE
    remedy = Phrase(
        "Giao vai trò {second} cho người khác, ghi mã người đó ở “{second_key}”.",
        "Give “{second_key}” to another person, and state the id there.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        signed: dict[str, tuple[str, str]] = {}
        for key, role in _SIGNERS:
            person = getattr(document.control, key)
            if person in signed:
                first_key, first = signed[person]
                place = document.place(key)
                yield self.found(place, person=person, first=first, second=role, first_key=first_key, second_key=key)
            elif person:
                signed[person] = (key, role)


class DatesInOrder(DocumentRule):
    """A version takes effect on or after the day it was approved."""

    code = "ST203"
    title = Phrase("Ngày hiệu lực không trước ngày ban hành", "Effect does not precede approval")
    fact = Phrase(
        "ngày hiệu lực {effective:%d/%m/%Y} trước ngày ban hành {approved:%d/%m/%Y}",
        "effective on {effective} but approved on {approved}",
    )
    basis = _CREATE
    remedy = Phrase(
        "Sửa “effective_date” hoặc “approved_date” theo quyết định đã ký.",
        "Mend “effective_date” or “approved_date” after the signed decision.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        approved, effective = document.control.approved_date, document.control.effective_date
        if approved and effective and effective < approved:
            yield self.found(document.place("effective_date"), effective=effective, approved=approved)


class Authority(DocumentRule):
    """The approver had authority for that kind of document on that day."""

    code = "ST204"
    title = Phrase("Người phê duyệt có thẩm quyền", "The approver had authority")
    fact = Phrase(
        "người phê duyệt “{person}” không có thẩm quyền với loại {kind} ngày {day:%d/%m/%Y}: {why}",
        "the approver “{person}” had no authority for the kind {kind_en} on {day}: {why_en}",
    )
    basis = _CREATE
    remedy = Phrase(
        "Ghi ở “approver” người có thẩm quyền trong sites/{owner}/agency.yml, hoặc sửa “approved_date”.",
        "Name at “approver” who has authority in sites/{owner}/agency.yml, or mend “approved_date”.",
    )
    requires = READABLE | {"ST201"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control, owner = document.control, owner_of(document, examination)
        person = owner.agency.person(control.approver) if owner else None
        day, kind = control.approved_date, control.kind
        if owner is None or owner.file.source.refuses("people") or _is_judged_as_signed(document, examination):
            return
        if person and kind and day and not person.may_approve(kind, day):
            why, name = why_not(person, kind, day), kind_words([kind])
            facts = {"kind": name.vi, "kind_en": name.en, "why": why.vi, "why_en": why.en}
            yield self.found(document.place("approver"), person=person.id, day=day, owner=owner.id, **facts)


class DecisionExists(DocumentRule):
    """The decision that a document names is on file."""

    code = "ST205"
    title = Phrase("Quyết định ban hành có trong kho", "The decision is on file")
    fact = Phrase("không có quyết định “{number}” của {owner}", "{owner} has no decision “{number}”")
    basis = _CONTROL
    remedy = Phrase(
        "Chạy “sotay issue {code} --decision {number} …” khi quyết định đã ký, hoặc sửa số quyết định.",
        "Run “sotay issue {code} --decision {number} …” once it is signed, or mend the number.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        number, owner = document.control.decision, owner_of(document, examination)
        is_lost = names_unread_decision(document, examination)
        if number and owner and not is_lost and not decision_of(document, examination):
            yield self.found(document.place("decision"), number=number, owner=owner.id, code=document.code)


class DecisionNamesVersion(DocumentRule):
    """The decision names this code in this version."""

    code = "ST206"
    title = Phrase("Quyết định có tên tài liệu và bản này", "The decision names this document and version")
    fact = Phrase(
        "quyết định {number} không ban hành {code} bản {version}",
        "decision {number} does not issue {code} version {version}",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Sửa “version” cho đúng quyết định, hoặc ghi quyết định đã ban hành bản này.",
        "Mend “version” to match the decision, or name the decision that issued this version.",
    )
    requires = READABLE | {"ST205"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        decision = decision_of(document, examination)
        if decision and document.version and not _item_of(document, decision.value):
            place = document.place("version")
            yield self.found(place, number=decision.value.number, code=document.code, version=document.version)


class TextAsApproved(DocumentRule):
    """The text is the one that was approved, to the letter and digit."""

    code = "ST207"
    title = Phrase("Nội dung đúng như bản được phê duyệt", "The text is as approved")
    fact = Phrase(
        "nội dung {code} bản {version} khác với bản được phê duyệt theo quyết định {number} (dấu vân tay không khớp)",
        "the text of {code} version {version} is not the one that decision {number} approved (fingerprints differ)",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Khôi phục nội dung cũ; nếu muốn sửa đổi thì tăng “version”, "
        "xóa giá trị của “decision”, “approved_date”, “effective_date”, rồi trình ban hành lại.",
        "Restore the text; to amend it, raise “version”, "
        "empty “decision”, “approved_date”, “effective_date”, and have it issued again.",
    )
    requires = READABLE | {"ST205", "ST206"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        decision = decision_of(document, examination)
        item = _item_of(document, decision.value) if decision else None
        if decision is None or item is None or item.fingerprint == examination.fingerprints[document.code]:
            return
        if not _differs_for_another_reason(document, examination):
            place, number = document.place("version"), decision.value.number
            yield self.found(place, code=document.code, version=document.version, number=number)


class DatesOfDecision(DocumentRule):
    """The dates of the document are those of its decision."""

    code = "ST208"
    title = Phrase("Ngày trong tài liệu đúng với quyết định", "The dates are those of the decision")
    fact = Phrase(
        "“{key}” ghi {stated:%d/%m/%Y} nhưng quyết định {number} ghi {decided:%d/%m/%Y}",
        "“{key}” says {stated} but decision {number} says {decided}",
    )
    basis = _CONTROL
    remedy = Phrase("Ghi “{key}: {decided}”.", "Write “{key}: {decided}”.")
    requires = READABLE | {"ST203", "ST205", "ST206", "ST207"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        decision = decision_of(document, examination)
        for key, attribute in (("approved_date", "date"), ("effective_date", "effective_date")) if decision else ():
            stated: date | None = getattr(document.control, key)
            decided: date | None = getattr(decision.value, attribute) if decision else None
            if decision and stated and decided and stated != decided:
                facts = {"key": key, "stated": stated, "decided": decided, "number": decision.value.number}
                finding = self.found(document.place(key), **facts)
                together = examination.shared(_documents_by_decision)[decision.source.path]
                is_alone = len(together) == 1 or any(getattr(d.control, key) != stated for d in together)
                yield finding if is_alone else self._of_all(finding, decision, attribute, facts, len(together))

    def _of_all(
        self, one: Finding, decision: FileOf[Decision], attribute: str, facts: Mapping[str, object], count: int
    ) -> Finding:
        """All documents agree with each other and not with the decision: most likely it was mistyped there."""
        told = {**facts, "attribute": attribute, "count": count}
        return replace(
            one, place=decision.place(attribute), fact=_ALL_SAY.format(**told), remedy=_MEND_DECISION.format(**told)
        )


_ALL_SAY = Phrase(
    "quyết định {number} ghi “{attribute}: {decided}” nhưng cả {count} tài liệu của quyết định ghi “{key}: {stated}”",
    "decision {number} says “{attribute}: {decided}”, but its documents, {count} in all, say “{key}: {stated}”",
)
_MEND_DECISION = Phrase(
    "Xem bản giấy: quyết định gõ sai thì ghi “{attribute}: {stated}” ở đây, "
    "tài liệu gõ sai thì ghi “{key}: {decided}” ở từng tài liệu.",
    "See the paper: if the decision was mistyped, write “{attribute}: {stated}” here, "
    "if the documents were, write “{key}: {decided}” in each.",
)


RULES = (
    KnownPeople(), SeparatePeople(), DatesInOrder(), Authority(), DecisionExists(), DecisionNamesVersion(),
    TextAsApproved(), DatesOfDecision(),
)  # fmt: skip
