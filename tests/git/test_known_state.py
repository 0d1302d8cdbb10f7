"""What a repository knew at a commit or by the end of a day is read as if it lay in the folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from sotay.engine.known_state import known_state, merge_base, state_at
from sotay.errors import (
    BadInput,
    NoCommonHistory,
    NoRepository,
    NothingKnownYet,
    NotRecorded,
    ShallowHistory,
    UnknownRevision,
)
from sotay.model.attachment import Damage
from sotay.model.version import Version
from sotay.usecases.publication import Revision
from tests.support.builders import ANY_BODY
from tests.support.recorded_province import RecordedProvince, git

CODE, PATH = "HD-MC-01", "procedures/mot-cua/HD-MC-01.md"


@pytest.fixture
def province(tmp_path: Path) -> RecordedProvince:
    """Two versions, recorded on 15 June and 1 September."""
    province = RecordedProvince(tmp_path / "kho")
    province.archive.document(CODE, title="Bản đầu")
    province.record("Ban hành lần đầu", "2026-06-15")
    province.archive.document(CODE, ANY_BODY + "\nThêm.\n", title="Bản sau", version="1.1")
    province.record("Sửa đổi", "2026-09-01")
    return province


def title_at(province: RecordedProvince, known_at: str | None) -> str:
    text = known_state(province.root, known_at).files.texts[PATH]
    return text.partition('title: "')[2].partition('"')[0]


def test_without_a_moment_it_is_the_folder_as_it_lies(province: RecordedProvince) -> None:
    province.archive.document(CODE, title="Đang soạn")
    province.write()
    state = known_state(province.root)
    head = province.git("rev-parse", "HEAD")
    assert title_at(province, None) == "Đang soạn"
    assert (state.revision, state.is_past) == (Revision(head[:7], has_changes=True, full=head), False)


def test_a_moment_is_a_branch_a_tag_or_a_commit(province: RecordedProvince) -> None:
    province.git("tag", "--annotate", "-m", "Lần đầu", "lan-1", "HEAD~1")
    first = province.git("rev-parse", "HEAD~1")
    for name in ("lan-1", "HEAD~1", first, first[:8]):
        state = known_state(province.root, name)
        assert (state.revision, state.is_past) == (Revision(first[:7], has_changes=False, full=first), True)
        assert title_at(province, name) == "Bản đầu"
    assert title_at(province, "main") == "Bản sau"
    assert state_at(province.root, first).files == known_state(province.root, "lan-1").files


def test_a_day_lasts_until_its_end_in_vietnam(province: RecordedProvince) -> None:
    province.archive.document(CODE, title="Khuya", version="1.2")
    province.write().git("add", "--all")
    province.git("commit", "--quiet", "-m", "Khuya", on="2026-09-30T23:59:59+07:00")
    assert title_at(province, "2026-08-31") == "Bản đầu"
    assert title_at(province, "2026-09-29") == "Bản sau"
    assert title_at(province, "2026-09-30") == "Khuya"
    revision = known_state(province.root, "2026-09-29").revision
    assert revision
    assert revision.known_on == date(2026, 9, 29)


def test_a_branch_was_not_known_before_it_was_merged(province: RecordedProvince) -> None:
    with province.branch("som"):
        province.archive.document(CODE, title="Trên nhánh")
        province.record("Soạn trên nhánh", "2026-09-10")
    province.archive.document(CODE, title="Trên nhánh")
    province.merge("som", on="2026-09-20")
    assert title_at(province, "2026-09-15") == "Bản sau"
    assert title_at(province, "2026-09-20") == "Trên nhánh"


def test_history_ends_where_the_state_does(province: RecordedProvince) -> None:
    second = province.fingerprint(CODE)
    assert known_state(province.root, "HEAD").history.find(CODE, Version(1, 1), second)
    assert known_state(province.root, "HEAD~1").history.find(CODE, Version(1, 1), second) is None


@pytest.mark.parametrize("within", ["", "kho/tài liệu"])
def test_a_recorded_state_is_read_like_the_folder(tmp_path: Path, within: str) -> None:
    province = RecordedProvince(tmp_path / "kho", within)
    province.archive.document(CODE).form()
    province.write()
    forms = province.root / "procedures/mot-cua/forms"
    with ZipFile(forms / "to-khai.docx", "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/vbaProject.bin", "x")
        package.writestr("docProps/core.xml", "<p><creator>Nguyễn Văn A</creator></p>")
    (forms / "đơn.pdf").write_bytes(b"%PDF-1.7 /Author (A)")
    (forms / "lien-ket.docx").symlink_to("to-khai.docx")
    (forms / "lien-ket.md").symlink_to("BM-MC-01.md")
    (forms / "BM-MC-09.md").write_bytes(b"\xff\xfe")
    (forms / "BM-MC-08.md").write_bytes("\ufeff---\r\ntitle: x\r\n---\r\n".encode())
    (province.root / "sites/so-tu-phap/mkdocs.yml").write_text("site_name: x\n")
    (province.root / "sites/portal").mkdir()
    (province.root / "sites/portal/.ghi-chu.md").write_text("x")
    province.git("config", "core.autocrlf", "false")
    province.record_as_is("Ban hành")
    now, then = known_state(province.root).files, known_state(province.root, "HEAD").files
    assert then.texts == now.texts
    assert then.undecodable == now.undecodable
    assert then.attachments == tuple(sorted(now.attachments, key=lambda one: one.path))
    by_name = {one.name: one for one in then.attachments}
    assert by_name["to-khai.docx"].has_macros
    assert by_name["to-khai.docx"].personal == (("creator", "Nguyễn Văn A"),)
    assert by_name["lien-ket.docx"].damage is Damage.LINK


def test_where_a_branch_began_is_found(province: RecordedProvince) -> None:
    start = province.git("rev-parse", "HEAD")
    with province.branch("sua"):
        province.record("Trên nhánh")
    province.record("Trên main")
    assert merge_base(province.root, "sua") == start


def test_what_cannot_be_meant_is_refused(province: RecordedProvince, tmp_path: Path) -> None:
    province.git("switch", "--quiet", "--orphan", "la")
    province.record_as_is("Không liên quan")
    with pytest.raises(NotRecorded, match=r"sites/province\.yml"):
        known_state(province.root, "HEAD")
    province.git("switch", "--quiet", "main")
    with pytest.raises(NoCommonHistory, match="“la”"):
        merge_base(province.root, "la")
    for name in ("khong-co", "a..b", "--all", "HEAD:sites", ""):
        with pytest.raises(UnknownRevision):
            known_state(province.root, name)
    with pytest.raises(NothingKnownYet, match="từ 2026-06-15"):
        known_state(province.root, "2026-06-14")
    with pytest.raises(BadInput, match="không có ngày 2026-02-30"):
        known_state(province.root, "2026-02-30")
    with pytest.raises(NoRepository):
        known_state(tmp_path, "HEAD")


def test_a_cut_off_clone_says_nothing_of_what_lies_beyond(province: RecordedProvince, tmp_path: Path) -> None:
    first = province.git("rev-parse", "HEAD~1")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{province.top}", "nong")
    for known_at in (first, "2026-08-01"):
        with pytest.raises(ShallowHistory, match="git fetch --unshallow"):
            known_state(tmp_path / "nong", known_at)
    assert title_at_clone(tmp_path / "nong") == "Bản sau"


def title_at_clone(root: Path) -> str:
    return known_state(root, "2026-09-01").files.texts[PATH].partition('title: "')[2].partition('"')[0]
