"""The text is safe: no HTML and no way out, neither written in a document nor brought in through a model's values."""

from __future__ import annotations

import pytest

from sotay.model.source import Place
from sotay.rules.writing.links import Link
from tests.support.builders import Archive


def found(archive: Archive) -> list[tuple[str, Place]]:
    return [(finding.code, finding.place) for finding in archive.checked().findings if finding.code.startswith("ST8")]


def with_body(body: str) -> list[tuple[str, int]]:
    return [(code, place.line) for code, place in found(Archive().document(body=body))]


FIRST = 16
"""The line on which the body of a built document starts, after the front matter and a blank line."""


@pytest.mark.parametrize(
    "text",
    ["Một <b>câu</b>.", "<div>\nkhối\n</div>", "<!-- ghi chú -->", "<script>alert(1)</script>", "<?php x ?>"],
)
def test_html_is_found_where_it_stands(text: str) -> None:
    assert {*with_body(f"Câu đầu.\n\n{text}\n")} == {("ST805", FIRST + 2)}


@pytest.mark.parametrize(
    "text", [r"thu nhập \<b> đồng", "`<b>`", "```\n<div>\n```", "dưới <5 triệu", "a &lt;b&gt; c", "số < n"]
)
def test_what_only_looks_like_html_is_let_through(text: str) -> None:
    assert with_body(text + "\n") == []


@pytest.mark.parametrize(
    "link",
    [
        "QT-HT-01",
        "QT-HT-01#ho-so-luu",
        "#muc-dich",
        "gioi-thieu",
        "mailto:motcua@example.vn",
        "tel:19001000",
        "MAILTO:a@b",
    ],
)
def test_a_link_within_the_repository_or_to_a_person_is_safe(link: str) -> None:
    assert Link(link).is_safe


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "  javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "https://example.vn",
        "//example.vn",
        "\\\\example.vn",
        "/etc/passwd",
        "../../bi-mat",
        "a/../../b",
        "file:///x",
        "%2e%2e/bi-mat",
        "%252e%252e%252fbi-mat",
        "..%5cbi-mat",
        "java%0Ascript:alert(1)",
        "java%20script:alert(1)",
        "%6aavascript:alert(1)",
        "\u200bjavascript:alert(1)",
        "%2F%2Fexample.vn",
    ],
)
def test_a_link_that_runs_leads_out_or_climbs_is_not_safe(link: str) -> None:
    assert not Link(link).is_safe


@pytest.mark.parametrize(
    "link", ["java&#115;cript:alert(1)", "<java&#9;script:alert(1)>", "%2e%2e/%2e%2e/bi-mat", "&#1;javascript:x"]
)
def test_a_disguised_link_is_found_one_way_or_another(link: str) -> None:
    assert {code for code, _ in with_body(f"[xem]({link})\n")} & {"ST806", "ST807"}


def test_a_link_is_found_on_its_own_line_of_a_paragraph() -> None:
    assert with_body("Một.\nHai [xem](khong-co).\nBa.\n") == [("ST807", FIRST + 1)]


def with_model(value: str, own: str = "") -> Archive:
    archive = Archive().document("MH-STCL-01", "## Giới thiệu\n\n{{gioi_thieu}}\n\nXem [đây]({{noi}}).\n", kind="model")
    values = {"gioi_thieu": value, "noi": "#gioi-thieu"}
    return archive.document("STCL-STP-01", own, kind="manual", model="MH-STCL-01@1.0", values=values)


def in_the_manual(archive: Archive) -> list[tuple[str, int]]:
    return [(code, place.line) for code, place in found(archive) if place.path.endswith("STCL-STP-01.md")]


def test_a_manual_filled_with_plain_words_is_safe() -> None:
    assert in_the_manual(with_model("Sở Tư pháp là cơ quan chuyên môn.")) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [("[xem](javascript:alert(1))", "ST806"), ("<img src=x onerror=alert(1)>", "ST805"), ("[xem](QT-XX-01)", "ST807")],
)
def test_what_a_value_brings_into_its_model_is_found_at_the_values(value: str, code: str) -> None:
    assert in_the_manual(with_model(value)) == [(code, 15)]


def test_the_own_text_of_a_manual_may_link_to_a_heading_of_its_model() -> None:
    assert in_the_manual(with_model("Một câu.", own="Xem [phần đầu](#gioi-thieu).\n")) == []


def test_a_fault_of_the_own_text_is_found_on_its_own_line() -> None:
    assert in_the_manual(with_model("Một câu.", own="Một.\n\nXem [kia](#khong-co).\n")) == [("ST807", 20)]


def test_a_fault_of_the_model_is_told_once_and_at_the_model() -> None:
    archive = with_model("Một câu.").document("MH-STCL-01", "{{gioi_thieu}} {{noi}} [a](QT-XX-01)\n", kind="model")
    assert [(code, place.path) for code, place in found(archive)] == [("ST807", "procedures/mot-cua/MH-STCL-01.md")]
