"""Which findings a change brings, and how many it does away with."""

from __future__ import annotations

from copy import deepcopy

from sotay.usecases.review.findings_of_change import FindingsOfChange, findings_of_change
from tests.support.builders import Archive


def held(before: Archive, after: Archive) -> FindingsOfChange:
    return findings_of_change(before.checked(), after.checked())


def test_a_file_that_moved_takes_its_findings_along() -> None:
    before = Archive().procedure("QT-HT-06", reviewed_by="nguyen-van-a")
    after = deepcopy(before)
    after.texts["procedures/chung-thuc/QT-HT-06.md"] = after.texts.pop("procedures/ho-tich/QT-HT-06.md")
    found = held(before, after)
    assert "ST202" in {finding.code for finding in found.known}
    assert "ST202" not in {finding.code for finding in found.new}


def test_a_finding_that_reads_otherwise_now_is_not_mended() -> None:
    before = Archive().document("HD-MC-07", reviewed_by="ai-do")
    found = held(before, deepcopy(before).document("HD-MC-07", reviewed_by="ai-khac"))
    assert "ST201" in {finding.code for finding in found.new}
    assert found.mended == 0


def test_what_is_found_no_longer_is_mended() -> None:
    before = Archive().document("HD-MC-07").issue("HD-MC-07")
    faulty = deepcopy(before).document("HD-MC-07", reviewed_by="nguyen-van-a")
    found = held(faulty, before)
    assert found.new == ()
    assert found.mended > 0
