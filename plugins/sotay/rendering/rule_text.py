"""A rule, and the whole rule book, as text for people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sotay.model.finding import Severity
from sotay.model.phrase import Language, Phrase
from sotay.rules.easing.leeway import may_be_lowered, may_spare_older_documents
from sotay.rules.rule import Rule

SEVERITY = {
    Severity.ERROR: Phrase("lỗi", "error"),
    Severity.WARNING: Phrase("cảnh báo", "warning"),
    Severity.ADVICE: Phrase("gợi ý", "advice"),
}
"""What each severity is called."""

_FAMILIES = {
    "1": Phrase("Khối kiểm soát", "The control block"),
    "2": Phrase("Phê duyệt và quyết định", "Approval and decisions"),
    "3": Phrase("Kiểm soát thay đổi và chữ ký số", "Change control and signatures"),
    "4": Phrase("Thủ tục", "The procedure"),
    "5": Phrase("Căn cứ pháp lý", "Legal basis"),
    "6": Phrase("Danh mục và cơ quan", "Registers and agencies"),
    "7": Phrase("Hồ sơ của hệ thống quản lý", "Records of the management system"),
    "8": Phrase("Chữ và trình bày", "Text"),
    "9": Phrase("Gợi ý cách viết", "Advice on writing"),
}
_PLACE = re.compile(r"\{(\w+)[^{}]*\}")


def rule_text(rule: Rule, language: Language) -> str:
    """Return what a rule wants, on what it rests, and what to do."""
    said = Phrase("Thông báo", "Message"), Phrase("Căn cứ", "Basis"), Phrase("Cách sửa", "Remedy")
    message, basis, remedy = (label(language) for label in said)
    freedom = Phrase("Tỉnh", "Province")(language) + ": " + _freedom(rule)(language)
    return (
        f"{rule.code}  {rule.title(language)}  [{SEVERITY[rule.severity](language)}]\n"
        f"{message}: {readable(rule.fact(language))}\n"
        f"{basis}: {rule.basis(language)}\n"
        f"{remedy}: {remedy_of(rule)(language)}\n"
        f"{freedom}\n"
    )


def _freedom(rule: Rule) -> Phrase:
    """What `rules` in sites/province.yml may do with a rule."""
    if may_be_lowered(rule.code):
        return Phrase(
            "được nâng, hạ mức, gia hạn, miễn tài liệu cũ",
            "may raise or lower it, grant grace, and spare older documents",
        )
    if may_spare_older_documents(rule.code):
        return Phrase("được nâng mức và miễn tài liệu cũ", "may raise it and spare older documents")
    return Phrase("chỉ được nâng mức", "may only raise it")


def rule_book(rules: Sequence[Rule]) -> str:
    """Return the Vietnamese reference of all rules, one table a family, as Markdown."""
    lines = ["# Quy tắc", "", "Trang này sinh ra từ chương trình; `sotay rule ST204` giải thích một quy tắc.", ""]
    lines += ["Lỗi chặn việc công bố; cảnh báo và gợi ý thì không."]
    lines += ["Cách tỉnh đổi mức, gia hạn cho một quy tắc: xem [kiểm tra](kiem-tra.md#chính-sách-của-tỉnh).", ""]
    for family, name in _FAMILIES.items():
        lines += [
            f"## ST{family}xx · {name.vi}",
            "",
            "| mã | quy tắc | mức | căn cứ | cách sửa | tỉnh được hạ mức |",
            "|---|---|---|---|---|---|",
        ]
        lines += [_row(rule) for rule in rules if rule.code[2] == family]
        lines.append("")
    return "\n".join(lines)


def _row(rule: Rule) -> str:
    lowered = "được" if may_be_lowered(rule.code) else "không"
    cells = (rule.code, rule.title.vi, SEVERITY[rule.severity].vi, rule.basis.vi, remedy_of(rule).vi, lowered)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def readable(template: str) -> str:
    """Return a message with its named places shown as an ellipsis."""
    text = _PLACE.sub("…", template.replace("{{", "\0").replace("}}", "\1"))
    return text.replace("\0", "{").replace("\1", "}")


def remedy_of(rule: Rule) -> Phrase:
    """Return what to do about the findings of a rule; where that depends on the case, it says so."""
    if _PLACE.sub("", rule.remedy.vi).strip(" ."):
        return Phrase(readable(rule.remedy.vi), readable(rule.remedy.en))
    return Phrase("Tùy trường hợp; thông báo ghi rõ.", "It depends on the case; the finding says it.")
