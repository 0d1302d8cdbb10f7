"""`sotay report`: what took effect between two days, and the master list on a day."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.support.command import sotay
from tests.support.past import with_a_past

YEAR = ("--from", "2026-01-01", "--to", "2026-12-31")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_a_past(tmp_path_factory.mktemp("tinh"))


def rows(root: Path, *words: str) -> list[dict[str, str]]:
    done = sotay("report", *words, "--format", "json", cwd=root)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, str]] = json.loads(done.stdout)["rows"]
    return found


def of(code: str, agency: str, found: list[dict[str, str]]) -> list[dict[str, str]]:
    return [row for row in found if (row["code"], row["agency"]) == (code, agency)]


def test_changes_are_told_by_the_day_of_their_effect_in_words(root: Path) -> None:
    births = of("QT-HT-01", "Sở Tư pháp", rows(root, "changes", *YEAR))
    assert [(row["day"], row["before"], row["version"]) for row in births] == [
        ("2026-07-01", "", "1.0"),
        ("2026-09-01", "1.0", "1.1"),
    ]
    assert births[1]["note"] == "Bỏ tờ khai khi thông tin đã có trong cơ sở dữ liệu."
    assert "Bớt 1 giấy tờ: Tờ khai" in births[1]["said"]
    assert births[1]["decision"] == "60/QĐ-STP (2026-08-15)"


def test_adoptions_own_terms_and_withdrawals_are_events_too(root: Path) -> None:
    found = rows(root, "changes", *YEAR, "--agency", "phuong-dong-kinh")
    assert {row["agency"] for row in found} == {"UBND phường Đông Kinh"}
    assert {(row["code"], row["day"], row["what"]) for row in found} >= {
        ("QT-HT-01", "2026-07-01", "áp dụng"),
        ("QT-HT-02", "2026-09-01", "quy định riêng"),
        ("QT-HT-04", "2026-10-01", "bãi bỏ"),
    }


def test_both_ends_of_the_span_are_included(root: Path) -> None:
    def days(first: str, last: str) -> set[str]:
        return {row["day"] for row in rows(root, "changes", "--from", first, "--to", last)}

    assert days("2026-09-01", "2026-09-01") == {"2026-09-01"}
    assert days("2026-09-02", "2026-09-30") == set()


def test_a_span_that_ends_before_it_begins_is_refused(root: Path) -> None:
    done = sotay("report", "changes", "--from", "2026-02-01", "--to", "2026-01-31", cwd=root)
    assert done.returncode == 2
    assert "--to 2026-01-31 trước --from 2026-02-01" in done.stderr


def test_the_register_of_a_day_has_the_versions_of_that_day(root: Path) -> None:
    before = of("QT-HT-01", "Sở Tư pháp", rows(root, "register", "--as-of", "2026-08-31"))
    after = of("QT-HT-01", "Sở Tư pháp", rows(root, "register", "--as-of", "2026-09-01"))
    assert [(row["version"], row["standing"]) for row in before + after] == [
        ("1.0", "đang có hiệu lực"),
        ("1.1", "đang có hiệu lực"),
    ]
    assert before[0]["fingerprint"] != after[0]["fingerprint"]


def test_who_stays_behind_is_seen_in_the_register(root: Path) -> None:
    found = rows(root, "register", "--as-of", "2026-10-15", "--agency", "phuong-tam-thanh")
    assert [row["version"] for row in of("QT-HT-01", "UBND phường Tam Thanh", found)] == ["1.0"]


def test_internal_documents_are_in_the_register_of_an_auditor(root: Path) -> None:
    found = rows(root, "register", "--as-of", "2026-10-15")
    assert {row["access"] for row in found} == {"công khai", "nội bộ"}


def test_what_was_not_known_yet_is_not_in_the_register(root: Path) -> None:
    then = rows(root, "register", "--as-of", "2026-10-15", "--known-at", "2026-07-01")
    assert [row["version"] for row in of("QT-HT-01", "Sở Tư pháp", then)] == ["1.0"]


def test_a_spreadsheet_reads_the_table(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "danh-muc.csv"
    done = sotay("report", "register", "--as-of", "2026-10-15", "--format", "csv", "--out", str(file), cwd=root)
    assert done.returncode == 0
    text = file.read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[0][:3] == ["Cơ quan", "Mã hiệu", "Tên"]
    assert {len(line) for line in lines} == {len(lines[0])}


def test_an_unknown_agency_is_refused_with_those_that_there_are(root: Path) -> None:
    done = sotay("report", "register", "--agency", "so-nao-do", cwd=root)
    assert done.returncode == 2
    assert "so-tu-phap" in done.stderr
