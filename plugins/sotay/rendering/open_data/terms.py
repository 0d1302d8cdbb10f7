"""How long a procedure takes and what it costs, for each way to file."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from sotay.model.procedure import ChannelKind, Duration, Extension, Fee, PhaseLimit, TimeLimit
from sotay.model.schema import ClockTime, Value
from sotay.rendering.exact_time import exact_duration
from sotay.usecases.publication import Entry

_ISO = "Thời lượng theo ISO 8601; chỉ có khi đúng tuyệt đối theo lịch, không có khi tính bằng ngày, giờ làm việc."


class DurationData(Duration):
    """A length of time, also in the form of ISO 8601 where that is exact."""

    iso8601: str | None = Field(None, title="ISO 8601", description=_ISO)


class ExtensionData(Extension):
    """A longer limit under a condition."""

    iso8601: str | None = Field(None, title="ISO 8601", description=_ISO)


class PhaseData(PhaseLimit):
    """The part of a limit that one phase may take."""

    iso8601: str | None = Field(None, title="ISO 8601", description=_ISO)


class TimeLimitData(DurationData):
    """A time limit; 0 working days means within the same day."""

    starts: str | None = Field(None, title="tính từ", description="Sự kiện bắt đầu tính thời hạn.")
    cutoff: ClockTime | None = Field(
        None, title="giờ chốt", description="Nhận hồ sơ sau giờ này thì tính từ ngày làm việc tiếp theo."
    )
    extensions: tuple[ExtensionData, ...] = Field((), title="kéo dài", description="Các trường hợp thời hạn dài hơn.")
    phases: tuple[PhaseData, ...] = Field((), title="giai đoạn", description="Thời hạn từng giai đoạn.")


class ChannelData(Value):
    """One way to file, with the limit and the fees that hold for it."""

    kind: ChannelKind = Field(title="cách thức", description="Trực tiếp, trực tuyến hay bưu chính.")
    time_limit: TimeLimitData | None = Field(
        None, title="thời hạn", description="Thời hạn của cách thức này; không có khi văn bản không nêu."
    )
    fees: tuple[Fee, ...] = Field(
        (), title="phí, lệ phí", description="Mọi mức thu của cách thức này, kể cả mức chưa hoặc không còn áp dụng."
    )
    note: str | None = Field(None, title="ghi chú", description="Điều người dân cần biết khi nộp theo cách này.")


def duration_data(duration: Duration) -> DurationData:
    """Return a length of time."""
    return DurationData(value=duration.value, unit=duration.unit, iso8601=exact_duration(duration))


def time_limit_data(limit: TimeLimit) -> TimeLimitData:
    """Return a time limit with its extensions and phases."""
    return TimeLimitData(
        value=limit.value,
        unit=limit.unit,
        iso8601=exact_duration(limit),
        starts=limit.starts,
        cutoff=limit.cutoff,
        extensions=tuple(_extensions(limit.extensions)),
        phases=tuple(_phases(limit.phases)),
    )


def _extensions(extensions: Iterable[Extension]) -> Iterable[ExtensionData]:
    for one in extensions:
        yield ExtensionData(when=one.when, value=one.value, unit=one.unit, iso8601=exact_duration(one))


def _phases(phases: Iterable[PhaseLimit]) -> Iterable[PhaseData]:
    for one in phases:
        yield PhaseData(name=one.name, value=one.value, unit=one.unit, iso8601=exact_duration(one))


def channels_data(entry: Entry) -> tuple[ChannelData, ...]:
    """Return the ways to file as they are for an entry: an agency's own terms stand where a decision allows them."""
    found = []
    for channel in entry.control.channels:
        limit = entry.time_limit_of(channel)
        found.append(
            ChannelData(
                kind=channel.kind,
                time_limit=time_limit_data(limit) if limit else None,
                fees=entry.fees_of(channel),
                note=channel.note,
            )
        )
    return tuple(found)
