"""`sotay review` and `sotay check --base`: what a branch changes, and only that."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.support.builders import COMMUNE, OWNER
from tests.support.command import sotay
from tests.support.recorded_province import RecordedProvince

DAY = ("--as-of", "2026-10-01")
COUNTER = [{"amount": 8000, "unit": "bản"}]
DEARER = [{"amount": 10000, "unit": "bản"}]
OWN_DECISION = "sites/so-tu-phap/decisions/2026-45.yml"
ADOPTION = "sites/phuong-dong-kinh/decisions/2026-18.yml"


@pytest.fixture
def province(tmp_path: Path) -> RecordedProvince:
    """A procedure in force at its owner and adopted by a commune; the branch `viec` is open."""
    recorded = RecordedProvince(tmp_path / "tinh")
    recorded.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=COUNTER)
    recorded.archive.issue("QT-HT-06").adopt("QT-HT-06")
    recorded.record("Ban hành", "2026-06-15")
    recorded.git("switch", "--quiet", "--create", "viec")
    return recorded


def review(province: RecordedProvince, *words: str) -> str:
    done = sotay("review", "--base", "main", *DAY, *words, cwd=province.root)
    assert done.returncode == 0, done.stderr
    return done.stdout


def check(province: RecordedProvince, *words: str) -> str:
    return sotay("check", "--base", "main", *DAY, *words, cwd=province.root).stdout


def test_one_fee_is_told_in_ten_lines_with_the_agencies_and_the_missing_decision(province: RecordedProvince) -> None:
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER)
    province.record("Sửa lệ phí", "2026-09-20")
    said = review(province)
    lines = [line for line in said.splitlines() if line]
    assert len(lines) <= 10
    assert "- Lệ phí: 8.000 đồng/bản → 10.000 đồng/bản" in lines
    assert f"- Cơ quan đang áp dụng: {COMMUNE}." in lines
    assert f"{OWNER} ban hành bản mới (tăng “version” sau bản 1.0); {COMMUNE} áp dụng bản mới" in said
    assert "**Còn thiếu quyết định:**" in said
    assert "ST207" in said


def test_what_is_not_committed_yet_is_reviewed_too(province: RecordedProvince) -> None:
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER)
    province.write()
    assert "8.000 đồng/bản → 10.000 đồng/bản" in review(province)


def test_the_branch_is_held_against_where_it_began(province: RecordedProvince) -> None:
    """What happened on main meanwhile is not this branch's doing."""
    province.git("switch", "--quiet", "main")
    province.archive.document("HD-MC-05", title="Hướng dẫn khác")
    province.record("Việc khác", "2026-09-01")
    del province.archive.texts["procedures/mot-cua/HD-MC-05.md"]
    province.git("switch", "--quiet", "viec")
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER)
    province.record("Sửa lệ phí", "2026-09-20")
    assert "HD-MC-05" not in review(province)


def test_a_draft_of_the_next_version_names_the_version_to_be_issued(province: RecordedProvince) -> None:
    draft = {"decision": None, "approved_date": None, "effective_date": None, "version": "1.1"}
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER, changes="Tăng lệ phí bản sao.", **draft)
    province.record("Dự thảo", "2026-09-20")
    said = review(province)
    assert f"{OWNER} ban hành bản 1.1; {COMMUNE} áp dụng bản mới" in said


def test_a_decision_that_comes_along_is_told_and_adoption_is_still_missing(province: RecordedProvince) -> None:
    dates = {"approved_date": "2026-09-15", "effective_date": "2026-09-25", "decision": "60/QĐ-STP"}
    changes = "Tăng lệ phí bản sao theo nghị quyết mới."
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER, version="1.1", changes=changes, **dates)
    days = {"signed": date(2026, 9, 15), "effective": date(2026, 9, 25)}
    province.archive.issue("QT-HT-06", serial="60", **days)
    province.record("Ban hành bản 1.1", "2026-09-15")
    said = review(province)
    assert "Đã có quyết định: 60/QĐ-STP ngày 15/09/2026, hiệu lực từ 25/09/2026." in said
    assert f"**Còn thiếu quyết định:** {COMMUNE} áp dụng bản mới." in said
    assert f"- {OWNER}: 60/QĐ-STP ngày 15/09/2026, hiệu lực từ 25/09/2026: 1 tài liệu" in said


def test_another_layout_needs_no_decision_and_is_no_finding(province: RecordedProvince) -> None:
    path = "procedures/ho-tich/QT-HT-06.md"
    text = province.archive.texts[path]
    province.archive.file(path, text.replace('title: "Cấp bản sao"', "title:   Cấp bản sao"))
    province.record("Trình bày lại", "2026-09-20")
    said = review(province)
    assert "chỉ đổi cách trình bày, nội dung giữ nguyên; không cần quyết định" in said
    assert "Còn thiếu quyết định" not in said
    assert sotay("check", "--base", "main", *DAY, cwd=province.root).returncode == 0


def test_a_moved_file_is_the_same_document(province: RecordedProvince) -> None:
    texts = province.archive.texts
    texts["procedures/chung-thuc/QT-HT-06.md"] = texts.pop("procedures/ho-tich/QT-HT-06.md")
    province.record("Chuyển lĩnh vực", "2026-09-20")
    assert "chỉ chuyển tệp, nội dung giữ nguyên" in review(province)


def test_a_removed_document_asks_for_its_withdrawal(province: RecordedProvince) -> None:
    del province.archive.texts["procedures/ho-tich/QT-HT-06.md"]
    province.record("Xóa", "2026-09-20")
    said = review(province)
    assert f"{OWNER}, {COMMUNE} bãi bỏ" in said


def test_a_title_cannot_act_in_the_comment(province: RecordedProvince) -> None:
    title = "Cấp <img src=x> @toan-tinh [bản](https://a.example) | sao"
    province.archive.procedure("QT-HT-06", title=title, fees=COUNTER)
    province.record("Đổi tên", "2026-09-20")
    said = review(province)
    assert "<img" not in said
    assert "@toan-tinh" not in said
    assert "https://a.example" not in said


def test_nothing_changed_is_said_so(province: RecordedProvince) -> None:
    assert "Không có thay đổi nào về tài liệu, quyết định, danh mục." in review(province)


def test_english_is_english(province: RecordedProvince) -> None:
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER)
    province.write()
    assert "Decisions still to be taken" in review(province, "--lang", "en")


def test_only_new_findings_are_reported_against_a_base(province: RecordedProvince) -> None:
    province.git("switch", "--quiet", "main")
    province.archive.document("HD-MC-07", title="Hướng dẫn", reviewed_by="nguyen-van-a")
    province.record("Lỗi cũ", "2026-09-01")
    province.git("switch", "--quiet", "--create", "viec-moi")
    assert "ST202" in sotay("check", *DAY, cwd=province.root).stdout
    assert "ST202" not in check(province)

    province.archive.document("HD-MC-08", title="Hướng dẫn khác", approver="tran-thi-b")
    province.record("Lỗi mới", "2026-09-20")
    said = check(province)
    assert "HD-MC-08.md" in said
    assert "HD-MC-07.md" not in said


def test_an_edited_decision_is_found_against_the_base(province: RecordedProvince) -> None:
    text = province.archive.texts[OWN_DECISION]
    province.archive.file(OWN_DECISION, text.replace("2026-07-01", "2026-07-05"))
    province.record("Sửa ngày", "2026-09-20")
    assert "ST304" in check(province)


def test_a_removed_decision_is_found_against_the_base(province: RecordedProvince) -> None:
    del province.archive.texts[ADOPTION]
    province.record("Xóa quyết định", "2026-09-20")
    said = check(province)
    assert "ST305" in said
    assert "18/QĐ-UBND" in said


def test_in_the_working_tree_decisions_are_held_against_the_last_commit(province: RecordedProvince) -> None:
    assert "ST30" not in sotay("check", *DAY, cwd=province.root).stdout
    text = province.archive.texts[OWN_DECISION]
    province.archive.file(OWN_DECISION, text.replace("2026-07-01", "2026-07-05"))
    province.write()
    assert "ST304" in sotay("check", *DAY, cwd=province.root).stdout
    province.archive.file(OWN_DECISION, text)
    province.write()
    assert "ST304" not in sotay("check", *DAY, cwd=province.root).stdout


def test_what_was_there_before_is_not_said_to_wait_in_a_list(province: RecordedProvince) -> None:
    province.archive.document("HD-MC-07", title="Hướng dẫn", reviewed_by="nguyen-van-a")
    province.record("Lỗi cũ", "2026-09-01")
    said = sotay("check", "--base", "HEAD", *DAY, cwd=province.root).stdout
    assert "danh sách chờ" not in said
    assert "đã có trước thay đổi này" in said


def test_a_moved_file_does_not_make_old_findings_new(province: RecordedProvince) -> None:
    province.archive.procedure("QT-HT-08", reviewed_by="nguyen-van-a")
    province.record("Lỗi cũ", "2026-09-01")
    texts = province.archive.texts
    texts["procedures/chung-thuc/QT-HT-08.md"] = texts.pop("procedures/ho-tich/QT-HT-08.md")
    province.write()
    assert "ST202" not in sotay("check", "--base", "HEAD", *DAY, cwd=province.root).stdout


def test_a_change_that_conflicts_is_not_reviewed_as_if_it_emptied_the_document(province: RecordedProvince) -> None:
    path = "procedures/ho-tich/QT-HT-06.md"
    text = province.archive.texts[path]
    province.archive.file(path, text.replace("\nfees:", "\n<<<<<<< HEAD\nfees:"))
    province.write()
    said = review(province)
    assert "tệp hỏng, không so sánh được" in said
    assert "Bỏ " not in said
    assert "Còn thiếu quyết định" not in said


@pytest.mark.parametrize(
    "name",
    ["", "--upload-pack=x", "$(rm)", "a b", "refs/../x", "^HEAD", "HEAD^{tree}", "HEAD:sites", "HEAD..main", "a\nb"],
)
def test_a_name_that_is_no_commit_is_refused_as_such(province: RecordedProvince, name: str) -> None:
    for command in ("check", "review"):
        done = sotay(command, f"--base={name}", cwd=province.root)
        assert done.returncode == 2
        assert f"kho không có phiên bản “{name}”" in done.stderr


def test_a_base_that_went_on_is_held_against_where_the_branch_began(province: RecordedProvince) -> None:
    """Nothing of this branch is missing, only something of main."""
    province.git("switch", "--quiet", "main")
    province.archive.procedure("QT-HT-06", title="Cấp bản sao", fees=DEARER)
    province.record("Sửa lệ phí", "2026-09-20")
    province.git("checkout", "--quiet", "viec")
    assert "Không có thay đổi nào" in review(province)
    province.git("checkout", "--quiet", "--detach", "main")
    assert "Không có thay đổi nào" in review(province)


def test_an_attached_file_is_a_change_too(province: RecordedProvince) -> None:
    (province.root / "procedures/ho-tich/mau.pdf").write_bytes(b"%PDF-1.7\n")
    said = review(province)
    assert "Không có thay đổi nào" not in said
    assert "- `procedures/ho-tich/mau.pdf`" in said


def test_a_base_that_is_not_there_is_refused(province: RecordedProvince) -> None:
    for command in (("check",), ("review",)):
        done = sotay(*command, "--base", "khong-co", cwd=province.root)
        assert done.returncode == 2
        assert "khong-co" in done.stderr
        assert "Traceback" not in done.stderr


def test_without_a_repository_there_is_nothing_to_hold_against(tmp_path: Path, province: RecordedProvince) -> None:
    province.git("checkout-index", "--all", f"--prefix={tmp_path}/ban-sao/")
    done = sotay("review", "--base", "main", cwd=tmp_path / "ban-sao")
    assert done.returncode == 2
    assert "git clone" in done.stderr
