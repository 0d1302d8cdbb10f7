"""`sotay verify`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sotay.cli.options import lang_option, root_option
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.verify import verify as verify_folder
from sotay.errors import NotAProvince
from sotay.model.phrase import Language, Phrase
from sotay.rendering.verification_text import verification_json, verification_text
from sotay.sources.province_files import find_root


@click.command(cls=VietnameseCommand)
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=Path("site"), metavar="[THƯ MỤC]"
)
@click.option("--rebuild", is_flag=True, help="Dựng lại từ phiên bản kho nêu trong bản kê rồi so từng byte.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count() or 1, help="Số trang dựng lại cùng lúc.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả: cho người đọc hoặc cho chương trình.",
)
@root_option
@lang_option
def verify(folder: Path, rebuild: bool, jobs: int, form: str, root: Path | None, lang: Language) -> int:
    """Đối chiếu trang đã công bố với bản kê, quyết định và lịch sử Git; nêu tên từng tệp bị sửa, thêm, bớt.

    THƯ MỤC là bản phát hành, nơi có release.json; mặc định là site.
    Không có kho tài liệu thì chỉ so các tệp với bản kê, và kết quả nói rõ như vậy.
    Với --rebuild, không phải tin bản kê, máy chủ hay ngày ghi nhận: chỉ cần tin kho.

    \b
    Ví dụ:
      sotay verify                                      xét thư mục site bằng kho ở đây
      sotay verify /srv/www --root ~/kho --rebuild      dựng lại và so từng byte
      sotay verify ban-tai-ve --format json             kết quả cho chương trình

    Mã thoát: 0 không sai lệch, 1 có sai lệch, 2 dùng lệnh hoặc cấu hình sai, 3 lỗi của chương trình.
    """
    found = verify_folder(
        folder.resolve(),
        find_root(root) if root else _root_here(),
        jobs=jobs if rebuild else 0,
        progress=lambda: click.echo(_REBUILDING(lang), err=True),
    )
    shown = verification_json if form == "json" else verification_text
    click.echo(shown(found, lang), nl=False)
    return int(not found.is_sound)


def _root_here() -> Path | None:
    try:
        return find_root(Path.cwd())
    except NotAProvince:
        return None


_REBUILDING = Phrase("Đang dựng lại từ phiên bản kho…", "Building the commit anew…")
