"""Which code a document may have in its place: the forms laid down for it, and the symbols of folder and owner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.model.agency import Agency
from sotay.model.catalogue import AdministrativeField, Collection
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.phrase import Phrase
from sotay.model.province import Province, ProvinceSettings
from sotay.rules.control.code_form import CodePattern, code_pattern, proposal
from sotay.rules.words.kind_words import kind_words

_LIBRARY, _SITES, _FORMS = "procedures", "sites", "forms"


def patterns_of(document: DocumentFile, province: Province) -> tuple[CodePattern, ...]:
    """The forms that a document's code may have; none where they are not known for sure."""
    owner, kind = province.agency_by_id.get(document.control.owner or ""), document.control.kind
    if owner is None or kind is None or province.settings.source.refuses("codes") or owner.file.source.refuses("codes"):
        return ()
    patterns = [code_pattern(form) for form in _own_forms(owner.agency, province.settings.value, kind)]
    known = tuple(pattern for pattern in patterns if pattern)
    return known if len(known) == len(patterns) else ()


def symbols_of(document: DocumentFile, province: Province) -> Mapping[str, str]:
    """The symbols that the code of a document must have, as far as they are laid down."""
    found = {}
    owner = province.agency_by_id.get(document.control.owner or "")
    if owner and owner.agency.symbol:
        found["agency"] = owner.agency.symbol
    folder = library_folder(document)
    symbol = symbol_of_folder(folder, province) if folder else None
    if symbol:
        found["field"] = symbol
    return found


def library_folder(document: DocumentFile) -> str | None:
    """Return the folder of the library in which a document lies, or None."""
    folders = _folders_above(document.source.path)
    return folders[1] if len(folders) > 1 and folders[0] == _LIBRARY else None


def symbol_of_folder(folder: str, province: Province) -> str | None:
    return next((entry.symbol for _, _, entry in folders_of_library(province) if entry.id == folder), None)


def folders_of_library(province: Province) -> Iterator[tuple[str, int, AdministrativeField | Collection]]:
    """Yield the folders that the catalogue knows, each with its key and position there."""
    catalogue = province.fields.value
    for index, field in enumerate(catalogue.entries):
        yield "fields", index, field
    for index, collection in enumerate(catalogue.collections):
        yield "collections", index, collection


def misplaced(document: DocumentFile) -> Iterator[tuple[str, Phrase, Phrase]]:
    """Yield what speaks against the folder: the key, the fact, the remedy."""
    control, folders = document.control, _folders_above(document.source.path)
    if len(folders) > 1 and folders[0] == _SITES and control.owner and control.owner != folders[1]:
        yield (
            "owner",
            Phrase(
                f"tài liệu nằm trong thư mục của “{folders[1]}” nhưng ghi đơn vị chủ trì là “{control.owner}”",
                f"the document lies in the folder of “{folders[1]}” but says that “{control.owner}” owns it",
            ),
            Phrase(
                f"Ghi “owner: {folders[1]}”, hoặc chuyển tệp sang sites/{control.owner}/docs/",
                f"Write “owner: {folders[1]}”, or move the file to sites/{control.owner}/docs/",
            ),
        )
    folder, field = library_folder(document), control.field
    if folder and field and control.kind is DocumentKind.PROCEDURE and field != folder:
        yield (
            "field",
            Phrase(
                f"quy trình nằm trong procedures/{folder}/ nhưng ghi lĩnh vực “{field}”",
                f"the procedure lies in procedures/{folder}/ but states the field “{field}”",
            ),
            Phrase(
                f"Ghi “field: {folder}”, hoặc chuyển tệp sang procedures/{field}/",
                f"Write “field: {folder}”, or move the file to procedures/{field}/",
            ),
        )
    is_form, lies_with_forms = control.kind is DocumentKind.FORM, bool(folders) and folders[-1] == _FORMS
    if control.kind and folder and is_form != lies_with_forms:
        name, here = kind_words([control.kind]), "/".join(folders)
        right = f"{here}/{_FORMS}/" if is_form else "/".join(folders[:-1]) + "/"
        yield (
            "kind",
            Phrase(
                f"{name.vi} không nằm trong thư mục {here}/", f"a document of kind {name.en} does not belong in {here}/"
            ),
            Phrase(f"Chuyển tệp sang {right}, hoặc sửa “kind”", f"Move the file to {right}, or mend “kind”"),
        )


def foreign_symbols(document: DocumentFile, province: Province) -> Iterator[tuple[str, Phrase, Phrase]]:
    """Yield the symbol of another folder or agency in a document's code."""
    code, symbols = document.control.code, symbols_of(document, province)
    matched = [(pattern, pattern.symbols(code)) for pattern in patterns_of(document, province)] if code else []
    fitting = [(pattern, stated) for pattern, stated in matched if stated]
    wrong = [
        (pattern, name, symbol)
        for pattern, stated in fitting
        for name, symbol in stated or ()
        if name in symbols and symbols[name] != symbol
    ]
    wrong_forms = {pattern.form for pattern, _, _ in wrong}
    if not wrong or code is None or any(pattern.form not in wrong_forms for pattern, _ in fitting):
        return
    pattern, name, symbol = wrong[0]
    right = symbols[name]
    folder = library_folder(document)
    where = f"thư mục procedures/{folder}/" if name == "field" else f"cơ quan “{document.control.owner}”"
    where_en = f"procedures/{folder}/" if name == "field" else f"the agency “{document.control.owner}”"
    what = Phrase(
        f"mã hiệu “{code}” mang ký hiệu “{symbol}”, nhưng ký hiệu của {where} là “{right}”",
        f"the code “{code}” has the symbol “{symbol}”, but that of {where_en} is “{right}”",
    )
    homes = (entry.id for _, _, entry in folders_of_library(province) if entry.symbol == symbol)
    home = next((f"{_LIBRARY}/{other}/" for other in homes if name == "field"), None)
    fits = proposal(pattern, code, symbols, province.codes)
    yield (
        "code",
        what,
        Phrase(
            f"Đặt mã hiệu như “{fits}” và đổi tên tệp theo, hoặc chuyển tệp về {home or 'đúng chỗ'}",
            f"Give a code such as “{fits}” and rename the file, or move the file {f'to {home}' if home else 'home'}",
        ),
    )


def _own_forms(agency: Agency | None, settings: ProvinceSettings, kind: DocumentKind) -> Iterator[str]:
    """The forms that hold for a kind: the agency's own, else those of the province."""
    own = [form.form for form in agency.codes if kind in form.kinds] if agency else []
    yield from own or (form.form for form in settings.codes if kind in form.kinds)


def _folders_above(path: str) -> tuple[str, ...]:
    """Return the folders above a file."""
    return tuple(path.split("/")[:-1])
