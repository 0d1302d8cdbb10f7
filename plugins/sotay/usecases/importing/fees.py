"""Fees of a national record: an amount where nothing beside it says otherwise.

Reads: the rows of the channels; the portal puts the note on the fee in brackets before the description.
Returns: fees for all channels or for each, and what could not be typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from sotay.model.phrase import Phrase
from sotay.text.fold import fold
from sotay.text.money import NUMBER, amount_of, amounts, leading_brackets, says_nothing_due
from sotay.usecases.importing import filing_defects as defects
from sotay.usecases.importing.draft import Defect, Unsettled
from sotay.usecases.importing.limits import Rows, Shared, by_channel, share
from sotay.usecases.importing.portal_text import line_of
from sotay.usecases.importing.tthc_record import ChannelRow

_SMALLEST_VND = 1000
_PORTAL = re.compile(rf"(?P<number>{NUMBER}) (?P<currency>VNĐ|Việt Nam Đồng|USD)")
_PORTAL_2021 = re.compile(rf"(?:Phí|Lệ phí): (?P<number>{NUMBER}) (?P<currency>Đồng)")
_NO_AMOUNT = frozenset({"vnd", "phi: dong", "le phi: dong"})
_NO_INFORMATION = frozenset({"", "khong co thong tin"})
_FREE = "mien phi"
_CONTRADICTION = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+ ?(?:đồng|đ\b|VNĐ)|Hội đồng nhân dân", re.IGNORECASE)
_CONDITION = re.compile(
    r"miễn|giảm|trường hợp|theo |từ ngày|đến hết|áp dụng|đối với|nếu |hoặc|tối đa|mức thu|quy định|%|nghìn|triệu"
    r"|từ \d|trên \d|không thu|không được|gồm|trừ ",
    re.IGNORECASE,
)
_FEE_ELSEWHERE = re.compile(r"\bphí\b|mức thu", re.IGNORECASE)
_UNIT = re.compile(r"^[^/]*/\s?(?P<unit>[^\W\d_][^/;:()]{0,39}?)\.?$")

Fee = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the fee of one row comes to: fees, or why there are none."""

    fees: list[Fee] | None = None
    defect: Defect | None = None


def import_fees(rows: Rows) -> Shared[list[Fee]]:
    """Type the fees of every channel; a channel with a doubtful fee or with several gets none."""
    readings = {kind: [_read(row) for row in of_kind] for kind, of_kind in rows.items()}
    found = {kind: _agreed([reading.fees for reading in of_kind]) for kind, of_kind in readings.items()}
    every = list(zip(chain.from_iterable(rows.values()), chain.from_iterable(readings.values()), strict=True))
    return share(found, [*_row_faults(every), *_channel_faults(rows)])


def fee_note(row: ChannelRow) -> str:
    """Return what the portal says about the fee in brackets before the description, without the brackets."""
    return leading_brackets(line_of(row.mo_ta))


def _agreed(fees: Sequence[list[Fee] | None]) -> list[Fee] | None:
    return fees[0] if all(fee == fees[0] for fee in fees) else None


def _read(row: ChannelRow) -> _Reading:
    stated = line_of(row.phi_le_phi)
    if fold(stated) == _FREE:
        return _read_free(row)
    if fold(stated) in _NO_INFORMATION | _NO_AMOUNT:
        return _Reading(defect=defects.FEE_MISSING)
    match = _PORTAL.fullmatch(stated) or _PORTAL_2021.fullmatch(stated)
    if match:
        return _read_amount(row, amount_of(match["number"]), match["currency"])
    return _Reading(defect=defects.FEE_CONDITIONAL if re.search(r"\d", stated) else defects.FEE_MISSING)


def _read_amount(row: ChannelRow, amount: int, currency: str) -> _Reading:
    """Believe an amount only where it is plausible and the description adds no condition and no other amount."""
    text, note = line_of(row.mo_ta), fee_note(row)
    if amount == 0 and currency == "Đồng":
        return _Reading([{"amount": 0}])
    if amount == 0 or (currency != "USD" and amount < _SMALLEST_VND):
        return _Reading(defect=defects.FEE_DOUBTFUL)
    others = any(found.value != amount for found in amounts(text))
    if others or _CONDITION.search(note) or _FEE_ELSEWHERE.search(text.replace(note, "")):
        return _Reading(defect=defects.FEE_CONDITIONAL)
    unit = _UNIT.fullmatch(note)
    fee: Fee = {"amount": amount} | ({"currency": "USD"} if currency == "USD" else {})
    return _Reading([fee | ({"unit": unit["unit"].strip()} if unit else {})])


def _read_free(row: ChannelRow) -> _Reading:
    """Believe “Miễn phí” only where the note says nothing, or the same."""
    text, note = line_of(row.mo_ta), fee_note(row)
    if _CONTRADICTION.search(text):
        return _Reading(defect=defects.FREE_CONTRADICTED)
    if _FEE_ELSEWHERE.search(text.replace(note, "")):
        return _Reading(defect=defects.FEE_CONDITIONAL)
    if not note or says_nothing_due(note):
        return _Reading([{"amount": 0}])
    return _Reading(defect=defects.FEE_CONDITIONAL)


_FACTS = {
    defects.FEE_MISSING: Phrase("không có mức thu: {values}", "no amount is stated: {values}"),
    defects.FEE_DOUBTFUL: Phrase(
        "mức thu {values} không hợp lý, nên chưa ghi", "the amount {values} is implausible and was left out"
    ),
    defects.FREE_CONTRADICTED: Phrase(
        "ghi {values} nhưng mô tả nêu một mức tiền hoặc nhắc đến Hội đồng nhân dân",
        "says {values}, but the note names an amount or the People's Council",
    ),
    defects.FEE_CONDITIONAL: Phrase(
        "mức thu {values} kèm lời ghi chú phải đọc, nên chưa ghi",
        "the fee {values} comes with a note that must be read, and was left out",
    ),
}


def _row_faults(every: Sequence[tuple[ChannelRow, _Reading]]) -> list[Unsettled]:
    """Report what is wrong with single fees: once a record, with the different notes."""
    unsettled: list[Unsettled] = []
    for defect, template in _FACTS.items():
        rows = [row for row, reading in every if reading.defect is defect]
        if rows:
            values = sorted({line_of(row.phi_le_phi) or "—" for row in rows})
            quotes = dict.fromkeys(filter(None, (_quote(row) for row in rows)))
            fact = template.format(values=", ".join(f"“{value}”" for value in values))
            unsettled.append(Unsettled(defect, "fees", fact, "\n".join(quotes)))
    return unsettled


def _quote(row: ChannelRow) -> str:
    """Return the note on the fee, or the whole description where a contradiction stands outside the brackets."""
    note = fee_note(row)
    return note if note and not _CONTRADICTION.search(line_of(row.mo_ta).replace(note, "")) else line_of(row.mo_ta)


def _channel_faults(rows: Rows) -> list[Unsettled]:
    """Report channels that disagree with each other, or with themselves."""
    stated = {kind: frozenset(row.phi_le_phi for row in of_kind) for kind, of_kind in rows.items()}
    quote = by_channel(rows, {kind: [line_of(row.phi_le_phi) for row in of_kind] for kind, of_kind in rows.items()})
    unsettled: list[Unsettled] = []
    if any(len(of_kind) > 1 for of_kind in stated.values()):
        fact = Phrase("có cách thức nhiều mức thu, nên chưa ghi", "a channel has several fees, which were left out")
        unsettled.append(Unsettled(defects.FEES_SEVERAL, "channels.fees", fact, quote))
    if len(set(stated.values())) > 1:
        fact = Phrase("các cách thức có phí, lệ phí khác nhau", "the channels have different fees")
        unsettled.append(Unsettled(defects.FEES_DIFFER, "channels.fees", fact, quote))
    return unsettled
