"""The dossier of a national record: papers, notes and cases.

Reads: the cases and rows of the record; the portal types papers, instructions and headings alike.
Returns: `dossier`; rows without a name or too long to be one are kept in the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sotay.model.phrase import Phrase
from sotay.model.procedure import ItemKind
from sotay.text.fold import fold
from sotay.usecases.importing import defects
from sotay.usecases.importing.draft import Defect, Kept, Part, Unsettled
from sotay.usecases.importing.portal_text import line_of, lines_of, listed, unmarked
from sotay.usecases.importing.tthc_record import PaperGroup, PaperRow, TthcRecord

HEADING = "Thành phần hồ sơ"
LONGEST_PAPER = 600
"""Characters of the longest row that is still taken for one paper."""
_LONGEST_HEADING = 300
_MOST_COPIES = 10
_SHORTEST_NAME = 4
_COMMON = frozenset(
    {"", "thanh phan ho so", "bao gom", "ho so bao gom", "ho so gom", "giay to phai nop", "thanh phan ho so bao gom"}
)
_SHOWN = frozenset({"giay to phai xuat trinh", "giay to xuat trinh", "xuat trinh"})
_NOTES = frozenset({"luu y", "ghi chu", "chu y"})


@dataclass(slots=True)
class _Dossier:
    """The dossier while its rows come in."""

    common: list[dict[str, Any]] = field(default_factory=list)
    cases: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    unsettled: list[Unsettled] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def report(self, defect: Defect, place: str, vi: str, en: str, quote: str = "") -> None:
        self.unsettled.append(Unsettled(defect, place, Phrase(vi, en), quote))


def import_dossier(record: TthcRecord) -> Part:
    """Type the papers of every case; instructions become notes, and nothing is dropped."""
    dossier = _Dossier()
    if not record.groups:
        dossier.report(
            defects.NO_DOSSIER, "dossier", "bản ghi không có thành phần hồ sơ nào", "the record has no dossier"
        )
    for group in record.groups:
        _take_group(dossier, group)
    if dossier.common and dossier.cases:
        names = "\n".join(item["name"] for item in dossier.common)
        vi, en = "có giấy tờ không thuộc trường hợp nào", "some papers belong to no case"
        dossier.report(defects.PAPERS_OF_NO_CASE, "dossier.common", vi, en, names)
    values: dict[str, Any] = {"common": dossier.common} if dossier.common else {}
    cases = [{"when": when} | ({"items": items} if items else {}) for when, items in dossier.cases.items()]
    values |= {"cases": cases} if cases else {}
    kept = (Kept(HEADING, "\n".join(dossier.kept)),) if dossier.kept else ()
    return Part({"dossier": values} if values else {}, tuple(dossier.unsettled), kept)


def _take_group(dossier: _Dossier, group: PaperGroup) -> None:
    heading = unmarked(line_of(group.truong_hop))
    plain = fold(heading).strip(" :;.-*")
    rows = group.giay_to or []
    if plain in _COMMON | _SHOWN | _NOTES:
        kind = ItemKind.NOTE if plain in _NOTES else ItemKind.PRESENT if plain in _SHOWN else ItemKind.SUBMIT
        dossier.common += _items(dossier, rows, kind, heading, "dossier.common")
        return
    if len(heading) > _LONGEST_HEADING:
        vi = f"tên trường hợp dài {len(heading)} ký tự"
        dossier.report(
            defects.CASE_HEADING_LONG, "dossier.cases", vi, f"a case heading of {len(heading)} characters", heading
        )
    when = heading.rstrip(":; ") or heading
    dossier.cases.setdefault(when, []).extend(_items(dossier, rows, ItemKind.SUBMIT, heading, "dossier.cases"))


def _items(
    dossier: _Dossier, rows: list[PaperRow], kind: ItemKind, heading: str, place: str
) -> Iterator[dict[str, Any]]:
    for row in rows:
        item = _item(dossier, row, kind, place)
        if item:
            yield item
        else:
            dossier.kept.append(_kept_row(row, heading))


def _item(dossier: _Dossier, row: PaperRow, kind: ItemKind, place: str) -> dict[str, Any] | None:
    """Return a row as an item of the schema, reporting what is odd about it; None if it has to be kept elsewhere."""
    name = line_of(row.ten)
    counted = bool(row.ban_chinh or row.ban_sao)
    if not counted:
        vi, en = "dòng có 0 bản chính, 0 bản sao", "a row of 0 originals and 0 copies"
        dossier.report(defects.INSTRUCTION_AMONG_PAPERS, place, vi, en, name or line_of(row.mau_don))
    elif kind is ItemKind.NOTE:
        vi, en = f"dòng dưới “Lưu ý” ghi {_counts(row)}", f"a row under “Lưu ý” states {_counts(row)}"
        dossier.report(defects.PAPER_UNDER_NOTE, place, vi, en, name)
    if len(row.ten or "") > LONGEST_PAPER:
        length = len(row.ten or "")
        dossier.report(defects.PAPER_TOO_LONG, place, f"dòng dài {length} ký tự", f"a row of {length} characters", name)
        return None
    name = unmarked(name).rstrip(";, ")
    if sum(map(str.isalnum, name)) < _SHORTEST_NAME:
        vi, en = f"dòng ghi tên là “{name}”", f"a row whose name is “{name}”"
        dossier.report(defects.PAPER_WITHOUT_NAME, place, vi, en, _described(row))
        return None
    return _typed(dossier, row, name, kind if counted else ItemKind.NOTE, place)


def _typed(dossier: _Dossier, row: PaperRow, name: str, kind: ItemKind, place: str) -> dict[str, Any]:
    item: dict[str, Any] = {"name": name}
    item |= {} if kind is ItemKind.SUBMIT else {"kind": kind.value}
    for key, count in (("originals", row.ban_chinh or 0), ("copies", row.ban_sao or 0)):
        if count > _MOST_COPIES:
            vi, en = (
                f"dòng ghi {_counts(row)}, nên chưa ghi {count}",
                f"the row states {_counts(row)}; {count} was left out",
            )
            dossier.report(defects.COUNT_DOUBTFUL, place, vi, en, name)
        elif count:
            item[key] = count
    form = line_of(row.mau_don)
    return item | ({"portal_form": form} if form else {})


def _counts(row: PaperRow) -> str:
    return f"{row.ban_chinh or 0} bản chính, {row.ban_sao or 0} bản sao"


def _described(row: PaperRow) -> str:
    form = line_of(row.mau_don)
    return _counts(row) + (f"; mẫu: {form}" if form else "")


def _kept_row(row: PaperRow, heading: str) -> str:
    """Return a row as the source has it, as an item of a list; the lines of its text below."""
    case = f" – {heading.rstrip(':; ')}" if heading else ""
    item = listed(f"Giấy tờ ({_described(row)}){case}:")
    return "\n".join([item, *(listed(unmarked(line), 1) for line in lines_of(row.ten))])
