"""The words of redlines, the same in every form: what happened, how much, from which version to which."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sotay.model.version import Version
from sotay.redline.changes import Block, BlockChange, BlockKind, Fate, FieldChange, Redline, Words
from sotay.rendering.findings.text import harmless
from sotay.text.wording import version_words

SIGNS: Final[Mapping[Fate, str]] = {
    Fate.INSERTED: "+",
    Fate.DELETED: "−",
    Fate.REWORDED: "±",
    Fate.MOVED: "⇅",
    Fate.MOVED_AWAY: "⇅",
}
"""A sign for each fate, so that none is told by colour alone."""
FATES: Final[Mapping[Fate, str]] = {
    Fate.INSERTED: "Thêm",
    Fate.DELETED: "Bỏ",
    Fate.REWORDED: "Sửa",
    Fate.MOVED: "Chuyển đến đây",
    Fate.MOVED_AWAY: "Chuyển đi",
}
_COUNTED = {Fate.INSERTED: "thêm", Fate.DELETED: "bỏ", Fate.REWORDED: "sửa", Fate.MOVED: "chuyển chỗ"}
_KINDS = {
    BlockKind.HEADING: "tiêu đề",
    BlockKind.PARAGRAPH: "đoạn văn",
    BlockKind.ITEM: "mục trong danh sách",
    BlockKind.HEAD_ROW: "hàng đầu bảng",
    BlockKind.ROW: "hàng của bảng",
    BlockKind.TERM: "thuật ngữ",
    BlockKind.DEFINITION: "định nghĩa",
    BlockKind.QUOTE: "trích dẫn",
    BlockKind.CODE: "khối mã",
    BlockKind.RULE: "đường kẻ ngang",
    BlockKind.FOOTNOTE: "chú thích",
}
_LOOKS = {"strong": "chữ đậm", "em": "chữ nghiêng", "s": "chữ gạch ngang", "code": "chữ mã", "indented": "thụt lề"}
_TARGETS = {"link": "liên kết đến", "footnote": "chú thích", "image": "hình", "cited": "số lần dẫn:"}
_NO_WIDTH = re.compile("[\u00ad\u180e\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class VersionNames:
    """What the two texts are called."""

    old: str
    """`Bản 1.0`."""
    new: str
    """`Bản 1.1`, or `Bản đang soạn`."""


def version_names(redline: Redline) -> VersionNames:
    """Return the names of both versions."""
    return VersionNames(_name(redline.old_version), _name(redline.new_version))


def version_title(version: Version) -> str:
    """Return a version with its meaning: `Bản 1.1 (lần ban hành 01, sửa đổi 01)`."""
    return f"{_name(version)} ({version_words(version)})"


def tree_name(version: Version | None) -> str:
    """Return what the text of the working tree is called: `Nội dung đang soạn (1.1)`."""
    return f"Nội dung đang soạn ({version})" if version else "Nội dung đang soạn"


def unissued_name(version: Version) -> str:
    """Return what a version is called that Git recorded and no decision issued: `Bản 1.1 (chưa ban hành)`."""
    return f"{_name(version)} (chưa ban hành)"


def _name(version: Version | None) -> str:
    return f"Bản {version}" if version else "Bản chưa đánh số"


def text_summary(changes: Sequence[BlockChange], total: int) -> str:
    """Return how much of a text changed: `Văn bản thay đổi ở 5 chỗ: 2 đoạn thêm, 3 đoạn sửa`."""
    if not total:
        return "Lời văn không đổi"
    count = Counter(change.fate for change in changes)
    moved_and_reworded = sum(1 for change in changes if change.fate is Fate.MOVED and is_reworded(change))
    parts = [f"{count[fate]} đoạn {words}" for fate, words in _COUNTED.items() if count[fate]]
    if moved_and_reworded:
        parts[-1] += f" (trong đó {moved_and_reworded} đoạn có sửa)"
    return f"Văn bản thay đổi ở {total} chỗ: {', '.join(parts)}"


def is_reworded(change: BlockChange) -> bool:
    """Return whether any word or cell of a block changed."""
    words = (*change.words, *(part for cell in change.cells for part in cell.words))
    return any(part.fate is not Fate.KEPT for part in words)


def fate_words(change: BlockChange) -> str:
    """Return what happened to a block, short: `Sửa`, `Chuyển đến đây và sửa`."""
    said = FATES[change.fate]
    return f"{said} và sửa" if change.fate is Fate.MOVED and is_reworded(change) else said


def form_words(change: BlockChange) -> str:
    """Return how the form of a block changed: `trước là đoạn văn, nay là tiêu đề cấp 3`; empty if it did not."""
    if change.old is None or change.new is None:
        return ""
    before, after = _form(change.old), _form(change.new)
    return f"trước là {before}, nay là {after}" if before != after else ""


def _form(block: Block) -> str:
    said = _KINDS[block.kind]
    if block.kind is BlockKind.HEADING:
        return f"{said} cấp {block.level}"
    if block.kind is BlockKind.ITEM and block.within:
        kind, _, start = block.within[-1].partition(" ")
        said += (" đánh số" + f" từ {start}" * (start != "1")) * (kind == "numbers")
    return f"{said} ở bậc {block.level}" if block.level > 1 else said


def look_words(marks: Sequence[str]) -> str:
    """Return how words look, or where they lead: `chữ đậm`, `liên kết đến QT-HT-02`; empty if they are plain."""
    said = []
    for mark in marks:
        name, _, target = mark.partition(" ")
        said.append(f"{_TARGETS[name]} {target}".strip() if name in _TARGETS else _LOOKS.get(name, mark))
    return ", ".join(said)


def relook_words(words: Words) -> str:
    """Return how the look of kept words changed: `trước: chữ thường, nay: chữ đậm`."""
    before, after = look_words(words.old_marks or ()), look_words(words.marks)
    return f"trước: {before or 'chữ thường'}, nay: {after or 'chữ thường'}"


def sentence_of(change: FieldChange) -> str:
    """Return a change of a fact as a whole sentence, with its stop."""
    said = shown(change.sentence)
    return said if said.endswith((".", ".”", ".)")) else f"{said}."


def shown(text: str) -> str:
    """Return a text with the letters named that cannot be seen, or that would turn what stands around them."""
    return _NO_WIDTH.sub(lambda letter: f"<U+{ord(letter[0]):04X}>", harmless(text))
