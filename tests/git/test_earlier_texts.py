"""The text of a version is found by its fingerprint, whatever became of its file since; and never invented."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from sotay.model.version import Version
from sotay.sources.git.repository import open_history
from tests.support.builders import ANY_BODY, a_document_text
from tests.support.recorded_province import RecordedProvince, git

CODE = "HD-MC-01"
PATH = "procedures/mot-cua/HD-MC-01.md"
FIRST, SECOND = Version(1, 0), Version(1, 1)


@pytest.fixture
def province(tmp_path: Path) -> RecordedProvince:
    return RecordedProvince(tmp_path / "kho")


def recorded_first(province: RecordedProvince, **keys: object) -> str:
    """Record a first version and return its fingerprint."""
    province.archive.document(CODE, **keys)
    province.record("Ban hành lần đầu", "2026-06-15")
    return province.fingerprint(CODE)


def amended(province: RecordedProvince) -> None:
    province.archive.document(CODE, ANY_BODY + "\nHẹn trả trong hai ngày.\n", version="1.1")
    province.record("Sửa đổi", "2026-09-01")


def title_found(province: RecordedProvince, fingerprint: str, version: Version = FIRST) -> str | None:
    found = province.history.find(CODE, version, fingerprint)
    return found.control.title if found else None


def test_the_text_before_an_amendment_is_found(province: RecordedProvince) -> None:
    first = recorded_first(province, title="Bản đầu")
    amended(province)
    assert title_found(province, first) == "Bản đầu"


def test_a_fingerprint_that_no_text_has_is_not_found(province: RecordedProvince) -> None:
    recorded_first(province)
    amended(province)
    assert title_found(province, "sha256:" + "0" * 64) is None


def test_a_text_is_not_found_as_another_version_or_another_document(province: RecordedProvince) -> None:
    first = recorded_first(province)
    assert province.history.find(CODE, SECOND, first) is None
    assert province.history.find("HD-MC-02", FIRST, first) is None


def test_a_document_is_known_by_its_code_when_its_file_moves_to_another_field(province: RecordedProvince) -> None:
    first = recorded_first(province, title="Bản đầu")
    text = province.archive.texts.pop(PATH)
    province.archive.file("procedures/ho-tich/HD-MC-01.md", text)
    province.record("Chuyển lĩnh vực")
    province.archive.file("procedures/ho-tich/HD-MC-01.md", a_document_text("## Khác\n", version="1.1"))
    province.record("Sửa đổi")
    assert title_found(province, first) == "Bản đầu"
    assert [text.path for text in province.history.recorded(CODE)] == [PATH, "procedures/ho-tich/HD-MC-01.md"]


def test_a_file_that_was_renamed_and_amended_at_once_is_followed_by_its_code(province: RecordedProvince) -> None:
    province.archive.file("procedures/mot-cua/ten-cu.md", a_document_text(code=CODE, title="Bản đầu"))
    province.record("Ban hành với tên tệp sai")
    first = province.fingerprint(CODE)
    province.archive.texts.pop("procedures/mot-cua/ten-cu.md")
    amended(province)
    assert title_found(province, first) == "Bản đầu"


def test_a_text_that_arose_only_in_a_merge_is_found(province: RecordedProvince) -> None:
    recorded_first(province)
    with province.branch("sua-ten"):
        province.archive.document(CODE, title="Tên của nhánh")
        province.record("Sửa tên trên nhánh")
    province.archive.document(CODE, title="Tên của main")
    province.record("Sửa tên trên main")
    province.archive.document(CODE, title="Tên chọn khi nhập")
    merge = province.merge("sua-ten")
    chosen = province.fingerprint(CODE)
    amended(province)
    assert title_found(province, chosen) == "Tên chọn khi nhập"
    assert province.history.recorded(CODE)[3].commit.id == merge


def test_a_text_that_a_merge_threw_away_was_recorded_all_the_same(province: RecordedProvince) -> None:
    recorded_first(province)
    with province.branch("bo-di"):
        province.archive.document(CODE, title="Bản bị bỏ")
        province.record("Thử")
        dropped = province.fingerprint(CODE)
    province.merge("bo-di")
    assert title_found(province, dropped) == "Bản bị bỏ"


def test_a_squashed_branch_leaves_only_its_last_text(province: RecordedProvince) -> None:
    recorded_first(province)
    with province.branch("gop"):
        province.archive.document(CODE, title="Bước giữa")
        province.record("Bước giữa")
        middle = province.fingerprint(CODE)
        province.archive.document(CODE, title="Bước cuối")
        province.record("Bước cuối")
    province.archive.document(CODE, title="Bước cuối")
    province.git("merge", "--quiet", "--squash", "gop")
    province.record("Gộp")
    last = province.fingerprint(CODE)
    amended(province)
    assert (title_found(province, middle), title_found(province, last)) == (None, "Bước cuối")


def test_a_deleted_text_is_found_and_a_restored_one_is_told_once(province: RecordedProvince) -> None:
    first = recorded_first(province, title="Bản đầu")
    text = province.archive.texts.pop(PATH)
    province.record("Xóa")
    assert title_found(province, first) == "Bản đầu"
    province.archive.file(PATH, text)
    province.record("Khôi phục")
    assert [text.commit.subject for text in province.history.recorded(CODE)] == ["Ban hành lần đầu"]


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_line_ends_and_byte_order_marks_do_not_matter(province: RecordedProvince, ends: str, mark: str) -> None:
    province.archive.document(CODE, title="Bản đầu")
    first = province.fingerprint(CODE)
    province.write()
    text = mark + province.archive.texts[PATH].replace("\n", ends)
    (province.root / PATH).write_text(text, encoding="utf-8", newline="")
    province.git("config", "core.autocrlf", "false")
    province.record_as_is("Ban hành từ Windows")
    amended(province)
    assert title_found(province, first) == "Bản đầu"


def test_names_in_decomposed_letters_are_read(province: RecordedProvince) -> None:
    folder = unicodedata.normalize("NFD", "procedures/hộ tịch")
    province.archive.file(f"{folder}/{CODE}.md", a_document_text(code=CODE, title="Bản đầu"))
    province.record("Ban hành từ máy Mac")
    first = province.fingerprint(CODE)
    province.archive.texts.pop(f"{folder}/{CODE}.md")
    amended(province)
    assert title_found(province, first) == "Bản đầu"


def test_links_and_submodules_are_no_texts(province: RecordedProvince, tmp_path: Path) -> None:
    recorded_first(province)
    aside = tmp_path / "ngoai.md"
    aside.write_text(a_document_text(code="HD-MC-09"), encoding="utf-8")
    (province.root / "procedures/mot-cua/HD-MC-09.md").symlink_to(aside)
    head = province.git("rev-parse", "HEAD")
    province.git("update-index", "--add", "--cacheinfo", f"160000,{head},procedures/ngoai.md")
    province.git("add", "procedures/mot-cua/HD-MC-09.md")
    province.git("commit", "--quiet", "-m", "Liên kết")
    assert province.history.codes == {CODE}


def test_a_text_that_is_no_utf_8_is_no_text(province: RecordedProvince) -> None:
    recorded_first(province)
    (province.root / PATH).write_bytes(a_document_text(code=CODE, title="Bản đầu").encode("utf-16"))
    province.record_as_is("Lưu sai bảng mã")
    assert len(province.history.recorded(CODE)) == 1


def test_a_name_with_a_line_break_does_no_harm(province: RecordedProvince) -> None:
    province.archive.file("procedures/mot-cua/HD\nMC.md", a_document_text(code=CODE, title="Bản đầu"))
    province.record("Tên lạ")
    first = province.fingerprint(CODE)
    province.archive.texts.pop("procedures/mot-cua/HD\nMC.md")
    amended(province)
    assert title_found(province, first) == "Bản đầu"


@pytest.mark.parametrize("within", ["", "kho/tài liệu"])
@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_the_province_may_be_a_folder_of_the_repository(tmp_path: Path, within: str, form: str) -> None:
    province = RecordedProvince(tmp_path / "kho", within, form)
    first = recorded_first(province, title="Bản đầu")
    amended(province)
    assert title_found(province, first) == "Bản đầu"
    assert province.history.recorded(CODE)[0].path == PATH


def test_only_the_province_around_the_folder_is_asked(tmp_path: Path) -> None:
    province, other = RecordedProvince(tmp_path / "kho", "lang-son"), tmp_path / "kho" / "cao-bang"
    recorded_first(province)
    target = other / "procedures/mot-cua/HD-MC-02.md"
    target.parent.mkdir(parents=True)
    target.write_text(a_document_text(code="HD-MC-02"), encoding="utf-8")
    province.record_as_is("Tỉnh khác")
    assert province.history.codes == {CODE}
    assert open_history(other).codes == {"HD-MC-02"}


def test_a_second_work_tree_and_a_detached_head_have_the_same_history(
    province: RecordedProvince, tmp_path: Path
) -> None:
    first = recorded_first(province, title="Bản đầu")
    amended(province)
    province.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "khac"))
    found = open_history(tmp_path / "khac").find(CODE, FIRST, first)
    assert found
    assert found.control.title == "Bản đầu"


def test_a_bare_repository_has_the_same_history(province: RecordedProvince, tmp_path: Path) -> None:
    first = recorded_first(province)
    amended(province)
    git(tmp_path, "clone", "--quiet", "--bare", str(province.top), "tran.git")
    assert open_history(tmp_path / "tran.git").find(CODE, FIRST, first)


def test_a_repository_without_a_commit_knows_nothing(province: RecordedProvince) -> None:
    province.archive.document(CODE)
    province.write()
    assert province.history.codes == frozenset()
    assert province.history.find(CODE, FIRST, province.fingerprint(CODE)) is None


def test_what_only_another_branch_has_is_not_known(province: RecordedProvince) -> None:
    recorded_first(province)
    with province.branch("du-thao"):
        province.archive.document(CODE, title="Chưa nhập")
        province.record("Dự thảo")
        elsewhere = province.fingerprint(CODE)
    assert title_found(province, elsewhere) is None
