"""ST610–ST619: what documents say of each other agrees both ways, and leads to what is in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.source import Place
from sotay.rules.approval.standing import is_over, owner_ledger
from sotay.rules.examination import Examination
from sotay.rules.references import clauses, mentions, withdrawn
from sotay.rules.references.named_documents import related_documents
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule, Rule

_PROCESSES = Phrase("TCVN ISO 9001:2015, 4.4.1 b", "TCVN ISO 9001:2015, 4.4.1 b")

_ITSELF = (
    Phrase("tài liệu ghi là thay thế chính nó", "the document says that it replaces itself"),
    Phrase("Xóa “{code}” khỏi “replaces”; bản mới của cùng tài liệu chỉ cần tăng “version”.",
           "Take “{code}” out of “replaces”; a new version only needs a higher “version”."),
)  # fmt: skip
_STAYS = (
    Phrase("“{code}” bị tài liệu này thay thế nhưng ngày {day:%d/%m/%Y} vẫn còn hiệu lực",
           "“{code}”, which this document replaces, is still in force on {day}"),
    Phrase("Trong quyết định ban hành tài liệu này, thêm mục “code: {code}” với “action: withdraw”.",
           "In the decision that issues this document, add an item “code: {code}” with “action: withdraw”."),
)  # fmt: skip
_BY_ANOTHER = Phrase(
    "“{owner}” ra quyết định có mục “code: {code}”, “action: withdraw”, hiệu lực không muộn hơn {day:%d/%m/%Y}.",
    "“{owner}” takes a decision with “code: {code}” and “action: withdraw”, in effect no later than {day}.",
)
_BOTH = (
    Phrase("“{code}” vừa ghi là bị thay thế vừa ghi là thủ tục liên quan",
           "“{code}” is named as replaced and as related at once"),
    Phrase("Xóa “{code}” khỏi “related”.", "Take “{code}” out of “related”."),
)  # fmt: skip


class ReplacedIsWithdrawn(DocumentRule):
    """What a document replaces is no longer in force when it takes effect."""

    code = "ST610"
    title = Phrase("Tài liệu bị thay thế đã được bãi bỏ", "A replaced document is withdrawn")
    fact = Phrase("{what}", "{what_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 c", "TCVN ISO 9001:2015, 7.5.3.2 c")
    remedy = Phrase("{do}", "{do_en}")
    requires = READABLE | {"ST601"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        replaces = document.control.replaces
        for index, code in enumerate(replaces):
            place = document.place("replaces", index)
            if code == document.code:
                yield self._told(place, *_ITSELF, code=code)
            else:
                yield from self._still_in_force(document, place, code, examination)
        for path, code in related_documents(document):
            if code in replaces and code != document.code:
                yield self._told(document.place(*path), *_BOTH, code=code)

    def _still_in_force(self, document: DocumentFile, place: Place, code: str, examination: Examination) -> Findings:
        province, day = examination.province, document.control.effective_date
        replaced = province.document_by_code.get(code)
        if day is None or replaced is None or province.is_uncertain(code) or province.is_uncertain(document.code):
            return
        mine, theirs = owner_ledger(document, examination), owner_ledger(replaced, examination)
        is_issued = mine is not None and any(period.starts == day for period in mine.of(document.code))
        if not is_issued or theirs is None or theirs.in_force(code, day) is None:
            return
        same = replaced.control.owner == document.control.owner
        remedy = _STAYS[1] if same else _BY_ANOTHER
        told = self._told(place, _STAYS[0], remedy, code=code, day=day, owner=replaced.control.owner)
        # Until the day comes the other decision can still be taken; once it is taken, the past cannot be changed.
        is_now = day <= examination.day and theirs.in_force(code, examination.day) is not None
        yield told if is_now else told.weighing(Severity.WARNING)

    def _told(self, place: Place, what: Phrase, remedy: Phrase, **facts: object) -> Finding:
        said, do = what.format(**facts), remedy.format(**facts)
        return self.found(place, what=said.vi, what_en=said.en, do=do.vi, do_en=do.en)


_OTHER_WAY: Mapping[str, str] = {"after": "before", "before": "after"}


class RelatedBothWays(ProvinceRule):
    """If one procedure names another as the next, that one names it as the one before."""

    code = "ST611"
    severity = Severity.ADVICE
    title = Phrase("Thủ tục liên quan nêu nhau hai chiều", "Related procedures name each other")
    fact = Phrase(
        "{code} ở “{key}” nhưng {code} không nêu lại {own} ở “{other}”",
        "{code} stands in “{key}”, but {code} does not name {own} in “{other}”",
    )
    basis = _PROCESSES
    remedy = Phrase(
        "Thêm {own} vào “{other}” dưới “related” của {code}, hoặc bỏ {code} ở đây.",
        "Add {own} to “{other}” under “related” of {code}, or take {code} out here.",
    )

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        replaced = {code for document in province.documents for code in document.control.replaces}
        documents = (d for d in _procedures(province) if d.code not in replaced and not is_over(d, examination))
        linked = {document.code: document for document in documents}
        for document in linked.values():
            for path, code in related_documents(document):
                other = linked.get(code)
                key = str(path[1])
                if other is None or key not in _OTHER_WAY or code == document.code:
                    continue
                # Two that each name the other as the next go in a circle, which is said elsewhere.
                if code not in _named(document, _OTHER_WAY[key]) and document.code not in (
                    *_named(other, _OTHER_WAY[key]),
                    *_named(other, key),
                ):
                    facts = {"own": document.code, "code": code, "key": key, "other": _OTHER_WAY[key]}
                    yield self.found(document.place(*path), **facts)


class NoCircles(ProvinceRule):
    """What comes before and after, and what is a part of what, does not go in a circle."""

    code = "ST614"
    title = Phrase("Thứ tự thủ tục không quay vòng", "The order of procedures is no circle")
    fact = Phrase("{what}: {circle}", "{what_en}: {circle}")
    basis = _PROCESSES
    remedy = Phrase(
        "Sửa “related” của các thủ tục này: “before” là làm trước, “after” là làm sau, “part_of” là thuộc thủ tục nào.",
        "Mend “related” of these procedures: “before” comes earlier, “after” later, “part_of” names the whole.",
    )

    def check(self, examination: Examination) -> Findings:
        documents = {document.code: document for document in _procedures(examination.province)}
        order: dict[str, set[str]] = {}
        parts: dict[str, set[str]] = {}
        for code, document in documents.items():
            parts[code] = {whole for whole in _named(document, "part_of") if whole in documents}
            order.setdefault(code, set()).update(_named(document, "before"))
            for later in _named(document, "after"):
                order.setdefault(later, set()).add(code)
        for graph, words in ((order, _IN_ORDER), (parts, _IN_PARTS)):
            for circle in _circles(graph):
                named = min(code for code in circle if code in documents and documents[code].control.related)
                start = circle.index(named)
                shown = " → ".join([*circle[start:], *circle[:start], named])
                place = documents[named].place("related")
                yield self.found(place, what=words.vi, what_en=words.en, circle=shown)


_IN_ORDER = Phrase("thứ tự làm trước, làm sau quay vòng", "the order goes in a circle")
_IN_PARTS = Phrase("thủ tục thuộc lẫn nhau thành vòng", "procedures are parts of each other")


def _circles(earlier: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """Yield circles until none is left; each is taken apart before the next is looked for."""
    for code in sorted(earlier):
        if code in earlier[code]:
            yield (code,)
    graph = {code: before - {code} for code, before in earlier.items()}
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = tuple(error.args[1][:-1])
            yield circle
            for code in circle:
                graph[code] = graph.get(code, set()) - {*circle}
        else:
            return


def _procedures(province: Province) -> Iterator[DocumentFile]:
    """The procedures whose relations were read in full."""
    for document in province.documents:
        if document.control.kind is DocumentKind.PROCEDURE and not document.source.refuses("related"):
            yield document


def _named(document: DocumentFile, key: str) -> tuple[str, ...]:
    related = document.control.related
    codes: tuple[str, ...] = getattr(related, key) if related else ()
    return codes


RULES: tuple[Rule, ...] = (
    ReplacedIsWithdrawn(), RelatedBothWays(), NoCircles(), *clauses.RULES, *withdrawn.RULES, *mentions.RULES,
)  # fmt: skip
