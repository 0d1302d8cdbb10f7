"""ST304–ST307: what Git has recorded of decisions and of those who sign them is not changed afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sotay.history.canonical_decision import NAMESPACE
from sotay.history.signature_verdict import SignatureStanding
from sotay.model.agency import Agency
from sotay.model.decision import Action, Decision
from sotay.model.document import DocumentKind
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.model.source import Place
from sotay.rules.approval.key_holders import is_of_signer, signature_of
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, AgencyRule, DecisionRule, Findings, ProvinceRule
from sotay.rules.words.kind_words import kind_words
from sotay.text.ssh_signatures import SshSignature

_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")
_RECORDS = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_ADDED_LATER = frozenset({"scan", "signature"})
"""Keys that evidence is added by once the paper has been signed."""
_NAMES = {
    "number": "số",
    "date": "ngày ký",
    "effective_date": "ngày hiệu lực",
    "signed_by": "người ký",
    "kind": "loại quyết định",
    "subject": "trích yếu",
    "documents": "danh sách tài liệu",
    "scan": "bản quét",
    "signature": "chữ ký số",
}


class DecisionStaysAsRecorded(DecisionRule):
    """A decision that took effect is not edited; a later decision changes what it did."""

    code = "ST304"
    title = Phrase("Quyết định đã có hiệu lực thì không sửa", "A decision in effect is not edited")
    fact = Phrase(
        "quyết định {number} có hiệu lực từ ngày {day:%d/%m/%Y} đã bị sửa so với {reference}: {keys}",
        "decision {number}, in effect since {day}, was edited against {reference}: {keys_en}",
    )
    basis = _CONTROL
    remedy = Phrase(
        "Khôi phục tệp như ở {reference}; muốn thay đổi thì ban hành quyết định mới. "
        "Nếu tệp chép sai bản giấy thì lập quyết định đính chính và ghi việc đó ở trích yếu.",
        "Restore the file as it is at {reference}; to change what it does, take a new decision. "
        "If the file differs from the paper, take a decision that corrects it and say so in its subject.",
    )
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        before = _before(file, agency, examination)
        if before is None or file.is_faulty:
            return
        changed = list(_changed(before, file.value, _may_be_signed_again(before, agency, examination)))
        if changed:
            finding = self.found(
                file.place(changed[0]),
                number=before.value.number,
                day=before.value.effective_date,
                reference=_reference(examination),
                keys=", ".join(_NAMES[key] for key in changed),
                keys_en=", ".join(changed),
            )
            yield finding if before.value.effective_date <= examination.day else _not_yet(finding, before.value)


def _before(file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> FileOf[Decision] | None:
    """What was recorded of a decision: in its file, or in one that was renamed since."""
    recorded = examination.shared(_recorded_decisions)
    found = recorded.get((agency.id, file.source.path))
    wanted = (agency.id, file.value.number, file.value.date)
    paths = {decision.source.path for decision in agency.decisions}
    renamed = (
        before
        for (of, path), before in recorded.items()
        if path not in paths and (of, before.value.number, before.value.date) == wanted
    )
    return found or next(renamed, None)


def _may_be_signed_again(before: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> bool:
    """Whether the recorded signature was of no use, so that the signer was told to sign again."""
    read = signature_of(before)
    recorded = examination.recorded
    verdict = recorded.signatures.get(before.source.path) if recorded else None
    if recorded is None or not isinstance(read, SshSignature) or read.namespace != NAMESPACE:
        return True
    known = next((files.agency for files in recorded.agencies if files.id == agency.id), agency.agency)
    is_broken = verdict is not None and verdict.standing is SignatureStanding.BROKEN
    return is_broken or not is_of_signer(read, before.value, known)


def _not_yet(finding: Finding, before: Decision) -> Finding:
    """What has not taken effect may still be put right, if the paper says so."""
    told = {"number": before.number, "day": before.effective_date}
    return replace(finding, fact=_SIGNED.format(**told), remedy=_SEE_PAPER).weighing(Severity.WARNING)


_SIGNED = Phrase(
    "quyết định {number} đã ký và ghi vào kho, có hiệu lực từ ngày {day:%d/%m/%Y}, nay bị sửa",
    "decision {number} was signed and recorded, takes effect on {day}, and is edited now",
)
_SEE_PAPER = Phrase(
    "Đối chiếu bản giấy: chỉ sửa cho đúng bản đã ký; muốn thay đổi nội dung thì ban hành quyết định mới.",
    "See the paper: mend only what differs from what was signed; to change what it does, take a new decision.",
)


class DecisionStaysOnFile(ProvinceRule):
    """A decision that was recorded is not removed; a later decision withdraws what it issued."""

    code = "ST305"
    title = Phrase("Quyết định đã ghi thì không xóa", "A recorded decision is not removed")
    fact = Phrase(
        "quyết định {number} ngày {day:%d/%m/%Y} của {agency} đã bị xóa khỏi kho; ở {reference} tệp là {path}",
        "decision {number} of {day} of {agency} was removed; at {reference} its file is {path}",
    )
    basis = _RECORDS
    remedy = Phrase(
        "Khôi phục {path}; muốn thôi áp dụng thì ban hành quyết định bãi bỏ.",
        "Restore {path}; to end what it did, take a decision that withdraws it.",
    )

    def check(self, examination: Examination) -> Findings:
        lost = {source.path for source in examination.province.unreadable}
        present = {
            (agency.id, file.value.number, file.value.date)
            for agency in examination.province.agencies
            for file in agency.decisions
        }
        paths = {file.source.path for agency in examination.province.agencies for file in agency.decisions}
        for (agency, path), file in examination.shared(_recorded_decisions).items():
            stays = path in paths or path in lost or f"sites/{agency}/agency.yml" in lost
            if stays or (agency, file.value.number, file.value.date) in present:
                continue
            place = replace(file.place(), path=f"sites/{agency}/agency.yml", line=1)
            told = {"number": file.value.number, "day": file.value.date, "agency": agency, "path": path}
            finding = self.found(place, reference=_reference(examination), **told)
            is_future = file.value.effective_date > examination.day
            yield finding.weighing(Severity.WARNING) if is_future else finding


class DecisionRecordedInTime(DecisionRule):
    """A decision is recorded by the day of its effect, so that no page shows the old text meanwhile."""

    code = "ST306"
    severity = Severity.ADVICE
    title = Phrase(
        "Quyết định được ghi vào kho chậm nhất vào ngày hiệu lực", "A decision is recorded by its day of effect"
    )
    fact = Phrase(
        "quyết định {number} có hiệu lực từ ngày {day:%d/%m/%Y} nhưng sau ngày đó mới được ghi vào kho",
        "decision {number} took effect on {day} but is recorded only after that day",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase(
        "Ghi quyết định ngay khi ký. Lần này nêu lý do trong yêu cầu hợp nhất: "
        "từ ngày hiệu lực đến nay trang web vẫn đăng nội dung cũ.",
        "Record a decision as soon as it is signed. This time give the reason in the pull request: "
        "since its effect the sites still showed the old text.",
    )
    requires = READABLE

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        recorded = examination.recorded
        is_known_agency = recorded and any(files.id == agency.id for files in recorded.agencies)
        if not is_known_agency or file.value.effective_date >= examination.day:
            return
        known = examination.shared(_recorded_decisions)
        numbers = {(of, f.value.number, f.value.date) for (of, _), f in known.items()}
        if (agency.id, file.source.path) not in known and (
            agency.id,
            file.value.number,
            file.value.date,
        ) not in numbers:
            day = file.value.effective_date
            yield self.found(file.place("effective_date"), number=file.value.number, day=day)


class AuthorityStaysAsRecorded(AgencyRule):
    """Nobody is given authority afterwards for a day that is past, so that what they signed would stand."""

    code = "ST307"
    severity = Severity.WARNING
    title = Phrase("Không thêm thẩm quyền cho ngày đã qua", "No authority is added for days that are past")
    fact = Phrase(
        "“{person}” được thêm thẩm quyền phê duyệt {kinds} cho ngày {day:%d/%m/%Y} đã qua, "
        "ngày ký quyết định {number}; ở {reference} chưa có",
        "“{person}” is given authority for the kind {kinds_en} on {day}, which is past, "
        "when decision {number} was signed; at {reference} there was none",
    )
    basis = Phrase("TCVN ISO 9001:2015, 5.3, 7.5.3.2 c", "TCVN ISO 9001:2015, 5.3, 7.5.3.2 c")
    remedy = Phrase(
        "Nếu việc giao quyền có từ trước mà ghi vào kho chậm thì nêu số văn bản giao quyền trong yêu cầu hợp nhất; "
        "nếu không, khôi phục “approves” và ban hành lại bằng quyết định của người có thẩm quyền.",
        "If the authority was given earlier and is only recorded late, name its document in the pull request; "
        "if not, restore “approves” and have it issued again by somebody with authority.",
    )
    requires = READABLE

    def check(self, file: FileOf[Agency], examination: Examination) -> Findings:
        identifier = file.source.path.split("/")[-2]
        recorded = examination.recorded
        before = next((a for a in recorded.agencies if a.id == identifier), None) if recorded else None
        if before is None or before.file.is_faulty or file.source.refuses("people"):
            return
        known = {(d.value.number, d.value.date) for d in before.decisions}
        told: set[tuple[str, date]] = set()
        for decision in (f.value for f in examination.province.agency_by_id[identifier].decisions):
            who, day = decision.signed_by, decision.date
            gained = _gained(before.agency, file.value, decision, examination)
            if gained and day < examination.day and (who, day) not in told:
                told.add((who, day))
                names = kind_words(gained)
                finding = self.found(
                    _place_of(file, who),
                    person=who,
                    day=day,
                    number=decision.number,
                    reference=_reference(examination),
                    kinds=names.vi,
                    kinds_en=names.en,
                )
                # A new head whose appointment and first decision are recorded together is a normal thing.
                yield finding if (decision.number, day) in known else finding.weighing(Severity.ADVICE)


def _gained(before: Agency, now: Agency, decision: Decision, examination: Examination) -> tuple[DocumentKind, ...]:
    """The kinds that a decision needs and that its signer may approve on that day only now."""
    who, day = decision.signed_by, decision.date
    gained = _covered(now, who, day) - _covered(before, who, day)
    texts = (examination.document_of(item) for item in decision.documents if item.action is not Action.WITHDRAW)
    needed = {text.control.kind for text in texts if text}
    return tuple(kind for kind in DocumentKind if kind in gained and kind in needed)


def _covered(agency: Agency, who: str, day: date) -> frozenset[DocumentKind]:
    person = agency.person(who)
    return frozenset(kind for kind in DocumentKind if person and person.may_approve(kind, day))


def _place_of(file: FileOf[Agency], who: str) -> Place:
    index = next((i for i, person in enumerate(file.value.people) if person.id == who), None)
    return file.place("people") if index is None else file.place("people", index)


def _recorded_decisions(examination: Examination) -> Mapping[tuple[str, str], FileOf[Decision]]:
    """The readable decisions of the recorded state, by agency and path."""
    agencies = examination.recorded.agencies if examination.recorded else ()
    return {(a.id, file.source.path): file for a in agencies for file in a.decisions if not file.is_faulty}


def _changed(before: FileOf[Decision], now: Decision, may_be_signed_again: bool) -> Iterator[str]:
    """The keys whose value is another; evidence that was missing may be added, and a useless signature replaced."""
    for key in Decision.model_fields:
        old, new = getattr(before.value, key), getattr(now, key)
        is_evidence = key in _ADDED_LATER and old is None
        if old != new and not is_evidence and not (key == "signature" and may_be_signed_again):
            yield key


def _reference(examination: Examination) -> str:
    return examination.recorded.reference if examination.recorded else ""


RULES = (DecisionStaysAsRecorded(), DecisionStaysOnFile(), DecisionRecordedInTime(), AuthorityStaysAsRecorded())
