"""The fingerprint is of what a document says: its layout does not count, one digit does."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sotay.history.fingerprint import Fingerprints, fingerprint, named_forms, override_fingerprint
from sotay.markup.markdown import render_html
from sotay.markup.read_document import read_document
from sotay.model.agency import Override
from tests.support.builders import Archive, a_document, a_document_text

TEXT = """## Mục đích

Quy trình này thống nhất cách *tiếp nhận* hồ sơ.
Người dân được **hẹn trả** đúng ngày.

- Nhận hồ sơ.
- Trả kết quả trong 03 ngày.

| Bước | Thời gian |
|---|---|
| Thẩm tra | 14 giờ |
"""

Edit = Callable[[str], str]


def replacing(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return edit


def of_text(text: str) -> str:
    return fingerprint(read_document("procedures/x/HD-MC-01.md", text), {})


def of_body(body: str) -> str:
    return of_text(a_document_text(body))


def of_keys(**keys: Any) -> str:
    return of_text(a_document_text(TEXT, kind="procedure", **keys))


@pytest.mark.parametrize(
    "edit",
    [
        replacing("hồ sơ.\nNgười dân", "hồ sơ. Người dân"),
        replacing("cách *tiếp nhận* hồ", "cách\n*tiếp nhận*\nhồ"),
        replacing("*tiếp nhận*", "_tiếp nhận_"),
        replacing("**hẹn trả**", "__hẹn trả__"),
        replacing("- ", "* "),
        replacing("- Trả", "\n- Trả"),
        replacing("## Mục đích\n", "Mục đích\n---\n"),
        replacing("|---|---|", "| --- | --- |"),
        replacing("| Bước | Thời gian |", "|Bước|Thời gian|"),
        replacing("|---|---|", "|:--|--:|"),
        replacing("hồ sơ.\nNgười", "hồ  sơ. \nNgười"),
        replacing("\n\n", "\n\n\n"),
        replacing("\n", "\r\n"),
    ],
    ids=[
        "joined",
        "broken",
        "underscore",
        "strong",
        "bullets",
        "loose",
        "setext",
        "rule",
        "cells",
        "alignment",
        "blanks",
        "gaps",
        "crlf",
    ],
)
def test_laying_the_text_out_anew_keeps_the_approval(edit: Edit) -> None:
    assert of_body(edit(TEXT)) == of_body(TEXT)


@pytest.mark.parametrize(
    "edit",
    [
        replacing("03 ngày", "02 ngày"),
        replacing("thống nhất", "thống nhát"),
        replacing("## Mục", "### Mục"),
        replacing("14 giờ", "15 giờ"),
        replacing("**hẹn trả**", "hẹn trả"),
        replacing("- Nhận hồ sơ.\n", ""),
        replacing("- Nhận hồ sơ.\n- Trả", "1. Nhận hồ sơ.\n2. Trả"),
        replacing("đúng ngày", "[đúng ngày](QT-HT-01)"),
        replacing("đúng ngày", "`đúng ngày`"),
        replacing("Người dân", "\nNgười dân"),
        replacing("hồ sơ.\nNgười", "hồ sơ.  \nNgười"),
    ],
    ids=["digit", "tone", "level", "cell", "emphasis", "item", "ordered", "link", "code", "paragraph", "hard break"],
)
def test_changing_what_the_text_says_breaks_the_approval(edit: Edit) -> None:
    assert of_body(edit(TEXT)) != of_body(TEXT)


def test_a_blank_that_parts_two_words_counts_beside_emphasis_too() -> None:
    assert of_body("Thu 5 **000** đồng.\n") != of_body("Thu 5**000** đồng.\n")
    assert of_body("Thu\n**5000** đồng.\n") == of_body("Thu **5000** đồng.\n")


def test_the_target_of_a_link_and_the_start_of_a_list_count() -> None:
    assert of_body("[xem](QT-HT-01)\n") != of_body("[xem](QT-HT-04)\n")
    assert of_body("1. Một\n2. Hai\n") != of_body("3. Một\n4. Hai\n")


@pytest.mark.parametrize(
    ("written", "rewritten"),
    [
        ('title: "Hướng dẫn tiếp nhận hồ sơ"', "title: 'Hướng dẫn tiếp nhận hồ sơ'"),
        ('title: "Hướng dẫn tiếp nhận hồ sơ"', "title: >-\n  Hướng dẫn tiếp\n  nhận hồ sơ"),
        ('legal_basis: ["118/2025/NĐ-CP"]', "legal_basis:\n  - 118/2025/NĐ-CP"),
        ('time_limit: {"value": 3, "unit": "working_day"}', "time_limit:\n  unit: working_day\n  value: 3.0"),
        ('owner: "so-tu-phap"\nprepared_by: "nguyen-van-a"\n', 'prepared_by: "nguyen-van-a"\nowner: so-tu-phap\n'),
        ('channels: [{"kind": "counter"}', 'channels: [{"kind": "counter", "fees": []}'),
        ('fees: [{"amount": 0}]', 'fees: [{"amount": 0, "currency": VND}]'),
    ],
    ids=["quotes", "folded", "list style", "number", "key order", "stated empty", "stated default"],
)
def test_writing_the_same_data_otherwise_keeps_the_approval(written: str, rewritten: str) -> None:
    text = a_document_text(TEXT, kind="procedure")
    assert written in text
    assert of_text(text.replace(written, rewritten)) == of_text(text)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Hướng dẫn trả hồ sơ"},
        {"version": "1.1"},
        {"approver": "tran-thi-b"},
        {"effective_date": "2026-07-02"},
        {"time_limit": {"value": 4, "unit": "working_day"}},
        {"time_limit": {"value": 3, "unit": "day"}},
        {"fees": [{"amount": 1}]},
        {"legal_basis": ["118/2025/NĐ-CP", "19/2014/QĐ-TTg"]},
        {"channels": [{"kind": "online"}, {"kind": "counter"}]},
        {"access": "internal"},
        {"retention": "Lưu 05 năm."},
    ],
    ids=str,
)
def test_changing_controlled_data_breaks_the_approval(changed: dict[str, Any]) -> None:
    assert of_keys(**changed) != of_keys()


@pytest.mark.parametrize("editorial", [{"keywords": ["giấy hẹn"]}, {"related": {"after": ["QT-HT-04"]}}], ids=str)
def test_editorial_keys_are_outside_the_approval(editorial: dict[str, Any]) -> None:
    assert of_keys(**editorial) == of_keys()


def test_a_fingerprint_is_a_sha256_with_its_prefix() -> None:
    prefix, _, digits = of_keys().partition(":")
    assert (prefix, len(digits)) == ("sha256", 64)
    assert int(digits, 16)


def test_a_change_in_a_form_breaks_the_approval_of_what_names_it() -> None:
    def prints(form_body: str) -> dict[str, str]:
        steps = [{"role": "mot-cua", "action": "Nhận", "forms": ["BM-MC-01"]}]
        archive = Archive().form("BM-MC-01", form_body).procedure(steps=steps).document("HD-MC-01")
        return Fingerprints(archive.province().documents)

    before, after = prints("Họ và tên\n"), prints("Họ và tên, ngày sinh\n")
    assert before["BM-MC-01"] != after["BM-MC-01"]
    assert before["QT-HT-01"] != after["QT-HT-01"]
    assert before["HD-MC-01"] == after["HD-MC-01"]


def test_forms_are_named_by_papers_and_by_steps() -> None:
    dossier = {
        "sets": 1,
        "common": [{"name": "Tờ khai", "originals": 1, "form": "BM-HT-01"}],
        "cases": [{"when": "Khác", "items": [{"name": "Đơn", "originals": 1, "form": "BM-HT-02"}, {"name": "Giấy"}]}],
    }
    steps = [{"role": "mot-cua", "action": "Nhận", "forms": ["BM-MC-01", "BM-MC-02"]}]
    document = a_document(kind="procedure", dossier=dossier, steps=steps)
    assert named_forms(document) == {"BM-HT-01", "BM-HT-02", "BM-MC-01", "BM-MC-02"}
    assert named_forms(a_document()) == frozenset()


def test_a_form_that_is_not_in_the_library_is_simply_not_counted() -> None:
    archive = Archive().procedure(steps=[{"role": "mot-cua", "action": "Nhận", "forms": ["BM-XX-01"]}])
    assert archive.fingerprint("QT-HT-01")


def test_a_manual_has_the_fingerprint_of_its_expanded_text() -> None:
    def manual(model_body: str, value: str) -> str:
        archive = Archive().document("MH-STCL-01", model_body, kind="model")
        archive.document("STCL-STP-01", "", kind="manual", model="MH-STCL-01@1.0", values={"ten": value})
        return archive.fingerprint("STCL-STP-01")

    assert manual("Đây là {{ten}}.\n", "A") != manual("Đây là {{ten}}!\n", "A")
    assert manual("Đây là {{ten}}.\n", "A") != manual("Đây là {{ten}}.\n", "B")


def own_terms(**terms: Any) -> str:
    stated = {"procedure": "QT-HT-04", "decision": "20/QĐ-UBND", "time_limit": {"value": Decimal(2), "unit": "day"}}
    return override_fingerprint(Override.model_validate(stated | terms))


def test_own_terms_have_a_fingerprint_of_their_own() -> None:
    assert own_terms() == own_terms(fees=())
    assert own_terms() != own_terms(counter="Trung tâm")
    assert own_terms() != own_terms(time_limit={"value": Decimal(1), "unit": "day"})
    assert own_terms() != own_terms(decision="21/QĐ-UBND")


def test_a_file_attached_to_a_form_is_part_of_what_is_approved() -> None:
    def of_form(*hashes: str) -> str:
        files = [{"file": f"BM-MC-01-{i}.docx", "sha256": f"sha256:{value * 32}"} for i, value in enumerate(hashes)]
        return fingerprint(a_document(kind="form", code="BM-MC-01", attachments=files), {})

    assert of_form("a1") == of_form("a1")
    assert len({of_form(), of_form("a1"), of_form("a2"), of_form("a1", "a2")}) == 4


def test_a_changed_attachment_breaks_the_approval_of_the_documents_that_name_its_form() -> None:
    def of_procedure(value: str) -> str:
        archive = Archive().form(attachments=[{"file": "BM-MC-01.docx", "sha256": f"sha256:{value * 32}"}])
        steps = [{"role": "mot-cua", "action": "Hẹn", "forms": ["BM-MC-01"]}]
        return archive.procedure(steps=steps).fingerprint("QT-HT-01")

    assert of_procedure("a1") != of_procedure("a2")


def test_showing_a_page_with_a_picture_changes_nothing() -> None:
    document = a_document("## Mục đích\n\n![Sơ đồ *các* bước](so-do.png)\n")
    before = fingerprint(document, {})
    render_html(document.text.tokens)
    assert fingerprint(document, {}) == before


def test_which_footnote_is_referred_to_again_counts() -> None:
    notes = "\n\n[^a]: Theo luật.\n\n[^b]: Theo nghị định.\n"
    one = a_document(f"Đúng hạn[^a] và đủ[^b]; trễ hạn[^a] thì xin lỗi[^b].{notes}")
    other = a_document(f"Đúng hạn[^a] và đủ[^b]; trễ hạn[^b] thì xin lỗi[^a].{notes}")
    assert fingerprint(one, {}) != fingerprint(other, {})
