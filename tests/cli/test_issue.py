"""`sotay issue`: a decision is written only if it would stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import edit, reference_copy, sotay

ISSUE = ("issue", "--date", "2026-11-20", "--signed-by", "le-van-c", "--as-of", "2026-11-21")
STP = ("--agency", "so-tu-phap", "--decision", "99/QĐ-STP")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return reference_copy(tmp_path)


def amend(root: Path, version: str = "3.1") -> Path:
    """Amend a procedure in words and number, ready to be put to decision 99/QĐ-STP of 20 November 2026."""
    path = root / "procedures/ho-tich/QT-HT-01.md"
    edit(path, 'version: "3.0"', f'version: "{version}"')
    edit(path, "decision: 45/QĐ-STP", "decision: 99/QĐ-STP")
    edit(path, "approved_date: 2026-08-14", "approved_date: 2026-11-20")
    edit(path, "effective_date: 2026-08-24", "effective_date: 2026-11-20")
    edit(path, "60 ngày", "60 (sáu mươi) ngày")
    return path


def test_an_amendment_is_refused_then_issued_then_adopted(root: Path) -> None:
    amend(root)
    refused = sotay("check", "procedures/ho-tich/QT-HT-01.md", "--as-of", "2026-11-21", cwd=root)
    assert "ST205" in refused.stdout
    assert "sotay issue QT-HT-01 --decision 99/QĐ-STP" in refused.stdout

    issued = sotay(*ISSUE, *STP, "QT-HT-01", cwd=root)
    assert issued.returncode == 0, issued.stdout + issued.stderr
    written = (root / "sites/so-tu-phap/decisions/2026-99.yml").read_text(encoding="utf-8")
    assert 'version: "3.1"' in written
    assert "action: issue" in written
    assert sotay("check", "procedures/ho-tich/QT-HT-01.md", "--as-of", "2026-11-21", cwd=root).returncode == 0

    adopted = sotay(*ISSUE, "--agency", "xa-doan-ket", "--decision", "88/QĐ-UBND", "QT-HT-01", cwd=root)
    assert adopted.returncode == 0, adopted.stdout + adopted.stderr
    assert "action: adopt" in (root / "sites/xa-doan-ket/decisions/2026-88.yml").read_text(encoding="utf-8")


def test_a_document_with_faults_is_not_issued(root: Path) -> None:
    edit(amend(root), "reviewed_by: tran-thi-b", "reviewed_by: nguyen-van-a")
    done = sotay(*ISSUE, *STP, "QT-HT-01", cwd=root)
    assert done.returncode == 1
    assert "ST202" in done.stdout
    assert not (root / "sites/so-tu-phap/decisions/2026-99.yml").exists()


def test_a_recorded_decision_is_not_written_over(root: Path) -> None:
    before = (root / "sites/so-tu-phap/decisions/2026-79.yml").read_bytes()
    done = sotay(*ISSUE, "--agency", "so-tu-phap", "--decision", "79/QĐ-STP", "QT-HT-10", cwd=root)
    assert done.returncode == 2
    assert "quyết định đã ghi thì không sửa" in done.stderr
    assert (root / "sites/so-tu-phap/decisions/2026-79.yml").read_bytes() == before


def test_everything_that_is_missing_is_named_at_once(root: Path) -> None:
    done = sotay(
        "issue", "QT-XX-01", "--agency", "so-tu-phap", "--decision", "99/QĐ-STP", "--date", "2026-11-20",
        "--signed-by", "ai-do", "--override", "QT-HT-05", cwd=root,
    )  # fmt: skip
    assert done.returncode == 2
    for said in ("không có tài liệu QT-XX-01", "quy định riêng cho QT-HT-05", "không có người “ai-do”"):
        assert said in done.stderr


def test_an_unknown_agency_is_answered_with_the_known_ones(root: Path) -> None:
    done = sotay(*ISSUE, "--agency", "so-y-te", "--decision", "1/QĐ-SYT", "QT-HT-01", cwd=root)
    assert done.returncode == 2
    assert "so-tu-phap" in done.stderr


@pytest.mark.parametrize("number", ["45", "QĐ-STP 45", "45/QD-STP"])
def test_a_malformed_number_is_refused(root: Path, number: str) -> None:
    done = sotay(*ISSUE, "--agency", "so-tu-phap", "--decision", number, "--withdraw", "QT-HT-01", cwd=root)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
