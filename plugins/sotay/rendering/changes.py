"""What changed lately, in words: versions to come and in force, withdrawals, and agencies' own shorter terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sotay.history.ledger import Standing
from sotay.model.decision import Decision
from sotay.model.version import Version
from sotay.redline.changes import FieldChange
from sotay.rendering.addresses import version_tail
from sotay.rendering.channel_table import LocalTerms, local_terms
from sotay.rendering.listing import is_over
from sotay.rendering.site_view import SiteView
from sotay.rendering.validity import Tone, first_day_after
from sotay.rendering.versions.document_history import periods_of
from sotay.text.wording import date_words
from sotay.usecases.publication import AgencyPublication, Entry

_MOST = 5
_SHORT = 45
"""Signs of a value that still stands beside the other one in a list."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one procedure."""

    day: date
    """From when."""
    title: str
    href: str
    words: str
    """What changes, in a sentence; or what the two values are about."""
    before: str
    """The value until then, where one value changes."""
    after: str
    """The value from then on."""
    when: str
    tone: Tone


def recent_changes(view: SiteView) -> tuple[Change, ...]:
    """Return the changes decided last, the latest first; new procedures only fill up what room is left.

    On an agency's site they are those that the agency put into force itself.
    """
    counted = _counted(view)
    versions = [entry for one in counted for entry in _periods(one, view)]
    changed = _latest(
        [
            *(_of_version(entry, view) for entry in _newest(versions) if not _is_new(entry)),
            *(_of_withdrawal(entry, view) for entry in counted if is_over(entry)),
            *_of_terms(view),
        ]
    )
    new = _latest([_of_version(entry, view) for entry in versions if _is_new(entry)])
    return tuple(_latest([*changed[:_MOST], *new[: max(0, _MOST - len(changed))]]))


def _counted(view: SiteView) -> list[Entry]:
    """The procedures whose changes are told: as issued, or as an agency has them."""
    return list(view.agency.procedures) if view.agency else [across.issued for across in view.publication.procedures]


def _periods(entry: Entry, view: SiteView) -> Iterable[Entry]:
    return periods_of(entry) if view.agency else view.addresses.histories[entry.code].periods


def _newest(versions: Iterable[Entry]) -> list[Entry]:
    """The versions that can be among the latest; no others need to be compared."""
    known = [entry for entry in versions if not _is_new(entry)]
    return sorted(known, key=lambda entry: (entry.period.starts, entry.control.title or ""), reverse=True)[:_MOST]


def _latest(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: (change.day, change.title), reverse=True)


def _is_new(entry: Entry) -> bool:
    """Whether it is the first version of something, already in effect, that replaces nothing."""
    is_ahead = entry.standing is Standing.UPCOMING
    return not is_ahead and entry.period.version == Version(1) and not entry.control.replaces


def _of_version(entry: Entry, view: SiteView) -> Change:
    starts, title = entry.period.starts, entry.control.title or entry.code
    when, tone = f"từ {date_words(starts)}", Tone.IN_FORCE
    href = view.at("").document(entry.code) or ""
    if entry.standing is Standing.UPCOMING:
        when, tone = f"áp dụng từ {date_words(starts)}", Tone.UPCOMING
        # Where nothing else is in force, the current page announces it.
        if view.addresses.histories[entry.code].in_force:
            href = view.at("").history(entry.code, version_tail(entry.period.version)) or href
    fact = _fact(entry, view)
    words = fact.subject if fact else entry.control.changes or ""
    before, after = (fact.old, fact.new) if fact else ("", "")
    return Change(starts, title, href, words, before, after, when, tone)


def _fact(entry: Entry, view: SiteView) -> FieldChange | None:
    """The first thing that changes for a citizen from one short value to another."""
    before = view.addresses.histories[entry.code].before(entry.period.version)
    if before is None:
        return None
    fields = view.comparisons.between(before, entry).fields
    # The sum of the steps is the agency's own affair; what is promised is the time limit.
    told = (field for field in fields if field.matters and field.field != "steps" and field.old and field.new)
    return next((field for field in told if max(len(field.old), len(field.new)) <= _SHORT), None)


def _of_withdrawal(entry: Entry, view: SiteView) -> Change:
    gone = first_day_after(entry.period)
    href = view.at("").document(entry.code) or ""
    when = f"bãi bỏ từ {date_words(gone)}"
    return Change(gone, entry.control.title or entry.code, href, "Không còn áp dụng.", "", "", when, Tone.PAST)


def _of_terms(view: SiteView) -> Iterator[Change]:
    """Own terms of agencies that are in effect."""
    agencies: Iterable[AgencyPublication] = (view.agency,) if view.agency else view.publication.agencies
    for agency in agencies:
        for entry in (entry for entry in agency.procedures if not is_over(entry)):
            for terms in local_terms(entry):
                decision = _decision(terms.decision, agency.id, view)
                if decision:
                    yield _of_terms_at(entry, terms, decision, view)


def _of_terms_at(entry: Entry, terms: LocalTerms, decision: Decision, view: SiteView) -> Change:
    href = view.at("").site(entry.agency.id, view.addresses.by_agency[entry.agency.id][entry.code])
    when = f"từ {date_words(decision.effective_date)}"
    title, agency = entry.control.title or entry.code, entry.agency.short_name
    return Change(decision.effective_date, title, href, agency, terms.national, terms.own, when, Tone.IN_FORCE)


def _decision(number: str, agency: str, view: SiteView) -> Decision | None:
    files = view.publication.province.agency_by_id[agency].decisions
    return next((file.value for file in files if file.value.number == number), None)
