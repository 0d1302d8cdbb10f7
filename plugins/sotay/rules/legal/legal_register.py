"""ST504–ST505, ST513–ST516: the register of legal documents is complete and does not contradict itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from sotay.model.finding import Severity
from sotay.model.legal import LegalDocument
from sotay.model.phrase import Phrase
from sotay.rules.examination import Examination
from sotay.rules.legal import legal_relations
from sotay.rules.rule import Findings, ProvinceRule, Rule
from sotay.rules.words.suggestion import hints
from sotay.text.fold import fold
from sotay.text.legal_number import citations, is_well_formed, mend_number, symbol_of, year_of

_EXTERNAL = Phrase("TCVN ISO 9001:2015, 7.5.3.2", "TCVN ISO 9001:2015, 7.5.3.2")
_FORM_OF_NUMBERS = Phrase("Nghị định 30/2020/NĐ-CP", "Decree 30/2020/NĐ-CP")


class RegisterDates(ProvinceRule):
    """The register says from when a document is in force; where it cannot, it asks to find out."""

    code = "ST504"
    severity = Severity.ADVICE
    title = Phrase("Danh mục ghi ngày có hiệu lực", "The register states dates of effect")
    fact = Phrase(
        "chưa ghi ngày có hiệu lực của {count} văn bản, đầu tiên là {first}",
        "documents without a date of effect: {count}, first {first}",
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Tra cứu văn bản rồi ghi “effective”; không đoán.", "Look the documents up and state “effective”; do not guess."
    )

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        undated = [(i, d.number) for i, d in enumerate(legal.value.documents) if d.effective is None]
        if legal.source.refuses_within("documents"):
            return
        if undated:
            place = legal.place("documents", undated[0][0])
            yield self.found(place, count=len(undated), first=undated[0][1])


class RegisterNumbers(ProvinceRule):
    """The register names every document once, by a well-formed number."""

    code = "ST505"
    title = Phrase("Danh mục văn bản không trùng, không sai số hiệu", "The register has no double or malformed number")
    fact = Phrase("“{number}” {what}", "“{number}” {what_en}")
    basis = _EXTERNAL
    remedy = Phrase("Sửa số hiệu hoặc xóa dòng trùng.", "Mend the number or delete the double.")

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        seen: set[str] = set()
        for index, document in enumerate(legal.value.documents):
            place = legal.place("documents", index, "number")
            if not is_well_formed(document.number):
                mended = mend_number(document.number)
                near = hints(mended if is_well_formed(mended) else None)
                told = {"what": f"sai thể thức{near['hint']}", "what_en": f"is malformed{near['hint_en']}"}
                yield self.found(place, number=document.number, **told)
            elif document.number in seen:
                yield self.found(place, number=document.number, what="đã có trong danh mục", what_en="stands twice")
            seen.add(document.number)


class RegisterDatesInOrder(ProvinceRule):
    """A legal document is signed, then takes effect, then ends."""

    code = "ST513"
    title = Phrase("Các ngày của văn bản đúng thứ tự", "The dates of a legal document are in order")
    fact = Phrase(
        "{first_vi} {one:%d/%m/%Y} của “{number}” sau {second_vi} {other:%d/%m/%Y}",
        "of “{number}”, “{first}” {one} is after “{second}” {other}",
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Tra cứu văn bản rồi sửa “{first}” hoặc “{second}”.", "Look it up and mend “{first}” or “{second}”."
    )

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        for index, document in enumerate(legal.value.documents):
            stated = [(key, getattr(document, key)) for key in _DATES if getattr(document, key)]
            for (first, one), (second, other) in pairwise(stated):
                # Of a signature in another year than the number's a rule of its own speaks.
                is_told = first == "signed" and year_of(document.number) not in (None, one.year)
                if one > other and not is_told:
                    words = {"first_vi": _DATES[first], "second_vi": _DATES[second]}
                    place = legal.place("documents", index, second)
                    yield self.found(
                        place, number=document.number, first=first, second=second, one=one, other=other, **words
                    )


_DATES = {"signed": "ngày ký", "effective": "ngày có hiệu lực", "ends": "ngày hết hiệu lực"}


class YearOfNumber(ProvinceRule):
    """The year in a number is that of the signature."""

    code = "ST514"
    title = Phrase("Năm trong số hiệu là năm ký", "The year in a number is that of the signature")
    fact = Phrase(
        "“{number}” mang năm {year} nhưng ngày ký ghi {signed:%d/%m/%Y}",
        "“{number}” bears the year {year}, but was signed on {signed}",
    )
    basis = _FORM_OF_NUMBERS
    remedy = Phrase("Tra cứu văn bản rồi sửa số hiệu hoặc “signed”.", "Look it up and mend the number or “signed”.")

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        for index, document in enumerate(legal.value.documents):
            year = year_of(document.number)
            if year and document.signed and document.signed.year != year:
                place = legal.place("documents", index, "signed")
                yield self.found(place, number=document.number, year=year, signed=document.signed)


class SymbolOfIssuer(ProvinceRule):
    """The symbol of a document names its issuer, and its title repeats its number."""

    code = "ST515"
    severity = Severity.WARNING
    title = Phrase("Ký hiệu, cơ quan ban hành và tên khớp nhau", "Symbol, issuer and title agree")
    fact = Phrase("“{number}” {what} “{stated}”{hint}", "“{number}”: {what_en} “{stated}”{hint_en}")
    basis = _FORM_OF_NUMBERS
    remedy = Phrase("Tra cứu văn bản rồi sửa chỗ sai.", "Look it up and mend what is wrong.")

    def check(self, examination: Examination) -> Findings:
        legal = examination.province.legal
        issuers = _issuers(legal.value.documents)
        for index, document in enumerate(legal.value.documents):
            if not _names(document.issuer, document.number):
                usual = issuers.get(_issuing(document.number), None)
                told = {"what": "có ký hiệu không phải của", "what_en": "the symbol is not that of"}
                hint = hints(usual if usual and usual != document.issuer else None)
                place = legal.place("documents", index, "issuer")
                yield self.found(place, number=document.number, stated=document.issuer, **told, **hint)
            own = _OWN_NUMBER.match(document.title)
            named = next(iter(citations(document.title[own.end() :])), None) if own else None
            is_other = named and named.start == 0 and named.number != document.number
            if named and is_other and is_well_formed(document.number):
                told = {"what": "có tên ghi số", "what_en": "the title says"}
                place = legal.place("documents", index, "title")
                yield self.found(place, number=document.number, stated=named.text, **told, **hints(None))


_OWN_NUMBER = re.compile(
    r"(?:Nghị định|Thông tư|Thông tư liên tịch|Quyết định|Nghị quyết|Bộ luật|Luật|Chỉ thị)(?: số)? "
)
_SPECIAL = {"TTg": "thu tuong chinh phu"}
_LINKING = frozenset({"va", "cua", ""})


def _issuing(number: str) -> str:
    """Return the part of a symbol that names who issued the document: `BTP-BCA` of `05/2015/TTLT-BTP-BCA`."""
    symbol = re.sub(r"\d+$", "", symbol_of(number))
    return symbol if symbol in ("QH", "UBTVQH") else symbol.partition("-")[2]


def _names(issuer: str, number: str) -> bool:
    """Whether the symbol of a number is made of the first letters of the issuer's name, or that is not certain."""
    symbol = _issuing(number)
    if not symbol:
        return True
    if symbol in _SPECIAL:
        return _SPECIAL[symbol] in fold(issuer)
    words = [word for word in re.split(r"[\s,;–—-]+", fold(issuer)) if word not in _LINKING]
    initials = "".join(word[0] for word in words)
    letters = re.sub(r"[^a-z]", "", fold(symbol))
    return initials.startswith(letters) or initials.endswith(letters) or letters == "".join(words)


def _issuers(documents: tuple[LegalDocument, ...]) -> Mapping[str, str]:
    """Return who issues under which symbol, as far as the register says it rightly elsewhere."""
    return {_issuing(d.number): d.issuer for d in documents if _issuing(d.number) and _names(d.issuer, d.number)}


class RegisteredIsCited(ProvinceRule):
    """What is registered is cited somewhere; where much is not, the register has been left alone."""

    code = "ST516"
    severity = Severity.ADVICE
    title = Phrase("Văn bản trong danh mục được viện dẫn", "Registered documents are cited")
    fact = Phrase(
        "{count} văn bản không được viện dẫn ở đâu: {first}", "documents that nothing cites: {count} ({first})"
    )
    basis = _EXTERNAL
    remedy = Phrase(
        "Xóa khỏi danh mục văn bản không còn dùng, hoặc viện dẫn ở tài liệu áp dụng nó.",
        "Delete what is no longer used, or cite it where it is applied.",
    )

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        used = {n for d in province.legal.value.documents for n in (*d.replaces, *d.amends)}
        for source in province.sources:
            if source.path != province.legal.source.path:
                used.update(citation.number or "" for citation in citations(source.text))
        idle = [
            (index, document.number)
            for index, document in enumerate(province.legal.value.documents)
            if document.number not in used and not (document.replaces or document.amends)
        ]
        if len(idle) >= _WORTH_SAYING:
            named = ", ".join(number for _, number in idle[:_NAMED]) + (" …" if len(idle) > _NAMED else "")
            yield self.found(province.legal.place("documents", idle[0][0]), count=len(idle), first=named)


_WORTH_SAYING = 10
"""A few uncited documents are no matter: an agency may keep the laws it works by."""
_NAMED = 8


RULES: tuple[Rule, ...] = (
    RegisterDates(), RegisterNumbers(), RegisterDatesInOrder(), YearOfNumber(), SymbolOfIssuer(),
    RegisteredIsCited(), *legal_relations.RULES,
)  # fmt: skip
