"""A mended text is put in place of its file in one step, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sotay.sources.write_texts import Refusal, read_as_written, write_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes("Một\r\n".encode())
    return path


def test_a_text_takes_the_place_of_the_file(file: Path) -> None:
    file.chmod(0o604)
    before = read_as_written(file)
    assert before.text == "Một\r\n"
    assert write_text(file, before, "Hai\r\n") is None
    assert file.read_bytes() == b"Hai\r\n"
    assert file.stat().st_mode & 0o777 == 0o604
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]


def test_a_byte_order_mark_stays(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfM")
    before = read_as_written(file)
    assert before.text == "M"
    assert write_text(file, before, "H") is None
    assert file.read_bytes() == b"\xef\xbb\xbfH"


def test_a_file_that_changed_meanwhile_is_kept(file: Path) -> None:
    before = read_as_written(file)
    file.write_text("Người khác", encoding="utf-8")
    assert write_text(file, before, "Hai") is Refusal.CHANGED
    assert file.read_text(encoding="utf-8") == "Người khác"


def test_a_link_stays_a_link(file: Path) -> None:
    link = file.with_name("b.md")
    link.symlink_to(file)
    assert write_text(link, read_as_written(link), "Hai") is Refusal.LINK
    assert link.is_symlink()
    assert file.read_bytes() == "Một\r\n".encode()


def test_a_read_only_file_is_kept_even_where_its_folder_would_allow_it(file: Path) -> None:
    file.chmod(0o444)
    assert write_text(file, read_as_written(file), "Hai") is Refusal.READ_ONLY


def test_a_file_that_is_gone_or_a_disk_that_refuses_leaves_nothing_behind(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_as_written(file)

    def refuse(*_: object) -> None:
        raise OSError("no room")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", refuse)
        assert write_text(file, before, "Hai") is Refusal.FAILED
    assert [path.name for path in file.parent.iterdir()] == ["a.md"]
    file.unlink()
    assert write_text(file, before, "Hai") is Refusal.FAILED


def test_what_a_killed_process_leaves_behind_is_no_file_of_the_province(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", die)
    with pytest.raises(KeyboardInterrupt):
        write_text(file, read_as_written(file), "Hai")
    assert file.read_bytes() == "Một\r\n".encode()
    assert all(path.name.startswith(".") for path in file.parent.iterdir() if path != file)


def test_another_process_that_mends_the_same_is_no_conflict(file: Path) -> None:
    before = read_as_written(file)
    assert write_text(file, before, "Hai") is None
    assert write_text(file, before, "Hai") is None


def test_a_name_may_be_as_long_as_the_disk_allows(tmp_path: Path) -> None:
    path = tmp_path / f"{'a' * 252}.md"
    path.write_text("Một", encoding="utf-8")
    assert write_text(path, read_as_written(path), "Hai") is None
