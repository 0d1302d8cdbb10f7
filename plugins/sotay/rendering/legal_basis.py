"""What a document rests on: titles from the register, and how each stands on the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sotay.model.document import Document
from sotay.model.legal import LegalDocument
from sotay.model.procedure import Fee
from sotay.model.province import Province
from sotay.text.collation import sort_key
from sotay.text.fold import slug
from sotay.text.legal_number import year_of
from sotay.text.wording import date_words


class LegalTone(StrEnum):
    """The colour of a mark: amber for a date to come, grey for what is over, none where nothing is to be said."""

    PLAIN = "plain"
    UPCOMING = "upcoming"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class LegalLine:
    """One legal document in words."""

    number: str
    title: str
    issuer: str
    signed: str
    effective: str
    mark: str
    """How it stands, where a stated date says something; else empty."""
    tone: LegalTone
    replaced_by: tuple[str, ...]
    anchor: str
    """Its place in the register page."""


def legal_lines(
    numbers: Iterable[str], province: Province, day: date, *, is_over: bool = False
) -> tuple[LegalLine, ...]:
    """Return legal documents by number as the register has them; one that is not in it stands with its number.

    Of what rests on them and is over, nothing is said that came after its last day.
    """
    lines = (_line(number, province, day) for number in dict.fromkeys(numbers))
    return tuple(_without_future(line) if is_over else line for line in lines)


def _without_future(line: LegalLine) -> LegalLine:
    return replace(line, mark="", tone=LegalTone.PLAIN) if line.tone is LegalTone.UPCOMING else line


def cited_by(control: Document) -> Iterator[str]:
    """Yield every number that a document cites, in its legal basis and for its fees."""
    yield from control.legal_basis
    fees: list[Fee] = [*control.fees, *(fee for channel in control.channels for fee in channel.fees)]
    yield from (fee.legal_basis for fee in fees if fee.legal_basis)


def legal_order(line: LegalLine) -> tuple[object, ...]:
    """Return the order of a register: laws first, then by year and number."""
    ranks = ("QH", "NĐ-", "NQ", "QĐ-TTg", "TT-", "TTLT")
    rank = next((index for index, mark in enumerate(ranks) if mark in line.number), len(ranks))
    return rank, -(year_of(line.number) or 0), sort_key(line.number)


def _line(number: str, province: Province, day: date) -> LegalLine:
    document = province.legal_by_number.get(number)
    if document is None:
        return LegalLine(number, "", "", "", "", "", LegalTone.PLAIN, (), anchor_of(number))
    mark, tone = _mark(document, day)
    followers = tuple(other.number for other in province.legal.value.documents if number in other.replaces)
    return LegalLine(
        number=number,
        title=_title(document),
        issuer=document.issuer,
        signed=date_words(document.signed) if document.signed else "",
        effective=date_words(document.effective) if document.effective else "",
        mark=mark,
        tone=tone,
        replaced_by=followers,
        anchor=anchor_of(number),
    )


def anchor_of(number: str) -> str:
    """Return the place of a legal document in the register page."""
    return f"vb-{slug(number)}"


def _title(document: LegalDocument) -> str:
    """The title without the number, which stands beside it anyway; unless that leaves a bare word."""
    bare = document.title.replace(f" số {document.number}", "").replace(f" {document.number}", "").strip()
    return bare if " " in bare else document.title


def _mark(document: LegalDocument, day: date) -> tuple[str, LegalTone]:
    if document.ends:
        words = f"hết hiệu lực từ {date_words(document.ends)}"
        return words, LegalTone.PAST if document.ends <= day else LegalTone.UPCOMING
    if document.effective and document.effective > day:
        return f"có hiệu lực từ {date_words(document.effective)}", LegalTone.UPCOMING
    return "", LegalTone.PLAIN
