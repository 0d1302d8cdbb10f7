"""`sotay check`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.baseline_file import compare_with_file, update_file
from sotay.engine.check_files import CheckedFiles, check_files
from sotay.errors import BadInput
from sotay.model.finding import Finding
from sotay.model.phrase import Language
from sotay.rendering.findings.format import Format, render
from sotay.sources.province_files import printable
from sotay.usecases.baseline import Compared
from sotay.usecases.check_province import is_within, within
from sotay.usecases.check_report import CheckReport, fails


@click.command(cls=VietnameseCommand)
@click.argument("paths", nargs=-1, metavar="[TỆP]…", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Format]),
    default=Format.TEXT.value,
    show_default=True,
    help="Dạng kết quả: cho người đọc, cho chương trình, hoặc cho máy chủ CI.",
)
@click.option("--strict", is_flag=True, help="Cảnh báo cũng làm mã thoát khác 0; danh sách chờ thừa mục cũng vậy.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP",
    help="Danh sách lỗi cũ được chờ; chỉ lỗi mới làm mã thoát khác 0.",
)
@click.option(
    "--update-baseline", is_flag=True, help="Bỏ khỏi danh sách chờ các lỗi đã sửa; chưa có danh sách thì lập mới."
)
@click.option(
    "--base",
    metavar="NHÁNH",
    help="Chỉ báo lỗi do nhánh này mới gây ra so với NHÁNH, ví dụ origin/main; xét cả việc sửa quyết định đã ghi.",
)
@click.option("--diff", is_flag=True, help="Cho xem những chỗ --fix sẽ sửa, dạng bản vá; không ghi gì.")
@click.option("--fix", is_flag=True, help="Tự sửa những chỗ sửa được an toàn, rồi kiểm tra.")
@as_of_option
@root_option
@lang_option
def check(  # noqa: PLR0913, PLR0917 - one parameter for each option
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    baseline: Path | None,
    update_baseline: bool,
    base: str | None,
    diff: bool,
    fix: bool,
    as_of: date | None,
    root: Path | None,
    lang: Language,
) -> int:
    """Kiểm tra tài liệu, quyết định, danh mục; báo mọi lỗi một lần, mỗi lỗi một dòng.

    TỆP là tệp hoặc thư mục cần xem kết quả; bỏ trống là toàn bộ kho.
    Mỗi dòng gồm: nơi:dòng, mã quy tắc, mức, sự việc, căn cứ, cách sửa.

    \b
    Ví dụ:
      sotay check                                   kiểm tra toàn bộ kho
      sotay check procedures/ho-tich                chỉ xem lĩnh vực hộ tịch
      sotay check --as-of 2027-03-01 --strict       xét tại một ngày, cảnh báo cũng là lỗi
      sotay check --format sarif > ket-qua.sarif    cho công cụ khác đọc
      sotay check --baseline loi-cu.json --update-baseline
                                                    lập hoặc siết danh sách lỗi cũ
      sotay check --baseline loi-cu.json            lỗi cũ được chờ, lỗi mới thì không
      sotay check --base origin/main                chỉ lỗi do nhánh đang làm gây ra
      sotay check --diff                            xem trước những chỗ máy sửa được
      sotay check --fix procedures/ho-tich          sửa các chỗ đó trong một thư mục

    Mã thoát: 0 không có lỗi, 1 có lỗi, 2 dùng lệnh hoặc cấu hình sai, 3 lỗi của chương trình.
    """
    if update_baseline and baseline is None:
        raise BadInput("--update-baseline cần có --baseline TỆP.", "--update-baseline needs --baseline FILE.")
    folder = root_or_here(root)
    names = tuple(_inside(folder, path) for path in paths)
    mended = _mend(folder, names, lang, show_only=diff) if diff or fix else 0
    if diff:
        return mended
    day = day_or_today(as_of)
    checked, known = (check_files(folder, day), ()) if base is None else _against(folder, day, base)
    if baseline and update_baseline:
        failing = [finding for finding in checked.findings if fails(finding, is_strict=strict)]
        update_file(checked.findings, failing, baseline)
    compared = compare_with_file(checked.findings, baseline) if baseline else Compared(checked.findings)
    report = replace(_report(checked, compared, names, is_strict=strict), known=len(within(known, names)))
    click.echo(render(report, Format(form), lang), nl=False)
    return mended or int(not report.is_clean)


def _mend(root: Path, names: tuple[str, ...], language: Language, *, show_only: bool) -> int:
    # A check that mends nothing should not wait for what mending needs.
    from sotay.cli.mending import fix, show_diff  # noqa: PLC0415

    return show_diff(root, names, language) if show_only else fix(root, names, language)


def _against(root: Path, day: date, base: str) -> tuple[CheckedFiles, tuple[Finding, ...]]:
    """What is found only since the branch left another one, and what was found there already."""
    # Most checks hold nothing against anything: they should not wait for what redlines need.
    from sotay.engine.check_against import check_against  # noqa: PLC0415

    checked = check_against(root, day, base)
    province = checked.after.examination.province
    paths = tuple(source.path for source in province.sources)
    return CheckedFiles(checked.findings.new, len(province.documents), paths), checked.findings.known


def _report(checked: CheckedFiles, compared: Compared, names: tuple[str, ...], *, is_strict: bool) -> CheckReport:
    return CheckReport(
        findings=within(compared.new, names),
        documents=checked.documents,
        paths=tuple(path for path in checked.paths if is_within(path, names)),
        is_strict=is_strict,
        waiting=len(within(compared.waiting, names)),
        mended=sum(count for entry, count in compared.mended.items() if is_within(entry.path, names)),
    )


def _inside(root: Path, path: Path) -> str:
    """The name of a path within the repository; raises BadInput if it is not there."""
    try:
        # A link is a file of its own: what it leads to may lie elsewhere, or nowhere.
        whole = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
        is_there = whole.is_symlink() or whole.exists()
    except (OSError, RuntimeError):  # a name too long, links in a circle
        is_there = False
    shown = printable(path)
    if not is_there:
        raise BadInput(f"không có tệp hoặc thư mục {shown}.", f"there is no file or folder {shown}.")
    if not whole.is_relative_to(root):
        raise BadInput(f"{shown} nằm ngoài kho tài liệu {root}.", f"{shown} is outside the repository {root}.")
    name = printable(whole.relative_to(root))
    return "" if name == "." else name
