"""An import report to Markdown, for people, and to JSON, for programs; both state the same facts.

Reads: an ImportReport and a language.
Returns: text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sotay.model.phrase import Language, Phrase
from sotay.usecases.importing.draft import Defect, Unsettled
from sotay.usecases.importing.portal_text import escape, line_of, lines_of
from sotay.usecases.importing.report import ImportEntry, ImportReport, Outcome

_LONGEST_QUOTE = 400

OUTCOMES = {
    Outcome.WRITTEN: Phrase("đã ghi", "written"),
    Outcome.UNCHANGED: Phrase("không đổi", "unchanged"),
    Outcome.EDITED: Phrase("đã được sửa tay, giữ nguyên", "edited by hand, left alone"),
    Outcome.MOVED: Phrase("đã có ở thư mục khác, giữ nguyên", "stands in another folder, left alone"),
    Outcome.OCCUPIED: Phrase("đã có tệp khác ở đó, giữ nguyên", "another file is there, left alone"),
    Outcome.DUPLICATE: Phrase(
        "trùng mã hiệu với bản ghi trước, không ghi", "same code as an earlier record, not written"
    ),
}
"""What the fates of drafts are called."""
_IN_PLACE = frozenset({Outcome.WRITTEN, Outcome.UNCHANGED})
_IMPORTED = Phrase("dự thảo có trong thư mục", "drafts in the folder")
"""What the report files say of drafts in place: the files tell of the folder, not of the run, so that importing twice
changes nothing; what a run has written is told on the terminal."""
_UNREAD = Phrase("dòng lỗi", "lines in error")
_READ = Phrase("đã đọc", "read")
_SETTLED = Phrase("bản ghi không có điểm nào phải xem lại riêng", "records with nothing of their own to settle")
_PLACES = Phrase("{count} chỗ", "{count} places")
_TITLE = Phrase("Báo cáo nhập thủ tục hành chính", "Report on the import of administrative procedures")
_INTRODUCTION = Phrase(
    "Báo cáo này liệt kê những gì người phụ trách phải xem lại trước khi dự thảo trở thành tài liệu.\n"
    "Mọi dự thảo đều còn thiếu: đơn vị chủ trì, người soạn thảo, xem xét, phê duyệt, quyết định, các ngày, "
    "số bộ hồ sơ và các bước nội bộ.\n"
    "Nội dung không ghi được vào khóa nào nằm ở mục “Ghi chú từ bản ghi quốc gia” cuối mỗi dự thảo.",
    "This report lists what a person must look at before a draft becomes a document.\n"
    "Every draft still lacks its owner, preparer, reviewer, approver, decision, dates, "
    "number of dossier sets and internal steps.\n"
    "What fits no key stands under “Ghi chú từ bản ghi quốc gia” at the end of each draft.",
)
_HEADINGS = {
    "totals": Phrase("Tổng số", "Totals"),
    "defects": Phrase("Theo loại", "By kind"),
    "fields": Phrase("Lĩnh vực cần có trong procedures/fields.yml", "Fields that procedures/fields.yml must have"),
    "legal": Phrase("Văn bản cần có trong procedures/legal.yml", "Legal documents that procedures/legal.yml must have"),
    "unread": Phrase("Dòng không đọc được", "Lines that could not be read"),
    "records": Phrase("Từng bản ghi", "Record by record"),
}
_DEFECT_COLUMNS = Phrase("| Loại | Số chỗ | Số bản ghi | Việc cần làm |", "| Kind | Places | Records | What to do |")
_FIELD_COLUMNS = Phrase("| Mã | Tên | Số dự thảo |", "| Id | Name | Drafts |")
_LEGAL = Phrase(
    "{count} văn bản; danh sách đầy đủ ở tệp JSON cạnh báo cáo này.",
    "{count} documents; the full list is in the JSON file beside this report.",
)


def report_markdown(report: ImportReport, language: Language = "vi") -> str:
    """Return the report as Markdown: totals, kinds of defects, then record by record."""
    blocks = [f"# {_TITLE(language)}", _INTRODUCTION(language)]
    blocks += [_heading("totals", language), "\n".join(_totals(report, language))]
    if report.defects:
        blocks += [_heading("defects", language), "\n".join(_defect_table(report, language))]
    if report.fields:
        blocks += [_heading("fields", language), "\n".join(_field_table(report, language))]
    if report.legal_numbers:
        blocks += [_heading("legal", language), _LEGAL.format(count=len(report.legal_numbers))(language)]
    if report.unread:
        lines = [f"- {_name(u.file)}:{u.line}: {escape(u.reason(language))}" for u in report.unread]
        blocks += [_heading("unread", language), "\n".join(lines)]
    records = [block for entry in report.entries for block in _record(entry, language)]
    if records:
        blocks += [_heading("records", language), *records]
    return "\n\n".join(blocks) + "\n"


def report_json(report: ImportReport) -> str:
    """Return the report as JSON; texts in both languages, quotes whole."""
    content = {
        "folder": report.folder,
        "totals": {"read": report.read, **_counts(report), "errors": len(report.unread)},
        "defects": [
            {
                "defect": count.defect.id,
                "label": _both(count.defect.label),
                "remedy": _both(count.defect.remedy),
                "places": count.places,
                "records": count.records,
            }
            for count in report.defects
        ],
        "fields": [{"id": field.id, "name": field.name, "drafts": field.drafts} for field in report.fields],
        "legal_numbers": list(report.legal_numbers),
        "errors": [{"file": u.file, "line": u.line, "reason": _both(u.reason)} for u in report.unread],
        "records": [_record_object(entry) for entry in report.entries],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def totals_line(report: ImportReport, language: Language = "vi") -> str:
    """Return the totals in one line, for the terminal."""
    parts = [f"{_READ(language)} {report.read}"]
    parts += [f"{OUTCOMES[outcome](language)} {report.outcomes[outcome]}" for outcome in _shown(report)]
    return "; ".join([*parts, f"{_UNREAD(language)} {len(report.unread)}"])


def _shown(report: ImportReport) -> list[Outcome]:
    always = (Outcome.WRITTEN, Outcome.UNCHANGED)
    return [outcome for outcome in Outcome if outcome in always or report.outcomes[outcome]]


def _counts(report: ImportReport) -> dict[str, int]:
    others = {outcome.value: report.outcomes[outcome] for outcome in Outcome if outcome not in _IN_PLACE}
    return {"imported": _in_place(report), **others}


def _in_place(report: ImportReport) -> int:
    return sum(report.outcomes[outcome] for outcome in _IN_PLACE)


def _both(phrase: Phrase) -> dict[str, str]:
    return {"vi": phrase.vi, "en": phrase.en}


def _heading(name: str, language: Language) -> str:
    return f"## {_HEADINGS[name](language)}"


def _totals(report: ImportReport, language: Language) -> Iterator[str]:
    others = [outcome for outcome in _shown(report) if outcome not in _IN_PLACE]
    lines = [(_READ, report.read), (_IMPORTED, _in_place(report))]
    lines += [(OUTCOMES[outcome], report.outcomes[outcome]) for outcome in others]
    for label, count in [*lines, (_UNREAD, len(report.unread)), (_SETTLED, report.settled)]:
        text = label(language)
        yield f"- {text[0].upper()}{text[1:]}: {count}"


def _defect_table(report: ImportReport, language: Language) -> Iterator[str]:
    yield _DEFECT_COLUMNS(language)
    yield "| --- | ---: | ---: | --- |"
    for count in report.defects:
        label, remedy = _cell(count.defect.label(language)), _cell(count.defect.remedy(language))
        yield f"| {label} | {count.places} | {count.records} | {remedy} |"


def _field_table(report: ImportReport, language: Language) -> Iterator[str]:
    yield _FIELD_COLUMNS(language)
    yield "| --- | --- | ---: |"
    for field in report.fields:
        yield f"| {field.id} | {_cell(field.name)} | {field.drafts} |"


def _name(file: str) -> str:
    """Return the name of a file without its folders, which differ from machine to machine."""
    return escape(file.rsplit("/", 1)[-1])


def _cell(text: str) -> str:
    return escape(line_of(text)).replace("|", "\\|")


def _record(entry: ImportEntry, language: Language) -> Iterator[str]:
    """Yield the blocks of one record; none where there is nothing to say about it."""
    kept = entry.outcome not in _IN_PLACE
    if not entry.draft.unsettled and not kept:
        return
    yield f"### {entry.draft.code}: {escape(entry.title)}"
    codes = ", ".join(entry.draft.values.get("tthc", ())) or "—"
    outcome = f" · {OUTCOMES[entry.outcome](language)}" if kept else ""
    yield f"`{entry.path}` · {codes} · {_name(entry.file)}:{entry.line}{outcome}"
    by_defect: dict[Defect, list[Unsettled]] = {}
    for unsettled in entry.draft.unsettled:
        by_defect.setdefault(unsettled.defect, []).append(unsettled)
    if by_defect:
        yield "\n".join(line for defect, found in by_defect.items() for line in _items(defect, found, language))


def _items(defect: Defect, found: Sequence[Unsettled], language: Language) -> Iterator[str]:
    """Yield the lines of one kind of defect: in one item, or in a list below it where there are several places."""
    label = f"- **{defect.label(language)}**"
    if len(found) == 1:
        yield from _item(f"{label}: ", found[0], "  ", language)
        return
    yield f"{label} ({_PLACES.format(count=len(found))(language)}):"
    for unsettled in found:
        yield from _item("  - ", unsettled, "    ", language)


def _item(start: str, unsettled: Unsettled, indent: str, language: Language) -> Iterator[str]:
    name = unsettled.place.replace("`", "’")
    place = f" (`{name}`)" if name else ""
    yield f"{start}{escape(line_of(unsettled.fact(language)))}{place}."
    quote = " / ".join(lines_of(unsettled.quote))
    if len(quote) > _LONGEST_QUOTE:
        quote = f"{quote[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    if quote:
        yield f"{indent}> {escape(quote)}"


def _record_object(entry: ImportEntry) -> dict[str, Any]:
    draft = entry.draft
    return {
        "code": draft.code,
        "title": entry.title,
        "tthc": list(draft.values.get("tthc", ())),
        "file": entry.file,
        "line": entry.line,
        "path": entry.path,
        "address": draft.address,
        "outcome": "imported" if entry.outcome in _IN_PLACE else entry.outcome.value,
        "unsettled": [
            {"defect": u.defect.id, "place": u.place, "fact": _both(u.fact), "quote": u.quote} for u in draft.unsettled
        ],
    }
