"""`sotay build`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.build_release import BuiltRelease, build_release, site_names
from sotay.engine.past_tree import past_tree
from sotay.engine.prepare import Prepared, prepare
from sotay.engine.record_release import check_recordable, record_release
from sotay.errors import BadInput, UnknownAgency
from sotay.model.phrase import Language, Phrase
from sotay.model.release import Edition
from sotay.rendering.findings.text import finding_line


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
@click.option(
    "--known-at",
    metavar="PHIÊN BẢN|NGÀY",
    help="Dựng theo điều kho đã biết tại một phiên bản Git, hoặc đến hết một ngày; mặc định là các tệp đang có.",
)
@click.option(
    "--edition",
    type=click.Choice([edition.value for edition in Edition]),
    default=Edition.PUBLIC.value,
    show_default=True,
    help="Ấn bản công khai, hoặc ấn bản nội bộ có cả tài liệu nội bộ.",
)
@click.option("--record", is_flag=True, help="Ghi bản phát hành vào sites/releases/ để sau này đối chiếu.")
@as_of_option
@root_option
@lang_option
def build(  # noqa: PLR0913, PLR0917 - one parameter for each option
    agencies: tuple[str, ...],
    out: Path,
    jobs: int,
    known_at: str | None,
    edition: str,
    record: bool,
    as_of: date | None,
    root: Path | None,
    lang: Language,
) -> int:
    """Dựng Cổng thủ tục và trang của các cơ quan, kèm bản kê release.json.

    CƠ QUAN là mã cơ quan, hoặc “portal”; bỏ trống là tất cả.
    Tài liệu còn lỗi thì không dựng; kết quả cũ giữ nguyên cho đến khi mọi trang đã xong.
    Cùng phiên bản kho, cùng ngày thì kết quả giống nhau từng byte, dù dựng ở máy nào.

    \b
    Ví dụ:
      sotay build
      sotay build phuong-dong-kinh --out /srv/www
      sotay build --as-of 2027-03-01                        hiện trạng tại một ngày
      sotay build --as-of 2026-10-01 --known-at 2026-10-05  như kho đã biết đến hết ngày 05/10/2026
      sotay build --edition internal --out noi-bo           ấn bản nội bộ
      sotay build --record                                  dựng và ghi sổ phát hành
    """
    if record and agencies:
        raise BadInput(
            "--record chỉ dùng khi dựng tất cả: bỏ tên cơ quan.", "--record is for whole releases: name no agency."
        )
    folder = root_or_here(root)
    with past_tree(folder, known_at) as tree:
        prepared = prepare(tree.root, day_or_today(as_of), tree.known_at, Edition(edition))
        _check_names(agencies, site_names(prepared))
        if prepared.obstacles:
            return _refuse(prepared, lang)
        if prepared.is_past:
            click.echo(_PAST.format(count=len(prepared.checked.findings))(lang), err=True)
        if record:
            check_recordable(prepared.publication)
        built = _build(prepared, agencies or site_names(prepared), out.resolve(), jobs, lang)
    _tell(built, out, prepared.publication.day, lang)
    if record and built.digest:
        click.echo(_RECORDED.format(path=record_release(folder, prepared.publication, built.digest))(lang))
    return 0


def _check_names(agencies: Sequence[str], known: Sequence[str]) -> None:
    for name in agencies:
        if name not in known:
            raise UnknownAgency(name, ", ".join(known))


def _refuse(prepared: Prepared, language: Language) -> int:
    for finding in prepared.obstacles:
        click.echo(finding_line(finding, language))
    click.echo(_REFUSED.format(count=len(prepared.obstacles))(language), err=True)
    return 1


def _build(prepared: Prepared, names: Sequence[str], out: Path, jobs: int, language: Language) -> BuiltRelease:
    """Build with a progress bar on a terminal, and plain lines elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        return build_release(prepared, names, out, jobs, lambda site: click.echo(_SITE.format(site=site)(language)))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(_BUILDING(language), total=len(names))
        return build_release(prepared, names, out, jobs, lambda _: progress.advance(task))


def _tell(built: BuiltRelease, out: Path, day: date, language: Language) -> None:
    pages = sum(site.pages for site in built.sites)
    click.echo(_DONE.format(sites=len(built.sites), pages=pages, out=out, day=f"{day:%d/%m/%Y}")(language))
    if built.digest:
        click.echo(_MANIFEST.format(digest=built.digest)(language))
    else:
        click.echo(_NO_MANIFEST(language), err=True)


_BUILDING = Phrase("Đang dựng trang", "Building sites")
_SITE = Phrase("  {site.name}: {site.pages} trang", "  {site.name}: {site.pages} pages")
_DONE = Phrase(
    "Đã dựng {sites} trang web, {pages} trang, vào {out}, theo hiện trạng ngày {day}.",
    "Built {sites} sites with {pages} pages into {out}, as of {day}.",
)
_MANIFEST = Phrase("Bản kê release.json: {digest}.", "Manifest release.json: {digest}.")
_NO_MANIFEST = Phrase(
    "Chỉ dựng một phần nên không có bản kê release.json; dựng tất cả để có.",
    "Only a part was built, so there is no manifest release.json; build everything to have one.",
)
_RECORDED = Phrase("Đã ghi sổ phát hành: {path}. Đưa tệp này vào Git.", "Recorded the release: {path}. Commit it.")
_PAST = Phrase(
    "Dựng lại hiện trạng cũ để xem, không xét theo quy tắc hiện nay (có {count} phát hiện); "
    "vẫn chỉ có văn bản đúng dấu vân tay nêu trong quyết định.",
    "A past state is shown as it was, not judged by the rules of today ({count} findings); "
    "still only texts whose fingerprint a decision names are in it.",
)
_REFUSED = Phrase("Không dựng: còn {count} lỗi.", "Not built: {count} errors.")
