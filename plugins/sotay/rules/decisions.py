"""ST209–ST217: a decision is complete, taken by those who may, and puts into force only what can be shown."""

from __future__ import annotations

from sotay.history.ledger import Period
from sotay.model.agency import Person
from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.document import DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.authority import why_not
from sotay.rules.examination import Examination
from sotay.rules.kind_words import kind_words
from sotay.rules.rule import DecisionRule, Findings
from sotay.rules.suggestion import did_you_mean

_CREATE = Phrase("TCVN ISO 9001:2015, 7.5.2 c", "TCVN ISO 9001:2015, 7.5.2 c")
_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_FORM = frozenset({"ST100", "ST107"})
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
    requires = _FORM

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
    remedy = Phrase("Sửa “effective_date” hoặc “date”.", "Mend “effective_date” or “date”.")
    requires = _FORM

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
    requires = _FORM

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
    requires = _FORM | {"ST211"}

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


class AdoptedVersionIssued(DecisionRule):
    """What an agency adopts was issued by the owner, in that version and text, by the day of adoption."""

    code = "ST213"
    title = Phrase("Bản áp dụng đã được cơ quan chủ trì ban hành", "An adopted version was issued by its owner")
    fact = Phrase(
        "đến ngày {day:%d/%m/%Y} cơ quan chủ trì chưa cho {code} bản {version} với nội dung này có hiệu lực",
        "by {day} the owner had not put {code} version {version} with this text into force",
    )
    basis = Phrase("Thông tư 26/2014/TT-BKHCN, Điều 7", "Circular 26/2014/TT-BKHCN, Article 7")
    remedy = Phrase(
        "Áp dụng bản đã ban hành, từ ngày bản đó có hiệu lực.", "Adopt an issued version from its effect on."
    )
    requires = _FORM | {"ST211", "ST212", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        issued = _issued(examination)
        day = file.value.effective_date
        for index, item in enumerate(file.value.documents):
            if item.action is not Action.ADOPT or examination.province.is_uncertain(item.code):
                continue
            periods = (p for p in issued if p.code == item.code and p.version == item.version)
            if not any(p.fingerprint == item.fingerprint and p.starts <= day for p in periods):
                yield self.found(file.place("documents", index), code=item.code, version=item.version, day=day)


class TextFound(DecisionRule):
    """The text of every version that is or will be in force can be found."""

    code = "ST214"
    title = Phrase("Tìm được văn bản của mỗi bản có hiệu lực", "The text of every version in force is found")
    fact = Phrase(
        "không tìm thấy văn bản của {code} bản {version} có dấu vân tay như quyết định {number} ghi",
        "no text of {code} version {version} has the fingerprint that decision {number} names",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Khôi phục tệp {code}.md của bản này; "
        "nếu bản cũ nằm trong lịch sử Git thì lấy đủ lịch sử (git fetch --unshallow).",
        "Restore {code}.md of this version; if it is in Git's history, fetch all of it (git fetch --unshallow).",
    )
    requires = _FORM | {"ST211", "ST213", "ST217"}

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
    requires = _FORM | {"ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        ledger = examination.ledgers[agency.id]
        for index, item in enumerate(file.value.documents):
            ended = any(period.ended_by is file.value for period in ledger.of(item.code))
            if item.action is Action.WITHDRAW and not ended:
                yield self.found(file.place("documents", index), code=item.code)


class DecisionFile(DecisionRule):
    """A decision's number is its own within the agency, and its file is named after year and number."""

    code = "ST216"
    title = Phrase("Số quyết định là duy nhất và trùng tên tệp", "A decision's number is unique and names its file")
    fact = Phrase("quyết định {number} phải nằm ở tệp {expected}", "decision {number} belongs into the file {expected}")
    basis = _CREATE
    remedy = Phrase(
        "Đổi tên tệp thành {expected} hoặc sửa “number”, “date”.", "Rename the file or mend “number”, “date”."
    )
    requires = _FORM

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        expected = decision_file_name(file.value)
        if file.source.path.rsplit("/", 1)[-1] != expected:
            yield self.found(file.place("number"), number=file.value.number, expected=expected)


class KnownDocuments(DecisionRule):
    """A decision names documents of the repository."""

    code = "ST217"
    title = Phrase("Quyết định chỉ nêu tài liệu có trong kho", "A decision names documents of the repository")
    fact = Phrase("không có tài liệu “{code}” trong kho", "there is no document “{code}” in the repository")
    basis = _CONTROL
    remedy = Phrase("Sửa mã hiệu hoặc khôi phục tệp {code}.md.", "Mend the code or restore {code}.md.")
    requires = _FORM

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        found = {code for code, _ in examination.texts}
        for index, item in enumerate(file.value.documents):
            if item.code not in examination.province.codes and item.code not in found:
                yield self.found(file.place("documents", index, "code"), code=item.code)


def decision_file_name(decision: Decision) -> str:
    """Return the name of a decision's file: the year it was signed and its serial, e.g. `2026-45.yml`."""
    return f"{decision.date.year}-{decision.number.partition('/')[0]}.yml"


def is_complete_record(agency: AgencyFiles, examination: Examination) -> bool:
    """Return whether all decisions of an agency could be read, so that what they do not say can be relied upon."""
    folder = f"sites/{agency.id}/decisions/"
    is_lost = any(source.path.startswith(folder) for source in examination.province.unreadable)
    keys = ("documents", "date", "effective_date")
    return not is_lost and not any(file.source.refuses(key) for file in agency.decisions for key in keys)


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
    """The kind of the text that an item names, else of the document as it stands; None if unknown."""
    text = examination.texts.get((item.code, item.fingerprint or ""))
    text = text or examination.province.document_by_code.get(item.code)
    return text.control.kind if text else None


def _issued(examination: Examination) -> list[Period]:
    return [p for ledger in examination.ledgers.values() for p in ledger.periods if p.action is Action.ISSUE]


def _reported_elsewhere(item: DecisionItem, examination: Examination) -> bool:
    """Whether another finding says why the text departs from its approval: the document's own, or its file's."""
    province = examination.province
    document = province.document_by_code.get(item.code)
    same_version = bool(document and document.version == item.version and not document.is_draft)
    return same_version or province.is_uncertain(item.code)


RULES = (
    DecisionSigner(), DecisionDates(), DecisionItems(), IssuedByOwner(), AdoptedVersionIssued(), TextFound(),
    WithdrawsWhatIsInForce(), DecisionFile(), KnownDocuments(),
)  # fmt: skip
