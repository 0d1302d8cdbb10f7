"""How much alike two blocks are, from 0 to 1, in bounded time whatever is compared.

Reads: blocks of two texts.
Returns: the share of words that they have in common in the same order; misspelt words count in part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sotay.redline.changes import Block, BlockKind, Run
from sotay.redline.common_order import Pair, common_count, common_places
from sotay.redline.syllables import words_of
from sotay.text.fold import fold

ALIKE = 0.45
"""From here on two blocks in one place are one block in other words."""
ALIKE_FAR = 0.7
"""From here on two blocks in different places are one block that moved."""
_PROSE = frozenset(
    {
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        BlockKind.TERM,
        BlockKind.DEFINITION,
        BlockKind.QUOTE,
        BlockKind.FOOTNOTE,
    }
)
_OTHER_KIND = 0.9
"""What likeness is worth between a paragraph and a list item, say."""
_PART = 0.75
"""What a text that is wholly part of another is worth."""
_PHRASE = 3
"""Words in a row that show that one text has a part of the other."""
_LONG = 60
"""Words from which on two texts have many words in the same order by chance, but not phrases."""
_SURE = 0.8
_CHANCE = 0.6
"""The share of letters that any two Vietnamese texts have in common by chance."""
_SPELT = 0.95
"""What a text is worth that differs in diacritics only."""
_LONGEST_SPELT = 2_000
"""Letters up to which two texts are compared letter by letter."""
_BUDGET = 1_500_000_000
"""Words of one times words of the other that are compared in order in one redline: about one second."""


def is_prose(block: Block) -> bool:
    """Return whether a block is words that may turn up in a block of another kind."""
    return block.kind in _PROSE


class Likeness:
    """Compares texts, each taken apart only once."""

    def __init__(self) -> None:
        """Start with the whole budget."""
        self._budget = _BUDGET
        self._words: dict[tuple[Run, ...], tuple[str, ...]] = {}
        self._known: dict[tuple[tuple[Run, ...], tuple[Run, ...]], float] = {}

    def words(self, runs: tuple[Run, ...]) -> tuple[str, ...]:
        """Return the words of a text."""
        if runs not in self._words:
            self._words[runs] = words_of(runs)
        return self._words[runs]

    def of_blocks(self, old: Block, new: Block) -> float:
        """Return how much alike two blocks are that are no rows."""
        if old.kind is not new.kind and not (is_prose(old) and is_prose(new)):
            return 0.0
        return self.of_runs(old.runs, new.runs) * (1.0 if old.kind is new.kind else _OTHER_KIND)

    def of_runs(self, old: tuple[Run, ...], new: tuple[Run, ...]) -> float:
        """Return how much alike two texts are."""
        if (old, new) not in self._known:
            self._known[old, new] = self._compared(self.words(old), self.words(new))
        return self._known[old, new]

    def _compared(self, old: Sequence[str], new: Sequence[str]) -> float:
        if old == new:
            return 1.0
        if not old or not new:
            return 0.0
        self._budget -= len(old) * len(new)
        if self._budget < 0:
            both = Counter(pairwise(old)) & Counter(pairwise(new))
            return 2 * both.total() / (len(old) + len(new))
        return max(_in_order(old, new), _spelling(old, new))


def _in_order(old: Sequence[str], new: Sequence[str]) -> float:
    """The share of words in the same order; or, of a short text that is part of a long one, how wholly it is."""
    common = common_count(old, new)
    share = 2 * common / (len(old) + len(new))
    shorter = min(len(old), len(new))
    if shorter < _PHRASE or common < shorter * ALIKE or (share >= ALIKE and shorter < _LONG) or share >= _SURE:
        return share
    phrases = sum(length for length in _phrases(common_places(old, new)) if length >= _PHRASE)
    if shorter >= _LONG:
        share = 2 * phrases / (len(old) + len(new))
    return max(share, _PART * phrases / shorter)


def _phrases(pairs: Iterable[Pair]) -> list[int]:
    """The lengths of stretches that stand together on both sides."""
    lengths: list[int] = []
    expected: Pair | None = None
    for old, new in pairs:
        if (old, new) == expected:
            lengths[-1] += 1
        else:
            lengths.append(1)
        expected = (old + 1, new + 1)
    return lengths


def _spelling(old: Sequence[str], new: Sequence[str]) -> float:
    """The share of letters in common beyond chance, without diacritics: the same words, written otherwise."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - many redlines never need it, and it takes 30 ms to load

    old_text, new_text = " ".join(old), " ".join(new)
    if max(len(old_text), len(new_text)) > _LONGEST_SPELT:
        return 0.0
    return _SPELT * max(0.0, (fuzz.ratio(fold(old_text), fold(new_text)) / 100 - _CHANCE) / (1 - _CHANCE))
