"""The ways to file of a national record, with their limits, fees and notes.

Reads: the rows of the channels; the portal may give a channel several rows.
Returns: `channels`, `time_limit` and `fees`; every row that could not be typed whole is kept in the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sotay.model.phrase import Phrase
from sotay.model.procedure import ChannelKind
from sotay.text.fold import fold
from sotay.usecases.importing import filing_defects as defects
from sotay.usecases.importing.draft import Kept, Part, Unsettled
from sotay.usecases.importing.fees import Fee, import_fees
from sotay.usecases.importing.limits import NAMES, Limit, Rows, Shared, import_limits
from sotay.usecases.importing.portal_text import line_of, lines_of, listed, unmarked
from sotay.usecases.importing.tthc_record import ChannelRow, TthcRecord

HEADING = "Cách thức thực hiện"
_KINDS = {
    "truc tiep": ChannelKind.COUNTER,
    "truc tuyen": ChannelKind.ONLINE,
    "dich vu buu chinh": ChannelKind.POST,
    "buu chinh": ChannelKind.POST,
}
_LONGEST_NOTE = 300


def import_channels(record: TthcRecord) -> Part:
    """Type the channels; what differs by channel is stated by the channel, what is common by the procedure."""
    rows = _rows_by_kind(record.channels)
    strange = [row for row in record.channels if _kind_of(row) is None]
    limits = import_limits(rows, record.trinh_tu_thuc_hien)
    fees = import_fees(rows)
    long_notes = [kind for kind, of_kind in rows.items() if _note_of(of_kind) is None]
    values: dict[str, Any] = {}
    if rows:
        values["channels"] = [_channel(kind, rows[kind], limits, fees) for kind in rows]
    values |= {"time_limit": limits.common} if limits.common else {}
    values |= {"fees": fees.common} if fees.common else {}
    unsettled = [*_none(record), *map(_strange, strange), *limits.unsettled, *fees.unsettled]
    unsettled += [_long_note(kind, rows[kind]) for kind in long_notes]
    untyped = limits.untyped | fees.untyped | set(long_notes)
    kept = [row for kind in rows if kind in untyped or len(rows[kind]) > 1 for row in rows[kind]] + strange
    return Part(values, tuple(unsettled), (Kept(HEADING, "\n".join(map(_listed_row, kept))),) if kept else ())


def _kind_of(row: ChannelRow) -> ChannelKind | None:
    return _KINDS.get(fold(line_of(row.hinh_thuc)))


def _rows_by_kind(rows: Sequence[ChannelRow]) -> Rows:
    """Group the rows by channel, in the order of the schema: the order of the portal is accidental."""
    by_kind = {kind: [row for row in rows if _kind_of(row) is kind] for kind in ChannelKind}
    return {kind: of_kind for kind, of_kind in by_kind.items() if of_kind}


def _channel(
    kind: ChannelKind, rows: Sequence[ChannelRow], limits: Shared[Limit], fees: Shared[list[Fee]]
) -> dict[str, Any]:
    channel: dict[str, Any] = {"kind": kind.value}
    channel |= {"time_limit": limits.of(kind)} if limits.of(kind) else {}
    channel |= {"fees": fees.of(kind)} if fees.of(kind) else {}
    note = _note_of(rows)
    return channel | ({"note": note} if note else {})


def _note_of(rows: Sequence[ChannelRow]) -> str | None:
    """Return the description of a channel, empty where there is none; None where it is too long for a note."""
    notes = list(dict.fromkeys(filter(None, (line_of(row.mo_ta) for row in rows))))
    if not notes:
        return ""
    return unmarked(notes[0]) if len(notes) == 1 and len(notes[0]) <= _LONGEST_NOTE else None


def _listed_row(row: ChannelRow) -> str:
    """Return a row as the source has it, as an item of a list; the lines of its description below."""
    facts = [
        f"thời hạn: {line_of(row.thoi_han) or '(trống)'}",
        f"đơn vị: {line_of(row.don_vi) or '(trống)'}",
        f"phí, lệ phí: {line_of(row.phi_le_phi) or '(trống)'}",
    ]
    item = listed(f"{line_of(row.hinh_thuc) or '(không rõ)'} – {'; '.join(facts)}.")
    return "\n".join([item, *(listed(unmarked(line), 1) for line in lines_of(row.mo_ta))])


def _none(record: TthcRecord) -> list[Unsettled]:
    if record.channels:
        return []
    fact = Phrase("bản ghi không có cách thức thực hiện nào", "the record has no channel")
    return [Unsettled(defects.NO_CHANNEL, "channels", fact)]


def _strange(row: ChannelRow) -> Unsettled:
    name = line_of(row.hinh_thuc) or "—"
    fact = Phrase(f"không có cách thức “{name}”", f"there is no channel “{name}”")
    return Unsettled(defects.CHANNEL_UNKNOWN, "channels", fact, line_of(row.mo_ta))


def _long_note(kind: ChannelKind, rows: Sequence[ChannelRow]) -> Unsettled:
    notes = dict.fromkeys(line_of(row.mo_ta) for row in rows if row.mo_ta)
    name = NAMES[kind]
    fact = Phrase(
        f"mô tả của cách thức {name.vi} dài hoặc có nhiều đoạn, để ở mục “{HEADING}”",
        f"the description of the channel {name.en} is long or manifold and stands under “{HEADING}”",
    )
    return Unsettled(defects.CHANNEL_NOTE_MOVED, "channels.note", fact, "\n".join(notes))
