"""ST410, ST440, ST447, ST448: forms that are used and in force, and names of files that every computer can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sotay.history.fingerprint import named_forms
from sotay.history.ledger import Ledger
from sotay.model.document import DocumentFile, DocumentKind
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.source import Place
from sotay.rules.approval.standing import deleted_in_force, is_over, owner_ledger
from sotay.rules.attached import attachments, file_contents
from sotay.rules.examination import Examination
from sotay.rules.references.named_documents import forms_with_places
from sotay.rules.rule import READABLE, DocumentRule, Findings, ProvinceRule, Rule
from sotay.rules.words.kind_words import kind_name
from sotay.rules.words.suggestion import did_you_mean
from sotay.text.fold import slug


class KnownForms(DocumentRule):
    """The forms that a document names exist as forms."""

    code = "ST410"
    title = Phrase("Biểu mẫu có trong thư viện", "Forms exist")
    fact = Phrase("{what}", "{what_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1", "TCVN ISO 9001:2015, 7.5.3.1")
    remedy = Phrase(
        "Sửa mã hiệu biểu mẫu hoặc thêm tệp forms/{form}.md với “kind: form”.",
        "Mend the code or add the file forms/{form}.md with “kind: form”.",
    )
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        province = examination.province
        for path, form in forms_with_places(document):
            named = province.document_by_code.get(form)
            is_form = named is not None and named.control.kind in (DocumentKind.FORM, None)
            is_told = named is None and (form in province.codes or form in examination.shared(deleted_in_force))
            if is_form or is_told:
                continue
            what = _no_form(form, named, province)
            yield self.found(document.place(*path), form=form, what=what.vi, what_en=what.en)


def _no_form(form: str, named: DocumentFile | None, province: Province) -> Phrase:
    """What a code that is no form's is instead, or which form was most likely meant."""
    if named and named.control.kind:
        kind = kind_name(named.control.kind)
        return Phrase(f"{form} là {kind.vi}, không phải biểu mẫu", f"{form} is no form but of the kind {kind.en}")
    forms = [document.code for document in province.documents if document.control.kind is DocumentKind.FORM]
    return Phrase("không có biểu mẫu “{form}”{hint}", "there is no form “{form}”{hint_en}").format(
        form=form, **did_you_mean(form, forms)
    )


class FormIsUsed(ProvinceRule):
    """A form is named by a procedure or another document; nobody finds one that is not."""

    code = "ST440"
    severity = Severity.WARNING
    title = Phrase("Biểu mẫu được tài liệu nào đó dùng", "A form is used by some document")
    fact = Phrase("không tài liệu nào dùng biểu mẫu {form}", "no document uses the form {form}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase(
        "Ghi “forms: [{form}]” ở bước dùng biểu mẫu hoặc “form: {form}” ở giấy tờ của hồ sơ; "
        "không còn dùng thì bãi bỏ.",
        "State “forms: [{form}]” at the step that uses it, or “form: {form}” at the paper of the dossier; "
        "or withdraw it.",
    )
    requires = READABLE

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        named = frozenset[str]().union(*map(named_forms, province.documents))
        forms = [d for d in province.documents if d.control.kind is DocumentKind.FORM and d.code not in named]
        unused = [f for f in forms if f.control.code and not f.is_draft and not province.is_uncertain(f.code)]
        mentioned = _mentioned(province, [form.code for form in unused]) if unused else frozenset()
        for form in unused:
            if form.code not in mentioned and not is_over(form, examination):
                yield self.found(form.place("code"), form=form.code)


def _mentioned(province: Province, codes: list[str]) -> frozenset[str]:
    """Those of some codes that another text names."""
    starts = "|".join(sorted({code.partition("-")[0] for code in codes}))
    named = re.compile(rf"(?:{starts})(?:-[A-Z0-9]{{1,10}}){{1,4}}(?![\w-])")
    sources = [(document.code, document.source) for document in province.documents]
    sources += [("", page.source) for page in province.pages]
    found: set[str] = set()
    for own, source in sources:
        text = source.text
        here = (match for match in named.finditer(text) if not _goes_on(text, match.start()))
        found |= {match[0] for match in here} - {own}
    return frozenset(found)


def _goes_on(text: str, start: int) -> bool:
    """Whether what begins here is the end of a longer word."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] in "_-")


_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class PlainFileNames(ProvinceRule):
    """Names of files are of plain letters, which every computer can hold; a form's begins with its code."""

    code = "ST447"
    title = Phrase("Tên tệp không dấu, không khoảng trắng", "File names are of plain letters without blanks")
    fact = Phrase("tên “{name}” {why}", "the name “{name}” {why_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase("Đổi tên thành “{mended}”.", "Rename it to “{mended}”.")

    def check(self, examination: Examination) -> Findings:
        seen: set[tuple[str, ...]] = set()
        lowered: dict[str, str] = {}
        for path in _paths(examination.province):
            parts = tuple(path.split("/"))
            for depth in range(1, len(parts) + 1):
                yield from self._part(path, parts[:depth], seen, lowered)
        for attached in attachments.attached_files(examination.province):
            form = attached.form
            if attached.found and not _PLAIN.fullmatch(attached.file):
                yield self._strange(attached.place, attached.file, form.code if form else "")
            elif form and attached.found and not re.match(rf"{re.escape(form.code)}(?![A-Za-z0-9])", attached.file):
                mended = _mended(attached.file, form.code)
                why = {"why": f"không bắt đầu bằng mã hiệu {form.code}", "why_en": f"does not begin with {form.code}"}
                yield self.found(attached.place, name=attached.file, mended=mended, **why)

    def _strange(self, place: Place, name: str, start: str = "") -> Finding:
        why = {"why": "có dấu, khoảng trắng hoặc ký tự lạ", "why_en": "has diacritics, blanks or strange letters"}
        return self.found(place, name=name, mended=_mended(name, start), **why)

    def _part(self, path: str, parts: tuple[str, ...], seen: set[tuple[str, ...]], lowered: dict[str, str]) -> Findings:
        """A folder or file, once."""
        if parts in seen:
            return
        seen.add(parts)
        name, whole = parts[-1], "/".join(parts)
        twin = lowered.setdefault(whole.lower(), whole)
        if not _PLAIN.fullmatch(name):
            yield self._strange(Place(path), name)
        elif twin != whole:
            why = {"why": f"chỉ khác “{twin}” ở chữ hoa, chữ thường", "why_en": f"differs from “{twin}” only in case"}
            yield self.found(Place(path), name=name, mended=_mended(name, "2"), **why)


def _paths(province: Province) -> Iterator[str]:
    """Every path whose last part no other rule speaks of, or of its folder only."""
    named = {f"{attached.folder}/{attached.file}" for attached in attachments.attached_files(province)}
    misnamed = {d.source.path for d in province.documents if d.control.code and d.control.code != d.source.name}
    paths = (*(source.path for source in province.sources), *(file.path for file in province.attachments))
    for path in paths:
        yield path.rpartition("/")[0] if path in named or path in misnamed else path


def _mended(name: str, start: str = "") -> str:
    """A name of plain letters, beginning with a code; a code that the name ends or begins with is kept as it is."""
    stem, point, ending = name.rpartition(".")
    stem = stem if point and stem else name
    words = slug(stem).removeprefix(start.lower()).strip("-")
    kept = stem if _PLAIN.fullmatch(stem) and not start else words
    return "-".join(part for part in (start, kept) if part) + (f".{slug(ending)}" if point and stem != name else "")


class FormInForce(DocumentRule):
    """The forms that a document names are in force when it takes effect."""

    code = "ST448"
    title = Phrase("Biểu mẫu có hiệu lực khi tài liệu có hiệu lực", "Forms are in force when the document takes effect")
    fact = Phrase(
        "biểu mẫu {form} không có hiệu lực ngày {day:%d/%m/%Y} ({why})",
        "the form {form} is not in force on {day} ({why_en})",
    )
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
    remedy = Phrase(
        "Ban hành biểu mẫu không muộn hơn tài liệu này, hoặc dùng biểu mẫu đang có hiệu lực.",
        "Issue the form no later than this document, or use a form that is in force.",
    )
    requires = READABLE | {"ST410"}

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        day, province = document.control.effective_date, examination.province
        if day is None or province.is_uncertain(document.code):
            return
        reported: set[str] = set()
        for path, code in forms_with_places(document):
            form = province.document_by_code.get(code)
            if form is None or code in reported or province.is_uncertain(code):
                continue
            reported.add(code)
            ledger = owner_ledger(form, examination)
            why = _not_in_force(ledger, code, day) if ledger else None
            if ledger and why:
                found = self.found(document.place(*path), form=code, day=day, why=why.vi, why_en=why.en)
                # What has been set right since cannot be changed in the past.
                yield found.weighing(Severity.WARNING) if ledger.in_force(code, examination.day) else found


def _not_in_force(ledger: Ledger, code: str, day: date) -> Phrase | None:
    """Why no version of a form is in force on a day."""
    if ledger.in_force(code, day):
        return None
    ended = ledger.last_ended(code, day)
    if ended and ended.withdrawn and ended.ended_by:
        decision = ended.ended_by
        return Phrase(
            f"đã bị bãi bỏ bằng {decision.number} từ {decision.effective_date:%d/%m/%Y}",
            f"withdrawn by “{decision.number}” from {decision.effective_date}",
        )
    if ended and ended.lapses:
        return Phrase(f"chỉ có hiệu lực đến hết {ended.ends:%d/%m/%Y}", f"it ended on {ended.ends}")
    upcoming = ledger.upcoming(code, day)
    if upcoming:
        return Phrase(f"có hiệu lực từ {upcoming.starts:%d/%m/%Y}", f"it takes effect on {upcoming.starts}")
    return Phrase("chưa được quyết định nào ban hành", "no decision has issued it")


RULES: tuple[Rule, ...] = (
    KnownForms(), FormIsUsed(), *attachments.RULES, *file_contents.RULES, PlainFileNames(), FormInForce(),
)  # fmt: skip
