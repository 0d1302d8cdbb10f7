from __future__ import annotations

import random
from time import process_time

import pytest

from sotay.markup.markdown import parse_body
from sotay.redline.blocks import text_blocks
from sotay.redline.changes import BlockChange, Fate, Seam
from sotay.redline.text_redline import block_changes, text_changes
from tests.support.applied_redlines import apply_blocks, new_blocks_of, old_blocks_of

SYLLABLES = [
    "hồ",
    "sơ",
    "công",
    "chức",
    "tiếp",
    "nhận",
    "trả",
    "kết",
    "quả",
    "người",
    "dân",
    "lệ",
    "phí",
    "bản",
    "sao",
    "chính",
    "chứng",
    "thực",
    "ngày",
    "giờ",
    "ký",
    "duyệt",
]


def changes(before: str, after: str) -> tuple[BlockChange, ...]:
    return text_changes(parse_body(before), parse_body(after))


def fates(before: str, after: str) -> list[str]:
    return [change.fate.value for change in changes(before, after)]


def test_tokens_are_as_good_as_a_body() -> None:
    old, new = parse_body("Một.\n"), parse_body("Hai.\n")
    assert text_changes(old.tokens, new.tokens) == text_changes(old, new)


def test_a_text_from_nothing_and_to_nothing() -> None:
    assert fates("", "") == []
    assert fates("", "Một.\n\nHai.\n") == ["inserted", "inserted"]
    assert fates("Một.\n\nHai.\n", "") == ["deleted", "deleted"]


def test_the_place_that_was_left_says_where_the_block_is_now() -> None:
    told = changes("Nộp hồ sơ tại quầy.\n\nĐoạn hai giữ nguyên ở đây, dài hơn đoạn kia.\n", "Đoạn hai giữ nguyên ở đây, dài hơn đoạn kia.\n\nNộp hồ sơ tại quầy.\n")  # fmt: skip
    assert [(c.fate, c.old_place, c.new_place) for c in told] == [
        (Fate.MOVED_AWAY, 0, 1),
        (Fate.KEPT, 1, 0),
        (Fate.MOVED, 0, 1),
    ]
    assert told[0].new is None
    assert told[2].words == ()


def test_each_part_of_a_split_paragraph_has_its_own_words() -> None:
    old = "Hồ sơ hợp lệ thì trình ký. Hồ sơ thiếu thì trả lại ngay."
    new = "Hồ sơ hợp lệ thì trình ký.\n\nHồ sơ thiếu thì trả lại ngay."
    first, second = changes(old, new)
    assert (first.seam, second.seam) == (None, Seam.SPLIT)
    assert first.old == second.old
    assert "".join(word.text for word in (*first.words, *second.words)) == old
    first, second = changes(new, old)
    assert (first.seam, second.seam) == (None, Seam.JOINED)
    assert first.new == second.new
    assert old_blocks_of((first, second)) == text_blocks(parse_body(new).tokens)


def test_a_paragraph_added_beside_a_shortened_one_is_no_split() -> None:
    old = "Công chức kiểm tra hồ sơ trong ngày. Người dân chờ tại phòng tiếp nhận để lấy giấy hẹn."
    new = "Công chức kiểm tra hồ sơ trong ngày.\n\nLệ phí nộp qua tài khoản của kho bạc, không thu tiền mặt."
    assert [(c.fate, c.seam) for c in changes(old, new)] == [(Fate.REWORDED, None), (Fate.INSERTED, None)]


TABLE = (
    "| STT | Giấy tờ | Ghi chú |\n|---|---|---|\n| 1 | Tờ khai | |\n| 2 | Giấy chứng sinh | |\n| 3 | Thẻ căn cước | |\n"
)


def test_a_row_that_only_got_another_number_is_the_same_row() -> None:
    after = TABLE.replace("| 1 | Tờ khai | |\n", "").replace("| 2 |", "| 1 |").replace("| 3 |", "| 2 | ".rstrip())
    told = changes(TABLE, after)
    assert [change.fate for change in told] == [Fate.KEPT, Fate.DELETED, Fate.REWORDED, Fate.REWORDED]
    assert [[cell.fate for cell in change.cells] for change in told[2:]] == [[Fate.REWORDED, Fate.KEPT, Fate.KEPT]] * 2


def test_a_row_is_known_by_its_name_however_much_else_changed() -> None:
    before = "| Bước | Việc làm |\n|---|---|\n| A1 | Kiểm tra hồ sơ và cấp giấy hẹn |\n| A2 | Ghi sổ |\n"
    after = "| Bước | Việc làm |\n|---|---|\n| A2 | Ghi sổ |\n| A1 | Lãnh đạo xem xét, quyết định |\n"
    told = changes(before, after)
    assert [change.fate for change in told] == [Fate.KEPT, Fate.MOVED, Fate.REWORDED, Fate.MOVED_AWAY]
    assert [cell.fate for cell in told[2].cells] == [Fate.KEPT, Fate.REWORDED]


def test_two_tables_of_one_header_are_told_apart_by_their_rows() -> None:
    one = "| Giấy tờ | Số |\n|---|---|\n| Tờ khai | 01 |\n| Giấy hẹn | 01 |\n"
    other = "| Giấy tờ | Số |\n|---|---|\n| Biên lai | 02 |\n| Phiếu thu | 02 |\n"
    assert fates(f"{one}\n\nvà\n\n{other}", f"{other}") == [*["deleted"] * 4, *["kept"] * 3]


def test_equal_paragraphs_under_their_own_headings_keep_their_places() -> None:
    before = "## A\n\nTheo quy định.\n\n## B\n\nTheo quy định.\n"
    after = "## Mới\n\nTheo quy định.\n\n## A\n\nTheo quy định.\n\n## B\n\nTheo quy định.\n"
    assert fates(before, after) == ["inserted", "inserted", "kept", "kept", "kept", "kept"]


def test_a_list_that_lost_its_first_item_is_otherwise_kept_but_one_begun_anew_is_not() -> None:
    assert fates("1. a\n2. b\n3. c\n", "2. b\n3. c\n") == ["deleted", "kept", "kept"]
    assert fates("- a\n- b\n- c\n", "- a\n\n* b\n* c\n") == ["kept", "reworded", "kept"]


def test_changes_of_another_text_are_refused() -> None:
    told = changes("Một.\n", "Hai.\n")
    with pytest.raises(ValueError, match="another text"):
        apply_blocks(text_blocks(parse_body("Ba.\n").tokens), told)


def words(draw: random.Random, count: int) -> str:
    return " ".join(draw.choice(SYLLABLES) for _ in range(count))


def table(rows: list[list[str]]) -> str:
    return "| STT | Tên | Số |\n|---|---|---|\n" + "\n".join(f"| {' | '.join(row)} |" for row in rows)


LENGTH = 500


def hostile() -> dict[str, tuple[str, str]]:
    """Texts that a comparison of each with each would take minutes for, were they some times as long."""
    draw = random.Random(7)
    many = [words(draw, 25) for _ in range(LENGTH)]
    rows = [[str(number), words(draw, 5), draw.choice("12")] for number in range(1, LENGTH + 1)]
    ordered = sorted(rows, key=lambda row: row[1])
    wide = "\n".join(["| a" * 200 + " |", "|---" * 200 + "|", "| 1" * 200 + " |"])
    by_chance = ["\n\n".join(draw.choice("ab") for _ in many) for _ in range(2)]
    very_long = ["\n\n".join(words(draw, 2_000) for _ in range(10)) for _ in range(2)]
    return {
        "all reworded": ("\n\n".join(many), "\n\n".join(text + " nữa" for text in many)),
        "all other words": ("\n\n".join(many), "\n\n".join(words(draw, 25) for _ in many)),
        "all moved": ("\n\n".join(many), "\n\n".join(draw.sample(many, len(many)))),
        "all the same": ("a\n\n" * LENGTH, "a\n\n" * (LENGTH - 10)),
        "two by chance": (by_chance[0], by_chance[1]),
        "a table sorted": (table(rows), table([[str(n), *row[1:]] for n, row in enumerate(ordered, 1)])),
        "every row changed": (table(rows), table([[row[0], row[1] + " x", row[2]] for row in rows])),
        "one endless paragraph": (words(draw, 15_000), words(draw, 15_000)),
        "one word for ever": ("a " * 15_000, "a " * 8_000 + "b " + "a " * 5_000),
        "very long paragraphs": (very_long[0], very_long[1]),
        "many tables": ("\n\n".join(table([row]) for row in rows), "\n\n".join(table([row]) for row in ordered)),
        "a very wide table": (wide, wide + "\n" + "| 2" * 200 + " |"),
    }


HOSTILE = hostile()


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long(name: str) -> None:
    before, after = (text_blocks(parse_body(text).tokens) for text in HOSTILE[name])
    start = process_time()
    told = block_changes(before, after)
    assert process_time() - start < 3
    assert (old_blocks_of(told), new_blocks_of(told)) == (before, after)
