"""The report of an import in words and as JSON."""

from __future__ import annotations

import json
from typing import Any

from sotay.markup.markdown import parse_body
from sotay.model.phrase import Phrase
from sotay.rendering.import_report import report_json, report_markdown, totals_line
from sotay.usecases.importing.report import ImportEntry, ImportReport, Outcome, UnreadLine
from tests.support.national_records import SAMPLE, a_case, a_channel, a_paper, drafted, records_of


def an_entry(outcome: Outcome = Outcome.WRITTEN, line: int = 1, **keys: object) -> ImportEntry:
    draft = drafted(**keys)
    return ImportEntry(draft, "du-lieu/records.jsonl", line, outcome, draft.path)


def a_report(*entries: ImportEntry) -> ImportReport:
    unread = (UnreadLine("du-lieu/records.jsonl", 9, Phrase("không phải UTF-8", "not UTF-8")),)
    return ImportReport("du-thao", entries, unread)


def test_the_report_says_what_was_done_and_what_is_to_be_done() -> None:
    clear = an_entry(Outcome.UNCHANGED)
    doubtful = an_entry(line=2, ma_thu_tuc="1.000656", ten_thu_tuc="Khai tử *mới*", so_quyet_dinh_cong_bo="1681")
    text = report_markdown(a_report(clear, doubtful))
    assert "- Đã đọc: 3\n- Dự thảo có trong thư mục: 2\n- Dòng lỗi: 1\n" in text
    assert "- Bản ghi không có điểm nào phải xem lại riêng: 1" in text
    assert "| số quyết định công bố sai thể thức | 1 | 1 |" in text
    assert "| ho-tich | Hộ tịch | 2 |" in text
    assert "1 văn bản; danh sách đầy đủ ở tệp JSON" in text
    assert "- records.jsonl:9: không phải UTF-8" in text
    assert "### QT-TTHC-1001193" not in text
    assert text.endswith(
        "### QT-TTHC-1000656: Khai tử \\*mới\\*\n\n"
        "`ho-tich/QT-TTHC-1000656.md` · 1.000656 · records.jsonl:2\n\n"
        "- **số quyết định công bố sai thể thức**: số quyết định “1681” sai thể thức (`national_record.decision`).\n"
        "  > 1681\n"
    )


def test_the_report_has_an_english_twin() -> None:
    text = report_markdown(a_report(an_entry(Outcome.EDITED, ket_qua=[])), "en")
    assert "- Read: 2\n- Drafts in the folder: 0\n- Edited by hand, left alone: 1\n" in text
    assert "- **no result**: the record states no result (`results`)." in text
    assert "not UTF-8" in text


def test_a_draft_that_was_left_alone_is_named_even_if_nothing_is_to_be_settled() -> None:
    text = report_markdown(a_report(an_entry(Outcome.EDITED)))
    assert "1.001193 · records.jsonl:1 · đã được sửa tay, giữ nguyên" in text


def test_several_places_of_one_kind_stand_together_and_long_quotes_are_cut() -> None:
    case = a_case(a_paper("Lưu ý một " * 60, 0), a_paper("Lưu ý hai", 0))
    text = report_markdown(a_report(an_entry(thanh_phan_ho_so=[case])))
    assert "- **dòng hướng dẫn trong thành phần hồ sơ** (2 chỗ):\n  - dòng có 0 bản chính" in text
    assert "    > Lưu ý hai\n" in text
    assert "Lưu ý một …\n" in text


def test_quotes_of_several_lines_stay_one_quote() -> None:
    channel = a_channel(limit="1", don_vi=None)
    text = report_markdown(a_report(an_entry(cach_thuc_thuc_hien=[channel], trinh_tu_thuc_hien="Trả trong ngày.")))
    assert "  > Trực tiếp: 1 / Trả trong ngày." in text


def test_nothing_in_the_source_can_become_markup_of_the_report() -> None:
    entries = [ImportEntry(drafted(record), "r.jsonl", 1, Outcome.WRITTEN, "p.md") for record in records_of(SAMPLE)]
    kinds = {token.type for token in parse_body(report_markdown(a_report(*entries))).tokens}
    assert not kinds & {"code_block", "fence", "html_block", "ordered_list_open", "hr", "lheading_open"}


def test_json_states_the_same_facts_with_whole_quotes() -> None:
    found: Any = json.loads(report_json(a_report(an_entry(so_quyet_dinh_cong_bo="1681"))))
    assert found["totals"] == {
        "read": 2,
        "imported": 1,
        "edited": 0,
        "moved": 0,
        "occupied": 0,
        "duplicate": 0,
        "errors": 1,
    }
    assert found["defects"][0]["defect"] == "decision_malformed"
    assert found["fields"] == [{"id": "ho-tich", "name": "Hộ tịch", "drafts": 1}]
    assert found["legal_numbers"] == ["60/2014/QH13"]
    assert found["errors"][0]["line"] == 9
    assert found["records"][0]["unsettled"] == [
        {
            "defect": "decision_malformed",
            "place": "national_record.decision",
            "fact": {
                "vi": "số quyết định “1681” sai thể thức",
                "en": "the decision number “1681” is malformed",
            },
            "quote": "1681",
        }
    ]


def test_an_empty_import_has_a_report_too() -> None:
    report = ImportReport("du-thao", (), ())
    assert "- Đã đọc: 0" in report_markdown(report)
    assert totals_line(report) == "đã đọc 0; đã ghi 0; không đổi 0; dòng lỗi 0"
    assert totals_line(report, "en") == "read 0; written 0; unchanged 0; lines in error 0"
