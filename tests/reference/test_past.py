"""The past of the reference province: made alike everywhere, whole, and sensible on any day."""

from __future__ import annotations

import subprocess
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sotay.engine.check_folder import check_folder
from sotay.engine.prepare import prepare
from sotay.history.ledger import Standing
from sotay.model.decision import Action
from sotay.model.document import DocumentKind
from sotay.usecases.publication import Publication
from tests.support.command import REPOSITORY
from tests.support.reference_past import make_past as make

TODAY = date(2026, 11, 21)
DAYS = [date(2021, 9, 1), date(2025, 6, 30), date(2025, 7, 1), date(2026, 3, 1), TODAY]
ABOLISHED = {
    "thanh-pho-lang-son", "huyen-trang-dinh", "phuong-vinh-trai", "xa-hoang-dong", "xa-khanh-long", "xa-vinh-tien",
    "xa-tri-phuong",
}  # fmt: skip
FOUNDED = {"phuong-dong-kinh", "phuong-tam-thanh", "xa-doan-ket", "xa-quoc-khanh"}


def git(root: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=True).stdout


@cache
def published(root: Path, day: date) -> Publication:
    return prepare(root, day).publication


def in_force(publication: Publication, agency: str) -> dict[str, str]:
    """The version of each document that an agency has in force."""
    entries = publication.agency_by_id[agency].entries
    return {entry.code: str(entry.period.version) for entry in entries if entry.standing is Standing.IN_FORCE}


def test_the_same_files_give_the_same_commits_whatever_the_machine_is_set_to(past: Path, tmp_path: Path) -> None:
    (tmp_path / ".gitconfig").write_text(
        "[core]\n\tautocrlf = true\n[user]\n\tname = Ai đó\n[commit]\n\tgpgSign = true\n"
    )
    strange = {"GIT_AUTHOR_NAME": "Ai đó", "GIT_COMMITTER_DATE": "2030-01-01T00:00:00Z", "TZ": "America/Lima"}
    done = make(tmp_path / "again", HOME=str(tmp_path), LC_ALL="C", **strange)
    assert done.returncode == 0, done.stderr
    assert git(tmp_path / "again", "rev-parse", "HEAD") == git(past, "rev-parse", "HEAD")


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "của tôi.txt").write_text("giữ lại")
    done = make(tmp_path)
    assert done.returncode == 1
    assert "chọn thư mục khác" in done.stderr
    assert (tmp_path / "của tôi.txt").read_text() == "giữ lại"


def test_the_last_tree_holds_the_present_and_what_is_past(past: Path) -> None:
    for name in ("mkdocs.yml", "procedures", "sites"):
        for path in [REPOSITORY / name, *(REPOSITORY / name).rglob("*")]:
            if path.is_file() and not {"site", ".cache"} & set(path.parts[:-1]):
                assert (past / path.relative_to(REPOSITORY)).read_bytes() == path.read_bytes(), path
    assert git(past, "status", "--porcelain") == ""
    assert {path.parent.name for path in past.glob("sites/*/agency.yml")} > ABOLISHED
    assert (past / "procedures/lien-thong/QT-LT-03.md").is_file()
    assert not (past / "procedures/dang-ky-kinh-doanh").exists()


def test_every_text_that_was_ever_in_force_is_found_by_its_fingerprint(past: Path) -> None:
    examination = check_folder(past, TODAY).examination
    periods = [period for ledger in examination.ledgers.values() for period in ledger.periods]
    lost = [(p.code, str(p.version)) for p in periods if (p.code, p.fingerprint or "") not in examination.texts]
    assert lost == []
    earlier = {
        (period.code, period.version)
        for period in periods
        if period.action is Action.ISSUE
        and period.fingerprint != examination.fingerprints[period.code]
        and examination.texts[period.code, period.fingerprint or ""].control.kind is DocumentKind.PROCEDURE
    }
    assert len(earlier) >= 60
    assert len({code for code, _ in earlier}) >= 25
    for code, version in earlier:
        texts = [text for (of, _), text in examination.texts.items() if of == code and text.version == version]
        assert all((text.control.changes or "").endswith(".") for text in texts)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_nothing_is_found_fault_with_on_any_day(past: Path, day: date) -> None:
    checked = check_folder(past, day)
    assert [str(finding) for finding in checked.findings if finding.severity != "advice"] == []


@pytest.mark.parametrize("message", ["lần đầu", "hai cấp"])
def test_the_repository_was_in_order_when_it_was_younger(past: Path, tmp_path: Path, message: str) -> None:
    commit, day = git(past, "log", "-1", "--format=%H %as", f"--grep={message}").split()
    git(past, "worktree", "add", "--detach", str(tmp_path / "then"), commit)
    checked = check_folder(tmp_path / "then", date.fromisoformat(day))
    git(past, "worktree", "remove", str(tmp_path / "then"))
    assert checked.errors == ()


def test_in_2021_the_three_levels_work(past: Path) -> None:
    then = published(past, date(2021, 9, 1))
    assert in_force(then, "thanh-pho-lang-son")["QT-HKD-01"] == "1.0"
    assert in_force(then, "xa-vinh-tien")["QT-HT-01"] == "1.0"
    assert in_force(then, "so-tu-phap")["QT-LS-01"] == "1.0"
    assert all(in_force(then, agency) == {} for agency in FOUNDED)


def test_a_merged_commune_applies_nothing_after_its_last_day(past: Path) -> None:
    assert in_force(published(past, date(2024, 11, 30)), "xa-vinh-tien") != {}
    after = published(past, date(2024, 12, 1))
    assert in_force(after, "xa-vinh-tien") == {}
    assert in_force(after, "xa-khanh-long")["QT-HT-01"] == "1.0"


def test_on_the_eve_of_the_reform_the_districts_still_work(past: Path) -> None:
    eve = published(past, date(2025, 6, 30))
    assert in_force(eve, "huyen-trang-dinh")["QT-XD-01"] == "1.0"
    assert in_force(eve, "xa-tri-phuong")["QT-LT-03"] == "1.0"
    assert in_force(eve, "phuong-dong-kinh") == {}


def test_on_the_day_of_the_reform_the_new_communes_apply_what_was_issued_anew(past: Path) -> None:
    day = published(past, date(2025, 7, 1))
    assert all(in_force(day, agency) == {} for agency in ABOLISHED)
    for agency in FOUNDED:
        assert in_force(day, agency)["QT-HT-01"] == "2.0"
        assert in_force(day, agency)["QT-XD-01"] == "2.0"
    across = day.procedure_by_code["QT-HKD-01"]
    assert {entry.agency.id for entry in across.performers} == FOUNDED
    assert "HD-MC-01" not in in_force(day, "van-phong-ubnd-tinh")


def test_versions_follow_one_another_at_a_commune(past: Path) -> None:
    days = {date(2026, 2, 28): "2.0", date(2026, 3, 1): "2.1", date(2026, 8, 24): "3.0", TODAY: "3.0"}
    assert {day: in_force(published(past, day), "xa-doan-ket")["QT-HT-08"] for day in days} == days
    now = published(past, TODAY).agency_by_id["xa-doan-ket"].by_code["QT-HT-08"]
    limits = [v.document.control.time_limit for v in now.versions]
    assert [limit.value for limit in limits if limit] == [3, 2, 1]
