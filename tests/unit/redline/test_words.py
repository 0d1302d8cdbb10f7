from __future__ import annotations

import pytest

from sotay.redline.changes import Fate, Run, Words
from sotay.redline.words import word_changes
from tests.support.applied_redlines import new_runs, old_runs


def told(old: str, new: str) -> str:
    signs = {Fate.KEPT: "{}", Fate.DELETED: "[-{}-]", Fate.INSERTED: "{{+{}+}}"}
    words = word_changes([Run(old)] if old else [], [Run(new)] if new else [])
    return "".join(signs[word.fate].format(word.text) for word in words)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("trong 05 ngày", "trong 03 ngày", "trong [-05-]{+03+} ngày"),
        ("nộp hồ sơ.", "nộp hồ sơ, kèm phí.", "nộp hồ sơ{+, kèm phí+}."),
        ("nộp bản sao", "nộp bản chính và bản sao", "nộp {+bản chính và +}bản sao"),
        ("Câu một. Câu ba.", "Câu một. Câu hai. Câu ba.", "Câu một. {+Câu hai. +}Câu ba."),
        ("Câu một. Câu hai. Câu ba.", "Câu một. Câu ba.", "Câu một. [-Câu hai. -]Câu ba."),
        ("a; b", "a; x; b", "a{+; x+}; b"),
        ("hồ sơ", "hồ  sơ", "hồ[- -]{+  +}sơ"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("như cũ", "như cũ", "như cũ"),
    ],
)
def test_only_what_changed_is_marked_and_in_whole_phrases(old: str, new: str, expected: str) -> None:
    assert told(old, new) == expected


def test_a_single_word_kept_between_changes_is_no_help() -> None:
    old, new = "có thẩm quyền phê duyệt kết quả", "có trách nhiệm phê chuẩn kết quả"
    assert told(old, new) == "có [-thẩm quyền phê duyệt-]{+trách nhiệm phê chuẩn+} kết quả"


def test_two_numbers_each_stand_beside_the_one_that_replaces_it() -> None:
    assert told("từ 07:30 đến 11:30", "từ 07:00 đến 11:00") == "từ [-07:30-]{+07:00+} đến [-11:30-]{+11:00+}"


def test_what_has_nothing_in_common_is_replaced_in_one_piece() -> None:
    old = "Công chức một cửa hỏi mục đích sử dụng bản sao."
    new = "Người dân nộp lệ phí tại quầy số ba của bộ phận một cửa."
    assert told(old, new) == f"[-{old}-]{{+{new}+}}"


def test_words_that_only_look_otherwise_are_kept_and_say_how_they_looked() -> None:
    words = word_changes([Run("trong 03 ngày")], [Run("trong "), Run("03 ngày", ("strong",))])
    assert words == (Words(Fate.KEPT, "trong "), Words(Fate.KEPT, "03 ngày", ("strong",), ()))


def test_a_link_that_leads_elsewhere_is_seen() -> None:
    (words,) = word_changes([Run("Cổng", ("link a",))], [Run("Cổng", ("link b",))])
    assert (words.fate, words.marks, words.old_marks) == (Fate.KEPT, ("link b",), ("link a",))


def test_a_reference_to_a_footnote_is_no_word_in_brackets() -> None:
    words = word_changes([Run("a[*]")], [Run("a"), Run("[*]", ("footnote",))])
    assert old_runs(words) == (Run("a[*]"),)
    assert new_runs(words) == (Run("a"), Run("[*]", ("footnote",)))
    assert any(word.fate is Fate.INSERTED and word.marks == ("footnote",) for word in words)


def test_elements_without_text_are_told_too() -> None:
    words = word_changes([], [Run("", ("link x",))])
    assert words == (Words(Fate.INSERTED, "", ("link x",)),)
