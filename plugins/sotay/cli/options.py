"""Options that several subcommands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from sotay.sources.clock import today
from sotay.sources.province_files import find_root

FIRST_YEAR, LAST_YEAR = 1970, 2105
"""Years that packed files can hold as their date (RFC 1952, 2.3.1: MTIME)."""


class Day(click.ParamType[date]):
    """A calendar day, written 2026-07-01."""

    name = "NGÀY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read an ISO date; fails with the expected form and years."""
        try:
            day = value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            day = None
        if day is None or day.isoformat() != str(value):
            self.fail(f"“{value}” không phải là ngày; viết dạng 2026-07-01.", param, ctx)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            self.fail(f"“{value}” ở ngoài các năm {FIRST_YEAR}–{LAST_YEAR}; xem lại năm.", param, ctx)
        return day


def day_or_today(given: date | None) -> date:
    """Return the day asked for, or today's date in Vietnam."""
    return given or today()


def root_or_here(given: Path | None) -> Path:
    """Return the province's root: the one given, or found from the current folder upwards."""
    return find_root(given or Path.cwd())


def tell_signer(said: str) -> None:
    """Show the signer what `ssh-keygen` waits for, as a touch of a security key."""
    click.echo(f"Chạm vào khóa bảo mật để ký ({said}).", err=True)


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ MỤC",
    help="Thư mục của kho tài liệu; mặc định tìm từ đây trở lên.",
)
as_of_option = click.option("--as-of", type=Day(), help="Xét tại ngày này; mặc định là hôm nay.")
lang_option = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Ngôn ngữ của thông báo."
)
