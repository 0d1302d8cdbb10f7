"""ST411–ST415: papers are papers, asked once, in cases that a citizen can tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.procedure import Dossier, DossierItem, ItemKind
from sotay.model.source import KeyPath, Place
from sotay.rules.examination import Examination
from sotay.rules.procedure import paper_kinds
from sotay.rules.procedure.kept_rows import paper_rows
from sotay.rules.procedure.owed_to_citizens import papers
from sotay.rules.rule import PROCEDURES, READABLE, DocumentRule, Findings, Rule
from sotay.rules.words.paper_oddities import said_of, weight
from sotay.rules.words.quotation import ending, short
from sotay.text.paper_name import Oddity, is_heading, oddity_of, same_name

_COMPLETE = Phrase("Nghị định 63/2010/NĐ-CP, Điều 8", "Decree 63/2010/NĐ-CP, Article 8")
_SUITABLE = Phrase(
    "Nghị định 63/2010/NĐ-CP, Điều 8; TCVN ISO 9001:2015, 7.5.2 c",
    "Decree 63/2010/NĐ-CP, Article 8; TCVN ISO 9001:2015, 7.5.2 c",
)
_VAGUE = re.compile(
    r"(?:(?:các )?(?:trường hợp|loại|hồ sơ|mục)(?: (?:số )?[\divx]{1,4})?|[\divx.()]{1,6})[.:]?", re.IGNORECASE
)
_LEAST_WORDS = 2
"""Letters that the description of a case has at least."""


class CasesTellApart(DocumentRule):
    """Every case of a dossier has papers and a description that only it has."""

    code = "ST411"
    kinds = PROCEDURES
    title = Phrase("Mỗi trường hợp có giấy tờ và tên riêng", "Every case has papers and a description of its own")
    fact = Phrase("{what}", "{what_en}")
    basis = _COMPLETE
    remedy = Phrase("{mend}", "{mend_en}")
    requires = READABLE | {"ST401"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        dossier = document.control.dossier
        if dossier is None or document.source.refuses("dossier"):
            return
        yield from self._papers(document, dossier)
        yield from self._descriptions(document, dossier)

    def _papers(self, document: DocumentFile, dossier: Dossier) -> Findings:
        has_common = any(item.kind is not ItemKind.NOTE for item in dossier.common)
        if not has_common and all(item.kind is ItemKind.NOTE for _, item in papers(dossier)):
            finding = self._found(document, ("dossier",), _ONLY_NOTES)
            yield finding.weighing(Severity.WARNING)
        for index, case in enumerate(dossier.cases):
            if not case.items:
                yield self._found(document, ("dossier", "cases", index), _NO_PAPERS, name=short(case.when or ""))

    def _descriptions(self, document: DocumentFile, dossier: Dossier) -> Findings:
        seen: dict[str, int] = {}
        for index, case in enumerate(dossier.cases):
            path: KeyPath = ("dossier", "cases", index, "when")
            words = (case.when or "").strip()
            if not words:
                if len(dossier.cases) > 1:
                    yield self._found(document, path, _NO_DESCRIPTION, number=index + 1)
            elif (same := same_name(words)) and same in seen:
                yield self._found(document, path, _SAME_CASE, name=short(words), first=seen[same] + 1)
            elif case.items and _says_nothing(words):
                yield self._found(document, path, _VAGUE_CASE, name=short(words)).weighing(Severity.WARNING)
            seen.setdefault(same_name(words), index)

    def _found(self, document: DocumentFile, path: KeyPath, words: tuple[Phrase, Phrase], **facts: object) -> Finding:
        said, mend = words[0].format(**facts), words[1]
        place = document.place(*path)
        return self.found(place, what=said.vi, what_en=said.en, mend=mend.vi, mend_en=mend.en)


_NO_PAPERS = (
    Phrase("trường hợp “{name}” chưa có giấy tờ nào", "the case “{name}” has no papers"),
    Phrase(
        "Ghi giấy tờ vào “items”; không cần thêm giấy tờ thì ghi một mục “kind: note” nói rõ như vậy.",
        "List the papers under “items”; where none are needed, say so by an item of “kind: note”.",
    ),
)
_ONLY_NOTES = (
    Phrase("hồ sơ chỉ có ghi chú, không có giấy tờ nào", "the dossier has notes but no papers"),
    Phrase(
        "Xác định mục nào là giấy tờ: bỏ “kind: note” và ghi “originals” hoặc “copies”.",
        "Find out which items are papers: drop “kind: note” and state “originals” or “copies”.",
    ),
)
_NO_DESCRIPTION = (
    Phrase("trường hợp thứ {number} không ghi “when”", "case {number} does not state “when”"),
    Phrase("Ghi vào “when” ai hoặc khi nào thuộc trường hợp này.", "Say under “when” who or what falls under it."),
)
_SAME_CASE = (
    Phrase(
        "trường hợp “{name}” trùng với trường hợp thứ {first}", "the case “{name}” is stated again, as case {first}"
    ),
    Phrase(
        "Gộp hai trường hợp làm một, hoặc sửa “when” để người nộp biết mình thuộc trường hợp nào.",
        "Join the two cases, or mend “when” so that applicants know which case is theirs.",
    ),
)
_VAGUE_CASE = (
    Phrase("“{name}” không nói ai thuộc trường hợp này", "“{name}” does not say who falls under the case"),
    Phrase(
        "Ghi rõ trường hợp, ví dụ “when: Trẻ chưa có giấy chứng sinh”; "
        "giấy tờ mọi trường hợp đều cần thì chuyển vào “common”.",
        "Describe the case, e.g. “when: Trẻ chưa có giấy chứng sinh”; move what every case needs to “common”.",
    ),
)


def _says_nothing(words: str) -> bool:
    return len(words) < _LEAST_WORDS or bool(_VAGUE.fullmatch(words)) or is_heading(words)


class PaperNamed(DocumentRule):
    """A paper is called by its name; instructions, headings and conditions have keys of their own."""

    code = "ST412"
    kinds = PROCEDURES
    title = Phrase("Tên giấy tờ chỉ là tên giấy tờ", "The name of a paper is a name and nothing else")
    fact = Phrase("“{name}” {what}", "“{name}” {what_en}")
    basis = _SUITABLE
    remedy = Phrase("{mend}", "{mend_en}")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, item in papers(document.control.dossier) if document.control.dossier else ():
            oddity = None if item.kind is ItemKind.NOTE else oddity_of(item.name)
            if oddity:
                what, mend = said_of(oddity)
                name = ending(item.name) if oddity is Oddity.OPEN_END else short(item.name)
                facts = {"what": what.vi, "what_en": what.en, "mend": mend.vi, "mend_en": mend.en}
                yield self.found(document.place(*path), name=name, **facts).weighing(weight(oddity))


class PaperAskedOnce(DocumentRule):
    """No applicant is asked twice for one paper."""

    code = "ST413"
    kinds = PROCEDURES
    title = Phrase("Mỗi giấy tờ chỉ đòi một lần", "A paper is asked for once")
    fact = Phrase("“{name}” đã có ở dòng {first}{in_case}", "“{name}” stands in line {first} already{in_case_en}")
    basis = _COMPLETE
    remedy = Phrase(
        "Xóa một mục; nếu cần trong điều kiện khác nhau thì ghi “condition” cho từng mục.",
        "Delete one of them; if they are needed under different conditions, state “condition” for each.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        dossier = document.control.dossier
        if dossier is None:
            return
        for path, item, first, is_common in _repeated(dossier):
            oddity = oddity_of(item.name)
            if oddity and oddity.is_certain:
                continue
            case = "" if is_common else " (giấy tờ chung)"
            case_en = "" if is_common else ", among the common papers"
            line = document.place(*first).line
            place = document.place(*path)
            yield self.found(place, name=short(item.name), first=line, in_case=case, in_case_en=case_en)


def _repeated(dossier: Dossier) -> Iterator[tuple[KeyPath, DossierItem, KeyPath, bool]]:
    """Yield each paper that was asked for before, with the place of the first and whether both are in one list."""
    common: dict[object, KeyPath] = {}
    for key, path, item in _keyed(("dossier", "common"), dossier.common):
        if common.setdefault(key, path) != path:
            yield path, item, common[key], True
    for index, case in enumerate(dossier.cases):
        own: dict[object, KeyPath] = {}
        for key, path, item in _keyed(("dossier", "cases", index, "items"), case.items):
            if key in common:
                yield path, item, common[key], False
            elif own.setdefault(key, path) != path:
                yield path, item, own[key], True


def _keyed(start: KeyPath, items: Sequence[DossierItem]) -> Iterator[tuple[object, KeyPath, DossierItem]]:
    """Yield papers with what makes two of them the same; a form or a channel of its own makes another paper of it."""
    for index, item in enumerate(items):
        name = same_name(item.name)
        if name:
            forms = (item.form, item.portal_form)
            condition = same_name(item.condition) if item.condition else ""
            key = (name, condition, item.kind is ItemKind.NOTE, item.channels, forms)
            yield key, (*start, index), item


class PortalPapersWorkedIn(DocumentRule):
    """No paper is left as the import found it."""

    code = "ST415"
    kinds = PROCEDURES
    title = Phrase("Giấy tờ chép từ bản ghi quốc gia đã xử lý xong", "Papers of the national record are worked in")
    fact = Phrase(
        "phần lời văn còn {count} dòng giấy tờ của bản ghi quốc gia chưa thành dữ liệu; dòng đầu: “{text}”",
        "papers of the national record left in the body: {count}; the first is “{text}”",
    )
    basis = _COMPLETE
    remedy = Phrase(
        "Tách thành từng giấy tờ có tên ngắn trong “dossier”, lời hướng dẫn thì ghi “kind: note”; rồi xóa dòng này.",
        "Split it into papers with short names under “dossier”, instructions as “kind: note”; then delete the row.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        rows = list(paper_rows(document.body))
        if rows:
            place = Place(document.source.path, rows[0].line)
            yield self.found(place, count=len(rows), text=short(rows[0].text))


RULES: tuple[Rule, ...] = (CasesTellApart(), PaperNamed(), PaperAskedOnce(), *paper_kinds.RULES, PortalPapersWorkedIn())
