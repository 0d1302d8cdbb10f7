"""`sotay log`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from sotay.cli.options import as_of_option, day_or_today, lang_option, root_option, root_or_here
from sotay.cli.vietnamese import VietnameseCommand
from sotay.engine.tell_life import tell_life
from sotay.model.phrase import Language
from sotay.rendering.life_json import history_json
from sotay.rendering.life_text import history_text


@click.command(cls=VietnameseCommand)
@click.argument("code", metavar="MÃ HIỆU")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Dạng kết quả: cho người đọc hoặc cho chương trình.",
)
@as_of_option
@root_option
@lang_option
def log(code: str, form: str, as_of: date | None, root: Path | None, lang: Language) -> int:
    """Kể lịch sử của một tài liệu: các bản đã ban hành, ai áp dụng, và các dự thảo chưa từng ban hành.

    Mỗi bản nêu quyết định, thời gian hiệu lực, nội dung sửa đổi, dấu vân tay và lần ghi nhận đầu tiên trong Git.
    Tài liệu đã bãi bỏ hoặc tệp không còn trong kho vẫn tra được. Ngày ghi nhận không phải ngày pháp lý.

    \b
    Ví dụ:
      sotay log QT-HT-01
      sotay log QT-HT-01 --as-of 2027-03-01       hiệu lực xét tại một ngày
      sotay log QT-HT-01 --format json            cho chương trình đọc
    """
    life = tell_life(root_or_here(root), code.upper(), day_or_today(as_of))
    click.echo(history_json(life) if form == "json" else history_text(life, lang), nl=False)
    return 0
