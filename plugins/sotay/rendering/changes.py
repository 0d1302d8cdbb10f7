"""What changed lately, in words: versions to come and in force, withdrawals, and agencies' own shorter terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sotay.history.ledger import Standing
from sotay.model.decision import Decision
from sotay.model.version import Version
from sotay.rendering.addresses import version_tail
from sotay.rendering.channel_table import LocalTerms, local_terms
from sotay.rendering.listing import is_over
from sotay.rendering.site_view import SiteView
from sotay.rendering.validity import Tone, first_day_after
from sotay.text.wording import date_words
from sotay.usecases.publication import Entry

_MOST = 5


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
    """Return the changes decided last, the latest first; new procedures only fill up what room is left."""
    issued = [across.issued for across in view.publication.procedures]
    versions = [entry for one in issued for entry in view.addresses.histories[one.code].periods]
    changed = _latest(
        [
            *(_of_version(entry, view) for entry in versions if not _is_new(entry)),
            *(_of_withdrawal(entry, view) for entry in issued if is_over(entry)),
            *_of_terms(view),
        ]
    )
    new = _latest([_of_version(entry, view) for entry in versions if _is_new(entry)])
    return tuple(_latest([*changed[:_MOST], *new[: max(0, _MOST - len(changed))]]))


def _latest(changes: Iterable[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: (change.day, change.title), reverse=True)


def _is_new(entry: Entry) -> bool:
    """Whether it is the first version of something, already in effect, that replaces nothing."""
    is_ahead = entry.standing is Standing.UPCOMING
    return not is_ahead and entry.period.version == Version(1) and not entry.control.replaces


def _of_version(entry: Entry, view: SiteView) -> Change:
    starts, home = entry.period.starts, view.addresses.portal[entry.code]
    when, tone = f"từ {date_words(starts)}", Tone.IN_FORCE
    if entry.standing is Standing.UPCOMING:
        when, tone = f"áp dụng từ {date_words(starts)}", Tone.UPCOMING
        # Where nothing else is in force, the current page announces it.
        home += version_tail(entry.period.version) if view.addresses.histories[entry.code].in_force else ""
    title, words = entry.control.title or entry.code, entry.control.changes or ""
    return Change(starts, title, view.at("").here(home), words, "", "", when, tone)


def _of_withdrawal(entry: Entry, view: SiteView) -> Change:
    gone = first_day_after(entry.period)
    href = view.at("").here(view.addresses.portal[entry.code])
    when = f"bãi bỏ từ {date_words(gone)}"
    return Change(gone, entry.control.title or entry.code, href, "Không còn áp dụng.", "", "", when, Tone.PAST)


def _of_terms(view: SiteView) -> Iterator[Change]:
    """Own terms of agencies that are in effect."""
    for agency in view.publication.agencies:
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
