"""Earlier texts come from real history, by fingerprint, and are never invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from git import Actor, Repo

from sotay.engine.issue import issue
from sotay.engine.prepare import prepare
from sotay.sources.git.repository import open_history, revision_of
from sotay.usecases.issue_documents import DecisionRequest
from sotay.usecases.ports import NoEarlierTexts
from tests.support.command import edit, reference_copy

CLERK = Actor("Nguyễn Văn A", "nguyen-van-a@sotay.invalid")
DOCUMENT = "procedures/ho-tich/QT-HT-01.md"


def commit(repository: Repo, message: str) -> None:
    repository.git.add("-A")
    when = "2026-11-01T08:00:00 +0700"
    repository.index.commit(message, author=CLERK, committer=CLERK, author_date=when, commit_date=when)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = reference_copy(tmp_path)
    with Repo.init(folder, initial_branch="main") as repository:
        commit(repository, "Ban hành lần đầu")
    return folder


def issue_next_version(root: Path, effective: str) -> None:
    """Amend the procedure and have it decided with effect on a later day."""
    path = root / DOCUMENT
    text = path.read_text(encoding="utf-8")
    issue_, amendment = re.search(r'^version: "(\d+)\.(\d+)"$', text, re.MULTILINE).groups()  # type: ignore[union-attr]
    stated = {
        "version": f'"{issue_}.{int(amendment) + 1}"',
        "decision": "99/QĐ-STP",
        "approved_date": "2026-11-20",
        "effective_date": effective,
    }
    for key, value in stated.items():
        text = re.sub(rf"^{key}: .*$", f"{key}: {value}", text, flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    edit(path, "value: 3", "value: 2")
    request = DecisionRequest(
        agency="so-tu-phap", number="99/QĐ-STP", signed=date(2026, 11, 20),
        effective_date=date.fromisoformat(effective), signed_by="le-van-c", codes=("QT-HT-01",),
    )  # fmt: skip
    assert issue(root, request, date(2026, 11, 21)).obstacles == ()


def test_the_text_in_force_comes_from_history_until_the_next_version_takes_effect(root: Path) -> None:
    issue_next_version(root, "2027-01-01")
    before, after = prepare(root, date(2026, 12, 31)), prepare(root, date(2027, 1, 1))
    assert before.checked.errors == ()
    assert [extension(before), extension(after)] == [3, 2]


def extension(prepared: object) -> object:
    entry = prepared.publication.agency_by_id["so-tu-phap"].by_code["QT-HT-01"]  # type: ignore[attr-defined]
    return entry.control.time_limit.extensions[0].value


def test_without_its_history_the_current_text_is_an_error_and_not_another_text(root: Path) -> None:
    issue_next_version(root, "2027-01-01")
    with Repo(root) as repository:
        repository.git.update_ref("-d", "HEAD")
    prepared = prepare(root, date(2026, 12, 31))
    assert "ST214" in {finding.code for finding in prepared.checked.errors}
    assert "QT-HT-01" not in prepared.publication.agency_by_id["so-tu-phap"].by_code


def test_an_old_text_is_found_though_its_form_has_changed_since(root: Path) -> None:
    edit(root / "procedures/mot-cua/forms/BM-MC-01.md", "title: ", "title: Mẫu ")
    issue_next_version(root, "2027-01-01")
    history = open_history(root)
    with Repo(root) as repository:
        commit(repository, "Sửa biểu mẫu")
    period = prepare(root, date(2026, 12, 31)).checked.examination.ledgers["so-tu-phap"].of("QT-HT-01")[0]
    assert history.find("QT-HT-01", period.version, period.fingerprint or "") is not None


def test_a_folder_without_git_has_no_revision_and_no_earlier_texts(tmp_path: Path) -> None:
    folder = reference_copy(tmp_path)
    assert revision_of(folder) is None
    assert isinstance(open_history(folder), NoEarlierTexts)
    assert prepare(folder, date(2026, 11, 21)).checked.errors == ()


def test_the_revision_says_whether_files_differ_from_the_commit(root: Path) -> None:
    clean = revision_of(root)
    edit(root / DOCUMENT, "60 ngày", "61 ngày")
    changed = revision_of(root)
    assert clean is not None
    assert changed is not None
    assert (clean.has_changes, changed.has_changes) == (False, True)
    assert clean.commit == changed.commit


def test_a_province_in_a_subfolder_of_a_repository_is_found(tmp_path: Path) -> None:
    (tmp_path / "kho").mkdir()
    folder = reference_copy(tmp_path / "kho")
    with Repo.init(tmp_path / "kho", initial_branch="main") as repository:
        commit(repository, "Ban hành lần đầu")
    issue_next_version(folder, "2027-01-01")
    assert prepare(folder, date(2026, 12, 31)).checked.errors == ()
