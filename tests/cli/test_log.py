"""`sotay log` tells the life of a document: what was issued, by whom, what became of it, and what never was."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.support.builders import ANY_BODY, OWNER
from tests.support.command import sotay
from tests.support.recorded_province import RecordedProvince, git

CODE = "HD-MC-01"
AS_OF = ("--as-of", "2026-10-01")
AMENDED = {"signed": date(2026, 8, 20), "effective": date(2026, 9, 1)}


@pytest.fixture
def province(tmp_path: Path) -> RecordedProvince:
    """A first version, issued and adopted; a draft that was dropped; an amendment that is in force."""
    province = RecordedProvince(tmp_path / "kho")
    archive = province.archive.document(CODE).issue(CODE).adopt(CODE)
    province.record("Ban hành lần đầu", "2026-06-15")
    archive.document(CODE, ANY_BODY + "\nThử cách khác.\n", version="1.1")
    province.record("Dự thảo bị bỏ", "2026-07-20", by="Trần Thị B")
    archive.document(
        CODE, ANY_BODY + "\nHẹn trả trong hai ngày.\n", version="1.1", changes="Rút thời hạn còn hai ngày."
    )
    archive.issue(CODE, serial="60", **AMENDED)
    province.record("Sửa đổi lần 1", "2026-08-20", by="Trần Thị B")
    return province


def told(province: RecordedProvince, *words: str) -> str:
    done = sotay("log", CODE, *AS_OF, *words, cwd=province.root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_each_version_names_its_decision_its_time_and_where_it_was_recorded(province: RecordedProvince) -> None:
    first, second, draft = told(province).split("\n\n")[1:]
    commit = province.git("rev-parse", "--short=7", "HEAD~2")
    assert first.splitlines() == [
        "Bản 1.0: đã được thay thế",
        "  Ban hành: quyết định 45/QĐ-STP ngày 15/06/2026 của “Cơ quan so-tu-phap”, có hiệu lực từ ngày 01/07/2026 đến hết ngày 31/08/2026",
        "  Thay thế: quyết định 60/QĐ-STP, từ ngày 01/09/2026",
        "  Nội dung sửa đổi: “Ban hành lần đầu theo quyết định này.”",
        first.splitlines()[4],
        f"  Ghi nhận: {commit} ngày 15/06/2026, “Nguyễn Văn A”: “Ban hành lần đầu”",
        "  Áp dụng: quyết định 18/QĐ-UBND ngày 15/06/2026 của “Cơ quan phuong-dong-kinh”, có hiệu lực từ ngày 01/07/2026",
    ]
    assert first.splitlines()[4].startswith("  Dấu vân tay: sha256:")
    assert second.startswith("Bản 1.1: đang có hiệu lực\n")
    assert draft.startswith("Dự thảo 1.1: không quyết định nào ban hành\n")
    assert "“Trần Thị B”: “Dự thảo bị bỏ”" in draft


def test_how_a_version_stands_is_asked_of_a_day(province: RecordedProvince) -> None:
    before = sotay("log", CODE, "--as-of", "2026-08-25", cwd=province.root).stdout
    assert "Bản 1.0: đang có hiệu lực" in before
    assert "Bản 1.1: chưa áp dụng" in before


def test_json_says_the_same(province: RecordedProvince) -> None:
    life = json.loads(told(province, "--format", "json"))
    first, second = life["versions"]
    assert (first["version"], first["decision"], first["starts"], first["ends"], first["standing"]) == (
        "1.0", "45/QĐ-STP", "2026-07-01", "2026-08-31", "superseded",
    )  # fmt: skip
    assert [adopted["decision"] for adopted in first["adopted"]] == ["18/QĐ-UBND"]
    assert first["recorded"]["commit"] == province.git("rev-parse", "HEAD~2")
    assert first["recorded"]["time"] == "2026-06-15T01:00:00+00:00"
    assert second["changes"] == "Rút thời hạn còn hai ngày."
    assert [draft["recorded"]["subject"] for draft in life["drafts"]] == ["Dự thảo bị bỏ"]


def test_a_document_that_was_withdrawn_and_deleted_still_has_its_life(province: RecordedProvince) -> None:
    province.archive.withdraw(CODE, signed=date(2026, 9, 10), effective=date(2026, 9, 15))
    province.archive.texts.pop(f"procedures/mot-cua/{CODE}.md")
    province.record("Bãi bỏ", "2026-09-10")
    said = told(province)
    assert said.startswith(f"{CODE}  Hướng dẫn tiếp nhận hồ sơ\nTệp không còn trong kho.\n")
    assert "Bản 1.1: đã bãi bỏ" in said
    assert "  Bãi bỏ: quyết định 90/QĐ-STP, từ ngày 15/09/2026" in said


def test_what_only_lies_in_the_folder_is_told_as_such(province: RecordedProvince) -> None:
    province.archive.document(CODE, ANY_BODY + "\nĐang soạn.\n", version="1.2")
    province.write()
    assert told(province).endswith(
        "Dự thảo 1.2: không quyết định nào ban hành\n"
        "  Ghi nhận: chưa; nội dung này mới có trong thư mục làm việc\n"
    )  # fmt: skip


def test_another_layout_is_no_other_draft(province: RecordedProvince) -> None:
    before = told(province)
    path = province.root / f"procedures/mot-cua/{CODE}.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Thống nhất cách", "Thống nhất\ncách"), encoding="utf-8")
    province.record_as_is("Xuống dòng", "2026-09-20")
    assert told(province) == before


def test_a_text_that_is_lost_is_told_as_such(province: RecordedProvince) -> None:
    path = next((province.root / f"sites/{OWNER}/decisions").glob("*-45.yml"))
    text = path.read_text(encoding="utf-8")
    seal = text.partition("sha256:")[2][:64]
    path.write_text(text.replace(seal, "0" * 64), encoding="utf-8")
    assert "Ghi nhận: không tìm thấy nội dung có dấu vân tay này" in told(province)


def test_it_speaks_english_on_demand(province: RecordedProvince) -> None:
    said = told(province, "--lang", "en")
    assert "Version 1.0: superseded" in said
    assert "in force from 2026-07-01 to 2026-08-31" in said


@pytest.mark.parametrize(
    ("code", "said"), [("HD-MC-02", "Có phải là HD-MC-01?"), ("QT-XX-99", "kho chưa từng có tài liệu QT-XX-99.")]
)
def test_an_unknown_code_is_answered_with_the_nearest(province: RecordedProvince, code: str, said: str) -> None:
    done = sotay("log", code, *AS_OF, cwd=province.root)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_document_that_no_commit_has_is_told_so(province: RecordedProvince) -> None:
    province.archive.document("HD-MC-05")
    province.write()
    done = sotay("log", "HD-MC-05", *AS_OF, cwd=province.root)
    assert done.returncode == 2
    assert "procedures/mot-cua/HD-MC-05.md chưa được ghi nhận trong Git" in done.stderr


def test_a_cut_off_clone_and_a_folder_without_git_stop_with_a_remedy(
    province: RecordedProvince, tmp_path: Path
) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{province.top}", "nong")
    done = sotay("log", CODE, *AS_OF, cwd=tmp_path / "nong")
    assert (done.returncode, "git fetch --unshallow" in done.stderr) == (2, True)
    (province.top / ".git").rename(tmp_path / "git")
    done = sotay("log", CODE, *AS_OF, cwd=province.root)
    assert (done.returncode, "chưa có lịch sử Git" in done.stderr) == (2, True)
