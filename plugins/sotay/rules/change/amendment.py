"""ST301–ST303: an amended document has the next version, and says what it amends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sotay.history.ledger import Period
from sotay.model.decision import Action
from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.version import Version
from sotay.rules.approval.standing import owner_ledger
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings

_CHANGE_CONTROL = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")


class AmendedUnderItsOldVersion(DocumentRule):
    """A document that is being amended no longer carries the number of a version that was issued."""

    code = "ST301"
    title = Phrase("Bản sửa đổi mang số bản mới", "What is being amended carries a new version")
    fact = Phrase(
        "{code} không còn ghi quyết định, tức là đang sửa đổi, "
        "nhưng vẫn mang số bản “{version}” đã ban hành theo quyết định {number}",
        "{code} names no decision, so that it is being amended, "
        "but still carries version “{version}”, which decision {number} issued",
    )
    basis = _CHANGE_CONTROL
    remedy = Phrase(
        "Ghi version: “{amended}” (sửa đổi) hoặc “{reissued}” (ban hành lại); nếu không sửa đổi thì khôi phục tệp.",
        "Write version: “{amended}” (amended) or “{reissued}” (issued anew); if nothing changes, restore the file.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        issued = list(_issued(document, examination)) if _is_being_amended(document) else []
        same = next((period for period in reversed(issued) if period.version == document.version), None)
        if same:
            facts = _next_versions(max(period.version for period in issued))
            place, number = document.place("version"), same.decision.number
            yield self.found(place, code=document.code, version=same.version, number=number, **facts)


class AmendmentFollowsLastVersion(DocumentRule):
    """The version of an amendment follows the last one issued: not lower, and without a number left out."""

    code = "ST302"
    title = Phrase("Số bản sửa đổi nối tiếp bản đã ban hành", "The version follows the last one issued")
    fact = Phrase(
        "dự thảo {code} ghi bản “{version}”, thấp hơn bản “{before}” đã ban hành theo quyết định {number}",
        "the draft of {code} says version “{version}”, lower than “{before}”, which decision {number} issued",
    )
    basis = _CHANGE_CONTROL
    remedy = Phrase(
        "Ghi version: “{amended}” (sửa đổi) hoặc “{reissued}” (ban hành lại).",
        "Write version: “{amended}” (amended) or “{reissued}” (issued anew).",
    )
    requires = READABLE | {"ST301"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        issued, version = list(_issued(document, examination)), document.version
        if not issued or version is None or not _is_being_amended(document):
            return
        last = max(issued, key=lambda period: period.version)
        following = (Version(last.version.issue, last.version.amendment + 1), Version(last.version.issue + 1, 0))
        if version in following or version == last.version:
            return
        told = {"code": document.code, "version": version, "before": last.version, "number": last.decision.number}
        finding = self.found(document.place("version"), **told, **_next_versions(last.version))
        is_leap = version > last.version
        yield replace(finding, fact=_LEAP.format(**told)).weighing(Severity.WARNING) if is_leap else finding


_LEAP = Phrase(
    "dự thảo {code} ghi bản “{version}”, bỏ cách số sau bản “{before}” đã ban hành theo quyết định {number}",
    "the draft of {code} says version “{version}”, leaving numbers out after “{before}” of decision {number}",
)


class SaysWhatItAmends(DocumentRule):
    """The public note on changes is about this version, not left over from the one before."""

    code = "ST303"
    severity = Severity.WARNING
    title = Phrase("Mục “changes” nói về chính bản này", "The note on changes is about this version")
    fact = Phrase(
        "“changes” của bản {version} giống hệt bản {before}: “{note}”",
        "“changes” of version {version} is the same as of version {before}: “{note}”",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c; 6.3", "TCVN ISO 9001:2015, 7.5.3.2 c; 6.3")
    remedy = Phrase(
        "Ghi một câu cho người dân biết bản {version} thay đổi điều gì so với bản {before}.",
        "Write one sentence that tells citizens what version {version} changes against version {before}.",
    )
    requires = READABLE | {"ST206", "ST301", "ST302"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        version, note = document.version, document.control.changes
        earlier = [p for p in _issued(document, examination) if version and p.version < version]
        if not note or not earlier:
            return
        before = max(earlier, key=lambda period: period.version)
        text = examination.text_of(before)
        if text and text.control.changes and text.control.changes.split() == note.split():
            yield self.found(document.place("changes"), version=version, before=before.version, note=note)


def _is_being_amended(document: DocumentFile) -> bool:
    """Whether it states no decision: a draft, or what was issued and is being worked on again."""
    return document.version is not None and document.is_draft and not document.source.refuses("decision")


def _issued(document: DocumentFile, examination: Examination) -> Iterator[Period]:
    """What the owner ever issued of a document."""
    ledger = owner_ledger(document, examination)
    yield from (p for p in (ledger.of(document.code) if ledger else ()) if p.action is Action.ISSUE)


def _next_versions(last: Version) -> dict[str, str]:
    return {"amended": f"{last.issue}.{last.amendment + 1}", "reissued": f"{last.issue + 1}.0"}


RULES = (AmendedUnderItsOldVersion(), AmendmentFollowsLastVersion(), SaysWhatItAmends())
