"""Vietnamese syllables: whether a word can be one, so that what only looks like Vietnamese is told apart.

Reads: one word.
Returns: whether its letters, in that order and with at most one tone, can be a Vietnamese syllable.
"""

from __future__ import annotations

import re
import unicodedata

_TONES = frozenset("\u0300\u0309\u0303\u0301\u0323")
_OF_STOPS = frozenset("\u0301\u0323")
"""A syllable that ends in a stop has the tone sắc or nặng."""
_ONSETS = "ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x|"
_RHYMES = (
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oan oang oanh oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut "
    "uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ưt ưu "
    "y yêm yên yêng yêt yêu"
)
_SYLLABLE = re.compile(f"(?:{_ONSETS})(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")
_STOP = re.compile(r"(?:p|t|c|ch)$")
_LONGEST = 7
"""Letters of “nghiêng”."""


def is_syllable(word: str) -> bool:
    """Return whether a word can be a Vietnamese syllable; big and small letters count the same."""
    if not word or len(word) > _LONGEST:
        return False
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [part for part in parts if part in _TONES]
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(base):
        return False
    return not _STOP.search(base) or bool(tones and tones[0] in _OF_STOPS)
