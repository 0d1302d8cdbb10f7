"""Whether the forms of codes can be used: what in them is unknown, and which symbols they lack.

Reads: a whole province.
Yields: the place, what is amiss, and what to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.model.agency import Agency
from sotay.model.catalogue import CodeForm
from sotay.model.phrase import Phrase
from sotay.model.province import FileOf, Province, ProvinceSettings
from sotay.model.source import KeyPath, Place
from sotay.rules.control.code_form import code_pattern, form_words, known_placeholders, unknown_placeholders
from sotay.rules.control.code_place import folders_of_library, library_folder, patterns_of, symbol_of_folder
from sotay.rules.words.suggestion import did_you_mean

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def faults_of_forms(province: Province) -> Iterator[tuple[Place, Phrase, Phrase]]:
    """Yield the forms that no code can have."""
    for file, path, form in _stated_forms(province):
        place = file.place(*path, "form")
        unknown = next(unknown_placeholders(form), None)
        if unknown is not None:
            known = ", ".join(f"“{name}”" for name in known_placeholders())
            near = did_you_mean(unknown, known_placeholders(), 0.6)
            yield (
                place,
                Phrase(
                    f"dạng mã hiệu có chỗ trống “{unknown}” không rõ là gì{near['hint']}",
                    f"the form of codes has an unknown placeholder “{unknown}”{near['hint_en']}",
                ),
                Phrase(
                    f"Trong ngoặc nhọn chỉ ghi {known}; ngoài ra chỉ ghi chữ hoa, số và dấu gạch nối",
                    f"In braces write {known} only; else only capital letters, digits and hyphens",
                ),
            )
        elif code_pattern(form) is None:
            words = form_words(form)
            yield (
                place,
                Phrase(
                    f"dạng {words.vi} không cho ra mã hiệu hợp lệ như “QT-HT-01”",
                    f"the form {words.en} gives no valid code such as “QT-HT-01”",
                ),
                Phrase(
                    "Ghi các nhóm chữ hoa và số, nối bằng dấu gạch nối; nhóm đầu chỉ gồm chữ hoa",
                    "Write groups of capital letters and digits joined by hyphens; the first has letters only",
                ),
            )


def _stated_forms(province: Province) -> Iterator[tuple[FileOf[ProvinceSettings] | FileOf[Agency], KeyPath, str]]:
    files: list[tuple[FileOf[ProvinceSettings] | FileOf[Agency], tuple[CodeForm, ...]]]
    files = [(province.settings, province.settings.value.codes)]
    files += [(agency.file, agency.agency.codes) for agency in province.agencies]
    for file, forms in files:
        for index, form in enumerate(forms):
            yield file, ("codes", index), form.form


def missing_symbols(province: Province) -> Iterator[tuple[Place, Phrase, Phrase]]:
    """Yield the folders and agencies without the symbol that the form of a document's code calls for."""
    folders, agencies = _called_for(province)
    catalogue = province.fields
    if not catalogue.value.entries and any(fields for fields in folders.values()):
        folders = {}  # a catalogue without any field is told where procedures state theirs
    known = {entry.id for _, _, entry in folders_of_library(province)}
    for folder, fields in sorted(folders.items()):
        # A field that is not in the catalogue is told where it is stated.
        if catalogue.is_faulty or symbol_of_folder(folder, province) or (folder not in known and folder in fields):
            continue
        key = "fields" if folder in fields else "collections"
        yield (
            _place_in_catalogue(folder, province),
            Phrase(
                f"thư mục procedures/{folder}/ chưa có ký hiệu để lập mã hiệu",
                f"the folder procedures/{folder}/ has no symbol from which to make up codes",
            ),
            Phrase(
                f"Ghi “symbol: …” cho “{folder}” trong “{key}” của procedures/fields.yml",
                f"State “symbol: …” for “{folder}” under “{key}” of procedures/fields.yml",
            ),
        )
    for identifier in sorted(agencies):
        file = province.agency_by_id[identifier].file
        if not file.value.symbol and not file.source.refuses("symbol"):
            yield (
                file.place(),
                Phrase(
                    "cơ quan chưa có ký hiệu để lập mã hiệu", "the agency has no symbol from which to make up codes"
                ),
                Phrase("Ghi “symbol: …”, ví dụ “symbol: STP”", "State “symbol: …”, e.g. “symbol: STP”"),
            )


def _called_for(province: Province) -> tuple[dict[str, set[str]], set[str]]:
    """The folders and agencies whose symbols the forms call for; with each folder the fields that lie in it."""
    folders: dict[str, set[str]] = {}
    agencies: set[str] = set()
    for document in province.documents:
        names = {name for pattern in patterns_of(document, province) for name in pattern.placeholders}
        folder = library_folder(document)
        # A folder whose name no catalogue can hold must be renamed first.
        if "field" in names and folder and _NAME.fullmatch(folder):
            folders.setdefault(folder, set()).add(document.control.field or "")
        if "agency" in names and document.control.owner:
            agencies.add(document.control.owner)
    return folders, agencies


def _place_in_catalogue(folder: str, province: Province) -> Place:
    for key, index, entry in folders_of_library(province):
        if entry.id == folder:
            return province.fields.place(key, index)
    return province.fields.place()
