"""ST906: abbreviations are explained where a document explains its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings
from sotay.rules.writing.prose import prose_lines
from sotay.text.fold import fold

_FIT = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")

_ABBREVIATION = re.compile(r"(?<![\w/.@–-])[A-ZĐƯ]{2,8}(?![\w/@]|[-–.]\w)")
_COMMON = frozenset(
    {
        "ISO", "TCVN", "VN", "PDF", "QR", "SMS", "USB", "GPS", "HTML", "ID", "OTP", "API", "ADN", "HIV", "AIDS", "SIM",
        "KB", "MB", "GB", "TB", "KW", "KV", "HP", "TODO", "FIXME", "TBD", "XXX", "XXXX",
    }
)  # fmt: skip
"""Words that everybody reads as they stand, and units."""
_LEFT_OUT = re.compile(r"“[^”]{1,400}”|\"[^\"]{1,400}\"|(?<!\w)[A-ZĐÀ-Ý]{2,}(?: [A-ZĐÀ-Ý]{2,}){1,20}(?!\w)")
"""What is quoted, and words in a row that are all in capitals."""
_ROMAN = re.compile(r"[IVXLC]+")
_DEFINITIONS = "dinh nghia"


class AbbreviationsDefined(DocumentRule):
    """An abbreviation is explained where the document explains its words."""

    code = "ST906"
    severity = Severity.ADVICE
    title = Phrase("Chữ viết tắt được giải thích", "Abbreviations are explained")
    fact = Phrase(
        "chữ viết tắt “{word}” không có trong mục “{section}”", "the abbreviation “{word}” is not in “{section}”"
    )
    basis = _FIT
    remedy = Phrase(
        "Viết đủ chữ, hoặc thêm “- **{word}**: …” vào mục đó.",
        "Write it out, or add “- **{word}**: …” to that section.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        if document.expanded:
            return
        sections = document.body.sections
        index = next((i for i, s in enumerate(sections) if fold(s.title).startswith(_DEFINITIONS)), None)
        if index is None or not _ABBREVIATION.search(document.body.text):
            return
        start = sections[index].line
        end = next((s.line for s in sections[index + 1 :] if s.level <= sections[index].level), 1 << 30)
        lines = list(prose_lines(document.body))
        known = {word for line, text in lines if start < line < end for word in _ABBREVIATION.findall(text)}
        for line, word in _used(lines, start, end):
            if word not in known:
                known.add(word)
                yield self.found(Place(document.source.path, line), word=word, section=sections[index].title)


def _used(lines: list[tuple[int, str]], start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the abbreviations of each line outside the definitions; words in capitals only are no abbreviations."""
    for line, text in lines:
        if not start < line < end and not text.isupper():
            for match in _ABBREVIATION.finditer(_LEFT_OUT.sub("", text)):
                is_explained = match.string[match.start() - 1 : match.start()] == "(" or "viết tắt" in text
                if match[0] not in _COMMON and not _ROMAN.fullmatch(match[0]) and not is_explained:
                    yield line, match[0]
