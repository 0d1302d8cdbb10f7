"""The text of a record becomes a value with its faults; what lacks the least that a record says is only named."""

from __future__ import annotations

from datetime import date

from sotay.markup.read_record import read_record
from sotay.model.record import RecordFile, RecordKind
from sotay.model.source import ProblemKind, Source
from tests.support.builders import OWNER, Archive

PATH = f"sites/{OWNER}/records/2026/danh-gia.md"
TEXT = (
    "---\nkind: internal_audit\ntitle: Báo cáo đánh giá\ndate: 2026-09-18\nresponsible: nguyen-van-a\n---\n\nĐã xem.\n"
)


def read(text: str) -> RecordFile:
    record = read_record(PATH, text)
    assert isinstance(record, RecordFile)
    return record


def problems(record: RecordFile | Source) -> list[tuple[ProblemKind, int]]:
    source = record.source if isinstance(record, RecordFile) else record
    return [(problem.kind, problem.line) for problem in source.problems]


def test_a_record_is_read_with_its_place() -> None:
    record = read(TEXT)
    assert (record.value.kind, record.value.date) == (RecordKind.INTERNAL_AUDIT, date(2026, 9, 18))
    assert (record.path, record.folder) == ("2026/danh-gia", f"sites/{OWNER}/records/2026")
    assert record.body.text.strip() == "Đã xem."
    assert record.place("date").line == 4


def test_a_key_that_is_not_known_is_reported_and_the_rest_is_kept() -> None:
    record = read(TEXT.replace("---\n\n", "result: tốt\n---\n\n"))
    assert problems(record) == [(ProblemKind.UNKNOWN_KEY, 6)]
    assert record.value.title == "Báo cáo đánh giá"


def test_a_record_without_its_day_or_of_no_known_kind_is_only_named() -> None:
    without_day = read_record(PATH, TEXT.replace("date: 2026-09-18\n", ""))
    assert problems(without_day) == [(ProblemKind.MISSING, 2)]
    of_no_kind = read_record(PATH, TEXT.replace("internal_audit", "audit"))
    assert problems(of_no_kind) == [(ProblemKind.NOT_IN_LIST, 2)]
    assert isinstance(of_no_kind, Source)


def test_a_text_without_front_matter_is_only_named() -> None:
    assert problems(read_record(PATH, "Đã xem.\n")) == [(ProblemKind.UNREADABLE, 1)]


def test_the_records_of_an_agency_stand_by_date_and_are_no_documents() -> None:
    archive = Archive().file(PATH, TEXT)
    archive.file(f"sites/{OWNER}/records/docs/hop.md", TEXT.replace("2026-09-18", "2026-08-01"))
    province = archive.file(f"sites/{OWNER}/records/hong.md", "Không có gì.\n").province()
    records = province.agency_by_id[OWNER].records
    assert [record.path for record in records] == ["docs/hop", "2026/danh-gia"]
    assert province.documents == ()
    assert "hong" not in province.codes
    assert {source.path.rpartition("/")[2] for source in province.sources} >= {"hop.md", "danh-gia.md", "hong.md"}


def test_a_record_that_cannot_be_read_is_found_by_a_check() -> None:
    archive = Archive().file(PATH, TEXT.replace("responsible: nguyen-van-a\n", ""))
    (found,) = (finding for finding in archive.checked().findings if finding.place.path == PATH)
    assert found.code == "ST109"
    assert "responsible" in found.fact.vi
