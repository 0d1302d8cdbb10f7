"""Whom to tell that something is late or wrong: the agency's place, else the province's, else the counter."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from sotay.rendering.feedback_links import FeedbackLinks, feedback_links
from sotay.usecases.publish_province import publish_province
from tests.support.builders import COMMUNE, JULY, Archive

COUNTER = {"name": "Một cửa phường Đông Kinh", "address": "Số 1"}
NAME = {"name": "UBND phường Đông Kinh", "counters": [COUNTER]}


def links(
    agency: dict[str, Any], province: str = "", title: str = "Khai sinh", *, for_all: bool = False
) -> FeedbackLinks:
    archive = Archive().agency(COMMUNE, level="commune", **NAME, **agency)
    archive.texts["sites/province.yml"] += province
    archive.procedure("QT-HT-01", title=title).issue("QT-HT-01").adopt("QT-HT-01")
    publication = publish_province(archive.examined(JULY), None)
    entry = publication.agency_by_id[COMMUNE].by_code["QT-HT-01"]
    return feedback_links(entry, publication, speaks_for_all=for_all)


def test_the_page_for_feedback_is_told_the_procedure_and_its_version() -> None:
    found = links(
        {"feedback": {"url": "https://a.example/?ma={code}&ban={version}&ten={title}"}}, title='Cải chính & "sửa"'
    )
    assert found.page == "https://a.example/?ma=QT-HT-01&ban=1.0&ten=C%E1%BA%A3i%20ch%C3%ADnh%20%26%20%22s%E1%BB%ADa%22"


def test_a_letter_is_begun_with_what_it_is_about() -> None:
    found = links({"feedback": {"email": "phananh@a.example"}}, title="Cải chính & bổ sung?")
    parts = urlsplit(found.mail or "")
    assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "phananh@a.example", "")
    said = parse_qs(parts.query, strict_parsing=True)
    assert said["subject"] == ["Phản ánh, kiến nghị về thủ tục Cải chính & bổ sung? (QT-HT-01, bản 1.0)"]
    assert said["body"][0].split("\r\n")[:3] == [
        "Thủ tục: Cải chính & bổ sung? (1.001193)",
        "Quy trình: QT-HT-01, bản 1.0",
        "Cơ quan: UBND phường Đông Kinh",
    ]
    assert (found.mail or "").isascii()


def test_a_title_cannot_begin_another_field_of_the_letter() -> None:
    found = links({"feedback": {"email": "phananh@a.example"}}, title="Khai sinh\r\nBcc: ai@do.example\u2028\nX: y")
    said = parse_qs(urlsplit(found.mail or "").query, strict_parsing=True)
    assert said["subject"] == ["Phản ánh, kiến nghị về thủ tục Khai sinh Bcc: ai@do.example X: y (QT-HT-01, bản 1.0)"]
    assert said["body"][0].split("\r\n")[0] == "Thủ tục: Khai sinh Bcc: ai@do.example X: y (1.001193)"


def test_the_subject_of_a_long_title_is_short_and_the_letter_has_it_whole() -> None:
    title = "Cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình"
    found = links({"feedback": {"email": "phananh@a.example"}}, title=title)
    said = parse_qs(urlsplit(found.mail or "").query, strict_parsing=True)
    assert said["subject"][0].endswith("quyền sở hữu tài sản gắn liền với đất… (QT-HT-01, bản 1.0)")
    assert title in said["body"][0]


def test_an_agency_without_a_place_of_its_own_sends_to_the_province() -> None:
    province = "feedback: {phone: 1900 0000}\n"
    assert links({}, province).call == "tel:19000000"
    assert links({"feedback": {}}, province).phone == "1900 0000"
    assert links({"feedback": {"email": "a@b.example"}}, province).phone is None, "an agency's own block is whole"


def test_a_page_for_all_agencies_names_the_province_and_no_single_counter() -> None:
    found = links({"feedback": {"phone": "0205 111"}}, "feedback: {address: Trụ sở Tiếp công dân}\n", for_all=True)
    assert (found.phone, found.address) == (None, "Trụ sở Tiếp công dân")
    assert found.in_person == "nơi tiếp nhận mà ông, bà đã nộp hồ sơ"


def test_an_address_that_leaves_nothing_open_is_not_called_filled_in() -> None:
    open_ = "https://phananh.example/?thu-tuc={code}&ban={version}"
    assert links({"feedback": {"url": open_}}).is_filled
    assert not links({"feedback": {"url": "https://phananh.example/"}}).is_filled
    assert not links({"feedback": {"url": "https://phananh.example/?thu-tuc={code}"}}).is_filled


def test_where_nothing_is_stated_there_is_the_counter_and_nothing_is_invented() -> None:
    found = links({})
    assert found == FeedbackLinks(None, False, None, None, None, None, None, "Một cửa phường Đông Kinh, Số 1")


def test_words_are_no_number_to_call() -> None:
    assert links({"feedback": {"phone": "1022, nhánh 3"}}).call is None
