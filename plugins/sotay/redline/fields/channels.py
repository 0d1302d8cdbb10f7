"""The ways of filing: which there are, in what order, and what is to be known about each."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.model.document import Document
from sotay.model.procedure import Channel
from sotay.redline.changes import Fate, FieldChange
from sotay.redline.fields.difference import Difference, as_change, reordered
from sotay.redline.fields.facets import differences, quoted_text, told_elsewhere
from sotay.redline.fields.ways import ways_of
from sotay.text.wording import channel_words, duration_words, fee_words

_FIELD = "channels"


def channel_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield which ways of filing were added or given up, and what changed in those that stayed."""
    olds, news = ways_of(old), ways_of(new)
    for channel in (channel for way, channel in news.items() if way not in olds):
        yield _added(channel, new)
        if channel.note:
            yield as_change(_FIELD, Difference(_note_of(channel), "", channel.note, is_text=True))
    for channel in (channel for way, channel in olds.items() if way not in news):
        kind = channel_words([channel.kind])
        yield FieldChange(_FIELD, "Cách nộp", Fate.DELETED, old=kind, sentence=f"Bỏ cách nộp: {kind}")
    for way in (way for way in news if way in olds):
        yield from (as_change(_FIELD, difference) for difference in _of_channel(olds[way], news[way]))
    stayed = [way for way in olds if way in news]
    if stayed != [way for way in news if way in olds]:
        kinds = ([channel_words([channel.kind]) for channel in control.channels] for control in (old, new))
        yield reordered(_FIELD, "cách nộp", *kinds)


def _added(channel: Channel, control: Document) -> FieldChange:
    """A new way of filing with its terms, so that a reader need not look for them."""
    limit = control.time_limit_of(channel)
    terms = [duration_words(limit)] if limit else []
    terms += dict.fromkeys(map(fee_words, control.fees_of(channel)))
    kind = channel_words([channel.kind])
    words = f"{kind} ({', '.join(terms)})" if terms else kind
    return FieldChange(_FIELD, "Cách nộp", Fate.INSERTED, new=words, sentence=f"Thêm cách nộp: {words}")


def _of_channel(old: Channel, new: Channel) -> Iterator[Difference]:
    thing = f"cách nộp {channel_words([new.kind])}"
    facets = (told_elsewhere("kind", "time_limit", "fees"), quoted_text("note", _note_of(new)))
    return differences(old, new, facets, thing)


def _note_of(channel: Channel) -> str:
    return f"ghi chú khi nộp {channel_words([channel.kind])}"
