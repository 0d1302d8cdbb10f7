"""A check of unchanged files says at once what it said before; any change is checked anew."""

from __future__ import annotations

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


def forbid_checking(monkeypatch: pytest.MonkeyPatch) -> None:
    def checked_again(*_: object) -> None:
        pytest.fail("the files were checked again")

    monkeypatch.setattr("sotay.engine.check_files.check_province", checked_again)


def test_the_first_check_says_what_a_check_of_the_folder_says(root: Path) -> None:
    checked, anew = check_files(root, DAY), check_folder(root, DAY)
    assert checked.findings == anew.findings
    assert checked.documents == len(anew.examination.province.documents)
    assert checked.paths == tuple(source.path for source in anew.examination.province.sources)


def test_unchanged_files_are_not_checked_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = root / "procedures/life-events.yml"
    events.write_text(events.read_text(encoding="utf-8").replace("QT-HT-04", "QT-HT-99"), encoding="utf-8")
    first = check_files(root, DAY)
    assert [finding.code for finding in first.findings] == ["ST607"]
    forbid_checking(monkeypatch)
    assert check_files(root, DAY) == first


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


def test_what_was_sought_in_history_is_sought_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = clean_texts()[PATH].replace("originals: 1", "originals: 2", 1).replace('version: "1.0"', 'version: "1.1"')
    (root / PATH).write_text(text, encoding="utf-8")
    assert codes(root)
    calls: list[date] = []

    def told(_: object, day: date, _history: object) -> object:
        calls.append(day)
        return check_folder(root, day)

    monkeypatch.setattr("sotay.engine.check_files.check_province", told)
    check_files(root, DAY)
    assert calls == [DAY]
