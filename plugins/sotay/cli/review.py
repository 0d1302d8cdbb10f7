"""`sotay review`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.check_against import review_against
from sotay.model.phrase import Language
from sotay.rendering.review.markdown import review_markdown


@click.command(cls=VietnameseCommand)
@click.option(
    "--base", required=True, metavar="NHÁNH", help="Nhánh mà thay đổi sẽ được hợp nhất vào, ví dụ origin/main."
)
@as_of_option
@root_option
@lang_option
def review(base: str, as_of: date | None, root: Path | None, lang: Language) -> int:
    """In bản rà soát một yêu cầu hợp nhất, dạng Markdown, để đăng làm bình luận.

    Nêu tài liệu bị sửa, nội dung sửa bằng lời, cơ quan liên quan, quyết định còn thiếu, lỗi mới phát sinh.
    So với điểm mà nhánh hiện tại tách ra khỏi NHÁNH; thay đổi chưa ghi nhận vào Git cũng được tính.

    \b
    Ví dụ:
      sotay review --base origin/main
      sotay review --base origin/main > binh-luan.md

    Mã thoát: 0 đã in, dù có lỗi hay không (dùng “sotay check --base” để chặn); 2 dùng lệnh hoặc cấu hình sai.
    """
    click.echo(review_markdown(review_against(root_or_here(root), day_or_today(as_of), base), lang), nl=False)
    return 0
