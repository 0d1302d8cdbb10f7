"""What was read before is remembered exactly, and what cannot be trusted is read anew."""

from __future__ import annotations

import hmac
import os
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from sotay.history.fingerprint import fingerprint
from sotay.model.legal import LegalRegister
from sotay.sources.parsed_texts import RememberedReading, reading
from sotay.sources.sealed_store import SealedStore
from sotay.usecases.assemble_province import assemble_province
from sotay.usecases.reading import PlainReading
from tests.support.rule_examples import base_texts

PATH = "procedures/ho-tich/QT-HT-01.md"
TEXT = base_texts()[PATH]


def entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*/*") if path.is_file())


def test_a_province_read_from_memory_is_the_province_read_anew(tmp_path: Path) -> None:
    anew = assemble_province(base_texts())
    for _ in range(2):
        assert assemble_province(base_texts(), reading=RememberedReading(SealedStore(tmp_path))) == anew


def test_a_remembered_document_has_the_same_fingerprint(tmp_path: Path) -> None:
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    again = RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    assert fingerprint(again, {}) == fingerprint(PlainReading().document(PATH, TEXT), {})


def test_a_second_reading_writes_nothing(tmp_path: Path) -> None:
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    written = {path: path.stat().st_mtime_ns for path in entries(tmp_path)}
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    assert {path: path.stat().st_mtime_ns for path in entries(tmp_path)} == written


@pytest.mark.parametrize("damage", [b"", b"x", b"\x00" * 4000])
def test_a_damaged_entry_is_read_anew_and_mended(tmp_path: Path, damage: bytes) -> None:
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(damage)
    assert RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT) == PlainReading().document(PATH, TEXT)
    assert entry.read_bytes() == whole


class Bomb:
    """Something that must never be unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str, ...]]:
        return explode, ("boom",)


def explode(what: str) -> NoReturn:
    raise AssertionError(what)


def test_an_entry_that_another_put_there_is_never_opened(tmp_path: Path) -> None:
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    (entry,) = entries(tmp_path)
    entry.write_bytes(entry.read_bytes()[:32] + pickle.dumps(Bomb()))
    assert RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT).code == "QT-HT-01"


def test_an_entry_moved_to_another_name_is_not_believed(tmp_path: Path) -> None:
    memory = RememberedReading(SealedStore(tmp_path))
    memory.values(LegalRegister, "procedures/legal.yml", "documents: []\n")
    (first,) = entries(tmp_path)
    memory.document(PATH, TEXT)
    (second,) = [entry for entry in entries(tmp_path) if entry != first]
    second.write_bytes(first.read_bytes())
    assert memory.document(PATH, TEXT).code == "QT-HT-01"


def test_the_folder_can_be_deleted_at_any_time(tmp_path: Path) -> None:
    memory = RememberedReading(SealedStore(tmp_path))
    memory.document(PATH, TEXT)
    for path in entries(tmp_path):
        path.unlink()
    assert memory.document(PATH, TEXT).code == "QT-HT-01"


def test_many_may_read_at_once(tmp_path: Path) -> None:
    def read(_: int) -> str:
        return RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT).code

    with ThreadPoolExecutor(8) as executor:
        assert set(executor.map(read, range(64))) == {"QT-HT-01"}
    assert len(entries(tmp_path)) == 1, "no drafts are left behind"


def test_where_nothing_can_be_kept_everything_is_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    assert RememberedReading(SealedStore(file / "below")).document(PATH, TEXT).code == "QT-HT-01"


def test_old_entries_are_swept_away(tmp_path: Path) -> None:
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    (old,) = entries(tmp_path)
    os.utime(old, (0, 0))
    os.utime(tmp_path / "swept", (0, 0))
    RememberedReading(SealedStore(tmp_path)).body("Một dòng.")
    assert not old.exists()


def test_the_environment_names_the_folder_or_forbids_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOTAY_CACHE_DIR", "")
    assert isinstance(reading(), PlainReading)
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))
    reading().document(PATH, TEXT)
    assert entries(tmp_path / "memory")


def test_sweeping_touches_nothing_of_anybody_else(tmp_path: Path) -> None:
    mine = tmp_path / "luan-van/chuong-1/ban-thao.doc"
    mine.parent.mkdir(parents=True)
    mine.write_text("quý", encoding="utf-8")
    os.utime(mine, (0, 0))
    RememberedReading(SealedStore(tmp_path)).document(PATH, TEXT)
    assert mine.exists(), "SOTAY_CACHE_DIR may name any folder, even one full of documents"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders apart by other means")
@pytest.mark.parametrize("how", ["readable", "link"])
def test_a_secret_that_another_may_know_seals_nothing(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "shared"
    RememberedReading(SealedStore(folder)).document(PATH, TEXT)
    (entry,) = entries(folder)
    secret = (folder / "key").read_bytes()
    poison = pickle.dumps(Bomb())
    name = entry.parent.name + entry.name
    entry.write_bytes(hmac.digest(secret, name.encode() + poison, "sha256") + poison)
    if how == "link":
        (folder / "key").rename(tmp_path / "known")
        (folder / "key").symlink_to(tmp_path / "known")
    else:
        (folder / "key").chmod(0o644)
    assert RememberedReading(SealedStore(folder)).document(PATH, TEXT).code == "QT-HT-01"


def test_a_folder_named_with_a_tilde_is_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "nha"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "nha"))
    monkeypatch.setenv("SOTAY_CACHE_DIR", "~/nho")
    reading().document(PATH, TEXT)
    assert entries(tmp_path / "nha/nho")
    assert not (tmp_path / "~").exists()
