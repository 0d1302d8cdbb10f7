"""A redline on a terminal: in colour or between signs, and never obeyed by the terminal."""

from __future__ import annotations

from sotay.redline.changes import Block, BlockChange, BlockKind, Fate, Redline
from sotay.rendering.redline.terminal import redline_terminal
from tests.support.redlines import FACTS, OLD, a_redline


def test_without_colour_signs_stand_around_what_is_new_and_gone() -> None:
    text = redline_terminal(a_redline(**FACTS), colour=False)
    assert "\x1b" not in text
    for line in (
        "QT-HT-01: Bản 1.0 → Bản 1.1",
        "  • Thời hạn giải quyết: 3 ngày làm việc → 2 ngày làm việc.",
        "  @ 1/10 ⇅ Chuyển đến đây; đã chuyển từ mục “3. Nội dung”",
        "  Người dân nộp [-01-]{+02+} bộ hồ sơ tại [-Bộ phận Một cửa-]{+Trung tâm (liên kết đến QT-HT-02)+}.",
        "    - [-bản sao sổ hộ khẩu-]",
        "  3. {+Ký số kết quả+}",
        "  ± | Tờ khai{+ điện tử+} | Một cửa |",
        "  … 4 hàng không đổi",
        "  + | {+Phiếu kiểm soát+} | {+Kho+} |",
        "  Giữ 5 năm (trước: chữ thường, nay: chữ nghiêng).",
    ):
        assert line in text.splitlines()


def test_in_colour_there_are_no_signs() -> None:
    text = redline_terminal(a_redline(), colour=True)
    assert "Người dân nộp \x1b[31;9m01\x1b[0m\x1b[32;4m02\x1b[0m bộ hồ sơ" in text
    assert "[-" not in text
    assert text.count("\x1b[0m") * 2 == text.count("\x1b[")


def test_what_the_document_says_does_not_steer_the_terminal() -> None:
    text = redline_terminal(a_redline("Một câu.\n", "Một \x1b[2J câu\u202e khác.\n"), colour=False)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<U+001B>" in text


def test_equal_texts_are_said_to_be_equal() -> None:
    assert redline_terminal(a_redline(OLD, OLD), colour=False).splitlines()[1] == "Không có thay đổi về nội dung."


def test_a_line_across_the_page_is_seen_to_come() -> None:
    rule = BlockChange(Fate.INSERTED, None, Block(BlockKind.RULE), None, 0)
    text = redline_terminal(Redline("QT-HT-01", None, None, (), (), (rule,)), colour=False)
    assert "  @ 1/1 + Thêm\n  ────" in text


def test_lines_of_code_keep_their_indent() -> None:
    text = redline_terminal(a_redline("```\na\nb\n```\n", "```\na\nc\n```\n"), colour=False)
    assert "  a\n  [-b-]{+c+}\n" in text
