"""`sotay audit-pack`."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

import click

from sotay.cli.options import Day, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.audit_pack import write_audit_pack
from sotay.errors import BadInput
from sotay.model.phrase import Language, Phrase
from sotay.usecases.audit_pack import AuditRequest


@click.command("audit-pack", cls=VietnameseCommand)
@click.argument("agency", metavar="CƠ-QUAN")
@click.option("--from", "first", type=Day(), required=True, help="Ngày đầu của kỳ đánh giá.")
@click.option("--to", "last", type=Day(), required=True, help="Ngày cuối của kỳ, tính cả ngày này.")
@click.option("--sample", type=click.IntRange(0), default=10, show_default=True, help="Số tài liệu chọn ngẫu nhiên.")
@click.option("--seed", metavar="CHỮ", help="Hạt giống để rút mẫu; bỏ trống thì máy chọn và ghi lại trong hồ sơ.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="THƯ MỤC",
    help="Thư mục mới để ghi; mặc định là ho-so-CƠ-QUAN-TỪ-ĐẾN.",
)
@root_option
@lang_option
def audit_pack(  # noqa: PLR0913, PLR0917 - one parameter for each option
    agency: str,
    first: date,
    last: date,
    sample: int,
    seed: str | None,
    out: Path | None,
    root: Path | None,
    lang: Language,
) -> int:
    """Lập hồ sơ đánh giá của một cơ quan: thư mục và tệp ZIP, kèm bản kê để tự kiểm tra.

    Gồm danh mục, thay đổi trong kỳ, quyết định và bằng chứng, nội dung từng bản, bản so sánh, mẫu chọn ngẫu nhiên.

    \b
    Ví dụ:
      sotay audit-pack phuong-dong-kinh --from 2026-01-01 --to 2026-12-31
      sotay audit-pack so-tu-phap --from 2025-07-01 --to 2026-06-30 --sample 20 --seed doan-3-2026
      sotay verify ho-so-so-tu-phap-2025-07-01-2026-06-30
    """
    if last < first:
        raise BadInput(f"--to {last} trước --from {first}.", f"--to {last} is before --from {first}.")
    if seed is not None and not (seed.isprintable() and seed and not set("'`") & set(seed)):
        raise BadInput(
            "--seed phải là chữ thường thấy, không có dấu nháy ' hoặc `.",
            "--seed must be printable, without the quotes ' and `.",
        )
    request = AuditRequest(agency, first, last, seed or secrets.token_hex(8), sample)
    target = out or Path(f"ho-so-{agency}-{first}-{last}")
    written = write_audit_pack(root_or_here(root), request, target.absolute())
    facts = {"folder": target, "files": written.files, "archive": written.archive.name, "seed": request.seed}
    click.echo(_WRITTEN.format(**facts)(lang))
    return 0


_WRITTEN = Phrase(
    "Đã ghi {files} tệp vào {folder} và {archive}; hạt giống của mẫu: {seed}. "
    "Kiểm tra lại bằng “sotay verify {folder}”.",
    "Wrote {files} files into {folder} and {archive}; seed of the sample: {seed}. "
    "Check them by “sotay verify {folder}”.",
)
