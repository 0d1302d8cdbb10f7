"""`sotay diff`."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.compare_versions import compare_versions
from sotay.model.phrase import Language, Phrase
from sotay.rendering.redline.format import RedlineFormat, render_redline
from sotay.sources.output_file import write_output


@click.command(cls=VietnameseCommand)
@click.argument("code", metavar="MÃ HIỆU")
@click.argument("old", required=False, metavar="[BẢN CŨ]")
@click.argument("new", required=False, metavar="[BẢN MỚI]")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in RedlineFormat]),
    default=RedlineFormat.TEXT.value,
    show_default=True,
    help="Dạng kết quả: cho màn hình, trang để in hoặc gửi đi, cho chương trình, cho yêu cầu hợp nhất.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP", help="Ghi vào tệp thay vì ra màn hình."
)
@as_of_option
@root_option
@lang_option
def diff(  # noqa: PLR0913, PLR0917 - one parameter for each option
    code: str,
    old: str | None,
    new: str | None,
    form: str,
    out: Path | None,
    as_of: date | None,
    root: Path | None,
    lang: Language,
) -> int:
    """So sánh hai bản của một tài liệu: điều gì thay đổi, nói thành lời, rồi từng chữ trong văn bản.

    BẢN là lần ban hành và sửa đổi, ví dụ 1.0 hoặc 2.1, hoặc “tree” là nội dung đang soạn trong thư mục làm việc.
    Bỏ trống BẢN CŨ là bản đang có hiệu lực; bỏ trống BẢN MỚI là nội dung đang soạn.

    \b
    Ví dụ:
      sotay diff QT-HT-01                     bản đang có hiệu lực và nội dung đang soạn
      sotay diff QT-HT-01 1.0 1.1             hai bản đã ban hành
      sotay diff QT-HT-01 1.0 1.1 --format html --out so-sanh.html
                                              trang để xem, in hoặc gửi cho người phê duyệt
      sotay diff QT-HT-01 --format md         dán vào yêu cầu hợp nhất
    """
    compared = compare_versions(root_or_here(root), code, old, new, day_or_today(as_of))
    text = render_redline(
        RedlineFormat(form), compared.redline, compared.title, compared.names, colour=out is None and _shows_colours()
    )
    if out is None:
        click.echo(text, nl=False, color=True)
    else:
        write_output(out, text)
        click.echo(_WRITTEN.format(path=out)(lang))
    return 0


def _shows_colours() -> bool:
    """Whether the text goes to a terminal whose user did not ask for no colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


_WRITTEN = Phrase("Đã ghi {path}.", "Wrote {path}.")
