"""The import into a folder: written once, never over a person's work."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sotay.engine.import_into import import_into
from sotay.errors import BadInput
from sotay.sources.draft_files import MANIFEST
from sotay.usecases.importing.report import ImportReport, Outcome
from tests.support.national_records import FILES, SAMPLE, a_record, records_of


def source(folder: Path, *records: object) -> Path:
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records), encoding="utf-8")
    return path


def outcomes(report: ImportReport) -> list[Outcome]:
    return [entry.outcome for entry in report.entries]


DRAFT = "ho-tich/QT-TTHC-1001193.md"


def test_a_draft_and_two_reports_are_written(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "du-thao"
    lines: list[int] = []
    report = import_into([source(tmp_path, a_record())], folder, on_line=lambda: lines.append(1))
    assert outcomes(report) == [Outcome.WRITTEN]
    assert lines == [1]
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        MANIFEST,
        "bao-cao-nhap.json",
        "bao-cao-nhap.md",
        DRAFT,
    ]
    assert (folder / "bao-cao-nhap.md").read_text(encoding="utf-8").startswith("# Báo cáo nhập thủ tục hành chính")
    assert json.loads((folder / "bao-cao-nhap.json").read_text(encoding="utf-8"))["totals"]["imported"] == 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_importing_twice_changes_nothing(tmp_path: Path, path: Path) -> None:
    first = import_into([path], tmp_path)
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in tmp_path.glob("*/*.md")}
    manifest = (tmp_path / MANIFEST).stat().st_mtime_ns
    second = import_into([path], tmp_path)
    assert first.outcomes[Outcome.WRITTEN] == second.outcomes[Outcome.UNCHANGED] == len(before)
    assert second.outcomes[Outcome.WRITTEN] == 0
    assert {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in before} == before
    assert (tmp_path / MANIFEST).stat().st_mtime_ns == manifest


def test_every_record_is_accounted_for(tmp_path: Path) -> None:
    report = import_into([SAMPLE], tmp_path)
    assert report.read == len(records_of(SAMPLE))
    assert len(list(tmp_path.glob("*/*.md"))) == report.outcomes[Outcome.WRITTEN] == report.read


def test_a_changed_record_renews_a_draft_that_nobody_touched(tmp_path: Path) -> None:
    import_into([source(tmp_path, a_record())], tmp_path)
    report = import_into([source(tmp_path, a_record(so_quyet_dinh_cong_bo="164/QĐ-BTP"))], tmp_path)
    assert outcomes(report) == [Outcome.WRITTEN]
    assert "164/QĐ-BTP" in (tmp_path / DRAFT).read_text(encoding="utf-8")


def test_a_draft_edited_by_a_person_is_left_alone(tmp_path: Path) -> None:
    path = source(tmp_path, a_record())
    import_into([path], tmp_path)
    (tmp_path / DRAFT).write_text("của tôi", encoding="utf-8")
    for record in (a_record(), a_record(so_quyet_dinh_cong_bo="164/QĐ-BTP")):
        report = import_into([source(tmp_path, record)], tmp_path)
        assert outcomes(report) == [Outcome.EDITED]
        assert (tmp_path / DRAFT).read_text(encoding="utf-8") == "của tôi"
    text = (tmp_path / "bao-cao-nhap.md").read_text(encoding="utf-8")
    assert "đã được sửa tay, giữ nguyên" in text


def test_line_ends_that_git_changed_are_no_edit(tmp_path: Path) -> None:
    path = source(tmp_path, a_record())
    import_into([path], tmp_path)
    file = tmp_path / DRAFT
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert outcomes(import_into([path], tmp_path)) == [Outcome.UNCHANGED]


def test_a_file_that_no_import_wrote_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "ho-tich").mkdir()
    (tmp_path / DRAFT).write_text("có trước", encoding="utf-8")
    assert outcomes(import_into([source(tmp_path, a_record())], tmp_path)) == [Outcome.OCCUPIED]
    assert (tmp_path / DRAFT).read_text(encoding="utf-8") == "có trước"


def test_a_draft_that_was_moved_is_not_written_again(tmp_path: Path) -> None:
    path = source(tmp_path, a_record())
    import_into([path], tmp_path)
    (tmp_path / "khac").mkdir()
    (tmp_path / DRAFT).rename(tmp_path / "khac" / "QT-TTHC-1001193.md")
    report = import_into([path], tmp_path)
    assert outcomes(report) == [Outcome.MOVED]
    assert report.entries[0].path == "khac/QT-TTHC-1001193.md"
    assert not (tmp_path / DRAFT).exists()


def test_a_draft_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    path = source(tmp_path, a_record())
    import_into([path], tmp_path)
    (tmp_path / DRAFT).unlink()
    assert outcomes(import_into([path], tmp_path)) == [Outcome.WRITTEN]


def test_the_second_record_of_a_code_is_reported_and_not_written(tmp_path: Path) -> None:
    report = import_into([source(tmp_path, a_record(), a_record(ten_thu_tuc="Khác", linh_vuc="Khác"))], tmp_path)
    assert outcomes(report) == [Outcome.WRITTEN, Outcome.DUPLICATE]
    assert "title: Đăng ký khai sinh" in (tmp_path / DRAFT).read_text(encoding="utf-8")
    assert not (tmp_path / "khac").exists()
    assert "trùng mã hiệu với bản ghi trước" in (tmp_path / "bao-cao-nhap.md").read_text(encoding="utf-8")


def test_bad_lines_are_reported_and_the_rest_goes_on(tmp_path: Path) -> None:
    report = import_into([source(tmp_path, {}, a_record(), 3)], tmp_path, "en")
    assert [(u.line, u.reason.en) for u in report.unread] == [
        (1, "there is no title (ten_thu_tuc)"),
        (3, "not a JSON object"),
    ]
    assert "records.jsonl:3: not a JSON object" in (tmp_path / "bao-cao-nhap.md").read_text(encoding="utf-8")


def test_a_missing_file_leaves_the_folder_without_drafts(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        import_into([SAMPLE, tmp_path / "absent"], tmp_path / "du-thao")
    assert not list((tmp_path / "du-thao").glob("*/*.md"))


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    path = source(tmp_path, a_record())
    with pytest.raises(BadInput, match="không phải là thư mục"):
        import_into([path], path)


@pytest.mark.parametrize("text", ["", "[]", '{"drafts": 3}', "\x00"])
def test_a_broken_manifest_stops_the_import_before_anything_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="không đọc được"):
        import_into([source(tmp_path, a_record())], tmp_path)
    assert not (tmp_path / DRAFT).exists()


def test_a_lost_manifest_never_costs_an_edit(tmp_path: Path) -> None:
    path = source(tmp_path, a_record(), a_record(ma_thu_tuc="1.000656"))
    import_into([path], tmp_path)
    (tmp_path / MANIFEST).unlink()
    (tmp_path / DRAFT).write_text("của tôi", encoding="utf-8")
    assert outcomes(import_into([path], tmp_path)) == [Outcome.OCCUPIED, Outcome.UNCHANGED]
    assert (tmp_path / DRAFT).read_text(encoding="utf-8") == "của tôi"


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / DRAFT).mkdir(parents=True)
    with pytest.raises(BadInput, match="không đọc được"):
        import_into([source(tmp_path, a_record())], tmp_path)
    (tmp_path / DRAFT).rmdir()
    (tmp_path / "ho-tich").rmdir()
    (tmp_path / "ho-tich").write_text("", encoding="utf-8")
    with pytest.raises(BadInput, match="không"):
        import_into([source(tmp_path, a_record())], tmp_path)
