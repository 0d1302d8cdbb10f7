"""The change in words: what matters to a citizen, in a line or two."""

from __future__ import annotations

import pytest

from sotay.model.version import Version
from sotay.redline.changes import Block, BlockChange, BlockKind, Fate, FieldChange, Redline
from sotay.rendering.versions.comparisons import in_words

TIME = FieldChange("time_limit", "Thời hạn", Fate.REWORDED, sentence="Thời hạn: 3 ngày → 1 ngày")
PAPER = FieldChange("dossier", "Giấy tờ", Fate.DELETED, sentence="bớt 1 giấy tờ: Tờ khai")
FEE = FieldChange("fees", "Lệ phí", Fate.REWORDED, sentence="Lệ phí: 8.000 đồng → miễn phí")
NOTE = FieldChange("dossier", "Ghi chú", Fate.REWORDED, sentence=f"Ghi chú: {'rất dài ' * 20}")
QUOTED = FieldChange("dossier", "Ghi chú", Fate.INSERTED, sentence="Thêm ghi chú: “Mang theo.”")
SIGNER = FieldChange("approver", "Phê duyệt", Fate.REWORDED, sentence="Phê duyệt: A → B", matters=False)
TEXT = BlockChange(Fate.REWORDED, Block(BlockKind.PARAGRAPH), Block(BlockKind.PARAGRAPH))
SAME = BlockChange(Fate.KEPT, Block(BlockKind.PARAGRAPH), Block(BlockKind.PARAGRAPH))


def a_redline(*changes: FieldChange | BlockChange) -> Redline:
    fields = tuple(change for change in changes if isinstance(change, FieldChange))
    blocks = tuple(change for change in changes if isinstance(change, BlockChange))
    return Redline("QT-HT-01", Version(1), Version(1, 1), fields, (), blocks)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ((), ()),
        ((SAME,), ()),
        ((TIME,), ("Thời hạn: 3 ngày → 1 ngày.",)),
        ((SIGNER, PAPER), ("Bớt 1 giấy tờ: Tờ khai.",)),
        ((SIGNER,), ()),
        ((QUOTED,), ("Thêm ghi chú: “Mang theo.”",)),
        (
            (TIME, PAPER, FEE, TEXT, SAME),
            (
                "Thời hạn: 3 ngày → 1 ngày.",
                "Bớt 1 giấy tờ: Tờ khai.",
                "Ngoài ra sửa 1 thông tin khác của thủ tục, 1 đoạn của văn bản.",
            ),
        ),
        ((NOTE, FEE), ("Lệ phí: 8.000 đồng → miễn phí.", "Ngoài ra sửa 1 thông tin khác của thủ tục.")),
        ((TEXT, TEXT), ("Sửa 2 đoạn của văn bản.",)),
    ],
)
def test_a_redline_in_a_few_sentences(changes: tuple[FieldChange | BlockChange, ...], words: tuple[str, ...]) -> None:
    assert in_words(a_redline(*changes)) == words
