"""Writing down a decision: the true fingerprints of what was approved, or everything that speaks against it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sotay.errors import CannotIssue, UnknownAgency
from sotay.history.fingerprint import override_fingerprint
from sotay.model.decision import Action, DecisionKind
from sotay.usecases.issue_documents import DecisionRequest, IssuedDecision, issue_documents
from tests.support.builders import COMMUNE, OWNER, Archive

TERMS = {"procedure": "QT-HT-01", "decision": "20/QĐ-UBND", "time_limit": {"value": 1, "unit": "working_day"}}


def issued(archive: Archive, **asked: Any) -> IssuedDecision:
    stated = {
        "agency": OWNER,
        "number": "45/QĐ-STP",
        "signed": date(2026, 6, 15),
        "effective_date": date(2026, 7, 1),
        "signed_by": "le-van-c",
        **asked,
    }
    return issue_documents(archive.examined(), DecisionRequest(**stated))


def refused(archive: Archive, **asked: Any) -> str:
    with pytest.raises(CannotIssue) as refusal:
        issued(archive, **asked)
    assert refusal.value.vi != refusal.value.en
    return refusal.value.vi


def test_an_owner_issues_with_version_and_fingerprint() -> None:
    archive = Archive().document()
    made = issued(archive, codes=("HD-MC-01",), subject="Ban hành hướng dẫn")
    (item,) = made.decision.documents
    assert made.path == "sites/so-tu-phap/decisions/2026-45.yml"
    assert (item.action, str(item.version)) == (Action.ISSUE, "1.0")
    assert item.fingerprint == archive.fingerprint("HD-MC-01")
    assert (made.decision.kind, made.decision.subject) == (DecisionKind.ISSUE, "Ban hành hướng dẫn")


def test_a_temporary_document_is_put_into_force_up_to_its_last_day() -> None:
    made = issued(Archive().document(valid_to="2026-12-31"), codes=("HD-MC-01",))
    assert made.decision.documents[0].valid_to == date(2026, 12, 31)


def test_another_agency_adopts() -> None:
    made = issued(Archive().document(), agency=COMMUNE, number="18/QĐ-UBND", codes=("HD-MC-01",))
    assert made.decision.kind is DecisionKind.ADOPT
    assert made.decision.documents[0].action is Action.ADOPT


def test_withdrawing_names_neither_version_nor_fingerprint() -> None:
    (item,) = issued(Archive().document(), withdraw=("HD-MC-01",)).decision.documents
    assert (item.action, item.version, item.fingerprint) == (Action.WITHDRAW, None, None)


def test_permitting_own_terms_names_their_fingerprint() -> None:
    archive = Archive().procedure().agency(COMMUNE, "commune", overrides=[TERMS])
    made = issued(archive, agency=COMMUNE, number="20/QĐ-UBND", overrides=("QT-HT-01",))
    own = archive.province().agency_by_id[COMMUNE].agency.overrides[0]
    assert made.decision.kind is DecisionKind.LOCAL_TERMS
    assert made.decision.documents[0].fingerprint == override_fingerprint(own)


def test_what_is_issued_passes_the_check_when_it_is_put_on_file() -> None:
    archive = Archive().document()
    archive.decide(OWNER, issued(archive, codes=("HD-MC-01",)).decision)
    assert archive.checked().findings == ()


def test_an_unknown_agency_is_told_with_those_that_are_known() -> None:
    with pytest.raises(UnknownAgency, match="phuong-dong-kinh, so-tu-phap"):
        issued(Archive(), agency="so-moi", codes=("HD-MC-01",))


@pytest.mark.parametrize(
    ("asked", "obstacle"),
    [
        ({"codes": ("HD-MC-99",)}, "không có tài liệu HD-MC-99"),
        ({"withdraw": ("HD-MC-99",)}, "không có tài liệu HD-MC-99"),
        ({"codes": ("HD-MC-01",), "number": "46/QĐ-STP"}, "HD-MC-01 ghi “decision: 45/QĐ-STP”, khác số 46/QĐ-STP"),
        ({"codes": ("HD-MC-02",)}, "HD-MC-02 chưa ghi “version”"),
        ({"codes": ("HD-MC-03",)}, "HD-MC-03 ghi “decision: ”, khác số 45/QĐ-STP"),
        ({"overrides": ("HD-MC-01",)}, "agency.yml không có quy định riêng cho HD-MC-01 theo quyết định 45/QĐ-STP"),
        ({"codes": ("HD-MC-01",), "signed_by": "ai-do"}, "không có người “ai-do” trong agency.yml"),
        ({"codes": ("HD-MC-01",), "number": "45"}, "số “45” không có dạng 45/QĐ-STP"),
        ({"codes": ("HD-MC-01",), "number": "45/QĐ-stp"}, "số “45/QĐ-stp” không có dạng 45/QĐ-STP"),
        ({"codes": ("HD-MC-01",), "number": "45/2026/QĐ-UBND"}, "số “45/2026/QĐ-UBND” không có dạng 45/QĐ-STP"),
        ({}, "chưa nêu tài liệu nào"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_speaks_against_a_decision_is_told(asked: dict[str, Any], obstacle: str) -> None:
    archive = Archive().document("HD-MC-01").document("HD-MC-02", version=None).document("HD-MC-03", decision=None)
    assert obstacle in refused(archive, **asked)


def test_all_obstacles_are_told_together() -> None:
    told = refused(Archive(), codes=("HD-MC-98", "HD-MC-99"), signed_by="ai-do")
    assert told.count(";") == 2
