"""The official calendar: days off and working Saturdays, each with the notice that fixes it."""

from __future__ import annotations

from datetime import timedelta, timezone

from pydantic import Field

from sotay.model.schema import Date, Flag, Value, Whole

VIETNAM = timezone(timedelta(hours=7))
"""Indochina Time, without daylight saving: the days of decisions and deadlines are its days."""


class DayOff(Value):
    """A day on which offices are closed besides Saturdays and Sundays."""

    date: Date = Field(title="ngày", description="Ngày nghỉ.")
    name: str = Field(title="tên", description="Tên ngày nghỉ.")


class CalendarYear(Value):
    """One year, and the notice that fixes it."""

    year: Whole = Field(title="năm", description="Năm dương lịch.")
    notice: str = Field(title="căn cứ", description="Thông báo ấn định lịch nghỉ.")
    provisional: Flag = Field(False, title="tạm tính", description="Chưa có thông báo chính thức.")
    days_off: tuple[DayOff, ...] = Field((), title="ngày nghỉ", description="Ngày nghỉ trong năm.")
    working_days: tuple[Date, ...] = Field((), title="ngày làm bù", description="Thứ Bảy, Chủ nhật phải làm việc.")


class Calendar(Value):
    """`sites/calendar.yml`."""

    years: tuple[CalendarYear, ...] = Field((), title="năm", description="Lịch từng năm.")
