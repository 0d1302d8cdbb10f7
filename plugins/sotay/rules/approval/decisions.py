"""ST209–ST217: a decision is complete, taken by those who may, and puts into force only what can be shown."""

from __future__ import annotations

from dataclasses import replace

from sotay.history.ledger import Standing
from sotay.model.agency import Person
from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.document import DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.approval.adoption import AdoptedVersionIssued
from sotay.rules.approval.authority import why_not
from sotay.rules.approval.decision_file import DecisionFile
from sotay.rules.approval.standing import deleted_in_force
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings
from sotay.rules.words.kind_words import kind_words
from sotay.rules.words.suggestion import did_you_mean

_CREATE = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_SHOWN_CODES = 3
"""How many codes a message names."""


class DecisionSigner(DecisionRule):
    """A decision is signed by a person of the agency with authority for all that it decides on."""

    code = "ST209"
    title = Phrase("Người ký quyết định có thẩm quyền", "The signer of a decision had authority")
    fact = Phrase(
        "người ký “{person}” {what}",
        "the signer “{person}” {what_en}",
    )
    basis = _CREATE
    remedy = Phrase(
        "Ghi người có thẩm quyền với mọi tài liệu của quyết định vào “signed_by”, "
        "hoặc ghi đúng thẩm quyền vào agency.yml.",
        "Name in “signed_by” who has authority for every document of the decision, "
        "or state the authority as it is in agency.yml.",
    )
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        if agency.file.source.refuses("people"):
            return
        decision = file.value
        person = agency.agency.person(decision.signed_by)
        what = _not_covered(person, decision, examination) if person else _unknown(decision.signed_by, agency)
        if what:
            yield self.found(file.place("signed_by"), person=decision.signed_by, what=what.vi, what_en=what.en)


class DecisionDates(DecisionRule):
    """A decision takes effect on or after the day it was signed, and its file is named after it."""

    code = "ST210"
    title = Phrase("Quyết định có hiệu lực từ ngày ký trở đi", "A decision takes effect on or after its date")
    fact = Phrase(
        "hiệu lực {effective:%d/%m/%Y} trước ngày ký {signed:%d/%m/%Y}", "effective on {effective}, signed on {signed}"
    )
    basis = _CREATE
    remedy = Phrase(
        "Sửa “effective_date” hoặc “date” theo quyết định đã ký.",
        "Mend “effective_date” or “date” after the signed decision.",
    )
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        decision = file.value
        if decision.effective_date < decision.date:
            yield self.found(file.place("effective_date"), effective=decision.effective_date, signed=decision.date)


class DecisionItems(DecisionRule):
    """Every document of a decision states what its action needs."""

    code = "ST211"
    title = Phrase(
        "Mỗi tài liệu trong quyết định ghi đủ bản và dấu vân tay", "Every item states version and fingerprint"
    )
    fact = Phrase("mục {code} (action: {action}) thiếu “{missing}”", "{code} (action: {action}) lacks “{missing}”")
    basis = _CONTROL
    remedy = Phrase("Lập quyết định bằng lệnh “sotay issue” để máy ghi đủ.", "Write the decision with “sotay issue”.")
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        for index, item in enumerate(file.value.documents):
            needed = {"fingerprint": item.fingerprint} if item.action is not Action.WITHDRAW else {}
            if item.action in (Action.ISSUE, Action.ADOPT):
                needed["version"] = str(item.version) if item.version else None
            for missing in [name for name, value in needed.items() if value is None]:
                yield self.found(file.place("documents", index), code=item.code, action=item.action, missing=missing)


class IssuedByOwner(DecisionRule):
    """An agency issues its own documents and adopts those of others."""

    code = "ST212"
    title = Phrase("Cơ quan chủ trì ban hành, cơ quan khác áp dụng", "The owner issues, others adopt")
    fact = Phrase(
        "mục {code} ghi “action: {action}” nhưng tài liệu này do {owner} chủ trì",
        "{code} says “action: {action}” but {owner} owns the document",
    )
    basis = Phrase("Thông tư 26/2014/TT-BKHCN, Điều 7", "Circular 26/2014/TT-BKHCN, Article 7")
    remedy = Phrase("Ghi “action: {right}”.", "Write “action: {right}”.")
    requires = READABLE | {"ST211"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        for index, item in enumerate(file.value.documents):
            document = examination.province.document_by_code.get(item.code)
            if not document or item.action not in (Action.ISSUE, Action.ADOPT):
                continue
            if document.control.owner not in examination.province.agency_ids:
                continue
            right = Action.ISSUE if document.control.owner == agency.id else Action.ADOPT
            if item.action is not right:
                place = file.place("documents", index)
                yield self.found(place, code=item.code, owner=document.control.owner, action=item.action, right=right)


class TextFound(DecisionRule):
    """The text of every version that is or will be in force can be found."""

    code = "ST214"
    title = Phrase("Tìm được nội dung của mỗi bản có hiệu lực", "The text of every version in force is found")
    fact = Phrase(
        "không tìm thấy nội dung {code} bản {version} có dấu vân tay như quyết định {number} ghi",
        "no text of {code} version {version} has the fingerprint that decision {number} names",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Khôi phục tệp {code}.md của bản này; "
        "nếu bản cũ nằm trong lịch sử Git thì "
        "nhờ người quản trị kho lấy đủ lịch sử (git fetch --unshallow).",
        "Restore {code}.md of this version; if it is in Git's history, "
        "ask who runs the repository to fetch all of it (git fetch --unshallow).",
    )
    requires = READABLE | {"ST211", "ST213", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        ledger, number = examination.ledgers[agency.id], file.value.number
        for index, item in enumerate(file.value.documents):
            period = next((p for p in ledger.of(item.code) if p.decision is file.value), None)
            is_current = period and (period.ends is None or examination.day <= period.ends)
            if not period or not is_current or _reported_elsewhere(item, examination):
                continue
            if (item.code, item.fingerprint or "") not in examination.texts:
                place = file.place("documents", index)
                yield self.found(place, code=item.code, version=item.version, number=number)


class WithdrawsWhatIsInForce(DecisionRule):
    """A decision withdraws only what is in force on the eve of its effect."""

    code = "ST215"
    title = Phrase("Chỉ bãi bỏ tài liệu đang có hiệu lực", "Only what is in force can be withdrawn")
    fact = Phrase("{code} không có bản nào đang có hiệu lực để bãi bỏ", "{code} has no version in force to withdraw")
    basis = _CONTROL
    remedy = Phrase("Xóa dòng này hoặc sửa mã hiệu.", "Delete the item or mend the code.")
    requires = READABLE | {"ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        ledger = examination.ledgers[agency.id]
        for index, item in enumerate(file.value.documents):
            ended = any(period.ended_by is file.value for period in ledger.of(item.code))
            if item.action is Action.WITHDRAW and not ended:
                yield self.found(file.place("documents", index), code=item.code)


class KnownDocuments(DecisionRule):
    """A decision names documents of the repository."""

    code = "ST217"
    title = Phrase("Quyết định chỉ nêu tài liệu có trong kho", "A decision names documents of the repository")
    fact = Phrase("không có tài liệu “{code}” trong kho", "there is no document “{code}” in the repository")
    basis = _CONTROL
    remedy = Phrase("Sửa mã hiệu hoặc khôi phục tệp {code}.md.", "Mend the code or restore {code}.md.")
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        ledger, running = examination.ledgers[agency.id], (Standing.IN_FORCE, Standing.UPCOMING)
        for index, item in enumerate(file.value.documents):
            # Who adopts what was deleted can do nothing about it; the owner's decision says it.
            is_said = item.action is not Action.ISSUE and item.code in examination.shared(deleted_in_force)
            if item.code in examination.province.codes:
                continue
            if not is_said and not _was_issued(item.code, examination):
                yield self.found(file.place("documents", index, "code"), code=item.code)
            elif item.action is Action.ISSUE:
                # Only what is over may be deleted; its text is in the history.
                periods = [p for p in ledger.of(item.code) if p.decision is file.value]
                if any(period.standing(examination.day) in running for period in periods):
                    told = self.found(file.place("documents", index, "code"), code=item.code)
                    yield replace(
                        told, fact=_DELETED.format(code=item.code), remedy=_NOT_DELETED.format(code=item.code)
                    )


def _was_issued(code: str, examination: Examination) -> bool:
    """Whether the text of any version of a document can be found."""
    periods = (period for ledger in examination.ledgers.values() for period in ledger.of(code))
    return any((code, period.fingerprint or "") in examination.texts for period in periods)


_DELETED = Phrase(
    "{code} còn hiệu lực theo quyết định này nhưng tệp {code}.md đã bị xóa khỏi kho",
    "{code} is in force by this decision, but {code}.md was deleted",
)
_NOT_DELETED = Phrase(
    "Khôi phục tệp {code}.md; nếu thôi dùng thì ra quyết định với “action: withdraw” cho {code}.",
    "Restore {code}.md; if it is used no more, decide “action: withdraw” for {code}.",
)


def _unknown(name: str, agency: AgencyFiles) -> Phrase:
    near = did_you_mean(name, [someone.id for someone in agency.agency.people])
    path = agency.file.source.path
    return Phrase(f"không có trong {path}{near['hint']}", f"is not in {path}{near['hint_en']}")


def _not_covered(person: Person, decision: Decision, examination: Examination) -> Phrase | None:
    """What of a decision its signer had no authority for on the day of signing, and why; None if nothing."""
    day = decision.date
    lacking: dict[DocumentKind, list[str]] = {}
    for item in decision.documents:
        kind = _kind_of(item, examination) if item.action is not Action.OVERRIDE else None
        if kind and not person.may_approve(kind, day):
            lacking.setdefault(kind, []).append(item.code)
    kinds = tuple(lacking)
    if not kinds:
        if any(approval.covers(kind, day) for approval in person.approves for kind in approval.kinds):
            return None
        kinds = person.approves[0].kinds if person.approves else tuple(DocumentKind)
    why, when = why_not(person, kinds[0], day), f"{day:%d/%m/%Y}"
    codes = [code for kind in kinds for code in lacking.get(kind, ())]
    if not codes:
        return Phrase(f"không có thẩm quyền ngày {when}: {why.vi}", f"had no authority on {day}: {why.en}")
    names = kind_words(kinds)
    shown, more = ", ".join(codes[:_SHOWN_CODES]), len(codes) - _SHOWN_CODES
    return Phrase(
        f"ngày {when} không có thẩm quyền đối với {shown}{f' và {more} tài liệu khác' if more > 0 else ''}, "
        f"loại {names.vi}: {why.vi}",
        f"had no authority on {day} for {shown}{f' and {more} others' if more > 0 else ''}, "
        f"of kind {names.en}: {why.en}",
    )


def _kind_of(item: DecisionItem, examination: Examination) -> DocumentKind | None:
    """The kind of what an item names; None if unknown."""
    document = examination.document_of(item)
    return document.control.kind if document else None


def _reported_elsewhere(item: DecisionItem, examination: Examination) -> bool:
    """Whether another finding says why the text departs from its approval: the document's own, or its file's."""
    province = examination.province
    document = province.document_by_code.get(item.code)
    same_version = bool(document and document.version == item.version and not document.is_draft)
    is_deleted = item.code in examination.shared(deleted_in_force)
    return same_version or is_deleted or province.is_uncertain(item.code)


RULES = (
    DecisionSigner(), DecisionDates(), DecisionItems(), IssuedByOwner(), AdoptedVersionIssued(), TextFound(),
    WithdrawsWhatIsInForce(), DecisionFile(), KnownDocuments(),
)  # fmt: skip
