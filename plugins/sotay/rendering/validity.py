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
KNOWN_AT_COMMIT = "tính đến ngày {day}, theo kho tài liệu tại phiên bản {commit}"
KNOWN_WITH_CHANGES = "tính đến ngày {day}, theo kho tài liệu tại phiên bản {commit} và các sửa đổi chưa ghi nhận"
KNOWN_WITHOUT_COMMIT = "tính đến ngày {day}, theo kho tài liệu chưa gắn với phiên bản nào"

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
    return _sentence(entry.standing, period).format(**facts)


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
            return Badge(Tone.PAST, f"Hết hiệu lực từ {gone}", f"Hết hiệu lực từ {gone}")


def first_day_after(period: Period) -> date:
    """Return the first day on which a version is no more in force; its start where no end is known."""
    return period.ends + timedelta(days=1) if period.ends else period.starts
