"""One difference between two values, and how it is said as a change of a fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sotay.redline.changes import Fate, FieldChange, Run
from sotay.redline.words import word_changes
from sotay.text.wording import sentence_case


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs, and both values in words."""

    subject: str
    """What it is, as it stands within a sentence: `thời hạn giải quyết`."""
    old: str
    """The old value in words; empty where there was none."""
    new: str
    """The new value in words; empty where there is none."""
    is_text: bool = False
    """Whether the values are texts of the document, which are quoted and compared word by word."""
    is_order: bool = False
    """Whether both values list the same things, in another order."""


def as_change(field: str, difference: Difference, where: str = "", *, matters: bool = True) -> FieldChange:
    """Return a difference as a change of a fact; `where` says for whom it holds: `trực tuyến`."""
    subject = difference.subject + (f" ({where})" if where else "")
    if difference.is_order:
        return reordered(field, subject, [difference.old], [difference.new])
    old, new = (quoted(text) if difference.is_text else text for text in (difference.old, difference.new))
    if difference.old == difference.new:
        return _written_otherwise(field, subject)
    if not difference.old:
        return FieldChange(
            field, sentence_case(subject), Fate.INSERTED, "", difference.new, f"Thêm {subject}: {new}", (), matters
        )
    if not difference.new:
        return FieldChange(
            field, sentence_case(subject), Fate.DELETED, difference.old, "", f"Bỏ {subject}: {old}", (), matters
        )
    return FieldChange(
        field=field,
        subject=sentence_case(subject),
        fate=Fate.REWORDED,
        old=difference.old,
        new=difference.new,
        sentence=f"{sentence_case(subject)}: {old} → {new}",
        words=word_changes([Run(difference.old)], [Run(difference.new)]) if difference.is_text else (),
        matters=matters,
    )


def reordered(field: str, subject: str, old: Iterable[str], new: Iterable[str]) -> FieldChange:
    """Return the change of an order in which the same things stand."""
    olds, news = "; ".join(old), "; ".join(new)
    return FieldChange(
        field, sentence_case(subject), Fate.MOVED, olds, news, f"Đổi thứ tự {subject}: {news}", (), matters=False
    )


def quoted(text: str) -> str:
    """Return a text of the document between quotation marks."""
    return f"“{text}”"


def _written_otherwise(field: str, subject: str) -> FieldChange:
    """What differs in the file and comes to the same in words."""
    sentence = f"Sửa cách ghi {subject}, nội dung không đổi"
    return FieldChange(field, sentence_case(subject), Fate.REWORDED, sentence=sentence, matters=False)
