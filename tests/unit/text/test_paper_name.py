"""The name of a paper is told from what is typed in its place; a real name is never refused."""

from __future__ import annotations

import pytest

from sotay.text.paper_name import Oddity, is_heading, oddity_of, same_name


@pytest.mark.parametrize(
    ("name", "oddity"),
    [
        ("Lưu ý: giấy tờ nước ngoài phải được hợp pháp hóa", Oddity.REMARK),
        ("* Ghi chú: nộp 01 bộ", Oddity.REMARK),
        ("Số lượng hồ sơ: 01 bộ", Oddity.SETS),
        ("Xem mục Biểu mẫu", Oddity.POINTER),
        ("Giấy tờ phải nộp:", Oddity.HEADING),
        ("a) Thành phần hồ sơ", Oddity.HEADING),
        ("Hồ sơ đề nghị bao gồm:", Oddity.HEADING),
        ("Người khai nộp một trong các giấy tờ sau đây", Oddity.OPEN_END),
        ("Chứng từ vận tải:", Oddity.OPEN_END),
        ("hoặc", Oddity.FRAGMENT),
        ("có chứng thực hoặc", Oddity.FRAGMENT),
        ("- Tờ khai", Oddity.BULLET),
        ("+ Trường hợp ủy quyền thì nộp giấy ủy quyền", Oddity.BULLET),
        ("Trường hợp ủy quyền thì nộp giấy ủy quyền", Oddity.CONDITION),
        ("Người nước ngoài phải nộp bản sao hộ chiếu", Oddity.DUTY),
        ("Giấy báo tử. Không có thì nộp văn bản xác nhận", Oddity.SENTENCES),
        ("Bản vẽ " + "mặt bằng " * 40, Oddity.LONG),
        ("1. Tờ khai", Oddity.NUMBERED),
        ("(iv) Bản sao văn bản ủy quyền", Oddity.NUMBERED),
    ],
)
def test_what_is_no_name_is_told_by_its_words(name: str, oddity: Oddity) -> None:
    assert oddity_of(name) is oddity


@pytest.mark.parametrize(
    "name",
    [
        "Tờ khai đăng ký khai sinh",
        "Giấy tờ tùy thân của người đi đăng ký",
        "Giấy tờ phải hợp pháp hóa lãnh sự của người nước ngoài",
        "Hồ sơ thiết kế đã thẩm định hoặc văn bản chấp thuận kết quả nghiệm thu công trình",
        "Hồ sơ năng lực",
        "Ảnh cỡ 2 x 3 cm của mỗi công chứng viên",
        "Hộ chiếu",
        "Tệp ảnh màu chân dung cỡ 4 x 6 cm",
        "Văn bản của UBND TP. Hồ Chí Minh",
        "Một trong các giấy tờ hợp pháp về đất đai",
        "Bản sao và xem xét kết quả",
        "Ghi chú kỹ thuật của công trình",
        "x",
        "",
    ],
)
def test_a_name_is_left_alone(name: str) -> None:
    assert oddity_of(name) is None


def test_nothing_is_counted_under_a_heading_or_a_remark() -> None:
    assert Oddity.HEADING.is_no_paper
    assert Oddity.OPEN_END.is_certain
    assert not Oddity.OPEN_END.is_no_paper
    assert not Oddity.CONDITION.is_certain


def test_headings_of_cases() -> None:
    assert is_heading("b) Các thành phần hồ sơ gồm:")
    assert not is_heading("Hồ sơ của người nước ngoài")


@pytest.mark.parametrize("other", ["giấy báo tử", "Giấy báo tử.", "1. Giấy  báo tử", "“Giấy báo tử”"])
def test_spellings_of_one_name(other: str) -> None:
    assert same_name(other) == same_name("Giấy báo tử")
