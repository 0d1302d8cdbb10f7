"""ST506–ST510: legal documents cited in prose: the number, the register, their force, the word before the number."""

from __future__ import annotations

import re
from abc import abstractmethod
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.source import KeyPath, Place, Source
from sotay.rules.examination import Examination
from sotay.rules.legal.legal_basis import cited_as_data, in_the_place_of, why_not_in_force
from sotay.rules.rule import Findings, ProvinceRule, Rule
from sotay.rules.words.suggestion import hints
from sotay.text.former_times import is_coming_law, is_former_law, sentence_around
from sotay.text.legal_number import Citation, citations, is_act, lacks_year, one_slip_away, symbol_of

_EXTERNAL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_FORM_OF_NUMBERS = Phrase("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP")
_NUMBERS_AS_DATA = frozenset({"legal_basis", "decision", "portal_form"})
"""Keys whose numbers rules of their own look at, or that only name files."""


@dataclass(frozen=True, slots=True)
class CitedInProse:
    """A number where prose cites it."""

    place: Place
    citation: Citation
    source: Source
    """The file."""
    day: date
    """The day on which the text takes effect, else that of the examination."""

    @property
    def number(self) -> str | None:
        """The number, if it was typed well."""
        return None if self.citation.is_mistyped else self.citation.number

    @property
    def is_of_other_times(self) -> bool:
        """Whether the sentence names it as replaced, amended, or before its day."""
        return is_former_law(*self._sentence)

    @property
    def is_of_days_to_come(self) -> bool:
        """Whether the sentence says that it speaks of a later time."""
        return is_coming_law(*self._sentence)

    @property
    def _sentence(self) -> tuple[str, str]:
        start = self.citation.start
        return sentence_around(self.source.text, start, start + len(self.citation.text))


def cited_in_prose(examination: Examination) -> tuple[CitedInProse, ...]:
    """Return every number that the prose of documents and portal pages cites."""
    return tuple(_cited_in_prose(examination))


def _cited_in_prose(examination: Examination) -> Iterator[CitedInProse]:
    for document in examination.province.documents:
        yield from _of_document(document, examination.day)
    for page in examination.province.pages:
        yield from _of_file(page.source, page.body.first_line, examination.day)


def _of_document(document: DocumentFile, today: date) -> Iterator[CitedInProse]:
    yield from _of_file(document.source, document.body.first_line, document.control.effective_date or today)


def _of_file(source: Source, first_line: int, day: date) -> Iterator[CitedInProse]:
    """Look at the body from `first_line` on, and at the sentences of the front matter."""
    text, cited = source.text, citations(source.text)
    if not cited or source.is_cut:
        return
    data = _DataLines(source)
    line, position, comment = 1, 0, _comment_start(text, 0)
    for citation in cited:
        passed = text.count("\n", position, citation.start)
        if passed:
            line += passed
            comment = _comment_start(text, text.rfind("\n", position, citation.start) + 1)
        position = citation.start
        if line >= first_line or not (comment < citation.start or data.has(line)):
            yield CitedInProse(Place(source.path, line), citation, source, day)


def _comment_start(text: str, line_start: int) -> int:
    """Where the comment on a line of YAML begins; the end of the line if it has none."""
    line_end = text.find("\n", line_start)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if line.lstrip().startswith("#"):
        return line_start
    begins = line.find(" #")
    return line_start + (begins if begins >= 0 else len(line))


class _DataLines:
    """The lines of a file whose values are numbers as data; a long value goes on below the line of its key."""

    def __init__(self, source: Source) -> None:
        keys: defaultdict[int, list[KeyPath]] = defaultdict(list)
        for path, line in source.lines.items():
            keys[line].append(path)
        self._keys = keys
        self._lines = sorted(keys)

    def has(self, line: int) -> bool:
        """Return whether the value on a line is a number as data."""
        before = bisect_right(self._lines, line)
        paths = self._keys[self._lines[before - 1]] if before else []
        return any(part in _NUMBERS_AS_DATA for path in paths for part in path)


class _CitationRule(ProvinceRule):
    """A rule about each number cited in prose."""

    def check(self, examination: Examination) -> Findings:
        for cited in examination.shared(cited_in_prose):
            yield from self.check_one(cited, examination)

    @abstractmethod
    def check_one(self, cited: CitedInProse, examination: Examination) -> Findings:
        """Yield what is wrong with one number."""


class ProseNumberWellFormed(_CitationRule):
    """A number cited in prose has the form of a legal document's number."""

    code = "ST506"
    title = Phrase("Số hiệu trong lời văn đúng thể thức", "Numbers in prose are well formed")
    fact = Phrase("số hiệu “{number}” {what}{hint}", "the number “{number}” {what_en}{hint_en}")
    basis = _FORM_OF_NUMBERS
    remedy = Phrase(
        "Ghi đúng số, năm, ký hiệu, ví dụ 123/2015/NĐ-CP.", "Write number, year and symbol, e.g. “123/2015/NĐ-CP”."
    )

    def check_one(self, cited: CitedInProse, examination: Examination) -> Findings:
        typed, register = cited.citation.text, examination.province.legal_by_number
        if cited.citation.is_mistyped:
            meant = cited.citation.number or _only_one_that_begins(typed, register) or one_slip_away(typed, register)
            told = {"what": "sai thể thức", "what_en": "is malformed"}
            yield self.found(cited.place, number=typed, **told, **hints(meant))
        elif lacks_year(typed) and typed not in register:
            # Before 1997 circulars bore no year, so that it is not certain that one is missing.
            told = {"what": "thiếu năm ban hành", "what_en": "lacks its year"}
            yield self.found(cited.place, number=typed, **told, **hints(None)).weighing(Severity.WARNING)


def _only_one_that_begins(start: str, numbers: Iterable[str]) -> str | None:
    """Return the one number that begins with a text that was cut off after its hyphen, or None."""
    whole = [number for number in numbers if number.startswith(start)] if start.endswith("-") else []
    return whole[0] if len(whole) == 1 else None


class ProseNumberRegistered(_CitationRule):
    """A law cited in prose is in the register of documents of external origin."""

    code = "ST507"
    title = Phrase("Văn bản nêu trong lời văn có trong danh mục", "Laws cited in prose are registered")
    fact = Phrase(
        "“{number}” nêu trong lời văn không có trong procedures/legal.yml{hint}",
        "“{number}”, cited in prose, is not in procedures/legal.yml{hint_en}",
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Sửa số hiệu; số hiệu đúng thì thêm mục “number: {number}” với “title”, “issuer”, “source” "
        "vào procedures/legal.yml.",
        "Mend the number; if it is right, add an item “number: {number}” with “title”, “issuer”, “source” "
        "to procedures/legal.yml.",
    )

    def check_one(self, cited: CitedInProse, examination: Examination) -> Findings:
        number, register = cited.number, examination.province.legal_by_number
        if examination.province.legal.is_faulty or (not register and examination.shared(_cites_as_data)):
            return
        if number and number not in register and is_act(number):
            yield self.found(cited.place, number=number, **hints(one_slip_away(number, register)))


def _cites_as_data(examination: Examination) -> bool:
    """Whether a legal basis finds the register empty, which is said once."""
    return any(next(cited_as_data(document), None) for document in examination.province.documents)


class ProseNumberInForce(_CitationRule):
    """A law that prose applies is in force when the text takes effect."""

    code = "ST508"
    severity = Severity.WARNING
    title = Phrase("Văn bản nêu trong lời văn còn hiệu lực", "Laws cited in prose are in force")
    fact = Phrase(
        "“{number}” nêu trong lời văn không có hiệu lực ngày {day:%d/%m/%Y} ({period})",
        "“{number}”, cited in prose, is not in force on {day} ({period_en})",
    )
    basis = Phrase("Quyết định 19/2014/QĐ-TTg, Điều 4", "Decision 19/2014/QĐ-TTg, Article 4")
    remedy = Phrase(
        "Thay bằng văn bản đang có hiệu lực{by}; nếu nói về quá khứ thì ghi rõ, ví dụ “trước ngày … có hiệu lực”.",
        "Cite the document that is in force{by}; if the past is meant, say so, e.g. “trước ngày … có hiệu lực”.",
    )

    def check_one(self, cited: CitedInProse, examination: Examination) -> Findings:
        register = examination.province.legal
        document = examination.province.legal_by_number.get(cited.number or "")
        if document is None or document.in_force(cited.day) or cited.is_of_other_times:
            return
        is_to_come = document.effective is not None and document.effective > cited.day
        if not (is_to_come and cited.is_of_days_to_come):
            period = why_not_in_force(document, cited.day)
            by = in_the_place_of(document, register.value, cited.day)
            told = {"period": period.vi, "period_en": period.en, "by": by}
            yield self.found(cited.place, number=document.number, day=cited.day, **told)


class ProseInLegalBasis(ProvinceRule):
    """The laws that the prose of a procedure applies stand in its legal basis."""

    code = "ST509"
    severity = Severity.ADVICE
    title = Phrase("Căn cứ pháp lý có đủ văn bản đã nêu", "The legal basis has the laws that the prose applies")
    fact = Phrase(
        "lời văn viện dẫn {numbers} nhưng “legal_basis” không có", "the prose cites {numbers}, not in “legal_basis”"
    )
    basis = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
    remedy = Phrase("Thêm {numbers} vào “legal_basis”.", "Add {numbers} to “legal_basis”.")

    def check(self, examination: Examination) -> Findings:
        register = examination.province.legal_by_number
        for document in examination.province.documents:
            if document.control.kind is not DocumentKind.PROCEDURE or document.source.refuses("legal_basis"):
                continue
            known = {number for _, number in cited_as_data(document)}
            missing: dict[str, Place] = {}
            for cited in _of_document(document, examination.day):
                law = register.get(cited.number or "")
                if law and law.number not in known and law.in_force(cited.day) and not cited.is_of_other_times:
                    missing.setdefault(law.number, cited.place)
            if missing:
                numbers = ", ".join(f"“{number}”" for number in missing)
                yield self.found(next(iter(missing.values())), numbers=numbers)


_WORD = re.compile(
    r"\b(nghị định|thông tư liên tịch|thông tư|quyết định|nghị quyết liên tịch|nghị quyết|chỉ thị|bộ luật|luật)"
    r"(?: số)?[ :]{0,2}$",
    re.IGNORECASE,
)
_SYMBOLS = {
    "nghị định": ("NĐ-",),
    "thông tư liên tịch": ("TTLT-",),
    "thông tư": ("TT-", "TTLT-"),
    "quyết định": ("QĐ-",),
    "nghị quyết liên tịch": ("NQLT-",),
    "nghị quyết": ("NQ-", "NQLT-", "QH", "UBTVQH"),
    "chỉ thị": ("CT-",),
    "bộ luật": ("QH",),
    "luật": ("QH",),
}
_NAMES = {"NĐ": "Nghị định", "TTLT": "Thông tư liên tịch", "TT": "Thông tư", "QĐ": "Quyết định", "NQ": "Nghị quyết",
          "NQLT": "Nghị quyết liên tịch", "CT": "Chỉ thị"}  # fmt: skip


class WordAgreesWithSymbol(_CitationRule):
    """The word before a number names the kind of document that its symbol stands for."""

    code = "ST510"
    title = Phrase("Tên loại văn bản khớp với ký hiệu", "The word before a number agrees with its symbol")
    fact = Phrase(
        "viết “{word}” nhưng ký hiệu của “{number}” là của {kind}",
        "the text says “{word}”, but the symbol of “{number}” is that of another kind: {kind_en}",
    )
    basis = _FORM_OF_NUMBERS
    remedy = Phrase("Sửa tên loại văn bản hoặc sửa số hiệu.", "Mend the word or the number.")

    def check_one(self, cited: CitedInProse, examination: Examination) -> Findings:
        start, text = cited.citation.start, cited.source.text
        word = _WORD.search(text[max(0, start - 30) : start])
        symbol = symbol_of(cited.number or "")
        if word and symbol and not symbol.startswith(_SYMBOLS[word[1].lower()]):
            name = _NAMES.get(symbol.partition("-")[0])
            kind = {"kind": name.lower(), "kind_en": f"“{name}”"} if name else _OF_THE_ASSEMBLY
            yield self.found(cited.place, word=word[1], number=cited.number, **kind)


_OF_THE_ASSEMBLY = {
    "kind": "văn bản của Quốc hội hoặc Ủy ban Thường vụ Quốc hội",
    "kind_en": "one of the National Assembly",
}

RULES: tuple[Rule, ...] = (
    ProseNumberWellFormed(), ProseNumberRegistered(), ProseNumberInForce(), ProseInLegalBasis(), WordAgreesWithSymbol(),
)  # fmt: skip
