"""ST4xx: what a citizen is owed about a procedure is stated, and adds up (NĐ 63/2010/NĐ-CP, Điều 8)."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.document import DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.procedure import Dossier, DossierItem, ItemKind
from sotay.model.source import KeyPath
from sotay.rules.examination import Examination
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings
from sotay.rules.words.channels import channel
from sotay.rules.words.quotation import short
from sotay.text.paper_name import oddity_of

_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")


def papers(dossier: Dossier) -> Iterator[tuple[KeyPath, DossierItem]]:
    """Yield every paper of a dossier with its key path in the file."""
    for index, item in enumerate(dossier.common):
        yield ("dossier", "common", index), item
    for case_index, case in enumerate(dossier.cases):
        for index, item in enumerate(case.items):
            yield ("dossier", "cases", case_index, "items", index), item


class DossierStated(DocumentRule):
    """The dossier names its papers and the number of sets."""

    code = "ST401"
    kinds = PROCEDURES
    title = Phrase("Có thành phần và số lượng hồ sơ", "The dossier and its number of sets are stated")
    fact = Phrase("hồ sơ thiếu {missing}", "the dossier lacks {missing_en}")
    basis = _COMPLETE
    remedy = Phrase(
        "Dưới khóa “dossier”, ghi “sets: 1” và giấy tờ ở “common” hoặc “cases”.",
        "Under “dossier”, state “sets: 1” and the papers at “common” or “cases”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        dossier = document.control.dossier
        if document.source.refuses("dossier"):
            return
        if dossier is None or not any(papers(dossier)):
            place = document.place("dossier")
            yield self.found(place, missing="thành phần giấy tờ", missing_en="papers")
        if dossier and dossier.sets is None:
            yield self.found(document.place("dossier"), missing="số bộ (sets)", missing_en="the number of sets")


class PaperCounted(DocumentRule):
    """A paper to be submitted says how many originals or copies."""

    code = "ST402"
    kinds = PROCEDURES
    title = Phrase("Giấy tờ phải nộp ghi số bản chính, bản sao", "A paper to submit says how many")
    fact = Phrase("“{name}” không ghi số bản chính hay bản sao", "“{name}” states neither originals nor copies")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “originals: 1” (bản chính) hoặc “copies: 1” (bản sao); chỉ xuất trình thì ghi “kind: present”, "
        "cơ quan tự tra cứu thì “kind: retrieved”, là lời ghi chú thì “kind: note”.",
        "State “originals: 1” or “copies: 1”; if it is only shown “kind: present”, "
        "if the agency looks it up “kind: retrieved”, if it is a remark “kind: note”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, item in papers(document.control.dossier) if document.control.dossier else ():
            is_uncounted = item.kind is ItemKind.SUBMIT and not item.originals and not item.copies
            if is_uncounted and not document.source.refuses_within(*path) and not _is_no_paper(item.name):
                yield self.found(document.place(*path), name=short(item.name))


def _is_no_paper(name: str) -> bool:
    """Whether ST412 reports the name, so that nothing is to be counted."""
    oddity = oddity_of(name)
    return oddity is not None and oddity.is_no_paper


class ChannelsStated(DocumentRule):
    """A procedure can be filed somehow."""

    code = "ST403"
    kinds = PROCEDURES
    title = Phrase("Có cách thức nộp hồ sơ", "There is a way to file")
    fact = Phrase("chưa ghi cách thức nộp hồ sơ nào", "no way to file is stated")
    basis = _COMPLETE
    remedy = Phrase(
        "Thêm “channels” với từng cách thức: “kind: counter” (trực tiếp), “kind: online” (trực tuyến), "
        "“kind: post” (bưu chính).",
        "Add “channels” with each way to file: “kind: counter”, “kind: online” or “kind: post”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if not document.control.channels and not document.source.refuses("channels"):
            yield self.found(document.place("channels"))


class TimeLimitStated(DocumentRule):
    """Every channel has a time limit."""

    code = "ST404"
    kinds = PROCEDURES
    title = Phrase("Mỗi cách thức có thời hạn giải quyết", "Every channel has a time limit")
    fact = Phrase("cách thức {channel} chưa có thời hạn giải quyết", "the channel {channel_en} has no time limit")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “time_limit: {{value: 5, unit: working_day}}” cho cách thức này hoặc chung cho thủ tục.",
        "State “time_limit: {{value: 5, unit: working_day}}” for the channel or for the procedure.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.source.refuses("time_limit") or document.source.refuses("channels"):
            return
        for index, way in enumerate(document.control.channels):
            if document.control.time_limit_of(way) is None:
                yield self.found(document.place("channels", index), **channel(way.kind))


class FeesStated(DocumentRule):
    """Every channel says what it costs, or that it is free."""

    code = "ST405"
    kinds = PROCEDURES
    title = Phrase("Mỗi cách thức nói rõ phí, lệ phí", "Every channel states its fee")
    fact = Phrase("cách thức {channel} chưa nói rõ phí, lệ phí", "the channel {channel_en} states no fee")
    basis = _COMPLETE
    remedy = Phrase(
        "Miễn phí thì ghi “fees: [{{amount: 0}}]”; nơi khác quy định mức thu thì ghi "
        "“fees: [{{set_by: Hội đồng nhân dân tỉnh}}]”.",
        "If it is free, state “fees: [{{amount: 0}}]”; if others fix the amount, say who: "
        "“fees: [{{set_by: Hội đồng nhân dân tỉnh}}]”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        if document.source.refuses("fees") or document.source.refuses("channels"):
            return
        for index, way in enumerate(control.channels):
            fees = control.fees_of(way)
            if not fees or any(fee.amount is None and not fee.set_by for fee in fees):
                yield self.found(document.place("channels", index), **channel(way.kind))


class AgencyNamed(DocumentRule):
    """It is said which agency carries the procedure out or decides it."""

    code = "ST451"
    kinds = PROCEDURES
    title = Phrase("Có cơ quan thực hiện hoặc cơ quan có thẩm quyền", "The executing or the competent agency is named")
    fact = Phrase(
        "chưa ghi cơ quan nào thực hiện hay quyết định thủ tục", "no agency is named that carries out or decides it"
    )
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “executing” (cơ quan thực hiện) hoặc “competent” (cơ quan có thẩm quyền) vào “authority”.",
        "State “executing” or “competent” under “authority”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        authority = document.control.authority
        if authority and not (authority.executing or authority.competent) and not document.source.refuses("authority"):
            yield self.found(document.place("authority"))


RULES = (
    AgencyNamed(), DossierStated(), PaperCounted(), ChannelsStated(), TimeLimitStated(), FeesStated(),
)  # fmt: skip
