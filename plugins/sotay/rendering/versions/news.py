"""What the version shown changes against the one before it: a few facts, old beside new."""

from __future__ import annotations

from dataclasses import dataclass

from sotay.redline.changes import FieldChange
from sotay.rendering.addresses import Standpoint, comparison_tail
from sotay.rendering.redline.view import FactRow, fact_row
from sotay.rendering.site_view import SiteView
from sotay.rendering.versions.comparisons import in_words, with_stop
from sotay.usecases.publication import Entry

_MOST = 4
_LONG = 160
_BETWEEN = "; "
"""What stands between the entries of a list."""


@dataclass(frozen=True, slots=True)
class VersionNews:
    """What a version changes."""

    old: str
    new: str
    note: str
    """The public note that the version carries."""
    rows: tuple[FactRow, ...]
    """Facts whose two values are short enough to stand side by side."""
    sentences: tuple[str, ...]
    """What was added to lists and taken out of them; the change in words, where nothing else is said."""
    href: str
    """Link to the whole comparison."""


def what_is_new(entry: Entry, view: SiteView, standpoint: Standpoint) -> VersionNews | None:
    """Return what the version of an entry changes against the one before it; None for a first version."""
    history = standpoint.addresses.histories[entry.code]
    before = history.before(entry.period.version)
    if before is None or not any(one.period.version == entry.period.version for one in history.versions):
        return None
    href = standpoint.history(entry.code, comparison_tail(before.period.version, entry.period.version))
    redline = view.comparisons.between(before, entry)
    matter = [field for field in redline.fields if field.matters]
    lists = [field for field in matter if _goes_on(field) and len(field.sentence) <= _LONG]
    short = [field for field in matter if field not in lists and max(len(field.old), len(field.new)) <= _LONG]
    rows = tuple(map(fact_row, short[:_MOST]))
    told = tuple(with_stop(field.sentence) for field in lists[:_MOST])
    return VersionNews(
        old=str(before.period.version),
        new=str(entry.period.version),
        note=entry.control.changes or "",
        rows=rows,
        sentences=told or (() if rows else in_words(redline)),
        href=href or "",
    )


def _goes_on(field: FieldChange) -> bool:
    """Whether a fact is a list of which some entries stay: both values in full would say more than what changed."""
    return bool(set(field.old.split(_BETWEEN)) & set(field.new.split(_BETWEEN)))
