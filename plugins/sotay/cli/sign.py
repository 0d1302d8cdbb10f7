"""`sotay sign`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here, tell_signer
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.sign import decision_to_sign, make_signature, put_signature
from sotay.errors import BadInput
from sotay.model.phrase import Language, Phrase
from sotay.rendering.findings.text import finding_line


@click.command(cls=VietnameseCommand)
@click.argument("file", type=click.Path(path_type=Path), metavar="TỆP")
@click.option("--key", type=click.Path(path_type=Path), metavar="TỆP KHÓA", help="Ký bằng khóa SSH này.")
@click.option(
    "--signature", type=click.Path(path_type=Path), metavar="TỆP CHỮ KÝ", help="Ghi chữ ký đã làm bằng ssh-keygen."
)
@as_of_option
@root_option
@lang_option
def sign(
    file: Path, key: Path | None, signature: Path | None, as_of: date | None, root: Path | None, lang: Language
) -> int:
    """Ký số một quyết định đã ghi, hoặc cho xem nội dung để ký ở máy khác.

    TỆP là tệp quyết định trong sites/<cơ quan>/decisions/.
    Không có --key và --signature thì in nội dung chuẩn hóa, đúng từng byte mà người ký phải ký.
    Chữ ký chỉ được ghi khi khớp với nội dung và là của người ký nêu trong quyết định.

    \b
    Ví dụ:
      sotay sign sites/so-tu-phap/decisions/2026-45.yml --key ~/.ssh/id_ed25519
      sotay sign sites/so-tu-phap/decisions/2026-45.yml > 2026-45.txt
      ssh-keygen -Y sign -f ~/.ssh/id_ed25519 -n decision@sotay 2026-45.txt
      sotay sign sites/so-tu-phap/decisions/2026-45.yml --signature 2026-45.txt.sig
    """
    if key and signature:
        raise BadInput("chỉ dùng một trong hai: --key hoặc --signature.", "use either --key or --signature, not both.")
    decision = decision_to_sign(root_or_here(root), file)
    if not key and not signature:
        click.echo(decision.text.encode(), nl=False)
        return 0
    armor = make_signature(decision, key.expanduser(), tell_signer) if key else _armor(signature or file)
    obstacles = put_signature(decision, armor, day_or_today(as_of))
    if obstacles:
        for finding in obstacles:
            click.echo(finding_line(finding, lang))
        click.echo(_REFUSED(lang), err=True)
        return 1
    click.echo(_SIGNED.format(path=decision.path)(lang))
    return 0


def _armor(file: Path) -> str:
    try:
        return file.expanduser().read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        raise BadInput(
            f"không đọc được chữ ký ở {file}. Chỉ ra tệp .sig do “ssh-keygen -Y sign” tạo.",
            f"no signature could be read from {file}. Name the .sig file that “ssh-keygen -Y sign” made.",
        ) from None


_REFUSED = Phrase("Chưa ghi chữ ký: sửa các lỗi trên rồi ký lại.", "Not signed: mend the errors above and sign again.")
_SIGNED = Phrase(
    "Đã ghi chữ ký vào {path}. Kiểm tra lại bằng “sotay check” rồi đưa vào Git.",
    "The signature was written into {path}. Run “sotay check” and commit it.",
)
