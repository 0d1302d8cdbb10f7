"""Which version of a document holds, from when until when, and by which decision."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from sotay.history.ledger import Period, Standing
from sotay.model.agency import Agency
from sotay.model.release import Day
from sotay.model.schema import Value
from sotay.model.version import VersionKey
from sotay.usecases.publication import Entry


class Status(StrEnum):
    """How the version of a document stands on the day of the data."""

    IN_FORCE = "in_force"
    UPCOMING = "upcoming"


_STATUS = {Standing.IN_FORCE: Status.IN_FORCE, Standing.UPCOMING: Status.UPCOMING}


class DecisionData(Value):
    """The decision that puts a version into force."""

    number: str = Field(title="số", description="Số và ký hiệu của quyết định.")
    date: Day = Field(title="ngày ký", description="Ngày ký quyết định.")
    agency: str = Field(title="cơ quan", description="Mã cơ quan ra quyết định.")


class VersionData(Value):
    """A version with its decision."""

    version: VersionKey = Field(title="bản", description="Lần ban hành và lần sửa đổi, ví dụ 2.1.")
    valid_from: date = Field(title="hiệu lực từ", description="Ngày đầu tiên có hiệu lực.")
    valid_to: date | None = Field(None, title="hiệu lực đến", description="Ngày cuối cùng có hiệu lực, nếu đã biết.")
    decision: DecisionData = Field(title="quyết định", description="Quyết định làm căn cứ của bản này.")


class InForce(VersionData):
    """A version, how it stands on the day, and what comes next."""

    status: Status = Field(title="tình trạng", description="Tình trạng vào ngày xét.")
    upcoming: VersionData | None = Field(None, title="bản sắp tới", description="Bản đã ban hành, chưa đến ngày.")


def is_current(entry: Entry) -> bool:
    """Return whether a document is in force on the day, or approved for later."""
    return entry.standing in _STATUS


def in_force(entry: Entry) -> InForce:
    """Return the version of a document that is in force or approved for later."""
    stated = version_data(entry.period, entry.agency)
    return InForce(
        version=stated.version,
        valid_from=stated.valid_from,
        valid_to=stated.valid_to,
        decision=stated.decision,
        status=_STATUS[entry.standing],
        upcoming=version_data(entry.upcoming, entry.agency) if entry.upcoming else None,
    )


def version_data(period: Period, agency: Agency) -> VersionData:
    """Return a version of an agency with its days and its decision."""
    decision = period.decision
    return VersionData(
        version=period.version,
        valid_from=period.starts,
        valid_to=period.ends,
        decision=DecisionData(number=decision.number, date=decision.date, agency=agency.id),
    )
