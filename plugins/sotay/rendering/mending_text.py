"""What was mended, what was left alone and why, as lines for a person; and the difference as a patch."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import unified_diff

from sotay.model.phrase import Language, Phrase
from sotay.usecases.mend_texts import Mended

_KINDS = {
    "ST801": Phrase("chữ ghép rời", "letters not composed"),
    "ST802": Phrase("ký tự vô hình", "invisible letters"),
    "ST803": Phrase("ký tự riêng của phông chữ", "private-use letters"),
    "ST804": Phrase("chữ nước ngoài giống chữ Việt", "foreign letters"),
    "ST810": Phrase("khoảng trắng hoặc dấu lạ", "odd blanks or marks"),
    "ST105": Phrase("thiếu dấu nháy", "missing quotes"),
    "ST501": Phrase("số hiệu ở căn cứ", "numbers of the legal basis"),
    "ST505": Phrase("số hiệu trong danh mục", "numbers in the register"),
    "ST506": Phrase("số hiệu trong lời văn", "numbers in prose"),
    "ST138": Phrase("thứ tự khóa", "order of keys"),
}
_DONE = Phrase("{path}: {did} {count} chỗ: {kinds}", "{path}: {did} {count}: {kinds}")
_HELD = Phrase(
    "{path}:{line}  {codes}  giữ nguyên {count} chỗ ở dòng {lines}: nội dung này đã ban hành theo quyết định, "
    "sửa thì không còn đúng bản được phê duyệt (TCVN ISO 9001:2015, 7.5.3.2 c). "
    "Lập bản mới: tăng “version”, bỏ “decision”, “approved_date”, “effective_date”, rồi chạy lại “sotay check --fix”.",
    "{path}:{line}  {codes}  left alone: {count}, on lines {lines}: a decision approved this text as it stands "
    "(TCVN ISO 9001:2015, 7.5.3.2 c). Make a new version: raise “version”, remove “decision”, “approved_date” and "
    "“effective_date”, then run “sotay check --fix” again.",
)
_REFUSED = {
    "link": Phrase(
        "{path}: không sửa vì là liên kết tới tệp khác. Sửa chính tệp đó, hoặc thay liên kết bằng tệp.",
        "{path}: not mended, it is a link to another file. Mend that file, or put a file in place of the link.",
    ),
    "read_only": Phrase(
        "{path}: không sửa vì tệp chỉ cho đọc. Cho quyền ghi (chmod u+w) rồi chạy lại.",
        "{path}: not mended, the file is read-only. Allow writing (chmod u+w) and run again.",
    ),
    "changed": Phrase(
        "{path}: không sửa vì tệp vừa bị chương trình khác thay đổi. Lưu và đóng tệp rồi chạy lại.",
        "{path}: not mended, another program changed it meanwhile. Save and close it, then run again.",
    ),
    "failed": Phrase(
        "{path}: không ghi được tệp. Xem quyền ghi của thư mục và chỗ trống trên đĩa rồi chạy lại.",
        "{path}: cannot be written. See whether the folder allows it and the disk has room, then run again.",
    ),
}
_NAME = Phrase(
    "{path}: tên tệp có chữ ghép rời (không phải NFC) nên dễ bị coi là tệp khác. Đổi tên bằng “git mv”.",
    "{path}: the file's name is not composed (NFC) and may pass for another. Rename it with “git mv”.",
)
_MOST_LINES = 8
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def done_line(file: Mended, language: Language) -> str:
    """Return what was mended in a file: how many places of each kind."""
    counts = Counter(edit.code for edit in file.done)
    kinds = ", ".join(f"{_KINDS[code](language)} ({code}) {count}" for code, count in sorted(counts.items()))
    did = Phrase("đã sửa", "mended")(language)
    return _DONE.format(path=file.path, did=did, count=counts.total(), kinds=kinds)(language)


def held_line(file: Mended, language: Language) -> str:
    """Return what was left alone in a file because a decision approved it."""
    lines = sorted({edit.line for edit in file.held})
    shown = ", ".join(map(str, lines[:_MOST_LINES])) + (", …" if len(lines) > _MOST_LINES else "")
    codes = " ".join(sorted({edit.code for edit in file.held}))
    return _HELD.format(path=file.path, line=lines[0], codes=codes, count=len(file.held), lines=shown)(language)


def refused_line(path: str, reason: str, language: Language) -> str:
    """Return why a file could not be mended, and what to do."""
    return _REFUSED[reason].format(path=path)(language)


def name_line(path: str, language: Language) -> str:
    """Return what is wrong with a file's name."""
    return _NAME.format(path=path)(language)


def patch_lines(file: Mended) -> Iterator[str]:
    """Yield the lines of a unified diff, as `git apply` takes it, each with its line end."""
    before, after = _LINE.findall(file.before), _LINE.findall(file.after)
    for line in unified_diff(before, after, f"a/{file.path}", f"b/{file.path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
