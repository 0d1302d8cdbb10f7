"""`sotay build`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.build_sites import PORTAL, BuiltSite, Site, build_sites, sites_of
from sotay.engine.check_folder import check_folder
from sotay.errors import UnknownAgency
from sotay.model.phrase import Language, Phrase
from sotay.rendering.findings_text import finding_line


@click.command(cls=VietnameseCommand)
@click.argument("agencies", nargs=-1, metavar="[CƠ QUAN]…")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ MỤC",
    default=Path("site"),
    show_default=True,
    help="Thư mục kết quả.",
)
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Số trang dựng cùng lúc.")
@as_of_option
@root_option
@lang_option
def build(
    agencies: tuple[str, ...], out: Path, jobs: int, as_of: date | None, root: Path | None, lang: Language
) -> int:
    """Dựng Cổng thủ tục và trang của các cơ quan.

    CƠ QUAN là mã cơ quan, hoặc “portal”; bỏ trống là tất cả.
    Tài liệu còn lỗi thì không dựng; kết quả cũ giữ nguyên cho đến khi mọi trang đã xong.

    \b
    Ví dụ:
      sotay build
      sotay build phuong-dong-kinh --out /srv/www
      sotay build --as-of 2027-03-01
    """
    folder, day = root_or_here(root), day_or_today(as_of)
    checked = check_folder(folder, day)
    known = [PORTAL, *(agency.id for agency in checked.examination.province.agencies)]
    for name in agencies:
        if name not in known:
            raise UnknownAgency(name, ", ".join(known))
    if checked.errors:
        for finding in checked.errors:
            click.echo(finding_line(finding, lang))
        click.echo(_REFUSED.format(count=len(checked.errors))(lang), err=True)
        return 1
    built = _build(sites_of(folder, agencies or known), out.resolve(), day, jobs, lang)
    pages = sum(site.pages for site in built)
    click.echo(_DONE.format(sites=len(built), pages=pages, out=out, day=f"{day:%d/%m/%Y}")(lang))
    return 0


def _build(sites: tuple[Site, ...], out: Path, day: date, jobs: int, language: Language) -> tuple[BuiltSite, ...]:
    """Build with a progress bar on a terminal, and plain lines elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return build_sites(sites, out, day, jobs, lambda site: click.echo(_SITE.format(site=site)(language)))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(_BUILDING(language), total=len(sites))
        return build_sites(sites, out, day, jobs, lambda _: progress.advance(task))


_BUILDING = Phrase("Đang dựng trang", "Building sites")
_SITE = Phrase("  {site.name}: {site.pages} trang", "  {site.name}: {site.pages} pages")
_DONE = Phrase(
    "Đã dựng {sites} trang web, {pages} trang, vào {out}, theo hiện trạng ngày {day}.",
    "Built {sites} sites with {pages} pages into {out}, as of {day}.",
)
_REFUSED = Phrase("Không dựng: còn {count} lỗi.", "Not built: {count} errors.")
