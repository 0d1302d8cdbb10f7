"""ST416–ST419, ST426–ST429: fees and time limits of the channels do not contradict themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Fee
from sotay.model.source import KeyPath, Place
from sotay.rules.examination import Examination
from sotay.rules.procedure import channel_terms, fee_windows
from sotay.rules.procedure.fee_lists import FeeList, case_of, fee_in_words, fee_lists, overlap
from sotay.rules.procedure.kept_rows import channel_rows
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, Rule
from sotay.rules.words.channels import channel
from sotay.rules.words.quotation import short
from sotay.text.fold import fold
from sotay.text.money import (
    NUMBER,
    amount_of,
    amounts,
    in_words,
    leading_brackets,
    passage_free_for_all,
    passages_with_fee,
    says_nothing_due,
)

_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
_LEAST_VND = 500
_DOUBTFUL_VND = 1000
_MOST_VND = 1_000_000_000
_MOST_FOREIGN = 100_000
_SMALL_UNITS = frozenset({"VND", "JPY", "KRW", "LAK", "KHR", "IDR", "MMK"})
"""Currencies of which many thousands are no great sum."""
_THOUSAND = 1000
_PORTAL_FEE = re.compile(rf"(?P<number>{NUMBER}) ?(?:VNĐ|VND|Việt Nam Đồng|đồng)", re.IGNORECASE)
_FREE = "mien phi"
_QUOTED = 120


class FreeMeansFree(DocumentRule):
    """What is free costs nothing, and what costs something is not called free."""

    code = "ST416"
    kinds = PROCEDURES
    title = Phrase("Miễn phí thì không thu tiền", "What is free costs nothing")
    fact = Phrase("{what}", "{what_en}")
    basis = _COMPLETE
    remedy = Phrase("{mend}", "{mend_en}")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for fees in fee_lists(document):
            yield from self._side_by_side(document, fees)
            yield from self._own_words(document, fees)
            yield from self._notes(document, fees)
        yield from self._kept(document)

    def _side_by_side(self, document: DocumentFile, fees: FeeList) -> Findings:
        for index, free in enumerate(fees.fees):
            if free.amount != 0 or free.when:
                continue
            others = [fee for fee in fees.fees if _costs(fee) and overlap(fee, free)]
            if others:
                plain = next((fee for fee in others if not fee.when), None)
                weight = Severity.ERROR if plain else Severity.WARNING
                place = document.place(*fees.path, index)
                yield self._found(place, _BESIDE, _SAY_WHEN, other=fee_in_words(plain or others[0])).weighing(weight)
                return

    def _own_words(self, document: DocumentFile, fees: FeeList) -> Findings:
        for index, fee in enumerate(fees.fees):
            for key in ("when", "unit", "set_by"):
                words = getattr(fee, key) or ""
                place = document.place(*fees.path, index, key)
                passage = _passage_with_amount(words) if fee.amount == 0 else None
                if passage:
                    yield self._found(place, _FREE_YET, _SPLIT, words=short(passage, _QUOTED))
                elif fee.amount and says_nothing_due(words):
                    yield self._found(place, _COSTS_YET, _DECIDE, words=short(words), amount=fee_in_words(fee))

    def _notes(self, document: DocumentFile, fees: FeeList) -> Findings:
        for index, way in fees.channels if fees.fees else ():
            note, place = way.note or "", document.place("channels", index, "note")
            if all(fee.amount == 0 for fee in fees.fees):
                passage = next(passages_with_fee(note), None)
                if passage:
                    weight = _weight_of(passage)
                    found = self._found(place, _NOTE_ASKS, _SPLIT, words=short(passage, _QUOTED), **channel(way.kind))
                    yield found.weighing(weight)
            elif all(fee.amount for fee in fees.fees) and (passage := passage_free_for_all(note)):
                facts = {"words": short(passage, _QUOTED), "amount": fee_in_words(fees.fees[0]), **channel(way.kind)}
                yield self._found(place, _NOTE_FREE, _DECIDE, **facts).weighing(Severity.WARNING)

    def _kept(self, document: DocumentFile) -> Findings:
        """Report the surest contradiction among the rows of the national record: channels repeat each other."""
        free = [row for row in channel_rows(document.body) if fold(row.fee) == _FREE]
        asked = [(row, passage) for row in free for passage in _due(row.description)]
        for row, passage in sorted(asked, key=lambda pair: _weight_of(pair[1]) is not Severity.ERROR)[:1]:
            place = Place(document.source.path, row.line)
            facts = {"name": row.channel, "words": short(passage, _QUOTED)}
            yield self._found(place, _KEPT_ASKS, _STATE_FEE, **facts).weighing(_weight_of(passage))

    def _found(self, place: Place, what: Phrase, mend: Phrase, **facts: object) -> Finding:
        said = what.format(**{"channel": "", "channel_en": "", **facts})
        return self.found(place, what=said.vi, what_en=said.en, mend=mend.vi, mend_en=mend.en)


_BESIDE = Phrase(
    "ghi miễn phí (“amount: 0”) cho mọi trường hợp, bên cạnh mức “{other}”",
    "says that everybody pays nothing (“amount: 0”), beside the fee “{other}”",
)
_FREE_YET = Phrase("ghi “amount: 0” nhưng lại nêu khoản phải trả: “{words}”", "“amount: 0”, yet it says: “{words}”")
_COSTS_YET = Phrase("ghi “{words}” nhưng mức thu là “{amount}”", "says “{words}”, yet the fee is “{amount}”")
_NOTE_ASKS = Phrase(
    "cách thức {channel} miễn phí, nhưng ghi chú nêu khoản phải trả: “{words}”",
    "the channel {channel_en} is free, yet its note says: “{words}”",
)
_NOTE_FREE = Phrase(
    "cách thức {channel} thu “{amount}”, nhưng ghi chú nói không phải trả: “{words}”",
    "the channel {channel_en} costs “{amount}”, yet its note says: “{words}”",
)
_KEPT_ASKS = Phrase(
    "bản ghi quốc gia ghi “Miễn phí” cho “{name}”, nhưng mô tả nêu khoản phải trả: “{words}”",
    "the national record says “Miễn phí” for “{name}”, yet its description says: “{words}”",
)
_SAY_WHEN = Phrase(
    "Ghi “when” cho mức 0 là ai được miễn, hoặc bỏ mức không còn đúng.",
    "Say under “when” who pays nothing, or delete the fee that is not true.",
)
_SPLIT = Phrase(
    "Ghi khoản phải trả thành một mục của “fees” với “amount” và “when”; thật sự miễn phí thì bỏ câu này.",
    "State what is due as an item of “fees” with “amount” and “when”; if it is free, delete these words.",
)
_DECIDE = Phrase(
    "Ghi “amount: 0” nếu miễn phí; nếu chỉ một số người được miễn thì thêm mục “amount: 0” với “when”.",
    "State “amount: 0” if it is free; if only some are exempt, add an item “amount: 0” with “when”.",
)
_STATE_FEE = Phrase(
    "Ghi mức thu vào “fees” (“amount”, “when”, “legal_basis”) hoặc “set_by” nếu địa phương định; rồi xóa dòng này.",
    "State it under “fees” (“amount”, “when”, “legal_basis”, or “set_by” if it is fixed locally); then delete the row.",
)


def _costs(fee: Fee) -> bool:
    return bool(fee.amount) or (fee.amount is None and fee.set_by is not None)


def _passage_with_amount(words: str) -> str | None:
    return next((passage for passage in passages_with_fee(words) if next(amounts(passage), None)), None)


def _due(description: str) -> Iterator[str]:
    """Yield what is to be paid after the description of a channel; the portal puts the note on the fee first."""
    yield from passages_with_fee(leading_brackets(description), is_about_fees=True)
    yield from passages_with_fee(description)


def _weight_of(passage: str) -> Severity:
    """A sum is certain; what the council decides may be that nothing is due."""
    return Severity.ERROR if next(amounts(passage), None) else Severity.WARNING


class PlausibleAmounts(DocumentRule):
    """No amount is off by a thousand or in the wrong currency."""

    code = "ST418"
    kinds = PROCEDURES
    title = Phrase("Mức thu hợp lý", "Amounts are plausible")
    fact = Phrase("mức thu “{amount}” {why}", "the fee “{amount}” {why_en}")
    basis = _COMPLETE
    remedy = Phrase(
        "Tra văn bản quy định mức thu rồi ghi đủ số tiền bằng đồng, ví dụ “amount: 135000”; "
        "thu bằng ngoại tệ thì ghi “currency”, ví dụ “currency: USD”.",
        "Look up what fixes the fee and state the whole sum in VND, e.g. “amount: 135000”; "
        "if it is due in another currency, state “currency”, e.g. “currency: USD”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        lists = list(fee_lists(document))
        known = {(case_of(fee), fee.amount) for fees in lists for fee in fees.fees if fee.amount}
        for fees in lists:
            notes = [way.note for _, way in fees.channels if way.note]
            for index, fee in enumerate(fees.fees):
                if fee.amount:
                    place = document.place(*fees.path, index, "amount")
                    yield from self._doubts(place, fee, fee.amount, notes, known)
        reported: set[str] = set()
        for row in channel_rows(document.body):
            match = _PORTAL_FEE.fullmatch(row.fee)
            if match and row.fee not in reported and 0 < amount_of(match["number"]) < _DOUBTFUL_VND:
                reported.add(row.fee)
                place = Place(document.source.path, row.line)
                yield self.found(place, amount=row.fee, why=_TOO_SMALL.vi, why_en=_TOO_SMALL.en)

    def _doubts(
        self, place: Place, fee: Fee, amount: int, notes: list[str], known: set[tuple[tuple[str, str, str], int]]
    ) -> Findings:
        weight, why = Severity.ERROR, _absurd(amount, fee.currency)
        if why is None:
            written = chain.from_iterable(amounts(text) for text in (*notes, fee.when or ""))
            other = next((found for found in written if _off_by_a_thousand(found.value, amount)), None)
            why = _NOTE_SAYS.format(other=other.text) if other else None
        if why is None and (case_of(fee), amount * _THOUSAND) in known:
            why = _ELSEWHERE.format(other=in_words(amount * _THOUSAND, fee.currency))
        if why is None and fee.currency == "VND" and (amount < _DOUBTFUL_VND or amount >= _MOST_VND):
            weight, why = Severity.WARNING, _TOO_SMALL if amount < _DOUBTFUL_VND else _TOO_GREAT
        if why:
            found = self.found(place, amount=in_words(amount, fee.currency), why=why.vi, why_en=why.en)
            yield found.weighing(weight)


_TOO_SMALL = Phrase(
    "quá nhỏ: có lẽ thiếu các số 0, hoặc là ngoại tệ", "is too small: it lacks zeros, or is in another currency"
)
_TOO_GREAT = Phrase("quá lớn: có lẽ thừa ba số 0", "is too great: it may have three zeros too many")
_FOREIGN = Phrase("quá lớn: có lẽ là tiền đồng", "is too great: it may be in VND")
_NOTE_SAYS = Phrase("lệch nghìn lần so với lời ghi “{other}”", "is a thousand times off what is written: “{other}”")
_ELSEWHERE = Phrase(
    "lệch nghìn lần so với mức “{other}” của cách thức khác", "is “{other}” elsewhere, a thousand times"
)


def _absurd(amount: int, currency: str) -> Phrase | None:
    if currency == "VND":
        return _TOO_SMALL if amount < _LEAST_VND else None
    return _FOREIGN if currency not in _SMALL_UNITS and amount > _MOST_FOREIGN else None


def _off_by_a_thousand(one: int, other: int) -> bool:
    return one == other * _THOUSAND or other == one * _THOUSAND


_NOBODY = re.compile(
    r"(?:theo )?(?:quy dinh|phap luat)(?: (?:cua phap luat|hien hanh))?(?: hien hanh)?"
    r"|(?:do |theo quy dinh cua )?(?:cap|co quan|nguoi) co tham quyen(?: quy dinh| quyet dinh)?"
    r"|(?:chua|khong) (?:ro|biet|quy dinh)|[?.\-–… ]*"
)


class FeeTraceable(DocumentRule):
    """It can be looked up who fixes a fee, and where."""

    code = "ST426"
    kinds = PROCEDURES
    title = Phrase("Mức thu truy được đến văn bản quy định", "It can be looked up what fixes a fee")
    fact = Phrase("{what}", "{what_en}")
    basis = _COMPLETE
    remedy = Phrase(
        "Ghi “legal_basis” là số hiệu văn bản quy định mức thu, hoặc “set_by” là tên cơ quan hay văn bản ấn định.",
        "State the number of what fixes the fee under “legal_basis”, or the authority or document under “set_by”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        record = document.control.national_record
        for path, fee in _single(document):
            if fee.set_by is not None and not fee.legal_basis and _NOBODY.fullmatch(fold(fee.set_by).strip(" .;")):
                yield self.found(
                    document.place(*path, "set_by"),
                    what=f"“{short(fee.set_by)}” không nói ai hay văn bản nào ấn định mức thu",
                    what_en=f"“{short(fee.set_by)}” does not say who or what fixes the fee",
                )
            elif fee.amount and not (fee.legal_basis or fee.set_by or (record and record.decision)):
                said = in_words(fee.amount, fee.currency)
                place = document.place(*path)
                what = f"mức thu “{said}” không có căn cứ"
                yield self.found(place, what=what, what_en=f"the fee “{said}” has no basis").weighing(Severity.WARNING)


def _single(document: DocumentFile) -> Iterator[tuple[KeyPath, Fee]]:
    for fees in fee_lists(document):
        for index, fee in enumerate(fees.fees):
            yield (*fees.path, index), fee


RULES: tuple[Rule, ...] = (
    FreeMeansFree(), PlausibleAmounts(), FeeTraceable(), *fee_windows.RULES, *channel_terms.RULES,
)  # fmt: skip
