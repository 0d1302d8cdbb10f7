"""The first page of an audit pack: what is in it, what to look at, and how to check all of it without trusting us."""

from __future__ import annotations

from collections.abc import Iterator

from sotay.rendering.audit.signatures import signature_name, signed
from sotay.text.wording import date_words
from sotay.usecases.audit_pack import AuditPack, ScanStanding
from sotay.usecases.publication import Revision
from sotay.usecases.signature_evidence import SignatureWorth

_CONTENT = """# Hồ sơ đánh giá: {agency}

Từ ngày {first} đến hết ngày {last}.
{source}

| tệp, thư mục | nội dung |
|---|---|
| `danh-muc.csv`, `danh-muc.md` | {register} tài liệu được kiểm soát, theo hiện trạng ngày {last} |
| `thay-doi.csv`, `thay-doi.md` | {events} việc có hiệu lực trong kỳ: ban hành, áp dụng, bãi bỏ, quy định riêng |
| `quyet-dinh.csv`, `quyet-dinh.md` | {decisions} quyết định: ai ghi vào kho, khi nào, có bị sửa không, chữ ký số |
| `quyet-dinh/` | tệp của từng quyết định, đúng như trong kho; kèm bản quét nếu có |
| `co-quan/` | tệp của cơ quan ra quyết định: ai được phê duyệt gì, từ ngày nào; khóa ký số; quy định riêng |
| `chu-ky/` | của quyết định có chữ ký số: nội dung đã ký, chữ ký, khóa của những người được ghi trong `co-quan/` |
| `van-ban/` | nội dung {versions} bản đã có hiệu lực trong kỳ, đúng như được phê duyệt |
| `so-sanh/` | {comparisons} bản so sánh giữa bản cũ và bản mới: HTML để xem và in, Markdown để chép |
| `mau-chon.csv`, `mau-chon.md` | {sample} tài liệu chọn ngẫu nhiên để xem kỹ |
| `kiem-tra.json` | mọi lỗi, cảnh báo mà phần mềm thấy ở cơ quan này ngày {last} |
| `release.json` | bản kê: yêu cầu, SHA-256 của từng tệp, phiên bản kho, các quyết định |
"""
_FROM_COMMIT = "Lập từ kho tài liệu tại phiên bản `{commit}`."
_FROM_CHANGED = (
    "Lập từ kho tài liệu tại phiên bản `{commit}` và các sửa đổi chưa ghi nhận, nên không lập lại được: "
    "chỉ để tham khảo."
)
_FROM_FILES = "Lập từ một thư mục không có Git, nên không có bằng chứng về lịch sử."
_INTERNAL = "\n**Có tài liệu nội bộ**: {codes}. Chỉ giao hồ sơ cho người được xem các tài liệu đó.\n"
_LOOK = "\n## Nên xem trước\n\n"
_LATE = "- {count} quyết định được ghi vào kho sau ngày có hiệu lực (cột “Ghi chậm”).\n"
_EDITED = "- {count} quyết định bị sửa sau khi có hiệu lực (cột “Sửa sau khi có hiệu lực”).\n"
_LOST = "- Không tìm thấy nội dung của {names}: không văn bản nào trong kho có dấu vân tay mà quyết định ghi.\n"
_UNSIGNED = "- {count} quyết định có chữ ký số sai (cột “Chữ ký số”).\n"
_UNSCANNED = "- {count} quyết định có bản quét thiếu hoặc sai (cột “Bản quét”).\n"
_NOTHING = (
    "- Mọi quyết định được ghi đúng hạn, không quyết định nào bị sửa, mọi bản đều tìm thấy nội dung, "
    "không chữ ký số hay bản quét nào sai.\n"
)
_CHECK = """
## Tự kiểm tra, không cần tin bên nào

1. Kiểm tra tệp, quyết định và lịch sử Git bằng kho tài liệu lấy về từ nơi khác, và lập lại hồ sơ để so từng byte:
   `sotay verify THƯ-MỤC-NÀY --root KHO --rebuild`
2. Rút lại mẫu: tài liệu được chọn là những mã hiệu có SHA-256 của “hạt giống:mã hiệu” nhỏ nhất.
   Hạt giống là `{seed}`.
{example}3. Lập lại hồ sơ này từ cùng phiên bản kho:
   `sotay audit-pack {id} --from {from_} --to {to} --seed='{seed}' --sample {sample}`
{signature}"""
_SIGNATURE = """4. Kiểm tra chữ ký số bằng OpenSSH, không cần phần mềm này. Ví dụ quyết định {number}:
   `ssh-keygen -Y verify -f {folder}/allowed_signers -I {person} -n decision@sotay -s {name}.sig < {name}.txt`
   Đối chiếu khóa trong `allowed_signers` với văn bản giao khóa, và nội dung `{name}.txt` với bản giấy.
"""
_EXAMPLE = "   Ví dụ `printf '%s' '{seed}:{code}' | sha256sum` cho `{digest}`.\n"


def audit_guide(pack: AuditPack, revision: Revision | None) -> str:
    """Return the first page in Markdown."""
    request = pack.request
    counts = {
        "register": len(pack.register),
        "events": len(pack.events),
        "decisions": len(pack.decisions),
        "versions": len(pack.versions),
        "comparisons": len(pack.comparisons),
        "sample": len(pack.sample),
    }
    days = {"first": date_words(request.first), "last": date_words(request.last)}
    content = _CONTENT.format(agency=pack.agency.name, source=_source(revision), **days, **counts)
    drawn = pack.sample[:1]
    example = "".join(_EXAMPLE.format(seed=request.seed, code=one.code, digest=one.digest) for one in drawn)
    asked = {"id": request.agency, "from_": request.first, "to": request.last, "seed": request.seed}
    internal = _INTERNAL.format(codes=", ".join(pack.internal)) if pack.internal else ""
    check = _CHECK.format(example=example, sample=request.sample, signature=_signature(pack), **asked)
    return content + internal + _LOOK + "".join(_oddities(pack)) + check


def _signature(pack: AuditPack) -> str:
    """How the first signature of the pack is checked."""
    for evidence in signed(pack)[:1]:
        decision, name = evidence.file.value, signature_name(evidence)
        folder = name.rpartition("/")[0]
        return _SIGNATURE.format(number=decision.number, person=decision.signed_by, folder=folder, name=name)
    return ""


def _source(revision: Revision | None) -> str:
    if revision is None:
        return _FROM_FILES
    return (_FROM_CHANGED if revision.has_changes else _FROM_COMMIT).format(commit=revision.full)


def _oddities(pack: AuditPack) -> Iterator[str]:
    """What an auditor would look at first."""
    late = sum(1 for evidence in pack.decisions if evidence.days_late)
    edited = sum(1 for evidence in pack.decisions if evidence.edits_in_effect)
    lost = [f"{v.period.code} bản {v.period.version}" for v in pack.versions if v.text is None]
    if late:
        yield _LATE.format(count=late)
    if edited:
        yield _EDITED.format(count=edited)
    if lost:
        yield _LOST.format(names=", ".join(lost))
    wrong = {SignatureWorth.NOT_OVER_TEXT, SignatureWorth.NOT_SIGNERS}
    unsigned = sum(1 for evidence in pack.decisions if evidence.worth in wrong)
    unscanned = sum(1 for evidence in pack.decisions if evidence.scan in {ScanStanding.ABSENT, ScanStanding.OTHER})
    if unsigned:
        yield _UNSIGNED.format(count=unsigned)
    if unscanned:
        yield _UNSCANNED.format(count=unscanned)
    if not (late or edited or lost or unsigned or unscanned):
        yield _NOTHING
