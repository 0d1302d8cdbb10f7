"""Numbers are found in any text, whatever stands around them, in time that grows with its length only."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.model.legal import three_months_after
from sotay.text.former_times import is_former_body, is_former_law, sentence_around
from sotay.text.known_names import KnownNames, readable
from sotay.text.legal_number import citations, is_well_formed, mend_number, one_slip_away
from tests.support.strategies import odd_texts

SYMBOLS = [
    "NĐ-CP",
    "QĐ-TTg",
    "TT-BTP",
    "TT-BKHCN",
    "QH13",
    "NQ-CP",
    "NQ-HĐND",
    "TTLT-BTP-BCA-BYT",
    "UBTVQH13",
    "QĐ-UBND",
]
numbers = st.builds(
    lambda serial, year, symbol: f"{serial:02d}/{year}/{symbol}",
    st.integers(1, 9999), st.integers(1945, 2099), st.sampled_from(SYMBOLS),
)  # fmt: skip
before = st.sampled_from(["", "Nghị định ", "Nghị định số", "định", "(", "theo Điều 8 ", "“", "- "])
after = st.sampled_from(
    ["", ".", "; ", ")", "”", "Mẫu số 01", "Cấp lại", "Giấy phép", " của Chính phủ", ", ", "/quỹ", "\n"]
)


@given(before, numbers, after)
def test_a_number_is_found_whole_whatever_is_glued_to_it(left: str, number: str, right: str) -> None:
    (found,) = citations(left + number + right)
    assert (found.start, found.text, found.number) == (len(left), number, number)
    assert not found.is_mistyped


@given(st.lists(st.tuples(before, numbers, st.sampled_from(["; ", ", ", " và ", "\n"])), max_size=6))
def test_all_numbers_are_found_in_order(parts: list[tuple[str, str, str]]) -> None:
    text = "".join("".join(part) for part in parts)
    assert [citation.number for citation in citations(text)] == [number for _, number, _ in parts]


@given(numbers)
def test_mending_twice_is_mending_once_and_leaves_a_good_number_alone(number: str) -> None:
    assert mend_number(number) == number
    slip = number.replace("Đ", "D").replace("/", " / ")
    assert mend_number(mend_number(slip)) == mend_number(slip)


@given(odd_texts, numbers)
def test_no_text_is_too_odd(text: str, number: str) -> None:
    for found in citations(text + number + text):
        assert found.number is None or is_well_formed(found.number)
    one_slip_away(text, [number, text])
    names = KnownNames([text, "Phòng Tư pháp"])
    for start, end, _ in names.find(readable(text + "Phòng Tư pháp")):
        is_former_body(*sentence_around(text, start, end))
    is_former_law(text, text)


HOSTILE = [
    "1/",
    "1 / 2015 / ",
    "12345",
    "1/TT-A",
    "1/2015/TT-AB",
    "1/TT ",
    "9.9.9.9",
    "1/TT-AAAAAAAAAAAAAAAa",
    "phòng ",
    "sở lao động - ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_text_takes_time_by_its_length_only(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    names = KnownNames(["Phòng Tư pháp", "Sở Lao động - Thương binh và Xã hội"])
    started = time.process_time()
    citations(text)
    list(names.find(readable(text)))
    is_former_body(*sentence_around(text, len(text) // 2, len(text) // 2 + 5))
    assert time.process_time() - started < 5


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_three_months_on_is_the_same_day_or_the_last_of_its_month(day: date) -> None:
    due = three_months_after(day)
    assert (due.year * 12 + due.month) - (day.year * 12 + day.month) == 3
    assert due.day == day.day or (due.day < day.day and (due + timedelta(days=1)).day == 1)
    assert 89 <= (due - day).days <= 92


def test_three_months_on_at_the_end_of_time_is_still_a_day() -> None:
    assert three_months_after(date(2027, 3, 1)) == date(2027, 6, 1)
    assert three_months_after(date(2026, 11, 30)) == date(2027, 2, 28)
    assert three_months_after(date.max) <= date.max
