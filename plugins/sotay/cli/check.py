"""`sotay check`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.prepare import check_folder
from sotay.errors import BadInput
from sotay.model.finding import Severity
from sotay.model.phrase import Language
from sotay.rendering.findings_json import findings_json
from sotay.rendering.findings_text import findings_text
from sotay.usecases.check_province import within

_RENDER = {"text": findings_text, "json": findings_json}


@click.command(cls=VietnameseCommand)
@click.argument("paths", nargs=-1, metavar="[TỆP]…", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(_RENDER)), default="text", show_default=True, help="Dạng kết quả."
)
@click.option("--strict", is_flag=True, help="Cảnh báo cũng làm mã thoát khác 0.")
@as_of_option
@root_option
@lang_option
def check(
    paths: tuple[Path, ...], form: str, strict: bool, as_of: date | None, root: Path | None, lang: Language
) -> int:
    """Kiểm tra tài liệu, quyết định, danh mục; báo mọi lỗi một lần, mỗi lỗi một dòng.

    TỆP là tệp hoặc thư mục cần xem kết quả; bỏ trống là toàn bộ kho.
    Mỗi dòng gồm: nơi:dòng, mã quy tắc, sự việc, căn cứ, cách sửa.

    \b
    Ví dụ:
      sotay check
      sotay check procedures/ho-tich --as-of 2027-03-01
      sotay check --format json
    """
    folder = root_or_here(root)
    checked = check_folder(folder, day_or_today(as_of))
    findings = within(checked.findings, [_inside(folder, path) for path in paths])
    documents = len(checked.examination.province.documents)
    click.echo(_RENDER[form](findings, documents, lang), nl=False)
    severities = {finding.severity for finding in findings}
    return int(Severity.ERROR in severities or (strict and Severity.WARNING in severities))


def _inside(root: Path, path: Path) -> str:
    """The name of a path within the repository; raises BadInput if it is not there."""
    whole = path.resolve()
    if not whole.exists():
        raise BadInput(f"không có tệp hoặc thư mục {path}.", f"there is no file or folder {path}.")
    if not whole.is_relative_to(root):
        raise BadInput(f"{path} nằm ngoài kho tài liệu {root}.", f"{path} is outside the repository {root}.")
    name = whole.relative_to(root).as_posix()
    return "" if name == "." else name
