"""`sotay report`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sotay.cli.options import Day, as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand, VietnameseGroup
from sotay.engine.examine_state import examine_state, require_agency
from sotay.errors import BadInput
from sotay.model.phrase import Language
from sotay.rendering.report_table import Table, TableFormat, table_text
from sotay.rendering.reports import changes_table, register_table
from sotay.sources.output_file import write_output
from sotay.usecases.report_changes import changes_between
from sotay.usecases.report_register import register_as_of

_format_option = click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in TableFormat]),
    default=TableFormat.TEXT.value,
    show_default=True,
    help="Dạng kết quả; csv mở được bằng Excel.",
)
_agency_option = click.option("--agency", metavar="CƠ QUAN", help="Chỉ một cơ quan, nêu mã cơ quan.")
_out_option = click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), metavar="TỆP", help="Ghi ra tệp này thay vì in ra."
)
_known_option = click.option(
    "--known-at", metavar="PHIÊN BẢN|NGÀY", help="Theo điều kho đã biết tại một phiên bản Git, hoặc đến hết một ngày."
)


@click.group("report", cls=VietnameseGroup)
def report_group() -> None:
    """Báo cáo cho đánh giá viên và người đứng đầu cơ quan.

    \b
    Ví dụ:
      sotay report changes --from 2026-01-01 --to 2026-06-30
      sotay report register --as-of 2026-03-01 --agency phuong-dong-kinh
    """


@report_group.command("changes", cls=VietnameseCommand)
@click.option("--from", "first", type=Day(), required=True, help="Ngày đầu.")
@click.option("--to", "last", type=Day(), required=True, help="Ngày cuối, tính cả ngày này.")
@_agency_option
@_known_option
@_format_option
@_out_option
@root_option
@lang_option
def changes(  # noqa: PLR0913, PLR0917 - one parameter for each option
    first: date,
    last: date,
    agency: str | None,
    known_at: str | None,
    form: str,
    out: Path | None,
    root: Path | None,
    lang: Language,
) -> int:
    """Nêu những gì có hiệu lực trong một khoảng thời gian: ban hành, áp dụng, bãi bỏ, quy định riêng.

    Tính theo ngày hiệu lực của quyết định, không theo ngày ghi nhận trong Git.
    Mỗi bản mới kèm nội dung thay đổi đối với người dân so với bản trước.

    \b
    Ví dụ:
      sotay report changes --from 2026-01-01 --to 2026-06-30
      sotay report changes --from 2026-01-01 --to 2026-12-31 --agency so-tu-phap --format csv --out thay-doi.csv
    """
    if last < first:
        raise BadInput(f"--to {last} trước --from {first}.", f"--to {last} is before --from {first}.")
    state = examine_state(root_or_here(root), last, known_at)
    require_agency(state.examination, agency)
    events = changes_between(state.examination, first, last, agency)
    _put(changes_table(events, first, last, state.revision, lang), TableFormat(form), out, lang)
    return 0


@report_group.command("register", cls=VietnameseCommand)
@_agency_option
@_known_option
@_format_option
@_out_option
@as_of_option
@root_option
@lang_option
def register(  # noqa: PLR0913, PLR0917 - one parameter for each option
    agency: str | None,
    known_at: str | None,
    form: str,
    out: Path | None,
    as_of: date | None,
    root: Path | None,
    lang: Language,
) -> int:
    """In danh mục tài liệu được kiểm soát tại một ngày, gồm cả tài liệu nội bộ.

    \b
    Ví dụ:
      sotay report register
      sotay report register --as-of 2026-03-01 --agency phuong-dong-kinh
      sotay report register --format csv --out danh-muc.csv
    """
    day = day_or_today(as_of)
    state = examine_state(root_or_here(root), day, known_at)
    require_agency(state.examination, agency)
    agencies = {files.id: files.agency for files in state.examination.province.agencies}
    lines = register_as_of(state.examination, agency)
    _put(register_table(lines, agencies, day, state.revision, lang), TableFormat(form), out, lang)
    return 0


def _put(table: Table, form: TableFormat, out: Path | None, language: Language) -> None:
    text = table_text(table, form, language)
    if out is None:
        click.echo(text, nl=False)
        return
    write_output(out, text)
