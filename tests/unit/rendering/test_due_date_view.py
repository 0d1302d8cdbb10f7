"""What the page asks and answers about the day of the result, and the file by which its script counts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from sotay.deadlines.due_date import Due, due_date
from sotay.deadlines.reasons import Why
from sotay.deadlines.receipt import Moment, Office
from sotay.rendering.addresses import Addresses
from sotay.rendering.calendar_file import calendar_files
from sotay.rendering.due_date import DueDateView, due_date_view
from sotay.rendering.due_date_words import REASONS
from sotay.rendering.site_view import SiteView
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, Archive
from tests.support.command import REPOSITORY
from tests.support.due_dates import a_limit, reference_calendar

DAY = date(2026, 11, 21)
CALENDAR = (REPOSITORY / "sites/calendar.yml").read_text(encoding="utf-8")
LIMIT = {"value": 5, "unit": "working_day", "starts": "ngày nhận đủ hồ sơ hợp lệ"}
HOURS = [{"days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "opens": "07:30", "closes": "17:00"}]


def published(calendar: str = CALENDAR, day: date = DAY, effect: date = JULY, **keys: Any) -> Publication:
    """Return a province whose commune adopted a procedure, with a desk that states its hours."""
    archive = Archive().procedure("QT-HT-01", **{"time_limit": LIMIT, **keys})
    archive.agency(COMMUNE, level="commune", counters=[{"name": "Một cửa", "address": "Phường", "hours": HOURS}])
    archive.file("sites/calendar.yml", calendar).issue("QT-HT-01", effective=effect)
    return publish_province(archive.adopt("QT-HT-01", effective=effect).examined(day), None)


def asked(site: str | None = COMMUNE, **keys: Any) -> DueDateView | None:
    """Return the question on an agency's site, or on the portal."""
    publication = published(**keys)
    agency = publication.agency_by_id[site] if site else None
    entry = agency.by_code["QT-HT-01"] if agency else publication.procedures[0].issued
    return due_date_view(entry, SiteView(publication, Addresses(publication), agency).at("thu-tuc/1.001193/"))


def shown(site: str | None = COMMUNE, **keys: Any) -> DueDateView:
    found = asked(site, **keys)
    assert found
    return found


def test_the_example_is_of_the_first_working_day_of_the_week() -> None:
    (example,) = shown().examples
    assert example.question == "Nộp đủ hồ sơ lúc 8 giờ, thứ Hai, 16/11/2026 thì hẹn trả"
    assert example.answer == "Thứ Hai, 23/11/2026"
    assert shown(day=date(2026, 11, 16)) == shown(day=date(2026, 11, 22))
    (after_tet,) = shown(day=date(2027, 2, 10)).examples
    assert "thứ Năm, 11/02/2027" in after_tet.question


def test_a_cut_off_has_an_example_of_its_own() -> None:
    limit = {"value": 0, "unit": "working_day", "cutoff": "15:00"}
    on_time, late = shown(time_limit=limit, steps=[]).examples
    assert (on_time.answer, late.answer) == ("Thứ Hai, 16/11/2026", "Thứ Ba, 17/11/2026")
    assert "lúc 15 giờ 30" in late.question


def test_answers_in_hours_say_the_hour_or_that_they_are_the_latest() -> None:
    hours = {"value": 2, "unit": "working_hour"}
    assert shown(time_limit=hours).examples[0].answer == "10 giờ, thứ Hai, 16/11/2026"
    assert shown(None, time_limit=hours).examples[0].answer == "Chậm nhất thứ Ba, 17/11/2026"


def test_only_the_page_of_who_receives_the_dossier_counts_by_its_hours() -> None:
    assert json.loads(shown().data)["hours"][0] == [[450, 1020]]
    assert json.loads(shown(None).data)["hours"] is None


def test_ways_with_the_same_limit_are_one_and_need_no_name() -> None:
    (limit,) = shown().limits
    assert (limit.label, limit.question) == ("", "question")
    online = {"kind": "online", "time_limit": {"value": 8, "unit": "working_day"}}
    first, second = shown(channels=[{"kind": "counter"}, {"kind": "post"}, online]).limits
    assert (first.slugs, first.label, first.question) == (
        ("truc-tiep", "buu-chinh"),
        "trực tiếp hoặc bưu chính",
        "question_way",
    )
    assert (second.slugs, second.cases[0].time) == (("truc-tuyen",), "8 ngày làm việc")


def test_a_limit_without_ways_is_counted_too() -> None:
    (limit,) = shown(channels=[]).limits
    assert limit.ways == ()


def test_an_extension_is_a_case_unless_it_is_only_a_part_of_the_time() -> None:
    extensions = [
        {"when": "phải xác minh", "value": 8, "unit": "working_day"},
        {"when": "hỏi công an (riêng thời gian xác minh, chưa kể 08 ngày tại Sở)", "value": 45, "unit": "day"},
    ]
    (limit,) = shown(time_limit=LIMIT | {"extensions": extensions}).limits
    assert [(case.label, case.time) for case in limit.cases] == [
        ("Thông thường", "5 ngày làm việc"),
        ("Phải xác minh", "8 ngày làm việc"),
    ]


@pytest.mark.parametrize("starts", ["ngày bắt đầu rà soát", "ngày nhận được danh sách người được đề nghị công nhận"])
def test_a_limit_that_starts_with_something_else_does_not_speak_of_filing(starts: str) -> None:
    view = shown(time_limit=LIMIT | {"starts": starts, "cutoff": "15:00"})
    assert view.title == "Bao giờ có kết quả?"
    (example,) = view.examples
    assert example.question.startswith("Tính từ 8 giờ, thứ Hai, 16/11/2026")
    assert not [reason for reason in example.reasons if "hồ sơ" in reason]


@pytest.mark.parametrize(
    "starts",
    ["từ ngày nhận được đầy đủ hồ sơ hợp lệ", "khi tiếp nhận yêu cầu", "ngày Sở Tư pháp nhận đủ hồ sơ hợp lệ",
     "ngày nhận được khiếu nại", "từ ngày nộp đủ hồ sơ", "từ ngày nhận văn bản đề nghị cấp lại"],
)  # fmt: skip
def test_a_limit_that_starts_with_what_people_hand_in_asks_when_they_do(starts: str) -> None:
    assert shown(time_limit=LIMIT | {"starts": starts}).title == "Nộp hôm nay thì bao giờ có kết quả?"


def test_a_limit_that_starts_by_itself_starts_whether_or_not_a_desk_is_open() -> None:
    calendar = reference_calendar()
    saturday = Moment(date(2026, 11, 21), 8 * 60)
    due = due_date(saturday, a_limit("2", "working_day"), Office(calendar), is_receipt=False)
    assert isinstance(due, Due)
    assert (due.day, due.reasons[0].why) == (date(2026, 11, 25), Why.FIRST_DAY)
    assert due.reasons[0].facts == {"day": "2026-11-21"}


def test_without_a_limit_a_calendar_or_effect_nothing_is_asked() -> None:
    assert asked(time_limit=None) is None
    assert asked(calendar="years: []\n") is None
    assert asked(day=date(2028, 3, 1)) is None
    assert asked(effect=date(2026, 12, 1)) is None


def test_the_file_has_the_years_from_last_year_on_and_every_sentence() -> None:
    (file,) = calendar_files(published())
    data = json.loads(file.content)
    assert data["years"] == [2025, 2026, 2027]
    assert data["provisional"] == [2027]
    assert data["off"]["2026-11-24"] == "Ngày Văn hóa Việt Nam"
    assert data["made_up"] == ["2025-04-26", "2026-08-22"]
    assert set(data["words"]["reasons"]) == set(map(str, Why)) == set(map(str, REASONS))
    assert calendar_files(published(calendar="years: []\n")) == ()
