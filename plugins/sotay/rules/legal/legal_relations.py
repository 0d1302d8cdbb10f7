"""ST512, ST518: what the register says that one law replaces or amends is so, and ends when it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.model.finding import Severity
from sotay.model.legal import LegalDocument
from sotay.model.phrase import Phrase
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule, Rule
from sotay.rules.words.suggestion import hints
from sotay.text.legal_number import is_well_formed, mend_number, year_of

_EXTERNAL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_IN_FORCE = Phrase("Quyết định 19/2014/QĐ-TTg, Điều 4", "Decision 19/2014/QĐ-TTg, Article 4")


class RegisterRelations(ProvinceRule):
    """What the register says that a document replaces or amends is another, older document."""

    code = "ST512"
    title = Phrase("Quan hệ thay thế, sửa đổi có lý", "Replacing and amending make sense")
    fact = Phrase(
        "“{key}” của “{number}” nêu “{other}”, {what}{hint}",
        "“{key}” of “{number}” names “{other}”, {what_en}{hint_en}",
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Ghi đúng số hiệu của văn bản cũ bị thay thế hoặc được sửa đổi.", "State the number of the older document."
    )

    def check(self, examination: Examination) -> Findings:
        legal, register = examination.province.legal, examination.province.legal_by_number
        for index, document in enumerate(legal.value.documents):
            for key, others in (("replaces", document.replaces), ("amends", document.amends)):
                for position, other in enumerate(others):
                    wrong = _wrong_relation(document, key, other, register)
                    if wrong:
                        mended = mend_number(other)
                        hint = hints(mended if mended != other and is_well_formed(mended) else None)
                        told = {"key": key, "number": document.number, "other": other}
                        place = legal.place("documents", index, key, position)
                        yield self.found(place, **told, what=wrong.vi, what_en=wrong.en, **hint)


def _wrong_relation(
    document: LegalDocument, key: str, other: str, register: Mapping[str, LegalDocument]
) -> Phrase | None:
    if not is_well_formed(other):
        return Phrase("sai thể thức", "which is malformed")
    if other == document.number:
        return Phrase("là chính nó", "which is itself")
    old = register.get(other)
    if _is_later(other, old, document):
        return Phrase("là văn bản ban hành sau", "which is the later one")
    # Where it is known which of two is the older, only the claim of that one is wrong.
    is_mutual = key == "replaces" and old is not None and document.number in old.replaces
    if is_mutual and not (old and _is_later(document.number, document, old)):
        return Phrase("trong khi văn bản ấy lại ghi là thay thế văn bản này", "which in turn is said to replace it")
    return None


def _is_later(number: str, one: LegalDocument | None, other: LegalDocument) -> bool:
    """Whether a document is known to be later than another, by the years in the numbers or the days of signing."""
    is_of_later_year = (year_of(number) or 0) > (year_of(other.number) or 9999)
    return is_of_later_year or bool(one and one.signed and other.signed and one.signed > other.signed)


class ReplacedHasEnd(ProvinceRule):
    """A document that another replaces ends when the other takes effect."""

    code = "ST518"
    title = Phrase("Văn bản bị thay thế có ngày hết hiệu lực", "A replaced document has its end")
    fact = Phrase(
        "“{new}” thay thế “{old}” từ {day:%d/%m/%Y} nhưng “ends” của văn bản cũ {what}",
        "“{new}” replaces “{old}” from {day}, but “ends” of the older {what_en}",
    )
    basis = _IN_FORCE
    remedy = Phrase("Ghi “ends: {day}” cho “{old}”.", "State “ends: {day}” for “{old}”.")

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        index_of = {document.number: index for index, document in enumerate(legal.value.documents)}
        for new, old in _replaced(examination):
            late = old.ends is not None and new.effective is not None and old.ends > new.effective
            if old.ends is None or late:
                place = legal.place("documents", index_of[old.number], "ends")
                what = Phrase("chưa ghi", "is not stated")
                if old.ends:
                    what = Phrase(f"là {old.ends:%d/%m/%Y}, muộn hơn", f"is {old.ends}, which is later")
                told = {"new": new.number, "old": old.number, "day": new.effective}
                found = self.found(place, **told, what=what.vi, what_en=what.en)
                # Some provisions may live on by a transitional clause.
                yield found.weighing(Severity.WARNING) if late else found


def _replaced(examination: Examination) -> Iterator[tuple[LegalDocument, LegalDocument]]:
    """Yield the pairs of a document with a date of effect and a registered one that it replaces."""
    register = examination.province.legal_by_number
    for new in examination.province.legal.value.documents:
        for number in new.replaces if new.effective else ():
            old = register.get(number)
            if old and _wrong_relation(new, "replaces", number, register) is None:
                yield new, old


RULES: tuple[Rule, ...] = (RegisterRelations(), ReplacedHasEnd())
