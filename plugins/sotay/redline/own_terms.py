"""An agency's own terms for one procedure, before and after: what its applicants get otherwise than elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sotay.model.agency import Override
from sotay.model.procedure import ChannelKind
from sotay.redline.changes import FieldChange
from sotay.redline.fields.difference import Difference, as_change
from sotay.redline.fields.facets import Facet, differences, told_elsewhere, worded
from sotay.redline.fields.fees import fee_differences
from sotay.redline.fields.time_limits import limit_differences
from sotay.redline.single_blanks import with_single_blanks
from sotay.text.wording import channel_words

_FIELD = "overrides"
_LIMIT = "thời hạn riêng"
_FEE = "lệ phí riêng"
_OWN = "quy định riêng"


def override_changes(old: Sequence[Override], new: Sequence[Override]) -> tuple[FieldChange, ...]:
    """Return what changed in an agency's own terms for one procedure, by way of filing: `Thời hạn riêng (trực tuyến)`.

    Of several terms for one way of filing the first is compared with the first.
    """
    before, after = _by_way(old), _by_way(new)
    told = [change for way in {**after, **before} for change in _of_way(way, before.get(way), after.get(way))]
    return tuple(sorted(told, key=lambda change: not change.matters))


_Way = tuple[ChannelKind | None, int]
"""The channel, and the how many-th terms for it."""


def _by_way(overrides: Sequence[Override]) -> dict[_Way, Override]:
    counts: dict[ChannelKind | None, int] = {}
    ways: dict[_Way, Override] = {}
    for override in overrides:
        counts[override.channel] = counts.get(override.channel, 0) + 1
        ways[override.channel, counts[override.channel]] = with_single_blanks(override)
    return ways


def _of_way(way: _Way, old: Override | None, new: Override | None) -> Iterator[FieldChange]:
    """What changed for one way; terms that are new or gone are compared with none."""
    before, after = old or _none_beside(new), new or _none_beside(old)
    where = channel_words([way[0]]) if way[0] else ""
    for difference in differences(before, after, _FACETS, _OWN):
        yield as_change(_FIELD, difference, where)
    if before.decision != after.decision:
        difference = Difference(f"quyết định cho phép {_OWN}", before.decision, after.decision)
        yield as_change(_FIELD, difference, where, matters=False)


def _none_beside(terms: Override | None) -> Override:
    """Terms for the same procedure and way of filing that say nothing."""
    return Override.model_construct(
        procedure=terms.procedure if terms else "", decision="", channel=terms.channel if terms else None
    )


_FACETS = (
    Facet(("time_limit",), lambda old, new: limit_differences(old.time_limit, new.time_limit, _LIMIT)),
    Facet(("fees",), lambda old, new: fee_differences(old.fees, new.fees, _FEE)),
    worded("counter", "nơi tiếp nhận riêng"),
    told_elsewhere("decision", "channel"),
)
