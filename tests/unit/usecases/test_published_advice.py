"""Advice for the staff: on texts that decisions put into force, and in the public edition without any content."""

from __future__ import annotations

from datetime import date

import pytest

from sotay.model.finding import Severity
from sotay.model.release import Edition
from sotay.usecases.publication import Publication
from sotay.usecases.publish_province import publish_province
from tests.support.builders import Archive

DAY = date(2026, 8, 1)
LONG = "## Mục đích\n\n" + "Công chức kiểm tra hồ sơ rồi chuyển tiếp theo trình tự đã nêu và " * 12 + "kết thúc.\n"


def published(archive: Archive, edition: Edition = Edition.PUBLIC) -> Publication:
    checked = archive.checked(DAY)
    return publish_province(checked.examination, None, edition, checked.findings)


def test_advice_names_rule_and_line_and_only_inside_the_agency_the_fact() -> None:
    archive = Archive().document(body=LONG).issue("HD-MC-01")
    checked = archive.checked(DAY)
    found = [f for f in checked.findings if f.severity is Severity.ADVICE and f.place.path.endswith("HD-MC-01.md")]
    assert found
    public, internal = published(archive), published(archive, Edition.INTERNAL)
    assert [(one.rule, one.line) for one in public.advice["HD-MC-01"]] == [(f.code, f.place.line) for f in found]
    assert {one.fact for one in public.advice["HD-MC-01"]} == {None}
    assert [one.fact for one in internal.advice["HD-MC-01"]] == [f.fact for f in found]


@pytest.mark.parametrize(("edition", "is_told"), [(Edition.PUBLIC, False), (Edition.INTERNAL, True)])
def test_advice_on_an_internal_document_stays_inside(edition: Edition, is_told: bool) -> None:
    archive = Archive().document(body=LONG, access="internal").issue("HD-MC-01")
    assert ("HD-MC-01" in published(archive, edition).advice) is is_told


@pytest.mark.parametrize("edition", Edition)
def test_nothing_is_said_of_a_text_that_no_decision_covers(edition: Edition) -> None:
    archive = Archive().document().issue("HD-MC-01").document(body=LONG)
    assert published(archive, edition).advice == {}
