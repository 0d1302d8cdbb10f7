"""The files of a repository: texts are read, everything else is looked at, nothing leads out of it."""

from __future__ import annotations

import os
from pathlib import Path

from sotay.model.attachment import Damage
from sotay.sources.province_files import LARGEST, read_province_files


def a_folder(root: Path, **files: str) -> Path:
    for name, text in {"sites/province.yml": "name: Lạng Sơn\n", **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_texts_and_other_files_are_told_apart(tmp_path: Path) -> None:
    names = {
        "procedures/mot-cua/forms/BM-MC-01.md": "x",
        "procedures/mot-cua/forms/BM-MC-01.docx": "x",
        "procedures/mot-cua/forms/BM-MC-02.MD": "x",
        "sites/a/mkdocs.yml": "x",
        "sites/a/docs/anh/so-do.png": "x",
        "sites/a/site/trang.html": "x",
        "sites/a/.an/tep.docx": "x",
        "sites/a/.gitkeep": "x",
        "ngoai/tep.docx": "x",
    }
    files = read_province_files(a_folder(tmp_path, **names))
    assert sorted(files.texts) == ["procedures/mot-cua/forms/BM-MC-01.md", "sites/province.yml"]
    assert [file.path for file in files.attachments] == [
        "procedures/mot-cua/forms/BM-MC-01.docx",
        "procedures/mot-cua/forms/BM-MC-02.MD",
        "sites/a/docs/anh/so-do.png",
    ]


def test_links_are_not_followed_and_are_not_silent(tmp_path: Path) -> None:
    root = a_folder(tmp_path / "kho")
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "QT-HT-01.md").write_text("bí mật", encoding="utf-8")
    (root / "procedures").mkdir()
    (root / "procedures" / "ho-tich").symlink_to(tmp_path / "ngoai", target_is_directory=True)
    (root / "procedures" / "QT-HT-02.md").symlink_to(tmp_path / "ngoai" / "QT-HT-01.md")
    files = read_province_files(root)
    assert list(files.texts) == ["sites/province.yml"]
    assert files.undecodable == {"procedures/QT-HT-02.md": "unopened"}
    assert [(file.path, file.damage) for file in files.attachments] == [("procedures/ho-tich", Damage.LINK)]


def test_a_device_named_like_a_text_cannot_hang_the_reading(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    os.mkfifo(root / "sites" / "a.md")
    assert read_province_files(root).undecodable == {"sites/a.md": "unopened"}


def test_a_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    (Path(os.fsdecode(os.fsencode(root) + b"/sites/\xe9.docx"))).write_bytes(b"x")
    (file,) = read_province_files(root).attachments
    assert file.path == "sites/\ufffd.docx"


def test_texts_that_are_none_are_named_with_the_reason(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    (root / "sites" / "a.md").write_bytes("Biểu mẫu".encode("utf-16"))
    (root / "sites" / "b.md").write_text("x" * (LARGEST + 1), encoding="utf-8")
    assert read_province_files(root).undecodable == {"sites/a.md": "encoding", "sites/b.md": "too large"}
