"""ST808–ST819: traces of old encodings, odd blanks, mixed spelling, and numbers that say two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place, Source
from sotay.rules.examination import Examination
from sotay.rules.rule import DocumentRule, Findings, SourceRule
from sotay.text.legacy_encoding import Encoding, legacy_lines, may_be_viqr
from sotay.text.number_words import number_in_words
from sotay.text.ordinary import is_ordinary
from sotay.text.tone_style import in_new_style, in_old_style, is_mixed, without_quotes

_UNICODE = Phrase("TCVN 6909:2001; Nghị định 30/2020/NĐ-CP, Phụ lục I", "TCVN 6909:2001; Decree 30/2020/NĐ-CP, Annex I")
_FIT = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
_QUOTED = 60
"""How many letters of a line a message quotes."""


class _OldEncoding(SourceRule):
    """Finds lines of one old encoding, and says what they mean."""

    encoding: ClassVar[Encoding]
    basis = _UNICODE
    remedy = Phrase(
        "Có phải là “{said}”? Gõ lại bằng bộ gõ Unicode, hoặc chuyển mã tệp gốc rồi chép lại.",
        "Is it “{said}”? Type it again in Unicode, or convert the original file and copy it again.",
    )

    def check(self, source: Source, examination: Examination) -> Findings:
        if is_ordinary(source.text) and not (self.encoding is Encoding.VIQR and may_be_viqr(source.text)):
            return
        for line in legacy_lines(source.text):
            if line.encoding is self.encoding:
                said, place = _shortened(line.decoded), Place(source.path, line.number)
                yield self.found(place, word=_visible(line.word), said=said)


class NoTcvn3(_OldEncoding):
    """There is no TCVN3 (ABC) text, which shows right in .VnTime only."""

    code = "ST808"
    encoding = Encoding.TCVN3
    title = Phrase("Không có chữ mã TCVN3 (ABC)", "No text in TCVN3 (ABC)")
    fact = Phrase("chữ “{word}” là mã TCVN3 (phông .VnTime)", "“{word}” is in TCVN3 (the .VnTime fonts)")


class NoVni(_OldEncoding):
    """There is no VNI text, which shows right in VNI fonts only."""

    code = "ST809"
    encoding = Encoding.VNI
    title = Phrase("Không có chữ mã VNI", "No text in VNI")
    fact = Phrase("chữ “{word}” là mã VNI (phông VNI-Times)", "“{word}” is in VNI (the VNI-Times fonts)")


class NoViqr(_OldEncoding):
    """There is no VIQR text: tones typed as marks."""

    code = "ST814"
    encoding = Encoding.VIQR
    title = Phrase("Không có chữ gõ kiểu VIQR", "No text in VIQR")
    fact = Phrase("chữ “{word}” gõ kiểu VIQR, dấu đứng rời", "“{word}” is in VIQR: its marks are typed as signs")


class NoMisreadUtf8(_OldEncoding):
    """There is no UTF-8 text that a program took for another encoding."""

    code = "ST815"
    encoding = Encoding.MISREAD
    title = Phrase("Không có chữ bị đọc sai bảng mã", "No text that was read in the wrong encoding")
    fact = Phrase("chữ “{word}” bị đọc sai bảng mã", "“{word}” was read in the wrong encoding")


_ODD = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff20\uff3b-\uff40\uff5b-\uff5e]")
_BY_NUMBER = re.compile(
    "\\d[\u00a0\u2000-\u200a\u202f\u205f\u3000]|[\u00a0\u2000-\u200a\u202f\u205f\u3000]\\d|[\uff10-\uff19]"
)


class PlainBlanks(SourceRule):
    """Blanks, digits and marks are the plain ones; beside a number an odd blank hides it from search."""

    code = "ST810"
    title = Phrase("Khoảng trắng, chữ số và dấu câu là loại thường", "Blanks, digits and marks are plain ones")
    fact = Phrase(
        "{count} dấu cách, chữ số hoặc dấu câu không phải loại gõ bằng phím thường ({signs}), "
        "đầu tiên ở cột {column}, gần “{around}”",
        "blanks or marks that are not plain {signs}: {count}, first in column {column}, near “{around}”",
    )
    basis = _UNICODE
    remedy = Phrase("Gõ lại bằng phím thường: “{mended}”.", "Type them with the plain keys: “{mended}”.")

    def check(self, source: Source, examination: Examination) -> Findings:
        if is_ordinary(source.text) or not _ODD.search(source.text):
            return
        old = {line.number for line in legacy_lines(source.text)}
        for number, line in enumerate(source.text.split("\n"), start=1):
            here = list(_ODD.finditer(line)) if number not in old else []
            if here:
                first = here[0].start()
                found = self.found(
                    Place(source.path, number),
                    count=len(here),
                    signs=" ".join(dict.fromkeys(f"U+{ord(match[0]):04X}" for match in here)),
                    column=first + 1,
                    around=_visible(line[max(0, first - 12) : first + 13].strip()),
                    mended=plain_signs(line[max(0, first - 12) : first + 13]).strip(),
                )
                yield found if _BY_NUMBER.search(line) else found.weighing(Severity.WARNING)


def plain_signs(text: str) -> str:
    """Return the text with plain blanks, digits and marks in place of odd ones."""
    return _ODD.sub(lambda match: chr(ord(match[0]) - 0xFEE0) if match[0] > "\uff00" else " ", text)


class OneToneStyle(DocumentRule):
    """One document writes hòa, khỏe, thủy in one style."""

    code = "ST811"
    severity = Severity.ADVICE
    title = Phrase("Một kiểu đặt dấu thanh trong một tài liệu", "One way of placing tones in a document")
    fact = Phrase(
        "“{word}” đặt dấu kiểu {style}; tài liệu viết {count} chữ kiểu {other_style}, như “{usual}” ở dòng {line}",
        "“{word}” has its tone in the {style_en} style; {count} words here have it in the {other_style_en} one,"
        " such as “{usual}” in line {line}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 b", "TCVN ISO 9001:2015, 7.5.2 b")
    remedy = Phrase(
        "Viết “{mended}” cho thống nhất; tên riêng và tên văn bản giữ như bản gốc.",
        "Write “{mended}” as elsewhere; names and titles stay as they are.",
    )

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        source = document.source
        if not is_mixed(source.text):
            return
        text = without_quotes(source.text)
        old, new = in_old_style(text), in_new_style(text)
        if not old or not new:
            return
        rare, usual = (new, old) if len(new) <= len(old) else (old, new)
        names = (("mới", "new"), ("cũ", "old")) if rare is new else (("cũ", "old"), ("mới", "new"))
        yield self.found(
            Place(source.path, _line_of(text, rare[0].index)),
            word=rare[0].word,
            mended=rare[0].other,
            usual=usual[0].word,
            line=_line_of(text, usual[0].index),
            count=len(usual),
            style=names[0][0],
            style_en=names[0][1],
            other_style=names[1][0],
            other_style_en=names[1][1],
        )


_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_COMMAS = re.compile(
    r"(?<![\d.,/])(?P<number>[1-9]\d{0,2}(?:,\d{3})+)(?![\d,]|\.\d)"
    r"(?=(?P<money>\s*(?:đồng|đ(?!\w)|vnđ|vnd|việt nam đồng|triệu|tỷ|usd|đô la))?)",
    re.IGNORECASE,
)


class PointsInNumbers(DocumentRule):
    """Thousands are parted by points, as in 1.000.000 đồng; a comma is a decimal comma."""

    code = "ST812"
    severity = Severity.WARNING
    title = Phrase("Số tiền viết kiểu Việt Nam", "Amounts are written the Vietnamese way")
    fact = Phrase(
        "“{number}” dùng dấu phẩy để phân cách hàng nghìn; người đọc hiểu dấu phẩy là phần lẻ",
        "“{number}” parts thousands by commas; readers take a comma for the decimal sign",
    )
    basis = _FIT
    remedy = Phrase("Viết “{mended}”.", "Write “{mended}”.")

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if not _THOUSANDS.search(document.source.text):
            return
        for number, line in _lines_with(document.source, _COMMAS):
            match = next((m for m in _COMMAS.finditer(line) if m["money"] or m["number"].endswith(",000,000")), None)
            if match:
                mended = match["number"].replace(",", ".")
                yield self.found(Place(document.source.path, number), number=match["number"], mended=mended)


_LOST = re.compile(r"(?:\S{0,12}(?=\ufffd))?\ufffd+[^\s\ufffd]{0,12}")


class NoLostLetters(SourceRule):
    """No letter was lost on the way."""

    code = "ST813"
    title = Phrase("Không có chữ bị mất", "No letter was lost")
    fact = Phrase("chữ bị mất khi chuyển mã ở “{around}”", "letters were lost in conversion at “{around}”")
    basis = _UNICODE
    remedy = Phrase("Gõ lại chữ này theo bản gốc.", "Type the word again as in the original.")

    def check(self, source: Source, examination: Examination) -> Findings:
        if is_ordinary(source.text):
            return
        for number, line in _lines_with(source, _LOST):
            match = _LOST.search(line)
            if match:
                yield self.found(Place(source.path, number), around=match[0])


_IN_WORDS = re.compile(r"\((?:[Mm]ột|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu|[Bb][ảẩ]y|[Tt]ám|[Cc]hín|[Mm]ười|[Kk]hông)")
_BOTH = re.compile(
    r"(?P<digits>\d(?<![\d.,/-].)(?:\d{0,2}(?:\.\d{3}){1,3}|\d{0,8}))\s*\((?P<words>[^\W\d_][^()\d\n]{1,60})\)"
)
_YEAR = "năm"
"""In brackets it may be the unit: “10 (năm)”."""


class NumberAsInWords(DocumentRule):
    """A number and its words in brackets say the same."""

    code = "ST816"
    title = Phrase("Số và chữ trong ngoặc giống nhau", "A number and its words agree")
    fact = Phrase("“{text}”: số là {digits}, chữ là {words}", "“{text}”: the digits say {digits}, the words {words}")
    basis = _FIT
    remedy = Phrase(
        "Xem văn bản gốc rồi sửa số hoặc chữ cho khớp.", "Look into the original, then mend the digits or the words."
    )

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if not _IN_WORDS.search(document.source.text):
            return
        for number, line in _lines_with(document.source, _BOTH):
            for match in _BOTH.finditer(line):
                digits, said = int(match["digits"].replace(".", "")), number_in_words(match["words"])
                if said is not None and said != digits and match["words"].strip().lower() != _YEAR:
                    yield self.found(Place(document.source.path, number), text=match[0], digits=digits, words=said)


def _lines_with(source: Source, sign: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    if sign.search(source.text):
        for number, line in enumerate(source.text.split("\n"), start=1):
            if sign.search(line):
                yield number, line


def _line_of(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _visible(text: str) -> str:
    return "".join(c if c.isprintable() else "·" for c in text)


def _shortened(line: str) -> str:
    text = _visible(line.strip())
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "…"


RULES = (
    NoTcvn3(), NoVni(), PlainBlanks(), OneToneStyle(), PointsInNumbers(), NoLostLetters(), NoViqr(), NoMisreadUtf8(),
    NumberAsInWords(),
)  # fmt: skip
