"""ST417: on the day that counts, a fee is in force, and one only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Fee
from sotay.model.source import KeyPath
from sotay.rules.examination import Examination
from sotay.rules.procedure.fee_lists import FeeList, case_of, fee_in_words, fee_lists, holds_on, overlap
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, Rule

_SOON = timedelta(days=30)
_NOW = timedelta(0)
_DAY = timedelta(days=1)


class FeeInForce(DocumentRule):
    """The fees of a channel cover the day on which the version applies, without gap or contradiction."""

    code = "ST417"
    kinds = PROCEDURES
    title = Phrase("Mức thu còn trong thời gian áp dụng", "The fees are in force, one at a time")
    fact = Phrase("{what}", "{what_en}")
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
    remedy = Phrase("{mend}", "{mend_en}")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for fees in fee_lists(document):
            reversed_ = [fee for fee in fees.fees if not overlap(fee, fee)]
            if reversed_:
                yield from self._reversed(document, fees)
                continue
            yield from self._twice(document, fees)
            if any(fee.valid_from or fee.valid_to for fee in fees.fees):
                yield from self._in_force(document, fees, examination.day)

    def _reversed(self, document: DocumentFile, fees: FeeList) -> Findings:
        for index, fee in enumerate(fees.fees):
            if fee.valid_from and fee.valid_to and fee.valid_to < fee.valid_from:
                facts = {"start": fee.valid_from, "end": fee.valid_to}
                yield self._found(document, (*fees.path, index, "valid_to"), _REVERSED, **facts)

    def _twice(self, document: DocumentFile, fees: FeeList) -> Findings:
        for earlier, index in contradicting(fees.fees):
            fee = fees.fees[index]
            facts = {"amount": fee_in_words(fee), "other": fee_in_words(earlier)}
            yield self._found(document, (*fees.path, index), _TWICE, **facts)

    def _in_force(self, document: DocumentFile, fees: FeeList, today: date) -> Findings:
        starts = document.control.effective_date or today
        for day in sorted({starts, max(starts, today)}):
            if not any(holds_on(fee, day) for fee in fees.fees):
                yield self._found(document, fees.path, _NONE, day=day)
                return
        for index, fee in enumerate(fees.fees):
            if fee.valid_to and _NOW <= fee.valid_to - today <= _SOON and not _followed(fee, fees.fees):
                facts = {"amount": fee_in_words(fee), "end": fee.valid_to}
                found = self._found(document, (*fees.path, index, "valid_to"), _ENDING, **facts)
                yield found.weighing(Severity.WARNING)

    def _found(self, document: DocumentFile, path: KeyPath, words: tuple[Phrase, Phrase], **facts: object) -> Finding:
        said, mend = words[0].format(**facts), words[1]
        return self.found(document.place(*path), what=said.vi, what_en=said.en, mend=mend.vi, mend_en=mend.en)


_REVERSED = (
    Phrase(
        "mức thu áp dụng đến {end:%d/%m/%Y}, trước cả ngày bắt đầu {start:%d/%m/%Y}",
        "the fee ends on {end}, before it begins on {start}",
    ),
    Phrase("Sửa “valid_from” hoặc “valid_to”.", "Mend “valid_from” or “valid_to”."),
)
_TWICE = (
    Phrase(
        "mức “{amount}” và mức “{other}” cùng áp dụng cho một trường hợp",
        "“{amount}” and “{other}” are both charged for the same case",
    ),
    Phrase(
        "Ghi “when” hoặc “unit” để phân biệt, hoặc sửa “valid_from”, “valid_to” để mỗi ngày chỉ có một mức.",
        "Tell them apart by “when” or “unit”, or mend “valid_from” and “valid_to” so that one holds on each day.",
    ),
)
_NONE = (
    Phrase("không mức thu nào áp dụng vào ngày {day:%d/%m/%Y}", "no fee is in force on {day}"),
    Phrase(
        "Thêm mức thu áp dụng từ ngày đó, hoặc sửa “valid_from”, “valid_to” theo văn bản quy định mức thu.",
        "Add the fee that is charged from then, or mend “valid_from” and “valid_to” after what fixes the fee.",
    ),
)
_ENDING = (
    Phrase(
        "mức thu “{amount}” hết hạn ngày {end:%d/%m/%Y}, chưa có mức tiếp theo",
        "the fee “{amount}” ends on {end} and none follows it",
    ),
    Phrase(
        "Tra văn bản quy định mức thu, thêm mức áp dụng sau ngày này với “valid_from”.",
        "Look up what fixes the fee and add the next one with “valid_from”.",
    ),
)


def contradicting(fees: tuple[Fee, ...]) -> Iterator[tuple[Fee, int]]:
    """Yield a fee and the position of a later one that sets another amount for the same case on some day.

    An amount of 0 for every case beside another one is the matter of ST416.
    """
    by_case: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, fee in enumerate(fees):
        if fee.amount or (fee.amount == 0 and fee.when):
            by_case[case_of(fee)].append(index)
    for indexes in by_case.values():
        latest: Fee | None = None
        for index in sorted(indexes, key=lambda index: fees[index].valid_from or date.min):
            fee = fees[index]
            if latest and overlap(latest, fee) and latest.amount != fee.amount:
                yield latest, index
            if latest is None or (fee.valid_to or date.max) >= (latest.valid_to or date.max):
                latest = fee


def _followed(fee: Fee, fees: tuple[Fee, ...]) -> bool:
    """Whether another fee of the same case, or of every case, is charged on the day after the last one of this."""
    if fee.valid_to is None or fee.valid_to == date.max:
        return True
    following = fee.valid_to + _DAY
    return any(
        holds_on(other, following) and (not other.when or case_of(other)[0] == case_of(fee)[0]) for other in fees
    )


RULES: tuple[Rule, ...] = (FeeInForce(),)
