"""Pairs of texts show what their redline says; the notation is explained in README.md."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from sotay.markup.markdown import parse_body
from sotay.redline.blocks import text_blocks
from sotay.redline.changes import Block, BlockChange, BlockKind, CellChange, Fate, Words
from sotay.redline.text_redline import text_changes
from tests.support.applied_redlines import apply_blocks, old_blocks_of

FOLDER = Path(__file__).resolve().parent
CASES = sorted(path.stem for path in FOLDER.glob("text-*.md"))
FATES = {
    Fate.INSERTED: "+",
    Fate.DELETED: "-",
    Fate.REWORDED: "~",
    Fate.MOVED: ">",
    Fate.MOVED_AWAY: "<",
}
CELLS = {Fate.INSERTED: "(+) ", Fate.DELETED: "(-) ", Fate.MOVED: "(>) "}


def read(name: str) -> tuple[str, str, str]:
    """Return what a case says: before, after, and what is expected."""
    text = re.sub(
        r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    )
    why, before, after, expected = re.split(r"^=== (?:before|after|expect)\n", text, flags=re.MULTILINE)
    assert why.startswith("<!--"), "a case says why it is there"
    return before, after, expected.strip()


def told(before: str, after: str) -> str:
    """Return the redline of two bodies in the notation of the cases."""
    changes = text_changes(parse_body(before), parse_body(after))
    kept = sum(change.fate is Fate.KEPT for change in changes)
    lines = [told_change(change) for change in changes if change.fate is not Fate.KEPT]
    return "\n".join([*lines, f"= {kept}"])


def told_change(change: BlockChange) -> str:
    seam = f" ({change.seam})" if change.seam else ""
    shown = change.new or change.old
    assert shown
    if change.cells:
        text = " | ".join(told_cell(cell) for cell in change.cells)
    else:
        text = told_words(change.words) or shown.text
    return f"{FATES[change.fate]} {told_kind(change)}{seam}: {text}".replace("\n", "⏎").rstrip()


def told_kind(change: BlockChange) -> str:
    kinds = [kind_of(block) for block in (change.old, change.new) if block]
    if len(set(kinds)) > 1 and not change.seam:
        return " → ".join(kinds)
    places = [
        f"{kind_of(block)} in {' '.join(begun(block)) or 'no list'}" for block in (change.old, change.new) if block
    ]
    if change.fate is Fate.REWORDED and not change.seam and len(set(places)) > 1 and is_said_same(change):
        return " → ".join(places)
    return kinds[-1]


def is_said_same(change: BlockChange) -> bool:
    return all(word.fate is Fate.KEPT and word.old_marks is None for word in change.words)


def begun(block: Block) -> Iterable[str]:
    """What a block stands in; what it begins is said to be new."""
    return (f"new {label}" if begins else label for label, begins in zip(block.within, block.opens, strict=True))


def kind_of(block: Block) -> str:
    return f"heading {block.level}" if block.kind is BlockKind.HEADING else block.kind.value


def told_cell(cell: CellChange) -> str:
    if cell.fate in (Fate.INSERTED, Fate.DELETED):
        return CELLS[cell.fate] + "".join(word.text for word in cell.words)
    return CELLS.get(cell.fate, "") + told_words(cell.words)


def told_words(words: Iterable[Words]) -> str:
    return "".join(told_word(word) for word in words)


def told_word(word: Words) -> str:
    if word.fate is Fate.KEPT:
        if word.old_marks is None:
            return word.text
        return f"{{{', '.join(word.old_marks) or 'plain'} → {', '.join(word.marks) or 'plain'}: {word.text}}}"
    look = f"<{', '.join(word.marks)}> " if word.marks else ""
    return f"[-{look}{word.text}-]" if word.fate is Fate.DELETED else f"{{+{look}{word.text}+}}"


@pytest.mark.parametrize("name", CASES)
def test_a_redline_says_exactly_what_changed(name: str) -> None:
    before, after, expected = read(name)
    assert told(before, after) == expected


@pytest.mark.parametrize("name", CASES)
def test_a_redline_leads_to_the_new_text_and_back(name: str) -> None:
    before, after, _ = read(name)
    old, new = (text_blocks(parse_body(text).tokens) for text in (before, after))
    changes = text_changes(parse_body(before), parse_body(after))
    assert apply_blocks(old, changes) == new
    assert old_blocks_of(changes) == old


@pytest.mark.parametrize("name", CASES)
def test_read_backwards_as_much_is_kept(name: str) -> None:
    before, after, expected = read(name)
    assert told(after, before).splitlines()[-1] == expected.splitlines()[-1]


def test_there_are_examples_of_prose_lists_and_tables() -> None:
    assert len(CASES) >= 24
    assert sum("table" in name for name in CASES) >= 8
