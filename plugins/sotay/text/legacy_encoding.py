"""Text in the encodings that came before Unicode: TCVN3 (ABC), VNI, VIQR; and UTF-8 that was read as Windows-1252.

Reads: any text.
Returns: which lines are in an old encoding, and what they say.
A word counts only if it is no Vietnamese syllable as it stands and is one when decoded.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sotay.text.syllable import is_syllable


class Encoding(StrEnum):
    """How a text was typed or read wrongly."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    VIQR = "viqr"
    MISREAD = "misread"


@dataclass(frozen=True, slots=True)
class LegacyLine:
    """A line that is in an old encoding."""

    number: int
    """Counted from 1."""
    encoding: Encoding
    word: str
    """The first word that shows it."""
    line: str
    """As it stands."""

    @property
    def decoded(self) -> str:
        """What the line says."""
        return decode(self.line, self.encoding)


_TCVN3: Mapping[str, str] = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_MARKS = {
    "a": ("øùûõïêèéúüëâàáåãä", "àáảãạăằắẳẵặâầấẩẫậ"),
    "e": ("øùûõïâàáåãä", "èéẻẽẹêềếểễệ"),
    "o": ("øùûõïâàáåãä", "òóỏõọôồốổỗộ"),
    "u": ("øùûõï", "ùúủũụ"),
    "y": ("øùûõ", "ỳýỷỹ"),
    "ô": ("øùûõï", "ờớởỡợ"),
    "ö": ("øùûõï", "ừứửữự"),
}
_VNI_SMALL = {
    base + mark: letter
    for base, (marks, letters) in _VNI_MARKS.items()
    for mark, letter in zip(marks, letters, strict=True)
} | {"ñ": "đ", "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI = (
    _VNI_SMALL
    | {pair.upper(): letter.upper() for pair, letter in _VNI_SMALL.items()}
    | {pair[0].upper() + pair[1:]: letter.upper() for pair, letter in _VNI_SMALL.items() if len(pair) > 1}
)
_VIQR_HATS = {"a^": "â", "a(": "ă", "e^": "ê", "o^": "ô", "o+": "ơ", "u+": "ư"}
_VIQR_TONES = {"`": "\u0300", "'": "\u0301", "?": "\u0309", "~": "\u0303", ".": "\u0323"}

_VNI_PART = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_VIQR_PART = re.compile(r"(?P<stroke>dd|DD|Dd)|(?P<vowel>[aeiouyAEIOUY])(?P<hat>[\^(+])?(?P<tone>[`'?~.])?")
_VIQR_SIGN = re.compile(r"[aeoAEO]\^|[aA]\(|[uoUO]\+")
_VIQR_QUICK = ("^", "a(", "A(", "o+", "O+", "u+", "U+")
_WORD = re.compile(r"[^ \t\r\n/|–—-]+")
_EDGES = ".,;:()[]{}\"'“”‘’!?*_#…+"
_STRIPPED_VIQR = ',;:([{}"“”‘’!*_#…'

_OF_TCVN3 = re.compile(f"[A-Za-z{''.join(_TCVN3)}]+")
_OF_VNI = re.compile(f"[A-Za-z{''.join(sorted(set(''.join(_VNI)) - set('aeouyAEOUY')))}]+")
_OF_VIQR = re.compile(r"[A-Za-z^(+`'?~.]+")
_SIGNS = {
    Encoding.TCVN3: re.compile("[µ¸¶·¹¨»¾¼½Æ©ÇËÎÏÑªÖ×ØÜÞßä«åæç¬ëîïñ\u00adö÷ûüþ¡¢§£¤¥¦®ÐÕ]"),
    Encoding.VNI: re.compile("[ØÛÏËÜÅÄÑÖÆÎøûïëüåäñöæî]|[AEOUYaeouyÔô][ÙÕÊÈÉÚÂÀÁÃùõêèéúâàáã]"),
    Encoding.VIQR: _VIQR_SIGN,
    Encoding.MISREAD: re.compile("á[º»]|Ä[\u0080-\u00bf‘’ƒ]|Æ[°¡]|[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€"),
}
_SMALL_THEN_BIG = re.compile("[a-z][ÆÇÊÈÉËÌÎÏÑÒÕÓÔÖ×ÝØÜÞÐ]")
_UNIT = re.compile("µ[A-Za-z]")
"""Micrometre, microgram …"""
_WINDOWS = {bytes([code]).decode("cp1252", errors="ignore"): code for code in range(256)} | {
    chr(code): code for code in (*range(128), 0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_VIETNAMESE = re.compile("[À-ɏẠ-ỹ]")
_BEYOND = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
"""Letters that no old encoding uses: the rest of the line is in Unicode."""


def may_be_viqr(text: str) -> bool:
    """Return whether a text has a sign of VIQR; of the old encodings, it alone has only everyday letters."""
    return any(sign in text for sign in _VIQR_QUICK) and _VIQR_SIGN.search(text) is not None


def legacy_lines(text: str) -> Iterator[LegacyLine]:
    """Yield the lines of a text that are in an old encoding; a single doubtful word is not enough for a text."""
    found: dict[int, tuple[int, LegacyLine]] = {}
    for encoding, sign in _SIGNS.items():
        if not sign.search(text):
            continue
        lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if sign.search(line)]
        shown = [(n, line, words) for n, line in lines if (words := list(_shown(line, encoding)))]
        if not _is_certain(encoding, {word for _, _, words in shown for word in words}):
            continue
        for n, line, words in shown:
            if n not in found or len(words) > found[n][0]:
                found[n] = len(words), LegacyLine(n, encoding, words[0], line)
    yield from (found[n][1] for n in sorted(found))


def _is_certain(encoding: Encoding, words: set[str]) -> bool:
    return len(words) > 1 or encoding is Encoding.MISREAD or any(map(_SMALL_THEN_BIG.search, words))


def decode(text: str, encoding: Encoding) -> str:
    """Return what a text in an old encoding says; words that are Unicode already stay as they are."""
    if encoding is Encoding.MISREAD:
        return re.sub(r"[^ \t\n]+", lambda run: _reread(run[0]) or run[0], text)
    is_mixed = bool(_BEYOND.search(text))

    def word(match: re.Match[str]) -> str:
        said = _DECODERS[encoding](match[0])
        keep = _BEYOND.search(match[0]) or (is_mixed and is_syllable(match[0].strip(_EDGES)))
        return match[0] if keep else _same_case(match[0], said)

    return _WORD.sub(word, text)


def _shown(line: str, encoding: Encoding) -> Iterator[str]:
    """Yield the words of a line that are Vietnamese only when decoded."""
    if encoding is Encoding.MISREAD:
        yield from (run for run in re.findall(r"[^ \t\n]+", line) if _reread(run))
        return
    letters = {Encoding.TCVN3: _OF_TCVN3, Encoding.VNI: _OF_VNI, Encoding.VIQR: _OF_VIQR}[encoding]
    for match in _WORD.finditer(line):
        word = match[0].strip(_STRIPPED_VIQR if encoding is Encoding.VIQR else _EDGES)
        sign = _SIGNS[encoding]
        if len(word) > 1 and letters.fullmatch(word) and sign.search(word) and not _is_unicode(word):
            said = _DECODERS[encoding](word)
            if said != word and is_syllable(said.rstrip(".?'")) and re.search("[A-Za-z®§]", word):
                yield word


def _is_unicode(word: str) -> bool:
    return is_syllable(word) or bool(_UNIT.fullmatch(word))


def _from_tcvn3(word: str) -> str:
    return "".join(_TCVN3.get(character, character) for character in word)


def _from_vni(word: str) -> str:
    return _VNI_PART.sub(lambda part: _VNI[part[0]], word)


def _from_viqr(word: str) -> str:
    if not word.isascii():
        return word
    core = word.rstrip(".?'" + _STRIPPED_VIQR)
    tail = word[len(core) :]
    if tail.startswith("'") or (tail[:1] in _VIQR_TONES and _VIQR_SIGN.search(core[-2:])):
        core, tail = core + tail[0], tail[1:]
    said = _VIQR_PART.sub(_viqr_letter, core)
    return (said if is_syllable(said.strip(_EDGES)) else core) + tail


def _viqr_letter(match: re.Match[str]) -> str:
    if match["stroke"]:
        return "đ" if match["stroke"] == "dd" else "Đ"
    small = match["vowel"].lower()
    hatted = _VIQR_HATS.get(small + (match["hat"] or ""), small + (match["hat"] or ""))
    toned = hatted[0] + _VIQR_TONES.get(match["tone"] or "", "") + hatted[1:]
    letter = unicodedata.normalize("NFC", toned)
    return letter if match["vowel"].islower() else letter.upper()


def _same_case(word: str, said: str) -> str:
    """Fonts of capitals show small letters as big ones: among big plain letters, the others are big too."""
    plain = [character for character in word if "A" <= character <= "Z" or "a" <= character <= "z"]
    is_big = len(plain) > 1 and all(character.isupper() for character in plain)
    return said.upper() if is_big else said


def _reread(run: str) -> str | None:
    """Return what a run of characters says when its bytes are read as UTF-8, or None."""
    codes = [_WINDOWS.get(character) for character in run]
    if run.isascii() or None in codes:
        return None
    try:
        said = bytes(code for code in codes if code is not None).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return said if _VIETNAMESE.search(said) or any(c in said for c in "“”–…") else None


_DECODERS: Mapping[Encoding, Callable[[str], str]] = {
    Encoding.TCVN3: _from_tcvn3,
    Encoding.VNI: _from_vni,
    Encoding.VIQR: _from_viqr,
}
