"""Money in Vietnamese prose: amounts, passages that ask for a fee, and words that say nothing is due.

Reads: a note, a description or the words beside a fee.
Returns: the amounts in order of place; the passages that contradict “miễn phí”; whether a text says that it is free.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sotay.text.fold import fold

NUMBER = r"[0-9]{1,3}(?:[.,][0-9]{3}){1,4}|[0-9]{1,12}"
"""An amount in digits: in groups of three as people write it, or plain as the national portal may print it."""
_AMOUNT = re.compile(rf"(?<![\d.,/])(?P<number>{NUMBER})\s?(?P<currency>đồng|đ\b|VNĐ|USD|Việt Nam Đồng)", re.IGNORECASE)
_PASSAGE_END = re.compile(r"[;\n]|[.?!](?=\s|$)|\)(?=\s*(?:[A-ZĐÀ-Ỹ+*–-]|$))")
"""A bracket ends a passage only before a new one: the portal glues the note on the fee to the description."""
_COUNCIL = re.compile(r"(?:hội đồng nhân dân|hđnd)\b", re.IGNORECASE)
_PAYING = re.compile(r"(?<!chi )(?<!kinh )phí\b|mức thu|\b(?:nộp|thu) (?=\d|tiền|từ \d)", re.IGNORECASE)
_DELIVERY = re.compile(r"bưu chính|bưu điện|chuyển phát|\bcước", re.IGNORECASE)
_EDGES = " \t(+-–•*"
_LEAST = 1000
"""The least amount in đồng that is taken for one; smaller numbers before “đồng” may count something else."""
_NOTHING_DUE = re.compile(r"(?:mien|khong thu|khong) (?:le |thu )?phi|khong(?: co)?")
_FREE = re.compile(
    r"(?:(?:duoc )?mien|khong (?:phai nop|mat|thu))"
    r"(?: toan bo)?(?: (?:le |thu |tien )?phi(?:(?:,| va| hoac) (?:le )?phi)?| tien)"
)
_FOR_SOME = re.compile(
    r"\b(?:tru|khong duoc|ngoai|doi voi|truong hop|neu|khi|nguoi|tre|cho|thuoc|doi tuong|ho ngheo|mot phan|dau)\b"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in a text."""

    value: int
    """In whole units of its currency."""
    currency: str
    """ISO 4217."""
    text: str
    """As written."""


def amounts(text: str) -> Iterator[Amount]:
    """Yield the sums of money that a text names."""
    for match in _AMOUNT.finditer(text):
        currency = "USD" if match["currency"].upper() == "USD" else "VND"
        yield Amount(amount_of(match["number"]), currency, match[0])


def amount_of(number: str) -> int:
    """Return the value of digits in groups, `135.000` or `135,000`."""
    return int(re.sub(r"\D", "", number))


def in_words(value: int, currency: str = "VND") -> str:
    """Return an amount as administrative documents write it: `135.000 đồng`; other currencies by their code."""
    number = f"{value:,}".replace(",", ".")
    return f"{number} đồng" if currency == "VND" else f"{number} {currency}"


def passages_with_fee(text: str, *, is_about_fees: bool = False) -> Iterator[str]:
    """Yield the passages by which something is to be paid: they name an amount, or leave it to the People's Council.

    What a delivery service charges is no fee of the agency. Unless the whole text is about fees, a passage must say so.
    """
    if not _AMOUNT.search(text) and not _COUNCIL.search(text):
        return
    for passage in _PASSAGE_END.split(text):
        is_due = (is_about_fees or _PAYING.search(passage)) and not _DELIVERY.search(passage)
        if is_due and (_asks(passage) or _COUNCIL.search(passage)):
            yield passage.strip(_EDGES)


def leading_brackets(text: str) -> str:
    """Return what stands in brackets at the start of a text, where the portal puts its note on the fee."""
    depth = 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return text[: index + 1].strip("() ") if index else ""
    return text.strip("() ")


def _asks(passage: str) -> bool:
    return any(amount.value >= (_LEAST if amount.currency == "VND" else 1) for amount in amounts(passage))


def says_nothing_due(text: str) -> bool:
    """Return whether a text as a whole says that there is no fee: “Miễn lệ phí”, “Không thu phí”, “Không”."""
    return bool(_NOTHING_DUE.fullmatch(fold(text).strip("-. ")))


def passage_free_for_all(text: str) -> str | None:
    """Return the passage that says that nobody pays; None where only some people or cases are spoken of."""
    if "phí" not in text.lower() and "tiền" not in text.lower():
        return None
    for passage in _PASSAGE_END.split(text):
        folded = fold(passage)
        if _FREE.search(folded) and not _FOR_SOME.search(folded):
            return passage.strip(_EDGES)
    return None
