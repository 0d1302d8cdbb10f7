"""A body that is no more is named with its day and with what took over in the end."""

from __future__ import annotations

from datetime import date

from sotay.model.finding import Finding, Severity
from tests.support.builders import OWNER, Archive, a_document_text

BODIES = """bodies:
  - {name: Phòng Tư pháp, valid_to: 2025-06-30, successor: Ban Tư pháp, source: Ví dụ}
  - {name: Ban Tư pháp, valid_to: 2026-06-30, successor: Ủy ban nhân dân cấp xã, source: Ví dụ}
  - {name: Sở Giao thông vận tải, also: [Sở GTVT], source: Ví dụ}
"""
DAY = date(2026, 7, 1)
AUGUST = date(2026, 8, 1)


def named(text: str, **keys: object) -> list[Finding]:
    archive = Archive().file("sites/bodies.yml", BODIES)
    archive = archive.document(body=f"## Mục đích\n\n{text}\n", **keys).issue("HD-MC-01")
    return [finding for finding in archive.checked(DAY).findings if finding.code == "ST620"]


def test_a_body_is_named_once_a_file_with_all_its_lines_and_its_last_successor() -> None:
    (finding,) = named("Hỏi Phòng Tư pháp.\nGửi phòng tư pháp một bản.")
    line = finding.place.line + 1
    assert finding.severity is Severity.WARNING
    assert finding.fact.vi == f"“Phòng Tư pháp” không còn tồn tại từ 01/07/2025; còn ở dòng {line}"
    assert "“Ủy ban nhân dân cấp xã”" in finding.remedy.vi


def test_where_people_are_sent_it_is_an_error() -> None:
    (finding,) = named("Nộp hồ sơ.", kind="procedure", authority={"executing": "Sở GTVT"})
    assert finding.severity is Severity.ERROR
    assert finding.fact.vi == "“Sở GTVT” không còn tồn tại"


def test_the_day_that_counts_is_that_of_the_text() -> None:
    earlier = {"approved_date": "2026-05-04", "effective_date": "2026-05-11"}
    assert named("Hỏi Ban Tư pháp.", **earlier) == []
    (finding,) = named("Hỏi.", kind="procedure", authority={"executing": "Ban Tư pháp"}, **earlier)
    assert finding.severity is Severity.WARNING


def test_what_people_type_and_what_tells_of_a_change_may_name_it() -> None:
    assert named("Nộp hồ sơ.", changes="Thay Phòng Tư pháp bằng cấp xã.", keywords=["phòng tư pháp"]) == []


CITY = """id: thanh-pho-lang-son
name: Ủy ban nhân dân thành phố Lạng Sơn
short_name: UBND thành phố Lạng Sơn
level: other
valid_to: 2025-06-30
successor: phuong-dong-kinh
"""


def told(code: str, text: str = "Nộp hồ sơ.", **keys: object) -> list[Finding]:
    archive = Archive().file("sites/thanh-pho-lang-son/agency.yml", CITY)
    archive = archive.document(body=f"## Mục đích\n\n{text}\n", **keys)
    return [finding for finding in archive.checked(DAY).findings if finding.code == code]


def test_an_agency_of_the_repository_past_its_last_day_is_a_former_body_too() -> None:
    (finding,) = told("ST620", "Nộp tại UBND thành phố Lạng Sơn.")
    assert finding.fact.vi == "“UBND thành phố Lạng Sơn” không còn tồn tại từ 01/07/2025"
    assert "phuong-dong-kinh" in finding.remedy.vi


def test_a_draft_cannot_be_owned_by_an_agency_that_is_no_more() -> None:
    draft = {"decision": None, "approved_date": None, "effective_date": None}
    (finding,) = told("ST622", owner="thanh-pho-lang-son", **draft)
    assert finding.severity is Severity.ERROR
    assert "phuong-dong-kinh" in finding.remedy.vi


def test_a_document_that_is_over_may_name_the_bodies_of_its_time() -> None:
    archive = Archive().file("sites/bodies.yml", BODIES).document(body="## Mục đích\n\nHỏi Phòng Tư pháp.\n")
    archive = archive.issue("HD-MC-01")
    assert [finding.code for finding in archive.checked(DAY).findings] == ["ST620"]
    archive.withdraw("HD-MC-01", signed=DAY, effective=AUGUST)
    assert archive.checked(AUGUST).findings == ()


def test_nobody_awaits_an_adoption_of_an_agency_that_is_gone() -> None:
    archive = Archive().document().issue("HD-MC-01").adopt("HD-MC-01", by="phuong-dong-kinh")
    archive.withdraw("HD-MC-01", signed=DAY, effective=AUGUST)
    later = date(2026, 12, 1)
    assert [finding.code for finding in archive.checked(later).findings] == ["ST616"]
    archive.agency("phuong-dong-kinh", "commune", valid_to="2026-09-30")
    assert archive.checked(later).findings == ()


def test_what_an_agency_had_for_itself_ended_with_it() -> None:
    path = f"sites/{OWNER}/docs/CSCL-STP-01.md"
    keys = {"code": "CSCL-STP-01", "kind": "policy", "review_every": "6m"}
    archive = Archive().file(path, a_document_text(**keys)).issue("CSCL-STP-01")
    years_later = date(2028, 1, 3)
    assert "ST232" in {finding.code for finding in archive.checked(years_later).findings}
    archive.agency(OWNER, valid_to="2026-12-31")
    assert {finding.code for finding in archive.checked(years_later).findings} & {"ST232", "ST622"} == set()


def test_what_an_agency_had_for_all_is_taken_over_when_it_ends() -> None:
    archive = Archive().document().issue("HD-MC-01").agency(OWNER, valid_to="2026-12-31")
    assert "ST622" in {finding.code for finding in archive.checked(date(2027, 1, 4)).findings}
