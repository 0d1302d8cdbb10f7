"""Why a person may not approve a kind of document on a day, in words; and which days an authority leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sotay.model.agency import Approval, Person
from sotay.model.document import DocumentKind
from sotay.model.phrase import Phrase
from sotay.rules.words.kind_words import kind_words


def why_not(person: Person, kind: DocumentKind, day: date) -> Phrase:
    """Return what the person's authority says instead: none at all, other days, other kinds, or both."""
    if not person.approves:
        return Phrase("agency.yml không giao cho người này quyền phê duyệt nào", "agency.yml gives no authority at all")
    of_kind = [approval for approval in person.approves if kind in approval.kinds]
    if of_kind:
        vi = ", ".join(period_words(approval).vi for approval in of_kind)
        en = ", ".join(period_words(approval).en for approval in of_kind)
        return Phrase(f"với loại này chỉ có thẩm quyền {vi}", f"for this kind only {en}")
    on_day = [approval for approval in person.approves if _holds(approval, day)]
    kinds = kind_words(known for approval in on_day or person.approves for known in approval.kinds)
    return Phrase(f"chỉ được phê duyệt {kinds.vi}", f"only {kinds.en} may be approved")


def period_words(approval: Approval) -> Phrase:
    """Return from when to when an authority holds."""
    if approval.valid_to is None:
        return Phrase(f"từ ngày {approval.valid_from:%d/%m/%Y}", f"from {approval.valid_from}")
    return Phrase(
        f"từ ngày {approval.valid_from:%d/%m/%Y} đến hết ngày {approval.valid_to:%d/%m/%Y}",
        f"from {approval.valid_from} to {approval.valid_to}",
    )


def first_day_open(wanted: Approval, held: Iterable[Approval]) -> date | None:
    """Return the first day of a period that no other period covers, or None if they cover all of it."""
    day = wanted.valid_from
    for approval in sorted(held, key=lambda approval: approval.valid_from):
        if approval.valid_from > day:
            break
        if approval.valid_to is None:
            return None
        if approval.valid_to >= day:
            if approval.valid_to == date.max:
                return None
            day = approval.valid_to + timedelta(days=1)
    return day if wanted.valid_to is None or day <= wanted.valid_to else None


def own_authority(person: Person, kind: DocumentKind) -> Sequence[Approval]:
    """Return what a person holds for a kind by office or as acting head, not by another's delegation."""
    return [approval for approval in person.approves if kind in approval.kinds and approval.delegated_by is None]


def overlap(one: Approval, other: Approval) -> tuple[date, date | None] | None:
    """Return the first and last day on which two authorities hold together; None as last day if neither ends."""
    first = max(one.valid_from, other.valid_from)
    ends = [approval.valid_to for approval in (one, other) if approval.valid_to]
    last = min(ends) if ends else None
    return (first, last) if last is None or first <= last else None


def _holds(approval: Approval, day: date) -> bool:
    return approval.valid_from <= day and (approval.valid_to is None or day <= approval.valid_to)
