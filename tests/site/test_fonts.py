"""That the fonts have every letter: the whole alphabet, and all that stands on the pages of a province."""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.support.command import REPOSITORY

FONTS = REPOSITORY / "plugins/sotay/theme/assets/fonts/be-vietnam-pro"
FILES = sorted(FONTS.glob("*.woff2"))
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
DRAWN_BY_THE_MACHINE = frozenset("\n\t←↑→↓⇅☐☑")
"""Arrows and boxes, which the family does not have; and what is never drawn."""


def alphabet() -> set[str]:
    vowels = (unicodedata.normalize("NFC", v + t) for v, t in itertools.product("aăâeêioôơuưy", TONES))
    small = {*vowels, *"bcdđghklmnpqrstvxfjwz"}
    return small | {letter.upper() for letter in small}


def drawn(path: Path) -> set[str]:
    with TTFont(path) as font:
        return {chr(code) for code in font.getBestCmap()}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_has_the_whole_alphabet_with_all_tones_in_both_cases(path: Path) -> None:
    assert len(alphabet()) == 2 * (12 * 6 + 21)
    assert alphabet() - drawn(path) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_has_every_letter_of_every_page(path: Path, built: Path, told: Path) -> None:
    used: set[str] = set()
    for page in (*built.rglob("*.html"), *told.rglob("*.html")):
        text = re.sub(r"<script.*?</script>", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        used |= set(html.unescape(text))
    assert used - drawn(path) - DRAWN_BY_THE_MACHINE == set()


def test_there_is_a_font_for_text_and_one_for_what_is_strong() -> None:
    assert [path.stem for path in FILES] == ["be-vietnam-pro-400", "be-vietnam-pro-600"]
    assert (FONTS / "LICENSE").is_file()
