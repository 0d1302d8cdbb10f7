"""`sotay issue`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sotay.cli.options import Day, as_of_option, day_or_today, lang_option, root_option, root_or_here, tell_signer
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.issue import IssueOutcome, Signing
from sotay.engine.issue import issue as issue_decision
from sotay.model.phrase import Language, Phrase
from sotay.rendering.findings.text import finding_line
from sotay.usecases.issue_documents import DecisionRequest


@click.command(cls=VietnameseCommand)
@click.argument("codes", nargs=-1, metavar="[MÃ HIỆU]…")
@click.option("--agency", required=True, help="Mã cơ quan ký quyết định.")
@click.option("--decision", "number", required=True, help="Số quyết định, ví dụ 45/QĐ-STP.")
@click.option("--date", "signed", type=Day(), required=True, help="Ngày ký.")
@click.option("--effective", type=Day(), help="Ngày có hiệu lực; mặc định là ngày ký.")
@click.option("--signed-by", required=True, help="Mã người ký trong agency.yml.")
@click.option("--subject", help="Trích yếu.")
@click.option("--withdraw", multiple=True, metavar="MÃ", help="Bãi bỏ tài liệu này; dùng nhiều lần được.")
@click.option("--override", multiple=True, metavar="MÃ", help="Cho phép quy định riêng của cơ quan về thủ tục này.")
@click.option(
    "--sign", "key", type=click.Path(path_type=Path), metavar="TỆP KHÓA", help="Ký số luôn bằng khóa SSH của người ký."
)
@as_of_option
@root_option
@lang_option
def issue(  # noqa: PLR0913, PLR0917 - one parameter for each option
    codes: tuple[str, ...],
    agency: str,
    number: str,
    signed: date,
    effective: date | None,
    signed_by: str,
    subject: str | None,
    withdraw: tuple[str, ...],
    override: tuple[str, ...],
    key: Path | None,
    as_of: date | None,
    root: Path | None,
    lang: Language,
) -> int:
    """Ghi tệp quyết định ban hành, áp dụng, bãi bỏ tài liệu, kèm dấu vân tay của nội dung được duyệt.

    MÃ HIỆU là mã hiệu các tài liệu; tài liệu do cơ quan khác chủ trì thì được áp dụng.
    Nếu tài liệu còn lỗi thì không ghi gì và báo các lỗi đó.
    Khi tỉnh yêu cầu chữ ký số: người ký dùng --sign, hoặc ký sau bằng “sotay sign”.

    \b
    Ví dụ:
      sotay issue QT-HT-01 QT-HT-02 --agency so-tu-phap --decision 45/QĐ-STP \\
        --date 2026-06-15 --effective 2026-07-01 --signed-by le-van-c
      sotay issue --agency xa-doan-ket --decision 31/QĐ-UBND --date 2026-10-01 \\
        --signed-by le-van-c --withdraw QT-LT-02
      sotay issue QT-HT-01 --agency so-tu-phap --decision 46/QĐ-STP \\
        --date 2026-06-20 --signed-by le-van-c --sign ~/.ssh/id_ed25519
    """
    starts = effective or signed
    request = DecisionRequest(agency, number, signed, starts, signed_by, subject, codes, withdraw, override)
    signing = Signing(key.expanduser(), tell_signer) if key else None
    outcome = issue_decision(root_or_here(root), request, day_or_today(as_of), signing=signing)
    return _tell(outcome, lang)


def _tell(outcome: IssueOutcome, lang: Language) -> int:
    """Say what stood against the decision, or where it was written; return the exit code."""
    if outcome.obstacles:
        for finding in outcome.obstacles:
            click.echo(finding_line(finding, lang))
        click.echo(_REFUSED(lang), err=True)
        return 1
    count = len(outcome.issued.decision.documents)
    click.echo(_WRITTEN.format(path=outcome.issued.path, count=count)(lang))
    if outcome.lacks_signature:
        click.echo(_UNSIGNED.format(path=outcome.issued.path, person=outcome.issued.decision.signed_by)(lang))
    return 0


_REFUSED = Phrase(
    "Chưa ghi quyết định: sửa các lỗi trên rồi chạy lại.", "Not written: mend the errors above and run again."
)
_WRITTEN = Phrase(
    "Đã ghi {path}: {count} tài liệu. Kiểm tra lại bằng “sotay check” rồi đưa vào Git.",
    "Wrote {path}: {count} documents. Run “sotay check” and commit it.",
)
_UNSIGNED = Phrase(
    "Tỉnh yêu cầu chữ ký số: quyết định chưa có giá trị cho đến khi “{person}” ký bằng “sotay sign {path} --key …”.",
    "The province demands signatures: the decision does not count until “{person}” signs it with "
    "“sotay sign {path} --key …”.",
)
