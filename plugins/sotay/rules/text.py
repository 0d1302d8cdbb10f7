"""ST8xx: the text is in normal form and safe to publish."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from sotay.markup.markdown import inline_tokens, raw_html
from sotay.model.document import Body, DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.source import Place, Source
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings, ProvinceRule, SourceRule
from sotay.rules.suggestion import did_you_mean
from sotay.text.normal import Suspect, SuspectKind, is_clean, suspects

_TCVN = Phrase("TCVN 6909:2001; Nghị định 30/2020/NĐ-CP, Phụ lục I", "TCVN 6909:2001; Decree 30/2020/NĐ-CP, Annex I")
_SAFE = Phrase("TCVN ISO 9001:2015, 7.5.3.1 b", "TCVN ISO 9001:2015, 7.5.3.1 b")


class _LetterRule(SourceRule):
    """Finds one kind of departure from the normal form; a line is reported once."""

    suspect: ClassVar[SuspectKind]
    basis = _TCVN

    def check(self, source: Source, examination: Examination) -> Findings:
        if is_clean(source.text):
            return
        for number, line in enumerate(source.text.split("\n"), start=1):
            here = [suspect for suspect in suspects(line) if suspect.kind is self.suspect]
            if here:
                yield self.found(Place(source.path, number), **_described(line, here))


def _described(line: str, here: list[Suspect]) -> dict[str, object]:
    first = here[0]
    letters = " ".join(f"U+{ord(character):04X}" for character in first.text)
    around = "".join(c if c.isprintable() else "·" for c in line[max(0, first.index - 12) : first.index + 12]).strip()
    return {"letters": letters, "count": len(here), "around": around, "column": first.index + 1, "mended": first.mended}


class NormalForm(_LetterRule):
    """Letters are composed (NFC)."""

    code = "ST801"
    suspect = SuspectKind.NOT_NFC
    title = Phrase("Chữ ở dạng dựng sẵn (NFC)", "Letters are composed (NFC)")
    fact = Phrase(
        "{count} chữ ghép rời (không phải NFC), đầu tiên ở cột {column}, gần “{around}”",
        "letters not composed (NFC): {count}, first in column {column}, near “{around}”",
    )
    remedy = Phrase(
        "Gõ lại chữ này bằng bộ gõ Unicode dựng sẵn.", "Type the letters again with a composing input method."
    )


class InvisibleLetters(_LetterRule):
    """There are no invisible letters."""

    code = "ST802"
    suspect = SuspectKind.INVISIBLE
    title = Phrase("Không có ký tự vô hình", "No invisible letters")
    fact = Phrase(
        "{count} ký tự vô hình {letters}, đầu tiên ở cột {column}, gần “{around}”",
        "invisible letters {letters}: {count}, first in column {column}, near “{around}”",
    )
    remedy = Phrase(
        "Xóa ký tự vô hình: gõ lại đoạn này thay vì dán từ nơi khác.", "Delete them: type the passage again."
    )


class PrivateLetters(_LetterRule):
    """There are no private-use letters, which only one font can show."""

    code = "ST803"
    suspect = SuspectKind.PRIVATE_USE
    title = Phrase("Không có ký tự riêng của phông chữ", "No private-use letters")
    fact = Phrase(
        "ký tự riêng của phông chữ {letters} ở cột {column}, gần “{around}”",
        "private-use letter {letters} in column {column}, near “{around}”",
    )
    remedy = Phrase(
        "Thay bằng ký tự thường dùng, ví dụ gạch đầu dòng “-”.",
        "Replace it by an ordinary character such as a dash “-”.",
    )


class LookAlikes(_LetterRule):
    """Đ is Đ, not a foreign letter that looks like it."""

    code = "ST804"
    suspect = SuspectKind.LOOK_ALIKE
    title = Phrase("Chữ Đ đúng là chữ Đ", "Đ is Đ")
    fact = Phrase(
        "chữ nước ngoài {letters} giống “{mended}” ở cột {column}, gần “{around}”",
        "the foreign letter {letters} looks like “{mended}” in column {column}, near “{around}”",
    )
    remedy = Phrase("Gõ lại thành “{mended}”.", "Type “{mended}”.")


class _BodyRule(ProvinceRule):
    """A rule about the Markdown of documents and pages."""

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        for document in province.documents:
            yield from self.check_document(document, examination)
        for page in province.pages:
            yield from self.check_body(page.source, page.body, examination)

    def check_document(self, document: DocumentFile, examination: Examination) -> Findings:
        """Yield what is wrong with a text as published; what its values bring into its model is found at `values`."""
        written = tuple(self.check_body(document.source, document.body, examination))
        if document.expanded is None:
            yield from written
            return
        model = examination.province.document_by_code[(document.control.model or "").partition("@")[0]]
        of_model = {finding.fact for finding in self.check_body(model.source, model.body, examination)}
        places = {finding.fact: finding.place for finding in written}
        for finding in self.check_body(document.source, document.expanded, examination):
            if finding.fact in places or finding.fact not in of_model:
                yield replace(finding, place=places.get(finding.fact, document.place("values")))

    @abstractmethod
    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        """Yield what is wrong with one text."""


class NoRawHtml(_BodyRule):
    """There is no raw HTML; it would show as text, and must not be thought to work."""

    code = "ST805"
    title = Phrase("Không có mã HTML", "No raw HTML")
    fact = Phrase("có mã HTML “{html}”", "there is raw HTML “{html}”")
    basis = _SAFE
    remedy = Phrase("Viết bằng Markdown; muốn in dấu < thì viết \\<.", "Write Markdown; for a plain < write \\<.")

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        first_of_line = dict(reversed([*raw_html(body)]))
        for line, html in first_of_line.items():
            yield self.found(Place(source.path, line), html=html.partition("\n")[0][:40])


_SCHEME = re.compile(r"^\s*([a-zA-Z][a-zA-Z0-9+.-]*):|^\s*//|^\s*\\")
_ALLOWED = frozenset({"mailto", "tel"})


class SafeLinks(_BodyRule):
    """Links stay in the repository: no scripts, no data, no other host, no path out of it."""

    code = "ST806"
    title = Phrase("Liên kết an toàn, không ra ngoài kho", "Links are safe and stay inside")
    fact = Phrase("liên kết không an toàn “{link}”", "the link “{link}” is not safe")
    basis = _SAFE
    remedy = Phrase(
        "Dùng mã hiệu tài liệu làm địa chỉ, ví dụ [đăng ký kết hôn](QT-HT-02); địa chỉ ngoài thì viết thành chữ.",
        "Use a document's code as address, e.g. [marriage](QT-HT-02); write outside addresses as text.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        for line, link in _links(body):
            if not is_safe_link(link):
                yield self.found(Place(source.path, line), link=link[:60])


class LinksResolve(_BodyRule):
    """Links lead to a document by its code, to a page of the portal, or to a heading of the same text."""

    code = "ST807"
    title = Phrase("Liên kết dẫn tới nơi có thật", "Links lead somewhere")
    fact = Phrase("liên kết “{link}” không dẫn tới đâu{hint}", "the link “{link}” leads nowhere{hint_en}")
    basis = Phrase("TCVN ISO 9001:2015, 7.5.3.2 a", "TCVN ISO 9001:2015, 7.5.3.2 a")
    remedy = Phrase(
        "Ghi mã hiệu của tài liệu; tới mục trong trang này thì ghi # và tên mục không dấu, ví dụ #muc-dich.",
        "State a document's code; for a heading of this text, # and its name in plain letters, e.g. #muc-dich.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        documents = examination.province.document_by_code
        pages = {page.name for page in examination.province.pages}
        for line, link in _links(body):
            target, _, anchor = link.partition("#")
            anchors = {section.anchor for section in body.sections}
            lost = (target not in documents and target not in pages) if target else anchor not in anchors
            if is_safe_link(link) and not _SCHEME.match(link) and lost:
                yield self.found(Place(source.path, line), link=link[:60], **did_you_mean(target, documents))


def is_safe_link(link: str) -> bool:
    """Return whether a link can be published: inside the repository, or a mail or telephone address."""
    match = _SCHEME.match(link)
    if match:
        return (match[1] or "").lower() in _ALLOWED
    return not link.startswith("/") and ".." not in link.split("/")


def _links(body: Body) -> Iterator[tuple[int, str]]:
    for line, token in inline_tokens(body.tokens, body.first_line):
        link = token.attrs.get("href") or token.attrs.get("src")
        if isinstance(link, str):
            yield line, link


RULES = (
    NormalForm(), InvisibleLetters(), PrivateLetters(), LookAlikes(), NoRawHtml(), SafeLinks(), LinksResolve(),
)  # fmt: skip
