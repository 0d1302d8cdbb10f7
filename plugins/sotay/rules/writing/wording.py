"""ST901–ST919: advice on plain words."""

from __future__ import annotations

import re

from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import ItemKind
from sotay.model.source import Place
from sotay.rules.examination import Examination
from sotay.rules.procedure.owed_to_citizens import papers
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings
from sotay.rules.words.quotation import short
from sotay.rules.writing.abbreviations import AbbreviationsDefined
from sotay.rules.writing.prose import prose_lines
from sotay.text.fold import fold
from sotay.text.plain_words import needless_words, patterns_for
from sotay.text.sentences import sentences_of
from sotay.text.state_papers import held_in

_FIT = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
_NAMED = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
_CHANGES = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")


_ENDS_WITHIN = re.compile(r"[.?!][”\")]? +[“\"(]?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]\S*")
"""From the first letter of a word to its end; what has no letter is no word."""
_TO_FILL = "……"
"""A line of a form, to be filled in by hand."""


class OneSentenceALine(DocumentRule):
    """Each sentence has its own line, so that a comparison shows sentences and not paragraphs."""

    code = "ST901"
    severity = Severity.ADVICE
    title = Phrase("Mỗi câu một dòng", "One sentence a line")
    fact = Phrase(
        "{count} dòng có từ hai câu trở lên; dòng này có câu “{second}”",
        "lines with two sentences or more: {count}; here is a second one, “{second}”",
    )
    basis = _CHANGES
    remedy = Phrase(
        "Xuống dòng sau mỗi câu; trang vẫn hiện thành một đoạn, bản so sánh thì rõ từng câu.",
        "Begin a new line after each sentence; the page stays the same, comparisons become clear.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        prose = [
            (n, text) for n, text in prose_lines(document.body) if _ENDS_WITHIN.search(text) and _TO_FILL not in text
        ]
        crowded = [(line, split[1]) for line, text in prose if len(split := sentences_of(text)) > 1]
        if crowded:
            line, second = crowded[0]
            place = Place(document.source.path, line)
            yield self.found(place, count=len(crowded), second=short(second))


LONGEST = 60
"""Syllables of a sentence that one can still follow; a tenth of the national texts is longer than 78."""


class ShortSentences(DocumentRule):
    """A sentence is short enough to be understood at one reading."""

    code = "ST902"
    severity = Severity.ADVICE
    title = Phrase("Câu đủ ngắn để đọc một lần là hiểu", "Sentences are short enough to follow")
    fact = Phrase(
        "{count} câu dài hơn {longest} chữ; dài nhất {most} chữ, bắt đầu “{start}”",
        "sentences of more than {longest} words: {count}; the longest has {most} and begins “{start}”",
    )
    basis = _FIT
    remedy = Phrase(
        "Tách thành nhiều câu, hoặc liệt kê thành các gạch đầu dòng.", "Part it into sentences, or list its parts."
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        long: list[tuple[int, int, str]] = []
        for line, text in prose_lines(document.body):
            if text.count(" ") >= LONGEST:
                split = (sentence for sentence in _sentences(text) if sentence.count(" ") >= LONGEST)
                counted = ((_syllables(sentence), sentence) for sentence in split)
                long += [(count, line, sentence) for count, sentence in counted if count > LONGEST]
        if long:
            most, line, sentence = max(long, key=lambda found: found[0])
            place = Place(document.source.path, line)
            yield self.found(place, count=len(long), longest=LONGEST, most=most, start=short(sentence))


class PlainWords(DocumentRule):
    """Words that add nothing are left out."""

    code = "ST903"
    severity = Severity.ADVICE
    title = Phrase("Không dùng từ thừa", "No needless words")
    fact = Phrase("“{words}” là từ thừa", "“{words}” adds nothing")
    basis = _FIT
    remedy = Phrase("{do}.", "{do_en}.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        patterns = patterns_for(document.body.text)
        for line, text in prose_lines(document.body) if patterns else ():
            found = needless_words(text, patterns)
            if found:
                words, plain = found
                do = f"Viết “{plain}”" if plain else "Bỏ mấy từ này"
                do_en = f"Write “{plain}”" if plain else "Leave them out"
                yield self.found(Place(document.source.path, line), words=words, do=do, do_en=do_en)


class PapersTheStateHolds(DocumentRule):
    """The citizen is not asked for a paper that the desk can look up."""

    code = "ST904"
    kinds = PROCEDURES
    severity = Severity.ADVICE
    title = Phrase("Không đòi giấy tờ mà nhà nước đã có", "No papers that the state already holds")
    fact = Phrase("“{paper}” có thể tra cứu ở {database}", "“{paper}” can be looked up in “{database}”")
    basis = Phrase(
        "Nghị định 63/2010/NĐ-CP, Điều 8; Nghị định 118/2025/NĐ-CP",
        "Decree 63/2010/NĐ-CP, Article 8; Decree 118/2025/NĐ-CP",
    )
    remedy = Phrase(
        "Nếu cơ quan tra cứu được thì ghi “kind: retrieved”, “retrieved_from: {database}”; "
        "nếu chỉ cần khi không tra cứu được thì ghi điều đó vào “condition”.",
        "If the desk can look it up, state “kind: retrieved” and “retrieved_from: {database}”; "
        "if it is needed only where that fails, say so under “condition”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        given = [fold(result.name) for result in control.results]
        for path, item in papers(control.dossier) if control.dossier else ():
            is_asked = item.kind is ItemKind.SUBMIT and (item.originals or item.copies) and not item.condition
            database = held_in(item.name) if is_asked else None
            says_why = item.note and held_in(f"{item.name}; {item.note}") is None
            if database and not says_why and not any(name and name in fold(item.name) for name in given):
                yield self.found(document.place(*path), paper=short(item.name), database=database)


LEAST_KEYWORDS = 2
"""Words people type beside the title."""


class KeywordsGiven(DocumentRule):
    """A public procedure is found by the words that people use, not only by its title."""

    code = "ST907"
    kinds = PROCEDURES
    severity = Severity.ADVICE
    title = Phrase("Có từ khóa người dân hay gõ", "There are the words that people type")
    fact = Phrase(
        "mới có {count} từ khóa khác với tên thủ tục, cần ít nhất {least}",
        "keywords that the title does not have: {count} of at least {least}",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 a", "TCVN ISO 9001:2015, 7.5.3.2 a")
    remedy = Phrase(
        "Thêm vào “keywords” những từ người dân quen nói, ví dụ “sổ đỏ”, “giấy độc thân”.",
        "Add to “keywords” the words that people say, e.g. “sổ đỏ”, “giấy độc thân”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        control = document.control
        if document.is_public and not document.source.refuses("keywords"):
            title = fold(control.title or "")
            count = len({word for keyword in control.keywords if (word := fold(keyword).strip()) not in title})
            if count < LEAST_KEYWORDS:
                yield self.found(document.place("keywords"), count=count, least=LEAST_KEYWORDS)


LONGEST_TITLE = 150
"""Letters of a title that fits on a phone and in a list."""


class ShortTitles(DocumentRule):
    """A title is a name: short (but for the names that ministries fix), without a full stop, not in capitals."""

    code = "ST908"
    severity = Severity.ADVICE
    title = Phrase("Tên tài liệu ngắn gọn", "Titles are short")
    fact = Phrase("tên tài liệu {what}", "the title {what_en}")
    basis = _NAMED
    remedy = Phrase("{do}.", "{do_en}.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        title, place = (document.control.title or "").strip(), document.place("title")
        if len(title) > LONGEST_TITLE and not document.control.tthc:
            what, what_en = (
                f"dài {len(title)} chữ cái, hơn {LONGEST_TITLE}",
                f"has {len(title)} letters, more than {LONGEST_TITLE}",
            )
            do = "Giữ phần gọi tên việc; trường hợp và điều kiện ghi ở phạm vi hoặc “conditions”"
            do_en = "Keep what names the matter; put cases and conditions into the scope or “conditions”"
            yield self.found(place, what=what, what_en=what_en, do=do, do_en=do_en)
        if title.endswith((".", ";", ",", ":")):
            what, what_en = f"kết thúc bằng dấu “{title[-1]}”", f"ends with “{title[-1]}”"
            yield self.found(place, what=what, what_en=what_en, do="Bỏ dấu cuối tên", do_en="Remove the mark")
        if title.isupper() and " " in title:
            what, what_en = "viết toàn chữ hoa", "is in capitals only"
            do, do_en = (
                "Viết hoa chữ đầu và tên riêng; trang tự làm nổi bật tên",
                "Use capitals for the first letter and names only",
            )
            yield self.found(place, what=what, what_en=what_en, do=do, do_en=do_en)


_DOING = "cap nhat|sua doi|bo sung|chinh sua|dieu chinh|thay doi|hoan thien|sua loi|sua|update|ra soat|soat xet"
_TO_WHAT = (
    "lai|mot so|noi dung|quy trinh|tai lieu|van ban|bieu mau|cho phu hop|theo quy dinh|moi|hien hanh|nho|khac"
    r"|lan \d{1,2}"
)
_EMPTY = re.compile(rf"(?:(?:{_DOING})[ ,]*(?:va )?){{1,4}}(?:(?:{_TO_WHAT})[ ,]*){{0,8}}\.?")
_FIRST = "ban hanh lan dau"


class ChangesSaySomething(DocumentRule):
    """The sentence on what a version changes says what it changes."""

    code = "ST909"
    severity = Severity.ADVICE
    title = Phrase("Nội dung sửa đổi nói rõ điều đã đổi", "The sentence on changes says what changed")
    fact = Phrase("“{changes}” không cho biết điều gì đã đổi", "“{changes}” does not say what changed")
    basis = _CHANGES
    remedy = Phrase(
        "Viết một câu cho người dân, ví dụ “Rút thời hạn từ 05 xuống 03 ngày làm việc.”.",
        "Write a sentence for the public, e.g. “Rút thời hạn từ 05 xuống 03 ngày làm việc.”.",
    )
    requires = READABLE | {"ST105", "ST206", "ST303"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        changes, version = (document.control.changes or "").strip(), document.version
        said = " ".join(fold(changes).split())
        is_first_again = bool(version and (version.issue, version.amendment) != (1, 0) and said.startswith(_FIRST))
        if changes and (_EMPTY.fullmatch(said) or is_first_again):
            yield self.found(document.place("changes"), changes=short(changes))


def _sentences(text: str) -> list[str]:
    return sentences_of(text) if _ENDS_WITHIN.search(text) else [text]


def _syllables(sentence: str) -> int:
    return len(_WORD.findall(sentence))


RULES = (
    OneSentenceALine(), ShortSentences(), PlainWords(), PapersTheStateHolds(), AbbreviationsDefined(), KeywordsGiven(),
    ShortTitles(), ChangesSaySomething(),
)  # fmt: skip
