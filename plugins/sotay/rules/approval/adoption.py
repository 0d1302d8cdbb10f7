"""ST213: what an agency adopts was issued by its owner; and whether an agency's decisions are known in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sotay.history.ledger import Period
from sotay.model.decision import Action, Decision, DecisionItem
from sotay.model.finding import Finding
from sotay.model.phrase import Phrase
from sotay.model.province import AgencyFiles, FileOf
from sotay.rules.approval.approved_documents import decision_of, owner_of
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DecisionRule, Findings


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
    requires = READABLE | {"ST211", "ST212", "ST217"}

    def check(self, file: FileOf[Decision], agency: AgencyFiles, examination: Examination) -> Findings:
        issued = _issued(examination)
        day, early = file.value.effective_date, list[tuple[int, Period]]()
        for index, item in enumerate(file.value.documents):
            if item.action is not Action.ADOPT or _is_said_of_owner(item, examination):
                continue
            periods = [p for p in issued if (p.code, p.version) == (item.code, item.version)]
            meant = [p for p in periods if p.fingerprint == item.fingerprint]
            if meant and min(p.starts for p in meant) > day:
                early.append((index, meant[0]))
            elif not meant:
                yield self.found(file.place("documents", index), code=item.code, version=item.version, day=day)
        first = [self.found(file.place("documents", i), code=p.code, version=p.version, day=day) for i, p in early]
        yield from first if len(early) == 1 else [self._all_early(file, early, f) for f in first[:1]]

    def _all_early(self, file: FileOf[Decision], early: Sequence[tuple[int, Period]], one: Finding) -> Finding:
        """Several documents come too early, because the day of the decision does: said once, at that day."""
        told = {
            "day": file.value.effective_date,
            "count": len(early),
            "first": max(period.starts for _, period in early),
        }
        place = file.place("effective_date")
        return replace(one, place=place, fact=_TOO_EARLY.format(**told), remedy=_LATER.format(**told))


_TOO_EARLY = Phrase(
    "áp dụng từ ngày {day:%d/%m/%Y}, trong khi {count} tài liệu ở cơ quan chủ trì chưa có hiệu lực ngày đó, "
    "muộn nhất là từ ngày {first:%d/%m/%Y}",
    "adopted from {day}, when {count} documents are not yet in force at their owner, the last from {first}",
)
_LATER = Phrase(
    "Ghi “effective_date: {first}” hoặc ngày muộn hơn, theo quyết định đã ký.",
    "Write “effective_date: {first}” or a later day, as the signed decision says.",
)


def is_complete_record(agency: AgencyFiles, examination: Examination) -> bool:
    """Return whether all decisions of an agency could be read, so that what they do not say can be relied upon."""
    folder = f"sites/{agency.id}/decisions/"
    is_lost = any(source.path.startswith(folder) for source in examination.province.unreadable)
    keys = ("documents", "date", "effective_date")
    return not is_lost and not any(file.source.refuses(key) for file in agency.decisions for key in keys)


def _issued(examination: Examination) -> list[Period]:
    return [p for ledger in examination.ledgers.values() for p in ledger.periods if p.action is Action.ISSUE]


def _is_said_of_owner(item: DecisionItem, examination: Examination) -> bool:
    """Whether what the owner issued is not known for sure, or the document itself lacks its decision."""
    document = examination.province.document_by_code.get(item.code)
    owner = owner_of(document, examination) if document else None
    if document is None or owner is None:
        return examination.province.is_uncertain(item.code)
    is_undecided = document.version == item.version and not document.is_draft
    return (
        examination.province.is_uncertain(item.code)
        or not is_complete_record(owner, examination)
        or (is_undecided and decision_of(document, examination) is None)
    )
