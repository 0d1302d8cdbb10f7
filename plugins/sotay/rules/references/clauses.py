"""ST612: the clauses that a document names are clauses of the standard."""

from __future__ import annotations

import re

from sotay.model.document import DocumentFile
from sotay.model.phrase import Phrase
from sotay.model.standard import CLAUSES
from sotay.rules.examination import Examination
from sotay.rules.rule import READABLE, DocumentRule, Findings

_LETTER = re.compile(r" ?[a-z]\)?$")


class KnownClauses(DocumentRule):
    """The clauses that a document meets exist in the standard, and are named once."""

    code = "ST612"
    title = Phrase("Điều khoản có trong tiêu chuẩn", "Clauses exist in the standard")
    fact = Phrase("điều khoản “{clause}” {why}", "the clause “{clause}” {why_en}")
    basis = Phrase("TCVN ISO 9001:2015, 4.4.2", "TCVN ISO 9001:2015, 4.4.2")
    remedy = Phrase("{do}", "{do_en}")
    requires = READABLE

    def check(self, document: DocumentFile, examination: Examination) -> Findings:
        standard = " ".join(examination.province.settings.value.standard.split())
        known = CLAUSES.get(standard)
        seen: set[str] = set()
        for index, clause in enumerate(document.control.iso_clauses):
            place = document.place("iso_clauses", index)
            if clause in seen:
                do = {"do": "Xóa mục trùng.", "do_en": "Delete the double."}
                yield self.found(place, clause=clause, why="nêu hai lần", why_en="stands twice", **do)
            elif known and _LETTER.sub("", clause) not in known:
                near = _near(clause, known)
                do = {
                    "do": f"Ghi số điều khoản, ví dụ {near}."
                    if near
                    else "Ghi số điều khoản từ 4 đến 10, ví dụ 8.5.1.",
                    "do_en": f"State a clause such as {near}." if near else "State a clause of 4 to 10, e.g. 8.5.1.",
                }
                why = {"why": f"không có trong {standard}", "why_en": f"is not in {standard}"}
                yield self.found(place, clause=clause[:40], **why, **do)
            seen.add(clause)


def _near(clause: str, known: frozenset[str]) -> str:
    """The clauses beside the one that was meant: those below the part of its number that exists, if any."""
    parts = re.findall(r"\d{1,3}", clause)[:6]
    while parts and ".".join(parts) not in known:
        parts.pop()
    if not parts:
        return ""
    start = ".".join(parts)
    below = [other for other in known if other.startswith(f"{start}.") and other.count(".") == len(parts)]
    return ", ".join([start, *sorted(below)]) if below else ""


RULES = (KnownClauses(),)
