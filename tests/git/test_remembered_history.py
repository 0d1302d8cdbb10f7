"""What was read of a history is remembered and added to; nobody can tell from the answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sotay.errors import GitRefused
from sotay.history.timeline import RecordedText
from sotay.model.version import Version
from sotay.sources.git.repository import open_history
from tests.support.recorded_province import RecordedProvince

CODE, FIRST = "HD-MC-01", Version(1, 0)


@pytest.fixture
def province(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecordedProvince:
    """Four texts on two branches that were merged, and a memory of its own."""
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))
    province = RecordedProvince(tmp_path / "kho")
    province.archive.document(CODE, title="Một")
    province.record("Một", "2026-06-01")
    with province.branch("nhanh"):
        province.archive.document(CODE, title="Hai")
        province.record("Hai", "2026-06-02")
    province.archive.document(CODE, title="Ba")
    province.record("Ba", "2026-06-03")
    return province


def recorded(province: RecordedProvince) -> tuple[RecordedText, ...]:
    return province.history.recorded(CODE)


def anew(province: RecordedProvince, monkeypatch: pytest.MonkeyPatch) -> tuple[RecordedText, ...]:
    with monkeypatch.context() as patch:
        patch.setenv("SOTAY_CACHE_DIR", "")
        return recorded(province)


def entries(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "memory").glob("*/*/*") if path.is_file()]


def test_what_is_new_is_added_and_stands_where_it_belongs(
    province: RecordedProvince, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [text.commit.subject for text in recorded(province)] == ["Một", "Ba"]
    province.archive.document(CODE, title="Bốn")
    province.merge("nhanh", "Bốn", "2026-06-04")
    assert [text.commit.subject for text in recorded(province)] == ["Một", "Hai", "Ba", "Bốn"]
    assert recorded(province) == anew(province, monkeypatch)


def test_only_what_is_new_is_read(province: RecordedProvince, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the old contents are gone from the repository, what is remembered and what is new are still enough."""
    recorded(province)
    province.archive.document(CODE, title="Năm")
    province.record("Năm")
    for name in province.git("ls-tree", "-r", "--format=%(objectname)", "HEAD~1", "procedures").split():
        if name not in province.git("ls-tree", "-r", "--format=%(objectname)", "HEAD"):
            (province.top / ".git/objects" / name[:2] / name[2:]).unlink()
    assert [text.commit.subject for text in recorded(province)] == ["Một", "Ba", "Năm"]
    with pytest.raises(GitRefused):
        anew(province, monkeypatch)


def test_a_rewritten_history_forgets_what_it_lost(province: RecordedProvince, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(recorded(province)) == 2
    province.git("reset", "--quiet", "--hard", "HEAD~1")
    assert [text.commit.subject for text in recorded(province)] == ["Một"]
    province.archive.document(CODE, title="Khác")
    province.record("Khác")
    assert [text.commit.subject for text in recorded(province)] == ["Một", "Khác"]
    assert recorded(province) == anew(province, monkeypatch)


@pytest.mark.parametrize("damage", [b"", b"x" * 100])
def test_damaged_entries_are_as_good_as_none(province: RecordedProvince, tmp_path: Path, damage: bytes) -> None:
    before, seal = recorded(province), province.fingerprint(CODE)
    assert province.history.find(CODE, FIRST, seal)
    assert len(entries(tmp_path)) > 3
    for entry in entries(tmp_path):
        entry.write_bytes(damage)
    assert recorded(province) == before
    assert province.history.find(CODE, FIRST, seal)


def test_the_memory_may_be_deleted_at_any_time(province: RecordedProvince, tmp_path: Path) -> None:
    history = province.history
    before = history.recorded(CODE)
    for entry in entries(tmp_path):
        entry.unlink()
    assert history.find(CODE, FIRST, province.fingerprint(CODE))
    assert recorded(province) == before


def test_several_processes_may_read_at_once(province: RecordedProvince) -> None:
    program = (
        "import sys, pathlib; from sotay.sources.git.repository import open_history; "
        f"print(len(open_history(pathlib.Path()).recorded('{CODE}')))"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program], cwd=province.root, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    assert [process.communicate()[0] for process in running] == ["2\n"] * 4


def test_two_repositories_do_not_share_what_lies_around_a_text(province: RecordedProvince, tmp_path: Path) -> None:
    assert len(recorded(province)) == 2
    province.git("clone", "--quiet", "--branch=nhanh", str(province.top), str(tmp_path / "ban-sao"))
    assert [text.commit.subject for text in open_history(tmp_path / "ban-sao").recorded(CODE)] == ["Một", "Hai"]
