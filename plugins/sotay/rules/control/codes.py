"""ST116–ST119: a code is made up as its agency says, and fits its folder and owner."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

from sotay.model.agency import Agency
from sotay.model.document import DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.rules.control.code_form import form_words, proposal
from sotay.rules.control.code_place import (
    folders_of_library,
    foreign_symbols,
    misplaced,
    patterns_of,
    symbol_of_folder,
    symbols_of,
)
from sotay.rules.control.code_symbols import faults_of_forms, missing_symbols
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule
from sotay.rules.words.kind_words import kind_name

_IDENTIFIED = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")


class CodeAsLaidDown(DocumentRule):
    """A code has the form that the owner, or else the province, lays down for its kind."""

    code = "ST116"
    title = Phrase("Mã hiệu đúng dạng đã quy định", "A code has the form laid down for its kind")
    fact = Phrase(
        "mã hiệu “{code}” không đúng dạng của {kind}: {forms}",
        "the code “{code}” has not the form of the kind {kind_en}: {forms_en}",
    )
    basis = _IDENTIFIED
    remedy = Phrase(
        "Đặt mã hiệu theo dạng, ví dụ “{fitting}”, và đổi tên tệp theo.",
        "Give a code of the form, e.g. “{fitting}”, and rename the file.",
    )
    requires = READABLE | {"ST111"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        patterns, code, kind = patterns_of(document, examination.province), document.control.code, document.control.kind
        if not (patterns and code and kind) or any(pattern.symbols(code) for pattern in patterns):
            return
        symbols = symbols_of(document, examination.province)
        meant = min(patterns, key=lambda pattern: _unlikeness(pattern.form, code))
        fitting = proposal(meant, code, symbols, examination.province.codes)
        name, words = kind_name(kind), [form_words(pattern.form) for pattern in patterns]
        forms, forms_en = " hoặc ".join(word.vi for word in words), " or ".join(word.en for word in words)
        yield self.found(
            document.place("code"),
            code=code,
            kind=name.vi,
            kind_en=name.en,
            forms=forms,
            forms_en=forms_en,
            fitting=fitting,
        )


class CodeInItsPlace(DocumentRule):
    """A document lies where its code, owner, field and kind say."""

    code = "ST117"
    title = Phrase("Tài liệu nằm đúng chỗ của mã hiệu, cơ quan, lĩnh vực", "A document lies where it belongs")
    fact = Phrase("{what}", "{what_en}")
    basis = _IDENTIFIED
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")
    requires = READABLE | {"ST111", "ST112", "ST116", "ST447", "ST603"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        for key, what, what_to_do in _out_of_place(document, examination.province):
            yield self.found(
                document.place(key),
                what=what.vi,
                what_en=what.en,
                what_to_do=what_to_do.vi,
                what_to_do_en=what_to_do.en,
            )


class FormsOfCodes(ProvinceRule):
    """A form of codes has known placeholders only, gives codes, and can be filled."""

    code = "ST118"
    title = Phrase("Dạng mã hiệu dùng được", "A form of codes can be used")
    fact = Phrase("{what}", "{what_en}")
    basis = _IDENTIFIED
    remedy = Phrase("{what_to_do}.", "{what_to_do_en}.")

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        faults = [*faults_of_forms(province), *missing_symbols(province)]
        for place, what, what_to_do in faults:
            yield self.found(
                place, what=what.vi, what_en=what.en, what_to_do=what_to_do.vi, what_to_do_en=what_to_do.en
            )


class UniqueSymbols(ProvinceRule):
    """A symbol stands for one agency, or for one folder of the library."""

    code = "ST119"
    title = Phrase("Mỗi ký hiệu chỉ một nơi dùng", "A symbol stands for one agency or folder")
    fact = Phrase("ký hiệu “{symbol}” đã dùng cho {first}", "the symbol “{symbol}” already stands for {first}")
    basis = _IDENTIFIED
    remedy = Phrase("Đặt ký hiệu khác, chưa nơi nào dùng.", "Give another symbol that nobody uses.")

    def check(self, examination: Examination) -> Findings:
        first: dict[str, str] = {}
        for key, index, entry in folders_of_library(examination.province):
            if entry.symbol and entry.symbol in first:
                place = examination.province.fields.place(key, index, "symbol")
                yield self.found(place, symbol=entry.symbol, first=f"“{first[entry.symbol]}”")
            elif entry.symbol:
                first[entry.symbol] = entry.id
        yield from self._of_agencies(examination.province)

    def _of_agencies(self, province: Province) -> Findings:
        holders: dict[str, list[Agency]] = {}
        for files in province.agencies:
            agency, symbol = files.agency, files.agency.symbol
            if not symbol:
                continue
            # A successor may keep the symbol of an agency that is no more.
            other = next((one for one in holders.get(symbol, ()) if _exist_together(one, agency)), None)
            if other:
                yield self.found(files.file.place("symbol"), symbol=symbol, first=f"“{other.id}”")
            holders.setdefault(symbol, []).append(agency)


def _out_of_place(document: DocumentFile, province: Province) -> Iterator[tuple[str, Phrase, Phrase]]:
    """Yield what speaks against the place; where code and field both do, the file was moved, which is said once."""
    folder, code = [*misplaced(document)], [*foreign_symbols(document, province)]
    field, keys = document.control.field, {key for key, _, _ in folder}
    symbol = symbol_of_folder(field, province) if field else None
    if code and "field" in keys and symbol and f"-{symbol}-" in (document.control.code or ""):
        move = Phrase(f"Chuyển tệp về procedures/{field}/", f"Move the file back to procedures/{field}/")
        yield from ((key, what, move if key == "field" else what_to_do) for key, what, what_to_do in folder)
    else:
        yield from (*folder, *code)


def _unlikeness(form: str, code: str) -> tuple[int, int]:
    """How far a code is from a form: in the number of its parts, then in how soon the letters differ."""
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(form, code, strict=False)))
    return abs(form.count("-") - code.count("-")), -alike


def _exist_together(one: Agency, other: Agency) -> bool:
    return (one.valid_from or date.min) <= (other.valid_to or date.max) and (other.valid_from or date.min) <= (
        one.valid_to or date.max
    )


RULES = (CodeAsLaidDown(), CodeInItsPlace(), FormsOfCodes(), UniqueSymbols())
