"""What it costs: amounts, for whom each holds, from when until when, and by what text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.document import Document
from sotay.model.procedure import Channel, Fee
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, quoted
from sotay.redline.fields.facets import Facet, differences
from sotay.redline.fields.named_parts import pair_by_name
from sotay.redline.fields.ways import Terms, changes_by_way
from sotay.text.wording import fee_conditions, fee_words

_FEE = "lệ phí"
_EVERY_CASE = "mọi trường hợp"
_ALIKE = 0.5
_Fees = Sequence[Fee]


def fee_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield how the fees of a procedure changed, for all ways of filing or for some."""
    return changes_by_way(old, new, Terms("fees", _fees_of, fee_differences))


def fee_differences(old: _Fees, new: _Fees, noun: str = _FEE) -> Iterator[Difference]:
    """Yield how fees differ from others; two that hold for the same case are one fee that changed.

    `noun` is what the fees are called.
    """
    pairing = pair_by_name(old, new, _name, _ALIKE)
    pairs, gone, added = [(pair.old, pair.new) for pair in pairing.pairs], pairing.gone, pairing.added
    if len(gone) == len(added) == 1 and not (old[gone[0]].when and new[added[0]].when):
        pairs, gone, added = sorted([*pairs, (gone[0], added[0])], key=lambda pair: pair[1]), (), ()
    for before, after in pairs:
        yield from _of_fee(old[before], new[after], noun)
    yield from (Difference(_subject(noun, new[place]), "", _whole(new[place])) for place in added)
    yield from (Difference(_subject(noun, old[place]), _whole(old[place]), "") for place in gone)
    if any(pair.is_moved for pair in pairing.pairs):
        yield Difference(f"các mức {noun}", _all(old), _all(new), is_order=True)


def _fees_of(control: Document, channel: Channel | None) -> _Fees:
    return control.fees_of(channel) if channel else control.fees


def _name(fee: Fee) -> str:
    """The case and the first day: fees of one case follow one another in time."""
    return f"{fee.when or _EVERY_CASE} {fee.valid_from or ''}".strip()


def _subject(noun: str, fee: Fee) -> str:
    return f"{noun} {quoted(fee.when)}" if fee.when else noun


def _of_fee(old: Fee, new: Fee, noun: str) -> Iterator[Difference]:
    """The amount and when it holds belong together; the case it holds for is told apart."""
    subject = _subject(noun, new)
    is_only_amount = all(getattr(old, key) == getattr(new, key) for key in _TERMS)
    words = fee_words if is_only_amount else _whole

    def amount(old: Fee, new: Fee) -> Iterator[Difference]:
        yield Difference(subject, words(old), words(new))

    def case(old: Fee, new: Fee) -> Iterator[Difference]:
        before, after = (quoted(fee.when) if fee.when else _EVERY_CASE for fee in (old, new))
        yield Difference(f"trường hợp thu {noun}", before, after)

    facets = (Facet((*_AMOUNT, *_TERMS), amount), Facet(("when",), case))
    return differences(old, new, facets, subject)


_AMOUNT = ("amount", "currency", "unit")
_TERMS = ("set_by", "legal_basis", "valid_from", "valid_to")


def _whole(fee: Fee) -> str:
    """The amount with everything that holds for it but the case: `8.000 đồng (căn cứ 12/2025/NQ-HĐND)`."""
    conditions = fee_conditions(fee.model_copy(update={"when": None}))
    return f"{fee_words(fee)} ({', '.join(conditions)})" if conditions else fee_words(fee)


def _all(fees: _Fees) -> str:
    return "; ".join(f"{fee.when}: {fee_words(fee)}" if fee.when else fee_words(fee) for fee in fees)
