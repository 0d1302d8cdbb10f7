"""How long it takes: the limit, from when and until what hour it is counted, when it is longer, its phases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.document import Document
from sotay.model.procedure import Channel, Duration, Extension, PhaseLimit, TimeLimit
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, quoted
from sotay.redline.fields.facets import Facet, differences, quoted_text, worded
from sotay.redline.fields.named_parts import Parts, part_differences
from sotay.redline.fields.ways import Terms, changes_by_way
from sotay.text.limit_words import in_case, limit_words
from sotay.text.wording import clock_words, duration_words

_LIMIT = "thời hạn giải quyết"


def time_limit_changes(old: Document, new: Document) -> Iterator[FieldChange]:
    """Yield how the time limits of a procedure changed, for all ways of filing or for some."""
    return changes_by_way(old, new, Terms("time_limit", _limit_of, limit_differences))


def limit_differences(old: TimeLimit | None, new: TimeLimit | None, noun: str = _LIMIT) -> Iterator[Difference]:
    """Yield how a time limit differs from another; `noun` is what the limit is called."""
    if old and new:
        yield from differences(old, new, (_length(noun), *_DETAILS), noun)
    elif old != new:
        yield Difference(noun, limit_words(old) if old else "", limit_words(new) if new else "")


def _limit_of(control: Document, channel: Channel | None) -> TimeLimit | None:
    return control.time_limit_of(channel) if channel else control.time_limit


def _length(subject: str) -> Facet:
    def tell(old: Duration, new: Duration) -> Iterator[Difference]:
        yield Difference(subject, duration_words(old), duration_words(new))

    return Facet(("value", "unit"), tell)


_EXTENSIONS: Parts[Extension] = Parts(
    noun="trường hợp kéo dài thời hạn",
    name=lambda longer: longer.when,
    subject=lambda longer: f"thời hạn kéo dài {in_case(longer.when)}",
    words=duration_words,
    facets=lambda subject: (_length(subject), quoted_text("when", "trường hợp kéo dài thời hạn")),
)
_PHASES: Parts[PhaseLimit] = Parts(
    noun="giai đoạn",
    name=lambda phase: phase.name,
    subject=lambda phase: f"thời hạn giai đoạn {quoted(phase.name)}",
    words=duration_words,
    facets=lambda subject: (_length(subject), quoted_text("name", "tên giai đoạn")),
)
_DETAILS: Sequence[Facet] = (
    quoted_text("starts", "thời điểm bắt đầu tính thời hạn"),
    worded("cutoff", "giờ chốt nhận hồ sơ trong ngày", clock_words),
    Facet(("extensions",), lambda old, new: part_differences(old.extensions, new.extensions, _EXTENSIONS)),
    Facet(("phases",), lambda old, new: part_differences(old.phases, new.phases, _PHASES)),
)
