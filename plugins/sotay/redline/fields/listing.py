"""Lists of names and numbers in which nothing is reworded: an entry is there or it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sotay.redline.changes import Fate, FieldChange
from sotay.redline.fields.difference import reordered
from sotay.text.wording import sentence_case

_BLANK = "(để trống)"


def listing_change(
    field: str, subject: str, old: Sequence[str], new: Sequence[str], *, matters: bool = True
) -> FieldChange:
    """Return the change of a list: `Căn cứ pháp lý: thêm 118/2025/NĐ-CP; bỏ 61/2018/NĐ-CP`, or that of its order."""
    added, gone = list((Counter(new) - Counter(old)).elements()), list((Counter(old) - Counter(new)).elements())
    if not added and not gone:
        return reordered(field, subject, old, new)
    fate = Fate.REWORDED if added and gone else Fate.INSERTED if added else Fate.DELETED
    return FieldChange(
        field=field,
        subject=sentence_case(subject),
        fate=fate,
        old="; ".join(old),
        new="; ".join(new),
        sentence=f"{sentence_case(subject)}: {'; '.join([*_each('thêm', added), *_each('bỏ', gone)])}",
        matters=matters,
    )


def _each(verb: str, entries: Sequence[str]) -> Sequence[str]:
    """The entries after one verb; where an entry has commas of its own, each after a verb."""
    entries = [entry or _BLANK for entry in entries]
    if any("," in entry for entry in entries):
        return [f"{verb} {entry}" for entry in entries]
    return [f"{verb} {', '.join(entries)}"] if entries else []
