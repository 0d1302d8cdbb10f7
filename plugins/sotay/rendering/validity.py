"""How a version stands, in one exact sentence and in a short badge; every sentence is one of a closed set.

Reads: an entry and the publication it belongs to.
Returns: Vietnamese text that names the version, its document, its dates, its decision, and what the repository knew.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sotay.history.ledger import Period, Standing
from sotay.model.agency import Agency
from sotay.model.decision import Decision
from sotay.text.wording import date_words, version_words
from sotay.usecases.publication import Entry, Publication

IN_FORCE = "{version} đang có hiệu lực từ ngày {starts}, theo {decision}; {known}."
IN_FORCE_UNTIL = (
    "{version} đang có hiệu lực từ ngày {starts}, theo {decision}, đến hết ngày {ends}, {ended_by}; {known}."
)
UPCOMING = "{version} chưa áp dụng, có hiệu lực từ ngày {starts}, theo {decision}; {known}."
_WAS = "có hiệu lực từ ngày {starts}, theo {decision}, đến hết ngày {ends}, {ended_by}; {known}."
SUPERSEDED = "{version} đã được thay thế: " + _WAS
WITHDRAWN = "{version} đã bị bãi bỏ: " + _WAS
_UNTIL = "có hiệu lực từ ngày {starts}, theo {decision}, tạm thời đến hết ngày {ends}; {known}."
TEMPORARY = "{version} đang " + _UNTIL
TEMPORARY_UPCOMING = "{version} chưa áp dụng, " + _UNTIL
LAPSED = "{version} đã hết hiệu lực: " + _UNTIL
_TO_THE_END = (
    "có hiệu lực từ ngày {starts}, theo {decision}, đến hết ngày {ends}, ngày cuối {agency} hoạt động; {known}."
)
ENDS_WITH_AGENCY = "{version} đang " + _TO_THE_END
ENDS_WITH_AGENCY_UPCOMING = "{version} chưa áp dụng, " + _TO_THE_END
ENDED_WITH_AGENCY = "{version} không còn áp dụng: " + _TO_THE_END
COMPARED = "So sánh bản {old} ({old_words}) với bản {new} ({new_words}) của {code}; {known}."
ALL_VERSIONS = "Các bản của {code} {known}."
KNOWN_AT_COMMIT = "tính đến ngày {day}, theo kho tài liệu tại phiên bản {commit}"
KNOWN_WITH_CHANGES = "tính đến ngày {day}, theo kho tài liệu tại phiên bản {commit} và các sửa đổi chưa ghi nhận"
KNOWN_THEN = "tính đến ngày {day}, theo những gì kho tài liệu đã ghi nhận đến ngày {known_on}, tại phiên bản {commit}"
KNOWN_WITHOUT_COMMIT = "tính đến ngày {day}, theo kho tài liệu chưa gắn với phiên bản nào"

_TO_THE_END_OF_AGENCY = {
    Standing.IN_FORCE: ENDS_WITH_AGENCY,
    Standing.UPCOMING: ENDS_WITH_AGENCY_UPCOMING,
    Standing.LAPSED: ENDED_WITH_AGENCY,
}
STANDING_MARKS = {
    Standing.UPCOMING: "Chưa áp dụng",
    Standing.IN_FORCE: "Đang có hiệu lực",
    Standing.SUPERSEDED: "Đã được thay thế",
    Standing.WITHDRAWN: "Đã bãi bỏ",
    Standing.LAPSED: "Hết hiệu lực",
}
"""How a version stands, in a word or two, where its days stand beside it."""
_ENDED = {True: "do {decision} bãi bỏ", False: "do {decision} thay bằng bản khác"}


class Tone(StrEnum):
    """The colour of a badge: green only for in force, amber only for dates to come."""

    IN_FORCE = "in-force"
    UPCOMING = "upcoming"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Badge:
    """The standing of a version at a glance."""

    tone: Tone
    text: str
    """From when, or since when no more."""
    short: str
    """The same in a word or two, for lists."""


def validity_sentence(entry: Entry, publication: Publication) -> str:
    """Return which version of what is in force from when until when, by which decision, as known at which commit."""
    period = entry.period
    facts = {
        "version": f"Bản {period.version} ({version_words(period.version)}) của {entry.code}",
        "starts": date_words(period.starts),
        "decision": decision_words(period.decision, entry.agency),
        "known": known_words(publication),
    }
    if period.ends:
        facts["ends"] = date_words(period.ends)
        facts["ended_by"] = _ended_by(period, entry.agency)
        facts["agency"] = entry.agency.name
    if ends_with_agency(entry):
        return _TO_THE_END_OF_AGENCY[entry.standing].format(**facts)
    return _sentence(entry.standing, period).format(**facts)


def comparison_sentence(old: Entry, new: Entry, publication: Publication) -> str:
    """Return which two versions of what are compared, as known at which commit."""
    one, other = old.period.version, new.period.version
    return COMPARED.format(
        old=one,
        old_words=version_words(one),
        new=other,
        new_words=version_words(other),
        code=new.code,
        known=known_words(publication),
    )


def history_sentence(code: str, publication: Publication) -> str:
    """Return whose versions a history lists, as known at which commit."""
    return ALL_VERSIONS.format(code=code, known=known_words(publication))


def ends_with_agency(entry: Entry) -> bool:
    """Return whether a version ends because the agency that applies it does."""
    return entry.period.lapses and entry.period.ends == entry.agency.valid_to


def _sentence(standing: Standing, period: Period) -> str:
    match standing:
        case Standing.IN_FORCE:
            if period.lapses:
                return TEMPORARY
            return IN_FORCE_UNTIL if period.ends else IN_FORCE
        case Standing.UPCOMING:
            return TEMPORARY_UPCOMING if period.lapses else UPCOMING
        case Standing.SUPERSEDED:
            return SUPERSEDED
        case Standing.WITHDRAWN:
            return WITHDRAWN
        case Standing.LAPSED:
            return LAPSED


def _ended_by(period: Period, agency: Agency) -> str:
    decision = decision_words(period.ended_by, agency) if period.ended_by else "quyết định khác"
    return _ENDED[period.withdrawn].format(decision=decision)


def known_words(publication: Publication) -> str:
    """Return the day that is asked about, and the commit that answers."""
    day, revision = date_words(publication.day), publication.revision
    if revision is None:
        return KNOWN_WITHOUT_COMMIT.format(day=day)
    if revision.known_on:
        return KNOWN_THEN.format(day=day, known_on=date_words(revision.known_on), commit=revision.commit)
    form = KNOWN_WITH_CHANGES if revision.has_changes else KNOWN_AT_COMMIT
    return form.format(day=day, commit=revision.commit)


def repository_sentence(publication: Publication) -> str:
    """Return the sentence of a page that is no document: what all of it rests on."""
    return f"Nội dung {known_words(publication)}."


def decision_words(decision: Decision, agency: Agency) -> str:
    """Return a decision in full: number, date, and whose it is."""
    return f"Quyết định số {decision.number} ngày {date_words(decision.date)} của {agency.name}"


def badge(entry: Entry) -> Badge:
    """Return the badge of an entry."""
    period = entry.period
    starts = date_words(period.starts)
    match entry.standing:
        case Standing.IN_FORCE:
            until = f" đến hết {date_words(period.ends)}" if period.ends else ""
            return Badge(Tone.IN_FORCE, f"Đang có hiệu lực từ {starts}{until}", "Đang có hiệu lực")
        case Standing.UPCOMING:
            return Badge(Tone.UPCOMING, f"Chưa áp dụng: có hiệu lực từ {starts}", f"Áp dụng từ {starts}")
        case Standing.SUPERSEDED:
            gone = date_words(first_day_after(period))
            return Badge(Tone.PAST, f"Đã được thay thế từ {gone}", f"Đã được thay thế từ {gone}")
        case Standing.WITHDRAWN:
            gone = date_words(first_day_after(period))
            return Badge(Tone.PAST, f"Đã bãi bỏ từ {gone}", f"Đã bãi bỏ từ {gone}")
        case Standing.LAPSED:
            gone = date_words(first_day_after(period))
            if ends_with_agency(entry):
                return Badge(Tone.PAST, f"Không còn áp dụng từ {gone}", f"Không còn áp dụng từ {gone}")
            return Badge(Tone.PAST, f"Hết hiệu lực từ {gone}", f"Hết hiệu lực từ {gone}")


def first_day_after(period: Period) -> date:
    """Return the first day on which a version is no more in force; its start where no end is known."""
    return period.ends + timedelta(days=1) if period.ends else period.starts


def span_words(period: Period) -> str:
    """Return from when until when a version holds: `từ 01/07/2026 đến hết 31/12/2026`."""
    until = f" đến hết {date_words(period.ends)}" if period.ends else ""
    return f"từ {date_words(period.starts)}{until}"
