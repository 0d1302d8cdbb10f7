"""A check of unchanged files says at once what it said before; any change is checked anew."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from sotay.engine.check_files import check_files
from sotay.engine.check_folder import check_folder
from tests.support.rule_examples import clean_texts

DAY = date(2026, 10, 1)
PATH = "procedures/ho-tich/QT-HT-01.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The clean province as a folder, and a memory of its own."""
    monkeypatch.setenv("SOTAY_CACHE_DIR", str(tmp_path / "memory"))
    for name, text in clean_texts().items():
        (tmp_path / "province" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "province" / name).write_text(text, encoding="utf-8")
    return tmp_path / "province"


def codes(root: Path, day: date = DAY) -> list[str]:
    return [finding.code for finding in check_files(root, day).findings]


def kept(root: Path) -> list[Path]:
    """The entries of the memory, the newest last."""
    entries = (path for path in (root.parent / "memory").glob("*/*/*") if path.is_file())
    return sorted(entries, key=lambda path: path.stat().st_mtime_ns)


def test_the_first_check_says_what_a_check_of_the_folder_says(root: Path) -> None:
    checked, anew = check_files(root, DAY), check_folder(root, DAY)
    assert checked.findings == anew.findings
    assert checked.documents == len(anew.examination.province.documents)
    assert checked.paths == tuple(source.path for source in anew.examination.province.sources)


def test_unchanged_files_are_not_read_again(root: Path) -> None:
    events = root / "procedures/life-events.yml"
    events.write_text(events.read_text(encoding="utf-8").replace("QT-HT-04", "QT-HT-99"), encoding="utf-8")
    first = check_files(root, DAY)
    assert [finding.code for finding in first.findings] == ["ST607"]
    *texts, outcome = kept(root)
    for entry in texts:
        entry.unlink()
    assert check_files(root, DAY) == first
    assert kept(root) == [outcome], "whoever reads a text again remembers it"


def test_one_changed_digit_is_seen(root: Path) -> None:
    assert codes(root) == []
    text = clean_texts()[PATH]
    (root / PATH).write_text(text.replace("originals: 1", "originals: 2", 1), encoding="utf-8")
    assert codes(root) == ["ST207"]
    (root / PATH).write_text(text, encoding="utf-8")
    assert codes(root) == []


def test_another_day_is_another_check(root: Path) -> None:
    assert codes(root) == []
    assert "ST232" in codes(root, date(2036, 1, 1)), "by then every review is overdue"


def test_a_file_beside_the_texts_is_seen(root: Path) -> None:
    assert codes(root) == []
    (root / "procedures/mot-cua/forms/nhap.docx").write_bytes(b"not a document")
    assert codes(root) != []


def test_a_file_that_is_no_text_is_seen(root: Path) -> None:
    assert codes(root) == []
    (root / PATH).write_bytes(b"\xff\xfe")
    assert "ST100" in codes(root)


def test_what_was_sought_in_history_is_sought_again(root: Path) -> None:
    git = ["git", "-C", str(root), "-c", "user.name=A", "-c", "user.email=a@example.vn"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-qm", "Ban hành"], check=True)
    draft = clean_texts()[PATH].replace('version: "1.0"', 'version: "1.1"')
    for key in ("decision", "approved_date", "effective_date"):
        draft = re.sub(rf"^{key}: .*\n", "", draft, flags=re.MULTILINE)
    (root / PATH).write_text(draft, encoding="utf-8")
    (root / ".git").rename(root / ".elsewhere")
    assert "ST214" in codes(root), "nothing tells the text in force"
    (root / ".elsewhere").rename(root / ".git")
    assert "ST214" not in codes(root)
    first, entries = check_files(root, DAY), kept(root)
    for entry in entries[:-1]:
        if entry.stat().st_size > 1000:  # whatever holds a text
            entry.unlink()
    assert check_files(root, DAY) == first
    (root / ".git").rename(root / ".elsewhere")
    assert "ST214" in codes(root), "what another history said is not repeated"
