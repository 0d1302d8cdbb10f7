"""The files of a form: which there are, and whether one was replaced by another of the same name."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.document import AttachedFile, Document
from sotay.redline.changes import Fate, FieldChange
from sotay.redline.fields.difference import as_change, quoted
from sotay.redline.fields.facets import differences, told_elsewhere
from sotay.redline.fields.listing import listing_change

_FIELD = "attachments"
_ATTACHED = "tệp đính kèm"


def attachment_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield which files were added, taken away or replaced."""
    before, after = ([attached.file for attached in control.attachments] for control in (old, new))
    if before != after:
        yield listing_change(_FIELD, _ATTACHED, before, after)
    olds = {attached.file: attached for attached in old.attachments}
    for attached in new.attachments:
        if attached.file in olds:
            yield from _of_file(olds[attached.file], attached)


def _of_file(old: AttachedFile, new: AttachedFile) -> Iterator[FieldChange]:
    thing = f"{_ATTACHED} {quoted(new.file)}"
    if old.sha256 != new.sha256:
        sentence = f"Thay nội dung {thing}"
        yield FieldChange(_FIELD, f"Nội dung {thing}", Fate.REWORDED, old.sha256, new.sha256, sentence)
    for difference in differences(old, new, (told_elsewhere("file", "sha256"),), thing):
        yield as_change(_FIELD, difference)
