"""A check tells everything at once, once, and can be narrowed to the files one is working on."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.finding import Severity
from sotay.usecases.check_province import within
from tests.support.builders import Archive

WITH_FORM = {"sets": 1, "common": [{"name": "Tờ khai", "originals": 1, "form": "BM-MC-01"}]}


def in_order() -> Archive:
    return Archive().form().procedure(dossier=WITH_FORM).issue("BM-MC-01", "QT-HT-01").adopt("BM-MC-01", "QT-HT-01")


def codes(archive: Archive, day: date = date(2026, 7, 1)) -> list[str]:
    return [finding.code for finding in archive.checked(day).findings]


def test_a_province_in_order_has_no_findings() -> None:
    assert codes(in_order()) == []


def test_faults_of_several_files_come_together_by_path() -> None:
    archive = in_order().document("HD-MC-01", approver="le-van-x").document("HD-MC-02", version=None)
    paths = [finding.place.path for finding in archive.checked().findings]
    assert paths == sorted(paths)
    assert {path.rsplit("/", 1)[1] for path in paths} == {"HD-MC-01.md", "HD-MC-02.md"}


def test_only_errors_stop_publication() -> None:
    checked = in_order().document("HD-MC-01", decision=None, approved_date=None, effective_date=None).checked()
    assert [finding.severity for finding in checked.findings] == [Severity.WARNING]
    assert checked.errors == ()


def test_one_root_cause_is_one_finding() -> None:
    assert codes(in_order().procedure(owner="so-tu-phapp", dossier=WITH_FORM)) == ["ST602"]
    assert codes(in_order().file("sites/so-tu-phap/agency.yml", "id: [\n")) == ["ST107"]
    assert codes(in_order().procedure(dossier={**WITH_FORM, "sets": "một"})) == ["ST104"]


def test_decision_numbers_may_begin_anew_each_year() -> None:
    archive = Archive().document().issue("HD-MC-01")
    signed, effective = date(2027, 5, 4), date(2027, 6, 1)
    archive.document(
        version="1.1", approved_date="2027-05-04", effective_date="2027-06-01", changes="Thêm nơi tiếp nhận."
    )
    assert codes(archive.issue("HD-MC-01", signed=signed, effective=effective), effective) == []


def test_the_day_decides_what_is_judged() -> None:
    archive = in_order().procedure(
        "QT-HT-02", tthc=["1.000894"], effective_date=None, approved_date=None, decision=None
    )
    register = archive.texts["procedures/legal.yml"].replace("source:", "ends: 2027-01-01, source:")
    archive.file("procedures/legal.yml", register)
    assert codes(archive, date(2026, 12, 31)) == ["ST115"]
    assert codes(archive, date(2027, 1, 1)) == ["ST511", "ST115", "ST503"]


def test_a_check_does_not_change_what_it_looks_at() -> None:
    archive = in_order()
    assert archive.checked() == archive.checked()


@pytest.mark.parametrize(
    ("paths", "kept"),
    [
        ((), {"HD-MC-01.md", "HD-MC-02.md"}),
        (("procedures/mot-cua/HD-MC-01.md",), {"HD-MC-01.md"}),
        (("procedures/mot-cua",), {"HD-MC-01.md", "HD-MC-02.md"}),
        (("procedures/mot-cua/",), {"HD-MC-01.md", "HD-MC-02.md"}),
        (("procedures/mot", "sites"), set()),
    ],
)
def test_findings_can_be_narrowed_to_files_and_folders(paths: tuple[str, ...], kept: set[str]) -> None:
    archive = in_order().document("HD-MC-01", version=None).document("HD-MC-02", version=None)
    findings = within(archive.checked().findings, paths)
    assert {finding.place.path.rsplit("/", 1)[1] for finding in findings} == kept
