"""Values in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest

from sotay.model.agency import OpeningHours, Weekday
from sotay.model.decision import DecisionKind
from sotay.model.document import DocumentKind
from sotay.model.procedure import Applicant, ChannelKind, DossierItem, Duration, Fee, ItemKind, Level, TimeUnit
from sotay.model.version import Version
from sotay.text import labels
from sotay.text.wording import (
    clock_words,
    copies_words,
    date_words,
    duration_words,
    fee_conditions,
    fee_words,
    is_charged_on,
    mid_sentence,
    number_words,
    opening_words,
    since_words,
    step_words,
    version_words,
)


@pytest.mark.parametrize(
    ("members", "words"),
    [
        (Level, labels.LEVELS), (Applicant, labels.APPLICANTS), (ChannelKind, labels.CHANNELS),
        (DocumentKind, labels.KINDS), (DecisionKind, labels.DECISION_KINDS), (TimeUnit, labels.UNITS),
        (ItemKind, labels.ITEM_KINDS), (Weekday, labels.WEEKDAYS),
    ],
)  # fmt: skip
def test_every_member_of_every_list_has_its_word(members: type[StrEnum], words: dict[StrEnum, str]) -> None:
    assert set(words) == set(members)


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("0", "working_day", "trong ngày"), ("0", "hour", "ngay khi nhận"), ("5", "working_day", "5 ngày làm việc"),
        ("15", "day", "15 ngày"), ("0.5", "working_hour", "0,5 giờ làm việc"), ("2", "month", "2 tháng"),
    ],
)  # fmt: skip
def test_a_length_of_time_is_said_as_documents_say_it(value: str, unit: str, words: str) -> None:
    assert duration_words(Duration(value=Decimal(value), unit=TimeUnit(unit))) == words


def test_small_words() -> None:
    assert step_words(Duration(value=Decimal("0.5"), unit=TimeUnit.WORKING_HOUR)) == "0,5 giờ"
    assert number_words(Decimal("1234567.50")) == "1.234.567,5"
    assert date_words(date(2026, 7, 1)) == "01/07/2026"
    assert version_words(Version(2, 1)) == "lần ban hành 02, sửa đổi 01"
    assert (clock_words("15:00"), clock_words("07:30")) == ("15 giờ", "7 giờ 30")
    assert since_words("từ ngày nhận hồ sơ") == since_words("kể từ ngày nhận hồ sơ") == "tính từ ngày nhận hồ sơ"
    assert mid_sentence("Tỉnh Lạng Sơn") == "tỉnh Lạng Sơn"


@pytest.mark.parametrize(
    ("fee", "words"),
    [
        (Fee(amount=0), "miễn phí"),
        (Fee(amount=2000, unit="trang"), "2.000 đồng/trang"),
        (Fee(amount=155, currency="USD"), "155 đô la Mỹ"),
        (Fee(set_by="Hội đồng nhân dân tỉnh"), "do Hội đồng nhân dân tỉnh quy định"),
        (Fee(set_by="Nghị quyết của tỉnh"), "theo Nghị quyết của tỉnh"),
        (Fee(), "theo quy định"),
    ],
)
def test_a_fee_is_said_with_its_unit_or_who_fixes_it(fee: Fee, words: str) -> None:
    assert fee_words(fee) == words


def test_a_fee_with_dates_holds_only_within_them() -> None:
    fee = Fee.model_validate({"amount": 5, "valid_to": "2026-12-31", "legal_basis": "64/2025/TT-BTC"})
    assert fee_conditions(fee) == ("căn cứ 64/2025/TT-BTC", "đến hết 31/12/2026")
    assert is_charged_on(fee, date(2026, 12, 31))
    assert not is_charged_on(fee, date(2027, 1, 1))


def test_papers_are_counted_or_said_not_to_be_needed() -> None:
    assert copies_words(DossierItem(name="a", originals=1, copies=2)) == "1 bản chính, 2 bản sao"
    assert copies_words(DossierItem(name="a", kind=ItemKind.PRESENT)) == "xuất trình"
    assert copies_words(DossierItem(name="a", kind=ItemKind.RETRIEVED)) == "không phải mang"


def test_days_with_the_same_hours_stand_together() -> None:
    week = tuple(Weekday)[:5]
    hours = [
        OpeningHours(days=week, opens="07:30", closes="11:30"),
        OpeningHours(days=week, opens="13:30", closes="17:00"),
        OpeningHours(days=(Weekday.SATURDAY,), opens="08:00", closes="11:00"),
    ]
    assert opening_words(hours) == ("thứ Hai – thứ Sáu: 7:30–11:30, 13:30–17:00", "thứ Bảy: 8:00–11:00")
