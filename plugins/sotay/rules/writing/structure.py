"""ST820–ST829: headings, tables, lists and pictures that everybody can read, and nothing left half done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sotay.markup.markdown import inline_tokens
from sotay.model.document import Body, Section
from sotay.model.finding import Finding, Severity
from sotay.model.phrase import Phrase
from sotay.model.source import Place, Source
from sotay.rules.examination import Examination
from sotay.rules.rule import Findings
from sotay.rules.writing.body_rule import BodyRule
from sotay.rules.writing.tables import header_cells, lost_tables, ragged_rows
from sotay.text.fold import fold
from sotay.text.legacy_encoding import legacy_lines, may_be_viqr

_FIT = Phrase("TCVN ISO 9001:2015, 7.5.3.1 a", "TCVN ISO 9001:2015, 7.5.3.1 a")
_FORMAT = Phrase("TCVN ISO 9001:2015, 7.5.2 b", "TCVN ISO 9001:2015, 7.5.2 b")
_QUOTED = 60


_FILE_NAME = re.compile(
    r"(?:[\w.-]+\.(?:png|jpe?g|webp|gif|svg)|(?:img|image|hinh|hình|anh|ảnh)[\s_-]*\d*)", re.IGNORECASE
)


class PicturesDescribed(BodyRule):
    """A picture says in words what it shows."""

    code = "ST820"
    title = Phrase("Hình có lời mô tả", "Pictures are described in words")
    fact = Phrase("hình “{picture}” {what}", "the picture “{picture}” {what_en}")
    basis = _FIT
    remedy = Phrase(
        "Ghi điều hình cho thấy trong ngoặc vuông, ví dụ ![Sơ đồ ba bước giải quyết hồ sơ]({picture}).",
        "Say what it shows within the brackets, e.g. ![Three steps of a case]({picture}).",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        if "![" not in body.text:
            return
        for line, token in inline_tokens(body.tokens, body.first_line):
            if token.type == "image" and (not token.content.strip() or _FILE_NAME.fullmatch(token.content.strip())):
                is_bare = not token.content.strip()
                what = "không có lời mô tả" if is_bare else "chỉ được mô tả bằng tên tệp"
                what_en = "has no description" if is_bare else "is described by its file name only"
                picture = str(token.attrs.get("src", ""))[:_QUOTED]
                yield self.found(Place(source.path, line), picture=picture, what=what, what_en=what_en)


_TOP = 2
"""The first level in a text; the level above is the title, which comes from the data."""


class HeadingsInSteps(BodyRule):
    """Headings go down one level at a time, from level 2; each says something, and each something else."""

    code = "ST821"
    title = Phrase("Đề mục đúng cấp, không trống, không trùng", "Headings in steps, with words, without doubles")
    fact = Phrase("đề mục “{title}” {what}", "the heading “{title}” {what_en}")
    basis = _FORMAT
    remedy = Phrase("{do}.", "{do_en}.")

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        open_titles: list[tuple[int, str]] = []
        seen: dict[tuple[tuple[int, str], ...], int] = {}
        level = _TOP - 1
        for section in body.sections:
            name = (section.level, fold(section.title).strip())
            open_titles = [*(title for title in open_titles if title[0] < section.level), name]
            earlier = seen.setdefault(tuple(open_titles), section.line)
            fault = _heading_fault(section, level)
            if fault is None and earlier != section.line:
                fault = _DOUBLE
            if fault:
                what, what_en, do, do_en = fault
                place, title = Place(source.path, section.line), section.title[:_QUOTED]
                found = self.found(place, title=title, what=what, what_en=what_en, do=do, do_en=do_en)
                yield found.weighing(Severity.WARNING) if fault is _DOUBLE else found
            level = max(section.level, _TOP - 1)


def _heading_fault(section: Section, above: int) -> tuple[str, str, str, str] | None:
    marks, right = "#" * section.level, "#" * min(section.level, max(above + 1, _TOP))
    if not section.title.strip():
        return "không có chữ", "has no words", "Ghi tên đề mục hoặc xóa dòng này", "Name it or remove the line"
    if section.level < _TOP:
        what = "dùng cấp 1 (#), cấp của tên tài liệu"
        return what, "is of level 1 (#), that of the document's title", "Dùng “##”", "Use “##”"
    if section.level > above + 1:
        what = f"nhảy từ cấp {above} xuống cấp {section.level}"
        what_en = f"jumps from level {above} to level {section.level}"
        return what, what_en, f"Dùng “{right}” thay cho “{marks}”", f"Use “{right}” instead of “{marks}”"
    return None


_DOUBLE = (
    "trùng tên với một đề mục cùng cấp ở trên",
    "has the name of another of its level above",
    "Gộp hai mục hoặc đặt tên khác nhau",
    "Join the two or give them different names",
)


class TablesWhole(BodyRule):
    """Each row of a table has as many cells as its head; columns have names."""

    code = "ST822"
    title = Phrase("Bảng đủ ô, cột có tên", "Tables are whole and their columns named")
    fact = Phrase("{what}", "{what_en}")
    basis = _FORMAT
    remedy = Phrase(
        "Sửa số dấu | trong dòng; dấu | là chữ thì viết \\|; mỗi cột có một tên ở dòng đầu.",
        "Mend the number of | in the line; write \\| for a plain one; name every column in the first line.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        if "|" not in body.text:
            return
        for row in ragged_rows(body):
            what = f"dòng của bảng có {row.cells} ô, đầu bảng có {row.columns} cột"
            what_en = f"the row has {row.cells} cells, the head of the table {row.columns} columns"
            found = self.found(Place(source.path, row.line), what=what, what_en=what_en)
            yield found if row.cells > row.columns else found.weighing(Severity.WARNING)
        for line in lost_tables(body):
            what = "bảng không hiện thành bảng: dòng gạch |---| không có cùng số ô với dòng đầu bảng"
            what_en = "the table does not show as one: its line |---| has not as many cells as the line above"
            yield self.found(Place(source.path, line), what=what, what_en=what_en)
        for line, names in header_cells(body):
            if any(not name for name in names):
                which = 1 + next(index for index, name in enumerate(names) if not name)
                what, what_en = f"cột thứ {which} của bảng không có tên", f"column {which} of the table has no name"
                found = self.found(Place(source.path, line), what=what, what_en=what_en)
                yield found.weighing(Severity.WARNING)


_BY_HAND = re.compile(r"^(?:\(?[a-zđ0-9]{1,2}[.)]|[•–+-])\s+\S")
_NUMBERED = re.compile(r"^[ \t>-]*\d{1,9}[.)][ \t]", re.MULTILINE)
_BY_HAND_AFTER = re.compile(r"\n[ \t>]*(?:\(?[a-zđ0-9]{1,2}[.)]|[•–+-])\s")


class ListsAreLists(BodyRule):
    """What is listed shows as a list, with the numbers that were typed."""

    code = "ST823"
    severity = Severity.ADVICE
    title = Phrase("Danh sách hiện thành danh sách", "Lists show as lists")
    fact = Phrase("{what}", "{what_en}")
    basis = _FORMAT
    remedy = Phrase(
        "Bắt đầu mỗi ý bằng “- ” hoặc “1. ”, trước danh sách để một dòng trống.",
        "Begin each item with “- ” or “1. ”, with an empty line before the list.",
    )

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        if _BY_HAND_AFTER.search(body.text):
            yield from self._by_hand(source, body)
        for line, typed, shown in _misnumbered(body) if _NUMBERED.search(body.text) else ():
            what = f"danh sách gõ số {typed} nhưng hiện thành {shown}"
            what_en = f"the list is typed with the numbers {typed} but shows as {shown}"
            yield self.found(Place(source.path, line), what=what, what_en=what_en).weighing(Severity.WARNING)

    def _by_hand(self, source: Source, body: Body) -> Findings:
        for token in body.tokens:
            lines = token.content.split("\n") if token.type == "inline" and token.map else ()
            items = [index for index, line in enumerate(lines) if _BY_HAND.match(line)]
            if len(items) > 1 and token.map:
                item = lines[items[0]][:_QUOTED]
                what = f"{len(items)} ý gõ tay từ “{item}” hiện liền thành một đoạn"
                what_en = f"{len(items)} items typed by hand from “{item}” on show as one paragraph"
                line = body.first_line + token.map[0] + items[0]
                yield self.found(Place(source.path, line), what=what, what_en=what_en)


def _misnumbered(body: Body) -> Iterator[tuple[int, str, str]]:
    """Yield the ordered lists whose numbers are neither in sequence nor all the same."""
    open_lists: list[tuple[int, list[int]]] = []
    for token in body.tokens:
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            open_lists.append((body.first_line + (token.map or [0])[0], []))
        elif token.type == "list_item_open" and open_lists and token.info.isdigit():
            open_lists[-1][1].append(int(token.info))
        elif token.type in {"ordered_list_close", "bullet_list_close"} and open_lists:
            line, numbers = open_lists.pop()
            right = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
            if numbers != right and len(set(numbers)) > 1:
                yield line, ", ".join(map(str, numbers)), ", ".join(map(str, right))


_LEFT = re.compile(
    r"(?<![\w.])(?:TODO|FIXME|TBD|x{3,}|X{4,})(?!\w)|\?\?\?"
    r"|\[\s*(?i:điền|nhập|chèn|cần bổ sung|sẽ bổ sung)\b[^\]\n]{0,60}\]"
)
_SIGNS = ("TODO", "FIXME", "TBD", "xxx", "XXXX", "???", "[")
_OPENED = ("**", "`", "](")
_MARKS = re.compile(r"(?<![(*])\*\*(?![)*])|`|\]\(")


class NothingHalfDone(BodyRule):
    """Nothing waits to be filled in, and every mark that was opened is closed."""

    code = "ST824"
    severity = Severity.WARNING
    title = Phrase("Không còn chỗ viết dở", "Nothing is left half done")
    fact = Phrase("{what} “{mark}” trong “{around}”", "{what_en} “{mark}” in “{around}”")
    basis = _FIT
    remedy = Phrase("{do}.", "{do_en}.")

    def check_body(self, source: Source, body: Body, examination: Examination) -> Findings:
        has_left = any(sign in body.text for sign in _SIGNS)
        if not has_left and not any(sign in body.text for sign in _OPENED):
            return
        # The tones of VIQR are typed as marks, too; that is another finding.
        old = {line.number for line in legacy_lines(source.text)} if may_be_viqr(source.text) else frozenset[int]()
        for line, token in inline_tokens(body.tokens, body.first_line):
            if token.type != "text" or line in old:
                continue
            left = _LEFT.search(token.content) if has_left else None
            mark = _MARKS.search(token.content) if any(sign in token.content for sign in _OPENED) else None
            if left:
                yield self._told(source, line, left, _TO_FILL)
            elif mark:
                yield self._told(source, line, mark, _TO_CLOSE)

    def _told(self, source: Source, line: int, match: re.Match[str], told: tuple[str, str, str, str]) -> Finding:
        what, what_en, do, do_en = told
        around = match.string[max(0, match.start() - 20) : match.end() + 20].strip()
        place = Place(source.path, line)
        return self.found(place, what=what, what_en=what_en, mark=match[0], around=around, do=do, do_en=do_en)


_TO_FILL = (
    "còn chỗ chờ điền",
    "there is something to be filled in:",
    "Điền nội dung hoặc xóa chỗ này",
    "Fill it in or remove it",
)
_TO_CLOSE = (
    "dấu định dạng không khép lại",
    "a mark of formatting is not closed:",
    "Thêm dấu khép; nếu là chữ thường thì viết \\ trước dấu",
    "Close it; for a plain sign put \\ before it",
)

RULES = (PicturesDescribed(), HeadingsInSteps(), TablesWhole(), ListsAreLists(), NothingHalfDone())
