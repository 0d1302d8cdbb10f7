"""ST501–ST503, ST511, ST517: the legal basis is well formed, registered, in force, and brought up to date in time."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from sotay.model.document import DocumentFile
from sotay.model.finding import Finding, Severity
from sotay.model.legal import LegalDocument, LegalRegister, three_months_after
from sotay.model.phrase import Phrase
from sotay.model.procedure import Fee
from sotay.model.source import KeyPath, Place
from sotay.rules.examination import Examination
from sotay.rules.legal import legal_register
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule
from sotay.rules.words.suggestion import hints
from sotay.text.legal_number import citations, is_well_formed, mend_number, one_slip_away

_EXTERNAL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")


def cited_as_data(document: DocumentFile) -> Iterator[tuple[KeyPath, str]]:
    """Yield the numbers that a document states as data, with their places: its legal basis and that of its fees."""
    control = document.control
    for index, number in enumerate(control.legal_basis):
        yield ("legal_basis", index), number
    yield from _of_fees(("fees",), control.fees)
    for index, channel in enumerate(control.channels):
        yield from _of_fees(("channels", index, "fees"), channel.fees)


def _of_fees(path: KeyPath, fees: tuple[Fee, ...]) -> Iterator[tuple[KeyPath, str]]:
    for index, fee in enumerate(fees):
        if fee.legal_basis:
            yield (*path, index, "legal_basis"), fee.legal_basis


class NumberWellFormed(DocumentRule):
    """A cited number has the form of a legal document's number."""

    code = "ST501"
    title = Phrase("Số hiệu văn bản đúng thể thức", "Legal numbers are well formed")
    fact = Phrase("số hiệu “{number}” sai thể thức{hint}", "the number “{number}” is malformed{hint_en}")
    basis = Phrase("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP")
    remedy = Phrase("Ghi đúng số, ký hiệu, ví dụ 123/2015/NĐ-CP.", "Write number and symbol, e.g. 123/2015/NĐ-CP.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for path, number in cited_as_data(document):
            if not is_well_formed(number):
                within = [citation.number for citation in citations(number) if citation.number]
                mended = within[0] if len(within) == 1 else mend_number(number)
                near = hints(mended if is_well_formed(mended) else None)
                yield self.found(document.place(*path), number=number, **near)


class NumberRegistered(DocumentRule):
    """A cited document is in the register of documents of external origin."""

    code = "ST502"
    title = Phrase("Văn bản viện dẫn có trong danh mục", "Cited documents are registered")
    fact = Phrase(
        "“{number}” không có trong procedures/legal.yml{hint}", "“{number}” is not in procedures/legal.yml{hint_en}"
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Sửa số hiệu; số hiệu đúng thì thêm mục “number: {number}” với “title”, “issuer”, “source” "
        "vào procedures/legal.yml.",
        "Mend the number; if it is right, add an item “number: {number}” with “title”, “issuer”, “source” "
        "to procedures/legal.yml.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        register = examination.province.legal_by_number
        if examination.province.legal.is_faulty:
            return
        for path, number in cited_as_data(document):
            if is_well_formed(number) and not register:
                told = self.found(examination.province.legal.place("documents"), number=number, **hints(None))
                yield replace(told, fact=_NO_LAWS, remedy=_ADD_LAWS)
            elif is_well_formed(number) and number not in register:
                near = hints(one_slip_away(number, register))
                yield self.found(document.place(*path), number=number, **near)


_NO_LAWS = Phrase(
    "tệp thiếu hoặc không có văn bản nào, trong khi các tài liệu có viện dẫn văn bản",
    "the file is missing or has no law, while documents cite some",
)
_ADD_LAWS = Phrase(
    "Khôi phục procedures/legal.yml, hoặc ghi mọi văn bản được viện dẫn vào “documents”.",
    "Restore procedures/legal.yml, or list under “documents” every law that is cited.",
)


class NumberInForce(DocumentRule):
    """A cited document is in force when the version takes effect."""

    code = "ST503"
    title = Phrase("Văn bản viện dẫn còn hiệu lực", "Cited documents are in force")
    fact = Phrase(
        "“{number}” không có hiệu lực ngày {day:%d/%m/%Y} ({period})",
        "“{number}” is not in force on {day} ({period_en})",
    )
    basis = Phrase("Quyết định 19/2014/QĐ-TTg, Điều 4", "Decision 19/2014/QĐ-TTg, Article 4")
    remedy = Phrase("Thay bằng văn bản đang có hiệu lực{by}.", "Cite the document that is in force{by}.")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        day = document.control.effective_date or examination.day
        register = examination.province.legal_by_number
        for path, number in cited_as_data(document):
            cited = register.get(number)
            if cited and not cited.in_force(day):
                period = why_not_in_force(cited, day)
                by = in_the_place_of(cited, examination.province.legal.value, day)
                place = document.place(*path)
                yield self.found(place, number=number, day=day, period=period.vi, period_en=period.en, by=by)


def why_not_in_force(cited: LegalDocument, day: date) -> Phrase:
    """Return since when or from when, where a document is not in force on a day."""
    if cited.ends and cited.ends <= day:
        return Phrase(f"hết hiệu lực từ {cited.ends:%d/%m/%Y}", f"it ended on {cited.ends}")
    return Phrase(f"có hiệu lực từ {cited.effective:%d/%m/%Y}", f"it takes effect on {cited.effective}")


def in_the_place_of(cited: LegalDocument, register: LegalRegister, day: date) -> str:
    """Return the words that name what is in force on a day in a document's place, or nothing."""
    by_number = {document.number: document for document in register.documents}
    passed, found = {cited.number}, None
    if cited.effective and cited.effective > day:
        earlier = [by_number[number] for number in cited.replaces if number in by_number]
        found = earlier[0] if len(earlier) == 1 else None
    else:
        found = register.successor_of(cited.number)
        while found and found.ends and found.ends <= day and found.number not in passed:
            passed.add(found.number)
            found = register.successor_of(found.number)
    return f": {found.number}" if found and found.in_force(day) else ""


@dataclass(frozen=True, slots=True)
class _Change:
    """What happened to a document of the legal basis: another law replaces or amends it, or it simply ended."""

    number: str
    """What is cited."""
    new: LegalDocument | None
    """The law that changes it."""
    day: date
    """From when."""

    @property
    def due(self) -> date:
        """The last day to bring the documents into line."""
        return three_months_after(self.day)

    @property
    def told(self) -> dict[str, object]:
        """The change in words, and what to look at."""
        if self.new is None:
            return {"what": "hết hiệu lực", "what_en": "ended", "new": "", "new_en": ""}
        replaced = self.number in self.new.replaces
        verb = Phrase("thay thế", "replaced") if replaced else Phrase("sửa đổi", "amended")
        name = f"“{self.new.number}”"
        return {
            "what": f"được {name} {verb.vi}",
            "what_en": f"was {verb.en} by {name}",
            "new": f" theo {name}",
            "new_en": f" to follow {name}",
        }


def _changes_of(number: str, register: LegalRegister, cited: LegalDocument | None) -> Iterator[_Change]:
    """Yield what happens to a document, by the day; its end is one more only where nothing else explains it."""
    named = [_Change(number, new, new.effective) for new in register.changed_by.get(number, ()) if new.effective]
    yield from named
    if cited and cited.ends and register.successor_of(number) is None:
        yield _Change(number, None, cited.ends)


class ChangesFollowed(DocumentRule):
    """A document follows the changes of its legal basis within three months of their effect."""

    code = "ST511"
    title = Phrase("Cập nhật văn bản mới trong ba tháng", "Changed laws are followed within three months")
    fact = Phrase(
        "“{number}” {what} từ {day:%d/%m/%Y}, tài liệu chưa cập nhật; {term} {due:%d/%m/%Y}",
        "“{number}” {what_en} on {day}, the document has not followed; {term_en} {due}",
    )
    basis = Phrase("Quyết định 19/2014/QĐ-TTg, Điều 4 khoản 4 điểm a", "Decision 19/2014/QĐ-TTg, Article 4(4)(a)")
    remedy = Phrase(
        "Rà soát, sửa tài liệu{new}, cập nhật “legal_basis” rồi ban hành bản mới.",
        "Review and amend the document{new}, update “legal_basis” and issue a new version.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        effective, today = document.control.effective_date, examination.day
        if effective is None or effective > today or _is_over(document, examination):
            return
        places: dict[str, KeyPath] = {}
        for path, number in cited_as_data(document):
            places.setdefault(number, path)
        for number, path in places.items():
            for change in _changes_of(
                number, examination.province.legal.value, examination.province.legal_by_number.get(number)
            ):
                follows = change.new is not None and change.new.number in places
                if effective < change.day <= today and not follows:
                    yield self._told(document.place(*path), change, today)

    def _told(self, place: Place, change: _Change, today: date) -> Finding:
        late = today > change.due
        term = ("đã quá hạn ngày", "it was due on") if late else ("hạn cập nhật là ngày", "it is due on")
        facts = {"number": change.number, "day": change.day, "due": change.due, **change.told}
        found = self.found(place, term=term[0], term_en=term[1], **facts)
        return found if late else found.weighing(Severity.WARNING)


def _is_over(document: DocumentFile, examination: Examination) -> bool:
    """Whether the owner's decisions say that the document is not in force, so that nobody works by it."""
    ledger = examination.ledgers.get(document.control.owner or "")
    return bool(ledger and ledger.of(document.code) and not ledger.in_force(document.code, examination.day))


class ChangesAhead(ProvinceRule):
    """A law that is still to take effect is met in time: which documents it concerns, until when."""

    code = "ST517"
    severity = Severity.ADVICE
    title = Phrase("Chuẩn bị cho văn bản sắp có hiệu lực", "Laws to come are prepared for")
    fact = Phrase(
        "“{number}” có hiệu lực từ {day:%d/%m/%Y}, thay thế hoặc sửa đổi căn cứ của {count} tài liệu: {codes}",
        "“{number}” takes effect on {day} and replaces or amends the legal basis of documents: {count} ({codes})",
    )
    basis = ChangesFollowed.basis
    remedy = Phrase(
        "Sửa và ban hành lại các tài liệu này, chậm nhất ngày {due:%d/%m/%Y}.",
        "Amend these documents and issue them anew by {due}.",
    )

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        coming = [(i, d) for i, d in enumerate(legal.value.documents) if d.effective and d.effective > examination.day]
        for index, law in coming if any(d.replaces or d.amends for _, d in coming) else ():
            changed = {*law.replaces, *law.amends} - {law.number}
            codes = [d.code for d in examination.province.documents if _is_touched(d, law, changed, examination)]
            if codes and law.effective:
                named = ", ".join(codes[:_NAMED]) + (" …" if len(codes) > _NAMED else "")
                facts = {"day": law.effective, "due": three_months_after(law.effective)}
                place = legal.place("documents", index)
                yield self.found(place, number=law.number, count=len(codes), codes=named, **facts)


_NAMED = 20
"""How many documents a message names."""


def _is_touched(
    document: DocumentFile, law: LegalDocument, changed: AbstractSet[str], examination: Examination
) -> bool:
    """Whether a document rests on what a coming law changes, and was not yet written for it."""
    cited = {number for _, number in cited_as_data(document)}
    effective = document.control.effective_date
    is_new = effective is not None and law.effective is not None and effective >= law.effective
    return bool(cited & changed) and law.number not in cited and not is_new and not _is_over(document, examination)


RULES = (
    NumberWellFormed(),
    NumberRegistered(),
    NumberInForce(),
    ChangesFollowed(),
    ChangesAhead(),
    *legal_register.RULES,
)
