"""`sotay import`."""

from __future__ import annotations

from pathlib import Path

import click

from sotay.cli.options import lang_option
from sotay.cli.vietnamese import VietnameseCommand, VietnameseGroup
from sotay.engine.import_into import REPORT, import_into
from sotay.model.phrase import Language, Phrase
from sotay.rendering.import_report import totals_line


@click.group("import", cls=VietnameseGroup)
def import_group() -> None:
    """Nhập dữ liệu có sẵn thành dự thảo tài liệu.

    \b
    Ví dụ:
      sotay import tthc ban-ghi.jsonl --into du-thao
    """


@import_group.command("tthc", cls=VietnameseCommand)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="TỆP…")
@click.option(
    "--into", type=click.Path(path_type=Path), required=True, metavar="THƯ MỤC", help="Nơi ghi dự thảo và báo cáo."
)
@lang_option
def import_tthc(files: tuple[Path, ...], into: Path, lang: Language) -> int:
    """Nhập bản ghi thủ tục của Cơ sở dữ liệu quốc gia (mỗi dòng một bản ghi JSON) thành dự thảo.

    Không có gì được tự thêm: điều bản ghi thiếu hoặc sai nằm trong báo cáo để người phụ trách quyết định.
    Nhập lại lần nữa thì không có gì thay đổi; dự thảo đã sửa tay được giữ nguyên.

    \b
    Ví dụ:
      sotay import tthc ban-ghi-2026-07.jsonl --into du-thao
    """
    report = import_into(files, into, lang)
    for unread in report.unread:
        click.echo(f"{unread.file}:{unread.line}: {unread.reason(lang)}", err=True)
    click.echo(totals_line(report, lang))
    click.echo(_REPORT.format(path=into / f"{REPORT}.md")(lang))
    return int(bool(report.unread))


_REPORT = Phrase("Báo cáo: {path}", "Report: {path}")
