"""The catalogue as a table for spreadsheets: one row for each procedure and way to file (RFC 4180, UTF-8 with BOM).

Reads: entries, as issued for the province or as an agency has them.
Returns: text in which no cell runs as a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sotay.model.phrase import Phrase
from sotay.model.procedure import Channel, Fee
from sotay.rendering.listing import field_name
from sotay.rendering.open_data.decided import Status, in_force
from sotay.rendering.report_table import Column, Table, TableFormat, table_text
from sotay.rendering.site_view import SiteView
from sotay.text.labels import APPLICANTS, CHANNELS, LEVELS
from sotay.text.limit_words import limit_words
from sotay.text.wording import date_words, fee_conditions, fee_words, sentence_case
from sotay.usecases.publication import Entry

_COLUMNS = tuple(
    Column(key, Phrase(title, key))
    for key, title in (
        ("tthc", "Mã thủ tục"),
        ("code", "Mã hiệu"),
        ("title", "Tên thủ tục"),
        ("field", "Lĩnh vực"),
        ("levels", "Cấp thực hiện"),
        ("applicants", "Đối tượng thực hiện"),
        ("authority", "Cơ quan thực hiện"),
        ("channel", "Cách thức nộp"),
        ("time_limit", "Thời hạn"),
        ("fees", "Phí, lệ phí"),
        ("results", "Kết quả"),
        ("legal_basis", "Căn cứ pháp lý"),
        ("version", "Bản"),
        ("status", "Tình trạng"),
        ("valid_from", "Hiệu lực từ"),
        ("decision", "Quyết định"),
        ("compared_on", "Đối chiếu với Cơ sở dữ liệu quốc gia"),
        ("address", "Trang"),
    )
)
_STATUS = {Status.IN_FORCE: "Đang có hiệu lực", Status.UPCOMING: "Chưa đến ngày có hiệu lực"}


def catalogue_csv(entries: Iterable[tuple[Entry, str]], view: SiteView) -> str:
    """Return entries as CSV; each comes with the address of its page from the portal on."""
    rows = tuple(row for entry, address in entries for row in _rows(entry, address, view))
    return table_text(Table("thu-tuc", "", _COLUMNS, rows), TableFormat.CSV, "vi")


def _rows(entry: Entry, address: str, view: SiteView) -> Iterator[tuple[str, ...]]:
    control = entry.control
    before = (
        ", ".join(control.tthc),
        entry.code,
        control.title or "",
        field_name(entry, view.publication),
        "; ".join(LEVELS[level] for level in control.levels),
        "; ".join(APPLICANTS[applicant] for applicant in control.applicants),
        (control.authority.executing or control.authority.competent or "") if control.authority else "",
    )
    after = (
        "; ".join(result.name for result in control.results),
        "; ".join(control.legal_basis),
        *_decided(entry),
        view.whole("", address),
    )
    for channel in control.channels:
        yield (*before, *_filing(entry, channel), *after)
    if not control.channels:
        yield (*before, "", "", "", *after)


def _filing(entry: Entry, channel: Channel) -> tuple[str, str, str]:
    limit = entry.time_limit_of(channel)
    fees = "; ".join(_fee(fee) for fee in entry.fees_of(channel))
    return CHANNELS[channel.kind], sentence_case(limit_words(limit)) if limit else "", fees


def _fee(fee: Fee) -> str:
    conditions = ", ".join(fee_conditions(fee))
    words = sentence_case(fee_words(fee))
    return f"{words} ({conditions})" if conditions else words


def _decided(entry: Entry) -> tuple[str, ...]:
    """Version, standing, first day, decision, and when the facts were last compared."""
    version = in_force(entry)
    record = entry.control.national_record
    compared = date_words(record.compared_on) if record and record.compared_on else ""
    number = version.decision.number
    return str(version.version), _STATUS[version.status], date_words(version.valid_from), number, compared
