"""The texts of an audit pack, by their names in its folder.

Reads: an AuditPack.
Returns: what stands in each file; decisions and texts of versions stand there as the repository has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sotay.model.agency import Agency
from sotay.model.phrase import Phrase
from sotay.rendering.audit.guide import audit_guide
from sotay.rendering.audit.signatures import signature_files
from sotay.rendering.redline.labels import VersionNames, version_title
from sotay.rendering.redline.markdown import redline_markdown
from sotay.rendering.redline.standalone_page import redline_page
from sotay.rendering.report_table import Column, Table, TableFormat, table_text
from sotay.rendering.reports import changes_table, register_table
from sotay.usecases.audit_pack import AuditPack, Comparison, DecisionEvidence, ScanStanding
from sotay.usecases.publication import Revision
from sotay.usecases.signature_evidence import SignatureWorth

_SIGNED = {
    SignatureWorth.NONE: "không có",
    SignatureWorth.VALID: "đúng",
    SignatureWorth.NOT_OVER_TEXT: "SAI: không khớp nội dung",
    SignatureWorth.NOT_SIGNERS: "SAI: không phải khóa của người ký vào ngày ký",
    SignatureWorth.UNCHECKED: "chưa kiểm tra được",
}
_SCANNED = {
    ScanStanding.NOT_NAMED: "không nêu",
    ScanStanding.IN_ORDER: "có, đúng mã băm",
    ScanStanding.ABSENT: "THIẾU tệp",
    ScanStanding.OTHER: "SAI mã băm",
}
_DECISIONS = tuple(
    Column(key, Phrase(title, title))
    for key, title in (
        ("agency", "Cơ quan"),
        ("number", "Số"),
        ("date", "Ngày ký"),
        ("effective_date", "Hiệu lực từ"),
        ("signed_by", "Người ký"),
        ("documents", "Số tài liệu"),
        ("recorded", "Ghi vào kho"),
        ("recorded_by", "Người ghi"),
        ("days_late", "Ghi chậm (ngày)"),
        ("edits", "Sửa sau khi có hiệu lực"),
        ("signature", "Chữ ký số"),
        ("scan", "Bản quét"),
        ("file", "Tệp"),
    )
)
_SAMPLE = tuple(
    Column(key, Phrase(title, title))
    for key, title in (("code", "Mã hiệu"), ("title", "Tên"), ("versions", "Các bản"), ("digest", "SHA-256"))
)


def audit_files(pack: AuditPack, agencies: Mapping[str, Agency], revision: Revision | None) -> Mapping[str, str]:
    """Return the texts of a pack by name; the manifest and scanned papers are not among them."""
    request = pack.request
    tables = {
        "danh-muc": register_table(pack.register, agencies, request.last, revision, "vi"),
        "thay-doi": changes_table(pack.events, request.first, request.last, revision, "vi"),
        "quyet-dinh": _decisions_table(pack),
        "mau-chon": _sample_table(pack),
    }
    files = {"DOC-TRUOC.md": audit_guide(pack, revision)}
    for name, table in tables.items():
        files[f"{name}.csv"] = table_text(table, TableFormat.CSV, "vi")
        files[f"{name}.md"] = table_text(table, TableFormat.MARKDOWN, "vi")
    files |= {decision_name(evidence): evidence.file.source.text for evidence in pack.decisions}
    files |= {f"co-quan/{e.agency.id}.yml": e.agency.file.source.text for e in pack.decisions}
    files |= dict(signature_files(pack))
    files |= dict(_texts(pack))
    return files | dict(_comparisons(pack))


def decision_name(evidence: DecisionEvidence) -> str:
    """Return where a decision's file stands in a pack."""
    _, agency, _, name = evidence.file.source.path.split("/", 3)
    return f"quyet-dinh/{agency}/{name}"


def _texts(pack: AuditPack) -> Iterator[tuple[str, str]]:
    for version in pack.versions:
        if version.text:
            yield f"van-ban/{version.period.code}/{version.period.version}.md", version.text.source.text


def _comparisons(pack: AuditPack) -> Iterator[tuple[str, str]]:
    for comparison in pack.comparisons:
        start = f"so-sanh/{comparison.code}/{comparison.before.version}..{comparison.after.version}"
        names = VersionNames(version_title(comparison.before.version), version_title(comparison.after.version))
        yield f"{start}.md", redline_markdown(comparison.redline, names)
        yield f"{start}.html", redline_page(comparison.redline, _title(comparison, pack), names)


def _title(comparison: Comparison, pack: AuditPack) -> str:
    return next((event.title for event in pack.events if event.code == comparison.code), comparison.code)


def _decisions_table(pack: AuditPack) -> Table:
    rows = tuple(_decision_row(evidence) for evidence in pack.decisions)
    return Table("decisions", f"Quyết định làm căn cứ của {pack.agency.name}", _DECISIONS, rows)


def _decision_row(evidence: DecisionEvidence) -> tuple[str, ...]:
    decision, late = evidence.file.value, evidence.days_late
    signer = evidence.agency.agency.person(decision.signed_by)
    first = evidence.trail[0].commit if evidence.trail else None
    edits = (f"{touch.commit.day} ({touch.commit.short}, {touch.commit.author})" for touch in evidence.edits_in_effect)
    return (
        evidence.agency.agency.short_name,
        decision.number,
        decision.date.isoformat(),
        decision.effective_date.isoformat(),
        signer.name if signer else decision.signed_by,
        str(len(decision.documents)),
        f"{first.day} ({first.short})" if first else "chưa ghi nhận",
        first.author if first else "",
        "" if late is None else str(late),
        "; ".join(edits),
        _SIGNED[evidence.worth],
        _SCANNED[evidence.scan],
        decision_name(evidence),
    )


def _sample_table(pack: AuditPack) -> Table:
    rows = []
    for drawn in pack.sample:
        versions = [version for version in pack.versions if version.period.code == drawn.code]
        texts = [version.text.control.title or "" for version in versions if version.text]
        shown = ", ".join(str(version.period.version) for version in versions)
        rows.append((drawn.code, texts[-1] if texts else "", shown, drawn.digest))
    title = f"Mẫu chọn ngẫu nhiên {len(rows)} tài liệu, hạt giống “{pack.request.seed}”"
    return Table("sample", title, _SAMPLE, tuple(rows))
