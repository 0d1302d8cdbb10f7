"""What a refused value was meant to be, told by its Vietnamese word, and a line that would do."""

from __future__ import annotations

import pytest

from sotay.rules.words.value_words import day_meant, in_vietnamese, meant_by
from tests.support.builders import Archive

_UNITS = ("hour", "working_hour", "day", "working_day", "month")


@pytest.mark.parametrize(
    ("said", "meant"),
    [("ngày làm việc", "working_day"), ("Ngay", "day"), ("quy trình", None), ("", None), ("tuần", None)],
)
def test_a_value_is_known_by_its_vietnamese_word(said: str, meant: str | None) -> None:
    assert meant_by(said, _UNITS) == meant


def test_the_beginning_of_a_word_will_do_and_a_long_list_is_told_without_words() -> None:
    kinds = ("procedure", "internal_procedure", "manual", "policy", "objectives", "instruction", "form", "model")
    assert meant_by("quy trình", kinds) == "procedure"
    assert in_vietnamese(kinds) == ", ".join(kinds)
    assert in_vietnamese(("day", "unknown")) == "day (ngày), unknown"


@pytest.mark.parametrize(
    ("said", "day"),
    [("14/8/2026", "2026-08-14"), ("1.7.2026", "2026-07-01"), ("31/2/2026", "2026-07-01"), ("mai", "2026-07-01")],
)
def test_a_day_is_read_the_vietnamese_way(said: str, day: str) -> None:
    assert day_meant(said) == day


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("kind", "quy trình", "kind: procedure"),
        ("owner", "Sở Tư pháp", "owner: so-tu-phap"),
        ("tthc", "1.000894", 'tthc: ["1.000894"]'),
        ("time_limit", "5 ngày", "time_limit: {value: 5, unit: working_day}"),
        ("levels", ["cấp xã"], "levels: [commune]"),
        ("title", ["Đăng ký khai sinh"], "title: Đăng ký khai sinh"),
        ("authority", ["UBND xã"], "authority: {executing: thực hiện}"),
        ("steps", "Nhận hồ sơ", "steps: [{role: chu-thuong-khong-dau, action: việc làm}]"),
        ("fees", 8000, "fees: [{amount: 1}]"),
    ],
)
def test_a_refused_value_is_answered_with_a_line_to_type(key: str, value: object, line: str) -> None:
    archive = Archive().document(**{key: value})
    (finding,) = (finding for finding in archive.checked().findings if finding.code == "ST104")
    assert f"“{line}”" in finding.remedy.vi


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("\n", "tệp trống"),
        ("# QUY TRÌNH\n", "không có khối kiểm soát"),
        ("\n---\ncode: QT-HT-20\n---\n", "không phải là dòng 1"),
        ("---\ncode: QT-HT-20\n", "chưa khép"),
    ],
)
def test_what_is_wrong_with_the_block_is_told_as_a_person_sees_it(text: str, reason: str) -> None:
    archive = Archive().file("procedures/ho-tich/QT-HT-20.md", text)
    (finding,) = (finding for finding in archive.checked().findings if finding.code == "ST100")
    assert reason in finding.fact.vi
