"""The fees of a document, each list with the channels for which it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sotay.model.document import DocumentFile
from sotay.model.procedure import Channel, Fee
from sotay.model.source import KeyPath
from sotay.rules.words.quotation import short
from sotay.text.fold import slug
from sotay.text.money import in_words


@dataclass(frozen=True, slots=True)
class FeeList:
    """Fees that hold together."""

    path: KeyPath
    """Where the list stands in the file."""
    fees: tuple[Fee, ...]
    """As stated."""
    channels: tuple[tuple[int, Channel], ...]
    """The channels for which they hold, each with its position."""


def fee_lists(document: DocumentFile) -> Iterator[FeeList]:
    """Yield the fees of the procedure, then those of single channels; none where reading refused a part of them."""
    control = document.control
    if document.source.refuses("fees") or document.source.refuses("channels"):
        return
    numbered = tuple(enumerate(control.channels))
    if control.fees:
        yield FeeList(("fees",), control.fees, tuple(pair for pair in numbered if not pair[1].fees))
    for index, channel in numbered:
        if channel.fees:
            yield FeeList(("channels", index, "fees"), channel.fees, ((index, channel),))


def case_of(fee: Fee) -> tuple[str, str, str]:
    """Return what tells the fee of one case from that of another: when it is due, by what it is counted, in what."""
    return slug(fee.when or ""), slug(fee.unit or ""), fee.currency


def holds_on(fee: Fee, day: date) -> bool:
    """Return whether a fee is charged on a day."""
    return (fee.valid_from or date.min) <= day <= (fee.valid_to or date.max)


def overlap(one: Fee, other: Fee) -> bool:
    """Return whether two fees are both charged on some day."""
    start = max(one.valid_from or date.min, other.valid_from or date.min)
    return start <= min(one.valid_to or date.max, other.valid_to or date.max)


def fee_in_words(fee: Fee) -> str:
    """Return a fee as a message names it: its amount, or who fixes it."""
    return in_words(fee.amount, fee.currency) if fee.amount is not None else short(fee.set_by or "")
