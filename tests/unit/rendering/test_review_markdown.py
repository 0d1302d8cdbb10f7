"""A review as a comment: what matters first, nothing in it acts, and it is never too long to be posted."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Language, Phrase
from sotay.model.source import Place
from sotay.rendering.findings.text import harmless
from sotay.rendering.markdown_text import inert, inert_code
from sotay.rendering.redline.markdown import LONGEST
from sotay.rendering.review.markdown import review_markdown
from sotay.usecases.review.review_change import review_change
from tests.support.builders import COMMUNE, OWNER, Archive

OCTOBER = date(2026, 10, 1)
DEARER = [{"amount": 10000, "unit": "bản"}]
STEPS = [{"role": "mot-cua", "action": "Tiếp nhận", "time": {"value": 1, "unit": "working_day"}, "forms": ["BM-MC-01"]}]
TERMS = {"procedure": "QT-HT-06", "decision": "18/QĐ-UBND", "time_limit": {"value": 2, "unit": "working_day"}}


def told(before: Archive, after: Archive, language: Language = "vi", **keys: Any) -> str:
    review = review_change(before.examined(OCTOBER), after.examined(OCTOBER), "origin/main")
    return review_markdown(replace(review, **keys), language)


def issued(**keys: Any) -> Archive:
    return Archive().procedure("QT-HT-06", title="Cấp bản sao", **keys).issue("QT-HT-06").adopt("QT-HT-06")


def changed(archive: Archive, **keys: Any) -> Archive:
    return deepcopy(archive).procedure("QT-HT-06", title="Cấp bản sao", **keys)


def a_finding(code: str, severity: Severity, path: str = "procedures/a.md", fact: str = "sai") -> Finding:
    return Finding(Place(path, 3), code, severity, Phrase(fact, "wrong"), Phrase("7.5", "7.5"), Phrase("Sửa", "Mend"))


def test_a_fee_in_words_with_what_is_to_be_decided() -> None:
    assert told(issued(), changed(issued(), fees=DEARER)).splitlines() == [
        "## Rà soát thay đổi so với `origin/main`",
        "1 tài liệu, 2 cơ quan liên quan, 0 lỗi và cảnh báo mới.",
        "",
        "### `QT-HT-06` Cấp bản sao (sửa nội dung)",
        "- Lệ phí: miễn phí → 10.000 đồng/bản",
        f"- Cơ quan đang áp dụng: {COMMUNE}.",
        f"- **Còn thiếu quyết định:** {OWNER} ban hành bản mới (tăng “version” sau bản 1.0); {COMMUNE} áp dụng bản mới.",
    ]


def test_a_draft_without_number_is_asked_for_one() -> None:
    said = told(Archive(), Archive().procedure("QT-HT-06", version=None))
    assert f"{OWNER} ban hành (ghi “version” trước)" in said


def test_becoming_internal_is_said_openly() -> None:
    assert "- Chế độ công khai: công khai → nội bộ" in told(issued(), changed(issued(), access="internal"))


def test_two_texts_with_one_number_are_told_apart() -> None:
    said = told(issued(), changed(issued(), body="## Mục đích\n\nKhác hẳn.\n"))
    assert "Bản 1.0 trước thay đổi → Bản 1.0 sau thay đổi" in said
    said = told(issued(), changed(issued(), version="1.1", body="## Mục đích\n\nKhác hẳn.\n"))
    assert "Bản 1.0 → Bản 1.1" in said


def test_a_changed_form_names_what_must_be_issued_again_in_one_place() -> None:
    before = Archive().form("BM-MC-01")
    codes = [f"QT-HT-{number:02}" for number in range(10, 18)]
    for code in codes:
        before.procedure(code, steps=STEPS)
    before.issue("BM-MC-01", *codes).adopt(*codes)
    said = told(before, deepcopy(before).form("BM-MC-01", "## Mục\n\nKhác.\n"))
    assert "### Phải ban hành lại vì `BM-MC-01` thay đổi (8 tài liệu)" in said
    assert f"- **{OWNER} ban hành lại** 8 tài liệu: `QT-HT-10`, `QT-HT-11`" in said
    assert f"- **{COMMUNE} áp dụng bản mới** của 8 tài liệu: `QT-HT-10`" in said
    assert said.count("### `") == 1


def test_own_terms_are_told_with_the_decision_that_is_missing() -> None:
    before = issued().agency(COMMUNE, level="commune", overrides=[TERMS]).permit(serial="18")
    shorter = {**TERMS, "time_limit": {"value": 1, "unit": "working_day"}}
    said = told(before, deepcopy(before).agency(COMMUNE, level="commune", overrides=[shorter]))
    assert "Thời hạn riêng: 2 ngày làm việc → 1 ngày làm việc. **Còn thiếu quyết định** của" in said
    gone = told(before, deepcopy(before).agency(COMMUNE, level="commune"))
    assert "Quyết định vẫn cho phép quy định đã bỏ: 18/QĐ-UBND ngày 01/07/2026" in gone
    assert "Còn thiếu" not in gone


def test_a_damaged_file_is_said_to_be_damaged_and_nothing_else() -> None:
    damaged = issued()
    path = "procedures/ho-tich/QT-HT-06.md"
    damaged.file(path, damaged.texts[path].replace("owner:", "<<<<<<< HEAD\nowner:"))
    said = told(issued(), damaged)
    assert "tệp hỏng, không so sánh được" in said
    assert "Bỏ " not in said
    assert "Còn thiếu" not in said


def test_damaged_registers_are_named_before_anything_is_said() -> None:
    damaged = changed(issued(), fees=DEARER).file("sites/province.yml", "name: [\n")
    lines = told(issued(), damaged).splitlines()
    assert lines[2].startswith("**Chú ý:** có tệp chưa đọc được hết: `sites/province.yml`.")


def test_errors_stand_before_advice_and_many_of_a_kind_share_a_line() -> None:
    many = [a_finding("ST611", Severity.ADVICE, f"procedures/{number}.md") for number in range(10, 40)]
    found = (*many, a_finding("ST217", Severity.ERROR, "sites/z.yml"), a_finding("ST115", Severity.WARNING))
    lines = told(issued(), changed(issued(), fees=DEARER), new_findings=found).split("mới\n")[-1].splitlines()
    assert [line.partition("**")[2][:5] for line in lines[:5]] == ["ST217", "ST115", "ST611", "ST611", "ST611"]
    assert lines[5].startswith("- … còn 27 gợi ý ST611 ở `procedures/13.md`")
    assert "2 lỗi và cảnh báo mới" in told(issued(), changed(issued(), fees=DEARER), new_findings=found)


@pytest.mark.parametrize("letter", ["\x1b[31m", "\u202e", "\x07", "\x9b"])
def test_what_could_steer_a_terminal_or_turn_the_line_is_named(letter: str) -> None:
    after = deepcopy(issued()).procedure("QT-HT-06", title=f"Cấp {letter}bản sao")
    said = told(
        issued(), after, reference=f"main{letter}", new_findings=(a_finding("ST1", Severity.ERROR, f"a{letter}"),)
    )
    assert letter not in said
    assert letter not in inert(letter) + inert_code(letter)


@given(st.text())
def test_any_text_is_one_line_that_a_terminal_shows(text: str) -> None:
    for said in (inert(text), inert_code(text)):
        assert len(said.splitlines()) <= 1
        assert harmless(said) == said
    assert inert_code(text).count("`") == 2


def test_code_cannot_be_left() -> None:
    assert inert_code("a`b\n# c") == "`a'b # c`"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_review_of_a_whole_province_can_still_be_posted(language: Language) -> None:
    before = Archive()
    after = deepcopy(before)
    for number in range(60):
        before.procedure(f"QT-HT-{number:03}", "Cũ. " * 300)
        after.procedure(f"QT-HT-{number:03}", "Mới. " * 300, title="Tên rất dài " * 200)
    findings = tuple(a_finding(f"ST{n}", Severity.ERROR, f"{n}.md", "dài " * 5000) for n in range(100, 200))
    said = told(before, after, language, new_findings=findings)
    assert len(said) <= LONGEST
    assert "ST100" in said
    assert said.count("<details>") == said.count("</details>")
    assert ("không nêu ở đây vì bản rà soát quá dài" in said) == (language == "vi")


def test_english_has_no_vietnamese_of_ours() -> None:
    """Redlines, which quote Vietnamese texts, are in Vietnamese."""
    before = Archive().form("BM-MC-01").procedure("QT-HT-06", title="X", steps=STEPS).issue("BM-MC-01", "QT-HT-06")
    after = deepcopy(before).form("BM-MC-01", "## A\n\nB.\n")
    said = re.sub("(?s)<details>.*?</details>", "", told(before, after, "en"))
    assert "To be issued again because `BM-MC-01` changed (1 documents)" in said
    assert "issues a new version" in said
    assert not [words for words in ("ban hành", "quyết định", "cơ quan", "thay đổi") if words in said.casefold()]
