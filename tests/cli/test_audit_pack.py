"""`sotay audit-pack`: evidence of one agency and one span of days, that can be checked without trusting anybody."""

from __future__ import annotations

import csv
import io
import re
import shutil
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.command import sotay
from tests.support.past import with_a_past
from tests.support.recorded_province import git

SPAN = ("--from", "2026-07-01", "--to", "2026-12-31")
SEED = ("--seed", "doan-3", "--sample", "2")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_a_past(tmp_path_factory.mktemp("tinh"))


@pytest.fixture(scope="module")
def pack(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(root, tmp_path_factory.mktemp("ho-so") / "stp")


def write(root: Path, out: Path, *words: str) -> Path:
    done = sotay("audit-pack", "so-tu-phap", *SPAN, *SEED, "--out", str(out), *words, cwd=root)
    assert done.returncode == 0, done.stderr
    return out


def table(pack: Path, name: str) -> list[dict[str, str]]:
    text = (pack / f"{name}.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_version_of_the_span_is_there_as_it_was_approved(root: Path, pack: Path) -> None:
    first = (pack / "van-ban/QT-HT-01/1.0.md").read_text(encoding="utf-8")
    then = git(root, "show", "HEAD~2:procedures/ho-tich/QT-HT-01.md")
    assert first.strip() == then
    assert (pack / "van-ban/QT-HT-01/1.1.md").is_file()
    assert not (pack / "van-ban/QT-HT-01/2.0.md").exists(), "it takes effect after the span"


def test_internal_documents_are_evidence_too(pack: Path) -> None:
    assert (pack / "van-ban/HD-MC-09/1.0.md").is_file()


def test_what_changed_is_there_to_read_and_to_print(pack: Path) -> None:
    said = (pack / "so-sanh/QT-HT-01/1.0..1.1.md").read_text(encoding="utf-8")
    assert "Bớt 1 giấy tờ: Tờ khai" in said
    assert "<ins" in (pack / "so-sanh/QT-HT-01/1.0..1.1.html").read_text(encoding="utf-8")


def test_decisions_tell_who_recorded_them_when(pack: Path) -> None:
    [found] = [row for row in table(pack, "quyet-dinh") if row["Số"] == "60/QĐ-STP"]
    assert found["Người ghi"] == "Nguyễn Văn A"
    assert found["Ghi vào kho"].startswith("2026-08-20 (")
    assert found["Ghi chậm (ngày)"] == "0"
    assert found["Sửa sau khi có hiệu lực"] == ""
    assert (pack / found["Tệp"]).is_file()


def test_anybody_can_draw_the_sample_again(pack: Path) -> None:
    codes = {path.parent.name for path in (pack / "van-ban").glob("*/*.md")}
    drawn = sorted(codes, key=lambda code: sha256(f"doan-3:{code}".encode()).hexdigest())[:2]
    assert [row["Mã hiệu"] for row in table(pack, "mau-chon")] == drawn
    guide = (pack / "DOC-TRUOC.md").read_text(encoding="utf-8")
    digest = sha256(f"doan-3:{drawn[0]}".encode()).hexdigest()
    assert f"`printf '%s' 'doan-3:{drawn[0]}' | sha256sum` cho `{digest}`" in guide


def test_a_seed_that_is_not_given_is_drawn_and_recorded(root: Path, tmp_path: Path) -> None:
    done = sotay("audit-pack", "so-tu-phap", *SPAN, "--out", str(tmp_path / "x"), cwd=root)
    [seed] = re.findall(r"hạt giống của mẫu: ([0-9a-f]{16})", done.stdout)
    assert f"`{seed}`" in (tmp_path / "x/DOC-TRUOC.md").read_text(encoding="utf-8")


def test_the_same_pack_can_be_made_again_byte_for_byte(root: Path, pack: Path, tmp_path: Path) -> None:
    again = write(root, tmp_path / "stp")
    assert (again.parent / "stp.zip").read_bytes() == (pack.parent / "stp.zip").read_bytes()


def test_the_zip_holds_the_folder(pack: Path) -> None:
    with ZipFile(pack.parent / "stp.zip") as packed:
        names = {name.removeprefix("stp/") for name in packed.namelist()}
    assert names == {path.relative_to(pack).as_posix() for path in pack.rglob("*") if path.is_file()}


def test_verify_accepts_it_and_names_what_was_tampered_with(root: Path, pack: Path, tmp_path: Path) -> None:
    accepted = sotay("verify", str(pack), "--root", str(root), cwd=tmp_path)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    forged = tmp_path / "sua"
    shutil.copytree(pack, forged)
    text = (forged / "van-ban/QT-HT-01/1.1.md").read_text(encoding="utf-8")
    (forged / "van-ban/QT-HT-01/1.1.md").write_text(text.replace("Thống nhất", "Thay đổi", 1), encoding="utf-8")
    (forged / "mau-chon.csv").unlink()
    (forged / "them.md").write_text("Thêm", encoding="utf-8")
    refused = sotay("verify", str(forged), "--root", str(root), cwd=tmp_path)
    assert refused.returncode == 1
    for name in ("van-ban/QT-HT-01/1.1.md", "mau-chon.csv", "them.md"):
        assert name in refused.stdout


def test_edits_after_effect_and_late_records_stand_on_the_first_page(tmp_path: Path) -> None:
    root = with_a_past(tmp_path / "tinh")
    decision = root / "sites/so-tu-phap/decisions/2026-60.yml"
    text = decision.read_text(encoding="utf-8")
    decision.write_text(text.replace('kind: "issue"', 'kind: "issue"\nsubject: Sửa sau'), encoding="utf-8")
    git(root, "commit", "--quiet", "-am", "Sửa quyết định", on="2026-09-20T08:00:00+07:00", by="Trần Thị B")
    pack = write(root, tmp_path / "stp")
    [found] = [row for row in table(pack, "quyet-dinh") if row["Số"] == "60/QĐ-STP"]
    assert found["Sửa sau khi có hiệu lực"].startswith("2026-09-20 (")
    assert "Trần Thị B" in found["Sửa sau khi có hiệu lực"]
    assert "1 quyết định bị sửa sau khi có hiệu lực" in (pack / "DOC-TRUOC.md").read_text(encoding="utf-8")


def test_nothing_is_written_over(root: Path, pack: Path) -> None:
    done = sotay("audit-pack", "so-tu-phap", *SPAN, "--out", str(pack), cwd=root)
    assert done.returncode == 2
    assert "không ghi đè" in done.stderr


def test_an_unknown_agency_is_refused(root: Path, tmp_path: Path) -> None:
    done = sotay("audit-pack", "so-nao-do", *SPAN, "--out", str(tmp_path / "x"), cwd=root)
    assert done.returncode == 2
    assert not (tmp_path / "x").exists()
