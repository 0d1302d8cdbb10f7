"""Two texts of one document and what changed between them, for tests of how that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from sotay.redline.changes import Redline
from sotay.redline.compare import compare
from tests.support.builders import a_document

OLD = """## 1. Mục đích

Thống nhất cách tiếp nhận.

## 2. Phạm vi

Áp dụng tại Ủy ban nhân dân cấp xã.

Công chức tư pháp – hộ tịch chịu trách nhiệm.

Người đứng đầu cơ quan kiểm tra hằng quý.

Công an cấp xã phối hợp khi có yêu cầu.

## 3. Nội dung

Người dân nộp **01** bộ hồ sơ tại Bộ phận Một cửa.

Công chức kiểm tra tính hợp lệ của giấy tờ và ghi phiếu hẹn trả kết quả cho người nộp.

1. Tiếp nhận hồ sơ của người dân
2. Kiểm tra giấy tờ
   - bản chính giấy chứng sinh
   - bản sao sổ hộ khẩu
3. Trả kết quả

| Hồ sơ | Nơi giữ |
|---|---|
| Tờ khai | Một cửa |
| Giấy chứng sinh | Kho |
| Biên lai | Kho |
| Phiếu hẹn | Kho |
| Giấy ủy quyền | Kho |
| Phiếu chuyển | Kho |
| Sổ hộ tịch | Kho lưu trữ |

> Trích luật hộ tịch.

Đoạn này không còn phù hợp với quy định mới.

Tờ khai
: giấy người dân điền

## 4. Hồ sơ lưu

Giữ 5 năm.
"""
_MOVED = "Công chức kiểm tra tính hợp lệ của giấy tờ và ghi phiếu hẹn trả kết quả cho người nộp.\n\n"
_EDITS = {
    _MOVED: "",
    "tiếp nhận.\n\n": f"tiếp nhận.\n\n{_MOVED}",
    "**01** bộ hồ sơ tại Bộ phận Một cửa": "**02** bộ hồ sơ tại [Trung tâm](QT-HT-02)",
    "   - bản sao sổ hộ khẩu\n": "",
    "3. Trả kết quả": "3. Ký số kết quả\n4. Trả kết quả",
    "| Tờ khai | Một cửa |": "| Tờ khai điện tử | Một cửa |",
    "| Sổ hộ tịch | Kho lưu trữ |\n": "| Sổ hộ tịch | Kho lưu trữ |\n| Phiếu kiểm soát | Kho |\n",
    "Đoạn này không còn phù hợp với quy định mới.": "Hồ sơ điện tử nằm trong kho dữ liệu <b>cá nhân</b>.",
    "giấy người dân điền": "mẫu đơn người dân điền",
    "Giữ 5 năm.": "Giữ *5 năm*.",
}
FACTS: Mapping[str, Any] = {
    "version": "1.1",
    "time_limit": {"value": 2, "unit": "working_day"},
    "dossier": {
        "sets": 1,
        "common": [{"name": "Tờ khai", "originals": 1}, {"name": "Giấy chứng sinh", "originals": 1}],
    },
    "conditions": ["Người đi đăng ký phải đủ 18 tuổi trở lên."],
    "approver": "tran-thi-b",
}


def new_text() -> str:
    """Return the new text: a move, rewordings, a row, list items, a replaced paragraph, a look."""
    text = OLD
    for old, new in _EDITS.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def a_redline(old: str = OLD, new: str | None = None, **facts: Any) -> Redline:
    """Return what changed between two texts of a procedure; `facts` are what the new control block says otherwise."""
    procedure = {"kind": "procedure", "code": "QT-HT-01"}
    text = new_text() if new is None else new
    return compare(a_document(old, **procedure), a_document(text, **{**procedure, **facts}))


_LINES = st.sampled_from(
    [
        *("## Mục", "Câu thứ nhất nói về hồ sơ.", "Câu thứ hai nói về thời hạn.", "- mục a", "- mục b", "  - mục con"),
        *(
            "1. bước một",
            "2. bước hai",
            "> trích dẫn",
            "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
            "---",
            "Từ\n: nghĩa",
        ),
        *(
            "```\nmã <b>\n```",
            "Xem <script>alert(1)</script> & [x](javascript:alert(1)).",
            "**đậm** *nghiêng* `mã`",
            "Chú[^1]\n\n[^1]: Thích",
        ),
    ]
)
TEXTS = st.lists(_LINES, max_size=9).map(lambda lines: "\n\n".join(lines) + "\n")
"""Texts of every kind of block, in any order."""
