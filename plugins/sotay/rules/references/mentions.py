"""ST615: codes that texts mention in passing are codes of documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.model.document import DocumentFile
from sotay.model.finding import Severity
from sotay.model.phrase import Phrase
from sotay.model.province import Province
from sotay.model.source import Place, Source
from sotay.rules.approval.standing import deleted_in_force
from sotay.rules.examination import Examination
from sotay.rules.references.named_documents import forms_with_places, related_documents
from sotay.rules.rule import Findings, ProvinceRule
from sotay.rules.words.suggestion import did_you_mean


class KnownMentions(ProvinceRule):
    """A code in a sentence or a table is the code of a document of the repository."""

    code = "ST615"
    severity = Severity.WARNING
    title = Phrase("Mã hiệu nhắc trong lời văn có thật", "Codes mentioned in a text exist")
    fact = Phrase("lời văn nhắc “{code}”, không có tài liệu nào mang mã hiệu này{hint}",
                  "the text mentions “{code}”, which is no document's code{hint_en}")  # fmt: skip
    basis = Phrase("TCVN ISO 9001:2015, 7.5.2 a", "TCVN ISO 9001:2015, 7.5.2 a")
    remedy = Phrase(
        "Sửa mã hiệu; nếu chỉ là ví dụ thì dùng mã hiệu của một tài liệu có thật.",
        "Mend the code; if it is only an example, take the code of a real document.",
    )

    def check(self, examination: Examination) -> Findings:
        province = examination.province
        known = province.codes
        pattern, deleted = _pattern(known), examination.shared(deleted_in_force)
        if pattern is None:
            return
        near: dict[str, dict[str, str]] = {}
        for source, first_line, told in _texts(province):
            said: set[str] = set()
            for match in pattern.finditer(source.text):
                code = match[0]
                if code in known or code in told or code in said or code in deleted:
                    continue
                line = 1 + source.text.count("\n", 0, match.start())
                if _is_apart(match, in_matter=line < first_line):
                    continue
                said.add(code)
                if code not in near:
                    near[code] = did_you_mean(code, sorted(known))
                yield self.found(Place(source.path, line), code=code, **near[code])


def _pattern(known: frozenset[str]) -> re.Pattern[str] | None:
    """Codes that begin as those of the repository do and end with a number; `TT-BTC` and `TP-CC-09` are others' own."""
    starts = sorted({code.partition("-")[0] for code in known if re.match(r"[A-Z]{2,5}-", code)})
    if not starts:
        return None
    words = "|".join(starts)
    return re.compile(rf"(?:{words})(?:-[A-Z0-9]{{1,10}}){{1,3}}-\d{{1,7}}(?![\w/-])")


def _texts(province: Province) -> Iterator[tuple[Source, int, frozenset[str]]]:
    """Every text, with the line on which its body starts, and the codes of which other rules speak."""
    for document in province.documents:
        yield document.source, document.body.first_line, _told(document)
    for page in province.pages:
        yield page.source, page.body.first_line, frozenset()


def _told(document: DocumentFile) -> frozenset[str]:
    control = document.control
    named = {control.code or document.code, document.source.name, *control.replaces}
    named |= {code for _, code in related_documents(document)} | {code for _, code in forms_with_places(document)}
    named |= {attached.file.rpartition(".")[0] for attached in control.attachments}
    return frozenset(named | {(control.model or "").partition("@")[0]})


def _is_apart(match: re.Match[str], *, in_matter: bool) -> bool:
    """Whether a code is a part of something longer, or the target of a link, or in a comment of the front matter."""
    before = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    # A look-behind in the pattern would make the search ten times slower.
    if before and (before[-1].isalnum() or before[-1] in "_/.-"):
        return True
    return before.endswith("](") or (in_matter and (before.startswith("#") or " #" in before))


RULES = (KnownMentions(),)
